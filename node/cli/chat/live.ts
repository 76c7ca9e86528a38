/** What happens while the chat runs, told as it comes: each message once, whatever way it comes; what becomes of it; who is there. */
import type { CursorEvent, Event, Friend, FriendRequest, Message, MessageState } from '../../api/contract-views.ts';
import { OwnMessages } from './own-messages.ts';
import { ReadMarks } from './read-marks.ts';
import type { Scene } from './scene.ts';
import { StateNews } from './state-news.ts';
import type { FriendTyping } from './typing.ts';
import type { Voice } from './voice.ts';

/** With more friends than this, only the open chat's friend is told coming and going. */
const FEW_FRIENDS = 20;
/** More requests than these are told as a number. */
const FEW_REQUESTS = 5;
/** Looked through after a gap. */
const CATCH_UP_PAGE = 200;
/** `received` is a message of others; `queued` is what a sent message is at first. */
const TOLD_OTHERWISE: ReadonlySet<MessageState> = new Set(['received', 'queued']);

export interface LiveParts {
  readonly scene: Scene;
  readonly voice: Voice;
  readonly typing: FriendTyping;
  /** A person sees what he types. */
  readonly interactive: boolean;
  /** Resolves, or rejects, when the message that is being sent has its answer. */
  readonly sending: () => Promise<unknown>;
  /** Reads people and state anew. */
  readonly refresh: () => Promise<void>;
}

export class Live {
  readonly own = new OwnMessages();
  readonly #parts: LiveParts;
  readonly #news: StateNews;
  readonly #marks: ReadMarks;
  /** Highest position shown, by friend. */
  readonly #shown = new Map<string, number>();
  #told: string | undefined;
  /** Requests that were told, for as long as they wait. */
  #requests: ReadonlySet<string> = new Set();
  /** Alarms about a friend's key that were told: what is decided of them needs no words. */
  readonly #keys = new Set<number>();

