/**
 * A peer's store in memory, with the semantics of node/store: a batch is visible at once and durable later, in order; a batch
 * that fails takes the waiting ones with it; what is not durable dies with the process. test/model/memory-store.test.ts holds it
 * against the real one.
 */
import {
  NO_ID,
  type FeedEvent,
  type Op,
  type PeerRow,
  type PeerStore,
  type PeerTable,
} from '../../node/store/peer-store.ts';
import { MiyuError } from '../../shared/errors.ts';

const LAST_SEQUENCE = 2n ** 64n - 1n;
/** As in shared/storage/group-commit.ts: how long a lazy batch waits for company, and a failed store before it heals. */
const LAZY_MS = 3;
const HEAL_MS = 250;

/** One group of rows, by sequence. */
class Group {
  readonly values: Map<bigint, Uint8Array>;
  readonly #order: bigint[];

  constructor(from?: Group) {
    this.values = new Map(from?.values);
    this.#order = from === undefined ? [] : [...from.#order];
  }

  set(seq: bigint, value: Uint8Array): void {
    if (!this.values.has(seq)) this.#order.splice(this.#placeOf(seq), 0, seq);
    this.values.set(seq, value);
  }

  delete(seq: bigint): void {
    if (this.values.delete(seq)) this.#order.splice(this.#placeOf(seq), 1);
  }

  /** How many sequences are smaller. */
  #placeOf(seq: bigint): number {
    let low = 0;
    let high = this.#order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#order[middle]! < seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  scan(from: bigint, to: bigint, reverse: boolean, limit: number): PeerRow[] {
    const start = this.#placeOf(from);
    const end = to === LAST_SEQUENCE ? this.#order.length : this.#placeOf(to + 1n);
    const rows: PeerRow[] = [];
    for (let i = 0; i < end - start && rows.length < limit; i += 1) {
      const seq = this.#order[reverse ? end - 1 - i : start + i]!;
      rows.push({ seq, value: this.values.get(seq)!.slice() });
    }
    return rows;
  }
}

/** Rows as they are on a disk, or as somebody sees them who waits for the disk. */
export class Rows {
  readonly #groups: Map<string, Group>;
  /** Cursor of the newest event. */
  tip: bigint;

  constructor(from?: Rows) {
    this.#groups = new Map();
    this.tip = from?.tip ?? 0n;
    if (from !== undefined) for (const [name, group] of from.#groups) this.#groups.set(name, new Group(group));
  }

  group(table: PeerTable, id: Uint8Array): Group | undefined {
    return this.#groups.get(nameOf(table, id));
  }

  apply(ops: readonly Op[]): void {
    for (const op of ops) {
      if (op.op === 'event') {
        this.tip += 1n;
        this.#make('feed', NO_ID).set(this.tip, op.value);
      } else if (op.op === 'delete') this.group(op.table, op.id)?.delete(op.seq);
      else this.#make(op.table, op.id).set(op.seq, op.value);
    }
  }

  #make(table: PeerTable, id: Uint8Array): Group {
    const name = nameOf(table, id);
    let group = this.#groups.get(name);
    if (group === undefined) this.#groups.set(name, (group = new Group()));
    return group;
  }
}

const nameOf = (table: PeerTable, id: Uint8Array): string => `${table}:${Buffer.from(id).toString('latin1')}`;

/** What outlives a process. */
export interface Disk {
  rows: Rows;
  /** Writes that fail before it works again, and what they fail with. */
  failures: number;
  failsWith: 'disk-full' | 'store-failed';
  /** Too much waits: what comes is refused, and what waits goes on, until a write has made room. */
  crowded: boolean;
}

export const newDisk = (rows = new Rows()): Disk => ({ rows, failures: 0, failsWith: 'disk-full', crowded: false });

export interface MemoryStorePorts {
  readonly after: (ms: number, run: () => void) => unknown;
  /** Milliseconds that the next write takes. */
  readonly latency: () => number;
  /** Milliseconds until a store that failed works again. */
  readonly healMs?: number;
  /** A defect: it says that a batch is durable before it is. */
  readonly early?: boolean;
  /** Called when a batch is durable, before anybody hears of it; `isThere` tells whether a row was there before. */
  readonly onDurable?: (ops: readonly Op[], isThere: (op: Op) => boolean) => void;
}

interface Commit {
  readonly ops: readonly Op[];
  readonly lazy: boolean;
  readonly resolve: () => void;
  readonly reject: (error: MiyuError) => void;
}

export class MemoryStore implements PeerStore {
  readonly #disk: Disk;
  readonly #ports: MemoryStorePorts;
  #view: Rows;
  #queue: Commit[] = [];
  #writing: readonly Commit[] = [];
  #running = false;
  #later = false;
  #failure: MiyuError | undefined;
  #closed = false;
  #dead = false;
  readonly #listeners = new Set<(events: readonly FeedEvent[]) => void>();
  #onIdle: (() => void)[] = [];

  constructor(disk: Disk, ports: MemoryStorePorts) {
    this.#disk = disk;
    this.#ports = ports;
    this.#view = new Rows(disk.rows);
  }

  #assertOpen(): void {
    if (this.#closed) throw new MiyuError('closed');
  }

  get(table: PeerTable, id: Uint8Array, seq: bigint): Uint8Array | undefined {
    this.#assertOpen();
    return this.#view.group(table, id)?.values.get(seq)?.slice();
  }

