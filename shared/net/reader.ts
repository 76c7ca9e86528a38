/**
 * The reading half of a channel. A libp2p stream has no back-pressure of its own worth trusting: what arrives is cut into
 * frames here, counted until its consumer releases it, and the stream is paused (never inside its own event) and resumed by
 * that count. Needs yamux windows no larger than STREAM_WINDOW_BYTES (shared/net/libp2p.ts).
 */
import type { Stream } from '@libp2p/interface';
import { MiyuError } from '../errors.ts';
import { FrameSplitter } from './framing.ts';
import { FRAME_OVERHEAD_BYTES } from './limits.ts';
import type { ChannelLimits } from './limits.ts';
import { WindowUpdates } from './window-updates.ts';

export interface ReaderHandlers {
  /** One whole frame; its bytes count as held until `release` is called with the same length. Must not throw. */
  onFrame(frame: Uint8Array): void;
  /** Called once: undefined where the other side ended between two frames, else why not. */
  onEnd(error: MiyuError | undefined): void;
}

export class FrameReader {
  readonly #stream: Stream;
  readonly #limits: ChannelLimits;
  readonly #handlers: ReaderHandlers;
  readonly #splitter: FrameSplitter;
  readonly #windowUpdates: WindowUpdates;
  /** Pieces that came while too much was held; the pause takes effect a microtask later. */
  #backlog: Uint8Array[] = [];
  #backlogBytes = 0;
  #heldBytes = 0;
  #paused = false;
  #pumping = false;
  #ended = false;
  #remoteEnded = false;
  #helloTimer: NodeJS.Timeout | undefined;
  #rateTimer: NodeJS.Timeout | undefined;
  #receivedBytes = 0;
  #frameCount = 0;

  /** @param helloTimeoutMs the first frame must be complete by then; undefined: no such wait */
  constructor(stream: Stream, limits: ChannelLimits, handlers: ReaderHandlers, helloTimeoutMs?: number) {
    this.#stream = stream;
    this.#limits = limits;
    this.#handlers = handlers;
    this.#splitter = new FrameSplitter(limits.maxFrameBytes);
    this.#windowUpdates = new WindowUpdates(stream);
    if (helloTimeoutMs !== undefined) {
      this.#helloTimer = setTimeout(() => this.#end(new MiyuError('timeout')), helloTimeoutMs);
      this.#helloTimer.unref();
    }
  }

  /** Since the beginning, whole frames or not. */
  get receivedBytes(): number {
    return this.#receivedBytes;
  }

  /** Bytes that are held for consumers or not cut into frames yet. */
  get heldBytes(): number {
    return this.#heldBytes + this.#backlogBytes + this.#splitter.heldBytes;
  }

  /** Begins to read. Not in the constructor, because frames may come at once. */
  start(): void {
    this.#stream.addEventListener('message', (event) => {
      if (this.#ended) return;
      const data = event.data;
      if (data instanceof Uint8Array) this.#receive(data);
      else for (const piece of data) this.#receive(piece);
      this.#pump();
    });
    // Both are deferred: data that came together with the end is still to be dispatched.
    const onRemoteEnd = (): void => {
      setImmediate(() => {
        this.#remoteEnded = true;
        this.#pump();
      });
    };
    this.#stream.addEventListener('end', onRemoteEnd);
    // `end` may have passed before anybody listened.
    if (this.#stream.readableEnded) onRemoteEnd();
  }

  /** The consumer is done with a frame of this length. */
  release(frameBytes: number): void {
    this.#heldBytes -= frameBytes + FRAME_OVERHEAD_BYTES;
    if (!this.#ended && (this.#backlog.length > 0 || this.#paused)) this.#pump();
  }

  /** No frame is handed out from now on. */
  stop(): void {
    this.#ended = true;
    this.#backlog = [];
    this.#backlogBytes = 0;
    clearTimeout(this.#helloTimer);
    clearTimeout(this.#rateTimer);
  }

  #receive(piece: Uint8Array): void {
    this.#receivedBytes += piece.length;
    this.#windowUpdates.received(piece.length);
    this.#backlog.push(piece);
    this.#backlogBytes += piece.length;
  }

  #pump(): void {
    // A frame's consumer may release it while it is handed out.
    if (this.#pumping || this.#ended) return;
    this.#pumping = true;
    try {
      this.#cut();
    } catch (error) {
      this.#end(error instanceof MiyuError ? error : new MiyuError('internal', { cause: error }));
    } finally {
      this.#pumping = false;
    }
    if (this.#ended) return;
    if (this.#remoteEnded && this.#backlog.length === 0 && this.#stream.readBufferLength === 0) {
      this.#end(this.#splitter.open ? new MiyuError('protocol-violation') : undefined);
      return;
    }
    this.#watchRate();
    this.#adjustFlow();
  }

  #cut(): void {
    let taken = 0;
    while (taken < this.#backlog.length && this.#wantsMore() && !this.#ended) {
      const piece = this.#backlog[taken]!;
      const used = this.#splitter.feed(piece, (frame) => {
        this.#heldBytes += frame.length + FRAME_OVERHEAD_BYTES;
        this.#frameCount += 1;
        clearTimeout(this.#helloTimer);
        this.#handlers.onFrame(frame);
        return this.#wantsMore() && !this.#ended;
      });
      this.#backlogBytes -= used;
      if (used < piece.length) {
        this.#backlog[taken] = piece.subarray(used);
        break;
      }
      taken += 1;
    }
    if (taken > 0) this.#backlog.splice(0, taken);
  }

  #wantsMore(): boolean {
    return this.#heldBytes < this.#limits.readHighWaterBytes;
  }

  #adjustFlow(): void {
    // Without the open frame: it can only be completed by reading on.
    const held = this.#heldBytes + this.#backlogBytes;
    if (!this.#paused && held >= this.#limits.readHighWaterBytes) {
      this.#paused = true;
      queueMicrotask(() => this.#apply());
    } else if (this.#paused && held <= this.#limits.readLowWaterBytes) {
      this.#paused = false;
      queueMicrotask(() => this.#apply());
    }
  }

  #apply(): void {
    if (this.#ended) return;
    try {
      if (this.#paused) this.#stream.pause();
      else this.#stream.resume();
    } catch {
      // The readable half has ended meanwhile: what it still held has been dispatched, and its end is told by its events.
    }
  }

  /** Slow senders: while one and the same frame is open over a whole window, its bytes must come at the least rate. */
  #watchRate(): void {
    if (this.#rateTimer !== undefined || !this.#splitter.open) return;
    const { frameRateWindowMs, minFrameRateBytesPerS } = this.#limits;
    const bytesBefore = this.#receivedBytes;
    const framesBefore = this.#frameCount;
    const pausedBefore = this.#paused;
    this.#rateTimer = setTimeout(() => {
      this.#rateTimer = undefined;
      if (this.#ended) return;
      const sameFrame = this.#splitter.open && this.#frameCount === framesBefore;
      const bytes = this.#receivedBytes - bytesBefore;
      if (sameFrame && !pausedBefore && !this.#paused && bytes < (minFrameRateBytesPerS * frameRateWindowMs) / 1_000) {
        this.#end(new MiyuError('timeout'));
      } else {
        this.#watchRate();
      }
    }, frameRateWindowMs);
    this.#rateTimer.unref();
  }

  #end(error: MiyuError | undefined): void {
    if (this.#ended) return;
    this.stop();
    this.#handlers.onEnd(error);
  }
}
