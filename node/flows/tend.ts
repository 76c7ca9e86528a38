/** What is looked after for as long as one connection to our home lasts: prekeys, and requests that the server keeps for us. */
import { MiyuError } from '../../shared/errors.ts';
import { MAX_ONE_TIME_PREKEYS } from '../../shared/wire/limits.ts';
import { backOff, pause } from './back-off.ts';
import type { FlowContext } from './context.ts';
import type { SignedIn } from './homes.ts';
import type { Prekeys } from './prekeys.ts';

/** How often the age of the signed prekey is looked at. */
const TEND_MS = 6 * 60 * 60_000;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 5 * 60_000;

type TendContext = Pick<FlowContext, 'random' | 'log'>;

/** Does it now, and again after a growing pause where it fails; gives up with the connection, for the next one begins anew. */
export async function untilDone(
  context: TendContext,
  what: string,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  for (let failures = 1; !signal.aborted; failures += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (!(error instanceof MiyuError)) throw error;
      if (signal.aborted) return;
      context.log.info('tried-in-vain', { action: what, code: error.code });
      const wait = backOff(failures, FIRST_RETRY_MS, LONGEST_RETRY_MS, context.random);
      await pause(Math.max(wait, error.retryAfterMs ?? 0), signal);
    }
  }
}

/** Prekeys: as the login's answer says, then by their age. */
export async function tendPrekeys(
  context: TendContext,
  prekeys: Prekeys,
  { client, login, signal }: SignedIn,
): Promise<void> {
  let there = { left: login.prekeysLeft, current: login.bundleCurrent };
  while (!signal.aborted) {
    await untilDone(context, 'prekeys', signal, () => prekeys.upkeep(client, there, { signal }));
    there = { left: MAX_ONE_TIME_PREKEYS, current: true };
    await pause(TEND_MS, signal);
  }
}
