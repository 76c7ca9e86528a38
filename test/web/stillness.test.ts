/** What holds still while something comes: the chat at its place, the list under the focus; and how soon an own text is there. */
import type { Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { ChatPeer, aMessage, area, bubble, composer, hasFocus, openChats, row } from './chat-page.ts';

// A real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

/** Of an own text: what a person takes for at once. */
const OWN_BUBBLE_MS = 100;

const topOf = async (page: Page, text: string): Promise<number> => (await bubble(page, text).first().boundingBox())!.y;

describe.skipIf(browserMissing !== undefined)('a chat', () => {
  test('opens with the line of new messages in view, what was read last above it', async () => {
    const peer = ChatPeer.with('bob');
    peer.tell(
      'bob',
      [...Array(200).keys()].map((at) => aMessage(at + 1)),
      60,
    );
    const { page } = await openChats(peer);
    await row(page, 'bob').click();
    const line = area(page).getByText('New messages', { exact: true });
    await line.waitFor();
    await until('it stands', async () => {
      const [at, box] = [await line.boundingBox(), await area(page).boundingBox()];
      const below = at!.y - box!.y;
      return below > 20 && below < 160;
    });
    const { y } = (await line.boundingBox())!;
    expect(await topOf(page, 'message 141')).toBeGreaterThan(y);
    expect(await topOf(page, 'message 140')).toBeLessThan(y);
    // Only once: what comes later gets none of its own.
    peer.receive('bob', 'later');
    await page.getByRole('button', { name: /1 new message/ }).click();
    await bubble(page, 'later').waitFor();
    expect(await line.count()).toBeLessThanOrEqual(1);
  });

  test('stays at its end where a banner takes room from it', async () => {
    const peer = ChatPeer.with('bob');
    peer.tell(
      'bob',
      [...Array(60).keys()].map((at) => aMessage(at + 1)),
    );
    const { page, served } = await openChats(peer, { browser: { mayComplain: true } });
    await row(page, 'bob').click();
    const last = bubble(page, 'message 60').last();
    await last.waitFor();
    const { height } = (await area(page).boundingBox())!;
    await served.server.close();
    await page.getByText('The connection to miyu on this machine broke.').waitFor();
    await until('the last one is whole in view', async () => {
      const [box, { y, height: room }] = [(await last.boundingBox())!, (await area(page).boundingBox())!];
      return room < height && box.y + box.height <= y + room;
    });
  });

  test('holds what one reads while older messages come above it', async () => {
    const peer = ChatPeer.with('bob');
    // Of very different heights, so that every guess about them is wrong.
    const text = (at: number): string => `message ${at} ${'lorem ipsum 中文 '.repeat((at * 7) % 20)}`;
    peer.tell(
      'bob',
      [...Array(400).keys()].map((at) => aMessage(at + 1, { text: text(at + 1) })),
    );
    const { page } = await openChats(peer);
    await row(page, 'bob').click();
    await page.locator('[data-key=m400]').waitFor();
    /** Reads on upwards, and notes each frame where a message stands that stays in view, until the history above has grown. */
    const moved = await page.evaluate(async () => {
      const area = document.querySelector<HTMLElement>('[role=region][tabindex="0"]')!;
      const frame = async (): Promise<void> => {
        const { promise, resolve } = Promise.withResolvers<number>();
        requestAnimationFrame(resolve);
        await promise;
      };
      const positions = (): number[] =>
        [...document.querySelectorAll<HTMLElement>('[data-key^=m]')].map(({ dataset }) =>
          Number(dataset['key']!.slice(1)),
        );
      let most = 0;
      for (let turn = 0; turn < 60; turn += 1) {
        area.scrollTop -= area.clientHeight / 2;
        await frame();
        await frame();
        const middle = area.getBoundingClientRect().top + area.clientHeight / 2;
        const seen = [...document.querySelectorAll<HTMLElement>('[data-key^=m]')].find(
          (one) => one.getBoundingClientRect().bottom > middle,
        );
        const start = seen!.getBoundingClientRect().top;
        for (let wait = 0; wait < 20; wait += 1) {
          await frame();
          if (!seen!.isConnected) throw new Error('what one reads is gone');
          most = Math.max(most, Math.abs(seen!.getBoundingClientRect().top - start));
        }
        // Beyond the first page and the one that was read above it.
        if (Math.min(...positions()) < 260) break;
      }
      return { most, first: Math.min(...positions()) };
    });
    expect(moved.first).toBeLessThan(260);
    expect(moved.most).toBeLessThanOrEqual(1.5);
  });

  test('shows an own text at once, and its states in words', async () => {
    const peer = ChatPeer.with('bob');
    const { page } = await openChats(peer);
    await row(page, 'bob').click();
    await composer(page).focus();
    await page.evaluate(() => {
      const took: number[] = [];
      Object.assign(globalThis, { took });
      document.addEventListener(
        'keydown',
        ({ key, timeStamp }) => {
          if (key !== 'Enter') return;
          const before = document.querySelectorAll('[data-state]').length;
          const look = (): void => {
            const now = document.querySelectorAll('[role=region] [data-state]').length;
            if (now > before || document.querySelectorAll('[data-key^=p]').length > took.length) {
              requestAnimationFrame((at) => took.push(Math.max(at, performance.now()) - timeStamp));
            } else requestAnimationFrame(look);
          };
          look();
        },
        true,
      );
    });
    for (let turn = 1; turn <= 9; turn += 1) {
      await page.keyboard.type(`own ${turn}`);
      await page.keyboard.press('Enter');
      await bubble(page, `own ${turn}`).waitFor();
    }
    const took = await until('every one was timed', async () => {
      const all = await page.evaluate(() => (globalThis as unknown as { took: number[] }).took);
      return all.length === 9 && all;
    });
    const median = took.sort((a, b) => a - b)[Math.floor(took.length / 2)]!;
    console.log(`own bubbles after ${took.map((ms) => ms.toFixed(0)).join(' ')} ms`);
    expect(median).toBeLessThan(OWN_BUBBLE_MS);

    // By which way the next one goes.
    for (const [change, words] of [
      [{ presence: 'online', path: 'lan' }, 'local network'],
      [{ presence: 'online', path: 'relayed' }, 'relayed'],
      [{ presence: 'mailbox', path: null }, 'mailbox'],
    ] as const) {
      peer.become('bob', change);
      peer.emit({ type: 'presence', friend: peer.of('bob').account, name: 'bob', ...change });
      await page.locator('[data-path]').getByText(words, { exact: true }).waitFor();
    }

    const [message] = [...peer.histories.values()].flat().slice(-1);
    const state = bubble(page, 'own 9').locator('[data-state]');
    for (const [name, words] of [
      ['queued', 'Waits here'],
      ['stored', 'In the mailbox'],
      ['delivered', 'Delivered'],
      ['read', 'Read'],
    ] as const) {
      if (name !== 'queued') peer.setState(message!, 'bob', name);
      await until(name, async () => (await state.getAttribute('data-state')) === name);
      expect(await state.textContent()).toBe(words);
    }
  });
});

test.skipIf(browserMissing !== undefined)('the list reorders and leaves focus and scrolling alone', async () => {
  const names = [...Array(40).keys()].map((at) => `friend${String(at).padStart(2, '0')}`);
  const peer = ChatPeer.with(...names);
  const { page } = await openChats(peer);
  await row(page, 'friend00').waitFor();
  const order = (): Promise<string[]> =>
    page.locator('[data-row] bdi').evaluateAll((all) => all.map((one) => one.textContent));
  expect((await order())[0]).toBe('friend00');
  await row(page, 'friend20').scrollIntoViewIfNeeded();
  await row(page, 'friend20').focus();
  const list = page.locator('[data-list]');
  const scrolled = await list.evaluate((element) => element.scrollTop);
  expect(scrolled).toBeGreaterThan(0);
  peer.receive('friend35', 'hello');
  await until('it stands first', async () => (await order())[0] === 'friend35');
  expect(await hasFocus(row(page, 'friend20'))).toBe(true);
  expect(await list.evaluate((element) => element.scrollTop)).toBe(scrolled);
  // Who comes online stands before who is not.
  peer.become('friend35', { presence: 'unreachable', path: null });
  peer.emit({
    type: 'presence',
    friend: peer.of('friend35').account,
    name: 'friend35',
    presence: 'unreachable',
    path: null,
  });
  await until('it stands last', async () => (await order()).at(-1) === 'friend35');
  expect(await hasFocus(row(page, 'friend20'))).toBe(true);
});
