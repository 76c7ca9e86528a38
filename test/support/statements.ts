/** One valid example of everything that is signed, and the function that opens it. */
import { serverSigner } from '../../shared/crypto/ed25519.ts';
import { sealFriendRequest, openFriendRequest } from '../../shared/crypto/friend-request.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { makePersonCertificate, openPersonCertificate } from '../../shared/crypto/person-certificate.ts';
import { peerIdBytesOfEd25519 } from '../../shared/crypto/peer-ids.ts';
import { sealBox } from '../../shared/crypto/box.ts';
import * as statements from '../../shared/crypto/statements.ts';
import { createPrekeys, makeBundle } from '../../node/core/prekeys.ts';
import type { Kem } from '../../shared/crypto/kem.ts';
import { makeTreeHead, openTreeHead } from '../../shared/transparency/tree-head.ts';
import { CONTEXT, type SignatureContext } from '../../shared/wire/contexts.ts';
import { Signed } from '../../shared/wire/generated/identity.js';
import { openBox } from '../../shared/crypto/box.ts';
import { aPerson, type TestPerson } from './identities.ts';

export interface Example {
  readonly context: SignatureContext;
  readonly signed: Signed;
  readonly signer: Uint8Array;
  /** Opens what claims to be such a statement of the same signer; throws where it is none. */
  open(signed: Signed): unknown;
}

export const TIME = 1_700_000_000_000n;

export interface World {
  readonly alice: TestPerson;
  readonly bob: TestPerson;
  readonly server: Uint8Array;
  readonly examples: Readonly<Record<string, Example>>;
}

export function statementWorld(random: Random, kem: Kem): World {
  const [alice, bob] = [aPerson('Alice', random), aPerson('Bob', random)];
  const signer = serverSigner(random(32));
  const server = peerIdBytesOfEd25519(signer.publicKey);
  const { identityKey } = alice.peer;
  const grant = { owner: alice.account, depositor: bob.account, scope: 1, serial: 1n };
  const request = sealFriendRequest(
    alice.identity,
    {
      to: bob.account,
      statement: alice.statement,
      certificate: alice.certificate,
      home: { server, addresses: ['/ip4/127.0.0.1/tcp/4001'] },
      grant: statements.makeGrant(alice.identity, grant),
      greeting: 'hello',
      sentAt: TIME,
    },
    bob.peer.exchangeKey,
    random,
  );
  const examples: Record<string, Example> = {
    identityStatement: {
      context: CONTEXT.identityStatement,
      signed: alice.statement,
      signer: identityKey,
      open: (signed) => statements.openIdentityChain([signed]),
    },
    deviceCertificate: {
      context: CONTEXT.deviceCertificate,
      signed: alice.certificate,
      signer: identityKey,
      open: (signed) => statements.openCertificate(signed, identityKey),
    },
    mailboxGrant: {
      context: CONTEXT.mailboxGrant,
      signed: statements.makeGrant(alice.identity, grant),
      signer: identityKey,
      open: (signed) => statements.openGrant(signed, identityKey),
    },
    grantRevocation: {
      context: CONTEXT.grantRevocation,
      signed: statements.makeRevocation(alice.identity, grant),
      signer: identityKey,
      open: (signed) => statements.openRevocation(signed, identityKey),
    },
    addressRecord: {
      context: CONTEXT.addressRecord,
      signed: statements.makeAddressRecord(alice.identity, {
        account: alice.account,
        device: alice.device,
        epoch: 1n,
        addresses: ['/ip4/192.0.2.1/tcp/4001'],
        sequence: 1n,
        issuedAt: TIME,
        expiresAt: TIME + 1n,
      }),
      signer: identityKey,
      open: (signed) => statements.openAddressRecord(signed, identityKey),
    },
    prekeyBundle: {
      context: CONTEXT.prekeyBundle,
      signed: makeBundle(alice.identity, alice, createPrekeys(random, kem, 1, 2), TIME).bundle,
      signer: identityKey,
      open: (signed) => statements.openPrekeyBundle(signed, identityKey),
    },
    vaultNote: {
      context: CONTEXT.vaultNote,
      signed: statements.makeVaultNote(alice.identity, { account: alice.account, epoch: 2n, number: 9n }),
      signer: identityKey,
      open: (signed) => statements.openVaultNote(signed, identityKey),
    },
    serverStatement: {
      context: CONTEXT.serverStatement,
      signed: statements.makeServerStatement(signer, {
        server,
        name: 'Café 密语',
        maxNameLength: 32,
        email: 1,
        tokenRequired: true,
        closed: false,
        mailLifetimeS: 2_592_000n,
        issuedAt: TIME,
      }),
      signer: signer.publicKey,
      open: (signed) => statements.openServerStatement(signed, server),
    },
    depositReceipt: {
      context: CONTEXT.depositReceipt,
      signed: statements.makeReceipt(signer, {
        server,
        owner: alice.account,
        depositor: bob.account,
        envelopeId: new Uint8Array(32).fill(1),
        sequence: 7n,
        storedAt: TIME,
        expiresAt: TIME + 1n,
      }),
      signer: signer.publicKey,
      open: (signed) => statements.openReceipt(signed, server),
    },
    friendRequest: {
      context: CONTEXT.friendRequest,
      signed: Signed.decode(openBox(request, bob.identity.exchange.secretKey)!),
      signer: identityKey,
      open: (signed) =>
        openFriendRequest(
          sealBox(Signed.encode(signed), bob.peer.exchangeKey, random),
          bob.identity.exchange.secretKey,
          bob.account,
        ),
    },
    treeHead: {
      context: CONTEXT.treeHead,
      signed: makeTreeHead(signer, {
        server,
        log: new Uint8Array(16).fill(3),
        size: 9,
        root: new Uint8Array(32).fill(4),
        mapRoot: new Uint8Array(32).fill(5),
        time: Number(TIME),
      }),
      signer: signer.publicKey,
      open: (signed) => openTreeHead(signed, server),
    },
    personCertificate: {
      context: CONTEXT.personCertificate,
      signed: makePersonCertificate(alice.identity, {
        ...{ account: alice.account, name: 'Alice', email: 'alice@example.org' },
        ...{ device: alice.device, epoch: 1n, issuedAt: TIME },
      }),
      signer: identityKey,
      open: (signed) => openPersonCertificate(signed, identityKey),
    },
  };
  return { alice, bob, server, examples };
}
