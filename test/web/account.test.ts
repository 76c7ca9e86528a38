/** From the first look to signing out: the pages before the main view. */
import { describe, expect, test, vi } from 'vitest';
import { browserMissing, openBrowser } from '../support/browser.ts';
import { PASSWORD, TestPeer, registerPeer, startServer } from '../support/processes.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { until } from '../support/until.ts';
import { isOnlyAway, isWhole, openPage } from './open-page.ts';
import { findPage } from '../../node/api/client-page.ts';

// Real programs and a real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

async function newPeer(): Promise<TestPeer> {
  const peer = new TestPeer('li.wen', `${await temporaryFolder()}/peer`);
  await peer.up();
  return peer;
}

describe.skipIf(browserMissing !== undefined)('the page', () => {
  test('says how it is opened, and nothing else, to whoever comes without a code', async () => {
    const peer = await newPeer();
    const browser = await openBrowser();
    const page = await browser.page({ locale: 'zh-CN' });
    await page.goto((await findPage(peer.profile)).address);
    await page.getByRole('heading', { name: '请从本机打开密语' }).waitFor();
    expect(await page.getByText('npm start').isVisible()).toBe(true);
    expect(await page.getByRole('button').count()).toBe(0);
    await isWhole(page, 'without a code');
  });

  test('registers: an error at each field as it is left, the first bad one in focus, then the main view', async () => {
    const server = await startServer();
    const peer = await newPeer();
    const browser = await openBrowser();
    const page = await openPage(browser, peer.profile);
    const name = page.getByLabel('Name', { exact: true });
    const password = page.getByLabel('Password', { exact: true });
    await page.getByRole('heading', { name: 'Create your account' }).waitFor();
    expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(new URL(page.url()).hash).toBe('');

    await name.fill('two words');
    await name.press('Tab');
    await page.getByText('characters that a name cannot have').waitFor();
    const described = await name.getAttribute('aria-describedby');
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator(`id=${described ?? ''}`).textContent()).toMatch(/characters that a name cannot have/);

    await password.fill('short');
    await page.getByLabel('Password once more', { exact: true }).fill('other');
    await page.getByText('The password is too short.').waitFor();
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByText('The password is too short.').waitFor();
    await page.getByText('The two passwords differ.').waitFor();
    // Each error is tied to its field.
    for (const [label, error] of [
      ['Name', /characters that a name cannot have/],
      ['Password', /too short/],
      ['Password once more', /differ/],
    ] as const) {
      const field = page.getByLabel(label, { exact: true });
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      const id = await field.getAttribute('aria-describedby');
      expect(await page.locator(`id=${id ?? ''}`).textContent()).toMatch(error);
    }
    expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
    await isWhole(page, 'registration with errors');

    await name.fill('li.wen');
    await password.fill(PASSWORD);
    await page.getByLabel('Password once more', { exact: true }).fill(PASSWORD);
    // No server is known here: its field unfolds, says so and has the focus.
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByText('No server is known.').waitFor();
    await page.getByLabel(/^Invite link or server/).fill(server.invite);
    await page.getByLabel(/^Invite link or server/).press('Enter');
    await page.getByText('Welcome, li.wen. Your account is ready.').waitFor();
    await page.getByRole('navigation').waitFor();
    await isWhole(page, 'the first look');
    // Empty, with one thing to do.
    await page.getByText('No chats yet').waitFor();
    await page.getByRole('main').getByRole('button', { name: 'Add friend' }).last().click();
    await page.getByRole('dialog', { name: 'Add a friend' }).waitFor();
  });

  test('by a friend’s link: the form fills the server in, and who gave it is asked at once', async () => {
    const bob = await registerPeer('bob', await startServer());
    const { link } = await bob.api.call('invite');
    const browser = await openBrowser({ mayComplain: true });
    const page = await openPage(browser, (await newPeer()).profile);
    await page.getByLabel('Name', { exact: true }).fill('li.wen');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Password once more', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'E-mail and server' }).click();
    await page.getByLabel(/^Invite link or server/).fill(link);
    await page.getByLabel(/^Invite link or server/).press('Enter');
    await page.getByText('Your request to bob is on its way.').waitFor();
    const asked = async (): Promise<boolean> =>
      (await bob.api.call('friends.requests')).requests.some(({ name }) => name === 'li.wen');
    await until('bob is asked', asked);
  });

  test('signs out and unlocks; a wrong password is told at its field', async () => {
    const peer = await registerPeer('li', await startServer());
    const browser = await openBrowser({ mayComplain: true });
    const page = await openPage(browser, peer.profile);
    await page.getByRole('button', { name: 'You: li' }).click();
    await isWhole(page, 'the menu');
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await isWhole(page, 'signing out');
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Unlock miyu' }).waitFor();
    await page.getByText('Signed out. Your messages are sealed.').waitFor();
    await page.getByLabel('Password', { exact: true }).fill('not it, not it');
    await page.getByLabel('Password', { exact: true }).press('Enter');
    await page.getByText('The password is wrong.').waitFor();
    await isWhole(page, 'unlocking');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Password', { exact: true }).press('Enter');
    await page.getByRole('navigation').waitFor();
    expect(browser.complaints.filter((complaint) => !isOnlyAway(complaint))).toEqual([]);
  });

  test('goes with a key file to another machine; the older page says so, and takes over again', async () => {
    const peer = await registerPeer('li', await startServer());
    const other = await newPeer();
    const browser = await openBrowser({ mayComplain: true });
    const first = await openPage(browser, peer.profile);
    const { file } = await peer.api.call('key.export', { password: PASSWORD, filePassword: 'willow bark 17 river' });
    const second = await openPage(browser, other.profile);
    await second.getByRole('button', { name: 'I have a key file' }).click();
    await isWhole(second, 'the key file');
    const buffer = Buffer.from(file, 'base64');
    await second
      .getByLabel('Key file', { exact: true })
      .setInputFiles({ name: 'li.miyu-key', mimeType: 'application/octet-stream', buffer });
    await second.getByLabel('Password of the file', { exact: true }).fill('willow bark 17 river');
    await second.getByLabel('Password for this machine', { exact: true }).fill(PASSWORD);
    await second.getByRole('button', { name: 'Sign in', exact: true }).click();
    await second.getByText('You are signed in. The older device is signed out.').waitFor();

    await first.getByRole('heading', { name: 'Signed out by another device' }).waitFor();
    await isWhole(first, 'signed out by another device');
    await first.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await first.getByRole('button', { name: 'Sign in here again' }).click();
    await first.getByText('You are signed in here again.').waitFor();
    await second.getByRole('heading', { name: 'Signed out by another device' }).waitFor();
    expect(browser.complaints.filter((complaint) => !isOnlyAway(complaint))).toEqual([]);
  });
});
