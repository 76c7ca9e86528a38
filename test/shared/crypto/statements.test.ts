import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeKem } from '../../../shared/crypto/kem.ts';
import { createIdentity } from '../../../shared/crypto/identity.ts';
import { systemRandom as random } from '../../../shared/crypto/random.ts';
import { signIdentity, verifySigned } from '../../../shared/crypto/signatures.ts';
import {
  decodeOneTimePrekey,
  loginProof,
  makeAddressRecord,
  makeCertificate,
  makeGrant,
  openAddressRecord,
  openCertificate,
  openGrant,
  openIdentityChain,
  openPrekeyBundle,
  openReceipt,
  openServerStatement,
  verifyLoginProof,
} from '../../../shared/crypto/statements.ts';
import { MiyuError, type ErrorCode } from '../../../shared/errors.ts';
import { makeNextStatement, type ChainChange } from '../../../shared/transparency/chain-statements.ts';
import { CONTEXT, type SignatureContext } from '../../../shared/wire/contexts.ts';
import type { AddressRecord, MailboxGrant } from '../../../shared/wire/generated/identity.js';
import {
  DeviceCertificate,
  IdentityStatement,
  OneTimePrekey,
  PrekeyBundle,
  type Signed,
} from '../../../shared/wire/generated/identity.js';
import { createOneTimePrekey, createPrekeys, makeBundle } from '../../../node/core/prekeys.ts';
import { aDevice, aPerson } from '../../support/identities.ts';
import { statementWorld, TIME } from '../../support/statements.ts';

const world = statementWorld(random, nodeKem);
const { alice, bob, server } = world;
const examples = Object.entries(world.examples);
const key = alice.peer.identityKey;

const codeOf = (run: () => unknown): ErrorCode | undefined => {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof MiyuError) return error.code;
    throw error;
  }
};

/** Signed by Alice whatever it says: what a dishonest owner of the key can do. */
const byAlice = (context: SignatureContext, payload: Uint8Array): Signed =>
  signIdentity(context, payload, alice.identity.signing.secretKey);

describe.each(examples)('%s', (name, example) => {
  test('opens, and verifies under its own context alone', () => {
    expect(example.open(example.signed)).toBeTypeOf('object');
    for (const context of Object.values(CONTEXT)) {
      expect(verifySigned(context, example.signed, example.signer)).toBe(context === example.context);
    }
  });

  test('is refused by the opener of everything else', () => {
    for (const [other, { open }] of examples) {
      if (other !== name)
        expect(
          codeOf(() => open(example.signed)),
          `${name} as ${other}`,
        ).toBeDefined();
    }
  });

  test('is refused with any bit of payload or signature changed, or cut', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.nat(), fc.nat({ max: 7 }), (inPayload, at, bit) => {
        const signed = { payload: example.signed.payload.slice(), signature: example.signed.signature.slice() };
        const part = inPayload ? signed.payload : signed.signature;
        part[at % part.length] = part[at % part.length]! ^ (1 << bit);
        expect(codeOf(() => example.open(signed))).toBeDefined();
        const cut = {
          ...example.signed,
          payload: example.signed.payload.subarray(0, at % example.signed.payload.length),
        };
        expect(codeOf(() => example.open(cut))).toBeDefined();
      }),
      { numRuns: 25 },
    );
  });
});

test('payloads of another type do not decode as this one even when they are signed for it', () => {
  // A dishonest owner signs one statement's bytes in another's context. Where one type's fields begin like another's, protobuf
  // reads the one as the other, and it is the context alone that tells them apart.
  const alike = new Set([
    'mailboxGrant as grantRevocation',
    'grantRevocation as mailboxGrant',
    'addressRecord as deviceCertificate',
    'prekeyBundle as deviceCertificate',
  ]);
  const identityExamples = examples.filter(([, { signer }]) => signer === key);
  for (const [name, example] of identityExamples) {
    for (const [other, { signed }] of identityExamples) {
      if (name === other || alike.has(`${other} as ${name}`)) continue;
      expect(
        codeOf(() => example.open(byAlice(example.context, signed.payload))),
        `${other} as ${name}`,
      ).toBeDefined();
    }
  }
});

