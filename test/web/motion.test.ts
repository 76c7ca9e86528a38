/** Motion: there is some, and none where a person has asked for none. */
import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import { ChatPeer, aMessage, bubble, openChats, row } from './chat-page.ts';

// A real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const NOTES = `globalThis.moved = [];
for (const type of ['transitionrun', 'animationstart']) {
  document.addEventListener(type, ({ propertyName, animationName, target }) => {
    moved.push((propertyName ?? animationName) + ' of ' + target.localName + '.' + target.className);
  }, true);
}`;

/** Whatever glides, fades or turns in the page. @returns what did */
async function useEverything(page: Page, peer: ChatPeer): Promise<string[]> {
  await row(page, 'bob').click();
  await bubble(page, 'message 1').first().waitFor();
  await page.getByRole('button', { name: 'Emoji' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More about this chat' }).click();
  await page.getByRole('menuitem', { name: 'Mute' }).click();
  await page.getByText('bob is muted.').waitFor();
  await page.getByRole('button', { name: 'New group' }).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Add friend' }).first().click();
  await page.getByLabel('Name or invite link').fill('somebody');
  peer.find = () => Promise.withResolvers<never>().promise; // It is sought without end: something turns.
  await page.getByRole('button', { name: 'Look up' }).click();
  const turning = page.locator('[aria-busy] svg').first();
  await turning.waitFor();
  const turns = await turning.evaluate((element) => getComputedStyle(element).animationName);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Notifications' }).click();
  await page.getByRole('switch', { name: 'Play a sound' }).click();
  const moved: string[] = await page.evaluate('moved');
  return turns === 'none' ? moved : [...moved, `${turns} of a spinner`];
}

async function aWorld(reducedMotion: 'reduce' | 'no-preference'): Promise<{ page: Page; peer: ChatPeer }> {
  const peer = ChatPeer.with('bob');
  peer.tell('bob', [aMessage(1), aMessage(2)]);
  const { page } = await openChats(peer, { reducedMotion });
  await row(page, 'bob').waitFor();
  return { page, peer };
}

test.skipIf(browserMissing !== undefined)('things glide, fade and turn', async () => {
  const { page, peer } = await aWorld('no-preference');
  await page.evaluate(NOTES);
  const moved = await useEverything(page, peer);
  for (const what of [/opacity of dialog/, /translate of span/, /background-color of/, /of a spinner/]) {
    expect(moved).toContainEqual(expect.stringMatching(what));
  }
});

test.skipIf(browserMissing !== undefined).each(['the system', 'the setting'] as const)(
  'nothing moves where %s asks for less motion',
  async (who) => {
    const { page, peer } = await aWorld(who === 'the system' ? 'reduce' : 'no-preference');
    if (who === 'the setting') {
      await peer.set({ motion: 'reduced' });
      await page.locator('html[data-motion=reduced]').waitFor();
    }
    await page.evaluate(NOTES);
    expect(await useEverything(page, peer)).toEqual([]);
  },
);
