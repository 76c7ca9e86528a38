/** Friends in the page: asked, accepted, looked at, verified, blocked, removed. */
import { describe, expect, test, vi } from 'vitest';
import { browserMissing, openBrowser } from '../support/browser.ts';
import { befriend, registerPeer, startServer } from '../support/processes.ts';
import { until } from '../support/until.ts';
import { isWhole, openPage } from './open-page.ts';

// Real programs and a real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

describe.skipIf(browserMissing !== undefined)('friends', () => {
  test('are asked by name with the keyboard alone, and are there when they accept', async () => {
    const server = await startServer();
    const [alice, bob] = [await registerPeer('alice', server), await registerPeer('bob', server)];
    const browser = await openBrowser();
    const page = await openPage(browser, alice.profile);
    await page.getByText('No chats yet').waitFor();
    await page.keyboard.press('a');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('alice');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('yourself').waitFor();
    await isWhole(page, 'an error in the dialog');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('bob');
    await page.keyboard.press('Tab');
    await page.keyboard.type('hello bob');
    await page.keyboard.press('Enter');
    await page.getByText('Your request to bob is on its way.').waitFor();
    await page
      .getByRole('dialog')
      .waitFor({ state: 'detached' })
      .catch(() => undefined);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await bob.hasRequestFrom(alice);
    expect((await bob.api.call('friends.requests')).requests).toMatchObject([{ name: 'alice', greeting: 'hello bob' }]);

    await page.keyboard.press('g');
    await page.keyboard.press('f');
    await page.getByText('Asked; waiting for an answer').waitFor();
    await bob.api.call('friends.accept', { who: 'alice' });
    await page.getByRole('button', { name: 'bob' }).getByText('Online').waitFor();
  });

  test('who ask are decided on; their number stands at the room', async () => {
    const server = await startServer();
    const alice = await registerPeer('alice', server);
    const others = [];
    for (const name of ['bob', 'carol', 'dave']) others.push(await registerPeer(name, server));
    const browser = await openBrowser();
    const page = await openPage(browser, alice.profile);
    for (const other of others) await other.api.call('friends.add', { who: 'alice', greeting: `I am ${other.name}` });
    await page.getByRole('button', { name: /Requests.*3 requests wait/ }).click();
    await page.getByText('I am carol').waitFor();
    await isWhole(page, 'requests');
    await page.getByRole('button', { name: 'Accept: bob' }).click();
    await page.getByText('You and bob are friends now.').waitFor();
    await page.getByRole('button', { name: 'Refuse: carol' }).click();
    await page.getByText('The request of carol was refused.').waitFor();
    await page.getByRole('button', { name: 'Later: dave' }).click();
    await page.getByText('Put off; asked again at your next sign-in.').waitFor();
    expect((await alice.api.call('friends.list')).friends.map(({ name }) => name)).toContain('bob');
  });

  test('have details, can be verified, blocked, and removed by one confirmation that names them', async () => {
    const server = await startServer();
    const [alice, bob] = [await registerPeer('alice', server), await registerPeer('bob', server)];
    await befriend(alice, bob);
    const browser = await openBrowser();
    const page = await openPage(browser, alice.profile);
    await page.getByRole('navigation').getByRole('button', { name: 'Friends' }).click();
    await page.getByRole('button', { name: /^bob/ }).click();
    const { safetyNumber, address } = await alice.api.call('friends.show', { who: 'bob' });
    const [, host, port] = /^\/ip4\/([^/]+)\/tcp\/(\d+)/.exec(address ?? '') ?? [];
    await page.getByText('Straight over your local network, from machine to machine.').waitFor();
    await page.getByText(host ?? '?', { exact: true }).waitFor();
    await page.getByText(port ?? '?', { exact: true }).waitFor();
    for (const group of new Set(safetyNumber.split(' '))) await page.getByText(group).first().waitFor();
    await isWhole(page, 'details');

    await page.getByRole('switch', { name: /We compared the numbers/ }).click();
    await page.getByText('bob is verified.').waitFor();
    expect((await alice.friend('bob'))?.verified).toBe('yes');

    // By the menu of the row this time, opened by key.
    await page.getByRole('button', { name: /^bob/ }).focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Write' }).waitFor();
    await isWhole(page, 'the menu of a row');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Remove bob?' }).waitFor();
    await isWhole(page, 'removing');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.getByRole('button', { name: /^bob/ }).evaluate((row) => row === document.activeElement)).toBe(
      true,
    );
    await page
      .getByRole('group', { name: 'Friends and groups' })
      .getByRole('button', { name: 'Remove friend' })
      .click();
    await page.getByRole('button', { name: 'Remove bob' }).click();
    await page.getByText('bob was removed.').waitFor();
    await until('bob is gone', async () =>
      (await alice.api.call('friends.list')).friends.every(({ relation }) => relation !== 'friend'),
    );
    await page.getByRole('button', { name: /^bob/ }).waitFor({ state: 'detached' });
  });

  test('are blocked by one confirmation, stay to be seen, and are unblocked', async () => {
    const server = await startServer();
    const [alice, bob] = [await registerPeer('alice', server), await registerPeer('bob', server)];
    await befriend(alice, bob);
    const browser = await openBrowser();
    const page = await openPage(browser, alice.profile);
    await page.getByRole('navigation').getByRole('button', { name: 'Friends' }).click();
    await page.getByRole('button', { name: /^bob/ }).click();
    await page.getByRole('button', { name: 'Block', exact: true }).click();
    await page.getByRole('dialog', { name: 'Block bob?' }).getByRole('button', { name: 'Block bob' }).click();
    await page.getByText('bob is blocked and can reach you no more.').waitFor();
    await page.getByRole('button', { name: /^bob.*Blocked/ }).waitFor();
    await expect(bob.api.call('friends.add', { who: 'alice' })).rejects.toThrow();
    await page.getByRole('button', { name: 'Unblock' }).click();
    await page.getByText('bob is not blocked any more').waitFor();
    await page.getByRole('region', { name: 'bob' }).getByRole('button', { name: 'Add friend' }).click();
    expect(await page.getByLabel('Name or invite link').inputValue()).toBe('bob');
  });

  test('groups say that they are not there yet', async () => {
    const alice = await registerPeer('alice', await startServer());
    const browser = await openBrowser();
    const page = await openPage(browser, alice.profile);
    for (const name of ['New group', 'Join group']) {
      await page.getByRole('button', { name }).click();
      await page.getByRole('dialog').getByText('Groups are not there yet.').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
  });
});
