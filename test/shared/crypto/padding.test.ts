import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pad, unpad } from '../../../shared/crypto/padding.ts';
import { MAX_CONTENT_BYTES, PADDING_BUCKETS } from '../../../shared/wire/limits.ts';

test('every content comes back, from the smallest bucket that holds it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), (content) => {
      const padded = pad(content);
      expect(padded.length).toBe(PADDING_BUCKETS.find((bucket) => bucket > content.length));
      expect(unpad(padded)).toEqual(content);
    }),
  );
});

test('lengths around every bucket, up to the largest content', () => {
  for (const bucket of PADDING_BUCKETS) {
    const full = new Uint8Array(bucket - 1).fill(0x80);
    expect(pad(full)).toHaveLength(bucket);
    expect(unpad(pad(full))).toEqual(full);
  }
  expect(unpad(pad(new Uint8Array(MAX_CONTENT_BYTES)))).toEqual(new Uint8Array(MAX_CONTENT_BYTES));
  expect(() => pad(new Uint8Array(PADDING_BUCKETS.at(-1)!))).toThrow('too-large');
});

test('what was not padded here is refused', () => {
  expect(unpad(new Uint8Array(0))).toBeUndefined();
  expect(unpad(new Uint8Array(256))).toBeUndefined();
  expect(unpad(Uint8Array.of(1, 0x80))).toBeUndefined();
  const noMark = pad(new Uint8Array(10));
  noMark[10] = 0x81;
  expect(unpad(noMark)).toBeUndefined();
  // In a bucket larger than needed: the same content would have two sizes.
  const wide = new Uint8Array(512);
  wide[10] = 0x80;
  expect(unpad(wide)).toBeUndefined();
});
