/** Deleting a history while messages come, go and are acknowledged. */
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { HistoryRow } from '../../../node/core/generated/rows.js';
import { STATE } from '../../../node/core/rows.ts';
import { textOf } from '../../../node/flows/messaging.ts';
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

const rows = (party: Party, friend: Party): (string | undefined)[] =>
  party.store
    .scan('history', friend.own.account, { limit: 1_000 })
    .map(({ value }) => textOf(HistoryRow.decode(value)));

it('takes what is there and leaves what comes; a late acknowledgement brings nothing back', async () => {
  const { a, b, connect, mailboxes } = await world();
  mailboxes.away = true;
  for (let i = 0; i < 3; i += 1) await a.send(`old ${i}`);
  const clearing = a.messaging.clearHistory(b.own.account);
  const sent = a.send('new');
  await Promise.all([clearing, sent]);
  expect(rows(a, b)).toEqual(['new']);
  mailboxes.away = false;
  connect();
  // What was deleted here is delivered all the same.
  await until('there', () => b.texts().length === 4);
  await until('acknowledged', () => a.states().every((state) => state === STATE.delivered));
  await a.store.commit([]);
  expect(b.texts()).toEqual(['old 0', 'old 1', 'old 2', 'new']);
  expect(rows(a, b)).toEqual(['new']);
});

it('goes on where it was interrupted', async () => {
  const { a, b, connect } = await world();
  connect();
  for (let i = 0; i < 3; i += 1) await a.send(`old ${i}`);
  await until('there', () => b.texts().length === 3 && a.states().every((state) => state === STATE.delivered));
  await a.store.commit([]);
  const writes = holdWrites();
  const clearing = a.messaging.clearHistory(b.own.account);
  await until('asked the disk', () => writes.length === 1);
  writes[0]!.end();
  await until('asked for the rows', () => writes.length === 2);
  writes[1]!.fail(new Error('IO error: Input/output error'));
  await expect(clearing).rejects.toMatchObject({ code: 'store-failed' });
  vi.restoreAllMocks();
  await until('healed', () => a.store.healthy());
  expect(rows(a, b)).toHaveLength(3);
  await a.restart();
  await a.messaging.resumeClearing();
  expect(rows(a, b)).toEqual([]);
});
