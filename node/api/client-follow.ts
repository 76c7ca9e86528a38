/** Events across restarts of the peer: reconnects, resumes from the cursor, misses nothing and shows nothing twice. */
import { setTimeout as sleep } from 'node:timers/promises';
import { isMiyuError } from '../../shared/errors.ts';
import type { ErrorCode, MiyuError } from '../../shared/errors.ts';
import { connectApi } from './client.ts';
import type { ApiClient } from './client.ts';
import type { CursorEvent } from './contract-views.ts';

/** The peer is on this machine: trying costs nothing, and a person watches. */
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 2_000;

/** What may pass: the peer restarts. Everything else (another version, no right) stays as it is. */
const PASSING = new Set<ErrorCode>(['daemon-not-running', 'link-closed', 'timeout', 'busy', 'closed']);

const LOCKED = new Set<ErrorCode>(['locked', 'not-registered', 'signed-out']);

export type Followed =
  | { readonly type: 'event'; readonly event: CursorEvent }
  /** Connected (again): the client for requests, good until 'down'. */
  | { readonly type: 'up'; readonly client: ApiClient }
  | { readonly type: 'down'; readonly error: MiyuError }
  /** The feed no longer reaches back to the cursor: read anew; what follows comes after `cursor`. */
  | { readonly type: 'snapshot-required'; readonly cursor: number };

export interface FollowOptions {
  /** Events after this one; without it: from the moment of the first connection. */
  readonly since?: number;
  readonly signal: AbortSignal;
  /** Before the first connection: false fails at once where no peer runs. */
  readonly waitForPeer?: boolean;
}

/**
 * Ends when the signal does.
 * @throws MiyuError what trying again does not cure ('api-version', 'api-unauthorized'), or 'daemon-not-running' at first
 */
export async function* followApi(profile: string, options: FollowOptions): AsyncGenerator<Followed, void> {
  const { signal } = options;
  let cursor = options.since;
  let delay = FIRST_RETRY_MS;
  let connectedOnce = options.waitForPeer === true;
  while (!signal.aborted) {
    let client: ApiClient | undefined;
    try {
      client = await connectApi(profile, { signal });
      connectedOnce = true;
      delay = FIRST_RETRY_MS;
      // While locked the feed is closed and the cursor unknown: then "from now" is what it will be once it opens.
      cursor ??= await presentCursor(client);
      const connected = client;
      const stop = (): void => {
        connected.close('aborted');
      };
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop(); // Meanwhile: nobody would hear the listener any more.
      try {
        yield { type: 'up', client };
        for await (const event of client.events(cursor)) {
          if (event.cursor > 0) cursor = event.cursor;
          yield { type: 'event', event };
        }
      } finally {
        signal.removeEventListener('abort', stop);
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!isMiyuError(error)) throw error;
      if (error.code === 'snapshot-required' && client !== undefined) {
        cursor = await newestCursor(profile, signal);
        if (cursor !== undefined) yield { type: 'snapshot-required', cursor };
        continue;
      }
      if (!PASSING.has(error.code) || !connectedOnce) throw error;
      if (client !== undefined) yield { type: 'down', error };
    } finally {
      client?.close();
    }
    await sleep(delay, undefined, { signal }).catch(() => undefined);
    delay = Math.min(2 * delay, LAST_RETRY_MS);
  }
}

/** Undefined while the profile is locked. */
async function presentCursor(client: ApiClient): Promise<number | undefined> {
  try {
    return (await client.call('cursor')).cursor;
  } catch (error) {
    if (isMiyuError(error) && LOCKED.has(error.code)) return undefined;
    throw error;
  }
}

async function newestCursor(profile: string, signal: AbortSignal): Promise<number | undefined> {
  const client = await connectApi(profile, { signal }).catch(() => undefined);
  try {
    return client === undefined ? undefined : await presentCursor(client);
  } catch {
    return undefined; // It went down again: the next round asks anew.
  } finally {
    client?.close();
  }
}
