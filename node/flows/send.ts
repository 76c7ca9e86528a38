/** Puts contents into a contact's outbox: number, envelope, history and event in one batch, on disk before a byte leaves. */
import { withContent } from '../core/conversation-sum.ts';
import { QUEUED } from '../core/delivery.ts';
import { OutboxRow, type HistoryRow } from '../core/generated/rows.js';
import { DIRECTION, PATH, STATE } from '../core/rows.ts';
import type { FlowContext } from './context.ts';
import { isShown } from '../core/message-changes.ts';
import { putHistory } from './draft-history.ts';
import { tellMessage } from './events.ts';
import type { Draft, Lane } from './lane.ts';
import { sealRow } from './sealing.ts';
import { sentFields, sentTotal } from './sent-total.ts';
import { failpoint } from '../../shared/failpoints.ts';

const NOTHING = new Uint8Array(0);

/** Adds a history entry to the draft, and its event where the chat shows it. Returns its position. */
export function showEntry(lane: Lane, draft: Draft, row: HistoryRow): bigint {
  const position = lane.counters.nextPosition;
  const isSeen = isShown(row);
  const { archived, draft: typed } = lane.chat;
  // A hidden chat comes back with something new, and what was typed is sent.
  const isSent = row.direction === DIRECTION.out;
  if (isSeen && (archived || (isSent && typed !== ''))) {
    lane.chat = { ...lane.chat, archived: false, draft: isSent ? '' : typed };
    draft.chat = true;
  }
  const lastPosition = isSeen ? position : lane.counters.lastPosition;
  lane.counters = { ...lane.counters, nextPosition: position + 1n, lastPosition };
  draft.counters = true;
  putHistory(lane, draft, position, row, 'insert');
  if (isSeen) tellMessage(draft.events, lane.account, position, row);
  return position;
}

export interface Enqueued {
  readonly messageId: Uint8Array;
  readonly number: bigint;
  /** 0: not shown in the chat. */
  readonly position: bigint;
  /** The chat's entry, where there is one. */
  readonly entry: HistoryRow | undefined;
}

export interface NewContent {
  readonly kind: number;
  readonly body: Uint8Array;
  /** Whether it has a place in the history. */
  readonly show: boolean;
  /** What that place has beside. */
  readonly entry?: Partial<Pick<HistoryRow, 'replyPosition' | 'changes'>>;
}

/** One step for all of them, in order: everything is in memory when it returns, on disk when `committed` resolves. */
export function enqueueContents(
  context: FlowContext,
  lane: Lane,
  contents: readonly NewContent[],
): { readonly result: readonly Enqueued[]; readonly committed: Promise<void> } {
  return lane.step((draft) => contents.map((content) => putContent(context, lane, draft, content)));
}

/** The same as a part of a larger step. */
export function putContent(context: FlowContext, lane: Lane, draft: Draft, content: NewContent): Enqueued {
  const { kind, body, show } = content;
  const messageId = context.random(16);
  const number = lane.counters.nextNumber;
  const sentAt = BigInt(context.clock.wall());
  const epoch = lane.counters.numberEpoch;
  const total = withContent(sentTotal(lane.counters), epoch, { number, messageId });
  const { sentCount, sentDigest } = sentFields(total);
  lane.counters = { ...lane.counters, nextNumber: number + 1n, sentCount, sentDigest };
  draft.counters = true;
  const entry: HistoryRow | undefined = show
    ? {
        messageId,
        kind,
        body,
        sentAt,
        number,
        epoch,
        direction: DIRECTION.out,
        receivedAt: 0n,
        state: STATE.queued,
        reason: '',
        path: PATH.none,
        nextNumber: number + 1n,
        formerNumbers: [],
        replyPosition: 0n,
        ...content.entry,
      }
    : undefined;
  const position = entry === undefined ? 0n : showEntry(lane, draft, entry);
  lane.entries.set(number, { number, position, delivery: QUEUED, seals: 0, durableSeal: 0, envelope: undefined });
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
    formerNumbers: [],
  };
  const value = OutboxRow.encode(sealRow(context, lane, draft, row) ?? row);
  failpoint('send-sealed');
  draft.ops.push({ op: 'insert', table: 'outbox', id: lane.account, seq: number, value });
  return { messageId, number, position, entry };
}
