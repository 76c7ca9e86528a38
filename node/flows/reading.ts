/** What the person has read: where reading goes on, and up to which content the friend is told of it. */
import { HistoryRow, type CountersRow, type ReadMark } from '../core/generated/rows.js';
import { nextOf } from '../core/inbox.ts';
import { isShown } from '../core/message-changes.ts';
import { DIRECTION } from '../core/rows.ts';
import type { FlowContext } from './context.ts';
import type { Lane } from './lane.ts';
import { scanOver, scanReadable } from './readable-rows.ts';

/** Rows behind the last one read that are looked at: more of them than that are unread all the same, and are counted as so many. */
const MAX_UNSEEN = 1_000;
/** Nearly always the first row behind what was read is the first unread one; what one has written since is few. */
const FIRST_LOOK = 8;
/** Rows that are looked through for one by the friend. */
const MAX_OWN_BETWEEN = 100;

/**
 * The person has seen everything up to this position.
 * @returns on disk, what the friend is to be told as read; undefined: nothing new
 */
export async function markRead(
  context: FlowContext,
  lane: Lane,
  upTo: bigint,
  tells: boolean,
): Promise<ReadMark | undefined> {
  const last = lane.counters.nextPosition - 1n;
  const position = upTo < last ? upTo : last;
  if (position <= lane.counters.readUpTo) return undefined;
  const unseen = scanReadable(context.store, 'history', lane.account, { from: position + 1n, limit: MAX_UNSEEN });
  const unread = unseen.rows.filter(({ value }) => isUnread(HistoryRow.decode(value))).length;
  const mark = tells ? newestRead(context, lane, position) : undefined;
  const { committed } = lane.step((draft) => {
    // What was to be told outlives the process that was to tell it: the next Stand says it again.
    lane.counters = { ...lane.counters, readUpTo: position, unread, ...(mark && { toldRead: mark }) };
    draft.counters = true;
  });
  await committed;
  return mark;
}

const isUnread = (row: HistoryRow): boolean => row.direction === DIRECTION.in && isShown(row);

/** Newest numbered content of the friend at or before the position: what "read up to" means to them. */
function newestRead({ store }: FlowContext, lane: Lane, position: bigint): ReadMark | undefined {
  const bounds = { to: position, reverse: true, limit: MAX_OWN_BETWEEN };
  for (const { value } of scanReadable(store, 'history', lane.account, bounds).rows) {
    const { direction, epoch, number, messageId } = HistoryRow.decode(value);
    if (direction !== DIRECTION.in) continue;
    return nextOf(lane.counters.inbox, epoch) <= number ? undefined : { epoch, number, messageId };
  }
  return undefined;
}

/** Position of the oldest message of the friend that was not read, or null: all were. Behind MAX_UNSEEN of one's own it is not looked for. */
export function firstUnread(
  { store }: FlowContext,
  account: Uint8Array,
  { unread, readUpTo, clearedBelow }: CountersRow,
): number | null {
  if (unread === 0) return null;
  let from = readUpTo + 1n > clearedBelow ? readUpTo + 1n : clearedBelow;
  for (let [limit, looked] = [FIRST_LOOK, 0]; looked < MAX_UNSEEN; looked += limit, limit = MAX_UNSEEN - looked) {
    const rows = scanOver(store, 'history', account, { from, limit });
    const found = rows.find(({ value }) => HistoryRow.decode(value).direction === DIRECTION.in);
    if (found !== undefined) return Number(found.seq);
    if (rows.length < limit) return null;
    from = rows.at(-1)!.seq + 1n;
  }
  return null;
}
