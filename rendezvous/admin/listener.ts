/** The running server's side of the operator's socket. Whoever may open the data folder may ask. */
import { chmod, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import type { Log } from '../../shared/log.ts';
import { MiyuError } from '../../shared/errors.ts';
import { AdminRequest, MAX_QUESTION_BYTES, type AdminAnswers, type AdminCommand, type AdminLine } from './protocol.ts';

/** Each command's work. `signal`: nobody waits for the answer any more. */
export type AdminHandlers = {
  readonly [K in AdminCommand]: (
    request: Extract<AdminRequest, { readonly command: K }>,
    signal: AbortSignal,
  ) => Promise<AdminAnswers[K]>;
};

export interface AdminListener {
  stop(): Promise<void>;
}

const MAX_CONNECTIONS = 8;
/** From the connection to the whole question. */
const QUESTION_TIMEOUT_MS = 5_000;
const PROGRESS_MS = 1_000;

/** @throws MiyuError 'folder-unwritable' */
export async function startAdmin(path: string, handlers: AdminHandlers, log: Log): Promise<AdminListener> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(socket, handlers, log).catch((error: unknown) => {
      log.fault(error);
      socket.destroy();
    });
  });
  server.maxConnections = MAX_CONNECTIONS;
  // Left behind by a server that was killed: the data folder's guard says that there is no other one.
  if (process.platform !== 'win32') await rm(path, { force: true });
  await listen(server, path);
  server.on('error', (error) => log.fault(error));
  if (process.platform !== 'win32') await chmod(path, 0o600);
  return {
    stop: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (cause: Error): void => reject(new MiyuError('folder-unwritable', { cause }));
    server.once('error', onError);
    server.listen(path, () => {
      server.off('error', onError);
      resolve();
    });
  });
}

async function serve(socket: Socket, handlers: AdminHandlers, log: Log): Promise<void> {
  const gone = new AbortController();
  socket.on('close', () => gone.abort());
  socket.on('error', () => socket.destroy());
  const question = await readLine(socket);
  if (question === undefined) {
    socket.destroy();
    return;
  }
  const startedAt = performance.now();
  const say = (line: AdminLine): void => {
    if (socket.writable) socket.write(`${JSON.stringify(line)}\n`);
  };
  const timer = setInterval(() => say({ progress: { ms: Math.round(performance.now() - startedAt) } }), PROGRESS_MS);
  try {
    const request = parse(question);
    log.info('operator', { action: request.command });
    const handler = handlers[request.command] as (request: AdminRequest, signal: AbortSignal) => Promise<unknown>;
    say({ result: await handler(request, gone.signal) });
  } catch (error) {
    if (!(error instanceof MiyuError)) log.fault(error);
    const { code, detail, retryAfterMs } = error instanceof MiyuError ? error : new MiyuError('internal');
    say({
      error: {
        code,
        ...(detail === undefined ? {} : { detail }),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      },
    });
  } finally {
    clearInterval(timer);
    socket.end();
  }
}

function parse(line: string): AdminRequest {
  try {
    return AdminRequest.parse(JSON.parse(line));
  } catch (cause) {
    throw new MiyuError('usage', { cause });
  }
}

/** The first line, or undefined where none came in time or within its bound. */
function readLine(socket: Socket): Promise<string | undefined> {
  return new Promise((resolve) => {
    let text = '';
    const timer = setTimeout(() => resolve(undefined), QUESTION_TIMEOUT_MS);
    const finish = (line: string | undefined): void => {
      clearTimeout(timer);
      resolve(line);
    };
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      text += chunk;
      const end = text.indexOf('\n');
      if (end >= 0) finish(text.slice(0, end));
      else if (text.length > MAX_QUESTION_BYTES) finish(undefined);
    });
    socket.on('close', () => finish(undefined));
  });
}
