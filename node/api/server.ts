/** The local API's server: a Unix socket (a named pipe on Windows) that only this user can open. See contract.ts for the lines. */
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { chmod, lstat, rm } from 'node:fs/promises';
import type { Peer } from '../flows/peer.ts';
import { MiyuError, isMiyuError } from '../../shared/errors.ts';
import { writeFileAtomic } from '../../shared/storage/atomic-file.ts';
import { API_VERSION, ClientHello, MAX_LINE_BYTES, RequestLine, isMethod } from './contract.ts';
import type { ErrorBody, Method } from './contract.ts';
import { checkFolder, chooseSocketPlace, claimFolder, placeFile, runFolder } from './client-path.ts';
import { answer, handlersOf, parseParams } from './handlers.ts';
import type { Handlers } from './handlers.ts';
import { LineCutter, lineOf, parseLine } from './lines.ts';
import { Subscription } from './subscription.ts';

/** A client that has not said which version it speaks by then is a stray. */
const HELLO_TIMEOUT_MS = 5_000;
/** Faces of one person: a page in some tabs, terminals, scripts. */
const MAX_CLIENTS = 64;
/** Requests of one client that wait for an answer; the next is read when one of these is answered. */
const MAX_OPEN_REQUESTS = 64;
/** Bytes that wait for a client that does not read; it gets nothing more until they are gone. */
const WRITE_HIGH_WATER_BYTES = 1024 * 1024;

export interface ApiServerOptions {
  readonly profile: string;
  readonly peer: Peer;
  readonly version: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The process before this one ended because a newer device signed in: shown as the state until the password is given. */
  readonly signedOutBefore?: boolean;
  /** Called before the peer is asked. */
  readonly onAsked?: (method: Method) => void;
  /** Called when the answer to this method has left: `logout` and `stop` end the process. */
  readonly onAnswered?: (method: Method) => void;
  /** A failure of our own, which the client sees as 'internal' alone. */
  readonly onFault?: (error: unknown) => void;
}

export interface ApiServer {
  readonly path: string;
  close(): Promise<void>;
}

/**
 * Starts to listen. The profile's guard must be ours: a socket that is there already was left by a dead process, and goes.
 * @throws MiyuError 'folder-unwritable' | 'api-unauthorized'
 */
export async function serveApi(options: ApiServerOptions): Promise<ApiServer> {
  const { profile, env } = options;
  await claimFolder(runFolder(profile));
  const place = chooseSocketPlace(profile, env);
  if (place.folder !== undefined) {
    await claimFolder(place.folder);
    await rm(place.path, { force: true });
  }

  const handlers = handlersOf(options.peer, options.signedOutBefore === true);
  const clients = new Set<Client>();
  const server = createServer((socket) => {
    if (clients.size >= MAX_CLIENTS) {
      socket.on('error', () => undefined);
      socket.resume(); // What it says is dropped, or its end would not be seen.
      socket.end(lineOf({ error: { code: 'busy' } }));
      return;
    }
    const client = new Client(socket, handlers, options);
    clients.add(client);
    socket.on('close', () => clients.delete(client));
  });
  await listen(server, place.path);
  if (place.folder !== undefined) {
    // Before the mode is set the folder alone keeps others out, which is enough.
    await chmod(place.path, 0o600);
    const { mode, uid } = await lstat(place.path);
    await checkFolder(place.folder);
    if ((mode & 0o777) !== 0o600 || uid !== process.getuid?.()) {
      server.close();
      throw new MiyuError('api-unauthorized');
    }
  }
  await writeFileAtomic(placeFile(profile), Buffer.from(`${place.path}\n`));

  return {
    path: place.path,
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      for (const client of clients) client.end();
      await closed;
      await rm(placeFile(profile), { force: true });
    },
  };
}

async function listen(server: Server, path: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(new MiyuError('folder-unwritable', { cause }));
    });
    server.listen(path, resolve);
  });
  server.removeAllListeners('error');
  server.on('error', () => undefined); // A failed accept ends that connection, not the server.
}

/** One connection. */
class Client {
  readonly #socket: Socket;
  readonly #handlers: Handlers;
  readonly #options: ApiServerOptions;
  readonly #lines = new LineCutter(MAX_LINE_BYTES);
  readonly #helloTimer: NodeJS.Timeout;
  #greeted = false;
  #open = 0;
  readonly #waiting: string[] = [];
  #subscription: Subscription | undefined;

