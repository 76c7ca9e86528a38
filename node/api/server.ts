/**
 * The local API's server: a Unix socket (a named pipe on Windows) that only this user can open, and, where it is wanted, the
 * page at 127.0.0.1 with a WebSocket. See contract.ts for the values.
 */
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { chmod, lstat, rm } from 'node:fs/promises';
import type { LockedBy } from '../flows/peer.ts';
import { MiyuError } from '../../shared/errors.ts';
import { writeFileAtomic } from '../../shared/storage/atomic-file.ts';
import { checkFolder, chooseSocketPlace, claimFolder, placeFile, runFolder } from './client-path.ts';
import { Connection } from './connection.ts';
import type { ApiParts } from './connection.ts';
import { MAX_LINE_BYTES } from './contract.ts';
import { handlersOf } from './handlers.ts';
import { LineCutter, lineOf } from './lines.ts';
import { servePage } from './page-server.ts';
import type { PageOptions, PageServer } from './page-server.ts';

/** Faces of one person: terminals, scripts. */
const MAX_CLIENTS = 64;

export interface ApiServerOptions extends Omit<ApiParts, 'handlers'> {
  readonly profile: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The process before this one ended because a newer device signed in: shown as the state until the password is given. */
  readonly signedOutBefore?: boolean;
  /** Why it ended, where it was not the person who locked it. */
  readonly lockedBefore?: LockedBy | null;
  /** Absent: no page. */
  readonly page?: PageOptions;
}

export interface ApiServer {
  readonly path: string;
  /** Where the page is, without the code that opens it. */
  readonly page: string | null;
  close(): Promise<void>;
}

/**
 * Starts to listen. The profile's guard must be ours: a socket that is there already was left by a dead process, and goes.
 * @throws MiyuError 'folder-unwritable' | 'api-unauthorized' | 'port-taken' where the page's port was asked for
 */
export async function serveApi(options: ApiServerOptions): Promise<ApiServer> {
  const { profile, env } = options;
  await claimFolder(runFolder(profile));
  const place = chooseSocketPlace(profile, env);
  if (place.folder !== undefined) {
    await claimFolder(place.folder);
    await rm(place.path, { force: true });
  }

  let page: PageServer | undefined;
  const handlers = handlersOf(options.peer, {
    signedOutBefore: options.signedOutBefore === true,
    lockedBefore: options.lockedBefore ?? null,
    page: () => page?.address ?? null,
  });
  const parts: ApiParts = { ...options, handlers };
  const clients = new Set<Connection>();
  const server = createServer((socket) => {
    if (clients.size >= MAX_CLIENTS) {
      socket.on('error', () => undefined);
      socket.resume(); // What it says is dropped, or its end would not be seen.
      socket.end(lineOf({ error: { code: 'busy' } }));
      return;
    }
    const client = attach(socket, parts);
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
  try {
    if (options.page !== undefined) page = await servePage(profile, options.page, parts);
  } catch (error) {
    server.close();
    throw error;
  }
  await writeFileAtomic(placeFile(profile), Buffer.from(`${place.path}\n`));

  return {
    path: place.path,
    page: page?.address ?? null,
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      for (const client of clients) client.end();
      await Promise.all([closed, page?.close()]);
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

/** Lines over a socket, to and from one client. */
function attach(socket: Socket, parts: ApiParts): Connection {
  const lines = new LineCutter(MAX_LINE_BYTES);
  const client = new Connection(
    {
      get open() {
        return socket.writable;
      },
      get buffered() {
        return socket.writableLength;
      },
      send: (value, sent) => socket.write(lineOf(value), sent),
      close: () => socket.end(),
      destroy: () => socket.destroy(),
      pause: () => socket.pause(),
      resume: () => socket.resume(),
    },
    parts,
  );
  socket.on('data', (chunk: Buffer) => {
    try {
      client.receive(lines.push(chunk));
    } catch (error) {
      client.refuse(error);
      socket.removeAllListeners('data').resume();
    }
  });
  socket.on('drain', () => {
    client.advance();
  });
  socket.on('error', () => undefined); // 'close' follows.
  socket.on('close', () => {
    client.closed();
  });
  return client;
}
