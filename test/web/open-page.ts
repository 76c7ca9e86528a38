/** Pages of real peers in a real browser, and what every page is asked: is it whole for everybody? */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { findPage } from '../../node/api/client-page.ts';
import type { Complaint, TestBrowser } from '../support/browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 AA asks for 24 px; we want 40. */
const TARGET = 40;

export async function openPage(
  browser: TestBrowser,
  profile: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await browser.page({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, ...options });
  page.setDefaultTimeout(20_000);
  await page.goto((await findPage(profile)).link);
  return page;
}

/** axe finds nothing, nothing hangs over the side, and everything that one presses is large enough for a finger. */
export async function isWhole(page: Page, where: string): Promise<void> {
  // What fades in is judged when it is there.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))),
  );
  const alreadyThere = await page.evaluate(() => 'axe' in globalThis);
  if (!alreadyThere) await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> };
    };
    const found = await axe.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  });
  // What is wrong is told all at once.
  expect.soft(violations, where).toEqual([]);
  const { wide, small } = await page.evaluate((least) => {
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: false, visibilityProperty: true }) &&
      element.closest('[inert]') === null;
    const targets = [...document.querySelectorAll('button, [role=menuitem], input, select, textarea, a[href]')];
    return {
      wide: document.documentElement.scrollWidth - innerWidth,
      small: targets.filter(isSeen).flatMap((element) => {
        // A radio button is pressed by its label.
        const target = element.matches('[type=radio]') ? (element.closest('label') ?? element) : element;
        const { width, height } = target.getBoundingClientRect();
        return Math.min(width, height) >= least - 0.5 ? [] : [`${element.outerHTML.slice(0, 160)} ${width}×${height}`];
      }),
    };
  }, TARGET);
  expect.soft({ wide: Math.max(0, wide), small }, where).toEqual({ wide: 0, small: [] });
}

/** What a browser writes to its console by itself while nobody answers: a peer that ends, or locks, is away for a moment. */
export const isOnlyAway = ({ text }: Complaint): boolean => /^WebSocket connection to .* failed/.test(text);
