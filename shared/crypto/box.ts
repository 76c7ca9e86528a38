/**
 * Sealed boxes: to somebody's exchange key, from nobody (who it is from is signed inside). X25519-XSalsa20-Poly1305 by
 * tweetnacl, for the rare and small: greetings of friend requests.
 *
 *   version 1 (1) ‖ ephemeral X25519 key (32) ‖ nonce (24) ‖ nacl.box( utf8("miyu/1 request-box") ‖ 0x00 ‖ plaintext )
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
const LABEL = concatBytes(utf8(DERIVE.requestBox), Uint8Array.of(0));
/** What a box is longer than its plaintext. */
export const BOX_OVERHEAD_BYTES = HEADER_BYTES + nacl.box.overheadLength + LABEL.length;

/** @throws MiyuError 'too-large' (detail: the limit of the whole box) | 'key-invalid' by a recipient's key of low order */
export function sealBox(plaintext: Uint8Array, recipientExchangeKey: Uint8Array, random: Random): Uint8Array {
  if (plaintext.length + BOX_OVERHEAD_BYTES > MAX_FRIEND_REQUEST_BYTES) {
    throw new MiyuError('too-large', { detail: MAX_FRIEND_REQUEST_BYTES });
  }
  const ephemeral = generate(random);
  // tweetnacl goes on with zeros where the point is of low order; node's agreement throws.
  dh(ephemeral.secretKey, recipientExchangeKey);
  const nonce = random(NONCE_BYTES);
  const sealed = nacl.box(concatBytes(LABEL, plaintext), nonce, recipientExchangeKey, ephemeral.secretKey);
  return concatBytes(Uint8Array.of(VERSION), ephemeral.publicKey, nonce, sealed);
}

/** The plaintext, or undefined where the bytes are no box for this key: one answer for every reason. */
export function openBox(bytes: Uint8Array, exchangeSecret: Uint8Array): Uint8Array | undefined {
  if (bytes.length < BOX_OVERHEAD_BYTES || bytes.length > MAX_FRIEND_REQUEST_BYTES || bytes[0] !== VERSION) {
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
  if (opened === null || !equalBytes(opened.subarray(0, LABEL.length), LABEL)) return undefined;
  return opened.slice(LABEL.length);
}
