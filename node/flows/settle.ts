/** What happens to sent contents: stored, delivered, read, failed, or to be sealed again. Steps on a lane, by node/core/delivery.ts. */
import { QUEUED, stepDelivery, type DeliveryEvent, type Waiting } from '../core/delivery.ts';
import type { Numbered } from '../core/conversation-sum.ts';
import { HistoryRow, OutboxRow } from '../core/generated/rows.js';
import { PATH, STATE } from '../core/rows.ts';
import { failpoint } from '../../shared/failpoints.ts';
import { equalBytes } from '../../shared/ids.ts';
import { CONTENT } from '../../shared/wire/protocols.ts';
import type { FlowContext } from './context.ts';
import { historyAt, putHistory } from './draft-history.ts';
import { statesEvent } from './events.ts';
import type { Draft, Entry, Lane } from './lane.ts';
import type { ChatLink } from './ports.ts';
import { scanOver } from './readable-rows.ts';
import { waitingState } from './sent-states.ts';
import { giveUp } from './sent-total.ts';
import { noteUnsent } from './unsent-acts.ts';

const NOTHING = new Uint8Array(0);

/** `sealed` is sealing.ts's; what is only known in memory is noted without a step (Lane.noted). */
type Settling = Exclude<
  DeliveryEvent<ChatLink>,
  { event: 'sealed' | 'sent' | 'depositing' | 'link-lost' | 'deposit-failed' }
>;

/**
 * Something happened to a content of the outbox: memory, its row, its state in the chat. Unknown numbers change nothing.
 * @param how by which path it arrived, where that is known; the server's receipt, encoded, where it was stored
 */
export function settle(
  lane: Lane,
  draft: Draft,
  number: bigint,
  event: Settling,
  how: { readonly path?: number; readonly receipt?: Uint8Array } = {},
): void {
  const entry = lane.entries.get(number);
  if (entry === undefined) return;
  const before = entry.delivery;
  const { delivery, effect } = stepDelivery(before, event);
  if (effect === 'none') return;
  switch (delivery.state) {
    case 'queued':
    case 'sealed':
    case 'stored':
      if (!writeRow(lane, draft, entry, delivery, how.receipt)) return;
      entry.delivery = delivery;
      tellWaiting(draft, entry, before);
      break;
    case 'delivered':
    case 'read':
      forget(lane, draft, number);
      draft.states.push({
        number,
        position: entry.position,
        state: STATE.delivered,
        path: how.path ?? pathSoFar(before),
      });
      break;
    case 'failed':
      giveUp(lane, draft, number);
      forget(lane, draft, number);
      fail(lane, draft, entry, delivery.reason);
      break;
  }
}

/** A row that is gone (damage that was told) changes nothing more. */
function writeRow(
  lane: Lane,
  draft: Draft,
  entry: Entry,
  delivery: Waiting<ChatLink>,
  receipt: Uint8Array | undefined,
): boolean {
  const row = lane.outboxRow(entry.number);
  if (row === undefined) return false;
  const isStored = delivery.state === 'stored';
  const isQueued = delivery.state === 'queued';
  const envelope = isQueued ? { envelope: NOTHING, envelopeId: NOTHING, session: NOTHING } : {};
  const value = OutboxRow.encode({
    ...row,
    ...envelope,
    receipt: isStored && receipt !== undefined ? receipt : NOTHING,
    storedUntil: isStored ? BigInt(delivery.until) : 0n,
  });
  entry.envelope = undefined;
  draft.ops.push({ op: 'put', table: 'outbox', id: lane.account, seq: entry.number, value });
  if (isQueued) failpoint('envelope-unsealed');
  return true;
}

/**
 * What waits of this content was taken back: from now on that is what goes out, under the same number and id, whatever was on its way
 * before. The friend shows what comes first, and takes the other as a double of it.
 */
