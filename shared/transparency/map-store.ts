/**
 * The stored map: changing many keys at once, and proving one. Keys are never taken out: whoever lets a name go leaves a value that
 * says so, for "was never there" and "is there no more" are different answers.
 */
import { equalBytes } from '../ids.ts';
import { bitOf, EMPTY_MAP, KEY_BYTES, MAX_VALUE_BYTES } from './map-hash.ts';
import type { MapProof } from './map-proof.ts';
import {
  EMPTY_PAGE,
  encodePage,
  leafOf,
  nibblesOf,
  pageKey,
  readPages,
  SLOTS,
  subtreesOf,
  type Below,
  type Leaf,
  type Page,
  type Slot,
  type StoredPage,
} from './map-pages.ts';
import type { LogRow, Reading, RowKey } from './reading.ts';
import { sha256 } from '../crypto/hash.ts';

export interface MapChange {
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** 1 .. 255 bytes. */
  readonly value: Uint8Array;
}

export interface MapUpdate {
  readonly root: Uint8Array;
  /** Pages to put. */
  readonly rows: readonly LogRow[];
  /** Pages that the new map does without; to be dropped when nobody asks for maps before it any more. */
  readonly superseded: readonly RowKey[];
}

/** The map of a new log, as the tree of `version` leaves ends with it. */
export const emptyMap = (version: number): MapUpdate => ({
  root: EMPTY_MAP,
  rows: [{ ...pageKey(version, ''), value: encodePage(EMPTY_PAGE) }],
  superseded: [],
});

/**
 * @param from version of the map that is changed
 * @param to version of the map that comes of it, greater
 * @param changes in order: of several for one key the last one stands
 * @throws RangeError by other lengths of keys or values; MiyuError 'store-damaged'
 */
export function* updateMap(from: number, to: number, changes: readonly MapChange[]): Reading<MapUpdate> {
  for (const { key, value } of changes) {
    if (key.length !== KEY_BYTES || value.length < 1 || value.length > MAX_VALUE_BYTES || to <= from) {
      throw new RangeError('a change that no map takes');
    }
  }
  const leaves = new Map<string, Leaf>(changes.map(({ key, value }) => [nibblesOf(key), leafOf(key, value)]));
  const stored = yield* readPages(
    from,
    [...leaves.values()].map(({ key }) => key),
  );
  const rows: LogRow[] = [];
  const superseded: RowKey[] = [];

  /** Writes the page at this path with the leaves put in. */
  const write = (path: string, old: StoredPage | undefined, put: readonly (readonly [string, Leaf])[]): Below => {
    if (old !== undefined) superseded.push(pageKey(old.version, path));
    const page: Slot[] = [...(old?.page ?? EMPTY_PAGE)];
    const bySlot = Map.groupBy(put, ([nibbles]) => Number.parseInt(nibbles.charAt(path.length), 16));
    for (const [at, group] of bySlot) {
      const below = path + at.toString(16);
      const slot = page[at];
      if (slot?.kind === 'page') {
        page[at] = write(below, stored.get(below), group);
        continue;
      }
      const here = slot === undefined ? [] : [[nibblesOf(slot.key), slot] as const];
      const all = [...new Map<string, Leaf>([...here, ...group])];
      page[at] = all.length === 1 ? all[0]![1] : write(below, undefined, all);
    }
    rows.push({ ...pageKey(to, path), value: encodePage(page) });
    return { kind: 'page', hash: subtreesOf(page)[1]?.hash ?? EMPTY_MAP, version: to };
  };

  const { hash } = write('', stored.get(''), [...leaves]);
  return { root: hash, rows, superseded };
}

/**
 * What the map of this version holds under each of these keys, without proofs; undefined: nothing.
 * @throws MiyuError 'store-damaged', also where its pages were dropped
 */
export function* readValues(version: number, keys: readonly Uint8Array[]): Reading<(Uint8Array | undefined)[]> {
  const pages = yield* readPages(version, keys);
  return keys.map((key) => {
    const path = nibblesOf(key);
    for (let nibble = 0; ; nibble += 1) {
      const slot = pages.get(path.slice(0, nibble))!.page[Number.parseInt(path.charAt(nibble), 16)];
      if (slot?.kind === 'page') continue;
      return slot !== undefined && equalBytes(slot.key, key) ? slot.value : undefined;
    }
  });
}

export interface ProvenValue {
  /** What stands under the key; undefined: nothing. */
  readonly value: Uint8Array | undefined;
  readonly proof: MapProof;
}

/** What the map of this version says about a key. @throws MiyuError 'store-damaged', also where its pages were dropped */
export function* proveKey(version: number, key: Uint8Array): Reading<ProvenValue> {
  const pages = yield* readPages(version, [key]);
  const path = nibblesOf(key);
  const siblings: (Uint8Array | undefined)[] = [];
  for (let nibble = 0; ; nibble += 1) {
    const { page } = pages.get(path.slice(0, nibble))!;
    const end = walk(page, key, siblings);
    if (end === 'below') continue;
    const own = end !== undefined && equalBytes(end.key, key) ? end : undefined;
    const other = end === own ? undefined : end;
    return {
      value: own?.value,
      proof: {
        depth: siblings.length,
        present: bitmap(siblings),
        siblings: siblings.filter((sibling) => sibling !== undefined),
        other: other === undefined ? undefined : { key: other.key, valueHash: sha256(other.value) },
      },
    };
  }
}

/** Down one page, and notes the siblings. @returns where the path ends: at a leaf, at nothing (undefined), or not here */
function walk(page: Page, key: Uint8Array, siblings: (Uint8Array | undefined)[]): Leaf | 'below' | undefined {
  const subtrees = subtreesOf(page);
  let at = 1;
  for (;;) {
    const subtree = subtrees[at];
    if (subtree === undefined) return undefined;
    if (subtree.only !== undefined) return subtree.only;
    if (at >= SLOTS) return 'below';
    const bit = bitOf(key, siblings.length);
    siblings.push(subtrees[2 * at + 1 - bit]?.hash);
    at = 2 * at + bit;
  }
}

function bitmap(siblings: readonly (Uint8Array | undefined)[]): Uint8Array {
  const bits = new Uint8Array(Math.ceil(siblings.length / 8));
  siblings.forEach((sibling, at) => {
    if (sibling !== undefined) bits[at >> 3] = bits[at >> 3]! | (0x80 >> (at & 7));
  });
  return bits;
}
