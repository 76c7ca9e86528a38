/** What the page reads of the peer when its line is up: whole before anything is shown, and not lost to a later look. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FIRST_SETTINGS } from '../../node/core/settings.ts';
import type { Socket } from '../../node/web/src/peer/client.ts';
import { PagePeer } from '../../node/web/src/peer/page-peer.ts';
import { isErrorCode } from '../../shared/error-texts.ts';

interface Frame {
  readonly id?: number;
  readonly method?: string;
}

class FakeSocket implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  onclose: ((event: { readonly code: number }) => void) | null = null;
  readonly asked: Frame[] = [];
  readonly readyState = 1;

  send(text: string): void {
    this.asked.push(JSON.parse(text) as Frame);
  }
  close(): void {
    this.asked.length = 0;
  }
  async say(value: object): Promise<void> {
    this.onmessage?.({ data: JSON.stringify(value) });
    await vi.advanceTimersByTimeAsync(0);
  }
  /** To the oldest question of that kind that has no answer. */
  async answer(method: string, result: object): Promise<void> {
    const at = this.asked.findIndex((frame) => frame.method === method);
    if (at === -1) throw new Error(`nobody asks ${method}`);
    const [frame] = this.asked.splice(at, 1);
    await this.say({ id: frame!.id, result });
  }
}

const SETTINGS = { ...FIRST_SETTINGS, language: 'zh', privacy: { readReceipts: false, typing: false } } as const;
const ONLINE = { state: 'online', missing: [] };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page whose line is up, and which has asked for everything but its settings' answers. */
async function aPage(): Promise<{ peer: PagePeer; socket: FakeSocket }> {
  const socket = new FakeSocket();
  const peer = new PagePeer({
    location: { hash: '', pathname: '/' },
    history: { replaceState: () => undefined, state: null },
    storage: { getItem: () => 'token', setItem: () => undefined, removeItem: () => undefined },
    memory: { getItem: () => null, setItem: () => undefined },
    fetch: () => Promise.reject(new Error('nobody fetches')),
    open: () => socket,
    isErrorCode,
  });
  await peer.start();
  socket.onopen?.();
  await socket.say({ api: 1, version: '0', pid: 1 });
  await socket.answer('subscribe', { cursor: 1 });
  await vi.advanceTimersByTimeAsync(100);
  await socket.answer('status', ONLINE);
  return { peer, socket };
}

test('nobody is shown before it is known how the person wants it', async () => {
  const { peer, socket } = await aPage();
  await socket.answer('friends.list', { friends: [] });
  await socket.answer('friends.requests', { requests: [] });
  expect(peer.store.newest.loaded).toBe(false);
  await socket.answer('settings.get', SETTINGS);
  expect(peer.store.newest).toMatchObject({ loaded: true, settings: SETTINGS });
});

test('settings are not lost where a later look overtakes theirs', async () => {
  const { peer, socket } = await aPage();
  // Something happens to a friend while everything is being read.
  await socket.say({ event: { cursor: 2, event: { type: 'friend', friend: 'ab', name: 'bob', change: 'updated' } } });
  await vi.advanceTimersByTimeAsync(100);
  await socket.answer('friends.list', { friends: [] });
  await socket.answer('friends.requests', { requests: [] });
  if (socket.asked.some(({ method }) => method === 'settings.get')) await socket.answer('settings.get', SETTINGS);
  await socket.answer('status', ONLINE);
  await socket.answer('friends.list', { friends: [] });
  await socket.answer('friends.requests', { requests: [] });
  expect(peer.store.newest.loaded).toBe(true);
  expect(peer.store.newest.settings).toEqual(SETTINGS);
});
