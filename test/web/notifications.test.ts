/** Notifications and the sound: what is shown of whom, and when nothing is. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { ChatPeer, area, openChats, row } from './chat-page.ts';

// A real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

/** Notes every notification that the browser makes, and every tone that it is asked for. */
const NOTES = `globalThis.shown = [];
globalThis.tones = 0;
globalThis.Notification = class extends Notification {
  constructor(title, options) {
    super(title, options);
    shown.push(this);
  }
};
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...when) {
  globalThis.tones += 1;
  return start.apply(this, when);
};`;

interface Shown {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
}

interface World {
  readonly peer: ChatPeer;
  readonly page: Page;
  readonly shown: () => Promise<Shown[]>;
  readonly tones: () => Promise<number>;
}

/** @param options the permission, unless it is given */
async function aWorld(options: BrowserContextOptions = {}): Promise<World> {
  const peer = ChatPeer.with('bob', 'carol');
  const { page } = await openChats(peer, { permissions: ['notifications'], init: NOTES, ...options });
  await row(page, 'bob').waitFor();
  // Somebody has used the page: else no browser lets it be heard.
  await page.mouse.click(5, 5);
  return {
    ...{ peer, page },
    shown: () => page.evaluate('shown.map(({ title, body, tag }) => ({ title, body, tag }))'),
    tones: () => page.evaluate('globalThis.tones'),
  };
}

/** Another tab comes to front, and the page loses the focus as with a real person. */
async function lookAway(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  const other = await page.context().newPage();
  await other.bringToFront();
  await until('nobody looks', () => page.evaluate('document.hidden || !document.hasFocus()'));
}

describe.skipIf(browserMissing !== undefined)('a notification', () => {
  test('says who has written and what, with a sound, and leads there', async () => {
    const { peer, page, shown, tones } = await aWorld();
    await lookAway(page);
    peer.receive('bob', 'hello there');
    await until('shown', async () => (await shown()).length === 1);
    expect(await shown()).toEqual([{ title: 'bob', body: 'hello there', tag: peer.of('bob').account }]);
    await until('heard', async () => (await tones()) === 2);
    expect(await page.title()).toMatch(/^\(1\)/);
    await page.evaluate(`shown[0].dispatchEvent(new Event('click'))`);
    await area(page).getByText('hello there').waitFor();
    expect(await page.locator('[data-row][aria-current]').textContent()).toContain('bob');
    // Seen is what somebody looked at: the page is still behind another.
    expect(peer.of('bob').unread).toBe(1);
    await page.bringToFront();
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await until('read', () => peer.of('bob').unread === 0);
    await until('the title is quiet', async () => !(await page.title()).startsWith('('));
  });

  test('hides the text, is silent, or is none, as the settings say; a muted chat makes none', async () => {
    const { peer, page, shown, tones } = await aWorld();
    await lookAway(page);
    await peer.set({ notifications: { preview: false, sound: false } });
    peer.receive('bob', 'a secret');
    await until('shown', async () => (await shown()).length === 1);
    expect(await shown()).toMatchObject([{ title: 'bob', body: 'A new message' }]);

    await peer.mute({ who: 'bob', muted: true });
    await until('the row says muted', async () => (await row(page, 'bob').textContent())?.includes('Muted') === true);
    peer.receive('bob', 'unheard');
    peer.receive('carol', 'heard');
    await until('of carol', async () => (await shown()).length > 1);
    expect((await shown()).map(({ title }) => title)).toEqual(['bob', 'carol']);

    await peer.set({ notifications: { messages: false, requests: true, sound: true } });
    peer.receive('carol', 'not told');
    peer.emit({ type: 'friend', friend: 'ab'.repeat(32), name: 'dave', change: 'incoming' });
    await until('of the request', async () => (await shown()).length > 2);
    expect((await shown()).slice(2)).toMatchObject([{ title: 'Requests', body: 'dave asks to be your friend.' }]);
    await until('heard', async () => (await tones()) === 2);
    await peer.set({ notifications: { requests: false, messages: true } });
    peer.emit({ type: 'friend', friend: 'ac'.repeat(32), name: 'erin', change: 'incoming' });
    peer.receive('carol', 'told again');
    await until('of carol again', async () => (await shown()).length > 3);
    expect((await shown()).slice(3)).toMatchObject([{ title: 'carol' }]);
  });

  test('is none while somebody looks at the chat', async () => {
    const { peer, page, shown, tones } = await aWorld();
    await row(page, 'bob').click();
    peer.receive('bob', 'I see you');
    await area(page).getByText('I see you').waitFor();
    await until('read', () => peer.of('bob').unread === 0);
    await lookAway(page);
    peer.receive('bob', 'now I do not');
    await until('shown', async () => (await shown()).length > 0);
    expect(await shown()).toMatchObject([{ body: 'now I do not' }]);
    await until('heard', async () => (await tones()) === 2);
  });

  test('is none where the browser forbids it, and the settings say so; the sound is heard all the same', async () => {
    const { peer, page, shown, tones } = await aWorld({ permissions: [] });
    await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Notifications' }).click();
    await page.getByText('This browser blocks notifications').or(page.getByText('Allow notifications')).waitFor();
    await lookAway(page);
    peer.receive('bob', 'hello');
    await until('heard', async () => (await tones()) === 2);
    expect(await shown()).toEqual([]);
  });
});
