/** Receipts and wishes to resend: what comes in changes the outbox, what goes out is made from the inbox. */
import { decodeReceipt, decodeResend } from '../core/content.ts';
import type { HistoryRow } from '../core/generated/rows.js';
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
export function applyReceipt(context: FlowContext, lane: Lane, draft: Draft, body: Uint8Array): boolean {
  const receipt = decodeReceipt(body);
  if (receipt.epoch !== lane.counters.numberEpoch) return true;
  // Who has read one has everything before it: a read receipt is one number.
  const isRead = receipt.type === RECEIPT.read;
  const upTo = receipt.ranges.reduce((most, { last }) => (last > most ? last : most), 0n);
  if (upTo >= lane.counters.nextNumber || !isOurs(context, lane, upTo, receipt.messageId)) return false;
  if (isRead) {
    settleRead(context, lane, draft, upTo);
  } else {
    for (const number of [...lane.entries.keys()]) {
      if (within(receipt.ranges, number)) settle(lane, draft, number, { event: 'received' });
    }
  }
  failpoint('receipt-applied');
  return true;
}

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
export const readReceipt = ({ epoch, number, messageId }: HistoryRow): Uint8Array =>
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
