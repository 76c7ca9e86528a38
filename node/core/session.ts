/**
 * A session between two devices: opened by one side with the other's prekeys, ratcheted by both. A session is a value; sealing
 * and opening give the next one, and what does not open gives CANNOT_OPEN and changes nothing.
 *
 * The initiator's envelopes are of kind `first`, each able to begin the session at the other side, until it has opened
 * something in the session. The responder accepts the first that comes and opens the others in the same session.
 */
import { MiyuError, type ErrorCode } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import { NONCE_BYTES, openAead, sealAead, TAG_BYTES } from '../../shared/crypto/aead.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import type { Kem } from '../../shared/crypto/kem.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { decodeCertificate, openCertificate } from '../../shared/crypto/statements.ts';
import { Signed, type DeviceCertificate } from '../../shared/wire/generated/identity.js';
import { ENVELOPE } from '../../shared/wire/protocols.ts';
import { initiate, respond, type FirstHeader, type OwnIdentity } from './agreement.ts';
import { associatedData, encodeEnvelope, hashFirstHeader, type DecodedEnvelope, type Destination } from './envelope.ts';
import type { PeerIdentity, PrekeySecrets, VerifiedBundle } from './prekeys.ts';
import { initiatorRatchet, openStep, responderRatchet, sealStep, type Ratchet } from './ratchet.ts';

export type { OwnIdentity } from './agreement.ts';
export { decodeEnvelope, firstMessageFingerprint, peekFirst, sessionIdOf } from './envelope.ts';
export type { DecodedEnvelope, Destination } from './envelope.ts';
export type { PeerIdentity, PrekeySecrets, VerifiedBundle } from './prekeys.ts';
export { decodeSession, encodeSession } from './session-row.ts';

export interface Session {
  /** 16 bytes, the same at both sides. */
  readonly id: Uint8Array;
  /** SHA-256 of the agreement's associated data. */
  readonly associated: Uint8Array;
  readonly ratchet: Ratchet;
  /** Initiator who has opened nothing yet: goes with every message. */
  readonly first: FirstHeader | undefined;
  /** Responder: hash of the header that first messages of this session have. */
  readonly accepted: Uint8Array | undefined;
}

/** The one answer to everything that does not open: unknown, changed, repeated, too far ahead, expired. */
export const CANNOT_OPEN = Object.freeze({ cannotOpen: true } as const);
export type CannotOpen = typeof CANNOT_OPEN;

export const isCannotOpen = (result: object): result is CannotOpen => result === CANNOT_OPEN;

export const sessionId = (session: Session): Uint8Array => session.id;

/** Begins a session as initiator. @throws MiyuError 'key-invalid' where the bundle holds an unusable key */
export function openSessionTo(
  own: OwnIdentity,
  peer: PeerIdentity,
  bundle: VerifiedBundle,
  { random, kem }: { readonly random: Random; readonly kem: Kem },
): Session {
  const { agreement, header } = initiate(own, peer, bundle, { random, kem });
  return {
    id: agreement.sessionId,
    associated: agreement.associated,
    ratchet: initiatorRatchet(agreement.rootKey, bundle.signedPrekey.key, random),
    first: header,
    accepted: undefined,
  };
}

export interface Accepted {
  readonly session: Session;
  readonly plaintext: Uint8Array;
  /** 0: the last-resort key was used. Otherwise to be deleted in the commit that keeps the session. */
  readonly usedOneTimeId: number;
  /** The initiator's device, verified, and its Signed certificate as it came. */
  readonly certificate: DeviceCertificate & { readonly encoded: Uint8Array };
}

/**
 * Begins a session as responder. The caller has looked the peer up by `peekFirst`, has refused what `firstMessageFingerprint`
 * knows already, and keeps session, fingerprint and the end of the one-time prekey in one commit.
 */
