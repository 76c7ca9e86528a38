/** Chinese, written with an input method: real compositions of the browser, as its own engine tells of them. */
import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { ChatPeer, aMessage, bubble, composer, openChats, row } from './chat-page.ts';

// A real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

class InputMethod {
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async on(page: Page): Promise<InputMethod> {
    return new InputMethod(page, await page.context().newCDPSession(page));
  }

  /** What stands in the field, underlined, while nothing is chosen. */
  async compose(letters: string): Promise<void> {
    for (let end = 1; end <= letters.length; end += 1) {
      const text = letters.slice(0, end);
      await this.#session.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end });
    }
  }

  /** An Enter that the browser tells the page of while the composition goes on. */
  async enterWhileComposing(): Promise<void> {
    const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 } as const;
    await this.#session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await this.#session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  }

  /** An Enter that the input method takes for itself, and with it what it offered. */
  async choose(text: string): Promise<void> {
    const key = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 } as const;
    await this.#session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await this.#session.send('Input.insertText', { text });
    await this.#session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, key: 'Enter' });
  }

  async value(): Promise<string> {
    return await this.#page.evaluate(() => (document.activeElement as HTMLInputElement).value);
  }
}

describe.skipIf(browserMissing !== undefined)('an input method', () => {
  test('keeps its Enter: what it commits stands once, is kept as a draft, and the next Enter sends it', async () => {
    const peer = ChatPeer.with('bob');
    const { page } = await openChats(peer, { locale: 'zh-CN' });
    await row(page, 'bob').click();
    await composer(page).focus();
    const ime = await InputMethod.on(page);
    await ime.compose('nihao');
    expect(await ime.value()).toBe('nihao');
    await ime.enterWhileComposing();
    await ime.choose('你好');
    expect(await ime.value()).toBe('你好');
    await ime.compose('shijie');
    await ime.choose('世界');
    expect(await ime.value()).toBe('你好世界');
    await until('it is kept', () => peer.draft('bob') === '你好世界');
    expect(peer.histories.size).toBe(0);
    await page.reload();
    await until('it is there again', async () => (await composer(page).inputValue()) === '你好世界');
    await composer(page).focus();
    await page.keyboard.press('Enter');
    await bubble(page, '你好世界').waitFor();
    expect([...peer.histories.values()].flat().map(({ text }) => text)).toEqual(['你好世界']);
    expect(await ime.value()).toBe('');
  });

  test('is not overtaken by a search: half a syllable finds and opens nobody', async () => {
    const peer = ChatPeer.with('小明', '小红');
    peer.tell('小明', [aMessage(1, { text: '在吗' })]);
    const { page } = await openChats(peer, { locale: 'zh-CN' });
    const search = page.getByRole('searchbox', { name: '按名字搜索' });
    await search.focus();
    const ime = await InputMethod.on(page);
    await ime.compose('xiaoming');
    await ime.enterWhileComposing();
    expect(await page.locator('[data-row]').count()).toBe(2);
    expect(await page.locator('textarea').count()).toBe(0);
    await ime.choose('小明');
    await until('one is found', async () => (await page.locator('[data-row]').count()) === 1);
    await page.keyboard.press('Enter');
    await bubble(page, '在吗').waitFor();

    await page.keyboard.press('Escape');
    await page.getByRole('navigation').getByRole('button', { name: '好友' }).click();
    const friends = page.getByRole('searchbox', { name: '在好友中查找' });
    await friends.focus();
    await ime.compose('xiaohong');
    expect(await page.getByRole('button', { name: /^小/ }).count()).toBe(2);
    await ime.choose('小红');
    await until('one is found', async () => (await page.getByRole('button', { name: /^小/ }).count()) === 1);
  });

  test('writes a name: no error while it composes, none sent by its Enter, and the name stands once', async () => {
    const peer = new ChatPeer();
    const { page } = await openChats(peer, { locale: 'zh-CN' });
    const name = page.getByLabel('名字', { exact: true });
    await name.waitFor();
    await name.focus();
    const ime = await InputMethod.on(page);
    await ime.compose('liwen');
    await ime.choose('李雯');
    expect(await ime.value()).toBe('李雯');
    expect(await page.getByRole('alert').filter({ hasText: /./ }).count()).toBe(0);
    await page.keyboard.press('Tab');
    expect(await page.getByRole('alert').filter({ hasText: /./ }).count()).toBe(0);
    await page.getByLabel('密码', { exact: true }).fill('plum tree 42 harbour');
    await page
      .getByLabel(/再次输入|确认|再输/)
      .first()
      .fill('plum tree 42 harbour');
    await page.keyboard.press('Enter');
    await until('registered', () => peer.name === '李雯');
  });
});
