/**
 * Law 2: persist, then send; commit, then acknowledge. Every write of both stores is held by the test, which looks at what has left
 * at each of its steps.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { STATE } from '../../../node/core/rows.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { createWorld, type World } from '../../support/message-world.ts';
import { holdWrites } from '../../support/held-writes.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

afterEach(() => vi.restoreAllMocks());

/** Everything that can happen without another write does happen. */
async function settle(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await turn();
}

/** Two friends with a session that is confirmed on both sides, and nothing under way. */
async function talking(): Promise<World> {
  const world = await createWorld(await temporaryFolder());
  onTestFinished(() => world.stop());
  const { a, b, connect } = world;
  connect();
  await a.send('one');
  await b.send('two');
  const over = (): boolean => [...a.states(), ...b.states()].every((state) => state === STATE.delivered);
  await until('delivered', () => a.texts().length === 1 && b.texts().length === 1 && over());
  // Acknowledgements are written lazily: wait until these are on disk as well.
  await Promise.all([a.store.commit([]), b.store.commit([])]);
  return world;
}

it('nothing of a message leaves before its batch is on disk, and it is acknowledged only when the friend’s is', async () => {
  const { a, b, network } = await talking();
  const sentBefore = network.sent;
  const writes = holdWrites();
  const sent = a.send('three');
  await until('asked the disk', () => writes.length === 1);
  await settle();
  expect(network.sent).toBe(sentBefore);
  // Written, but LevelDB has not said so: still nothing.
  await writes[0]!.begin();
  await settle();
  expect(network.sent).toBe(sentBefore);
  writes[0]!.end();
  await sent;
  await until('sent', () => network.sent === sentBefore + 1);

  // The friend opens it, and its batch is held.
  await until('the friend asked the disk', () => writes.length === 2);
  await writes[1]!.begin();
  await settle();
  expect(a.states().at(-1)).toBe(STATE.queued);
  expect(writes).toHaveLength(2);
  writes[1]!.end();
  // Only now the acknowledgement comes, and is itself written.
  await until('acknowledged', () => writes.length === 3);
  writes[2]!.end();
  await until('delivered', () => a.states().at(-1) === STATE.delivered);
  expect(b.texts()).toEqual(['one', 'three']);
});

it('a message whose batch still waits does not leave with the one before it, over the link or to the mailbox', async () => {
  const { a, b, network, mailboxes, cut } = await talking();
  const sentBefore = network.sent;
  const writes = holdWrites();
  const first = a.send('three');
  await until('asked the disk', () => writes.length === 1);
  const second = a.send('four');
  await settle();
  writes[0]!.end();
  await first;
  await until('the second batch asks the disk', () => writes.length >= 2);
  await until('the first is sent', () => network.sent > sentBefore);
  await settle();
  expect(network.sent).toBe(sentBefore + 1);
  vi.restoreAllMocks();
  for (const write of writes) write.end();
  await second;
  await until('there', () => b.texts().length === 3 && a.states().every((state) => state === STATE.delivered));
  cut();
  mailboxes.hold(b.own.account);
  mailboxes.deposits = 0;
  await settle();
  await Promise.all([a.store.commit([]), b.store.commit([])]);
  const later = holdWrites();
  const third = a.send('five');
  await until('asked the disk', () => later.length === 1);
  const fourth = a.send('six');
  await settle();
  later[0]!.end();
  await third;
  await until('deposited', () => mailboxes.deposits >= 1);
  await settle();
  expect(mailboxes.deposits).toBe(1);
  vi.restoreAllMocks();
  for (const write of later) write.end();
  await fourth;
  mailboxes.release(b.own.account);
  await until('stored', () => mailboxes.deposits === 2);
  b.messaging.mailWaiting();
  await until('all there', () => b.texts().length === 5);
  expect(b.texts()).toEqual(['one', 'three', 'four', 'five', 'six']);
});

it('a message that waits for the disk keeps waiting, and leaves then, where the store refuses the next one', async () => {
  const { a, b, network } = await talking();
  const sentBefore = network.sent;
  const writes = holdWrites();
  const first = a.send('three');
  await until('asked the disk', () => writes.length === 1);
  // So much waits that the store takes no more; it is sound all the same.
  vi.spyOn(a.store, 'commit').mockRejectedValueOnce(new MiyuError('store-failed', { retryAfterMs: 250 }));
  await expect(a.send('refused')).rejects.toMatchObject({ code: 'store-failed' });
  a.messaging.retry(b.own.account);
  await settle();
  expect(network.sent).toBe(sentBefore);
  writes[0]!.end();
  await first;
  await until('sent', () => network.sent === sentBefore + 1);
  vi.restoreAllMocks();
  for (const write of writes) write.end();
  await until('delivered', () => b.texts().length === 2 && a.states().every((state) => state === STATE.delivered));
  await a.send('four');
  await until('there', () => b.texts().length === 3);
  expect(b.texts()).toEqual(['one', 'three', 'four']);
});

it('a batch of the friend that fails acknowledges nothing, and the message comes again', async () => {
  const { a, b, network } = await talking();
  const writes = holdWrites();
  const sent = a.send('three');
  await until('asked the disk', () => writes.length === 1);
  writes[0]!.end();
  await sent;
  await until('the friend asked the disk', () => writes.length === 2);
  writes[1]!.fail(new Error('IO error: Input/output error'));
  await settle();
  expect(a.states().at(-1)).toBe(STATE.queued);
  vi.restoreAllMocks();
  for (const write of writes) write.end();
  await until('healed', () => b.store.healthy());
  network.connected = true;
  a.messaging.retry(b.own.account);
  await until('there', () => b.texts().length === 2);
  await until('delivered', () => a.states().at(-1) === STATE.delivered);
  expect(b.texts()).toEqual(['one', 'three']);
});

it('mail is deleted at the server only when it is on disk here', async () => {
  const { a, b, cut, mailboxes } = await talking();
  cut();
  mailboxes.hold(b.own.account);
  await a.send('three');
  await until('stored', () => mailboxes.waiting(b.own.account) === 1 && a.states().at(-1) === STATE.stored);
  await Promise.all([a.store.commit([]), b.store.commit([])]);

  const writes = holdWrites();
  mailboxes.release(b.own.account);
  b.messaging.mailWaiting();
  await until('asked the disk', () => writes.length === 1);
  await writes[0]!.begin();
  await settle();
  expect(mailboxes.waiting(b.own.account)).toBe(1);
  writes[0]!.end();
  await until('deleted', () => mailboxes.waiting(b.own.account) === 0);
  vi.restoreAllMocks();
  for (const write of writes) write.end();
  expect(b.texts()).toEqual(['one', 'three']);
});