  scan(
    table: PeerTable,
    id: Uint8Array,
    options: { readonly from?: bigint; readonly to?: bigint; readonly reverse?: boolean; readonly limit: number },
  ): readonly PeerRow[] {
    this.#assertOpen();
    const { from = 0n, to = LAST_SEQUENCE, reverse = false, limit } = options;
    if (!Number.isInteger(limit) || limit < 1 || limit > 10_000) throw new RangeError(`a scan of ${limit} rows`);
    return this.#view.group(table, id)?.scan(from, to, reverse, limit) ?? [];
  }

  sequences(table: PeerTable, id: Uint8Array, options: Parameters<PeerStore['scan']>[2]): readonly bigint[] {
    return this.scan(table, id, options).map(({ seq }) => seq);
  }

  /** Nothing is damaged in memory. */
  takeOut(): Promise<ReadonlyMap<PeerTable, number>> {
    return Promise.resolve(new Map());
  }

  takeOutStrays(): Promise<ReadonlyMap<PeerTable, number>> {
    return Promise.resolve(new Map());
  }

  lostBatches(): bigint {
    return 0n;
  }

  commit(ops: readonly Op[], options: { readonly lazy?: boolean | undefined } = {}): Promise<void> {
    if (this.#dead) return new Promise(() => {});
    if (this.#closed) return Promise.reject(new MiyuError('closed'));
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const waits = this.#queue.length > 0 || this.#writing.length > 0;
    if (this.#disk.crowded && waits) return Promise.reject(new MiyuError('store-failed'));
    if (ops.length === 0 && !waits) return Promise.resolve();
    this.#view.apply(ops);
    const lazy = options.lazy === true;
    return new Promise((resolve, reject) => {
      this.#queue.push({ ops: [...ops], lazy, resolve, reject });
      if (this.#ports.early === true) resolve();
      if (this.#running) return;
      if (lazy) this.#beginLater();
      else this.#begin();
    });
  }

  #beginLater(): void {
    if (this.#later) return;
    this.#later = true;
    this.#ports.after(LAZY_MS, () => {
      if (this.#later) this.#begin();
    });
  }

  #begin(): void {
    this.#later = false;
    if (this.#dead || this.#running || this.#queue.length === 0) return;
    this.#running = true;
    this.#writing = this.#queue.splice(0);
    this.#ports.after(this.#ports.latency(), () => {
      this.#end();
    });
  }

  #end(): void {
    if (this.#dead) return;
    if (this.#disk.failures > 0) {
      this.#disk.failures -= 1;
      this.#running = false;
      this.#fail(new MiyuError(this.#disk.failsWith));
    } else {
      const before = this.#disk.rows.tip;
      this.#disk.crowded = false;
      for (const { ops } of this.#writing) {
        const fresh = new Set(ops.filter((op) => op.op !== 'event' && this.#isDurable(op)));
        this.#disk.rows.apply(ops);
        this.#ports.onDurable?.(ops, (op) => fresh.has(op));
      }
      // Whoever watched may have ended the process: it is on disk, and nobody was told.
      if (this.#dead) return;
      const done = this.#writing;
      this.#writing = [];
      this.#running = false;
      this.#tell(before);
      for (const { resolve } of done) resolve();
      if (this.#closed || this.#queue.some(({ lazy }) => !lazy)) this.#begin();
      else if (this.#queue.length > 0) this.#beginLater();
    }
    if (!this.#running) for (const resolve of this.#onIdle.splice(0)) resolve();
  }

  #isDurable(op: Exclude<Op, { op: 'event' }>): boolean {
    return this.#disk.rows.group(op.table, op.id)?.values.has(op.seq) === true;
  }

  #fail(error: MiyuError): void {
    const failed = [...this.#writing, ...this.#queue];
    this.#writing = [];
    this.#queue = [];
    this.#failure = error;
    this.#view = new Rows(this.#disk.rows);
    for (const { reject } of failed) reject(error);
    this.#ports.after(this.#ports.healMs ?? HEAL_MS, () => {
      this.#failure = undefined;
    });
  }

  #tell(before: bigint): void {
    const { tip } = this.#disk.rows;
    if (tip === before || this.#listeners.size === 0) return;
    const events = this.#events(before + 1n, Number(tip - before));
    this.#ports.after(0, () => {
      if (!this.#dead) for (const listener of [...this.#listeners]) listener(events);
    });
  }

  #events(from: bigint, limit: number): FeedEvent[] {
    const rows = this.#disk.rows.group('feed', NO_ID)?.scan(from, LAST_SEQUENCE, false, limit) ?? [];
    return rows.map(({ seq, value }) => ({ cursor: seq, value }));
  }

  cursor(): bigint {
    return this.#disk.rows.tip;
  }

  since(cursor: bigint, limit: number): readonly FeedEvent[] | 'snapshot-required' {
    this.#assertOpen();
    if (cursor === this.#disk.rows.tip) return [];
    return cursor > this.#disk.rows.tip ? 'snapshot-required' : this.#events(cursor + 1n, limit);
  }

  onEvents(listener: (events: readonly FeedEvent[]) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  healthy(): boolean {
    return this.#failure === undefined;
  }

  check(): Promise<readonly []> {
    return Promise.resolve([]);
  }

  /** The process is gone: what waits is lost, and nobody hears of anything any more. */
  kill(): void {
    this.#dead = true;
    this.#queue = [];
    this.#writing = [];
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#begin();
    if (!this.#running) return;
    await new Promise<void>((resolve) => {
      this.#onIdle.push(resolve);
    });
  }
}
