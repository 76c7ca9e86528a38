/**
 * What the generated codecs write with: straight into memory that is used again and again, where the writer of protons-runtime makes an
 * object of every number and every field. The bytes are the same.
 */
import type { encodeMessage as encodeByOriginal, Writer } from 'protons-runtime';
import { allocUnsafe } from 'uint8arrays/alloc';

/** Most messages are smaller; a larger one takes memory that is let go with it. */
const KEPT_BYTES = 16 * 1024;
/** A number, or the length of a field, takes no more. */
const MAX_NUMBER_BYTES = 10;
const MAX_LENGTH_BYTES = 5;
/** A text below this is written here: a call into node costs more. */
const SHORT_TEXT = 40;
/** One UTF-16 unit takes no more in UTF-8. */
const UNIT_BYTES = 3;
const WORD = 0x1_0000_0000;

/** The part of protons-runtime's Writer that the generated codecs use. */
class MessageWriter {
  readonly #kept: Buffer;
  #bytes: Buffer;
  #at = 0;
  /** Where the messages begin that are open, the innermost last. */
  readonly #starts: number[] = [];

  /** @param kept all zeros, and used by nobody else */
  constructor(kept: Buffer) {
    this.#kept = kept;
    this.#bytes = kept;
  }

  uint32(value: number): void {
    this.#reserve(MAX_LENGTH_BYTES);
    this.#number(value >>> 0);
  }

  /** From 0 to 2^53 - 1. */
  uint64Number(value: number): void {
    this.#reserve(MAX_NUMBER_BYTES);
    this.#number(value);
  }

  /** What is no unsigned 64-bit number is taken modulo 2^64. */
  uint64(value: bigint): void {
    this.#reserve(MAX_NUMBER_BYTES);
    let rest = BigInt.asUintN(64, value);
    for (; rest > 0x7fn; rest >>= 7n) this.#byte(Number(rest & 0x7fn) | 0x80);
    this.#byte(Number(rest));
  }

  bool(value: boolean): void {
    this.#reserve(1);
    this.#byte(value ? 1 : 0);
  }

  bytes(value: Uint8Array): void {
    this.#reserve(MAX_LENGTH_BYTES + value.length);
    this.#number(value.length);
    this.#bytes.set(value, this.#at);
    this.#at += value.length;
  }

  string(value: string): void {
    this.#reserve(MAX_LENGTH_BYTES + UNIT_BYTES * value.length);
    const start = this.#at;
    // As long as it is where each unit is one byte.
    const room = numberSize(value.length);
    this.#at = start + room;
    if (value.length < SHORT_TEXT) this.#text(value);
    else this.#at += this.#bytes.write(value, this.#at);
    this.#putLength(start, room);
  }

  /** A message within a message begins. */
  fork(): void {
    this.#reserve(1);
    this.#starts.push(this.#at);
    this.#at += 1;
  }

  /** It ends, and its length goes before it. */
  ldelim(): void {
    this.#putLength(this.#starts.pop()!, 1);
  }

  /** The message. Nothing of it is left here: it may be secret. */
  finish(): Uint8Array<ArrayBuffer> {
    const message = allocUnsafe(this.#at) as Uint8Array<ArrayBuffer>;
    const written = this.#bytes.subarray(0, this.#at);
    message.set(written);
    written.fill(0);
    this.#at = 0;
    this.#bytes = this.#kept;
    return message;
  }

  /** To the beginning, after a message that could not be written. */
  reset(): void {
    this.#bytes.fill(0);
    this.#bytes = this.#kept;
    this.#at = 0;
    this.#starts.length = 0;
  }

  #reserve(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const larger = Buffer.alloc(Math.max(2 * this.#bytes.length, this.#at + more));
    larger.set(this.#bytes.subarray(0, this.#at));
    this.#bytes.fill(0);
    this.#bytes = larger;
  }

  #byte(value: number): void {
    this.#bytes[this.#at] = value;
    this.#at += 1;
  }

  /** From 0 to 2^53 - 1. */
  #number(value: number): void {
    const bytes = this.#bytes;
    let at = this.#at;
    let rest = value;
    for (; rest >= WORD; rest = Math.floor(rest / 128)) {
      bytes[at] = (rest % 128) | 0x80;
      at += 1;
    }
    for (rest >>>= 0; rest > 0x7f; rest >>>= 7) {
      bytes[at] = (rest & 0x7f) | 0x80;
      at += 1;
    }
    bytes[at] = rest;
    this.#at = at + 1;
  }

  /** Where half of a pair stands alone, it is written as any other unit. */
  #text(value: string): void {
    const bytes = this.#bytes;
    let at = this.#at;
    for (let i = 0; i < value.length; i += 1) {
      const unit = value.charCodeAt(i);
      if (unit < 0x80) {
        bytes[at] = unit;
        at += 1;
        continue;
      }
      const code = value.codePointAt(i)!;
      if (code < 0x800) {
        bytes[at] = (code >>> 6) | 0xc0;
        at += 1;
      } else {
        if (code < 0x1_0000) bytes[at] = (code >>> 12) | 0xe0;
        else {
          bytes[at] = (code >>> 18) | 0xf0;
          at += 1;
          bytes[at] = ((code >>> 12) & 0x3f) | 0x80;
          i += 1;
        }
        at += 1;
        bytes[at] = ((code >>> 6) & 0x3f) | 0x80;
        at += 1;
      }
      bytes[at] = (code & 0x3f) | 0x80;
      at += 1;
    }
    this.#at = at;
  }

  /** The length of what was written behind the room that was left for it; where that was too small, it moves on. */
  #putLength(start: number, room: number): void {
    const end = this.#at;
    const length = end - start - room;
    const more = numberSize(length) - room;
    if (more > 0) {
      this.#reserve(more);
      this.#bytes.copyWithin(start + room + more, start + room, end);
    }
    this.#at = start;
    this.#number(length);
    this.#at = end + more;
  }
}

/** Bytes of a length as a varint. */
function numberSize(length: number): number {
  let size = 1;
  for (let rest = length >>> 7; rest > 0; rest >>>= 7) size += 1;
  return size;
}

const writer = new MessageWriter(Buffer.alloc(KEPT_BYTES));
let isWriting = false;

/** The bytes of a message: what protons-runtime's function of this name gives. */
export const encodeMessage: typeof encodeByOriginal = (message, codec) => {
  // A field may be a getter that encodes.
  const own = isWriting ? new MessageWriter(Buffer.alloc(KEPT_BYTES)) : writer;
  isWriting = true;
  try {
    codec.encode(message, own as unknown as Writer, { lengthDelimited: false });
    return own.finish();
  } catch (error) {
    own.reset();
    throw error;
  } finally {
    if (own === writer) isWriting = false;
  }
};
