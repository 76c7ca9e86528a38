/** Another key of a friend, seen by the page alone: the banner above the composer, what waits, what to compare, the decisions. */
import { describe, expect, test, vi } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import { EN, ZH } from '../../node/web/src/words/all-words.ts';
import { aMessage, bubble, ChatPeer, composer, openChats, row } from './chat-page.ts';
import { isWhole } from './open-page.ts';

// A real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

const named = (text: string): string => text.replaceAll('{{name}}', 'bob');

describe.skipIf(browserMissing !== undefined)('another key of a friend', () => {
  test.each([
    ['en', 'en-GB', EN],
    ['zh', 'zh-CN', ZH],
  ] as const)('is told where one writes, explained, and decided upon, in %s', async (_, locale, words) => {
    const peer = ChatPeer.with('bob', 'carol');
    const { page } = await openChats(peer, { locale });
    await row(page, 'bob').click();
    await composer(page).waitFor();
    expect(await page.getByRole('button', { name: words.keyChange.look }).count()).toBe(0);

    // While the chat is open.
    peer.tell('bob', [aMessage(1, { text: 'hello', direction: 'out', state: 'queued', reason: 'friend-key-changed' })]);
    peer.changeKey('bob');
    await page.getByText(named(words.keyChange.banner)).waitFor();
    await page.reload();
    await bubble(page, 'hello').getByText(words.keyChange.waits).waitFor();
    await composer(page).fill('what I write waits');
    await isWhole(page, 'the banner');
    await page.getByRole('button', { name: words.keyChange.look }).click();
    const dialog = page.getByRole('dialog', { name: named(words.keyChange.title) });
    await dialog.getByText(named(words.keyChange.how.name)).waitFor();
    await dialog.getByText(named(words.keyChange.means)).waitFor();
    await dialog.getByText('11111').first().waitFor();
    await dialog.getByText('22222').first().waitFor();
    await isWhole(page, 'the dialog');
    await dialog.getByRole('button', { name: words.keyChange.stop }).click();
    await page.getByText(named(words.keyChange.bannerStopped)).waitFor();

    // The way to a new beginning.
    await page.getByRole('button', { name: words.keyChange.look }).click();
    expect(await dialog.getByRole('button', { name: words.keyChange.stop }).count()).toBe(0);
    await dialog.getByRole('button', { name: named(words.keyChange.remove) }).click();
    await page.getByRole('dialog', { name: named(words.remove.titleOf) }).waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: words.keyChange.look }).click();
    await dialog.getByRole('button', { name: words.keyChange.same }).click();
    await page.getByRole('button', { name: words.keyChange.look }).waitFor({ state: 'hidden' });
    expect(peer.calls.filter((call) => call.startsWith('key'))).toEqual(['key bob stop', 'key bob same']);
    await expect.poll(() => page.getByText(words.chat.unverified).count()).toBe(0);
  });

  test('among the alarms it leads to the same decision', async () => {
    const peer = ChatPeer.with('bob');
    peer.changeKey('bob');
    const status = peer.status.bind(peer);
    peer.status = () => ({ ...status(), missing: ['friend-key-changed'] });
    const { page } = await openChats(peer);
    await page.getByRole('button', { name: EN.alarms.look }).click();
    const alarms = page.getByRole('dialog', { name: EN.alarms.title });
    await alarms.getByText(EN.alarms.happened['key-changed']).waitFor();
    expect(await alarms.getByRole('button', { name: EN.alarms.trust }).count()).toBe(0);
    await isWhole(page, 'the alarms');
    await alarms.getByRole('button', { name: EN.keyChange.decide }).click();
    await page
      .getByRole('dialog', { name: named(EN.keyChange.title) })
      .getByRole('button', { name: EN.keyChange.keep })
      .click();
    await expect.poll(() => peer.calls).toContain('key bob keep');
  });
});
