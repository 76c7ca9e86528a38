/** Fingers: a long press opens what a right click opens. */
import type { CDPSession, Locator, Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import { ChatPeer, aMessage, bubble, openChats, row } from './chat-page.ts';
import { isWhole } from './open-page.ts';

// A real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

/** Counts menus as they open. */
const COUNTER = `globalThis.menusOpened = 0;
document.addEventListener('toggle', ({ newState }) => { if (newState === 'open') globalThis.menusOpened += 1; }, true);`;

class Finger {
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async on(page: Page): Promise<Finger> {
    return new Finger(page, await page.context().newCDPSession(page));
  }

  async put(target: Locator, dx = 0, dy = 0): Promise<void> {
    const box = (await target.boundingBox())!;
    const [x, y] = [box.x + Math.min(40, box.width / 2) + dx, box.y + box.height / 2 + dy];
    const type = dx === 0 && dy === 0 ? 'touchStart' : 'touchMove';
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] });
  }

  async lift(): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  menus(): Promise<number> {
    return this.#page.evaluate('globalThis.menusOpened');
  }
}

test.skipIf(browserMissing !== undefined)('a long press opens the menu of a chat and of a message', async () => {
  const peer = ChatPeer.with('bob', 'carol');
  peer.tell('bob', [aMessage(1, { text: 'hello there' }), aMessage(2, { text: 'and how are you?' })]);
  const { page } = await openChats(peer, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 780 } });
  await page.evaluate(COUNTER);
  const finger = await Finger.on(page);
  const menu = page.getByRole('menu');

  // One that moves scrolls.
  await finger.put(row(page, 'carol'));
  await finger.put(row(page, 'carol'), 0, 60);
  await finger.lift();
  await finger.put(row(page, 'bob'));
  await menu.waitFor();
  await finger.lift();
  expect(await finger.menus()).toBe(1);
  // Lifting it is no press: the menu stays, and the chat is not opened.
  await isWhole(page, 'the menu of a chat');
  expect(await menu.isVisible()).toBe(true);
  expect(await page.getByText('hello there').count()).toBe(0);
  await page.getByRole('menuitem', { name: 'Mute' }).tap();
  await page.getByText('bob is muted.').waitFor();
  expect(peer.of('bob').muted).toBe(true);

  await row(page, 'bob').tap();
  await bubble(page, 'hello there').waitFor();
  await finger.put(bubble(page, 'hello there').getByText('hello there'));
  await menu.waitFor();
  await finger.lift();
  await isWhole(page, 'the menu of a message');
  const box = (await menu.boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(390);
  await page.getByRole('menuitem', { name: 'Reply' }).tap();
  await page.getByText('Reply to bob').waitFor();
  // A short press opens none.
  await bubble(page, 'how are you').getByText('how are you').tap();
  expect(await menu.count()).toBe(0);
});
