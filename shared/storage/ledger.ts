/**
 * What a store knows of itself: rows and digest of each table, and how many batches were written. It goes to disk as one row of
 * every batch, so that rows which vanish or change without a batch (LevelDB opens cleanly with records missing) do not
 * agree with it any more.
 */
import { MiyuError } from '../errors.ts';
import { addHash, equalSums, LIMBS, subtractHash } from './multiset.ts';

const HEAD_BYTES = 1 + 8 + 8 + 1;
const TABLE_BYTES = 8 + 4 * LIMBS;

export class Ledger {
  /** Batches written since the store was made; each has the next number. */
  batch = 0n;
  /** Batches that were acknowledged and were missing when the store was opened; stays, for what they held is gone. */
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

  /** @param rowHash RowHash.of the row */
  add(table: number, rowHash: Buffer): void {
    this.#counts[table]! += 1;
    addHash(this.#sums, table * LIMBS, rowHash);
  }

  subtract(table: number, rowHash: Buffer): void {
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

  copy(): Ledger {
    const copy = new Ledger(this.tables);
    copy.batch = this.batch;
    copy.lost = this.lost;
    copy.#counts.set(this.#counts);
    copy.#sums.set(this.#sums);
    return copy;
  }

  /** schema u8 ‖ batch u64 ‖ lost u64 ‖ tables u8 ‖ (count u64 ‖ 32-byte sum) of each table; integers are big-endian. */
  encode(schema: number): Buffer {
    const bytes = Buffer.alloc(HEAD_BYTES + this.tables * TABLE_BYTES);
    bytes.writeUInt8(schema, 0);
    bytes.writeBigUInt64BE(this.batch, 1);
    bytes.writeBigUInt64BE(this.lost, 9);
    bytes.writeUInt8(this.tables, 17);
    for (let table = 0; table < this.tables; table += 1) {
      const at = HEAD_BYTES + table * TABLE_BYTES;
      bytes.writeBigUInt64BE(BigInt(this.count(table)), at);
      for (let limb = 0; limb < LIMBS; limb += 1) {
        bytes.writeUInt32LE(this.#sums[table * LIMBS + limb]!, at + 8 + 4 * limb);
      }
    }
    return bytes;
  }

  /**
   * @param tables how many this program knows: tables that came later than the bytes are empty
   * @throws MiyuError 'store-newer' for a later schema or more tables, 'store-damaged' for bytes that are no ledger
   */
  static decode(encoded: Uint8Array, tables: number, schema: number): Ledger {
    const bytes = Buffer.from(encoded.buffer, encoded.byteOffset, encoded.length);
    if (bytes.length < HEAD_BYTES) throw new MiyuError('store-damaged');
    const stored = bytes.readUInt8(17);
    if (bytes.readUInt8(0) > schema || stored > tables) throw new MiyuError('store-newer');
    if (bytes.readUInt8(0) !== schema || bytes.length !== HEAD_BYTES + stored * TABLE_BYTES) {
      throw new MiyuError('store-damaged');
    }
    const ledger = new Ledger(tables);
    ledger.batch = bytes.readBigUInt64BE(1);
    ledger.lost = bytes.readBigUInt64BE(9);
    for (let table = 0; table < stored; table += 1) {
      const at = HEAD_BYTES + table * TABLE_BYTES;
      ledger.#counts[table] = Number(bytes.readBigUInt64BE(at));
      for (let limb = 0; limb < LIMBS; limb += 1) {
        ledger.#sums[table * LIMBS + limb] = bytes.readUInt32LE(at + 8 + 4 * limb);
      }
    }
    return ledger;
  }
}
