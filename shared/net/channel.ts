/**
 * Requests, responses, refusals and pushes over one libp2p stream (layer: shared/wire/frame.proto). Both sides may do
 * either; every queue, wait and frame is bounded, and a fault closes this stream and nothing else.
 */
import type { Stream } from '@libp2p/interface';
import { MiyuError } from '../errors.ts';
import type { RefusalCode } from '../wire/refusals.ts';
import { CHANNEL_LIMITS } from './limits.ts';
import type { ChannelLimits } from './limits.ts';
import { decodeMessage, encodePush, encodeRefusal, encodeRequest, encodeResponse, isRefusalCode } from './messages.ts';
import { FrameReader } from './reader.ts';
import { RequestTable } from './requests.ts';
import type { RequestOptions } from './requests.ts';
import { FrameWriter } from './writer.ts';

export type { ChannelLimits } from './limits.ts';
export type { RequestOptions } from './requests.ts';

export interface RequestContext {
  /** Aborted when the channel ends: nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

export interface ChannelOptions {
  /** The listener's first frame must have come within `helloTimeoutMs`. */
  readonly role: 'dialler' | 'listener';
  /** PeerId bytes that Noise authenticated (`connection.remotePeer`). */
  readonly remotePeer: Uint8Array;
  /**
   * Answers one request; requests are handled concurrently. A MiyuError whose code is on the wire becomes that refusal, with
   * its field, detail and retry time; anything else becomes 'server-fault' and goes to `onFault`. Without a handler every
   * request is refused with 'unknown-request'.
   */
  onRequest?(body: Uint8Array, context: RequestContext): Promise<Uint8Array>;
  /** One at a time, in order; the next waits for its promise. What it throws closes the channel. */
  onPush?(body: Uint8Array): void | Promise<void>;
  /** A bug in a handler; its message must not reach the other side. */
  onFault?(error: unknown): void;
  /** Once, with the reason where there was a fault. */
  onClose?(reason: MiyuError | undefined): void;
  readonly helloTimeoutMs?: number;
  readonly limits?: Partial<ChannelLimits>;
}

export class Channel {
  readonly remotePeer: Uint8Array;
  /** Resolves when the channel is over, with the reason where there was a fault; never rejects. */
  readonly closed: Promise<MiyuError | undefined>;

  readonly #stream: Stream;
  readonly #options: ChannelOptions;
  readonly #limits: ChannelLimits;
  readonly #reader: FrameReader;
  readonly #writer: FrameWriter;
  readonly #requests: RequestTable;
  readonly #abort = new AbortController();
  readonly #resolveClosed: (reason: MiyuError | undefined) => void;
  /** Ids of the other side's requests until their answer is with the stream. */
  readonly #open = new Set<number>();
  #pushes: { readonly body: Uint8Array; readonly cost: number }[] = [];
  #handlingPush = false;
  #state: 'open' | 'closing' | 'closed' = 'open';
  #remoteEnded = false;

