import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { createIdentity, type Identity } from '../../../shared/crypto/identity.ts';
import { signIdentity } from '../../../shared/crypto/signatures.ts';
import { openIdentityChain } from '../../../shared/crypto/statements.ts';
import { concatBytes } from '../../../shared/ids.ts';
import { makeNextStatement, type ChainChange } from '../../../shared/transparency/chain-statements.ts';
import {
  extendChain,
  isChainFault,
  openChain,
  successionPayload,
  type ChainState,
} from '../../../shared/transparency/chain.ts';
import { CONTEXT } from '../../../shared/wire/contexts.ts';
import { IdentityStatement, type Signed } from '../../../shared/wire/generated/identity.js';
import { MAX_STATEMENTS } from '../../../shared/wire/limits.ts';
import { seededRandom } from '../../support/determinism.ts';
import { aDevice } from '../../support/identities.ts';
import { changeOwner, newOwner, type Owner } from '../../support/log-world.ts';

const random = seededRandom('chain');
const anna = newOwner('Anna', random);
const mallory = createIdentity(random);
const successor = createIdentity(random);
const device = (epoch: bigint): ChainChange => ({ kind: 'device', device: aDevice(random), epoch });

/** A statement after Anna's first, with these fields in the place of the right ones. */
function forged(change: ChainChange, fields: Partial<IdentityStatement>, by: Identity = anna.identity): Signed {
  const { payload } = makeNextStatement(anna.state, anna.identity, change, random(16));
  const statement = { ...IdentityStatement.decode(payload), ...fields };
  return signIdentity(CONTEXT.identityStatement, IdentityStatement.encode(statement), by.signing.secretKey);
}

describe('a chain', () => {
  test('begins with the statement that an account registers with; its hash is the account', () => {
    expect(anna.state).toMatchObject({ sequence: 0n, kind: 'create', name: 'Anna', epoch: 0n });
    expect(anna.state.account).toEqual(openIdentityChain(anna.statements).account);
    expect(anna.state.entry).toEqual(sha256(anna.statements[0]!.payload));
    expect(anna.state.keysFrom).toEqual(anna.state.entry);
  });

  test('goes on with devices, names, keys, and ends with a deletion', () => {
    const bea = newOwner('Bea', random);
    const { account, identityKey } = bea.state;
    changeOwner(bea, device(1n), random);
    expect(bea.state).toMatchObject({ sequence: 1n, kind: 'device', name: 'Bea', epoch: 1n, keysFrom: account });
    changeOwner(bea, { kind: 'name', name: 'Beatrix' }, random);
    expect(bea.state).toMatchObject({ sequence: 2n, kind: 'name', name: 'Beatrix', epoch: 1n });
    const next = createIdentity(random);
    changeOwner(bea, { kind: 'keys', next }, random);
    expect(bea.state).toMatchObject({ sequence: 3n, kind: 'keys', identityKey: next.signing.publicKey, epoch: 1n });
    expect(bea.state.identityKey).not.toEqual(identityKey);
    expect(bea.state.keysFrom).toEqual(bea.state.entry);
    // The exchange key alone: no other identity key has to agree.
    changeOwner(bea, { kind: 'keys', next: { ...bea.identity, exchange: createIdentity(random).exchange } }, random);
    changeOwner(bea, device(7n), random);
    changeOwner(bea, { kind: 'delete' }, random);
    expect(openChain(bea.statements)).toEqual(bea.state);
    expect(bea.state.account).toEqual(account);
    const after = makeNextStatement(bea.state, bea.identity, device(8n), random(16));
    expect(extendChain(bea.state, after)).toBe('deleted');
  });
});

describe('a first statement is refused', () => {
  const fields = IdentityStatement.decode(anna.statements[0]!.payload);
  const first = (change: Partial<IdentityStatement>): Signed =>
    signIdentity(
      CONTEXT.identityStatement,
      IdentityStatement.encode({ ...fields, ...change }),
      anna.identity.signing.secretKey,
    );

  test.each([
    ['another version', { version: 2 }, 'malformed'],
    ['a later number', { sequence: 1n }, 'not-first'],
    ['something before it', { previous: random(32) }, 'malformed'],
    ['an account', { account: random(32) }, 'malformed'],
    ['a device', { device: aDevice(random), epoch: 1n }, 'malformed'],
    ['another kind', { kind: 3 }, 'malformed'],
    ['no name', { name: '' }, 'malformed'],
    ['a key of small order', { identityKey: new Uint8Array(32) }, 'malformed'],
    ['a short exchange key', { exchangeKey: random(31) }, 'malformed'],
    ['a short salt', { salt: random(15) }, 'malformed'],
    ['the key of somebody else', { identityKey: mallory.signing.publicKey }, 'signature'],
  ] as const)('with %s', (_, change, fault) => {
    expect(extendChain(undefined, first(change))).toBe(fault);
  });
});

