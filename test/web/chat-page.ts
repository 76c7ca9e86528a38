/** The built page before a peer in memory: chats as a test wants them, and no network. */
import { join } from 'node:path';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { ChatMessageView, Friend, Peer } from '../../node/flows/peer.ts';
import { DIST } from '../../scripts/launch/paths.js';
import { openBrowser } from '../support/browser.ts';
import type { TestBrowser, TestBrowserOptions } from '../support/browser.ts';
import { FakePeer } from '../support/fake-peer.ts';
import { servePageFor } from '../support/page.ts';
import type { RunningPage } from '../support/page.ts';

export function aMessage(position: number, change: Partial<ChatMessageView> = {}): ChatMessageView {
  const incoming = (change.direction ?? 'in') === 'in';
  return {
    messageId: position.toString(16).padStart(32, '0'),
    position,
    direction: 'in',
    kind: 'text',
    text: `message ${position}`,
    style: null,
    replyTo: null,
    reactions: [],
    editedAt: null,
    deleted: false,
    sentAt: Date.now() - 3_600_000 + position * 1_000,
    receivedAt: null,
    state: incoming ? 'received' : 'read',
    reason: null,
    unsent: null,
    path: null,
    ...change,
  };
}

/** What a list says of a chat follows what happens in it, as with a real peer. */
export class ChatPeer extends FakePeer {
  static with(...names: string[]): ChatPeer {
    const peer = new ChatPeer();
    peer.state = 'online';
    peer.name = 'alice';
    peer.password = 'correct horse';
    for (const name of names) peer.befriend(name);
    return peer;
  }

  of(who: string): Friend {
    return this.friendList.find(({ name, account }) => name === who || account === who)!;
  }

  become(who: string, change: Partial<Friend>): void {
    const friend = this.of(who);
    this.friendList[this.friendList.indexOf(friend)] = { ...friend, ...change };
  }

  /** The chat has these messages, all of them read but the last so many. */
  tell(who: string, messages: readonly ChatMessageView[], unread = 0): void {
    this.histories.set(this.of(who).account, [...messages]);
    this.become(who, {
      lastMessage: messages.at(-1) ?? null,
      unread,
      firstUnread: unread === 0 ? null : (messages.at(-unread)?.position ?? null),
    });
  }

  override receive(from: string, text: string): ChatMessageView {
    const message = super.receive(from, text);
    const { unread, firstUnread } = this.of(from);
    this.become(from, {
      ...{ lastMessage: message, unread: unread + 1, firstUnread: firstUnread ?? message.position, archived: false },
    });
    return message;
  }

  override async send(form: Parameters<Peer['send']>[0]): Promise<ChatMessageView> {
    const message = await super.send(form);
    this.become(form.to, { lastMessage: message, draft: '' });
    this.emit({ type: 'chat', friend: this.of(form.to).account });
    return message;
  }

  override async markRead(form: { with: string; upTo: number }): Promise<void> {
    await super.markRead(form);
    const left = (this.histories.get(this.of(form.with).account) ?? []).filter(
      ({ position, direction }) => direction === 'in' && position > form.upTo,
    );
    this.become(form.with, { unread: left.length, firstUnread: left[0]?.position ?? null });
  }
}

export interface ChatPage {
  readonly page: Page;
  readonly served: RunningPage;
  readonly browser: TestBrowser;
}

export interface ChatPageOptions extends BrowserContextOptions {
  readonly browser?: TestBrowserOptions;
  /** Runs before the page's own script. */
  readonly init?: string;
}

export async function openChats(
  peer: FakePeer,
  { browser: browserOptions = {}, init, ...options }: ChatPageOptions = {},
): Promise<ChatPage> {
  const served = await servePageFor({ peer, folder: join(DIST, 'web') });
  const browser = await openBrowser(browserOptions);
  const page = await browser.page({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, ...options });
  page.setDefaultTimeout(30_000);
  if (init !== undefined) await page.context().addInitScript(init);
  await page.goto(`${served.origin}/#code=${await served.code()}`);
  return { page, served, browser };
}

export const row = (page: Page, name: string): Locator => page.locator('[data-row]', { hasText: name });
export const bubble = (page: Page, text: string): Locator => page.locator('[role=listitem]', { hasText: text });
export const composer = (page: Page): Locator => page.locator('textarea');
export const area = (page: Page): Locator => page.locator('[role=region][tabindex="0"]');

export const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement);
