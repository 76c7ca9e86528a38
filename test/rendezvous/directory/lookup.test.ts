import { expect, test } from 'vitest';
import { openCertificate, openIdentityChain } from '../../../shared/crypto/statements.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { RawDevice, RawPerson } from '../../support/raw-client.ts';
import { startTestServer } from '../../support/rendezvous.ts';
import { refusal } from '../../support/refusals.ts';

test('finds by exact name, in any case, and by account; gives what its signer signed', async () => {
  const { server } = await startTestServer();
  const person = new RawPerson('Straße');
  await person.register(server);
  const phone = new RawDevice();
  await person.login(server, 2n, phone);
  const guest = await new RawPerson('someone').introduce(server);
  for (const by of [{ name: 'straße' }, { name: 'STRASSE' }, { name: 'Ｓtraße' }, { account: person.account }]) {
    const found = await guest.ask('lookup', by);
    const identity = openIdentityChain(found.statements);
    expect(identity.account).toEqual(person.account);
    expect(openCertificate(found.certificate!, identity.identityKey)).toMatchObject({ device: phone.id, epoch: 2n });
  }
});

test('does not find what is near, and says which question has no meaning', async () => {
  const { server } = await startTestServer();
  const connection = await new RawPerson('alice').register(server);
  for (const name of ['alic', 'alice2', 'al ice', '', 'x'.repeat(5_000)]) {
    await refusal(connection.ask('lookup', { name }), 'unknown-account');
  }
  await refusal(connection.ask('lookup', { account: systemRandom(32) }), 'unknown-account');
  await refusal(connection.ask('lookup', { account: systemRandom(5) }), 'malformed');
  await refusal(connection.ask('lookup', {}), 'malformed');
  const stranger = await new RawPerson('nobody').greet(server);
  await refusal(stranger.ask('lookup', { name: 'alice' }), 'not-signed-in');
});

test('whoever tries names is slowed down, on whatever connection', async () => {
  const { server } = await startTestServer();
  const person = new RawPerson('prober');
  const connection = await person.register(server);
  for (let i = 0; i < 100; i += 1) await refusal(connection.ask('lookup', { name: `name${i}` }), 'unknown-account');
  const error = await refusal(connection.ask('lookup', { name: 'another' }), 'rate-limited');
  expect(error.retryAfterMs).toBeGreaterThan(0);
  await refusal((await person.login(server)).ask('lookup', { name: 'another' }), 'rate-limited');
  // Others are not.
  await (await new RawPerson('honest').register(server)).ask('lookup', { name: 'prober' });
});
