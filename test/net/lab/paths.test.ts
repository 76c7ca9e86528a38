/** Friends in the networks that people have: which path they say they have, and that messages really go there. */
import { describe, expect, test } from 'vitest';
import { PEER_PORT } from '../../../scripts/sim/lab/programs.ts';
import type { World } from '../../../scripts/sim/lab/world.ts';
import { friendsIn, friendsWithRelay, pathsOf, textsOf, watchPresence } from './lab.ts';

type Path = 'lan' | 'direct' | 'relayed';

/** Both see the other online by this path, and a text each way goes by it. */
async function chatBy(path: Path, { alice, bob }: World): Promise<void> {
  await Promise.all([alice.sees(bob, { presence: 'online', path }), bob.sees(alice, { presence: 'online', path })]);
  const [there, back] = await Promise.all([
    alice.miyu('send', 'bob', 'hello bob', '--wait', 'delivered'),
    bob.send(alice, 'hello alice'),
  ]);
  expect(there).toMatchObject({ code: 0, json: { state: 'delivered', path } });
  expect(back).toMatchObject({ text: 'hello alice' });
  await Promise.all([bob.hasReceived(alice, 1), alice.hasReceived(bob, 1)]);
  const [atBob, atAlice] = [await bob.received(alice), await alice.received(bob)];
  expect([textsOf(atBob), textsOf(atAlice)]).toEqual([['hello bob'], ['hello alice']]);
  expect([pathsOf(atBob), pathsOf(atAlice)]).toEqual([[path], [path]]);
}

/** Neither has a path, both say so, and a text each way goes by the mailbox. */
async function chatByMailbox({ alice, bob }: World, shown: readonly string[]): Promise<void> {
  await Promise.all([
    alice.sees(bob, { presence: 'mailbox', path: null }),
    bob.sees(alice, { presence: 'mailbox', path: null }),
  ]);
  await Promise.all([alice.send(bob, 'hello bob'), bob.send(alice, 'hello alice')]);
  const [atBob, atAlice] = await Promise.all([bob.hasReceived(alice, 1), alice.hasReceived(bob, 1)]);
  expect([textsOf(atBob), textsOf(atAlice)]).toEqual([['hello bob'], ['hello alice']]);
  expect([pathsOf(atBob), pathsOf(atAlice)]).toEqual([['mailbox'], ['mailbox']]);
  await Promise.all([
    alice.sees(bob, { presence: 'mailbox', path: null }),
    bob.sees(alice, { presence: 'mailbox', path: null }),
  ]);
  expect(shown.filter((each) => each.startsWith('online'))).toEqual([]);
}

// Most of their time goes by in starting programs and waiting for them.
describe.concurrent('two friends', { timeout: 180_000 }, () => {
  test('on one switch: lan', async (context) => {
    await chatBy('lan', await friendsIn(context, 'lan'));
  });

  test('a router between them, public addresses: direct', async (context) => {
    await chatBy('direct', await friendsIn(context, 'routed'));
  });

  test('a router between two private subnets: direct', async (context) => {
    await chatBy('direct', await friendsIn(context, 'subnets'));
  });

  test('one of them behind a NAT: who is behind it dials out, and both chat directly', async (context) => {
    const world = await friendsIn(context, 'nat');
    await chatBy('direct', world);
    const { alice, lab } = world;
    // It is the NAT’s address that the other one sees.
    expect((await world.bob.friend('alice'))?.address).toContain(`/ip4/${lab.hostNamed('cpe').addressOn('internet')}/`);
    expect((await alice.friend('bob'))?.address).toContain(`/ip4/${world.bob.host.address}/`);
  });

  test('each behind an endpoint-dependent NAT: by the mailbox, and both say so', async (context) => {
    const world = await friendsIn(context, 'nat-both');
    const shown = watchPresence(context, world.alice, world.bob);
    await chatByMailbox(world, shown);
  });

  test('each behind an endpoint-dependent NAT, at a server that relays: through it, and both say so', async (context) => {
    const world = await friendsWithRelay(context, 'nat-both');
    const shown = watchPresence(context, world.alice, world.bob);
    await chatBy('relayed', world);
    expect(shown).not.toContain('online without a path');
    // Without the relay there is no way, and nothing is lost by that.
    const { alice, bob, server } = world;
    await server.end('SIGKILL');
    await alice.sees(bob, { path: null });
    await alice.send(bob, 'while nobody relays');
    await server.up();
    expect(textsOf(await bob.hasReceived(alice, 2))).toEqual(['hello bob', 'while nobody relays']);
    await alice.sees(bob, { presence: 'online', path: 'relayed' });
  });

  test('one behind a NAT, the other letting nobody in: relayed, and directly as soon as he lets somebody in', async (context) => {
    const world = await friendsWithRelay(context, 'nat');
    const { alice, bob } = world;
    await alice.sees(bob, { presence: 'online', path: 'direct' });
    await alice.leave();
    await bob.host.firewall({ dropInbound: 'all' });
    await alice.back();
    await chatBy('relayed', world);
    await bob.host.firewall({});
    const begun = performance.now();
    await Promise.all([
      alice.sees(bob, { presence: 'online', path: 'direct' }),
      bob.sees(alice, { presence: 'online', path: 'direct' }),
    ]);
    console.log(`direct ${((performance.now() - begun) / 1_000).toFixed(1)} s after the firewall`);
    await alice.send(bob, 'directly');
    const [, last] = await bob.hasReceived(alice, 2);
    expect(last).toMatchObject({ text: 'directly', path: 'direct' });
  });

  test('on an access point that isolates its clients: by the mailbox, and directly once it does not', async (context) => {
    const world = await friendsIn(context, 'isolated');
    const { alice, bob, lab } = world;
    const shown = watchPresence(context, alice, bob);
    await chatByMailbox(world, shown);
    await lab.switchNamed('cafe').isolate(false);
    const begun = performance.now();
    await Promise.all([
      alice.sees(bob, { presence: 'online', path: 'lan' }),
      bob.sees(alice, { presence: 'online', path: 'lan' }),
    ]);
    console.log(`online ${((performance.now() - begun) / 1_000).toFixed(1)} s after the isolation`);
  });

  test('one of them lets nobody in: that one dials out, and both chat directly', async (context) => {
    const world = await friendsIn(context, 'firewall');
    await chatBy('lan', world);
    // Alice is where she listens; bob is not.
    expect((await world.bob.friend('alice'))?.address).toContain(`/tcp/${PEER_PORT}`);
    expect((await world.alice.friend('bob'))?.address).not.toContain(`/tcp/${PEER_PORT}`);
  });
});
