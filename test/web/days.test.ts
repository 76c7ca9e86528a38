/** Days and times in a chat: lines between days, and the label that says the day while one scrolls. */
import { expect, test, vi } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import { ChatPeer, aMessage, area, bubble, openChats, row } from './chat-page.ts';

// A real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const MINUTE = 60_000;
/** Midnight between two days in Shanghai, while it is one afternoon in Greenwich. */
const MIDNIGHT = Date.UTC(2025, 2, 1, 16);

test.skipIf(browserMissing !== undefined)(
  'days are told apart by the clock of this machine, and while one scrolls',
  async () => {
    const peer = ChatPeer.with('bob');
    const times = [...Array(120).keys()].map((at) => MIDNIGHT + (at - 60) * MINUTE);
    peer.tell(
      'bob',
      times.map((sentAt, at) => aMessage(at + 1, { sentAt })),
    );
    const { page } = await openChats(peer, { timezoneId: 'Asia/Shanghai' });
    const label = page.locator('[data-day-label]');
    await row(page, 'bob').click();
    await bubble(page, 'message 120').waitFor();
    expect(await bubble(page, 'message 120').locator('time').textContent()).toBe('00:59');
    // At rest nothing lies upon the messages.
    expect(await label.count()).toBe(0);

    await area(page).hover();
    await page.mouse.wheel(0, -600);
    await label.getByText('2 March 2025', { exact: true }).waitFor();
    const [top, edge] = [await label.boundingBox(), await area(page).boundingBox()];
    expect(top!.y - edge!.y).toBeLessThan(40);
    await label.waitFor({ state: 'detached' });

    // Up to where the day begins: there its line says it.
    const line = page.getByRole('listitem').filter({ hasText: /^2 March 2025$/ });
    await expect
      .poll(
        async () => {
          await page.mouse.wheel(0, -300);
          return await line.count();
        },
        { timeout: 30_000 },
      )
      .toBe(1);
    await bubble(page, 'message 61').waitFor();
    expect(await bubble(page, 'message 61').locator('time').textContent()).toBe('00:00');
    // And on, into the day before.
    await expect
      .poll(
        async () => {
          await page.mouse.wheel(0, -300);
          return await label.allTextContents();
        },
        { timeout: 30_000 },
      )
      .toEqual(['1 March 2025']);
  },
);
