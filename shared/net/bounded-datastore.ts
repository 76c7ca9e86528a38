/**
 * libp2p's datastore (peer store, DHT records) in memory with a bound: strangers decide what is put there. The entry that
 * was longest unused goes first. Nothing of it outlives the process: whom this machine knows is not written to disk in the clear.
 */
import { NotFoundError } from '@libp2p/interface';
import { Key } from 'interface-datastore/key';
import type { Libp2pInit } from 'libp2p';
import { MiyuError } from '../errors.ts';

type Datastore = NonNullable<Libp2pInit['datastore']>;
type Query = Parameters<Datastore['query']>[0];
type KeyQuery = Parameters<Datastore['queryKeys']>[0];
interface Pair {
  key: Key;
  value: Uint8Array;
}

/** Map entry, text header, typed array and what its memory's allocation adds: 700 to 1,080 bytes were measured. */
const ENTRY_OVERHEAD_BYTES = 1_024;

export interface DatastoreBounds {
  readonly maxEntries: number;
  /** Of all entries, with what keeping them costs. */
  readonly maxBytes: number;
  /** Key as text and value of one entry. */
  readonly maxEntryBytes: number;
  /** Keys that begin so are refused. */
  readonly refused?: string;
}

export class BoundedDatastore implements Datastore {
  readonly #bounds: DatastoreBounds;
  /**
   * Key as text → value, in order of use, the longest unused first. Texts and copies, never what libp2p hands over: that is often
   * a small part of a larger piece of memory (a Key's bytes are cut from Node's pool, 8 KiB each), all of which it would keep.
   */
  readonly #entries = new Map<string, Uint8Array>();
  #bytes = 0;

  constructor(bounds: DatastoreBounds) {
    this.#bounds = bounds;
  }

  get size(): number {
    return this.#entries.size;
  }

  has(key: Key): boolean {
    return this.#entries.has(key.toString());
  }

  get(key: Key): Uint8Array {
    const text = key.toString();
    const value = this.#entries.get(text);
    if (value === undefined) throw new NotFoundError('Not found');
    this.#entries.delete(text);
    this.#entries.set(text, value);
    return value;
  }

  /** @throws MiyuError 'record-invalid' on an entry that is too large or of a kind that is not kept; the one before it stays */
  put(key: Key, value: Uint8Array): Key {
    const { maxEntries, maxBytes, maxEntryBytes, refused } = this.#bounds;
    const text = key.toString();
    if (text.length + value.length > maxEntryBytes) throw new MiyuError('record-invalid');
    if (refused !== undefined && text.startsWith(refused)) throw new MiyuError('record-invalid');
    this.#forget(text);
    this.#entries.set(text, new Uint8Array(value));
    this.#bytes += cost(text, value);
    while (this.#entries.size > maxEntries || this.#bytes > maxBytes) {
      const [oldest] = this.#entries.keys();
      if (oldest === undefined) break;
      this.#forget(oldest);
    }
    return key;
  }

  delete(key: Key): void {
    this.#forget(key.toString());
  }

  #forget(text: string): void {
    const value = this.#entries.get(text);
    if (value === undefined) return;
    this.#entries.delete(text);
    this.#bytes -= cost(text, value);
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
    const pairs = this.#under(query.prefix).map(([text, value]) => ({ key: keyOf(text), value }));
    yield* select(query, pairs);
  }

  *queryKeys(query: KeyQuery): Generator<Key> {
    const keys = this.#under(query.prefix).map(([text]) => keyOf(text));
    yield* select(query, keys);
  }

  #under(prefix = ''): [string, Uint8Array][] {
    return [...this.#entries].filter(([text]) => text.startsWith(prefix));
  }
}

interface Selection<T> {
  filters?: ((item: T) => boolean)[];
  orders?: ((a: T, b: T) => -1 | 0 | 1)[];
  limit?: number;
  offset?: number;
}

function select<T>(query: Selection<T>, items: readonly T[]): T[] {
  let found = items.filter((item) => (query.filters ?? []).every((filter) => filter(item)));
  for (const order of query.orders ?? []) found = found.toSorted(order);
  const offset = query.offset ?? 0;
  return found.slice(offset, query.limit === undefined ? undefined : offset + query.limit);
}

/** As it was: it is a Key's text already, so nothing is tidied. */
const keyOf = (text: string): Key => new Key(text, false);
const cost = (text: string, value: Uint8Array): number => text.length + value.length + ENTRY_OVERHEAD_BYTES;
