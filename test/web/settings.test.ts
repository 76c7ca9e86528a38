/** Settings, both languages and both themes on every screen, a peer that goes and comes back, and the weight of it all. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { DIST } from '../../scripts/launch/paths.js';
import { browserMissing, openBrowser } from '../support/browser.ts';
import { befriend, registerPeer, startServer } from '../support/processes.ts';
import { isOnlyAway, isWhole, openPage } from './open-page.ts';
import { EN, ZH } from '../../node/web/src/words/all-words.ts';

// Real programs and a real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const SECTIONS = [
  'appearance',
  'notifications',
  'privacy',
  'writing',
  'keyboard',
  'connection',
  'knows',
  'account',
  'about',
] as const;
const MAX_JS = 200 * 1024;
/** What was loaded at once before the words were files of their own: they shall not come back by another way. */
const MAX_FIRST = 197_477;

describe.skipIf(browserMissing !== undefined)('settings', () => {
  test('language and theme change at once and stay', async () => {
    const alice = await registerPeer('alice', await startServer());
    const browser = await openBrowser();
    const page = await openPage(browser, alice.profile, { colorScheme: 'light' });
    const root = page.locator('html');
    await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Appearance' }).click();
    await page.getByLabel('Dark').check();
    expect(await root.getAttribute('data-theme')).toBe('dark');
    await page.getByLabel('中文').check();
    await page.getByRole('heading', { name: '外观' }).waitFor();
    expect(await root.getAttribute('lang')).toBe('zh-CN');
    await expect.poll(async () => (await alice.api.call('settings.get')).language).toBe('zh');
    await page.reload();
    await page.getByRole('heading', { name: '外观' }).waitFor();
    expect(await root.getAttribute('data-theme')).toBe('dark');
    // Another face changes it: the page follows.
    await alice.api.call('settings.set', { theme: 'light', language: 'en' });
    await page.getByRole('heading', { name: 'Appearance' }).waitFor();
    expect(await root.getAttribute('data-theme')).toBe('light');
  });

  test('what the server knows is asked and shown', async () => {
    const server = await startServer();
    const [alice, bob] = [await registerPeer('alice', server), await registerPeer('bob', server)];
    await befriend(alice, bob);
    const browser = await openBrowser();
    const page = await openPage(browser, alice.profile);
    await page.getByRole('button', { name: 'bob' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.getByRole('button', { name: 'What the server knows' }).click();
    await page.getByText('May write to you').waitFor();
    const knows = await alice.api.call('server.knows');
    for (const text of [knows.account, knows.identityKey, knows.device, 'bob'])
      await page.getByText(text).first().waitFor();
  });
});

describe.skipIf(browserMissing !== undefined)('the whole page', () => {
  // Where there is room, of real peers; where there is little: every-screen.test.ts.
  test.each([
    { language: 'en', theme: 'light' },
    { language: 'zh', theme: 'dark' },
  ] as const)('is whole in $language, $theme', async ({ language, theme }) => {
    const words = language === 'en' ? EN : ZH;
    const server = await startServer();
    const [alice, bob] = [await registerPeer('alice', server), await registerPeer('bob', server)];
    await befriend(alice, bob);
    const browser = await openBrowser();
    const page = await openPage(browser, alice.profile, {
      locale: language === 'en' ? 'en-GB' : 'zh-CN',
      colorScheme: theme,
      viewport: { width: 1280, height: 740 },
    });
    const room = async (name: 'chats' | 'friends' | 'requests' | 'settings'): Promise<void> => {
      await page.getByRole('navigation').getByRole('button', { name: words.nav[name] }).click();
    };
    const dialog = async (name: string): Promise<void> => {
      await page.getByRole('dialog').waitFor();
      await isWhole(page, name);
      await speaks(page, language);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    };
    await page.getByRole('button', { name: 'bob' }).waitFor();
    for (const name of ['chats', 'friends', 'requests', 'settings'] as const) {
      await room(name);
      await isWhole(page, name);
      await speaks(page, language);
    }
    for (const name of SECTIONS) {
      await page.getByRole('button', { name: words.settings[name], exact: true }).click();
      await page.getByRole('heading', { name: words.settings[name], level: 2, exact: true }).waitFor();
      if (name === 'knows') await page.getByText(words.knows.mayWrite).waitFor();
      await isWhole(page, name);
      await speaks(page, language);
    }
    await room('friends');
    await page.getByRole('button', { name: /^bob/ }).click();
    await page.getByText(words.details.safetyNumber).waitFor();
    await isWhole(page, 'details');
    await speaks(page, language);
    for (const name of ['addFriend', 'removeFriend', 'createGroup', 'joinGroup'] as const) {
      await page.getByRole('button', { name: words.actions[name], exact: true }).first().click();
      await dialog(name);
    }
    await page.keyboard.press('?');
    await dialog('shortcuts');
  });
});

/** No word of the other language is seen, and no key where words should be. */
async function speaks(page: Page, language: 'en' | 'zh'): Promise<void> {
  const text = await page.evaluate(() => document.body.innerText);
  expect(text).not.toMatch(/\b(?:common|nav|settings|details|knows|friends|chats)\.[a-z]\w+/);
  const other =
    language === 'en'
      ? text.replaceAll(/密语|中文/g, '').match(/\p{Script=Han}+/u)
      : text.match(/\b(?:the|and|your|you|is|of)\b/i);
  expect(other?.[0]).toBeUndefined();
}

test.skipIf(browserMissing !== undefined)(
  'a peer that ends and comes back: a banner within 2 s, and nothing is missing',
  async () => {
    const server = await startServer();
    const [alice, bob] = [await registerPeer('alice', server), await registerPeer('bob', server)];
    const browser = await openBrowser({ mayComplain: true });
    const page = await openPage(browser, alice.profile);
    const carol = await registerPeer('carol', server);
    await befriend(alice, carol);
    await page.locator('[data-row]', { hasText: 'carol' }).click();
    await carol.send(alice, 'before');
    const messages = page.getByRole('region', { name: 'Messages with' });
    await messages.getByText('before').waitFor();
    await alice.die();
    await page.getByText('The connection to miyu on this machine broke.').waitFor({ timeout: 2_000 });
    await isWhole(page, 'broken');
    await bob.api.call('friends.add', { who: 'alice', greeting: 'are you there?' });
    for (const text of ['one', 'two', 'three']) await carol.send(alice, `meanwhile ${text}`);
    await alice.back();
    await page.getByText('The connection to miyu on this machine broke.').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /Requests.*1 request waits/ }).waitFor();
    await messages.getByText('meanwhile three').waitFor();
    expect(
      (await messages.getByRole('listitem').allTextContents()).flatMap(
        (text) => /before|meanwhile (?:one|two|three)/.exec(text) ?? [],
      ),
    ).toEqual(['before', 'meanwhile one', 'meanwhile two', 'meanwhile three']);
    expect(browser.complaints.filter((complaint) => !isOnlyAway(complaint))).toEqual([]);
  },
);

