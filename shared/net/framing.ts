/**
 * Frames on a stream: u32 big-endian length, then that many bytes (one encoded Frame, shared/wire/frame.proto). The bytes
 * come in pieces of any size; a piece is read in place where a whole frame lies in it and copied only where one straddles.
 */
import { MiyuError } from '../errors.ts';

/** Bytes of the length prefix. */
export const PREFIX_BYTES = 4;
/** A partial frame starts with this much memory and doubles with what has arrived, never with what was announced. */
const FIRST_CAPACITY = 1024;

const readLength = (bytes: Uint8Array, at: number): number =>
  ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0;

function writeLength(out: Uint8Array, at: number, length: number): void {
  out[at] = length >>> 24;
  out[at + 1] = length >>> 16;
  out[at + 2] = length >>> 8;
  out[at + 3] = length;
}

/** The frames one behind the other, each with its prefix, as one piece of memory. */
export function joinFrames(frames: readonly Uint8Array[], from = 0, to = frames.length): Uint8Array {
  let total = 0;
  for (let i = from; i < to; i += 1) total += PREFIX_BYTES + frames[i]!.length;
  // Unpooled: libp2p keeps the memory until the socket has taken it.
  const out = new Uint8Array(total);
  let at = 0;
  for (let i = from; i < to; i += 1) {
    const frame = frames[i]!;
    writeLength(out, at, frame.length);
    out.set(frame, at + PREFIX_BYTES);
    at += PREFIX_BYTES + frame.length;
  }
  return out;
}

/** Cuts a byte stream into frames; holds at most one frame that is not complete. */
export class FrameSplitter {
  readonly #maxFrameBytes: number;
  #partial = new Uint8Array(0);
  #filled = 0;
  /** Prefix and frame of the open one; PREFIX_BYTES while its length is not known. */
  #needed = PREFIX_BYTES;

  /** @param maxFrameBytes a greater announced length is a 'protocol-violation' as soon as its fourth byte is there. */
  constructor(maxFrameBytes: number) {
    this.#maxFrameBytes = maxFrameBytes;
  }

  /** Whether bytes of a frame are here that is not complete. */
  get open(): boolean {
    return this.#filled > 0;
  }

  /** Memory that the open frame takes up, bytes. */
  get heldBytes(): number {
    return this.#partial.length;
  }

  /**
   * Hands every frame that ends in `chunk` to `onFrame`, in order, until that returns false.
   * Frames may be views of `chunk`.
   * @returns how many bytes of `chunk` were taken: all, unless `onFrame` stopped it
   * @throws MiyuError 'protocol-violation' on an announced length beyond the bound or of zero
   */
  feed(chunk: Uint8Array, onFrame: (frame: Uint8Array) => boolean): number {
    let at = 0;
    while (at < chunk.length) {
      if (this.#filled === 0 && chunk.length - at >= PREFIX_BYTES) {
        const end = at + PREFIX_BYTES + this.#checked(readLength(chunk, at));
        if (end <= chunk.length) {
          // Plain views: sockets give Buffers, whose slice() does not copy.
          const frame = new Uint8Array(chunk.buffer, chunk.byteOffset + at + PREFIX_BYTES, end - at - PREFIX_BYTES);
          at = end;
          if (!onFrame(frame)) return at;
          continue;
        }
      }
      const taken = Math.min(this.#needed - this.#filled, chunk.length - at);
      this.#keep(chunk, at, taken);
      at += taken;
      if (this.#filled < this.#needed) continue;
      if (this.#needed === PREFIX_BYTES) {
        this.#needed += this.#checked(readLength(this.#partial, 0));
        continue;
      }
      const frame = this.#partial.subarray(PREFIX_BYTES, this.#needed);
      this.#partial = new Uint8Array(0);
      this.#filled = 0;
      this.#needed = PREFIX_BYTES;
      if (!onFrame(frame)) return at;
    }
    return at;
  }

  #checked(length: number): number {
    if (length === 0 || length > this.#maxFrameBytes) throw new MiyuError('protocol-violation', { detail: length });
    return length;
  }

  #keep(chunk: Uint8Array, at: number, count: number): void {
    const wanted = this.#filled + count;
    if (wanted > this.#partial.length) {
      const grown = new Uint8Array(Math.max(FIRST_CAPACITY, 2 * this.#partial.length, wanted));
      grown.set(this.#partial.subarray(0, this.#filled));
      this.#partial = grown;
    }
    this.#partial.set(chunk.subarray(at, at + count), this.#filled);
    this.#filled = wanted;
  }
}
