/** The words of the page are files, one for each language: loaded when somebody reads it, and told of where they cannot be had. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { DIST } from '../../scripts/launch/paths.js';
import { browserMissing, openBrowser } from '../support/browser.ts';
import type { Complaint, TestBrowser, TestBrowserOptions } from '../support/browser.ts';
import { servePageFor } from '../support/page.ts';
import { languageFile } from '../../node/web/src/words/language-file.ts';
import { loaderOf } from '../../node/web/src/words/load-language.ts';
import { ChatPeer, row } from './chat-page.ts';
import { isWhole } from './open-page.ts';

// A real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const FILES = { en: '/assets/words-en-1.json', zh: '/assets/words-zh-1.json' };
const WORDS = '**/assets/words-*.json';

const loading = (answer: () => Promise<Response>): Promise<unknown> => loaderOf({ files: FILES, fetch: answer })('zh');

describe('a language', () => {
  test('is asked for by its name, and no other with it', async () => {
    const asked: string[] = [];
    const load = loaderOf({
      files: FILES,
      fetch: (url) => {
        asked.push(url);
        return Promise.resolve(new Response(JSON.stringify(languageFile('zh'))));
      },
    });
    expect(await load('zh')).toEqual(languageFile('zh'));
    expect(asked).toEqual([FILES.zh]);
  });

  test('that cannot be had is an error with a code', async () => {
    await expect(loading(() => Promise.reject(new TypeError('nobody is there')))).rejects.toMatchObject({
      code: 'link-closed',
    });
    for (const answer of [new Response('', { status: 404 }), new Response('{"words": '), new Response(null)])
      await expect(loading(() => Promise.resolve(answer))).rejects.toMatchObject({ code: 'api-version' });
  });

  test('without an end is not read to its end', async () => {
    let pulled = 0;
    let cancelled = false;
    const body = new ReadableStream({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new TextEncoder().encode('x'.repeat(64 * 1024)));
      },
      cancel: () => {
        cancelled = true;
      },
    });
    await expect(loading(() => Promise.resolve(new Response(body)))).rejects.toMatchObject({ code: 'api-version' });
    expect(pulled).toBeLessThan(16);
    expect(cancelled).toBe(true);
  });
});

interface Visit {
  readonly page: Page;
  readonly link: string;
  readonly browser: TestBrowser;
}

/** A page that has not gone anywhere yet: what it asks for can be watched, and stopped. */
async function visit(options: TestBrowserOptions = {}): Promise<Visit> {
  const served = await servePageFor({ peer: ChatPeer.with('bob'), folder: join(DIST, 'web') });
  const browser = await openBrowser(options);
  const page = await browser.page({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(30_000);
  return { page, link: `${served.origin}/#code=${await served.code()}`, browser };
}

const choose = async (page: Page, language: string): Promise<void> => {
  await page.getByLabel(language).check();
};
const langOf = (page: Page): Promise<string | null> => page.locator('html').getAttribute('lang');
/** What the browser writes by itself where an answer fails. */
const isOnlyMissing = ({ text }: Complaint): boolean => text.startsWith('Failed to load resource');

describe.skipIf(browserMissing !== undefined)('the page', () => {
  test('loads one language, and the other when it is chosen', async () => {
    const { page, link } = await visit();
    const asked: string[] = [];
    page.on('request', (request) => {
      const name = /words-(en|zh)-/.exec(request.url())?.[1];
      if (name !== undefined) asked.push(name);
    });
    await page.goto(link);
    await row(page, 'bob').waitFor();
    expect(asked).toEqual(['en']);
    await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Appearance' }).click();
    await choose(page, '中文');
    await page.getByRole('heading', { name: '外观' }).waitFor();
    await expect.poll(() => langOf(page)).toBe('zh-CN');
    await choose(page, 'English');
    await page.getByRole('heading', { name: 'Appearance' }).waitFor();
    await expect.poll(() => langOf(page)).toBe('en');
    expect(asked).toEqual(['en', 'zh']);
  });

  test('says nothing in a language whose words have not come, and speaks the newest choice', async () => {
    const { page, link } = await visit();
    const late = Promise.withResolvers<void>();
    await page.route(WORDS, async (route) => {
      if (route.request().url().includes('words-zh-')) await late.promise;
      await route.continue();
    });
    await page.goto(link);
    await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Appearance' }).click();
    const coming = page.waitForRequest(WORDS);
    await choose(page, '中文');
    await coming;
    expect(await page.getByRole('heading', { name: 'Appearance' }).isVisible()).toBe(true);
    expect(await langOf(page)).toBe('en');
    await choose(page, 'English');
    const come = page.waitForResponse(WORDS);
    late.resolve();
    await (await come).finished();
    await choose(page, 'English');
    expect(await page.getByRole('heading', { name: 'Appearance' }).isVisible()).toBe(true);
    await choose(page, '中文');
    await page.getByRole('heading', { name: '外观' }).waitFor();
  });

  test('says that it has no words, and comes with them when it is loaded again', async () => {
    const { page, link, browser } = await visit({ mayComplain: true });
    await page.route(WORDS, (route) => route.abort());
    await page.goto(link);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(/could not load the words/);
    await isWhole(page, 'without words');
    await page.unroute(WORDS);
    await page.getByRole('button', { name: 'Load the page again' }).click();
    await row(page, 'bob').waitFor();
    expect(browser.complaints.filter((one) => one.kind === 'policy')).toEqual([]);
  });

  test('stays in its language where the other cannot be had, says so, and changes when the choice is made again', async () => {
    const { page, link, browser } = await visit({ mayComplain: true });
    await page.goto(link);
    await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Appearance' }).click();
    await page.route(WORDS, (route) => route.fulfill({ status: 404 }));
    await choose(page, '中文');
    await page.getByText('miyu was updated while this page was open.').waitFor();
    expect(await page.getByRole('heading', { name: 'Appearance' }).isVisible()).toBe(true);
    await page.unroute(WORDS);
    await choose(page, 'English');
    await choose(page, '中文');
    await page.getByRole('heading', { name: '外观' }).waitFor();
    expect(browser.complaints.filter((one) => !isOnlyMissing(one))).toEqual([]);
  });
});
