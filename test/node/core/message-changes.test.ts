/** What reactions, edits and taking back make of a row, in whatever order they come. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  counted,
  currentText,
  mayChange,
  reactionOf,
  withDeletion,
  withEdit,
  withReaction,
  type Act,
} from '../../../node/core/message-changes.ts';
import {
  COLORS,
  decodeStyledText,
  encodeStyledText,
  FACES,
  isEmoji,
  SIZES,
  type MessageStyle,
} from '../../../node/core/message-content.ts';
import { HistoryRow } from '../../../node/core/generated/rows.js';
import { DIRECTION } from '../../../node/core/rows.ts';
import { MAX_CONTENT_BYTES, MAX_MESSAGE_CHANGES, MAX_TEXT_BYTES } from '../../../shared/wire/limits.ts';
import { CONTENT } from '../../../shared/wire/protocols.ts';

const plain: HistoryRow = {
  ...HistoryRow.decode(new Uint8Array(0)),
  direction: DIRECTION.in,
  kind: CONTENT.text,
  body: encodeStyledText({ text: 'as written', style: null, replyTo: null }),
};

const style = fc.record<MessageStyle>({
  size: fc.constantFrom(...SIZES),
  color: fc.constantFrom(null, ...COLORS),
  face: fc.constantFrom(...FACES),
});

describe('a text', () => {
  it('comes back with its style and what it answers; the plain style is none', () => {
    const ref = { yours: true, epoch: 3n, number: 9n, messageId: new Uint8Array(16).fill(5) };
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), style, fc.constantFrom(null, ref), (text, wanted, replyTo) => {
        const isPlain = wanted.size === 'normal' && wanted.color === null && wanted.face === 'sans';
        const decoded = decodeStyledText(encodeStyledText({ text: text.toWellFormed(), style: wanted, replyTo }));
        expect(decoded).toEqual({ text: text.toWellFormed(), style: isPlain ? null : wanted, replyTo });
      }),
    );
  });

  it('of the greatest length has room for both in a content', () => {
    const replyTo = { yours: true, epoch: 2n ** 64n - 1n, number: 2n ** 64n - 1n, messageId: new Uint8Array(16) };
    const body = encodeStyledText({
      text: 'a'.repeat(MAX_TEXT_BYTES),
      style: { size: 'huge', color: 'grey', face: 'hand' },
      replyTo,
    });
    expect(body.length + 512).toBeLessThan(MAX_CONTENT_BYTES);
  });
});

describe('an emoji', () => {
  it.each(['👍', '👍🏽', '❤️', '☺', '🇨🇳', '1️⃣', '👨‍👩‍👧‍👦', '👩🏽‍❤️‍💋‍👨🏿', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'])('%s is one', (text) => {
    expect(isEmoji(text)).toBe(true);
  });
  it.each(['', '1', '#', 'a', '密', '👍👍', '👍 ', '👍a', '\u202e👍', '\u200d', '👍\u0301', '<b>', '👍'.repeat(1_000)])(
    '%j is none',
    (text) => {
      expect(isEmoji(text)).toBe(false);
    },
  );
});

describe('what is done to a message', () => {
  const act = (number: bigint, direction: number = DIRECTION.in): Act => ({ direction, epoch: 1n, number });

  it('counts in the order of its sender, whatever comes first', () => {
    const numbers = fc.shuffledSubarray([1n, 2n, 3n, 4n, 5n, 6n], { minLength: 1 });
    fc.assert(
      fc.property(numbers, (order) => {
        let row = plain;
        for (const number of order) {
          row = withEdit(row, act(number), { text: `edit ${number}`, at: number }) ?? row;
          row = withReaction(row, act(number), number % 2n === 0n ? '👍' : '') ?? row;
        }
        const last = order.reduce((most, number) => (number > most ? number : most));
        expect(currentText(row)).toBe(`edit ${last}`);
        expect(reactionOf(row, DIRECTION.in)).toBe(last % 2n === 0n ? '👍' : '');
        const later = { direction: DIRECTION.in, epoch: 2n, number: 1n };
        expect(currentText(withEdit(row, later, { text: 'newer device', at: 1n }) ?? row)).toBe('newer device');
      }),
    );
  });

  it('by another than its author is a reaction alone', () => {
    expect(withEdit(plain, act(1n, DIRECTION.out), { text: 'x', at: 1n })).toBeUndefined();
    expect(withDeletion(plain, act(1n, DIRECTION.out))).toBeUndefined();
    expect(reactionOf(withReaction(plain, act(1n, DIRECTION.out), '👍')!, DIRECTION.out)).toBe('👍');
  });

  it('is over once it was taken back, and nothing of it is left', () => {
    const edited = withEdit(plain, act(1n), { text: 'canary', at: 1n })!;
    const deleted = withDeletion(withReaction(edited, act(2n), '👍')!, act(3n))!;
    expect(Buffer.from(HistoryRow.encode(deleted)).toString()).not.toMatch(/canary|as written|👍/);
    expect(withEdit(deleted, act(9n), { text: 'back', at: 9n })).toBeUndefined();
    expect(withReaction(deleted, act(9n), '👍')).toBeUndefined();
    expect(withDeletion(deleted, act(9n))).toBeUndefined();
    expect(currentText(deleted)).toBe('');
  });

  it('is counted for each of the two', () => {
    let row = plain;
    for (let i = 0; i < MAX_MESSAGE_CHANGES; i += 1) {
      expect(mayChange(row, DIRECTION.in)).toBe(true);
      row = counted(row, DIRECTION.in);
    }
    expect([mayChange(row, DIRECTION.in), mayChange(row, DIRECTION.out)]).toEqual([false, true]);
  });
});
