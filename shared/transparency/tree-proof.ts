/**
 * Roots that proofs lead to (RFC 9162 §2.1.3.2, §2.1.4.2). A proof of another length than the tree's shape asks for, or with a
 * hash of another length, leads nowhere.
 */
import { equalBytes } from '../ids.ts';
import { HASH_BYTES, nodeHash } from './tree-hash.ts';
import { consistencyRanges, distinctRanges, inclusionRanges, isTreeSize, rangeName, splitOf } from './tree-ranges.ts';
import type { Range } from './tree-ranges.ts';

/** The root of the tree of `size` leaves that has this leaf at `index` and this audit path, or undefined where there is none. */
export function rootByInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
): Uint8Array | undefined {
  if (!isTreeSize(size) || !Number.isInteger(index) || index < 0 || index >= size) return undefined;
  const lefts: boolean[] = [];
  let [at, width] = [index, size];
  while (width > 1) {
    const half = splitOf(width);
    lefts.push(at >= half);
    [at, width] = at >= half ? [at - half, width - half] : [at, half];
  }
  if (leaf.length !== HASH_BYTES || !areHashes(path, lefts.length)) return undefined;
  return path.reduce((hash, other, i) => {
    return lefts[lefts.length - 1 - i] === true ? nodeHash(other, hash) : nodeHash(hash, other);
  }, leaf);
}

export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  const found = rootByInclusion(leaf, index, size, path);
  return found !== undefined && equalBytes(found, root);
}

export interface TwoRoots {
  readonly old: Uint8Array;
  readonly new: Uint8Array;
}

/**
 * The roots of the first `from` leaves and of all `size` to which the hashes of `consistencyRanges` lead. Where the new one is the
 * root of an existing tree, the old one is that tree's root at `from`: nobody can make hashes that lead to another.
 */
export function rootsByConsistency(from: number, size: number, proof: readonly Uint8Array[]): TwoRoots | undefined {
  if (!isTreeSize(size) || !Number.isInteger(from) || from <= 0 || from >= size) return undefined;
  const inBoth: boolean[] = [];
  let [at, width] = [from, size];
  while (at !== width) {
    const half = splitOf(width);
    inBoth.push(at > half);
    [at, width] = at > half ? [at - half, width - half] : [at, half];
  }
  if (!areHashes(proof, inBoth.length + 1)) return undefined;
  const [seed, ...others] = proof;
  let [older, newer] = [seed!, seed!];
  others.forEach((other, i) => {
    if (inBoth[inBoth.length - 1 - i] === true) {
      older = nodeHash(other, older);
      newer = nodeHash(other, newer);
    } else {
      newer = nodeHash(newer, other);
    }
  });
  return { old: older, new: newer };
}

/** A consistency proof as RFC 9162 §2.1.4.1 writes it, whose first hash is left out where the old tree is a power of two. */
export function verifyConsistency(from: number, size: number, proof: readonly Uint8Array[], roots: TwoRoots): boolean {
  if (from === size) return isTreeSize(size) && proof.length === 0 && equalBytes(roots.old, roots.new);
  const whole = isPowerOfTwo(from) ? [roots.old, ...proof] : proof;
  const found = rootsByConsistency(from, size, whole);
  return found !== undefined && equalBytes(found.old, roots.old) && equalBytes(found.new, roots.new);
}

export const isPowerOfTwo = (size: number): boolean => size > 0 && Number.isInteger(Math.log2(size));

const areHashes = (list: readonly Uint8Array[], count: number): boolean =>
  list.length === count && list.every((hash) => hash.length === HASH_BYTES);

/** What is to be proven of one tree together. */
export interface Claims {
  /** Leaves of the tree, ≥ 1. Its last leaf, with the map's root, is proven unless `from` is the same size. */
  readonly size: number;
  /** The tree that the asker knows already, and that this one must contain; 0: none. */
  readonly from: number;
  /** One more leaf; undefined: none. */
  readonly index: number | undefined;
}

interface ClaimRanges {
  readonly last: readonly Range[];
  readonly consistency: readonly Range[];
  readonly inclusion: readonly Range[];
}

function rangesOf({ size, from, index }: Claims): ClaimRanges {
  return {
    last: from === size ? [] : inclusionRanges(size - 1, size),
    consistency: from === 0 || from === size ? [] : consistencyRanges(from, size),
    inclusion: index === undefined ? [] : inclusionRanges(index, size),
  };
}

/** The ranges whose hashes prove all of it, each once. @throws RangeError by claims that no tree can meet */
export function claimedRanges(claims: Claims): Range[] {
  const { last, consistency, inclusion } = rangesOf(claims);
  return distinctRanges([last, consistency, inclusion]);
}

export interface ClaimProofs {
  readonly last: readonly Uint8Array[];
  readonly consistency: readonly Uint8Array[];
  readonly inclusion: readonly Uint8Array[];
}

/** The single proofs out of the hashes of `claimedRanges`; undefined by another number of hashes, or claims that no tree can meet. */
export function splitClaims(claims: Claims, hashes: readonly Uint8Array[]): ClaimProofs | undefined {
  const { size, from, index } = claims;
  const sound =
    isTreeSize(size) &&
    size > 0 &&
    isTreeSize(from) &&
    from <= size &&
    (index === undefined || (Number.isInteger(index) && index >= 0 && index < size));
  if (!sound) return undefined;
  const lists = rangesOf(claims);
  const all = distinctRanges([lists.last, lists.consistency, lists.inclusion]);
  if (!areHashes(hashes, all.length)) return undefined;
  const byName = new Map(all.map((range, i) => [rangeName(range), hashes[i]!]));
  const pick = (ranges: readonly Range[]): Uint8Array[] => ranges.map((range) => byName.get(rangeName(range))!);
  return { last: pick(lists.last), consistency: pick(lists.consistency), inclusion: pick(lists.inclusion) };
}
