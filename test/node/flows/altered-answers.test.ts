/** A server that lies about mail, prekeys and friendships, between people who do not: what it can bring about, and what they see of it. */
import { describe, expect, test } from 'vitest';
import { fromHex } from '../../../shared/ids.ts';
import { anAlteringServer } from '../../support/altering-server.ts';
import { befriend, PASSWORD, someone, type TestPerson } from '../../support/people.ts';
import { until } from '../../support/until.ts';

const accountOf = (person: TestPerson): Uint8Array => fromHex(person.peer.status().account!)!;

async function twoFriends() {
  const { server, lies } = await anAlteringServer();
  const [ann, bob] = [await someone('ann', server), await someone('bob', server)];
  await befriend(ann, 'ann', bob, 'bob');
  return { server, lies, ann, bob };
}

const altered = (bytes: Uint8Array, where: number): Uint8Array =>
  bytes.map((byte, at) => (at === where ? byte ^ 1 : byte));

async function comesBack(person: TestPerson): Promise<void> {
  await person.restart();
  await person.peer.login({ password: PASSWORD });
}

describe('a server that lies about mail', () => {
  test('keeps the last one back: seen at the next contact, proven by its own receipt, and sent again by the friend', async () => {
    const { server, lies, ann, bob } = await twoFriends();
    await bob.peer.stop();
    await ann.friend('bob', 'away', ({ presence }) => presence !== 'online');
    await ann.peer.send({ to: 'bob', text: 'one' });
    await ann.peer.send({ to: 'bob', text: 'two' });
    await until('both are receipted', async () => (await server.running.status()).mail >= 2);
    lies.withhold = () => true;
    await comesBack(bob);
    await until('bob has both all the same', () => bob.texts('ann').length === 2);
    expect(bob.texts('ann')).toEqual(['one', 'two']);
    await until('it is proven', () => bob.peer.friend('ann').agreement.withheld.length > 0);
    const [proof] = bob.peer.friend('ann').agreement.withheld;
    expect(proof?.server).toBe(server.running.peerId);
  });

  test('gives it out twice, and under another friend’s name: shown once, as whose it is', async () => {
    const { server, lies, ann, bob } = await twoFriends();
    const cat = await someone('cat', server);
    await befriend(cat, 'cat', bob, 'bob');
    await bob.peer.stop();
    await Promise.all([ann, cat].map((one) => one.friend('bob', 'away', ({ presence }) => presence !== 'online')));
    for (const text of ['one', 'two', 'three']) await ann.peer.send({ to: 'bob', text });
    await until('all are receipted', async () => (await server.running.status()).mail >= 3);
    const [anns, cats] = [accountOf(ann), accountOf(cat)];
    lies.replay = true;
    lies.mail = (mail) => (mail.sequence % 2n === 0n ? { ...mail, depositor: cats } : mail);
    await comesBack(bob);
    await until('bob has all', () => bob.texts('ann').length >= 3);
    await ann.friend('bob', 'there', ({ presence }) => presence === 'online');
    await ann.peer.send({ to: 'bob', text: 'four' });
    await until('and the next', () => bob.texts('ann').includes('four'));
    expect(bob.texts('ann')).toEqual(['one', 'two', 'three', 'four']);
    expect(bob.texts('cat')).toEqual([]);
    expect(anns).not.toEqual(cats);
  });

  test('alters it: nothing is shown of it, and the friend sends it again', async () => {
    const { server, lies, ann, bob } = await twoFriends();
    await bob.peer.stop();
    await ann.friend('bob', 'away', ({ presence }) => presence !== 'online');
    await ann.peer.send({ to: 'bob', text: 'as it was written' });
    await until('it is receipted', async () => (await server.running.status()).mail >= 1);
    lies.mail = (mail) => ({ ...mail, envelope: altered(mail.envelope, mail.envelope.length - 9) });
    await comesBack(bob);
    await until('it came by another way', () => bob.texts('ann').length > 0);
    expect(bob.texts('ann')).toEqual(['as it was written']);
  });
});

