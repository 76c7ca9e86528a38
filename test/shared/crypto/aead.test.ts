import { gcm } from '@noble/ciphers/aes.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openAead, preparedKey, sealAead } from '../../../shared/crypto/aead.ts';
import { toHex } from '../../../shared/ids.ts';

const of = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const inputs = [of(32), of(12), fc.uint8Array({ maxLength: 400 }), fc.uint8Array({ maxLength: 200 })] as const;

test('AES-256-GCM of the GCM specification, cases 13 and 14', () => {
  const [key, nonce] = [new Uint8Array(32), new Uint8Array(12)];
  expect(toHex(sealAead(key, nonce, new Uint8Array(0), new Uint8Array(0)))).toBe('530f8afbc74536b9a963b4f1c4cb738b');
  expect(toHex(sealAead(key, nonce, new Uint8Array(16), new Uint8Array(0)))).toBe(
    'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919',
  );
});

test('seals as an independent implementation does, and opens what that sealed', () => {
  fc.assert(
    fc.property(...inputs, (key, nonce, plaintext, aad) => {
      const sealed = sealAead(key, nonce, plaintext, aad);
      expect(toHex(sealed)).toBe(toHex(gcm(key, nonce, aad).encrypt(plaintext)));
      expect(openAead(key, nonce, sealed, aad)).toEqual(plaintext);
    }),
  );
});

test('a prepared key seals and opens as its bytes do', () => {
  fc.assert(
    fc.property(...inputs, (key, nonce, plaintext, aad) => {
      const prepared = preparedKey(key);
      const sealed = sealAead(key, nonce, plaintext, aad);
      expect(sealAead(prepared, nonce, plaintext, aad)).toEqual(sealed);
      expect(openAead(prepared, nonce, sealed, aad)).toEqual(plaintext);
    }),
  );
  expect(() => preparedKey(new Uint8Array(31))).toThrow('key-invalid');
});

test('writes into a place that it is given, and leaves the rest alone', () => {
  const room = new Uint8Array(40).fill(7);
  const sealed = sealAead(
    new Uint8Array(32),
    new Uint8Array(12),
    new Uint8Array(4),
    new Uint8Array(0),
    room.subarray(10, 30),
  );
  expect(room.subarray(10, 30)).toEqual(sealed);
  expect([...room.subarray(0, 10), ...room.subarray(30)]).toEqual(new Array(20).fill(7));
  expect(openAead(new Uint8Array(32), new Uint8Array(12), sealed, new Uint8Array(0))).toEqual(new Uint8Array(4));
});

test('any change of key, nonce, sealed bytes or associated data does not open', () => {
  fc.assert(
    fc.property(
      ...inputs,
      fc.nat({ max: 3 }),
      fc.nat(),
      fc.nat({ max: 7 }),
      (key, nonce, plaintext, aad, which, at, bit) => {
        const parts = [key, nonce, sealAead(key, nonce, plaintext, aad), aad] as const;
        const part = parts[which]!;
        fc.pre(part.length > 0);
        part[at % part.length] = part[at % part.length]! ^ (1 << bit);
        expect(openAead(...parts)).toBeUndefined();
      },
    ),
  );
});

test('a cut tag, a nonce or a key of another length does not open and does not seal', () => {
  const [key, nonce, none] = [new Uint8Array(32), new Uint8Array(12), new Uint8Array(0)];
  const sealed = sealAead(key, nonce, new Uint8Array(8), none);
  for (let length = 0; length < sealed.length; length += 1) {
    expect(openAead(key, nonce, sealed.subarray(0, length), none)).toBeUndefined();
  }
  expect(openAead(new Uint8Array(16), nonce, sealed, none)).toBeUndefined();
  expect(openAead(key, new Uint8Array(16), sealed, none)).toBeUndefined();
  expect(() => sealAead(new Uint8Array(31), nonce, none, none)).toThrow('key-invalid');
  expect(() => sealAead(key, new Uint8Array(8), none, none)).toThrow('key-invalid');
  expect(() => sealAead(key, nonce, none, none, new Uint8Array(15))).toThrow('key-invalid');
});