test('all scripts of the page together are small, and so is what it waits for before it is there', () => {
  const folder = join(DIST, 'web', 'assets');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const index = readFileSync(join(DIST, 'web', 'index.html'), 'utf8');
  const entry = /src="\/assets\/([^"]+\.js)"/.exec(index)?.[1];
  expect(scripts).toContain(entry);
  // Files of the build before are there as well: one entry, and what it names.
  const named = new Set([entry!]);
  for (const name of named) {
    const text = readFileSync(join(folder, name), 'utf8');
    for (const other of scripts) if (text.includes(other)) named.add(other);
  }
  const sizeOf = (name: string): number => gzipSync(readFileSync(join(folder, name))).length;
  const bytes = [...named].reduce((sum, name) => sum + sizeOf(name), 0);
  const entryText = readFileSync(join(folder, entry!), 'utf8');
  const words = ['en', 'zh'].map((language) => new RegExp(`words-${language}-[\\w-]{8}\\.json`).exec(entryText)![0]);
  const first = sizeOf(entry!) + Math.max(...words.map(sizeOf));
  console.log(
    `the page's scripts: ${bytes} bytes gzip in ${named.size} files; ${first} before it is there, the words of a language with it`,
  );
  expect(bytes).toBeLessThanOrEqual(MAX_JS);
  expect(first).toBeLessThanOrEqual(MAX_FIRST);
});
