/** The events of a world beside its kills: one row of shared/scenarios.md at a time, each event by its own draw. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from './actor.ts';
import type { Plan } from './plan.ts';
import { Dice } from './random.ts';
import { DISK_FAULTS, type DiskFault } from './weather.ts';

const FAULTS = Object.keys(DISK_FAULTS) as DiskFault[];
const DAY_SECONDS = 24 * 60 * 60;
const FARTHEST_DAYS = 10;
const LOOK_MS = 100;
/** The last failure of every disk, after which nobody dies any more: who heals, does it by itself. */
const LAST_FAULT_MS = 1_000;

export interface Disturbed {
  readonly plan: Plan;
  readonly seed: string;
  readonly isStorm: () => boolean;
  readonly count: (what: string) => void;
}

type Event = (actors: readonly Actor[], dice: Dice, disturbed: Disturbed) => Promise<boolean>;

/** So long, or until the storm is over. */
async function during(ms: number, isStorm: () => boolean): Promise<void> {
  const until = performance.now() + ms;
  while (isStorm() && performance.now() < until) await pause(LOOK_MS);
}

/** 25: the disk of one of them takes nothing for a while. Only once it has begun: how a start fails is told, and there it ends. */
const failDisk: Event = async (actors, dice, { isStorm, count }) => {
  const fault = dice.pick(FAULTS);
  const ms = dice.between(200, 4_000);
  const there = actors.filter(({ ready }) => ready);
  if (there.length === 0) return false;
  const actor = dice.pick(there);
  actor.weather.setDisk(fault);
  count(`disk ${fault}`);
  await during(ms, isStorm);
  actor.weather.setDisk();
  return true;
};

/** 33: nobody starts the server for a while, which is longer than its peers wait for anything but their long retries. */
const stopServer: Event = async (actors, dice, { isStorm, count }) => {
  const ms = dice.between(6_000, 15_000);
  const server = actors.find(({ kind }) => kind === 'server');
  if (server?.ready !== true) return false;
  server.awayMs = ms;
  server.kill();
  count('server away');
  await during(ms, isStorm);
  return true;
};

/**
 * 34: a clock is set, or a process stands still. Clocks only once all are friends: before, a look-up needs a head of the log that is of now
 * by both clocks, the peer's and the server's (`log-stale`).
 */
const bendTime: Event = async (actors, dice, { isStorm, count }) => {
  const actor = dice.pick(actors);
  const days = dice.between(-FARTHEST_DAYS, FARTHEST_DAYS);
  const ms = dice.chance(0.3) ? dice.between(5_000, 12_000) : dice.between(200, 3_000);
  if (dice.chance(0.5)) {
    if (actors.some(({ kind, met }) => kind === 'peer' && !met)) return false;
    actor.weather.setClock(days * DAY_SECONDS);
    count('clock set');
    return true;
  }
  const { running } = actor;
  if (running === undefined) return false;
  running.stand(true);
  count('process stopped');
  await during(ms, isStorm);
  running.stand(false);
  return true;
};

/** Until the storm is over. @returns how many events there were */
export async function disturb(actors: readonly Actor[], disturbed: Disturbed): Promise<number> {
  const { plan, seed, isStorm } = disturbed;
  const event =
    plan.event === 25 ? failDisk : plan.event === 33 ? stopServer : plan.event === 34 ? bendTime : undefined;
  let events = 0;
  for (let number = 0; event !== undefined && isStorm(); number += 1) {
    const dice = new Dice(seed, 'events', number);
    await during(plan.event === 33 ? dice.between(3_000, 8_000) : dice.between(500, 3_000), isStorm);
    if (isStorm() && (await event(actors, dice, disturbed))) events += 1;
  }
  return events;
}

/** As the calm begins. @returns how many more events */
export async function lastDisturbance(actors: readonly Actor[], { event }: Plan): Promise<number> {
  if (event !== 25) return 0;
  const there = actors.filter(({ ready }) => ready);
  for (const { weather } of there) weather.setDisk('full');
  await pause(LAST_FAULT_MS);
  for (const { weather } of there) weather.setDisk();
  return there.length;
}
