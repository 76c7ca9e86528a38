/** Windows of the system's Chromium, each with a profile of its own: seen where there is a display, else without one. */
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Language } from '../../shared/language.ts';

/** How a page looks to this person, as the person's system asks for it. */
export interface Look {
  readonly language: Language;
  readonly theme: 'light' | 'dark';
}

export const lookName = ({ language, theme }: Look): string => `${language}-${theme}`;

/** CSS pixels of a window that nobody sees. */
export const WINDOW = { width: 1280, height: 800 };
/** Whatever is waited for in a page comes within this time, on a busy machine too. */
const PATIENCE_MS = 60_000;

export class Windows {
  readonly visible: boolean;
  readonly #browser: Browser;

  private constructor(browser: Browser, visible: boolean) {
    this.#browser = browser;
    this.visible = visible;
  }

  /** @param path of the program (scripts/check/browser.ts finds one) */
  static async start(path: string, visible: boolean): Promise<Windows> {
    const isRoot = process.getuid?.() === 0;
    const browser = await chromium.launch({
      executablePath: path,
      headless: !visible,
      // Chromium has no sandbox for root, and says so over every page unless it is a test; everybody else has one.
      chromiumSandbox: !isRoot,
      args: [
        ...['--disable-background-networking', '--no-first-run', '--disable-dev-shm-usage'],
        ...(visible && isRoot ? ['--test-type'] : []),
      ],
      // Whoever started us ends us, and then we close it.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    return new Windows(browser, visible);
  }

  async open({ language, theme }: Look, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({
      locale: language === 'zh' ? 'zh-CN' : 'en-GB',
      colorScheme: theme,
      viewport: this.visible ? null : WINDOW,
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    return page;
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}

/** Puts a window on one half of the screen, where the system lets programs do so. */
export async function placeWindow(page: Page, half: 'left' | 'right'): Promise<void> {
  const [width, height] = await page.evaluate<[number, number]>('[screen.availWidth, screen.availHeight]');
  const each = Math.floor(width / 2);
  const session = await page.context().newCDPSession(page);
  const { windowId } = await session.send('Browser.getWindowForTarget');
  const bounds = { left: half === 'left' ? 0 : each, top: 0, width: each, height };
  await session.send('Browser.setWindowBounds', { windowId, bounds });
  await session.detach();
}
