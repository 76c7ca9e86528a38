import { generateKeyPair } from '@libp2p/crypto/keys';
import { peerIdFromPrivateKey } from '@libp2p/peer-id';
import { describe, expect, test } from 'vitest';
import { serverSigner } from '../../../shared/crypto/ed25519.ts';
import { sha256 } from '../../../shared/crypto/hash.ts';
import {
  accountIdOf,
  createIdentity,
  encodeIdentityStatement,
  fingerprint,
  identityOfSecrets,
  identitySecrets,
  publicIdentity,
  safetyNumber,
} from '../../../shared/crypto/identity.ts';
import { ed25519KeyOfPeerId, peerIdBytesOfEd25519 } from '../../../shared/crypto/peer-ids.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { seededRandom } from '../../support/determinism.ts';

test('an identity comes back from its secrets, whoever’s public keys stand beside them', () => {
  const identity = createIdentity(systemRandom);
  const { signingSeed, exchangeSecret } = identitySecrets(identity);
  expect(identityOfSecrets(signingSeed, exchangeSecret)).toEqual(identity);
  expect(() => identityOfSecrets(signingSeed.subarray(1), exchangeSecret)).toThrow('key-invalid');
  expect(() => identityOfSecrets(signingSeed, new Uint8Array(33))).toThrow('key-invalid');
});

test('the account id is the hash of the first statement; two accounts with one key pair have two', () => {
  const keys = publicIdentity(createIdentity(systemRandom));
  const payload = encodeIdentityStatement('Anna', keys, systemRandom(16));
  expect(accountIdOf(payload)).toEqual(sha256(payload));
  expect(accountIdOf(encodeIdentityStatement('Anna', keys, systemRandom(16)))).not.toEqual(accountIdOf(payload));
});

describe('safety numbers', () => {
  const a = publicIdentity(createIdentity(seededRandom('a')));
  const b = publicIdentity(createIdentity(seededRandom('b')));

  test('are 12 groups of 5 digits, the same for both', () => {
    expect(fingerprint(a)).toMatch(/^\d{5}( \d{5}){5}$/);
    expect(safetyNumber(a, b)).toBe(safetyNumber(b, a));
    expect(safetyNumber(a, b)).toMatch(/^\d{5}( \d{5}){11}$/);
    expect(safetyNumber(a, b).split(' ').sort()).toEqual(
      [...fingerprint(a).split(' '), ...fingerprint(b).split(' ')].sort(),
    );
  });

  test('change with either key of either side', () => {
    const other = publicIdentity(createIdentity(seededRandom('c')));
    const numbers = [
      safetyNumber(a, b),
      safetyNumber({ ...a, identityKey: other.identityKey }, b),
      safetyNumber({ ...a, exchangeKey: other.exchangeKey }, b),
      safetyNumber(a, { ...b, identityKey: other.identityKey }),
      safetyNumber(a, { ...b, exchangeKey: other.exchangeKey }),
    ];
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe('PeerIds', () => {
  test('are those of libp2p', async () => {
    const privateKey = await generateKeyPair('Ed25519');
    const bytes = peerIdFromPrivateKey(privateKey).toMultihash().bytes;
    const ours = peerIdBytesOfEd25519(privateKey.publicKey.raw);
    expect(Buffer.from(ours).equals(bytes)).toBe(true);
    expect(Buffer.from(ed25519KeyOfPeerId(bytes)!).equals(privateKey.publicKey.raw)).toBe(true);
    // libp2p's private key begins with the seed.
    expect(serverSigner(privateKey.raw).publicKey).toEqual(new Uint8Array(privateKey.publicKey.raw));
  });

  test('of other keys, or cut, or of small order, are none', () => {
    const peerId = peerIdBytesOfEd25519(serverSigner(systemRandom(32)).publicKey);
    for (let at = 0; at < 6; at += 1) {
      const changed = peerId.slice();
      changed[at] = changed[at]! ^ 1;
      expect(ed25519KeyOfPeerId(changed)).toBeUndefined();
    }
    expect(ed25519KeyOfPeerId(peerId.subarray(0, 37))).toBeUndefined();
    expect(ed25519KeyOfPeerId(Uint8Array.of(...peerId, 0))).toBeUndefined();
    expect(ed25519KeyOfPeerId(peerIdBytesOfEd25519(new Uint8Array(32)))).toBeUndefined();
    expect(() => peerIdBytesOfEd25519(new Uint8Array(31))).toThrow('key-invalid');
  });
});
