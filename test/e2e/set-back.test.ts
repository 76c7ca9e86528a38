/**
 * Scenario row 16 with real processes: an operator puts yesterday's copy of the server's folder back. Everything that friends still
 * hold arrives, once and in order; who was removed or blocked stays so; an account of today is there again.
 */
import { cp, rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Friend } from '../../node/api/contract-views.ts';
import { MiyuError } from '../../shared/errors.ts';
import { HostileFriend, targetOf } from '../net/hostile-friend.ts';
import { befriend, PASSWORD, registerPeer, startPeer, startServer } from '../support/processes.ts';
import type { TestPeer, TestServer } from '../support/processes.ts';
import { until } from '../support/until.ts';

/** While the server is down, as its guide says. */
async function backUp(server: TestServer): Promise<void> {
  await server.end('SIGTERM');
  await cp(server.folder, `${server.folder}.copy`, { recursive: true });
  await server.up();
}

async function putBack(server: TestServer): Promise<void> {
  await server.end('SIGTERM');
  await rm(server.folder, { recursive: true });
  await cp(`${server.folder}.copy`, server.folder, { recursive: true });
  await server.up();
}

const numbered = (from: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${from} ${n + 1}`);

/** Away, with these texts for it at its mailbox. */
async function leavesTexts(from: TestPeer, away: TestPeer, texts: readonly string[]): Promise<void> {
  await away.leave();
  await from.sees(away, 'mailbox');
  for (const text of texts) {
    const message = await from.send(away, text);
    if (text === texts.at(-1)) await from.hasState(away, message, 'stored');
  }
}

const relationOf = async (peer: TestPeer, name: string): Promise<Friend['relation'] | undefined> =>
  (await peer.friend(name))?.relation;

const isFriendOf = (peer: TestPeer, name: string): Promise<unknown> =>
  until(`${peer.name} has ${name} as a friend`, async () => (await relationOf(peer, name)) === 'friend', {
    timeoutMs: 60_000,
  });

async function settles(peer: TestPeer): Promise<void> {
  await until(`all of ${peer.name}’s is delivered`, async () => (await peer.api.call('status')).outbox.waiting === 0, {
    timeoutMs: 90_000,
  });
}

/** Of a peer that also has something to say to people who never come. */
async function allDelivered(from: TestPeer, to: TestPeer): Promise<void> {
  const isSettled = async (): Promise<boolean> => {
    const { messages } = await from.api.call('history', { with: to.name, limit: 200 });
    return messages.every(({ direction, state }) => direction === 'in' || state === 'delivered');
  };
  await until(`all of ${from.name}’s is delivered to ${to.name}`, isSettled, { timeoutMs: 60_000 });
}

const refusalOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'taken',
    (error: unknown) => (error instanceof MiyuError ? error.code : String(error)),
  );

test('mail, a friendship, a removal, a block and an account of after the copy outlive it', async () => {
  const server = await startServer();
  const alice = await registerPeer('alice', server);
  const bob = await registerPeer('bob', server);
  await befriend(alice, bob);
  const removed = await HostileFriend.of(alice, server, 'muteba');
  const blocked = await HostileFriend.of(alice, server, 'muteko');
  await backUp(server);

  await Promise.all([alice.reaches('online'), bob.reaches('online')]);
  await alice.api.call('friends.remove', { who: 'muteba' });
  await alice.api.call('friends.block', { who: 'muteko' });
  const dave = await registerPeer('dave', server);
  await befriend(alice, dave);
  const [forBob, forDave] = [numbered('to bob', 5), numbered('to dave', 5)];
  await leavesTexts(alice, bob, forBob);
  await leavesTexts(alice, dave, forDave);
  const { account } = await alice.api.call('status');
  const owner = Buffer.from(account!, 'hex');

  await putBack(server);
  await until('alice is back', async () => (await alice.api.call('status')).missing.length === 0, {
    timeoutMs: 60_000,
  });
  // Neither is a friend again, whatever the copy says; and the blocked one may not ask.
  const target = targetOf(server);
  for (const { person } of [removed, blocked]) {
    const guest = await person.login(target);
    await until(
      'it is refused',
      async () => (await refusalOf(guest.ask('fetchAddress', { account: owner }))) === 'not-granted',
    );
  }
  const asking = await blocked.person.login(target);
  await until('it may not ask', async () => {
    const asked = refusalOf(asking.ask('sendFriendRequest', { to: owner, sealed: new Uint8Array(100) }));
    return (await asked) === 'not-accepting';
  });

  await Promise.all([bob.back(), dave.back()]);
  await Promise.all([bob.has(alice, forBob, 60_000), dave.has(alice, forDave, 60_000)]);
  await Promise.all([allDelivered(alice, bob), allDelivered(alice, dave), settles(bob), settles(dave)]);
  // It goes on in both directions, over the mailbox as well.
  const more = numbered('and back', 3);
  await leavesTexts(dave, alice, more);
  await alice.back();
  await alice.has(dave, more, 60_000);
  await dave.leave();
  await dave.back();
  await bob.leave();
  await bob.back();
  await Promise.all([bob.has(alice, forBob), dave.has(alice, forDave), alice.has(dave, more)]);
  expect((await alice.api.call('friends.requests')).requests).toEqual([]);
}, 300_000);

test('one-time prekeys that were used already, and requests that waited, end in working friendships', async () => {
  const server = await startServer();
  const alice = await registerPeer('alice', server);
  const frank = await registerPeer('frank', server);
  await alice.api.call('friends.add', { who: 'frank' });
  await frank.hasRequestFrom(alice);
  await backUp(server);

  await Promise.all([alice.reaches('online'), frank.reaches('online')]);
  // Its answer uses alice's first one-time prekey up, which the copy has still.
  const dave = await registerPeer('dave', server);
  await befriend(alice, dave);
  const erin = await registerPeer('erin', server);
  await erin.api.call('friends.add', { who: 'alice', greeting: 'it is me' });
  await alice.hasRequestFrom(erin);
  await alice.leave();
  await erin.leave();
  await dave.leave();

  await putBack(server);
  await frank.reaches('online');
  await frank.api.call('friends.accept', { who: 'alice' });
  await until('its answer is stored', async () => (await frank.api.call('status')).outbox.stored > 0, {
    timeoutMs: 60_000,
  });
  await alice.back();
  await Promise.all([isFriendOf(alice, 'frank'), isFriendOf(frank, 'alice')]);
  await alice.sees(frank, 'online', 60_000);
  await frank.send(alice, 'hello');
  await alice.has(frank, ['hello']);

  // Erin's account is of after the copy: she registers again, and what she asked is asked still, once.
  await erin.back();
  const { requests } = await alice.api.call('friends.requests');
  expect(requests).toMatchObject([{ name: 'erin', greeting: 'it is me' }]);
  await alice.api.call('friends.accept', { who: 'erin' });
  await isFriendOf(erin, 'alice');
  await Promise.all([settles(alice), settles(frank), settles(erin)]);
}, 300_000);

test('a friend’s server: found out at the next start, mail and request are there again', async () => {
  const [near, far] = [await startServer(), await startServer()];
  const alice = await registerPeer('alice', near);
  const bob = await registerPeer('bob', far);
  const gina = await registerPeer('gina', far);
  const invite = (await bob.api.call('invite')).link;
  const ginas = (await gina.api.call('invite')).link;
  await alice.api.call('friends.add', { who: invite });
  await bob.hasRequestFrom(alice);
  await bob.api.call('friends.accept', { who: 'alice' });
  await Promise.all([alice.sees(bob, 'online'), bob.sees(alice, 'online')]);
  await gina.leave();
  await backUp(far);

  const texts = numbered('from afar', 5);
  await leavesTexts(alice, bob, texts);
  await alice.api.call('friends.add', { who: ginas, greeting: 'from afar' });
  await putBack(far);

  await alice.leave();
  await alice.back();
  await until('it is deposited again', async () => {
    const { outbox } = await alice.api.call('status');
    return outbox.stored === outbox.waiting && outbox.stored > 0;
  });
  await gina.back();
  await gina.hasRequestFrom(alice);
  expect((await gina.api.call('friends.requests')).requests).toMatchObject([{ greeting: 'from afar' }]);
  await alice.leave();
  await bob.back();
  await bob.has(alice, texts, 60_000);
}, 300_000);

test('an account whose name was taken meanwhile: the status says so, and friends go on', async () => {
  const server = await startServer();
  const alice = await registerPeer('alice', server);
  await backUp(server);
  await alice.reaches('online');
  const bob = await registerPeer('bob', server);
  await befriend(alice, bob);
  await bob.leave();
  await putBack(server);
  const thief = await startPeer('thief');
  await thief.api.call('register', { name: 'bob', password: PASSWORD, server: server.invite });
  await bob.up();
  await bob.api.call('login', { password: PASSWORD });
  await until('it is said', async () => (await bob.api.call('status')).missing.includes('account-lost'));
  await Promise.all([alice.sees(bob, 'online', 60_000), bob.sees(alice, 'online', 60_000)]);
  await bob.send(alice, 'they took my name');
  await alice.has(bob, ['they took my name']);
}, 180_000);
