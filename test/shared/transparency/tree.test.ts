import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256, utf8 } from '../../../shared/crypto/hash.ts';
import { fromHex, toHex } from '../../../shared/ids.ts';
import { EMPTY_TREE, leafHash, nodeHash } from '../../../shared/transparency/tree-hash.ts';
import {
  claimedRanges,
  isPowerOfTwo,
  rootByInclusion,
  rootsByConsistency,
  splitClaims,
  verifyConsistency,
  verifyInclusion,
} from '../../../shared/transparency/tree-proof.ts';
import { consistencyRanges, inclusionRanges } from '../../../shared/transparency/tree-ranges.ts';
import {
  appendLeaves,
  EMPTY_TIP,
  readRanges,
  readTip,
  rootOf,
  type Tip,
} from '../../../shared/transparency/tree-tiles.ts';
import { MAX_LOG_PROOF_HASHES, MAX_TREE_SIZE } from '../../../shared/wire/limits.ts';
import { Rows } from '../../support/log-world.ts';

const bytes = (hex: string): Uint8Array => fromHex(hex)!;

/** The definitions of RFC 6962 §2.1, word by word: what the stored tree is compared with. */
const naive = {
  split: (n: number): number => 2 ** Math.ceil(Math.log2(n) - 1),
  root(leaves: readonly Uint8Array[]): Uint8Array {
    if (leaves.length === 0) return sha256(new Uint8Array(0));
    if (leaves.length === 1) return leaves[0]!;
    const k = naive.split(leaves.length);
    return nodeHash(naive.root(leaves.slice(0, k)), naive.root(leaves.slice(k)));
  },
  path(index: number, leaves: readonly Uint8Array[]): Uint8Array[] {
    if (leaves.length === 1) return [];
    const k = naive.split(leaves.length);
    const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
    return index < k
      ? [...naive.path(index, left), naive.root(right)]
      : [...naive.path(index - k, right), naive.root(left)];
  },
  subproof(m: number, leaves: readonly Uint8Array[], complete: boolean): Uint8Array[] {
    if (m === leaves.length) return complete ? [] : [naive.root(leaves)];
    const k = naive.split(leaves.length);
    const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
    return m <= k
      ? [...naive.subproof(m, left, complete), naive.root(right)]
      : [...naive.subproof(m - k, right, false), naive.root(left)];
  },
};

class StoredTree {
  readonly rows = new Rows();
  tip: Tip = EMPTY_TIP;

  append(leaves: readonly Uint8Array[]): number {
    const { tip, rows } = appendLeaves(this.tip, leaves);
    this.tip = tip;
    this.rows.put(rows);
    return rows.length;
  }

  path = (index: number, size = this.tip.size): Uint8Array[] =>
    this.rows.read(readRanges(inclusionRanges(index, size)));
  /** With the first hash that RFC 9162 leaves out. */
  whole = (from: number, size = this.tip.size): Uint8Array[] =>
    this.rows.read(readRanges(consistencyRanges(from, size)));
  consistency = (from: number, size = this.tip.size): Uint8Array[] =>
    isPowerOfTwo(from) ? this.whole(from, size).slice(1) : this.whole(from, size);
}

