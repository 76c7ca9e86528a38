/**
 * A store's rows on disk: LevelDB, the ledger that goes with every batch, and the anchor beside them. One batch at a time; what
 * waits meanwhile is group-commit.ts.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { MiyuError } from '../errors.ts';
import { failpoint } from '../failpoints.ts';
import { Anchor } from './anchor.ts';
import { checkTables, type Checked, type TableCheck } from './check-tables.ts';
import { Ledger } from './ledger.ts';
import { KnownRows } from './known-rows.ts';
import { storageError, type FullCode, type LevelHandle } from './level-handle.ts';
import { DIGEST_KEY_BYTES, RowHash, type RowHasher } from './multiset.ts';
import { openRows } from './open-rows.ts';
import { nameOf, type KeyRange, type RowCodec, type WriteOp } from './rows.ts';

export interface DurableRowsOptions {
  /** Tables are the first bytes of keys, 0 .. tables - 1. */
  readonly tables: number;
  readonly codec: RowCodec;
  /** Where the ledger lies; a key of one of the tables, which does not count it. */
  readonly ledgerKey: Buffer;
  /** Version of the rows' layouts; a store with a later one is refused. */
  readonly schema: number;
  /** What a row's hash is; left out: SHA-256 under a key that the store makes and keeps in the ledger's row. */
  readonly hasher?: RowHasher | undefined;
  readonly full: FullCode;
  readonly cacheBytes?: number | undefined;
}

/** A row of a batch: what becomes of it, and what was there; `unreadable` where the disk does not give it any more. */
interface BatchRow {
  readonly name: string;
  readonly key: Buffer;
  readonly value: Uint8Array | undefined;
  readonly hash: Uint8Array | undefined;
  readonly old: Uint8Array | undefined;
  readonly unreadable: boolean;
}

/** What a restating check found, for the next batch. */
interface Corrections {
  readonly tables: Checked['sound'];
  /** Missing batches that are answered for. */
  readonly lost: bigint;
}

const NOTHING_TO_CORRECT: Corrections = { tables: [], lost: 0n };

export class DurableRows {
  readonly #handle: LevelHandle;
  readonly #anchor: Anchor;
  readonly #options: DurableRowsOptions;
  readonly #hash: RowHasher;
  /** The store's own digest key, which stands before the ledger in its row; empty where the hasher is handed in. */
  readonly #ledgerPrefix: Uint8Array;
  readonly #known = new KnownRows();
  #ledger: Ledger;
  #anchorDue: NodeJS.Immediate | undefined;
  #lostAtOpen = 0n;
  /** Rows of the batch that failed, until the reopened database was seen without it. */
  #doubtful: readonly BatchRow[] = [];
  /** Of a check: what the next batch puts right in the ledger. */
  #corrections: Corrections = NOTHING_TO_CORRECT;

  private constructor(handle: LevelHandle, anchor: Anchor, options: DurableRowsOptions, digestKey: Uint8Array) {
    this.#handle = handle;
    this.#anchor = anchor;
    this.#options = options;
    this.#hash = options.hasher ?? new RowHash(digestKey);
    this.#ledgerPrefix = digestKey;
    this.#ledger = new Ledger(options.tables);
  }

  /**
   * Opens or creates `folder/rows` (LevelDB) and `folder/anchor`. The caller holds the folder's guard.
   * @throws MiyuError 'store-damaged' | 'store-newer' | 'store-failed' | 'profile-in-use' | the code for a full disk
   */
  static async open(folder: string, options: DurableRowsOptions): Promise<DurableRows> {
    let handle: LevelHandle | undefined;
    let anchor: Anchor | undefined;
    const keyBytes = options.hasher === undefined ? DIGEST_KEY_BYTES : 0;
    try {
      handle = await openRows(folder, options.full, options.cacheBytes);
      const opened = await Anchor.open(join(folder, 'anchor'));
      anchor = opened.anchor;
      const stored = handle.get(options.ledgerKey);
      if (stored === undefined) {
        // A store that has vanished must not pass for a new one.
        if (opened.batch !== 0n || !(await isEmpty(handle))) throw new MiyuError('store-damaged');
        const rows = new DurableRows(handle, anchor, options, randomBytes(keyBytes));
        await rows.#writeLedger(rows.#ledger.copy(), []);
        return rows;
      }
      const row = options.codec.decode(options.ledgerKey, stored);
      if (row === undefined) throw new MiyuError('store-damaged');
      const rows = new DurableRows(handle, anchor, options, Uint8Array.from(row.subarray(0, keyBytes)));
      rows.#ledger = Ledger.decode(row.subarray(keyBytes), options.tables, options.schema);
      if (opened.batch !== undefined && opened.batch > rows.batch) {
        const later = rows.#ledger.copy();
        rows.#lostAtOpen = opened.batch - later.batch;
        later.lost += rows.#lostAtOpen;
        later.batch = opened.batch;
        await rows.#writeLedger(later, []);
      }
      return rows;
    } catch (error) {
      anchor?.close();
      await handle?.close();
      throw storageError(error, options.full);
    }
  }

