/**
 * The page's door as tests of the page need it: the built files under the strict policy, one code for a token, and a
 * WebSocket whose frames are lines of the peer's own socket. It can be closed and opened again at the same address.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { extname, join } from 'node:path';
import type { Duplex } from 'node:stream';
import { findSocket } from '../../node/api/client-path.ts';
import { LineCutter } from '../../node/api/lines.ts';
import { DIST } from '../../scripts/launch/paths.js';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self' ws://127.0.0.1:*",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const MAX_LINE = 16 * 1024 * 1024;

export class PageBridge {
  readonly #profile: string;
  readonly #codes = new Set<string>();
  readonly #tokens = new Set<string>();
  readonly #lines = new Set<Duplex>();
  #server: Server | undefined;
  #port = 0;
  /** Events that went to pages since it was made. */
  events = 0;

  constructor(profile: string) {
    this.#profile = profile;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Opens the page once. */
  newLink(): string {
    const code = randomUUID();
    this.#codes.add(code);
    return `${this.origin}/#code=${code}`;
  }

  async open(): Promise<void> {
    const server = createServer((request, response) => {
      void this.#answer(request, response);
    });
    server.on('upgrade', (request, socket) => {
      void this.#upgrade(request, socket);
    });
    await new Promise<void>((resolve) => {
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    for (const line of this.#lines) line.destroy();
    server?.closeAllConnections();
    await new Promise<void>((resolve) => {
      if (server === undefined) resolve();
      else
        server.close(() => {
          resolve();
        });
    });
  }

  /** Breaks every line, as a peer that ends does; new ones are taken. */
  cut(): void {
    for (const line of this.#lines) line.destroy();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('content-security-policy', POLICY);
    if (request.method === 'POST' && request.url === '/session') {
      const { code } = JSON.parse(await textOf(request)) as { code?: string };
      if (code === undefined || !this.#codes.delete(code)) {
        response.writeHead(401).end();
        return;
      }
      const token = randomUUID();
      this.#tokens.add(token);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ token }));
      return;
    }
    const name = request.url === '/' ? '/index.html' : (request.url ?? '');
    const bytes = /^\/(index\.html|assets\/[\w-]+\.\w+)$/.test(name)
      ? await readFile(join(DIST, 'web', name)).catch(() => undefined)
      : undefined;
    if (bytes === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' }).end(bytes);
  }

  /** RFC 6455, as far as a browser and lines of text need it. */
  async #upgrade(request: IncomingMessage, socket: Duplex): Promise<void> {
    const key = `${request.headers['sec-websocket-key'] ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-accept: ${accept}\r\n\r\n`,
    );
    this.#lines.add(socket);
    socket.on('close', () => this.#lines.delete(socket));
    socket.on('error', () => undefined);
    let peer: Socket | undefined;
    const path = await findSocket(this.#profile).catch(() => undefined);
    const read = frames((text) => {
      if (peer !== undefined) {
        peer.write(`${text}\n`);
        return;
      }
      const { token, ...hello } = JSON.parse(text) as { token?: string };
      if (token === undefined || !this.#tokens.has(token)) {
        socket.end(frame(0x8, closeBody(4401)));
        return;
      }
      if (path === undefined) {
        socket.end(frame(0x8, closeBody(1013)));
        return;
      }
      peer = connect(path);
      peer.write(`${JSON.stringify(hello)}\n`);
      const cutter = new LineCutter(MAX_LINE);
      peer.on('data', (chunk: Buffer) => {
        for (const line of cutter.push(chunk)) {
          if (line.startsWith('{"event"')) this.events += 1;
          socket.write(frame(0x1, Buffer.from(line)));
        }
      });
      peer.on('error', () => undefined);
      peer.on('close', () => socket.end(frame(0x8, closeBody(1001))));
    });
    socket.on('data', read);
    socket.on('close', () => peer?.destroy());
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function closeBody(code: number): Buffer {
  const body = Buffer.alloc(2);
  body.writeUInt16BE(code);
  return body;
}

function frame(opcode: number, body: Buffer): Buffer {
  const size = body.length < 126 ? 2 : body.length < 65_536 ? 4 : 10;
  const head = Buffer.alloc(size);
  head[0] = 0x80 | opcode;
  if (size === 2) head[1] = body.length;
  else if (size === 4) {
    head[1] = 126;
    head.writeUInt16BE(body.length, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(body.length), 2);
  }
  return Buffer.concat([head, body]);
}

/** Cuts what a browser sends into texts; it masks every frame, and sends each of ours in one. */
function frames(onText: (text: string) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 6) {
      let length = rest[1]! & 0x7f;
      let at = 2;
      if (length === 126) {
        if (rest.length < 8) return;
        length = rest.readUInt16BE(2);
        at = 4;
      } else if (length === 127) {
        if (rest.length < 14) return;
        length = Number(rest.readBigUInt64BE(2));
        at = 10;
      }
      if (rest.length < at + 4 + length) return;
      const mask = rest.subarray(at, at + 4);
      const body = Buffer.from(rest.subarray(at + 4, at + 4 + length));
      for (let i = 0; i < length; i += 1) body[i] = body[i]! ^ mask[i % 4]!;
      const opcode = rest[0]! & 0xf;
      rest = rest.subarray(at + 4 + length);
      if (opcode === 0x1) onText(body.toString('utf8'));
    }
  };
}
