/** Codes on one screen and the camera of another: friends compared, and found. */
import type { Page } from 'playwright-core';
import { decodeQR } from 'qr/decode.js';
import { describe, expect, test, vi } from 'vitest';
import { browserMissing, openBrowser } from '../support/browser.ts';
import { cameraSeeing, photoOf } from '../support/camera.ts';
import { befriend, registerPeer, startServer } from '../support/processes.ts';
import { until } from '../support/until.ts';
import { isWhole, openPage } from './open-page.ts';

// Real programs and a real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

const details = async (page: Page, name: RegExp): Promise<void> => {
  await page.getByRole('navigation').getByRole('button', { name: 'Friends' }).click();
  await page.getByRole('button', { name }).click();
};

/** What a camera reads from the screen. */
async function readScreen(page: Page, label: string): Promise<string> {
  const code = page.getByRole('img', { name: label });
  await code.scrollIntoViewIfNeeded();
  const picture = (await code.screenshot()).toString('base64');
  const image = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { width, height, data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return { width, height, data: [...data] };
  }, picture);
  return decodeQR({ ...image, data: Uint8Array.from(image.data) });
}

async function pick(page: Page, bytes: Buffer): Promise<void> {
  await page
    .getByLabel('Read from a picture')
    .setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: bytes });
}

describe.skipIf(browserMissing !== undefined)('scanning', () => {
  test('with the camera verifies a friend; the own code on the screen is what the friend’s peer compares', async () => {
    const server = await startServer();
    const [alice, bob] = [await registerPeer('alice', server), await registerPeer('bob', server)];
    await befriend(alice, bob);
    const { payload } = await bob.api.call('verification.show', { who: 'alice' });
    const browser = await openBrowser({ args: await cameraSeeing(payload) });
    const page = await openPage(browser, alice.profile);
    await details(page, /^bob/);
    const shown = await readScreen(page, 'Your verification code for bob, as a QR code');
    expect(await bob.api.call('verification.scan', { payload: shown, who: 'alice' })).toMatchObject({
      outcome: 'match',
    });

    await page.getByRole('button', { name: 'Scan the code of bob' }).click();
    await isWhole(page, 'ready to scan');
    await page.getByRole('button', { name: 'Use the camera' }).click();
    await page.getByText('It fits. bob is verified').waitFor({ timeout: 60_000 });
    await until('it is kept', async () => (await alice.friend('bob'))?.verified === 'yes');
    // The camera is let go, and its picture gone.
    expect(await page.locator('video').count()).toBe(0);
    await isWhole(page, 'verified');
  });

  test('from a picture, and as text, tells a match from what is none', async () => {
    const server = await startServer();
    const [alice, bob] = [await registerPeer('alice', server), await registerPeer('bob', server)];
    await befriend(alice, bob);
    const { payload: own } = await alice.api.call('verification.show', { who: 'bob' });
    const { payload } = await bob.api.call('verification.show', { who: 'alice' });
    const browser = await openBrowser();
    const page = await openPage(browser, alice.profile);
    await details(page, /^bob/);
    await page.getByRole('button', { name: 'Scan the code of bob' }).click();
    await pick(page, Buffer.from('no picture at all'));
    await page.getByText('There is no QR code to be seen in this picture.').waitFor();
    await pick(page, photoOf(own));
    await page.getByText('This is your own code.').waitFor();
    await page.getByLabel('Their code as text').fill('nonsense');
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByText('This is no verification code').first().waitFor();
    expect((await alice.friend('bob'))?.verified).toBe('no');
    await isWhole(page, 'what is none');
    await pick(page, photoOf(payload));
    await page.getByText('It fits. bob is verified').waitFor();
    expect((await alice.friend('bob'))?.verified).toBe('yes');
  });

  test('without a camera says so', async () => {
    const server = await startServer();
    const [alice, bob] = [await registerPeer('alice', server), await registerPeer('bob', server)];
    await befriend(alice, bob);
    const browser = await openBrowser();
    const page = await openPage(browser, alice.profile);
    await details(page, /^bob/);
    await page.getByRole('button', { name: 'Scan the code of bob' }).click();
    await page.getByRole('button', { name: 'Use the camera' }).click();
    await page.getByText(/The camera may not be used|No camera can be used here/).waitFor();
  });

  test('finds a friend: one screen shows the invite, the camera of the other reads it', async () => {
    const server = await startServer();
    const [alice, bob] = [await registerPeer('alice', server), await registerPeer('bob', server)];
    const showing = await openBrowser();
    const bobs = await openPage(showing, bob.profile);
    await bobs.getByText('No chats yet').waitFor();
    await bobs.keyboard.press('a');
    await bobs.getByRole('button', { name: 'Or let them scan yours' }).click();
    const link = await readScreen(bobs, 'Your invite link as a QR code');
    expect(link).toMatch(/^miyu:\/\/invite\//);
    await isWhole(bobs, 'the own invite');

    const browser = await openBrowser({ args: await cameraSeeing(link) });
    const page = await openPage(browser, alice.profile);
    await page.getByText('No chats yet').waitFor();
    await page.keyboard.press('a');
    await page.getByRole('button', { name: 'Scan an invite code' }).click();
    await page.getByRole('button', { name: 'Use the camera' }).click();
    await until('the link is in the field', async () =>
      (await page.getByLabel('Name or invite link').inputValue()).startsWith('miyu://invite/'),
    );
    await page.getByRole('dialog').getByRole('button', { name: 'Send request' }).click();
    await page.getByText('Your request to bob is on its way.').waitFor();
    await bob.hasRequestFrom(alice);
  });
});
