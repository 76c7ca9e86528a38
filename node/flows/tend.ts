/** What is looked after for as long as one connection to our home lasts: prekeys, requests that it keeps for us, other servers that keep something. */
import { MiyuError } from '../../shared/errors.ts';
import { MAX_ONE_TIME_PREKEYS } from '../../shared/wire/limits.ts';
import { backOff, pause } from './back-off.ts';
import type { FlowContext } from './context.ts';
import type { HomeConnections, SignedIn } from './homes.ts';
import type { Home } from '../../shared/wire/generated/identity.js';
import type { Prekeys } from './prekeys.ts';

/** How often the age of the signed prekey is looked at, and foreign servers are. */
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

/**
 * Foreign servers that keep something of ours, one after another: only by their hello do we learn that they have lost it. One that
 * does not answer is asked again the next time; mail is kept for weeks.
 */
export async function tendKeepers(
  signal: AbortSignal,
  homes: Pick<HomeConnections, 'clientFor'>,
  keepers: () => readonly Home[],
): Promise<void> {
  while (!signal.aborted) {
    for (const home of keepers()) {
      if (signal.aborted) return;
      await homes.clientFor(home, { signal }).catch((error: unknown) => {
        if (!(error instanceof MiyuError)) throw error;
      });
    }
    await pause(TEND_MS, signal);
  }
}
