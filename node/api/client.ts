/** A typed client of the local API: the command line, the scripts and the library speak to a running peer through it. */
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { z } from 'zod';
import { MiyuError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { isErrorCode } from '../../shared/error-texts.ts';
import { API_VERSION, ErrorView, METHODS, ServerHello } from './contract.ts';
import type { Method, Params, Result } from './contract.ts';
import { CursorEventView } from './contract-views.ts';
import type { CursorEvent } from './contract-views.ts';
import { findSocket } from './client-path.ts';
import { LineCutter, lineOf, parseLine } from './lines.ts';

/** The longest answer: a list of thousands of friends. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
/** The peer is on this machine: it greets at once, or it hangs. */
const HELLO_TIMEOUT_MS = 10_000;
/** Longer than any chain of network waits behind one request (a registration: dial, statement, register, prekeys). */
const CALL_TIMEOUT_MS = 120_000;
/** Events that the consumer has not taken; above this the socket rests, and the peer's feed keeps the rest. */
const EVENTS_HIGH_WATER = 256;

export interface CallOptions {
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface ConnectOptions {
  readonly signal?: AbortSignal;
}

/** Lines that a peer sends after its hello. */
const AnswerLine = z.object({
  id: z.number().int().exactOptional(),
  result: z.unknown().optional(),
  error: ErrorView.exactOptional(),
  event: CursorEventView.exactOptional(),
});

interface Pending {
  readonly method: Method;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: MiyuError) => void;
}

/** Parameters as a caller gives them: without any where the method wants none. */
type CallParams<M extends Method> =
  Record<string, never> extends Params<M> ? [params?: Params<M>] : [params: Params<M>];

/**
 * Connects to the peer that runs on this profile.
 * @throws MiyuError 'daemon-not-running' | 'api-unauthorized' | 'api-version' | 'busy' | 'timeout' | 'aborted'
 */
export async function connectApi(profile: string, options: ConnectOptions = {}): Promise<ApiClient> {
  const path = await findSocket(profile);
  const { signal } = options;
  if (signal?.aborted === true) throw new MiyuError('aborted');
  const socket = connect(path);
  const client = new ApiClient(socket);
  const abort = (): void => {
    client.close('aborted');
  };
  signal?.addEventListener('abort', abort, { once: true });
  const timer = setTimeout(() => {
    client.close('timeout');
  }, HELLO_TIMEOUT_MS);
  try {
    await client.greeted;
    return client;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

export class ApiClient {
  /** Version and process id of the peer; known once `greeted` has resolved. */
  hello: { readonly version: string; readonly pid: number } = { version: '', pid: 0 };
  readonly greeted: Promise<void>;
  /** Resolves when the connection is over, with the reason where it was none of ours. */
  readonly closed: Promise<MiyuError | undefined>;
  readonly #socket: Socket;
  readonly #lines = new LineCutter(MAX_ANSWER_BYTES);
  readonly #pending = new Map<number, Pending>();
  readonly #events: CursorEvent[] = [];
  #nextId = 1;
  #helloSeen = false;
  #over = false;
  #reason: MiyuError | undefined;
  #wake: (() => void) | undefined;
  #resolveGreeted!: () => void;
  #rejectGreeted!: (error: MiyuError) => void;
  #resolveClosed!: (reason: MiyuError | undefined) => void;

  constructor(socket: Socket) {
    this.#socket = socket;
    this.greeted = new Promise((resolve, reject) => {
      this.#resolveGreeted = resolve;
      this.#rejectGreeted = reject;
    });
    this.greeted.catch(() => undefined);
    this.closed = new Promise((resolve) => {
      this.#resolveClosed = resolve;
    });
    socket.on('connect', () => socket.write(lineOf({ api: API_VERSION })));
    socket.on('data', (chunk: Buffer) => {
      this.#read(chunk);
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      this.#end(new MiyuError(codeOfSocketError(error, this.#helloSeen), { cause: error }));
    });
    socket.on('close', () => {
      this.#end(new MiyuError(this.#helloSeen ? 'link-closed' : 'daemon-not-running'));
    });
  }

  /**
   * One request.
   * @throws MiyuError the code that the peer answered, 'link-closed' where it ended meanwhile, 'timeout', 'aborted'
   */
  async call<M extends Method>(
    method: M,
    ...[params, options]: [...CallParams<M>, options?: CallOptions]
  ): Promise<Result<M>> {
    return await this.#request(method, params ?? {}, (options as CallOptions | undefined) ?? {});
  }

  /**
   * Events after `since` (without it: from now), each once, in order; those of the moment carry cursor 0. One subscription
   * per connection. Ends by throwing 'link-closed' or 'snapshot-required'; returning from the loop ends the connection.
   */
  async *events(since?: number): AsyncGenerator<CursorEvent, never> {
    await this.#request('subscribe', since === undefined ? {} : { since }, {});
    try {
      while (true) {
        const event = this.#events.shift();
        if (event !== undefined) {
          if (this.#events.length === 0) this.#socket.resume();
          yield event;
        } else if (this.#over) {
          throw this.#reason ?? new MiyuError('closed');
        } else {
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
        }
      }
    } finally {
      this.close();
    }
  }

  close(code?: 'aborted' | 'timeout'): void {
    this.#end(code === undefined ? undefined : new MiyuError(code));
    this.#socket.destroy();
  }

  #request<M extends Method>(method: M, params: object, { timeoutMs, signal }: CallOptions): Promise<Result<M>> {
    return new Promise((resolve, reject) => {
      if (this.#over) {
        reject(this.#reason ?? new MiyuError('closed'));
        return;
      }
      if (signal?.aborted === true) {
        reject(new MiyuError('aborted'));
        return;
      }
      const id = this.#nextId;
      this.#nextId += 1;
      const settle = (): void => {
        this.#pending.delete(id);
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      };
      const fail = (error: MiyuError): void => {
        settle();
        reject(error);
      };
      const abort = (): void => {
        fail(new MiyuError('aborted'));
      };
      const timer = setTimeout(() => {
        fail(new MiyuError('timeout'));
      }, timeoutMs ?? CALL_TIMEOUT_MS);
      signal?.addEventListener('abort', abort, { once: true });
      this.#pending.set(id, {
        method,
        reject: fail,
        resolve: (result) => {
          settle();
          resolve(result as Result<M>);
        },
      });
      this.#socket.write(lineOf({ id, method, params }));
    });
  }

  #read(chunk: Uint8Array): void {
    try {
      for (const line of this.#lines.push(chunk)) this.#take(parseLine(line));
    } catch (error) {
      this.#end(error instanceof MiyuError ? error : new MiyuError('protocol-violation', { cause: error }));
      this.#socket.destroy();
    }
  }

  #take(value: unknown): void {
    if (!this.#helloSeen) {
      const hello = ServerHello.safeParse(value);
      if (!hello.success) throw errorOf(ErrorView.safeParse((value as { error?: unknown } | null)?.error).data);
      if (hello.data.api !== API_VERSION) throw new MiyuError('api-version');
      this.#helloSeen = true;
      this.hello = hello.data;
      this.#resolveGreeted();
      return;
    }
    const parsed = AnswerLine.safeParse(value);
    // An event of a kind that this version does not know is no reason to end; everything else would be lost.
    if (!parsed.success) throw new MiyuError('api-version');
    const { id, result, error, event } = parsed.data;
    if (event !== undefined) {
      this.#events.push(event);
      if (this.#events.length > EVENTS_HIGH_WATER) this.#socket.pause();
      this.#wake?.();
      return;
    }
    if (id === undefined) throw errorOf(error);
    const pending = this.#pending.get(id);
    if (pending === undefined) return; // It timed out meanwhile.
    if (error !== undefined) {
      pending.reject(errorOf(error));
      return;
    }
    const checked = METHODS[pending.method].result.safeParse(result);
    if (checked.success) pending.resolve(checked.data);
    else pending.reject(new MiyuError('api-version', { cause: checked.error }));
  }

  #end(reason: MiyuError | undefined): void {
    if (this.#over) return;
    this.#over = true;
    this.#reason = reason;
    const why = reason ?? new MiyuError('closed');
    this.#rejectGreeted(why);
    for (const pending of [...this.#pending.values()]) pending.reject(why);
    this.#wake?.();
    this.#resolveClosed(reason);
  }
}

function codeOfSocketError(error: NodeJS.ErrnoException, connected: boolean): ErrorCode {
  if (connected) return 'link-closed';
  return error.code === 'EACCES' || error.code === 'EPERM' ? 'api-unauthorized' : 'daemon-not-running';
}

/** An error from the line; a code that this version does not know is told as such. */
function errorOf(body: z.infer<typeof ErrorView> | undefined): MiyuError {
  if (body === undefined) return new MiyuError('protocol-violation');
  const { code, ...numbers } = body;
  return new MiyuError(isErrorCode(code) ? code : 'refused', numbers);
}
