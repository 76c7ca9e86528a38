/** What the change feed keeps of messages, and how it is read once some of them are gone. */
import { join } from 'node:path';
import { Level } from 'level';
import { expect, it, onTestFinished } from 'vitest';
import { encodeText } from '../../../node/core/content.ts';
import { HistoryRow } from '../../../node/core/generated/rows.js';
import { openPeerStore } from '../../../node/store/store.ts';
import { TABLE_BYTES } from '../../../node/store/tables.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { CONTENT } from '../../../shared/wire/protocols.ts';
import { eventOps, eventsSince, tellMessage, type StepEvent } from '../../../node/flows/events.ts';
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
  // The feed follows what the history shows: it waits for the disk.
  await until('shown, and told', () => b.texts().length === 1 && all(b).length > 0);
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

/** Flips a bit of one history row as it lies on disk, of those in the order of their positions. */
async function damageRow(folder: string, position: number): Promise<void> {
  const db = new Level<Uint8Array, Uint8Array>(join(folder, 'rows'), { keyEncoding: 'view', valueEncoding: 'view' });
  const rows = await db
    .iterator({ gte: Uint8Array.of(TABLE_BYTES.history), lt: Uint8Array.of(TABLE_BYTES.history + 1) })
    .all();
  const [key, value] = rows[position - 1]!;
  value[value.length >> 1]! ^= 1;
  await db.put(key, value, { sync: true });
  await db.close();
}

it('goes on behind a message whose row in the history is damaged', async () => {
  const folder = join(await temporaryFolder(), 'store');
  const key = systemRandom(32);
  const account = systemRandom(32);
  const before = await openPeerStore(folder, key);
  for (const [i, text] of ['first', 'second', 'third'].entries()) {
    const seq = BigInt(i + 1);
    const row = { ...HistoryRow.decode(new Uint8Array(0)), kind: CONTENT.text, body: encodeText(text) };
    const events: StepEvent[] = [];
    tellMessage(events, account, seq, row);
    await before.commit([
      { op: 'insert', table: 'history', id: account, seq, value: HistoryRow.encode(row) },
      ...eventOps(events),
    ]);
  }
  await before.close();
  await damageRow(folder, 2);
  const store = await openPeerStore(folder, key);
  onTestFinished(() => store.close());
  expect(() => store.get('history', account, 2n)).toThrow(expect.objectContaining({ code: 'store-damaged' }) as Error);

  const texts = (since: number, limit: number): string[] => {
    const told = eventsSince({ store, stateOf: (_account, row) => row }, since, limit);
    if (told === 'snapshot-required') throw new Error('the feed begins at its first event');
    return told.map(({ event }) => (event.type === 'message' ? event.message.text : event.type));
  };
  expect(texts(0, 1_000)).toEqual(['first', 'third']);
  // Also where the damaged one is all that a page would hold.
  const [first] = eventsSince({ store, stateOf: (_account, row) => row }, 0, 1) as readonly CursorEvent[];
  expect(texts(first!.cursor, 1)).toEqual(['third']);
});
