/** A card that is filled in with a new account: friends see it, and the server never does. */
import { describe, expect, test, vi } from 'vitest';
import { join } from 'node:path';
import { readFile, readdir } from 'node:fs/promises';
import { browserMissing, openBrowser } from '../support/browser.ts';
import { pngOf } from '../support/pictures.ts';
import { PASSWORD, TestPeer, befriend, registerPeer, startServer } from '../support/processes.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { until } from '../support/until.ts';
import { EN, ZH } from '../../node/web/src/words/all-words.ts';
import { isOnlyAway, isWhole, openPage } from './open-page.ts';

// Real programs and a real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 });

const TONGUES = [
  { locale: 'en-GB', words: EN },
  { locale: 'zh-CN', words: ZH },
] as const;
const DISPLAY_NAME = 'Bob of the Harbour';
const STATUS = 'back from the mountains';

describe.skipIf(browserMissing !== undefined)('a new account with a card', () => {
  test.each(TONGUES)('shows it to a friend, picture and all ($locale)', async ({ locale, words }) => {
    const server = await startServer();
    const alice = await registerPeer('alice', server);
    const bob = new TestPeer('bob', join(await temporaryFolder(), 'profile'));
    await bob.up('--server', server.invite);
    const browser = await openBrowser({ mayComplain: true });
    const page = await openPage(browser, bob.profile, { locale });
    page.setDefaultTimeout(60_000);
    const field = (label: string) => page.getByLabel(label, { exact: false });
    await page.getByLabel(words.form.name, { exact: true }).fill('bob');
    await page.getByLabel(words.form.password, { exact: true }).fill(PASSWORD);
    await page.getByLabel(words.form.repeat, { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: words.register.more }).click();
    await field(words.card.displayName).fill(DISPLAY_NAME);
    await page.getByRole('radio', { name: words.card.sexes.other }).check();
    await field(words.card.status).fill(STATUS);
    const photo = Buffer.from(pngOf(640, 480, (x, y) => (x * 7 + y * 13) % 256));
    await field(words.card.choosePicture).setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: photo });
    await page.getByRole('img', { name: words.card.yourPicture }).waitFor();
    // What is wrong with the card is told before there is an account.
    await field(words.card.birthYear).fill('19');
    await page.getByRole('button', { name: words.register.submit }).click();
    await expect.poll(() => field(words.card.birthYear).getAttribute('aria-invalid')).toBe('true');
    expect((await bob.api.call('status')).state).toBe('no-account');
    await isWhole(page, `the card of a new account, ${locale}`);
    await field(words.card.birthYear).fill('1990');
    await page.getByRole('button', { name: words.register.submit }).click();
    await page.getByRole('navigation').waitFor();
    await bob.connect();
    await bob.reaches('online');
    await until('the own card is kept', async () => {
      const { profile } = await bob.api.call('profile.get');
      return profile?.displayName === DISPLAY_NAME;
    });

    await befriend(alice, bob);
    await until('alice has the card', async () => {
      const { profile } = await alice.api.call('friends.show', { who: 'bob' });
      return profile?.displayName === DISPLAY_NAME;
    });
    expect((await alice.api.call('friends.show', { who: 'bob' })).profile).toMatchObject({
      ...{ displayName: DISPLAY_NAME, status: STATUS, sex: 'other', birthYear: 1990 },
    });
    const alices = await openPage(browser, alice.profile, { locale });
    alices.setDefaultTimeout(60_000);
    await alices.getByRole('navigation').getByRole('button', { name: words.nav.friends }).click();
    const row = alices.getByRole('button', { name: /^bob/ });
    await row.getByText(DISPLAY_NAME).waitFor();
    await row.locator('img').waitFor();
    await row.click();
    await alices.getByText(STATUS).waitFor();
    await isWhole(alices, `the friend’s card, ${locale}`);
    // Sealed from end to end: nothing of it lies at the server.
    await server.end('SIGTERM');
    for (const entry of await readdir(server.folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = await readFile(join(entry.parentPath, entry.name));
      for (const text of [DISPLAY_NAME, STATUS]) expect(bytes.includes(text), entry.name).toBe(false);
    }
    expect(browser.complaints.filter((complaint) => !isOnlyAway(complaint))).toEqual([]);
  });
});
