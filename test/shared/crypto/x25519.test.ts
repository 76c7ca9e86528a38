import { x25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import nacl from 'tweetnacl';
import { describe, expect, test } from 'vitest';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { dh, generate, publicOf } from '../../../shared/crypto/x25519.ts';
import { fromHex, toHex } from '../../../shared/ids.ts';

const hex = (text: string): Uint8Array => fromHex(text)!;
const key = fc.uint8Array({ minLength: 32, maxLength: 32 });

// RFC 7748 §5.2.
test.each([
  [
    'a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4',
    'e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c',
    'c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552',
  ],
  [
    '4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d',
    // The unused top bit of this one is set.
    'e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493',
    '95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957',
  ],
])('RFC 7748, scalar %s', (scalar, u, result) => {
  expect(toHex(dh(hex(scalar), hex(u)))).toBe(result);
});

test('RFC 7748, iterated', () => {
  const nine = new Uint8Array(32);
  nine[0] = 9;
  let [k, u] = [nine, nine];
  for (let i = 1; i <= 1000; i += 1) {
    [k, u] = [dh(k, u) as Uint8Array<ArrayBuffer>, k];
    if (i === 1) expect(toHex(k)).toBe('422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079');
  }
  expect(toHex(k)).toBe('684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51');
});

test('RFC 7748 §6.1, both sides', () => {
  const alice = hex('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a');
  const bob = hex('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb');
  expect(toHex(publicOf(alice))).toBe('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a');
  expect(toHex(publicOf(bob))).toBe('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f');
  const shared = '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742';
  expect(toHex(dh(alice, publicOf(bob)))).toBe(shared);
  expect(toHex(dh(bob, publicOf(alice)))).toBe(shared);
});

test('agrees with two independent implementations', () => {
  fc.assert(
    fc.property(key, key, (secret, other) => {
      const theirs = x25519.getPublicKey(other);
      expect(toHex(publicOf(secret))).toBe(toHex(x25519.getPublicKey(secret)));
      expect(toHex(dh(secret, theirs))).toBe(toHex(x25519.getSharedSecret(secret, theirs)));
      expect(toHex(dh(secret, theirs))).toBe(toHex(nacl.scalarMult(secret, theirs)));
    }),
  );
});

test('both sides of a generated pair get one secret', () => {
  const [a, b] = [generate(systemRandom), generate(systemRandom)];
  expect(dh(a.secretKey, b.publicKey)).toEqual(dh(b.secretKey, a.publicKey));
});

describe('is refused', () => {
  // All u whose order divides 8, on the curve and on its twist, with those that are not reduced modulo p.
  const lowOrder = [
    '00'.repeat(32),
    `01${'00'.repeat(31)}`,
    'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
    '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
    `ec${'ff'.repeat(30)}7f`,
    `ed${'ff'.repeat(30)}7f`,
    `ee${'ff'.repeat(30)}7f`,
  ];
  test.each(lowOrder)('a point of low order: %s', (u) => {
    const { secretKey } = generate(systemRandom);
    expect(() => dh(secretKey, hex(u))).toThrow(expect.objectContaining({ code: 'key-invalid' }));
    const withTopBit = hex(u);
    withTopBit[31] = withTopBit[31]! | 0x80;
    expect(() => dh(secretKey, withTopBit)).toThrow(expect.objectContaining({ code: 'key-invalid' }));
  });

  test.each([0, 31, 33, 64])('a key of %i bytes', (length) => {
    const { secretKey, publicKey } = generate(systemRandom);
    expect(() => dh(secretKey, new Uint8Array(length).fill(9))).toThrow(
      expect.objectContaining({ code: 'key-invalid' }),
    );
    expect(() => dh(new Uint8Array(length).fill(9), publicKey)).toThrow(
      expect.objectContaining({ code: 'key-invalid' }),
    );
    expect(() => publicOf(new Uint8Array(length))).toThrow(expect.objectContaining({ code: 'key-invalid' }));
  });
});
