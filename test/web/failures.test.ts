/** What goes wrong in a chat is told where it happened, with a way to try again; and what was half written is not lost. */
import { describe, expect, test, vi } from 'vitest';
import { MiyuError } from '../../shared/errors.ts';
import { browserMissing } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { ChatPeer, aMessage, bubble, composer, openChats, row } from './chat-page.ts';
import { isWhole } from './open-page.ts';

// A real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

describe.skipIf(browserMissing !== undefined)('what fails', () => {
  test('a text that the peer did not take is tried again, or given up', async () => {
    const peer = ChatPeer.with('bob');
    const { page } = await openChats(peer);
    await row(page, 'bob').click();
    const send = peer.send.bind(peer);
    peer.send = () => Promise.reject(new MiyuError('disk-full'));
    await composer(page).fill('first');
    await page.keyboard.press('Enter');
    const failed = bubble(page, 'first');
    await failed.locator('[data-state=failed]').waitFor();
    await failed.getByText(/disk/i).waitFor();
    await isWhole(page, 'a failure');
    await failed.getByRole('button', { name: 'Retry' }).click();
    await failed.locator('[data-state=failed]').waitFor();
    expect(peer.histories.size).toBe(0);
    peer.send = send;
    await failed.getByRole('button', { name: 'Retry' }).click();
    await failed.locator('[data-state=queued]').waitFor();
    expect([...peer.histories.values()].flat().map(({ text }) => text)).toEqual(['first']);
    expect(await failed.count()).toBe(1);

    peer.send = () => Promise.reject(new MiyuError('disk-full'));
    await composer(page).fill('second');
    await page.keyboard.press('Enter');
    await bubble(page, 'second').getByRole('button', { name: 'Discard' }).click();
    await bubble(page, 'second').waitFor({ state: 'detached' });
  });

  test('a message that could not go out goes again, in its place', async () => {
    const peer = ChatPeer.with('bob');
    peer.tell('bob', [aMessage(1, { direction: 'out', state: 'failed', text: 'lost' }), aMessage(2)]);
    const { page } = await openChats(peer);
    await row(page, 'bob').click();
    const lost = bubble(page, 'lost');
    await lost.getByText('Not sent').first().waitFor();
    await lost.getByRole('button', { name: 'Retry' }).click();
    await lost.locator('[data-state=queued]').waitFor();
    expect(await lost.getByRole('button', { name: 'Retry' }).count()).toBe(0);
    expect(await lost.count()).toBe(1);
  });

  test('a history that cannot be read says so, and is read again', async () => {
    const peer = ChatPeer.with('bob');
    peer.tell('bob', [aMessage(1, { text: 'there it is' })]);
    const history = peer.history.bind(peer);
    peer.history = () => {
      throw new MiyuError('store-failed');
    };
    const { page } = await openChats(peer);
    await row(page, 'bob').click();
    await page.getByText('The messages could not be read.').waitFor();
    await isWhole(page, 'no history');
    peer.history = history;
    await page.getByRole('button', { name: 'Try again' }).click();
    await bubble(page, 'there it is').waitFor();
    expect(await page.getByText('The messages could not be read.').count()).toBe(0);
  });

  test('a server that handed out an older copy of the account is told of, with what to do', async () => {
    const peer = ChatPeer.with('bob');
    const status = peer.status.bind(peer);
    peer.status = () => ({ ...status(), missing: ['vault-rolled-back'] });
    const { page } = await openChats(peer);
    await page.getByText('older copy of your account than the last one').waitFor();
    await page.getByText('do not trust this server').waitFor();
    await isWhole(page, 'an older copy');
  });

  test('settings that were lost are told of, until the person has chosen', async () => {
    const peer = ChatPeer.with('bob');
    const status = peer.status.bind(peer);
    let lost = true;
    peer.status = () => ({ ...status(), missing: lost ? ['settings-lost'] : [] });
    const set = peer.set.bind(peer);
    await set({ privacy: { readReceipts: false, typing: false } });
    peer.set = async (change) => {
      if (change.privacy !== undefined) lost = false;
      const settings = await set(change);
      peer.emit({ type: 'state', state: 'online', missing: [] });
      return settings;
    };
    const { page } = await openChats(peer);
    await page.getByText('What you had set could not be read any more.').waitFor();
    await isWhole(page, 'lost settings');
    await page.getByRole('button', { name: 'Choose what to set' }).click();
    await page.getByText('so both are off').waitFor();
    expect(await page.getByRole('switch', { name: 'Read receipts' }).isChecked()).toBe(false);
    await isWhole(page, 'lost settings, among them');
    await page.getByRole('button', { name: 'Leave them off' }).click();
    await page.getByText('What you had set could not be read any more.').waitFor({ state: 'detached' });
    await page.getByText('so both are off').waitFor({ state: 'detached' });
    expect(peer.own.privacy).toEqual({ readReceipts: false, typing: false });
  });
});

test.skipIf(browserMissing !== undefined)('a draft is named in the list, and is that of its chat alone', async () => {
  const peer = ChatPeer.with('bob', 'carol');
  const { page } = await openChats(peer);
  await row(page, 'bob').click();
  await composer(page).fill('for bob');
  await row(page, 'carol').click();
  await until('an empty field', async () => (await composer(page).inputValue()) === '');
  await row(page, 'bob').getByText('Draft:').waitFor();
  expect(await row(page, 'bob').textContent()).toContain('for bob');
  await composer(page).fill('for carol');
  await row(page, 'bob').click();
  await until('its own', async () => (await composer(page).inputValue()) === 'for bob');
  await row(page, 'carol').getByText('for carol').waitFor();
  await page.keyboard.press('Enter');
  await bubble(page, 'for bob').waitFor();
  await row(page, 'carol').click();
  await until('the other one', async () => (await composer(page).inputValue()) === 'for carol');
  expect(await row(page, 'bob').getByText('Draft:').count()).toBe(0);
});
