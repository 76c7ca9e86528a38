import fc from 'fast-check';
import nacl from 'tweetnacl';
import { expect, test } from 'vitest';
import { BOX_OVERHEAD_BYTES, openBox, sealBox } from '../../../shared/crypto/box.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { generate } from '../../../shared/crypto/x25519.ts';
import { MAX_FRIEND_REQUEST_BYTES } from '../../../shared/wire/limits.ts';

const recipient = generate(systemRandom);

test('opens for its recipient alone', () => {
  const stranger = generate(systemRandom);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (plaintext) => {
      const box = sealBox(plaintext, recipient.publicKey, systemRandom);
      expect(box).toHaveLength(plaintext.length + BOX_OVERHEAD_BYTES);
      expect(openBox(box, recipient.secretKey)).toEqual(plaintext);
      expect(openBox(box, stranger.secretKey)).toBeUndefined();
    }),
    { numRuns: 20 },
  );
});

test('does not open with any bit changed or any byte cut', () => {
  const box = sealBox(Uint8Array.of(1, 2, 3), recipient.publicKey, systemRandom);
  fc.assert(
    fc.property(fc.nat({ max: box.length - 1 }), fc.nat({ max: 7 }), (at, bit) => {
      // X25519 masks the top bit of the ephemeral key: that one changes nothing.
      fc.pre(!(at === 32 && bit === 7));
      const changed = box.slice();
      changed[at] = changed[at]! ^ (1 << bit);
      expect(openBox(changed, recipient.secretKey)).toBeUndefined();
      expect(openBox(box.subarray(0, at), recipient.secretKey)).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});

test('a nacl.box that was made for something else does not open', () => {
  const ephemeral = generate(systemRandom);
  const nonce = systemRandom(24);
  const foreign = nacl.box(new Uint8Array(100), nonce, recipient.publicKey, ephemeral.secretKey);
  const box = Uint8Array.of(1, ...ephemeral.publicKey, ...nonce, ...foreign);
  expect(openBox(box, recipient.secretKey)).toBeUndefined();
});

test('a key of low order is refused, to seal and to open', () => {
  const zero = new Uint8Array(32);
  expect(() => sealBox(Uint8Array.of(1), zero, systemRandom)).toThrow('key-invalid');
  // With zeros as shared secret anybody could make it.
  const nonce = new Uint8Array(24);
  const label = Buffer.from('miyu/1 request-box\0', 'latin1');
  const sealed = nacl.box(label, nonce, zero, new Uint8Array(32).fill(8));
  expect(openBox(Uint8Array.of(1, ...zero, ...nonce, ...sealed), recipient.secretKey)).toBeUndefined();
});

test('the size is bounded on both ways', () => {
  const most = MAX_FRIEND_REQUEST_BYTES - BOX_OVERHEAD_BYTES;
  const box = sealBox(new Uint8Array(most), recipient.publicKey, systemRandom);
  expect(box).toHaveLength(MAX_FRIEND_REQUEST_BYTES);
  expect(openBox(box, recipient.secretKey)).toHaveLength(most);
  expect(() => sealBox(new Uint8Array(most + 1), recipient.publicKey, systemRandom)).toThrow('too-large');
  expect(openBox(new Uint8Array(MAX_FRIEND_REQUEST_BYTES + 1).fill(1), recipient.secretKey)).toBeUndefined();
});
