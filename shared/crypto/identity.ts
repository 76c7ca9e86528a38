/** Identity keys: an Ed25519 pair that signs and a separate X25519 pair that agrees; the first signs the second. */
import nacl from 'tweetnacl';
import { MiyuError } from '../errors.ts';
import { DERIVE } from '../wire/contexts.ts';
import { IdentityStatement } from '../wire/generated/identity.js';
import { WIRE_VERSION } from '../wire/protocols.ts';
import { sha256, sha512, utf8 } from './hash.ts';
import type { Random } from './random.ts';
import { generate, publicOf, X25519_BYTES, type X25519Pair } from './x25519.ts';

export const SALT_BYTES = 16;

export interface Identity {
  /** Ed25519: 32 bytes public; 64 bytes secret (seed ‖ public key). */
  readonly signing: { readonly publicKey: Uint8Array; readonly secretKey: Uint8Array };
  /** X25519, 32 bytes each. */
  readonly exchange: X25519Pair;
}

/** What others know of an identity's keys. */
export interface PublicIdentity {
  readonly identityKey: Uint8Array;
  readonly exchangeKey: Uint8Array;
}

export function createIdentity(random: Random): Identity {
  return { signing: signingPair(random(nacl.sign.seedLength)), exchange: generate(random) };
}

/** What a vault or key file keeps of an identity: seed of the signing key and secret of the exchange key, 32 bytes each. */
export const identitySecrets = (identity: Identity): { signingSeed: Uint8Array; exchangeSecret: Uint8Array } => ({
  signingSeed: identity.signing.secretKey.slice(0, nacl.sign.seedLength),
  exchangeSecret: identity.exchange.secretKey.slice(),
});

/** The identity of these secrets; public keys are derived, never read. @throws MiyuError 'key-invalid' by wrong lengths */
export function identityOfSecrets(signingSeed: Uint8Array, exchangeSecret: Uint8Array): Identity {
  if (signingSeed.length !== nacl.sign.seedLength || exchangeSecret.length !== X25519_BYTES) {
    throw new MiyuError('key-invalid');
  }
  const secretKey = exchangeSecret.slice();
  return { signing: signingPair(signingSeed), exchange: { publicKey: publicOf(secretKey), secretKey } };
}

function signingPair(seed: Uint8Array): Identity['signing'] {
  const { publicKey, secretKey } = nacl.sign.keyPair.fromSeed(seed);
  return { publicKey, secretKey };
}

export const publicIdentity = (identity: Identity): PublicIdentity => ({
  identityKey: identity.signing.publicKey,
  exchangeKey: identity.exchange.publicKey,
});

/** Payload of the first identity statement. @param salt 16 random bytes: what makes the account id unique */
export function encodeIdentityStatement(name: string, keys: PublicIdentity, salt: Uint8Array): Uint8Array {
  const { identityKey, exchangeKey } = keys;
  return IdentityStatement.encode({ version: WIRE_VERSION, name, identityKey, exchangeKey, salt });
}

/** SHA-256 of the first identity statement's payload, as signed. */
export const accountIdOf = (firstPayload: Uint8Array): Uint8Array => sha256(firstPayload);

const GROUPS = 6;
export const KEY_HASH_BYTES = 32;

/** What stands for an identity's keys where they are compared: SHA-512(utf8("miyu/1 safety-number") ‖ 0x00 ‖ identity key ‖ exchange key), 32 bytes. */
export const keyHash = ({ identityKey, exchangeKey }: PublicIdentity): Uint8Array =>
  sha512(utf8(DERIVE.safetyNumber), Uint8Array.of(0), identityKey, exchangeKey).slice(0, KEY_HASH_BYTES);

/** Fingerprint of one identity, 30 digits in groups of 5: the first six 5-byte big-endian numbers of its `keyHash` modulo 100,000. */
export const fingerprint = (keys: PublicIdentity): string => digitGroups(keys).join(' ');

/** Safety number of two people, 60 digits in groups of 5: both fingerprints, the smaller first, so that both read the same. */
export const safetyNumber = (a: PublicIdentity, b: PublicIdentity): string =>
  [fingerprint(a), fingerprint(b)].sort().join(' ');

function digitGroups(keys: PublicIdentity): string[] {
  const hash = keyHash(keys);
  return Array.from({ length: GROUPS }, (_, group) => {
    let value = 0;
    for (let i = 0; i < 5; i += 1) value = value * 256 + hash[group * 5 + i]!; // 40 bits: exact in a double.
    return String(value % 100_000).padStart(5, '0');
  });
}
