import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { concatBytes, equalBytes, fromHex, toHex } from '../../../shared/ids.ts';
import { bitOf, EMPTY_MAP, mapLeafHash, mapNodeHash } from '../../../shared/transparency/map-hash.ts';
import {
  decodePage,
  EMPTY_PAGE,
  encodePage,
  leafOf,
  pageKey,
  type Slot,
  type StoredPage,
} from '../../../shared/transparency/map-pages.ts';
import { mapRootBy, verifyMapProof, type MapProof } from '../../../shared/transparency/map-proof.ts';
import { emptyMap, proveKey, readValues, updateMap, type MapChange } from '../../../shared/transparency/map-store.ts';
import type { RowKey } from '../../../shared/transparency/reading.ts';
import { Rows } from '../../support/log-world.ts';

/** Root by the definition, over all that a map holds. */
function naiveRoot(entries: readonly MapChange[], depth = 0): Uint8Array {
  const [only] = entries;
  if (only === undefined) return EMPTY_MAP;
  if (entries.length === 1) return mapLeafHash(only.key, sha256(only.value));
  const side = (bit: 0 | 1): MapChange[] => entries.filter(({ key }) => bitOf(key, depth) === bit);
  return mapNodeHash(naiveRoot(side(0), depth + 1), naiveRoot(side(1), depth + 1));
}

class StoredMap {
  readonly rows = new Rows();
  readonly superseded: RowKey[] = [];
  readonly model = new Map<string, MapChange>();
  version = 1;
  root: Uint8Array;

  constructor() {
    const { root, rows } = emptyMap(1);
    this.root = root;
    this.rows.put(rows);
  }

  update(changes: readonly MapChange[]): void {
    const next = this.version + 1 + changes.length;
    const { root, rows, superseded } = this.rows.read(updateMap(this.version, next, changes));
    this.rows.put(rows);
    this.superseded.push(...superseded);
    for (const change of changes) this.model.set(toHex(change.key), change);
    [this.root, this.version] = [root, next];
  }

  prove = (key: Uint8Array, version = this.version) => this.rows.read(proveKey(version, key));
}

/** Keys that share long beginnings, so that paths are deep and end in every way. */
const key = fc
  .tuple(
    fc.array(fc.constantFrom(0x00, 0x01, 0x10, 0x80, 0xff), { minLength: 3, maxLength: 3 }),
    fc.constantFrom(0, 3, 4),
    fc.integer({ min: 0, max: 255 }),
  )
  .map(([head, at, byte]) => {
    const bytes = new Uint8Array(32);
    bytes.set(head);
    bytes[at] = byte;
    return bytes;
  });
const change = fc.record({ key, value: fc.uint8Array({ minLength: 1, maxLength: 255 }) });
const history = fc.array(fc.array(change, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 6 });

const flip = (bytes: Uint8Array, bit: number): Uint8Array => {
  const other = bytes.slice();
  other[(bit >> 3) % other.length] = other[(bit >> 3) % other.length]! ^ (1 << (bit & 7));
  return other;
};

/** Everything that a proof can be with one bit of it changed, or one part more or less. */
function mutants(proof: MapProof, bit: number): MapProof[] {
  const { depth, present, siblings, other } = proof;
  const extra = new Uint8Array(32).fill(1);
  return [
    { ...proof, depth: depth + 1 },
    { ...proof, depth: depth - 1 },
    { ...proof, siblings: [...siblings, extra] },
    { ...proof, siblings: [extra, ...siblings] },
    { ...proof, present: Uint8Array.of(...present, 0) },
    ...(siblings.length === 0
      ? []
      : [
          { ...proof, siblings: siblings.slice(1) },
          { ...proof, siblings: siblings.with(bit % siblings.length, flip(siblings[bit % siblings.length]!, bit)) },
          { ...proof, siblings: siblings.with(0, siblings[0]!.subarray(1)) },
          { ...proof, siblings: siblings.with(0, EMPTY_MAP) },
        ]),
    ...(present.length === 0 ? [] : [{ ...proof, present: flip(present, bit) }]),
    other === undefined
      ? { ...proof, other: { key: extra, valueHash: extra } }
      : { ...proof, other: { ...other, valueHash: flip(other.valueHash, bit) } },
    ...(other === undefined
      ? []
      : [
          { ...proof, other: undefined },
          { ...proof, other: { ...other, key: flip(other.key, bit) } },
          { ...proof, other: { ...other, key: other.key.subarray(1) } },
        ]),
  ];
}

