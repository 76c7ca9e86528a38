/** Getting raw keys into node:crypto, and what it costs. */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { MiyuError } from '../errors.ts';

const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export type KeyType = 'x25519' | 'ed25519' | 'ml-kem-768';

/** @throws MiyuError 'key-invalid' */
export const importPublic = (asymmetricKeyType: KeyType, key: Uint8Array): KeyObject =>
  withoutStacks(() => createPublicKey({ key: buffer(key), format: 'raw-public', asymmetricKeyType }));

/**
 * @param key 32 bytes (RFC 7748's scalar, RFC 8032's private key), or FIPS 203's 64-byte seed. Node computes the public half.
 * @throws MiyuError 'key-invalid'
 */
export const importPrivate = (asymmetricKeyType: KeyType, key: Uint8Array): KeyObject =>
  withoutStacks(() =>
    createPrivateKey({
      key: buffer(key),
      format: asymmetricKeyType === 'ml-kem-768' ? 'raw-seed' : 'raw-private',
      asymmetricKeyType,
    }),
  );

/**
 * Node 24 finds out what kind of key it was given by calls that throw, and their captured stack traces make an import three
 * times as dear (18 µs, 6 without). The call is synchronous: nobody else sees the limit.
 */
function withoutStacks(make: () => KeyObject): KeyObject {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } catch (cause) {
    throw new MiyuError('key-invalid', { cause });
  } finally {
    Error.stackTraceLimit = limit;
  }
}