  constructor(stream: Stream, options: ChannelOptions) {
    this.remotePeer = options.remotePeer;
    this.#stream = stream;
    this.#options = options;
    this.#limits = { ...CHANNEL_LIMITS, ...options.limits };
    const { promise, resolve } = Promise.withResolvers<MiyuError | undefined>();
    this.closed = promise;
    this.#resolveClosed = resolve;
    this.#writer = new FrameWriter(stream, this.#limits, (error) => this.abort(error));
    this.#requests = new RequestTable(this.#limits, this.#writer, (error) => this.abort(error));
    const helloTimeoutMs =
      options.role === 'listener' ? (options.helloTimeoutMs ?? this.#limits.helloTimeoutMs) : undefined;
    this.#reader = new FrameReader(
      stream,
      this.#limits,
      { onFrame: (frame) => this.#onFrame(frame), onEnd: (error) => this.#onReadEnd(error) },
      helloTimeoutMs,
    );
    stream.addEventListener('close', (event) => {
      if (event.error === undefined) this.#onReadEnd(undefined);
      else this.#finish(new MiyuError('link-closed', { cause: event.error }));
    });
    if (stream.status === 'open' || stream.status === 'closing') this.#reader.start();
    else queueMicrotask(() => this.#finish(new MiyuError('link-closed')));
  }

  /** Whether `push` would be taken without passing the high water. */
  get writable(): boolean {
    return this.#state === 'open' && this.#writer.hasRoom;
  }

  /** Bytes received and not released, and bytes that wait to be sent: both are bounded. */
  get heldBytes(): { readonly read: number; readonly write: number } {
    return { read: this.#reader.heldBytes, write: this.#writer.pendingBytes };
  }

  /** All that has ever come, whole frames or not: grows while the other side is there. */
  get receivedBytes(): number {
    return this.#reader.receivedBytes;
  }

  /** Resolves when a push would be taken without passing the high water; rejects 'link-closed'. */
  ready(): Promise<void> {
    if (this.#state !== 'open') return Promise.reject(new MiyuError('link-closed'));
    return this.#writer.room();
  }

  /**
   * Sends a request and waits for its answer; waits for room and for one of `maxOpenRequests` places first.
   * @throws MiyuError the refusal's code, 'refused' for an unknown one, 'timeout', 'aborted', 'link-closed', 'too-large'
   */
  async request(body: Uint8Array, options: RequestOptions = {}): Promise<Uint8Array> {
    if (this.#state !== 'open') throw new MiyuError('link-closed');
    this.#checkSize(body);
    return this.#requests.send((id) => encodeRequest(id, body), options);
  }

  /** Queues a push. Past twice the high water the channel closes. @throws MiyuError 'link-closed' | 'too-large' */
  push(body: Uint8Array): void {
    if (this.#state !== 'open') throw new MiyuError('link-closed');
    this.#checkSize(body);
    this.#writer.write(encodePush(body));
  }

  /** Waits for room, pushes, and resolves when the stream has taken it. @throws MiyuError 'link-closed' | 'too-large' */
  async pushed(body: Uint8Array): Promise<void> {
    // Each of those who wait checks again: the first to wake may have used the room up.
    while (this.#state === 'open' && !this.#writer.hasRoom) await this.#writer.room();
    this.push(body);
    await this.#writer.handedOver();
  }

  /** Sends what waits, ends our half, and waits for the other's; aborts after `closeTimeoutMs`. Never rejects. */
  async close(): Promise<void> {
    if (this.#state === 'open') {
      this.#state = 'closing';
      this.#requests.end(new MiyuError('link-closed'));
      const timer = setTimeout(() => this.#finish(undefined), this.#limits.closeTimeoutMs);
      try {
        await this.#writer.handedOver();
        await this.#stream.close({ signal: AbortSignal.timeout(this.#limits.closeTimeoutMs) });
        if (this.#remoteEnded) this.#finish(undefined);
      } catch {
        this.#finish(undefined);
      }
      await this.closed;
      clearTimeout(timer);
    }
    await this.closed;
  }

  /** Ends at once; the other side sees a reset. */
  abort(reason: MiyuError): void {
    this.#finish(reason);
  }

  #checkSize(body: Uint8Array): void {
    // 32 bytes cover the type, id and body tags around it.
    const detail = this.#limits.maxFrameBytes - 32;
    if (body.length > detail) throw new MiyuError('too-large', { detail });
  }

  #onFrame(frame: Uint8Array): void {
    const cost = frame.length;
    try {
      const message = decodeMessage(frame);
      switch (message.type) {
        case 'push':
          this.#onPush(message.body, cost);
          return;
        case 'request':
          this.#onRequest(message.id, message.body, cost);
          return;
        case 'response':
          this.#requests.settle(message.id, message.body);
          break;
        case 'refusal':
          this.#requests.settle(message.id, message.error);
          break;
      }
    } catch (error) {
      this.#finish(asMiyuError(error));
    }
    this.#reader.release(cost);
  }

  #onRequest(id: number, body: Uint8Array, cost: number): void {
    if (this.#open.has(id)) throw new MiyuError('protocol-violation');
    if (this.#open.size >= this.#limits.maxOpenRequests || this.#state !== 'open') {
      this.#answer(encodeRefusal(id, 'busy'));
      this.#reader.release(cost);
      return;
    }
    this.#open.add(id);
    void this.#respond(id, body).then(() => {
      this.#open.delete(id);
      this.#reader.release(cost);
    });
  }

  /** Never rejects. Ends when the answer is with the stream, so that answers that nobody reads are bounded too. */
  async #respond(id: number, body: Uint8Array): Promise<void> {
    let answer: Uint8Array;
    try {
      answer = encodeResponse(id, await this.#handle(body));
      if (answer.length > this.#limits.maxFrameBytes) throw new RangeError('answer beyond the largest frame');
      // The other side asks and does not read: it may ask again when it has read.
      if (!this.#writer.fits(answer.length)) answer = encodeRefusal(id, 'busy');
    } catch (error) {
      answer = this.#refusalFor(id, error);
    }
    if (!this.#answer(answer)) return;
    try {
      await this.#writer.handedOver();
    } catch {
      // The link is over: told by `closed`.
    }
  }

  #handle(body: Uint8Array): Promise<Uint8Array> {
    if (this.#options.onRequest === undefined) throw new MiyuError('unknown-request');
    return this.#options.onRequest(body, { signal: this.#abort.signal });
  }

  #refusalFor(id: number, error: unknown): Uint8Array {
    if (error instanceof MiyuError && isRefusalCode(error.code)) return encodeRefusal(id, error.code, error);
    if (this.#state !== 'closed') this.#tellFault(error);
    return encodeRefusal(id, 'server-fault' satisfies RefusalCode);
  }

  #answer(frame: Uint8Array): boolean {
    if (this.#state !== 'open') return false;
    try {
      this.#writer.write(frame);
      return true;
    } catch {
      // Broken by this very write; `closed` tells.
      return false;
    }
  }

  #onPush(body: Uint8Array, cost: number): void {
    if (this.#handlingPush) {
      this.#pushes.push({ body, cost });
      return;
    }
    const pending = this.#callPush(body);
    if (pending === undefined) this.#reader.release(cost);
    else void this.#drainPushes(pending, cost);
  }

  /** Runs the handler; a promise only where the handler gave one. */
  #callPush(body: Uint8Array): Promise<void> | undefined {
    if (this.#options.onPush === undefined) throw new MiyuError('protocol-violation');
    return this.#options.onPush(body) ?? undefined;
  }

  /** Handles what came while a push was being handled, in order. Never rejects. */
  async #drainPushes(first: Promise<void>, firstCost: number): Promise<void> {
    this.#handlingPush = true;
    try {
      await first;
      let cost = firstCost;
      for (let next = this.#pushes.shift(); next !== undefined; next = this.#pushes.shift()) {
        this.#reader.release(cost);
        cost = next.cost;
        await this.#callPush(next.body);
      }
      this.#handlingPush = false;
      // May hand out further frames at once, and so begin again.
      this.#reader.release(cost);
    } catch (error) {
      this.#failPush(error);
      return;
    }
    if (this.#remoteEnded && !this.#handlingPush) this.#afterRemoteEnd();
  }

  #failPush(error: unknown): void {
    if (!(error instanceof MiyuError)) this.#tellFault(error);
    this.#finish(asMiyuError(error));
  }

  #onReadEnd(error: MiyuError | undefined): void {
    this.#reader.stop();
    if (error !== undefined) {
      this.#finish(error);
      return;
    }
    this.#remoteEnded = true;
    // What came before the end is still handled (a goodbye, envelopes).
    if (!this.#handlingPush) this.#afterRemoteEnd();
  }

  #afterRemoteEnd(): void {
    // A protocol of two long-lived halves: one that has ended ends the other. Within `close` that is what is waited for.
    if (this.#state === 'open') void this.close();
    else if (this.#stream.writeStatus === 'closed') this.#finish(undefined);
  }

  #tellFault(error: unknown): void {
    try {
      this.#options.onFault?.(error);
    } catch {
      // A fault in the teller of faults has nobody to be told to.
    }
  }

  #finish(reason: MiyuError | undefined): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#reader.stop();
    this.#pushes = [];
    const ending = reason ?? new MiyuError('link-closed');
    this.#requests.end(ending);
    this.#writer.end(ending);
    this.#abort.abort();
    if (this.#stream.status === 'open' || this.#stream.status === 'closing') this.#stream.abort(ending);
    this.#resolveClosed(reason);
    try {
      this.#options.onClose?.(reason);
    } catch (error) {
      this.#tellFault(error);
    }
  }
}

/** A channel over an open stream. Call it in the same turn in which the stream was handed out. */
export const createChannel = (stream: Stream, options: ChannelOptions): Channel => new Channel(stream, options);

const asMiyuError = (error: unknown): MiyuError =>
  error instanceof MiyuError ? error : new MiyuError('internal', { cause: error });
