/** `npm start` in a terminal, with the page beside it: the account is made or opened in either, and the other follows. */
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { connectApi } from '../../node/api/client.ts';
import type { ApiClient } from '../../node/api/client.ts';
import { browserMissing, openBrowser } from '../support/browser.ts';
import { PASSWORD, registerPeer, startServer } from '../support/processes.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { CTRL_C, fakeDisplay, startInTerminal, terminalMissing } from '../support/terminal.ts';
import { until } from '../support/until.ts';
import { isOnlyAway } from './open-page.ts';

// Real programs, a real terminal and a real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

const OFFER = 'Press Enter to chat here as well';
const EITHER = 'or press Enter to do it here';

async function api(data: string): Promise<ApiClient> {
  const client = await connectApi(join(data, 'peer'));
  onTestFinished(() => {
    client.close();
  });
  return client;
}

async function pageAt(link: string): Promise<Page> {
  const browser = await openBrowser({ mayComplain: true });
  onTestFinished(() => {
    expect(browser.complaints.filter((complaint) => !isOnlyAway(complaint))).toEqual([]);
  });
  const page = await browser.page({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(30_000);
  await page.goto(link);
  return page;
}

/** As a person does who was asked for nothing else. */
async function registerInPage(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Password once more', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByText(`Welcome, ${name}. Your account is ready.`).waitFor();
}

describe.skipIf(browserMissing !== undefined || terminalMissing !== undefined)('npm start in a terminal', () => {
  test('opens the page first; who registers there has the inviter asked, and a terminal that stays quiet', async () => {
    const server = await startServer();
    const alice = await registerPeer('alice', server);
    const { link } = await alice.api.call('invite');
    const [data, display] = [await temporaryFolder(), await fakeDisplay()];
    const terminal = startInTerminal('start', ['--data', data, '--invite', link], display.env);
    const page = await pageAt(await display.opened());
    await terminal.shows(EITHER);
    expect(terminal.text()).not.toContain('Name:');
    await registerInPage(page, 'bob');
    await terminal.shows('Done in the page.');
    await terminal.shows('Signed in as bob');
    await terminal.shows('Your friend request is on its way to alice');
    await terminal.shows(OFFER);
    await until('alice is asked', async () => (await alice.api.call('friends.requests')).requests.length === 1);

    // What comes is the page's to show: nobody has read it here.
    await alice.api.call('friends.accept', { who: 'bob' });
    const peer = await api(data);
    await alice.api.call('send', { to: 'bob', text: 'are you there?' });
    const unread = async (): Promise<number> => (await peer.call('friends.list')).friends[0]?.unread ?? 0;
    await until('it has come', async () => (await unread()) === 1);
    expect(terminal.text()).not.toContain('are you there?');
    terminal.type('\r');
    await terminal.shows('/help lists the commands');
    terminal.type('/chat alice\r');
    await terminal.shows('are you there?');
    await until('it is read now', async () => (await unread()) === 0);
    terminal.type(CTRL_C);
    expect(await terminal.ended).toBe(0);
    expect(terminal.text()).toContain('All has ended.');
    expect(terminal.text()).toMatch(/ icanon /);
  });

  test('whoever registers in the terminal finds the page open, and the other way round the next time', async () => {
    const [data, display] = [await temporaryFolder(), await fakeDisplay()];
    const first = startInTerminal('start', ['--data', data], display.env);
    const page = await pageAt(await display.opened());
    await page.getByRole('heading', { name: 'Create your account' }).waitFor();
    await first.shows(EITHER);
    first.type('\r');
    await first.shows('Name:');
    first.type('alice\r');
    await first.shows('New password');
    first.type(`${PASSWORD}\r`);
    await first.shows('The same again');
    first.type(`${PASSWORD}\r`);
    await first.shows('Signed in as alice');
    expect(first.text()).not.toContain('Done in the page.');
    expect(first.text()).not.toContain(PASSWORD);
    await page.getByRole('navigation', { name: 'Rooms' }).waitFor();
    await first.shows(OFFER);
    first.type(CTRL_C);
    expect(await first.ended).toBe(0);
    expect(first.text()).not.toContain('stopped unexpectedly');

    // Nothing was opened: there is no display. The link is told, and the terminal is where one chats.
    const second = startInTerminal('start', ['--data', data]);
    await second.shows('Give your password in the page');
    const link = /http:\/\/127\.0\.0\.1:\d+\/#code=[\w-]+/.exec(second.text())?.[0] ?? '';
    second.type('\r');
    await second.shows('Password:');
    const again = await pageAt(link);
    await again.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await again.getByLabel('Password', { exact: true }).press('Enter');
    await second.shows('Done in the page.'); // The question is taken back.
    await second.shows('Signed in as alice');
    await second.shows('/help lists the commands');
    expect(second.text()).not.toContain(OFFER);
    second.type(CTRL_C);
    expect(await second.ended).toBe(0);
    expect(second.text()).toMatch(/ icanon /);
  });

  test('Ctrl-C ends all at any question, and leaves the terminal as it was', async () => {
    for (const atName of [false, true]) {
      const terminal = startInTerminal('start', ['--data', await temporaryFolder()]);
      await terminal.shows(EITHER);
      if (atName) {
        terminal.type('\r');
        await terminal.shows('Name:');
      }
      terminal.type(CTRL_C);
      expect(await terminal.ended, terminal.text()).toBe(0);
      expect(terminal.text()).toContain('All has ended.');
      expect(terminal.text()).not.toContain('stopped unexpectedly');
      expect(terminal.text()).toMatch(/ icanon /);
    }
  });

  test('Ctrl-C that reaches the server first is no crash of the server', async () => {
    const args = ['--data', await temporaryFolder(), '--name', 'alice', '--no-chat'];
    const terminal = startInTerminal('start', args, { MIYU_PASSWORD: PASSWORD });
    await terminal.shows('All is running');
    terminal.type(CTRL_C);
    expect(await terminal.ended).toBe(0);
    expect(terminal.text()).not.toContain('stopped unexpectedly');
  });

  test('asks at once where there is no page, or where the password is given', async () => {
    const bare = startInTerminal('start', ['--data', await temporaryFolder(), '--no-page']);
    await bare.shows('Name:');
    expect(bare.text()).not.toContain('http://');
    const env = { MIYU_PASSWORD: PASSWORD };
    const scripted = startInTerminal('start', ['--data', await temporaryFolder(), '--name', 'alice'], env);
    await scripted.shows('/help lists the commands');
    expect(scripted.text()).not.toContain('press Enter');
  });
});
