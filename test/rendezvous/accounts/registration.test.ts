import { expect, test } from 'vitest';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { RawDevice, RawPerson, type RawConnection } from '../../support/raw-client.ts';
import { movableClock, startTestServer } from '../../support/rendezvous.ts';
import { refusal } from '../../support/refusals.ts';

const EMPTY = new Uint8Array(0);

test('registers, signs in by it, and gives the same answer to the same registration again', async () => {
  const { server } = await startTestServer();
  const person = new RawPerson('李伟');
  const connection = await person.register(server);
  expect((await connection.ask('lookup', { name: '李伟' })).account).toEqual(person.account);
  expect(await person.registerOn(connection)).toEqual({ account: person.account });

  const second = await person.greet(server);
  expect(await person.registerOn(second)).toEqual({ account: person.account });
  // It is signed in: a request that only owners may make is answered.
  expect(await second.ask('listFriendRequests', {})).toEqual({ requests: [] });
  expect((await server.status()).accounts).toBe(1);
});

test('refuses what a registration lacks or forges', async () => {
  const { server } = await startTestServer();
  const person = new RawPerson('lin');
  const other = new RawPerson('mei');
  const connection = await person.greet(server);
  const good = async (): Promise<Parameters<typeof connection.ask<'register'>>[1]> => ({
    statement: person.statement,
    certificate: person.certificate(),
    ...(await person.prove(connection, 1n)),
  });
  const send = async (changed: object): Promise<unknown> =>
    connection.ask('register', { ...(await good()), ...changed });

  expect((await refusal(connection.ask('register', {}), 'malformed')).field).toBe('statement');
  await refusal(send({ certificate: { payload: EMPTY, signature: EMPTY } }), 'certificate-invalid');
  await refusal(
    send({ statement: { ...person.statement, signature: other.statement.signature } }),
    'statement-invalid',
  );
  await refusal(send({ certificate: other.certificate() }), 'certificate-invalid');
  await refusal(send({ certificate: person.certificate(2n) }), 'certificate-invalid');
  await refusal(send({ certificate: person.certificate(1n, other.device.id) }), 'certificate-invalid');
  await refusal(send({ proof: systemRandom(64) }), 'proof-invalid');
  await refusal(send({ clientNonce: systemRandom(31) }), 'proof-invalid');

  // A nonce serves once: the same proof again has none.
  const proven = await good();
  await refusal(connection.ask('register', { ...proven, proof: systemRandom(64) }), 'proof-invalid');
  await refusal(connection.ask('register', proven), 'proof-invalid');
  await person.registerOn(connection);
});

test('a proof of another connection is worth nothing here', async () => {
  const { server } = await startTestServer();
  const person = new RawPerson('replayed');
  const first = await person.greet(server);
  const second = await person.greet(server);
  const proven = await person.prove(first, 1n);
  await second.ask('challenge', {});
  const request = { statement: person.statement, certificate: person.certificate(), ...proven };
  await refusal(second.ask('register', request), 'proof-invalid');
});

test.each([
  ['name-too-long', 'abcdefghijklm', 12],
  ['name-characters', 'a b', undefined],
  ['name-characters', 'tab\there', undefined],
  // Not normal: what is signed must be what is kept.
  ['name-characters', 'Ａｌｉ', undefined],
  ['name-mixed-scripts', 'pаypal', undefined],
] as const)('refuses by %s the name %j', async (code, name, detail) => {
  const { server } = await startTestServer({ maxNameLength: 12 });
  const person = new RawPerson(name);
  const connection = await person.greet(server);
  const error = await refusal(person.registerOn(connection), code);
  expect(error.field).toBe('name');
  expect(error.detail).toBe(detail);
});

test('a name, and what looks like it, is given once', async () => {
  const { server } = await startTestServer();
  await new RawPerson('Mike').register(server);
  const attempt = async (name: string): Promise<unknown> => {
    const person = new RawPerson(name);
    return person.registerOn(await person.greet(server));
  };
  await refusal(attempt('mike'), 'name-taken');
  await refusal(attempt('MIKE'), 'name-taken');
  await refusal(attempt('Rnike'), 'name-look-alike');
  await refusal(attempt('Mìke'), 'name-look-alike');
  await attempt('Mika');
});

