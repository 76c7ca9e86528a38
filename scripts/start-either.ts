/** The account of `npm start`, in the page or in the terminal: whichever comes first; the other one follows. */
import { setTimeout as sleep } from 'node:timers/promises';
import { connectApi } from '../node/api/client.ts';
import type { ApiClient } from '../node/api/client.ts';
import type { Status } from '../node/api/contract-views.ts';
import { untilEnter } from '../node/cli/ask.ts';
import type { Run } from '../node/cli/run.ts';
import { MiyuError, isMiyuError } from '../shared/errors.ts';

/** A peer that crashed is started again by its supervisor; asking whether it is there costs nothing. */
const RETRY_MS = 200;
/** The page opens the profile first and signs in then: what is told here should be what is so a moment later. */
const SIGN_IN_PATIENCE_MS = 5_000;

type State = Status['state'];

export interface Either {
  readonly status: Status;
  readonly inPage: boolean;
}

/**
 * Waits until the profile is open. The terminal's part begins with Enter; when this returns or throws, nothing reads from it any more.
 * @param inTerminal asks and registers or signs in; its questions are taken back by the signal
 * @param signal ends the waiting
 * @throws MiyuError 'aborted' on Ctrl-C and by the signal; what `inTerminal` throws
 */
export async function eitherWay(
  face: Run,
  inTerminal: (signal: AbortSignal) => Promise<Status>,
  signal: AbortSignal,
): Promise<Either> {
  const over = new AbortController();
  const ends = AbortSignal.any([over.signal, signal]);
  const page = untilState(face.profile, ['connecting', 'online'], ends);
  const terminal = untilEnter(face, ends).then(() => inTerminal(ends));
  try {
    const status = await Promise.race([page, terminal]);
    over.abort();
    // A registration that the terminal has sent goes on without its questions: the peer has told of it before it has answered.
    const [, typed] = await Promise.allSettled([page, terminal]);
    if (typed.status === 'fulfilled') return { status: typed.value, inPage: false };
    const patience = AbortSignal.any([signal, AbortSignal.timeout(SIGN_IN_PATIENCE_MS)]);
    return { status: await untilState(face.profile, ['online'], patience).catch(() => status), inPage: true };
  } finally {
    over.abort();
    await Promise.allSettled([page, terminal]);
  }
}

/** The status as soon as it is one of these, whoever made it so. */
async function untilState(profile: string, wanted: readonly State[], signal: AbortSignal): Promise<Status> {
  while (!signal.aborted) {
    let client: ApiClient | undefined;
    const leave = (): void => client?.close('aborted');
    signal.addEventListener('abort', leave, { once: true });
    try {
      client = await connectApi(profile, { signal });
      return await firstOf(client, wanted);
    } catch (error) {
      if (!isMiyuError(error) || error.code === 'api-version' || error.code === 'api-unauthorized') throw error;
    } finally {
      signal.removeEventListener('abort', leave);
      client?.close();
    }
    await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
  }
  throw new MiyuError('aborted');
}

async function firstOf(client: ApiClient, wanted: readonly State[]): Promise<Status> {
  const events = client.events();
  while (true) {
    const next = events.next(); // The first one subscribes, before it is asked how things are: nothing falls between the two.
    next.catch(() => undefined);
    const status = await client.call('status');
    if (wanted.includes(status.state)) return status;
    await next;
  }
}
