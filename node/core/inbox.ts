/**
 * Order of what one friend sends, per epoch of the friend's device. Pure.
 *
 *   number in `skipped`       taken late: shown where the chat is now, once
 *   number in `torn`          the same, but where it stood
 *   number <  base            stale: here already, or from a sender who was copied back, and who must give it another number
 *   number <  next            duplicate: acknowledged, not shown
 *   number == next            shown; next moves on, over held ones too
 *   next < number ≤ next+MAX  held until the gap fills or settled_below passes it
 *   number >  next+MAX        refused: the sender keeps it and sends it again later
 *
 * Invalid, and answered with 'refused': number 0 (transients never come here).
 */
import { MAX_STAND_EPOCHS, MAX_STAND_RANGES } from '../../shared/wire/limits.ts';
import { withContent, type Numbered } from './conversation-sum.ts';
import type { InboxCursor } from './generated/rows.js';
import { rangesOf, union, within, without } from './ranges.ts';

/** Contents that may wait for one that is missing: what a friend can make us keep unseen. */
export const MAX_HELD = 1_000n;
/** Epochs of one friend that we remember; the oldest is forgotten (its device is long gone). */
export const MAX_EPOCHS = MAX_STAND_EPOCHS;
/** Ids that are remembered beside the history: a friend's control contents are few, and what comes late is rare. */
export const MAX_APART = 64;

/** Damaged rows of one friend that are asked for at once; more wait for the next look at the store. */
export const MAX_TORN = 256;

/** The history is deleted: what was in it, and what of it was asked for, shall not come back. */
export const withCleared = (cursors: readonly InboxCursor[]): InboxCursor[] =>
  cursors.map((cursor) => ({ ...cursor, cleared: cursor.next, torn: [] }));

export type Arrival = 'late' | 'stale' | 'duplicate' | 'show' | 'hold' | 'refuse';

/** A friend's epoch of which nothing has come: it begins at 1. */
export const newCursor = (epoch: bigint): InboxCursor => ({
  ...{ epoch, next: 1n, base: 1n, skipped: [], count: 0n, apart: [], torn: [], cleared: 0n },
  digest: new Uint8Array(0),
});

export const cursorOf = (cursors: readonly InboxCursor[], epoch: bigint): InboxCursor =>
  cursors.find((cursor) => cursor.epoch === epoch) ?? newCursor(epoch);

/** The next number of an epoch; one that was never seen begins at 1. */
export const nextOf = (cursors: readonly InboxCursor[], epoch: bigint): bigint => cursorOf(cursors, epoch).next;

/** With this cursor in its epoch's place; ascending, and only the newest epochs. */
export function withCursor(cursors: readonly InboxCursor[], cursor: InboxCursor): InboxCursor[] {
  // Most friends have had one device.
  if (cursors.length === 1 && cursors[0]?.epoch === cursor.epoch) return [cursor];
  const others = cursors.filter(({ epoch }) => epoch !== cursor.epoch);
  return [...others, cursor].sort((a, b) => (a.epoch < b.epoch ? -1 : 1)).slice(-MAX_EPOCHS);
}

export function arrival(cursor: InboxCursor, number: bigint): Arrival {
  const { base, next, skipped, torn } = cursor;
  if (number <= 0n) return 'refuse';
  if (number < next) {
    if (within(skipped, number) || torn.some((each) => each.number === number)) return 'late';
    return number < base ? 'stale' : 'duplicate';
  }
  if (number === next) return 'show';
  return number <= next + MAX_HELD ? 'hold' : 'refuse';
}

/** This content is here now; `apart`: the history does not hold it at its number's place. */
export function withTaken(cursor: InboxCursor, content: Numbered, apart: boolean): InboxCursor {
  const { number, messageId } = content;
  const one = [{ first: number, last: number }];
  // What was torn is in the sum already.
  const torn = cursor.torn.length === 0 ? cursor.torn : cursor.torn.filter((each) => each.number !== number);
  return {
    ...cursor,
    ...(torn.length === cursor.torn.length ? withContent(cursor, cursor.epoch, content) : { torn }),
    skipped: cursor.skipped.length === 0 ? cursor.skipped : without(cursor.skipped, one),
    apart: apart ? [...cursor.apart, { number, messageId, position: 0n }].slice(-MAX_APART) : cursor.apart,
  };
}

/**
 * A content that is here had these numbers before. What still comes under one of them is the same content, from a mailbox that kept it:
 * it is not waited for, and must not be shown again.
 */
export function withFormer(cursor: InboxCursor, { messageId }: Numbered, former: readonly bigint[]): InboxCursor {
  if (former.length === 0) return cursor;
  const missed = former.filter((number) => within(cursor.skipped, number)).sort((a, b) => (a < b ? -1 : 1));
  if (missed.length === 0) return cursor;
  const apart = missed.map((number) => ({ number, messageId, position: 0n }));
  return {
    ...cursor,
    skipped: without(cursor.skipped, rangesOf(missed)),
    apart: [...cursor.apart, ...apart].slice(-MAX_APART),
  };
}

/**
 * The sender will not send what lies below: what did not come until now, and is not held, is skipped. An epoch of which nothing had
 * come begins there: this device is newer than what lies before.
 * @param isNew nothing of this epoch has come
 */
export function withSettledBelow(
  cursor: InboxCursor,
  below: bigint,
  held: readonly bigint[],
  isNew: boolean,
): InboxCursor {
  if (below <= cursor.next) return cursor;
  if (isNew) return { ...cursor, base: below, next: below };
  const gone = without([{ first: cursor.next, last: below - 1n }], rangesOf(held));
  return { ...cursor, next: below, skipped: union(cursor.skipped, gone, MAX_STAND_RANGES) };
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
