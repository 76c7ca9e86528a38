import { describe, expect, test } from 'vitest';
import { initiate, respond, type FirstHeader } from '../../../node/core/agreement.ts';
import { nodeKem } from '../../../shared/crypto/kem.ts';
import { seededKem, seededRandom } from '../../support/determinism.ts';
import { aPerson, prekeysOf } from '../../support/identities.ts';

const random = seededRandom('agreement');
const [alice, bob, mallory] = [aPerson('Alice', random), aPerson('Bob', random), aPerson('Mallory', random)];

describe.each([
  ['node’s KEM', nodeKem],
  ['the seeded KEM', seededKem(random)],
])('with %s', (_, kem) => {
  test.each([
    ['a one-time prekey', 1],
    ['the last-resort key', 0],
  ])('both sides get one key with %s', (__, count) => {
    const prekeys = prekeysOf(bob, random, kem, count);
    const bundle = prekeys.fetch();
    const { agreement, header } = initiate(alice.own, bob.peer, bundle, { random, kem });
    expect(header.oneTimeId === 0).toBe(count === 0);
    expect(header.lastResortId === 0).toBe(count === 1);
    const responded = respond(bob.own, alice.peer, header, prekeys.secrets, kem);
    expect(responded?.agreement).toEqual(agreement);
    expect(agreement.rootKey).toHaveLength(32);
    expect(agreement.sessionId).toHaveLength(16);
    expect(responded?.signedPrekey.publicKey).toEqual(bundle.signedPrekey.key);
  });
});

describe('the responder’s key is another one', () => {
  const kem = seededKem(random);
  const prekeys = prekeysOf(bob, random, kem, 3);
  const { agreement, header } = initiate(alice.own, bob.peer, prekeys.fetch(), { random, kem });
  const other = initiate(alice.own, bob.peer, prekeys.fetch(), { random, kem });

  const changes: Record<string, FirstHeader> = {
    'with another base key': { ...header, baseKey: other.header.baseKey },
    'with another KEM ciphertext': { ...header, kemCiphertext: other.header.kemCiphertext },
    'with another one-time prekey': { ...header, oneTimeId: other.header.oneTimeId },
  };
  test.each(Object.entries(changes))('%s', (_, changed) => {
    const responded = respond(bob.own, alice.peer, changed, prekeys.secrets, kem);
    expect(responded?.agreement.rootKey).not.toEqual(agreement.rootKey);
    expect(responded?.agreement.sessionId).not.toEqual(agreement.sessionId);
    expect(responded?.agreement.associated).not.toEqual(agreement.associated);
  });

  test('when the initiator is thought to be somebody else', () => {
    const responded = respond(bob.own, mallory.peer, header, prekeys.secrets, kem);
    expect(responded?.agreement.rootKey).not.toEqual(agreement.rootKey);
  });

  test('only in its associated data, when the same keys stand under other names', () => {
    const renamed = respond(bob.own, { ...alice.peer, account: mallory.account }, header, prekeys.secrets, kem);
    expect(renamed?.agreement.rootKey).toEqual(agreement.rootKey);
    expect(renamed?.agreement.associated).not.toEqual(agreement.associated);
    const rekeyed = respond(
      bob.own,
      { ...alice.peer, identityKey: mallory.peer.identityKey },
      header,
      prekeys.secrets,
      kem,
    );
    expect(rekeyed?.agreement.associated).not.toEqual(agreement.associated);
    const recertified = { ...header, certificate: mallory.certificate.payload };
    expect(respond(bob.own, alice.peer, recertified, prekeys.secrets, kem)?.agreement.associated).not.toEqual(
      agreement.associated,
    );
  });

  test('does not exist when a prekey is gone, or the ids contradict each other', () => {
    const gone: Partial<FirstHeader>[] = [
      { signedPrekeyId: 99 },
      { oneTimeId: 99 },
      { oneTimeId: 0 },
      { lastResortId: 2 },
      { oneTimeId: 0, lastResortId: 99 },
    ];
    for (const change of gone) {
      expect(respond(bob.own, alice.peer, { ...header, ...change }, prekeys.secrets, kem)).toBeUndefined();
    }
  });

  test('does not exist for a base key of low order', () => {
    const low = { ...header, baseKey: new Uint8Array(32) };
    expect(() => respond(bob.own, alice.peer, low, prekeys.secrets, kem)).toThrow('key-invalid');
  });
});

test('a bundle with a key of low order is refused by the initiator', () => {
  const prekeys = prekeysOf(bob, random, nodeKem, 1);
  const bundle = prekeys.fetch();
  const zero = new Uint8Array(32);
  const bad = [
    { ...bundle, signedPrekey: { id: 1, key: zero } },
    { ...bundle, oneTime: { ...bundle.oneTime!, key: zero } },
    { ...bundle, oneTime: { ...bundle.oneTime!, kemKey: new Uint8Array(1184).fill(255) } },
  ];
  for (const it of bad)
    expect(() => initiate(alice.own, bob.peer, it, { random, kem: nodeKem })).toThrow('key-invalid');
});