export function emptyContent(lane: Lane, draft: Draft, { number, messageId }: Numbered): void {
  const entry = lane.entries.get(number);
  const row = entry === undefined ? undefined : lane.outboxRow(number);
  if (entry === undefined || row === undefined || !equalBytes(row.messageId, messageId)) return;
  const before = entry.delivery;
  entry.delivery = QUEUED;
  entry.envelope = undefined;
  tellWaiting(draft, entry, before);
  const value = OutboxRow.encode({
    ...{ ...row, kind: CONTENT.gone, body: NOTHING, receipt: NOTHING, storedUntil: 0n },
    ...{ envelope: NOTHING, envelopeId: NOTHING, session: NOTHING },
  });
  draft.ops.push({ op: 'put', table: 'outbox', id: lane.account, seq: number, value });
}

function tellWaiting(draft: Draft, { number, position, delivery }: Entry, before: Waiting<ChatLink>): void {
  const [was, is] = [waitingState(before), waitingState(delivery)];
  if (was.state !== is.state) draft.states.push({ number, position, ...is });
}

function forget(lane: Lane, draft: Draft, number: bigint): void {
  lane.entries.delete(number);
  if (number > lane.highestSettled) lane.highestSettled = number;
  draft.ops.push({ op: 'delete', table: 'outbox', id: lane.account, seq: number });
}

/** It will not be sent any more: the acquaintance is over. */
export function abandon(lane: Lane, draft: Draft, entry: Entry): void {
  giveUp(lane, draft, entry.number);
  forget(lane, draft, entry.number);
  fail(lane, draft, entry, 'not-a-friend');
}

/** A sent message's row as it is from now on; what it says of its state is STATE.queued or STATE.failed. */
export function rewriteSent(lane: Lane, draft: Draft, position: bigint, row: HistoryRow): void {
  putHistory(lane, draft, position, row);
}

/** Our message at this place in the history; undefined where nothing is shown there (any more). */
export function sentAt(lane: Lane, draft: Draft, position: bigint): HistoryRow | undefined {
  return position === 0n || position < lane.counters.clearedBelow ? undefined : historyAt(lane, draft, position);
}

function fail(lane: Lane, draft: Draft, { number, position }: Entry, reason: string): void {
  draft.states.push({ number, position, state: STATE.failed, path: PATH.none });
  const row = sentAt(lane, draft, position);
  if (row === undefined) return;
  const failed = { ...row, state: STATE.failed, reason };
  rewriteSent(lane, draft, position, failed);
  noteUnsent(lane, draft, position, failed);
}

/** By which path a content must have come of which a receipt says that it is there. */
function pathSoFar(delivery: Waiting<ChatLink>): number {
  if (delivery.state === 'stored') return PATH.mailbox;
  return delivery.state === 'sealed' && delivery.direct !== undefined ? PATH[delivery.direct.path] : PATH.none;
}

/** The friend has read everything up to this number. */
export function settleRead(context: FlowContext, lane: Lane, draft: Draft, upTo: bigint): void {
  const newest = lane.counters.nextNumber - 1n;
  const friendRead = upTo < newest ? upTo : newest;
  for (const number of lane.entries.keys()) {
    if (number > friendRead) break;
    settle(lane, draft, number, { event: 'read' });
  }
  if (friendRead <= lane.counters.friendRead) return;
  const before = lane.counters.friendReadPosition;
  const position = lastPositionOf(context, lane, friendRead);
  lane.counters = { ...lane.counters, friendRead, friendReadPosition: position > before ? position : before };
  draft.counters = true;
  const first = before + 1n > lane.counters.clearedBelow ? before + 1n : lane.counters.clearedBelow;
  if (position < first) return;
  draft.reads.push(statesEvent(lane.account, [first, position], { state: STATE.read, path: PATH.none }));
}

/** The last place in the history at which our contents up to this number were there and no later one; 0: nothing of them is there. */
function lastPositionOf({ store }: FlowContext, lane: Lane, number: bigint): bigint {
  let low = 0n;
  let high = lane.counters.nextPosition - 1n;
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    const [at] = scanOver(store, 'history', lane.account, { to: middle, reverse: true, limit: 1 });
    if (at === undefined || HistoryRow.decode(at.value).nextNumber <= number + 1n) low = middle;
    else high = at.seq - 1n;
  }
  return low;
}