test('random bytes, properly signed, are a typed error for every opener', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (payload) => {
      for (const [, example] of examples.filter(([, { signer }]) => signer === key)) {
        expect(codeOf(() => example.open(byAlice(example.context, payload)))).toBeDefined();
      }
    }),
    { numRuns: 15 },
  );
});

describe('identity chains', () => {
  const next = (before: readonly Signed[], change: ChainChange, identity = alice.identity): Signed =>
    makeNextStatement(openIdentityChain(before), identity, change, random(16));
  const renamed = (name: string, ...before: Signed[]): Signed => next(before, { kind: 'name', name });

  test('give the newest name and keys, and the first statement’s account', () => {
    const other = { signing: alice.identity.signing, exchange: createIdentity(random).exchange };
    const second = renamed('Alicia', alice.statement);
    const third = next([alice.statement, second], { kind: 'keys', next: other });
    const fourth = next([alice.statement, second, third], { kind: 'name', name: 'Ally' }, other);
    const opened = openIdentityChain([alice.statement, second, third, fourth]);
    expect(opened).toMatchObject({ account: alice.account, name: 'Ally', sequence: 3n, identityKey: key });
    expect(opened.exchangeKey).toEqual(other.exchange.publicKey);
    // Statements that set no keys may be left out.
    expect(openIdentityChain([alice.statement, third, fourth])).toEqual(opened);
  });

  test('are refused when empty, too long, reordered, repeated, with a gap or a foreign link', () => {
    const second = renamed('Alicia', alice.statement);
    const foreign = next([bob.statement], { kind: 'name', name: 'Alicia' }, bob.identity);
    const keys = next([alice.statement], {
      kind: 'keys',
      next: { ...alice.identity, exchange: createIdentity(random).exchange },
    });
    const late = next([alice.statement, keys], { kind: 'name', name: 'Alicia' });
    const chains = [
      [],
      [second],
      [second, alice.statement],
      [alice.statement, alice.statement],
      [alice.statement, second, second],
      [alice.statement, foreign],
      [alice.statement, late],
      [alice.statement, bob.statement],
      Array.from({ length: 65 }, () => alice.statement),
    ];
    for (const chain of chains) expect(codeOf(() => openIdentityChain(chain))).toBe('statement-invalid');
  });

  test('are refused when the identity key changes, though the new key signs it', () => {
    const thief = createIdentity(random);
    const stolen = next([alice.statement], { kind: 'keys', next: thief });
    expect(codeOf(() => openIdentityChain([alice.statement, stolen]))).toBe('statement-invalid');
  });

  test.each<[string, Partial<IdentityStatement>]>([
    ['an empty name', { name: '' }],
    ['a name of 129 bytes', { name: 'x'.repeat(129) }],
    ['a short identity key', { identityKey: new Uint8Array(31) }],
    ['a short exchange key', { exchangeKey: new Uint8Array(31) }],
    ['a short salt', { salt: new Uint8Array(15) }],
    ['a predecessor', { previous: new Uint8Array(32) }],
    ['a sequence', { sequence: 1n }],
  ])('with %s are refused', (_, change) => {
    const fields = IdentityStatement.decode(alice.statement.payload);
    const signed = byAlice(CONTEXT.identityStatement, IdentityStatement.encode({ ...fields, ...change }));
    expect(codeOf(() => openIdentityChain([signed]))).toBe('statement-invalid');
  });

  test('of another version say so', () => {
    const fields = IdentityStatement.decode(alice.statement.payload);
    const signed = byAlice(CONTEXT.identityStatement, IdentityStatement.encode({ ...fields, version: 2 }));
    expect(codeOf(() => openIdentityChain([signed]))).toBe('version-mismatch');
  });
});

