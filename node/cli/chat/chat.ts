/**
 * The chat in the terminal: reads lines, follows the peer's events across its restarts, and shows each message once.
 * A face like any other: all it knows comes over the local API.
 */
import type { ApiClient } from '../../api/client.ts';
import { isMiyuError } from '../../../shared/errors.ts';
import { checkText } from '../message-input.ts';
import { EXIT } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import { preview, safeLine } from '../terminal-text.ts';
import { UsageError } from '../run.ts';
import type { Run } from '../run.ts';
import { runCommand } from './commands.ts';
import { candidatesIn } from './completion.ts';
import { Connection } from './connection.ts';
import { isCommand, textIn } from './drafts.ts';
import { Live } from './live.ts';
import { opening } from './pages.ts';
import { Scene } from './scene.ts';
import { openScreen } from './screen.ts';
import type { Screen } from './screen.ts';
import { FriendTyping } from './typing.ts';
import { Voice } from './voice.ts';
import { Writing } from './writing.ts';

export interface ChatOptions {
  /** Whose chat is opened at once. */
  readonly with?: string;
  /** Words in place of signs, for screen readers. */
  readonly plain?: boolean;
  /** Ends the chat from outside. */
  readonly signal?: AbortSignal;
  /** Waits for a peer that is still starting. */
  readonly waitForPeer?: boolean;
}

/** @returns the exit code: 0 in a terminal; where the input is a pipe, that of the last line that failed */
export async function runChat(face: Run, options: ChatOptions = {}): Promise<ExitCode> {
  return await new Chat(face, options).start();
}

export class Chat {
  readonly scene = new Scene();
  readonly screen: Screen;
  readonly voice: Voice;
  readonly live: Live;
  readonly writing: Writing;
  readonly #options: ChatOptions;
  readonly #connection: Connection;
  readonly #stop = new AbortController();
  readonly #left = Promise.withResolvers<void>();
  #hasLeft = false;
  /** The oldest position of the open chat that was shown; undefined: none. */
  #oldest: number | undefined;
  #sending: Promise<unknown> = Promise.resolve();
  #lastFailure: ExitCode = EXIT.ok;

