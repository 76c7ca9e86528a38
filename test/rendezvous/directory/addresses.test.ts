import { expect, test } from 'vitest';
import { openAddressRecord } from '../../../shared/crypto/statements.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { RawDevice, RawPerson } from '../../support/raw-client.ts';
import { movableClock, startTestServer } from '../../support/rendezvous.ts';
import { refusal } from '../../support/refusals.ts';

test('friends alone read an address record, the newest, until it expires or its device is signed out', async () => {
  const clock = movableClock();
  const { server } = await startTestServer({}, { clock });
  const owner = new RawPerson('owner');
  const friend = new RawPerson('friend');
  const home = await owner.register(server);
  const guest = await friend.introduce(server);
  const fetch = async (): Promise<bigint | undefined> => {
    const { record, certificate } = await guest.ask('fetchAddress', { account: owner.account });
    expect(certificate).toBeDefined();
    return record && openAddressRecord(record, owner.identity.signing.publicKey).sequence;
  };
  await home.ask('publishAddress', { record: owner.addressRecord(1n) });
  await refusal(fetch(), 'not-granted');
  await home.ask('putGrant', { grant: owner.grant(friend.account) });
  expect(await fetch()).toBe(1n);
  const second = owner.addressRecord(5n);
  await home.ask('publishAddress', { record: second });
  // The same once more is no fault; an older one is.
  await home.ask('publishAddress', { record: second });
  expect((await refusal(home.ask('publishAddress', { record: owner.addressRecord(4n) }), 'record-stale')).detail).toBe(
    5,
  );
  expect(await fetch()).toBe(5n);
  clock.advance(3_600_000 + 1_000);
  expect(await fetch()).toBeUndefined();
  await home.ask('publishAddress', { record: owner.addressRecord(6n) });
  expect(await fetch()).toBe(6n);
  await owner.login(server, 2n, new RawDevice());
  expect(await fetch()).toBeUndefined();
});

test('refuses records that do not hold', async () => {
  const { server } = await startTestServer();
  const owner = new RawPerson('owner');
  const home = await owner.register(server);
  await refusal(home.ask('publishAddress', {}), 'malformed');
  await refusal(home.ask('publishAddress', { record: new RawPerson('other').addressRecord(1n) }), 'record-invalid');
  await refusal(home.ask('publishAddress', { record: owner.addressRecord(1n, { epoch: 2n }) }), 'record-invalid');
  const long = owner.addressRecord(1n, { lifetimeMs: 8 * 24 * 3_600_000 });
  expect((await refusal(home.ask('publishAddress', { record: long }), 'record-invalid')).field).toBe('expiresAt');
  const many = owner.addressRecord(1n, { addresses: Array<string>(17).fill('/ip4/192.0.2.1/tcp/1') });
  await refusal(home.ask('publishAddress', { record: many }), 'record-invalid');
  await refusal(home.ask('fetchAddress', { account: systemRandom(32) }), 'unknown-account');
  await refusal(home.ask('fetchAddress', { account: systemRandom(2) }), 'malformed');
  expect((await home.ask('fetchAddress', { account: owner.account })).record).toBeUndefined();
});
