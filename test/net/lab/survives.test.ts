/** What becomes of two friends whose server is gone for good, and of a chat in whose middle one of them goes elsewhere. */
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { LabPeer, befriend, waitFor } from '../../../scripts/sim/lab/programs.ts';
import { misses } from '../../../scripts/sim/lab/reach/starts.ts';
import type { World } from '../../../scripts/sim/lab/world.ts';
import { friendsIn, textsOf, watchPresence } from './lab.ts';

const SAY_EVERY_MS = 100;

interface Talk {
  /** @returns what was acknowledged, in its order */
  end(): Promise<{ readonly fromAlice: readonly string[]; readonly fromBob: readonly string[] }>;
}

/** Both write to each other all the time. */
function talk({ alice, bob }: World): Talk {
  let over = false;
  const said = { fromAlice: [] as string[], fromBob: [] as string[] };
  const say = async (of: typeof alice, to: typeof bob, texts: string[]): Promise<void> => {
    for (let n = 1; !over; n++) {
      const text = `${of.name} ${n}`;
      await of.send(to, text);
      texts.push(text);
      await pause(SAY_EVERY_MS);
    }
  };
  const both = Promise.all([say(alice, bob, said.fromAlice), say(bob, alice, said.fromBob)]);
  both.catch(() => undefined); // Told by `end`.
  return {
    end: async () => {
      over = true;
      await both;
      return said;
    },
  };
}

/** Friends, and each has what the other sends first: the key to its address records, and then this. */
async function meet(one: LabPeer, other: LabPeer): Promise<void> {
  await befriend(one, other);
  await keysAreThere(one, other);
}

async function keysAreThere(...both: readonly [LabPeer, LabPeer]): Promise<void> {
  const [one, other] = both;
  await Promise.all([one.send(other, 'hello'), other.send(one, 'hello')]);
  await Promise.all([one.hasReceived(other, 1), other.hasReceived(one, 1)]);
  for (const peer of both) {
    await waitFor(`${peer.name} has told all`, async () => (await peer.api.call('status')).outbox.waiting === 0);
  }
}

/** The first of these by the clock of this machine, which all hosts share. @returns milliseconds after `since` */
async function firstAfter(since: number, { alice, bob }: World): Promise<readonly [number, number]> {
  const first = async (at: typeof alice, from: typeof bob): Promise<number> => {
    const before = (await at.received(from)).length;
    const messages = await at.hasReceived(from, before + 1);
    return Math.min(...messages.map(({ receivedAt }) => (receivedAt ?? 0) - since).filter((ms) => ms > 0));
  };
  return await Promise.all([first(bob, alice), first(alice, bob)]);
}

describe.concurrent('two friends', { timeout: 180_000 }, () => {
  test('the server gone for good: both start again, find each other by their last addresses, and chat on', async (context) => {
    const world = await friendsIn(context, 'lan');
    const { alice, bob, server } = world;
    await Promise.all([alice.sees(bob, { presence: 'online' }), bob.sees(alice, { presence: 'online' })]);
    await server.removeForGood();
    await alice.send(bob, 'still here?');
    await bob.hasReceived(alice, 1);
    await Promise.all([alice.leave(), bob.leave()]);
    const begun = performance.now();
    await Promise.all([alice.back(), bob.back()]);
    const up = performance.now();
    await Promise.all([
      alice.sees(bob, { presence: 'online', path: 'lan' }),
      bob.sees(alice, { presence: 'online', path: 'lan' }),
    ]);
    const found = performance.now();
    console.log(`up and signed in in ${(up - begun).toFixed(0)} ms, online ${(found - up).toFixed(0)} ms later`);
    await Promise.all([alice.send(bob, 'without a server'), bob.send(alice, 'as ever')]);
    const [atBob, atAlice] = await Promise.all([bob.hasReceived(alice, 2), alice.hasReceived(bob, 1)]);
    expect([textsOf(atBob), textsOf(atAlice)]).toEqual([['still here?', 'without a server'], ['as ever']]);
    expect((await alice.api.call('status')).missing).toContain('server-unreachable');
  });

  test('no server, no multicast, both at new addresses: a friend whom they share brings them together, and nobody else is found', async (context) => {
    const { lab, alice, bob, server } = await friendsIn(context, 'no-multicast');
    const folder = dirname(alice.profile);
    const [carol, dave] = await Promise.all([
      lab.host('carol', { on: 'home' }).then((host) => LabPeer.register(host, folder, server)),
      lab.host('dave', { on: 'home' }).then((host) => LabPeer.register(host, folder, server)),
    ]);
    await Promise.all([keysAreThere(alice, bob), meet(alice, carol), meet(bob, carol), meet(alice, dave)]);
    await server.removeForGood();
    const moving = [alice, bob, dave];
    await Promise.all(moving.map((peer) => peer.leave()));
    for (const gone of [alice, bob]) await misses(carol, gone);
    await Promise.all(moving.map(({ host }) => host.readdress()));
    const begun = performance.now();
    await Promise.all(moving.map((peer) => peer.back()));
    const up = performance.now();
    await Promise.all([alice.sees(bob, { presence: 'online' }), bob.sees(alice, { presence: 'online' })]);
    const found = performance.now();
    console.log(`up and signed in in ${(up - begun).toFixed(0)} ms, online ${(found - up).toFixed(0)} ms later`);
    // Nothing else could have told them: whoever shares no friend with alice is looked for in vain.
    const { search } = await waitFor('alice has looked for dave', async () => {
      const details = await alice.api.call('friends.show', { who: 'dave' });
      return (details.search?.failures ?? 0) > 0 && details.search?.endedAt !== null && details;
    });
    expect(search?.tried.find(({ place }) => place === 'dht')).toMatchObject({ result: 'nothing', reason: null });
    expect((await dave.friend('alice'))?.presence).not.toBe('online');
  });

  test('one of them moves to another network in the middle of a chat: nothing lost, nothing doubled', async (context) => {
    const world = await friendsIn(context, 'subnets');
    const { alice, bob } = world;
    await Promise.all([alice.sees(bob, { presence: 'online' }), bob.sees(alice, { presence: 'online' })]);
    const shown = [watchPresence(context, alice, bob), watchPresence(context, bob, alice)];
    const chat = talk(world);
    await bob.hasReceived(alice, 5);
    await bob.host.move('home');
    const moved = Date.now();
    const [atBob, atAlice] = await firstAfter(moved, world);
    await Promise.all([alice.sees(bob, { presence: 'online' }), bob.sees(alice, { presence: 'online' })]);
    const online = Date.now() - moved;
    const said = await chat.end();
    const received = await Promise.all([
      bob.hasReceived(alice, said.fromAlice.length),
      alice.hasReceived(bob, said.fromBob.length),
    ]);
    console.log(
      `moved in mid-chat: first text at bob after ${atBob} ms, at alice after ${atAlice} ms, both online after ${online} ms; ` +
        `${said.fromAlice.length + said.fromBob.length} texts`,
    );
    expect(received.map(textsOf)).toEqual([said.fromAlice, said.fromBob]);
    expect(shown.flat()).not.toContain('online without a path');
    // They were apart, and each has said so.
    for (const each of shown) expect(each.at(-1)).toBe('online lan');
  });
});
