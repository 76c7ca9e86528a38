/** One live login at the page: who signed in elsewhere, the lock that closes by itself, and the end of an account. */
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { browserMissing, openBrowser } from '../support/browser.ts';
import { movedClock } from '../support/moved-clock.ts';
import { PASSWORD, TestPeer, befriend, registerPeer, startServer } from '../support/processes.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { until } from '../support/until.ts';
import { isOnlyAway, isWhole, openPage } from './open-page.ts';

// Real programs and a real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 });

const FILE_PASSWORD = 'willow bark 17 river';
const MINUTE_MS = 60_000;

describe.skipIf(browserMissing !== undefined)('one live login, at the page', () => {
  test('says who signed in elsewhere, when and from where, and signs in here again', async () => {
    const peer = await registerPeer('li', await startServer());
    const browser = await openBrowser({ mayComplain: true });
    const page = await openPage(browser, peer.profile);
    await page.getByRole('navigation').waitFor();
    const { file } = await peer.api.call('key.export', { password: PASSWORD, filePassword: FILE_PASSWORD });
    const laptop = new TestPeer('li', join(await temporaryFolder(), 'laptop'));
    await laptop.up('--device-name', 'kitchen laptop');
    await laptop.api.call('key.import', { file, filePassword: FILE_PASSWORD, password: PASSWORD });

    const chinese = await openPage(browser, laptop.profile, {
      locale: 'zh-CN',
      viewport: { width: 360, height: 740 },
      colorScheme: 'dark',
    });

    await page.getByRole('heading', { name: 'Signed out by another device' }).waitFor();
    await page.getByText(/^Signed in elsewhere at .+\.$/).waitFor();
    await page.getByText('kitchen laptop').waitFor();
    await page.getByText('127.0.0.1').waitFor();
    await isWhole(page, 'signed in elsewhere');
    await shot(page, 'elsewhere');

    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in here again' }).click();
    await page.getByText('You are signed in here again.').waitFor();
    await laptop.process.line('ready', 2);
    await chinese.getByText(/在别处登录。$/).waitFor();
    await isWhole(chinese, 'signed in elsewhere, in Chinese on a telephone');
    await shot(chinese, 'elsewhere-zh');
    expect(browser.complaints.filter((complaint) => !isOnlyAway(complaint))).toEqual([]);
  });

  test('locks by itself after the time that is set, and says so', async () => {
    const server = await startServer();
    const clock = await movedClock();
    const peer = new TestPeer('li', join(await temporaryFolder(), 'peer'), clock.env);
    await peer.up();
    await peer.api.call('register', { name: 'li', password: PASSWORD, server: server.invite });
    await peer.reaches('online');
    const browser = await openBrowser({ mayComplain: true });
    const page = await openPage(browser, peer.profile);
    await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Privacy' }).click();
    const choice = page.getByRole('group', { name: 'Lock by itself' });
    expect(await choice.getByLabel('Never').isChecked()).toBe(true);
    await choice.getByLabel('After 15 minutes').click();
    await until('set', async () => (await peer.api.call('settings.get')).autoLock === '15');
    await isWhole(page, 'the auto-lock');
    await shot(page, 'auto-lock');
    await clock.moveTo(16 * MINUTE_MS);
    await page.getByRole('heading', { name: 'Unlock miyu' }).waitFor({ timeout: 60_000 });
    await page.getByText(/^Nobody has done anything here since \d\d:\d\d/).waitFor();
    await isWhole(page, 'locked by itself');
    await shot(page, 'locked');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Password', { exact: true }).press('Enter');
    await page.getByRole('navigation').waitFor();
    expect(browser.complaints.filter((complaint) => !isOnlyAway(complaint))).toEqual([]);
  });

  test('deletes the account: says what is lost, wants name and password, and tells friends', async () => {
    const server = await startServer();
    const peer = await registerPeer('li', server);
    const bob = await registerPeer('bob', server);
    await befriend(peer, bob);
    const browser = await openBrowser({ mayComplain: true });
    const page = await openPage(browser, peer.profile);
    await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('button', { name: 'Delete account…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete account' });
    await dialog.getByText('Your friends are told.').waitFor();
    await isWhole(page, 'deleting the account');
    await shot(page, 'delete');
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await dialog.getByText('That is not your name.').waitFor();
    await dialog.getByLabel('Your name, li').fill('li');
    await dialog.getByLabel('Your password', { exact: true }).fill('not it, not it');
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await dialog.getByText('The password is wrong.').waitFor();
    await isWhole(page, 'deleting the account, with an error');
    await dialog.getByLabel('Your password', { exact: true }).fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByRole('heading', { name: 'Create your account' }).waitFor({ timeout: 60_000 });
    await until('bob is told', async () => (await bob.friend('li'))?.relation === 'removed', { timeoutMs: 60_000 });
    expect(browser.complaints.filter((complaint) => !isOnlyAway(complaint))).toEqual([]);
  });
});

/** For whoever wants to look: only where a folder is named. */
async function shot(page: Awaited<ReturnType<typeof openPage>>, name: string): Promise<void> {
  const folder = process.env['MIYU_SHOTS'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
