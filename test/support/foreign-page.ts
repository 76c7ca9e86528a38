/** Somebody else's page on another port of this machine, and what it may try. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

/** Runs in the page, so it is text for Node: it knows `target`, the origin of the door, and `code`, as if it had been stolen. */
const ATTACK = String.raw`async ({ target, code }) => {
  const element = (name, source, path, more = {}) =>
    new Promise((resolve) => {
      const made = Object.assign(document.createElement(name), more);
      made.addEventListener('load', () => resolve('loaded'));
      made.addEventListener('error', () => resolve('error'));
      made[source] = target + path;
      document.head.append(made);
    });
  const ask = (path, init) =>
    fetch(target + path, init).then(
      async (answer) => answer.type + ' ' + (await answer.text()),
      () => 'refused',
    );
  const line = (protocols) =>
    new Promise((resolve) => {
      const socket = new WebSocket(target.replace('http', 'ws') + '/api', protocols);
      socket.onopen = () => resolve('open');
      socket.onclose = () => resolve('closed');
    });
  const form = () =>
    new Promise((resolve) => {
      const frame = Object.assign(document.createElement('iframe'), { name: 'answer' });
      document.body.append(frame);
      frame.onload = () => resolve(frame.contentDocument?.body.textContent ?? 'unreadable');
      const made = Object.assign(document.createElement('form'), {
        action: target + '/session', method: 'POST', enctype: 'text/plain', target: 'answer',
      });
      made.append(Object.assign(document.createElement('input'), { name: '{"code":"' + code + '","x":"', value: '"}' }));
      document.body.append(made);
      made.submit();
    });
  const json = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ code }) };
  return {
    read: await ask('/', {}),
    readBlind: await ask('/', { mode: 'no-cors' }),
    json: await ask('/session', json),
    jsonWithCredentials: await ask('/session', { ...json, credentials: 'include' }),
    text: await ask('/session', { method: 'POST', mode: 'no-cors', body: json.body }),
    report: await ask('/csp-report', { method: 'POST', mode: 'no-cors', body: '{}' }),
    form: await form(),
    line: await line([]),
    lineWithProtocol: await line(['miyu']),
    script: await element('script', 'src', '/assets/app-1a2b.js'),
    module: await element('script', 'src', '/assets/app-1a2b.js', { type: 'module' }),
    image: await element('img', 'src', '/icon.png'),
    style: await element('link', 'href', '/assets/app-1a2b.css', { rel: 'stylesheet' }),
    preload: await element('link', 'href', '/assets/app-1a2b.js', { rel: 'preload', as: 'script' }),
  };
}`;

/** @returns what each try came to, for the page that tried */
export const attack = (page: Page, target: string, code: string): Promise<Record<string, string>> =>
  page.evaluate(`(${ATTACK})(${JSON.stringify({ target, code })})`);

/** Serves the foreign page. @returns its port */
export async function foreignPage(): Promise<number> {
  const server = createServer((_: IncomingMessage, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html', 'Set-Cookie': 'session=theirs; Path=/' });
    response.end(
      '<!doctype html><html><head><title>foreign</title><link rel="icon" href="data:,"></head><body></body></html>',
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as { port: number }).port;
}

/** What the server on this port answers from now on, as `GET /path 403`; a browser does not tell it of what it kept from a page. */
export function answersOf(port: number): Set<string> {
  const seen = new Set<string>();
  const take = (message: unknown): void => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (request.socket.localPort !== port) return;
    seen.add(`${request.method ?? ''} ${request.url ?? ''} ${response.statusCode}`);
  };
  subscribe('http.server.response.finish', take);
  onTestFinished(() => void unsubscribe('http.server.response.finish', take));
  return seen;
}
