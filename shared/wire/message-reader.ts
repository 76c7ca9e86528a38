/**
 * What the generated codecs read with: well-formed numbers and texts at once, where the reader of protons-runtime makes an object of
 * each 64-bit number and a text unit by unit. All else is left to that reader, so that it is taken or refused as before.
 */
import { decodeMessage as decodeByOriginal, type Reader } from 'protons-runtime';

/** Bytes of the longest number whose value is exact as a JavaScript number. */
const MAX_EXACT_BYTES = 7;
/** A text below this is read here: a call into node costs more. */
const SHORT_TEXT = 24;
/** What node's decoder puts where something is no UTF-8. */
const REPLACED = '\ufffd';

const NOTHING = new Uint8Array(0);
/** What a field of bytes is that does not come. */
export const noBytes = (): Uint8Array => NOTHING;

/** The part of protons-runtime's Reader that the generated codecs use. */
class MessageReader {
  readonly len: number;
  pos = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.len = bytes.length;
  }

  uint32(): number {
    const bytes = this.#bytes;
    const first = bytes[this.pos] ?? 0x80;
    if (first < 0x80) {
      this.pos += 1;
      return first;
    }
    let value = first & 0x7f;
    for (let i = 1; i < 5; i += 1) {
      const byte = bytes[this.pos + i] ?? 0x80;
      value |= (byte & 0x7f) << (7 * i);
      if (byte >= 0x80) continue;
      this.pos += i + 1;
      return value >>> 0;
    }
    return this.#original((reader) => reader.uint32());
  }

  uint64(): bigint {
    const bytes = this.#bytes;
    let value = 0;
    let scale = 1;
    for (let i = 0; i < MAX_EXACT_BYTES; i += 1) {
      const byte = bytes[this.pos + i] ?? 0x80;
      value += (byte & 0x7f) * scale;
      scale *= 0x80;
      if (byte >= 0x80) continue;
      this.pos += i + 1;
      return BigInt(value);
    }
    return this.#original((reader) => reader.uint64());
  }

  bool(): boolean {
    return this.uint32() !== 0;
  }

  /** A view. */
  bytes(): Uint8Array {
    const start = this.pos;
    const length = this.uint32();
    const end = this.pos + length;
    if (end > this.len) {
      this.pos = start;
      return this.#original((reader) => reader.bytes());
    }
    const at = this.pos;
    this.pos = end;
    return length === 0 ? new Uint8Array(0) : this.#bytes.subarray(at, end);
  }

  string(): string {
    const start = this.pos;
    const length = this.uint32();
    const end = this.pos + length;
    const text = end > this.len ? undefined : this.#text(this.pos, end);
    if (text === undefined) {
      this.pos = start;
      return this.#original((reader) => reader.string());
    }
    this.pos = end;
    return text;
  }

  skipType(wireType: number): void {
    this.#original((reader) => reader.skipType(wireType));
  }

  /** Undefined: it may be no UTF-8. */
  #text(from: number, to: number): string | undefined {
    if (to - from < SHORT_TEXT) {
      let text = '';
      let at = from;
      for (; at < to && this.#bytes[at]! < 0x80; at += 1) text += String.fromCharCode(this.#bytes[at]!);
      if (at === to) return text;
    }
    const { buffer, byteOffset } = this.#bytes;
    const text = Buffer.from(buffer, byteOffset + from, to - from).toString();
    return text.includes(REPLACED) ? undefined : text;
  }

  /** One step of protons-runtime's reader, from here. */
  #original<T>(read: (reader: Reader) => T): T {
    const step = (reader: Reader): T => {
      const value = read(reader);
      this.pos += reader.pos;
      return value;
    };
    return decodeByOriginal<T, unknown>(this.#bytes.subarray(this.pos), { decode: step });
  }
}

/** The message in the bytes: what protons-runtime's function of this name gives. @throws Error where they are none */
export const decodeMessage: typeof decodeByOriginal = (bytes, codec, options) => {
  const reader = new MessageReader(bytes instanceof Uint8Array ? bytes : bytes.subarray());
  return codec.decode(reader as unknown as Reader, undefined, options);
};
