/** Invitations to a server that registers only who is invited, between real peers: from the link to the friendship. */
import { expect, test } from 'vitest';
import { aServer, befriend, PASSWORD, TestPerson } from '../../support/people.ts';
import { refusal } from '../../support/refusals.ts';
import { until } from '../../support/until.ts';
import { decodeInvite, encodeInvite } from '../../../shared/invites.ts';

const SLOW = { timeout: 90_000 };

async function invitedServer(invitesPerAccount: number) {
  const server = await aServer({ tokenRequired: true, invitesPerAccount });
  const operators = async (): Promise<string> => {
    const { token } = await server.running.createToken();
    return encodeInvite({ home: server.running.home(), account: undefined, name: '', token });
  };
  const ann = await TestPerson.with();
  await ann.peer.register({ name: 'ann', password: PASSWORD, server: await operators() });
  return { server, operators, ann };
}

test('a link for somebody new lets one person in, who is the inviter’s friend with a pinned key', SLOW, async () => {
  const { server, ann } = await invitedServer(1);
  expect(await ann.peer.invites()).toEqual({ invites: [], most: 1, tokenRequired: true });
  const { link, id, expiresAt } = await ann.peer.invite({ forNew: true });
  expect(await ann.peer.invites()).toMatchObject({ invites: [{ id, expiresAt }] });
  await refusal(ann.peer.invite({ forNew: true }), 'invites-full');
  // For those who have an account there is no bound, and nothing secret in it.
  expect(decodeInvite((await ann.peer.invite()).link).token).toBeUndefined();

  const bob = await TestPerson.with({ server: link });
  const read = bob.peer.readInvite();
  expect(read).toMatchObject({ link, inviter: { name: 'ann' }, forNew: true });
  expect(read?.server.peerId).toBe(server.running.peerId);
  expect(bob.peer.readInvite({ link: server.address })).toBeNull();
  await bob.peer.register({ name: 'bob', password: PASSWORD });
  expect((await bob.peer.add({ who: link })).friend).toMatchObject({ name: 'ann', verified: 'invite' });
  await ann.asked('bob');
  await ann.peer.accept('bob');
  await bob.isFriend('ann');
  expect((await ann.peer.invites()).invites).toEqual([]);

  const late = await TestPerson.with();
  await refusal(late.peer.register({ name: 'late', password: PASSWORD, server: link }), 'token-invalid');
  expect(late.peer.status().state).toBe('no-account');
});

test('one that was taken back lets nobody in', SLOW, async () => {
  const { ann } = await invitedServer(3);
  const { link, id } = await ann.peer.invite({ forNew: true });
  await refusal(ann.peer.revokeInvite({ id: 'zzzz' }), 'token-invalid');
  await ann.peer.revokeInvite({ id: id! });
  expect((await ann.peer.invites()).invites).toEqual([]);
  await refusal(ann.peer.revokeInvite({ id: id! }), 'token-invalid');
  const late = await TestPerson.with();
  await refusal(late.peer.register({ name: 'late', password: PASSWORD, server: link }), 'token-invalid');
});

test(
  'where the operator alone invites, a link for new people is refused; where registration is closed, it is said',
  SLOW,
  async () => {
    const { operators, ann } = await invitedServer(0);
    expect((await refusal(ann.peer.invite({ forNew: true }), 'invites-full')).detail).toBeUndefined();
    const bob = await TestPerson.with();
    await bob.peer.register({ name: 'bob', password: PASSWORD, server: await operators() });
    await befriend(bob, 'bob', ann, 'ann');

    const closed = await aServer({ registrationClosed: true });
    const late = await TestPerson.with();
    const refused = await refusal(
      late.peer.register({ name: 'late', password: PASSWORD, server: closed.address }),
      'registration-closed',
    );
    expect(refused.field).toBe('server');
  },
);

test('an open server needs no token, and makes none', SLOW, async () => {
  const server = await aServer();
  const ann = await TestPerson.with({ server: server.address });
  await ann.peer.register({ name: 'ann', password: PASSWORD });
  const { link, expiresAt, id } = await ann.peer.invite({ forNew: true });
  expect([expiresAt, id, decodeInvite(link).token]).toEqual([null, null, undefined]);
  expect((await ann.peer.invites()).tokenRequired).toBe(false);
  await until('the server has none', async () => (await server.running.listTokens(10)).length === 0);
});
