/**
 * The peer's own store as the flows see it: sealed rows, one atomic and durable batch per flow, and the change feed.
 * A row's place is (table, id, sequence): the id is blinded, the value sealed, so the disk shows neither names nor ids.
 */

/**
 * Every table of a peer. The id is what groups rows; NO_ID where a table has one group.
 *
 * profile    NO_ID, n → one row per kind of own state (numbered in node/core/rows.ts)
 * contacts   NO_ID, contact index → contact with relation, home, grants, counters
 * sessions   friend's account, slot → ratchet session
 * prekeys    NO_ID, prekey id → own prekey secrets; `last-resort` and `signed-prekeys` likewise
 * seen-first NO_ID, n → fingerprint of an accepted first message and until when it is remembered
 * outbox     friend's account, number → content that is not delivered yet, with its envelope
 * held       friend's account ‖ u64 epoch, number → content that waits for an earlier one
 * history    friend's account, position → what the chat shows
 * paths      friend's account, number → by which path it and those behind it went
 * heads      server's PeerId, 0 → head of its log; account, 1 → where the account stood in it
 * alarms     NO_ID, n → what a server's log has shown, and what the person has decided
 * requests   NO_ID, n → friend request that waits for this person's answer
 * feed, meta the store's own
 */
export const PEER_TABLES = [
  'profile',
  'contacts',
  'sessions',
  'prekeys',
  'signed-prekeys',
  'last-resort',
  'seen-first',
  'outbox',
  'held',
  'history',
  'paths',
  'heads',
  'alarms',
  'requests',
  'feed',
  'meta',
] as const;
export type PeerTable = (typeof PEER_TABLES)[number];

/** The id of tables that have one group. */
export const NO_ID = new Uint8Array(0);

export type Op =
  /** Writes over what may be there. */
  | {
      readonly op: 'put';
      readonly table: PeerTable;
      readonly id: Uint8Array;
      readonly seq: bigint;
      readonly value: Uint8Array;
    }
  /** Like put, where the caller knows that nothing is there: saves a read. */
  | {
      readonly op: 'insert';
      readonly table: PeerTable;
      readonly id: Uint8Array;
      readonly seq: bigint;
      readonly value: Uint8Array;
    }
  | { readonly op: 'delete'; readonly table: PeerTable; readonly id: Uint8Array; readonly seq: bigint }
  /** Appends to the change feed. `subject` goes to the listeners as it is, and not to the disk: what the event is about, at hand. */
  | { readonly op: 'event'; readonly value: Uint8Array; readonly subject?: unknown };

export interface PeerRow {
  readonly seq: bigint;
  readonly value: Uint8Array;
}

export interface FeedEvent {
  readonly cursor: bigint;
  readonly value: Uint8Array;
  /** As the writer gave it; only where a listener is told, not where the event was read back. */
  readonly subject?: unknown;
}

export interface PeerStore {
  /** Sees what was committed and what waits to be. @throws MiyuError 'store-damaged' where a row does not open. */
  get(table: PeerTable, id: Uint8Array, seq: bigint): Uint8Array | undefined;
  /** Rows of one group by sequence, bounds inclusive; limit 1 .. 10,000. */
  scan(
    table: PeerTable,
    id: Uint8Array,
    options: { readonly from?: bigint; readonly to?: bigint; readonly reverse?: boolean; readonly limit: number },
  ): readonly PeerRow[];
  /** Sequences of the rows that should be there, whether they can be read or not; bounds as in `scan`. */
  sequences(
    table: PeerTable,
    id: Uint8Array,
    options: { readonly from?: bigint; readonly to?: bigint; readonly reverse?: boolean; readonly limit: number },
  ): readonly bigint[];
  /**
   * One atomic batch. Visible to `get` and `scan` at once, on disk when the promise resolves; batches become durable in
   * the order of the calls. @throws MiyuError 'disk-full' | 'store-failed' | 'closed' (rejects; nothing of it is kept, nor of
   * any later batch that was queued behind it).
   * `lazy`: nobody waits for it, so that it may share the sync of what is committed within the next milliseconds.
   */
  commit(ops: readonly Op[], options?: { readonly lazy?: boolean | undefined }): Promise<void>;
  /** Cursor of the newest durable event, 0 before the first. */
  cursor(): bigint;
  /** Durable events after a cursor, oldest first, at most `limit`; or the news that they are no longer kept. */
  since(cursor: bigint, limit: number): readonly FeedEvent[] | 'snapshot-required';
  /**
   * Called with the events that become durable from now on, in order, soon after their batch is on disk: behind what waits for the
   * batch itself. Returns the function that ends it.
   */
  onEvents(listener: (events: readonly FeedEvent[]) => void): () => void;
  healthy(): boolean;
  /**
   * Reads and opens every row; counts and digests against what the batches recorded. `restate`: where all rows of a table can be read,
   * the next batch takes its count and digest anew; where all tables can be read, `lostBatches` begins anew as well. For a caller that has
   * repaired what it could, and has noted on disk what was found.
   */
  check(signal?: AbortSignal, options?: { readonly restate?: boolean }): Promise<readonly PeerTableReport[]>;
  /** Batches that had been acknowledged and were missing at an opening, until a restating check: 0 in a sound store. */
  lostBatches(): bigint;
  /** Deletes the rows of these tables that cannot be read. Resolves, on disk, with how many there were of each that had some. */
  takeOut(tables: readonly PeerTable[]): Promise<ReadonlyMap<PeerTable, number>>;
  /**
   * Deletes what lies in these tables under keys that are no row's (a bit of a key flipped), which nobody would ever read or write over.
   * Resolves, on disk, with how many there were of each that had some.
   */
  takeOutStrays(tables: readonly PeerTable[]): Promise<ReadonlyMap<PeerTable, number>>;
  close(): Promise<void>;
}

export interface PeerTableReport {
  readonly table: PeerTable;
  readonly rows: number;
  readonly damagedRows: number;
  /** Rows that were recorded and are not there; 0 also where the record itself is lost. */
  readonly missingRows: number;
  readonly countMatches: boolean;
  readonly digestMatches: boolean;
}
