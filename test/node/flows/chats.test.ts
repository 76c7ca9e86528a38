/** How a person has a chat, and how everything is: on disk, told, and gone with what it belongs to. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ChatRow } from '../../../node/core/generated/rows.js';
import { CHAT_SEQ } from '../../../node/core/rows.ts';
import { encodeSettings, FIRST_SETTINGS, MAX_SETTINGS_BYTES, withSettings } from '../../../node/core/settings.ts';
import { firstUnread } from '../../../node/flows/reading.ts';
import { OwnSettings } from '../../../node/flows/settings.ts';
import { utf8 } from '../../../shared/crypto/hash.ts';
import { MAX_TEXT_BYTES } from '../../../shared/wire/limits.ts';
import { createWorld, type Party, type World } from '../../support/message-world.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

async function world(): Promise<World> {
  const made = await createWorld(await temporaryFolder());
  onTestFinished(() => made.stop());
  return made;
}

const chat = (party: Party, friend: Party): ChatRow => party.messaging.chat(friend.own.account);
const rows = (party: Party, friend: Party): readonly bigint[] =>
  party.store.sequences('contacts', friend.own.account, { from: CHAT_SEQ, to: CHAT_SEQ, limit: 1 });

describe('a chat', () => {
  it('is archived, muted and has a draft also after a restart, and no row where nothing was said of it', async () => {
    const { a, b } = await world();
    expect(rows(a, b)).toEqual([]);
    await a.messaging.setChat(b.own.account, { archived: true, muted: true });
    await a.messaging.setChat(b.own.account, { draft: '写了一半' });
    expect(a.told.chats).toBe(2);
    await a.messaging.setChat(b.own.account, { muted: true });
    expect(a.told.chats).toBe(2);
    await a.restart();
    expect(chat(a, b)).toEqual({ archived: true, muted: true, draft: '写了一半' });
  });

  it('that is archived comes back with a new message, by either; muted it stays', async () => {
    const { a, b, connect } = await world();
    connect();
    await b.messaging.setChat(a.own.account, { archived: true, muted: true, draft: 'mine' });
    const before = b.told.chats;
    await a.send('new');
    await until('there', () => b.texts().length === 1);
    expect(chat(b, a)).toEqual({ archived: false, muted: true, draft: 'mine' });
    await until('told', () => b.told.chats === before + 1);
    await b.messaging.setChat(a.own.account, { archived: true });
    await b.send('mine');
    expect(chat(b, a)).toEqual({ archived: false, muted: true, draft: '' });
    await b.restart();
    expect(chat(b, a)).toEqual({ archived: false, muted: true, draft: '' });
  });

  it('takes a draft as long as a text and no longer', async () => {
    const { a, b } = await world();
    await a.messaging.setChat(b.own.account, { draft: 'x'.repeat(MAX_TEXT_BYTES) });
    await expect(a.messaging.setChat(b.own.account, { draft: 'x'.repeat(MAX_TEXT_BYTES + 1) })).rejects.toMatchObject({
      code: 'text-too-long',
      detail: MAX_TEXT_BYTES,
    });
    expect(chat(a, b).draft).toHaveLength(MAX_TEXT_BYTES);
  });

  it('loses its draft with its history, and everything with the contact', async () => {
    const { a, b } = await world();
    await a.messaging.setChat(b.own.account, { archived: true, draft: 'secret' });
    await a.messaging.clearHistory(b.own.account);
    expect(chat(a, b)).toEqual({ archived: true, muted: false, draft: '' });
    await a.messaging.setChat(b.own.account, { draft: 'secret' });
    await a.messaging.contacts.drop(b.own.account, { keepHistory: false });
    expect(rows(a, b)).toEqual([]);
  });
});

describe('the first unread message', () => {
  it('is the oldest incoming one behind what was read, and a page begins there', async () => {
    const { a, b, connect } = await world();
    const first = (): number | null =>
      firstUnread({ store: b.store } as never, a.own.account, b.messaging.counters(a.own.account));
    connect();
    expect(first()).toBeNull();
    for (const text of ['1', '2']) await a.send(text);
    await until('there', () => b.texts().length === 2);
    expect(first()).toBe(1);
    await b.messaging.markRead(a.own.account, 2n);
    expect(first()).toBeNull();
    for (let i = 0; i < 12; i += 1) await b.send('mine');
    await a.send('3');
    await until('there', () => b.texts().length === 3);
    expect(first()).toBe(15);
    await b.messaging.clearHistory(a.own.account);
    expect(first()).toBeNull();
  });
});

describe('settings', () => {
  const nobody = (): void => undefined;
  const store = async (): Promise<World['a']['store']> => (await world()).a.store;
  const put = (value: Uint8Array) => ({ op: 'put', table: 'profile', id: utf8('settings'), seq: 1n, value }) as const;

  it('are as at first, change in part, and are there again', async () => {
    const own = await store();
    const settings = new OwnSettings(own, nobody);
    expect(settings.value).toEqual(FIRST_SETTINGS);
    await Promise.all([
      settings.set({ theme: 'dark', privacy: { typing: false } }),
      settings.set({ language: 'zh', composer: { color: 'teal' } }),
    ]);
    const changed = {
      ...FIRST_SETTINGS,
      ...{ language: 'zh', theme: 'dark' },
      privacy: { readReceipts: true, typing: false },
      composer: { size: 'normal', color: 'teal', face: 'sans' },
    };
    expect(settings.value).toEqual(changed);
    expect(new OwnSettings(own, nobody).value).toEqual(changed);
  });

  it('of a later version are kept, and what is not understood reads as at first', async () => {
    const own = await store();
    const later = { theme: 'sepia', privacy: { typing: false, places: true }, lists: { compact: true }, motion: 7 };
    await own.commit([put(utf8(JSON.stringify(later)))]);
    const settings = new OwnSettings(own, nobody);
    expect(settings.value).toEqual({ ...FIRST_SETTINGS, privacy: { readReceipts: true, typing: false } });
    await settings.set({ privacy: { readReceipts: false } });
    const kept: unknown = JSON.parse(new TextDecoder().decode(own.get('profile', utf8('settings'), 1n)));
    expect(kept).toEqual({ ...later, privacy: { typing: false, places: true, readReceipts: false } });
  });

  it('that are too large are not written', () => {
    expect(() => encodeSettings(withSettings({ x: 'y'.repeat(MAX_SETTINGS_BYTES) }, {}))).toThrow('too-large');
  });
});
