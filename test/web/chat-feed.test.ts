import { setImmediate as immediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ChatFeed } from '../../node/web/src/chat/chat-feed.ts';
import type { FeedPeer } from '../../node/web/src/chat/chat-feed.ts';
import { EMPTY, MAX_HELD, PAGE, removed, withEvent, withMessage } from '../../node/web/src/chat/message-window.ts';
import { rowsOf } from '../../node/web/src/chat/rows.ts';
import type { Event, Message } from '../../node/web/src/peer/methods.ts';
import { MiyuError } from '../../shared/errors.ts';

const BOB = 'b0b0';
const DAY = 86_400_000;

function message(position: number, part: Partial<Message> = {}): Message {
  return {
    messageId: position.toString(16).padStart(32, '0'),
    position,
    direction: position % 2 === 0 ? 'in' : 'out',
    kind: 'text',
    text: `text ${position}`,
    style: null,
    replyTo: null,
    reactions: [],
    editedAt: null,
    unsent: null,
    deleted: false,
    sentAt: 1_700_000_000_000 + position * 1_000,
    receivedAt: null,
    state: position % 2 === 0 ? 'received' : 'delivered',
    reason: null,
    path: null,
    ...part,
  };
}

const came = (of: Message): Event => ({ type: 'message', friend: BOB, message: of });

/** A history as the peer pages it; sending appends, and may be held. */
class FakeHistory implements FeedPeer {
  readonly messages: Message[];
  readonly asked: { before?: number; after?: number }[] = [];
  readonly sent: string[] = [];
  /** Called before a method is answered. */
  before: (method: string) => Promise<void> = () => Promise.resolve();
  after: (method: string) => Promise<void> = () => Promise.resolve();

  constructor(count: number) {
    this.messages = Array.from({ length: count }, (_, at) => message(at + 1));
  }

  readonly call: FeedPeer['call'] = async (method, ...[params]) => {
    await this.before(method);
    const result = this.#answer(method, params as never);
    await this.after(method);
    return result as never;
  };

  #answer(method: string, params: { before?: number; after?: number; limit: number; text: string }): unknown {
    if (method === 'send') {
      this.sent.push(params.text);
      const next = message(this.messages.length + 1, { direction: 'out', text: params.text, state: 'queued' });
      this.messages.push(next);
      return next;
    }
    const { before, after, limit } = params;
    this.asked.push({ ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) });
    const all = this.messages;
    const from = after === undefined ? undefined : all.findIndex(({ position }) => position > after);
    const end = before === undefined ? all.length : all.findIndex(({ position }) => position >= before);
    const page =
      from === undefined ? all.slice(Math.max(0, end - limit), end) : from === -1 ? [] : all.slice(from, from + limit);
    return {
      messages: page,
      more: page.length > 0 && page[0]!.position > 1,
      newer: page.length > 0 && page.at(-1)!.position < all.at(-1)!.position,
    };
  }
}

const positions = (feed: ChatFeed): number[] => feed.store.newest.window.messages.map(({ position }) => position);
const run = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const openFeed = async (history: FakeHistory, firstUnread: number | null = null): Promise<ChatFeed> => {
  const feed = new ChatFeed(history, BOB, () => 1_800_000_000_000);
  await feed.open(firstUnread);
  return feed;
};
/** Until everything that is under way without a clock is done. */
const settled = (): Promise<void> => immediate();

