import { expect, test } from 'vitest';
import { isEmoji } from '../../node/core/message-content.ts';
import { EMOJI, GROUPS, QUICK, findEmoji, nameOf } from '../../node/web/src/chat/emoji-set.ts';
import { isEmojiAlone } from '../../node/web/src/chat/markdown-view.tsx';
import { TEXT_BYTES, bytesLeft } from '../../node/web/src/chat/text-bytes.ts';
import { MAX_TEXT_BYTES } from '../../shared/wire/limits.ts';

const all = GROUPS.flatMap((group) => EMOJI[group]);

test('every emoji that is offered may be a reaction, once, with a name in both languages', () => {
  expect(all.length).toBeGreaterThan(200);
  expect(new Set(all.map(({ emoji }) => emoji)).size).toBe(all.length);
  for (const one of all) {
    expect(isEmoji(one.emoji), one.emoji).toBe(true);
    expect(isEmojiAlone(one.emoji), one.emoji).toBe(true);
    expect(nameOf(one, false), one.emoji).toMatch(/^[a-z][a-z ]*$/);
    expect(nameOf(one, true), one.emoji).toMatch(/^\p{Script=Han}+$/u);
  }
  for (const emoji of QUICK) expect(all.map((one) => one.emoji)).toContain(emoji);
});

test('emoji are found by words of either language', () => {
  const found = (sought: string): string[] => findEmoji(sought).map(({ emoji }) => emoji);
  expect(found('火锅')).toEqual(['🍲']);
  expect(found('Hot POT')).toEqual(['🍲']);
  expect(found('🍲')).toEqual(['🍲']);
  expect(found('no such thing')).toEqual([]);
});

test('up to three emoji alone are large; whatever else is text', () => {
  for (const text of ['❤️', '👍👍', '👨‍👩‍👧🇨🇳🎉', '⌨️']) expect(isEmojiAlone(text), text).toBe(true);
  for (const text of ['', '1', '#', 'ok 👍', '👍👍👍👍', '©a', '12']) expect(isEmojiAlone(text), text).toBe(false);
});

test('bytes that are left are told near the end alone', () => {
  expect(TEXT_BYTES).toBe(MAX_TEXT_BYTES);
  expect(bytesLeft('hello')).toBeUndefined();
  expect(bytesLeft('语'.repeat(20_000))).toBeUndefined();
  expect(bytesLeft('语'.repeat(21_000))).toBe(65_536 - 63_000);
  expect(bytesLeft('a'.repeat(65_536))).toBe(0);
  expect(bytesLeft('语'.repeat(21_846))).toBe(-2);
});
