/**
 * An incremental hash of a set of rows: the sum modulo 2^128 of a keyed hash of each (MSet-Add-Hash, Clarke et al., "Incremental
 * Multiset Hash Functions", ASIACRYPT 2003). A row is added or taken away without reading the others; equal sums say that the
 * rows are equal. The key is prefixed to SHA-256's input, whose first half is taken; what follows it has an unambiguous layout,
 * and the sum never leaves the store that holds the key, so that an extension of the input is no attack. Where rows carry a tag of
 * their own (RowHasher), that is summed instead: enough to see what was lost or damaged, which is the purpose; somebody who may
 * write the disk and has kept thousands of old rows could put some of them back in its place.
 */
import { hash } from 'node:crypto';

/** A sum is four 32-bit limbs, the least significant first: it is written with every batch, and what it is to find is chance. */
export const LIMBS = 4;
export const DIGEST_KEY_BYTES = 32;
/** Of a row's hash a sum takes the first 16 bytes. */
export const ROW_HASH_BYTES = 4 * LIMBS;

/** Gives a row, as it is stored, its hash: at least ROW_HASH_BYTES that nobody can choose. */
export interface RowHasher {
  of(key: Uint8Array, stored: Uint8Array): Uint8Array;
}

/** The hasher for rows that carry no authentication of their own. */
export class RowHash implements RowHasher {
  #input = Buffer.alloc(1024);
  readonly #start: number;

  /** @param key 32 bytes */
  constructor(key: Uint8Array) {
    if (key.length !== DIGEST_KEY_BYTES) throw new RangeError(`a digest key of ${key.length} bytes`);
    this.#input.set(key);
    this.#start = key.length + 4;
  }

  /** SHA-256 of key ‖ u32 length of the row's key ‖ row's key ‖ row's value: 32 bytes, of which a sum takes the first 16. */
  of(key: Uint8Array, value: Uint8Array): Buffer {
    const length = this.#start + key.length + value.length;
    if (length > this.#input.length) {
      const larger = Buffer.alloc(2 * length);
      larger.set(this.#input.subarray(0, this.#start));
      this.#input = larger;
    }
    const input = this.#input;
    input.writeUInt32BE(key.length, this.#start - 4);
    input.set(key, this.#start);
    input.set(value, this.#start + key.length);
    return hash('sha256', input.subarray(0, length), 'buffer');
  }
}

function limbOf(hash: Uint8Array, limb: number): number {
  const at = 4 * limb;
  return (hash[at]! | (hash[at + 1]! << 8) | (hash[at + 2]! << 16) | (hash[at + 3]! << 24)) >>> 0;
}

/** Adds a row's hash to the sum at `at`, in place. */
export function addHash(sums: Uint32Array, at: number, rowHash: Uint8Array): void {
  let carry = 0;
  for (let limb = 0; limb < LIMBS; limb += 1) {
    const value = sums[at + limb]! + limbOf(rowHash, limb) + carry;
    sums[at + limb] = value;
    carry = value > 0xffffffff ? 1 : 0;
  }
}

/** Takes a row's hash from the sum at `at`, in place. */
export function subtractHash(sums: Uint32Array, at: number, rowHash: Uint8Array): void {
  let borrow = 0;
  for (let limb = 0; limb < LIMBS; limb += 1) {
    const value = sums[at + limb]! - limbOf(rowHash, limb) - borrow;
    sums[at + limb] = value;
    borrow = value < 0 ? 1 : 0;
  }
}

export function equalSums(a: Uint32Array, aAt: number, b: Uint32Array, bAt: number): boolean {
  for (let limb = 0; limb < LIMBS; limb += 1) if (a[aAt + limb] !== b[bAt + limb]) return false;
  return true;
}
