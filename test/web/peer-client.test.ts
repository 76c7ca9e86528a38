/** The page's line under faults: sockets of a network that breaks as the test says, and a clock that it turns. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PeerClient } from '../../node/web/src/peer/client.ts';
import type { Connection, Socket } from '../../node/web/src/peer/client.ts';
import type { Event } from '../../node/web/src/peer/methods.ts';
import { isErrorCode } from '../../shared/error-texts.ts';

interface Frame {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly api?: number;
  readonly token?: string;
}

class FakeSocket implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  onclose: ((event: { readonly code: number }) => void) | null = null;
  readonly sent: Frame[] = [];
  readyState = 1;
  closed = false;

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Frame);
  }
  close(): void {
    this.closed = true;
  }
  say(value: object): void {
    this.onmessage?.({ data: JSON.stringify(value) });
  }
  asked(method: string): Frame {
    const found = this.sent.findLast((frame) => frame.method === method);
    if (found === undefined) throw new Error(`nobody asked ${method}`);
    return found;
  }
  answer(method: string, result: object): void {
    this.say({ id: this.asked(method).id, result });
  }
  refuse(method: string, code: string): void {
    this.say({ id: this.asked(method).id, error: { code } });
  }
  /** Up to where calls are taken. */
  async greet(cursor: number): Promise<void> {
    this.onopen?.();
    this.say({ api: 1, version: '0', pid: 1 });
    this.answer('subscribe', { cursor });
    await vi.advanceTimersByTimeAsync(0);
  }
}

class World {
  readonly sockets: FakeSocket[] = [];
  readonly connections: Connection[] = [];
  readonly ups: string[] = [];
  readonly events: Event[] = [];
  readonly client = new PeerClient({
    token: 'secret',
    isErrorCode,
    open: () => {
      const socket = new FakeSocket();
      this.sockets.push(socket);
      return socket;
    },
    onConnection: (connection) => this.connections.push(connection),
    onUp: (how) => this.ups.push(how),
    onEvent: (event) => this.events.push(event),
  });
  get socket(): FakeSocket {
    return this.sockets.at(-1)!;
  }
}

const typing = (friend: string): Event => ({ type: 'typing', friend, active: true });
const friendEvent = (name: string): Event => ({ type: 'friend', friend: 'ab', name, change: 'updated' });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function open(cursor = 7): Promise<World> {
  const world = new World();
  world.client.start();
  await world.socket.greet(cursor);
  return world;
}

test('says version and token first, then follows from now', async () => {
  const { socket, connections, ups } = await open();
  expect(socket.sent[0]).toEqual({ api: 1, token: 'secret' });
  expect(socket.asked('subscribe').params).toEqual({});
  expect([connections, ups]).toEqual([['open'], ['anew']]);
});

test('nothing is asked of a line that closes already, though nobody has said so yet', async () => {
  const { client, socket } = await open();
  socket.readyState = 2;
  const before = socket.sent.length;
  await expect(client.call('status')).rejects.toMatchObject({ code: 'link-closed' });
  expect(socket.sent.length).toBe(before);
});

test('answers go to their calls, in whatever order they come', async () => {
  const { client, socket } = await open();
  const status = client.call('status');
  const found = client.call('friends.find', { name: 'bob' });
  socket.refuse('friends.find', 'no-such-user');
  socket.answer('status', { state: 'online' });
  await expect(status).resolves.toEqual({ state: 'online' });
  await expect(found).rejects.toMatchObject({ code: 'no-such-user' });
});

test('an error that this page does not know is told as refused', async () => {
  const { client, socket } = await open();
  const call = client.call('status');
  socket.refuse('status', 'invented-tomorrow');
  await expect(call).rejects.toMatchObject({ code: 'refused' });
});

test('a call that nobody answers ends; a late answer harms nobody', async () => {
  const { client, socket } = await open();
  const call = expect(client.call('status')).rejects.toMatchObject({ code: 'timeout' });
  await vi.advanceTimersByTimeAsync(15_000);
  socket.say({ event: { cursor: 0, event: typing('ab') } }); // It lives, but does not answer this.
  await vi.advanceTimersByTimeAsync(15_000);
  socket.say({ event: { cursor: 0, event: typing('ab') } });
  await vi.advanceTimersByTimeAsync(16_000);
  await call;
  socket.answer('status', {});
});

