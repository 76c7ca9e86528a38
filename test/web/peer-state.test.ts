import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Event, Friend, Message } from '../../node/web/src/peer/methods.ts';
import { readLook, writeLook } from '../../node/web/src/peer/look.ts';
import { takeFragment, takeToken } from '../../node/web/src/peer/session.ts';
import { DEFAULT_SETTINGS, START, applyEvent, applyRead, unreadOf } from '../../node/web/src/peer/state.ts';
import type { PeerState } from '../../node/web/src/peer/state.ts';
import { Store } from '../../node/web/src/peer/store.ts';

const message = (position: number, direction: 'in' | 'out', state: Message['state'] = 'received'): Message => ({
  messageId: 'ab',
  position,
  direction,
  kind: 'text',
  text: `text ${position}`,
  style: null,
  replyTo: null,
  reactions: [],
  editedAt: null,
  unsent: null,
  deleted: false,
  sentAt: position,
  receivedAt: null,
  state,
  reason: null,
  path: 'lan',
});

const friend = (account: string, more: Partial<Friend> = {}): Friend => ({
  account,
  name: account,
  relation: 'friend',
  verified: 'no',
  presence: 'online',
  path: 'lan',
  address: null,
  lastSeen: null,
  unread: 0,
  lastMessage: null,
  blocked: false,
  firstUnread: null,
  archived: false,
  card: null,
  muted: false,
  draft: '',
  keyChange: null,
  ...more,
});

const withFriends = (...friends: Friend[]): PeerState => ({
  ...START,
  friends: new Map(friends.map((one) => [one.account, one])),
});

const after = (state: PeerState, ...events: Event[]): PeerState =>
  events.reduce((before, event) => applyEvent(before, event)[0], state);

describe('a message', () => {
  const came: Event = { type: 'message', friend: 'aa', message: message(5, 'in') };

  test('is counted and shown as the last one, once', () => {
    const state = after(withFriends(friend('aa')), came, came);
    expect(state.friends.get('aa')).toMatchObject({ unread: 1, firstUnread: 5, lastMessage: { position: 5 } });
  });

  test('that the list knew already is not counted again', () => {
    const known = friend('aa', { unread: 3, firstUnread: 2, lastMessage: message(6, 'in') });
    expect(after(withFriends(known), came).friends.get('aa')).toEqual(known);
  });

  test('of one’s own counts nothing', () => {
    const state = after(withFriends(friend('aa')), {
      type: 'message',
      friend: 'aa',
      message: message(5, 'out', 'queued'),
    });
    expect(state.friends.get('aa')).toMatchObject({ unread: 0, firstUnread: null });
  });

  test('of somebody unknown, or in a hidden chat, asks for a look', () => {
    expect(applyEvent(START, came)[1]).toBe('people');
    expect(applyEvent(withFriends(friend('aa', { archived: true })), came)[1]).toBe('people');
    expect(applyEvent(withFriends(friend('aa')), came)[1]).toBe('nothing');
  });

  test('that was changed reads so in the list where it is the last one, and one that is gone asks for a look', () => {
    const state = withFriends(friend('aa', { unread: 1, lastMessage: message(6, 'in') }));
    const changed = (position: number): Event => ({
      type: 'message-changed',
      friend: 'aa',
      message: { ...message(position, 'in'), text: 'edited' },
    });
    expect(after(state, changed(6)).friends.get('aa')).toMatchObject({ unread: 1, lastMessage: { text: 'edited' } });
    expect(after(state, changed(5))).toBe(state);
    expect(applyEvent(state, { type: 'message-removed', friend: 'aa', position: 6 })).toEqual([state, 'people']);
  });

  test('ends the typing of who sent it', () => {
    const state = after(withFriends(friend('aa')), { type: 'typing', friend: 'aa', active: true }, came);
    expect(state.typing.size).toBe(0);
  });
});

describe('what became of sent messages', () => {
  const sent = (state: Message['state']): PeerState =>
    withFriends(friend('aa', { lastMessage: message(5, 'out', state) }));
  const became = (state: Message['state'], from = 1, to = 9): Event => ({
    type: 'message-state',
    friend: 'aa',
    from,
    to,
    state,
    path: 'mailbox',
  });
  const last = (state: PeerState): string | undefined => state.friends.get('aa')?.lastMessage?.state;

  test('shows where the last one is among them', () => {
    expect(last(after(sent('queued'), became('delivered')))).toBe('delivered');
    expect(last(after(sent('queued'), became('delivered', 1, 4)))).toBe('queued');
  });

  test('read is only what had arrived', () => {
    expect(last(after(sent('queued'), became('read')))).toBe('queued');
    expect(last(after(sent('delivered'), became('read')))).toBe('read');
  });
});

test('an event that changes nothing leaves the very state', () => {
  const state = withFriends(friend('aa'));
  for (const event of [
    { type: 'typing', friend: 'aa', active: false },
    { type: 'message-state', friend: 'aa', from: 1, to: 2, state: 'read', path: null },
    { type: 'of-tomorrow' },
  ] as Event[]) {
    expect(applyEvent(state, event)).toEqual([state, 'nothing']);
    expect(applyEvent(state, event)[0]).toBe(state);
  }
});

