import { createHmac, hkdfSync } from 'node:crypto';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 as nobleSha256, sha512 as nobleSha512 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hkdfSha256, hmacSha256, hmacSha256Pair, sha256, sha512, utf8 } from '../../../shared/crypto/hash.ts';
import { fromHex, toHex } from '../../../shared/ids.ts';

const hex = (text: string): Uint8Array => fromHex(text)!;
const bytes = (maxLength: number) => fc.uint8Array({ maxLength });

test('SHA-256 and SHA-512 are those of an independent implementation, over any split into parts', () => {
  fc.assert(
    fc.property(fc.array(bytes(200), { maxLength: 4 }), (parts) => {
      const whole = Uint8Array.from(parts.flatMap((part) => [...part]));
      expect(toHex(sha256(...parts))).toBe(toHex(nobleSha256(whole)));
      expect(toHex(sha512(...parts))).toBe(toHex(nobleSha512(whole)));
    }),
  );
});

test('a digest is an array of its own', () => {
  const first = sha256(utf8('a'));
  const kept = first.slice();
  sha256(utf8('b'));
  hmacSha256(utf8('k'), utf8('c'));
  expect(first).toEqual(kept);
  expect(Buffer.isBuffer(first)).toBe(false);
});

describe('HMAC-SHA-256', () => {
  // RFC 4231 §4: a short key, a key longer than the block, and a message longer than it.
  test.each([
    ['0b'.repeat(20), toHex(utf8('Hi There')), 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
    [
      toHex(utf8('Jefe')),
      toHex(utf8('what do ya want for nothing?')),
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ],
    ['aa'.repeat(20), 'dd'.repeat(50), '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe'],
    [
      'aa'.repeat(131),
      toHex(utf8('Test Using Larger Than Block-Size Key - Hash Key First')),
      '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
    ],
  ])('RFC 4231, key %s', (key, message, mac) => {
    expect(toHex(hmacSha256(hex(key), hex(message)))).toBe(mac);
  });

  test('is node’s own for every length of key and message, in parts and in pairs', () => {
    fc.assert(
      fc.property(bytes(100), bytes(300), bytes(128), (key, first, second) => {
        const expected = (message: Uint8Array) => createHmac('sha256', key).update(message).digest('hex');
        expect(toHex(hmacSha256(key, first, second))).toBe(expected(Buffer.concat([first, second])));
        if (key.length > 64 || first.length > 128) {
          expect(() => hmacSha256Pair(key, first, second)).toThrow('internal');
        } else {
          expect(hmacSha256Pair(key, first, second).map(toHex)).toEqual([expected(first), expected(second)]);
        }
      }),
    );
  });
});

describe('HKDF-SHA-256', () => {
  // RFC 5869 appendix A.1 to A.3.
  test.each([
    {
      ikm: '0b'.repeat(22),
      salt: '000102030405060708090a0b0c',
      info: 'f0f1f2f3f4f5f6f7f8f9',
      okm: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    },
    {
      ikm: toHex(Uint8Array.from({ length: 80 }, (_, i) => i)),
      salt: toHex(Uint8Array.from({ length: 80 }, (_, i) => 0x60 + i)),
      info: toHex(Uint8Array.from({ length: 80 }, (_, i) => 0xb0 + i)),
      okm:
        'b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09' +
        'da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87',
    },
    {
      ikm: '0b'.repeat(22),
      salt: '',
      info: '',
      okm: '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
    },
  ])('RFC 5869, salt $salt', ({ ikm, salt, info, okm }) => {
    expect(toHex(hkdfSha256(hex(ikm), hex(salt), hex(info), okm.length / 2))).toBe(okm);
  });

  test('is that of node and of an independent implementation', () => {
    fc.assert(
      fc.property(bytes(200), bytes(100), bytes(100), fc.integer({ min: 1, max: 200 }), (ikm, salt, info, length) => {
        const derived = toHex(hkdfSha256(ikm, salt, info, length));
        expect(derived).toBe(Buffer.from(hkdfSync('sha256', ikm, salt, info, length)).toString('hex'));
        expect(derived).toBe(toHex(hkdf(nobleSha256, ikm, salt, info, length)));
      }),
    );
  });

  test('refuses lengths that RFC 5869 does not have', () => {
    const one = Uint8Array.of(1);
    expect(() => hkdfSha256(one, one, one, 0)).toThrow('internal');
    expect(() => hkdfSha256(one, one, one, 255 * 32 + 1)).toThrow('internal');
    expect(hkdfSha256(one, one, one, 255 * 32)).toHaveLength(255 * 32);
  });
});
