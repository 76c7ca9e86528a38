/** Somebody's invite link in the page's address: what it is for is filled in, and nothing happens that nobody asked for. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { findPage, withInvite } from '../../node/api/client-page.ts';
import { EN, ZH } from '../../node/web/src/words/all-words.ts';
import { DIST } from '../../scripts/launch/paths.js';
import { browserMissing, openBrowser } from '../support/browser.ts';
import { servePageFor } from '../support/page.ts';
import { PASSWORD, TestPeer, registerPeer, startServer } from '../support/processes.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { until } from '../support/until.ts';
import { ChatPeer, row } from './chat-page.ts';
import { isOnlyAway, isWhole } from './open-page.ts';

// Real programs and a real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 });

/** As the peer in memory reads it: wang's, with a token. */
const INVITE = 'miyu://invite/fake-0a1b';
const TONGUES = [
  { locale: 'en-GB', words: EN },
  { locale: 'zh-CN', words: ZH },
] as const;

interface Visit {
  readonly page: Page;
  readonly origin: string;
  readonly link: string;
}

async function visit(peer: ChatPeer, locale: string): Promise<Visit> {
  const { origin, code } = await servePageFor({ peer, folder: join(DIST, 'web') });
  const browser = await openBrowser();
  const page = await browser.page({ locale, viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(60_000);
  return { page, origin, link: withInvite(`${origin}/#code=${await code()}`, INVITE) };
}

const addressOf = (page: Page): Promise<string> => page.evaluate(() => location.href);

describe.skipIf(browserMissing !== undefined)('an invite link in the address', () => {
  test('registers where there is no account: the form knows server and inviter, who is asked', async () => {
    const server = await startServer();
    const alice = await registerPeer('alice', server);
    const { link } = await alice.api.call('invite');
    const bob = new TestPeer('bob', join(await temporaryFolder(), 'profile'));
    await bob.up(); // It knows no server: all that it will know stands in the link.
    const browser = await openBrowser({ mayComplain: true });
    const page = await browser.page({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(60_000);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const { address, link: door } = await findPage(bob.profile);
    await page.goto(withInvite(door, link));
    await page.getByText('alice invites you').waitFor();
    expect(await addressOf(page)).toBe(address);
    await isWhole(page, 'invited by the address');
    await page.getByLabel('Name', { exact: true }).fill('bob');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Password once more', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('Your request to alice is on its way.').waitFor();
    await until('alice is asked', async () =>
      (await alice.api.call('friends.requests')).requests.some(({ name }) => name === 'bob'),
    );
    expect((await bob.api.call('friends.list')).friends).toMatchObject([{ name: 'alice', verified: 'invite' }]);
    // It has done its work, and no request has ever named it.
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(asked.filter((url) => url.includes('invite') || url.includes(link.slice(-20)))).toEqual([]);
    expect(browser.complaints.filter((complaint) => !isOnlyAway(complaint))).toEqual([]);
  });

  test.each(TONGUES)('asks nobody by itself where somebody is signed in ($locale)', async ({ locale, words }) => {
    const peer = ChatPeer.with('bob');
    const add = vi.spyOn(peer, 'add');
    const { page, origin, link } = await visit(peer, locale);
    await page.goto(link);
    const dialog = page.getByRole('dialog', { name: words.add.title });
    await dialog.getByText('wang').waitFor();
    expect(await dialog.getByLabel(words.add.who).inputValue()).toBe(INVITE);
    expect(await addressOf(page)).toBe(`${origin}/`);
    await isWhole(page, `asked by the address, ${locale}`);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(add).not.toHaveBeenCalled();
    // Once is enough: a page that is loaded again asks no more.
    await page.reload();
    await row(page, 'bob').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    // The same in a page that is open already.
    await page.evaluate((invite) => {
      location.hash = `invite=${invite}`;
    }, INVITE.slice('miyu://invite/'.length));
    await dialog.getByText('wang').waitFor();
    expect(await addressOf(page)).toBe(`${origin}/`);
    await dialog.getByRole('button', { name: words.add.submit }).click();
    await expect.poll(() => add.mock.calls.length).toBe(1);
    expect(add.mock.calls[0]![0]).toMatchObject({ who: INVITE });
  });

  test('waits until the profile is unlocked', async () => {
    const peer = ChatPeer.with('bob');
    peer.state = 'locked';
    const { page, link } = await visit(peer, 'en-GB');
    await page.goto(link);
    await page.getByLabel('Password', { exact: true }).fill('correct horse');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Add a friend' });
    await dialog.getByText('wang').waitFor();
  });

  test('fills a form that is open already, and leaves what stands in it', async () => {
    const peer = ChatPeer.with();
    peer.state = 'no-account';
    peer.name = null;
    const { page, link } = await visit(peer, 'en-GB');
    await page.goto(link.replace(/&invite=.*/, ''));
    await page.getByLabel('Name', { exact: true }).fill('li');
    await page.evaluate(() => {
      location.hash = 'invite=fake-0a1b';
    });
    await page.getByText('wang invites you').waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('li');
    await page.getByRole('button', { name: EN.register.more }).click();
    expect(await page.getByLabel(EN.form.server).inputValue()).toBe(INVITE);
  });

  test.each(TONGUES)('opens nothing without a code: it says what to type ($locale)', async ({ locale, words }) => {
    const { page, origin } = await visit(ChatPeer.with('bob'), locale);
    await page.goto(`${origin}/#invite=fake-0a1b`);
    await page.getByRole('heading', { name: words.closed.title }).waitFor();
    await page.getByText(`miyu open ${INVITE}`).waitFor();
    await page.getByText(`npm start -- --invite ${INVITE}`).waitFor();
    expect(await addressOf(page)).toBe(`${origin}/`);
    await isWhole(page, `closed, with an invite, ${locale}`);
  });

  test('a new code in the address of a page that was closed opens it', async () => {
    const { page, origin, link } = await visit(ChatPeer.with('bob'), 'en-GB');
    await page.goto(`${origin}/`);
    await page.getByRole('heading', { name: EN.closed.title }).waitFor();
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      new URL(link).hash.replace(/&invite=.*/, ''),
    );
    await row(page, 'bob').waitFor();
    expect(await addressOf(page)).toBe(`${origin}/`);
  });
});
