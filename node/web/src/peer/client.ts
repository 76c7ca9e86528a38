/**
 * The page's line to the peer: one WebSocket that comes back by itself, typed calls, and events from a cursor, so that
 * none is missed while it was away. It knows neither React nor the store.
 */
import { MiyuError } from '../../../../shared/errors.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import { API } from './methods.ts';
import type { CallParams, CursorEvent, Event, Method, Result } from './methods.ts';

/** How the line is. 'refused': the token is not known any more; 'other-version': another program than this page's answers. */
export type Connection = 'connecting' | 'open' | 'broken' | 'refused' | 'other-version';

/** A WebSocket, as far as it is used here. */
export interface Socket {
  /** Above OPEN it closes, and takes nothing, before anybody is told. */
  readonly readyState: number;
  send(text: string): void;
  close(): void;
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: ((event: { readonly code: number }) => void) | null;
}

export interface ClientOptions {
  readonly token: string;
  readonly open: () => Socket;
  readonly onConnection: (connection: Connection) => void;
  /** The line is up. 'anew': events between the last one and now may be missing, so that everything is read again. */
  readonly onUp: (how: 'anew' | 'resumed') => void;
  readonly onEvent: (event: Event) => void;
  /** Whether this version knows it. */
  readonly isErrorCode: (code: string) => code is ErrorCode;
}

/** Nearly everything is answered from memory or disk; what waits for a network has ends of its own below this. */
const CALL_TIMEOUT_MS = 45_000;
/** Registration and sign-in derive a key and dial a server. */
const LONG_CALL_TIMEOUT_MS = 120_000;
const LONG_CALLS: readonly Method[] = ['register', 'login', 'key.import', 'key.export', 'friends.add', 'friends.find'];
/** The peer is on this machine: it greets at once, or hangs. */
const HELLO_TIMEOUT_MS = 5_000;
/** The first pause before the next try, doubled up to the last: a restarting peer is back in about a second. */
const FIRST_PAUSE_MS = 200;
const LAST_PAUSE_MS = 3_000;
/** Where nothing was heard for so long, the peer is asked whether it is still there. */
const QUIET_MS = 20_000;
const PULSE_TIMEOUT_MS = 5_000;
/** Calls under way; the peer takes 64 of one client at a time, and a page that asks more is at fault itself. */
const MAX_CALLS = 512;
/** WebSocket.OPEN. */
const OPEN = 1;
/** Close code of the peer's door: the token is not known. */
const TOKEN_UNKNOWN = 4401;

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: MiyuError) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

interface Frame {
  readonly api?: number;
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { code: string; field?: string; detail?: number; retryAfterMs?: number };
  readonly event?: CursorEvent;
}

