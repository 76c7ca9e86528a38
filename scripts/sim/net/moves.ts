/** A host that gets another address in mid-chat, again and again: how long until the friends talk directly again. */
import { setTimeout as pause } from 'node:timers/promises';
import { judge, type Part } from '../promises.ts';
import { Dice } from '../random.ts';
import { machineTime } from './arrivals.ts';
import { Friends, type CrossingOptions } from './crossing.ts';
import { percentile, type CutsResult } from './cuts.ts';
import { onLinks } from './scenarios.ts';
import { CALM, SILENT } from './weather.ts';

export interface Moves {
  readonly name: string;
  readonly row: 32;
  readonly what: string;
  /** The server is out of reach, so that nobody can be asked where the friend is now. */
  readonly alone: boolean;
}

export const MOVES: readonly Moves[] = [
  { name: 'address', row: 32, what: 'a host gets another address, again and again', alone: false },
  { name: 'address-alone', row: 32, what: 'the same, and the server is out of reach', alone: true },
];

/** Issue 6: from the change to the first text over a direct link, in both directions. */
const GOAL_MS = 5_000;
const RESUME_MS = 120_000;
const IDLE_MS = 10_000;
/** Between two changes: also before a link is five seconds old, within which two links count as simultaneous. */
const BETWEEN_MS = [1_000, 9_000] as const;

/** Nothing is under way. A server that is away keeps nobody from that: the friends have a link. */
async function idle(friends: Friends): Promise<void> {
  const until = machineTime() + IDLE_MS;
  while (machineTime() < until && !friends.isBroken()) {
    const statuses = await Promise.all(friends.peers.map((peer) => peer.quiet()));
    if (statuses.every(({ waiting }) => waiting === 0)) return;
    await pause(50);
  }
}

/** As many changes as fit into `ms`, and at least two: each of the hosts moves. */
export async function runMoves(moves: Moves, options: CrossingOptions): Promise<CutsResult> {
  const begun = performance.now();
  const seed = `${options.seed}/${moves.name}`;
  const { onPhase, ms } = options;
  onPhase('meeting');
  const friends = await Friends.meet(options, seed);
  try {
    const { network } = friends;
    const dice = new Dice(seed, 'moves');
    const resumedMs: number[] = [];
    const anyMs: number[] = [];
    let missed = 0;
    if (moves.alone) {
      const changes = onLinks(['alice-server', 'bob-server'], SILENT);
      await Promise.all(changes.map((change) => network.set(change, change.weather)));
    }
    const first = machineTime();
    for (let number = 1; number <= 2 || machineTime() - first < ms; number += 1) {
      onPhase(`change ${number}`);
      await friends.sayUntil(machineTime() + dice.between(...BETWEEN_MS), 200);
      const who = number <= 2 ? (number === 1 ? 'bob' : 'alice') : dice.pick(['alice', 'bob'] as const);
      // What came before the change is not to be taken for what comes after it; texts are said from the change on, into the dead link.
      await idle(friends);
      await network.readdress(who);
      const since = machineTime();
      const direct = await friends.untilBothArrive(since, RESUME_MS, 'direct');
      resumedMs.push(...direct);
      missed += 2 - direct.length;
      anyMs.push(...friends.peers.flatMap((peer) => (peer.firstArrival(since) ?? Number.NaN) - since));
      if (friends.isBroken() || missed > 0) break;
    }
    onPhase('good weather');
    await network.become(CALM);
    await pause(1_000);
    const calm = await friends.calm();
    const parts = (calm.sides ?? []).flatMap((side) => Object.values(side.parts));
    const sum = (of: (part: Part) => number): number => parts.reduce((total, part) => total + of(part), 0);
    const slow = percentile(resumedMs, 0.95);
    const say = (share: number, of: readonly number[] = resumedMs): string =>
      (percentile(of, share) / 1_000).toFixed(2);
    const late = `from the change to the first direct text, p95: ${say(0.95)} s`;
    return {
      name: moves.name,
      broken: [
        ...friends.broken,
        ...calm.broken,
        ...(missed > 0 ? [{ promise: 'C', what: `nothing came directly within ${RESUME_MS / 1_000} s` } as const] : []),
        ...(slow >= GOAL_MS ? [{ promise: 'C', what: late } as const] : []),
        ...(calm.sides === undefined ? [] : judge(calm.sides)),
      ],
      judged: calm.sides !== undefined,
      happened: resumedMs.length > 0,
      acknowledged: sum(({ journal }) => journal.acknowledged.length),
      shown: sum(({ history }) => history.incoming.length),
      byMailbox: sum(({ history }) => history.byMailbox),
      resumedMs,
      silentMs: 0,
      counts: await network.counts(),
      rssMiB: Math.max(0, ...(calm.sides ?? []).map(({ status }) => status.rssMiB)),
      seconds: (performance.now() - begun) / 1_000,
      figure: [
        `${moves.name}: from the change to the first text over a direct link, ${resumedMs.length} of both directions: ` +
          `p50 ${say(0.5)} s, p95 ${say(0.95)} s, most ${say(1)} s (goal p95 < ${GOAL_MS / 1_000} s); ` +
          `by any path: p50 ${say(0.5, anyMs)} s, p95 ${say(0.95, anyMs)} s`,
      ],
    };
  } finally {
    await friends.end();
  }
}
