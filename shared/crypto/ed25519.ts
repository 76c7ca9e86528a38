/** Ed25519 (RFC 8032): verification for everybody and the server's signatures, by node:crypto. */
import { createPublicKey, sign as nodeSign, verify as nodeVerify, type KeyObject } from 'node:crypto';
import { MiyuError } from '../errors.ts';
import type { SignatureContext } from '../wire/contexts.ts';
import type { Signed } from '../wire/generated/identity.js';
import { plain } from './bytes.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { importPrivate, importPublic } from './key-objects.ts';
import { signatureInput } from './signature-input.ts';

export const PUBLIC_KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;
export const SEED_BYTES = 32;

/** Imported keys kept: friends and servers of a busy peer, or the accounts that a server saw last. About 1 KiB each. */
const MAX_CACHED_KEYS = 512;
const cache = new Map<string, KeyObject>();

/**
 * True where the signature is the key's over exactly this message. Canonical signatures alone (s < L, RFC 8032 §5.1.7), and no
 * key of small order, under which a signature can be valid for many messages. Wrong lengths are false, not errors.
 */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== PUBLIC_KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false;
  const key = importedKey(publicKey);
  return key !== undefined && nodeVerify(null, message, key, signature);
}

/** Whether these bytes can be an identity's or server's key: 32 of them, and no point of small order. */
export const isEd25519Key = (publicKey: Uint8Array): boolean =>
  publicKey.length === PUBLIC_KEY_BYTES && !hasSmallOrder(publicKey);

function importedKey(publicKey: Uint8Array): KeyObject | undefined {
  const name = toBase64Url(publicKey);
  let key = cache.get(name);
  if (key !== undefined) {
    cache.delete(name);
  } else {
    if (hasSmallOrder(publicKey)) return undefined;
    key = importPublic('ed25519', publicKey);
    if (cache.size >= MAX_CACHED_KEYS) cache.delete(cache.keys().next().value!);
  }
  cache.set(name, key); // Last in the map's order: used last.
  return key;
}

/** y of the points whose order divides 8 (both signs of x), and their encodings that are not reduced. */
const SMALL_ORDER = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

function hasSmallOrder(publicKey: Uint8Array): boolean {
  const y = Buffer.from(publicKey);
  y[31] = y[31]! & 0x7f;
  return SMALL_ORDER.has(y.toString('hex'));
}

export interface ServerSigner {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  sign(context: SignatureContext, payload: Uint8Array): Signed;
}

/**
 * What a server signs with.
 * @param seed 32 bytes (RFC 8032's private key), or the 64 of libp2p and tweetnacl that begin with them
 * @throws MiyuError 'key-invalid'
 */
export function serverSigner(seed: Uint8Array): ServerSigner {
  if (seed.length !== SEED_BYTES && seed.length !== 2 * SEED_BYTES) throw new MiyuError('key-invalid');
  const privateKey = importPrivate('ed25519', seed.subarray(0, SEED_BYTES));
  const publicKey = fromBase64Url(createPublicKey(privateKey).export({ format: 'jwk' }).x!);
  return {
    publicKey,
    sign: (context, payload) => ({
      payload,
      signature: plain(nodeSign(null, signatureInput(context, payload), privateKey)),
    }),
  };
}
