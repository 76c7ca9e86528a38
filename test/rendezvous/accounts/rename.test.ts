/** Another name for an account: its own next statement, the directory in one step with it, the old name nobody's for a time. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openLevelStore } from '../../../rendezvous/store/level-store.ts';
import type { Store } from '../../../rendezvous/store/store.ts';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { openIdentityChain } from '../../../shared/crypto/statements.ts';
import { makeNextStatement, type ChainChange } from '../../../shared/transparency/chain-statements.ts';
import { nameKey } from '../../../shared/transparency/map-entries.ts';
import type { Signed } from '../../../shared/wire/generated/identity.js';
import { reservedNames } from '../../../rendezvous/accounts/reserved.ts';
import { LogClient } from '../../support/log-client.ts';
import { RawPerson, type RawConnection } from '../../support/raw-client.ts';
import { refusal } from '../../support/refusals.ts';
import { movableClock, startTestServer } from '../../support/rendezvous.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** A person who knows the own chain. */
class Renamer {
  readonly person: RawPerson;
  readonly chain: Signed[];

  constructor(name: string) {
    this.person = new RawPerson(name);
    this.chain = [this.person.statement];
  }

  next(change: ChainChange, identity = this.person.identity): Signed {
    return makeNextStatement(openIdentityChain(this.chain), identity, change, systemRandom(16));
  }

  async rename(connection: RawConnection, name: string): Promise<void> {
    const statement = this.next({ kind: 'name', name });
    await connection.ask('rename', { statements: [...this.chain.slice(1), statement] });
    this.chain.push(statement);
  }
}

/** A loaded machine does not shake a hundred hands at once. */
async function inTens<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let i = 0; i < all.length; i += 10) done.push(...(await Promise.all(all.slice(i, i + 10).map(work))));
  return done;
}

async function world(settings: Parameters<typeof startTestServer>[0] = {}) {
  const clock = movableClock();
  let store: Store | undefined;
  const { server } = await startTestServer(
    { nameHoldDays: 10, ...settings },
    { clock, openStore: async (folder) => (store = await openLevelStore(folder)) },
  );
  const li = new Renamer('Lixiaolong');
  const home = await li.person.register(server);
  const other = await new RawPerson('wang').register(server);
  const registers = (name: string): Promise<unknown> => new RawPerson(name).register(server);
  return { clock, server, store: store!, li, home, other, registers };
}

test('is a leaf of the log: proven under the account and the new name, and the old one is let go', async () => {
  const { server, li, home, other } = await world();
  const log = new LogClient(server);
  const { size } = await log.head(other);
  await li.rename(home, 'Longxiaoli');
  const entry = sha256(li.chain[1]!.payload);
  const { account } = li.person;
  expect(await log.byAccount(other, account)).toMatchObject({ account, entry, sequence: 1n, released: false });
  expect(await log.byName(other, 'Longxiaoli')).toMatchObject({ account, entry, released: false });
  expect(await log.prove(other, nameKey(server.server, 'Lixiaolong'))).toMatchObject({ account, released: true });
  // The statement, and the map as it is then.
  expect(log.kept!.size).toBe(size + 2);
});

test('keeps the account, and is found under the new name alone; the chain that is shown stays short', async () => {
  const { clock, li, home, other, store } = await world();
  const { account } = li.person;
  await li.rename(home, 'Longxiaoli');
  const found = await other.ask('lookup', { name: 'longxiaoli' });
  expect(found.account).toEqual(account);
  expect(openIdentityChain(found.statements)).toMatchObject({ account, name: 'Longxiaoli', sequence: 1n });
  expect((await refusal(other.ask('lookup', { name: 'Lixiaolong' }), 'name-held')).field).toBe('name');
  for (const name of ['Zhongli', 'Weili']) {
    clock.advance(31 * DAY_MS);
    await li.rename(home, name);
  }
  const { statements } = await other.ask('lookup', { account });
  expect(statements).toEqual([li.chain[0], li.chain[3]]);
  expect(openIdentityChain(statements)).toMatchObject({ account, name: 'Weili', sequence: 3n });
  expect(await store.count('names')).toBe(2);
  expect(await store.count('skeletons')).toBe(2);
});

