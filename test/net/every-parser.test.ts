/**
 * Scenario row 10: everything that is signed is fed to the parser of everything else that is signed, and everything that is
 * sealed to every other opener. A new context without a row here fails.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { nodeKem } from '../../shared/crypto/kem.ts';
import { serverSigner, verifyEd25519 } from '../../shared/crypto/ed25519.ts';
import { sha256, utf8 } from '../../shared/crypto/hash.ts';
import { peerIdBytesOfEd25519 } from '../../shared/crypto/peer-ids.ts';
import { signIdentity } from '../../shared/crypto/signatures.ts';
import * as statements from '../../shared/crypto/statements.ts';
import { MiyuError } from '../../shared/errors.ts';
import { concatBytes } from '../../shared/ids.ts';
import { u64 } from '../../shared/crypto/layout.ts';
import { successionInput, successionPayload } from '../../shared/transparency/chain.ts';
import { makeTreeHead, openTreeHead } from '../../shared/transparency/tree-head.ts';
import { CONTEXT, DERIVE } from '../../shared/wire/contexts.ts';
import type { SignatureContext } from '../../shared/wire/contexts.ts';
import { Signed } from '../../shared/wire/generated/identity.js';
import { seededRandom } from '../support/determinism.ts';
import { statementWorld, TIME } from '../support/statements.ts';
import { sealedWorld } from './sealed-world.ts';

type ContextName = keyof typeof CONTEXT;

interface SignedKind {
  readonly signed: Signed;
  /** Signs anything in any context with the key that the parser trusts. */
  sign(context: SignatureContext, payload: Uint8Array): Signed;
  /** Throws, or is false, where it is refused. */
  parse(signed: Signed): unknown;
}

const random = seededRandom('every parser');
const world = statementWorld(random, nodeKem);
const { alice, bob } = world;
const signer = serverSigner(random(32));
const server = peerIdBytesOfEd25519(signer.publicKey);
const claim = { server, device: alice.device, serverNonce: random(32), clientNonce: random(32), epoch: 1n };

const byAlice = (context: SignatureContext, payload: Uint8Array): Signed =>
  signIdentity(context, payload, alice.identity.signing.secretKey);
const byServer = (context: SignatureContext, payload: Uint8Array): Signed => signer.sign(context, payload);
const ofAlice = (name: ContextName): SignedKind => {
  const example = world.examples[name]!;
  return { signed: example.signed, sign: byAlice, parse: (signed) => example.open(signed) };
};
const loginPayload = concatBytes(server, alice.device, claim.serverNonce, claim.clientNonce, u64(claim.epoch));

const next = {
  account: alice.account,
  sequence: 1n,
  previous: random(32),
  identityKey: random(32),
  exchangeKey: random(32),
};
const treeHead = { server, log: random(16), size: 9, root: random(32), mapRoot: random(32), time: Number(TIME) };

/** What is signed is known beforehand, so that only the signature is sent. */
const BARE: ReadonlySet<ContextName> = new Set(['login', 'keySuccession']);

/** One valid object of each context, and its parser. */
const SIGNED: Readonly<Record<ContextName, SignedKind>> = {
  identityStatement: ofAlice('identityStatement'),
  deviceCertificate: ofAlice('deviceCertificate'),
  mailboxGrant: ofAlice('mailboxGrant'),
  grantRevocation: ofAlice('grantRevocation'),
  addressRecord: ofAlice('addressRecord'),
  prekeyBundle: ofAlice('prekeyBundle'),
  friendRequest: ofAlice('friendRequest'),
  vaultNote: ofAlice('vaultNote'),
  personCertificate: ofAlice('personCertificate'),
  serverStatement: {
    signed: statements.makeServerStatement(signer, {
      ...statements.openServerStatement(world.examples['serverStatement']!.signed, world.server),
      server,
    }),
    sign: byServer,
    parse: (signed) => statements.openServerStatement(signed, server),
  },
  depositReceipt: {
    signed: statements.makeReceipt(signer, {
      server,
      owner: alice.account,
      depositor: bob.account,
      envelopeId: random(32),
      sequence: 7n,
      storedAt: TIME,
      expiresAt: TIME + 1n,
    }),
    sign: byServer,
    parse: (signed) => statements.openReceipt(signed, server),
  },
  login: {
    signed: { payload: loginPayload, signature: statements.loginProof(alice.identity, claim) },
    sign: byAlice,
    parse: ({ signature }) => statements.verifyLoginProof(signature, alice.peer.identityKey, claim),
  },
  keySuccession: {
    signed: byAlice(CONTEXT.keySuccession, successionPayload(next)),
    sign: byAlice,
    parse: ({ signature }) => verifyEd25519(alice.peer.identityKey, successionInput(next), signature),
  },
  treeHead: {
    signed: makeTreeHead(signer, treeHead),
    sign: byServer,
    parse: (signed) => openTreeHead(signed, server),
  },
};

