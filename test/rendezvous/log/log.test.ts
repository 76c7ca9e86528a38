/** The log of the directory through the server's door: what changes is in it, what is asked for is proven, and it goes on for ever. */
import { expect, test } from 'vitest';
import { cp, rename } from 'node:fs/promises';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { toHex } from '../../../shared/ids.ts';
import { accountKey, nameKey } from '../../../shared/transparency/map-entries.ts';
import { openTreeHead } from '../../../shared/transparency/tree-head.ts';
import { judgeFriendsHead } from '../../../shared/transparency/view.ts';
import { splitHashes } from '../../../shared/transparency/proof-bytes.ts';
import { MAX_HEAD_AGE_MS, SIGN_HEAD_EVERY_MS } from '../../../shared/wire/limits.ts';
import { openLevelStore } from '../../../rendezvous/store/level-store.ts';
import type { Store } from '../../../rendezvous/store/store.ts';
import { LogClient } from '../../support/log-client.ts';
import { RawPerson } from '../../support/raw-client.ts';
import { refusal } from '../../support/refusals.ts';
import { movableClock, startTestServer } from '../../support/rendezvous.ts';
import { until } from '../../support/until.ts';

test('whoever is looked up is proven, by name and by account, from whatever head the asker keeps', async () => {
  const { server } = await startTestServer();
  const asker = new RawPerson('asker');
  const connection = await asker.register(server);
  const log = new LogClient(server);
  const people = Array.from({ length: 30 }, (_, i) => new RawPerson(`person${i}`));
  for (const person of people) {
    await person.register(server);
    const entry = await log.byName(connection, person.name.toUpperCase());
    expect(entry).toMatchObject({ account: person.account, entry: sha256(person.statement.payload), sequence: 0n });
    expect(entry?.released).toBe(false);
  }
  for (const person of people)
    expect((await log.byAccount(connection, person.account))?.account).toEqual(person.account);
  // One that begins with nothing comes to the same head.
  const other = new LogClient(server);
  expect((await other.head(connection)).root).toEqual(log.kept?.root);
  expect(await other.prove(connection, nameKey(server.server, 'nobody'))).toBeUndefined();
});

test('registrations at once are all in it, and nothing is that was refused', async () => {
  const { server } = await startTestServer();
  const connection = await new RawPerson('asker').register(server);
  const log = new LogClient(server);
  const before = await log.head(connection);
  const people = Array.from({ length: 40 }, (_, i) => new RawPerson(`crowd${i % 20}`));
  const connected = await Promise.all(people.map((person) => person.greet(server)));
  const outcomes = await Promise.allSettled(people.map((person, i) => person.registerOn(connected[i]!)));
  const registered = people.filter((_, i) => outcomes[i]?.status === 'fulfilled');
  expect(registered).toHaveLength(20);
  const after = await log.head(connection);
  // A leaf for each, and one for the map behind those that came together.
  expect(after.size - before.size).toBeGreaterThan(20);
  expect(after.size - before.size).toBeLessThanOrEqual(40);
  for (const person of registered) expect(await log.byAccount(connection, person.account)).toBeDefined();
  for (const person of people) {
    if (registered.includes(person)) continue;
    expect(await log.prove(connection, accountKey(server.server, person.account))).toBeUndefined();
  }
  // One that comes alone has both; how many share one is registration-batches.test.ts's.
  await new RawPerson('late').register(server);
  expect((await log.head(connection)).size - after.size).toBe(2);
});

test('an end is in it, signed by the owner, and nobody begins there again', async () => {
  const { server } = await startTestServer({ nameHoldDays: 0 });
  const [li, asker] = [new RawPerson('li'), new RawPerson('asker')];
  const [home, connection] = [await li.register(server), await asker.register(server)];
  const log = new LogClient(server);
  const first = await log.byName(connection, 'li');
  await home.ask('deleteAccount', li.deletion());
  await refusal(connection.ask('lookup', { name: 'li' }), 'unknown-account');
  for (const key of [nameKey(server.server, 'li'), accountKey(server.server, li.account)]) {
    expect(await log.prove(connection, key)).toMatchObject({ released: true, account: li.account, sequence: 1n });
  }
  await refusal(li.register(server), 'account-exists');
  const next = new RawPerson('li');
  await next.register(server);
  const entry = await log.byName(connection, 'li');
  expect(entry?.account).toEqual(next.account);
  expect(entry!.index).toBeGreaterThan(first!.index);
});

test('a head is signed anew when it is a minute old, and never with an earlier time', async () => {
  const clock = movableClock();
  const { server, restart } = await startTestServer({}, { clock });
  const li = new RawPerson('li');
  const connection = await li.register(server);
  const log = new LogClient(server);
  log.now = () => clock.wall();
  const first = await log.head(connection);
  expect((await log.head(connection)).time).toBe(first.time);
  clock.advance(SIGN_HEAD_EVERY_MS + 1);
  const second = await log.head(connection);
  expect(second.time).toBeGreaterThan(first.time);
  expect(second.size).toBe(first.size);
  // A clock that is set back makes no earlier head, in this run or the next.
  clock.advance(-30_000);
  expect((await log.head(connection)).time).toBe(second.time);
  const again = await restart();
  const third = await new LogClient(again.server).head(await li.login(again.server));
  expect([third.time, toHex(third.log)]).toEqual([second.time, toHex(first.log)]);
});