describe('what the caller expects must be what is said', () => {
  test('certificates', () => {
    const { certificate, account, device } = alice;
    expect(openCertificate(certificate, key, { account, device, epoch: 1n })).toMatchObject({
      account,
      device,
      epoch: 1n,
    });
    expect(codeOf(() => openCertificate(certificate, key, { account: bob.account }))).toBe('certificate-invalid');
    expect(codeOf(() => openCertificate(certificate, key, { epoch: 2n }))).toBe('certificate-invalid');
    expect(codeOf(() => openCertificate(certificate, bob.peer.identityKey))).toBe('certificate-invalid');
  });

  test('receipts and server statements are of that server', () => {
    const other = aDevice(random);
    expect(codeOf(() => openReceipt(world.examples['depositReceipt']!.signed, other))).toBe('signature-invalid');
    expect(codeOf(() => openServerStatement(world.examples['serverStatement']!.signed, other))).toBe(
      'server-statement-invalid',
    );
    expect(codeOf(() => openServerStatement(world.examples['serverStatement']!.signed, new Uint8Array(38)))).toBe(
      'server-statement-invalid',
    );
    expect(openReceipt(world.examples['depositReceipt']!.signed, server, { owner: alice.account }).sequence).toBe(7n);
  });
});

describe('bounds, signed by the owner all the same', () => {
  test.each<[string, Partial<DeviceCertificate>]>([
    ['epoch 0', { epoch: 0n }],
    ['a short account', { account: new Uint8Array(31) }],
    ['a device that is no PeerId', { device: new Uint8Array(38) }],
    ['no device', { device: new Uint8Array(0) }],
  ])('certificate with %s', (_, change) => {
    const fields = DeviceCertificate.decode(alice.certificate.payload);
    const signed = byAlice(CONTEXT.deviceCertificate, DeviceCertificate.encode({ ...fields, ...change }));
    expect(codeOf(() => openCertificate(signed, key))).toBe('certificate-invalid');
  });

  test.each<[string, Partial<MailboxGrant>]>([
    ['scope 0', { scope: 0 }],
    ['scope 3', { scope: 3 }],
    ['serial 0', { serial: 0n }],
    ['the owner as depositor', { depositor: alice.account }],
    ['a long owner', { owner: new Uint8Array(33) }],
  ])('grant with %s', (_, change) => {
    const signed = makeGrant(alice.identity, {
      owner: alice.account,
      depositor: bob.account,
      scope: 1,
      serial: 1n,
      ...change,
    });
    expect(codeOf(() => openGrant(signed, key))).toBe('grant-invalid');
  });

  test.each<[string, Partial<AddressRecord>]>([
    ['17 addresses', { addresses: new Array<string>(17).fill('/ip4/1.1.1.1/tcp/1') }],
    ['a long address', { addresses: [`/${'x'.repeat(256)}`] }],
    ['an address with a blank', { addresses: ['/ip4/1.1.1.1 /tcp/1'] }],
    ['an address that is none', { addresses: ['127.0.0.1'] }],
    ['sequence 0', { sequence: 0n }],
    ['no lifetime', { expiresAt: TIME }],
    ['a time that no Date holds', { expiresAt: 2n ** 63n }],
  ])('address record with %s', (_, change) => {
    const { account, device } = alice;
    const fields = { account, device, epoch: 1n, addresses: [], sequence: 1n, issuedAt: TIME, expiresAt: TIME + 9n };
    expect(openAddressRecord(makeAddressRecord(alice.identity, fields), key).addresses).toEqual([]);
    expect(codeOf(() => openAddressRecord(makeAddressRecord(alice.identity, { ...fields, ...change }), key))).toBe(
      'record-invalid',
    );
  });

  test.each<[string, (bundle: PrekeyBundle) => Partial<PrekeyBundle>]>([
    ['65 hashes', () => ({ oneTimeHashes: new Array<Uint8Array>(65).fill(new Uint8Array(32)) })],
    ['a short hash', () => ({ oneTimeHashes: [new Uint8Array(31)] })],
    ['a signed prekey of 31 bytes', () => ({ signedPrekey: { id: 1, key: new Uint8Array(31) } })],
    ['prekey id 0', (bundle) => ({ signedPrekey: { id: 0, key: bundle.signedPrekey!.key } })],
    ['a short KEM key', () => ({ lastResort: { id: 2, key: new Uint8Array(1183) } })],
    ['created at 0', () => ({ createdAt: 0n })],
  ])('bundle with %s', (_, change) => {
    const bundle = PrekeyBundle.decode(world.examples['prekeyBundle']!.signed.payload);
    const signed = byAlice(CONTEXT.prekeyBundle, PrekeyBundle.encode({ ...bundle, ...change(bundle) }));
    expect(codeOf(() => openPrekeyBundle(signed, key))).toBe('bundle-invalid');
  });

  test('bundle without signed prekey or last-resort key', () => {
    const { signedPrekey, lastResort, ...rest } = PrekeyBundle.decode(world.examples['prekeyBundle']!.signed.payload);
    for (const bundle of [
      { ...rest, signedPrekey },
      { ...rest, lastResort },
    ] as Partial<PrekeyBundle>[]) {
      const signed = byAlice(CONTEXT.prekeyBundle, PrekeyBundle.encode(bundle));
      expect(codeOf(() => openPrekeyBundle(signed, key))).toBe('bundle-invalid');
    }
  });

  test('the largest bundle fits into a statement', () => {
    const prekeys = createPrekeys(random, nodeKem, 1, 64);
    const { bundle } = makeBundle(alice.identity, alice, prekeys, TIME);
    expect(openPrekeyBundle(bundle, key).oneTimeHashes).toHaveLength(64);
    expect(prekeys.oneTime.map(({ id }) => id)).toEqual(Array.from({ length: 64 }, (_, i) => i + 3));
    expect(() => createPrekeys(random, nodeKem, 1, 65)).toThrow('internal');
  });

  test('one-time prekeys', () => {
    const { encoded } = createOneTimePrekey(random, nodeKem, 9);
    const prekey = decodeOneTimePrekey(encoded);
    expect(prekey.id).toBe(9);
    const bad: Partial<OneTimePrekey>[] = [{ id: 0 }, { key: new Uint8Array(33) }, { kemKey: new Uint8Array(0) }];
    for (const change of bad) {
      expect(codeOf(() => decodeOneTimePrekey(OneTimePrekey.encode({ ...prekey, ...change })))).toBe('bundle-invalid');
    }
    expect(codeOf(() => decodeOneTimePrekey(encoded.subarray(0, 100)))).toBe('bundle-invalid');
  });
});

