/**
 * What every engine under the rendezvous server offers: tables of byte rows, and transactions that are on disk before they
 * are over. Features keep their rows behind it; they never see an engine.
 *
 * Transactions that name a common lock run one after another; the others may run side by side. A transaction sees its
 * own writes and those of every transaction that ended before it began. It is all or nothing, also across a power cut.
 */

/** A row that an engine can wait for or has at hand; `await` serves both, and costs little for the second. */
export type Maybe<T> = T | Promise<T>;

export const isPromise = <T>(value: Maybe<T>): value is Promise<T> => value instanceof Promise;

/** Goes on with what is waited for: in the same turn where it is at hand. */
export const whenRead = <T, U>(value: Maybe<T>, use: (value: T) => Maybe<U>): Maybe<U> =>
  isPromise(value) ? value.then(use) : use(value);

export interface Row {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
}

/** Bounds of a scan, over keys in byte order. */
export interface Scan {
  readonly gte?: Uint8Array;
  readonly gt?: Uint8Array;
  readonly lt?: Uint8Array;
  readonly lte?: Uint8Array;
  readonly reverse?: boolean;
  /** At most this many rows, 1 .. 10,000: a scan without a bound would be a memory without one. */
  readonly limit: number;
}

export interface StoreReader {
  get(table: TableName, key: Uint8Array): Maybe<Uint8Array | undefined>;
  scan(table: TableName, scan: Scan): Maybe<readonly Row[]>;
}

export interface StoreTransaction extends StoreReader {
  put(table: TableName, key: Uint8Array, value: Uint8Array): void;
  /** Like put, where the caller knows that no row is there: saves a read. */
  insert(table: TableName, key: Uint8Array, value: Uint8Array): void;
  delete(table: TableName, key: Uint8Array): void;
}

/** Of one transaction: those of a batch of registrations, five for each of 32 and the log's; room for a few more. */
export const MAX_LOCKS = 170;

/** What the background check found of one table. */
export interface TableReport {
  readonly table: TableName;
  readonly rows: number;
  /** Rows whose checksum is wrong, and whether count and digest match what the batches recorded. */
  readonly damagedRows: number;
  readonly countMatches: boolean;
  readonly digestMatches: boolean;
}

export interface Store extends StoreReader {
  /**
   * Runs `work` under its locks (1 .. MAX_LOCKS of them) and resolves with its result once every write is on disk.
   * Whatever `work` throws is thrown on, and nothing is written. `work` may run again after a serialisation failure, so
   * it must have no other effects.
   * @throws MiyuError 'storage-full' | 'store-failed' | 'store-damaged' | 'closed'
   */
  transact<T>(locks: readonly string[], work: (tx: StoreTransaction) => Maybe<T>): Promise<T>;
  /** Reads every row of every table, checks it, and reports; bounded memory. */
  check(signal?: AbortSignal): Promise<readonly TableReport[]>;
  /** Rows of a table by its recorded count: no scan. */
  count(table: TableName): Maybe<number>;
  /** False after a failed commit until the engine healed by itself. */
  healthy(): boolean;
  close(): Promise<void>;
}

/**
 * Every table of the server, in one place so that no two features share one. A key begins with fixed-width ids.
 *
 * accounts       account id → the account (statements, certificate, epoch, email)
 * names          case-folded name → account id
 * skeletons      look-alike skeleton of the name → account id
 * emails         normalised address → account id
 * tokens         SHA-256 of a registration token → who made it, until when
 * guests         account id → highest device epoch that a guest was seen with
 * prekeys        account id → current bundle
 * one-time       account id ‖ u32 → one-time prekey that was not handed out yet
 * addresses      account id → signed address record
 * grants         owner ‖ depositor ‖ scope → grant or revocation, whichever has the highest serial
 * requests       recipient ‖ sender → waiting friend request
 * blocks         owner ‖ blocked account → nothing
 * mailboxes      owner → next number, count, bytes, per-sender usage
 * mail           owner ‖ u64 → depositor, envelope, times
 * mentions       account ‖ kind ‖ owner → nothing: a grant (1) or request (2) of that owner's names the account
 * vaults         account id → registration record and version of a sealed vault; account id ‖ 1 → its bytes
 * guesses        u16 of a keyed hash of a name → sign-ins by password that did not succeed, and when the last was
 * log            the log itself: its id, size, roots, and the time that was signed last
 * log-tiles      hashes of the log's tree (shared/transparency/tree-tiles.ts)
 * map-pages      pages of its map (shared/transparency/map-pages.ts)
 * map-old        u64 number of a batch → pages of the map that the batch put others in the place of
 * held           kind ‖ hash of a name or its look-alike form that was let go → until when nobody may take it
 * server         the server's own rows (its PeerId, its statement, the last openings of the store, a hash of its login key)
 */
export const TABLES = [
  'accounts',
  'names',
  'skeletons',
  'emails',
  'tokens',
  'guests',
  'prekeys',
  'one-time',
  'addresses',
  'grants',
  'requests',
  'blocks',
  'mailboxes',
  'mail',
  'mentions',
  'vaults',
  'guesses',
  'log',
  'log-tiles',
  'map-pages',
  'map-old',
  'held',
  'server',
] as const;
export type TableName = (typeof TABLES)[number];
