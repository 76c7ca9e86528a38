import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plain, unwritten } from '../../../shared/crypto/bytes.ts';

test('no two unwritten arrays share a byte, small or large', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat({ max: 600 }), fc.nat({ max: 70_000 })), { maxLength: 80 }), (lengths) => {
      const arrays = lengths.map((length, i) => unwritten(length).fill(i));
      for (const [i, array] of arrays.entries()) {
        expect(array).toHaveLength(lengths[i]!);
        expect(array.every((byte) => byte === i)).toBe(true);
        expect(Buffer.isBuffer(array)).toBe(false);
      }
    }),
  );
});

test('a Buffer as a plain array is the same memory', () => {
  const buffer = Buffer.from([1, 2, 3]);
  const array = plain(buffer);
  expect(Buffer.isBuffer(array)).toBe(false);
  buffer[0] = 9;
  expect([...array]).toEqual([9, 2, 3]);
});
