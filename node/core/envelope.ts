/** Envelopes (shared/wire/envelope.proto) of a pairwise session: bytes in, bounded fields out, and back. */
import { MiyuError } from '../../shared/errors.ts';
import { ID_BYTES, PEER_ID_BYTES, SHORT_ID_BYTES } from '../../shared/ids.ts';
import { NONCE_BYTES, TAG_BYTES } from '../../shared/crypto/aead.ts';
import { sha256, sha256Hex } from '../../shared/crypto/hash.ts';
import { KEM_CIPHERTEXT_BYTES } from '../../shared/crypto/kem.ts';
import { lengthPrefixed, u32 } from '../../shared/crypto/layout.ts';
import { X25519_BYTES } from '../../shared/crypto/x25519.ts';
import { Envelope, FirstBody, PairwiseBody } from '../../shared/wire/generated/envelope.js';
import { MAX_ENVELOPE_BYTES, PADDING_BUCKETS } from '../../shared/wire/limits.ts';
import { ENVELOPE, SUITE, WIRE_VERSION } from '../../shared/wire/protocols.ts';
import type { FirstHeader } from './agreement.ts';
import { isFast, readPairwise, writePairwise } from './pairwise-bytes.ts';
import type { RatchetHeader } from './ratchet.ts';

/** The device that an envelope is for. */
export interface Destination {
  readonly account: Uint8Array;
  readonly device: Uint8Array;
  readonly epoch: bigint;
}

/** One message of a session, sealed. */
export interface SealedMessage extends RatchetHeader {
  readonly session: Uint8Array;
  readonly nonce: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** Lengths are checked, contents are what somebody claims. Fields are views of the bytes. */
export interface DecodedEnvelope {
  /** SHA-256 of the bytes. */
  readonly id: Uint8Array;
  /** The same in lower-case hex. */
  readonly hexId: string;
  readonly kind: typeof ENVELOPE.first | typeof ENVELOPE.pairwise;
  readonly toAccount: Uint8Array;
  readonly toDevice: Uint8Array;
  readonly toEpoch: bigint;
  /** There exactly where the kind is `first`. */
  readonly first: FirstHeader | undefined;
  readonly message: SealedMessage;
}

const NONE = new Uint8Array(0);
/** A certificate is about 210 bytes; the bound leaves room for a longer one. */
const MAX_CERTIFICATE_BYTES = 1024;
const MAX_CIPHERTEXT_BYTES = PADDING_BUCKETS.at(-1)! + TAG_BYTES;

/** @throws MiyuError 'envelope-invalid' | 'version-mismatch' (another version or suite, a kind that this program lacks) */
export function decodeEnvelope(bytes: Uint8Array): DecodedEnvelope {
  if (bytes.length > MAX_ENVELOPE_BYTES) throw new MiyuError('envelope-invalid', { detail: bytes.length });
  const pairwise = readPairwise(bytes);
  if (pairwise !== undefined) {
    const { toAccount, toDevice, toEpoch } = pairwise;
    requireSound(isCiphertextLength(pairwise.ciphertext.length));
    return new Decoded(bytes, ENVELOPE.pairwise, toAccount, toDevice, toEpoch, undefined, pairwise);
  }
  const envelope = decoding(() => Envelope.decode(bytes));
  if (envelope.version !== WIRE_VERSION) throw new MiyuError('version-mismatch', { detail: envelope.version });
  if (envelope.suite !== SUITE) throw new MiyuError('version-mismatch', { detail: envelope.suite, field: 'suite' });
  const { kind, toAccount, toDevice, toEpoch } = envelope;
  requireSound(toAccount.length === ID_BYTES && toDevice.length === PEER_ID_BYTES && toEpoch >= 1n);
  if (kind !== ENVELOPE.first && kind !== ENVELOPE.pairwise) {
    throw new MiyuError('version-mismatch', { detail: kind, field: 'kind' });
  }
  const { first, message } =
    kind === ENVELOPE.first
      ? decodeFirst(envelope.body)
      : { first: undefined, message: checkMessage(decoding(() => PairwiseBody.decode(envelope.body))) };
  return new Decoded(bytes, kind, toAccount, toDevice, toEpoch, first, message);
}

class Decoded implements DecodedEnvelope {
  readonly #bytes: Uint8Array;
  #id: Uint8Array | undefined;
  #hexId: string | undefined;
  readonly kind: DecodedEnvelope['kind'];
  readonly toAccount: Uint8Array;
  readonly toDevice: Uint8Array;
  readonly toEpoch: bigint;
  readonly first: FirstHeader | undefined;
  readonly message: SealedMessage;

  constructor(
    bytes: Uint8Array,
    kind: DecodedEnvelope['kind'],
    toAccount: Uint8Array,
    toDevice: Uint8Array,
    toEpoch: bigint,
    first: FirstHeader | undefined,
    message: SealedMessage,
  ) {
    this.#bytes = bytes;
    this.kind = kind;
    this.toAccount = toAccount;
    this.toDevice = toDevice;
    this.toEpoch = toEpoch;
    this.first = first;
    this.message = message;
  }

