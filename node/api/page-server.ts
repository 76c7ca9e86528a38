/**
 * The page's door: an HTTP server on 127.0.0.1 that serves the built page, gives a token for the code that only this user can
 * read (POST /session), and opens the line to the peer (/api). Nothing it serves without a token is secret.
 */
import { createServer } from 'node:http';
import { systemClock } from '../../shared/clock.ts';
import type { Clock } from '../../shared/clock.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import type { Random } from '../../shared/crypto/random.ts';
import type { ApiParts } from './connection.ts';
import { listenForPage } from './page-port.ts';
import { PageRoutes } from './page-routes.ts';
import { PageSessions, rememberedPort } from './page-sessions.ts';

/** Headers of a browser are about 1 KiB. */
const MAX_HEADER_BYTES = 8 * 1024;
/** A browser sends a request at once: whoever takes longer holds a place that another wants. */
const HEADERS_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 10_000;
/** Between two requests, and for a reader that stands still. */
const IDLE_TIMEOUT_MS = 10_000;
/** How often the above are looked at. */
const CHECK_INTERVAL_MS = 1_000;
/** A browser opens six for a page; 64 lines; the rest is for whoever comes meanwhile. */
const MAX_CONNECTIONS = 128;

export interface PageOptions {
  /** null: the default or the next free one; 0: any. */
  readonly port: number | null;
  /** The built page: index.html and assets/. */
  readonly folder: string;
  /** What a browser says that the policy stopped: unchecked, and from whoever likes to. */
  readonly onReport?: (report: unknown) => void;
  readonly clock?: Clock;
  readonly random?: Random;
}

export interface PageServer {
  /** http://127.0.0.1:PORT/ */
  readonly address: string;
  close(): Promise<void>;
}

/** @throws MiyuError 'port-taken' where the port was asked for, 'folder-unwritable' */
export async function servePage(profile: string, options: PageOptions, parts: ApiParts): Promise<PageServer> {
  const { clock = systemClock, random = systemRandom } = options;
  const server = createServer({
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: IDLE_TIMEOUT_MS,
    connectionsCheckingInterval: CHECK_INTERVAL_MS,
    noDelay: true,
  });
  server.maxConnections = MAX_CONNECTIONS;
  server.setTimeout(IDLE_TIMEOUT_MS, (socket) => socket.destroy());
  // A page that waits for us to come back may ask before we are ready: it is answered a moment later.
  const ready = Promise.withResolvers<PageRoutes>();
  server.on('request', (request, response) => void ready.promise.then((door) => door.answer(request, response)));
  server.on('upgrade', (request, socket, head) => {
    void ready.promise.then((door) => {
      door.upgrade(request, socket, head);
    });
  });
  const port = await listenForPage(server, options.port, await rememberedPort(profile));
  const sessions = await PageSessions.open({ profile, port, clock, random, onFault: parts.onFault });
  const { folder, onReport } = options;
  const door = new PageRoutes({ port, sessions, folder, onReport }, parts);
  ready.resolve(door);
  return {
    address: sessions.address,
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      door.end();
      server.closeAllConnections();
      await closed;
      await sessions.close();
    },
  };
}
