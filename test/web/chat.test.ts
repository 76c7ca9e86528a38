/** Chats of real peers in a real browser. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { findPage } from '../../node/api/client-page.ts';
import { browserMissing, openBrowser } from '../support/browser.ts';
import type { TestBrowserOptions } from '../support/browser.ts';
import { befriend, registerPeer, startServer } from '../support/processes.ts';
import type { TestPeer } from '../support/processes.ts';
import { until } from '../support/until.ts';

// Real programs and a real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

interface World {
  readonly alice: TestPeer;
  readonly bob: TestPeer;
  readonly page: Page;
}

/** Alice's page, and Bob, whom she knows. */
async function aWorld(options: TestBrowserOptions = {}): Promise<World> {
  const server = await startServer();
  const [alice, bob] = [await registerPeer('alice', server), await registerPeer('bob', server)];
  await befriend(alice, bob);
  await alice.sees(bob, 'online');
  const browser = await openBrowser(options);
  const page = await browser.page({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(20_000);
  await page.goto((await findPage(alice.profile)).link);
  return { alice, bob, page };
}

const row = (page: Page, name: string): Locator => page.locator('[data-row]', { hasText: name });
const bubble = (page: Page, text: string): Locator => page.locator('[role=listitem]', { hasText: text });
const field = (page: Page): Locator => page.getByRole('textbox', { name: 'Message to' });
const area = (page: Page): Locator => page.getByRole('region', { name: 'Messages with' });

/** Pixels of a message below the upper edge of the window. */
const topOf = async (message: Locator): Promise<number> => Math.round((await message.boundingBox())!.y);

async function sendMany(from: TestPeer, to: TestPeer, count: number, name: string): Promise<void> {
  for (let at = 1; at <= count; at += 1) await from.send(to, `${name} ${at}`);
  await to.has(
    from,
    Array.from({ length: count }, (_, at) => `${name} ${at + 1}`),
  );
}

describe.skipIf(browserMissing !== undefined)('a chat', () => {
  test('is written with the keyboard: a line, an input method, a text, its states, a change, an answer', async () => {
    const { alice, bob, page } = await aWorld();
    await row(page, 'bob').click();
    await until('the composer has the focus', () => field(page).evaluate((it) => it === document.activeElement));

    await page.keyboard.type('one');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('two');
    // As browsers tell of an Enter that takes what an input method offers.
    await field(page).evaluate((it) => {
      it.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
      );
      it.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }));
    });
    expect(await field(page).inputValue()).toBe('one\ntwo');
    await page.keyboard.press('Enter');
    expect(await field(page).inputValue()).toBe('');
    await bob.has(alice, ['one\ntwo']);
    await bubble(page, 'one').locator('[data-state=delivered]').waitFor();
    expect(await bubble(page, 'one').count()).toBe(1);

    const { messages } = await bob.api.call('history', { with: 'alice' });
    await bob.api.call('history.read', { with: 'alice', upTo: messages.at(-1)!.position });
    await bubble(page, 'one').locator('[data-state=read]').waitFor();
    await bob.api.call('message.react', { with: 'alice', position: messages.at(-1)!.position, emoji: '👍' });
    await bubble(page, 'one').getByRole('button', { name: '👍 from bob: react the same' }).click();
    await bubble(page, 'one').getByRole('button', { name: 'from you and bob' }).waitFor();

    await field(page).focus();
    await page.keyboard.press('ArrowUp');
    await page.getByText('Change the message').waitFor();
    await until('the old text is there', async () => (await field(page).inputValue()) === 'one\ntwo');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('**three**');
    await page.keyboard.press('Enter');
    await bubble(page, 'three').getByText('edited').waitFor();
    await bob.has(alice, ['**three**']);
    expect(await bubble(page, 'three').locator('strong').textContent()).toBe('three');

    await bob.api.call('send', { to: 'alice', text: 'answer', replyTo: messages.at(-1)!.position });
    await bubble(page, 'answer').getByRole('button', { name: 'You' }).waitFor();

    await area(page).focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: 'Delete for both' }).click();
    await page.getByText('You took this message back').first().waitFor();
    await until('bob has it no more', async () => {
      const { messages: theirs } = await bob.api.call('history', { with: 'alice' });
      return theirs.some(({ deleted }) => deleted);
    });
  });

  test('opens at what is new, is read by being seen, and holds still', async () => {
    const { alice, bob, page } = await aWorld();
    await sendMany(alice, bob, 30, 'mine');
    await sendMany(bob, alice, 60, 'yours');
    await row(page, 'bob').getByText('60 unread messages').waitFor({ state: 'attached' });
    await until('the title counts', async () => (await page.title()).startsWith('(60)'));
    await row(page, 'bob').click();
    await page.getByText('New messages', { exact: true }).waitFor();
    await bubble(page, 'yours 1').first().waitFor();
    // Only what was on the screen is read.
    await until('some are read', async () => ((await alice.friend('bob'))?.unread ?? 60) < 60);
    expect((await alice.friend('bob'))?.unread).toBeGreaterThan(20);

    const still = bubble(page, 'yours 3').first();
    const before = await topOf(still);
    await bob.send(alice, 'while you read');
    await page.getByRole('button', { name: '1 new message' }).waitFor();
    expect(await topOf(still)).toBe(before);
    await page.getByRole('button', { name: '1 new message' }).click();
    await bubble(page, 'while you read').waitFor();
    await until('all are read', async () => (await alice.friend('bob'))?.unread === 0);
    await until('the title is quiet', async () => !(await page.title()).startsWith('('));
    // At the end it stays at the end.
    await bob.send(alice, 'and another');
    await until('the newest is in view', async () =>
      area(page).evaluate(
        (it) => it.textContent.includes('and another') && it.scrollHeight - it.scrollTop - it.clientHeight < 3,
      ),
    );
  });

  test('keeps what is half written, for each friend, over a reload', async () => {
    const { alice, page } = await aWorld();
    await row(page, 'bob').click();
    await field(page).fill('half a thought');
    await until('it is kept', async () => (await alice.friend('bob'))?.draft === 'half a thought');
    await page.reload();
    await row(page, 'bob').waitFor();
    // The place is kept over a reload, and with it the open chat.
    await until('the draft is back', async () => (await field(page).inputValue()) === 'half a thought');
    await page.keyboard.press('Enter');
    await until('the peer forgets it', async () => (await alice.friend('bob'))?.draft === '');
  });

  test('waits for a friend who is away, over a reload and a restart, and comes once', async () => {
    const { alice, bob, page } = await aWorld({ mayComplain: true });
    await bob.leave();
    await alice.sees(bob, 'mailbox').catch(() => alice.sees(bob, 'unreachable'));
    await row(page, 'bob').click();
    await field(page).fill('when you are back');
    await page.keyboard.press('Enter');
    const text = bubble(page, 'when you are back');
    await text.locator('[data-state=stored], [data-state=queued]').waitFor();
    await page.reload();
    await text.waitFor();
    await alice.leave();
    await alice.back();
    await text.waitFor();
    expect(await text.count()).toBe(1);
    await bob.back();
    await bob.has(alice, ['when you are back']);
    await text.locator('[data-state=delivered]').waitFor();
    expect(await text.count()).toBe(1);
    await bob.has(alice, ['when you are back']);
  });

  test('hides with a way back, and is deleted after one question that names it', async () => {
    const { alice, bob, page } = await aWorld();
    await bob.send(alice, 'hello');
    await row(page, 'bob').getByText('hello').waitFor();
    await row(page, 'bob').focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Hide this chat' }).click();
    await page.getByRole('button', { name: 'Archived (1)' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await row(page, 'bob').waitFor();
    // A hidden chat comes back by itself with something new.
    await row(page, 'bob').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Hide this chat' }).click();
    await page.getByRole('button', { name: 'Archived (1)' }).waitFor();
    await row(page, 'bob').waitFor({ state: 'detached' });
    await bob.send(alice, 'are you there?');
    await row(page, 'bob').getByText('are you there?').waitFor();
    await page.getByRole('button', { name: 'Archived (1)' }).waitFor({ state: 'detached' });

    await row(page, 'bob').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Delete the history…' }).click();
    await page.getByRole('dialog').getByText('Delete the history with bob?').waitFor();
    await page.getByRole('button', { name: 'Delete the history', exact: true }).click();
    await page.getByText('The history with bob is deleted.').waitFor();
    await row(page, 'bob').getByText('Say hello').waitFor();
    expect((await alice.api.call('history', { with: 'bob' })).messages).toEqual([]);
  });
});
