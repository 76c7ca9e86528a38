import { describe, expect, test } from 'vitest';
import {
  KEM_CIPHERTEXT_BYTES,
  KEM_PUBLIC_KEY_BYTES,
  KEM_SECRET_KEY_BYTES,
  kemPublicKeyOf,
  nodeKem,
  type Kem,
} from '../../../shared/crypto/kem.ts';
import { toHex } from '../../../shared/ids.ts';
import { seededKem, seededRandom } from '../../support/determinism.ts';

const noble = seededKem(seededRandom('kem'));
const keyInvalid = expect.objectContaining({ code: 'key-invalid' }) as Error;

describe.each<[string, Kem, Kem]>([
  ['node with itself', nodeKem, nodeKem],
  ['node’s key, the other’s ciphertext', nodeKem, noble],
  ['the other’s key, node’s ciphertext', noble, nodeKem],
])('ML-KEM-768, %s', (_, owner, sender) => {
  test('both sides get one secret', () => {
    const { publicKey, secretKey } = owner.generate();
    expect(publicKey).toHaveLength(KEM_PUBLIC_KEY_BYTES);
    expect(secretKey).toHaveLength(KEM_SECRET_KEY_BYTES);
    expect(kemPublicKeyOf(secretKey)).toEqual(publicKey);
    const { ciphertext, sharedSecret } = sender.encapsulate(publicKey);
    expect(ciphertext).toHaveLength(KEM_CIPHERTEXT_BYTES);
    expect(toHex(owner.decapsulate(secretKey, ciphertext))).toBe(toHex(sharedSecret));
  });

  test('a changed ciphertext gives another secret, the same at each try (implicit rejection)', () => {
    const { publicKey, secretKey } = owner.generate();
    const { ciphertext, sharedSecret } = sender.encapsulate(publicKey);
    const changed = ciphertext.slice();
    changed[500] = changed[500]! ^ 1;
    const rejected = owner.decapsulate(secretKey, changed);
    expect(rejected).not.toEqual(sharedSecret);
    expect(owner.decapsulate(secretKey, changed)).toEqual(rejected);
  });
});

test('the keys of one implementation are decapsulated alike by the other', () => {
  const { publicKey, secretKey } = nodeKem.generate();
  const { ciphertext } = nodeKem.encapsulate(publicKey);
  expect(toHex(noble.decapsulate(secretKey, ciphertext))).toBe(toHex(nodeKem.decapsulate(secretKey, ciphertext)));
  const changed = ciphertext.slice();
  changed[0] = changed[0]! ^ 1;
  expect(toHex(noble.decapsulate(secretKey, changed))).toBe(toHex(nodeKem.decapsulate(secretKey, changed)));
});

test('keys and ciphertexts of a wrong length, and coefficients out of range, are refused', () => {
  const { publicKey, secretKey } = nodeKem.generate();
  const { ciphertext } = nodeKem.encapsulate(publicKey);
  for (const length of [0, KEM_PUBLIC_KEY_BYTES - 1, KEM_PUBLIC_KEY_BYTES + 1]) {
    expect(() => nodeKem.encapsulate(new Uint8Array(length))).toThrow(keyInvalid);
  }
  expect(() => nodeKem.encapsulate(new Uint8Array(KEM_PUBLIC_KEY_BYTES).fill(0xff))).toThrow(keyInvalid);
  expect(() => nodeKem.decapsulate(secretKey, ciphertext.subarray(1))).toThrow(keyInvalid);
  expect(() => nodeKem.decapsulate(secretKey.subarray(1), ciphertext)).toThrow(keyInvalid);
  expect(() => kemPublicKeyOf(publicKey)).toThrow(keyInvalid);
});
