/** What the chat says of sent messages: states and paths that follow from the outbox, the paths and what the friend has read. */
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { HistoryRow } from '../../../node/core/generated/rows.js';
import { PATH, STATE } from '../../../node/core/rows.ts';
import { holdWrites } from '../../support/held-writes.ts';
import { createWorld, type Party, type World } from '../../support/message-world.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

afterEach(() => vi.restoreAllMocks());

async function world(): Promise<World> {
  const made = await createWorld(await temporaryFolder());
  onTestFinished(() => made.stop());
  return made;
}

const states = (party: Party, friend: Party): { state: number; path: number; reason: string }[] =>
  party.store.scan('history', friend.own.account, { limit: 1_000 }).map(({ value }) => {
    const row = HistoryRow.decode(value);
    const { state, path } = party.messaging.stateOf(friend.own.account, row);
    return { state, path, reason: row.reason };
  });

const delivered = (party: Party): boolean => party.states().every((state) => state >= STATE.delivered);

it('each message keeps the path that it went by, also after a restart, whatever path others take', async () => {
  const { a, b, connect, cut, mailboxes } = await world();
  const expected: number[] = [];
  for (const path of [PATH.mailbox, PATH.direct, PATH.mailbox, PATH.direct]) {
    if (path === PATH.direct) connect();
    else cut();
    mailboxes.hold(b.own.account);
    for (let i = 0; i < 3; i += 1) await a.send(`by ${path}, ${i}`);
    expected.push(path, path, path);
    if (path === PATH.mailbox) {
      await until('stored', () =>
        a
          .states()
          .slice(-3)
          .every((state) => state === STATE.stored),
      );
      expect(states(a, b).slice(-3)).toEqual(
        Array.from({ length: 3 }, () => ({ state: STATE.stored, path: PATH.mailbox, reason: '' })),
      );
    }
    mailboxes.release(b.own.account);
    b.messaging.mailWaiting();
    await until('delivered', () => delivered(a));
  }
  const told = states(a, b).map(({ path }) => path);
  expect(told.map((path) => (path === PATH.mailbox ? PATH.mailbox : PATH.direct))).toEqual(expected);
  await a.restart();
  expect(states(a, b).map(({ path }) => path)).toEqual(told);
  expect(a.store.scan('paths', b.own.account, { limit: 100 }).length).toBe(4);
});

it('of a friendship that ends, what had not arrived says that it failed', async () => {
  const { a, b, mailboxes } = await world();
  mailboxes.away = true;
  await a.send('never there');
  await a.messaging.contacts.drop(b.own.account, { keepHistory: true });
  expect(states(a, b)).toEqual([{ state: STATE.failed, path: PATH.none, reason: 'not-a-friend' }]);
});

it('texts of one turn are kept or refused as one', async () => {
  const { a, b, connect, mailboxes } = await world();
  mailboxes.away = true;
  const writes = holdWrites();
  const sent = Promise.allSettled(['one', 'two', 'three'].map((text) => a.send(text)));
  await until('asked the disk', () => writes.length === 1);
  writes[0]!.fail(new Error('IO error: No space left on device'));
  expect((await sent).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  vi.restoreAllMocks();
  await until('healed', () => a.store.healthy());
  expect(a.states()).toEqual([]);
  await Promise.all(['four', 'five'].map((text) => a.send(text)));
  mailboxes.away = false;
  connect();
  await until('there', () => b.texts().length === 2);
  expect(b.texts()).toEqual(['four', 'five']);
});

it('a text to somebody who is dropped in the same turn is refused, not lost', async () => {
  const { a, b } = await world();
  const sent = a.send('to nobody');
  const dropped = a.messaging.contacts.drop(b.own.account, { keepHistory: true });
  await expect(sent).rejects.toMatchObject({ code: 'not-a-friend' });
  await dropped;
  expect(a.store.scan('outbox', b.own.account, { limit: 10 })).toEqual([]);
});
