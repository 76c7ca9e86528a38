/**
 * Pairwise envelopes straight to and from bytes. What is written is what the generated codecs of shared/wire/envelope.proto
 * write, byte for byte, and what is read in any other order or form is left to them: they are the format, this is the fast lane
 * for the one shape that nearly every message has. A test holds the two together.
 */
import { ID_BYTES, PEER_ID_BYTES, SHORT_ID_BYTES } from '../../shared/ids.ts';
import { unwritten } from '../../shared/crypto/bytes.ts';
import { NONCE_BYTES } from '../../shared/crypto/aead.ts';
import { X25519_BYTES } from '../../shared/crypto/x25519.ts';
import { ENVELOPE, SUITE, WIRE_VERSION } from '../../shared/wire/protocols.ts';
import type { RatchetHeader } from './ratchet.ts';

/** Tags of envelope.proto: field number × 8, plus 2 where bytes follow behind their length. */
const ENVELOPE_TAG = { version: 8, suite: 16, kind: 24, toAccount: 34, toDevice: 42, toEpoch: 48, body: 58 } as const;
const BODY_TAG = { session: 10, ratchetKey: 18, previousLength: 24, number: 32, nonce: 42, ciphertext: 50 } as const;

interface PairwiseFields extends RatchetHeader {
  readonly toAccount: Uint8Array;
  readonly toDevice: Uint8Array;
  readonly toEpoch: bigint;
  readonly session: Uint8Array;
  readonly nonce: Uint8Array;
}

/** @returns the envelope with room for the ciphertext, and the view where it goes, to be written over */
export function writePairwise(
  fields: PairwiseFields,
  ciphertextLength: number,
): { readonly bytes: Uint8Array; readonly ciphertext: Uint8Array } {
  const { previousLength, number, toEpoch } = fields;
  const bodyLength =
    2 +
    SHORT_ID_BYTES +
    (2 + X25519_BYTES) +
    numberSize(previousLength) +
    numberSize(number) +
    (2 + NONCE_BYTES) +
    (1 + varintSize(ciphertextLength) + ciphertextLength);
  const epoch = Number(toEpoch);
  const length =
    6 + (2 + ID_BYTES) + (2 + PEER_ID_BYTES) + numberSize(epoch) + (1 + varintSize(bodyLength) + bodyLength);
  const bytes = unwritten(length);
  let at = writeNumber(bytes, 0, ENVELOPE_TAG.version, WIRE_VERSION);
  at = writeNumber(bytes, at, ENVELOPE_TAG.suite, SUITE);
  at = writeNumber(bytes, at, ENVELOPE_TAG.kind, ENVELOPE.pairwise);
  at = writeBytes(bytes, at, ENVELOPE_TAG.toAccount, fields.toAccount);
  at = writeBytes(bytes, at, ENVELOPE_TAG.toDevice, fields.toDevice);
  at = writeNumber(bytes, at, ENVELOPE_TAG.toEpoch, epoch);
  at = writeVarint(bytes, writeVarint(bytes, at, ENVELOPE_TAG.body), bodyLength);
  at = writeBytes(bytes, at, BODY_TAG.session, fields.session);
  at = writeBytes(bytes, at, BODY_TAG.ratchetKey, fields.ratchetKey);
  at = writeNumber(bytes, at, BODY_TAG.previousLength, previousLength);
  at = writeNumber(bytes, at, BODY_TAG.number, number);
  at = writeBytes(bytes, at, BODY_TAG.nonce, fields.nonce);
  at = writeVarint(bytes, writeVarint(bytes, at, BODY_TAG.ciphertext), ciphertextLength);
  return { bytes, ciphertext: bytes.subarray(at) };
}

export interface PairwiseParts extends PairwiseFields {
  readonly ciphertext: Uint8Array;
}

