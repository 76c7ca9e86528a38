/** The whole way with the keyboard alone: from the account to signing out; where the focus is can be seen at each step. */
import type { Locator, Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { browserMissing, openBrowser } from '../support/browser.ts';
import { PASSWORD, registerPeer, startPeer, startServer } from '../support/processes.ts';
import { until } from '../support/until.ts';
import { area, bubble, composer, hasFocus, row } from './chat-page.ts';
import { isOnlyAway, openPage } from './open-page.ts';

// Real programs and a real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000 });

/** Nothing on any screen is farther away than this. */
const MOST_STOPS = 80;
const NOWHERE = 'nothing has the focus';

/** Why one does not see where the focus is; undefined: one sees it. */
async function whyUnseen(page: Page): Promise<string | undefined> {
  return await page.evaluate((nowhere) => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return nowhere;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    if (right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) return `outside: ${element.outerHTML}`;
    const hasOutline = (one: Element | null): boolean => {
      if (one === null) return false;
      const { outlineStyle, outlineWidth, opacity } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && opacity !== '0';
    };
    // A radio button is seen by its label; where one writes, by the frame, which is that of things to use.
    if (hasOutline(element) || hasOutline(element.closest('label'))) return undefined;
    if (element instanceof HTMLTextAreaElement) {
      const probe = document.createElement('span');
      probe.style.color = 'var(--edge)';
      document.body.append(probe);
      const edge = getComputedStyle(probe).color;
      probe.remove();
      if (getComputedStyle(element.parentElement!).borderTopColor === edge) return undefined;
    }
    return `unseen: ${element.outerHTML.slice(0, 200)}`;
  }, NOWHERE);
}

