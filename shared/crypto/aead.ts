/**
 * AES-256-GCM (NIST SP 800-38D) with a 96-bit nonce and the full 128-bit tag. A key must never meet the same nonce twice.
 */
import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';
import { MiyuError } from '../errors.ts';
import { plain } from './hash.ts';

export const KEY_BYTES = 32;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

// Without authTagLength node takes a truncated tag for a whole one.
const OPTIONS = { authTagLength: TAG_BYTES };

/**
 * @param target where the result goes, exactly 16 bytes longer than the plaintext; absent: a fresh array
 * @returns ciphertext ‖ tag. @throws MiyuError 'key-invalid' by key, nonce or target of a wrong length
 */
export function sealAead(
  key: Uint8Array,
  nonce: Uint8Array,
  plaintext: Uint8Array,
  aad: Uint8Array,
  target: Uint8Array = new Uint8Array(plaintext.length + TAG_BYTES),
): Uint8Array {
  if (key.length !== KEY_BYTES || nonce.length !== NONCE_BYTES || target.length !== plaintext.length + TAG_BYTES) {
    throw new MiyuError('key-invalid');
  }
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce, OPTIONS);
  cipher.setAAD(aad);
  target.set(cipher.update(plaintext), 0);
  cipher.final();
  target.set(cipher.getAuthTag(), plaintext.length);
  return target;
}

/** The plaintext, or undefined where key, nonce, bytes or associated data are not those of the seal. */
export function openAead(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  aad: Uint8Array,
): Uint8Array | undefined {
  if (key.length !== KEY_BYTES || nonce.length !== NONCE_BYTES || sealed.length < TAG_BYTES) return undefined;
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), nonce, OPTIONS);
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(end));
  const opened = decipher.update(sealed.subarray(0, end));
  try {
    decipher.final();
  } catch {
    return undefined;
  }
  return plain(opened);
}
