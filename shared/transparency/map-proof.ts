/** Proofs that a map of a given root holds a value under a key, or holds none. */
import { sha256 } from '../crypto/hash.ts';
import { equalBytes } from '../ids.ts';
import { bitOf, EMPTY_MAP, KEY_BITS, KEY_BYTES, mapLeafHash, mapNodeHash } from './map-hash.ts';
import { HASH_BYTES } from './tree-hash.ts';

/** The only other key below the place where a path ends. */
export interface OtherLeaf {
  readonly key: Uint8Array;
  readonly valueHash: Uint8Array;
}

export interface MapProof {
  /** Levels from the root to where the path ends, 0 .. 256. */
  readonly depth: number;
  /** Bit d from the highest: whether the sibling at depth d + 1 has keys; ceil(depth / 8) bytes, the rest of the last one 0. */
  readonly present: Uint8Array;
  /** Those siblings that have keys, from the root down. */
  readonly siblings: readonly Uint8Array[];
  /** Where another key stands at the end of the path. Absent: the key itself does, or nothing. */
  readonly other: OtherLeaf | undefined;
}

/**
 * The root to which a proof leads.
 * @param value what stands under the key; undefined: nothing does
 * @returns undefined where the proof is not one, or longer than it has to be
 */
export function mapRootBy(key: Uint8Array, value: Uint8Array | undefined, proof: MapProof): Uint8Array | undefined {
  if (key.length !== KEY_BYTES || !isWellFormed(proof)) return undefined;
  const { depth, present, siblings, other } = proof;
  if (other !== undefined && (value !== undefined || !standsAt(other.key, key, depth))) return undefined;
  let hash = EMPTY_MAP;
  if (value !== undefined) hash = mapLeafHash(key, sha256(value));
  else if (other !== undefined) hash = mapLeafHash(other.key, other.valueHash);
  // A leaf beside nothing would stand one level higher.
  if (hash !== EMPTY_MAP && depth > 0 && !hasSibling(present, depth - 1)) return undefined;
  let next = siblings.length;
  for (let at = depth - 1; at >= 0; at -= 1) {
    let sibling = EMPTY_MAP;
    if (hasSibling(present, at)) {
      next -= 1;
      sibling = siblings[next]!;
    }
    hash = bitOf(key, at) === 0 ? mapNodeHash(hash, sibling) : mapNodeHash(sibling, hash);
  }
  return hash;
}

export function verifyMapProof(
  root: Uint8Array,
  key: Uint8Array,
  value: Uint8Array | undefined,
  proof: MapProof,
): boolean {
  const found = mapRootBy(key, value, proof);
  return found !== undefined && equalBytes(found, root);
}

function isWellFormed({ depth, present, siblings, other }: MapProof): boolean {
  if (!Number.isInteger(depth) || depth < 0 || depth > KEY_BITS || present.length !== Math.ceil(depth / 8))
    return false;
  let count = 0;
  for (let at = 0; at < 8 * present.length; at += 1) {
    if (!hasSibling(present, at)) continue;
    if (at >= depth) return false;
    count += 1;
  }
  return (
    siblings.length === count &&
    siblings.every((hash) => hash.length === HASH_BYTES && !equalBytes(hash, EMPTY_MAP)) &&
    (other === undefined || (other.key.length === KEY_BYTES && other.valueHash.length === HASH_BYTES))
  );
}

/** Whether the other key is another one, and its path the same down to this depth. */
function standsAt(other: Uint8Array, key: Uint8Array, depth: number): boolean {
  for (let at = 0; at < depth; at += 1) if (bitOf(other, at) !== bitOf(key, at)) return false;
  return !equalBytes(other, key);
}

export const hasSibling = (present: Uint8Array, at: number): boolean => bitOf(present, at) === 1;
