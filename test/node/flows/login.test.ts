import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aServer, befriend, CHEAP, PASSWORD, someone, TestPerson } from '../../support/people.ts';
import { until } from '../../support/until.ts';

const FILE_PASSWORD = 'another long sentence';

/** The same account on another machine. */
async function movedFrom(person: TestPerson): Promise<TestPerson> {
  const file = await person.peer.exportKey({ password: PASSWORD, filePassword: FILE_PASSWORD });
  const other = await TestPerson.with();
  await other.peer.importKey({ file, filePassword: FILE_PASSWORD, password: PASSWORD });
  return other;
}

describe('signing in', () => {
  test('a wrong password is told, the right one resumes with the same epoch', async () => {
    const server = await aServer();
    const ann = await someone('ann', server);
    const { account, device } = ann.peer.status();
    await expect(ann.peer.login({ password: PASSWORD })).rejects.toMatchObject({ code: 'already-unlocked' });
    await ann.restart();
    expect(ann.peer.status()).toMatchObject({ state: 'locked', account: null });
    expect(() => ann.peer.friends()).toThrow(expect.objectContaining({ code: 'locked' }));
    await expect(ann.peer.login({ password: 'not this one' })).rejects.toMatchObject({ code: 'password-wrong' });
    expect(ann.peer.status().state).toBe('locked');
    expect(await ann.peer.login({ password: PASSWORD })).toMatchObject({ state: 'online', account, device, epoch: 1 });
  });

  test('without an account there is nothing to sign in to', async () => {
    const person = await TestPerson.with();
    await expect(person.peer.login({ password: PASSWORD })).rejects.toMatchObject({ code: 'not-registered' });
  });

  test('with the server away it is unlocked all the same, and online when the server is', async () => {
    const server = await aServer();
    const ann = await someone('ann', server);
    await server.stop();
    await until('noticed', () => ann.peer.status().state === 'connecting');
    await ann.restart();
    const status = await ann.peer.login({ password: PASSWORD });
    expect(status).toMatchObject({ state: 'connecting', name: 'ann', missing: ['server-unreachable'] });
    await server.start();
    await until('online', () => ann.peer.status().state === 'online');
    expect(ann.peer.status().missing).toEqual([]);
    expect(ann.events).toContainEqual({ type: 'state', state: 'online', missing: [] });
  });

  test('signing out is acknowledged, and the keys are gone until the next login', async () => {
    const server = await aServer();
    const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
    await befriend(ann, 'ann', bob, 'bob');
    await bob.friend('ann', 'online', ({ presence }) => presence === 'online');
    expect(await ann.peer.logout()).toEqual({ acknowledged: true });
    await bob.friend('ann', 'gone at once', ({ presence, lastSeen }) => presence !== 'online' && lastSeen !== null);
    expect(ann.peer.status()).toMatchObject({ state: 'signed-out', account: null });
    expect(() => ann.peer.friends()).toThrow(expect.objectContaining({ code: 'signed-out' }));
    await until('nobody but bob', async () => (await server.running.status()).signedIn === 1);
    expect(await ann.peer.login({ password: PASSWORD })).toMatchObject({ state: 'online', epoch: 1 });
    await bob.friend('ann', 'online', ({ presence }) => presence === 'online');
  });

  test('a friend who was there when this peer stopped was seen then', async () => {
    const server = await aServer();
    const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
    await befriend(ann, 'ann', bob, 'bob');
    await ann.friend('bob', 'online', ({ presence }) => presence === 'online');
    const stopped = Date.now();
    await Promise.all([ann.restart(), bob.peer.stop()]);
    await ann.peer.login({ password: PASSWORD });
    const { lastSeen } = await ann.friend('bob', 'away', ({ presence }) => presence !== 'online');
    expect(lastSeen).toBeGreaterThanOrEqual(stopped);
  });
});

