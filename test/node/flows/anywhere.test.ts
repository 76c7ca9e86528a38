/** Signing in anywhere: whole people and a real server. What a server that lies can give back is tried where the copy is opened. */
import { readdirSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import type { RendezvousClient } from '../../../node/flows/ports.ts';
import { fetchAnywhere } from '../../../node/flows/sign-in-anywhere.ts';
import { createOpaqueSetup, opaqueServer } from '../../../shared/crypto/opaque-server.ts';
import { openUploadedVault, sealUploadedVault, wrapVaultKey } from '../../../shared/crypto/uploaded-vault.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { utf8 } from '../../../shared/crypto/hash.ts';
import { aServer, befriend, PASSWORD, someone, TestPerson, type TestServer } from '../../support/people.ts';
import { refusal } from '../../support/refusals.ts';
import { until } from '../../support/until.ts';

// Each password costs 64 MiB of argon2id, whose price is not a test's to choose; on a busy machine that is some seconds.
vi.setConfig({ testTimeout: 180_000 });

const NEXT = 'an altogether other sentence';

const elsewhere = async (server: TestServer, name: string, password = PASSWORD): Promise<TestPerson> => {
  const person = await TestPerson.with();
  await person.peer.loginElsewhere({ name, password, server: server.address });
  return person;
};
const isKept = (person: TestPerson): Promise<unknown> =>
  until('the server has it', () => person.peer.anywhere().state === 'kept');

describe('sign in anywhere', () => {
  test('brings identity, friends, requests and mail by name and password; the older device is signed out', async () => {
    const server = await aServer();
    const [ann, bob, cem] = [await someone('Ann', server), await someone('bob', server), await someone('cem', server)];
    expect(ann.peer.anywhere()).toEqual({ state: 'off', keptAt: null });
    expect((await ann.peer.setAnywhere({ on: true, password: PASSWORD })).state).toBe('kept');
    // Friends and requests after it: the copy follows by itself.
    const before = (await ann.peer.serverKnows()).vault!.version;
    await befriend(ann, 'Ann', bob, 'bob');
    await cem.peer.add({ who: 'Ann', greeting: 'hello' });
    await ann.asked('cem');
    await until('the copy is renewed', async () => (await ann.peer.serverKnows()).vault!.version > before, {
      everyMs: 2_000,
    });
    const { account, fingerprint } = ann.peer.status();
    await ann.peer.stop();
    await bob.peer.send({ to: 'Ann', text: 'while you were away' });
    await until('it is at the server', () => bob.peer.history({ with: 'Ann' })[0]?.state === 'stored');

    const laptop = await elsewhere(server, 'ann');
    expect(laptop.peer.status()).toMatchObject({ state: 'online', name: 'Ann', account, fingerprint, epoch: 2 });
    await laptop.isFriend('bob');
    await laptop.asked('cem');
    await until('the mail is there', () => laptop.texts('bob').includes('while you were away'));
    await laptop.peer.send({ to: 'bob', text: 'from the laptop' });
    await until('it came', () => bob.texts('Ann').includes('from the laptop'));
    await laptop.peer.accept('cem');
    await cem.isFriend('Ann');
    // It is renewed from here on.
    expect(laptop.peer.anywhere().state).toBe('kept');

    await ann.restart();
    await expect(ann.peer.login({ password: PASSWORD })).rejects.toMatchObject({ code: 'signed-out' });
  });

  test('opens to nobody with another password, to no name that has not chosen it, and where there is a profile', async () => {
    const server = await aServer();
    const ann = await someone('ann', server);
    await someone('bob', server);
    await refusal(ann.peer.setAnywhere({ on: true, password: 'not this one' }), 'password-wrong');
    await refusal(ann.peer.setAnywhere({ on: true }), 'usage');
    expect(ann.peer.anywhere().state).toBe('off');
    await ann.peer.setAnywhere({ on: true, password: PASSWORD });
    const laptop = await TestPerson.with();
    const form = { password: PASSWORD, server: server.address };
    for (const wrong of [
      { ...form, name: 'ann', password: 'not this one' },
      { ...form, name: 'bob' },
      { ...form, name: 'nobody' },
    ]) {
      expect((await refusal(laptop.peer.loginElsewhere(wrong), 'login-wrong')).field).toBe('password');
    }
    expect(laptop.peer.status().state).toBe('no-account');
    expect(readdirSync(laptop.folder).includes('vault')).toBe(false);
    await refusal(ann.peer.loginElsewhere({ ...form, name: 'ann' }), 'already-registered');
    expect(ann.peer.status().epoch).toBe(1);
  });

  test('off is off: at the server too, also where it was told so only later', async () => {
    const server = await aServer();
    const ann = await someone('ann', server);
    await ann.peer.setAnywhere({ on: true, password: PASSWORD });
    await server.stop();
    await until('noticed', () => ann.peer.status().server?.connected === false);
    expect((await ann.peer.setAnywhere({ on: false })).state).toBe('dropping');
    await server.start();
    await until('the server has heard', () => ann.peer.anywhere().state === 'off', { timeoutMs: 60_000 });
    expect((await ann.peer.serverKnows()).vault).toBeNull();
    await expect(elsewhere(server, 'ann')).rejects.toMatchObject({ code: 'login-wrong' });
  });

  test('two machines that take turns: one that renews goes on, one whose password is another’s is told', async () => {
    const server = await aServer();
    const ann = await someone('ann', server);
    await ann.peer.setAnywhere({ on: true, password: PASSWORD });
    const laptop = await elsewhere(server, 'ann');
    await until('renewed from the second', () => laptop.peer.anywhere().keptAt !== null);
    await ann.restart();
    await ann.peer.login({ password: PASSWORD, takeOver: true });
    const bob = await someone('bob', server);
    await befriend(ann, 'ann', bob, 'bob');
    await until('renewed from the first', async () => (await ann.peer.serverKnows()).vault!.version > 2 ** 32 + 2, {
      everyMs: 2_000,
    });
    await laptop.restart();
    await laptop.peer.login({ password: PASSWORD, takeOver: true });
    expect((await laptop.peer.changePassword({ password: PASSWORD, newPassword: NEXT })).state).toBe('kept');
    await ann.restart();
    await ann.peer.login({ password: PASSWORD, takeOver: true });
    await until('told', () => ann.peer.status().missing.includes('anywhere-superseded'));
    expect(ann.peer.anywhere().state).toBe('superseded');
    expect((await ann.peer.setAnywhere({ on: true, password: PASSWORD })).state).toBe('kept');
    await elsewhere(server, 'ann');
  });
});

describe('another password', () => {
  test('opens here and elsewhere, and the old one nowhere', async () => {
    const server = await aServer();
    const ann = await someone('ann', server);
    await refusal(ann.peer.changePassword({ password: 'not this one', newPassword: NEXT }), 'password-wrong');
    expect(
      (await refusal(ann.peer.changePassword({ password: PASSWORD, newPassword: 'short' }), 'password-too-short'))
        .field,
    ).toBe('newPassword');
    await ann.peer.setAnywhere({ on: true, password: PASSWORD });
    await ann.peer.changePassword({ password: PASSWORD, newPassword: NEXT });
    await isKept(ann);
    await expect(elsewhere(server, 'ann')).rejects.toMatchObject({ code: 'login-wrong' });
    await ann.restart();
    await expect(ann.peer.login({ password: PASSWORD })).rejects.toMatchObject({ code: 'password-wrong' });
    await ann.peer.login({ password: NEXT });
    await elsewhere(server, 'ann', NEXT);
  });

  test('without a server: nothing is changed where it would open elsewhere, and all is where it would not', async () => {
    const server = await aServer();
    const [ann, bob] = [await someone('ann', server), await someone('bob', server)];
    await ann.peer.setAnywhere({ on: true, password: PASSWORD });
    await server.stop();
    await expect(ann.peer.changePassword({ password: PASSWORD, newPassword: NEXT })).rejects.toThrow();
    await bob.peer.changePassword({ password: PASSWORD, newPassword: NEXT });
    for (const [person, password] of [
      [ann, PASSWORD],
      [bob, NEXT],
    ] as const) {
      await person.restart();
      expect((await person.peer.login({ password })).state).toBe('connecting');
    }
  });
});

test('an account that is deleted is gone here and there; its friends are told', async () => {
  const server = await aServer();
  const [ann, bob] = [await someone('ann', server), await someone('bob', server)];
  await befriend(ann, 'ann', bob, 'bob');
  expect((await refusal(ann.peer.deleteAccount({ name: 'bob', password: PASSWORD }), 'usage')).field).toBe('name');
  await refusal(ann.peer.deleteAccount({ name: 'ann', password: 'not this one' }), 'password-wrong');
  await ann.peer.deleteAccount({ name: 'Ann', password: PASSWORD });
  expect(ann.peer.status().state).toBe('no-account');
  expect(readdirSync(ann.folder).filter((name) => name === 'vault' || name === 'store')).toEqual([]);
  await refusal(bob.peer.find('ann'), 'no-such-user');
  await bob.toldOf('ann', 'removed');
  await refusal(ann.peer.register({ name: 'ann', password: PASSWORD, server: server.address }), 'name-held');
});

describe('a server that lies', () => {
  const server = systemRandom(38);
  const account = systemRandom(32);

  test('cannot give the copy of another number, account or server, nor another bit', () => {
    const [exportKey, key] = [systemRandom(64), systemRandom(32)];
    const identities = { account, server };
    const wrapped = wrapVaultKey(exportKey, key, identities, systemRandom);
    const bytes = sealUploadedVault({ key, wrapped }, utf8('what it says'), account, 7n, systemRandom);
    const open = (given = bytes, number = 7n, as = identities, by = exportKey) =>
      openUploadedVault(by, given, as, number);
    expect(open()?.body).toEqual(utf8('what it says'));
    expect(open()?.key).toEqual(key);
    expect(open(bytes, 6n)).toBeUndefined();
    expect(open(bytes, 7n, { account: systemRandom(32), server })).toBeUndefined();
    expect(open(bytes, 7n, { account, server: systemRandom(38) })).toBeUndefined();
    expect(open(bytes, 7n, identities, systemRandom(64))).toBeUndefined();
    expect(open(bytes.slice(0, 20))).toBeUndefined();
    for (let at = 1; at < bytes.length; at += 1) {
      const changed = bytes.slice();
      changed[at]! ^= 1;
      expect(open(changed), `byte ${at}`).toBeUndefined();
    }
    expect(() => open(Uint8Array.from([2, ...bytes.subarray(1)]))).toThrow('needs-newer-version');
  });

  test('is caught where what the password opens is not what was asked for', async () => {
    // A whole OPAQUE server in the hand of the liar, who knows the password as well: only what is in the copy is left to check.
    const opaque = await opaqueServer(await createOpaqueSetup(), server);
    const { withOpaque } = await import('../../../shared/crypto/opaque-client.ts');
    const { message: record, exportKey } = await withOpaque(PASSWORD, async (client) =>
      client.finishRegistration(opaque.register(account, await client.startRegistration()), { account, server }),
    );
    const key = systemRandom(32);
    const wrapped = wrapVaultKey(exportKey, key, { account, server }, systemRandom);
    const liar = (sealed: Uint8Array, version: bigint): RendezvousClient =>
      ({
        server,
        startVaultLogin: async ({ request }: { request: Uint8Array }) => ({
          ...{ account, handle: 1, response: opaque.startLogin(account, request, record).response },
        }),
        finishVaultLogin: async () => ({ sealed, version }),
      }) as unknown as RendezvousClient;
    const fetch = (sealed: Uint8Array, version: bigint) =>
      fetchAnywhere(liar(sealed, version), { name: 'ann', password: PASSWORD }, {});
    const seal = (body: Uint8Array): Uint8Array => sealUploadedVault({ key, wrapped }, body, account, 3n, systemRandom);
    expect((await refusal(fetch(Uint8Array.of(1, ...systemRandom(299)), 3n), 'vault-rejected')).field).toBe('seal');
    expect((await refusal(fetch(seal(utf8('nonsense')), 2n), 'vault-rejected')).field).toBe('seal');
    expect((await refusal(fetch(seal(utf8('nonsense')), 3n), 'vault-rejected')).field).toBe('content');
  });
});
