/** A chat of a hundred thousand messages, and a thousand a second, in a real browser: what one feels of it. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { ChatMessageView } from '../../node/flows/peer.ts';
import { DIST } from '../../scripts/launch/paths.js';
import { browserMissing, openBrowser } from '../support/browser.ts';
import { FakePeer } from '../support/fake-peer.ts';
import { servePageFor } from '../support/page.ts';
import { until } from '../support/until.ts';
import { aMessage as anyMessage } from './chat-page.ts';

const LONG = 100_000;
/** Two frames of 60 a second, and some. */
const FRAME_MS = 34;
const MOST_MOUNTED = 100;
const MiB = 1024 * 1024;
const HEAP_BYTES = 120 * MiB;

const aMessage = (position: number): ChatMessageView =>
  anyMessage(position, {
    direction: position % 3 === 0 ? 'out' : 'in',
    text: `message ${position} ${'lorem ipsum 中文 '.repeat(position % 17)}`,
    reactions: position % 40 === 0 ? [{ emoji: '👍', by: 'friend' }] : [],
    sentAt: 1_700_000_000_000 + position * 40_000,
  });

async function openLongChat(): Promise<{ readonly page: Page; readonly peer: FakePeer }> {
  const peer = FakePeer.withFriends('bob');
  peer.histories.set(
    peer.friendList[0]!.account,
    Array.from({ length: LONG }, (_, at) => aMessage(at + 1)),
  );
  peer.friendList[0] = { ...peer.friendList[0]!, lastMessage: aMessage(LONG) };
  const served = await servePageFor({ peer, folder: join(DIST, 'web') });
  const browser = await openBrowser();
  const page = await browser.page({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  await page.goto(`${served.origin}/#code=${await served.code()}`);
  await page.locator('[data-row]').click();
  await page.locator(`[data-key=m${LONG}]`).waitFor();
  return { page, peer };
}

interface Seen {
  /** Of all frames, milliseconds. */
  readonly p95: number;
  readonly frames: number;
  readonly mostMounted: number;
  /** Positions that are mounted at the end. */
  readonly positions: readonly number[];
}

/** Watches every frame until what it returns is called. */
async function watchFrames(page: Page): Promise<() => Promise<Seen>> {
  await page.evaluate(() => {
    const seen = { running: true, times: [] as number[], most: 0 };
    Object.assign(globalThis, { seen });
    let last = performance.now();
    const tick = (now: number): void => {
      seen.times.push(now - last);
      last = now;
      seen.most = Math.max(seen.most, document.querySelectorAll('[data-index]').length);
      if (seen.running) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  return async () =>
    await page.evaluate(() => {
      const { seen } = globalThis as unknown as { seen: { running: boolean; times: number[]; most: number } };
      seen.running = false;
      const times = seen.times.slice(1).sort((a, b) => a - b);
      const rows = [...document.querySelectorAll<HTMLElement>('[data-key^=m]')];
      return {
        p95: times[Math.floor(times.length * 0.95)]!,
        frames: times.length,
        mostMounted: seen.most,
        positions: rows.map(({ dataset }) => Number(dataset['key']!.slice(1))).sort((a, b) => a - b),
      };
    });
}

async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

const isRun = (positions: readonly number[]): boolean =>
  positions.every((position, at) => at === 0 || position === positions[at - 1]! + 1);

describe.skipIf(browserMissing !== undefined)('a long chat', () => {
  test('is scrolled without a stutter, whatever its length, in little memory', async () => {
    const { page } = await openLongChat();
    await page.getByRole('region', { name: 'Messages with' }).hover();
    const done = await watchFrames(page);
    for (let turn = 0; turn < 150; turn += 1) await page.mouse.wheel(0, -400);
    await until('pages of older ones were read', async () => {
      await page.mouse.wheel(0, -400);
      return await page.evaluate(
        (limit) =>
          [...document.querySelectorAll<HTMLElement>('[data-key^=m]')].every(
            ({ dataset }) => Number(dataset['key']!.slice(1)) < limit,
          ),
        LONG - 700,
      );
    });
    const seen = await done();
    console.log('scrolled', { ...seen, positions: seen.positions.length, heap: await heapBytes(page) });
    expect(seen.p95).toBeLessThan(FRAME_MS);
    expect(seen.mostMounted).toBeLessThanOrEqual(MOST_MOUNTED);
    expect(isRun(seen.positions)).toBe(true);
    expect(await heapBytes(page)).toBeLessThan(HEAP_BYTES);
  });

  test('takes a thousand messages a second for ten seconds: none is lost or doubled, and one can type', async () => {
    const { page, peer } = await openLongChat();
    await page.getByRole('textbox', { name: 'Message to' }).focus();
    const done = await watchFrames(page);
    const start = performance.now();
    let sent = 0;
    let slowest = 0;
    while (sent < 10_000) {
      for (const due = performance.now() - start; sent < Math.min(10_000, due); sent += 1) peer.receive('bob', 'storm');
      const before = performance.now();
      await page.keyboard.press('a'); // Resolves when the page has taken it.
      slowest = Math.max(slowest, performance.now() - before);
    }
    await page.locator(`[data-key=m${LONG + sent}]`).waitFor();
    const seen = await done();
    console.log('storm', {
      ...seen,
      positions: seen.positions.length,
      slowestKey: slowest,
      heap: await heapBytes(page),
    });
    expect(seen.positions.at(-1)).toBe(LONG + sent);
    expect(isRun(seen.positions)).toBe(true);
    expect(seen.mostMounted).toBeLessThanOrEqual(MOST_MOUNTED);
    expect(slowest).toBeLessThan(500);
    expect(await heapBytes(page)).toBeLessThan(HEAP_BYTES);
  }, 60_000);
});

test.skipIf(browserMissing !== undefined)(
  'twenty chats, opened in turn again and again, leave nothing behind',
  async () => {
    const names = Array.from({ length: 20 }, (_, at) => `friend${at + 10}`);
    const peer = FakePeer.withFriends(...names);
    for (const { account } of peer.friendList) {
      peer.histories.set(
        account,
        Array.from({ length: 1_000 }, (_, at) => aMessage(at + 1)),
      );
    }
    peer.friendList.forEach((friend, at) => {
      peer.friendList[at] = { ...friend, lastMessage: aMessage(1_000) };
    });
    const served = await servePageFor({ peer, folder: join(DIST, 'web') });
    const page = await (await openBrowser()).page({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
    await page.goto(`${served.origin}/#code=${await served.code()}`);
    const round = async (): Promise<number> => {
      for (const name of names) {
        await page.locator('[data-row]', { hasText: name }).click();
        await page.getByRole('textbox', { name: new RegExp(name) }).waitFor();
        await page.locator('[data-key=m1000]').waitFor();
      }
      return await heapBytes(page);
    };
    const heaps = [await round(), await round(), await round(), await round()];
    console.log(
      `heap after each round of twenty chats: ${heaps.map((bytes) => (bytes / MiB).toFixed(1)).join(', ')} MiB`,
    );
    expect(heaps.at(-1)! - heaps[1]!).toBeLessThan(MiB);
  },
  120_000,
);
