/** Rows laid out by hand: integers big-endian, arrays of known lengths. What does not fit is damage, never a crash. */
import { MiyuError } from '../../shared/errors.ts';
import { unwritten } from '../../shared/crypto/bytes.ts';

const WORD = 0x1_0000_0000;
const MAX_HIGH_WORD = Math.floor(Number.MAX_SAFE_INTEGER / WORD);

export class RowWriter {
  readonly #row: Uint8Array;
  #at = 0;

  /** @param length of the whole row, bytes */
  constructor(length: number) {
    this.#row = unwritten(length);
  }

  u8(value: number): void {
    this.#row[this.#at] = value;
    this.#at += 1;
  }

  u16(value: number): void {
    this.u8(value >>> 8);
    this.u8(value);
  }

  u32(value: number): void {
    this.u16(value >>> 16);
    this.u16(value);
  }

  /** An integer up to 2^53 - 1. */
  u64(value: number): void {
    this.u32(Math.floor(value / WORD));
    this.u32(value);
  }

  bytes(value: Uint8Array): void {
    this.#row.set(value, this.#at);
    this.#at += value.length;
  }

  /** @throws MiyuError 'internal' where it was not filled to its length: a field was not as long as its format says */
  row(): Uint8Array {
    if (this.#at !== this.#row.length) throw new MiyuError('internal', { detail: this.#at });
    return this.#row;
  }
}

/** Every read is @throws MiyuError 'store-damaged' where the row ends before it. */
export class RowReader {
  readonly #row: Uint8Array;
  #at = 0;

  constructor(row: Uint8Array) {
    this.#row = row;
  }

  u8(): number {
    const value = this.#row[this.#at];
    if (value === undefined) throw new MiyuError('store-damaged');
    this.#at += 1;
    return value;
  }

  u16(): number {
    return this.u8() * 0x100 + this.u8();
  }

  u32(): number {
    return this.u16() * 0x1_0000 + this.u16();
  }

  /** @throws MiyuError 'store-damaged' beyond 2^53 - 1 */
  u64(): number {
    const high = this.u32();
    if (high > MAX_HIGH_WORD) throw new MiyuError('store-damaged');
    return high * WORD + this.u32();
  }

  /** A copy: what is read must not hold on to the row. */
  bytes(length: number): Uint8Array {
    const end = this.#at + length;
    if (end > this.#row.length) throw new MiyuError('store-damaged');
    const bytes = new Uint8Array(this.#row.subarray(this.#at, end));
    this.#at = end;
    return bytes;
  }

  /** @throws MiyuError 'store-damaged' where something is left over */
  end(): void {
    if (this.#at !== this.#row.length) throw new MiyuError('store-damaged');
  }
}