export class PeerClient {
  readonly #options: ClientOptions;
  readonly #pending = new Map<number, Pending>();
  #socket: Socket | undefined;
  #connection: Connection = 'connecting';
  #nextId = 1;
  #tries = 0;
  /** Of the newest durable event that was handed on, or that a subscription began behind. */
  #cursor: number | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;
  #pulse: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  get connection(): Connection {
    return this.#connection;
  }

  /** Connects, and again whenever the line breaks, until close() or a refusal. */
  start(): void {
    this.#dial();
  }

  /** Tries at once instead of after the pause: the tab came back, or a person asked. */
  hurry(): void {
    if (this.#connection !== 'broken' || this.#retry === undefined) return;
    this.#tries = 0;
    this.#dial();
  }

  close(): void {
    this.#hangUp();
    this.#fail(new MiyuError('closed'));
  }

  /**
   * One request.
   * @throws MiyuError the code that the peer answered, 'link-closed' where the line is or goes down, 'timeout'
   */
  async call<M extends Method>(method: M, ...[params]: CallParams<M>): Promise<Result<M>> {
    if (this.#connection !== 'open') throw new MiyuError('link-closed');
    const timeoutMs = LONG_CALLS.includes(method) ? LONG_CALL_TIMEOUT_MS : CALL_TIMEOUT_MS;
    return await this.#request(method, params ?? {}, timeoutMs);
  }

  #request<M extends Method>(method: M, params: object, timeoutMs: number): Promise<Result<M>> {
    return new Promise((resolve, reject) => {
      const socket = this.#socket;
      if (socket === undefined || socket.readyState > OPEN) {
        reject(new MiyuError('link-closed'));
        return;
      }
      if (this.#pending.size >= MAX_CALLS) {
        reject(new MiyuError('busy'));
        return;
      }
      const id = this.#nextId;
      this.#nextId += 1;
      const timer = setTimeout(() => {
        this.#pending.delete(id);
        reject(new MiyuError('timeout'));
      }, timeoutMs);
      this.#pending.set(id, {
        timer,
        reject,
        resolve: (result) => {
          resolve(result as Result<M>);
        },
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  }

  #dial(): void {
    this.#hangUp();
    const socket = this.#options.open();
    this.#socket = socket;
    this.#deadline = setTimeout(() => {
      this.#lost();
    }, HELLO_TIMEOUT_MS);
    socket.onopen = () => {
      socket.send(JSON.stringify({ api: API, token: this.#options.token }));
    };
    socket.onmessage = ({ data }) => {
      if (socket === this.#socket) this.#take(data);
    };
    socket.onclose = ({ code }) => {
      if (socket !== this.#socket) return;
      if (code === TOKEN_UNKNOWN) this.#refuse('refused');
      else this.#lost();
    };
  }

  #take(data: unknown): void {
    let frame: Frame;
    try {
      frame = JSON.parse(String(data)) as Frame;
    } catch {
      this.#lost();
      return;
    }
    this.#listen();
    if (frame.event !== undefined) {
      this.#hear(frame.event);
    } else if (frame.id !== undefined) {
      const pending = this.#pending.get(frame.id);
      if (pending === undefined) return; // It timed out meanwhile.
      this.#pending.delete(frame.id);
      clearTimeout(pending.timer);
      if (frame.error === undefined) pending.resolve(frame.result);
      else pending.reject(errorOf(frame.error, this.#options.isErrorCode));
    } else if (frame.error?.code === 'snapshot-required') {
      this.#cursor = undefined;
      void this.#follow();
    } else if (frame.error?.code === 'api-version' || (frame.api !== undefined && frame.api !== API)) {
      this.#refuse('other-version');
    } else if (frame.api === API) {
      clearTimeout(this.#deadline);
      void this.#follow();
    } else {
      this.#lost();
    }
  }

  #hear({ cursor, event }: CursorEvent): void {
    if (cursor > 0) {
      if (this.#cursor !== undefined && cursor <= this.#cursor) return; // Said twice.
      this.#cursor = cursor;
    }
    this.#options.onEvent(event);
  }

  /** Events from where they broke off, or from now on where the peer keeps them no more, or never had said any. */
  async #follow(): Promise<void> {
    const socket = this.#socket;
    try {
      let how: 'anew' | 'resumed' = 'resumed';
      if (this.#cursor === undefined) {
        how = 'anew';
        await this.#subscribe();
      } else {
        await this.#subscribe(this.#cursor);
      }
      if (socket !== this.#socket) return;
      this.#tries = 0;
      this.#set('open');
      this.#options.onUp(how);
    } catch (error) {
      if (socket !== this.#socket) return;
      if (this.#cursor !== undefined && error instanceof MiyuError && error.code === 'snapshot-required') {
        this.#cursor = undefined;
        await this.#follow();
        return;
      }
      this.#lost();
    }
  }

  async #subscribe(since?: number): Promise<void> {
    const params = since === undefined ? {} : { since };
    const { cursor } = await this.#request('subscribe', params, HELLO_TIMEOUT_MS);
    // A locked profile answers 0, for nobody can know the cursor yet: then the first event tells.
    if (this.#cursor === undefined && cursor > 0) this.#cursor = cursor;
  }

  /** Something was heard; where nothing follows, the peer is asked. */
  #listen(): void {
    clearTimeout(this.#pulse);
    this.#pulse = setTimeout(() => {
      const socket = this.#socket;
      this.#request('status', {}, PULSE_TIMEOUT_MS).catch((error: unknown) => {
        if (socket === this.#socket && error instanceof MiyuError && error.code === 'timeout') this.#lost();
      });
    }, QUIET_MS);
  }

  #lost(): void {
    this.#hangUp();
    this.#set('broken');
    this.#fail(new MiyuError('link-closed'));
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** this.#tries, LAST_PAUSE_MS);
    this.#tries += 1;
    this.#retry = setTimeout(() => {
      this.#dial();
    }, pause);
  }

  #refuse(connection: 'refused' | 'other-version'): void {
    this.#hangUp();
    this.#set(connection);
    this.#fail(new MiyuError(connection === 'refused' ? 'api-unauthorized' : 'api-version'));
  }

  #hangUp(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#deadline);
    clearTimeout(this.#pulse);
    this.#retry = undefined;
    const socket = this.#socket;
    this.#socket = undefined;
    if (socket === undefined) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #fail(error: MiyuError): void {
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { timer, reject } of pending) {
      clearTimeout(timer);
      reject(error);
    }
  }

  #set(connection: Connection): void {
    if (this.#connection === connection) return;
    this.#connection = connection;
    this.#options.onConnection(connection);
  }
}

/** An error from the line; a code that this version does not know is told as such. */
function errorOf(
  { code, ...numbers }: NonNullable<Frame['error']>,
  isErrorCode: ClientOptions['isErrorCode'],
): MiyuError {
  const known: ErrorCode = isErrorCode(code) ? code : 'refused';
  return new MiyuError(known, numbers);
}
