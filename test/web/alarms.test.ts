/** A server that lies, seen by the page alone: the banner, what happened and what to do, the decision. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test, vi } from 'vitest';
import { browserMissing, openBrowser } from '../support/browser.ts';
import { EvilServer } from '../support/evil-server.ts';
import { PASSWORD, startPeer } from '../support/processes.ts';
import { verifyAnyEvidence } from '../../shared/transparency/exhibit.ts';
import { isOnlyAway, isWhole, openPage } from './open-page.ts';

// Real programs and a real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

describe.skipIf(browserMissing !== undefined)('an alarm', () => {
  test('is told by a banner, explained, proven and decided', async () => {
    const evil = await EvilServer.start();
    const peer = await startPeer('li');
    await peer.api.call('register', { name: 'li', password: PASSWORD, server: evil.running.address });
    await peer.reaches('online');
    const browser = await openBrowser({ mayComplain: true });
    const page = await openPage(browser, peer.profile);
    await page.getByRole('navigation').waitFor();
    expect(await page.getByText('See what happened').count()).toBe(0);

    // From now on somebody else stands under the name; looked for at the next sign-in.
    await evil.fork('*', ['li']);
    await evil.running.stop();
    await evil.running.start();
    await page.getByRole('button', { name: 'See what happened' }).click();
    const dialog = page.getByRole('dialog', { name: 'Alarms about servers' });
    await dialog.getByText('an entry under your name that you did not make').waitFor();
    await dialog.getByText('Compare safety numbers').waitFor();
    await dialog.getByText(evil.running.running.fingerprint).waitFor();
    await isWhole(page, 'the alarm');
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save the evidence' }).click();
    const bytes = await readFile(await (await download).path());
    expect(verifyAnyEvidence(new Uint8Array(bytes))).toMatchObject({ proves: 'shown' });
    await dialog.getByRole('button', { name: 'Keep stopped' }).click();
    await dialog.getByText('Kept stopped.').waitFor();
    await dialog.getByRole('button', { name: 'Go on and trust it' }).click();
    await dialog.getByText('Trusted again.').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'See what happened' }).waitFor({ state: 'hidden' });
    expect(browser.complaints.filter((complaint) => !isOnlyAway(complaint))).toEqual([]);
  });
});
