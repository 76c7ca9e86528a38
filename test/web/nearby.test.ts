/** People and servers on the local network, in the page: on the first screen, among the friends, at registration, in the settings. */
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { NearbyView } from '../../node/flows/nearby-views.ts';
import { EN, ZH } from '../../node/web/src/words/all-words.ts';
import { browserMissing, openBrowser } from '../support/browser.ts';
import { loopbackLan } from '../support/lan.ts';
import { PASSWORD, startServer, TestPeer } from '../support/processes.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { ChatPeer, openChats } from './chat-page.ts';
import { isWhole, openPage } from './open-page.ts';
import { speaks } from './whole-screen.ts';

// Real programs and a real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

type NearbyPerson = NearbyView['people'][number];
const aPerson = (name: string, change: Partial<NearbyPerson> = {}): NearbyPerson => ({
  ...{
    account: Buffer.from(name.padEnd(32, '.')).toString('hex'),
    name,
    fingerprint: '40770 31701 38425',
    device: 'D',
  },
  ...{ relation: 'none', verified: 'no', addresses: ['/ip4/192.168.7.9/tcp/4711'], interfaces: ['eth0'] },
  ...{ home: { peerId: 'S', fingerprint: '1111 2222', isOurs: true } },
  ...change,
});
const SERVER: NearbyView['servers'][number] = {
  ...{ peerId: 'S', fingerprint: '8579 b974 0548 be97', interfaces: ['eth0'], name: 'Harbour', isOurs: false },
  ...{ addresses: ['/ip4/192.168.7.2/tcp/4710/p2p/12D3KooWFakeServer'], registration: 'open' },
};
const NEAR: NearbyView = { on: true, visible: true, people: [], silent: 0, servers: [] };

describe.skipIf(browserMissing !== undefined)('nearby', () => {
  test('real people: found without a word, asked by one press, and they talk', async () => {
    const lan = await loopbackLan();
    const server = await startServer();
    const people = await Promise.all(
      ['alice', 'bob'].map(async (name) => {
        const peer = new TestPeer(name, join(await temporaryFolder(), 'profile'), lan.env);
        await peer.up();
        await peer.api.call('register', { name, password: PASSWORD, server: server.invite });
        return peer;
      }),
    );
    const [alice, bob] = people as [TestPeer, TestPeer];
    const browser = await openBrowser();
    const page = await openPage(browser, alice.profile);
    await page.getByRole('button', { name: 'Add bob as a friend' }).click({ timeout: 60_000 });
    // By which way depends on which of the two answers first.
    await page.getByText(/^Your (friend request is on its way to bob|request is on the device of bob)/).waitFor();
    await bob.hasRequestFrom(alice);
    await bob.api.call('friends.accept', { who: 'alice' });
    await page.locator('[data-row]', { hasText: 'bob' }).click();
    await page.locator('textarea').fill('three presses');
    await page.keyboard.press('Enter');
    await bob.api.call('history', { with: 'alice' });
    await expect
      .poll(async () => (await bob.api.call('history', { with: 'alice' })).messages.map(({ text }) => text), {
        timeout: 30_000,
      })
      .toEqual(['three presses']);
    await page.getByRole('heading', { name: 'People nearby' }).waitFor({ state: 'hidden' });
  });

  test.each(['en', 'zh'] as const)('the list follows what is heard, and is whole, in %s', async (language) => {
    const words = language === 'en' ? EN : ZH;
    const peer = ChatPeer.with();
    peer.near = { ...NEAR, people: [aPerson('bob')] };
    const locale = language === 'en' ? 'en-GB' : 'zh-CN';
    const { page } = await openChats(peer, { locale, viewport: { width: 360, height: 740 } });
    const add = (name: string) => page.getByRole('button', { name: words.nearby.addOne.replace('{{name}}', name) });
    await add('bob').waitFor();
    const longest = aPerson('a.very.long.name.that.has.thirty2', {
      home: { peerId: 'T', fingerprint: '3', isOurs: false },
    });
    peer.near = {
      ...NEAR,
      people: [aPerson('bob', { relation: 'requested' }), aPerson('eve', { relation: 'incoming' }), longest],
    };
    peer.emit({ type: 'nearby' });
    await add(longest.name).waitFor();
    await page.getByText(words.nearby.waiting, { exact: true }).waitFor();
    await isWhole(page, 'nearby');
    await speaks(page, language, 'nearby');
    peer.known.set(longest.account, longest.account);
    await add(longest.name).click();
    await page.getByText(words.nearby.asked.replace('{{name}}', longest.name)).waitFor();
    expect(peer.calls).toContain(`add ${longest.account} `);
    await page.getByRole('button', { name: words.nearby.answer }).click();
    await page.getByRole('heading', { name: words.requests.title, exact: true }).first().waitFor();
  });

  test('a server is taken by a press beside its fingerprint, and by nothing else', async () => {
    const peer = ChatPeer.with();
    peer.state = 'no-account';
    peer.name = null;
    peer.near = {
      ...NEAR,
      servers: [
        SERVER,
        { ...SERVER, peerId: 'T', name: null, registration: 'closed', addresses: ['/ip4/192.168.7.3/tcp/4710/p2p/T'] },
      ],
    };
    const { page } = await openChats(peer);
    await page.getByText('8579 b974 0548 be97').first().waitFor();
    await isWhole(page, 'servers nearby');
    const [take, closed] = await page.getByRole('button', { name: 'Register here' }).all();
    expect(await closed?.isDisabled()).toBe(true);
    await take?.click();
    await page.getByRole('button', { name: 'Chosen' }).waitFor();
    await page.getByLabel('Name', { exact: true }).fill('alice');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Password once more', { exact: true }).fill(PASSWORD);
    const registered = vi.spyOn(peer, 'register');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByText('Welcome, alice.').waitFor();
    expect(registered.mock.calls[0]?.[0]).toMatchObject({ name: 'alice', server: SERVER.addresses[0] });
  });

  test('being seen is a switch', async () => {
    const peer = ChatPeer.with('bob');
    const { page } = await openChats(peer);
    await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Connection', exact: true }).click();
    await page.getByRole('switch', { name: 'Be seen on the local network' }).click();
    await expect.poll(() => peer.own.lan.visible).toBe(false);
  });
});