test('fifty at once want one name or what looks like it: one gets it', async () => {
  const { server } = await startTestServer();
  const names = ['paypal', 'PayPal', 'paypa1', 'раураӏ', 'paypaI'];
  const people = Array.from({ length: 50 }, (_, i) => new RawPerson(names[i % names.length]!));
  const connections = await Promise.all(people.map((person) => person.greet(server)));
  const outcomes = await Promise.allSettled(people.map((person, i) => person.registerOn(connections[i]!)));
  const winners = outcomes.filter(({ status }) => status === 'fulfilled');
  expect(winners).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected')
      expect(['name-taken', 'name-look-alike']).toContain((outcome.reason as { code: string }).code);
  }
  expect((await server.status()).accounts).toBe(1);
});

test('the e-mail policy of the operator', async () => {
  const register = async (
    target: Awaited<ReturnType<typeof startTestServer>>,
    name: string,
    email: string,
  ): Promise<unknown> => {
    const person = new RawPerson(name);
    return person.registerOn(await person.greet(target.server), { email });
  };
  const optional = await startTestServer();
  await register(optional, 'one', '');
  await register(optional, 'two', 'Two@Example.org');
  expect((await refusal(register(optional, 'three', 'two@EXAMPLE.org'), 'email-taken')).field).toBe('email');
  expect((await refusal(register(optional, 'three', 'not an address'), 'email-malformed')).field).toBe('email');
  const required = await startTestServer({ email: 'required' });
  await refusal(register(required, 'one', ''), 'email-required');
  await register(required, 'one', 'one@example.org');
  const off = await startTestServer({ email: 'off' });
  await refusal(register(off, 'one', 'one@example.org'), 'email-not-wanted');
});

test('tokens let one person in, once, for seven days', async () => {
  const clock = movableClock();
  const { server } = await startTestServer({ tokenRequired: true }, { clock });
  const attempt = async (name: string, token: Uint8Array): Promise<RawConnection> => {
    const person = new RawPerson(name);
    const connection = await person.greet(server);
    await person.registerOn(connection, { token });
    return connection;
  };
  expect((await refusal(attempt('first', EMPTY), 'token-required')).field).toBe('token');
  await refusal(attempt('first', systemRandom(16)), 'token-invalid');
  const { token } = await server.createToken();
  // A name that is refused does not use the token up.
  await refusal(attempt('not a name', token), 'name-characters');
  const first = await attempt('first', token);
  await refusal(attempt('second', token), 'token-invalid');

  const members = await first.ask('createToken', {});
  expect(await server.listTokens(10)).toHaveLength(1);
  clock.advance(8 * 24 * 3_600_000);
  await refusal(attempt('second', members.token), 'token-invalid');
  expect(await server.listTokens(10)).toHaveLength(0);
  const fresh = await first.ask('createToken', {});
  await attempt('second', fresh.token);
});

test('a member has at most as many tokens open as the operator allows', async () => {
  const { server } = await startTestServer();
  const connection = await new RawPerson('generous').register(server);
  for (let i = 0; i < 5; i += 1) await connection.ask('createToken', {});
  expect((await refusal(connection.ask('createToken', {}), 'invites-full')).detail).toBe(5);
});

test('one token, many at once: one gets in', async () => {
  const { server } = await startTestServer({ tokenRequired: true });
  const { token } = await server.createToken();
  const people = Array.from({ length: 12 }, (_, i) => new RawPerson(`person-${'abcdefghjkmn'[i]!}`));
  const connections = await Promise.all(people.map((person) => person.greet(server)));
  const outcomes = await Promise.allSettled(people.map((person, i) => person.registerOn(connections[i]!, { token })));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a full server, an account that moved on, and one connection for one account', async () => {
  const { server } = await startTestServer({ maxAccounts: 1 });
  const person = new RawPerson('only');
  const connection = await person.register(server);
  await refusal(
    (async () => {
      const late = new RawPerson('late');
      return late.registerOn(await late.greet(server));
    })(),
    'accounts-full',
  );
  await refusal(new RawPerson('another').registerOn(connection), 'already-signed-in');
  // The account is at epoch 2 by now: registering it again says so.
  const laptop = new RawDevice();
  await person.login(server, 2n, laptop);
  await refusal(person.registerOn(await person.greet(server)), 'account-exists');
});

test('registrations of one address are limited, and the time to wait is told', async () => {
  const { server } = await startTestServer({ registrationsPerMinute: 1 });
  const person = new RawPerson('x');
  const connection = await person.greet(server);
  for (let i = 0; i < 10; i += 1) await refusal(connection.ask('register', {}), 'malformed');
  const error = await refusal(connection.ask('register', {}), 'rate-limited');
  expect(error.retryAfterMs).toBeGreaterThan(30_000);
});
