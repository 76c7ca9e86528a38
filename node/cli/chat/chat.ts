/**
 * The chat in the terminal: reads lines, follows the peer's events across its restarts, and shows each message once.
 * A face like any other: all it knows comes over the local API.
 */
import type { ApiClient } from '../../api/client.ts';
import { followApi } from '../../api/client-follow.ts';
import type { CursorEvent, Event, Friend, Message, MessageState, Status } from '../../api/contract-views.ts';
import { MiyuError, isMiyuError } from '../../../shared/errors.ts';
import { checkText } from '../message-input.ts';
import { EXIT } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import { preview, safeLine } from '../terminal-text.ts';
import { UsageError } from '../run.ts';
import type { Run } from '../run.ts';
import { COMMANDS, runCommand } from './commands.ts';
import { friendsOf, isUnlocked, newConnection } from './connection.ts';
import { OwnMessages } from './own-messages.ts';
import { openScreen } from './screen.ts';
import type { Screen } from './screen.ts';
import { StateNews } from './state-news.ts';
import { Voice } from './voice.ts';

/** Messages shown when a chat is opened, and looked through after a gap. */
const OPENING_PAGE = 20;
const CATCH_UP_PAGE = 200;
/** With more friends than this, only the open chat's friend is told coming and going. */
const FEW_FRIENDS = 20;
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
  readonly screen: Screen;
  readonly voice: Voice;
  readonly #face: Run;
  readonly #options: ChatOptions;
  readonly #stop = new AbortController();
  readonly #news: StateNews;
  /** Highest position shown, by friend: a message is shown once, whatever way it comes. */
  readonly #shown = new Map<string, number>();
  readonly #own = new OwnMessages();
  #friends: readonly Friend[] = [];
  #client: ApiClient | undefined;
  #connected = newConnection();
  #open: Friend | undefined;
  #status: Status | undefined;
  #told: Status['state'] | undefined;
  #sending: Promise<unknown> = Promise.resolve();
  #marking = false;
  #readUpTo = 0;
  #lastFailure: ExitCode = EXIT.ok;

  constructor(face: Run, options: ChatOptions) {
    this.#face = face;
    this.#options = options;
    this.screen = openScreen({ io: face.io, complete: (line) => this.#complete(line) });
    this.voice = new Voice(face, this.screen, options.plain === true);
    this.#news = new StateNews((line) => {
      this.voice.tell(line);
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
      await Promise.race([this.#readLines(), following]);
      await this.#sending.catch(() => undefined);
    } finally {
      signal?.removeEventListener('abort', end);
      this.#news.flush();
      this.#stop.abort();
      this.screen.close();
      await following.catch(() => undefined);
    }
    return this.screen.interactive ? EXIT.ok : this.#lastFailure;
  }

  get friends(): readonly Friend[] {
    return this.#friends;
  }

  get openFriend(): Friend | undefined {
    return this.#open;
  }

  quit(): void {
    this.#stop.abort();
    this.screen.close();
  }

  /** The connection, as soon as there is one. A pipe does not wait for ever: nobody sees what it waits for. */
  async client(): Promise<ApiClient> {
    if (this.#client !== undefined) return this.#client;
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
    const client = await this.client();
    this.#status = await client.call('status');
    this.#friends = isUnlocked(this.#status) ? await friendsOf(client) : [];
    const open = this.#open;
    if (open !== undefined) this.#open = this.#friends.find(({ account }) => account === open.account) ?? open;
    this.#setPrompt();
  }

  async openChat(who: string): Promise<void> {
    this.#open = await (await this.client()).call('friends.show', { who });
    this.#readUpTo = 0;
    this.#setPrompt();
    this.voice.opened(this.#open);
    await this.showHistory(OPENING_PAGE);
  }

  /** Shows the newest messages of the open chat, also those that were shown before. */
  async showHistory(count: number): Promise<void> {
    const open = this.#open;
    if (open === undefined) throw new UsageError(this.voice.say('choose'));
    const page = await (await this.client()).call('history', { with: open.account, limit: count });
    this.voice.tellJson({ type: 'history', friend: open.account, messages: page.messages });
    for (const message of page.messages) this.voice.message(open, message, true);
    this.#seen(open, page.messages);
  }

  async #readLines(): Promise<void> {
    await this.client();
    const first = this.#options.with;
    if (first !== undefined) {
      try {
        await this.openChat(first);
      } catch (error) {
        if (!this.screen.interactive) throw error; // A script shall not write to nobody.
        this.voice.fail(error);
      }
    }
    let text = '';
    while (!this.#stop.signal.aborted) {
      const line = await this.screen.nextLine();
      if (line === undefined) break;
      if (line.endsWith('\\') && !line.endsWith('\\\\')) {
        text += `${line.slice(0, -1)}\n`;
        continue;
      }
      const whole = text + line;
      text = '';
      await this.#take(whole);
    }
    if (text !== '' && !this.#stop.signal.aborted) await this.#take(text.replace(/\n$/, ''));
  }

  async #take(text: string): Promise<void> {
    try {
      if (text.startsWith('/') && !text.startsWith('//')) await runCommand(this, text);
      else if (text.trim() !== '') await this.send(text.startsWith('//') ? text.slice(1) : text);
    } catch (error) {
      this.#lastFailure = this.voice.fail(error);
    }
  }

  /** @param replyTo position of what it answers */
  async send(text: string, replyTo?: number): Promise<void> {
    const open = this.#open;
    if (open === undefined) throw new UsageError(this.voice.say('choose'));
    checkText(text);
    const sending = (await this.client()).call('send', {
      ...{ to: open.account, text },
      ...(replyTo === undefined ? {} : { replyTo }),
    });
    this.#sending = sending.then((message) => {
      this.#own.remember(open.account, message, true);
      this.voice.tellJson({ type: 'sent', message });
    });
    try {
      await this.#sending;
    } catch (error) {
      if (isMiyuError(error, 'link-closed')) this.voice.tell(this.voice.say('unsure', { text: preview(text) }));
      throw error;
    }
  }

  async #follow(): Promise<void> {
    const waitForPeer = this.#options.waitForPeer === true;
    let before = false;
    for await (const news of followApi(this.#face.profile, { signal: this.#stop.signal, waitForPeer })) {
      switch (news.type) {
        case 'up':
          this.#client = news.client;
          await this.#passing(() => this.#connect(news.client, before));
          before = true;
          break;
        case 'down':
          this.#client = undefined;
          this.#connected = newConnection();
          this.#told = undefined;
          this.voice.tell(this.voice.say('down'));
          break;
        case 'snapshot-required':
          await this.#passing(() => this.#catchUp());
          this.voice.tell(this.voice.say('missed'));
          break;
        case 'event':
          this.voice.tellJson({ type: 'event', ...news.event });
          await this.#passing(() => this.#show(news.event));
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
      await this.#catchUp();
    }
    this.#tellState();
    this.#connected.resolve(client);
  }

  async #catchUp(): Promise<void> {
    const open = this.#open;
    if (open === undefined || this.#client === undefined || !isUnlocked(this.#status)) return;
    const { messages } = await this.#client.call('history', { with: open.account, limit: CATCH_UP_PAGE });
    for (const message of messages) await this.#showMessage(open.account, message);
  }

  async #show({ event }: CursorEvent): Promise<void> {
    switch (event.type) {
      case 'message':
        await this.#showMessage(event.friend, event.message);
        return;
      case 'message-changed':
        this.#showChange(event.friend, event.message);
        return;
      case 'message-removed':
        return;
      case 'message-state':
        this.#showMessageState(event);
        return;
      case 'friend':
        await this.refresh();
        if (event.change === 'incoming') {
          const { requests } = await (await this.client()).call('friends.requests');
          this.voice.incoming(
            event.name,
            requests.find(({ account }) => account === event.friend),
          );
        } else {
          this.voice.friend(event.name, event.change);
        }
        return;
      case 'presence':
        this.#friends = this.#friends.map((friend) =>
          friend.account === event.friend ? { ...friend, presence: event.presence, path: event.path } : friend,
        );
        if (this.#friends.length <= FEW_FRIENDS || event.friend === this.#open?.account) {
          this.voice.presence(event.name, event.presence, event.path);
        }
        return;
      case 'state':
        await this.refresh();
        // A profile that was locked shows what came to the open chat before.
        await this.#catchUp();
        this.#tellState();
        return;
      // A line for each would bury what was written.
      case 'typing':
      case 'settings':
      case 'chat':
        return;
    }
  }

  async #showMessage(account: string, message: Message): Promise<void> {
    if (message.position <= (this.#shown.get(account) ?? 0)) return;
    if (!this.#friends.some((friend) => friend.account === account)) await this.refresh();
    const friend = this.#friends.find((known) => known.account === account);
    if (friend === undefined) return;
    if (message.direction === 'out') {
      // The answer to our own request says which message is ours; in a terminal its text stands there already.
      await this.#sending.catch(() => undefined);
      const typedHere = this.#own.wasTypedHere(message);
      this.#own.remember(account, message, typedHere);
      if (typedHere && this.screen.interactive) {
        this.#seen(friend, [message]);
        return;
      }
    }
    this.voice.message(friend, message, this.#open?.account === account);
    this.#seen(friend, [message]);
  }

  /** What was done to a message that stands above: the whole of it, as it is now. */
  #showChange(account: string, message: Message): void {
    const open = this.#open;
    if (open?.account !== account || message.position > (this.#shown.get(account) ?? 0)) return;
    this.voice.changed(open, message);
  }

  #showMessageState({ friend, from, to, state }: Extract<Event, { type: 'message-state' }>): void {
    if (friend !== this.#open?.account || TOLD_OTHERWISE.has(state)) return;
    const about = this.#own.between(friend, from, to);
    const text = about.length === 1 ? about[0] : undefined;
    this.#news.add(state, Math.max(1, about.length), (count) => this.voice.messageState(state, text, count));
  }

  /** Remembers what was shown, and tells the peer what was read in the open chat. */
  #seen(friend: Friend, messages: readonly Message[]): void {
    for (const { position } of messages) {
      if (position > (this.#shown.get(friend.account) ?? 0)) this.#shown.set(friend.account, position);
    }
    if (this.#open?.account !== friend.account) return;
    const received = messages.filter(({ direction }) => direction === 'in');
    this.#readUpTo = Math.max(this.#readUpTo, ...received.map(({ position }) => position));
    if (received.length > 0 && !this.#marking) void this.#markRead(friend.account);
  }

  async #markRead(account: string): Promise<void> {
    this.#marking = true;
    try {
      for (let upTo = 0; upTo < this.#readUpTo && this.#open?.account === account && this.#client !== undefined;) {
        upTo = this.#readUpTo;
        await this.#client.call('history.read', { with: account, upTo });
      }
    } catch {
      // The next message marks this one with it.
    } finally {
      this.#marking = false;
    }
  }

  #tellState(): void {
    const state = this.#status?.state;
    if (state === undefined || state === this.#told) return;
    this.#told = state;
    this.voice.state(state);
  }

  #setPrompt(): void {
    const to = this.#open === undefined ? '' : ` → ${safeLine(this.#open.name)}`;
    this.screen.setPrompt(`${safeLine(this.#status?.name ?? '')}${to}> `);
  }

  #complete(line: string): [string[], string] {
    const at = line.lastIndexOf(' ') + 1;
    const part = line.slice(at);
    const isCommand = line.startsWith('/');
    if (part === '' && !isCommand) return [[], part];
    const candidates = isCommand && at === 0 ? COMMANDS : this.#friends.map(({ name }) => safeLine(name));
    const found = candidates.filter((candidate) => candidate.toLowerCase().startsWith(part.toLowerCase()));
    return [found.map((candidate) => `${candidate} `), part];
  }
}

/** `received` is a message of others; `queued` is what a sent message is at first. */
const TOLD_OTHERWISE: ReadonlySet<MessageState> = new Set(['received', 'queued']);
