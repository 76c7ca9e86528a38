/**
 * Message keys of numbers that were passed over, kept for when their messages come: runs of consecutive numbers of one chain,
 * oldest first. Values: every change gives a new list.
 */
import { equalBytes } from '../../shared/ids.ts';
import { MAX_SKIPPED_KEYS } from '../../shared/wire/limits.ts';

export const MESSAGE_KEY_BYTES = 32;
/** How long a late message can still be opened. Mail is kept for less; past it the sender seals the content again. */
export const SKIPPED_LIFETIME_MS = 30 * 24 * 60 * 60 * 1000;

export interface SkippedRun {
  readonly ratchetKey: Uint8Array;
  readonly first: number;
  /** 32 bytes for each number from `first` on. */
  readonly keys: Uint8Array;
  /** Unix milliseconds. */
  readonly storedAt: number;
}

export type SkippedKeys = readonly SkippedRun[];

/** How many numbers a run has. */
export const lengthOf = (run: SkippedRun): number => run.keys.length / MESSAGE_KEY_BYTES;

export const countSkipped = (skipped: SkippedKeys): number => skipped.reduce((count, run) => count + lengthOf(run), 0);

/** Where a message's key is kept, or undefined. An expired one is not found. */
export function findSkipped(
  skipped: SkippedKeys,
  ratchetKey: Uint8Array,
  number: number,
  now: number,
): { readonly key: Uint8Array; readonly run: number } | undefined {
  for (let i = 0; i < skipped.length; i += 1) {
    const run = skipped[i]!;
    const at = number - run.first;
    if (at < 0 || at >= lengthOf(run) || isExpired(run, now) || !equalBytes(run.ratchetKey, ratchetKey)) continue;
    return { key: run.keys.slice(at * MESSAGE_KEY_BYTES, (at + 1) * MESSAGE_KEY_BYTES), run: i };
  }
  return undefined;
}

/** Without one number of one run, which falls into what was before it and behind it. */
export function withoutSkipped(skipped: SkippedKeys, index: number, number: number): SkippedKeys {
  const run = skipped[index]!;
  const at = (number - run.first) * MESSAGE_KEY_BYTES;
  // Copies: the used key must not live on in a buffer that its neighbours share.
  const parts = [
    { ...run, keys: run.keys.slice(0, at) },
    { ...run, first: number + 1, keys: run.keys.slice(at + MESSAGE_KEY_BYTES) },
  ];
  return [...skipped.slice(0, index), ...parts.filter((part) => part.keys.length > 0), ...skipped.slice(index + 1)];
}

/** With new runs behind the old ones; what is expired goes, and beyond MAX_SKIPPED_KEYS the oldest. */
export function withSkipped(skipped: SkippedKeys, added: readonly SkippedRun[], now: number): SkippedKeys {
  if (skipped.length === 0 && added.every((run) => run.keys.length === 0)) return skipped;
  const kept = [...skipped.filter((run) => !isExpired(run, now)), ...added.filter((run) => run.keys.length > 0)];
  let surplus = countSkipped(kept) - MAX_SKIPPED_KEYS;
  while (surplus > 0) {
    const oldest = kept.shift()!;
    const drop = Math.min(surplus, lengthOf(oldest));
    surplus -= drop;
    const keys = oldest.keys.slice(drop * MESSAGE_KEY_BYTES);
    if (keys.length > 0) kept.unshift({ ...oldest, first: oldest.first + drop, keys });
  }
  return kept;
}

const isExpired = (run: SkippedRun, now: number): boolean => now - run.storedAt > SKIPPED_LIFETIME_MS;
