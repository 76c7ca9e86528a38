/**
 * The writing half of a channel: all frames of one turn of the event loop leave in one `send()`, and none while the stream
 * asks to wait. `Stream.onDrain()` resolves too early after the first drain, so the `drain` event is listened to.
 */
import type { Stream } from '@libp2p/interface';
import { MiyuError } from '../errors.ts';
import { FRAME_OVERHEAD_BYTES } from './limits.ts';
import type { ChannelLimits } from './limits.ts';
import { PREFIX_BYTES, joinFrames } from './framing.ts';

/** Most bytes of one `send()`: bigger ones go no faster, and what libp2p buffers for us stays this small. */
const SEND_BYTES = 256 * 1024;

interface Waiter {
  resolve(): void;
  reject(error: MiyuError): void;
}

export class FrameWriter {
  readonly #stream: Stream;
  readonly #limits: ChannelLimits;
  readonly #onBroken: (error: MiyuError) => void;
  #frames: Uint8Array[] = [];
  #first = 0;
  #pendingBytes = 0;
  #written = 0;
  #handed = 0;
  #scheduled = false;
  /** Frames of the flush before. */
  #lastBatch = 0;
  #ended: MiyuError | undefined;
  #rooms: Waiter[] = [];
  #handovers: { readonly number: number; readonly waiter: Waiter }[] = [];

  constructor(stream: Stream, limits: ChannelLimits, onBroken: (error: MiyuError) => void) {
    this.#stream = stream;
    this.#limits = limits;
    this.#onBroken = onBroken;
    // The stream's own listener writes what it has buffered in a microtask; ours comes behind it.
    stream.addEventListener('drain', () => queueMicrotask(() => this.#flush()));
  }

  /** Bytes that wait for the stream, with their overhead. */
  get pendingBytes(): number {
    return this.#pendingBytes;
  }

  /** Whether less than the high water waits. */
  get hasRoom(): boolean {
    return this.#ended === undefined && this.#pendingBytes < this.#limits.writeHighWaterBytes;
  }

  /** Whether a frame of this size may be written without passing the hard bound (twice the high water). */
  fits(frameBytes: number): boolean {
    return this.#pendingBytes + cost(frameBytes) <= 2 * this.#limits.writeHighWaterBytes;
  }

  /** Queues one encoded frame. Past the hard bound the link is broken: its reader has stopped reading. */
  write(frame: Uint8Array): void {
    if (this.#ended !== undefined) throw new MiyuError('link-closed', { cause: this.#ended });
    if (!this.fits(frame.length)) {
      const error = new MiyuError('link-closed', { cause: new MiyuError('too-large') });
      this.#onBroken(error);
      throw error;
    }
    this.#frames.push(frame);
    this.#pendingBytes += cost(frame.length);
    this.#written += 1;
    if (this.#scheduled) return;
    this.#scheduled = true;
    // One by one: at once, for the shortest round trip. In bursts: behind the poll phase, so that what every socket callback
    // of this turn writes goes out together.
    if (this.#lastBatch <= 1) queueMicrotask(() => this.#flush());
    else setImmediate(() => this.#flush());
  }

  /** Resolves when less than the high water waits; rejects 'link-closed'. */
  room(): Promise<void> {
    if (this.hasRoom) return Promise.resolve();
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) reject(new MiyuError('link-closed', { cause: this.#ended }));
      else this.#rooms.push({ resolve, reject });
    });
  }

  /** Resolves when the stream has taken all that has been written so far; rejects 'link-closed'. */
  handedOver(): Promise<void> {
    if (this.#handed === this.#written) return Promise.resolve();
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) reject(new MiyuError('link-closed', { cause: this.#ended }));
      else this.#handovers.push({ number: this.#written, waiter: { resolve, reject } });
    });
  }

  /** No more will be written; what waits is forgotten and its waiters are rejected. */
  end(reason: MiyuError): void {
    if (this.#ended !== undefined) return;
    this.#ended = reason;
    this.#frames = [];
    this.#first = 0;
    this.#pendingBytes = 0;
    const error = new MiyuError('link-closed', { cause: reason });
    for (const waiter of this.#rooms.splice(0)) waiter.reject(error);
    for (const { waiter } of this.#handovers.splice(0)) waiter.reject(error);
  }

  #flush(): void {
    this.#scheduled = false;
    this.#lastBatch = this.#frames.length - this.#first;
    try {
      while (this.#first < this.#frames.length && this.#ended === undefined && !this.#stream.writableNeedsDrain) {
        this.#stream.send(this.#take());
      }
    } catch (cause) {
      this.#onBroken(new MiyuError('link-closed', { cause }));
      return;
    }
    this.#wake();
  }

  /** At least one frame, and more while they fit into one `send()`. */
  #take(): Uint8Array {
    let end = this.#first;
    let bytes = 0;
    while (end < this.#frames.length && (end === this.#first || bytes + this.#frames[end]!.length <= SEND_BYTES)) {
      bytes += PREFIX_BYTES + this.#frames[end]!.length;
      this.#pendingBytes -= cost(this.#frames[end]!.length);
      end += 1;
    }
    const joined = joinFrames(this.#frames, this.#first, end);
    this.#handed += end - this.#first;
    if (end === this.#frames.length) {
      this.#frames = [];
      this.#first = 0;
    } else {
      this.#frames.fill(EMPTY, this.#first, end);
      this.#first = end;
    }
    return joined;
  }

  #wake(): void {
    while (this.#handovers.length > 0 && this.#handovers[0]!.number <= this.#handed) {
      this.#handovers.shift()!.waiter.resolve();
    }
    if (this.#rooms.length > 0 && this.hasRoom) for (const waiter of this.#rooms.splice(0)) waiter.resolve();
  }
}

const EMPTY = new Uint8Array(0);
const cost = (frameBytes: number): number => PREFIX_BYTES + frameBytes + FRAME_OVERHEAD_BYTES;
