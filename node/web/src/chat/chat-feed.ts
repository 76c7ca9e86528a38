/**
 * One open chat: the pages of its history that are held, what comes live, and texts that were sent and are not answered yet. It knows
 * neither React nor the document.
 */
import { isMiyuError } from '../../../../shared/errors.ts';
import type { CallParams, Event, Message, Method, Result } from '../peer/methods.ts';
import { Store } from '../peer/store.ts';
import {
  EMPTY,
  MAX_HELD,
  PAGE,
  changed,
  find,
  removed,
  windowOf,
  withEvent,
  withMessage,
  withNewer,
  withOlder,
} from './message-window.ts';
import type { MessageWindow } from './message-window.ts';

export type Style = NonNullable<Message['style']>;

/** A text on its way to the peer: on the screen from the moment it was sent. */
export interface Pending {
  readonly id: number;
  readonly text: string;
  readonly style: Style | null;
  readonly replyTo: Message['replyTo'];
  readonly sentAt: number;
  /** Why the peer did not take it, as far as one knows. */
  readonly failure: unknown;
}

export interface FeedState {
  readonly window: MessageWindow;
  readonly pending: readonly Pending[];
  /** Whether anything was read yet. */
  readonly loaded: boolean;
  readonly failure: unknown;
  /** Position of the message above which the line "New messages" stands; null: none. */
  readonly divider: number | null;
  /** Keys of messages that were pending before: they stay what they were, for React and for the scrolling. */
  readonly keys: ReadonlyMap<number, string>;
  /** Messages of the friend that came while nobody looked at the end. */
  readonly unseen: number;
}

/** What the feed needs of the peer. */
export interface FeedPeer {
  call<M extends Method>(method: M, ...params: CallParams<M>): Promise<Result<M>>;
}

/** Texts that wait for an answer of the peer, beside those that failed: nobody types faster, and a page in a loop is stopped. */
export const MAX_PENDING = 200;
/** Messages that keep the key which they had while they were pending. */
const MAX_KEYS = 500;

export class ChatFeed {
  readonly store: Store<FeedState>;
  readonly #peer: FeedPeer;
  readonly #account: string;
  readonly #now: () => number;
  #nextId = 1;
  #turn: Promise<void> = Promise.resolve();
  #loading: 'older' | 'newer' | undefined;
  #generation = 0;
  readonly #ears = new Set<Event[]>();
  #atEnd = true;
  #attentive = true;

  constructor(peer: FeedPeer, account: string, now: () => number) {
    this.#peer = peer;
    this.#account = account;
    this.#now = now;
    this.store = new Store<FeedState>({
      window: EMPTY,
      pending: [],
      loaded: false,
      failure: null,
      divider: null,
      keys: new Map(),
      unseen: 0,
    });
  }

  /** Reads where the person left off: around the oldest message that was not read, or the newest. */
  async open(firstUnread: number | null): Promise<void> {
    // The line is there with the first page: opening lands at it.
    this.#set({ divider: firstUnread });
    if (firstUnread === null) await this.showEnd();
    else if (!(await this.show(firstUnread))) this.#set({ divider: null });
  }