/** Tab until it has the focus; each stop on the way is seen. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  const unseen: string[] = [];
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await hasFocus(target)) {
      // Behind the last stop the focus goes to the browser's own buttons, once a round.
      expect(unseen.filter((why, at) => why !== NOWHERE || unseen.indexOf(why) !== at)).toEqual([]);
      return;
    }
    await page.keyboard.press(key);
    const why = await whyUnseen(page);
    if (why !== undefined) unseen.push(why);
  }
  throw new Error(`${key} does not lead there`);
}

async function press(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press('Enter');
}

test.skipIf(browserMissing !== undefined)('everything is done by the keyboard alone', async () => {
  const server = await startServer();
  const [alice, bob] = [await startPeer('alice'), await registerPeer('bob', server)];
  const browser = await openBrowser({ mayComplain: true });
  const page = await openPage(browser, alice.profile, { reducedMotion: 'reduce' });
  page.setDefaultTimeout(60_000);
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const keys = async (...names: string[]): Promise<void> => {
    for (const name of names) await page.keyboard.press(name);
  };

  // An account.
  const name = page.getByLabel('Name', { exact: true });
  await until('the name has the focus', () => hasFocus(name));
  expect(await whyUnseen(page)).toBeUndefined();
  await page.keyboard.type('alice');
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.type(PASSWORD);
  await tabTo(page, page.getByLabel('Password once more', { exact: true }));
  await page.keyboard.type(PASSWORD);
  await press(page, button(/^E-mail and server/));
  await tabTo(page, page.getByLabel(/^Invite link or server/));
  await page.keyboard.type(server.invite);
  await page.keyboard.press('Enter');
  await page.getByText('Welcome, alice.').waitFor();

  // What the keys are.
  await page.getByText('No chats yet').waitFor();
  await keys('?');
  const dialog = page.getByRole('dialog');
  for (const word of ['Next part of the page', 'Reply to the message in focus', 'Add a friend', 'Send'])
    await dialog.getByText(word, { exact: true }).waitFor();
  await keys('Escape');
  await dialog.waitFor({ state: 'hidden' });

  // A friend.
  await keys('a');
  await dialog.waitFor();
  await page.keyboard.type('bob');
  await keys('Enter');
  await page.getByText('Your request to bob is on its way.').waitFor();
  await bob.hasRequestFrom(alice);
  await bob.api.call('friends.accept', { who: 'alice' });
  await alice.sees(bob, 'online');

  // A chat: opened, and written in.
  await keys('g', 'c');
  await press(page, row(page, 'bob'));
  await until('the composer has the focus', () => hasFocus(composer(page)));
  expect(await whyUnseen(page)).toBeUndefined();
  await page.keyboard.type('hello bob');
  await keys('Enter');
  await bob.has(alice, ['hello bob']);

  // A reply, a reaction, a change.
  await bob.send(alice, 'hello alice');
  await bubble(page, 'hello alice').waitFor();
  await tabTo(page, area(page), 'Shift+Tab');
  await keys('ArrowUp');
  await until('the message has the focus', () => hasFocus(bubble(page, 'hello alice')));
  expect(await whyUnseen(page)).toBeUndefined();
  await press(page, page.getByRole('toolbar').getByRole('button', { name: 'React' }));
  const palette = page.getByRole('dialog', { name: 'React' });
  await palette.waitFor();
  expect(await whyUnseen(page)).toBeUndefined();
  await keys('Enter');
  await bubble(page, 'hello alice').locator('[aria-pressed=true]').waitFor();
  await tabTo(page, area(page), 'Shift+Tab');
  await keys('ArrowUp', 'r');
  await page.getByText('Reply to bob').waitFor();
  await until('the composer has the focus', () => hasFocus(composer(page)));
  await page.keyboard.type('how are you?');
  await keys('Enter');
  await bubble(page, 'how are you?').getByRole('button', { name: 'bob' }).waitFor();
  await bob.has(alice, ['hello bob', 'how are you?']);
  await bubble(page, 'how are you?').locator('[data-state=delivered], [data-state=read]').first().waitFor();
  await keys('ArrowUp');
  await page.getByText('Change the message').waitFor();
  await until('the old text is there', async () => (await composer(page).inputValue()) === 'how are you?');
  await keys('ControlOrMeta+a');
  await page.keyboard.type('how are you today?');
  await keys('Enter');
  await until('bob has the change', async () => (await bob.receivedFrom(alice)).at(-1) === 'how are you today?');

  // Taken back, after one question.
  await tabTo(page, area(page), 'Shift+Tab');
  await keys('ArrowUp', 'Delete');
  await page.getByRole('dialog', { name: 'Delete this message?' }).waitFor();
  expect(await whyUnseen(page)).toBeUndefined();
  await press(page, button('Delete for both'));
  await page.getByText('You took this message back').first().waitFor();

  // From column to column.
  await until('the focus is back', () => page.evaluate(() => document.activeElement !== document.body));
  const regions: string[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    await keys('F6');
    expect(await whyUnseen(page)).toBeUndefined();
    regions.push(
      await page.evaluate(() => {
        const all = [...document.querySelectorAll('[data-region]')];
        return String(all.findIndex((one) => one.contains(document.activeElement)));
      }),
    );
  }
  expect(regions).toEqual(['0', '1', '2']);
  expect(await hasFocus(composer(page))).toBe(true);

  // The language, and out.
  await keys('F6', 'g', 's');
  await press(page, button('Appearance'));
  // A group of radio buttons has one stop: the one that is chosen.
  await tabTo(page, page.getByLabel('As the system').first());
  await keys('ArrowRight');
  await page.getByRole('heading', { name: '外观' }).waitFor();
  expect(await whyUnseen(page)).toBeUndefined();
  await tabTo(page, button(/alice/), 'Shift+Tab');
  await keys('Enter');
  await page.getByRole('menu').waitFor();
  await keys('End', 'Enter');
  await press(page, dialog.getByRole('button', { name: '退出登录' }));
  await page.getByRole('heading', { name: /解锁/ }).waitFor();
  await until('the password has the focus', () => hasFocus(page.getByLabel('密码', { exact: true })));
  expect(browser.complaints.filter((complaint) => !isOnlyAway(complaint))).toEqual([]);
});