  constructor(face: Run, options: ChatOptions) {
    this.#options = options;
    const { scene } = this;
    this.writing = new Writing({
      scene,
      screen: () => this.screen,
      voice: () => this.voice,
      client: () => this.client(),
    });
    this.screen = openScreen({
      io: face.io,
      complete: (line) => candidatesIn(line, scene),
      typed: (line) => {
        this.writing.typed(line);
      },
      entered: () => {
        this.writing.entered();
      },
      setAside: (line) => void this.writing.setAside(line),
    });
    this.voice = new Voice(face, this.screen, options.plain === true);
    this.live = new Live({
      scene,
      voice: this.voice,
      typing: new FriendTyping((active) => {
        this.voice.typing(active ? scene.open : undefined);
      }),
      interactive: this.screen.interactive,
      sending: () => this.#sending,
      refresh: () => this.refresh(),
    });
    const waitForPeer = options.waitForPeer === true;
    this.#connection = new Connection({
      profile: face.profile,
      scene,
      waitForPeer,
      isPatient: this.screen.interactive || waitForPeer,
      up: (again) => this.#up(again),
      down: () => {
        this.live.away();
        this.voice.tell(this.voice.say('down'));
      },
      gap: async () => {
        await this.live.catchUp();
        this.voice.tell(this.voice.say('missed'));
      },
      event: async (event) => {
        this.voice.tellJson({ type: 'event', ...event });
        await this.live.take(event);
      },
    });
  }

  async start(): Promise<ExitCode> {
    const { signal } = this.#options;
    const end = (): void => {
      this.quit();
    };
    signal?.addEventListener('abort', end, { once: true });
    if (signal?.aborted === true) end();
    const following = this.#connection.follow(this.#stop.signal);
    try {
      // Whichever ends first: the input, or what we follow, with a failure that trying again does not cure.
      await Promise.race([this.#readLines(), following, this.#left.promise]);
      await this.#sending.catch(() => undefined);
    } finally {
      signal?.removeEventListener('abort', end);
      await this.writing.leave();
      this.live.end();
      this.#stop.abort();
      await this.screen.close();
      await following.catch(() => undefined);
    }
    return this.screen.interactive ? EXIT.ok : this.#lastFailure;
  }

  quit(): void {
    this.#hasLeft = true;
    this.#left.resolve();
  }

  async client(): Promise<ApiClient> {
    return await this.#connection.client();
  }

  async refresh(): Promise<void> {
    await this.scene.refresh(await this.client());
    this.#setPrompt();
  }

  async openChat(who: string): Promise<void> {
    const client = await this.client();
    const friend = await client.call('friends.show', { who });
    await this.writing.leave();
    const { read, unread, leftBehind, more } = await opening(client, friend);
    const { voice } = this;
    this.scene.open = friend;
    this.live.opened();
    this.#setPrompt();
    voice.opened(friend);
    const messages = [...read, ...unread];
    voice.tellJson({ type: 'history', friend: friend.account, messages, firstUnread: friend.firstUnread, more });
    if (leftBehind !== undefined) voice.tell(voice.say('leftOut', { leftBehind, count: friend.unread }));
    else if (more) voice.tell(voice.say('olderHint'));
    for (const message of read) voice.message(friend, message, true);
    if (unread.length > 0) voice.divider();
    for (const message of unread) voice.message(friend, message, true);
    this.#oldest = messages[0]?.position;
    this.live.seen(friend, messages);
    await this.writing.enter(friend.account);
  }

  /** Shows the newest messages of the open chat, also those that were shown before. */
  async showHistory(count: number): Promise<void> {
    await this.#showPage({ limit: count });
  }

  /** Shows what stands before the oldest that was shown. */
  async showOlder(count: number): Promise<void> {
    await this.#showPage({ limit: count, ...(this.#oldest === undefined ? {} : { before: this.#oldest }) });
  }

  /** @param replyTo position of what it answers */
  async send(text: string, replyTo?: number): Promise<void> {
    const { open, style } = this.scene;
    if (open === undefined) throw new UsageError(this.voice.say('choose'));
    checkText(text);
    const sending = (await this.client()).call('send', {
      ...{ to: open.account, text, ...style },
      ...(replyTo === undefined ? {} : { replyTo }),
    });
    this.#sending = sending.then((message) => {
      this.live.own.remember(open.account, message, true);
      this.voice.tellJson({ type: 'sent', message });
    });
    try {
      await this.#sending;
      this.writing.sent();
    } catch (error) {
      if (isMiyuError(error, 'link-closed')) this.voice.tell(this.voice.say('unsure', { text: preview(text) }));
      throw error;
    }
  }

  async #showPage(page: { readonly limit: number; readonly before?: number }): Promise<void> {
    const { open } = this.scene;
    if (open === undefined) throw new UsageError(this.voice.say('choose'));
    const { messages, more } = await (await this.client()).call('history', { with: open.account, ...page });
    this.voice.tellJson({ type: 'history', friend: open.account, messages, more });
    if (!more) this.voice.tell(this.voice.say('beginning'));
    for (const message of messages) this.voice.message(open, message, true);
    this.#oldest = messages[0]?.position ?? this.#oldest;
    this.live.seen(open, messages);
  }

  async #readLines(): Promise<void> {
    await this.client();
    const first = this.#options.with;
    this.voice.unreadElsewhere(this.scene.friends, first);
    if (first !== undefined) {
      try {
        await this.openChat(first);
      } catch (error) {
        if (!this.screen.interactive) throw error; // A script shall not write to nobody.
        this.voice.fail(error);
      }
    }
    const { writing } = this;
    while (!this.#hasLeft) {
      const line = await this.screen.nextLine();
      if (line === undefined) break;
      if (line.endsWith('\\') && !line.endsWith('\\\\')) {
        writing.begin(`${writing.begun}${line.slice(0, -1)}\n`);
        continue;
      }
      this.scene.client?.call('activity').catch(() => undefined);
      const whole = writing.begun + line;
      writing.begin('');
      await this.#take(whole);
    }
    // What a pipe leaves open is meant; what a person leaves open is a draft.
    const { begun } = writing;
    if (begun !== '' && !this.#hasLeft && !this.screen.interactive) await this.#take(begun.slice(0, -1));
  }

  async #take(text: string): Promise<void> {
    try {
      if (isCommand(text)) await runCommand(this, text);
      else if (text.trim() !== '') await this.#sendTyped(textIn(text));
    } catch (error) {
      this.#lastFailure = this.voice.fail(error);
    }
  }

  async #sendTyped(text: string): Promise<void> {
    try {
      await this.send(text);
    } catch (error) {
      // Where it is not known whether it went out, it is not offered once more.
      if (this.screen.interactive && !isMiyuError(error, 'link-closed')) await this.writing.keep(text);
      throw error;
    }
  }

  /** After a (new) connection: what is so now, and what came to the open chat meanwhile. */
  async #up(again: boolean): Promise<void> {
    await this.refresh();
    if (again) {
      this.voice.tell(this.voice.say('up'));
      await this.live.catchUp();
    }
    this.live.tellState();
    this.live.tellRequests();
  }

  #setPrompt(): void {
    const { open, status } = this.scene;
    const to = open === undefined ? '' : ` → ${safeLine(open.name)}`;
    this.screen.setPrompt(`${safeLine(status?.name ?? '')}${to}> `);
  }
}