  constructor(socket: Socket, handlers: Handlers, options: ApiServerOptions) {
    this.#socket = socket;
    this.#handlers = handlers;
    this.#options = options;
    this.#helloTimer = setTimeout(() => socket.destroy(), HELLO_TIMEOUT_MS);
    socket.on('data', (chunk: Buffer) => {
      this.#read(chunk);
    });
    socket.on('drain', () => {
      this.#advance();
    });
    socket.on('error', () => undefined); // 'close' follows.
    socket.on('close', () => {
      clearTimeout(this.#helloTimer);
      this.#subscription?.end();
      this.#waiting.length = 0;
    });
  }

  /** Lets what was written go out, then closes; whoever does not read by then is cut off. */
  end(): void {
    this.#socket.end();
    setTimeout(() => this.#socket.destroy(), 500).unref();
  }

  get #ready(): boolean {
    return this.#socket.writable && this.#socket.writableLength < WRITE_HIGH_WATER_BYTES;
  }

  #read(chunk: Buffer): void {
    try {
      this.#waiting.push(...this.#lines.push(chunk));
    } catch (error) {
      this.#refuse(error);
      return;
    }
    this.#advance();
  }

  /** Takes up requests as far as there is room, and lets the socket rest while there is none. */
  #advance(): void {
    while (this.#open < MAX_OPEN_REQUESTS && this.#ready) {
      const line = this.#waiting.shift();
      if (line === undefined) break;
      this.#take(line);
    }
    if (this.#waiting.length > 0) this.#socket.pause();
    else this.#socket.resume();
    this.#pump();
  }

  #pump(): void {
    try {
      this.#subscription?.pump();
    } catch (error) {
      this.#refuse(error);
    }
  }

  #take(line: string): void {
    let request: ReturnType<typeof RequestLine.safeParse>;
    try {
      const value = parseLine(line);
      if (!this.#greeted) {
        this.#greet(value);
        return;
      }
      request = RequestLine.safeParse(value);
    } catch (error) {
      this.#refuse(error);
      return;
    }
    if (!request.success) {
      this.#refuse(new MiyuError('malformed'));
      return;
    }
    const { id, method, params } = request.data;
    if (!isMethod(method)) this.#write({ id, error: { code: 'unknown-request', field: 'method' } });
    else if (method === 'subscribe') this.#subscribe(id, params);
    else void this.#answer(id, method, params);
  }

  #greet(value: unknown): void {
    const hello = ClientHello.safeParse(value);
    if (!hello.success || hello.data.api !== API_VERSION) throw new MiyuError('api-version', { detail: API_VERSION });
    clearTimeout(this.#helloTimer);
    this.#greeted = true;
    this.#write({ api: API_VERSION, version: this.#options.version, pid: process.pid });
  }

  async #answer(id: number, method: Exclude<Method, 'subscribe'>, params: unknown): Promise<void> {
    this.#open += 1;
    try {
      this.#options.onAsked?.(method);
      const result = await answer(this.#handlers, method, params);
      this.#write({ id, result }, () => this.#options.onAnswered?.(method));
    } catch (error) {
      this.#write({ id, error: this.#bodyOf(error) });
    } finally {
      this.#open -= 1;
      this.#advance();
    }
  }

  #subscribe(id: number, params: unknown): void {
    try {
      const { since } = parseParams('subscribe', params);
      this.#subscription?.end();
      const isReady = (): boolean => this.#ready;
      const subscription = new Subscription(
        this.#options.peer,
        {
          get ready() {
            return isReady();
          },
          send: (event) => {
            this.#write({ event });
          },
          lost: () => {
            this.#write({ error: { code: 'snapshot-required' } });
          },
        },
        since,
      );
      this.#subscription = subscription;
      this.#write({ id, result: { cursor: subscription.cursor } });
      subscription.pump();
    } catch (error) {
      this.#write({ id, error: this.#bodyOf(error) });
    }
  }

  #write(value: unknown, written?: () => void): void {
    if (this.#socket.writable) this.#socket.write(lineOf(value), written);
    else written?.();
  }

  /** Says why, and closes. */
  #refuse(error: unknown): void {
    this.#waiting.length = 0;
    if (this.#socket.writable) this.#socket.end(lineOf({ error: this.#bodyOf(error) }));
    this.#socket.resume(); // What still comes is dropped, or the end would not be seen.
    this.#socket.removeAllListeners('data');
  }

  #bodyOf(error: unknown): ErrorBody {
    if (!isMiyuError(error)) {
      this.#options.onFault?.(error);
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
