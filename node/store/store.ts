/** A peer's store: sealed rows in one LevelDB, group-committed, with the change feed. */
import { join } from 'node:path';
import { hkdfSha256 } from '../../shared/crypto/hash.ts';
import { systemRandom, type Random } from '../../shared/crypto/random.ts';
import { isMiyuError, MiyuError } from '../../shared/errors.ts';
import { guardFolder } from '../../shared/storage/folder-guard.ts';
import { GroupCommit, type CommitOptions } from '../../shared/storage/group-commit.ts';
import { writeOp, type RowCodec, type WriteOp } from '../../shared/storage/rows.ts';
import { DERIVE } from '../../shared/wire/contexts.ts';
import { Feed } from './feed.ts';
import {
  NO_ID,
  PEER_TABLES,
  type FeedEvent,
  type Op,
  type PeerRow,
  type PeerStore,
  type PeerTable,
  type PeerTableReport,
} from './peer-store.ts';
import { RowIndex } from './row-index.ts';
import { SCHEMA, sealedRows, tagAsHash } from './sealed-rows.ts';
import { GROUP_BYTES, KEY_BYTES, keyIn, Places, TABLE_BYTES, TABLE_COUNT, type Group } from './tables.ts';

const STORE_KEY_BYTES = 32;
const MAX_SCAN_ROWS = 10_000;
/** Damaged rows deleted in one batch. */
const MAX_TAKEN_OUT = 1_000;
const LAST_SEQUENCE = 2n ** 64n - 1n;

export interface PeerStoreOptions {
  readonly random?: Random;
  /** Wait before the first attempt to heal after a failed write, milliseconds. */
  readonly firstRetryMs?: number;
  /** Told of a listener of events that threw. */
  readonly onListenerError?: (error: unknown) => void;
  /** Told of a row that could not be read, each time. Must not throw. */
  readonly onDamage?: (table: PeerTable) => void;
}

export interface OpenedPeerStore extends PeerStore {
  /** Tables whose rows were not as many as recorded when the store was opened; only an opening after a crash counts them. */
  damagedAtOpen(): readonly PeerTable[];
}

/**
 * Opens the store in this folder, or makes a new one.
 * @param storeKey 32 random bytes, kept in the vault
 * @throws MiyuError 'profile-in-use' | 'folder-unwritable' | 'store-damaged' (also for a wrong key) | 'store-newer' | 'disk-full' |
 *   'store-failed'
 */
export async function openPeerStore(
  folder: string,
  storeKey: Uint8Array,
  options: PeerStoreOptions = {},
): Promise<OpenedPeerStore> {
  if (storeKey.length !== STORE_KEY_BYTES) throw new MiyuError('key-invalid');
  const derive = (info: string): Uint8Array => hkdfSha256(storeKey, NO_ID, info, STORE_KEY_BYTES);
  const places = new Places(derive(DERIVE.storeBlind));
  const ledgerKey = places.ledgerKey();
  const codec = sealedRows(derive(DERIVE.storeRow), options.random ?? systemRandom, ledgerKey);
  const indexFile = join(folder, 'index');
  const guard = await guardFolder(folder);
  let commits: GroupCommit | undefined;
  try {
    commits = await GroupCommit.open(folder, {
      tables: TABLE_COUNT,
      codec,
      ledgerKey,
      schema: SCHEMA,
      hasher: tagAsHash,
      full: 'disk-full',
      firstRetryMs: options.firstRetryMs,
    });
    const { index, damaged } = await readIndex(commits, codec, indexFile, ledgerKey);
    const newest = index.group(places.group('feed', NO_ID).name)?.last ?? 0n;
    const feed = new Feed(newest, commits.rows.lostAtOpen > 0n, options.onListenerError ?? (() => undefined));
    const end = (batch: bigint): Promise<void> =>
      // Where it cannot be kept, the next opening reads the keys.
      index
        .save(indexFile, codec, batch)
        .catch(() => undefined)
        .finally(() => guard.release());
    return new SealedStore(commits, places, index, feed, { damaged, end, onDamage: options.onDamage });
  } catch (error) {
    await commits?.close();
    await guard.release();
    throw error;
  }
}

async function readIndex(
  commits: GroupCommit,
  codec: RowCodec,
  file: string,
  ledgerKey: Buffer,
): Promise<{ index: RowIndex; damaged: PeerTable[] }> {
  const { rows } = commits;
  const kept = await RowIndex.load(file, codec, rows.batch);
  if (kept !== undefined) return { index: kept, damaged: [] };
  const { index, foreign } = await RowIndex.ofKeys(rows.keys(), ledgerKey);
  const counts = index.counts();
  const damaged = PEER_TABLES.filter((table) => {
    const byte = TABLE_BYTES[table];
    return counts[byte] !== BigInt(rows.count(byte)) || (table === 'meta' && (foreign > 0 || rows.lostBatches > 0n));
  });
  return { index, damaged };
}

