/**
 * Which rows there are, in memory: a few runs of numbers per group. It makes scans synchronous, saves reads of rows that are not
 * there, and notices at once when a row that should be there is not.
 *
 * A clean end leaves it in a sealed file with the number of the newest batch; without one that fits, it is read from the keys
 * on disk (1.6 µs a row).
 */
import { readFile } from 'node:fs/promises';
import { writeFileAtomic } from '../../shared/storage/atomic-file.ts';
import { nameOf, type RowCodec } from '../../shared/storage/rows.ts';
import { SequenceSet } from './sequence-set.ts';
import { GROUP_BYTES, KEY_BYTES, TABLE_COUNT } from './tables.ts';

/** The file's place in the associated data of its seal; no row has a key of this length. */
const FILE_KEY = Buffer.from('index');

export class RowIndex {
  readonly #groups = new Map<string, SequenceSet>();

  /** The group's numbers, or undefined where it has none. */
  group(name: string): SequenceSet | undefined {
    return this.#groups.get(name);
  }

  /** The names of a table's groups. */
  groupsOf(table: number): string[] {
    return [...this.#groups.keys()].filter((name) => name.charCodeAt(0) === table);
  }

  /** @returns whether it was not there */
  add(group: string, seq: bigint): boolean {
    let set = this.#groups.get(group);
    if (set === undefined) this.#groups.set(group, (set = new SequenceSet()));
    return set.add(seq);
  }

  /** @returns whether it was there */
  delete(group: string, seq: bigint): boolean {
    const set = this.#groups.get(group);
    if (set?.delete(seq) !== true) return false;
    if (set.first === undefined) this.#groups.delete(group);
    return true;
  }

  /** Rows of each table. */
  counts(): bigint[] {
    const counts = Array.from({ length: TABLE_COUNT }, () => 0n);
    for (const [name, set] of this.#groups) counts[name.charCodeAt(0)]! += set.size;
    return counts;
  }

  /**
   * Reads the index from the keys of a store.
   * @returns the index, and how many keys no row of ours can have
   */
  static async ofKeys(
    pages: AsyncIterable<readonly Uint8Array[]>,
    ledgerKey: Buffer,
  ): Promise<{ index: RowIndex; foreign: number }> {
    const index = new RowIndex();
    let foreign = 0;
    for await (const page of pages) {
      for (const key of page) {
        if (ledgerKey.equals(key)) continue;
        if (key.length !== KEY_BYTES || key[0]! >= TABLE_COUNT) {
          foreign += 1;
          continue;
        }
        const seq = new DataView(key.buffer, key.byteOffset + GROUP_BYTES, 8).getBigUint64(0);
        index.add(nameOf(key.subarray(0, GROUP_BYTES)), seq);
      }
    }
    return { index, foreign };
  }

  /** Batch u64 ‖ for each group: its prefix (17) ‖ runs u32 ‖ (first u64 ‖ last u64) of each run. */
  #encode(batch: bigint): Buffer {
    const parts: Buffer[] = [u64(batch)];
    for (const [name, set] of this.#groups) {
      const runs = set.runs();
      const count = Buffer.alloc(4);
      count.writeUInt32BE(runs.length);
      parts.push(Buffer.from(name, 'latin1'), count);
      for (const [start, end] of runs) parts.push(u64(start), u64(end));
    }
    return Buffer.concat(parts);
  }

  static #decode(bytes: Uint8Array, batch: bigint): RowIndex | undefined {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    if (bytes.length < 8 || view.getBigUint64(0) !== batch) return undefined;
    const index = new RowIndex();
    for (let at = 8; at < bytes.length;) {
      if (at + GROUP_BYTES + 4 > bytes.length) return undefined;
      const name = nameOf(bytes.subarray(at, at + GROUP_BYTES));
      const count = view.getUint32(at + GROUP_BYTES);
      at += GROUP_BYTES + 4;
      if (at + 16 * count > bytes.length) return undefined;
      const start = at;
      const set = SequenceSet.ofRuns(
        Array.from({ length: count }, (_, run) => [
          view.getBigUint64(start + 16 * run),
          view.getBigUint64(start + 16 * run + 8),
        ]),
      );
      if (set === undefined) return undefined;
      index.#groups.set(name, set);
      at += 16 * count;
    }
    return index;
  }

  /** Keeps the index of the store as it is after this batch. */
  async save(path: string, codec: RowCodec, batch: bigint): Promise<void> {
    await writeFileAtomic(path, codec.encode(FILE_KEY, this.#encode(batch)));
  }

  /** @returns undefined where no file was kept, or it is of another batch or damaged: the keys tell then */
  static async load(path: string, codec: RowCodec, batch: bigint): Promise<RowIndex | undefined> {
    let stored: Uint8Array;
    try {
      stored = await readFile(path);
    } catch {
      return undefined;
    }
    const bytes = codec.decode(FILE_KEY, stored);
    return bytes === undefined ? undefined : RowIndex.#decode(bytes, batch);
  }
}

function u64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value);
  return bytes;
}
