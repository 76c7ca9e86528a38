/**
 * The first key of a session: PQXDH (revision 3) in shape, X25519 and ML-KEM-768.
 *
 *   DH1 = X25519(initiator's exchange key, signed prekey)      DH2 = X25519(base key, responder's exchange key)
 *   DH3 = X25519(base key, signed prekey)                      DH4 = X25519(base key, one-time prekey), where there is one
 *   SS  = ML-KEM-768(one-time KEM key, or the last-resort key where there is none)
 *   root key (32) ‖ session id (16) = HKDF-SHA-256(salt: 32 × 00, ikm: 32 × FF ‖ DH1 ‖ DH2 ‖ DH3 [‖ DH4] ‖ SS,
 *                                                  info: "miyu/1 agreement X25519+ML-KEM-768 SHA-256 AES-256-GCM")
 *
 * Every message of the session is bound to SHA-256 of the associated data, in which each part stands behind its length (u32 BE):
 *   info ‖ suite (u32) ‖ account, identity key, exchange key of the initiator ‖ the same of the responder ‖ certificate (Signed)
 *   of the initiator's device ‖ base key ‖ signed prekey's id (u32) and key ‖ one-time prekey's id (u32) and key (empty without)
 *   ‖ last-resort id (u32, 0 with a one-time prekey) ‖ KEM key ‖ KEM ciphertext
 */
import { hkdfSha256, sha256, utf8 } from '../../shared/crypto/hash.ts';
import type { Identity } from '../../shared/crypto/identity.ts';
import { kemPublicKeyOf, type Kem } from '../../shared/crypto/kem.ts';
import { lengthPrefixed, u32 } from '../../shared/crypto/layout.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { dh, generate, publicOf, type X25519Pair } from '../../shared/crypto/x25519.ts';
import { concatBytes, SHORT_ID_BYTES } from '../../shared/ids.ts';
import { DERIVE } from '../../shared/wire/contexts.ts';
import { Signed } from '../../shared/wire/generated/identity.js';
import { SUITE } from '../../shared/wire/protocols.ts';
import type { PeerIdentity, PrekeySecrets, VerifiedBundle } from './prekeys.ts';

/** This account on this device. */
export interface OwnIdentity {
  readonly account: Uint8Array;
  readonly identity: Identity;
  readonly certificate: Signed;
}

/** What every first message of a session carries besides the message: FirstBody without it. */
export interface FirstHeader {
  readonly fromAccount: Uint8Array;
  /** Encoded Signed. */
  readonly certificate: Uint8Array;
  readonly baseKey: Uint8Array;
  readonly signedPrekeyId: number;
  readonly oneTimeId: number;
  readonly lastResortId: number;
  readonly kemCiphertext: Uint8Array;
}

export interface Agreement {
  readonly sessionId: Uint8Array;
  readonly rootKey: Uint8Array;
  /** SHA-256 of the associated data. */
  readonly associated: Uint8Array;
}

const KEY_BYTES = 32;
const ZEROS = new Uint8Array(KEY_BYTES);
const ONES = new Uint8Array(KEY_BYTES).fill(0xff);
const NONE = new Uint8Array(0);
const INFO = utf8(DERIVE.agreement);