/** Leaves, roots and proofs of the reference implementation of Certificate Transparency. */
const REFERENCE = {
  leaves: ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'],
  roots: [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ],
  inclusion: [
    { index: 0, size: 1, path: [] },
    { index: 0, size: 2, path: ['96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'] },
    { index: 1, size: 2, path: ['6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'] },
    { index: 2, size: 3, path: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'] },
    {
      index: 1,
      size: 5,
      path: [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    },
    {
      index: 0,
      size: 8,
      path: [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    },
    {
      index: 5,
      size: 8,
      path: [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    },
  ],
  consistency: [
    { from: 1, size: 1, proof: [] },
    {
      from: 1,
      size: 8,
      proof: [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    },
    {
      from: 2,
      size: 5,
      proof: [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    },
    {
      from: 6,
      size: 8,
      proof: [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    },
  ],
};

describe('the reference data of Certificate Transparency', () => {
  const leaves = REFERENCE.leaves.map((leaf) => leafHash(bytes(leaf)));
  const roots = REFERENCE.roots.map(bytes);
  const tree = new StoredTree();
  tree.append(leaves);

  test.each(REFERENCE.roots.map((root, size) => ({ root, size })))('root of $size leaves', ({ root, size }) => {
    const grown = new StoredTree();
    for (const leaf of leaves.slice(0, size)) grown.append([leaf]);
    expect(toHex(rootOf(grown.tip))).toBe(root);
    expect(toHex(naive.root(leaves.slice(0, size)))).toBe(root);
  });

  test.each(REFERENCE.inclusion)('audit path of leaf $index of $size', ({ index, size, path }) => {
    expect(tree.path(index, size).map(toHex)).toEqual(path);
    expect(verifyInclusion(leaves[index]!, index, size, path.map(bytes), roots[size]!)).toBe(true);
  });

  test.each(REFERENCE.consistency)('consistency of $from and $size', ({ from, size, proof }) => {
    if (from < size) expect(tree.consistency(from, size).map(toHex)).toEqual(proof);
    expect(verifyConsistency(from, size, proof.map(bytes), { old: roots[from]!, new: roots[size]! })).toBe(true);
  });
});

const MAX = 140;
const leaves = Array.from({ length: MAX }, (_, i) => leafHash(utf8(`leaf ${i}`)));
/** A tree of 1 .. 140 leaves that grew in batches of these sizes. */
const batches = fc
  .array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 })
  .filter((sizes) => sizes.reduce((sum, size) => sum + size, 0) <= MAX);

const grown = (sizes: readonly number[]): StoredTree => {
  const tree = new StoredTree();
  for (const size of sizes) tree.append(leaves.slice(tree.tip.size, tree.tip.size + size));
  return tree;
};

const flip = (hash: Uint8Array, bit: number): Uint8Array => {
  const other = hash.slice();
  other[(bit >> 3) % other.length] = other[(bit >> 3) % other.length]! ^ (1 << (bit & 7));
  return other;
};

/** Which side each hash of an audit path stands on: all that a verifier reads of index and size. */
const sides = (index: number, size: number): string =>
  inclusionRanges(index, size)
    .map(({ start }) => (start > index ? 'r' : 'l'))
    .join('');

describe('a tree that grew in batches', () => {
  test('is that of the definition: root, tip, and every proof at every size', () => {
    fc.assert(
      fc.property(batches, fc.nat(), fc.nat(), fc.nat(), (sizes, a, b, c) => {
        const tree = grown(sizes);
        const { size } = tree.tip;
        expect(rootOf(tree.tip)).toEqual(naive.root(leaves.slice(0, size)));
        expect(tree.rows.read(readTip(size))).toEqual(tree.tip);
        const older = 1 + (a % size);
        const index = b % older;
        const tip = tree.rows.read(readTip(older));
        expect(rootOf(tip)).toEqual(naive.root(leaves.slice(0, older)));
        expect(tree.path(index, older)).toEqual(naive.path(index, leaves.slice(0, older)));
        const from = 1 + (c % older);
        if (from < older) {
          expect(tree.consistency(from, older)).toEqual(naive.subproof(from, leaves.slice(0, older), true));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a proof verifies; with a bit flipped, a hash more or less, or for another leaf or size it does not', () => {
    fc.assert(
      fc.property(batches, fc.nat(), fc.nat(), fc.nat(), fc.nat(), (sizes, a, b, bit, at) => {
        const tree = grown(sizes);
        const { size } = tree.tip;
        const root = rootOf(tree.tip);
        const index = a % size;
        const leaf = leaves[index]!;
        const path = tree.path(index);
        expect(verifyInclusion(leaf, index, size, path, root)).toBe(true);
        expect(verifyInclusion(flip(leaf, bit), index, size, path, root)).toBe(false);
        expect(verifyInclusion(leaf, index, size, path, flip(root, bit))).toBe(false);
        expect(verifyInclusion(leaf, index, size, [...path, root], root)).toBe(false);
        expect(verifyInclusion(leaf, index, size, [leaf, ...path], root)).toBe(false);
        expect(rootByInclusion(leaf.subarray(1), index, size, path)).toBeUndefined();
        if (path.length > 0) {
          const flipped = path.with(at % path.length, flip(path[at % path.length]!, bit));
          expect(verifyInclusion(leaf, index, size, flipped, root)).toBe(false);
          expect(rootByInclusion(leaf, index, size, path.slice(1))).toBeUndefined();
          expect(rootByInclusion(leaf, index, size, path.with(0, path[0]!.subarray(1)))).toBeUndefined();
        }
        const other = b % size;
        expect(verifyInclusion(leaf, other, size, path, root)).toBe(other === index);
        // A size that lays the path out the same way is told apart by its root alone, which the head signs with it.
        const otherSize = index + 1 + (b % MAX);
        const alike = sides(index, otherSize) === sides(index, size);
        expect(verifyInclusion(leaf, index, otherSize, path, root)).toBe(alike);
      }),
      { numRuns: 80 },
    );
  });

  test('so does a consistency proof; and one that leads to the new root tells which root the old tree had', () => {
    fc.assert(
      fc.property(batches, fc.nat(), fc.nat(), fc.nat(), (sizes, a, bit, at) => {
        const tree = grown(sizes);
        const { size } = tree.tip;
        if (size < 2) return;
        const from = 1 + (a % (size - 1));
        const roots = { old: naive.root(leaves.slice(0, from)), new: rootOf(tree.tip) };
        const whole = tree.whole(from);
        expect(rootsByConsistency(from, size, whole)).toEqual(roots);
        const proof = tree.consistency(from);
        expect(verifyConsistency(from, size, proof, roots)).toBe(true);
        expect(verifyConsistency(from, size, proof, { ...roots, old: flip(roots.old, bit) })).toBe(false);
        expect(verifyConsistency(from, size, proof, { ...roots, new: flip(roots.new, bit) })).toBe(false);
        expect(verifyConsistency(from, size, [...proof, roots.new], roots)).toBe(false);
        expect(verifyConsistency(from, size, proof.slice(1), roots)).toBe(false);
        expect(verifyConsistency(size, from, proof, roots)).toBe(false);
        const flipped = whole.with(at % whole.length, flip(whole[at % whole.length]!, bit));
        expect(rootsByConsistency(from, size, flipped)?.new).not.toEqual(roots.new);
        const another = tree.tip.size === from + 1 ? from : from + 1;
        if (another !== from) expect(rootsByConsistency(another, size, whole)?.old).not.toEqual(roots.old);
      }),
      { numRuns: 80 },
    );
  });

  test('what is proven together sends no hash twice, and splits into the same proofs', () => {
    fc.assert(
      fc.property(batches, fc.nat(), fc.nat(), (sizes, a, b) => {
        const tree = grown(sizes);
        const { size } = tree.tip;
        const claims = { size, from: a % 4 === 0 ? size : a % size, index: b % size };
        const hashes = tree.rows.read(readRanges(claimedRanges(claims)));
        expect(new Set(hashes.map(toHex)).size).toBe(hashes.length);
        const proofs = splitClaims(claims, hashes)!;
        expect(proofs.last).toEqual(claims.from === size ? [] : tree.path(size - 1));
        expect(proofs.inclusion).toEqual(tree.path(claims.index));
        expect(proofs.consistency).toEqual(claims.from === 0 || claims.from === size ? [] : tree.whole(claims.from));
        expect(splitClaims(claims, [...hashes, leaves[0]!])).toBeUndefined();
        if (hashes.length > 0) expect(splitClaims(claims, hashes.slice(1))).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });
});

test('an append of n leaves writes the last tile of each level that changed, and one more for each 16', () => {
  const tree = new StoredTree();
  let rows = 0;
  for (let size = 0; size < 512; size += 1) rows += tree.append([leaves[size % MAX]!]);
  // Each of 512 appends writes its tile, each 16th one of the level above, and each 256th one of the next.
  expect(rows).toBe(512 + 32 + 2);
  expect(tree.rows.stored.size).toBe(32 + 2 + 1);
  const batch = new StoredTree();
  expect(batch.append(Array.from({ length: 512 }, () => leaves[0]!))).toBe(32 + 2 + 1);
});

test('claims that no tree can meet are refused before anything is hashed', () => {
  expect(() => inclusionRanges(3, 3)).toThrow(RangeError);
  expect(() => inclusionRanges(-1, 3)).toThrow(RangeError);
  expect(() => inclusionRanges(0.5, 3)).toThrow(RangeError);
  expect(() => inclusionRanges(0, MAX_TREE_SIZE + 1)).toThrow(RangeError);
  expect(() => consistencyRanges(0, 3)).toThrow(RangeError);
  expect(() => consistencyRanges(3, 3)).toThrow(RangeError);
  expect(() => appendLeaves({ ...EMPTY_TIP, size: MAX_TREE_SIZE }, [leaves[0]!])).toThrow(RangeError);
  for (const [size, from, index] of [
    [0, 0, undefined],
    [3, 4, undefined],
    [3, -1, undefined],
    [3, 1, 3],
    [3, 1, -1],
    [Number.NaN, 0, undefined],
    [MAX_TREE_SIZE + 1, 0, undefined],
  ] as const) {
    expect(splitClaims({ size, from, index }, [])).toBeUndefined();
  }
  expect(verifyConsistency(3, 3, [], { old: EMPTY_TREE, new: EMPTY_TREE })).toBe(true);
});

test('the greatest tree’s proofs stay within their bound', () => {
  let most = 0;
  for (const size of [MAX_TREE_SIZE, MAX_TREE_SIZE - 1, 2 ** 39 + 1, 0xaaaaaaaaaa]) {
    for (const from of [1, 2 ** 39 - 1, 2 ** 38 + 1, 0x5555555555]) {
      for (const index of [0, 1, 2 ** 39 - 2, 0x2aaaaaaaaa]) {
        most = Math.max(most, claimedRanges({ size, from, index }).length);
      }
    }
  }
  expect(most).toBeGreaterThan(80);
  expect(most).toBeLessThanOrEqual(MAX_LOG_PROOF_HASHES);
});

test('a tile that is missing, too short or no list of hashes is damage, not a proof', () => {
  const tree = new StoredTree();
  tree.append(leaves.slice(0, 40));
  const [name, value] = [...tree.rows.stored][0]!;
  for (const damaged of [undefined, value.subarray(0, 32), value.subarray(1), new Uint8Array(17 * 32)]) {
    if (damaged === undefined) tree.rows.stored.delete(name);
    else tree.rows.stored.set(name, damaged);
    expect(() => tree.path(8, 40)).toThrow('store-damaged');
  }
});
