/**
 * Values of a peer's rows on disk: schema version u8 ‖ nonce (12) ‖ AES-256-GCM ciphertext ‖ tag (16), with key ‖ schema version as
 * associated data: a row that is moved, or that another program version wrote, does not open.
 *
 * Nonces are random: with 2^32 writes under one key the chance of a repeated one is 2^-33 (NIST SP 800-38D §8.3 sets the bound
 * there), a hundred writes a second for more than a year; the store key is new with every profile.
 */
import { NONCE_BYTES, openAead, preparedKey, sealAead, TAG_BYTES } from '../../shared/crypto/aead.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { MiyuError } from '../../shared/errors.ts';
import type { RowHasher } from '../../shared/storage/multiset.ts';
import type { RowCodec } from '../../shared/storage/rows.ts';

/** Version of the layout above and of the rows inside. */
export const SCHEMA = 1;
const HEAD_BYTES = 1 + NONCE_BYTES;

/**
 * A row's tag as its hash in the store's digest: under a key that the disk does not have and a nonce of its own it is a value that
 * nobody can choose, over key and value alike. Where the rest of a row changed and its tag did not, the row does not open.
 */
export const tagAsHash: RowHasher = { of: (_key, stored) => stored.subarray(Math.max(0, stored.length - TAG_BYTES)) };

/** @param ledgerKey the row in which a later schema shows as 'store-newer'; in another row it is damage */
export function sealedRows(rowKey: Uint8Array, random: Random, ledgerKey: Buffer): RowCodec {
  const sealKey = preparedKey(rowKey);
  // Nothing in it is secret, and each seal reads it before the next one writes it.
  let data = Buffer.alloc(0);
  const associated = (key: Uint8Array): Buffer => {
    if (data.length !== key.length + 1) data = Buffer.alloc(key.length + 1, SCHEMA);
    data.set(key);
    return data;
  };

  return {
    encode(key, value) {
      const nonce = random(NONCE_BYTES);
      const stored = Buffer.allocUnsafe(HEAD_BYTES + value.length + TAG_BYTES);
      stored[0] = SCHEMA;
      stored.set(nonce, 1);
      sealAead(sealKey, nonce, value, associated(key), stored.subarray(HEAD_BYTES));
      return stored;
    },
    decode(key, stored) {
      if (stored.length < HEAD_BYTES + TAG_BYTES) return undefined;
      if (stored[0]! > SCHEMA && ledgerKey.equals(key)) throw new MiyuError('store-newer');
      if (stored[0] !== SCHEMA) return undefined;
      return openAead(sealKey, stored.subarray(1, HEAD_BYTES), stored.subarray(HEAD_BYTES), associated(key));
    },
  };
}