class SealedStore implements OpenedPeerStore {
  readonly #commits: GroupCommit;
  readonly #places: Places;
  readonly #index: RowIndex;
  readonly #feed: Feed;
  readonly #feedGroup: Group;
  readonly #damaged: readonly PeerTable[];
  readonly #end: (batch: bigint) => Promise<void>;
  readonly #onDamage: ((table: PeerTable) => void) | undefined;
  #closing: Promise<void> | undefined;

  constructor(
    commits: GroupCommit,
    places: Places,
    index: RowIndex,
    feed: Feed,
    options: {
      readonly damaged: readonly PeerTable[];
      readonly end: (batch: bigint) => Promise<void>;
      readonly onDamage: ((table: PeerTable) => void) | undefined;
    },
  ) {
    this.#commits = commits;
    this.#places = places;
    this.#index = index;
    this.#feed = feed;
    this.#feedGroup = places.group('feed', NO_ID);
    this.#damaged = options.damaged;
    this.#end = options.end;
    this.#onDamage = options.onDamage;
  }

  #assertOpen(): void {
    if (this.#closing !== undefined) throw new MiyuError('closed');
  }

  get(table: PeerTable, id: Uint8Array, seq: bigint): Uint8Array | undefined {
    this.#assertOpen();
    const group = this.#places.group(table, id);
    return this.#index.group(group.name)?.has(seq) === true ? this.#read(group, seq) : undefined;
  }