  /** Number of the newest batch. */
  get batch(): bigint {
    return this.#ledger.batch;
  }

  /** Batches that had been acknowledged and were missing when it was opened. */
  get lostAtOpen(): bigint {
    return this.#lostAtOpen;
  }

  /** Batches that had been acknowledged and were missing at an opening, this one or an earlier, and that nobody answered for yet. */
  get lostBatches(): bigint {
    return this.#ledger.lost;
  }

  count(table: number): number {
    return this.#ledger.count(table);
  }

  /** @throws MiyuError 'store-damaged' where it is not what was written, 'store-failed' */
  get(key: Uint8Array, name = nameOf(key)): Uint8Array | undefined {
    let known = this.#known.get(name);
    if (known === undefined) {
      known = { stored: this.#handle.get(key), hash: undefined };
      this.#known.set(name, known);
    }
    return known.stored === undefined ? undefined : this.open(key, known.stored);
  }

  /** The value of what was read from disk. @throws MiyuError 'store-damaged' */
  open(key: Uint8Array, stored: Uint8Array): Uint8Array {
    const value = this.#options.codec.decode(key, stored);
    if (value === undefined) throw new MiyuError('store-damaged');
    return value;
  }

  /** Rows of a range at the moment of the call, as they are stored. */
  scan(range: KeyRange): Promise<[Uint8Array, Uint8Array][]> {
    return this.#handle.rows(range);
  }

  /** Every key, in pages. */
  keys(): AsyncGenerator<Uint8Array[]> {
    return this.#handle.keys();
  }

  /**
   * One atomic batch with the last value of each key; on disk when the promise resolves. After a failure nothing may be
   * written until `reopen` has succeeded.
   */
  async write(ops: Iterable<readonly WriteOp[]>): Promise<void> {
    const ledger = this.#ledger.copy();
    const rows = this.#prepare(ops, ledger);
    const corrections = this.#corrections;
    if (rows.length === 0 && corrections === NOTHING_TO_CORRECT) return;
    for (const { table, found, recorded } of corrections.tables) ledger.correct(table, found, recorded);
    ledger.lost -= corrections.lost;
    this.#doubtful = rows;
    try {
      await this.#writeLedger(ledger, rows);
    } catch (error) {
      this.#known.clear();
      throw error;
    }
    this.#doubtful = [];
    if (this.#corrections === corrections) this.#corrections = NOTHING_TO_CORRECT;
    const keepsHash = this.#options.hasher === undefined;
    for (const { name, value, hash, old } of rows) {
      // What is only ever written once is not kept. The copy leaves the pool that a small Buffer is part of, and that a hash which is
      // a part of the row would hold on to.
      if (old === undefined || value === undefined) this.#known.delete(name);
      else this.#known.set(name, { stored: new Uint8Array(value), hash: keepsHash ? hash : undefined });
    }
  }

  #prepare(groups: Iterable<readonly WriteOp[]>, ledger: Ledger): BatchRow[] {
    const last = new Map<string, { readonly key: Buffer; value: Uint8Array | undefined; readonly fresh: boolean }>();
    for (const ops of groups) {
      for (const { name, key, value, fresh } of ops) {
        const before = last.get(name);
        if (before === undefined) last.set(name, { key, value, fresh });
        else before.value = value;
      }
    }
    const { codec } = this.#options;
    const rows: BatchRow[] = [];
    for (const [name, { key, value, fresh }] of last) {
      const table = key[0]!;
      const known = fresh ? undefined : this.#known.get(name);
      let old = known?.stored;
      let unreadable = false;
      try {
        if (!fresh && known === undefined) old = this.#handle.get(key);
      } catch (error) {
        // A damaged row may be written over: the digest stays wrong, and the check tells. Anything else is a failure.
        if (!(error instanceof MiyuError) || error.code !== 'store-damaged') throw error;
        unreadable = true;
      }
      if (old === undefined && value === undefined && !unreadable) continue;
      if (unreadable) ledger.subtractUnreadable(table);
      else if (old !== undefined) ledger.subtract(table, known?.hash ?? this.#hash.of(key, old));
      const stored = value === undefined ? undefined : codec.encode(key, value);
      const hash = stored === undefined ? undefined : this.#hash.of(key, stored);
      if (hash !== undefined) ledger.add(table, hash);
      rows.push({ name, key, value: stored, hash, old, unreadable });
    }
    return rows;
  }

  async #writeLedger(
    ledger: Ledger,
    rows: readonly { readonly key: Buffer; readonly value: Uint8Array | undefined }[],
  ): Promise<void> {
    ledger.batch += 1n;
    const { codec, ledgerKey, schema } = this.#options;
    const value = codec.encode(ledgerKey, Buffer.concat([this.#ledgerPrefix, ledger.encode(schema)]));
    await this.#handle.write([...rows, { key: ledgerKey, value }]);
    this.#ledger = ledger;
    // Behind whatever waits for the batch: nobody waits for the anchor.
    this.#anchorDue ??= setImmediate(() => this.#writeAnchor());
  }

  #writeAnchor(): void {
    clearImmediate(this.#anchorDue);
    this.#anchorDue = undefined;
    failpoint('anchor-before-write');
    this.#anchor.write(this.batch);
    failpoint('anchor-after-write');
  }

  /**
   * Opens the database anew after a failure. LevelDB's log may hold the failed batch after all (written, but not synced): its number
   * tells, and it is taken back, for its writers were told that it failed.
   * @throws MiyuError the code for a full disk | 'store-failed' | 'store-damaged' where acknowledged batches are missing
   */
  async reopen(): Promise<void> {
    await this.#handle.reopen();
    const { ledgerKey } = this.#options;
    const row = this.#handle.get(ledgerKey);
    const found = row === undefined ? undefined : this.#decodeLedger(this.open(ledgerKey, row));
    if (found === undefined || found.batch < this.batch) throw new MiyuError('store-damaged');
    if (found.batch > this.batch) {
      const ledger = this.#ledger.copy();
      ledger.batch = found.batch;
      const rows = this.#doubtful.filter((doubtful) => !doubtful.unreadable);
      await this.#writeLedger(
        ledger,
        rows.map(({ key, old }) => ({ key, value: old })),
      );
    }
    // Also what was read since then: it may be of the batch that was taken back.
    this.#known.clear();
    this.#doubtful = [];
  }

  #decodeLedger(row: Uint8Array): Ledger {
    const { tables, schema } = this.#options;
    return Ledger.decode(row.subarray(this.#ledgerPrefix.length), tables, schema);
  }

  /**
   * Reads every row of these tables and holds them against the ledger; bounded memory, yielding. Writes go on meanwhile.
   * @param restate the next batch takes count and digest of the tables all of whose rows can be read as they were found; where that is
   *   each of these tables, missing batches count as answered for
   * @throws MiyuError 'aborted' | 'store-failed' | 'store-damaged' where the ledger cannot be read
   */
  async check(tables: readonly number[], signal?: AbortSignal, restate = false): Promise<readonly TableCheck[]> {
    const { codec, ledgerKey, full } = this.#options;
    let snapshot;
    try {
      snapshot = this.#handle.snapshot();
      const stored = snapshot.get(ledgerKey);
      if (stored === undefined) throw new MiyuError('store-damaged');
      const recorded = this.#decodeLedger(this.open(ledgerKey, stored));
      const isUncounted = (key: Uint8Array): boolean => ledgerKey.equals(key);
      // A correction that is not written yet is to the record that is read here, and would be made twice.
      this.#corrections = NOTHING_TO_CORRECT;
      const { checks, sound } = await checkTables(snapshot, tables, recorded, {
        ...{ codec, hash: this.#hash, isUncounted, signal },
      });
      const wrong = sound.filter(({ table }) => !matches(checks[tables.indexOf(table)]));
      if (restate && wrong.length > 0) {
        this.#corrections = { tables: wrong, lost: sound.length === tables.length ? recorded.lost : 0n };
      }
      return checks;
    } catch (error) {
      throw storageError(error, full);
    } finally {
      await snapshot?.close();
    }
  }

  async close(): Promise<void> {
    await this.#handle.close();
    this.#writeAnchor();
    this.#anchor.close();
  }
}

async function isEmpty(handle: LevelHandle): Promise<boolean> {
  for await (const page of handle.keys()) return page.length === 0;
  return true;
}

const matches = (check: TableCheck | undefined): boolean => check?.countMatches === true && check.digestMatches;