test('the old name is nobody’s for a time, nor what looks like it, but its owner may take it back', async () => {
  const { clock, server, li, home, store, registers } = await world();
  await li.rename(home, 'Longxiaoli');
  expect((await refusal(registers('LIXIAOLONG'), 'name-held')).field).toBe('name');
  await refusal(registers('Lìxiaolong'), 'name-look-alike');
  const wei = new Renamer('Wei');
  const weis = await wei.person.register(server);
  expect((await refusal(wei.rename(weis, 'Lixiaolong'), 'name-held')).field).toBe('name');
  await li.rename(home, 'Lixiaolong');
  await refusal(registers('Lixiaolong'), 'name-taken');
  await refusal(registers('Longxiaoli'), 'name-held');
  await li.rename(home, 'Longxiaoli');
  clock.advance(11 * DAY_MS);
  await registers('Lixiaolong');
  // What he let go and what time has given to somebody else is not his any more.
  clock.advance(31 * DAY_MS);
  await refusal(li.rename(home, 'Lixiaolong'), 'name-taken');
  await server.sweep();
  expect(await store.count('held')).toBe(0);
});

test('an own name in another spelling, or one that looks like it, is no stranger’s', async () => {
  const { li, home, registers, other } = await world();
  await li.rename(home, 'LiXiaoLong');
  expect(openIdentityChain((await other.ask('lookup', { name: 'lixiaolong' })).statements).name).toBe('LiXiaoLong');
  await li.rename(home, 'Lixiao1ong');
  await refusal(registers('Lixiaolong'), 'name-look-alike');
  await refusal(other.ask('lookup', { name: 'Lixiaolong' }), 'name-held');
  await li.rename(home, 'Wholly-other');
  await refusal(registers('Lixiaolong'), 'name-held');
  await refusal(registers('Lixiao1ong'), 'name-held');
});

test.each([
  ['name-taken', 'Wang'],
  ['name-look-alike', 'wáng'],
  ['name-reserved', 'Adm1n'],
  ['name-reserved', '客服'],
  ['name-reserved', 'the-b0ss'],
  ['name-too-long', 'abcdefghijklmnop'],
  ['name-characters', 'not a name'],
  ['name-mixed-scripts', 'pаypal'],
] as const)('refuses by %s the name %j, as a registration does', async (code, name) => {
  const { server, li, home } = await world({ maxNameLength: 12, reservedNames: ['TheBoss'] });
  expect((await refusal(li.rename(home, name), code)).field).toBe('name');
  const late = new RawPerson(name);
  expect((await refusal(late.registerOn(await late.greet(server)), code)).field).toBe('name');
  expect(await home.ask('knows', {})).toMatchObject({ nameKey: 'lixiaolong', formerNames: [] });
});

test('who had a name before it was reserved keeps it, signs in by it and registers it again', async () => {
  const target = await startTestServer();
  const boss = new RawPerson('boss');
  await boss.register(target.server);
  const { server } = await target.restart({ reservedNames: ['boss'] });
  const home = await boss.login(server);
  expect((await home.ask('lookup', { name: 'boss' })).account).toEqual(boss.account);
  expect(await boss.registerOn(home)).toEqual({ account: boss.account });
  await refusal(new RawPerson('B0ss').register(server), 'name-reserved');
});

test('three times in thirty days, and it is told when it may be again', async () => {
  const { clock, li, home } = await world();
  await li.rename(home, 'First-one');
  clock.advance(DAY_MS);
  for (const name of ['Second-one', 'Third-one']) await li.rename(home, name);
  const limited = await refusal(li.rename(home, 'Fourth-one'), 'rename-limited');
  expect(limited.detail).toBe(3);
  expect(limited.retryAfterMs).toBeGreaterThan(28.9 * DAY_MS);
  expect(limited.retryAfterMs).toBeLessThanOrEqual(29 * DAY_MS);
  clock.advance(limited.retryAfterMs!);
  await li.rename(home, 'Fourth-one');
});

