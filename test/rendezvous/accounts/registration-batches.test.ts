/** Registrations that wait at the same time share a transaction; what one of them is refused with is its own. */
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { systemRandom } from '../../../shared/crypto/random.ts';
import type { MiyuError } from '../../../shared/errors.ts';
import { toHex } from '../../../shared/ids.ts';
import { accountKey } from '../../../shared/transparency/map-entries.ts';
import { normaliseName, type NormalName } from '../../../shared/usernames.ts';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { RegistrationBatches } from '../../../rendezvous/accounts/registration-batches.ts';
import { openFirst } from '../../../rendezvous/accounts/registration.ts';
import { reservedNames } from '../../../rendezvous/accounts/reserved.ts';
import { openLevelStore } from '../../../rendezvous/store/level-store.ts';
import { holdWrites } from '../../support/held-writes.ts';
import { LogClient } from '../../support/log-client.ts';
import { RawDevice, RawPerson, type RawConnection, type Target } from '../../support/raw-client.ts';
import { refusal } from '../../support/refusals.ts';
import { startTestServer } from '../../support/rendezvous.ts';
import { temporaryFolder } from '../../support/storage.ts';
import { until } from '../../support/until.ts';
import { engineWith, type OpenStore } from '../server/engines.ts';

/** The real engine, which says what registrations do with it, and holds their transactions where it is told to. */
interface WatchedEngine {
  readonly openStore: OpenStore;
  /** Registrations that were found good and new, up to now: next they wait for their batch. */
  readonly arrived: number;
  /** Accounts in each transaction of registrations. */
  readonly batches: number[];
  /** Thrown where a transaction has this lock. */
  broken: string | undefined;
  shut(): void;
  open(): void;
}

function watchedEngine(): WatchedEngine {
  let gate: PromiseWithResolvers<void> | undefined;
  let arrived = 0;
  const engine: WatchedEngine = {
    openStore: engineWith((real) => ({
      get: (table, key) => {
        if (table === 'accounts') arrived += 1;
        return real.get(table, key);
      },
      transact: async (locks, work) => {
        if (!locks.some((lock) => lock.startsWith('skeleton:'))) return real.transact(locks, work);
        engine.batches.push(locks.filter((lock) => lock.startsWith('account:')).length);
        await gate?.promise;
        if (engine.broken !== undefined && locks.includes(engine.broken)) throw new TypeError('broken by the test');
        return real.transact(locks, work);
      },
    })),
    get arrived() {
      return arrived;
    },
    batches: [],
    broken: undefined,
    shut: () => (gate ??= Promise.withResolvers()),
    open: () => {
      gate?.resolve();
      gate = undefined;
    },
  };
  return engine;
}

type Outcome = PromiseSettledResult<unknown>;

/**
 * Registrations that come one after the other while that of another person is held, so that they are one batch behind it.
 * @param more what that person's registration has besides
 * @returns what became of each
 */
async function inOneBatch(
  engine: WatchedEngine,
  target: Target,
  registrations: readonly (() => Promise<unknown>)[],
  more: Parameters<RawPerson['registerOn']>[1] = {},
): Promise<Outcome[]> {
  const first = new RawPerson(`first-${engine.batches.length}`);
  const connection = await first.greet(target);
  const sent: Promise<unknown>[] = [];
  engine.shut();
  try {
    for (const register of [() => first.registerOn(connection, more), ...registrations]) {
      const { arrived } = engine;
      sent.push(register());
      sent.at(-1)!.catch(() => undefined);
      await until('a registration at the server', () => engine.arrived > arrived);
    }
  } finally {
    engine.open();
  }
  const [firsts, ...outcomes] = await Promise.allSettled(sent);
  expect(firsts!.status).toBe('fulfilled');
  return outcomes;
}

const codes = (outcomes: readonly Outcome[]): string[] =>
  outcomes.map((outcome) =>
    outcome.status === 'fulfilled' ? 'registered' : ((outcome.reason as { code?: string }).code ?? 'no code'),
  );

const fieldsOf = (outcomes: readonly Outcome[]): (string | undefined)[] =>
  outcomes.map((outcome) => (outcome.status === 'fulfilled' ? undefined : (outcome.reason as MiyuError).field));

/** People on connections that are up, and how each registers. */
async function crowd(
  target: Target,
  names: readonly string[],
  more: (i: number) => Parameters<RawPerson['registerOn']>[1] = () => ({}),
): Promise<{ people: RawPerson[]; connections: RawConnection[]; registrations: (() => Promise<unknown>)[] }> {
  const people = names.map((name) => new RawPerson(name));
  const connections = await Promise.all(people.map((person) => person.greet(target)));
  return { people, connections, registrations: people.map((it, i) => () => it.registerOn(connections[i]!, more(i))) };
}

