/** An account that its owner ends: nothing of it is left, its name is nobody's for a time, and friends are told. */
import { expect, test } from 'vitest';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { sha256, utf8 } from '../../../shared/crypto/hash.ts';
import { openLevelStore } from '../../../rendezvous/store/level-store.ts';
import { TABLES, type Store } from '../../../rendezvous/store/store.ts';
import { RawDevice, RawPerson } from '../../support/raw-client.ts';
import { refusal } from '../../support/refusals.ts';
import { movableClock, startTestServer } from '../../support/rendezvous.ts';
import { startProcess } from '../server/process.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

async function peopled() {
  const clock = movableClock();
  let store: Store | undefined;
  const { server } = await startTestServer(
    { nameHoldDays: 3 },
    { clock, openStore: async (folder) => (store = await openLevelStore(folder)) },
  );
  const [li, wang, zhao] = [new RawPerson('Lixiaolong'), new RawPerson('wang'), new RawPerson('zhao')] as const;
  const home = await li.introduce(server);
  await li.registerOn(home, { email: 'li@example.org' });
  const [friend, other] = [await wang.register(server), await zhao.register(server)];
  await home.ask('publishPrekeys', li.prekeys(5));
  await home.ask('publishAddress', { record: li.addressRecord(7n) });
  await home.ask('putGrant', { grant: li.grant(wang.account) });
  await friend.ask('putGrant', { grant: wang.grant(li.account) });
  await other.ask('sendFriendRequest', { to: li.account, sealed: systemRandom(700) });
  await home.ask('sendFriendRequest', { to: zhao.account, sealed: systemRandom(700) });
  await home.ask('setBlock', { account: zhao.account, blocked: true });
  await home.ask('createToken', {});
  for (let n = 0; n < 150; n += 1) await friend.ask('deposit', { owner: li.account, envelope: li.envelope(300) });
  await home.ask('putVault', { record: systemRandom(192), sealed: systemRandom(900), version: 1n });
  return { clock, server, store: store!, li, wang, home, friend, other };
}

async function mentions(store: Store, person: RawPerson): Promise<string[]> {
  const { identity, account, device } = person;
  const needles = [account, identity.signing.publicKey, device.id, utf8('lixiaolong'), utf8('li@example.org')];
  const found: string[] = [];
  for (const table of TABLES) {
    for (const { key, value } of await store.scan(table, { limit: 10_000 })) {
      const row = Buffer.concat([key, Buffer.from([0]), value]);
      if (needles.some((needle) => row.includes(Buffer.from(needle)))) found.push(table);
    }
  }
  return found;
}

test('goes from every table at once, and its connections with it', async () => {
  const { server, store, li, wang, home, friend, other } = await peopled();
  const second = await li.login(server, 1n);
  expect(new Set(await mentions(store, li)).size).toBeGreaterThan(10);
  expect(
    (await refusal(home.ask('deleteAccount', { ...li.deletion(), account: wang.account }), 'malformed')).field,
  ).toBe('account');
  await refusal(friend.ask('deleteAccount', li.deletion()), 'malformed');
  await refusal(home.ask('deleteAccount', { account: li.account }), 'malformed');
  // Nobody's word but the owner's, and nobody is signed out by it.
  await refusal(home.ask('deleteAccount', { account: li.account, statement: li.statement }), 'statement-invalid');
  await refusal(home.ask('deleteAccount', { ...wang.deletion(), account: li.account }), 'statement-invalid');

  await home.ask('deleteAccount', li.deletion());
  // The log keeps the id, and hashes: whoever saw them can see that they were not taken back.
  expect(new Set(await mentions(store, li))).toEqual(new Set(['map-pages']));
  for (const table of ['prekeys', 'one-time', 'addresses', 'mail', 'tokens', 'vaults', 'guests'] as const) {
    expect([table, await store.count(table)]).toEqual([table, 0]);
  }
  expect(await store.scan('requests', { limit: 10 })).toEqual([]);
  expect((await store.check()).every((report) => report.damagedRows === 0 && report.countMatches)).toBe(true);
  expect((await second.channel.closed)?.code ?? 'ended').toBeTypeOf('string');
  await refusal(home.ask('drain', {}), 'not-signed-in');

  // Friends hear what they hear of any account that is not there.
  await refusal(friend.ask('deposit', { owner: li.account, envelope: li.envelope() }), 'no-mailbox');
  await refusal(friend.ask('lookup', { account: li.account }), 'unknown-account');
  await refusal(friend.ask('lookup', { name: 'Lixiaolong' }), 'name-held');
  await refusal(friend.ask('fetchPrekeys', { account: li.account }), 'unknown-account');
  await refusal(friend.ask('sendFriendRequest', { to: li.account, sealed: systemRandom(9) }), 'unknown-account');
  await refusal(li.login(server), 'unknown-account');
  expect((await other.ask('listFriendRequests', {})).requests).toEqual([]);
});

test('leaves its name to nobody for a time, itself included; then the name is free', async () => {
  const { clock, server, store, li, home } = await peopled();
  await home.ask('deleteAccount', li.deletion());
  const again = (name: string): Promise<unknown> => new RawPerson(name, new RawDevice()).register(server);
  await refusal(again('LIXIAOLONG'), 'name-held');
  // Like it but for an accent.
  await refusal(again('Lìxiaolong'), 'name-look-alike');
  await refusal(li.register(server), 'name-held');
  clock.advance(3 * DAY_MS - 60_000);
  await refusal(again('Lixiaolong'), 'name-held');
  clock.advance(2 * 60_000);
  const next = new RawPerson('Lixiaolong');
  await next.register(server);
  await server.sweep();
  expect(await store.count('held')).toBe(0);
  expect(sha256(next.account)).not.toEqual(sha256(li.account));
});

test('takes in nothing that was on its way', async () => {
  const { server, store, li, home, friend } = await peopled();
  const deposits = Array.from({ length: 60 }, () =>
    friend.ask('deposit', { owner: li.account, envelope: li.envelope(300) }).catch(() => undefined),
  );
  const gone = home.ask('deleteAccount', li.deletion());
  const late = Array.from({ length: 60 }, () =>
    friend.ask('deposit', { owner: li.account, envelope: li.envelope(300) }).catch(() => undefined),
  );
  await Promise.all([gone, ...deposits, ...late]);
  await refusal(friend.ask('deposit', { owner: li.account, envelope: li.envelope() }), 'no-mailbox');
  expect([await store.count('mail'), [...new Set(await mentions(store, li))]]).toEqual([0, ['map-pages']]);
  expect(server.addresses().length).toBeGreaterThan(0);
});

test('is gone for good: a server that is killed and started again does not know it', async () => {
  const data = await temporaryFolder();
  const first = await startProcess(data);
  const li = new RawPerson('li');
  const home = await li.register(first.target);
  await home.ask('deleteAccount', li.deletion());
  await first.end('SIGKILL');
  await li.device.stop();
  const { target } = await startProcess(data);
  await refusal(li.login(target), 'unknown-account');
  await refusal(li.register(target), 'name-held');
});
