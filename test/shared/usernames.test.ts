import fc from 'fast-check';
import { expect, test } from 'vitest';
import { skeletonOf } from '../../shared/look-alikes.ts';
import { foldName, isNameFault, normaliseEmail, normaliseName } from '../../shared/usernames.ts';

const name = (text: string): ReturnType<typeof normaliseName> => normaliseName(text);

test.each([
  '李伟',
  '欧阳小明',
  'alice',
  'Zoë',
  'anna_maria-2.b',
  'さくらLi',
  'カタカナー',
  '김철수kim',
  '阿明-li',
  'Иван',
  'Ελένη',
  'आदित्य',
  'محمد',
  'བོད',
  'ئۇيغۇر',
  'ᠮᠣᠩᠭᠣᠯ',
  'ꆈꌠ',
  '𠮷野家',
  '1',
  'x'.repeat(32),
])('%s is a name', (text) => {
  expect(name(text)).toMatchObject({ display: text.normalize('NFKC') });
});

test.each([
  ['', 'name-empty'],
  ['x'.repeat(33), 'name-too-long'],
  ['x'.repeat(100_000), 'name-too-long'],
  // One letter whose normal form has eighteen.
  ['\ufdfa\ufdfa', 'name-too-long'],
  [' alice', 'name-characters'],
  ['al ice', 'name-characters'],
  ['al\u00a0ice', 'name-characters'],
  ['al\u3000ice', 'name-characters'],
  ['a\u0000', 'name-characters'],
  ['a\u001b[31m', 'name-characters'],
  ['a\u200bb', 'name-characters'],
  ['a\u200d', 'name-characters'],
  ['\u202eecila', 'name-characters'],
  ['a\u2066b', 'name-characters'],
  ['a\u00adb', 'name-characters'],
  ['\u3164', 'name-characters'],
  ['\u115f', 'name-characters'],
  ['a\ufe0f', 'name-characters'],
  ['a\ud800', 'name-characters'],
  ['\ue000', 'name-characters'],
  ['\u{10ffff}', 'name-characters'],
  ['👍', 'name-characters'],
  ['a@b', 'name-characters'],
  ['a/b', 'name-characters'],
  ['.a', 'name-characters'],
  ['a.', 'name-characters'],
  ['a..b', 'name-characters'],
  ['a-_b', 'name-characters'],
  ['\u0301a', 'name-characters'],
  ['a-\u0301', 'name-characters'],
  ['a\u0301\u0302\u0303\u0304\u0305\u0306', 'name-characters'],
  ['ǀǀǀ', 'name-characters'],
  // Scripts that live on being taken for Latin.
  ['ᎪᎥ', 'name-characters'],
  ['ⲁⲃ', 'name-characters'],
  ['pаypal', 'name-mixed-scripts'],
  ['Αlice', 'name-mixed-scripts'],
  ['李Иван', 'name-mixed-scripts'],
  ['李김さ', 'name-mixed-scripts'],
  ['さ김', 'name-mixed-scripts'],
  ['a1٣', 'name-mixed-scripts'],
  ['1٣', 'name-mixed-scripts'],
] as const)('%j is none: %s', (text, code) => {
  expect(name(text)).toBe(code);
});

test('the operator may set less', () => {
  expect(normaliseName('李小明', 2)).toBe('name-too-long');
  expect(normaliseName('𠮷野', 2)).toMatchObject({ display: '𠮷野' });
});

test('one name in all its spellings has one key', () => {
  for (const spellings of [
    ['Alice', 'ALICE', 'Ａｌｉｃｅ', 'aLiCe'],
    ['straße', 'STRASSE', 'Strasse'],
    ['ΣΊΣΥΦΟΣ', 'σίσυφος'],
    ['é', 'e\u0301', 'É'],
    ['ﬁn', 'fin'],
  ]) {
    expect(new Set(spellings.map(foldName)).size).toBe(1);
  }
});

test.each([
  ['mike', 'rnike'],
  ['vvang', 'wang'],
  ['paypal', 'paypa1'],
  ['paypal', 'paypaI'],
  ['google', 'g00gle'],
  ['сосо', 'coco'],
  ['МАХ', 'max'],
  ['ΜΑΧ', 'max'],
  ['раураӏ', 'paypal'],
  ['ѕсоре', 'scope'],
  ['zoë', 'zoe'],
  ['anna_b', 'anna-b'],
  ['Ørsted', 'orsted'],
  ['力', 'カ'],
  ['エ口', '工ロ'],
  ['日月', '曰月'],
  ['己', '已'],
  ['未来', '末来'],
  ['ー', '一'],
])('%s can be taken for %s', (a, b) => {
  expect(skeletonOf(a)).toBe(skeletonOf(b));
  expect(foldName(a)).not.toBe(foldName(b));
});

test.each([
  ['alice', 'alicia'],
  ['李伟', '李炜'],
  ['か', 'が'],
  ['김', '감'],
  ['王伟', '玉伟'],
  ['иван', 'ivan'],
])('%s cannot be taken for %s', (a, b) => {
  expect(skeletonOf(a)).not.toBe(skeletonOf(b));
});

/** Letters of every allowed script, separators, and everything else now and then. */
const letters = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...Array.from('abcXYZ019_-.рАяΜσ李伟日カーさ김éßİıَمअ꒰ꆈ')) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
);
const texts = fc.array(letters, { maxLength: 12 }).map((parts) => parts.join(''));

test('what comes out is a name, and stays what it is', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const normal = name(text);
      if (isNameFault(normal)) return;
      expect(name(normal.display)).toEqual(normal);
      expect(foldName(normal.key)).toBe(normal.key);
      expect(foldName(normal.display)).toBe(normal.key);
      expect(skeletonOf(normal.skeleton)).toBe(normal.skeleton);
      expect(Array.from(normal.display).length).toBeLessThanOrEqual(32);
      expect(/[\s\p{C}]/u.test(normal.display)).toBe(false);
    }),
    { numRuns: 3_000 },
  );
});

test('case makes no difference to the key', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(foldName(text.toUpperCase())).toBe(foldName(foldName(text).toUpperCase()));
    }),
  );
});

test.each([
  ['a@b.c', 'a@b.c'],
  ['First.Last+tag@Example.ORG', 'First.Last+tag@example.org'],
  ['李@例子.中国', '李@例子.中国'],
  [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`],
])('%s is an address', (text, email) => {
  expect(normaliseEmail(text)).toEqual({ email });
});

test.each([
  '',
  '@',
  'a@',
  '@b.c',
  'a@b',
  'a b@c.d',
  'a@b c.d',
  '.a@b.c',
  'a.@b.c',
  'a..b@c.d',
  'a@-b.c',
  'a@b-.c',
  'a@b..c',
  'a@192.0.2.1',
  'a@[192.0.2.1]',
  '"a b"@c.d',
  'a\r\nBcc: x@y.z',
  'a@b.c\n',
  `${'a'.repeat(65)}@example.org`,
  `a@${'b'.repeat(64)}.org`,
  `a@${'b.'.repeat(130)}org`,
  '李'.repeat(80) + '@a.b',
])('%j is no address', (text) => {
  expect(normaliseEmail(text)).toBe('email-malformed');
});
