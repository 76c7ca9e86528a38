/** The server gone for good: its process killed and its store deleted. What two friends have goes on, also when both start again. */
import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { WithoutServerBody } from '../../node/api/contract-doctor.ts';
import { befriend, PASSWORD, registerPeer, startServer, type TestPeer } from '../support/processes.ts';
import { until } from '../support/until.ts';

const ability = (body: WithoutServerBody, name: string) => body.abilities.find((each) => each.ability === name);

/** Up again; there is no server that it could be online at. */
async function back(peer: TestPeer): Promise<void> {
  await peer.up();
  const { state } = await peer.api.call('login', { password: PASSWORD });
  expect(state).toBe('connecting');
}

test('friends find each other again after both have started anew, and chat, presence and receipts go on', async () => {
  const server = await startServer();
  const alice = await registerPeer('alice', server);
  const bob = await registerPeer('bob', server);
  await befriend(alice, bob);
  // Whoever was dialled has learnt where the other one listens.
  for (const peer of [alice, bob]) {
    await until(`${peer.name} knows where the friend is`, async () => {
      const without = await peer.api.call('server.without');
      return ability(without, 'meet-again')?.without === 'works';
    });
  }
  await server.end('SIGKILL');
  await rm(server.folder, { recursive: true });

  await Promise.all([alice.leave(), bob.leave()]);
  await Promise.all([back(alice), back(bob)]);
  await Promise.all([alice.sees(bob, 'online', 60_000), bob.sees(alice, 'online', 60_000)]);

  const message = await alice.send(bob, 'no server is left');
  await bob.has(alice, ['no server is left']);
  await alice.hasState(bob, message, 'delivered');
  const [seen] = (await bob.api.call('history', { with: 'alice' })).messages.filter(
    ({ direction }) => direction === 'in',
  );
  await bob.api.call('history.read', { with: 'alice', upTo: seen?.position ?? 0 });
  await alice.hasState(bob, message, 'read');
  await bob.send(alice, 'and none is missed');
  await alice.has(bob, ['and none is missed']);

  // Presence: gone is seen, and so is back; what was written meanwhile waits here and goes over.
  await bob.leave();
  await until('alice sees that bob is gone', async () => (await alice.friend('bob'))?.presence !== 'online');
  const waiting = await alice.send(bob, 'for when you are back');
  expect((await alice.stateOf(bob, waiting)).state).toBe('queued');
  await back(bob);
  await alice.sees(bob, 'online', 60_000);
  await bob.has(alice, ['no server is left', 'for when you are back']);
  await alice.hasState(bob, waiting, 'delivered');

  const status = await alice.miyu('status');
  const without = status.json['withoutServer'] as WithoutServerBody;
  expect(without).toMatchObject({ serverOnline: false, reason: 'server-unreachable' });
  for (const name of ['chat', 'presence', 'receipts', 'meet-again']) {
    expect(ability(without, name), name).toMatchObject({ now: 'works', friends: { count: 1, of: 1 } });
  }
  for (const name of ['find', 'account', 'log']) {
    expect(ability(without, name), name).toMatchObject({ now: 'needs-server' });
  }
  // And so it is: the panel does not say more than what happens.
  expect((await alice.miyu('friends', 'find', 'bob')).errorCode).toBe('server-unreachable');
  const doctor = await alice.miyu('doctor');
  expect(doctor.code).toBe(7);
  expect(doctor.json['findings']).toContainEqual(
    expect.objectContaining({ code: 'refused', certainty: 'certain', subject: { is: 'server' }, weight: 'fault' }),
  );
}, 240_000);
