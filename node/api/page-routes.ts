/** What the page's door answers, to whom it answers at all. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { z } from 'zod';
import type { ApiParts } from './connection.ts';
import { readJson } from './page-body.ts';
import { PageFiles, chooseEncoding } from './page-files.ts';
import { judge } from './page-guard.ts';
import type { Purpose } from './page-guard.ts';
import { REPORT_PATH, securityHeaders } from './page-headers.ts';
import type { PageSessions } from './page-sessions.ts';
import { PageLines } from './web-socket.ts';

/** A code is 43 characters. */
const MAX_SESSION_BYTES = 1024;
/** A report names two addresses and a piece of script. */
const MAX_REPORT_BYTES = 16 * 1024;

const SessionForm = z.strictObject({ code: z.string().max(128) });

export interface PageParts {
  readonly port: number;
  readonly sessions: PageSessions;
  /** The built page: index.html and assets/. */
  readonly folder: string;
  readonly onReport: ((report: unknown) => void) | undefined;
}

export class PageRoutes {
  readonly #page: PageParts;
  readonly #parts: ApiParts;
  readonly #files: PageFiles;
  readonly #lines: PageLines;

  constructor(page: PageParts, parts: ApiParts) {
    this.#page = page;
    this.#parts = parts;
    this.#files = new PageFiles(page.folder);
    this.#lines = new PageLines(parts, (token) => page.sessions.admits(token));
  }

  end(): void {
    this.#lines.end();
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => undefined); // Nobody listens any more.
    try {
      await this.#route(request, response);
    } catch (error) {
      this.#parts.onFault?.(error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500);
    }
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => undefined);
    const verdict = judge(request, this.#page.port, 'line');
    if (typeof verdict === 'number') refuseUpgrade(socket, verdict);
    else if (request.url !== '/api') refuseUpgrade(socket, 404);
    else if (this.#lines.full) refuseUpgrade(socket, 503);
    else this.#lines.upgrade(request, socket, head);
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '', method } = request;
    const path = url.split('?', 1)[0] ?? '';
    const purpose = PURPOSES.get(path) ?? 'read';
    const verdict = judge(request, this.#page.port, purpose);
    if (typeof verdict === 'number') {
      refuse(response, verdict);
      return;
    }
    for (const [name, value] of Object.entries(securityHeaders(verdict.host))) response.setHeader(name, value);
    const allowed = purpose === 'read' ? ['GET', 'HEAD'] : ['POST'];
    if (!allowed.includes(method ?? '')) {
      response.setHeader('Allow', allowed.join(', '));
      refuse(response, 405);
    } else if (path === '/session') await this.#session(request, response);
    else if (path === REPORT_PATH) await this.#report(request, response);
    else if (path === '/api') {
      response.setHeader('Upgrade', 'websocket');
      refuse(response, 426);
    } else if (path === '/' && !verdict.host.startsWith('127.')) {
      // One origin for the page: "localhost" may mean [::1], where anybody can listen.
      response.setHeader('Location', this.#page.sessions.address);
      refuse(response, 308);
    } else await this.#file(path, request, response);
  }

  async #file(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const file = await this.#files.find(path);
    if (file === undefined) {
      if (path === '/') notBuilt(response);
      else refuse(response, 404);
      return;
    }
    response.setHeader('Cache-Control', file.hashed ? 'private, max-age=31536000, immutable' : 'private, no-cache');
    response.setHeader('ETag', file.etag);
    response.setHeader('Vary', 'Accept-Encoding');
    if (request.headers['if-none-match'] === file.etag) {
      response.writeHead(304).end();
      return;
    }
    const encoding = chooseEncoding(request.headers['accept-encoding'], file);
    const body = file.bodies[encoding] ?? file.bodies.identity;
    if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
    response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  async #session(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readJson(request, ['application/json'], MAX_SESSION_BYTES);
    if (typeof body === 'number') {
      refuse(response, body);
      return;
    }
    const form = SessionForm.safeParse(body.value);
    if (!form.success) {
      tell(response, 400, { error: { code: 'malformed' } });
      return;
    }
    const outcome = await this.#page.sessions.exchange(form.data.code);
    if (outcome === 'wrong') tell(response, 403, { error: { code: 'api-unauthorized' } });
    else if ('token' in outcome) tell(response, 200, { token: outcome.token });
    else {
      response.setHeader('Retry-After', Math.ceil(outcome.retryAfterMs / 1000));
      tell(response, 429, { error: { code: 'rate-limited', retryAfterMs: Math.ceil(outcome.retryAfterMs) } });
    }
  }

  async #report(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readJson(request, ['application/csp-report', 'application/json'], MAX_REPORT_BYTES);
    if (typeof body === 'number') {
      refuse(response, body);
      return;
    }
    this.#page.onReport?.(body.value);
    response.writeHead(204).end();
  }
}

const PURPOSES: ReadonlyMap<string, Purpose> = new Map([
  ['/session', 'write'],
  [REPORT_PATH, 'report'],
]);

/** A status and nothing else; what still comes of the request is not waited for. */
function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    Connection: 'close',
  });
  response.end(`${status}\n`);
}

function tell(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
  });
  response.end(body);
}

function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}

const NOT_BUILT =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>miyu</title>' +
  '<h1>The page was not built.</h1><p>Run <code>npm run build</code>, then load this again.' +
  '<h1 lang="zh">页面尚未构建。</h1><p lang="zh">请运行 <code>npm run build</code>，然后重新加载。</html>\n';

function notBuilt(response: ServerResponse): void {
  response.writeHead(503, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(NOT_BUILT);
}
