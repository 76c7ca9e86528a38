/** Our own requests of one channel that wait for their answers. */
import { MiyuError } from '../errors.ts';
import type { ChannelLimits } from './limits.ts';
import type { FrameWriter } from './writer.ts';

export interface RequestOptions {
  /** From the call to the answer, milliseconds; REQUEST_TIMEOUT_MS by default. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

interface Pending {
  resolve(body: Uint8Array): void;
  reject(error: MiyuError): void;
}

const MAX_ID = 0xffff_ffff;
/** Requests of ours that wait for a place: several bursts; beyond it somebody does not wait for answers at all. */
const MAX_WAITING = 4_096;

export class RequestTable {
  readonly #limits: ChannelLimits;
  readonly #writer: FrameWriter;
  readonly #onStuck: (error: MiyuError) => void;
  /** By id; undefined: given up, and its place stays taken until the other side has answered. */
  readonly #pending = new Map<number, Pending | undefined>();
  /** In order of arrival; those that end while they wait leave. */
  readonly #waiting = new Set<() => void>();
  #abandoned = 0;
  #lastId = 0;
  #ended: MiyuError | undefined;

  constructor(limits: ChannelLimits, writer: FrameWriter, onStuck: (error: MiyuError) => void) {
    this.#limits = limits;
    this.#writer = writer;
    this.#onStuck = onStuck;
  }

  /** @param encode the frame for the id that it is given */
  send(encode: (id: number) => Uint8Array, options: RequestOptions): Promise<Uint8Array> {
    const { signal } = options;
    if (signal?.aborted === true) return Promise.reject(new MiyuError('aborted', { cause: signal.reason }));
    return new Promise((resolve, reject) => {
      let id = 0;
      let settled = false;
      const settle = (): boolean => {
        if (settled) return false;
        settled = true;
        clearTimeout(timer);
        this.#waiting.delete(start);
        signal?.removeEventListener('abort', onAbort);
        return true;
      };
      const fail = (error: MiyuError): void => {
        if (settle()) reject(error);
      };
      const giveUp = (error: MiyuError): void => {
        if (settled) return;
        if (id !== 0) this.#abandon(id);
        fail(error);
      };
      const onAbort = (): void => giveUp(new MiyuError('aborted', { cause: signal?.reason }));
      const timer = setTimeout(
        () => giveUp(new MiyuError('timeout')),
        options.timeoutMs ?? this.#limits.requestTimeoutMs,
      );
      signal?.addEventListener('abort', onAbort, { once: true });
      const pending: Pending = {
        resolve: (body) => {
          if (settle()) resolve(body);
        },
        reject: fail,
      };
      const start = (): void => {
        if (settled) return;
        if (this.#ended !== undefined) {
          fail(new MiyuError('link-closed', { cause: this.#ended }));
          return;
        }
        if (this.#pending.size >= this.#limits.maxOpenRequests) {
          if (this.#waiting.size >= MAX_WAITING) fail(new MiyuError('busy'));
          else this.#waiting.add(start);
          return;
        }
        if (!this.#writer.hasRoom) {
          this.#writer.room().then(start, (error: unknown) => fail(asLinkClosed(error)));
          return;
        }
        id = this.#nextId();
        this.#pending.set(id, pending);
        try {
          this.#writer.write(encode(id));
        } catch (error) {
          fail(asLinkClosed(error));
        }
      };
      start();
    });
  }

  /** The answer to `id`. @throws MiyuError 'protocol-violation' where nothing was asked under it */
  settle(id: number, answer: Uint8Array | MiyuError): void {
    const pending = this.#pending.get(id);
    if (!this.#pending.delete(id)) throw new MiyuError('protocol-violation');
    if (pending === undefined) this.#abandoned -= 1;
    else if (answer instanceof MiyuError) pending.reject(answer);
    else pending.resolve(answer);
    const [next] = this.#waiting;
    if (next !== undefined) {
      this.#waiting.delete(next);
      next();
    }
  }

  /** Rejects everything with 'link-closed', the reason being its cause. */
  end(reason: MiyuError): void {
    if (this.#ended !== undefined) return;
    this.#ended = reason;
    for (const pending of this.#pending.values()) pending?.reject(new MiyuError('link-closed', { cause: reason }));
    this.#pending.clear();
    for (const start of [...this.#waiting]) start();
  }

  #abandon(id: number): void {
    if (!this.#pending.has(id)) return;
    this.#pending.set(id, undefined);
    this.#abandoned += 1;
    // Every place is taken by a request that was never answered: nobody is there.
    if (this.#abandoned >= this.#limits.maxOpenRequests) this.#onStuck(new MiyuError('timeout'));
  }

  #nextId(): number {
    do this.#lastId = this.#lastId >= MAX_ID ? 1 : this.#lastId + 1;
    while (this.#pending.has(this.#lastId));
    return this.#lastId;
  }
}

const asLinkClosed = (error: unknown): MiyuError =>
  error instanceof MiyuError ? error : new MiyuError('link-closed', { cause: error });
