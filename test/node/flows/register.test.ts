import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { openLevelStore } from '../../../rendezvous/store/level-store.ts';
import type { Store } from '../../../rendezvous/store/store.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { aServer, PASSWORD, someone, TestPerson } from '../../support/people.ts';

/** A store that does what it is told and says that it failed, as often as told: to the peer, an answer that was lost. */
function losingAnswers(): { readonly openStore: (folder: string) => Promise<Store>; lose: number } {
  const losing = {
    lose: 0,
    async openStore(folder: string): Promise<Store> {
      const store = await openLevelStore(folder);
      return {
        get: store.get.bind(store),
        scan: store.scan.bind(store),
        check: store.check.bind(store),
        count: store.count.bind(store),
        healthy: store.healthy.bind(store),
        close: store.close.bind(store),
        async transact(locks, work) {
          const result = await store.transact(locks, work);
          if (losing.lose > 0 && locks.some((lock) => lock.startsWith('name:'))) {
            losing.lose -= 1;
            throw new MiyuError('store-failed');
          }
          return result;
        },
      };
    },
  };
  return losing;
}

describe('registering', () => {
  test('makes an account that is online, with a name as it was normalised', async () => {
    const server = await aServer({ name: 'the village' });
    const person = await TestPerson.with();
    expect(person.peer.status()).toMatchObject({ state: 'no-account', name: null, account: null });
    expect(() => person.peer.friends()).toThrow(expect.objectContaining({ code: 'not-registered' }));
    const status = await person.peer.register({ name: ' 小明 ', password: PASSWORD, server: server.address });
    expect(status).toMatchObject({ state: 'online', name: '小明', epoch: 1, missing: [] });
    expect(status.server).toMatchObject({ peerId: server.running.peerId, name: 'the village', connected: true });
    expect(status.server?.fingerprint).toBe(server.running.fingerprint);
    expect((await server.running.status()).accounts).toBe(1);
    await expect(person.peer.register({ name: 'x', password: PASSWORD })).rejects.toMatchObject({
      code: 'already-registered',
    });
    expect((await person.peer.ping()).roundTripMs).toBeGreaterThan(0);
  });

  test.each([
    [{ name: '' }, 'name-empty', 'name'],
    [{ name: 'x'.repeat(33) }, 'name-too-long', 'name'],
    [{ name: 'a b' }, 'name-characters', 'name'],
    [{ name: 'pаul' }, 'name-mixed-scripts', 'name'],
    [{ password: 'short' }, 'password-too-short', 'password'],
    [{ password: 'password123' }, 'password-too-common', 'password'],
    [{ email: 'nowhere' }, 'email-malformed', 'email'],
    [{ server: '/ip4/127.0.0.1/tcp/1' }, 'address-malformed', 'server'],
    [{ server: 'miyu://invite/AAAA' }, 'invite-malformed', undefined],
  ])('refuses %j before any server hears of it', async (field, code, name) => {
    const person = await TestPerson.with();
    const form = { name: 'ann', password: PASSWORD, server: `/ip4/127.0.0.1/tcp/1/p2p/${peerId}`, ...field };
    await expect(person.peer.register(form)).rejects.toMatchObject({ code, field: name });
    expect(person.peer.status().state).toBe('no-account');
  });

  test('asks where there is no server, and says where one does not answer', async () => {
    const person = await TestPerson.with();
    await expect(person.peer.register({ name: 'ann', password: PASSWORD })).rejects.toMatchObject({
      code: 'no-server',
    });
    const away = `/ip4/127.0.0.1/tcp/1/p2p/${peerId}`;
    await expect(person.peer.register({ name: 'ann', password: PASSWORD, server: away })).rejects.toMatchObject({
      code: 'server-unreachable',
    });
    expect(person.peer.status().state).toBe('no-account');
    expect(await readdir(person.folder)).not.toContain('vault');
  });

  test('a server with another key is refused before anything is said to it', async () => {
    const server = await aServer();
    const wrong = server.address.replace(/p2p\/.*$/, `p2p/${peerId}`);
    const person = await TestPerson.with();
    await expect(person.peer.register({ name: 'ann', password: PASSWORD, server: wrong })).rejects.toMatchObject({
      code: 'server-key-mismatch',
    });
    expect((await server.running.status()).accounts).toBe(0);
  });

  test('what this server asks for is checked by its policy', async () => {
    const server = await aServer({ maxNameLength: 4, email: 'required', tokenRequired: true });
    const person = await TestPerson.with({ server: server.address });
    const refused = async (form: object): Promise<unknown> => {
      const whole = { name: 'ann', password: PASSWORD, email: 'ann@example.org', ...form };
      return await person.peer.register(whole).then(
        () => undefined,
        (error: unknown) => (error instanceof MiyuError ? [error.code, error.field] : error),
      );
    };
    expect(await refused({ name: 'annie' })).toEqual(['name-too-long', 'name']);
    expect(await refused({ email: '' })).toEqual(['email-required', 'email']);
    expect(await refused({})).toEqual(['token-required', 'server']);
    const emailOff = await aServer({ email: 'off' });
    expect(await refused({ server: emailOff.address })).toEqual(['email-not-wanted', 'email']);
  });

  test('an invite brings the token that the server asks for', async () => {
    const server = await aServer();
    const ann = await someone('ann', server);
    const { link, expiresAt } = await ann.peer.invite();
    expect(expiresAt).toBeNull();
    const bob = await TestPerson.with({ server: link });
    expect(await bob.peer.register({ name: 'bob', password: PASSWORD })).toMatchObject({ state: 'online' });
  });

  test('a name that is taken leaves nothing stale: the same person tries another', async () => {
    const server = await aServer();
    await someone('ann', server, {});
    const person = await TestPerson.with({ server: server.address });
    await expect(person.peer.register({ name: 'Ann', password: PASSWORD })).rejects.toMatchObject({
      code: 'name-taken',
      field: 'name',
    });
    expect(person.peer.status().state).toBe('no-account');
    await person.restart();
    expect(person.peer.status().state).toBe('no-account');
    expect(await person.peer.register({ name: 'anna', password: PASSWORD })).toMatchObject({ state: 'online' });
  });

  test('an e-mail that is taken is told', async () => {
    const server = await aServer();
    const [ann, bob] = [await TestPerson.with(), await TestPerson.with()];
    await ann.peer.register({ name: 'ann', password: PASSWORD, email: 'a@example.org', server: server.address });
    await expect(
      bob.peer.register({ name: 'bob', password: PASSWORD, email: 'A@example.org', server: server.address }),
    ).rejects.toMatchObject({ code: 'email-taken', field: 'email' });
    expect(bob.peer.status().state).toBe('no-account');
  });

  test('an answer that was lost: the same registration again is the same account', async () => {
    const losing = losingAnswers();
    const server = await aServer({}, { openStore: losing.openStore });
    const person = await TestPerson.with({ server: server.address });
    losing.lose = 1;
    await expect(person.peer.register({ name: 'ann', password: PASSWORD })).rejects.toMatchObject({
      code: 'server-fault',
    });
    expect((await server.running.status()).accounts).toBe(1);
    expect(person.peer.status().state).toBe('locked');
    const status = await person.peer.register({ name: 'ann', password: PASSWORD });
    expect(status).toMatchObject({ state: 'online', name: 'ann', epoch: 1 });
    expect((await server.running.status()).accounts).toBe(1);
  });

  test('or at the next login, in another process', async () => {
    const losing = losingAnswers();
    const server = await aServer({}, { openStore: losing.openStore });
    const person = await TestPerson.with({ server: server.address });
    losing.lose = 1;
    await expect(person.peer.register({ name: 'ann', password: PASSWORD })).rejects.toThrow();
    await person.restart();
    expect(await person.peer.login({ password: PASSWORD })).toMatchObject({ state: 'online', name: 'ann', epoch: 1 });
    await person.restart();
    await expect(person.peer.register({ name: 'ann', password: PASSWORD })).rejects.toMatchObject({
      code: 'already-registered',
    });
  });

  test('or given up for another name', async () => {
    const losing = losingAnswers();
    const server = await aServer({}, { openStore: losing.openStore });
    const person = await TestPerson.with({ server: server.address });
    losing.lose = 1;
    await expect(person.peer.register({ name: 'ann', password: PASSWORD })).rejects.toThrow();
    expect(await person.peer.register({ name: 'berta', password: PASSWORD })).toMatchObject({ name: 'berta' });
  });
});

/** Somebody's PeerId, who is not there. */
const peerId = '12D3KooWLRkhfL6TwJiCmE8cNfBovxEh7mBGDcCDkXVZbZYuZ1cC';