describe('the login proof', () => {
  const claim = {
    server,
    device: alice.device,
    serverNonce: random(32),
    clientNonce: random(32),
    epoch: 3n,
  };
  const proof = loginProof(alice.identity, claim);

  test('holds for exactly this claim and this identity', () => {
    expect(proof).toHaveLength(64);
    expect(verifyLoginProof(proof, key, claim)).toBe(true);
    expect(verifyLoginProof(proof, bob.peer.identityKey, claim)).toBe(false);
    const changes = [
      { server: alice.device },
      { device: server },
      { serverNonce: random(32) },
      { clientNonce: random(32) },
      { serverNonce: claim.clientNonce, clientNonce: claim.serverNonce },
      { epoch: 4n },
    ];
    for (const change of changes) expect(verifyLoginProof(proof, key, { ...claim, ...change })).toBe(false);
  });

  test('takes no nonce or PeerId of another length', () => {
    for (const change of [{ serverNonce: random(31) }, { clientNonce: random(33) }, { server: random(37) }]) {
      expect(codeOf(() => loginProof(alice.identity, { ...claim, ...change }))).toBe('proof-invalid');
      expect(codeOf(() => verifyLoginProof(proof, key, { ...claim, ...change }))).toBe('proof-invalid');
    }
  });
});

test('a certificate of one identity is no certificate of another with the same account inside', () => {
  const thief = aPerson('Thief', random);
  const forged = makeCertificate(thief.identity, alice.account, thief.device, 9n);
  expect(codeOf(() => openCertificate(forged, key, { account: alice.account }))).toBe('certificate-invalid');
});
