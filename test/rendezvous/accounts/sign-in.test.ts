import { expect, test } from 'vitest';
import { openLevelStore } from '../../../rendezvous/store/level-store.ts';
import type { Store } from '../../../rendezvous/store/store.ts';
import { openBox } from '../../../shared/crypto/box.ts';
import { openDeviceLabel, sealDeviceLabel } from '../../../shared/crypto/device-label.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { DERIVE } from '../../../shared/wire/contexts.ts';
import { RawDevice, RawPerson, type RawConnection } from '../../support/raw-client.ts';
import { startTestServer } from '../../support/rendezvous.ts';
import { refusal } from '../../support/refusals.ts';

test('signs in with a proof, resumes the same device, and moves on by one epoch at a time', async () => {
  const { server } = await startTestServer();
  const person = new RawPerson('wang');
  await (await person.register(server)).close();
  const phone = new RawDevice();
  const connection = await person.login(server);
  expect(await person.loginOn(connection)).toEqual({
    highestMail: 0n,
    waitingMail: 0,
    waitingRequests: 0,
    prekeysLeft: 0,
    bundleCurrent: false,
  });
  expect((await refusal(person.login(server, 3n, phone), 'epoch-conflict')).detail).toBe(1);
  // The same epoch on another device is no resumption.
  expect((await refusal(person.login(server, 1n, phone), 'epoch-conflict')).detail).toBe(1);
  await person.login(server, 2n, phone);
  expect((await refusal(person.login(server, 1n), 'epoch-conflict')).detail).toBe(2);
  // A device may also take over from itself.
  await person.login(server, 3n, phone);
});

test('refuses a login without account, certificate or proof', async () => {
  const { server } = await startTestServer();
  const person = new RawPerson('zhao');
  const stranger = new RawPerson('stranger');
  await person.register(server);
  const connection = await person.greet(server);
  const good = async (): Promise<object> => ({
    account: person.account,
    certificate: person.certificate(),
    ...(await person.prove(connection, 1n)),
  });
  const send = async (changed: object): Promise<unknown> => connection.ask('login', { ...(await good()), ...changed });
  expect((await refusal(connection.ask('login', {}), 'malformed')).field).toBe('certificate');
  expect((await refusal(send({ account: systemRandom(31) }), 'malformed')).field).toBe('account');
  await refusal(send({ account: stranger.account }), 'unknown-account');
  await refusal(send({ certificate: stranger.certificate() }), 'certificate-invalid');
  await refusal(send({ certificate: person.certificate(1n, new RawDevice().id) }), 'certificate-invalid');
  await refusal(send({ proof: systemRandom(64) }), 'proof-invalid');
  // The proof covers the epoch: a certificate with another one needs another proof.
  await refusal(send({ certificate: person.certificate(2n) }), 'proof-invalid');
  await refusal(connection.ask('listFriendRequests', {}), 'not-signed-in');
  await person.loginOn(connection);
  await refusal(stranger.loginOn(connection), 'already-signed-in');
});

test('a newer device replaces the older, which is told and may take over', async () => {
  const { server } = await startTestServer();
  const person = new RawPerson('sun');
  const old = await person.register(server);
  const phone = new RawDevice();
  const newer = await person.login(server, 2n, phone);
  expect(await old.pushed('sessionReplaced')).toMatchObject({ epoch: 2n });
  expect((await refusal(old.ask('listFriendRequests', {}), 'session-replaced')).detail).toBe(2);
  await refusal(old.ask('deposit', { owner: systemRandom(32) }), 'session-replaced');
  await person.loginOn(old, 3n);
  expect(await newer.pushed('sessionReplaced')).toMatchObject({ epoch: 3n });
  expect((await server.status()).signedIn).toBe(1);
});

test('a device that reconnects gets the pushes, and its older connection is not signed out', async () => {
  const { server } = await startTestServer();
  const person = new RawPerson('hou');
  const asker = new RawPerson('asker');
  const first = await person.register(server);
  const second = await person.login(server);
  const other = await asker.introduce(server);
  await other.ask('sendFriendRequest', { to: person.account, sealed: systemRandom(100) });
  expect(await second.pushed('requestWaiting')).toEqual({ waiting: 1 });
  expect(first.pushes).toEqual([]);
  expect((await first.ask('listFriendRequests', {})).requests).toHaveLength(1);
});

test('a hundred devices race for the next epoch: one wins, and one is live', async () => {
  const { server } = await startTestServer();
  const person = new RawPerson('racing');
  await person.register(server);
  const connections: RawConnection[] = [];
  // One after another: what races is the sign-in, not a hundred handshakes on a busy machine.
  for (let i = 0; i < 100; i += 1) connections.push(await person.greet(server, new RawDevice()));
  const outcomes = await Promise.allSettled(connections.map((connection) => person.loginOn(connection, 2n)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'epoch-conflict', detail: 2 });
  }
  expect((await server.status()).signedIn).toBe(1);
}, 240_000);