describe('beside a map that knows everything', () => {
  test('the root is that of the definition, whatever the batches were', () => {
    fc.assert(
      fc.property(history, (batches) => {
        const map = new StoredMap();
        for (const batch of batches) {
          map.update(batch);
          expect(map.root).toEqual(naiveRoot([...map.model.values()]));
        }
        const again = new StoredMap();
        again.update([...map.model.values()]);
        expect(again.root).toEqual(map.root);
      }),
      { numRuns: 40 },
    );
  });

  test('every key is proven with its value, every other as absent, and nothing else verifies', () => {
    fc.assert(
      fc.property(history, fc.array(key, { maxLength: 10 }), fc.nat(), (batches, others, bit) => {
        const map = new StoredMap();
        for (const batch of batches) map.update(batch);
        const keys = [...[...map.model.values()].map((entry) => entry.key), ...others];
        expect(map.rows.read(readValues(map.version, keys))).toEqual(keys.map((it) => map.model.get(toHex(it))?.value));
        for (const asked of keys) {
          const { value, proof } = map.prove(asked);
          expect(value).toEqual(map.model.get(toHex(asked))?.value);
          expect(verifyMapProof(map.root, asked, value, proof)).toBe(true);
          const taken = mutants(proof, bit).filter((mutant) => verifyMapProof(map.root, asked, value, mutant));
          expect(taken).toEqual([]);
          expect(verifyMapProof(flip(map.root, bit), asked, value, proof)).toBe(false);
          // The other answer: absent where it is there, another value, some value where there is none.
          const lie = value === undefined ? Uint8Array.of(1) : undefined;
          expect(verifyMapProof(map.root, asked, lie, proof)).toBe(false);
          expect(verifyMapProof(map.root, asked, lie, { ...proof, other: undefined })).toBe(false);
          if (value !== undefined) expect(verifyMapProof(map.root, asked, flip(value, bit), proof)).toBe(false);
          // An empty place, or one neighbour, answers for all keys on whose path it is; a value for its own key alone.
          const answered = keys.filter((it) => !equalBytes(it, asked) && verifyMapProof(map.root, it, value, proof));
          expect(value === undefined ? answered.filter((it) => map.model.has(toHex(it))) : answered).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('maps of before are proven as they were, until their pages are dropped; then exactly the newest map is left', () => {
    fc.assert(
      fc.property(history, key, (batches, asked) => {
        const map = new StoredMap();
        const past: { version: number; root: Uint8Array; value: Uint8Array | undefined }[] = [];
        for (const batch of batches) {
          map.update(batch);
          past.push({ version: map.version, root: map.root, value: map.model.get(toHex(asked))?.value });
        }
        for (const { version, root, value } of past) {
          const proven = map.prove(asked, version);
          expect(proven.value).toEqual(value);
          expect(verifyMapProof(root, asked, value, proven.proof)).toBe(true);
        }
        map.rows.drop(map.superseded);
        const live = new Set<string>();
        const visit = (path: string, { version }: Pick<StoredPage, 'version'>): void => {
          const row = pageKey(version, path);
          live.add(Rows.name(row));
          decodePage(map.rows.stored.get(Rows.name(row))).forEach((slot, at) => {
            if (slot?.kind === 'page') visit(path + at.toString(16), slot);
          });
        };
        visit('', { version: map.version });
        expect([...map.rows.stored.keys()].sort()).toEqual([...live].sort());
        const now = map.prove(asked);
        expect(verifyMapProof(map.root, asked, map.model.get(toHex(asked))?.value, now.proof)).toBe(true);
        const first = past[0]!;
        if (past.length > 1) expect(() => map.prove(asked, first.version)).toThrow('store-damaged');
      }),
      { numRuns: 25 },
    );
  });
});

test('an empty map proves every key absent with nothing', () => {
  const map = new StoredMap();
  const { value, proof } = map.prove(new Uint8Array(32));
  expect(value).toBeUndefined();
  expect(proof).toEqual({ depth: 0, present: new Uint8Array(0), siblings: [], other: undefined });
  expect(verifyMapProof(EMPTY_MAP, new Uint8Array(32), undefined, proof)).toBe(true);
});

test('two keys that differ in their last bit are 256 levels deep', () => {
  const map = new StoredMap();
  const [a, b] = [new Uint8Array(32), new Uint8Array(32)];
  b[31] = 1;
  map.update([
    { key: a, value: Uint8Array.of(1) },
    { key: b, value: Uint8Array.of(2) },
  ]);
  const { value, proof } = map.prove(b);
  expect(value).toEqual(Uint8Array.of(2));
  expect(proof.depth).toBe(256);
  expect(proof.siblings).toHaveLength(1);
  expect(proof.present).toHaveLength(32);
  expect(verifyMapProof(map.root, b, value, proof)).toBe(true);
});

test('a root that was made by hand, leaves where they do not belong, says one thing about a key all the same', () => {
  // A leaf beside nothing, one level lower than it would stand: the proof of its presence is not taken.
  const leafKey = new Uint8Array(32);
  const value = Uint8Array.of(1);
  const root = mapNodeHash(mapLeafHash(leafKey, sha256(value)), EMPTY_MAP);
  const proof = { depth: 1, present: Uint8Array.of(0), siblings: [], other: undefined };
  expect(mapRootBy(leafKey, value, proof)).toBeUndefined();
  expect(verifyMapProof(root, leafKey, value, proof)).toBe(false);
  // Another key’s leaf that is not on the way does not show that a key is absent.
  const far = fromHex('80'.padEnd(64, '0'))!;
  const otherLeaf = { key: far, valueHash: sha256(value) };
  const sibling = new Uint8Array(32).fill(7);
  const lie = { depth: 1, present: Uint8Array.of(0x80), siblings: [sibling], other: otherLeaf };
  expect(mapRootBy(leafKey, undefined, lie)).toBeUndefined();
});

test('a page is stored as its format says, byte for byte', () => {
  const bytes = (length: number, byte: number): Uint8Array => new Uint8Array(length).fill(byte);
  const page: Slot[] = [...EMPTY_PAGE];
  page[0] = leafOf(bytes(32, 7), bytes(255, 8));
  page[5] = { kind: 'page', hash: bytes(32, 9), version: 2 ** 24 + 3 };
  page[15] = leafOf(bytes(32, 10), bytes(1, 11));
  const leaf = (key: Uint8Array, value: Uint8Array): Uint8Array[] => {
    return [key, mapLeafHash(key, sha256(value)), Uint8Array.of(value.length), value];
  };
  const row = concatBytes(
    // The leaves are the first and the last slot, the page is the sixth.
    fromHex('80010400')!,
    ...leaf(bytes(32, 7), bytes(255, 8)),
    ...[bytes(32, 9), fromHex('0000000001000003')!],
    ...leaf(bytes(32, 10), bytes(1, 11)),
  );
  expect(toHex(encodePage(page))).toBe(toHex(row));
  expect(decodePage(row)).toEqual(page);
  expect(toHex(encodePage(EMPTY_PAGE))).toBe('00000000');
  expect(toHex(pageKey(2 ** 24 + 3, '').key)).toBe('000000000100000300');
  expect(toHex(pageKey(7, 'abc').key)).toBe('000000000000000703abc0');
});

test('what no map takes is refused; a page that is missing or cut is damage', () => {
  const map = new StoredMap();
  const value = Uint8Array.of(1);
  for (const bad of [
    { key: new Uint8Array(31), value },
    { key: new Uint8Array(32), value: new Uint8Array(0) },
    { key: new Uint8Array(32), value: new Uint8Array(256) },
  ]) {
    expect(() => map.update([bad])).toThrow(RangeError);
  }
  expect(() => map.rows.read(updateMap(5, 5, [{ key: new Uint8Array(32), value }]))).toThrow(RangeError);
  map.update([{ key: new Uint8Array(32), value }]);
  const [name, row] = [...map.rows.stored].at(-1)!;
  for (const damaged of [row.subarray(0, 3), row.subarray(0, -1), Uint8Array.of(...row, 0)]) {
    map.rows.stored.set(name, damaged);
    expect(() => map.prove(new Uint8Array(32))).toThrow('store-damaged');
  }
  map.rows.stored.delete(name);
  expect(() => map.prove(new Uint8Array(32))).toThrow('store-damaged');
});
