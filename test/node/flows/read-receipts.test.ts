/** Read receipts: which sent messages a friend's "read up to" covers, found in a history in which both write and much is gone. */
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { HistoryRow } from '../../../node/core/generated/rows.js';
import { DIRECTION, STATE } from '../../../node/core/rows.ts';
import { createWorld, type Party, type World } from '../../support/message-world.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

async function world(): Promise<World> {
  const made = await createWorld(await temporaryFolder());
  onTestFinished(() => made.stop());
  return made;
}

const delivered = (party: Party): boolean => party.states().every((state) => state >= STATE.delivered);
const readCount = (party: Party): number => party.states().filter((state) => state === STATE.read).length;

/** Positions in `party`'s history, of what came in. */
const incoming = (party: Party, friend: Party): bigint[] =>
  party.store
    .scan('history', friend.own.account, { limit: 10_000 })
    .filter(({ value }) => HistoryRow.decode(value).direction === DIRECTION.in)
    .map(({ seq }) => seq);

it('cover what the friend has seen and nothing that came later, whoever wrote in between', async () => {
  const turns = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 4 })), { minLength: 3, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(turns, fc.nat(), async (list, pick) => {
      const { a, b, connect } = await world();
      connect();
      let [sent, total] = [0, 0];
      for (const [fromA, count] of list) {
        for (let i = 0; i < count; i += 1) await (fromA ? a : b).send(`${(total += 1)}`);
        if (fromA) sent += count;
      }
      await until('all there', () => b.texts().length === sent && delivered(a) && delivered(b));
      if (sent === 0) return;
      const seen = 1 + (pick % sent);
      await b.messaging.markRead(a.own.account, incoming(b, a)[seen - 1]!);
      await until('told', () => readCount(a) >= seen);
      expect(a.states()).toEqual(Array.from({ length: sent }, (_, i) => (i < seen ? STATE.read : STATE.delivered)));
      // A second, later one: only what is new changes, up to the end.
      await b.messaging.markRead(a.own.account, incoming(b, a).at(-1)!);
      await until('all read', () => readCount(a) === sent);
    }),
    { numRuns: 8 },
  );
}, 60_000);

it('cover a long history, also where its beginning was deleted', { timeout: 60_000 }, async () => {
  const { a, b, connect } = await world();
  connect();
  await a.send('forgotten');
  await until('there', () => b.texts().length === 1 && delivered(a));
  await a.messaging.clearHistory(b.own.account);
  const count = 1_100;
  await Promise.all(Array.from({ length: count }, (_, i) => a.send(`m${i}`)));
  await until('all there', () => b.texts().length === count + 1 && delivered(a), { timeoutMs: 30_000 });
  await b.messaging.markRead(a.own.account, incoming(b, a).at(-1)!);
  await until('all read', () => readCount(a) === count);
});

it('that were lost are told with the next link, without another message', async () => {
  const { a, b, connect, cut, network } = await world();
  connect();
  for (const text of ['1', '2', '3']) await a.send(text);
  await until('all there', () => b.texts().length === 3 && delivered(a));
  network.carriesNothing = true;
  const before = network.sent;
  await b.messaging.markRead(a.own.account, incoming(b, a)[1]!);
  await until('under way', () => network.sent > before);
  cut();
  network.carriesNothing = false;
  expect(readCount(a)).toBe(0);
  connect();
  await until('told', () => readCount(a) === 2);
  expect(a.states()).toEqual([STATE.read, STATE.read, STATE.delivered]);
});

it('are told by the process that comes after the one that was to tell them', async () => {
  const { a, b, connect, network, mailboxes } = await world();
  connect();
  await a.send('1');
  await until('there', () => b.texts().length === 1 && delivered(a));
  network.carriesNothing = true;
  mailboxes.away = true;
  await b.messaging.markRead(a.own.account, incoming(b, a)[0]!);
  await b.restart();
  network.carriesNothing = false;
  connect();
  await until('told', () => readCount(a) === 1);
});

describe('with the switch off', () => {
  async function readBy(who: 'a' | 'b'): Promise<World> {
    const made = await world();
    const { a, b, connect } = made;
    connect();
    made[who].switches.readReceipts = false;
    await a.send('1');
    await until('there', () => b.texts().length === 1 && delivered(a));
    await b.messaging.markRead(a.own.account, incoming(b, a)[0]!);
    return made;
  }

  /** Both have said where they stand over a new link. */
  async function stoodAgain({ a, b, connect, cut }: World): Promise<void> {
    cut();
    connect();
    await a.send('after');
    await until('after', () => b.texts().length === 2 && delivered(a));
  }

  it('nobody is told, by no way, also not later of what was read meanwhile', async () => {
    const made = await readBy('b');
    await stoodAgain(made);
    expect(readCount(made.a)).toBe(0);
    made.b.switches.readReceipts = true;
    made.cut();
    made.connect();
    await made.a.send('last');
    await until('last', () => made.b.texts().length === 3 && delivered(made.a));
    expect(readCount(made.a)).toBe(0);
    await made.b.messaging.markRead(made.a.own.account, incoming(made.b, made.a).at(-1)!);
    await until('read from now on', () => readCount(made.a) === 3);
  });

  it('one is not told either, until it is on again', async () => {
    const made = await readBy('a');
    await stoodAgain(made);
    expect(readCount(made.a)).toBe(0);
    made.a.switches.readReceipts = true;
    made.cut();
    made.connect();
    await until('told where the friend stands', () => readCount(made.a) === 1);
  });
});
