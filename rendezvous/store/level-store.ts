/**
 * The default engine: one LevelDB in the server's folder. Transactions are single-threaded work over what is on disk and what
 * waits for it; their locks end when their writes wait, their promises when those are on disk.
 *
 * On disk a row is: table u8 ‖ key → value ‖ CRC-32 (u32 BE) of table ‖ key ‖ value.
 */
import { crc32 } from 'node:zlib';
import { MiyuError } from '../../shared/errors.ts';
import { guardFolder } from '../../shared/storage/folder-guard.ts';
import { GroupCommit } from '../../shared/storage/group-commit.ts';
import type { KeyRange, RowCodec, WriteOp } from '../../shared/storage/rows.ts';
import { writeOp } from '../../shared/storage/rows.ts';
import { Locks } from './locks.ts';
import { isPromise, MAX_LOCKS, type Maybe } from './store.ts';
import type { Row, Scan, Store, StoreTransaction, TableName, TableReport } from './store.ts';

/** First bytes of keys; a number is never used again. 0 is the store's own. */
const TABLE_BYTES: Readonly<Record<TableName, number>> = {
  accounts: 1,
  names: 2,
  skeletons: 3,
  emails: 4,
  tokens: 5,
  guests: 6,
  prekeys: 7,
  'one-time': 8,
  addresses: 9,
  grants: 10,
  requests: 11,
  blocks: 12,
  mailboxes: 13,
  mail: 14,
  server: 15,
  mentions: 16,
  vaults: 17,
  guesses: 18,
  log: 24,
  'log-tiles': 25,
  'map-pages': 26,
  'map-old': 27,
  held: 19,
};
const TABLE_COUNT = 1 + Math.max(...Object.values(TABLE_BYTES));
const LEDGER_KEY = Buffer.from([0]);
/** Version of the layout above and of the features' rows. */
const SCHEMA = 1;
const CHECKSUM_BYTES = 4;
/** Uncompressed blocks of table files kept in memory: the rows of some ten thousand active accounts. */
const CACHE_BYTES = 32 * 1024 * 1024;
const MAX_SCAN_ROWS = 10_000;

const codec: RowCodec = {
  encode(key, value) {
    const stored = Buffer.allocUnsafe(value.length + CHECKSUM_BYTES);
    stored.set(value);
    stored.writeUInt32BE(crc32(value, crc32(key)), value.length);
    return stored;
  },
  decode(key, stored) {
    const length = stored.length - CHECKSUM_BYTES;
    if (length < 0) return undefined;
    const value = stored.subarray(0, length);
    const checksum = new DataView(stored.buffer, stored.byteOffset + length, CHECKSUM_BYTES).getUint32(0);
    return checksum === crc32(value, crc32(key)) ? value : undefined;
  },
};

function keyOf(table: TableName, key: Uint8Array): Buffer {
  const whole = Buffer.allocUnsafe(1 + key.length);
  whole[0] = TABLE_BYTES[table];
  whole.set(key, 1);
  return whole;
}

/** @throws RangeError for a limit out of bounds: a defect of the caller */
function rangeOf(table: TableName, scan: Scan): KeyRange {
  if (!Number.isInteger(scan.limit) || scan.limit < 1 || scan.limit > MAX_SCAN_ROWS) {
    throw new RangeError(`a scan of ${scan.limit} rows`);
  }
  const lower = scan.gte ?? scan.gt;
  const upper = scan.lte ?? scan.lt;
  return {
    lower: lower === undefined ? Buffer.from([TABLE_BYTES[table]]) : keyOf(table, lower),
    lowerOpen: scan.gte === undefined && scan.gt !== undefined,
    upper: upper === undefined ? Buffer.from([TABLE_BYTES[table] + 1]) : keyOf(table, upper),
    upperOpen: scan.lte === undefined,
    reverse: scan.reverse ?? false,
    limit: scan.limit,
  };
}

const rowsOf = (stored: readonly Row[]): Row[] => stored.map(({ key, value }) => ({ key: key.subarray(1), value }));

class LevelTransaction implements StoreTransaction {
  readonly #commits: GroupCommit;
  readonly #generation: number;
  readonly #writes = new Map<string, WriteOp>();
  #sawPending = false;
  #ended = false;

  constructor(commits: GroupCommit) {
    this.#commits = commits;
    this.#generation = commits.generation;
  }

