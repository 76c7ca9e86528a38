import { describe, expect, test } from 'vitest';
import { MAX_LINE_BYTES } from '../../../node/api/contract.ts';
import { accountOf } from '../../support/fake-peer.ts';
import { openLine, servePageFor } from '../../support/page.ts';
import type { Line, RunningPage } from '../../support/page.ts';
import { until } from '../../support/until.ts';

async function greeted(page: RunningPage): Promise<Line> {
  const line = await openLine(page.port);
  line.send({ api: 1, token: await page.token() });
  await until('the greeting', () => line.values.length === 1);
  return line;
}

const resultOf = (line: Line, id: number): Promise<unknown> =>
  until(`answer ${id}`, () => line.values.find((value) => (value as { id?: number }).id === id));

describe('the line', () => {
  test('carries the values of the contract: a hello with the token, requests, events', async () => {
    const page = await servePageFor();
    const line = await greeted(page);
    expect(line.values[0]).toEqual({ api: 1, version: '1.2.3', pid: process.pid });
    line.send({ id: 1, method: 'send', params: { to: 'bob', text: '你好 \u0000 👋' } });
    expect(await resultOf(line, 1)).toMatchObject({ result: { text: '你好 \u0000 👋', position: 1 } });
    line.send({ id: 2, method: 'send', params: { to: 'nobody', text: 'x' } });
    expect(await resultOf(line, 2)).toEqual({ id: 2, error: { code: 'not-a-friend' } });
    line.send({ id: 3, method: 'status' });
    expect(await resultOf(line, 3)).toMatchObject({ result: { page: `${page.origin}/` } });
    line.send({ id: 4, method: 'subscribe', params: { since: 0 } });
    await resultOf(line, 4);
    page.peer.receive('bob', 'later');
    const events = await until('two events', () => {
      const found = line.values.filter((value) => 'event' in (value as object));
      return found.length === 2 && found;
    });
    expect(events).toMatchObject([{ event: { cursor: 1 } }, { event: { cursor: 2, event: { friend: accountOf(1) } } }]);
  });

  test.each([
    ['no token', { api: 1 }, 4401, 'api-unauthorized'],
    ['a wrong token', { api: 1, token: 'x'.repeat(43) }, 4401, 'api-unauthorized'],
    ['an empty token', { api: 1, token: '' }, 4401, 'api-unauthorized'],
    ['a token of another kind', { api: 1, token: 7 }, 4400, 'api-version'],
    ['a token without end', { api: 1, token: 'x'.repeat(129) }, 4400, 'api-version'],
    ['another version', { api: 2, token: 'x' }, 4400, 'api-version'],
    ['a request before the hello', { id: 1, method: 'status' }, 4400, 'api-version'],
  ])('with %s it is closed, and nothing is answered', async (_, hello, closeCode, code) => {
    const page = await servePageFor();
    const line = await openLine(page.port);
    line.send(hello);
    line.send({ id: 1, method: 'status' });
    expect(await line.closed).toBe(closeCode);
    expect(line.values).toMatchObject([{ error: { code } }]);
    expect(page.peer.calls).toEqual([]);
  });

  test('a code is no token, and a token in the address is none', async () => {
    const page = await servePageFor();
    const line = await openLine(page.port);
    line.send({ api: 1, token: await page.code() });
    expect(await line.closed).toBe(4401);
  });

  test('a frame beyond the bound is not read, in one piece or in many', async () => {
    const page = await servePageFor();
    const early = await openLine(page.port);
    early.webSocket.send('x'.repeat(MAX_LINE_BYTES + 1));
    expect(await early.closed).toBe(1009);
    const late = await greeted(page);
    late.webSocket.send('x'.repeat(MAX_LINE_BYTES + 1));
    expect(await late.closed).toBe(1009);
    const pieces = await greeted(page);
    for (let n = 0; n < 65; n += 1) pieces.webSocket.send('x', { fin: false });
    expect(await pieces.closed).toBe(1008);
  });

  test.each([
    ['bytes in place of text', Buffer.from('{"id":1}'), 4400],
    ['no JSON', '{', 4400],
    ['no request', '[]', 4400],
  ])('%s end it', async (_, data, code) => {
    const line = await greeted(await servePageFor());
    line.webSocket.send(data);
    expect(await line.closed).toBe(code);
    expect(line.values.at(-1)).toMatchObject({ error: { code: 'malformed' } });
  });

  test('a page that does not read costs no memory and misses nothing', async () => {
    const page = await servePageFor();
    const line = await greeted(page);
    line.send({ id: 1, method: 'subscribe', params: { since: 0 } });
    await resultOf(line, 1);
    line.socket().pause();
    const before = process.memoryUsage().arrayBuffers;
    const text = 'x'.repeat(60_000);
    for (let n = 0; n < 500; n += 1) page.peer.receive('bob', text);
    // 30 MB were offered. What the server holds for this page: its high water, and what the kernel has taken.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024);
    const other = await greeted(page);
    expect(other.values).toHaveLength(1);
    line.socket().resume();
    await until('all events', () => line.values.length === 502);
    const cursors = line.values.slice(2).map((value) => (value as { event: { cursor: number } }).event.cursor);
    expect(cursors).toEqual(Array.from({ length: 500 }, (_, n) => n + 1));
  });

  test('whoever asks for pongs and does not read them gets no more', async () => {
    const page = await servePageFor();
    const line = await greeted(page);
    let pongs = 0;
    line.webSocket.on('pong', () => (pongs += 1));
    line.socket().pause();
    for (let n = 0; n < 300_000; n += 1) line.webSocket.ping(Buffer.alloc(125));
    await until('they are out', () => line.socket().writableLength === 0);
    line.socket().resume();
    line.send({ id: 1, method: 'status' });
    expect(await resultOf(line, 1)).toMatchObject({ result: { name: 'alice' } });
    // 38 MB were asked for; what came is what the kernel holds for a socket.
    expect(pongs).toBeGreaterThan(0);
    expect(pongs).toBeLessThan(200_000);
  });

  test('a page that comes back after 10,000 events gets them all, once', async () => {
    const page = await servePageFor();
    const token = await page.token();
    for (let n = 1; n <= 10_000; n += 1) page.peer.receive('bob', `message ${n}`);
    const line = await openLine(page.port);
    line.send({ api: 1, token });
    line.send({ id: 1, method: 'subscribe', params: { since: 0 } });
    await until('all of them', () => line.values.length === 10_002);
    const cursors = line.values.slice(2).map((value) => (value as { event: { cursor: number } }).event.cursor);
    expect(cursors).toEqual(Array.from({ length: 10_000 }, (_, n) => n + 1));
  });

  test('at most so many lines at a time; the next is turned away until one has gone', async () => {
    const page = await servePageFor();
    const lines: Line[] = [];
    for (let n = 0; n < 64; n += 1) lines.push(await openLine(page.port));
    await expect(openLine(page.port)).rejects.toThrow('no line');
    lines[0]?.webSocket.close();
    await until('there is room', () => openLine(page.port).catch(() => undefined));
  });

  test('the end of the peer is told as going away, and ends all', async () => {
    const page = await servePageFor();
    const [line, silent] = [await greeted(page), await openLine(page.port)];
    await page.server.close();
    expect(await line.closed).toBe(1001);
    expect(await silent.closed).toBe(1001);
    await until('nobody listens to the peer', () => page.peer.listeners === 0);
  });
});
