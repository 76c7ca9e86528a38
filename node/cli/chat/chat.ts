/**
 * The chat in the terminal: reads lines, follows the peer's events across its restarts, and shows each message once.
 * A face like any other: all it knows comes over the local API.
 */
import type { ApiClient } from '../../api/client.ts';
import { followApi } from '../../api/client-follow.ts';
import { MiyuError, isMiyuError } from '../../../shared/errors.ts';
import { checkText } from '../message-input.ts';
import { EXIT } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import { preview, safeLine } from '../terminal-text.ts';
import { UsageError } from '../run.ts';
import type { Run } from '../run.ts';
import { runCommand } from './commands.ts';
import { candidatesIn } from './completion.ts';
import { newConnection } from './connection.ts';
import { Drafts, isCommand, takeUp, textIn } from './drafts.ts';
import { Live } from './live.ts';
import { opening } from './pages.ts';
import { Scene } from './scene.ts';
import { openScreen } from './screen.ts';
import type { Screen } from './screen.ts';
import { FriendTyping, OwnTyping } from './typing.ts';
import { Voice } from './voice.ts';

/** How long a pipe waits for a peer that went down to come back. */
const PIPE_WAIT_MS = 30_000;

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
  readonly #face: Run;
  readonly #options: ChatOptions;
  readonly #stop = new AbortController();
  readonly #left = Promise.withResolvers<void>();
  readonly #drafts: Drafts;
  readonly #typing: OwnTyping;
  #hasLeft = false;
  #connected = newConnection();
  /** Lines that were entered and go on in the next one. */
  #begun = '';
  /** The oldest position of the open chat that was shown; undefined: none. */
  #oldest: number | undefined;
  #sending: Promise<unknown> = Promise.resolve();
  #lastFailure: ExitCode = EXIT.ok;

  constructor(face: Run, options: ChatOptions) {
    this.#face = face;
    this.#options = options;
    const { scene } = this;
    this.screen = openScreen({
      io: face.io,
      complete: (line) => candidatesIn(line, scene),
      typed: (line) => {
        this.#typed(line);
      },
      entered: () => {
        this.#drafts.entered();
        this.#typing.set(undefined);
      },
      setAside: (line) => void this.#setAside(line),
    });
    this.voice = new Voice(face, this.screen, options.plain === true);
    this.#drafts = new Drafts(async (account, text) => {
      if (scene.client === undefined) throw new MiyuError('link-closed');
      await scene.client.call('draft.set', { with: account, text });
    });
    this.#typing = new OwnTyping((to, active) => {
      // Nobody waits for it, and whether anybody hears it is the peer's affair.
      scene.client?.call('typing', { to, active }).catch(() => undefined);
    });
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
  }

  async start(): Promise<ExitCode> {
    const { signal } = this.#options;
    const end = (): void => {
      this.quit();
    };
    signal?.addEventListener('abort', end, { once: true });
    if (signal?.aborted === true) end();
    const following = this.#follow();
    try {
      // Whichever ends first: the input, or what we follow, with a failure that trying again does not cure.
      await Promise.race([this.#readLines(), following, this.#left.promise]);
      await this.#sending.catch(() => undefined);
    } finally {
      signal?.removeEventListener('abort', end);
      this.#typing.set(undefined);
      await this.#drafts.flush();
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

  /** The connection, as soon as there is one. A pipe does not wait for ever: nobody sees what it waits for. */
  async client(): Promise<ApiClient> {
    if (this.scene.client !== undefined) return this.scene.client;
    if (this.screen.interactive || this.#options.waitForPeer === true) return await this.#connected.promise;
    const waiting = setTimeout(() => {
      this.#connected.reject(new MiyuError('daemon-not-running'));
    }, PIPE_WAIT_MS);
    try {
      return await this.#connected.promise;
    } finally {
      clearTimeout(waiting);
    }
  }

  async refresh(): Promise<void> {
    await this.scene.refresh(await this.client());
    this.#setPrompt();
  }

  async openChat(who: string): Promise<void> {
    const client = await this.client();
    const friend = await client.call('friends.show', { who });
    this.#typing.set(undefined);
    await this.#drafts.open(undefined);
    const { read, unread, leftBehind, more } = await opening(client, friend);
    this.scene.open = friend;
    this.#begun = '';
    this.live.opened();
    this.#setPrompt();
    this.voice.opened(friend);
    const messages = [...read, ...unread];
    this.voice.tellJson({ type: 'history', friend: friend.account, messages, firstUnread: friend.firstUnread, more });
    if (leftBehind !== undefined) this.voice.tell(this.voice.say('leftOut', { leftBehind, count: friend.unread }));
    else if (more) this.voice.tell(this.voice.say('olderHint'));
    for (const message of read) this.voice.message(friend, message, true);
    if (unread.length > 0) this.voice.divider();
    for (const message of unread) this.voice.message(friend, message, true);
    this.#oldest = messages[0]?.position;
    this.live.seen(friend, messages);
    await this.#drafts.open(friend.account);
    await this.takeUpDraft();
  }

  /** Shows the newest messages of the open chat, also those that were shown before. */
  async showHistory(count: number): Promise<void> {
    await this.#showPage({ limit: count });
  }

  /** Shows what stands before the oldest that was shown. */
  async showOlder(count: number): Promise<void> {
    await this.#showPage({ limit: count, ...(this.#oldest === undefined ? {} : { before: this.#oldest }) });
  }

  /** Puts the draft of the open chat into the input line, where that is empty. Says whether there is one that stands there now. */
  async takeUpDraft(): Promise<boolean> {
    const { open } = this.scene;
    if (open === undefined || !this.screen.interactive) return false;
    const { text } = await (await this.client()).call('draft.get', { with: open.account });
    if (text === '') return false;
    const taken = takeUp(text);
    if (taken === undefined) {
      this.voice.tell(this.voice.say('draftUnfit', { name: safeLine(open.name) }));
      return false;
    }
    if (!this.screen.fill(taken.line)) return false;
    if (taken.begun !== '') this.voice.begun(taken.begun);
    this.#begun = taken.begun;
    this.#drafts.took(taken);
    return true;
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
      this.#drafts.sent();
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
    while (!this.#hasLeft) {
      const line = await this.screen.nextLine();
      if (line === undefined) break;
      if (line.endsWith('\\') && !line.endsWith('\\\\')) {
        this.#begin(`${this.#begun}${line.slice(0, -1)}\n`);
        continue;
      }
      const whole = this.#begun + line;
      this.#begin('');
      await this.#take(whole);
    }
    // What a pipe leaves open is meant; what a person leaves open is a draft.
    if (this.#begun !== '' && !this.#hasLeft && !this.screen.interactive) await this.#take(this.#begun.slice(0, -1));
  }

  #begin(begun: string): void {
    this.#begun = begun;
    this.#drafts.begin(begun);
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
      if (this.screen.interactive && !isMiyuError(error, 'link-closed')) await this.#keepDraft(text);
      throw error;
    }
  }

  async #keepDraft(text: string): Promise<void> {
    if (this.scene.open === undefined || !(await this.#drafts.keep(text))) return;
    this.voice.tell(this.voice.say('setAside'));
  }

  #typed(line: string): void {
    this.#drafts.typed(line);
    const { open } = this.scene;
    const isText = line.trim() !== '' && (this.#begun !== '' || !isCommand(line));
    this.#typing.set(isText && open?.relation === 'friend' && !open.blocked ? open.account : undefined);
  }

  async #setAside(line: string): Promise<void> {
    this.#typing.set(undefined);
    const isText = this.#begun !== '' || !isCommand(line);
    const text = this.#begun === '' ? textIn(line) : this.#begun + line;
    this.#begun = '';
    if (isText && text.trim() !== '') await this.#keepDraft(text);
  }

  async #follow(): Promise<void> {
    const waitForPeer = this.#options.waitForPeer === true;
    let before = false;
    for await (const news of followApi(this.#face.profile, { signal: this.#stop.signal, waitForPeer })) {
      switch (news.type) {
        case 'up':
          this.scene.client = news.client;
          await this.#passing(() => this.#connect(news.client, before));
          before = true;
          break;
        case 'down':
          this.scene.client = undefined;
          this.#connected = newConnection();
          this.live.away();
          this.voice.tell(this.voice.say('down'));
          break;
        case 'snapshot-required':
          await this.#passing(() => this.live.catchUp());
          this.voice.tell(this.voice.say('missed'));
          break;
        case 'event':
          this.voice.tellJson({ type: 'event', ...news.event });
          await this.#passing(() => this.live.take(news.event));
          break;
      }
    }
  }

  /** What fails because the connection went down meanwhile is made good at the next one. */
  async #passing(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!isMiyuError(error)) throw error;
    }
  }

  /** After a (new) connection: what is so now, and what came to the open chat meanwhile. */
  async #connect(client: ApiClient, again: boolean): Promise<void> {
    await this.refresh();
    if (again) {
      this.voice.tell(this.voice.say('up'));
      await this.live.catchUp();
    }
    this.live.tellState();
    this.#connected.resolve(client);
  }

  #setPrompt(): void {
    const { open, status } = this.scene;
    const to = open === undefined ? '' : ` → ${safeLine(open.name)}`;
    this.screen.setPrompt(`${safeLine(status?.name ?? '')}${to}> `);
  }
}
