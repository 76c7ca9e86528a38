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
  const events = eventsSince(party.store, 0, limit);
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
  expect(all(b, 2)).toMatchObject([{ cursor: 6, event: { type: 'message', message: { text: 'after' } } }]);
  // States are told without the message: the sender's own are all there.
  const states = all(a).filter(({ event }) => event.type === 'message-state');
  expect(states.length).toBeGreaterThanOrEqual(5);
});
