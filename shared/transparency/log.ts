/**
 * A server's log: tree and map that go on together. A batch is the statements of one commit, each a leaf, and behind them one leaf
 * with the root of the map that they left; heads are signed behind such a leaf and nowhere else. Everything comes back as rows, for the
 * transaction that also changes the directory.
 */
import { mapChanges } from './map-entries.ts';
import type { ChainState } from './chain.ts';
import { decodeMapEntry } from './map-entries.ts';
import type { LookupWithProof } from './proof-bytes.ts';
import { emptyMap, proveKey, updateMap, type MapUpdate } from './map-store.ts';
import type { LogRow, Reading, RowKey } from './reading.ts';
import { entryLeaf, mapLeaf } from './tree-hash.ts';
import { claimedRanges } from './tree-proof.ts';
import { appendLeaves, EMPTY_TIP, readRanges, rootOf, type Tip } from './tree-tiles.ts';

/** A log at a size at which a head may be signed. */
export interface LogState {
  readonly tip: Tip;
  readonly root: Uint8Array;
  readonly mapRoot: Uint8Array;
}

export interface LogStep {
  readonly log: LogState;
  /** To be put in the transaction of what the batch speaks of. */
  readonly rows: readonly LogRow[];
  /** Pages of the map before: to be dropped when no proof is asked for at a head of that size or a smaller one. */
  readonly superseded: readonly RowKey[];
}

/** A new log: one leaf, which says that its map is empty. */
export const beginLog = (): LogStep => finish(EMPTY_TIP, [], emptyMap(1));

/** One statement, as its chain took it. */
export interface Appended {
  /** undefined: the account is new. */
  readonly before: ChainState | undefined;
  readonly after: ChainState;
}

/**
 * The statements become the leaves `log.tip.size`, and so on.
 * @param server PeerId bytes
 * @param batch in order, ≥ 1; several of one account follow each other
 * @throws MiyuError 'store-damaged'; RangeError by an empty batch, or past MAX_TREE_SIZE
 */
export function* appendBatch(server: Uint8Array, log: LogState, batch: readonly Appended[]): Reading<LogStep> {
  if (batch.length === 0) throw new RangeError('an empty batch');
  const from = log.tip.size;
  const changes = batch.flatMap(({ before, after }, i) => mapChanges(server, before, after, from + i));
  const map = yield* updateMap(from, from + batch.length + 1, changes);
  const leaves = batch.map(({ after }) => entryLeaf(after.entry));
  return finish(log.tip, leaves, map);
}

function finish(before: Tip, leaves: readonly Uint8Array[], map: MapUpdate): LogStep {
  const { tip, rows } = appendLeaves(before, [...leaves, mapLeaf(map.root)]);
  return {
    log: { tip, root: rootOf(tip), mapRoot: map.root },
    rows: [...rows, ...map.rows],
    superseded: map.superseded,
  };
}

/** The hashes that go with a head. @param from size of the head that the asker has, 0 .. size */
export function* proveHead(size: number, from: number): Reading<Uint8Array[]> {
  return yield* readRanges(claimedRanges({ size, from, index: undefined }));
}

/**
 * What the log says of a key at a head of this size, with everything that the asker needs to believe it.
 * @param from size of the head that the asker has, 0 .. size
 * @throws MiyuError 'store-damaged', also where the map's pages of that size were dropped; RangeError by other sizes
 */
export function* proveLookup(size: number, from: number, key: Uint8Array): Reading<Omit<LookupWithProof, 'head'>> {
  const { value, proof } = yield* proveKey(size, key);
  const index = value === undefined ? undefined : decodeMapEntry(value)?.index;
  const hashes = yield* readRanges(claimedRanges({ size, from, index }));
  return { from, hashes, map: proof, value };
}
