/**
 * Counters of a contact whose row is gone, from what is left. A number is never given twice: what was numbered and is neither in the
 * history nor in the outbox any more is not known, so the next one lies far beyond. The friend learns from its settled_below that
 * nothing comes before it, and from the abandoned numbers of the next Stand that nothing is missing; both sums are taken anew then.
 */
import { CountersRow, HistoryRow, OutboxRow, type InboxCursor } from '../core/generated/rows.js';
import { newCursor, withCursor } from '../core/inbox.ts';
import type { Range } from '../core/ranges.ts';
import { DIRECTION } from '../core/rows.ts';
import { MAX_LEAP } from '../core/stand.ts';
import type { FlowContext } from './context.ts';
import { scanOver } from './readable-rows.ts';

/** Rows of the history that are looked at, the newest: numbers grow with positions, and a friend has few devices. */
const LOOKED_AT = 1_000;

export function countersAnew(context: FlowContext, account: Uint8Array): CountersRow {
  const { store } = context;
  const rows = scanOver(store, 'history', account, { reverse: true, limit: LOOKED_AT }).map(({ value }) =>
    HistoryRow.decode(value),
  );
  const [waiting] = scanOver(store, 'outbox', account, { reverse: true, limit: 1 }).map(({ value }) =>
    OutboxRow.decode(value),
  );
  const newest = (table: 'history' | 'sessions' | 'outbox'): bigint =>
    store.sequences(table, account, { reverse: true, limit: 1 })[0] ?? 0n;
  const known = rows.reduce((most, { nextNumber }) => (nextNumber > most ? nextNumber : most), newest('outbox') + 1n);
  const sent = rows.find(({ direction }) => direction === DIRECTION.out);
  const last = newest('history');
  return {
    ...CountersRow.decode(new Uint8Array(0)),
    nextNumber: known + MAX_LEAP,
    numberEpoch: sent?.epoch ?? waiting?.epoch ?? context.own().epoch,
    nextPosition: last + 1n,
    lastPosition: last,
    readUpTo: last,
    nextSlot: newest('sessions') + 1n,
    inbox: inboxAnew(rows),
  };
}

/** The numbers that were passed over. */
export const leapOf = ({ nextNumber }: CountersRow): Range[] => [
  { first: nextNumber - MAX_LEAP, last: nextNumber - 1n },
];

/** Of each of the friend's epochs: what the history shows has come, and is not shown twice. */
function inboxAnew(rows: readonly HistoryRow[]): InboxCursor[] {
  const next = new Map<bigint, bigint>();
  for (const { direction, epoch, number } of rows) {
    if (direction === DIRECTION.in && number >= (next.get(epoch) ?? 0n)) next.set(epoch, number + 1n);
  }
  return [...next].reduce<InboxCursor[]>(
    (cursors, [epoch, number]) => withCursor(cursors, { ...newCursor(epoch), next: number, base: number }),
    [],
  );
}
