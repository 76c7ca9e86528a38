/** What is another key of a friend, and what is the same lie once more. */
import { expect, test } from 'vitest';
import { AGAIN_AFTER_MS, HOW_SHOWN, isByAnother, otherKeysIn, wasDecided } from '../../../node/core/key-change.ts';
import { createIdentity, publicIdentity } from '../../../shared/crypto/identity.ts';
import { systemRandom as random } from '../../../shared/crypto/random.ts';
import { makeCertificate, makeIdentityStatement, openIdentityChain } from '../../../shared/crypto/statements.ts';
import { makeNextStatement } from '../../../shared/transparency/chain-statements.ts';
import { CONTEXT } from '../../../shared/wire/contexts.ts';
import { Signed } from '../../../shared/wire/generated/identity.js';

const identity = createIdentity(random);
const keys = publicIdentity(identity);
const first = makeIdentityStatement(identity, 'ann', random(16));
const state = openIdentityChain([first]);
const contact = { statements: [Signed.encode(first)], ...keys };

test('a signature is another’s where it does not hold under the pinned key, whoever made it', () => {
  const peerId = new Uint8Array(38);
  const own = makeCertificate(identity, state.account, peerId, 1n);
  const foreign = makeCertificate(createIdentity(random), state.account, peerId, 1n);
  const is = (signed: Signed | undefined): boolean => isByAnother(CONTEXT.deviceCertificate, signed, keys.identityKey);
  expect([own, foreign, undefined].map(is)).toEqual([false, true, false]);
  expect(is({ ...own, signature: new Uint8Array(0) })).toBe(true);
  expect(isByAnother(CONTEXT.prekeyBundle, own, keys.identityKey)).toBe(true);
});

test('a chain shows other keys where it follows the pinned one, and nothing where it does not', () => {
  const next = createIdentity(random);
  const moved = makeNextStatement(state, identity, { kind: 'keys', next }, random(16));
  expect(otherKeysIn(contact, [first, moved])).toMatchObject({ account: state.account, ...publicIdentity(next) });
  expect(otherKeysIn(contact, [moved])).toMatchObject(publicIdentity(next));
  const renamed = makeNextStatement(state, identity, { kind: 'name', name: 'anna' }, random(16));
  for (const statements of [[], [first], [first, renamed]]) expect(otherKeysIn(contact, statements)).toBeUndefined();
  const stranger = createIdentity(random);
  const other = makeIdentityStatement(stranger, 'ann', random(16));
  const elsewhere = openIdentityChain([other]);
  const foreign = makeNextStatement(elsewhere, stranger, { kind: 'name', name: 'anna' }, random(16));
  expect(() => otherKeysIn(contact, [other, foreign])).toThrow(expect.objectContaining({ code: 'statement-invalid' }));
});

test('what was decided of the same keys is decided, of a mere signature for a day', () => {
  const none = new Uint8Array(0);
  const signature = { how: HOW_SHOWN.signature, account: none, identityKey: none, exchangeKey: none };
  const named = { how: HOW_SHOWN.name, account: state.account, ...keys };
  const other = { ...named, ...publicIdentity(createIdentity(random)) };
  const long = 100 * AGAIN_AFTER_MS;
  expect(wasDecided(named, named, long)).toBe(true);
  expect(wasDecided(named, other, 0)).toBe(false);
  expect(wasDecided(named, { ...named, how: HOW_SHOWN.chain }, 0)).toBe(false);
  expect(wasDecided(signature, named, 0)).toBe(false);
  for (const before of [signature, named]) {
    expect(wasDecided(before, signature, AGAIN_AFTER_MS - 1)).toBe(true);
    expect(wasDecided(before, signature, AGAIN_AFTER_MS)).toBe(false);
    // A clock that was put back says nothing of when.
    expect(wasDecided(before, signature, -1)).toBe(false);
  }
  expect(wasDecided(undefined, signature, 0)).toBe(false);
});
