/** Links that are silent for a while, again and again: how long until the first text comes through after each. */
import { setTimeout as pause } from 'node:timers/promises';
import { judge, type Part } from '../promises.ts';
import { Dice } from '../random.ts';
import { machineTime } from './arrivals.ts';
import { Friends, type CrossingOptions, type CrossingResult } from './crossing.ts';
import { LINKS, onLinks, RESUMES_MS, type Change, type Link } from './scenarios.ts';
import { CALM, RESET, SILENT, type Weather } from './weather.ts';

export interface Cuts {
  readonly name: string;
  readonly row: 32;
  readonly what: string;
  readonly links: readonly Link[];
  /** Milliseconds, drawn for each cut. */
  readonly shortest: number;
  readonly longest: number;
}

export const CUTS: readonly Cuts[] = [
  {
    name: 'cut5',
    row: 32,
    what: 'everything cut for 3 to 8 s, again and again',
    links: LINKS,
    shortest: 3_000,
    longest: 8_000,
  },
  {
    name: 'cut30',
    row: 32,
    what: 'everything cut for 30 s, again and again',
    links: LINKS,
    shortest: 30_000,
    longest: 30_000,
  },
  {
    name: 'mail-cut',
    row: 32,
    what: 'by mailbox alone: the server cut off for 20 to 45 s',
    links: ['alice-server', 'bob-server'],
    shortest: 20_000,
    longest: 45_000,
  },
];

export interface CutsResult extends CrossingResult {
  /** Lines for the report. */
  readonly figure: readonly string[];
}

const SAY_EVERY_MS = 500;
const RESUME_MS = 120_000;
/** Between two cuts: every phase of the heartbeat is met. */
const BETWEEN_MS = [1_000, 9_000] as const;

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

/** As many cuts as fit into `ms`, and at least one. */
export async function runCuts(cuts: Cuts, options: CrossingOptions): Promise<CutsResult> {
  const begun = performance.now();
  const seed = `${options.seed}/${cuts.name}`;
  const { onPhase, ms } = options;
  onPhase('meeting');
  const friends = await Friends.meet(options, seed);
  try {
    const { network } = friends;
    const dice = new Dice(seed, 'cuts');
    const resumedMs: number[] = [];
    let missed = 0;
    const shut = async (links: readonly Link[], weather: Weather): Promise<void> => {
      await Promise.all(onLinks(links, weather).map((change: Change) => network.set(change, change.weather)));
    };
    // The links that are not cut are not there at all.
    await shut(
      LINKS.filter((link) => !cuts.links.includes(link)),
      RESET,
    );
    const first = machineTime();
    for (let number = 1; number === 1 || machineTime() - first < ms; number += 1) {
      onPhase(`cut ${number}`);
      await shut(cuts.links, SILENT);
      const back = machineTime() + dice.between(cuts.shortest, cuts.longest);
      await friends.sayUntil(back, SAY_EVERY_MS);
      await shut(cuts.links, CALM);
      const both = await friends.untilBothArrive(machineTime(), RESUME_MS);
      resumedMs.push(...both);
      missed += 2 - both.length;
      if (friends.isBroken() || missed > 0) break;
      await pause(dice.between(...BETWEEN_MS));
    }
    onPhase('good weather');
    await network.become(CALM);
    const calm = await friends.calm();
    const counts = await network.counts();
    const parts = (calm.sides ?? []).flatMap((side) => Object.values(side.parts));
    const sum = (of: (part: Part) => number): number => parts.reduce((total, part) => total + of(part), 0);
    const slowest = percentile(resumedMs, 0.99);
    const say = (share: number): string => (percentile(resumedMs, share) / 1_000).toFixed(2);
    const late = `from the links’ return to the first text, p99: ${say(0.99)} s`;
    return {
      name: cuts.name,
      broken: [
        ...friends.broken,
        ...calm.broken,
        ...(missed > 0 ? [{ promise: 'C', what: `nothing came within ${RESUME_MS / 1_000} s of a cut` } as const] : []),
        ...(slowest >= RESUMES_MS ? [{ promise: 'C', what: late } as const] : []),
        ...(calm.sides === undefined ? [] : judge(calm.sides)),
      ],
      judged: calm.sides !== undefined,
      happened: counts.blocked > 0,
      acknowledged: sum(({ journal }) => journal.acknowledged.length),
      shown: sum(({ history }) => history.incoming.length),
      byMailbox: sum(({ history }) => history.byMailbox),
      resumedMs,
      silentMs: 0,
      counts,
      rssMiB: Math.max(0, ...(calm.sides ?? []).map(({ status }) => status.rssMiB)),
      seconds: (performance.now() - begun) / 1_000,
      figure: [
        `${cuts.name}: from the links’ return to the first text, ${resumedMs.length} of both directions: ` +
          `p50 ${say(0.5)} s, p90 ${say(0.9)} s, p99 ${say(0.99)} s, most ${say(1)} s (goal p99 < ${RESUMES_MS / 1_000} s)`,
      ],
    };
  } finally {
    await friends.end();
  }
}
