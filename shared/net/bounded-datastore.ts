/**
 * libp2p's datastore (peer store, DHT records) in memory with a bound: strangers decide what is put there. The entry that
 * was longest unused goes first. Nothing of it outlives the process: whom this machine knows is not written to disk in the clear.
 */
import { NotFoundError } from '@libp2p/interface';
import type { Libp2pInit } from 'libp2p';

type Datastore = NonNullable<Libp2pInit['datastore']>;
type Key = Parameters<Datastore['get']>[0];
type Query = Parameters<Datastore['query']>[0];
type KeyQuery = Parameters<Datastore['queryKeys']>[0];
interface Pair {
  key: Key;
  value: Uint8Array;
}

/** Map entry, key object and its text. */
const ENTRY_OVERHEAD_BYTES = 256;

export class BoundedDatastore implements Datastore {
  readonly #maxEntries: number;
  readonly #maxBytes: number;
  /** In order of use, the longest unused first. */
  readonly #entries = new Map<string, Pair>();
  #bytes = 0;

  constructor(maxEntries: number, maxBytes: number) {
    this.#maxEntries = maxEntries;
    this.#maxBytes = maxBytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  has(key: Key): boolean {
    return this.#entries.has(key.toString());
  }

  get(key: Key): Uint8Array {
    const text = key.toString();
    const pair = this.#entries.get(text);
    if (pair === undefined) throw new NotFoundError('Not found');
    this.#entries.delete(text);
    this.#entries.set(text, pair);
    return pair.value;
  }

  put(key: Key, value: Uint8Array): Key {
    this.delete(key);
    // A copy: what libp2p hands over may be a small part of a large piece of memory, all of which it would keep.
    this.#entries.set(key.toString(), { key, value: new Uint8Array(value) });
    this.#bytes += cost(value);
    while (this.#entries.size > this.#maxEntries || this.#bytes > this.#maxBytes) {
      const [oldest] = this.#entries.values();
      if (oldest === undefined) break;
      this.delete(oldest.key);
    }
    return key;
  }

  delete(key: Key): void {
    const text = key.toString();
    const pair = this.#entries.get(text);
    if (pair === undefined) return;
    this.#entries.delete(text);
    this.#bytes -= cost(pair.value);
  }

  async *putMany(source: Iterable<Pair> | AsyncIterable<Pair>): AsyncGenerator<Key> {
    for await (const { key, value } of source) yield this.put(key, value);
  }

  async *getMany(source: Iterable<Key> | AsyncIterable<Key>): AsyncGenerator<Pair> {
    for await (const key of source) yield { key, value: this.get(key) };
  }

  async *deleteMany(source: Iterable<Key> | AsyncIterable<Key>): AsyncGenerator<Key> {
    for await (const key of source) {
      this.delete(key);
      yield key;
    }
  }

  batch(): ReturnType<Datastore['batch']> {
    let steps: (() => void)[] = [];
    return {
      put: (key, value) => void steps.push(() => this.put(key, value)),
      delete: (key) => void steps.push(() => this.delete(key)),
      commit: () => {
        for (const step of steps) step();
        steps = [];
      },
    };
  }

  *query(query: Query): Generator<Pair> {
    yield* select(query, [...this.#entries.values()], (pair) => pair.key);
  }

  *queryKeys(query: KeyQuery): Generator<Key> {
    const keys = [...this.#entries.values()].map((pair) => pair.key);
    yield* select(query, keys, (key) => key);
  }
}

interface Selection<T> {
  prefix?: string;
  filters?: ((item: T) => boolean)[];
  orders?: ((a: T, b: T) => -1 | 0 | 1)[];
  limit?: number;
  offset?: number;
}

function select<T>(query: Selection<T>, items: readonly T[], keyOf: (item: T) => Key): T[] {
  let found = items.filter(
    (item) =>
      keyOf(item)
        .toString()
        .startsWith(query.prefix ?? '') && (query.filters ?? []).every((filter) => filter(item)),
  );
  for (const order of query.orders ?? []) found = found.toSorted(order);
  const offset = query.offset ?? 0;
  return found.slice(offset, query.limit === undefined ? undefined : offset + query.limit);
}

const cost = (value: Uint8Array): number => value.length + ENTRY_OVERHEAD_BYTES;
