/** What the change feed keeps of messages, and how it is read once some of them are gone. */
import { expect, it, onTestFinished } from 'vitest';
import { eventsSince } from '../../../node/flows/events.ts';
import type { CursorEvent } from '../../../node/flows/peer.ts';
import { STATE } from '../../../node/core/rows.ts';
import { createWorld, type Party } from '../../support/message-world.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

const CANARY = 'canary-of-the-feed';

function all(party: Party, limit = 1_000): readonly CursorEvent[] {
  const events = eventsSince({ store: party.store, stateOf: party.messaging.stateOf }, 0, limit);
  if (events === 'snapshot-required') throw new Error('the feed begins at its first event');
  return events;
}

it('has no text of its own: what is deleted in the history is gone from it, and the rest is read on', async () => {
  const { a, b, connect, stop } = await createWorld(await temporaryFolder());
  onTestFinished(stop);
  connect();
  for (let i = 0; i < 5; i += 1) await a.send(`${CANARY} ${i}`);
  await until('there', () => b.texts().length === 5 && a.states().every((state) => state === STATE.delivered));

  const told = all(b).map(({ event }) => (event.type === 'message' ? event.message.text : event.type));
  expect(told).toEqual([0, 1, 2, 3, 4].map((i) => `${CANARY} ${i}`));
  const rows = b.store.since(0n, 1_000);
  if (rows === 'snapshot-required') throw new Error('the feed begins at its first event');
  for (const { value } of rows) expect(Buffer.from(value).includes(CANARY)).toBe(false);

  await b.messaging.clearHistory(a.own.account);
  expect(all(b)).toEqual([]);
  await a.send('after');
  await until('shown', () => b.texts().length === 1);
  // Also in pages so small that whole pages are gone.
  expect(all(b, 2)).toMatchObject([{ event: { type: 'message', message: { text: 'after' } } }]);
  // States are told without the messages: the sender's own are all there.
  const ranges = all(a).flatMap(({ event }) =>
    event.type === 'message-state' && event.state === 'delivered' ? [[event.from, event.to]] : [],
  );
  const positions = ranges.flatMap(([from = 0, to = 0]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
  expect(positions).toEqual(expect.arrayContaining([1, 2, 3, 4, 5]));
});

it('texts of one turn are one row, and whoever comes back in its middle gets the rest, once', async () => {
  const { a, b, connect, mailboxes, stop } = await createWorld(await temporaryFolder());
  onTestFinished(stop);
  mailboxes.away = true;
  const count = 150;
  await Promise.all(Array.from({ length: count }, (_, i) => a.send(`text ${i}`)));
  expect(Number(a.store.cursor())).toBeLessThan(count / 10);
  mailboxes.away = false;
  connect();
  await until('there', () => b.texts().length === count && a.states().every((state) => state === STATE.delivered));
  for (const party of [a, b]) {
    const reads = { store: party.store, stateOf: party.messaging.stateOf };
    const everything = all(party);
    const texts = everything.flatMap(({ event }) => (event.type === 'message' ? [event.message.text] : []));
    expect(texts).toEqual(Array.from({ length: count }, (_, i) => `text ${i}`));
    expect(new Set(everything.map(({ cursor }) => cursor)).size).toBe(everything.length);
    for (const [i, { cursor }] of everything.entries()) {
      const rest: CursorEvent[] = [];
      for (let at = cursor; ;) {
        const page = eventsSince(reads, at, 7);
        if (page === 'snapshot-required') throw new Error('all of them are kept');
        if (page.length === 0) break;
        rest.push(...page);
        at = page.at(-1)!.cursor;
      }
      expect(rest).toEqual(everything.slice(i + 1));
    }
  }
});
