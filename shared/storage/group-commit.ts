/**
 * Durable commits that share their syncs. While one synced batch is under way, every commit that comes joins the next; a lone
 * commit leaves at once, unless it is lazy: then it waits a moment for one that it can join. Reads see what waits. A commit's
 * promise resolves when its batch is on disk.
 *
 * A batch that fails takes every waiting commit with it, for they may have read it. The store is unhealthy then, refuses
 * commits, and heals by itself: it reopens the database, again and again with growing waits.
 */
import { MiyuError } from '../errors.ts';
import { failpoint } from '../failpoints.ts';
import type { TableCheck } from './check-tables.ts';
import { DurableRows, type DurableRowsOptions } from './durable-rows.ts';
import { storageError } from './level-handle.ts';
import { mergeRows, Overlay } from './overlay.ts';
import { containment, type KeyRange, type StoredRow, type WriteOp } from './rows.ts';

/** What may wait in memory: a disk that stalls for seconds under full load, and no more. */
const MAX_PENDING_BYTES = 64 * 1024 * 1024;
const MAX_PENDING_OPS = 100_000;
/** One batch: its preparation holds the event loop (about 10 µs an op), and LevelDB holds it twice. */
const MAX_BATCH_BYTES = 4 * 1024 * 1024;
const MAX_BATCH_OPS = 2_000;
/** What an op costs besides its bytes. */
const OP_OVERHEAD_BYTES = 128;
/**
 * How long a lazy commit waits for company. Nobody sees it, and it is longer than the sync that a commit in a hurry would otherwise
 * have to wait for.
 */
const LAZY_MS = 3;
/** Waits between attempts to heal: soon at first, then seldom enough that they cost nothing. */
const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 5_000;

export interface GroupCommitOptions extends DurableRowsOptions {
  /** Wait before the first attempt to heal, milliseconds; it doubles. */
  readonly firstRetryMs?: number | undefined;
}

export interface CommitOptions {
  /**
   * Nobody waits for it and nothing leaves because of it: it may share the sync of what comes next. It is as durable as any other when
   * its promise resolves.
   */
  readonly lazy?: boolean | undefined;
}

/** Called in the order of commits before their promises settle; the failures in reverse order. They must not throw. */
export interface CommitHooks {
  onDurable?(): void;
  onFailed?(): void;
}

interface Commit {
  readonly number: number;
  readonly ops: readonly WriteOp[];
  readonly bytes: number;
  readonly lazy: boolean;
  readonly hooks: CommitHooks | undefined;
  readonly resolve: () => void;
  readonly reject: (error: MiyuError) => void;
}

export class GroupCommit {
  /** What is on disk. */
  readonly rows: DurableRows;
  readonly #options: GroupCommitOptions;
  readonly #overlay = new Overlay();
  #queue: Commit[] = [];
  /** Of the queue, those that are not lazy. */
  #urgent = 0;
  #writing: readonly Commit[] = [];
  #issued = 0;
  #pendingBytes = 0;
  #pendingOps = 0;
  #running = false;
  /** Runs while everything that waits is lazy. */
  #lazyTimer: NodeJS.Timeout | undefined;
  /** Commits of the batch before. */
  #lastGroup = 0;
  #closing: Promise<void> | undefined;
  #failure: MiyuError | undefined;
  #generation = 0;
  #retryMs: number;
  #retryTimer: NodeJS.Timeout | undefined;
  #healing: Promise<void> = Promise.resolve();
  #onIdle: (() => void)[] = [];
  #onRoom: (() => void)[] = [];

  private constructor(rows: DurableRows, options: GroupCommitOptions) {
    this.rows = rows;
    this.#options = options;
    this.#retryMs = options.firstRetryMs ?? FIRST_RETRY_MS;
  }

  /** See DurableRows.open. */
  static async open(folder: string, options: GroupCommitOptions): Promise<GroupCommit> {
    return new GroupCommit(await DurableRows.open(folder, options), options);
  }

  get healthy(): boolean {
    return this.#failure === undefined;
  }

  /** Grows with every failed batch: whoever has read before it what was pending must not build on that. */
  get generation(): number {
    return this.#generation;
  }

