/** What becomes of sent contents: stored, delivered, read, failed, or to be sealed again. Steps on a lane. */
import { HistoryRow, OutboxRow } from '../core/generated/rows.js';
import { advance, DIRECTION, PATH, STATE } from '../core/rows.ts';
import { MiyuError } from '../../shared/errors.ts';
import type { FlowContext } from './context.ts';
import type { Draft, Entry, Lane } from './lane.ts';
import { changeEntry } from './send.ts';
import { giveUp } from './sent-total.ts';
import { failpoint } from '../../shared/failpoints.ts';

/** Rows that one step may look at: what a read receipt makes of a long history goes in several, and others have their turn between. */
const MAX_READ_STEP = 1_000;

/** What the chat shows of this entry; nothing where it is not shown, or was deleted there. */
function changeHistory(lane: Lane, draft: Draft, entry: Entry, state: number, path: number, reason = ''): void {
  const { position } = entry;
  if (position === 0n || position < lane.counters.clearedBelow) return;
  const row = entry.shown ?? lane.historyRow(draft, position);
  const next = row === undefined ? undefined : advance(row, state, path, reason);
  if (next === undefined) return;
  if (entry.shown !== undefined) entry.shown = next;
  changeEntry(lane, draft, position, next);
}

/** Out of the outbox; undefined: it was not there. */
function takeEntry(lane: Lane, draft: Draft, number: bigint): Entry | undefined {
  const entry = lane.entries.get(number);
  if (entry === undefined) return undefined;
  lane.entries.delete(number);
  draft.ops.push({ op: 'delete', table: 'outbox', id: lane.account, seq: number });
  return entry;
}

/** The friend has it on disk: forget the content, keep the history. Unknown numbers change nothing. */
export function settleDelivered(lane: Lane, draft: Draft, number: bigint, path: number): void {
  const entry = takeEntry(lane, draft, number);
  if (entry !== undefined) changeHistory(lane, draft, entry, STATE.delivered, path);
}

/** It will not arrive, and the chat says why. */
export function settleFailed(lane: Lane, draft: Draft, number: bigint, reason: string): void {
  giveUp(lane, draft, number);
  const entry = takeEntry(lane, draft, number);
  if (entry !== undefined) changeHistory(lane, draft, entry, STATE.failed, PATH.none, reason);
}

/** A mailbox keeps it until then, and its server signed for it. */
export function settleStored(
  lane: Lane,
  draft: Draft,
  number: bigint,
  stored: { readonly receipt: Uint8Array; readonly until: bigint },
): void {
  const entry = lane.entries.get(number);
  const row = entry === undefined ? undefined : lane.outboxRow(number);
  if (entry === undefined || row === undefined) return;
  entry.storedUntil = Number(stored.until);
  entry.envelope = undefined;
  const value = OutboxRow.encode({ ...row, receipt: stored.receipt, storedUntil: stored.until });
  draft.ops.push({ op: 'put', table: 'outbox', id: lane.account, seq: number, value });
  changeHistory(lane, draft, entry, STATE.stored, PATH.mailbox);
}

/** The envelope is of no use any more (expired, or the friend cannot open it): it is to be sealed and sent anew. */
export function settleUnsealed(lane: Lane, draft: Draft, number: bigint): void {
  const entry = lane.entries.get(number);
  const row = entry === undefined ? undefined : lane.outboxRow(number);
  if (entry === undefined || row === undefined) return;
  entry.slot = undefined;
  entry.envelope = undefined;
  entry.storedUntil = 0;
  entry.link = undefined;
  const none = new Uint8Array(0);
  const value = OutboxRow.encode({
    ...row,
    envelope: none,
    envelopeId: none,
    session: none,
    receipt: none,
    storedUntil: 0n,
  });
  draft.ops.push({ op: 'put', table: 'outbox', id: lane.account, seq: number, value });
  changeHistory(lane, draft, entry, STATE.queued, PATH.none);
  failpoint('envelope-unsealed');
}

/** Lanes whose history is being walked: one receipt at a time, whatever the friend sends. */
const walking = new WeakSet<Lane>();

/** The friend has read everything up to this number: newest first, until one that was known as read. */
export function settleRead(context: FlowContext, lane: Lane, draft: Draft, upTo: bigint): void {
  const next = markRead(context, lane, draft, lastPositionOf(context, lane, upTo));
  if (next === undefined || walking.has(lane)) return;
  walking.add(lane);
  draft.after.push(() => {
    void walkOn(context, lane, next).finally(() => walking.delete(lane));
  });
}

/** A step, and where the next one begins; undefined: there is no more to mark. */
function markRead(context: FlowContext, lane: Lane, draft: Draft, to: bigint): bigint | undefined {
  const rows = context.store.scan('history', lane.account, { to, reverse: true, limit: MAX_READ_STEP });
  for (const { seq, value } of rows) {
    const row = draft.history.get(seq) ?? HistoryRow.decode(value);
    // Nothing of ours lies below.
    if (row.nextNumber <= 1n) return undefined;
    if (row.direction !== DIRECTION.out) continue;
    if (row.state === STATE.read) return undefined;
    const next = advance(row, STATE.read, PATH.none);
    if (next !== undefined) changeEntry(lane, draft, seq, next);
  }
  const last = rows.at(-1);
  return last === undefined || rows.length < MAX_READ_STEP ? undefined : last.seq - 1n;
}

/** The rest of a long history, with everybody's turn between two steps. What fails here, stays as it was. */
async function walkOn(context: FlowContext, lane: Lane, from: bigint): Promise<void> {
  try {
    for (let to: bigint | undefined = from; to !== undefined;) {
      await nextTurn();
      const at: bigint = to;
      const { result, committed } = lane.step((draft) => markRead(context, lane, draft, at));
      await committed;
      to = result;
    }
  } catch (error) {
    if (!(error instanceof MiyuError)) context.log.fault(error);
  }
}

const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** The last place in the history at which our contents up to this number were there and no later one; 0: nothing of them is there. */
function lastPositionOf({ store }: FlowContext, lane: Lane, number: bigint): bigint {
  let low = 0n;
  let high = lane.counters.nextPosition - 1n;
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    const [at] = store.scan('history', lane.account, { to: middle, reverse: true, limit: 1 });
    if (at === undefined || HistoryRow.decode(at.value).nextNumber <= number + 1n) low = middle;
    else high = at.seq - 1n;
  }
  return low;
}
