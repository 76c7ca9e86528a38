/**
 * AES-256-GCM (NIST SP 800-38D) with a 96-bit nonce and the full 128-bit tag. A key must never meet the same nonce twice.
 */
import { createCipheriv, createDecipheriv, createSecretKey, KeyObject } from 'node:crypto';
import { MiyuError } from '../errors.ts';
import { plain } from './bytes.ts';

export const KEY_BYTES = 32;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** Without authTagLength node takes a truncated tag for a whole one. */
const OPTIONS = { authTagLength: TAG_BYTES };
/** Has node read a key that is a string byte for byte. */
const STRING_KEY = { ...OPTIONS, encoding: 'latin1' } as const;

/** Small arrays live in the engine's heap, and what node is handed of them is moved out first. So it is handed these instead. */
const keyForNode = Buffer.alloc(KEY_BYTES);
const nonceForNode = Buffer.alloc(NONCE_BYTES);

/**
 * What node gets as key. A KeyObject for every message costs as much as sealing it, and a plain array is probed by exceptions
 * (key-objects.ts); a string is taken as it is. The `encoding` option is not in node's documentation, so that it is tried once.
 */
const forNode = stringKeysWork()
  ? (key: AeadKey) => (key instanceof KeyObject ? ([key, OPTIONS] as const) : ([asString(key), STRING_KEY] as const))
  : (key: AeadKey) => [key instanceof KeyObject ? key : createSecretKey(key), OPTIONS] as const;

/** A key of 32 bytes, or one that was prepared. */
export type AeadKey = Uint8Array | KeyObject;

/** A key for many seals: node takes it over once. @throws MiyuError 'key-invalid' by a wrong length */
export function preparedKey(key: Uint8Array): KeyObject {
  if (key.length !== KEY_BYTES) throw new MiyuError('key-invalid');
  return createSecretKey(key);
}

const isKey = (key: AeadKey): boolean => key instanceof KeyObject || key.length === KEY_BYTES;

function asString(key: Uint8Array): string {
  keyForNode.set(key);
  const text = keyForNode.toString('latin1');
  keyForNode.fill(0);
  return text;
}

function stringKeysWork(): boolean {
  const key = Uint8Array.from({ length: KEY_BYTES }, (_, i) => 255 - 8 * i);
  const nonce = new Uint8Array(NONCE_BYTES);
  try {
    const cipher = createCipheriv('aes-256-gcm', Buffer.from(key).toString('latin1'), nonce, STRING_KEY);
    const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), nonce, OPTIONS);
    const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
    decipher.setAuthTag(cipher.getAuthTag());
    return Buffer.concat([decipher.update(sealed), decipher.final()]).equals(key);
  } catch {
    return false;
  }
}

/**
 * @param target where the result goes, exactly 16 bytes longer than the plaintext; absent: a fresh array
 * @returns ciphertext ‖ tag. @throws MiyuError 'key-invalid' by key, nonce or target of a wrong length
 */
export function sealAead(
  key: AeadKey,
  nonce: Uint8Array,
  plaintext: Uint8Array,
  aad: Uint8Array,
  target: Uint8Array = new Uint8Array(plaintext.length + TAG_BYTES),
): Uint8Array {
  if (!isKey(key) || nonce.length !== NONCE_BYTES || target.length !== plaintext.length + TAG_BYTES) {
    throw new MiyuError('key-invalid');
  }
  const [nodeKey, options] = forNode(key);
  nonceForNode.set(nonce);
  const cipher = createCipheriv('aes-256-gcm', nodeKey, nonceForNode, options);
  cipher.setAAD(aad);
  target.set(cipher.update(plaintext), 0);
  cipher.final();
  target.set(cipher.getAuthTag(), plaintext.length);
  return target;
}

/** The plaintext, or undefined where key, nonce, bytes or associated data are not those of the seal. */
export function openAead(key: AeadKey, nonce: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Uint8Array | undefined {
  if (!isKey(key) || nonce.length !== NONCE_BYTES || sealed.length < TAG_BYTES) return undefined;
  const end = sealed.length - TAG_BYTES;
  const [nodeKey, options] = forNode(key);
  nonceForNode.set(nonce);
  const decipher = createDecipheriv('aes-256-gcm', nodeKey, nonceForNode, options);
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