  get id(): Uint8Array {
    return (this.#id ??= sha256(this.#bytes));
  }

  get hexId(): string {
    return (this.#hexId ??= sha256Hex(this.#bytes));
  }
}

function decodeFirst(bytes: Uint8Array): { readonly first: FirstHeader; readonly message: SealedMessage } {
  const { message, ...first } = decoding(() => FirstBody.decode(bytes));
  requireSound(
    first.fromAccount.length === ID_BYTES &&
      first.certificate.length <= MAX_CERTIFICATE_BYTES &&
      first.baseKey.length === X25519_BYTES &&
      first.signedPrekeyId !== 0 &&
      first.kemCiphertext.length === KEM_CIPHERTEXT_BYTES,
  );
  return { first, message: checkMessage(message) };
}

function checkMessage(message: PairwiseBody | undefined): SealedMessage {
  if (message === undefined) throw new MiyuError('envelope-invalid');
  requireSound(
    message.session.length === SHORT_ID_BYTES &&
      message.ratchetKey.length === X25519_BYTES &&
      message.nonce.length === NONCE_BYTES &&
      isCiphertextLength(message.ciphertext.length) &&
      message.pq.length === 0,
  );
  return message;
}

const isCiphertextLength = (length: number): boolean => length > TAG_BYTES && length <= MAX_CIPHERTEXT_BYTES;

function decoding<T>(decode: () => T): T {
  try {
    return decode();
  } catch (cause) {
    throw new MiyuError('envelope-invalid', { cause });
  }
}

function requireSound(valid: boolean): void {
  if (!valid) throw new MiyuError('envelope-invalid');
}

/** What `seal` knows before there is a ciphertext. */
export type UnsealedMessage = Omit<SealedMessage, 'ciphertext'>;

/**
 * A pairwise envelope, or a first one where there is a header.
 * @param fill writes a ciphertext of this length into the view that it is given
 */
export function encodeEnvelope(
  to: Destination,
  message: UnsealedMessage,
  first: FirstHeader | undefined,
  ciphertextLength: number,
  fill: (ciphertext: Uint8Array) => void,
): Uint8Array {
  if (first === undefined && isFast(to.epoch)) {
    const fields = { ...message, toAccount: to.account, toDevice: to.device, toEpoch: to.epoch };
    const { bytes, ciphertext } = writePairwise(fields, ciphertextLength);
    fill(ciphertext);
    return bytes;
  }
  const ciphertext = new Uint8Array(ciphertextLength);
  fill(ciphertext);
  const body: PairwiseBody = { ...message, ciphertext, pq: NONE };
  return Envelope.encode({
    version: WIRE_VERSION,
    suite: SUITE,
    kind: first === undefined ? ENVELOPE.pairwise : ENVELOPE.first,
    toAccount: to.account,
    toDevice: to.device,
    toEpoch: to.epoch,
    body: first === undefined ? PairwiseBody.encode(body) : FirstBody.encode({ ...first, message: body }),
  });
}

const AAD_BYTES = 32 + 3 * 4 + ID_BYTES + PEER_ID_BYTES + 8 + SHORT_ID_BYTES + X25519_BYTES + 2 * 4;
// One place for all of them, since nothing in it is secret and it is read before anything else can be written there.
const aad = new Uint8Array(AAD_BYTES);
const aadView = new DataView(aad.buffer);

/**
 * Associated data of a message, 178 bytes: hash of the agreement's associated data (32) ‖ version (u32) ‖ suite (u32) ‖ kind
 * (u32) ‖ to account (32) ‖ to device (38) ‖ to epoch (u64) ‖ session (16) ‖ ratchet key (32) ‖ previous length (u32) ‖ number
 * (u32); integers big-endian. Every part has a fixed length. The array is the same at every call: use it at once.
 * @throws MiyuError 'internal' by an address of a wrong length
 */
export function associatedData(
  associated: Uint8Array,
  kind: number,
  toAccount: Uint8Array,
  toDevice: Uint8Array,
  toEpoch: bigint,
  session: Uint8Array,
  header: RatchetHeader,
): Uint8Array {
  if (toAccount.length !== ID_BYTES || toDevice.length !== PEER_ID_BYTES) throw new MiyuError('internal');
  aad.set(associated, 0);
  aadView.setUint32(32, WIRE_VERSION);
  aadView.setUint32(36, SUITE);
  aadView.setUint32(40, kind);
  aad.set(toAccount, 44);
  aad.set(toDevice, 76);
  aadView.setBigUint64(114, toEpoch);
  aad.set(session, 122);
  aad.set(header.ratchetKey, 138);
  aadView.setUint32(170, header.previousLength);
  aadView.setUint32(174, header.number);
  return aad;
}

/** SHA-256 over everything that a first message carries besides the message. */
export const hashFirstHeader = (first: FirstHeader): Uint8Array =>
  sha256(
    lengthPrefixed(
      first.fromAccount,
      first.certificate,
      first.baseKey,
      u32(first.signedPrekeyId),
      u32(first.oneTimeId),
      u32(first.lastResortId),
      first.kemCiphertext,
    ),
  );

/**
 * What an accepted first message is remembered by while its prekeys live: SHA-256 of signed prekey id, one-time id, last-resort
 * id (u32 each) and base key. A second one with the same fingerprint is a replay. @throws MiyuError 'envelope-invalid' by another kind
 */
export function firstMessageFingerprint(envelope: DecodedEnvelope): Uint8Array {
  const { first } = envelope;
  if (first === undefined) throw new MiyuError('envelope-invalid');
  return sha256(u32(first.signedPrekeyId), u32(first.oneTimeId), u32(first.lastResortId), first.baseKey);
}

/** Whom a first message claims to be from, or undefined for another kind. Nothing of it is verified. */
export function peekFirst(
  envelope: DecodedEnvelope,
):
  | { readonly fromAccount: Uint8Array; readonly certificate: Uint8Array; readonly sessionFingerprint: Uint8Array }
  | undefined {
  if (envelope.first === undefined) return undefined;
  const { fromAccount, certificate } = envelope.first;
  return { fromAccount, certificate, sessionFingerprint: firstMessageFingerprint(envelope) };
}

/** The session that the message names, in a first message too. */
export const sessionIdOf = (envelope: DecodedEnvelope): Uint8Array => envelope.message.session;
