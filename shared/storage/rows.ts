/** Rows as the storage layer handles them. A key's first byte is its table; the rest is the table's own. */

/** A key as a string for maps: one character per byte, so that strings sort like keys. */
export const nameOf = (key: Uint8Array): string =>
  (Buffer.isBuffer(key) ? key : Buffer.from(key.buffer, key.byteOffset, key.length)).toString('latin1');

/** The op that writes a row or, without a value, deletes it. */
export const writeOp = (key: Buffer, value: Uint8Array | undefined, fresh = false): WriteOp => ({
  key,
  name: nameOf(key),
  value,
  fresh,
});

export interface StoredRow {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
}

/** How a value stands on disk: with a checksum, or sealed. */
export interface RowCodec {
  encode(key: Uint8Array, value: Uint8Array): Uint8Array;
  /** @returns undefined where the bytes are not what `encode` made for this key */
  decode(key: Uint8Array, stored: Uint8Array): Uint8Array | undefined;
}

/** One write. The bytes belong to the store from then on. */
export interface WriteOp {
  readonly key: Buffer;
  /** The key as `nameOf` gives it. */
  readonly name: string;
  /** Undefined deletes. */
  readonly value: Uint8Array | undefined;
  /** The writer knows that no row was there before: saves a read. */
  readonly fresh: boolean;
}

/** Bounds of a scan within one table, over whole keys. */
export interface KeyRange {
  readonly lower: Buffer;
  readonly lowerOpen: boolean;
  readonly upper: Buffer;
  readonly upperOpen: boolean;
  readonly reverse: boolean;
  /** At least 1. */
  readonly limit: number;
}

/** Whether a key, by its name, lies in the range. */
export function containment(range: KeyRange): (name: string) => boolean {
  const lower = nameOf(range.lower);
  const upper = nameOf(range.upper);
  return (name) => (range.lowerOpen ? name > lower : name >= lower) && (range.upperOpen ? name < upper : name <= upper);
}
