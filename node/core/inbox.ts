/**
 * Order of what one friend sends, per epoch of the friend's device. Pure.
 *
 *   number <  next            duplicate: acknowledged, not shown
 *   number == next            shown; next moves on, over held ones too
 *   next < number ≤ next+MAX  held until the gap fills or settled_below passes it
 *   number >  next+MAX        refused: the sender keeps it and sends it again later
 *
 * Invalid, and answered with 'refused': number 0 (transients never come here).
 */
import type { InboxCursor } from './generated/rows.js';

/** Contents that may wait for one that is missing: what a friend can make us keep unseen. */
export const MAX_HELD = 1_000n;
/** Epochs of one friend that we remember; the oldest is forgotten (its device is long gone). */
export const MAX_EPOCHS = 8;

export type Arrival = 'duplicate' | 'show' | 'hold' | 'refuse';

/** The next number of an epoch; one that was never seen begins at 1. */
export function nextOf(cursors: readonly InboxCursor[], epoch: bigint): bigint {
  return cursors.find((cursor) => cursor.epoch === epoch)?.next ?? 1n;
}

export function withNext(cursors: readonly InboxCursor[], epoch: bigint, next: bigint): InboxCursor[] {
  const others = cursors.filter((cursor) => cursor.epoch !== epoch);
  const sorted = [...others, { epoch, next }].sort((a, b) => (a.epoch < b.epoch ? -1 : 1));
  return sorted.slice(-MAX_EPOCHS);
}

export function arrival(next: bigint, number: bigint): Arrival {
  if (number <= 0n) return 'refuse';
  if (number < next) return 'duplicate';
  if (number === next) return 'show';
  return number <= next + MAX_HELD ? 'hold' : 'refuse';
}

/** Numbers up to `last` as at most `most` ranges, given which of them are missing: [next, held…] → what to ask again. */
export function missingRanges(next: bigint, held: readonly bigint[], most: number): { first: bigint; last: bigint }[] {
  const ranges: { first: bigint; last: bigint }[] = [];
  let expected = next;
  for (const number of held) {
    if (number > expected) ranges.push({ first: expected, last: number - 1n });
    if (ranges.length === most) break;
    expected = number + 1n;
  }
  return ranges;
}
