/** The badge of each friend's path with what it means, and why there is none: of real peers, and of everything that can be said, in both languages. */
import { describe, expect, test, vi } from 'vitest';
import { EN, ZH } from '../../node/web/src/words/all-words.ts';
import type { SearchView } from '../../node/flows/seeking.ts';
import { browserMissing, openBrowser } from '../support/browser.ts';
import { befriend, registerPeer, startServer } from '../support/processes.ts';
import { ChatPeer, openChats } from './chat-page.ts';
import { isWhole, openPage } from './open-page.ts';
import { speaks } from './whole-screen.ts';

// Real programs and a real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 500_000 });

const RESULTS = ['trying', 'nothing', 'nothing-new', 'failed', 'not-reached', 'not-dialled', 'unasked'] as const;
const PLACES = ['known', 'lan', 'directory', 'dht', 'relay'] as const;

describe.skipIf(browserMissing !== undefined)('paths', () => {
  test('real peers: direct while both are there; of one who has gone, what was tried and when next', async () => {
    const server = await startServer();
    const [alice, bob] = [await registerPeer('alice', server), await registerPeer('bob', server)];
    await befriend(alice, bob);
    const browser = await openBrowser();
    const page = await openPage(browser, alice.profile);
    page.setDefaultTimeout(60_000);
    await page.getByRole('navigation').getByRole('button', { name: 'Friends' }).click();
    const list = page.getByRole('listitem').filter({ hasText: 'bob' });
    await list.getByText('local network', { exact: true }).waitFor();
    await list.click();
    await page.getByText('Straight over your local network, from machine to machine.').waitFor();
    expect(await page.getByText('Why there is no link').count()).toBe(0);

    await bob.die();
    await page.getByText('There is no link to their device. What you write waits sealed').waitFor();
    await list.getByText('mailbox', { exact: true }).waitFor();
    await page.getByText('Why there is no link').waitFor();
    await page.getByText(/^Last addresses: dialled in vain: \d+\. Nobody answered there\.$/).waitFor();
    await page.getByText(/^Nearby \(local network\): no address known$/).waitFor();
    await page.getByText(/Next try at \d\d:\d\d:\d\d/).waitFor();
    await isWhole(page, 'no link');

    await bob.back();
    await page.getByText('Straight over your local network, from machine to machine.').waitFor();
    await page.getByText('Why there is no link').waitFor({ state: 'hidden' });
  });

  test.each(['en', 'zh'] as const)('everything that can be said of a path, in %s', async (language) => {
    const words = language === 'en' ? EN : ZH;
    const peer = ChatPeer.with('bob');
    const bob = peer.of('bob').account;
    const begun: SearchView = {
      state: 'waiting',
      startedAt: null,
      endedAt: null,
      failures: 0,
      nextAt: null,
      tried: [],
    };
    const { page } = await openChats(peer, {
      locale: language === 'en' ? 'en-GB' : 'zh-CN',
      viewport: { width: 360, height: 740 },
    });
    const become = (change: Parameters<typeof peer.become>[1]): void => {
      peer.become('bob', change);
      const { presence, path } = peer.of('bob');
      peer.emit({ type: 'presence', friend: bob, name: 'bob', presence, path });
    };
    await page.locator('[data-row]', { hasText: 'bob' }).click();
    await page
      .locator('header')
      .getByRole('button', { name: words.chat.details.replace('{{name}}', 'bob') })
      .first()
      .click();
    for (const [way, change] of [
      ['lan', { presence: 'online', path: 'lan' }],
      ['direct', { presence: 'online', path: 'direct' }],
      ['relayed', { presence: 'online', path: 'relayed' }],
      ['mailbox', { presence: 'mailbox', path: null }],
      ['unreachable', { presence: 'unreachable', path: null }],
    ] as const) {
      become(change);
      await page.getByText(words.paths.means[way], { exact: true }).waitFor();
      await page.locator(`dd [data-path=${way}]`).getByText(words.paths.name[way], { exact: true }).waitFor();
      await isWhole(page, way);
    }
    for (const state of ['queued', 'seeking', 'waiting'] as const) {
      peer.searches.set(bob, { ...begun, state, startedAt: state === 'queued' ? null : Date.now() });
      become({ lastSeen: Date.now() });
      const said = { ...{ queued: words.paths.queued, seeking: words.paths.seeking, waiting: words.paths.failed } }[
        state
      ];
      const [before = ''] = said.split(/\{\{time\}\}/).sort((a, b) => b.length - a.length);
      await page.getByText(before.trim()).first().waitFor();
    }
    for (const result of RESULTS) {
      const reason = result === 'failed' || result === 'not-reached' ? 'server-unreachable' : null;
      const tried = PLACES.map((place) => ({ place, result, addresses: 2, reason }) as const);
      peer.searches.set(bob, { ...begun, startedAt: Date.now(), failures: 2, nextAt: Date.now() + 60_000, tried });
      become({ lastSeen: Date.now() });
      const [longest = ''] = words.paths.tried[result].split(/\{\{\w+\}\}/).sort((a, b) => b.length - a.length);
      for (const place of PLACES) {
        await page
          .getByRole('listitem')
          .filter({ hasText: words.paths.place[place] })
          .filter({ hasText: longest.trim() })
          .first()
          .waitFor();
      }
    }
    await isWhole(page, 'everything that was tried');
    await speaks(page, language, 'everything that was tried');
  });
});
