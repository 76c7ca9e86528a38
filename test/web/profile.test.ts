/** Cards and certificates in the page: filled in, seen by friends, saved. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test, vi } from 'vitest';
import { browserMissing, openBrowser } from '../support/browser.ts';
import { pngOf } from '../support/pictures.ts';
import { befriend, registerPeer, startServer } from '../support/processes.ts';
import { until } from '../support/until.ts';
import { isWhole, openPage } from './open-page.ts';

// Real programs and a real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

describe.skipIf(browserMissing !== undefined)('cards', () => {
  test('are filled in, with a picture made small here, and friends see them beside the account name', async () => {
    const server = await startServer();
    const [alice, bob] = [await registerPeer('alice', server), await registerPeer('bob', server)];
    await befriend(alice, bob);
    const browser = await openBrowser();
    const page = await openPage(browser, alice.profile);
    await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Account', exact: true }).click();
    await page.getByLabel('Display name').fill('Alice K.');
    await page.getByLabel('About you, in one line').fill('on the road');
    await page.getByRole('radio', { name: 'Female' }).check();
    await page.getByLabel('Year of birth').fill('19');
    await page.getByRole('button', { name: 'Save the card' }).click();
    await page.getByText('This is no year of birth.').waitFor();
    await page.getByLabel('Year of birth').fill('1990');
    const photo = Buffer.from(pngOf(900, 600, (x, y) => (x * 7 + y * 13) % 256));
    await page.getByLabel('Choose a picture').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: photo });
    await page.getByRole('img', { name: 'Your picture' }).waitFor();
    await isWhole(page, 'the card');
    await page.getByRole('button', { name: 'Save the card' }).click();
    await page.getByText('Your card is saved').waitFor();
    await until('bob has it', async () => {
      const { profile } = await bob.api.call('friends.show', { who: 'alice' });
      return profile?.displayName === 'Alice K.' && profile.birthYear === 1990 && profile.sex === 'female';
    });
    const { picture } = await bob.api.call('profile.picture', { who: 'alice' });
    expect(picture?.type).toBe('image/jpeg');
    expect(Buffer.from(picture?.bytes ?? '', 'base64').length).toBeLessThan(44 * 1024);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the certificate' }).click(),
    ]);
    const file = await readFile(await download.path(), 'utf8');
    expect(await bob.api.call('certificate.verify', { file })).toMatchObject({ known: 'same' });

    const bobs = await openPage(browser, bob.profile);
    await bobs.getByRole('navigation').getByRole('button', { name: 'Friends' }).click();
    // The account name stays, whatever somebody calls himself.
    const row = bobs.getByRole('button', { name: /^alice/ });
    await row.getByText('Alice K.').waitFor();
    await row.locator('img').waitFor();
    await row.click();
    await bobs.getByText('on the road').waitFor();
    await bobs.getByRole('button', { name: 'Save the certificate' }).waitFor();
    await isWhole(bobs, 'the card of a friend');
  });
});
