import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { addHash, equalSums, LIMBS, RowHash, subtractHash } from '../../../shared/storage/multiset.ts';

const row = fc.tuple(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 2000 }));

const toNumber = (sums: Uint32Array): bigint => sums.reduceRight((number, limb) => (number << 32n) | BigInt(limb), 0n);
const ofHash = (hash: Buffer): bigint => BigInt(`0x${Buffer.from(hash.subarray(0, 16)).reverse().toString('hex')}`);

test('the sum is that of the hashes modulo 2^128, whatever was added and taken away', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), fc.array(fc.boolean()), (rows, signs) => {
      const hash = new RowHash(Buffer.alloc(32, 5));
      const sums = new Uint32Array(LIMBS);
      let model = 0n;
      rows.forEach(([key, value], at) => {
        const digest = hash.of(key, value);
        if (signs[at] === true) {
          subtractHash(sums, 0, digest);
          model -= ofHash(digest);
        } else {
          addHash(sums, 0, digest);
          model += ofHash(digest);
        }
      });
      expect(toNumber(sums)).toBe(((model % 2n ** 128n) + 2n ** 128n) % 2n ** 128n);
    }),
  );
});

test('carries and borrows run through every limb', () => {
  const sums = new Uint32Array(LIMBS);
  const ones = Buffer.alloc(32, 0xff);
  const one = Buffer.alloc(32);
  one[0] = 1;
  addHash(sums, 0, ones);
  addHash(sums, 0, one);
  expect(equalSums(sums, 0, new Uint32Array(LIMBS), 0)).toBe(true);
  subtractHash(sums, 0, one);
  expect([...sums]).toEqual(Array(LIMBS).fill(0xffffffff));
});

test('a row is hashed with its key, its borders and the store’s key', () => {
  const hash = new RowHash(Buffer.alloc(32, 5));
  const bytes = (text: string): Buffer => Buffer.from(text);
  const input = Buffer.concat([Buffer.alloc(32, 5), Buffer.from([0, 0, 0, 2]), bytes('abc')]);
  expect(hash.of(bytes('ab'), bytes('c'))).toEqual(createHash('sha256').update(input).digest());
  expect(hash.of(bytes('a'), bytes('bc'))).not.toEqual(hash.of(bytes('ab'), bytes('c')));
  expect(new RowHash(Buffer.alloc(32, 6)).of(bytes('ab'), bytes('c'))).not.toEqual(hash.of(bytes('ab'), bytes('c')));
  expect(() => new RowHash(Buffer.alloc(31))).toThrow(RangeError);
});