/** The fields as views, or undefined where the bytes are not exactly what `writePairwise` writes. */
export function readPairwise(bytes: Uint8Array): PairwiseParts | undefined {
  const reader = { bytes, at: 0 };
  if (readNumber(reader, ENVELOPE_TAG.version) !== WIRE_VERSION) return undefined;
  if (readNumber(reader, ENVELOPE_TAG.suite) !== SUITE) return undefined;
  if (readNumber(reader, ENVELOPE_TAG.kind) !== ENVELOPE.pairwise) return undefined;
  const toAccount = readBytes(reader, ENVELOPE_TAG.toAccount, ID_BYTES);
  const toDevice = readBytes(reader, ENVELOPE_TAG.toDevice, PEER_ID_BYTES);
  const toEpoch = readNumber(reader, ENVELOPE_TAG.toEpoch);
  const bodyLength = readNumber(reader, ENVELOPE_TAG.body);
  if (bodyLength !== bytes.length - reader.at) return undefined;
  const session = readBytes(reader, BODY_TAG.session, SHORT_ID_BYTES);
  const ratchetKey = readBytes(reader, BODY_TAG.ratchetKey, X25519_BYTES);
  const previousLength = readNumber(reader, BODY_TAG.previousLength);
  const number = readNumber(reader, BODY_TAG.number);
  const nonce = readBytes(reader, BODY_TAG.nonce, NONCE_BYTES);
  const ciphertextLength = readNumber(reader, BODY_TAG.ciphertext);
  if (ciphertextLength !== bytes.length - reader.at) return undefined;
  if (!toAccount || !toDevice || !session || !ratchetKey || !nonce || !(toEpoch > 0)) return undefined;
  if (!(previousLength >= 0) || !(number >= 0)) return undefined;
  const ciphertext = bytes.subarray(reader.at);
  return {
    toAccount,
    toDevice,
    toEpoch: BigInt(toEpoch),
    session,
    ratchetKey,
    previousLength,
    number,
    nonce,
    ciphertext,
  };
}

/** Epochs and lengths stay far below 2^31; a greater number is left to the generated codec. */
const MAX_FAST_NUMBER = 0x7fff_ffff;

export const isFast = (toEpoch: bigint): boolean => toEpoch <= BigInt(MAX_FAST_NUMBER);

function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest > 0x7f; rest = Math.floor(rest / 128)) size += 1;
  return size;
}

/** Zero is not written (proto3). */
const numberSize = (value: number): number => (value === 0 ? 0 : 1 + varintSize(value));

function writeVarint(bytes: Uint8Array, at: number, value: number): number {
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) {
    bytes[at] = (rest % 128) | 0x80;
    at += 1;
  }
  bytes[at] = rest;
  return at + 1;
}

const writeNumber = (bytes: Uint8Array, at: number, tag: number, value: number): number =>
  value === 0 ? at : writeVarint(bytes, writeVarint(bytes, at, tag), value);

/** Fields of a fixed length below 128. */
function writeBytes(bytes: Uint8Array, at: number, tag: number, value: Uint8Array): number {
  bytes[at] = tag;
  bytes[at + 1] = value.length;
  bytes.set(value, at + 2);
  return at + 2 + value.length;
}

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

/** 0 where another field stands here; NaN where the number is greater than MAX_FAST_NUMBER, not minimal, or cut off. */
function readNumber(reader: Reader, tag: number): number {
  const { bytes } = reader;
  if (bytes[reader.at] !== tag) return 0;
  let value = 0;
  let scale = 1;
  for (let i = 1; i <= 5; i += 1) {
    const byte = bytes[reader.at + i];
    if (byte === undefined) return Number.NaN;
    value += (byte & 0x7f) * scale;
    scale *= 128;
    if (byte < 0x80) {
      reader.at += i + 1;
      return byte === 0 || value > MAX_FAST_NUMBER ? Number.NaN : value;
    }
  }
  return Number.NaN;
}

function readBytes(reader: Reader, tag: number, length: number): Uint8Array | undefined {
  const { bytes, at } = reader;
  if (bytes[at] !== tag || bytes[at + 1] !== length || at + 2 + length > bytes.length) return undefined;
  reader.at = at + 2 + length;
  return bytes.subarray(at + 2, reader.at);
}
