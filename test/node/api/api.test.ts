import { chmod, lstat, mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { connectApi } from '../../../node/api/client.ts';
import type { ApiClient } from '../../../node/api/client.ts';
import { followApi } from '../../../node/api/client-follow.ts';
import { MAX_LINE_BYTES, TEXT_LIMIT_BYTES } from '../../../node/api/contract.ts';
import type { Method } from '../../../node/api/contract.ts';
import { chooseSocketPlace, placeFile, runFolder } from '../../../node/api/client-path.ts';
import { serveApi } from '../../../node/api/server.ts';
import type { ApiServer } from '../../../node/api/server.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { FakePeer, accountOf } from '../../support/fake-peer.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

interface Running {
  readonly profile: string;
  readonly server: ApiServer;
  readonly answered: Method[];
  readonly faults: unknown[];
}

async function serve(peer: FakePeer, folder?: string, env: Record<string, string> = {}): Promise<Running> {
  const profile = folder ?? (await temporaryFolder());
  const answered: Method[] = [];
  const faults: unknown[] = [];
  const server = await serveApi({
    profile,
    peer,
    version: '1.2.3',
    env,
    onAnswered: (method) => answered.push(method),
    onFault: (error) => faults.push(error),
  });
  onTestFinished(() => server.close());
  return { profile, server, answered, faults };
}

async function client(profile: string): Promise<ApiClient> {
  const connected = await connectApi(profile);
  onTestFinished(() => {
    connected.close();
  });
  return connected;
}

/** A client that speaks the lines itself. */
async function rawClient(path: string): Promise<{ socket: Socket; lines: unknown[]; ended: Promise<void> }> {
  const socket = connect(path);
  const lines: unknown[] = [];
  let rest = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts.map((part) => JSON.parse(part) as unknown));
  });
  socket.on('error', () => {});
  const ended = new Promise<void>((resolve) => {
    socket.on('close', () => {
      resolve();
    });
  });
  onTestFinished(() => void socket.destroy());
  await new Promise<void>((resolve) => {
    socket.on('connect', () => {
      resolve();
    });
  });
  return { socket, lines, ended };
}

