/** Tokens that members hand out: bound to whoever made them, listed, taken back, used once under any race. */
import { expect, test } from 'vitest';
import { openLevelStore } from '../../../rendezvous/store/level-store.ts';
import { TABLES, type Store } from '../../../rendezvous/store/store.ts';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { openServerStatement } from '../../../shared/crypto/statements.ts';
import { toHex } from '../../../shared/ids.ts';
import { RawDevice, RawPerson } from '../../support/raw-client.ts';
import { refusal } from '../../support/refusals.ts';
import { movableClock, startTestServer } from '../../support/rendezvous.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

async function world(settings: Parameters<typeof startTestServer>[0] = {}) {
  const clock = movableClock();
  let store: Store | undefined;
  const { server } = await startTestServer(
    { tokenRequired: true, invitesPerAccount: 2, ...settings },
    { clock, openStore: async (folder) => (store = await openLevelStore(folder)) },
  );
  const member = async (name: string) => {
    const person = new RawPerson(name);
    const connection = await person.greet(server);
    await person.registerOn(connection, { token: (await server.createToken()).token });
    return connection;
  };
  const attempt = async (name: string, token: Uint8Array): Promise<unknown> => {
    const person = new RawPerson(name);
    return person.registerOn(await person.greet(server), { token });
  };
  return { clock, server, store: store!, member, attempt };
}

test('each member sees the own tokens, so many and no more, until they expire', async () => {
  const { clock, member } = await world();
  const [ann, bob] = [await member('ann'), await member('bob')];
  const one = await ann.ask('createToken', {});
  clock.advance(1_000);
  const two = await ann.ask('createToken', {});
  expect((await refusal(ann.ask('createToken', {}), 'invites-full')).detail).toBe(2);
  const { tokens, most } = await ann.ask('listTokens', {});
  expect(tokens.map(({ hash }) => toHex(hash))).toEqual([one, two].map(({ token }) => toHex(sha256(token))));
  expect(tokens[0]).toMatchObject({ expiresAt: one.expiresAt });
  expect(Number(tokens[0]!.expiresAt - tokens[0]!.madeAt)).toBe(7 * DAY_MS);
  expect(most).toBe(2);
  expect((await bob.ask('listTokens', {})).tokens).toEqual([]);
  clock.advance(8 * DAY_MS);
  expect((await ann.ask('listTokens', {})).tokens).toEqual([]);
  await ann.ask('createToken', {});
});

test('a token that was taken back lets nobody in, and only its maker takes it back', async () => {
  const { server, member, attempt } = await world();
  const [ann, bob] = [await member('ann'), await member('bob')];
  const { token } = await ann.ask('createToken', {});
  const hash = sha256(token);
  expect((await refusal(bob.ask('revokeToken', { hash }), 'token-invalid')).field).toBe('hash');
  await refusal(ann.ask('revokeToken', { hash: systemRandom(32) }), 'token-invalid');
  expect((await refusal(ann.ask('revokeToken', { hash: token }), 'malformed')).field).toBe('hash');
  await ann.ask('revokeToken', { hash });
  await refusal(attempt('late', token), 'token-invalid');
  expect(await ann.ask('listTokens', {})).toMatchObject({ tokens: [] });
  // The operator takes back anybody's, by what the list shows.
  const other = await ann.ask('createToken', {});
  const [listed] = await server.listTokens(10);
  await refusal(server.revokeToken('ffff'), 'token-invalid');
  await server.revokeToken(listed!.id);
  await refusal(attempt('late', other.token), 'token-invalid');
  await refusal(server.revokeToken(listed!.id), 'token-invalid');
});

test(
  'a hundred use one token at once, and it is taken back meanwhile: one gets in, or none',
  { timeout: 120_000 },
  async () => {
    const { server, store, member } = await world();
    const ann = await member('ann');
    const { token } = await ann.ask('createToken', {});
    const device = new RawDevice();
    // One after another: a loaded machine does not shake a hundred hands at once.
    const people: { person: RawPerson; connection: Awaited<ReturnType<RawPerson['greet']>> }[] = [];
    for (let i = 0; i < 20; i += 1) {
      const person = new RawPerson(`newcomer-${i.toString(36)}x`, device);
      people.push({ person, connection: await new RawPerson('x').greet(server) });
    }
    const requests = people.flatMap(({ person, connection }) =>
      Array.from({ length: 5 }, () => person.registerOn(connection, { token }).then(() => person.name)),
    );
    const [revoked, ...outcomes] = await Promise.allSettled([
      ann.ask('revokeToken', { hash: sha256(token) }),
      ...requests,
    ]);
    const winners = new Set(outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : [])));
    expect(winners.size).toBe(revoked?.status === 'fulfilled' ? 0 : 1);
    expect((await server.status()).accounts).toBe(1 + winners.size);
    expect(await store.count('tokens')).toBe(0);
  },
);

test('where the operator alone invites, members cannot; where registration is closed, nobody comes in', async () => {
  const { member } = await world({ invitesPerAccount: 0 });
  const ann = await member('ann');
  expect((await refusal(ann.ask('createToken', {}), 'invites-full')).detail).toBeUndefined();
  expect(await ann.ask('listTokens', {})).toMatchObject({ tokens: [], most: 0 });

  const closed = await startTestServer({ registrationClosed: true });
  const person = new RawPerson('late');
  const connection = await person.greet(closed.server);
  const { statement } = await connection.ask('hello', { version: 1 });
  expect(openServerStatement(statement!, closed.server.server).closed).toBe(true);
  await refusal(
    person.registerOn(connection, { token: (await closed.server.createToken()).token }),
    'registration-closed',
  );
  // Who has an account is not shut out.
  const open = await closed.restart({ registrationClosed: false });
  await person.register(open.server);
  const again = await open.restart({ registrationClosed: true });
  const home = await person.login(again.server);
  expect(await person.registerOn(home)).toEqual({ account: person.account });
});

test('the store has a token’s hash alone', async () => {
  const { store, member } = await world();
  const { token } = await (await member('ann')).ask('createToken', {});
  for (const table of TABLES) {
    for (const { key, value } of await store.scan(table, { limit: 1_000 })) {
      expect(Buffer.concat([key, value]).includes(Buffer.from(token)), table).toBe(false);
    }
  }
});
