/** Hashes and key derivation: SHA-2 (FIPS 180-4), HMAC (RFC 2104), HKDF (RFC 5869). Results are fresh plain Uint8Arrays. */
import { createHash, createHmac, createSecretKey, hash } from 'node:crypto';
import { MiyuError } from '../errors.ts';
import { concatBytes } from '../ids.ts';
import { plain } from './bytes.ts';

const SHA256_BYTES = 32;
const SHA256_BLOCK = 64;

/** SHA-256 of the parts one after another; 32 bytes. Where their borders matter, the caller makes them part of the bytes. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  return digest('sha256', parts);
}

/** SHA-256 as lower-case hex: a key of a map, without an array on the way. */
export const sha256Hex = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

/** SHA-512 of the parts one after another; 64 bytes. */
export function sha512(...parts: readonly Uint8Array[]): Uint8Array {
  return digest('sha512', parts);
}

function digest(algorithm: string, parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return fromBinary(hash(algorithm, only, 'binary'));
  const state = createHash(algorithm);
  for (const part of parts) state.update(part);
  return plain(state.digest());
}

const MAX_SHORT_MESSAGE = 128;
/** What HMAC's two hashes read: a block of key, then the message or its hash. All zeros between two calls. */
const inner = new Uint8Array(SHA256_BLOCK + MAX_SHORT_MESSAGE);
const outer = new Uint8Array(SHA256_BLOCK + SHA256_BYTES);
const innerBlock = new Uint32Array(inner.buffer, 0, SHA256_BLOCK / 4);
const outerBlock = new Uint32Array(outer.buffer, 0, SHA256_BLOCK / 4);
const innerViews = Array.from({ length: MAX_SHORT_MESSAGE + 1 }, (_, length) =>
  inner.subarray(0, SHA256_BLOCK + length),
);

/**
 * HMAC-SHA-256; 32 bytes. Short messages under keys of at most one block, which are every step of a ratchet, take two
 * one-shot hashes: setting up node's Hmac object costs several times the hashing.
 */
export function hmacSha256(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  if (key.length > SHA256_BLOCK || length > MAX_SHORT_MESSAGE) {
    const state = createHmac('sha256', createSecretKey(key));
    for (const part of parts) state.update(part);
    return plain(state.digest());
  }
  try {
    setKey(key);
    return hashKeyed(parts, length);
  } finally {
    forgetKey();
  }
}

/** HMAC-SHA-256 of two short messages (at most 128 bytes) under one key of at most 64 bytes. */
export function hmacSha256Pair(key: Uint8Array, first: Uint8Array, second: Uint8Array): [Uint8Array, Uint8Array] {
  if (key.length > SHA256_BLOCK || first.length > MAX_SHORT_MESSAGE || second.length > MAX_SHORT_MESSAGE) {
    throw new MiyuError('internal');
  }
  try {
    setKey(key);
    return [hashKeyed([first], first.length), hashKeyed([second], second.length)];
  } finally {
    forgetKey();
  }
}

/** Onto zeros: they pad a key that is shorter than the block. */
function setKey(key: Uint8Array): void {
  inner.set(key);
  outer.set(key);
  for (let i = 0; i < innerBlock.length; i += 1) {
    innerBlock[i] = innerBlock[i]! ^ 0x3636_3636;
    outerBlock[i] = outerBlock[i]! ^ 0x5c5c_5c5c;
  }
}

/** The last key must not wait here for the next call, which begins with zeros. */
function forgetKey(): void {
  inner.fill(0);
  outer.fill(0);
}

function hashKeyed(parts: readonly Uint8Array[], length: number): Uint8Array {
  let at = SHA256_BLOCK;
  for (const part of parts) {
    inner.set(part, at);
    at += part.length;
  }
  writeBinary(outer, SHA256_BLOCK, hash('sha256', innerViews[length]!, 'binary'));
  return fromBinary(hash('sha256', outer, 'binary'));
}

/** Digests pass as one-byte strings: a Buffer made by native code for 32 bytes costs more than hashing them. */
function fromBinary(digest: string): Uint8Array {
  const bytes = new Uint8Array(digest.length);
  writeBinary(bytes, 0, digest);
  return bytes;
}

/** Without a call into node, which would cost as much as the loop. */
function writeBinary(target: Uint8Array, at: number, digest: string): void {
  for (let i = 0; i < digest.length; i += 1) target[at + i] = digest.charCodeAt(i);
}

/**
 * HKDF-SHA-256 (RFC 5869 §2).
 * @param salt empty: 32 zero bytes
 * @param info bytes, or a context string of shared/wire/contexts.ts
 * @param length 1 .. 8160 bytes. @throws MiyuError 'internal' outside of them
 */
export function hkdfSha256(ikm: Uint8Array, salt: Uint8Array, info: Uint8Array | string, length: number): Uint8Array {
  if (length < 1 || length > 255 * SHA256_BYTES) throw new MiyuError('internal', { detail: length });
  const context = typeof info === 'string' ? utf8(info) : info;
  const secret = hmacSha256(salt.length === 0 ? new Uint8Array(SHA256_BYTES) : salt, ikm);
  const blocks: Uint8Array[] = [];
  let block: Uint8Array = new Uint8Array(0);
  for (let i = 1; blocks.length * SHA256_BYTES < length; i += 1) {
    block = hmacSha256(secret, block, context, Uint8Array.of(i));
    blocks.push(block);
  }
  return concatBytes(...blocks).subarray(0, length);
}

const encoder = new TextEncoder();

export const utf8 = (text: string): Uint8Array => encoder.encode(text);