export function acceptFirst(
  own: OwnIdentity,
  peer: PeerIdentity,
  envelope: DecodedEnvelope,
  prekeys: PrekeySecrets,
  { kem, now }: { readonly kem: Kem; readonly now: number; readonly random?: Random },
): Accepted | CannotOpen {
  const { first } = envelope;
  if (first === undefined || !equalBytes(first.fromAccount, peer.account)) return CANNOT_OPEN;
  return orCannotOpen(() => {
    const certificate = certificateOf(peer, first);
    const agreed = respond(own, peer, first, prekeys, kem);
    if (agreed === undefined) return CANNOT_OPEN;
    const { agreement, signedPrekey } = agreed;
    const fresh: Session = {
      id: agreement.sessionId,
      associated: agreement.associated,
      ratchet: responderRatchet(agreement.rootKey, signedPrekey),
      first: undefined,
      accepted: hashFirstHeader(first),
    };
    const opened = open(fresh, envelope, now);
    if (isCannotOpen(opened)) return CANNOT_OPEN;
    return {
      ...opened,
      usedOneTimeId: first.oneTimeId,
      certificate: { ...certificate, encoded: first.certificate.slice() },
    };
  });
}

export interface SealedEnvelope {
  readonly session: Session;
  readonly envelope: Uint8Array;
  /** SHA-256 of the envelope. */
  readonly envelopeId: Uint8Array;
}

/** Seals one padded content. The session that comes back must be on disk before the envelope leaves. */
export function seal(session: Session, to: Destination, plaintext: Uint8Array, random: Random): SealedEnvelope {
  const { ratchet, header, messageKey } = sealStep(session.ratchet, random);
  const kind = session.first === undefined ? ENVELOPE.pairwise : ENVELOPE.first;
  // The key is used once; the random nonce is for a state that was rolled back and uses it twice.
  const nonce = random(NONCE_BYTES);
  const aad = associatedData(session.associated, kind, to.account, to.device, to.epoch, session.id, header);
  const message = { ...header, session: session.id, nonce };
  const envelope = encodeEnvelope(to, message, session.first, plaintext.length + TAG_BYTES, (ciphertext) => {
    sealAead(messageKey, nonce, plaintext, aad, ciphertext);
  });
  return { session: { ...session, ratchet }, envelope, envelopeId: sha256(envelope) };
}

/**
 * Opens an envelope of this session. The session that comes back must be on disk before the message is acknowledged.
 * @param now Unix milliseconds: when passed-over keys were kept, and how long they are good for
 */
export function open(
  session: Session,
  envelope: DecodedEnvelope,
  now: number,
): { readonly session: Session; readonly plaintext: Uint8Array } | CannotOpen {
  const { message, first } = envelope;
  if (!equalBytes(message.session, session.id)) return CANNOT_OPEN;
  if (first !== undefined) {
    const { accepted } = session;
    if (accepted === undefined || !equalBytes(hashFirstHeader(first), accepted)) return CANNOT_OPEN;
  }
  const { kind, toAccount, toDevice, toEpoch } = envelope;
  return orCannotOpen(() => {
    const aad = associatedData(session.associated, kind, toAccount, toDevice, toEpoch, session.id, message);
    const opened = openStep(session.ratchet, message, now, (key) =>
      openAead(key, message.nonce, message.ciphertext, aad),
    );
    if (opened === undefined) return CANNOT_OPEN;
    return { session: { ...session, ratchet: opened.ratchet, first: undefined }, plaintext: opened.plaintext };
  });
}

/** What a message that somebody made can be faulted for. Anything else, a damaged store say, is ours and is thrown on. */
const THEIR_FAULT: readonly ErrorCode[] = ['key-invalid', 'certificate-invalid', 'version-mismatch'];

/** An unusable key or certificate in a message is one more reason why it does not open. */
function orCannotOpen<T extends object>(attempt: () => T | CannotOpen): T | CannotOpen {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof MiyuError && THEIR_FAULT.includes(error.code)) return CANNOT_OPEN;
    throw error;
  }
}

/** @throws MiyuError 'certificate-invalid' | 'version-mismatch' */
function certificateOf(peer: PeerIdentity, first: FirstHeader): DeviceCertificate {
  let signed: Signed;
  try {
    signed = Signed.decode(first.certificate);
  } catch (cause) {
    throw new MiyuError('certificate-invalid', { cause });
  }
  const known = peer.certificate !== undefined && equalBytes(peer.certificate, first.certificate);
  return known ? decodeCertificate(signed) : openCertificate(signed, peer.identityKey, { account: peer.account });
}
