/** Receipts and wishes to resend: what comes in changes the outbox, what goes out is made from the inbox. */
import { decodeReceipt, decodeResend } from '../core/content.ts';
import { nextOf, missingRanges } from '../core/inbox.ts';
import { failpoint } from '../../shared/failpoints.ts';
import { equalBytes } from '../../shared/ids.ts';
import { ReceiptContent, ResendContent, type NumberRange } from '../../shared/wire/generated/content.js';
import { MAX_RANGES } from '../../shared/wire/limits.ts';
import { RECEIPT } from '../../shared/wire/protocols.ts';
import type { FlowContext } from './context.ts';
import type { Draft, Lane } from './lane.ts';
import { settle, settleRead } from './settle.ts';

const within = (ranges: readonly NumberRange[], number: bigint): boolean =>
  ranges.some((range) => range.first <= number && number <= range.last);

/** A friend's receipt. One for another numbering epoch (a profile that was replaced) changes nothing. */
export function applyReceipt(context: FlowContext, lane: Lane, draft: Draft, body: Uint8Array): void {
  const receipt = decodeReceipt(body);
  if (receipt.epoch !== lane.counters.numberEpoch) return;
  // Who has read one has everything before it: a read receipt is one number.
  const isRead = receipt.type === RECEIPT.read;
  const upTo = receipt.ranges.reduce((most, { last }) => (last > most ? last : most), 0n);
  if (isRead) {
    settleRead(context, lane, draft, upTo);
  } else {
    for (const number of [...lane.entries.keys()]) {
      if (within(receipt.ranges, number)) settle(lane, draft, number, { event: 'received' });
    }
  }
  failpoint('receipt-applied');
}

/**
 * The friend misses these: what is still in the outbox is sealed again. `settled`: some are not there any more, so that the friend waits
 * for what never comes until the next content says so, whatever it is.
 */
export function applyResend(
  lane: Lane,
  draft: Draft,
  body: Uint8Array,
): { readonly renew: boolean; readonly settled: boolean } {
  const resend = decodeResend(body);
  const ours = resend.epoch === lane.counters.numberEpoch;
  for (const number of [...lane.entries.keys()]) {
    const byNumber = ours && within(resend.ranges, number);
    const row = resend.envelopeIds.length > 0 && !byNumber ? lane.outboxRow(number) : undefined;
    const byEnvelope = row !== undefined && resend.envelopeIds.some((id) => equalBytes(id, row.envelopeId));
    if (byNumber || byEnvelope) settle(lane, draft, number, { event: 'wanted' });
  }
  const settled = ours && resend.ranges.some(({ first }) => first < lane.settledBelow);
  return { renew: resend.envelopeIds.length > 0, settled };
}

/** Everything of one epoch that is here: all below `next`, and what is held beyond. Cumulative, so a lost one does no harm. */
export function deliveredReceipt(lane: Lane, epoch: bigint): Uint8Array {
  const next = nextOf(lane.counters.inbox, epoch);
  const ranges: NumberRange[] = next > 1n ? [{ first: 1n, last: next - 1n }] : [];
  for (const number of [...(lane.held.get(epoch)?.keys() ?? [])].sort((a, b) => (a < b ? -1 : 1))) {
    const last = ranges.at(-1);
    if (last !== undefined && last.last + 1n === number) last.last = number;
    else if (ranges.length < MAX_RANGES) ranges.push({ first: number, last: number });
  }
  return ReceiptContent.encode({ type: RECEIPT.delivered, epoch, ranges });
}

export const readReceipt = (epoch: bigint, upTo: bigint): Uint8Array =>
  ReceiptContent.encode({ type: RECEIPT.read, epoch, ranges: [{ first: 1n, last: upTo }] });

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