describe('one login per account', () => {
  test('the newer device signs the older one out; taking over turns it round; nothing flaps', async () => {
    const server = await aServer();
    const old = await someone('ann', server);
    const fresh = await movedFrom(old);
    expect(fresh.peer.status()).toMatchObject({ state: 'online', name: 'ann', epoch: 2 });
    await until('the old one is out', () => old.peer.status().state === 'signed-out');
    expect(old.events).toContainEqual({ type: 'state', state: 'signed-out', missing: ['signed-out'] });
    await expect(old.peer.login({ password: PASSWORD })).rejects.toMatchObject({ code: 'signed-out' });
    expect(fresh.peer.status().state).toBe('online');

    const back = await old.peer.login({ password: PASSWORD, takeOver: true });
    expect(back).toMatchObject({ state: 'online', epoch: 3 });
    await until('the other one is out', () => fresh.peer.status().state === 'signed-out');
    await expect(fresh.peer.login({ password: PASSWORD })).rejects.toMatchObject({ code: 'signed-out' });
    await old.restart();
    expect(await old.peer.login({ password: PASSWORD })).toMatchObject({ state: 'online', epoch: 3 });
  });

  test('friends talk to the newest device alone', async () => {
    const server = await aServer();
    const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
    await befriend(ann, 'ann', bob, 'bob');
    const fresh = await movedFrom(ann);
    await until('the old one is out', () => ann.peer.status().state === 'signed-out');
    await until('bob knows', () => bob.peer.friend('ann').epoch === 2);
    expect(bob.peer.friend('ann').device).toBe(fresh.peer.status().device);
    await bob.peer.send({ to: 'ann', text: 'to the new one' });
    await until('it came', () => fresh.texts('bob').includes('to the new one'));
    await fresh.peer.send({ to: 'bob', text: 'from the new one' });
    await until('it came', () => bob.texts('ann').includes('from the new one'));
  });
});

describe('a key file', () => {
  test('brings identity and friends to a machine without a profile, and the marks of trust', async () => {
    const server = await aServer();
    const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
    await befriend(ann, 'ann', bob, 'bob');
    await ann.peer.verify({ who: 'bob', verified: true });
    await bob.peer.stop();
    const { account, fingerprint } = ann.peer.status();
    const fresh = await movedFrom(ann);
    expect(fresh.peer.status()).toMatchObject({ account, fingerprint, epoch: 2 });
    expect(await fresh.isFriend('bob')).toMatchObject({ name: 'bob', verified: 'yes' });
    // Told by mail: bob was away.
    await until('told', () => fresh.peer.status().outbox.stored > 0);
    await bob.restart();
    await bob.peer.login({ password: PASSWORD });
    await until('bob knows', () => bob.peer.friend('ann').epoch === 2);
    await bob.peer.send({ to: 'ann', text: 'welcome' });
    await until('it came', () => fresh.texts('bob').includes('welcome'));
  });

  test('opens with its own password, and only where there is no profile', async () => {
    const server = await aServer();
    const ann = await someone('ann', server);
    await expect(ann.peer.exportKey({ password: 'not mine', filePassword: FILE_PASSWORD })).rejects.toMatchObject({
      code: 'password-wrong',
    });
    await expect(ann.peer.exportKey({ password: PASSWORD, filePassword: 'short' })).rejects.toMatchObject({
      code: 'password-too-short',
      field: 'filePassword',
    });
    const file = await ann.peer.exportKey({ password: PASSWORD, filePassword: FILE_PASSWORD });
    const form = { file, filePassword: FILE_PASSWORD, password: PASSWORD };
    await expect(ann.peer.importKey(form)).rejects.toMatchObject({ code: 'already-registered' });
    const other = await TestPerson.with();
    await expect(other.peer.importKey({ ...form, filePassword: 'wrong one' })).rejects.toMatchObject({
      code: 'password-wrong',
    });
    await expect(other.peer.importKey({ ...form, file: file.subarray(1) })).rejects.toMatchObject({
      code: 'key-file-damaged',
    });
    await server.stop();
    await expect(other.peer.importKey(form)).rejects.toMatchObject({ code: 'server-unreachable' });
    expect(other.peer.status().state).toBe('no-account');
    expect(ann.peer.status().epoch).toBe(1);
  });
});

describe('what is lost comes back', () => {
  test('a store that is gone: friends from the vault, under a new epoch', async () => {
    const server = await aServer();
    const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
    await befriend(ann, 'ann', bob, 'bob');
    await ann.peer.send({ to: 'bob', text: 'before' });
    await until('it came', () => bob.texts('ann').includes('before'));
    await ann.peer.stop();
    await rm(join(ann.folder, 'store'), { recursive: true });
    await ann.restart();
    expect(await ann.peer.login({ password: PASSWORD })).toMatchObject({ state: 'online', epoch: 2 });
    await ann.isFriend('bob');
    await ann.peer.send({ to: 'bob', text: 'after' });
    await until('it came', () => bob.texts('ann').includes('after'));
    await bob.peer.send({ to: 'ann', text: 'still you' });
    await until('it came', () => ann.texts('bob').includes('still you'));
    expect(bob.texts('ann')).toEqual(['before', 'after', 'still you']);
  });

  test('a profile is opened by one process at a time', async () => {
    const person = await TestPerson.with({ argon2: CHEAP });
    await expect(TestPerson.with({ folder: person.folder })).rejects.toMatchObject({ code: 'profile-in-use' });
  });
});
