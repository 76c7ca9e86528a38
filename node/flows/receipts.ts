/** Receipts and wishes to resend: what comes in changes the outbox, what goes out is made from the inbox. */
import { decodeReceipt, decodeResend } from '../core/content.ts';
import type { ReadMark } from '../core/generated/rows.js';
import { nextOf, missingRanges } from '../core/inbox.ts';
import { rangesOf, within, without } from '../core/ranges.ts';
import { failpoint } from '../../shared/failpoints.ts';
import { equalBytes } from '../../shared/ids.ts';
import { ReceiptContent, ResendContent } from '../../shared/wire/generated/content.js';
import { MAX_RANGES } from '../../shared/wire/limits.ts';
import { RECEIPT } from '../../shared/wire/protocols.ts';
import type { FlowContext } from './context.ts';
import type { Draft, Lane } from './lane.ts';
import { sentRows } from './numbers.ts';
import { settle, settleRead } from './settle.ts';

/** Rows that are read to find one of ours by its number: what a friend wrote between two of our contents may be more, then it is not found. */
const MAX_ROWS_BETWEEN = 64;

/**
 * A friend's receipt. One for another numbering epoch (a profile that was replaced) changes nothing. False: it speaks of numbers that
 * are not ours, or of other contents under them (our profile was copied back), and changes nothing until we know how we stand.
 */
export function applyReceipt(
  context: FlowContext,
  lane: Lane,
  draft: Draft,
  body: Uint8Array,
  takesRead: boolean,
): boolean {
  const { type, epoch, ranges, messageId } = decodeReceipt(body);
  const upTo = ranges.reduce((most, { last }) => (last > most ? last : most), 0n);
  if (type === RECEIPT.read) {
    if (!applyRead(context, lane, draft, { epoch, number: upTo, messageId }, takesRead)) return false;
  } else {
    if (epoch !== lane.counters.numberEpoch) return true;
    if (!isGiven(context, lane, upTo, messageId)) return false;
    for (const number of [...lane.entries.keys()]) {
      if (within(ranges, number)) settle(lane, draft, number, { event: 'received' });
    }
  }
  failpoint('receipt-applied');
  return true;
}

/**
 * The friend has read everything of ours up to a number; who has read one has everything before it. False as in `applyReceipt`.
 * @param takesRead otherwise it counts as received, and no more: this person does not tell what was read, and is not told it
 */
export function applyRead(
  context: FlowContext,
  lane: Lane,
  draft: Draft,
  { epoch, number, messageId }: ReadMark,
  takesRead: boolean,
): boolean {
  if (epoch !== lane.counters.numberEpoch) return true;
  if (!isGiven(context, lane, number, messageId)) return false;
  if (takesRead) {
    settleRead(context, lane, draft, number);
    return true;
  }
  for (const waiting of [...lane.entries.keys()]) {
    if (waiting <= number) settle(lane, draft, waiting, { event: 'received' });
  }
  return true;
}

const isGiven = (context: FlowContext, lane: Lane, number: bigint, messageId: Uint8Array): boolean =>
  number < lane.counters.nextNumber && isOurs(context, lane, number, messageId);

/** False only where we have another content under this number. */
function isOurs(context: FlowContext, lane: Lane, number: bigint, messageId: Uint8Array): boolean {
  if (messageId.length === 0) return true;
  const ours = lane.entries.has(number)
    ? lane.outboxRow(number)
    : sentRows(context, lane, number, number, MAX_ROWS_BETWEEN).rows.find(({ row }) => row.number === number)?.row;
  return ours === undefined || equalBytes(ours.messageId, messageId);
}

/**
 * The friend misses these: what is still in the outbox is sealed again. `settled`: some of them are not there any more, or were
 * no contents of the outbox, and the friend should hear where we stand.
 */
export function applyResend(
  lane: Lane,
  draft: Draft,
  body: Uint8Array,
): { readonly renew: boolean; readonly settled: boolean } {
  const resend = decodeResend(body);
  const ours = resend.epoch === lane.counters.numberEpoch;
  let unknown = resend.envelopeIds.length;
  for (const number of [...lane.entries.keys()]) {
    const byNumber = ours && within(resend.ranges, number);
    const row = resend.envelopeIds.length > 0 && !byNumber ? lane.outboxRow(number) : undefined;
    const byEnvelope = row !== undefined && resend.envelopeIds.some((id) => equalBytes(id, row.envelopeId));
    if (byEnvelope) unknown -= 1;
    if (byNumber || byEnvelope) settle(lane, draft, number, { event: 'wanted' });
  }
  const waiting = rangesOf([...lane.entries.keys()]);
  const settled = unknown > 0 || (ours && without(resend.ranges, waiting).length > 0);
  return { renew: resend.envelopeIds.length > 0, settled };
}

/** Read by the person, up to this content. */
export const readReceipt = ({ epoch, number, messageId }: ReadMark): Uint8Array =>
  ReceiptContent.encode({ type: RECEIPT.read, epoch, ranges: [{ first: 1n, last: number }], messageId });

/** What is missing before the held contents, or undefined where nothing is. */
export function missingContents(lane: Lane): Uint8Array | undefined {
  for (const [epoch, held] of lane.held) {
    if (held.size === 0) continue;
    const numbers = [...held.keys()].sort((a, b) => (a < b ? -1 : 1));
    const ranges = missingRanges(nextOf(lane.counters.inbox, epoch), numbers, MAX_RANGES);
    if (ranges.length > 0) return ResendContent.encode({ epoch, ranges, envelopeIds: [] });
  }
  return undefined;
}

/** These envelopes could not be opened here. */
export const unopenedEnvelopes = (ids: readonly Uint8Array[]): Uint8Array =>
  ResendContent.encode({ epoch: 0n, ranges: [], envelopeIds: ids.slice(0, MAX_RANGES) });