  /** A promise where so much waits that new work should wait too. */
  room(): Promise<void> | undefined {
    if (!this.#isFull()) return undefined;
    return new Promise((resolve) => {
      this.#onRoom.push(resolve);
    });
  }

  #isFull(): boolean {
    return this.#pendingBytes > MAX_PENDING_BYTES || this.#pendingOps > MAX_PENDING_OPS;
  }

  /** What waits for the disk under this name: undefined where nothing does. */
  pending(name: string): { readonly value: Uint8Array | undefined } | undefined {
    return this.#overlay.get(name);
  }

  /** The row on disk, without what waits. @throws MiyuError 'store-damaged' | 'store-failed' | 'closed' */
  durable(key: Uint8Array, name?: string): Uint8Array | undefined {
    this.#assertOpen();
    return this.rows.get(key, name);
  }

  /** Rows of a range on disk at the moment of the call. */
  async scanDurable(range: KeyRange): Promise<StoredRow[]> {
    this.#assertOpen();
    return mergeRows(await this.rows.scan(range), [], range, (key, stored) => this.rows.open(key, stored));
  }

  /**
   * Rows of a range at the moment of the call, also those that wait, and over both the rows of `own`.
   * @returns the rows, and whether some that wait were among them
   */
  async scan(
    range: KeyRange,
    own: ReadonlyMap<string, WriteOp>,
  ): Promise<{ readonly rows: StoredRow[]; readonly sawPending: boolean }> {
    this.#assertOpen();
    const over = new Map<string, { key: Buffer; name: string; value: Uint8Array | undefined }>();
    for (const row of this.#overlay.within(range)) over.set(row.name, row);
    const sawPending = over.size > 0;
    if (own.size > 0) {
      const contains = containment(range);
      for (const op of own.values()) if (contains(op.name)) over.set(op.name, op);
    }
    const stored = await this.rows.scan({ ...range, limit: range.limit + over.size });
    const rows = mergeRows(stored, [...over.values()], range, (key, value) => this.rows.open(key, value));
    return { rows, sawPending };
  }

  #assertOpen(): void {
    if (this.#closing !== undefined) throw new MiyuError('closed');
  }

  /**
   * Makes the writes visible at once and durable by the time the promise resolves; commits become durable in the order of
   * the calls. Without ops it waits for those before it.
   * @throws MiyuError (rejects) the code for a full disk | 'store-failed' | 'closed'; nothing of it is kept then
   */
  commit(ops: readonly WriteOp[], hooks?: CommitHooks, { lazy = false }: CommitOptions = {}): Promise<void> {
    if (this.#closing !== undefined) return refuse(new MiyuError('closed'), hooks);
    if (this.#failure !== undefined) return refuse(this.#failure, hooks);
    if (this.#isFull()) return refuse(new MiyuError('store-failed', { retryAfterMs: FIRST_RETRY_MS }), hooks);
    if (ops.length === 0 && this.#queue.length === 0 && this.#writing.length === 0) {
      hooks?.onDurable?.();
      return Promise.resolve();
    }
    const number = (this.#issued += 1);
    let bytes = 0;
    for (const op of ops) {
      bytes += OP_OVERHEAD_BYTES + op.key.length + (op.value?.length ?? 0);
      this.#overlay.set(op, number);
    }
    this.#pendingBytes += bytes;
    this.#pendingOps += ops.length;
    return new Promise((resolve, reject) => {
      this.#queue.push({ number, ops, bytes, lazy, hooks, resolve, reject });
      if (!lazy) this.#urgent += 1;
      if (this.#running) return;
      if (lazy) this.#beginLater();
      else this.#begin();
    });
  }

  #beginLater(): void {
    this.#lazyTimer ??= setTimeout(() => this.#begin(), LAZY_MS);
  }

  #begin(): void {
    clearTimeout(this.#lazyTimer);
    this.#lazyTimer = undefined;
    if (this.#running || this.#queue.length === 0) return;
    this.#running = true;
    // One by one: at once, for the shortest way to the disk. In bursts: the commits of this turn share the first batch.
    if (this.#lastGroup <= 1) void this.#run();
    else queueMicrotask(() => void this.#run());
  }

  /** Batch after batch while somebody is in a hurry; the first batch leaves in any case. */
  async #run(): Promise<void> {
    do {
      const group = this.#take();
      this.#writing = group;
      this.#lastGroup = group.length;
      try {
        failpoint('commit-before-write');
        await this.rows.write(group.map(({ ops }) => ops));
        failpoint('commit-after-write');
      } catch (error) {
        this.#fail(storageError(error, this.#options.full));
        break;
      }
      this.#writing = [];
      for (const commit of group) {
        this.#overlay.settle(commit.ops, commit.number);
        this.#pendingBytes -= commit.bytes;
        this.#pendingOps -= commit.ops.length;
        commit.hooks?.onDurable?.();
        commit.resolve();
      }
      failpoint('commit-told');
      this.#wakeForRoom();
    } while (this.#urgent > 0 || (this.#closing !== undefined && this.#queue.length > 0));
    this.#running = false;
    if (this.#queue.length > 0) this.#beginLater();
    for (const resolve of this.#onIdle.splice(0)) resolve();
  }

  #wakeForRoom(): void {
    if (this.#onRoom.length === 0 || this.#isFull()) return;
    for (const resolve of this.#onRoom.splice(0)) resolve();
  }

  /** The oldest commits, as many as one batch may hold; at least one. */
  #take(): Commit[] {
    let bytes = 0;
    let ops = 0;
    let end = 0;
    for (const commit of this.#queue) {
      bytes += commit.bytes;
      ops += commit.ops.length;
      if (end > 0 && (bytes > MAX_BATCH_BYTES || ops > MAX_BATCH_OPS)) break;
      end += 1;
    }
    const group = this.#queue.splice(0, end);
    for (const { lazy } of group) if (!lazy) this.#urgent -= 1;
    return group;
  }

  #fail(error: MiyuError): void {
    const failed = [...this.#writing, ...this.#queue];
    this.#failure = forCommits(error);
    this.#generation += 1;
    this.#writing = [];
    this.#queue = [];
    this.#urgent = 0;
    this.#pendingBytes = 0;
    this.#pendingOps = 0;
    this.#overlay.clear();
    for (const commit of failed.toReversed()) commit.hooks?.onFailed?.();
    for (const commit of failed) commit.reject(this.#failure);
    this.#wakeForRoom();
    this.#healLater();
  }

  #healLater(): void {
    if (this.#closing !== undefined) return;
    this.#retryTimer = setTimeout(() => {
      this.#healing = this.#heal();
    }, this.#retryMs);
    this.#retryTimer.unref();
    this.#retryMs = Math.min(2 * this.#retryMs, LAST_RETRY_MS);
  }

  async #heal(): Promise<void> {
    try {
      await this.rows.reopen();
      this.#retryMs = this.#options.firstRetryMs ?? FIRST_RETRY_MS;
      this.#failure = undefined;
    } catch (error) {
      this.#failure = forCommits(storageError(error, this.#options.full));
      this.#healLater();
    }
  }

  /** See DurableRows.check. */
  async check(tables: readonly number[], signal?: AbortSignal, restate?: boolean): Promise<readonly TableCheck[]> {
    this.#assertOpen();
    return this.rows.check(tables, signal, restate);
  }

  /** Waits for every commit, then closes. Safe to call again. */
  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    clearTimeout(this.#retryTimer);
    this.#begin();
    if (this.#running) {
      await new Promise<void>((resolve) => {
        this.#onIdle.push(resolve);
      });
    }
    await this.#healing;
    await this.rows.close();
  }
}

function refuse(error: MiyuError, hooks: CommitHooks | undefined): Promise<void> {
  hooks?.onFailed?.();
  return Promise.reject(error);
}

/** What a commit may reject with: whatever LevelDB says is damaged, for a writer it is a store that does not write. */
const forCommits = (error: MiyuError): MiyuError =>
  error.code === 'store-damaged' ? new MiyuError('store-failed', { cause: error }) : error;
