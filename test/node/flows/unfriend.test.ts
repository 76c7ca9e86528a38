import { describe, expect, test } from 'vitest';
import { Grants } from '../../../rendezvous/friends/grants.ts';
import { openLevelStore, type LevelStore } from '../../../rendezvous/store/level-store.ts';
import type { ServerOptions } from '../../../rendezvous/server.ts';
import { isMiyuError } from '../../../shared/errors.ts';
import { aServer, befriend, PASSWORD, someone, type TestPerson, type TestServer } from '../../support/people.ts';
import { until } from '../../support/until.ts';

async function twoFriends(
  options: ServerOptions = {},
): Promise<{ server: TestServer; ann: TestPerson; bob: TestPerson }> {
  const server = await aServer({}, options);
  const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
  await befriend(ann, 'ann', bob, 'bob');
  await ann.peer.send({ to: 'bob', text: 'while it lasted' });
  await until('it came', () => bob.texts('ann').length === 1);
  return { server, ann, bob };
}

describe('the end of a friendship', () => {
  test('gone here with its history, and ended there', async () => {
    const { ann, bob } = await twoFriends();
    await ann.peer.remove({ who: 'bob' });
    expect(ann.peer.friends()).toEqual([]);
    await bob.friend('ann', 'no friend any more', ({ relation }) => relation === 'removed');
    await bob.toldOf('ann', 'removed');
    await expect(bob.peer.send({ to: 'ann', text: 'x' })).rejects.toMatchObject({ code: 'not-a-friend' });
    expect(bob.texts('ann')).toEqual(['while it lasted']);
    await bob.peer.remove({ who: 'ann' });
    expect(bob.peer.friends()).toEqual([]);
    await expect(ann.peer.remove({ who: 'bob' })).rejects.toMatchObject({ code: 'not-a-friend' });
  });

  test('while the other is absent: gone at the next login, deposits refused', async () => {
    const { server, ann, bob } = await twoFriends();
    await bob.peer.stop();
    const { mail } = await server.running.status();
    await ann.peer.remove({ who: 'bob', keepHistory: true });
    await ann.friend('bob', 'kept for its history', ({ relation }) => relation === 'removed');
    expect(ann.texts('bob')).toEqual(['while it lasted']);
    await until('the end is told', async () => (await server.running.status()).mail > mail);
    await ann.peer.stop();
    await bob.restart();
    await bob.peer.login({ password: PASSWORD });
    await bob.friend('ann', 'no friend any more', ({ relation }) => relation === 'removed');
  });

  test('while the server is away too: all of it is done when it returns', async () => {
    const { server, ann, bob } = await twoFriends();
    await bob.peer.stop();
    await server.stop();
    await ann.peer.remove({ who: 'bob' });
    expect(ann.peer.friends()).toEqual([]);
    await ann.restart();
    await ann.peer.login({ password: PASSWORD });
    expect(ann.peer.friends()).toEqual([]);
    await server.start();
    await until('the end is told', async () => (await server.running.status()).mail > 0);
    await bob.restart();
    await bob.peer.login({ password: PASSWORD });
    await bob.friend('ann', 'no friend any more', ({ relation }) => relation === 'removed');
  });

  test('cleared away before our home has heard of the revocation: it hears of it all the same', async () => {
    let store: LevelStore | undefined;
    const { server, ann, bob } = await twoFriends({
      openStore: async (folder) => (store = await openLevelStore(folder)),
    });
    const [owner, depositor] = [ann, bob].map(({ peer }) => Buffer.from(peer.status().account!, 'hex'));
    const access = () => new Grants(store!, 0).access(owner!, depositor!);
    expect(await access()).toBe('granted');
    await Promise.all([
      ann.friend('bob', 'there', ({ presence }) => presence === 'online'),
      bob.friend('ann', 'there', ({ presence }) => presence === 'online'),
    ]);
    await server.stop();
    // Over the link. Ann takes back her grant, and cannot say so.
    await bob.peer.remove({ who: 'ann' });
    await ann.friend('bob', 'no friend any more', ({ relation }) => relation === 'removed');
    await ann.peer.remove({ who: 'bob' });
    expect(ann.peer.friends()).toEqual([]);
    await ann.restart();
    await ann.peer.login({ password: PASSWORD });
    await server.start();
    await until('it is revoked', async () => (await access()) === 'revoked');
  });

  test('friends again: what is sent then arrives, and the kept history goes on', async () => {
    const { ann, bob } = await twoFriends();
    await ann.peer.remove({ who: 'bob' });
    await bob.friend('ann', 'no friend any more', ({ relation }) => relation === 'removed');
    await bob.peer.add({ who: 'ann' });
    await ann.asked('bob');
    await ann.peer.accept('bob');
    await Promise.all([ann.isFriend('bob'), bob.isFriend('ann')]);
    await ann.peer.send({ to: 'bob', text: 'from ann' });
    await bob.peer.send({ to: 'ann', text: 'from bob' });
    await until('both came', () => ann.texts('bob').length === 2 && bob.texts('ann').length === 3);
    expect(bob.texts('ann')[0]).toBe('while it lasted');
    expect(ann.texts('bob').toSorted()).toEqual(['from ann', 'from bob']);
  });

  test('a request is taken back', async () => {
    const server = await aServer();
    const [ann] = await Promise.all([someone('ann', server), someone('bob', server)]);
    await ann.peer.add({ who: 'bob' });
    await ann.peer.remove({ who: 'bob' });
    expect(ann.peer.friends()).toEqual([]);
    await ann.peer.add({ who: 'bob' });
    expect(ann.peer.friends()).toMatchObject([{ name: 'bob', relation: 'requested' }]);
  });

  test('blocked: ended, and asked no more, until it is lifted', async () => {
    const { ann, bob } = await twoFriends();
    await ann.peer.block('bob');
    await ann.friend('bob', 'blocked', ({ blocked, relation }) => blocked && relation === 'removed');
    await bob.friend('ann', 'no friend any more', ({ relation }) => relation === 'removed');
    await until('the home knows', () =>
      bob.peer.add({ who: 'ann' }).then(
        () => bob.peer.remove({ who: 'ann', keepHistory: true }).then(() => false),
        (error: unknown) => isMiyuError(error, 'not-accepting'),
      ),
    );
    expect(ann.peer.requests()).toEqual([]);
    await expect(ann.peer.add({ who: 'bob' })).rejects.toMatchObject({ code: 'friend-blocked' });
    await expect(ann.peer.send({ to: 'bob', text: 'x' })).rejects.toMatchObject({ code: 'friend-blocked' });
    expect(bob.peer.friends()).toMatchObject([{ name: 'ann', relation: 'removed' }]);
    expect(bob.texts('ann')).toEqual(['while it lasted']);

    await ann.peer.unblock('bob');
    await until('bob may ask again', () =>
      bob.peer.add({ who: 'ann' }).then(
        () => true,
        () => false,
      ),
    );
    await ann.asked('bob');
  });

  test('blocked or kept for its history while nobody can be told: shown as that at once, and told later', async () => {
    const { server, ann, bob } = await twoFriends();
    const cat = await someone('cat', server);
    await befriend(ann, 'ann', cat, 'cat');
    await Promise.all([bob.peer.stop(), cat.peer.stop()]);
    await server.stop();
    await ann.peer.block('bob');
    await ann.peer.remove({ who: 'cat', keepHistory: true });
    const shown = [
      { name: 'bob', relation: 'removed', blocked: true },
      { name: 'cat', relation: 'removed', blocked: false },
    ];
    const inOrder = () => ann.peer.friends().toSorted((a, b) => (a.name < b.name ? -1 : 1));
    expect(inOrder()).toMatchObject(shown);
    expect(ann.peer.friend('bob')).toMatchObject({ blocked: true });
    expect(ann.texts('bob')).toEqual(['while it lasted']);
    await ann.restart();
    await ann.peer.login({ password: PASSWORD });
    expect(inOrder()).toMatchObject(shown);
    await ann.peer.remove({ who: 'cat' });
    expect(ann.peer.friends()).toMatchObject([{ name: 'bob' }]);

    await server.start();
    await until('both ends are told', async () => (await server.running.status()).mail > 1);
    for (const other of [bob, cat]) {
      await other.restart();
      await other.peer.login({ password: PASSWORD });
      await other.friend('ann', 'no friend any more', ({ relation }) => relation === 'removed');
    }
    expect(ann.peer.friends()).toMatchObject([{ name: 'bob', blocked: true }]);
  });

  test('a stranger whose request waits can be blocked', async () => {
    const server = await aServer();
    const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
    await ann.peer.add({ who: 'bob' });
    await bob.asked('ann');
    await bob.peer.block('ann');
    expect(bob.peer.requests()).toEqual([]);
    expect(bob.peer.friends()).toMatchObject([{ name: 'ann', blocked: true }]);
    await until('the server has forgotten the request', async () => (await server.running.status()).requests === 0);
  });
});
