/**
 * What a device calls itself, for the other devices of its account alone: the server passes it on and cannot read it.
 *
 *   version 1 (1) ‖ nonce (12) ‖ AES-256-GCM( length u8 ‖ UTF-8, filled up with zeros to 64 bytes )
 *
 * under HKDF(salt empty, ikm = the identity's exchange secret, info = "miyu/1 device-label"), with the certificate's payload as associated
 * data: no label can be shown beside another device.
 */
import { concatBytes } from '../ids.ts';
import { DERIVE } from '../wire/contexts.ts';
import { KEY_BYTES, NONCE_BYTES, openAead, sealAead, TAG_BYTES } from './aead.ts';
import { hkdfSha256, utf8 } from './hash.ts';
import type { Random } from './random.ts';

const VERSION = 1;
const FILLED_BYTES = 64;
/** UTF-8 bytes of a label: the name of a machine, and of its system. */
export const MAX_LABEL_BYTES = FILLED_BYTES - 1;
export const SEALED_LABEL_BYTES = 1 + NONCE_BYTES + FILLED_BYTES + TAG_BYTES;

const keyOf = (exchangeSecret: Uint8Array): Uint8Array =>
  hkdfSha256(exchangeSecret, new Uint8Array(0), DERIVE.deviceLabel, KEY_BYTES);

/** @param text is cut at MAX_LABEL_BYTES, between code points @param certificate payload of the device's certificate */
export function sealDeviceLabel(
  text: string,
  exchangeSecret: Uint8Array,
  certificate: Uint8Array,
  random: Random,
): Uint8Array {
  let bytes = utf8(text);
  for (let points = Array.from(text); bytes.length > MAX_LABEL_BYTES; bytes = utf8(points.join('')))
    points = points.slice(0, -1);
  const filled = new Uint8Array(FILLED_BYTES);
  filled[0] = bytes.length;
  filled.set(bytes, 1);
  const nonce = random(NONCE_BYTES);
  return concatBytes(Uint8Array.of(VERSION), nonce, sealAead(keyOf(exchangeSecret), nonce, filled, certificate));
}

/** undefined: none that this identity sealed for that certificate. */
export function openDeviceLabel(
  sealed: Uint8Array,
  exchangeSecret: Uint8Array,
  certificate: Uint8Array,
): string | undefined {
  if (sealed.length !== SEALED_LABEL_BYTES || sealed[0] !== VERSION) return undefined;
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const filled = openAead(keyOf(exchangeSecret), nonce, sealed.subarray(1 + NONCE_BYTES), certificate);
  if (filled === undefined || filled[0]! > MAX_LABEL_BYTES) return undefined;
  return new TextDecoder().decode(filled.subarray(1, 1 + filled[0]!));
}
