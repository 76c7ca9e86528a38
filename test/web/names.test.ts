/** Another name, and inviting people, on the page of real peers at a server that registers only who is invited. */
import { expect, describe, test, vi } from 'vitest';
import { browserMissing, openBrowser } from '../support/browser.ts';
import { join } from 'node:path';
import {
  befriend,
  PASSWORD,
  registerPeer,
  start,
  startPeer,
  startServer,
  TestPeer,
  type TestServer,
} from '../support/processes.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { until } from '../support/until.ts';
import { isOnlyAway, isWhole, openPage } from './open-page.ts';

// Real programs and a real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

const SHOTS = process.env['MIYU_TEST_SHOTS'];

/** The operator's own invitation. */
async function operatorsLink(server: TestServer): Promise<string> {
  const asked = start('miyu-rendezvous', ['token', 'create', '--json', '--data', server.folder]);
  await asked.ended;
  return asked.lines[0]!['invite'] as string;
}

describe.skipIf(browserMissing !== undefined)('names and invitations', () => {
  test('changes the name in a dialog, with what is wrong at the field; a friend reads of it once', async () => {
    const server = await startServer();
    const [alice, bob] = [await registerPeer('alice', server), await registerPeer('bob', server)];
    await befriend(alice, bob);
    const browser = await openBrowser({ mayComplain: true });
    const page = await openPage(browser, alice.profile);
    const friends = await openPage(browser, bob.profile, { locale: 'zh-CN' });
    await friends.getByRole('button', { name: 'alice' }).first().click();
    await page.getByRole('button', { name: 'You: alice' }).click();
    await page.getByRole('menuitem', { name: 'Account' }).click();
    await page.getByRole('button', { name: 'Change name…' }).click();
    const field = page.getByRole('dialog').getByLabel('New name', { exact: true });
    expect(await field.inputValue()).toBe('alice');
    await field.fill('bob');
    await field.press('Enter');
    await page.getByText('This name is taken at this server.').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await isWhole(page, 'renaming with an error');
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/rename.png` });
    await field.fill('Alice.W');
    await field.press('Enter');
    await page.getByText('You are now called Alice.W.').waitFor();
    await page.getByRole('button', { name: 'You: Alice.W' }).waitFor();

    await friends.getByText('alice 现在叫 Alice.W。').first().waitFor();
    await friends.getByRole('heading', { name: 'Alice.W' }).first().waitFor();
    await isWhole(friends, 'a friend who was renamed');
    if (SHOTS !== undefined) await friends.screenshot({ path: `${SHOTS}/renamed-zh.png` });
    await friends.reload();
    // In the list and in the chat: nothing is announced once more.
    await expect.poll(() => friends.getByText('alice 现在叫 Alice.W。').count()).toBe(2);
    expect((await bob.api.call('friends.list')).friends).toMatchObject([{ name: 'Alice.W' }]);
  });

  test.each(['en-GB', 'zh-CN'])(
    'invites somebody new, takes one back, and the link says who invites (%s)',
    async (locale) => {
      const zh = locale === 'zh-CN';
      const server = await startServer('--token-required', '--invites-per-account', '2');
      const alice = await startPeer('alice');
      await alice.api.call('register', { name: 'alice', password: PASSWORD, server: await operatorsLink(server) });
      await alice.reaches('online');
      // The newcomer's peer ends before the browser does.
      const browser = await openBrowser({ mayComplain: true });
      const page = await openPage(browser, alice.profile, { locale });
      await page
        .getByRole('button', { name: zh ? /alice/ : 'You: alice' })
        .first()
        .click();
      await page.getByRole('menuitem', { name: zh ? '邀请他人' : 'Invite somebody' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(zh ? '一位新人' : 'One new person').check();
      await dialog.getByRole('button', { name: zh ? '生成链接' : 'Make the link' }).click();
      const shown = dialog.getByLabel(zh ? '邀请链接' : 'Invite link', { exact: true });
      const link = await shown.inputValue();
      expect(link).toMatch(/^miyu:\/\/invite\//);
      await isWhole(page, `inviting, ${locale}`);
      if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/invite-${locale}.png` });
      await page.keyboard.press('Escape');
      const { invites } = await alice.api.call('invites.list');
      expect(invites).toHaveLength(1);
      await alice.api.call('invite', { forNew: true });

      await page
        .getByRole('button', { name: zh ? /alice/ : 'You: alice' })
        .first()
        .click();
      await page.getByRole('menuitem', { name: zh ? '账号' : 'Account' }).click();
      await page.getByText(zh ? '2 个，最多 2 个' : '2 of 2').waitFor();
      await isWhole(page, `invitations, ${locale}`);
      if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/invites-${locale}.png` });
      const { invites: both } = await alice.api.call('invites.list');
      const other = both.find(({ id }) => id !== invites[0]!.id)!;
      await page.getByRole('button', { name: zh ? `收回编号 ${other.id}` : `Take back number ${other.id}` }).click();
      await page.getByText(zh ? '1 个，最多 2 个' : '1 of 2').waitFor();

      // The newcomer: started with the link, so that nothing of it has to be typed.
      const bob = new TestPeer('bob', join(await temporaryFolder(), 'profile'));
      await bob.up('--server', link);
      const newcomer = await openPage(browser, bob.profile, { locale });
      await newcomer.getByText(zh ? 'alice 邀请您' : 'alice invites you').waitFor();
      const name = newcomer.getByLabel(zh ? '名字' : 'Name', { exact: true });
      expect(await name.evaluate((element) => element === document.activeElement)).toBe(true);
      await isWhole(newcomer, `invited, ${locale}`);
      if (SHOTS !== undefined) await newcomer.screenshot({ path: `${SHOTS}/invited-${locale}.png` });
      await name.fill('bob');
      await newcomer.getByLabel(zh ? '密码' : 'Password', { exact: true }).fill(PASSWORD);
      await newcomer.getByLabel(zh ? '再次输入密码' : 'Password once more', { exact: true }).fill(PASSWORD);
      await newcomer.keyboard.press('Enter');
      await until('alice is asked', async () =>
        (await alice.api.call('friends.requests')).requests.some(({ name: who }) => who === 'bob'),
      );
      expect((await bob.api.call('friends.list')).friends).toMatchObject([{ name: 'alice', verified: 'invite' }]);
      expect(browser.complaints.filter((complaint) => !isOnlyAway(complaint))).toEqual([]);
    },
  );
});