  constructor(parts: LiveParts) {
    this.#parts = parts;
    this.#marks = new ReadMarks(parts.scene);
    this.#news = new StateNews((line) => {
      parts.voice.tell(line);
    });
  }

  /** The peer is away: how it is when it comes back is told again, and nobody is known to type. */
  away(): void {
    this.#told = undefined;
    this.#parts.typing.set(false);
  }

  /** Tells what was gathered. */
  end(): void {
    this.#news.flush();
    this.#parts.typing.set(false);
  }

  /** Another chat is open. */
  opened(): void {
    this.#marks.opened();
    this.#parts.typing.set(false);
  }

  /** @throws MiyuError as a call does */
  async take({ event }: CursorEvent): Promise<void> {
    const { scene, voice, typing, refresh } = this.#parts;
    switch (event.type) {
      case 'message':
        await this.#message(event.friend, event.message);
        return;
      case 'message-changed':
        this.#changed(event.friend, event.message);
        return;
      case 'message-removed':
        if (event.friend === scene.open?.account && !this.own.wasDeletedHere(event.friend, event.position)) {
          voice.tell(voice.say('removedHere', { position: event.position }));
        }
        return;
      case 'message-state':
        await this.#state(event);
        return;
      case 'friend':
        await refresh();
        if (event.change === 'incoming') {
          if (scene.requests.some(({ account }) => account === event.friend)) this.tellRequests();
          else voice.incoming(event.name, undefined);
        } else {
          voice.friend(event.name, event.change, event.formerName);
        }
        return;
      case 'alarm':
        await refresh();
        this.#alarm(event.id);
        return;
      case 'presence': {
        const { presence, path } = event;
        scene.friends = scene.friends.map((friend) =>
          friend.account === event.friend ? { ...friend, presence, path } : friend,
        );
        const isOpen = event.friend === scene.open?.account;
        if (isOpen && presence !== 'online') typing.set(false);
        if (scene.friends.length <= FEW_FRIENDS || isOpen) voice.presence(event.name, presence, path);
        return;
      }
      case 'state':
        await refresh();
        // A profile that was locked shows what came to the open chat before.
        await this.catchUp();
        this.tellState();
        this.tellRequests();
        return;
      case 'typing':
        if (event.friend === scene.open?.account) typing.set(event.active);
        return;
      case 'settings':
        scene.composer = event.settings.composer;
        return;
      // A line for each would bury what was written.
      case 'chat':
      case 'nearby':
      case 'port-mapping':
        return;
    }
  }

  /** What came to the open chat meanwhile. */
  async catchUp(): Promise<void> {
    const { open, client, isUnlocked } = this.#parts.scene;
    if (open === undefined || client === undefined || !isUnlocked) return;
    const { messages } = await client.call('history', { with: open.account, limit: CATCH_UP_PAGE });
    for (const message of messages) await this.#message(open.account, message);
  }

  /** Who asks to be a friend, waits for an answer, and was not told yet: also who asked before the chat was there. */
  tellRequests(): void {
    const { scene, voice } = this.#parts;
    const key = ({ account, receivedAt }: FriendRequest): string => `${account} ${receivedAt}`;
    const waiting = scene.requests.filter(({ postponed }) => !postponed);
    const news = waiting.filter((request) => !this.#requests.has(key(request)));
    this.#requests = new Set(waiting.map(key));
    if (news.length > FEW_REQUESTS) voice.tell(voice.say('manyAsk', { count: news.length }));
    else for (const request of news) voice.incoming(request.name, request);
  }

  tellState(): void {
    const { status } = this.#parts.scene;
    if (status === undefined || status.state === this.#told) return;
    this.#told = status.state;
    this.#parts.voice.state(status);
  }

  /** Remembers what was shown, and tells the peer what was read in the open chat. */
  seen(friend: Friend, messages: readonly Message[]): void {
    for (const { position } of messages) {
      if (position > (this.#shown.get(friend.account) ?? 0)) this.#shown.set(friend.account, position);
    }
    if (this.#parts.scene.open?.account === friend.account) this.#marks.seen(messages);
  }

  async #message(account: string, message: Message): Promise<void> {
    if (message.position <= (this.#shown.get(account) ?? 0)) return;
    const { scene, voice, typing, interactive, sending, refresh } = this.#parts;
    if (scene.friendOf(account) === undefined) await refresh();
    const friend = scene.friendOf(account);
    if (friend === undefined) return;
    // What it says is told by the event about the friend.
    if (message.kind === 'notice') {
      this.seen(friend, [message]);
      return;
    }
    const isOpen = scene.open?.account === account;
    if (message.direction === 'out') {
      // The answer to our own request says which message is ours; in a terminal its text stands there already.
      await sending().catch(() => undefined);
      const typedHere = this.own.wasTypedHere(message);
      this.own.remember(account, message, typedHere);
      if (typedHere && interactive) {
        this.seen(friend, [message]);
        return;
      }
    } else if (isOpen) {
      typing.set(false);
    }
    voice.message(friend, message, isOpen);
    this.seen(friend, [message]);
  }

  /** What was done to a message that stands above: the whole of it, as it is now. */
  #changed(account: string, message: Message): void {
    const { open } = this.#parts.scene;
    if (open?.account !== account || message.position > (this.#shown.get(account) ?? 0)) return;
    this.#parts.voice.changed(open, message);
  }

  #alarm(id: number): void {
    const { scene, voice } = this.#parts;
    const friend = scene.friends.find(({ keyChange }) => keyChange?.alarm === id);
    if (friend !== undefined) {
      this.#keys.add(id);
      voice.tell(voice.say('keyChanged', { name: friend.name }));
    } else if (!this.#keys.delete(id)) {
      voice.tell(voice.say('alarm', { id }));
    }
  }

  async #state({ friend, from, to, state }: Extract<Event, { type: 'message-state' }>): Promise<void> {
    const { scene, voice } = this.#parts;
    if (friend !== scene.open?.account || TOLD_OTHERWISE.has(state)) return;
    if (state === 'failed' && from === to) {
      // Why, and what can be done, stands in the message.
      const page = await scene.client?.call('history', { with: friend, before: to + 1, limit: 1 });
      const message = page?.messages.find(({ position }) => position === to);
      if (message !== undefined) voice.failedMessage(message);
      return;
    }
    const about = this.own.between(friend, from, to);
    const text = about.length === 1 ? about[0] : undefined;
    this.#news.add(state, Math.max(1, about.length), (count) => voice.messageState(state, text, count));
  }
}