test('what was seen is unread no more; what came behind it stays', () => {
  const state = withFriends(friend('aa', { unread: 2, firstUnread: 4, lastMessage: message(5, 'in') }));
  expect(applyRead(state, 'aa', 4)).toBe(state);
  expect(applyRead(state, 'aa', 5).friends.get('aa')).toMatchObject({ unread: 0, firstUnread: null });
});

test('silent chats do not count', () => {
  const { friends } = withFriends(friend('aa', { unread: 2 }), friend('bb', { unread: 5, muted: true }));
  expect(unreadOf(friends)).toBe(2);
});

describe('the store', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('shows a thousand changes of a moment as one, and a person’s own at once', () => {
    const store = new Store(0);
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    for (let i = 1; i <= 1_000; i += 1) store.set(i);
    expect([store.get(), store.newest, told]).toEqual([0, 1_000, 0]);
    vi.advanceTimersByTime(16);
    expect([store.get(), told]).toEqual([1_000, 1]);
    store.set(1_001);
    store.setNow(1_002);
    expect([store.get(), told]).toEqual([1_002, 2]);
    vi.advanceTimersByTime(100);
    expect(told).toBe(2);
  });
});

describe('the look that the browser keeps', () => {
  const memory = (text: string | null): Pick<Storage, 'getItem' | 'setItem'> & { text: string | null } => ({
    text,
    getItem() {
      return this.text;
    },
    setItem(_, value) {
      this.text = value;
    },
  });

  test('comes back', () => {
    const place = memory(null);
    writeLook(place, { ...DEFAULT_SETTINGS, theme: 'dark', language: 'en', motion: 'reduced' });
    expect(readLook(place)).toMatchObject({ theme: 'dark', language: 'en', motion: 'reduced' });
  });

  test.each(['', 'null', '[]', '7', '{"theme":"<b>","language":{}}'])(
    'is the usual one where %j stands there',
    (text) => {
      expect(readLook(memory(text))).toEqual(DEFAULT_SETTINGS);
    },
  );
});

describe('the token', () => {
  const places = (hash: string, answer: Response | Error, kept: Record<string, string> = {}) => {
    const asked: unknown[] = [];
    const replaced: string[] = [];
    return {
      asked,
      replaced,
      kept,
      location: { hash, pathname: '/' },
      history: {
        state: null,
        replaceState: (_state: unknown, _unused: string, url: string) => {
          replaced.push(url);
        },
      },
      storage: {
        getItem: (key: string) => kept[key] ?? null,
        setItem: (key: string, value: string) => {
          kept[key] = value;
        },
        removeItem: () => undefined,
      },
      fetch: (_url: string, init: RequestInit) => {
        asked.push(JSON.parse(init.body as string));
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
    };
  };

  test('is asked for with the code, which leaves the address at once', async () => {
    const world = places('#code=ab_C-1', Response.json({ token: 'T' }));
    expect(await takeToken(world, takeFragment(world).code)).toBe('T');
    expect(world.asked).toEqual([{ code: 'ab_C-1' }]);
    expect(world.replaced).toEqual(['/']);
    expect(Object.values(world.kept)).toEqual(['T']);
  });

  test('of before does where the code was used, or the peer is away', async () => {
    const kept = { 'miyu.token': 'old' };
    expect(await takeToken(places('#code=x', new Response(null, { status: 401 }), kept), 'x')).toBe('old');
    expect(await takeToken(places('#code=x', new TypeError('away'), kept), 'x')).toBe('old');
    expect(await takeToken(places('', new TypeError('not asked'), kept), undefined)).toBe('old');
    expect(await takeToken(places('#other', new TypeError('not asked')), undefined)).toBeUndefined();
  });

  test('is not asked for with anything else, and what is no invite is none', () => {
    const taken = (hash: string): unknown => {
      const world = places(hash, new TypeError('not asked'));
      return [takeFragment(world), world.replaced.length];
    };
    const none = { code: undefined, invite: undefined };
    expect(taken('')).toEqual([none, 0]);
    expect(taken('#other')).toEqual([none, 0]);
    expect(taken('#code=a+b')).toEqual([none, 1]);
    expect(taken('#invite=AbC-_9')).toEqual([{ ...none, invite: 'miyu://invite/AbC-_9' }, 1]);
    expect(taken('#code=x-1&invite=Ab')).toEqual([{ code: 'x-1', invite: 'miyu://invite/Ab' }, 1]);
    expect(taken(`#invite=${'a'.repeat(6145)}`)).toEqual([none, 1]);
    for (const invite of ['', 'miyu://invite/Ab', '%3Cb%3E', 'a b', 'a%00']) {
      expect(taken(`#invite=${invite}`)).toEqual([none, 1]);
    }
  });
});