  get(table: TableName, key: Uint8Array): Uint8Array | undefined {
    const { key: whole, name } = writeOp(keyOf(table, key), undefined);
    const own = this.#writes.get(name);
    if (own !== undefined) return own.value;
    const pending = this.#commits.pending(name);
    if (pending === undefined) return this.#commits.durable(whole, name);
    this.#sawPending = true;
    return pending.value;
  }

  async scan(table: TableName, scan: Scan): Promise<readonly Row[]> {
    const { rows, sawPending } = await this.#commits.scan(rangeOf(table, scan), this.#writes);
    this.#sawPending ||= sawPending;
    return rowsOf(rows);
  }

  put(table: TableName, key: Uint8Array, value: Uint8Array): void {
    this.#write(writeOp(keyOf(table, key), value));
  }

  insert(table: TableName, key: Uint8Array, value: Uint8Array): void {
    this.#write(writeOp(keyOf(table, key), value, true));
  }

  delete(table: TableName, key: Uint8Array): void {
    this.#write(writeOp(keyOf(table, key), undefined));
  }

  #write(op: WriteOp): void {
    if (this.#ended) throw new Error('a write after the end of its transaction');
    this.#writes.set(op.name, op);
  }

  /** Lets the writes wait for the disk. @returns when they are there, and with them everything that the work has read */
  end(): Promise<void> | undefined {
    this.#ended = true;
    if (this.#writes.size === 0 && !this.#sawPending) return undefined;
    if (this.#sawPending && this.#generation !== this.#commits.generation) {
      // What it has read was never written: the batch failed while this transaction was at work.
      return Promise.reject(new MiyuError('store-failed', { retryAfterMs: 250 }));
    }
    return this.#commits.commit([...this.#writes.values()]);
  }

  abandon(): void {
    this.#ended = true;
  }
}

export interface LevelStoreOptions {
  /** Wait before the first attempt to heal after a failed write, milliseconds. */
  readonly firstRetryMs?: number;
}

export interface LevelStore extends Store {
  /** Batches that had been acknowledged and were missing at an opening, this one or an earlier: 0 in a sound store. */
  lostBatches(): bigint;
}

/**
 * Opens the store in this folder, or makes a new one.
 * @throws MiyuError 'profile-in-use' | 'folder-unwritable' | 'store-newer' | 'store-damaged' | 'storage-full' | 'store-failed'
 */
export async function openLevelStore(folder: string, options: LevelStoreOptions = {}): Promise<LevelStore> {
  const guard = await guardFolder(folder);
  try {
    const commits = await GroupCommit.open(folder, {
      tables: TABLE_COUNT,
      codec,
      ledgerKey: LEDGER_KEY,
      schema: SCHEMA,
      full: 'storage-full',
      cacheBytes: CACHE_BYTES,
      firstRetryMs: options.firstRetryMs,
    });
    return levelStore(commits, () => guard.release());
  } catch (error) {
    await guard.release();
    throw error;
  }
}

function levelStore(commits: GroupCommit, release: () => Promise<void>): LevelStore {
  const locks = new Locks();
  let closed: Promise<void> | undefined;

  async function transact<T>(names: readonly string[], work: (tx: StoreTransaction) => Maybe<T>): Promise<T> {
    if (names.length < 1 || names.length > MAX_LOCKS) throw new RangeError(`a transaction with ${names.length} locks`);
    if (closed !== undefined) throw new MiyuError('closed');
    const room = commits.room();
    if (room !== undefined) await room;
    const ticket = locks.acquire(names);
    let result: T;
    let durable: Promise<void> | undefined;
    try {
      if (ticket.turn !== undefined) await ticket.turn;
      const tx = new LevelTransaction(commits);
      try {
        const outcome = work(tx);
        result = isPromise(outcome) ? await outcome : outcome;
        durable = tx.end();
      } finally {
        tx.abandon();
      }
    } finally {
      ticket.release();
    }
    if (durable !== undefined) await durable;
    return result;
  }

  async function check(signal?: AbortSignal): Promise<readonly TableReport[]> {
    const tables = Object.entries(TABLE_BYTES) as [TableName, number][];
    const found = await commits.check(
      tables.map(([, byte]) => byte),
      signal,
    );
    return found.map((report, at) => ({ table: tables[at]![0], ...report }));
  }

  return {
    get: (table, key) => commits.durable(keyOf(table, key)),
    scan: async (table, scan) => rowsOf(await commits.scanDurable(rangeOf(table, scan))),
    transact,
    check,
    count: (table) => commits.rows.count(TABLE_BYTES[table]),
    healthy: () => commits.healthy,
    lostBatches: () => commits.rows.lostBatches,
    close: () => (closed ??= commits.close().finally(release)),
  };
}