test('many at once share transactions of at most 32, and each of them is in the log', async () => {
  const engine = watchedEngine();
  const { server } = await startTestServer({}, { openStore: engine.openStore });
  const asker = await new RawPerson('asker').register(server);
  const log = new LogClient(server);
  const before = await log.head(asker);
  const names = Array.from({ length: 40 }, (_, i) => `person${i}`);
  const { people, registrations } = await crowd(server, names);
  engine.batches.length = 0;
  expect(codes(await inOneBatch(engine, server, registrations))).toEqual(names.map(() => 'registered'));
  expect(engine.batches).toEqual([1, 32, 8]);
  // A leaf for each, and behind each batch one for the map.
  expect((await log.head(asker)).size - before.size).toBe(41 + 3);
  const leaves = new Set<number>();
  for (const person of people) {
    const byName = await log.byName(asker, person.name);
    expect(byName).toMatchObject({ account: person.account, entry: sha256(person.statement.payload), released: false });
    expect(await log.byAccount(asker, person.account)).toEqual(byName);
    leaves.add(byName!.index);
  }
  expect(leaves.size).toBe(40);
  expect((await server.status()).accounts).toBe(42);
  for (const report of await server.check()) {
    expect(report).toMatchObject({ damagedRows: 0, countMatches: true, digestMatches: true });
  }
});

test('a name, or what looks like it, goes to the first of a batch; the others are refused alone and are not in the log', async () => {
  const engine = watchedEngine();
  const { server } = await startTestServer({}, { openStore: engine.openStore });
  const { people, registrations } = await crowd(server, ['Mike', 'mei', 'mike', 'Rnike', 'MIKE', 'lin']);
  const outcomes = await inOneBatch(engine, server, registrations);
  expect(engine.batches).toEqual([1, 6]);
  expect(codes(outcomes)).toEqual([
    ...['registered', 'registered', 'name-taken', 'name-look-alike', 'name-taken', 'registered'],
  ]);
  expect(fieldsOf(outcomes)).toEqual([undefined, undefined, 'name', 'name', 'name', undefined]);
  const connection = await people[1]!.login(server);
  const log = new LogClient(server);
  expect((await log.byName(connection, 'MIKE'))?.account).toEqual(people[0]!.account);
  for (const [i, person] of people.entries()) {
    const entry = await log.prove(connection, accountKey(server.server, person.account));
    expect(entry?.account).toEqual(outcomes[i]!.status === 'fulfilled' ? person.account : undefined);
  }
  expect((await server.status()).accounts).toBe(4);
});

test('an address goes to the first of a batch', async () => {
  const engine = watchedEngine();
  const { server } = await startTestServer({}, { openStore: engine.openStore });
  const emails = ['li@example.org', 'LI@example.org', 'wang@example.org', ''];
  const { registrations } = await crowd(server, ['li', 'lina', 'wang', 'zhao'], (i) => ({ email: emails[i]! }));
  const outcomes = await inOneBatch(engine, server, registrations);
  expect(engine.batches).toEqual([1, 4]);
  expect(codes(outcomes)).toEqual(['registered', 'email-taken', 'registered', 'registered']);
  expect(fieldsOf(outcomes)[1]).toBe('email');
});

test('a token lets the first of a batch in, and one whose name is refused leaves it to the next', async () => {
  const engine = watchedEngine();
  const { server } = await startTestServer({ tokenRequired: true }, { openStore: engine.openStore });
  const [plug, one, two] = [await server.createToken(), await server.createToken(), await server.createToken()];
  const tokens = [one, one, two, two].map(({ token }) => token);
  const { registrations } = await crowd(server, ['li', 'wang', 'LI', 'zhao', 'none'], (i) => ({
    token: tokens[i] ?? new Uint8Array(0),
  }));
  const outcomes = await inOneBatch(engine, server, registrations, plug);
  expect(codes(outcomes)).toEqual(['registered', 'token-invalid', 'name-taken', 'registered', 'token-required']);
  expect(engine.batches).toEqual([1, 5]);
  expect(await server.listTokens(10)).toHaveLength(0);
});

test('as many of a batch as the server has room for', async () => {
  const engine = watchedEngine();
  const { server } = await startTestServer({ maxAccounts: 3 }, { openStore: engine.openStore });
  const { registrations } = await crowd(server, ['li', 'LI', 'wang', 'zhao', 'lin']);
  const outcomes = await inOneBatch(engine, server, registrations);
  expect(engine.batches).toEqual([1, 5]);
  expect(codes(outcomes)).toEqual(['registered', 'name-taken', 'registered', 'accounts-full', 'accounts-full']);
  expect((await server.status()).accounts).toBe(3);
});

test('the same registration twice in one batch gives both the same answer; from another device it is there already', async () => {
  const engine = watchedEngine();
  const { server } = await startTestServer({}, { openStore: engine.openStore });
  const person = new RawPerson('li');
  const connections = await Promise.all([person.greet(server), person.greet(server)]);
  const elsewhere = await person.greet(server, new RawDevice());
  const outcomes = await inOneBatch(engine, server, [
    () => person.registerOn(connections[0]),
    () => person.registerOn(elsewhere),
    () => person.registerOn(connections[1]),
  ]);
  expect(engine.batches).toEqual([1, 1]);
  expect(codes(outcomes)).toEqual(['registered', 'account-exists', 'registered']);
  for (const i of [0, 2]) expect((outcomes[i] as { value?: unknown }).value).toEqual({ account: person.account });
  // Both are signed in.
  for (const connection of connections)
    expect(await connection.ask('listFriendRequests', {})).toEqual({ requests: [] });
  await refusal(elsewhere.ask('listFriendRequests', {}), 'not-signed-in');
});

