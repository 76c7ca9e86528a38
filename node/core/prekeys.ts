/** Prekeys: making our own, and verifying a friend's bundle before a session is opened with it. */
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import type { Identity } from '../../shared/crypto/identity.ts';
import type { Kem } from '../../shared/crypto/kem.ts';
import type { Random } from '../../shared/crypto/random.ts';
import {
  decodeOneTimePrekey,
  makePrekeyBundle,
  openCertificate,
  openPrekeyBundle,
} from '../../shared/crypto/statements.ts';
import { generate } from '../../shared/crypto/x25519.ts';
import { OneTimePrekey, type Signed } from '../../shared/wire/generated/identity.js';
import { MAX_ONE_TIME_PREKEYS } from '../../shared/wire/limits.ts';

/** Whom a session is with, as pinned. */
export interface PeerIdentity {
  readonly account: Uint8Array;
  readonly identityKey: Uint8Array;
  readonly exchangeKey: Uint8Array;
  /** The peer's device certificate (encoded Signed) that was verified last: the same again need not be. */
  readonly certificate?: Uint8Array;
}

/** A signed prekey (X25519) or a last-resort key (ML-KEM-768). */
export interface PrekeyPair {
  readonly id: number;
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

export interface OneTimePrekeySecret {
  readonly id: number;
  /** X25519. */
  readonly key: Uint8Array;
  readonly kemKey: Uint8Array;
  /** OneTimePrekey as it is uploaded. */
  readonly encoded: Uint8Array;
}

export interface OwnPrekeySet {
  readonly signedPrekey: PrekeyPair;
  readonly lastResort: PrekeyPair;
  readonly oneTime: readonly OneTimePrekeySecret[];
}

/** Secrets of prekeys by id, as the store has them; undefined: never made, used up or expired. */
export interface PrekeySecrets {
  signedPrekey(id: number): Uint8Array | undefined;
  oneTime(id: number): { readonly key: Uint8Array; readonly kemKey: Uint8Array } | undefined;
  lastResort(id: number): Uint8Array | undefined;
}

/** @param id 1 .. 2^32-1, never given before (0 stands for "none" on the wire); so for the others */
export const createSignedPrekey = (random: Random, id: number): PrekeyPair => ({ id, ...generate(random) });

export const createLastResort = (kem: Kem, id: number): PrekeyPair => ({ id, ...kem.generate() });

export function createOneTimePrekey(random: Random, kem: Kem, id: number): OneTimePrekeySecret {
  const pair = generate(random);
  const kemPair = kem.generate();
  const encoded = OneTimePrekey.encode({ id, key: pair.publicKey, kemKey: kemPair.publicKey });
  return { id, key: pair.secretKey, kemKey: kemPair.secretKey, encoded };
}

/**
 * A whole set with consecutive ids: the signed prekey gets `firstId`, the last-resort key the next, then the one-time prekeys.
 * @param oneTime how many, 0 .. MAX_ONE_TIME_PREKEYS
 */
export function createPrekeys(random: Random, kem: Kem, firstId: number, oneTime: number): OwnPrekeySet {
  if (oneTime > MAX_ONE_TIME_PREKEYS) throw new MiyuError('internal', { detail: oneTime });
  return {
    signedPrekey: createSignedPrekey(random, firstId),
    lastResort: createLastResort(kem, firstId + 1),
    oneTime: Array.from({ length: oneTime }, (_, i) => createOneTimePrekey(random, kem, firstId + 2 + i)),
  };
}

/** What goes to the home server: the signed bundle, and the one-time prekeys whose hashes stand in it. */
export function makeBundle(
  identity: Identity,
  device: { readonly account: Uint8Array; readonly device: Uint8Array; readonly epoch: bigint },
  prekeys: OwnPrekeySet,
  createdAt: bigint,
): { readonly bundle: Signed; readonly oneTime: Uint8Array[] } {
  const { signedPrekey, lastResort } = prekeys;
  const oneTime = prekeys.oneTime.map(({ encoded }) => encoded);
  const bundle = makePrekeyBundle(identity, {
    account: device.account,
    device: device.device,
    epoch: device.epoch,
    signedPrekey: { id: signedPrekey.id, key: signedPrekey.publicKey },
    lastResort: { id: lastResort.id, key: lastResort.publicKey },
    oneTimeHashes: oneTime.map((encoded) => sha256(encoded)),
    createdAt,
  });
  return { bundle, oneTime };
}

/** A friend's prekeys whose signatures hold. */
export interface VerifiedBundle {
  readonly device: Uint8Array;
  readonly epoch: bigint;
  readonly createdAt: bigint;
  readonly signedPrekey: { readonly id: number; readonly key: Uint8Array };
  readonly lastResort: { readonly id: number; readonly key: Uint8Array };
  /** Absent: the server had none left, and the session begins with the last-resort key. */
  readonly oneTime?: { readonly id: number; readonly key: Uint8Array; readonly kemKey: Uint8Array };
}

/** The answer to a FetchPrekeysRequest. */
export interface FetchedPrekeys {
  readonly bundle?: Signed;
  /** Says no more than the bundle, whose signature covers device and epoch too; where it is there it must say the same. */
  readonly certificate?: Signed;
  /** Empty: none. */
  readonly oneTime: Uint8Array;
}

/**
 * Whether these prekeys are this friend's, and the one-time prekey one of those that the bundle was signed for.
 * @throws MiyuError 'no-bundle' | 'bundle-invalid' | 'certificate-invalid' | 'version-mismatch'
 */
export function verifyBundle(peer: PeerIdentity, fetched: FetchedPrekeys): VerifiedBundle {
  if (fetched.bundle === undefined) throw new MiyuError('no-bundle');
  const { account, identityKey } = peer;
  const bundle = openPrekeyBundle(fetched.bundle, identityKey, { account });
  const { device, epoch, createdAt, signedPrekey, lastResort } = bundle;
  if (fetched.certificate !== undefined) {
    openCertificate(fetched.certificate, identityKey, { account, device, epoch });
  }
  const verified = { device, epoch, createdAt, signedPrekey, lastResort };
  if (fetched.oneTime.length === 0) return verified;
  const hash = sha256(fetched.oneTime);
  if (!bundle.oneTimeHashes.some((listed) => equalBytes(listed, hash))) throw new MiyuError('bundle-invalid');
  return { ...verified, oneTime: decodeOneTimePrekey(fetched.oneTime) };
}
