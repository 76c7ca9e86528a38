/** What the person has seen: counted here, and told to the friend. */
import { isShown } from '../core/message-changes.ts';
import { HistoryRow } from '../core/generated/rows.js';
import { nextOf } from '../core/inbox.ts';
import { DIRECTION } from '../core/rows.ts';
import { CONTENT } from '../../shared/wire/protocols.ts';
import type { FlowContext } from './context.ts';
import type { Lane } from './lane.ts';
import { scanReadable } from './readable-rows.ts';
import { readReceipt } from './receipts.ts';
import type { Transients } from './transient.ts';

/** Messages that are counted as unread. */
const MAX_UNREAD = 1_000;

export interface ReadPorts {
  readonly transients: Transients;
  /** Read receipts may be switched off by the person. */
  readonly tellsRead: () => boolean;
}

export function createReadMarks(context: FlowContext, ports: ReadPorts) {
  /** The person has seen everything up to this position. */
  async function markRead(lane: Lane, upTo: bigint): Promise<void> {
    const last = lane.counters.nextPosition - 1n;
    const position = upTo < last ? upTo : last;
    if (position <= lane.counters.readUpTo) return;
    const unseen = scanReadable(context.store, 'history', lane.account, { from: position + 1n, limit: MAX_UNREAD });
    const unread = unseen.rows.filter(({ value }) => isUnread(HistoryRow.decode(value))).length;
    const { committed } = lane.step((draft) => {
      lane.counters = { ...lane.counters, readUpTo: position, unread };
      draft.counters = true;
    });
    await committed;
    if (ports.tellsRead()) tellRead(lane, position);
  }

  /** Newest numbered content at or before the position: what "read up to" means to the friend. */
  function tellRead(lane: Lane, position: bigint): void {
    const bounds = { to: position, reverse: true, limit: 100 };
    for (const { value } of scanReadable(context.store, 'history', lane.account, bounds).rows) {
      const row = HistoryRow.decode(value);
      if (row.direction !== DIRECTION.in) continue;
      if (nextOf(lane.counters.inbox, row.epoch) <= row.number) return;
      void ports.transients.send(lane, CONTENT.receipt, readReceipt(row), { fresh: false });
      return;
    }
  }

  return { markRead };
}

const isUnread = (row: HistoryRow): boolean => row.direction === DIRECTION.in && isShown(row);
