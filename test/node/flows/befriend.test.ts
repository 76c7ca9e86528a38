import { describe, expect, test } from 'vitest';
import { aServer, befriend, PASSWORD, someone } from '../../support/people.ts';
import { until } from '../../support/until.ts';

describe('becoming friends', () => {
  test('asked, accepted, and a text each way', async () => {
    const server = await aServer();
    const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
    const { friend, outcome } = await ann.peer.add({ who: 'bob', greeting: 'it is me' });
    expect({ relation: friend.relation, outcome, verified: friend.verified }).toEqual({
      relation: 'requested',
      outcome: 'requested',
      verified: 'no',
    });
    await bob.asked('ann');
    expect(bob.peer.requests()[0]).toMatchObject({ name: 'ann', greeting: 'it is me', postponed: false });
    expect((await bob.peer.accept('ann')).relation).toBe('friend');
    await ann.isFriend('bob');
    expect(bob.peer.requests()).toEqual([]);
    await ann.toldOf('bob', 'accepted');
    await bob.toldOf('ann', 'incoming');

    await ann.peer.send({ to: 'bob', text: 'hello bob' });
    await bob.peer.send({ to: 'ann', text: 'hello ann' });
    await until('both texts there', () => ann.texts('bob').length === 2 && bob.texts('ann').length === 2);
    await until('delivered', () => ann.peer.history({ with: 'bob' }).some((message) => message.state === 'delivered'));
    // Both compare the same number.
    expect(ann.peer.friend('bob').safetyNumber).toBe(bob.peer.friend('ann').safetyNumber);
    await until('the server has forgotten the request', async () => (await server.running.status()).requests === 0);
  });

  test('a text that is written while the acceptance is under way comes behind it', async () => {
    const server = await aServer();
    const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
    await ann.peer.add({ who: 'bob' });
    await bob.asked('ann');
    const accepting = bob.peer.accept('ann');
    // Friends from here on, as far as bob can see.
    expect(bob.peer.friends()).toMatchObject([{ name: 'ann', relation: 'friend' }]);
    await bob.peer.send({ to: 'ann', text: 'at once' });
    await accepting;
    await until('it is delivered', () => bob.peer.history({ with: 'ann' }).every(({ state }) => state === 'delivered'));
    expect(ann.texts('bob')).toEqual(['at once']);
  });

  test('asked while absent: the request waits, survives a restart, and the answer waits too', async () => {
    const server = await aServer();
    const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
    await bob.peer.stop();
    await ann.peer.add({ who: 'bob', greeting: 'later then' });
    await ann.peer.stop();

    await bob.restart();
    await bob.peer.login({ password: PASSWORD });
    await bob.asked('ann');
    await server.stop();
    await bob.restart();
    await bob.peer.login({ password: PASSWORD });
    expect(bob.peer.requests()).toMatchObject([{ name: 'ann', greeting: 'later then' }]);
    await bob.peer.accept('ann');
    expect(bob.peer.friends()).toMatchObject([{ name: 'ann', relation: 'friend' }]);

    await server.start();
    await until('stored at the home of ann', async () => (await server.running.status()).mail > 0);
    await bob.peer.stop();
    await ann.restart();
    await ann.peer.login({ password: PASSWORD });
    await ann.isFriend('bob');
    expect(ann.peer.friends()[0]).toMatchObject({ presence: 'mailbox' });
  });

  test('whoever asks somebody who has asked already says yes', async () => {
    const server = await aServer();
    const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
    await ann.peer.add({ who: 'bob' });
    await bob.asked('ann');
    expect(await bob.peer.add({ who: 'ann' })).toMatchObject({ outcome: 'accepted', friend: { relation: 'friend' } });
    await ann.isFriend('bob');
    expect(bob.peer.requests()).toEqual([]);
    await bob.peer.send({ to: 'ann', text: 'after all' });
    await until('it came', () => ann.texts('bob').includes('after all'));
  });

  test('both have asked before either hears of it', async () => {
    const server = await aServer();
    const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
    await Promise.all([ann.peer.add({ who: 'bob' }), bob.peer.add({ who: 'ann' })]);
    await Promise.all([ann.isFriend('bob'), bob.isFriend('ann')]);
    await until('no request is left', () => ann.peer.requests().length + bob.peer.requests().length === 0);
    await Promise.all([ann.peer.send({ to: 'bob', text: 'one' }), bob.peer.send({ to: 'ann', text: 'two' })]);
    await until('both came', () => ann.texts('bob').includes('two') && bob.texts('ann').includes('one'));
  });

  test('refused: the asker is told and keeps nothing, and may ask again', async () => {
    const server = await aServer();
    const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
    await ann.peer.add({ who: 'bob' });
    await bob.asked('ann');
    await bob.peer.refuse('ann');
    expect(bob.peer.requests()).toEqual([]);
    expect(bob.peer.friends()).toEqual([]);
    await ann.lost('bob');
    await ann.toldOf('bob', 'refused');

    await ann.peer.add({ who: 'bob', greeting: 'please' });
    await bob.asked('ann');
    await bob.peer.accept('ann');
    await ann.isFriend('bob');
  });

  test('later: not asked again before the next login', async () => {
    const server = await aServer();
    const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
    await ann.peer.add({ who: 'bob' });
    await bob.asked('ann');
    await bob.peer.later('ann');
    expect(bob.peer.requests()).toMatchObject([{ name: 'ann', postponed: true }]);
    await bob.restart();
    await bob.peer.login({ password: PASSWORD });
    expect(bob.peer.requests()).toMatchObject([{ name: 'ann', postponed: false }]);
    await bob.peer.accept('ann');
    await ann.isFriend('bob');
  });

  test('every refusal has its own word', async () => {
    const server = await aServer();
    const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
    await expect(ann.peer.add({ who: 'ann' })).rejects.toMatchObject({ code: 'not-yourself' });
    await expect(ann.peer.add({ who: 'nobody' })).rejects.toMatchObject({ code: 'no-such-user' });
    await expect(ann.peer.find('nobody')).rejects.toMatchObject({ code: 'no-such-user' });
    await expect(ann.peer.add({ who: 'bob', greeting: '界'.repeat(171) })).rejects.toMatchObject({
      code: 'greeting-too-long',
      field: 'greeting',
    });
    await expect(ann.peer.accept('bob')).rejects.toMatchObject({ code: 'no-such-request' });
    await expect(ann.peer.send({ to: 'bob', text: 'x' })).rejects.toMatchObject({ code: 'not-a-friend' });
    await ann.peer.add({ who: 'bob' });
    await expect(ann.peer.add({ who: 'BOB' })).rejects.toMatchObject({ code: 'already-requested' });
    await expect(ann.peer.send({ to: 'bob', text: 'x' })).rejects.toMatchObject({ code: 'not-a-friend' });
    await bob.asked('ann');
    await bob.peer.accept('ann');
    await ann.isFriend('bob');
    await expect(ann.peer.add({ who: 'bob' })).rejects.toMatchObject({ code: 'already-friends' });
    await expect(bob.peer.add({ who: 'ann' })).rejects.toMatchObject({ code: 'already-friends' });
    expect(ann.peer.friends()).toHaveLength(1);
  });

  test('with the server away it says so, and nothing is begun', async () => {
    const server = await aServer();
    const [ann] = await Promise.all([someone('ann', server), someone('bob', server)]);
    await server.stop();
    await expect(ann.peer.add({ who: 'bob' })).rejects.toMatchObject({ code: 'server-unreachable' });
    expect(ann.peer.friends()).toEqual([]);
  });

  test('finding somebody tells their keys, and what they are to us', async () => {
    const server = await aServer();
    const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
    const own = bob.peer.status();
    const found = await ann.peer.find('Bob');
    expect(found).toMatchObject({ name: 'bob', account: own.account, fingerprint: own.fingerprint, relation: 'none' });
    expect((await ann.peer.whois('ann')).relation).toBe('yourself');
    expect((await ann.peer.whois(found.account)).name).toBe('bob');
    await befriend(ann, 'ann', bob, 'bob');
    expect(await ann.peer.whois(found.account.slice(0, 8))).toMatchObject({ name: 'bob', relation: 'friend' });
    expect(await ann.peer.verify({ who: 'bob', verified: true })).toMatchObject({ verified: 'yes' });
    expect((await ann.peer.find('bob')).verified).toBe('yes');
  });

  test('by an invite the friend is known by key, at another home as well', async () => {
    const [north, south] = await Promise.all([aServer(), aServer()]);
    const [ann, bob] = await Promise.all([someone('ann', north), someone('bob', south)]);
    const { link } = await bob.peer.invite();
    expect((await ann.peer.add({ who: link })).friend).toMatchObject({ name: 'bob', verified: 'invite' });
    await bob.asked('ann');
    await bob.peer.accept('ann');
    await Promise.all([ann.isFriend('bob'), bob.isFriend('ann')]);
    await ann.peer.send({ to: 'bob', text: 'over there?' });
    await until('it came', () => bob.texts('ann').includes('over there?'));

    // Mail goes to the other one's home.
    await bob.peer.stop();
    await ann.peer.send({ to: 'bob', text: 'for later' });
    await ann.friend('bob', 'reached by mail', ({ lastMessage }) => lastMessage?.state === 'stored');
    expect((await south.running.status()).mail).toBeGreaterThan(0);
    expect((await north.running.status()).mail).toBe(0);
    await ann.peer.stop();
    await bob.restart();
    await bob.peer.login({ password: PASSWORD });
    await until('it came by mail', () => bob.texts('ann').includes('for later'));
  });

  test('a grant that the home did not confirm is put there when it is back', async () => {
    const server = await aServer();
    const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
    await ann.peer.add({ who: 'bob' });
    await bob.asked('ann');
    await server.stop();
    // Directly, while no server is there: bob's grant for ann reaches his home only later.
    await bob.peer.accept('ann');
    await server.start();
    await Promise.all([ann.isFriend('bob'), bob.isFriend('ann')]);
    await until('online again', () => bob.peer.status().state === 'online' && ann.peer.status().state === 'online');
    await bob.peer.stop();
    await ann.peer.send({ to: 'bob', text: 'to the mailbox' });
    await ann.friend('bob', 'reached by mail', ({ lastMessage }) => lastMessage?.state === 'stored');
  });
});
