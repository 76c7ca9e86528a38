/**
 * The generated codecs write their 64-bit numbers by this. protons-runtime 8.0.1 itself writes 2^31 .. 2^32 - 1 as one byte and leaves
 * the four behind it as it found them in memory, which may be anything; its writer for numbers of 53 bits is sound.
 */
import type { Writer } from 'protons-runtime';

/** A protobuf uint64 as a varint. */
export function writeUint64(writer: Writer, value: bigint): Writer {
  const number = Number(value);
  return number >= 0 && number <= Number.MAX_SAFE_INTEGER ? writer.uint64Number(number) : writer.uint64(value);
}
