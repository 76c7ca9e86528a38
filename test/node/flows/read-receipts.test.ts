/** Read receipts: which sent messages a friend's "read up to" covers, found in a history in which both write and much is gone. */
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
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
