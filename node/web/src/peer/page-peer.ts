/** The peer as the page's parts see it: its state to follow, calls, and events for whoever shows a chat. */
import { MiyuError, isMiyuError } from '../../../../shared/errors.ts';
import { arrival } from './arrival.ts';
import { PeerClient } from './client.ts';
import type { ClientOptions } from './client.ts';
import { readLook, writeLook } from './look.ts';
import type { CallParams, Event, Method, Result, Settings, SettingsChange } from './methods.ts';
import { forgetToken, takeFragment, takeToken } from './session.ts';
import type { SessionPlaces } from './session.ts';
import { START, applyEvent, applyRead, isUnlocked } from './state.ts';
import type { PeerState } from './state.ts';
import { Store } from './store.ts';

/** A process that holds the keys is replaced in a second or two. */
const COME_BACK_MS = 15_000;
/** Events of one moment ask for one look. */
const LOOK_PAUSE_MS = 60;

export interface PagePlaces extends SessionPlaces, Pick<ClientOptions, 'open' | 'isErrorCode'> {
  /** Of this machine, over all tabs: how the page looks before the peer has said it. */
  readonly memory: Pick<Storage, 'getItem' | 'setItem'>;
}

export class PagePeer {
  readonly store: Store<PeerState>;
  readonly #places: PagePlaces;
  readonly #listeners = new Set<(event: Event) => void>();
  readonly #gaps = new Set<() => void>();
  #client: PeerClient | undefined;
  #looking: ReturnType<typeof setTimeout> | undefined;
  #lookAt: 'people' | 'all' = 'people';
  #looks = 0;
  /** The last look whose answer is shown. */
  #shown = 0;

  constructor(places: PagePlaces) {
    this.#places = places;
    this.store = new Store<PeerState>({ ...START, settings: readLook(places.memory) });
  }

