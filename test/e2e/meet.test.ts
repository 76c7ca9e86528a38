/** Friendship without a server, by the command line alone: the server is killed for good before anybody has asked anybody. */
import { expect, test } from 'vitest';
import { registerPeer, startServer } from '../support/processes.ts';
import { until } from '../support/until.ts';

test('a link, a request, a yes, and texts both ways', async () => {
  const server = await startServer();
  const alice = await registerPeer('alice', server);
  const bob = await registerPeer('bob', server);
  await server.end('SIGKILL');
  await until('both miss it', async () => {
    const told = await Promise.all([alice, bob].map((peer) => peer.api.call('status')));
    return told.every(({ missing }) => missing.includes('server-unreachable'));
  });
  const invite = await bob.miyu('invite');
  expect(invite.code).toBe(0);
  const link = String(invite.json['link']);
  expect((await alice.miyu('whois', link)).json).toMatchObject({ name: 'bob' });
  const bare = await bob.miyu('invite', '--no-direct');
  expect((await alice.miyu('friends', 'add', String(bare.json['link']))).errorCode).toBe('server-unreachable');
  const added = await alice.miyu('friends', 'add', link, '--greeting', '没有服务器');
  expect(added).toMatchObject({ code: 0, json: { outcome: 'requested', way: 'direct' } });
  expect((await bob.miyu('friends', 'requests')).json).toMatchObject({
    requests: [{ name: 'alice', greeting: '没有服务器' }],
  });
  expect((await bob.miyu('friends', 'accept', 'alice')).code).toBe(0);
  await Promise.all([alice.sees(bob, 'online'), bob.sees(alice, 'online')]);
  expect((await alice.miyu('send', 'bob', 'hello', '--wait', 'delivered')).json).toMatchObject({ state: 'delivered' });
  expect((await bob.miyu('send', 'alice', 'and back', '--wait', 'delivered')).json).toMatchObject({
    state: 'delivered',
  });
  await alice.has(bob, ['and back']);
  await bob.has(alice, ['hello']);
  expect((await alice.miyu('friends', 'add', link)).errorCode).toBe('already-friends');

  const own = String((await alice.miyu('invite')).json['link']);
  expect((await alice.miyu('friends', 'add', own)).errorCode).toBe('not-yourself');
}, 180_000);
