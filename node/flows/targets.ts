/** The message that a reply, a reaction, an edit or a deletion names: by its number, and where that is another one now, by its id. */
import type { ContentRef } from '../core/message-content.ts';
import { HistoryRow } from '../core/generated/rows.js';
import { DIRECTION } from '../core/rows.ts';
import { equalBytes } from '../../shared/ids.ts';
import type { FlowContext } from './context.ts';
import { writtenRows } from './draft-history.ts';
import type { Draft, Lane } from './lane.ts';
import { receivedRow, sentRows, type Row } from './numbers.ts';
import { scanReadable } from './readable-rows.ts';

/** As for receipts: what may stand between two of our numbers. */
const MAX_ROWS_BETWEEN = 64;
/** The newest rows that are looked through by id: a content got another number while it waited, and that is not long ago. */
const MAX_BY_ID = 512;

/** How this side names a message of its history to the friend. */
export const refOf = ({ direction, epoch, number, messageId }: HistoryRow): ContentRef => ({
  ...{ epoch, number, messageId },
  yours: direction === DIRECTION.in,
});

/**
 * The row that is meant; undefined: it is not here, or not any more.
 * @param by who names it: DIRECTION.in is the friend
 */
export function findTarget(
  context: FlowContext,
  lane: Lane,
  draft: Draft,
  by: number,
  { yours, epoch, number, messageId }: ContentRef,
): Row | undefined {
  const isOurs = yours === (by === DIRECTION.in);
  const direction = isOurs ? DIRECTION.out : DIRECTION.in;
  const isIt = ({ row, position }: Row): boolean =>
    row.direction === direction &&
    row.epoch === epoch &&
    equalBytes(row.messageId, messageId) &&
    position >= lane.counters.clearedBelow;
  const written = writtenRows(draft);
  const found = written.find(isIt) ?? inStore().find(isIt);
  // What the step has written of it counts.
  return found && (written.find(({ position }) => position === found.position) ?? found);

  function inStore(): readonly Row[] {
    const byNumber = isOurs
      ? sentRows(context, lane, number, number, MAX_ROWS_BETWEEN).rows
      : [receivedRow(context, lane, epoch, number)].filter((row) => row !== undefined);
    return byNumber.some(isIt) ? byNumber : newestRows(context, lane, draft);
  }
}

/** Read once in a step: a friend may name what is not here a hundred times in it. */
const newestIn = new WeakMap<Draft, readonly Row[]>();

function newestRows({ store }: FlowContext, lane: Lane, draft: Draft): readonly Row[] {
  const known = newestIn.get(draft);
  if (known !== undefined) return known;
  const bounds = { to: lane.counters.nextPosition - 1n, reverse: true, limit: MAX_BY_ID };
  const { rows } = scanReadable(store, 'history', lane.account, bounds);
  const newest = rows.map(({ seq, value }) => ({ position: seq, row: HistoryRow.decode(value) }));
  newestIn.set(draft, newest);
  return newest;
}
