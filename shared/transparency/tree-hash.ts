/** Hashes of the log's Merkle tree (RFC 6962 §2.1, RFC 9162 §2.1.1), SHA-256. */
import { sha256 } from '../crypto/hash.ts';
import { concatBytes, ID_BYTES } from '../ids.ts';

export const HASH_BYTES = ID_BYTES;

/** First bytes of what is hashed: no leaf is a node, and neither is a leaf or node of the map (map-hash.ts). */
const LEAF = Uint8Array.of(0x00);
const NODE = 0x01;

/** Root of no leaves: SHA-256 of nothing. */
export const EMPTY_TREE: Uint8Array = sha256(new Uint8Array(0));

export const leafHash = (data: Uint8Array): Uint8Array => sha256(concatBytes(LEAF, data));

const joined = new Uint8Array(1 + 2 * HASH_BYTES);

/** SHA-256(01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  joined[0] = NODE;
  joined.set(left, 1);
  joined.set(right, 1 + HASH_BYTES);
  return sha256(joined);
}

/** What a leaf of our log says, by the first byte of its data. */
const ENTRY = Uint8Array.of(0x01);
const MAP_ROOT = Uint8Array.of(0x02);

/** Leaf of one statement of somebody's chain. @param entry SHA-256 of the statement's payload */
export const entryLeaf = (entry: Uint8Array): Uint8Array => leafHash(concatBytes(ENTRY, entry));

/**
 * Leaf that ends every batch and is the last one of every tree that is signed: the map as the batch left it. By this leaf whoever
 * agrees on the tree agrees on every map that was ever signed; without it one tree could be shown with two maps.
 */
export const mapLeaf = (mapRoot: Uint8Array): Uint8Array => leafHash(concatBytes(MAP_ROOT, mapRoot));
