/** Puts a content into a contact's outbox: number, envelope, history and event in one batch, on disk before a byte leaves. */
import { HistoryRow, OutboxRow } from '../core/generated/rows.js';
import { DIRECTION, PATH, STATE } from '../core/rows.ts';
import type { FlowContext } from './context.ts';
import { messageEvent, stateEvent } from './events.ts';
import type { Draft, Lane } from './lane.ts';
import { sealRow } from './sealing.ts';
import { failpoint } from '../../shared/failpoints.ts';

const NOTHING = new Uint8Array(0);

/** Adds a history entry and its event to the draft. Returns its position. */
export function showEntry(lane: Lane, draft: Draft, entry: Omit<HistoryRow, 'nextNumber'>): bigint {
  const position = lane.counters.nextPosition;
  const row: HistoryRow = { ...entry, nextNumber: lane.counters.nextNumber };
  lane.counters = { ...lane.counters, nextPosition: position + 1n, lastPosition: position };
  draft.counters = true;
  draft.ops.push(
    { op: 'insert', table: 'history', id: lane.account, seq: position, value: HistoryRow.encode(row) },
    { op: 'event', value: messageEvent(lane.account, position), subject: row },
  );
  return position;
}

/** Puts a changed history entry and its event into the draft. */
export function changeEntry(lane: Lane, draft: Draft, position: bigint, row: HistoryRow): void {
  draft.history.set(position, row);
  draft.ops.push(
    { op: 'put', table: 'history', id: lane.account, seq: position, value: HistoryRow.encode(row) },
    { op: 'event', value: stateEvent(lane.account, position, row) },
  );
}

export interface Enqueued {
  readonly messageId: Uint8Array;
  readonly number: bigint;
  /** 0: not shown in the chat. */
  readonly position: bigint;
  /** The chat's entry, where there is one. */
  readonly entry: HistoryRow | undefined;
}

/** The step: everything is in memory when it returns, on disk when `committed` resolves. */
export function enqueueContent(
  context: FlowContext,
  lane: Lane,
  kind: number,
  body: Uint8Array,
  options: { readonly show: boolean },
): { readonly result: Enqueued; readonly committed: Promise<void> } {
  return lane.step((draft) => putContent(context, lane, draft, kind, body, options));
}

/** The same as a part of a larger step. */
export function putContent(
  context: FlowContext,
  lane: Lane,
  draft: Draft,
  kind: number,
  body: Uint8Array,
  options: { readonly show: boolean },
): Enqueued {
  const messageId = context.random(16);
  const number = lane.counters.nextNumber;
  const sentAt = BigInt(context.clock.wall());
  const epoch = lane.counters.numberEpoch;
  lane.counters = { ...lane.counters, nextNumber: number + 1n };
  draft.counters = true;
  const entry: HistoryRow | undefined = options.show
    ? {
        ...{ messageId, kind, body, sentAt, number, epoch },
        direction: DIRECTION.out,
        receivedAt: 0n,
        state: STATE.queued,
        reason: '',
        path: PATH.none,
        nextNumber: number + 1n,
      }
    : undefined;
  const position = entry === undefined ? 0n : showEntry(lane, draft, entry);

  lane.entries.set(number, {
    number,
    position,
    slot: undefined,
    seals: 0,
    durableSeal: 0,
    storedUntil: 0,
    link: undefined,
    depositing: false,
    envelope: undefined,
    shown: lane.keepsInMemory(body.length) ? entry : undefined,
  });
  const row: OutboxRow = {
    messageId,
    number,
    epoch,
    kind,
    body,
    sentAt,
    position,
    envelope: NOTHING,
    envelopeId: NOTHING,
    session: NOTHING,
    receipt: NOTHING,
    storedUntil: 0n,
  };
  const value = OutboxRow.encode(sealRow(context, lane, draft, row) ?? row);
  failpoint('send-sealed');
  draft.ops.push({ op: 'insert', table: 'outbox', id: lane.account, seq: number, value });
  return { messageId, number, position, entry };
}