describe('requests', () => {
  test('carry parameters and results, bytes included', async () => {
    const peer = FakePeer.withFriends('bob');
    peer.known.set('carol', accountOf(9));
    const { profile } = await serve(peer);
    const api = await client(profile);
    expect(api.hello).toMatchObject({ version: '1.2.3', pid: process.pid });
    expect((await api.call('status')).name).toBe('alice');
    expect((await api.call('friends.list')).friends.map(({ name }) => name)).toEqual(['bob']);
    expect((await api.call('friends.add', { who: 'carol', greeting: '你好' })).outcome).toBe('requested');
    expect(peer.calls).toContain('add carol 你好');
    const sent = await api.call('send', { to: 'bob', text: 'line\nof 文字 \u0000' });
    expect(sent).toMatchObject({ direction: 'out', text: 'line\nof 文字 \u0000', position: 1 });
    const { file } = await api.call('key.export', { password: 'correct horse', filePassword: 'x' });
    expect([...Buffer.from(file, 'base64')]).toEqual([1, 2, 3, 255]);
    expect(await api.call('friends.remove', { who: 'bob', keepHistory: true })).toEqual({});
  });

  test('a failure comes with its code, field and numbers', async () => {
    const peer = FakePeer.withFriends('bob');
    const { profile } = await serve(peer);
    const api = await client(profile);
    await expect(api.call('friends.add', { who: 'nobody' })).rejects.toMatchObject({ code: 'no-such-user' });
    await expect(api.call('register', { name: '', password: 'x' })).rejects.toMatchObject({
      code: 'already-registered',
    });
    peer.ping = () => Promise.reject(new MiyuError('rate-limited', { retryAfterMs: 1500, detail: 7, field: 'f' }));
    await expect(api.call('ping')).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfterMs: 1500,
      detail: 7,
      field: 'f',
    });
  });

  test('a fault of our own tells the client nothing but that', async () => {
    const peer = FakePeer.withFriends();
    peer.ping = () => Promise.reject(new Error('secret detail'));
    const { profile, faults } = await serve(peer);
    const api = await client(profile);
    await expect(api.call('ping')).rejects.toMatchObject({ code: 'internal', message: 'internal' });
    expect(faults).toHaveLength(1);
  });

  test('wrong parameters are refused before the peer is asked', async () => {
    const { profile } = await serve(FakePeer.withFriends('bob'));
    const api = await client(profile);
    const wrong = { to: 'bob', text: 'x', more: 1 } as { to: string; text: string };
    await expect(api.call('send', wrong)).rejects.toMatchObject({ code: 'usage' });
    await expect(api.call('history', { with: 'bob', limit: 0 })).rejects.toMatchObject({
      code: 'usage',
      field: 'limit',
    });
    await expect(api.call('nonsense' as 'status')).rejects.toMatchObject({ code: 'unknown-request' });
  });

  test('the longest text passes even where JSON writes every byte as six', async () => {
    const { profile } = await serve(FakePeer.withFriends('bob'));
    const api = await client(profile);
    const text = '\u0001'.repeat(TEXT_LIMIT_BYTES);
    expect((await api.call('send', { to: 'bob', text })).text).toBe(text);
    const page = await api.call('history', { with: 'bob' });
    expect(page.messages.map((message) => message.text.length)).toEqual([TEXT_LIMIT_BYTES]);
    await expect(api.call('send', { to: 'bob', text: `${text}\u0001` })).rejects.toMatchObject({
      code: 'text-too-long',
    });
  });

  test('many at once are all answered, though only some are open at a time', async () => {
    const peer = FakePeer.withFriends('bob');
    const { profile } = await serve(peer);
    const api = await client(profile);
    const texts = Array.from({ length: 500 }, (_, n) => `message ${n}`);
    const sent = await Promise.all(texts.map((text) => api.call('send', { to: 'bob', text })));
    expect(sent.map(({ text }) => text)).toEqual(texts);
    expect(peer.histories.get(accountOf(1))?.map(({ text }) => text)).toEqual(texts);
  });

  test('a call ends with its time-out, with its signal, and with the connection', async () => {
    const peer = FakePeer.withFriends();
    peer.ping = () => new Promise(() => {});
    const { profile, server } = await serve(peer);
    const api = await client(profile);
    await expect(api.call('ping', {}, { timeoutMs: 20 })).rejects.toMatchObject({ code: 'timeout' });
    await expect(api.call('ping', {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' });
    const open = expect(api.call('ping')).rejects.toMatchObject({ code: 'link-closed' });
    await server.close();
    await open;
    await expect(api.call('status')).rejects.toMatchObject({ code: 'link-closed' });
  });

  test('the daemon learns what was answered, after the answer has left', async () => {
    const { profile, answered } = await serve(FakePeer.withFriends());
    const api = await client(profile);
    expect(await api.call('logout')).toEqual({ acknowledged: true });
    await until('logout is reported', () => answered.includes('logout'));
  });

  test('history comes in pages, oldest first, and says whether there is more', async () => {
    const peer = FakePeer.withFriends('bob');
    for (let n = 1; n <= 120; n += 1) peer.receive('bob', `${n}`);
    const { profile } = await serve(peer);
    const api = await client(profile);
    const last = await api.call('history', { with: 'bob', limit: 50 });
    expect([last.messages[0]?.position, last.messages.at(-1)?.position, last.more]).toEqual([71, 120, true]);
    const first = await api.call('history', { with: 'bob', before: 21, limit: 200 });
    expect([first.messages[0]?.position, first.messages.at(-1)?.position, first.more]).toEqual([1, 20, false]);
  });

  test('a page of long messages is cut to what a line carries', async () => {
    const peer = FakePeer.withFriends('bob');
    for (let n = 0; n < 20; n += 1) peer.receive('bob', 'x'.repeat(TEXT_LIMIT_BYTES));
    const { profile } = await serve(peer);
    const api = await client(profile);
    const positions: number[] = [];
    let before: number | undefined;
    for (let more = true; more;) {
      const page = await api.call('history', { with: 'bob', limit: 200, ...(before === undefined ? {} : { before }) });
      expect(page.messages.length).toBeLessThan(8);
      positions.unshift(...page.messages.map(({ position }) => position));
      before = page.messages[0]!.position;
      more = page.more;
    }
    expect(positions).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  });
});

describe('events', () => {
  test('come from a cursor on, each once, in order, with what is of the moment', async () => {
    const peer = FakePeer.withFriends('bob');
    for (let n = 1; n <= 200; n += 1) peer.receive('bob', `${n}`);
    const { profile } = await serve(peer);
    const api = await client(profile);
    const seen: (number | string)[] = [];
    for await (const { cursor, event } of api.events(50)) {
      seen.push(cursor === 0 ? event.type : cursor);
      if (cursor === 100) {
        peer.receive('bob', 'live');
        peer.emit({ type: 'presence', friend: accountOf(1), name: 'bob', presence: 'mailbox', path: null });
      }
      if (cursor === 0) break;
    }
    expect(seen).toEqual([...Array.from({ length: 151 }, (_, n) => n + 51), 'presence']);
    await until('the subscription ends with the client', () => peer.listeners === 0);
  });

  test('without a cursor: from now', async () => {
    const peer = FakePeer.withFriends('bob');
    peer.receive('bob', 'before');
    const { profile } = await serve(peer);
    const api = await client(profile);
    const events = api.events();
    const next = events.next();
    await until('the subscription stands', () => peer.listeners === 1);
    peer.receive('bob', 'after');
    expect((await next).value).toMatchObject({ cursor: 2, event: { message: { text: 'after' } } });
    await events.return(undefined as never);
  });

  test('a profile that is locked gives its events once it is open', async () => {
    const peer = FakePeer.withFriends('bob');
    peer.receive('bob', 'old');
    peer.state = 'locked';
    const { profile } = await serve(peer);
    const api = await client(profile);
    const events = api.events();
    const first = events.next();
    await until('the subscription stands', () => peer.listeners === 1);
    await peer.login({ password: 'correct horse' });
    expect((await first).value).toMatchObject({ cursor: 0, event: { type: 'state', state: 'online' } });
    peer.receive('bob', 'new');
    expect((await events.next()).value).toMatchObject({ event: { message: { text: 'new' } } });
  });

  test('a cursor that is no longer kept asks for a snapshot', async () => {
    const peer = FakePeer.withFriends('bob');
    peer.forgotten = 10;
    const { profile } = await serve(peer);
    const api = await client(profile);
    await expect(api.events(3).next()).rejects.toMatchObject({ code: 'snapshot-required' });
  });

  test('a client that does not read costs no memory and misses nothing', async () => {
    const peer = FakePeer.withFriends('bob');
    const { profile, server } = await serve(peer);
    const { socket, lines } = await rawClient(server.path);
    socket.write('{"api":1}\n{"id":1,"method":"subscribe","params":{"since":0}}\n');
    await until('the answer', () => lines.length === 2);
    socket.pause();
    const text = 'x'.repeat(60_000);
    for (let n = 0; n < 200; n += 1) peer.receive('bob', text);
    // 12 MB were offered; what the server holds for this client is its high water and one message.
    const api = await client(profile);
    expect((await api.call('status')).name).toBe('alice');
    socket.resume();
    await until('all events', () => lines.length === 202);
    const cursors = lines.slice(2).map((line) => (line as { event: { cursor: number } }).event.cursor);
    expect(cursors).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
  });
});

describe('the door', () => {
  test.skipIf(process.platform === 'win32')('is open to its owner alone', async () => {
    const { profile, server } = await serve(FakePeer.withFriends());
    expect((await lstat(runFolder(profile))).mode & 0o777).toBe(0o700);
    expect((await lstat(server.path)).mode & 0o777).toBe(0o600);
    expect((await readFile(placeFile(profile), 'utf8')).trim()).toBe(server.path);
  });

  test.skipIf(process.platform === 'win32')('a folder that others may enter is refused by both ends', async () => {
    const profile = await temporaryFolder();
    await mkdir(runFolder(profile));
    await chmod(runFolder(profile), 0o755);
    await expect(serve(FakePeer.withFriends(), profile)).rejects.toMatchObject({ code: 'api-unauthorized' });
    await chmod(runFolder(profile), 0o700);
    await serve(FakePeer.withFriends(), profile);
    await chmod(runFolder(profile), 0o750);
    await expect(connectApi(profile)).rejects.toMatchObject({ code: 'api-unauthorized' });
  });

  test.skipIf(process.platform === 'win32')(
    'a long path moves the socket to a short folder, and clients find it',
    async () => {
      const base = await temporaryFolder();
      const profile = join(base, 'x'.repeat(120));
      await mkdir(profile);
      const { server } = await serve(FakePeer.withFriends(), profile, { XDG_RUNTIME_DIR: join(base, 'r') });
      expect(server.path.startsWith(join(base, 'r', 'miyu'))).toBe(true);
      expect(Buffer.byteLength(server.path)).toBeLessThan(104);
      expect((await (await client(profile)).call('status')).name).toBe('alice');
      expect(chooseSocketPlace(profile, {}).path).not.toBe(server.path);
    },
  );

  test('a socket that a dead process left is taken over', async () => {
    const profile = await temporaryFolder();
    await mkdir(runFolder(profile), { mode: 0o700 });
    const { path } = chooseSocketPlace(profile, {});
    await writeFile(path, 'stale');
    await serve(FakePeer.withFriends(), profile);
    expect((await (await client(profile)).call('status')).name).toBe('alice');
  });

  test('nobody there is told as such, before and after', async () => {
    const profile = await temporaryFolder();
    await expect(connectApi(profile)).rejects.toMatchObject({ code: 'daemon-not-running' });
    const { server } = await serve(FakePeer.withFriends(), profile);
    const place = await readFile(placeFile(profile));
    await server.close();
    await expect(connectApi(profile)).rejects.toMatchObject({ code: 'daemon-not-running' });
    await writeFile(placeFile(profile), place); // As after kill -9.
    await expect(connectApi(profile)).rejects.toMatchObject({ code: 'daemon-not-running' });
  });

  test.each([
    ['another version', '{"api":2}\n', 'api-version'],
    ['no greeting', '{"id":1,"method":"status"}\n', 'api-version'],
    ['no JSON', 'GET / HTTP/1.1\n', 'malformed'],
    ['no UTF-8', Buffer.from([0xff, 0xfe, 0x0a]), 'malformed'],
    ['a line without end', 'x'.repeat(MAX_LINE_BYTES + 1), 'too-large'],
  ])('%s is answered with a code and the end', async (_, bytes, code) => {
    const { server } = await serve(FakePeer.withFriends());
    const { socket, lines, ended } = await rawClient(server.path);
    socket.write(bytes);
    await ended;
    expect(lines).toEqual([{ error: expect.objectContaining({ code }) as unknown }]);
  });

  test('more clients than a person has faces are turned away', async () => {
    const { profile } = await serve(FakePeer.withFriends());
    const first = await client(profile);
    await Promise.all(Array.from({ length: 63 }, () => client(profile)));
    await expect(connectApi(profile)).rejects.toMatchObject({ code: 'busy' });
    first.close();
    await until('room for one', () =>
      connectApi(profile).then(
        (api) => (api.close(), true),
        () => false,
      ),
    );
  });
});

describe('following', () => {
  test('ends with its signal, at whatever moment that comes', async () => {
    const peer = FakePeer.withFriends('bob');
    const { profile } = await serve(peer);
    // While the consumer is busy with the news that the peer is up, and while it waits for events.
    const busy = new AbortController();
    for await (const news of followApi(profile, { signal: busy.signal })) {
      expect(news.type).toBe('up');
      busy.abort();
    }
    const waiting = new AbortController();
    for await (const news of followApi(profile, { signal: waiting.signal })) {
      expect(news.type).toBe('up');
      void until('it waits', () => peer.listeners === 1).then(() => {
        waiting.abort();
      });
    }
    for await (const news of followApi(profile, { signal: AbortSignal.abort() })) expect.unreachable(news.type);
    await until('nothing is left of it', () => peer.listeners === 0);
  });
});