  async start(): Promise<void> {
    const { code, invite } = takeFragment(this.#places);
    if (invite !== undefined) arrival.setNow(invite);
    const token = await takeToken(this.#places, code);
    if (token === undefined) {
      this.#change({ connection: 'no-token' });
      return;
    }
    this.#client = new PeerClient({
      token,
      open: this.#places.open,
      isErrorCode: this.#places.isErrorCode,
      onConnection: (connection) => {
        if (connection === 'refused') forgetToken(this.#places.storage);
        this.#change({ connection });
      },
      onUp: (how) => {
        this.#look('all');
        if (how === 'anew') for (const listener of [...this.#gaps]) listener();
      },
      onEvent: (event) => {
        this.#hear(event);
      },
    });
    this.#client.start();
  }

  /** @throws MiyuError; see PeerClient.call */
  async call<M extends Method>(method: M, ...params: CallParams<M>): Promise<Result<M>> {
    const client = this.#client;
    if (client === undefined) throw new TypeError('a call before start');
    const result = await client.call(method, ...params);
    if (CHANGES_ALL.includes(method)) this.#look('all');
    else if (method.startsWith('friends.') || method.startsWith('chat.')) this.#look('people');
    return result;
  }

  /**
   * The same where the peer's process may be changing just now, as it does when somebody signs out: waits for the line, and asks
   * again where it breaks meanwhile. Only for what may be asked twice.
   */
  async callAcross<M extends Method>(method: M, ...params: CallParams<M>): Promise<Result<M>> {
    await this.#whenOpen();
    try {
      return await this.call(method, ...params);
    } catch (error) {
      if (!isMiyuError(error, 'link-closed')) throw error;
      await this.#whenOpen();
      return await this.call(method, ...params);
    }
  }

  /** @throws MiyuError 'link-closed' where it does not come back */
  #whenOpen(): Promise<void> {
    if (this.store.newest.connection === 'open') return Promise.resolve();
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        unsubscribe();
      };
      const timer = setTimeout(() => {
        stop();
        reject(new MiyuError('link-closed'));
      }, COME_BACK_MS);
      const unsubscribe = this.store.subscribe(() => {
        if (this.store.get().connection !== 'open') return;
        stop();
        resolve();
      });
    });
  }

  hurry(): void {
    this.#client?.hurry();
  }

  /** Every event, in order, each once. @returns how to stop listening */
  onEvent(listener: (event: Event) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Events are missing and will not come: what was read by history must be read again. @returns how to stop listening */
  onGap(listener: () => void): () => void {
    this.#gaps.add(listener);
    return () => {
      this.#gaps.delete(listener);
    };
  }

  /** Tells the peer that everything up to here was seen; the mark goes at once. */
  async markRead(account: string, upTo: number): Promise<void> {
    this.store.setNow(applyRead(this.store.newest, account, upTo));
    await this.call('history.read', { with: account, upTo });
    // Where some are left, the peer alone knows how many.
    if ((this.store.newest.friends.get(account)?.unread ?? 0) > 0) this.#look('people');
  }

  /** Shown at once, and kept by the peer where it is there and unlocked; the look of the page is kept here as well. */
  async changeSettings(change: SettingsChange): Promise<void> {
    const settings = merged(this.store.newest.settings, change);
    this.#showSettings(settings, true);
    if (!isUnlocked(this.store.newest.status)) return;
    this.#showSettings(await this.call('settings.set', change), false);
  }

  #hear(event: Event): void {
    const [state, stale] = applyEvent(this.store.newest, event);
    this.store.set(state);
    if (event.type === 'settings') writeLook(this.#places.memory, event.settings);
    if (stale !== 'nothing') this.#look(stale);
    for (const listener of [...this.#listeners]) listener(event);
  }

  #look(at: 'people' | 'all'): void {
    if (at === 'all') this.#lookAt = 'all';
    if (this.#looking !== undefined) return;
    this.#looking = setTimeout(() => {
      const what = this.#lookAt;
      this.#looking = undefined;
      this.#lookAt = 'people';
      this.#read(what).catch((error: unknown) => {
        if (!isMiyuError(error)) throw error;
        // The line broke, and the next one looks at everything; or the profile was closed, which an event says.
      });
    }, LOOK_PAUSE_MS);
  }

  async #read(what: 'people' | 'all'): Promise<void> {
    const client = this.#client;
    if (client === undefined) return;
    this.#looks += 1;
    const look = this.#looks;
    const status = await client.call('status');
    if (!isUnlocked(status)) {
      this.#change({ status, friends: new Map(), requests: [], loaded: false, typing: new Set() });
      return;
    }
    const [{ friends }, { requests }, settings] = await Promise.all([
      client.call('friends.list'),
      client.call('friends.requests'),
      what === 'all' ? client.call('settings.get') : undefined,
    ]);
    // First: what comes from now on is told of as the person wants it.
    if (settings !== undefined) this.#showSettings(settings, false);
    if (look < this.#shown) return; // A later look was answered first, and knows more.
    this.#shown = look;
    const byAccount = new Map(friends.map((friend) => [friend.account, friend]));
    this.#change({ status, friends: byAccount, requests, loaded: true });
  }

  #showSettings(settings: Settings, now: boolean): void {
    writeLook(this.#places.memory, settings);
    const next = { ...this.store.newest, settings };
    if (now) this.store.setNow(next);
    else this.store.set(next);
  }

  #change(part: Partial<PeerState>): void {
    this.store.setNow({ ...this.store.newest, ...part });
  }
}

const CHANGES_ALL: readonly Method[] = [
  'register',
  'login',
  'login.elsewhere',
  'logout',
  'key.import',
  'account.delete',
];

function merged(settings: Settings, change: SettingsChange): Settings {
  const { notifications, privacy, lan, composer, ...rest } = change;
  return {
    ...settings,
    ...rest,
    notifications: { ...settings.notifications, ...notifications },
    lan: { ...settings.lan, ...lan },
    privacy: { ...settings.privacy, ...privacy },
    composer: { ...settings.composer, ...composer },
  };
}