/** @throws MiyuError 'key-invalid' where a key of the bundle is of low order or no KEM key */
export function initiate(
  own: OwnIdentity,
  peer: PeerIdentity,
  bundle: VerifiedBundle,
  { random, kem }: { readonly random: Random; readonly kem: Kem },
): { readonly agreement: Agreement; readonly header: FirstHeader } {
  const { signedPrekey, lastResort, oneTime } = bundle;
  const base = generate(random);
  const kemKey = oneTime === undefined ? lastResort.key : oneTime.kemKey;
  const { ciphertext, sharedSecret } = kem.encapsulate(kemKey);
  const header: FirstHeader = {
    fromAccount: own.account,
    certificate: Signed.encode(own.certificate),
    baseKey: base.publicKey,
    signedPrekeyId: signedPrekey.id,
    oneTimeId: oneTime?.id ?? 0,
    lastResortId: oneTime === undefined ? lastResort.id : 0,
    kemCiphertext: ciphertext,
  };
  const agreement = derive(
    [
      dh(own.identity.exchange.secretKey, signedPrekey.key),
      dh(base.secretKey, peer.exchangeKey),
      dh(base.secretKey, signedPrekey.key),
      oneTime === undefined ? NONE : dh(base.secretKey, oneTime.key),
      sharedSecret,
    ],
    ownKeys(own),
    peer,
    header,
    { signedPrekey: signedPrekey.key, oneTime: oneTime?.key ?? NONE, kem: kemKey },
  );
  return { agreement, header };
}

/**
 * The other side's half; undefined where a prekey that the header names is not (or no longer) there.
 * @throws MiyuError 'key-invalid'
 */
export function respond(
  own: OwnIdentity,
  peer: PeerIdentity,
  header: FirstHeader,
  prekeys: PrekeySecrets,
  kem: Kem,
): { readonly agreement: Agreement; readonly signedPrekey: X25519Pair } | undefined {
  if ((header.oneTimeId === 0) === (header.lastResortId === 0)) return undefined;
  const signedPrekey = prekeys.signedPrekey(header.signedPrekeyId);
  const oneTime = header.oneTimeId === 0 ? undefined : prekeys.oneTime(header.oneTimeId);
  const kemSecret = header.oneTimeId === 0 ? prekeys.lastResort(header.lastResortId) : oneTime?.kemKey;
  if (signedPrekey === undefined || kemSecret === undefined) return undefined;
  const signedPrekeyPublic = publicOf(signedPrekey);
  const agreement = derive(
    [
      dh(signedPrekey, peer.exchangeKey),
      dh(own.identity.exchange.secretKey, header.baseKey),
      dh(signedPrekey, header.baseKey),
      oneTime === undefined ? NONE : dh(oneTime.key, header.baseKey),
      kem.decapsulate(kemSecret, header.kemCiphertext),
    ],
    peer,
    ownKeys(own),
    header,
    {
      signedPrekey: signedPrekeyPublic,
      oneTime: oneTime === undefined ? NONE : publicOf(oneTime.key),
      kem: kemPublicKeyOf(kemSecret),
    },
  );
  return { agreement, signedPrekey: { publicKey: signedPrekeyPublic, secretKey: signedPrekey } };
}

const ownKeys = (own: OwnIdentity): PeerIdentity => ({
  account: own.account,
  identityKey: own.identity.signing.publicKey,
  exchangeKey: own.identity.exchange.publicKey,
});

function derive(
  secrets: readonly Uint8Array[],
  initiator: PeerIdentity,
  responder: PeerIdentity,
  header: FirstHeader,
  keys: { readonly signedPrekey: Uint8Array; readonly oneTime: Uint8Array; readonly kem: Uint8Array },
): Agreement {
  const associated = lengthPrefixed(
    INFO,
    u32(SUITE),
    initiator.account,
    initiator.identityKey,
    initiator.exchangeKey,
    responder.account,
    responder.identityKey,
    responder.exchangeKey,
    header.certificate,
    header.baseKey,
    u32(header.signedPrekeyId),
    keys.signedPrekey,
    u32(header.oneTimeId),
    keys.oneTime,
    u32(header.lastResortId),
    keys.kem,
    header.kemCiphertext,
  );
  const derived = hkdfSha256(concatBytes(ONES, ...secrets), ZEROS, INFO, KEY_BYTES + SHORT_ID_BYTES);
  return {
    rootKey: derived.slice(0, KEY_BYTES),
    sessionId: derived.slice(KEY_BYTES),
    associated: sha256(associated),
  };
}
