/** The local API around chats: pages in both directions, drafts, settings, events of the moment. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { connectApi, type ApiClient } from '../../../node/api/client.ts';
import { HISTORY_PAGE_BYTES, TEXT_LIMIT_BYTES } from '../../../node/api/contract.ts';
import { serveApi } from '../../../node/api/server.ts';
import { FIRST_SETTINGS } from '../../../node/core/settings.ts';
import { accountOf, FakePeer } from '../../support/fake-peer.ts';
import { temporaryFolder } from '../../support/temporary.ts';

async function apiOf(peer: FakePeer): Promise<ApiClient> {
  const profile = await temporaryFolder();
  const server = await serveApi({ profile, peer, version: '1.2.3', env: {} });
  const api = await connectApi(profile);
  onTestFinished(async () => {
    api.close();
    await server.close();
  });
  return api;
}

describe('a history', () => {
  test('is read from its beginning to its end and back, each message once', async () => {
    const peer = FakePeer.withFriends('bob');
    const api = await apiOf(peer);
    const all = Array.from({ length: 23 }, (_, i) => peer.receive('bob', `m${i}`).position);
    const forward: number[] = [];
    for (let after = 0, newer = true; newer;) {
      const page = await api.call('history', { with: 'bob', after, limit: 5 });
      expect(page.more).toBe(after > 0);
      forward.push(...page.messages.map(({ position }) => position));
      after = forward.at(-1)!;
      ({ newer } = page);
    }
    expect(forward).toEqual(all);
    const back: number[] = [];
    for (let before = 24, more = true; more;) {
      const page = await api.call('history', { with: 'bob', before, limit: 5 });
      expect(page.newer).toBe(before < 24);
      back.unshift(...page.messages.map(({ position }) => position));
      before = back[0]!;
      ({ more } = page);
    }
    expect(back).toEqual(all);
    expect(await api.call('history', { with: 'bob', limit: 5 })).toMatchObject({ more: true, newer: false });
  });

  test('of long texts is cut where a line is full, on the side that was asked for', async () => {
    const peer = FakePeer.withFriends('bob');
    const api = await apiOf(peer);
    for (let i = 0; i < 10; i += 1) peer.receive('bob', 'x'.repeat(TEXT_LIMIT_BYTES));
    const most = Math.floor(HISTORY_PAGE_BYTES / TEXT_LIMIT_BYTES);
    const forward = await api.call('history', { with: 'bob', after: 2 });
    expect(forward.messages[0]?.position).toBe(3);
    expect(forward).toMatchObject({ more: true, newer: true });
    expect(forward.messages.length).toBeLessThanOrEqual(most);
    const back = await api.call('history', { with: 'bob', before: 9 });
    expect(back.messages.at(-1)?.position).toBe(8);
    expect(back).toMatchObject({ more: true, newer: true });
  });

  test('is asked for in one direction, and may be empty', async () => {
    const peer = FakePeer.withFriends('bob');
    const api = await apiOf(peer);
    expect(await api.call('history', { with: 'bob' })).toEqual({ messages: [], more: false, newer: false });
    expect(await api.call('history', { with: 'bob', after: 0 })).toEqual({ messages: [], more: false, newer: false });
    peer.receive('bob', 'one');
    expect(await api.call('history', { with: 'bob', before: 1 })).toEqual({ messages: [], more: false, newer: true });
    await expect(api.call('history', { with: 'bob', before: 3, after: 1 })).rejects.toMatchObject({
      ...{ code: 'usage', field: 'after' },
    });
  });
});

test('settings change in part; what is no setting, or no value of one, changes nothing', async () => {
  const api = await apiOf(FakePeer.withFriends());
  expect(await api.call('settings.get')).toEqual(FIRST_SETTINGS);
  await api.call('settings.set', { notifications: { sound: false }, composer: { face: 'serif', color: 'blue' } });
  const wrong = [{ theme: 'sepia' }, { privacy: { places: true } }, { lists: {} }, { composer: { size: 14 } }];
  for (const change of wrong) {
    await expect(api.call('settings.set', change as object), JSON.stringify(change)).rejects.toMatchObject({
      code: 'usage',
    });
  }
  expect(await api.call('settings.get')).toEqual({
    ...FIRST_SETTINGS,
    notifications: { ...FIRST_SETTINGS.notifications, sound: false },
    composer: { size: 'normal', color: 'blue', face: 'serif' },
  });
});

test('chats, drafts and what the server knows have their methods', async () => {
  const peer = FakePeer.withFriends('bob');
  const api = await apiOf(peer);
  await api.call('chat.archive', { who: 'bob', archived: true });
  await api.call('chat.mute', { who: 'bob', muted: true });
  const text = '草'.repeat(300);
  await api.call('draft.set', { with: 'bob', text });
  expect(await api.call('draft.get', { with: 'bob' })).toEqual({ text });
  expect((await api.call('friends.list')).friends).toMatchObject([{ archived: true, muted: true, firstUnread: null }]);
  await api.call('typing', { to: 'bob', active: true });
  expect(peer.calls).toContain('typing bob true');
  expect(await api.call('server.knows')).toMatchObject({ email: 'alice@example.org', notTold: ['blocks-by-others'] });
});

test('of the events of the moment each friend has the newest of its own', async () => {
  const peer = FakePeer.withFriends('bob', 'carol');
  const api = await apiOf(peer);
  const events = api.events();
  const first = events.next();
  await api.call('status');
  peer.emit({ type: 'typing', friend: accountOf(1), active: true });
  peer.emit({ type: 'typing', friend: accountOf(2), active: true });
  peer.emit({ type: 'chat', friend: accountOf(1) });
  await api.call('settings.set', { theme: 'dark' });
  const found = [await first, await events.next(), await events.next(), await events.next()].map(({ value }) => value);
  expect(found).toEqual([
    { cursor: 0, event: { type: 'typing', friend: accountOf(1), active: true } },
    { cursor: 0, event: { type: 'typing', friend: accountOf(2), active: true } },
    { cursor: 0, event: { type: 'chat', friend: accountOf(1) } },
    { cursor: 0, event: { type: 'settings', settings: { ...FIRST_SETTINGS, theme: 'dark' } } },
  ]);
});
