/** Sign in anywhere, by the page alone: chosen in one, used in another, given up again; and another password. */
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { browserMissing, openBrowser } from '../support/browser.ts';
import { PASSWORD, TestPeer, registerPeer, startServer } from '../support/processes.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { isOnlyAway, isWhole, openPage } from './open-page.ts';

// Real programs and a real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const NEXT = 'another plum tree 77';

describe.skipIf(browserMissing !== undefined)('sign in anywhere', () => {
  test('is chosen in the settings, brings the account by name and password, and is given up', async () => {
    const server = await startServer();
    const peer = await registerPeer('li', server);
    const other = new TestPeer('li', join(await temporaryFolder(), 'peer'));
    await other.up();
    const browser = await openBrowser({ mayComplain: true });
    const first = await openPage(browser, peer.profile);
    await first.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    await first.getByRole('button', { name: 'Account' }).click();
    const part = first.locator('section', { has: first.getByRole('heading', { name: 'Sign in anywhere' }) }).last();
    await part.getByText('Off.').waitFor();
    await isWhole(first, 'the account');
    await part.getByLabel('Your password', { exact: true }).fill('not it, not it');
    await part.getByRole('button', { name: 'Sign in anywhere' }).click();
    await part.getByText('The password is wrong.').waitFor();
    await part.getByLabel('Your password', { exact: true }).fill(PASSWORD);
    await part.getByRole('button', { name: 'Sign in anywhere' }).click();
    await part.getByText('On.').waitFor();
    await isWhole(first, 'the account, chosen');

    const second = await openPage(browser, other.profile);
    await second.getByRole('button', { name: 'Sign in by name and password' }).click();
    await isWhole(second, 'signing in by name and password');
    await second.getByLabel('Name', { exact: true }).fill('li');
    await second.getByLabel('Password', { exact: true }).fill('not it, not it');
    await second.getByLabel(/^Invite link or server/).fill(server.invite);
    await second.getByRole('button', { name: 'Sign in', exact: true }).click();
    await second.getByText('That name and password open nothing at this server.').waitFor();
    await second.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await second.getByRole('button', { name: 'Sign in', exact: true }).click();
    await second.getByText('You are signed in. The older device is signed out.').waitFor();
    await first.getByRole('heading', { name: 'Signed out by another device' }).waitFor();

    await second.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    await second.getByRole('button', { name: 'Account' }).click();
    await second.getByLabel('Present password', { exact: true }).fill(PASSWORD);
    await second.getByLabel('New password', { exact: true }).fill(NEXT);
    await second.getByLabel('New password once more', { exact: true }).fill(NEXT);
    await second.getByRole('button', { name: 'Change the password' }).click();
    await second.getByText('The password is changed.').waitFor();
    await second.getByRole('button', { name: 'Stop signing in anywhere' }).click();
    await second.getByText('Off.').waitFor();
    expect((await other.api.call('server.knows')).vault).toBeNull();
    expect(browser.complaints.filter((complaint) => !isOnlyAway(complaint))).toEqual([]);
  });
});
