/**
 * Every screen, dialog and menu in both languages and themes, where there is little room: on a narrow telephone, and on a screen of
 * 1280 × 800 that somebody has enlarged to 200 %. Nothing hangs over the side, and whatever can be used can be reached.
 */
import type { Page } from 'playwright-core';
import { describe, test, vi } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import { SECTIONS } from '../../node/web/src/screens/settings/sections.ts';
import { EN, ZH } from '../../node/web/src/words/all-words.ts';
import { ChatPeer, aMessage, bubble, composer, openChats, row } from './chat-page.ts';
import { isWhole } from './open-page.ts';
import { isReachable, speaks } from './whole-screen.ts';

// A real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 });

const ROOMS = [
  { language: 'en', theme: 'light', what: '200 %', viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
  { language: 'en', theme: 'dark', what: '360 px', viewport: { width: 360, height: 740 }, deviceScaleFactor: 1 },
  { language: 'zh', theme: 'light', what: '360 px', viewport: { width: 360, height: 740 }, deviceScaleFactor: 1 },
] as const;

type Tongue = (typeof ROOMS)[number]['language'];

/** A chat with all that a message can be. */
function aFullPeer(language: Tongue): ChatPeer {
  const peer = ChatPeer.with('bob', 'carol', 'dave', 'a.very.long.name.that.has.thirty2');
  const text = language === 'en' ? 'Shall we meet at the harbour? ' : '我们在码头见面好吗？';
  const day = 86_400_000;
  const now = Date.now();
  peer.tell(
    'bob',
    [
      aMessage(1, { text, sentAt: now - 3 * day }),
      aMessage(2, { text: text.repeat(12), direction: 'out', sentAt: now - 2 * day }),
      aMessage(3, { text: `**${text}** \`1 + 1\`\n> ${text}\n\n- ${text}`, sentAt: now - day }),
      aMessage(4, {
        ...{ text, direction: 'out', replyTo: { position: 3, direction: 'in', text: text.repeat(9), deleted: false } },
        ...{
          reactions: [
            { emoji: '👍', by: 'friend' },
            { emoji: '🎉', by: 'me' },
          ],
          editedAt: now,
        },
      }),
      aMessage(5, { text: '', deleted: true }),
      aMessage(6, { text: 'x'.repeat(200), direction: 'out', state: 'stored' }),
      aMessage(7, { text: '🎉', direction: 'out', state: 'delivered' }),
      aMessage(8, { text, direction: 'out', state: 'failed', style: { size: 'huge', color: 'teal', face: 'serif' } }),
      aMessage(9, { text }),
    ],
    1,
  );
  peer.become('carol', { presence: 'mailbox', path: null, lastSeen: now - 90_000, muted: true, draft: text });
  peer.changeKey('carol');
  peer.become('dave', { archived: true, presence: 'unreachable', path: null });
  peer.requestList = [
    {
      ...{ account: 'cd'.repeat(32), name: 'erin', fingerprint: 'eeee ffff', greeting: text, postponed: false },
      receivedAt: now,
    },
  ];
  return peer;
}

describe.skipIf(browserMissing !== undefined).each(ROOMS)('at $what in $language, $theme', (room) => {
  const { language, theme, viewport, deviceScaleFactor } = room;
  const words = language === 'en' ? EN : ZH;
  const look = {
    ...{ locale: language === 'en' ? 'en-GB' : 'zh-CN', colorScheme: theme, viewport, deviceScaleFactor },
    reducedMotion: 'reduce',
  } as const;
  const isFine = async (page: Page, where: string): Promise<void> => {
    await isWhole(page, where);
    await isReachable(page, where);
    await speaks(page, language, where);
  };

  test.each(['no-account', 'locked', 'signed-out'] as const)('the page of %s', async (state) => {
    const peer = ChatPeer.with();
    peer.state = state;
    if (state === 'no-account') peer.name = null;
    const { page } = await openChats(peer, look);
    await page.getByLabel(words.form.password, { exact: true }).waitFor();
    await isFine(page, state);
    if (state !== 'no-account') return;
    await page.getByRole('button', { name: words.register.more }).click();
    await page.getByLabel(words.form.name, { exact: true }).fill('two words');
    await page.getByRole('button', { name: words.register.submit }).click();
    await isFine(page, 'with errors');
    await page.getByRole('button', { name: words.register.haveFile }).click();
    await page.getByRole('heading', { name: words.import.title }).waitFor();
    await isFine(page, 'a key file');
  });

  test('a chat, and all that opens in it', async () => {
    const { page } = await openChats(aFullPeer(language), look);
    const narrow = viewport.width < 768;
    await row(page, 'bob').waitFor();
    await isFine(page, 'the list');
    await row(page, 'carol').click({ button: 'right' });
    await page.getByRole('menu').waitFor();
    await isFine(page, 'the menu of a chat');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words.chats.archived.replace('{{count}}', '1') }).click();
    await isFine(page, 'hidden chats');
    await row(page, 'bob').click();
    await bubble(page, words.message.failed).waitFor();
    await isFine(page, 'the chat');
    for (const name of [words.composer.emoji, words.composer.style]) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('dialog').waitFor();
      await isFine(page, name);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    const own = bubble(page, words.message.failed);
    const menu = async (entry: string): Promise<void> => {
      await own.click({ button: 'right', position: { x: viewport.width - 60, y: 20 } });
      await page.getByRole('menuitem', { name: entry, exact: true }).click();
    };
    await own.click({ button: 'right', position: { x: viewport.width - 60, y: 20 } });
    await page.getByRole('menu').waitFor();
    await isFine(page, 'the menu of a message');
    await page.keyboard.press('Escape');
    await menu(words.message.react);
    await page.getByRole('dialog').waitFor();
    await isFine(page, 'the palette');
    await page.keyboard.press('Escape');
    await menu(words.message.delete);
    await page.getByRole('dialog', { name: words.message.deleteTitle }).waitFor();
    await isFine(page, 'deleting a message');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await menu(words.message.reply);
    await composer(page).fill('x\n'.repeat(20));
    await isFine(page, 'a long text in answer');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words.chat.menu }).click();
    await isFine(page, 'the menu of the chat');
    await page.getByRole('menuitem', { name: words.chats.deleteHistory }).click();
    await page.getByRole('dialog').waitFor();
    await isFine(page, 'deleting the history');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page
      .getByRole('button', { name: words.chat.details.replace('{{name}}', 'bob') })
      .last()
      .click();
    await page.getByText(words.details.safetyNumber).waitFor();
    await isFine(page, 'the details');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    if (narrow) await page.getByRole('button', { name: words.common.back, exact: true }).click();
    await row(page, 'bob').waitFor();
    await row(page, 'carol').click();
    await page.getByRole('button', { name: words.keyChange.look }).waitFor();
    await isFine(page, 'a chat whose friend has another key');
    await page.getByRole('button', { name: words.keyChange.look }).click();
    await page.getByText(words.keyChange.otherNumber).waitFor();
    await isFine(page, 'another key');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  test('the rooms, and their dialogs', async () => {
    const { page } = await openChats(aFullPeer(language), look);
    const narrow = viewport.width < 768;
    const back = async (): Promise<void> => {
      if (narrow) await page.getByRole('button', { name: words.common.back, exact: true }).click();
    };
    const go = (name: 'chats' | 'friends' | 'requests' | 'settings'): Promise<void> =>
      page.getByRole('navigation', { name: words.nav.label }).getByRole('button', { name: words.nav[name] }).click();
    await row(page, 'bob').waitFor();
    for (const name of ['addFriend', 'removeFriend', 'createGroup', 'joinGroup'] as const) {
      await page.getByRole('button', { name: words.actions[name], exact: true }).first().click();
      await page.getByRole('dialog').waitFor();
      await isFine(page, name);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await isFine(page, 'shortcuts');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: words.nav.you.replace('{{name}}', 'alice') }).click();
    await isFine(page, 'the menu of oneself');
    await page.getByRole('menuitem', { name: words.signOut.action }).click();
    await page.getByRole('dialog').waitFor();
    await isFine(page, 'signing out');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await go('friends');
    await isFine(page, 'friends');
    await page.getByRole('button', { name: /^bob/ }).click();
    await page.getByText(words.details.safetyNumber).waitFor();
    await isFine(page, 'a friend');
    await page.getByRole('button', { name: words.details.block, exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await isFine(page, 'blocking');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await back();
    await go('requests');
    await page.getByRole('button', { name: `${words.requests.accept}: erin` }).waitFor();
    await isFine(page, 'requests');
    await go('settings');
    await isFine(page, 'settings');
    for (const { name } of SECTIONS) {
      await page.getByRole('button', { name: words.settings[name], exact: true }).click();
      await page.getByRole('heading', { name: words.settings[name], level: 2, exact: true }).waitFor();
      if (name === 'knows') await page.getByText(words.knows.mayWrite).waitFor();
      await isFine(page, name);
      if (name === 'account') {
        await page.getByRole('button', { name: words.deletion.open }).click();
        await page.getByRole('dialog').waitFor();
        await isFine(page, 'deleting the account');
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
      }
      await back();
    }
  });
});