  /** The window moves to a message, unless it holds it. @returns whether the history has it */
  async show(position: number): Promise<boolean> {
    if (find(this.store.newest.window, position) !== undefined) return true;
    return await this.#replace(async () => {
      const behind = await this.#history({ after: position - 1 });
      const before = await this.#history({ before: position });
      return withOlder(windowOf({ ...behind, more: true }), before);
    }, position);
  }

  /** The window moves to the newest messages. */
  async showEnd(): Promise<void> {
    const { loaded, window } = this.store.newest;
    if (loaded && !window.newer) return;
    await this.#replace(async () => windowOf(await this.#history({})));
  }

  /** Events are missing: what is shown is read again. */
  async reload(around: number | null): Promise<void> {
    if (around === null || this.#atEnd) await this.#replace(async () => windowOf(await this.#history({})));
    else {
      this.#set({ window: EMPTY });
      await this.show(around);
    }
  }

  async loadOlder(): Promise<void> {
    await this.#extend('older');
  }

  async loadNewer(): Promise<void> {
    await this.#extend('newer');
  }

  /** @param attentive whether a person can see the page at all */
  look(atEnd: boolean, attentive: boolean): void {
    this.#atEnd = atEnd;
    this.#attentive = attentive;
    if (atEnd && attentive && this.store.newest.unseen > 0) this.#set({ unseen: 0 });
  }

  /** On the screen at once; sent behind what was sent before. */
  send(text: string, style: Style | null, replyTo: Message['replyTo']): void {
    const { pending } = this.store.newest;
    if (pending.filter(({ failure }) => failure === null).length >= MAX_PENDING) return;
    const item: Pending = { id: this.#nextId, text, style, replyTo, sentAt: this.#now(), failure: null };
    this.#nextId += 1;
    this.#set({ pending: [...pending, item], divider: null });
    this.#dispatch(item);
  }

  /** Once more a text that the peer did not take. */
  resend(id: number): void {
    const item = this.store.newest.pending.find((other) => other.id === id);
    if (item === undefined || item.failure === null) return;
    const again = { ...item, failure: null };
    this.#set({ pending: this.store.newest.pending.map((other) => (other.id === id ? again : other)) });
    this.#dispatch(again);
  }

  discard(id: number): void {
    this.#set({ pending: this.store.newest.pending.filter((other) => other.id !== id) });
  }

  /** The peer's answer to something that was done to a message. */
  took(message: Message): void {
    this.#set({ window: changed(this.store.newest.window, message) });
  }

  forget(position: number): void {
    this.#set({ window: removed(this.store.newest.window, position) });
  }

  /** Events of this friend; others are not looked at. */
  hear(event: Event): void {
    if (!('friend' in event) || event.friend !== this.#account) return;
    for (const heard of this.#ears) if (heard.length < MAX_HELD) heard.push(event);
    if (!this.store.newest.loaded) return; // It is laid upon the page that is being read.
    if (event.type === 'message') this.#came(event.message);
    else this.#setSoon({ window: withEvent(this.store.newest.window, event, this.#atEnd) });
  }

  #came(message: Message): void {
    const { window, pending, unseen, divider } = this.store.newest;
    const known = find(window, message.position) !== undefined;
    const next = withMessage(window, message, this.#atEnd);
    if (message.direction === 'out') {
      const own = known ? undefined : pending.find((item) => isSame(item, message));
      if (own !== undefined) this.#settle(own, message, next);
      else this.#setSoon({ window: next });
      return;
    }
    const seen = this.#atEnd && this.#attentive;
    this.#setSoon({
      window: next,
      unseen: known || seen ? unseen : unseen + 1,
      divider: !known && !this.#attentive && unseen === 0 ? message.position : divider,
    });
  }

  #dispatch(item: Pending): void {
    this.#turn = this.#turn.then(async () => {
      const { text, style, replyTo } = item;
      const position = replyTo?.position ?? null;
      try {
        if (this.store.newest.window.newer) await this.showEnd();
        const message = await this.#peer.call('send', {
          to: this.#account,
          text,
          ...(style === null ? {} : { style }),
          ...(position === null ? {} : { replyTo: position }),
        });
        this.#settle(item, message, withMessage(this.store.newest.window, message, true));
      } catch (error) {
        if (!isMiyuError(error)) throw error;
        const { pending } = this.store.newest;
        this.#set({ pending: pending.map((other) => (other.id === item.id ? { ...other, failure: error } : other)) });
      }
    });
  }

  /** The pending text is a message now, in one step: it is never there twice, nor not at all. */
  #settle(item: Pending, message: Message, window: MessageWindow): void {
    const { pending, keys } = this.store.newest;
    const rest = pending.filter(({ id }) => id !== item.id);
    if (rest.length === pending.length) {
      this.#set({ window });
      return;
    }
    const kept = [...keys, [message.position, keyOfPending(item)] as const].slice(-MAX_KEYS);
    this.#set({ window, pending: rest, keys: new Map(kept) });
  }

  async #extend(direction: 'older' | 'newer'): Promise<void> {
    const { window, loaded } = this.store.newest;
    const edge = direction === 'older' ? window.messages[0] : window.messages.at(-1);
    if (!loaded || !window[direction] || edge === undefined || this.#loading !== undefined) return;
    this.#loading = direction;
    const generation = this.#generation;
    try {
      const [page, heard] = await this.#listening(() =>
        this.#history(direction === 'older' ? { before: edge.position } : { after: edge.position }),
      );
      if (generation !== this.#generation) return;
      const { window: now } = this.store.newest;
      const extended = direction === 'older' ? withOlder(now, page) : withNewer(now, page);
      this.#set({ window: withHeard(extended, heard, this.#atEnd) });
    } catch (error) {
      if (!isMiyuError(error)) throw error;
      // The line broke; scrolling asks again.
    } finally {
      this.#loading = undefined;
    }
  }

  /** @returns false where another move overtook it, or the history has not what it was for */
  async #replace(read: () => Promise<MessageWindow>, wanted?: number): Promise<boolean> {
    this.#generation += 1;
    const generation = this.#generation;
    this.#set({ failure: null });
    try {
      const [page, heard] = await this.#listening(read);
      if (generation !== this.#generation) return false;
      const found = wanted === undefined || find(page, wanted) !== undefined;
      if (!found && this.store.newest.loaded) return false;
      const window = withHeard(page, heard, this.#atEnd);
      this.#set({ window, loaded: true, unseen: window.newer ? this.store.newest.unseen : 0 });
      return found;
    } catch (error) {
      if (!isMiyuError(error)) throw error;
      if (generation === this.#generation) this.#set({ failure: error });
      return false;
    }
  }

  /** What comes while something is read may be in it or not: it is told along. */
  async #listening<T>(read: () => Promise<T>): Promise<readonly [T, readonly Event[]]> {
    const heard: Event[] = [];
    this.#ears.add(heard);
    try {
      return [await read(), heard];
    } finally {
      this.#ears.delete(heard);
    }
  }

  async #history(where: { before?: number; after?: number }): Promise<Result<'history'>> {
    return await this.#peer.call('history', { with: this.#account, limit: PAGE, ...where });
  }

  #set(part: Partial<FeedState>): void {
    this.store.setNow({ ...this.store.newest, ...part });
  }

  /** With the next frame: what comes in masses. */
  #setSoon(part: Partial<FeedState>): void {
    this.store.set({ ...this.store.newest, ...part });
  }
}

/** Where more was heard than is kept, the rest is read when somebody comes there. */
function withHeard(window: MessageWindow, heard: readonly Event[], atEnd: boolean): MessageWindow {
  let next = window;
  for (const event of heard) next = withEvent(next, event, atEnd);
  return heard.length < MAX_HELD ? next : { ...next, newer: true };
}

export const keyOfPending = ({ id }: Pending): string => `p${id}`;

/** Whether the message may be this text, which the peer took though its answer has not come (or never will). */
const isSame = (item: Pending, message: Message): boolean =>
  item.text === message.text && (item.replyTo?.position ?? null) === (message.replyTo?.position ?? null);
