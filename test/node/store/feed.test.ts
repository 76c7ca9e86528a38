import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { KEPT_EVENTS } from '../../../node/store/feed.ts';
import type { FeedEvent, Op } from '../../../node/store/peer-store.ts';
import { openPeerStore } from '../../../node/store/store.ts';
import { temporaryFolder } from '../../support/storage.ts';

const KEY = Buffer.alloc(32, 9);
const event = (text: string): Op => ({ op: 'event', value: Buffer.from(text) });
const texts = (events: readonly FeedEvent[] | 'snapshot-required'): unknown =>
  events === 'snapshot-required'
    ? events
    : events.map(({ cursor, value }) => `${cursor}=${Buffer.from(value).toString()}`);

test('events have the next cursors and are given from any of them on, also after opening again', async () => {
  const folder = await temporaryFolder();
  let store = await openPeerStore(folder, KEY);
  expect(store.cursor()).toBe(0n);
  expect(store.since(0n, 10)).toEqual([]);
  expect(store.since(1n, 10)).toBe('snapshot-required');
  await store.commit([event('a'), event('b')]);
  await store.commit([event('c')]);
  expect(store.cursor()).toBe(3n);
  expect(texts(store.since(0n, 10))).toEqual(['1=a', '2=b', '3=c']);
  expect(texts(store.since(1n, 1))).toEqual(['2=b']);
  expect(store.since(3n, 10)).toEqual([]);
  expect(store.since(4n, 10)).toBe('snapshot-required');
  await store.close();
  store = await openPeerStore(folder, KEY);
  expect(store.cursor()).toBe(3n);
  expect(texts(store.since(2n, 10))).toEqual(['3=c']);
  await store.commit([event('d')]);
  expect(texts(store.since(2n, 10))).toEqual(['3=c', '4=d']);
  expect(() => store.since(0n, 0)).toThrow(RangeError);
  await store.close();
});

test('listeners hear of events after they are on disk, in order, until they end; one that throws harms nobody', async () => {
  const errors: unknown[] = [];
  const store = await openPeerStore(await temporaryFolder(), KEY, { onListenerError: (error) => errors.push(error) });
  const heard: string[] = [];
  const end = store.onEvents((events) => {
    expect(store.cursor()).toBe(events.at(-1)!.cursor);
    heard.push(...(texts(events) as string[]));
  });
  store.onEvents(() => {
    throw new Error('a face that fails');
  });
  const commits: Promise<unknown>[] = [];
  for (let at = 1; at <= 20; at += 1) {
    commits.push(store.commit([event(`e${at}`)]));
    // Not visible before it is on disk.
    expect(store.cursor()).toBeLessThan(BigInt(at));
    if (at % 5 === 0) await turn();
  }
  await Promise.all(commits);
  await turn();
  expect(heard).toEqual(Array.from({ length: 20 }, (_, at) => `${at + 1}=e${at + 1}`));
  expect(errors.length).toBeGreaterThan(0);
  end();
  end();
  await store.commit([event('unheard')]);
  await store.close();
  expect(heard).toHaveLength(20);
});

test('what waits for a batch goes first, then the listeners are told; nobody is told of what came before he listened', async () => {
  const store = await openPeerStore(await temporaryFolder(), KEY);
  const order: string[] = [];
  store.onEvents((events) => order.push(...(texts(events) as string[])));
  await store.commit([event('first')]).then(() => order.push('committed'));
  expect(order).toEqual(['committed']);
  // Durable, and not told yet: a reader has it, and a new listener is not told of it again.
  expect(texts(store.since(0n, 10))).toEqual(['1=first']);
  const late: string[] = [];
  store.onEvents((events) => late.push(...(texts(events) as string[])));
  await turn();
  expect(order).toEqual(['committed', '1=first']);
  const last = store.commit([event('last')]);
  await store.close();
  await last;
  expect(order).toEqual(['committed', '1=first', '2=last']);
  expect(late).toEqual(['2=last']);
});

test('keeps the newest events and asks for a snapshot beyond them', async () => {
  const folder = await temporaryFolder();
  const store = await openPeerStore(folder, KEY);
  const total = Number(KEPT_EVENTS) + 250;
  for (let at = 0; at < total; at += 250) {
    await store.commit(Array.from({ length: 250 }, (_, one) => event(String(at + one + 1))));
  }
  expect(store.cursor()).toBe(BigInt(total));
  expect(store.since(249n, 1)).toBe('snapshot-required');
  expect(texts(store.since(250n, 1))).toEqual(['251=251']);
  expect(texts(store.since(BigInt(total) - 1n, 5))).toEqual([`${total}=${total}`]);
  expect((await store.check()).find(({ table }) => table === 'feed')).toMatchObject({
    rows: Number(KEPT_EVENTS),
    countMatches: true,
    digestMatches: true,
  });
  await store.close();
});
