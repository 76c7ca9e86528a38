/**
 * A real browser for tests of the page: headless, with a fresh profile, gone after the test. Whatever a page complains of (errors on
 * its console, errors that nobody caught, what its policy stopped) is collected, and fails the test unless it is expected.
 */
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { findBrowser } from '../../scripts/check/browser.ts';

const found = findBrowser();
/** Why there is no browser, for `test.skipIf`; undefined where there is one. */
export const browserMissing: string | undefined = 'missing' in found ? found.missing : undefined;

export interface Complaint {
  readonly kind: 'console' | 'error' | 'policy';
  readonly text: string;
}

export interface TestBrowser {
  readonly browser: Browser;
  /** Of every page, in order. */
  readonly complaints: Complaint[];
  /** A page in a profile of its own. */
  page(options?: BrowserContextOptions): Promise<Page>;
}

export interface TestBrowserOptions {
  readonly args?: readonly string[];
  /** The test looks at the complaints itself. */
  readonly mayComplain?: boolean;
}

/** Runs in every page. */
const LISTENER = `document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
  globalThis.miyuPolicyStopped(effectiveDirective + ' ' + blockedURI));`;

/** @throws where there is none: ask `browserMissing` first */
export async function openBrowser({ args = [], mayComplain = false }: TestBrowserOptions = {}): Promise<TestBrowser> {
  if ('missing' in found) throw new Error(found.missing);
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: found.path,
    headless: true,
    // Chromium has no sandbox for root; everybody else has one.
    chromiumSandbox: !isRoot,
    args: ['--disable-background-networking', '--no-first-run', '--disable-dev-shm-usage', ...args],
  });
  const complaints: Complaint[] = [];
  onTestFinished(async () => {
    await browser.close();
    if (!mayComplain) expect(complaints).toEqual([]);
  });
  return {
    browser,
    complaints,
    page: async (options) => {
      const context = await browser.newContext(options);
      await context.exposeBinding('miyuPolicyStopped', (_, text: string) => {
        complaints.push({ kind: 'policy', text });
      });
      await context.addInitScript({ content: LISTENER });
      context.on('page', (page) => {
        watch(page, complaints);
      });
      return await context.newPage();
    },
  };
}

function watch(page: Page, complaints: Complaint[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push({ kind: 'console', text: message.text() });
  });
  page.on('pageerror', (error) => {
    complaints.push({ kind: 'error', text: String(error) });
  });
}
