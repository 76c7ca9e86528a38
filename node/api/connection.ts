/**
 * One client of the local API, whatever carries its values: it is greeted, its requests are answered, its events are sent as
 * far as it reads. The transports (lines of a socket, frames of a WebSocket) know nothing of all that.
 */
import type { Peer } from '../flows/peer.ts';
import { MiyuError, isMiyuError } from '../../shared/errors.ts';
import { API_VERSION, ClientHello, RequestLine, isMethod } from './contract.ts';
import type { ErrorBody, Method } from './contract.ts';
import { answer, parseParams } from './handlers.ts';
import type { Handlers } from './handlers.ts';
import { parseLine } from './lines.ts';
import { Subscription } from './subscription.ts';

/** A client that has not said which version it speaks by then is a stray. */
const HELLO_TIMEOUT_MS = 5_000;
/** Requests of one client that wait for an answer; the next is read when one of these is answered. */
const MAX_OPEN_REQUESTS = 64;
/** Bytes that wait for a client that does not read; it gets nothing more until they are gone. */
const WRITE_HIGH_WATER_BYTES = 1024 * 1024;
/** Whoever does not read what was said last is cut off after this. */
const LAST_WORDS_MS = 500;

/** What carries the values of one client. */
export interface Transport {
  /** False once it is closing: what is sent then is dropped. */
  readonly open: boolean;
  /** Bytes that were sent and have not left. */
  readonly buffered: number;
  /** @param sent called when the value has left, or never will */
  send(value: unknown, sent?: () => void): void;
  /** Lets what was sent go out, then closes; for whom the reason matters, it is told. */
  close(reason?: ErrorBody): void;
  destroy(): void;
  /** No more is read for now; what was read already may still come. */
  pause(): void;
  resume(): void;
}

/** What all clients of one peer share. */
export interface ApiParts {
  readonly peer: Peer;
  readonly handlers: Handlers;
  readonly version: string;
  /** Called before the peer is asked. */
  readonly onAsked?: (method: Method) => void;
  /** Called when the answer to this method has left: `logout` and `stop` end the process. */
  readonly onAnswered?: (method: Method) => void;
  /** A failure of our own, which the client sees as 'internal' alone. */
  readonly onFault?: (error: unknown) => void;
}

export class Connection {
  readonly #transport: Transport;
  readonly #parts: ApiParts;
  readonly #admits: (token: string | undefined) => boolean;
  readonly #helloTimer: NodeJS.Timeout;
  #greeted = false;
  #refused = false;
  #open = 0;
  readonly #waiting: string[] = [];
  #subscription: Subscription | undefined;

  /** @param admits whether the token of the client's hello opens this door; where the door itself keeps others out: any */
  constructor(
    transport: Transport,
    parts: ApiParts,
    admits: (token: string | undefined) => boolean = (): boolean => true,
  ) {
    this.#transport = transport;
    this.#parts = parts;
    this.#admits = admits;
    this.#helloTimer = setTimeout(() => {
      transport.destroy();
    }, HELLO_TIMEOUT_MS);
  }

  /** Values as texts of JSON, in order. */
  receive(texts: readonly string[]): void {
    if (this.#refused) return;
    this.#waiting.push(...texts);
    this.advance();
  }

  /** Takes up requests as far as there is room, and lets the transport rest while there is none. Called when there is room again. */
  advance(): void {
    while (this.#open < MAX_OPEN_REQUESTS && this.#ready) {
      const text = this.#waiting.shift();
      if (text === undefined) break;
      this.#take(text);
    }
    if (this.#waiting.length > 0) this.#transport.pause();
    else this.#transport.resume();
    try {
      this.#subscription?.pump();
    } catch (error) {
      this.refuse(error);
    }
  }

  /** Says why, and closes. */
  refuse(error: unknown): void {
    if (this.#refused) return;
    this.#refused = true;
    this.#waiting.length = 0;
    const reason = this.#bodyOf(error);
    if (this.#transport.open) this.#transport.send({ error: reason });
    this.end(reason);
  }

  /** Lets what was sent go out, then closes. */
  end(reason?: ErrorBody): void {
    this.#transport.close(reason);
    this.#transport.resume(); // What still comes is dropped, or its end would not be seen.
    setTimeout(() => {
      this.#transport.destroy();
    }, LAST_WORDS_MS).unref();
  }

  /** The transport is gone. */
  closed(): void {
    this.#refused = true;
    clearTimeout(this.#helloTimer);
    this.#subscription?.end();
    this.#waiting.length = 0;
  }

  get #ready(): boolean {
    return this.#transport.open && this.#transport.buffered < WRITE_HIGH_WATER_BYTES;
  }

  #take(text: string): void {
    let request: ReturnType<typeof RequestLine.safeParse>;
    try {
      const value = parseLine(text);
      if (!this.#greeted) {
        this.#greet(value);
        return;
      }
      request = RequestLine.safeParse(value);
    } catch (error) {
      this.refuse(error);
      return;
    }
    if (!request.success) {
      this.refuse(new MiyuError('malformed'));
      return;
    }
    const { id, method, params } = request.data;
    if (!isMethod(method)) this.#send({ id, error: { code: 'unknown-request', field: 'method' } });
    else if (method === 'subscribe') this.#subscribe(id, params);
    else void this.#answer(id, method, params);
  }

  #greet(value: unknown): void {
    const hello = ClientHello.safeParse(value);
    if (!hello.success || hello.data.api !== API_VERSION) throw new MiyuError('api-version', { detail: API_VERSION });
    if (!this.#admits(hello.data.token)) throw new MiyuError('api-unauthorized');
    clearTimeout(this.#helloTimer);
    this.#greeted = true;
    this.#send({ api: API_VERSION, version: this.#parts.version, pid: process.pid });
  }

  async #answer(id: number, method: Exclude<Method, 'subscribe'>, params: unknown): Promise<void> {
    this.#open += 1;
    try {
      this.#parts.onAsked?.(method);
      const result = await answer(this.#parts.handlers, method, params);
      this.#send({ id, result }, () => this.#parts.onAnswered?.(method));
    } catch (error) {
      this.#send({ id, error: this.#bodyOf(error) });
    } finally {
      this.#open -= 1;
      this.advance();
    }
  }

  #subscribe(id: number, params: unknown): void {
    try {
      const { since } = parseParams('subscribe', params);
      this.#subscription?.end();
      const isReady = (): boolean => this.#ready;
      const subscription = new Subscription(
        this.#parts.peer,
        {
          get ready() {
            return isReady();
          },
          send: (event) => {
            this.#send({ event });
          },
          lost: () => {
            this.#send({ error: { code: 'snapshot-required' } });
          },
        },
        since,
      );
      this.#subscription = subscription;
      this.#send({ id, result: { cursor: subscription.cursor } });
      subscription.pump();
    } catch (error) {
      this.#send({ id, error: this.#bodyOf(error) });
    }
  }

  #send(value: unknown, sent?: () => void): void {
    if (this.#transport.open) this.#transport.send(value, sent);
    else sent?.();
  }

  #bodyOf(error: unknown): ErrorBody {
    if (!isMiyuError(error)) {
      this.#parts.onFault?.(error);
      return { code: 'internal' };
    }
    return {
      code: error.code,
      ...(error.field === undefined ? {} : { field: error.field }),
      ...(error.detail === undefined ? {} : { detail: error.detail }),
      ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
    };
  }
}
