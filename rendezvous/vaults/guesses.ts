/**
 * How often a password was tried for a name. Whether there is an account under it, or a vault, makes no difference, also not on the disk:
 * a row stands for all names whose keyed hash begins with its two bytes, so that the table is bounded and nobody can fill it. Names
 * that share a row share its wait; nobody outside can tell which those are. It concerns sign-ins by password alone.
 */
import { toHex } from '../../shared/ids.ts';
import { GuessRow } from '../store/generated/rows.js';
import type { Store, StoreReader } from '../store/store.ts';
import { MiyuError } from '../../shared/errors.ts';

export interface GuessLimits {
  /** Tries before the first wait. */
  readonly free: number;
  /** Doubled with each further one. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** Without a try for so long, it begins anew. */
  readonly forgottenMs: number;
}

/** Enough for the longest wait, whatever the settings. */
const MOST_COUNTED = 1_000;

/** The key of a name's row. @param blinded 32 bytes of a keyed hash of the name */
export const guessKey = (blinded: Uint8Array): Uint8Array => blinded.slice(0, 2);

/** How long after the last of so many tries the next may come, milliseconds. */
export const waitAfter = (count: number, limits: GuessLimits): number =>
  count < limits.free ? 0 : Math.min(limits.longestWaitMs, limits.firstWaitMs * 2 ** Math.min(count - limits.free, 40));

/**
 * Counts one try, on disk before anything is answered: a restart gives nobody a new one. One that comes too early is not counted.
 * @param now Unix milliseconds
 * @throws MiyuError 'rate-limited' with the time that is left
 */
export async function takeGuess(store: Store, key: Uint8Array, limits: GuessLimits, now: number): Promise<void> {
  const left = await store.transact([lockOf(key)], async (tx) => {
    const row = await findGuesses(tx, key, limits, now);
    // The clock may have been set back since.
    const since = Math.min(row.lastAt, now);
    const wait = since + waitAfter(row.count, limits) - now;
    const next = wait > 0 ? { count: row.count, lastAt: since } : { count: row.count + 1, lastAt: now };
    if (wait <= 0 || since !== row.lastAt) {
      const count = Math.min(next.count, MOST_COUNTED);
      tx.put('guesses', key, GuessRow.encode({ count, lastAt: BigInt(next.lastAt) }));
    }
    return wait;
  });
  if (left > 0) throw new MiyuError('rate-limited', { retryAfterMs: left });
}

/** The password was right. */
export const clearGuesses = (store: Store, key: Uint8Array): Promise<void> =>
  store.transact([lockOf(key)], (tx) => tx.delete('guesses', key));

export async function findGuesses(
  reader: StoreReader,
  key: Uint8Array,
  limits: Pick<GuessLimits, 'forgottenMs'>,
  now: number,
): Promise<{ readonly count: number; readonly lastAt: number }> {
  const bytes = await reader.get('guesses', key);
  const row = bytes === undefined ? undefined : GuessRow.decode(bytes);
  if (row === undefined || Number(row.lastAt) + limits.forgottenMs <= now) return { count: 0, lastAt: 0 };
  return { count: row.count, lastAt: Number(row.lastAt) };
}

/** Deletes what is forgotten, in steps. */
export async function forgetGuesses(
  store: Store,
  limits: Pick<GuessLimits, 'forgottenMs'>,
  now: number,
  stepRows: number,
  signal: AbortSignal,
): Promise<void> {
  let after: Uint8Array | undefined;
  while (!signal.aborted) {
    const rows = await store.scan('guesses', { ...(after === undefined ? {} : { gt: after }), limit: stepRows });
    after = rows.at(-1)?.key;
    if (after === undefined) return;
    for (const { key, value } of rows) {
      if (Number(GuessRow.decode(value).lastAt) + limits.forgottenMs > now) continue;
      await store.transact([lockOf(key)], async (tx) => {
        if ((await findGuesses(tx, key, limits, now)).count === 0) tx.delete('guesses', key);
      });
    }
  }
}

const lockOf = (key: Uint8Array): string => `guess:${toHex(key)}`;
