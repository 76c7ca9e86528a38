/**
 * What a store knows of itself: rows and digest of each table, and how many batches were written. It goes to disk as one row of
 * every batch, so that rows which vanish or change without a batch (LevelDB opens cleanly with records missing) do not
 * agree with it any more.
 */
import { MiyuError } from '../errors.ts';
import { addHash, equalSums, LIMBS, subtractHash } from './multiset.ts';

const HEAD_BYTES = 1 + 8 + 8 + 1;
const COUNT_BYTES = 6;
const TABLE_BYTES = 1 + COUNT_BYTES + 4 * LIMBS;

export class Ledger {
  /** Batches written since the store was made; each has the next number. */
  batch = 0n;
  /** Batches that were acknowledged and were missing at an opening; stays until somebody answers for what is gone (a restating check). */
  lost = 0n;
  readonly #counts: Float64Array;
  readonly #sums: Uint32Array;

  /** @param tables tables are numbered 0 .. tables - 1, at most 255 */
  constructor(tables: number) {
    this.#counts = new Float64Array(tables);
    this.#sums = new Uint32Array(tables * LIMBS);
  }

  get tables(): number {
    return this.#counts.length;
  }

  count(table: number): number {
    return this.#counts[table] ?? 0;
  }

  /** @param rowHash of the row, by the store's RowHasher */
  add(table: number, rowHash: Uint8Array): void {
    this.#counts[table]! += 1;
    addHash(this.#sums, table * LIMBS, rowHash);
  }

  subtract(table: number, rowHash: Uint8Array): void {
    this.#counts[table]! -= 1;
    subtractHash(this.#sums, table * LIMBS, rowHash);
  }

  /** A row is gone whose old value cannot be read any more: the digest stays wrong, as it should. */
  subtractUnreadable(table: number): void {
    this.#counts[table]! -= 1;
  }

  sameDigest(table: number, other: Ledger): boolean {
    return equalSums(this.#sums, table * LIMBS, other.#sums, table * LIMBS);
  }

  /** Adds what a look at the rows found beside what was recorded then; what was written since is in this ledger already. */
  correct(table: number, found: Ledger, recorded: Ledger): void {
    this.#counts[table]! += found.count(table) - recorded.count(table);
    const at = table * LIMBS;
    addHash(this.#sums, at, bytesOf(found.#sums.subarray(at, at + LIMBS)));
    subtractHash(this.#sums, at, bytesOf(recorded.#sums.subarray(at, at + LIMBS)));
  }

  copy(): Ledger {
    const copy = new Ledger(this.tables);
    copy.batch = this.batch;
    copy.lost = this.lost;
    copy.#counts.set(this.#counts);
    copy.#sums.set(this.#sums);
    return copy;
  }

  /**
   * schema u8 ‖ batch u64 ‖ lost u64 ‖ tables u8 ‖ (table u8 ‖ count u48 ‖ 16-byte sum) of each that is not empty, in their
   * order; integers are big-endian. It goes into every batch, so it is short.
   */
  encode(schema: number): Buffer {
    const used: number[] = [];
    for (let table = 0; table < this.tables; table += 1) if (!this.#isEmpty(table)) used.push(table);
    const bytes = Buffer.allocUnsafe(HEAD_BYTES + used.length * TABLE_BYTES);
    bytes[0] = schema;
    bytes.writeBigUInt64BE(this.batch, 1);
    bytes.writeBigUInt64BE(this.lost, 9);
    bytes[17] = this.tables;
    let at = HEAD_BYTES;
    for (const table of used) {
      bytes[at] = table;
      // A count may be wrong below zero where rows vanished; a check then says so.
      bytes.writeUIntBE(Math.max(0, this.count(table)), at + 1, COUNT_BYTES);
      for (let limb = 0; limb < LIMBS; limb += 1) {
        bytes.writeUInt32LE(this.#sums[table * LIMBS + limb]!, at + 1 + COUNT_BYTES + 4 * limb);
      }
      at += TABLE_BYTES;
    }
    return bytes;
  }

  #isEmpty(table: number): boolean {
    if (this.#counts[table] !== 0) return false;
    for (let at = table * LIMBS; at < (table + 1) * LIMBS; at += 1) if (this.#sums[at] !== 0) return false;
    return true;
  }

  /**
   * @param tables how many this program knows: tables that came later than the bytes are empty
   * @throws MiyuError 'store-newer' for a later schema or more tables, 'store-damaged' for bytes that are no ledger
   */
  static decode(encoded: Uint8Array, tables: number, schema: number): Ledger {
    const bytes = Buffer.from(encoded.buffer, encoded.byteOffset, encoded.length);
    if (bytes.length < HEAD_BYTES) throw new MiyuError('store-damaged');
    if (bytes[0]! > schema || bytes[17]! > tables) throw new MiyuError('store-newer');
    if (bytes[0] !== schema || (bytes.length - HEAD_BYTES) % TABLE_BYTES !== 0) throw new MiyuError('store-damaged');
    const ledger = new Ledger(tables);
    ledger.batch = bytes.readBigUInt64BE(1);
    ledger.lost = bytes.readBigUInt64BE(9);
    let before = -1;
    for (let at = HEAD_BYTES; at < bytes.length; at += TABLE_BYTES) {
      const table = bytes[at]!;
      if (table <= before || table >= tables) throw new MiyuError('store-damaged');
      before = table;
      ledger.#counts[table] = bytes.readUIntBE(at + 1, COUNT_BYTES);
      for (let limb = 0; limb < LIMBS; limb += 1) {
        ledger.#sums[table * LIMBS + limb] = bytes.readUInt32LE(at + 1 + COUNT_BYTES + 4 * limb);
      }
    }
    return ledger;
  }
}

/** A sum in the form of a row's hash. */
function bytesOf(limbs: Uint32Array): Uint8Array {
  const bytes = Buffer.alloc(4 * LIMBS);
  limbs.forEach((limb, at) => bytes.writeUInt32LE(limb, 4 * at));
  return bytes;
}