const folder = await mkdtemp(join(tmpdir(), 'miyu-test-'));
afterAll(() => rm(folder, { recursive: true }));
const sealed = await sealedWorld(random, folder);

const kinds = Object.entries(SIGNED) as [ContextName, SignedKind][];

/** Whether it is taken for one; anything but a value or a MiyuError is a defect. */
async function isTaken(parse: () => unknown): Promise<boolean> {
  try {
    const result = await parse();
    return result !== false && result !== undefined;
  } catch (error) {
    if (error instanceof MiyuError) return false;
    throw error;
  }
}

test('every context of signatures and of derivations has its row', () => {
  expect(Object.keys(SIGNED).toSorted()).toEqual(Object.keys(CONTEXT).toSorted());
  expect([...Object.keys(sealed.kinds), ...Object.keys(sealed.nothingSealed)].toSorted()).toEqual(
    Object.keys(DERIVE).toSorted(),
  );
  const strings: string[] = [...Object.values(CONTEXT), ...Object.values(DERIVE)];
  expect(new Set(strings).size).toBe(strings.length);
});

describe.each(kinds)('the parser of %s', (name, kind) => {
  test('takes its own, and no other signed object', async () => {
    for (const [other, { signed }] of kinds) {
      expect(await isTaken(() => kind.parse(signed)), other).toBe(other === name);
    }
  });

  test('takes nothing that the right key has signed in another context: neither its own words nor theirs', async () => {
    for (const [context, { signed }] of kinds) {
      if (context === name) continue;
      for (const [whose, payload] of [
        ['own', kind.signed.payload],
        ['their', signed.payload],
      ] as const) {
        const forged = kind.sign(CONTEXT[context], payload);
        expect(await isTaken(() => kind.parse(forged)), `${whose} words signed as ${context}`).toBe(false);
      }
    }
  });

  test('takes nothing that is sealed', async () => {
    for (const [other, { bytes }] of Object.entries(sealed.kinds)) {
      // In the place of the payload, under a signature that is there and under one that is made for it.
      const signature = BARE.has(name) ? random(64) : kind.signed.signature;
      expect(await isTaken(() => kind.parse({ payload: bytes, signature })), other).toBe(false);
      expect(await isTaken(() => kind.parse(kind.sign(CONTEXT[name], bytes))), other).toBe(false);
    }
  });
});

test('every opener takes its own, and nothing else that is sealed or signed', async () => {
  for (const [name, { open }] of Object.entries(sealed.kinds)) {
    for (const [other, { bytes }] of Object.entries(sealed.kinds)) {
      expect(await isTaken(() => open(bytes)), `${other} as ${name}`).toBe(other === name);
    }
    for (const [other, { signed }] of kinds) {
      expect(await isTaken(() => open(Signed.encode(signed))), `${other} as ${name}`).toBe(false);
    }
  }
});

test('vault and key file do not open as each other under the other’s name either', async () => {
  const { vault, keyFile } = sealed.kinds;
  const renamed = (bytes: Uint8Array, magic: string): Uint8Array => {
    const body = concatBytes(utf8(magic), bytes.subarray(8, -32));
    return concatBytes(body, sha256(body));
  };
  expect(await isTaken(() => keyFile.open(renamed(keyFile.bytes, 'miyu-key')))).toBe(true);
  expect(await isTaken(() => keyFile.open(renamed(vault.bytes, 'miyu-key')))).toBe(false);
  expect(await isTaken(() => vault.open(renamed(keyFile.bytes, 'miyu-vlt')))).toBe(false);
});
