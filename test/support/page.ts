/** A page's door for tests: a peer in memory, a small page in a folder of its own, and requests byte by byte. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { PageEntry, pageFile } from '../../node/api/client-page.ts';
import type { PageOptions } from '../../node/api/page-server.ts';
import { serveApi } from '../../node/api/server.ts';
import type { ApiServer } from '../../node/api/server.ts';
import { FakePeer } from './fake-peer.ts';
import { temporaryFolder } from './temporary.ts';

/** What the page's own script does first: the code from the fragment becomes a token, the token opens the line. */
const SCRIPT = `
const said = document.querySelector('#said');
const code = new URLSearchParams(location.hash.slice(1)).get('code');
history.replaceState(null, '', '/');
if (code !== null) {
  const answer = await fetch('/session', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ code }),
  });
  if (answer.ok) sessionStorage.setItem('token', (await answer.json()).token);
}
const line = new WebSocket('ws://' + location.host + '/api');
line.onopen = () => line.send(JSON.stringify({ api: 1, token: sessionStorage.getItem('token') ?? '' }));
line.onclose = ({ code }) => { said.textContent += ' closed ' + code; };
line.onmessage = ({ data }) => {
  const value = JSON.parse(data);
  if (value.version !== undefined) line.send(JSON.stringify({ id: 1, method: 'status' }));
  if (value.result !== undefined) said.textContent += ' I am ' + value.result.name;
};
`;
const INDEX =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>miyu</title><link rel="icon" href="data:,">' +
  '<link rel="stylesheet" href="/assets/app-1a2b.css"><p id="said"></p>' +
  '<script type="module" src="/assets/app-1a2b.js"></script></html>\n';

/** A built page: an index, a script and a style with hashed names, and neighbours that nobody shall get. */
export async function builtPage(): Promise<string> {
  const above = await temporaryFolder();
  const folder = join(above, 'web');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), INDEX);
  await writeFile(join(folder, 'assets', 'app-1a2b.js'), SCRIPT);
  await writeFile(join(folder, 'assets', 'app-1a2b.css'), 'p { color: green }\n'.repeat(200));
  await writeFile(join(folder, '.env'), 'SECRET');
  await writeFile(join(above, 'secret.txt'), 'SECRET');
  return folder;
}

export interface RunningPage {
  readonly profile: string;
  readonly peer: FakePeer;
  readonly server: ApiServer;
  readonly port: number;
  readonly origin: string;
  readonly reports: unknown[];
  readonly faults: unknown[];
  /** The code as a program of this user reads it. */
  code(): Promise<string>;
  /** A token as the page gets it. */
  token(): Promise<string>;
}

export interface PageWorldOptions extends Partial<PageOptions> {
  readonly profile?: string;
  readonly peer?: FakePeer;
}

/** On any free port, unless told otherwise. */
export async function servePageFor(options: PageWorldOptions = {}): Promise<RunningPage> {
  const profile = options.profile ?? (await temporaryFolder());
  const peer = options.peer ?? FakePeer.withFriends('bob');
  const reports: unknown[] = [];
  const faults: unknown[] = [];
  const server = await serveApi({
    profile,
    peer,
    version: '1.2.3',
    env: {},
    onFault: (error) => faults.push(error),
    page: { port: 0, folder: await builtPage(), onReport: (report) => reports.push(report), ...options },
  });
  onTestFinished(() => server.close());
  const port = Number(new URL(server.page ?? '').port);
  const origin = `http://127.0.0.1:${port}`;
  const code = async (): Promise<string> => (await readEntry(profile)).code;
  const token = async (): Promise<string> => {
    const answer = await exchange(port, await code());
    return (JSON.parse(answer.body) as { token: string }).token;
  };
  return { profile, peer, server, port, origin, reports, faults, code, token };
}

export const readEntry = async (profile: string): Promise<PageEntry> =>
  PageEntry.parse(JSON.parse(await readFile(pageFile(profile), 'utf8')));

export interface RawAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Sends these very bytes and reads until the other side closes. Without a status: it closed without a word. */
export async function raw(port: number, request: string | Uint8Array): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => {
      resolve();
    });
  });
  socket.write(request);
  await closed;
  const text = Buffer.concat(chunks).toString('utf8');
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, end).split('\r\n');
  const headers = new Map(
    lines.map((line): [string, string] => {
      const at = line.indexOf(':');
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
    }),
  );
  return { status: Number(first.split(' ')[1] ?? 0), headers, body: text.slice(end + 4) };
}

/** Headers where a value of undefined leaves one out. */
export type Headers = Readonly<Record<string, string | undefined>>;

export const head = (method: string, path: string, headers: Headers): string =>
  `${method} ${path} HTTP/1.1\r\n${Object.entries(headers)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}\r\n`]))
    .join('')}\r\n`;

/** A request as the page itself would make it, but for what the test changes. */
export function ask(port: number, method: string, path: string, headers: Headers = {}, body = ''): Promise<RawAnswer> {
  return raw(
    port,
    head(method, path, {
      Host: `127.0.0.1:${port}`,
      Connection: 'close',
      ...(body === '' ? {} : { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)) }),
      ...headers,
    }) + body,
  );
}

export const exchange = (port: number, code: string, headers: Headers = {}): Promise<RawAnswer> =>
  ask(port, 'POST', '/session', { Origin: `http://127.0.0.1:${port}`, ...headers }, JSON.stringify({ code }));

/** The handshake of a WebSocket. */
export const handshake = (port: number, headers: Headers = {}, path = '/api'): Promise<RawAnswer> =>
  raw(port, upgradeRequest(port, headers, path));

export const upgradeRequest = (port: number, headers: Headers = {}, path = '/api'): string =>
  head('GET', path, {
    Host: `127.0.0.1:${port}`,
    Origin: `http://127.0.0.1:${port}`,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  });

export interface Line {
  readonly webSocket: WebSocket;
  /** Values as they came. */
  readonly values: unknown[];
  readonly closed: Promise<number>;
  send(value: unknown): void;
  /** The socket below, to let it rest. */
  socket(): Socket;
}

/** A WebSocket as the page opens it; the first value is the test's affair. */
export async function openLine(port: number): Promise<Line> {
  const webSocket = new WebSocket(`ws://127.0.0.1:${port}/api`, { origin: `http://127.0.0.1:${port}` });
  const values: unknown[] = [];
  webSocket.on('message', (data: Buffer) => values.push(JSON.parse(data.toString('utf8'))));
  webSocket.on('error', () => undefined);
  const closed = new Promise<number>((resolve) => {
    webSocket.on('close', (code) => {
      resolve(code);
    });
  });
  onTestFinished(() => {
    webSocket.terminate();
  });
  await new Promise<void>((resolve, reject) => {
    webSocket.on('open', () => {
      resolve();
    });
    webSocket.on('close', () => {
      reject(new Error('no line'));
    });
  });
  return {
    webSocket,
    values,
    closed,
    send: (value) => {
      webSocket.send(JSON.stringify(value));
    },
    socket: () => (webSocket as unknown as { readonly _socket: Socket })._socket,
  };
}
