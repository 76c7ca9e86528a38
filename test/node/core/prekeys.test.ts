import { describe, expect, test } from 'vitest';
import { createPrekeys, makeBundle, verifyBundle } from '../../../node/core/prekeys.ts';
import { nodeKem } from '../../../shared/crypto/kem.ts';
import { systemRandom as random } from '../../../shared/crypto/random.ts';
import { makeCertificate } from '../../../shared/crypto/statements.ts';
import { aDevice, aPerson } from '../../support/identities.ts';

const [bob, mallory] = [aPerson('Bob', random), aPerson('Mallory', random)];
const set = createPrekeys(random, nodeKem, 10, 2);
const { bundle, oneTime } = makeBundle(bob.identity, bob, set, 5n);
const { certificate } = bob;
const NONE = new Uint8Array(0);

test('a fetched bundle says what was published', () => {
  const verified = verifyBundle(bob.peer, { bundle, certificate, oneTime: oneTime[1]! });
  expect(verified).toMatchObject({
    device: bob.device,
    epoch: 1n,
    createdAt: 5n,
    signedPrekey: { id: 10, key: set.signedPrekey.publicKey },
    lastResort: { id: 11, key: set.lastResort.publicKey },
    oneTime: { id: 13 },
  });
});

test('without a one-time prekey, and without the certificate that says no more, it is good too', () => {
  expect(verifyBundle(bob.peer, { bundle, certificate, oneTime: NONE }).oneTime).toBeUndefined();
  expect(verifyBundle(bob.peer, { bundle, oneTime: oneTime[0]! }).oneTime?.id).toBe(12);
});

describe('is refused', () => {
  const other = makeBundle(bob.identity, bob, createPrekeys(random, nodeKem, 20, 1), 6n);
  const thief = makeBundle(mallory.identity, bob, createPrekeys(random, nodeKem, 20, 1), 6n);
  const elsewhere = makeCertificate(bob.identity, bob.account, aDevice(random), 1n);
  const newer = makeCertificate(bob.identity, bob.account, bob.device, 2n);

  test.each([
    ['a server that has none', { oneTime: NONE }, 'no-bundle'],
    ['a bundle that somebody else signed', { bundle: thief.bundle, certificate, oneTime: NONE }, 'bundle-invalid'],
    ['a one-time prekey of another bundle', { bundle, certificate, oneTime: other.oneTime[0]! }, 'bundle-invalid'],
    [
      'a one-time prekey with one bit changed',
      { bundle, certificate, oneTime: flipped(oneTime[0]!) },
      'bundle-invalid',
    ],
    ['the certificate of another device', { bundle, certificate: elsewhere, oneTime: NONE }, 'certificate-invalid'],
    ['the certificate of another epoch', { bundle, certificate: newer, oneTime: NONE }, 'certificate-invalid'],
    ['somebody else’s certificate', { bundle, certificate: mallory.certificate, oneTime: NONE }, 'certificate-invalid'],
  ])('%s', (_, fetched, code) => {
    expect(() => verifyBundle(bob.peer, fetched)).toThrow(expect.objectContaining({ code }));
  });

  test('a bundle for another account by the same key', () => {
    expect(() => verifyBundle({ ...bob.peer, account: mallory.account }, { bundle, oneTime: NONE })).toThrow(
      'bundle-invalid',
    );
  });
});

function flipped(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  copy[20] = copy[20]! ^ 1;
  return copy;
}