describe('a next statement is refused', () => {
  const name: ChainChange = { kind: 'name', name: 'Anne' };
  const keys: ChainChange = { kind: 'keys', next: successor };
  const foreignConsent = (): Uint8Array => {
    const { payload } = makeNextStatement(anna.state, anna.identity, keys, random(16));
    const agreed = successionPayload(IdentityStatement.decode(payload));
    return signIdentity(CONTEXT.keySuccession, agreed, mallory.signing.secretKey).signature;
  };

  test.each([
    ['no number of its own', name, { sequence: 0n }, 'old'],
    ['a number too far', name, { sequence: 2n }, 'gap'],
    ['another before it', name, { previous: random(32) }, 'fork'],
    ['another account', name, { account: random(32) }, 'other-account'],
    ['no account', name, { account: new Uint8Array(0) }, 'malformed'],
    ['an unknown kind', name, { kind: 5 }, 'malformed'],
    ['the kind of a first one', name, { kind: 0 }, 'malformed'],
    ['keys from elsewhere', name, { keysFrom: random(32) }, 'other-keys'],
    ['an exchange key that its kind may not change', name, { exchangeKey: random(32) }, 'other-keys'],
    ['the same name again', name, { name: 'Anna' }, 'name'],
    ['a name that its kind may not change', device(1n), { name: 'Anne' }, 'name'],
    ['a device that its kind may not change', name, { device: aDevice(random), epoch: 1n }, 'device'],
    ['no epoch', device(1n), { epoch: 0n }, 'device'],
    ['no device', device(1n), { device: new Uint8Array(0) }, 'device'],
    ['a device that is none', device(1n), { device: random(38) }, 'device'],
    ['a consent that nothing asks for', name, { consent: random(64) }, 'malformed'],
  ] as const)('with %s', (_, change, fields, fault) => {
    expect(extendChain(anna.state, forged(change, fields))).toBe(fault);
  });

  test.each([
    ['no consent', { consent: new Uint8Array(0) }, 'no-consent'],
    ['somebody else’s consent', { consent: foreignConsent() }, 'no-consent'],
    ['consent to another exchange key', { exchangeKey: random(32) }, 'no-consent'],
    ['no change at all', { identityKey: anna.state.identityKey, exchangeKey: anna.state.exchangeKey }, 'other-keys'],
  ] as const)('as a change of keys with %s', (_, fields, fault) => {
    expect(extendChain(anna.state, forged(keys, fields, successor))).toBe(fault);
  });

  test('signed by whoever is not its key: a server, or the former key behind a change', () => {
    expect(extendChain(anna.state, forged(name, {}, mallory))).toBe('signature');
    expect(extendChain(anna.state, forged(keys, {}, anna.identity))).toBe('signature');
  });

  test('where an epoch falls or stays', () => {
    const bea = newOwner('Bea', random);
    changeOwner(bea, device(5n), random);
    for (const epoch of [4n, 5n]) {
      expect(extendChain(bea.state, makeNextStatement(bea.state, bea.identity, device(epoch), random(16)))).toBe(
        'device',
      );
    }
  });

  test('as random bytes, or with any bit changed', () => {
    const good = makeNextStatement(anna.state, anna.identity, keys, random(16));
    expect(extendChain(anna.state, good)).toMatchObject({ kind: 'keys' });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(), (noise, at) => {
        const byAnna = signIdentity(CONTEXT.identityStatement, noise, anna.identity.signing.secretKey);
        expect(isChainFault(extendChain(anna.state, byAnna))).toBe(true);
        const bytes = concatBytes(good.payload, good.signature);
        const bit = at % (8 * bytes.length);
        bytes[bit >> 3] = bytes[bit >> 3]! ^ (1 << (bit & 7));
        const signed = { payload: bytes.slice(0, good.payload.length), signature: bytes.slice(good.payload.length) };
        expect(isChainFault(extendChain(anna.state, signed))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a chain of which a newcomer gets but what sets keys, and the last', () => {
  const cleo = newOwner('Cleo', random);
  const changes: ChainChange[] = [
    device(1n),
    device(2n),
    { kind: 'keys', next: createIdentity(random) },
    device(3n),
    { kind: 'name', name: 'Cleopatra' },
    { kind: 'keys', next: createIdentity(random) },
    device(4n),
    device(5n),
  ];
  const states: ChainState[] = [cleo.state];
  for (const change of changes) {
    changeOwner(cleo, change, random);
    states.push(cleo.state);
  }
  const pick = (...numbers: number[]): Signed[] => numbers.map((number) => cleo.statements[number]!);

  test('comes to the same as the whole', () => {
    expect(openChain(cleo.statements)).toEqual(cleo.state);
    expect(openChain(pick(0, 3, 6, 8))).toEqual(cleo.state);
    expect(openChain(pick(0, 3, 5))).toEqual(states[5]);
    expect(openChain(pick(8), states[6])).toEqual(cleo.state);
    expect(openChain([], states[6])).toEqual(states[6]);
  });

  test('does not hold where a change of keys is left out, or the order is another', () => {
    expect(openChain(pick(0, 6, 8))).toBe('other-keys');
    expect(openChain(pick(0, 3, 8))).toBe('other-keys');
    expect(openChain(pick(3, 6, 8))).toBe('not-first');
    expect(openChain(pick(0, 6, 3))).toBe('other-keys');
    expect(openChain(pick(0, 3, 3))).toBe('old');
    expect(openChain([])).toBe('not-first');
    expect(openChain(Array.from({ length: MAX_STATEMENTS + 1 }, () => cleo.statements[0]!))).toBe('too-long');
  });

  test('whoever has seen a change of keys takes nothing from the keys before it', () => {
    const old: Owner = { ...cleo, state: states[2]!, identity: cleo.identity };
    const stolen = newOwner('thief', random).identity;
    // With the key of before the first change, whoever has stolen it goes on from there.
    const branch = makeNextStatement(old.state, stolen, device(9n), random(16));
    expect(openChain([branch], states[3])).toBe('old');
    const later = makeNextStatement({ ...old.state, sequence: 11n }, stolen, device(9n), random(16));
    expect(openChain([later], states[3])).toBe('other-keys');
  });

  test('an epoch does not fall where statements were left out', () => {
    const behind = makeNextStatement(
      { ...states[7]!, sequence: 9n },
      cleo.identity,
      { kind: 'name', name: 'C' },
      random(16),
    );
    expect(openChain([behind], cleo.state)).toBe('device');
  });
});