test('introduces guests by their certificate, and remembers the highest epoch', async () => {
  const test = await startTestServer();
  const guest = new RawPerson('from-elsewhere');
  const connection = await guest.introduce(test.server, 2n);
  await refusal(connection.ask('listFriendRequests', {}), 'not-signed-in');
  expect(await connection.ask('introduce', { statement: guest.statement, certificate: guest.certificate(2n) })).toEqual(
    {},
  );
  expect((await refusal(guest.introduce(test.server, 1n), 'epoch-conflict')).detail).toBe(2);
  const later = await guest.introduce(test.server, 3n);
  expect(await connection.pushed('sessionReplaced')).toEqual({ epoch: 3n });
  await later.close();
  const again = await test.restart();
  expect((await refusal(guest.introduce(again.server, 2n), 'epoch-conflict')).detail).toBe(3);
  await guest.introduce(again.server, 3n);
});

test('refuses an introduction that lacks or forges something', async () => {
  const { server } = await startTestServer();
  const guest = new RawPerson('guest');
  const other = new RawPerson('other');
  const connection = await guest.greet(server);
  const good = { statement: guest.statement, certificate: guest.certificate() };
  expect((await refusal(connection.ask('introduce', { certificate: good.certificate }), 'malformed')).field).toBe(
    'statement',
  );
  expect((await refusal(connection.ask('introduce', { statement: good.statement }), 'malformed')).field).toBe(
    'certificate',
  );
  const forged = { ...guest.statement, signature: other.statement.signature };
  await refusal(connection.ask('introduce', { ...good, statement: forged }), 'statement-invalid');
  const elsewhere = guest.certificate(1n, other.device.id);
  await refusal(connection.ask('introduce', { ...good, certificate: elsewhere }), 'certificate-invalid');
  await connection.ask('introduce', good);
  await refusal(
    connection.ask('introduce', { statement: other.statement, certificate: other.certificate() }),
    'already-signed-in',
  );
});

test('a resident’s device that was signed out is no guest either', async () => {
  const { server } = await startTestServer();
  const person = new RawPerson('resident');
  await person.register(server);
  await person.login(server, 2n, new RawDevice());
  expect((await refusal(person.introduce(server, 1n), 'epoch-conflict')).detail).toBe(2);
});

test('logs out', async () => {
  const { server } = await startTestServer();
  const person = new RawPerson('leaving');
  const connection = await person.register(server);
  expect(await connection.ask('logout', {})).toEqual({});
  await refusal(connection.ask('listFriendRequests', {}), 'not-signed-in');
  await refusal(connection.ask('logout', {}), 'not-signed-in');
  expect((await server.status()).signedIn).toBe(0);
  await person.loginOn(connection);
});

test('says which device is the newest to the account’s own devices alone; what it keeps of it is sealed', async () => {
  let store: Store | undefined;
  const openStore = async (folder: string): Promise<Store> => (store = await openLevelStore(folder));
  const { server, log } = await startTestServer({}, { openStore });
  const person = new RawPerson('ma');
  const old = await person.register(server);
  // With the registration: no time, no address.
  expect((await old.ask('presentDevice', {})).newest).toMatchObject({ signedInAt: 0n, origin: new Uint8Array(0) });
  const phone = new RawDevice();
  const certificate = person.certificate(2n, phone.id);
  const label = sealDeviceLabel('telephone', person.identity.exchange.secretKey, certificate.payload, systemRandom);
  const newer = await person.greet(server, phone);
  const login = async (with_: Uint8Array): Promise<unknown> =>
    newer.ask('login', { account: person.account, certificate, ...(await person.prove(newer, 2n)), label: with_ });
  expect((await refusal(login(systemRandom(129)), 'malformed')).field).toBe('label');
  await refusal(newer.ask('presentDevice', {}), 'not-signed-in');
  await login(label);
  const { newest } = await old.pushed('sessionReplaced');
  expect(newest).toEqual((await newer.ask('presentDevice', {})).newest);
  // Replaced, it may still ask; signed out, it may not.
  expect((await old.ask('presentDevice', {})).newest).toEqual(newest);
  await newer.ask('logout', {});
  await refusal(newer.ask('presentDevice', {}), 'not-signed-in');
  const secret = person.identity.exchange.secretKey;
  expect(Buffer.from(openBox(newest!.origin, secret, DERIVE.originBox)!).toString()).toBe('127.0.0.1');
  expect(openDeviceLabel(newest!.label, secret, certificate.payload)).toBe('telephone');
  // Neither beside another device, nor for anybody else.
  expect(openDeviceLabel(newest!.label, secret, person.certificate(3n).payload)).toBeUndefined();
  expect(openBox(newest!.origin, secret)).toBeUndefined();

  const stranger = await new RawPerson('stranger').introduce(server);
  const shown = await stranger.ask('lookup', { account: person.account });
  expect(Object.keys(shown).toSorted()).toEqual(['account', 'certificate', 'proof', 'statements']);
  await refusal(stranger.ask('presentDevice', {}), 'not-signed-in');
  const kept = (await store!.scan('accounts', { limit: 10 })).map(({ value }) => Buffer.from(value).toString('latin1'));
  expect(kept.length).toBeGreaterThan(0);
  for (const text of [...kept, log()]) {
    expect(text).not.toContain('127.0.0.1');
    expect(text).not.toContain('telephone');
  }
});
