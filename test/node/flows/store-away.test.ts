import { Level, type OpenOptions } from 'level';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { ONE_GROUP, STATE } from '../../../node/core/rows.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { LevelHandle } from '../../../shared/storage/level-handle.ts';
import { createWorld, type World } from '../../support/message-world.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

async function world(): Promise<World> {
  const made = await createWorld(await temporaryFolder());
  onTestFinished(() => made.stop());
  return made;
}

/** The next write fails; the database that is opened again for it stays closed until the test says so. */
function failOnce(): { readonly reopening: Promise<void>; opened(): void } {
  const opened = Promise.withResolvers<void>();
  onTestFinished(() => opened.resolve());
  const reopening = Promise.withResolvers<void>();
  const open = Level.prototype.open;
  vi.spyOn(Level.prototype, 'open').mockImplementation(async function (this: Level, options: OpenOptions) {
    reopening.resolve();
    await opened.promise;
    await open.call(this, options);
  });
  vi.spyOn(LevelHandle.prototype, 'write').mockRejectedValueOnce(new Error('IO error: Input/output error'));
  return { reopening: reopening.promise, opened: () => opened.resolve() };
}

/** As while the database is reopened after a failure of the disk: for a moment nothing can be read. */
it('an acknowledgement that comes while the store cannot be read is had once more, and nobody falls', async () => {
  const { a, b, connect } = await world();
  connect();
  await a.send('before');
  await until('the link carries', () => a.states()[0] === STATE.delivered);
  const scan = a.store.scan.bind(a.store);
  let failed = 0;
  vi.spyOn(a.store, 'scan').mockImplementation((table, ...rest) => {
    // By which path it went is looked up when it is delivered.
    if (table !== 'paths' || failed === 3) return scan(table, ...rest);
    failed += 1;
    throw new MiyuError('store-failed', { retryAfterMs: 250 });
  });
  await a.send('x'.repeat(60_000));
  await until('delivered in the end', () => failed === 3 && a.states()[1] === STATE.delivered);
  expect(b.texts().map(({ length }) => length)).toEqual([6, 60_000]);
});

it(
  'a lane that cannot be read again is loaded whole later, and takes nothing meanwhile',
  { timeout: 60_000 },
  async () => {
    const { a, b, mailboxes } = await world();
    await b.send('first');
    await until('there', () => a.texts().length === 1);
    // It waits at the mailbox, and its row is too long to be kept in memory.
    mailboxes.hold(b.own.account);
    const long = 'x'.repeat(60_000);
    await a.send(long);
    await until('stored', () => a.states().at(-1) === STATE.stored);
    // Nobody waits for that to be on disk, and on a busy machine it is not yet: what is committed behind it takes it along.
    await a.store.commit([{ op: 'delete', table: 'profile', id: ONE_GROUP, seq: 999n }]);

    const { reopening, opened } = failOnce();
    await expect(a.send('not kept')).rejects.toMatchObject({ code: 'store-failed' });
    await reopening;
    const [lane] = a.messaging.lanes();
    await expect(a.send('not kept either')).rejects.toMatchObject({ code: 'store-failed' });
    await until('adrift', () => lane?.isAdrift);
    await b.send('meanwhile');
    a.messaging.mailWaiting();
    await expect(a.send('nor this')).rejects.toMatchObject({ code: 'store-failed' });
    expect(mailboxes.waiting(a.own.account)).toBe(1);
    opened();

    await until('loaded', () => a.store.healthy() && lane?.isAdrift === false);
    expect(a.states()).toEqual([STATE.stored]);
    mailboxes.release(b.own.account);
    b.messaging.mailWaiting();
    await a.send('after');
    await until('both ways', () => a.texts().length === 2 && b.texts().length === 2);
    expect(a.sent()).toEqual([long, 'after']);
    expect(a.texts()).toEqual(['first', 'meanwhile']);
    expect(b.texts()).toEqual([long, 'after']);
    await until('told', () => a.states().every((state) => state >= STATE.delivered));
  },
);

it(
  'a link that ends, and one that comes and ends, while nothing can be read, is noticed, and the next one carries',
  { timeout: 60_000 },
  async () => {
    const { a, b, mailboxes, connect, cut } = await world();
    mailboxes.hold(b.own.account);
    const long = 'x'.repeat(60_000);
    await a.send(long);
    await until('stored', () => a.states()[0] === STATE.stored);
    const { reopening, opened } = failOnce();
    await expect(a.send('not kept')).rejects.toMatchObject({ code: 'store-failed' });
    await reopening;
    const [lane] = a.messaging.lanes();
    const isOnline = (): boolean => a.messaging.presence(b.own.account).presence === 'online';
    await expect(a.send('nor this')).rejects.toMatchObject({ code: 'store-failed' });
    await until('adrift', () => lane?.isAdrift);
    for (const round of ['first', 'second']) {
      connect();
      await until(`the ${round} link is there`, isOnline);
      cut();
      await until(`the end of the ${round} is noticed`, () => !isOnline());
    }
    expect(lane?.isAdrift).toBe(true);
    opened();
    await until('loaded', () => a.store.healthy() && lane?.isAdrift === false);

    connect();
    await a.send('after');
    await b.send('and back');
    await until('both ways', () => a.texts().length === 1 && b.texts().length === 2);
    expect(b.texts()).toEqual([long, 'after']);
  },
);