test('a clock that was far ahead: another log, for nobody could believe the one before for so long', async () => {
  const clock = movableClock();
  const { server } = await startTestServer({}, { clock });
  const li = new RawPerson('li');
  const connection = await li.register(server);
  const log = new LogClient(server);
  const first = await log.head(connection);
  clock.advance(10 * 24 * 3_600_000);
  await new RawPerson('future').register(server);
  clock.advance(-10 * 24 * 3_600_000);
  await refusal(connection.ask('logHead', {}), 'busy');
  const fresh = new LogClient(server);
  const next = await until('another log', async () => fresh.head(connection).catch(() => undefined));
  expect(toHex(next.log)).not.toBe(toHex(first.log));
  expect(Math.abs(next.time - Date.now())).toBeLessThan(MAX_HEAD_AGE_MS);
  expect(await fresh.byName(connection, 'future')).toBeDefined();
});

test('a copy of the store in its place: another log, with everybody who is there', async () => {
  const test = await startTestServer();
  const people = Array.from({ length: 5 }, (_, i) => new RawPerson(`person${i}`));
  for (const person of people) await (await person.register(test.server)).close();
  const log = new LogClient(test.server);
  const connection = await people[0]!.login(test.server);
  const first = await log.head(connection);
  await test.stop();
  const { data } = test.settings;
  await cp(data, `${data}-copy`, { recursive: true, preserveTimestamps: true });
  const later = await test.restart();
  await new RawPerson('later').register(later.server);
  expect(toHex((await log.head(await people[0]!.login(later.server))).log)).toBe(toHex(first.log));
  await later.stop();
  await rename(data, `${data}-broken`);
  await rename(`${data}-copy`, data);
  const restored = await later.restart();
  const fresh = new LogClient(restored.server);
  const again = await people[0]!.login(restored.server);
  const next = await fresh.head(again);
  expect(toHex(next.log)).not.toBe(toHex(first.log));
  for (const person of people) expect((await fresh.byName(again, person.name))?.account).toEqual(person.account);
});

test('a store that was set back unseen finds out by the head that a client keeps', async () => {
  let store: Store | undefined;
  const { server } = await startTestServer({}, { openStore: async (folder) => (store = await openLevelStore(folder)) });
  const li = new RawPerson('li');
  const connection = await li.register(server);
  const log = new LogClient(server);
  const row = await store!.get('log', new TextEncoder().encode('log'));
  await new RawPerson('later').register(server);
  const kept = await log.head(connection);
  // As it was before: what a snapshot of the disk brings back.
  await store!.transact(['log'], (tx) => tx.put('log', new TextEncoder().encode('log'), row!));
  await refusal(connection.ask('logHead', { head: kept.signed }), 'busy');
  const fresh = new LogClient(server);
  const next = await until('another log', async () => fresh.head(connection, kept).catch(() => undefined));
  expect(toHex(next.log)).not.toBe(toHex(kept.log));
  expect(await fresh.byName(connection, 'later')).toBeDefined();
});

test('two heads of the past are related to each other', async () => {
  const { server } = await startTestServer();
  const connection = await new RawPerson('a').register(server);
  const log = new LogClient(server);
  const first = await log.head(connection);
  await new RawPerson('b').register(server);
  const second = await log.head(connection);
  await new RawPerson('c').register(server);
  const between = { log: first.log, smaller: BigInt(first.size), greater: BigInt(second.size) };
  const { hashes } = await connection.ask('logBetween', between);
  const view = { server: server.server, kept: openTreeHead(second.signed, server.server) };
  expect(judgeFriendsHead(view, first.signed, splitHashes(hashes, 121)!)).toBe('consistent');
  await refusal(connection.ask('logBetween', { ...between, greater: 99n }), 'log-short');
  await refusal(connection.ask('logBetween', { ...between, log: new Uint8Array(16) }), 'log-other');
  await refusal(connection.ask('logBetween', { ...between, smaller: 0n }), 'malformed');
});

test('pages of former maps are kept for a time and no longer', async () => {
  let store: Store | undefined;
  const { server } = await startTestServer({}, { openStore: async (folder) => (store = await openLevelStore(folder)) });
  const connection = await new RawPerson('asker').register(server);
  const log = new LogClient(server);
  const device = new RawPerson('x').device;
  for (let i = 0; i < 300; i += 1) {
    const person = new RawPerson(`p${i}`, device);
    const home = await person.register(server);
    await home.close();
  }
  await log.head(connection);
  expect(await store!.count('map-old')).toBeLessThanOrEqual(256);
  expect((await store!.check()).every((report) => report.damagedRows === 0 && report.countMatches)).toBe(true);
});
