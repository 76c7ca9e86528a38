/** Where this side stands in a conversation, in the words of the wire; and what it learns of the friend's numbers. */
import { decodeContent } from '../core/content.ts';
import { equalTotals, wireDigest, withContents } from '../core/conversation-sum.ts';
import type { InboxCursor } from '../core/generated/rows.js';
import { withCursor } from '../core/inbox.ts';
import { rangesOf, sizeOf, union, within, without } from '../core/ranges.ts';
import {
  StandContent,
  type ReceivedStand,
  type SentStand,
  type StoredStand,
} from '../../shared/wire/generated/content.js';
import { MAX_STAND_RANGES, MAX_STAND_RECEIPTS } from '../../shared/wire/limits.ts';
import type { FlowContext } from './context.ts';
import type { Draft, Lane } from './lane.ts';

const NOTHING = new Uint8Array(0);

export function standOf(
  lane: Lane,
  questions: { readonly question?: Uint8Array; readonly answer?: Uint8Array },
  tellsRead: boolean,
  ownNote?: Uint8Array,
): Uint8Array {
  const { numberEpoch, nextNumber, sentCount, sentDigest, inbox, toldRead } = lane.counters;
  return StandContent.encode({
    sent: {
      ...{ epoch: numberEpoch, next: nextNumber, count: sentCount, digest: wireDigest(sentDigest) },
      abandoned: lane.stand.abandoned,
    },
    received: inbox.map((cursor) => receivedOf(lane, cursor)),
    stored: storedOf(lane),
    question: questions.question ?? NOTHING,
    answer: questions.answer ?? NOTHING,
    ...(tellsRead && toldRead !== undefined ? { read: toldRead } : {}),
    ...(ownNote === undefined ? {} : { vaultNote: ownNote }),
    ...(lane.contact.vaultNote === undefined ? {} : { seenNote: lane.contact.vaultNote }),
  });
}

function receivedOf(lane: Lane, cursor: InboxCursor): ReceivedStand {
  const { epoch, next, base } = cursor;
  const torn = rangesOf(cursor.torn.map(({ number }) => number));
  const skipped = union(cursor.skipped, torn, MAX_STAND_RANGES);
  const rows = [...(lane.held.get(epoch) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
  const held = rangesOf(rows.map(([number]) => number)).slice(0, MAX_STAND_RANGES);
  const listed = rows.filter(([number]) => within(held, number)).map(([, { content }]) => decodeContent(content));
  const { count, digest } = withContents(cursor, epoch, listed);
  return { epoch, base: base === 0n ? 1n : base, next, skipped, held, count, digest: wireDigest(digest) };
}

/** The newest contents that a mailbox keeps for the friend, with its server's word for it. */
function storedOf(lane: Lane): StoredStand[] {
  const numbers = [...lane.entries.values()]
    .filter(({ delivery }) => delivery.state === 'stored')
    .map(({ number }) => number);
  return numbers.slice(-MAX_STAND_RECEIPTS).flatMap((number) => {
    const receipt = lane.outboxRow(number)?.receipt ?? NOTHING;
    return receipt.length === 0 ? [] : [{ number, receipt }];
  });
}

/** What the friend says to have sent, beside what is here. */
export function learnSent({ clock }: FlowContext, lane: Lane, draft: Draft, sent: SentStand): void {
  const cursor = lane.counters.inbox.find(({ epoch }) => epoch === sent.epoch);
  if (cursor === undefined) return;
  const skipped = without(cursor.skipped, sent.abandoned);
  if (skipped.length !== cursor.skipped.length || sizeOf(skipped) !== sizeOf(cursor.skipped)) {
    lane.counters = { ...lane.counters, inbox: withCursor(lane.counters.inbox, { ...cursor, skipped }) };
    draft.counters = true;
  }
  const agrees = cursor.next === sent.next && cursor.torn.length === 0 && equalTotals(cursor, sent);
  lane.stand = {
    ...lane.stand,
    receivedTotal: sent.count,
    ...(agrees ? { receivedAgreed: cursor.count, receivedAgreedAt: BigInt(clock.wall()) } : {}),
  };
  draft.stand = true;
}