describe('a server that lies about people', () => {
  test('invents no request: in another’s name, or altered, it is not shown', async () => {
    const { server, lies, ann, bob } = await twoFriends();
    const eve = await someone('eve', server);
    const dan = await someone('dan', server);
    await bob.peer.stop();
    await eve.peer.add({ who: 'bob' });
    const dans = accountOf(dan);
    lies.requests = (honest) => [
      ...honest.map((request) => ({ ...request, from: dans })),
      ...honest.map((request) => ({ ...request, from: accountOf(ann) })),
      ...honest.map((request) => ({ ...request, from: dans, sealed: altered(request.sealed, 80) })),
      ...honest,
    ];
    await comesBack(bob);
    await bob.asked('eve');
    expect(bob.peer.requests().map(({ name }) => name)).toEqual(['eve']);
    expect(bob.peer.friends().map(({ name, relation }) => [name, relation])).toEqual([['ann', 'friend']]);
  });

  test('invents no approval: another’s acceptance makes no friend of whoever was asked', async () => {
    const { server, lies } = await anAlteringServer();
    const [ann, bob, eve] = [await someone('ann', server), await someone('bob', server), await someone('eve', server)];
    await ann.peer.add({ who: 'bob' });
    await ann.peer.add({ who: 'eve' });
    await bob.asked('ann');
    const bobs = accountOf(bob);
    await ann.peer.stop();
    await eve.asked('ann');
    await eve.peer.accept('ann');
    await until('the acceptance is there', async () => (await server.running.status()).mail > 0);
    lies.mail = (mail) => ({ ...mail, depositor: bobs });
    lies.replay = true;
    await comesBack(ann);
    await until('the mailbox was emptied', async () => (await server.running.status()).mail === 0);
    await ann.friend('bob', 'asked and no more', ({ relation }) => relation === 'requested');
    await expect(ann.peer.send({ to: 'bob', text: 'for bob alone' })).rejects.toMatchObject({ code: 'not-a-friend' });
    // The honest answer comes by the direct link, or asked for again.
    await ann.isFriend('eve');
    expect(ann.peer.friends().find(({ name }) => name === 'bob')?.relation).toBe('requested');
  });

  test.each(['another’s', 'altered'])('hands out prekeys that are %s: nothing is sealed to them', async (kind) => {
    const { server, lies, heard } = await anAlteringServer();
    const [ann, bob, eve] = [await someone('ann', server), await someone('bob', server), await someone('eve', server)];
    const [bobs, eves] = [accountOf(bob), accountOf(eve)];
    await bob.peer.add({ who: 'ann' });
    await ann.asked('bob');
    await bob.peer.stop();
    if (kind === 'altered') lies.bundle = (payload) => altered(payload, 60);
    else lies.prekeysOf = (account) => (Buffer.compare(account, bobs) === 0 ? eves : account);
    await ann.peer.accept('bob');
    await ann.peer.send({ to: 'bob', text: 'for bob alone' });
    // A bundle that its own key has not signed is told, as another key is; of what is another's nothing fits, and it is asked for again.
    const isTold = (): boolean => ann.peer.alarms().some(({ kind: what }) => what === 'key-changed');
    if (kind === 'altered') await until('it is told', isTold);
    else await until('it was tried, and tried again', () => heard('fetchPrekeys') > 1);
    expect(isTold()).toBe(kind === 'altered');
    expect((await server.running.status()).mail).toBe(0);
    expect(eve.peer.friends()).toEqual([]);
    lies.bundle = undefined;
    lies.prekeysOf = undefined;
    await comesBack(bob);
    if (kind === 'altered') await ann.peer.decideKey({ who: 'bob', decision: 'keep' });
    await until('bob has it in the end', () => bob.texts('ann').length === 1, { timeoutMs: 60_000 });
    expect(bob.texts('ann')).toEqual(['for bob alone']);
  });
});
