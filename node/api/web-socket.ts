/** The page's line: a WebSocket whose text frames are the values of contract.ts, to and from one client. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { ServerOptions, WebSocket } from 'ws';
import { MiyuError } from '../../shared/errors.ts';
import { Connection } from './connection.ts';
import type { ApiParts } from './connection.ts';
import { CLOSE_REFUSED, CLOSE_UNAUTHORIZED, MAX_LINE_BYTES } from './contract.ts';

/** Tabs of one person, and what is left of those that were reloaded. */
const MAX_CLIENTS = 64;
/** A request comes in one frame or a few: what is cut finer is no browser's. */
const MAX_FRAGMENTS = 64;
/** Pongs for whoever asks without reading the answers. */
const PONG_HIGH_WATER_BYTES = 64 * 1024;
/** What a WebSocket waits for the other side's goodbye. */
const CLOSE_TIMEOUT_MS = 1_000;
/** "Going away": the peer ends (RFC 6455 §7.4.1). */
const GOING_AWAY = 1001;

/** The last two are newer than the package's types. */
const OPTIONS: ServerOptions & { readonly closeTimeout: number; readonly maxFragments: number } = {
  noServer: true,
  clientTracking: false,
  maxPayload: MAX_LINE_BYTES,
  // Both ends are on this machine: compressing costs time and saves nothing.
  perMessageDeflate: false,
  autoPong: false,
  maxFragments: MAX_FRAGMENTS,
  closeTimeout: CLOSE_TIMEOUT_MS,
};

export class PageLines {
  readonly #parts: ApiParts;
  readonly #admits: (token: string | undefined) => boolean;
  readonly #clients = new Set<Connection>();
  readonly #server = new WebSocketServer(OPTIONS);

  constructor(parts: ApiParts, admits: (token: string | undefined) => boolean) {
    this.#parts = parts;
    this.#admits = admits;
  }

  get full(): boolean {
    return this.#clients.size >= MAX_CLIENTS;
  }

  /** Takes over the connection of a request that the guard has let in. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      const client = attach(webSocket, socket, this.#parts, this.#admits);
      this.#clients.add(client);
      webSocket.on('close', () => this.#clients.delete(client));
    });
  }

  end(): void {
    for (const client of this.#clients) client.end();
  }
}

function attach(
  webSocket: WebSocket,
  socket: Duplex,
  parts: ApiParts,
  admits: (token: string | undefined) => boolean,
): Connection {
  let held = false;
  /** Frames of one turn leave in one write: a page that comes back gets thousands. */
  const hold = (): void => {
    if (held) return;
    held = true;
    socket.cork();
    process.nextTick(() => {
      held = false;
      socket.uncork();
    });
  };
  const client = new Connection(
    {
      get open() {
        return webSocket.readyState === webSocket.OPEN;
      },
      get buffered() {
        return webSocket.bufferedAmount;
      },
      send: (value, sent) => {
        hold();
        webSocket.send(JSON.stringify(value), () => sent?.());
      },
      close: (reason) => {
        const code = reason?.code === 'api-unauthorized' ? CLOSE_UNAUTHORIZED : CLOSE_REFUSED;
        if (reason === undefined) webSocket.close(GOING_AWAY);
        else webSocket.close(code, reason.code);
      },
      destroy: () => {
        webSocket.terminate();
      },
      pause: () => {
        webSocket.pause();
      },
      resume: () => {
        webSocket.resume();
      },
    },
    parts,
    admits,
  );
  webSocket.on('message', (data: Buffer, isBinary) => {
    if (isBinary) client.refuse(new MiyuError('malformed'));
    else client.receive([data.toString('utf8')]);
  });
  webSocket.on('ping', (data) => {
    if (webSocket.bufferedAmount < PONG_HIGH_WATER_BYTES) webSocket.pong(data);
  });
  socket.on('drain', () => {
    client.advance();
  });
  webSocket.on('error', () => undefined); // It closes by itself, with the reason as its code.
  webSocket.on('close', () => {
    client.closed();
  });
  return client;
}
