import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkText,
  decodeContent,
  decodeReceipt,
  decodeResend,
  decodeStand,
  decodeText,
  decodeTyping,
  encodeContent,
  encodeText,
  LATER_KIND,
} from '../../../node/core/content.ts';
import { isMiyuError, MiyuError } from '../../../shared/errors.ts';
import {
  Content,
  ReceiptContent,
  ResendContent,
  StandContent,
  TextContent,
  TypingContent,
} from '../../../shared/wire/generated/content.js';
import { MAX_RANGES, MAX_TEXT_BYTES } from '../../../shared/wire/limits.ts';
import { CONTENT } from '../../../shared/wire/protocols.ts';

const plain = {
  kind: 1,
  messageId: new Uint8Array(16).fill(7),
  epoch: 1n,
  number: 3n,
  sentAt: 1_700_000_000_000n,
  settledBelow: 2n,
  body: encodeText('在吗'),
};

const code = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof MiyuError ? error.code : 'other';
  }
  return 'none';
};

describe('content', () => {
  it('comes back as it was', () => {
    expect(decodeContent(encodeContent(plain))).toEqual({ ...plain, formerNumbers: [], version: 1 });
    expect(decodeText(plain.body)).toBe('在吗');
  });

  it('keeps a kind that it does not know', () => {
    const content = decodeContent(encodeContent({ ...plain, kind: 4711, body: new Uint8Array([9, 9]) }));
    expect(content.kind).toBe(4711);
    expect(content.body).toEqual(new Uint8Array([9, 9]));
  });

  it.each([
    ['a short message id', { messageId: new Uint8Array(15) }],
    ['no kind', { kind: 0 }],
    ['no epoch', { epoch: 0n }],
    ['a text without a number', { number: 0n }],
    ['a receipt with a number', { kind: 2 }],
    ['a settled mark beyond its own number', { settledBelow: 4n }],
    ['a time that no clock shows', { sentAt: 2n ** 63n }],
  ])('refuses %s', (_, change) => {
    expect(code(() => decodeContent(encodeContent({ ...plain, ...change })))).toBe('malformed');
  });

  it('keeps a later version as a kind that it does not know, and refuses none at all', () => {
    const content = decodeContent(Content.encode({ ...plain, version: 2 }));
    expect([content.kind, content.number]).toEqual([LATER_KIND, 3n]);
    expect(code(() => decodeContent(Content.encode({ ...plain, version: 0 })))).toBe('malformed');
  });

  it('takes texts of 1 byte to 64 KiB and nothing else', () => {
    checkText('a');
    checkText('a'.repeat(MAX_TEXT_BYTES));
    expect(code(() => checkText(''))).toBe('text-empty');
    expect(code(() => checkText('a'.repeat(MAX_TEXT_BYTES + 1)))).toBe('text-too-long');
    expect(code(() => checkText('密'.repeat(Math.ceil((MAX_TEXT_BYTES + 1) / 3))))).toBe('text-too-long');
    expect(code(() => decodeText(TextContent.encode({ text: '' })))).toBe('malformed');
  });

  it('bounds receipts and wishes', () => {
    const ranges = Array.from({ length: MAX_RANGES + 1 }, (_, i) => ({ first: BigInt(i + 1), last: BigInt(i + 1) }));
    expect(code(() => decodeReceipt(ReceiptContent.encode({ type: 1, epoch: 1n, ranges })))).toBe('malformed');
    expect(code(() => decodeResend(ResendContent.encode({ epoch: 1n, ranges, envelopeIds: [] })))).toBe('malformed');
    const reversed = [{ first: 2n, last: 1n }];
    expect(code(() => decodeReceipt(ReceiptContent.encode({ type: 1, epoch: 1n, ranges: reversed })))).toBe(
      'malformed',
    );
  });

  it('bounds what a Stand says of reading; typing has no number', () => {
    const read = { epoch: 1n, number: 3n, messageId: new Uint8Array(16) };
    const stand = (change: Partial<typeof read>): Uint8Array =>
      StandContent.encode({
        ...{ received: [], stored: [], question: new Uint8Array(0), answer: new Uint8Array(0) },
        read: { ...read, ...change },
      });
    expect(decodeStand(stand({})).read).toEqual(read);
    for (const change of [{ epoch: 0n }, { number: 0n }, { messageId: new Uint8Array(15) }]) {
      expect(code(() => decodeStand(stand(change)))).toBe('malformed');
    }
    const typing = { ...plain, kind: CONTENT.typing, body: TypingContent.encode({ active: true }) };
    expect(code(() => decodeContent(encodeContent(typing)))).toBe('malformed');
    expect(decodeTyping(decodeContent(encodeContent({ ...typing, number: 0n })).body)).toEqual({ active: true });
    expect(code(() => decodeTyping(Uint8Array.of(8)))).toBe('malformed');
  });

  it('answers any bytes with a content or a typed error', () => {
    const seed = encodeContent(plain);
    const mutated = fc
      .tuple(fc.nat(seed.length - 1), fc.nat(255), fc.nat(seed.length))
      .map(([at, byte, cut]) => Uint8Array.from(seed, (old, i) => (i === at ? byte : old)).subarray(0, cut));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), mutated), (bytes) => {
        try {
          expect(decodeContent(bytes).messageId).toHaveLength(16);
        } catch (error) {
          expect(isMiyuError(error)).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