test('takes the account’s own next statement and no other', async () => {
  const { li, home, server } = await world();
  const wei = new Renamer('wei');
  const weis = await wei.person.register(server);
  const send = (...statements: Signed[]): Promise<unknown> => home.ask('rename', { statements });
  expect((await refusal(send(), 'malformed')).field).toBe('statements');
  await refusal(home.ask('rename', { statements: Array.from({ length: 64 }, () => li.chain[0]!) }), 'malformed');
  await refusal(send(wei.next({ kind: 'name', name: 'Stolen' })), 'statement-invalid');
  await refusal(send(li.next({ kind: 'name', name: 'Stolen' }, wei.person.identity)), 'statement-invalid');
  await refusal(send(li.next({ kind: 'delete' })), 'statement-invalid');
  await refusal(send(li.next({ kind: 'device', device: li.person.device.id, epoch: 4n })), 'statement-invalid');
  const [one, two] = [li.next({ kind: 'name', name: 'One' }), li.next({ kind: 'name', name: 'Two' })];
  await send(one);
  // Again: nothing changes. Another one in its place: the chain does not fork.
  await send(one);
  await refusal(send(two), 'statement-invalid');
  await refusal(send({ ...one, payload: two.payload }), 'statement-invalid');
  await refusal(
    new RawPerson('guest').introduce(server).then((guest) => guest.ask('rename', { statements: [one] })),
    'not-signed-in',
  );
  await refusal(weis.ask('rename', { statements: [one] }), 'statement-invalid');
  expect((await home.ask('knows', {})).formerNames).toHaveLength(1);
});

test('of a chain whose end the server lacks it takes all that is missing, as one rename', async () => {
  const { li, home, other } = await world();
  for (const name of ['One', 'Two', 'Three', 'Four']) li.chain.push(li.next({ kind: 'name', name }));
  await home.ask('rename', { statements: li.chain.slice(1) });
  expect((await other.ask('lookup', { name: 'four' })).statements).toEqual([li.chain[0], li.chain[4]]);
  await refusal(other.ask('lookup', { name: 'Three' }), 'unknown-account');
  expect((await home.ask('knows', {})).formerNames).toHaveLength(1);
});

test(
  'a hundred want one name at once, by renaming and by registering: one has it, and the directory is whole',
  { timeout: 120_000 },
  async () => {
    const { server, store } = await world();
    const names = ['paypal', 'PayPal', 'paypa1', 'раураӏ'];
    const people = Array.from(
      { length: 40 },
      (_, i) => new Renamer(`person-${String.fromCharCode(97 + Math.floor(i / 8), 97 + (i % 8))}`),
    );
    const connections = await inTens(people, ({ person }) => person.register(server));
    const others = Array.from({ length: 60 }, (_, i) => new RawPerson(names[i % names.length]!));
    const greeted = await inTens(others, (person) => person.greet(server));
    const outcomes = await Promise.allSettled([
      ...people.map((each, i) => each.rename(connections[i]!, names[i % names.length]!)),
      ...others.map((person, i) => person.registerOn(greeted[i]!)),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { accounts } = await server.status();
    expect([await store.count('names'), await store.count('skeletons')]).toEqual([accounts, accounts]);
  },
);

test('two of one’s own renames at once: the chain takes one', async () => {
  const { li, home, other } = await world();
  const statements = ['Left', 'Right'].map((name) => li.next({ kind: 'name', name }));
  const outcomes = await Promise.allSettled(
    statements.map((statement) => home.ask('rename', { statements: [statement] })),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const { statements: shown } = await other.ask('lookup', { account: li.person.account });
  expect(openIdentityChain(shown).sequence).toBe(1n);
});

test('a reserved name is refused in whatever case, with look-alike letters and separators', () => {
  const reserved = reservedNames(['Team-A']);
  const disguises: Readonly<Record<string, string>> = { o: '0', i: '1', l: 'ⅼ', a: 'а', e: 'е', s: 'ѕ' };
  fc.assert(
    fc.property(
      fc.constantFrom('admin', 'support', 'system', 'miyu', 'teama', '管理员', '密语'),
      fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
      fc.array(fc.constantFrom('', '-', '_', '.'), { minLength: 16, maxLength: 16 }),
      fc.boolean(),
      (name, swaps, separators, upper) => {
        const dressed = Array.from(name)
          .map((letter, i) => (swaps[i] === true ? (disguises[letter] ?? letter) : letter) + (separators[i] ?? ''))
          .join('');
        expect(reserved.has(upper ? dressed.toUpperCase() : dressed)).toBe(true);
      },
    ),
  );
  for (const name of ['administrating', 'li', '小明', 'supporters', 'miyuki', 'systema'])
    expect(reserved.has(name)).toBe(false);
});
