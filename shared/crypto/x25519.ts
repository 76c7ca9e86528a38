/**
 * X25519 (RFC 7748) by node:crypto. Keys are raw 32-byte arrays; the imported key objects are cached by array, so an array that
 * was once used as a key must never be written to.
 */
import { diffieHellman, type KeyObject } from 'node:crypto';
import { MiyuError } from '../errors.ts';
import { fromBase64Url } from './base64url.ts';
import { importPrivate, importPublic } from './key-objects.ts';
import { plain } from './bytes.ts';
import type { Random } from './random.ts';

export const X25519_BYTES = 32;

export interface X25519Pair {
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

const privateKeys = new WeakMap<Uint8Array, KeyObject>();
const publicKeys = new WeakMap<Uint8Array, KeyObject>();

/** A fresh pair from 32 random bytes. */
export function generate(random: Random): X25519Pair {
  const secretKey = random(X25519_BYTES);
  return { publicKey: publicOf(secretKey), secretKey };
}

/** The public key of a secret. @throws MiyuError 'key-invalid' */
export function publicOf(secretKey: Uint8Array): Uint8Array {
  // A private key's JWK has the public half too, at less than the cost of making a public key object first.
  return fromBase64Url(privateKey(secretKey).export({ format: 'jwk' }).x!);
}

/**
 * The shared secret, 32 bytes: to be hashed with its context, never used as a key itself.
 * @throws MiyuError 'key-invalid' by wrong lengths and where the public key is a point of low order
 */
export function dh(secretKey: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const pair = { privateKey: privateKey(secretKey), publicKey: importedPublic(publicKey) };
  let shared: Uint8Array;
  try {
    shared = plain(diffieHellman(pair));
  } catch (cause) {
    throw new MiyuError('key-invalid', { cause });
  }
  // OpenSSL refuses the all-zero result by itself; RFC 7748 §6.1 leaves the check to us.
  let any = 0;
  for (const byte of shared) any |= byte;
  if (shared.length !== X25519_BYTES || any === 0) throw new MiyuError('key-invalid');
  return shared;
}

function privateKey(secretKey: Uint8Array): KeyObject {
  let key = privateKeys.get(secretKey);
  if (key === undefined) {
    if (secretKey.length !== X25519_BYTES) throw new MiyuError('key-invalid');
    key = importPrivate('x25519', secretKey);
    privateKeys.set(secretKey, key);
  }
  return key;
}

function importedPublic(publicKey: Uint8Array): KeyObject {
  let key = publicKeys.get(publicKey);
  if (key === undefined) {
    if (publicKey.length !== X25519_BYTES) throw new MiyuError('key-invalid');
    key = importPublic('x25519', publicKey);
    publicKeys.set(publicKey, key);
  }
  return key;
}