  /** A row that the index knows. */
  #read(group: Pick<Group, 'prefix'>, seq: bigint): Uint8Array {
    const op = writeOp(keyIn(group, seq), undefined);
    const pending = this.#commits.pending(op.name);
    try {
      const value = pending === undefined ? this.#commits.durable(op.key, op.name) : pending.value;
      if (value === undefined) throw new MiyuError('store-damaged');
      return value;
    } catch (error) {
      const table = PEER_TABLES.find((each) => TABLE_BYTES[each] === group.prefix[0]);
      if (isMiyuError(error, 'store-damaged') && table !== undefined) this.#onDamage?.(table);
      throw error;
    }
  }

  sequences(table: PeerTable, id: Uint8Array, options: Parameters<PeerStore['scan']>[2]): readonly bigint[] {
    const { from = 0n, to = LAST_SEQUENCE, reverse = false, limit } = options;
    this.#assertOpen();
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_SCAN_ROWS) throw new RangeError(`${limit} sequences`);
    const sequences: bigint[] = [];
    for (const seq of this.#index.group(this.#places.group(table, id).name)?.between(from, to, reverse) ?? []) {
      sequences.push(seq);
      if (sequences.length >= limit) break;
    }
    return sequences;
  }

  async takeOut(tables: readonly PeerTable[]): Promise<ReadonlyMap<PeerTable, number>> {
    this.#assertOpen();
    const found = new Map<PeerTable, number>();
    for (const table of tables) {
      for (const name of this.#index.groupsOf(TABLE_BYTES[table])) {
        const prefix = Buffer.from(name, 'latin1');
        const broken = this.#unreadable(prefix, name);
        if (broken.length === 0) continue;
        found.set(table, (found.get(table) ?? 0) + broken.length);
        for (let at = 0; at < broken.length; at += MAX_TAKEN_OUT) {
          const step = broken.slice(at, at + MAX_TAKEN_OUT);
          // The newest of the feed stays, and says nothing: its cursor must not be given again.
          const last = name === this.#feedGroup.name ? this.#index.group(name)?.last : undefined;
          const gone = step.filter((seq) => seq !== last && this.#index.delete(name, seq));
          const onFailed = (): void => {
            for (const seq of gone) this.#index.add(name, seq);
          };
          const writes = step.map((seq) => writeOp(keyIn({ prefix }, seq), seq === last ? NO_ID : undefined));
          await this.#commits.commit(writes, { onFailed });
        }
      }
    }
    return found;
  }

  async takeOutStrays(tables: readonly PeerTable[]): Promise<ReadonlyMap<PeerTable, number>> {
    this.#assertOpen();
    const found = new Map<PeerTable, number>();
    for await (const page of this.#commits.rows.keys()) {
      // In the turn in which they are deleted: what is written or deleted meanwhile is in the index first.
      const strays: WriteOp[] = [];
      for (const key of page) {
        const table = tables.find((each) => TABLE_BYTES[each] === key[0]);
        const op = writeOp(Buffer.from(key), undefined);
        if (table === undefined || !this.#isStray(op)) continue;
        found.set(table, (found.get(table) ?? 0) + 1);
        strays.push(op);
      }
      if (strays.length > 0) await this.#commits.commit(strays);
    }
    return found;
  }

  #isStray({ key, name }: WriteOp): boolean {
    if (this.#places.ledgerKey().equals(key) || this.#commits.pending(name) !== undefined) return false;
    const isPlace = key.length === KEY_BYTES;
    if (isPlace && this.#index.group(name.slice(0, GROUP_BYTES))?.has(key.readBigUInt64BE(GROUP_BYTES)) === true)
      return false;
    try {
      // Deleted since the page was read.
      return this.#commits.durable(key, name) !== undefined;
    } catch (error) {
      if (!isMiyuError(error, 'store-damaged')) throw error;
      return true;
    }
  }

  #unreadable(prefix: Buffer, name: string): bigint[] {
    const broken: bigint[] = [];
    for (const seq of this.#index.group(name)?.between(0n, LAST_SEQUENCE, false) ?? []) {
      try {
        this.#read({ prefix }, seq);
      } catch (error) {
        if (!isMiyuError(error, 'store-damaged')) throw error;
        broken.push(seq);
      }
    }
    return broken;
  }

  scan(
    table: PeerTable,
    id: Uint8Array,
    options: { readonly from?: bigint; readonly to?: bigint; readonly reverse?: boolean; readonly limit: number },
  ): readonly PeerRow[] {
    const { from = 0n, to = LAST_SEQUENCE, reverse = false, limit } = options;
    this.#assertOpen();
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_SCAN_ROWS) throw new RangeError(`a scan of ${limit} rows`);
    const group = this.#places.group(table, id);
    const rows: PeerRow[] = [];
    for (const seq of this.#index.group(group.name)?.between(from, to, reverse) ?? []) {
      rows.push({ seq, value: this.#read(group, seq) });
      if (rows.length >= limit) break;
    }
    return rows;
  }

  commit(ops: readonly Op[], options?: CommitOptions): Promise<void> {
    const writes: WriteOp[] = [];
    const events: FeedEvent[] = [];
    /** What each write did to the index: the row came (true) or went (false). */
    const changes: (readonly [string, bigint, boolean])[] = [];
    const put = (group: Group, seq: bigint, value: Uint8Array): void => {
      const key = keyIn(group, seq);
      const fresh = this.#index.add(group.name, seq);
      if (fresh) changes.push([group.name, seq, true]);
      writes.push(writeOp(key, value, fresh));
    };
    const remove = (group: Group, seq: bigint): void => {
      if (!this.#index.delete(group.name, seq)) return;
      changes.push([group.name, seq, false]);
      writes.push(writeOp(keyIn(group, seq), undefined));
    };
    const undo = (): void => {
      for (const [group, seq, came] of changes.toReversed()) {
        if (came) this.#index.delete(group, seq);
        else this.#index.add(group, seq);
      }
      this.#feed.takeBack(events);
    };

    try {
      for (const op of ops) {
        switch (op.op) {
          case 'put':
          case 'insert':
            put(this.#places.group(op.table, op.id), op.seq, op.value);
            break;
          case 'delete':
            remove(this.#places.group(op.table, op.id), op.seq);
            break;
          case 'event': {
            const cursor = this.#feed.next();
            events.push({ cursor, value: op.value, subject: op.subject });
            put(this.#feedGroup, cursor, op.value);
            const kept = this.#index.group(this.#feedGroup.name);
            for (const old of this.#feed.outdated(kept, cursor)) remove(this.#feedGroup, old);
            break;
          }
        }
      }
    } catch (error) {
      undo();
      throw error;
    }
    const onDurable = (): void => this.#feed.publish(events);
    return this.#commits.commit(writes, { onDurable, onFailed: undo }, options);
  }

  cursor(): bigint {
    return this.#feed.durable;
  }

  since(cursor: bigint, limit: number): readonly FeedEvent[] | 'snapshot-required' {
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_SCAN_ROWS) throw new RangeError(`${limit} events`);
    this.#assertOpen();
    const cursors = this.#feed.after(this.#index.group(this.#feedGroup.name), cursor, limit);
    if (cursors === undefined) return 'snapshot-required';
    try {
      return cursors.map((next) => ({ cursor: next, value: this.#read(this.#feedGroup, next) }));
    } catch (error) {
      // As good as no longer kept.
      if (isMiyuError(error, 'store-damaged')) return 'snapshot-required';
      throw error;
    }
  }

  onEvents(listener: (events: readonly FeedEvent[]) => void): () => void {
    return this.#feed.listen(listener);
  }

  healthy(): boolean {
    return this.#commits.healthy;
  }

  async check(signal?: AbortSignal, options: { readonly restate?: boolean } = {}): Promise<readonly PeerTableReport[]> {
    const found = await this.#commits.check(
      PEER_TABLES.map((table) => TABLE_BYTES[table]),
      signal,
      options.restate,
    );
    return found.map((report, at) => ({ table: PEER_TABLES[at]!, ...report }));
  }

  damagedAtOpen(): readonly PeerTable[] {
    return this.#damaged;
  }

  lostBatches(): bigint {
    return this.#commits.rows.lostBatches;
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#commits.close().finally(() => {
      this.#feed.tell();
      return this.#end(this.#commits.rows.batch);
    }));
  }
}
