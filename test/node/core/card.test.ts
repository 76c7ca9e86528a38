/** Pictures by their bytes, and cards with every bound. */
import { describe, expect, test } from 'vitest';
import {
  checkBirthYear,
  checkPicture,
  decodeCard,
  displayNameOf,
  encodeCard,
  statusOf,
} from '../../../node/core/card.ts';
import { pictureOf } from '../../../node/core/picture.ts';
import { MAX_PICTURE_BYTES } from '../../../shared/wire/limits.ts';
import { PICTURES, pngOf, SMALL_PICTURE } from '../../support/pictures.ts';

const code = (name: string) => expect.objectContaining({ code: name }) as Error;

describe('a picture', () => {
  test('is known by its bytes, with its size', () => {
    expect(pictureOf(PICTURES.png)).toEqual({ type: 'image/png', width: 2, height: 3 });
    expect(pictureOf(PICTURES.jpeg)).toEqual({ type: 'image/jpeg', width: 300, height: 200 });
    for (const form of ['lossy', 'lossless', 'extended'] as const) {
      expect(pictureOf(PICTURES[form]), form).toEqual({ type: 'image/webp', width: 300, height: 200 });
    }
  });

  test('of another kind, cut short or without a size is none', () => {
    const gif = Buffer.from('GIF89a\u0001\u0000\u0001\u0000aaaaaaaaaaaaaaaaaaaaaaaaaa', 'latin1');
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const riff = Buffer.from('RIFF\u0020\u0000\u0000\u0000WEBPXXXXaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'latin1');
    const jpegWithoutFrame = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xd9, 0, 0, 0, 0, 0, 0);
    const loop = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0);
    for (const bytes of [gif, svg, riff, jpegWithoutFrame, loop, new Uint8Array(0)]) {
      expect(pictureOf(bytes)).toBeUndefined();
      expect(() => checkPicture(bytes)).toThrow(code('picture-invalid'));
    }
    for (const whole of Object.values(PICTURES)) {
      for (let length = 0; length < 20; length += 1) expect(pictureOf(whole.subarray(0, length))).toBeUndefined();
    }
  });

  test('that claims to be huge, or has too many bytes, is refused', () => {
    expect(checkPicture(pngOf(512, 1))).toBeInstanceOf(Uint8Array);
    expect(() => checkPicture(pngOf(513, 1))).toThrow(code('picture-invalid'));
    const bomb = SMALL_PICTURE.slice();
    new DataView(bomb.buffer).setUint32(16, 30_000);
    expect(() => checkPicture(bomb)).toThrow(code('picture-invalid'));
    const large = new Uint8Array(MAX_PICTURE_BYTES + 1);
    large.set(SMALL_PICTURE);
    expect(() => checkPicture(large)).toThrow(code('picture-too-large'));
  });
});

describe('a card', () => {
  const row = { version: 3n, displayName: '李 Li', sex: 2, birthYear: 1999, status: 'on the road', hasPicture: true };

  test('comes back as it went, and one of a later version of the program without what is not known', () => {
    expect(decodeCard(encodeCard(row, SMALL_PICTURE))).toEqual({ row, picture: SMALL_PICTURE });
    expect(decodeCard(encodeCard({ ...row, sex: 77 }, SMALL_PICTURE)).row.sex).toBe(0);
    const bare = { version: 1n, displayName: '', sex: 0, birthYear: 0, status: '', hasPicture: false };
    expect(decodeCard(encodeCard(bare, new Uint8Array(0))).row).toEqual(bare);
  });

  test('with anything out of bounds is none', () => {
    for (const change of [
      { version: 0n },
      { displayName: 'x'.repeat(65) },
      { displayName: 'a\nb' },
      { displayName: ' a' },
      { displayName: '\u202ealice' },
      { status: 'x'.repeat(141) },
      { status: 'a\u0007' },
      { birthYear: 1800 },
    ]) {
      expect(() => decodeCard(encodeCard({ ...row, ...change }, SMALL_PICTURE))).toThrow(code('malformed'));
    }
    expect(() => decodeCard(encodeCard(row, Buffer.from('<svg/>')))).toThrow(code('malformed'));
  });

  test('of one’s own is put in order, or refused with the field', () => {
    expect(displayNameOf('  Zoe\u0308 ')).toBe('Zoë');
    expect(displayNameOf('👩‍👩‍👧 family')).toBe('👩‍👩‍👧 family');
    expect(() => displayNameOf('x'.repeat(1_000_000))).toThrow(code('display-name-invalid'));
    expect(() => statusOf('two\nlines')).toThrow(code('status-invalid'));
    expect(checkBirthYear(2026, 2026)).toBe(2026);
    for (const year of [2027, 1899, 1990.5, Number.NaN]) {
      expect(() => checkBirthYear(year, 2026)).toThrow(code('birth-year-invalid'));
    }
  });
});
