/**
 * How the tree is stored: tiles of up to 16 hashes. The tile (level t, index i) holds those of the complete subtrees of 16^t leaves
 * number 16 i … 16 i + 15, as many as there are; everything between two levels of tiles is hashed when it is needed. An append writes
 * the last tile anew and one more for each 16 leaves; a proof about a million leaves reads 5 to 15 tiles. A tile only grows, so that a
 * proof about an older size reads the same rows, whatever was appended meanwhile.
 *
 * Row: level u8 ‖ index u64 → 1 … 16 hashes.
 */
import { u64 } from '../crypto/layout.ts';
import { MiyuError } from '../errors.ts';
import { concatBytes } from '../ids.ts';
import { MAX_TREE_SIZE } from '../wire/limits.ts';
import type { LogRow, Reading, RowKey } from './reading.ts';
import { EMPTY_TREE, HASH_BYTES, nodeHash } from './tree-hash.ts';
import { isTreeSize, peaksOf, type Range } from './tree-ranges.ts';

const TILE_LEVELS = 4;
const TILE_HASHES = 2 ** TILE_LEVELS;

/** The right edge of a tree: per level of tiles the hashes of its last tile, while that is not full. Enough to append, and for the root. */
export interface Tip {
  readonly size: number;
  readonly edge: readonly (readonly Uint8Array[])[];
}

export const EMPTY_TIP: Tip = { size: 0, edge: [] };

const tileKey = (level: number, index: number): RowKey => ({
  table: 'log-tiles',
  key: concatBytes(Uint8Array.of(level), u64(BigInt(index))),
});

/**
 * @param leaves hashes of the new leaves, in order
 * @returns the rows to put, in one transaction with what the leaves speak of
 * @throws RangeError past MAX_TREE_SIZE
 */
export function appendLeaves(tip: Tip, leaves: readonly Uint8Array[]): { readonly tip: Tip; readonly rows: LogRow[] } {
  const size = tip.size + leaves.length;
  if (!isTreeSize(size)) throw new RangeError(`more than ${MAX_TREE_SIZE} leaves`);
  const edge = tip.edge.map((hashes) => [...hashes]);
  const counts = edge.map((hashes, level) => Math.floor(tip.size / TILE_HASHES ** level) - hashes.length);
  const rows: LogRow[] = [];
  const touched = new Set<number>();
  const put = (level: number): void => {
    rows.push({ ...tileKey(level, counts[level]! / TILE_HASHES), value: concatBytes(...edge[level]!) });
  };
  const push = (level: number, hash: Uint8Array): void => {
    if (edge[level] === undefined) {
      edge[level] = [];
      counts[level] = 0;
    }
    edge[level].push(hash);
    touched.add(level);
    if (edge[level].length < TILE_HASHES) return;
    put(level);
    touched.delete(level);
    const whole = subtree(edge[level]);
    edge[level] = [];
    counts[level] = counts[level]! + TILE_HASHES;
    push(level + 1, whole);
  };
  for (const leaf of leaves) push(0, leaf);
  for (const level of touched) put(level);
  return { tip: { size, edge }, rows };
}

/** The tip of a stored tree. @throws MiyuError 'store-damaged' where a row is missing or too short */
export function* readTip(size: number): Reading<Tip> {
  const wanted: { readonly key: RowKey; readonly level: number; readonly hashes: number }[] = [];
  let levels = 0;
  for (let count = size; count > 0; count = Math.floor(count / TILE_HASHES)) {
    const hashes = count % TILE_HASHES;
    if (hashes > 0) wanted.push({ key: tileKey(levels, Math.floor(count / TILE_HASHES)), level: levels, hashes });
    levels += 1;
  }
  const values = yield wanted.map(({ key }) => key);
  const edge: (readonly Uint8Array[])[] = Array.from({ length: levels }, () => []);
  wanted.forEach(({ level, hashes }, i) => {
    edge[level] = hashesOf(values[i], hashes);
  });
  return { size, edge };
}

/** Root of the whole tree. */
export function rootOf(tip: Tip): Uint8Array {
  const peaks: Uint8Array[] = [];
  for (const hashes of tip.edge.toReversed()) {
    let at = 0;
    for (let width = TILE_HASHES / 2; width >= 1; width /= 2) {
      if ((hashes.length & width) === 0) continue;
      peaks.push(subtree(hashes.slice(at, at + width)));
      at += width;
    }
  }
  return peaks.length === 0 ? EMPTY_TREE : joinPeaks(peaks);
}

/** The hashes of these ranges of a stored tree. @throws MiyuError 'store-damaged' where a row is missing or too short */
export function* readRanges(ranges: readonly Range[]): Reading<Uint8Array[]> {
  const tiles = new Map<string, { readonly key: RowKey; hashes: number }>();
  const wanted = ranges.map((range) => peaksOf(range).map(placeOf));
  for (const { level, tile, slot, width } of wanted.flat()) {
    const name = `${level}-${tile}`;
    const known = tiles.get(name);
    if (known === undefined) tiles.set(name, { key: tileKey(level, tile), hashes: slot + width });
    else known.hashes = Math.max(known.hashes, slot + width);
  }
  const values = yield [...tiles.values()].map(({ key }) => key);
  const read = new Map([...tiles].map(([name, { hashes }], i) => [name, hashesOf(values[i], hashes)]));
  return wanted.map((places) =>
    joinPeaks(
      places.map(({ level, tile, slot, width }) => subtree(read.get(`${level}-${tile}`)!.slice(slot, slot + width))),
    ),
  );
}

/** Where the hashes below a complete subtree are stored. */
function placeOf({ level, index }: { readonly level: number; readonly index: number }): {
  readonly level: number;
  readonly tile: number;
  readonly slot: number;
  readonly width: number;
} {
  const width = 2 ** (level % TILE_LEVELS);
  const first = index * width;
  return {
    level: Math.floor(level / TILE_LEVELS),
    tile: Math.floor(first / TILE_HASHES),
    slot: first % TILE_HASHES,
    width,
  };
}

function hashesOf(value: Uint8Array | undefined, count: number): Uint8Array[] {
  const sound =
    value !== undefined &&
    value.length % HASH_BYTES === 0 &&
    value.length >= count * HASH_BYTES &&
    value.length <= TILE_HASHES * HASH_BYTES;
  if (!sound) throw new MiyuError('store-damaged');
  return Array.from({ length: count }, (_, i) => value.slice(i * HASH_BYTES, (i + 1) * HASH_BYTES));
}

/** Root of a complete subtree above 1, 2, 4, 8 or 16 hashes. */
function subtree(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes;
  while (row.length > 1) {
    const above: Uint8Array[] = [];
    for (let i = 0; i < row.length; i += 2) above.push(nodeHash(row[i]!, row[i + 1]!));
    row = above;
  }
  return row[0]!;
}

const joinPeaks = (peaks: readonly Uint8Array[]): Uint8Array =>
  peaks.reduceRight((right, left) => nodeHash(left, right));
