/** People with keys, devices and prekeys, as the core sees them; no server, no network. */
import { createPrekeys, makeBundle, verifyBundle, type OwnPrekeySet } from '../../node/core/prekeys.ts';
import type { OwnIdentity, PeerIdentity, PrekeySecrets, VerifiedBundle } from '../../node/core/session.ts';
import { createIdentity, type Identity } from '../../shared/crypto/identity.ts';
import { serverSigner } from '../../shared/crypto/ed25519.ts';
import type { Kem } from '../../shared/crypto/kem.ts';
import { peerIdBytesOfEd25519 } from '../../shared/crypto/peer-ids.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { makeCertificate, makeIdentityStatement, openIdentityChain } from '../../shared/crypto/statements.ts';
import type { Signed } from '../../shared/wire/generated/identity.js';

export interface TestPerson {
  readonly identity: Identity;
  readonly account: Uint8Array;
  readonly statement: Signed;
  readonly device: Uint8Array;
  readonly epoch: bigint;
  readonly certificate: Signed;
  readonly own: OwnIdentity;
  readonly peer: PeerIdentity;
}

export const aDevice = (random: Random): Uint8Array => peerIdBytesOfEd25519(serverSigner(random(32)).publicKey);

export function aPerson(name: string, random: Random): TestPerson {
  const identity = createIdentity(random);
  const statement = makeIdentityStatement(identity, name, random(16));
  const { account, identityKey, exchangeKey } = openIdentityChain([statement]);
  const device = aDevice(random);
  const certificate = makeCertificate(identity, account, device, 1n);
  return {
    identity,
    account,
    statement,
    device,
    epoch: 1n,
    certificate,
    own: { account, identity, certificate },
    peer: { account, identityKey, exchangeKey },
  };
}

export interface TestPrekeys {
  readonly set: OwnPrekeySet;
  readonly bundle: Signed;
  readonly secrets: PrekeySecrets;
  /** What somebody who fetches gets; each one-time prekey once, then none. */
  fetch(): VerifiedBundle;
  /** The one-time prekey was used. */
  forget(id: number): void;
}

export function prekeysOf(person: TestPerson, random: Random, kem: Kem, oneTimeCount = 2): TestPrekeys {
  const set = createPrekeys(random, kem, 1, oneTimeCount);
  const published = makeBundle(person.identity, person, set, 1_700_000_000_000n);
  const left = new Map(set.oneTime.map((prekey) => [prekey.id, prekey]));
  const unsold = [...published.oneTime];
  return {
    set,
    bundle: published.bundle,
    secrets: {
      signedPrekey: (id) => (id === set.signedPrekey.id ? set.signedPrekey.secretKey : undefined),
      lastResort: (id) => (id === set.lastResort.id ? set.lastResort.secretKey : undefined),
      oneTime: (id) => left.get(id),
    },
    fetch: () => verifyBundle(person.peer, { bundle: published.bundle, oneTime: unsold.shift() ?? new Uint8Array(0) }),
    forget: (id) => {
      left.delete(id);
    },
  };
}
