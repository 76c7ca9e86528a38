/**
 * Hashes of the sparse Merkle map. It is a binary tree over keys of 256 bits, in which a subtree with one key is that key's leaf, at
 * whatever height, and one without keys is 32 zero bytes: of 256 levels there are about log2(keys).
 *
 * Its first bytes are others than those of the log's tree (tree-hash.ts). A leaf holds its whole key, and each of its places in the
 * tree follows from that, so that a root says one thing about a key, whoever made the tree.
 */
import { sha256 } from '../crypto/hash.ts';
import { concatBytes } from '../ids.ts';
import { HASH_BYTES } from './tree-hash.ts';

/** Keys are hashes themselves (map-entries.ts). */
export const KEY_BYTES = HASH_BYTES;
export const KEY_BITS = 8 * KEY_BYTES;
/** One byte holds the length in a stored page. */
export const MAX_VALUE_BYTES = 255;

const LEAF = Uint8Array.of(0x02);
const NODE = 0x03;

/** A subtree without keys, and the root of an empty map. */
export const EMPTY_MAP: Uint8Array = new Uint8Array(HASH_BYTES);

/** SHA-256(02 ‖ key ‖ SHA-256(value)): who must be shown a neighbour's leaf does not learn its value. */
export const mapLeafHash = (key: Uint8Array, valueHash: Uint8Array): Uint8Array =>
  sha256(concatBytes(LEAF, key, valueHash));

const joined = new Uint8Array(1 + 2 * HASH_BYTES);

/** SHA-256(03 ‖ left ‖ right). */
export function mapNodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  joined[0] = NODE;
  joined.set(left, 1);
  joined.set(right, 1 + HASH_BYTES);
  return sha256(joined);
}

/** Which way a key goes at a depth (0: the root): 0 left, 1 right; the highest bit of a byte first. */
export const bitOf = (key: Uint8Array, depth: number): 0 | 1 =>
  ((key[depth >> 3]! >> (7 - (depth & 7))) & 1) === 0 ? 0 : 1;