test('an account that was deleted does not begin again, and hinders nobody of its batch', async () => {
  const engine = watchedEngine();
  const { server } = await startTestServer({ nameHoldDays: 0 }, { openStore: engine.openStore });
  const gone = new RawPerson('gone');
  await (await gone.register(server)).ask('deleteAccount', gone.deletion());
  engine.batches.length = 0;
  const { registrations } = await crowd(server, ['li', 'wang']);
  const again = await gone.greet(server);
  const sent = [registrations[0]!, () => gone.registerOn(again), registrations[1]!];
  expect(codes(await inOneBatch(engine, server, sent))).toEqual(['registered', 'account-exists', 'registered']);
  expect(engine.batches).toEqual([1, 3]);
});

test('a fault at one of a batch is that one’s alone', async () => {
  const engine = watchedEngine();
  const { server } = await startTestServer({}, { openStore: engine.openStore });
  const { registrations } = await crowd(server, ['li', 'wang', 'LI', 'zhao']);
  engine.broken = 'name:wang';
  const outcomes = await inOneBatch(engine, server, registrations);
  expect(codes(outcomes)).toEqual(['registered', 'server-fault', 'name-taken', 'registered']);
  // Together it did not go; then each for itself.
  expect(engine.batches).toEqual([1, 4, 1, 1, 1, 1]);
  engine.broken = undefined;
  await registrations[1]!();
  expect((await server.status()).accounts).toBe(4);
});

test('a disk that fails fails all of a batch, leaves nothing of it behind, and all of them pass when it is well again', async () => {
  const engine = watchedEngine();
  const { server } = await startTestServer({}, { openStore: engine.openStore });
  const asker = await new RawPerson('asker').register(server);
  const log = new LogClient(server);
  const { people, registrations } = await crowd(server, ['li', 'wang', 'LI', 'zhao']);
  const before = await log.head(asker);
  engine.batches.length = 0;
  const writes = holdWrites();
  onTestFinished(() => void vi.restoreAllMocks());
  const joined = inOneBatch(engine, server, registrations);
  (await until('the write of the first', () => writes[0])).end();
  (await until('the write of the batch', () => writes[1])).fail(new Error('no space, says the test'));
  const outcomes = await joined;
  vi.restoreAllMocks();
  // Who would have had the name is not there: nobody is told that it is taken.
  expect(codes(outcomes)).toEqual(people.map(() => 'server-fault'));
  expect(engine.batches).toEqual([1, 4]);
  const after = await until('a store that is well again', async () => log.head(asker).catch(() => undefined));
  expect(after.size - before.size).toBe(2);
  for (const person of people) {
    expect(await log.prove(asker, accountKey(server.server, person.account))).toBeUndefined();
  }
  expect((await server.status()).accounts).toBe(2);
  for (const [i, register] of registrations.entries()) {
    if (people[i]!.name === 'LI') await refusal(register(), 'name-taken');
    else await until('a registration that passes', async () => register().catch(() => undefined));
  }
  expect((await server.status()).accounts).toBe(5);
  for (const report of await server.check()) expect(report).toMatchObject({ damagedRows: 0, countMatches: true });
});

test('more than may wait are told to come again, and nobody who waits is lost', async () => {
  const store = await openLevelStore(join(await temporaryFolder(), 'store'));
  onTestFinished(() => store.close());
  const held = Promise.withResolvers<void>();
  const ofName = (name: string): Parameters<RegistrationBatches['take']>[0] => {
    const person = new RawPerson(name);
    return {
      identity: openFirst(person.statement),
      device: { version: 1, account: person.account, device: person.device.id, epoch: 1n },
      ...{ statement: person.statement, certificate: person.certificate() },
      ...{ name: normaliseName(name, 32) as NormalName, email: '', token: systemRandom(16), now: 1 },
    };
  };
  const batches = new RegistrationBatches({
    store: { ...store, transact: async (locks, work) => held.promise.then(() => store.transact(locks, work)) },
    policy: {
      ...{ maxNameLength: 32, email: 'off', tokenRequired: false, registrationClosed: false, maxAccounts: 10 },
      reserved: reservedNames([]),
    },
    server: new Uint8Array(38),
    logLock: 'log',
    inLog: (_tx, accounts) => Promise.resolve(accounts.map(() => false)),
    appendNew: () => Promise.resolve(),
  });
  const li = ofName('li');
  const first = batches.take(li);
  const waiting = Array.from({ length: 5_000 }, () => batches.take(li));
  expect((await refusal(batches.take(ofName('wang')), 'busy')).retryAfterMs).toBe(1_000);
  held.resolve();
  expect(await first).toBe(true);
  expect(new Set(await Promise.all(waiting))).toEqual(new Set([false]));
  expect(await batches.take(ofName('wang'))).toBe(true);
  expect(toHex((await store.get('names', new TextEncoder().encode('li')))!)).toBe(toHex(li.identity.account));
});
