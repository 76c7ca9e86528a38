/** Which row of a history a content's number stands for. Numbers grow with positions, but for what is remembered apart. */
import type { Numbered } from '../core/conversation-sum.ts';
import { cursorOf } from '../core/inbox.ts';
import { HistoryRow } from '../core/generated/rows.js';
import { DIRECTION } from '../core/rows.ts';
import type { FlowContext } from './context.ts';
import { deletedId } from './deleted-ids.ts';
import { readable, scanReadable } from './readable-rows.ts';
import type { Draft, Lane } from './lane.ts';

/** Rows that one look-up of a friend's number reads at most: a friend can ask for it with every content. */
const MAX_LOOKED_AT = 512;
const STEP = 16;
/** Behind every position. */
const LAST = 2n ** 53n;

const lowest = (a: bigint | undefined, b: bigint | undefined): bigint | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;
const highest = (a: bigint | undefined, b: bigint | undefined): bigint | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;

/** What a step has taken, epoch → number → message id: the store shows it only after the step. */
const takenIn = new WeakMap<Draft, Map<bigint, Map<bigint, Uint8Array>>>();

export function noteTaken(draft: Draft, epoch: bigint, { number, messageId }: Numbered): void {
  let epochs = takenIn.get(draft);
  if (epochs === undefined) takenIn.set(draft, (epochs = new Map<bigint, Map<bigint, Uint8Array>>()));
  let taken = epochs.get(epoch);
  if (taken === undefined) epochs.set(epoch, (taken = new Map<bigint, Uint8Array>()));
  taken.set(number, messageId);
}

/** A row of the history, and where it stands. */
export interface Row {
  readonly position: bigint;
  readonly row: HistoryRow;
}

/**
 * The id under which the friend's number was taken; undefined where that is not known (too far to find, or deleted long ago).
 * @param epoch of the friend's device
 */
export function receivedId(
  context: FlowContext,
  lane: Lane,
  draft: Draft,
  epoch: bigint,
  number: bigint,
): Uint8Array | undefined {
  const taken = takenIn.get(draft)?.get(epoch)?.get(number);
  if (taken !== undefined) return taken;
  const { apart } = cursorOf(lane.counters.inbox, epoch);
  const known = apart.find((each) => each.number === number);
  if (known !== undefined) return known.messageId;
  return receivedRow(context, lane, epoch, number)?.row.messageId ?? deletedId(context, lane, epoch, number);
}

/** The friend's content of this number, where the history has it in its order; it is not looked for where it would be too far. */
export function receivedRow(context: FlowContext, lane: Lane, epoch: bigint, number: bigint): Row | undefined {
  const { apart } = cursorOf(lane.counters.inbox, epoch);
  const outOfOrder = new Set(apart.map((each) => each.number));
  let budget = MAX_LOOKED_AT;

  /** The newest row of the friend's order at or before a position. */
  const before = (position: bigint): Row | undefined => {
    let limit = 1;
    for (let to = position; to > 0n && budget > 0; limit = STEP) {
      const { rows, damaged } = scanReadable(context.store, 'history', lane.account, {
        ...{ from: 1n, to, reverse: true, limit },
      });
      for (const { seq, value } of rows) {
        budget -= 1;
        const row = HistoryRow.decode(value);
        const counts = row.direction === DIRECTION.in && !(row.epoch === epoch && outOfOrder.has(row.number));
        if (counts) return { position: seq, row };
      }
      const last = lowest(rows.at(-1)?.seq, damaged.at(-1));
      if (last === undefined) return undefined;
      budget -= damaged.length;
      to = last - 1n;
    }
    return undefined;
  };

  let low = 1n;
  let high = lane.counters.nextPosition - 1n;
  while (low <= high && budget > 0) {
    const at = before((low + high) / 2n);
    if (at === undefined) {
      low = (low + high) / 2n + 1n;
      continue;
    }
    const order = at.row.epoch === epoch ? at.row.number - number : at.row.epoch - epoch;
    if (order === 0n) return at;
    if (order < 0n) low = (low + high) / 2n + 1n;
    else high = at.position - 1n;
  }
  return undefined;
}

/** Our contents whose numbers lie from `first` to `last`, oldest first, as far as the history has them; reads at most `limit` rows. */
export function sentRows(
  { store }: FlowContext,
  lane: Lane,
  first: bigint,
  last: bigint,
  limit: number,
): { readonly rows: readonly Row[]; readonly upTo: bigint } {
  const rows: Row[] = [];
  for (const { number, position } of lane.stand.renumbered) {
    if (number < first || number > last) continue;
    const value = readable(store, 'history', lane.account, position);
    if (value !== undefined) rows.push({ position, row: HistoryRow.decode(value) });
  }
  // The first row behind which our next number is greater than `first`: that is the content itself, or a later one.
  let low = 1n;
  let high = lane.counters.nextPosition;
  while (low < high) {
    const middle = (low + high) / 2n;
    const [at] = scanReadable(store, 'history', lane.account, { from: middle, to: LAST, limit: 1 }).rows;
    if (at === undefined || HistoryRow.decode(at.value).nextNumber > first) high = middle;
    else low = at.seq + 1n;
  }
  for (let from = low, read = 0; ;) {
    const { rows: page, damaged } = scanReadable(store, 'history', lane.account, { from, to: LAST, limit: STEP });
    for (const { seq, value } of page) {
      const row = HistoryRow.decode(value);
      read += 1;
      if (row.nextNumber > last + 1n || read > limit) {
        // Everything numbered before this row was read.
        const before = row.nextNumber - (row.direction === DIRECTION.out ? 2n : 1n);
        const reached = read > limit ? before : last;
        return { rows: sorted(rows), upTo: reached < last ? reached : last };
      }
      if (row.direction === DIRECTION.out && row.number >= first && row.number <= last) {
        if (!rows.some(({ position }) => position === seq)) rows.push({ position: seq, row });
      }
    }
    const end = highest(page.at(-1)?.seq, damaged.at(-1));
    if (end === undefined) return { rows: sorted(rows), upTo: last };
    read += damaged.length;
    from = end + 1n;
  }
}

const sorted = (rows: Row[]): Row[] => rows.sort((a, b) => (a.row.number < b.row.number ? -1 : 1));