describe('the pages of a chat', () => {
  test('the newest first; older and newer ones follow, and no more is held than the bound', async () => {
    const feed = await openFeed(new FakeHistory(1_000));
    expect(positions(feed)).toEqual(run(1_001 - PAGE, 1_000));
    while (feed.store.newest.window.older) await feed.loadOlder();
    expect(positions(feed)).toEqual(run(1, MAX_HELD));
    expect(feed.store.newest.window.newer).toBe(true);
    while (feed.store.newest.window.newer) await feed.loadNewer();
    expect(positions(feed)).toEqual(run(1_001 - MAX_HELD, 1_000));
    expect(feed.store.newest.window.older).toBe(true);
  });

  test('it opens around the first unread one, with the line above it', async () => {
    const feed = await openFeed(new FakeHistory(500), 300);
    expect(positions(feed)).toEqual(run(300 - PAGE, 299 + PAGE));
    expect(feed.store.newest.divider).toBe(300);
    const rows = rowsOf(feed.store.newest, []);
    const line = rows.findIndex(({ kind }) => kind === 'unread');
    expect(rows[line + 1]?.key).toBe('m300');
  });

  test('what comes while a page is read is not lost, and not doubled', async () => {
    const history = new FakeHistory(10);
    const feed = new ChatFeed(history, BOB, () => 0);
    const late = message(11, { direction: 'in' });
    history.after = async () => {
      history.messages.push(late);
      feed.hear(came(late));
    };
    await feed.open(null);
    expect(positions(feed)).toEqual(run(1, 11));
  });

  test('a thousand a second: all of them, in order, and the window stays bounded', async () => {
    const feed = await openFeed(new FakeHistory(10));
    for (let at = 11; at <= 2_010; at += 1) feed.hear(came(message(at)));
    expect(positions(feed)).toEqual(run(2_011 - MAX_HELD, 2_010));
  });

  test('who looks at older ones keeps them, and is told how many came', async () => {
    const history = new FakeHistory(MAX_HELD);
    const feed = await openFeed(history);
    while (feed.store.newest.window.older) await feed.loadOlder();
    feed.look(false, true);
    for (let at = MAX_HELD + 1; at <= MAX_HELD + 50; at += 1) {
      history.messages.push(message(at));
      feed.hear(came(message(at)));
    }
    expect(positions(feed)).toEqual(run(1, MAX_HELD));
    expect(feed.store.newest).toMatchObject({ unseen: 25, window: { newer: true } });
    feed.look(true, true);
    expect(feed.store.newest.unseen).toBe(0);
    await feed.loadNewer();
    expect(positions(feed).at(-1)).toBe(MAX_HELD + 50);
  });

  test('any order of pages and events leaves a run without hole or double', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('older', 'newer', 'come', 'end', 'top', 'middle', 'send'), { maxLength: 40 }),
        async (steps) => {
          const history = new FakeHistory(700);
          const feed = await openFeed(history);
          for (const step of steps) {
            if (step === 'older') await feed.loadOlder();
            if (step === 'newer') await feed.loadNewer();
            if (step === 'end') await feed.showEnd();
            if (step === 'top') feed.look(false, true);
            if (step === 'middle') await feed.show(350);
            if (step === 'send') {
              feed.send('mine', null, null);
              await settled();
            }
            if (step === 'come') {
              const next = message(history.messages.length + 1, { direction: 'in' });
              history.messages.push(next);
              feed.hear(came(next));
            }
            const held = positions(feed);
            expect(held).toEqual(run(held[0]!, held.at(-1)!));
            expect(held.length).toBeLessThanOrEqual(MAX_HELD);
            if (!feed.store.newest.window.newer) expect(held.at(-1)).toBe(history.messages.length);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('own texts', () => {
  test.each(['answer first', 'event first', 'event alone'])('are there at once and never twice: %s', async (order) => {
    const history = new FakeHistory(4);
    const feed = await openFeed(history);
    const event = (): void => {
      feed.hear(came(history.messages.at(-1)!));
    };
    if (order === 'event first')
      history.after = async () => {
        event();
      };
    if (order === 'event alone') {
      history.after = async () => {
        event();
        throw new MiyuError('link-closed');
      };
    }
    feed.send('hello', null, null);
    const [pending, ...none] = feed.store.newest.pending;
    expect([pending?.text, none]).toEqual(['hello', []]);
    const before = rowsOf(feed.store.newest, []);
    await settled();
    if (order === 'answer first') event();
    expect(feed.store.newest.pending).toEqual([]);
    const after = rowsOf(feed.store.newest, before);
    // The same key: the bubble stays what it was on the screen.
    const bubbles = (rows: typeof after): string[] =>
      rows.filter(({ kind }) => kind === 'message').map(({ key }) => key);
    expect(bubbles(after)).toEqual(bubbles(before));
    expect(feed.store.newest.window.messages.at(-1)?.text).toBe('hello');
  });

  test('the same words twice are two texts', async () => {
    const history = new FakeHistory(0);
    const feed = await openFeed(history);
    history.after = async () => {
      feed.hear(came(history.messages.at(-1)!));
    };
    feed.send('ha', null, null);
    feed.send('ha', null, null);
    await settled();
    expect(history.sent).toEqual(['ha', 'ha']);
    expect(feed.store.newest.pending).toEqual([]);
    expect(positions(feed)).toEqual([1, 2]);
  });

  test('go out one behind the other, in the order in which they were written', async () => {
    const history = new FakeHistory(0);
    const feed = await openFeed(history);
    for (const text of ['a', 'b', 'c']) feed.send(text, null, null);
    await settled();
    expect(history.sent).toEqual(['a', 'b', 'c']);
    expect(feed.store.newest.window.messages.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  });

  test('one that the peer does not take stays, says why, and goes out again', async () => {
    const history = new FakeHistory(2);
    const feed = await openFeed(history);
    history.before = async (method) => {
      if (method === 'send') throw new MiyuError('friend-blocked');
    };
    feed.send('hello', null, null);
    await settled();
    expect(feed.store.newest.pending).toMatchObject([{ text: 'hello', failure: { code: 'friend-blocked' } }]);
    history.before = () => Promise.resolve();
    feed.resend(feed.store.newest.pending[0]!.id);
    await settled();
    expect(feed.store.newest.pending).toEqual([]);
    expect(positions(feed)).toEqual([1, 2, 3]);
  });
});

describe('what happens to messages', () => {
  const window = { ...EMPTY, messages: run(1, 6).map((at) => message(at)) };

  test('a state of a range reaches the own ones in it; read reaches only what had arrived', () => {
    const waiting = {
      ...window,
      messages: window.messages.map((one) => ({ ...one, state: one.position === 3 ? ('queued' as const) : one.state })),
    };
    const next = withEvent(
      waiting,
      { type: 'message-state', friend: BOB, from: 1, to: 4, state: 'read', path: 'lan' },
      true,
    );
    expect(next.messages.map(({ state }) => state)).toEqual([
      'read',
      'received',
      'queued',
      'received',
      'delivered',
      'received',
    ]);
  });

  test('what quotes a message says what it says now, and nothing once it is deleted here', () => {
    const quoting = message(7, { replyTo: { position: 2, direction: 'in', text: 'text 2', deleted: false } });
    const quoted = withMessage(window, quoting, true);
    const edited = withEvent(
      quoted,
      { type: 'message-changed', friend: BOB, message: message(2, { text: 'new' }) },
      true,
    );
    expect(edited.messages.at(-1)?.replyTo).toMatchObject({ position: 2, text: 'new' });
    const gone = removed(edited, 2);
    expect(gone.messages.map(({ position }) => position)).toEqual([1, 3, 4, 5, 6, 7]);
    expect(gone.messages.at(-1)?.replyTo).toMatchObject({ position: null, text: '' });
  });
});

test('one line per day, and groups by person and minute', () => {
  const at = new Date(2024, 1, 1, 12).getTime();
  const messages = [
    message(1, { direction: 'in', sentAt: at }),
    message(2, { direction: 'in', sentAt: at + 1_000 }),
    message(3, { direction: 'out', sentAt: at + 2_000 }),
    message(4, { direction: 'out', sentAt: at + 62_000 }),
    message(5, { direction: 'out', sentAt: at + DAY }),
  ];
  const state = {
    window: { ...EMPTY, messages },
    pending: [],
    loaded: true,
    failure: null,
    divider: null,
    keys: new Map<number, string>(),
    unseen: 0,
  };
  const rows = rowsOf(state, []);
  expect(
    rows.map((row) => (row.kind === 'message' ? `${row.first ? '<' : ''}${row.key}${row.last ? '>' : ''}` : row.kind)),
  ).toEqual(['begin', 'day', '<m1', 'm2>', '<m3>', '<m4>', 'day', '<m5>']);
  // What did not change is the same object: React draws nothing.
  const again = rowsOf({ ...state, window: { ...EMPTY, messages: [...messages] } }, rows);
  for (const [index, row] of again.entries()) expect(row).toBe(rows[index]);
});
