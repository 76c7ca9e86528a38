/** From the start of a peer's process to the friend shown online: with a server, without one, and where both start again. */
import { setTimeout as pause } from 'node:timers/promises';
import { Lab } from '../lab.ts';
import { waitFor } from '../programs.ts';
import { topologyNamed } from '../topologies.ts';
import { populateWithFriends, type World } from '../world.ts';
import { figureOf, type Figure } from './figure.ts';
import type { Place } from './place.ts';
import { misses, seconds, shows, startOf, type Start } from './starts.ts';

const GOAL_S = 2;
const GOAL_RESTART_S = 5;
/** A friend who comes back within this time after a goodbye is a restart; links of less are treated as simultaneous ones. */
const REST_MS = [500, 3_000] as const;

/** One of the two comes back while the other is there. */
async function comeBack(world: World, place: Place, hidden: boolean): Promise<Figure[]> {
  const { alice, bob } = world;
  const where = hidden ? 'the server gone, both at new addresses' : 'with a server';
  const starts: Start[] = [];
  const atFriend: number[] = [];
  for (let round = 1; round <= place.rounds; round += 1) {
    place.onPhase(`${where}, round ${round} of ${place.rounds}`);
    const [comes, stays] = place.dice.chance(0.5) ? [alice, bob] : [bob, alice];
    await comes.leave();
    await misses(stays, comes);
    if (hidden) await Promise.all([alice, bob].map(({ host }) => host.readdress()));
    await pause(place.dice.between(...REST_MS));
    const since = performance.now();
    const [start] = await Promise.all([
      startOf(comes, stays),
      shows(stays, comes).then(() => atFriend.push(seconds(since))),
    ]);
    starts.push(start);
  }
  const parts = { 'the process is ready (s)': starts.map(({ ready }) => ready) };
  const limits = { unit: 's', goal: GOAL_S, judged: 'p95' } as const;
  const from = 'from the start of the process to shown online';
  return [
    figureOf({ name: `${from} at the friend, ${where}`, samples: atFriend, ...limits }, parts),
    figureOf({ name: `${from} at oneself, ${where}`, samples: starts.map(({ shown }) => shown), ...limits }, parts),
  ];
}

/** Nobody is there, and both come. */
async function bothStart({ alice, bob }: World, place: Place): Promise<Figure[]> {
  const both = [alice, bob] as const;
  const shown: number[] = [];
  const texts: number[] = [];
  const ready: number[] = [];
  for (let round = 1; round <= place.rounds; round += 1) {
    place.onPhase(`both start, round ${round} of ${place.rounds}`);
    await Promise.all(both.map((peer) => peer.leave()));
    await Promise.all(both.map(({ host }) => host.readdress()));
    const since = performance.now();
    const starts = Promise.all([startOf(alice, bob), startOf(bob, alice)]);
    const text = `round ${round}`;
    const said = waitFor('alice can write', async () => {
      return await alice.send(bob, text).catch(() => undefined);
    }).then(async () => {
      await waitFor(`bob has ${text}`, async () => {
        const { messages } = await bob.api
          .call('history', { with: alice.name, limit: 1 })
          .catch(() => ({ messages: [] }));
        return messages.some((message) => message.text === text);
      });
      texts.push(seconds(since));
    });
    const [of] = await Promise.all([starts, said]);
    shown.push(...of.map((start) => start.shown));
    ready.push(...of.map((start) => start.ready));
  }
  const limits = { unit: 's', goal: GOAL_RESTART_S, judged: 'p95' } as const;
  const from = 'both start again at new addresses, the server gone: from the start of the processes';
  return [
    figureOf(
      { name: `${from} to each shown online`, samples: shown, ...limits },
      { 'the process is ready (s)': ready },
    ),
    figureOf({ name: `${from} to the first text at the friend`, samples: texts, ...limits }),
  ];
}

async function withWorld(place: Place, measure: (world: World) => Promise<Figure[]>): Promise<Figure[]> {
  const lab = await Lab.create();
  try {
    place.onPhase('meeting');
    const world = await populateWithFriends(lab, topologyNamed('lan'), place.folder);
    await Promise.all([shows(world.alice, world.bob), shows(world.bob, world.alice)]);
    return await measure(world);
  } finally {
    await lab.remove();
  }
}

export const measureOnline = (place: Place): Promise<Figure[]> =>
  withWorld(place, (world) => comeBack(world, place, false));

/** Whoever is looked for has another address than before, and nobody can be asked for it: only mDNS tells. */
export const measureGone = (place: Place): Promise<Figure[]> =>
  withWorld(place, async (world) => {
    await world.server.removeForGood();
    return [...(await comeBack(world, place, true)), ...(await bothStart(world, place))];
  });