describe('a line that breaks', () => {
  test('fails what waited, says so at once, and comes back from the last event', async () => {
    const world = await open(7);
    world.socket.say({ event: { cursor: 8, event: friendEvent('a') } });
    world.socket.say({ event: { cursor: 0, event: typing('ab') } });
    world.socket.say({ event: { cursor: 9, event: friendEvent('b') } });
    const call = expect(world.client.call('status')).rejects.toMatchObject({ code: 'link-closed' });
    world.socket.onclose?.({ code: 1006 });
    await call;
    expect(world.connections.at(-1)).toBe('broken');
    await expect(world.client.call('status')).rejects.toMatchObject({ code: 'link-closed' });

    await vi.advanceTimersByTimeAsync(300);
    await world.socket.greet(12);
    expect(world.socket.asked('subscribe').params).toEqual({ since: 9 });
    expect(world.ups).toEqual(['anew', 'resumed']);
    world.socket.say({ event: { cursor: 9, event: friendEvent('b') } }); // Said twice.
    world.socket.say({ event: { cursor: 10, event: friendEvent('c') } });
    const names = world.events.filter((event) => event.type === 'friend').map(({ name }) => name);
    expect(names).toEqual(['a', 'b', 'c']);
  });

  test('reads anew where the peer keeps the events no more, as an answer or later', async () => {
    const world = await open(7);
    world.socket.onclose?.({ code: 1006 });
    await vi.advanceTimersByTimeAsync(300);
    world.socket.onopen?.();
    world.socket.say({ api: 1 });
    world.socket.refuse('subscribe', 'snapshot-required');
    await vi.advanceTimersByTimeAsync(0);
    expect(world.socket.asked('subscribe').params).toEqual({});
    world.socket.answer('subscribe', { cursor: 100 });
    await vi.advanceTimersByTimeAsync(0);
    expect(world.ups).toEqual(['anew', 'anew']);

    world.socket.say({ error: { code: 'snapshot-required' } });
    world.socket.answer('subscribe', { cursor: 200 });
    await vi.advanceTimersByTimeAsync(0);
    expect(world.ups).toEqual(['anew', 'anew', 'anew']);
  });

  test('is tried again with growing pauses, at least every 3 s, and at once when asked', async () => {
    const world = await open();
    const began: number[] = [];
    world.socket.onclose?.({ code: 1006 });
    for (let tries = 0; tries < 8; tries += 1) {
      const before = world.sockets.length;
      const start = Date.now();
      while (world.sockets.length === before) await vi.advanceTimersByTimeAsync(50);
      began.push(Date.now() - start);
      world.socket.onclose?.({ code: 1006 });
    }
    expect(began[0]).toBeLessThanOrEqual(250);
    expect(Math.max(...began)).toBeLessThanOrEqual(3_050);
    expect([...began].sort((a, b) => a - b)).toEqual(began);
    const before = world.sockets.length;
    world.client.hurry();
    expect(world.sockets.length).toBe(before + 1);
  });

  test('is noticed where the other side only hangs', async () => {
    const world = await open();
    await vi.advanceTimersByTimeAsync(19_000);
    expect(world.connections.at(-1)).toBe('open');
    await vi.advanceTimersByTimeAsync(7_000);
    expect(world.connections.at(-1)).toBe('broken');
  });

  test('is noticed where nobody greets', async () => {
    const world = new World();
    world.client.start();
    world.socket.onopen?.();
    await vi.advanceTimersByTimeAsync(6_000);
    expect(world.sockets.length).toBeGreaterThan(1);
    expect(world.sockets[0]!.closed).toBe(true);
  });
});

describe('the end', () => {
  test('a token that is not known is not tried again', async () => {
    const world = new World();
    world.client.start();
    world.socket.onclose?.({ code: 4401 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(world.sockets).toHaveLength(1);
    expect(world.connections).toEqual(['refused']);
  });

  test('another version asks for the page to be loaded again', async () => {
    const world = new World();
    world.client.start();
    world.socket.say({ error: { code: 'api-version' } });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(world.sockets).toHaveLength(1);
    expect(world.connections).toEqual(['other-version']);
  });

  test('close ends it, and what waited', async () => {
    const world = await open();
    const call = expect(world.client.call('status')).rejects.toMatchObject({ code: 'closed' });
    world.client.close();
    await call;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(world.sockets).toHaveLength(1);
  });
});

test('what the page asks at once is bounded', async () => {
  const { client } = await open();
  for (let i = 0; i < 512; i += 1) client.call('status').catch(() => undefined);
  await expect(client.call('status')).rejects.toMatchObject({ code: 'busy' });
  client.close();
});
