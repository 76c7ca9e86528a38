/**
 * Sealed boxes: to somebody's exchange key, from nobody (who it is from is signed inside). X25519-XSalsa20-Poly1305 by
 * tweetnacl, for the rare and small: greetings of friend requests, and where a new device signed in from.
 *
 *   version 1 (1) ‖ ephemeral X25519 key (32) ‖ nonce (24) ‖ nacl.box( utf8(context) ‖ 0x00 ‖ plaintext )
 */
import nacl from 'tweetnacl';
import { MiyuError } from '../errors.ts';
import { concatBytes, equalBytes } from '../ids.ts';
import { DERIVE } from '../wire/contexts.ts';
import { MAX_FRIEND_REQUEST_BYTES } from '../wire/limits.ts';
import { utf8 } from './hash.ts';
import { dh, generate, X25519_BYTES } from './x25519.ts';
import type { Random } from './random.ts';

const VERSION = 1;
const NONCE_BYTES = nacl.box.nonceLength;
const HEADER_BYTES = 1 + X25519_BYTES + NONCE_BYTES;
/** What the boxes are for; each has its own context. */
export type BoxContext = typeof DERIVE.requestBox | typeof DERIVE.originBox;
const labelOf = (context: BoxContext): Uint8Array => concatBytes(utf8(context), Uint8Array.of(0));
const overheadOf = (context: BoxContext): number => HEADER_BYTES + nacl.box.overheadLength + labelOf(context).length;
/** What a request's box is longer than its plaintext. */
export const BOX_OVERHEAD_BYTES = overheadOf(DERIVE.requestBox);

/** @throws MiyuError 'too-large' (detail: the limit of the whole box) | 'key-invalid' by a recipient's key of low order */
export function sealBox(
  plaintext: Uint8Array,
  recipientExchangeKey: Uint8Array,
  random: Random,
  context: BoxContext = DERIVE.requestBox,
): Uint8Array {
  if (plaintext.length + overheadOf(context) > MAX_FRIEND_REQUEST_BYTES) {
    throw new MiyuError('too-large', { detail: MAX_FRIEND_REQUEST_BYTES });
  }
  const ephemeral = generate(random);
  // tweetnacl goes on with zeros where the point is of low order; node's agreement throws.
  dh(ephemeral.secretKey, recipientExchangeKey);
  const nonce = random(NONCE_BYTES);
  const sealed = nacl.box(concatBytes(labelOf(context), plaintext), nonce, recipientExchangeKey, ephemeral.secretKey);
  return concatBytes(Uint8Array.of(VERSION), ephemeral.publicKey, nonce, sealed);
}

/** The plaintext, or undefined where the bytes are no box for this key: one answer for every reason. */
export function openBox(
  bytes: Uint8Array,
  exchangeSecret: Uint8Array,
  context: BoxContext = DERIVE.requestBox,
): Uint8Array | undefined {
  if (bytes.length < overheadOf(context) || bytes.length > MAX_FRIEND_REQUEST_BYTES || bytes[0] !== VERSION) {
    return undefined;
  }
  const ephemeral = bytes.slice(1, 1 + X25519_BYTES);
  try {
    dh(exchangeSecret, ephemeral);
  } catch {
    return undefined;
  }
  const nonce = bytes.subarray(1 + X25519_BYTES, HEADER_BYTES);
  const opened = nacl.box.open(bytes.subarray(HEADER_BYTES), nonce, ephemeral, exchangeSecret);
  const label = labelOf(context);
  if (opened === null || !equalBytes(opened.subarray(0, label.length), label)) return undefined;
  return opened.slice(label.length);
}
