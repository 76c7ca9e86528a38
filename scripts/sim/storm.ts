/** A run: worlds one behind the other, until as many messages were acknowledged and processes killed as were asked for. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundlePrograms } from './programs.ts';
import type { Broken } from './promises.ts';
import { runWorld, type Strike, type WorldResult } from './world.ts';

/** Kills of one world: each has its own beginning (registration, prekeys, first session), which is under fire too. */
const KILLS_PER_WORLD = 40;

export interface StormOptions {
  readonly seed: number;
  readonly messages: number;
  readonly kills: number;
  readonly minutes: number;
  readonly perSecond: number;
  /** Where the stores are; a temporary folder where it is left out. */
  readonly folder?: string | undefined;
  readonly strike?: Strike | undefined;
  readonly onProgress: (kills: number, messages: number) => void;
}

export interface StormResult {
  readonly seed: number;
  readonly acknowledged: number;
  readonly shown: number;
  readonly byMailbox: number;
  readonly envelopes: number;
  readonly killed: number;
  readonly kills: Readonly<Record<string, number>>;
  readonly restarts: number;
  readonly left: number;
  readonly worlds: number;
  readonly rssMiB: number;
  readonly seconds: number;
  readonly broken: readonly Broken[];
  /** False: the last world ended in such a way that nobody could look at what is shown. */
  readonly judged: boolean;
  /** Where the stores and logs of the failure are; null where nothing failed. */
  readonly kept: string | null;
  /** What else happened at the kills; '' in a run of kills alone. */
  readonly strikes: string;
  /** The time was over before the messages and kills were reached. */
  readonly unfinished: boolean;
}

export async function runStorm(options: StormOptions): Promise<StormResult> {
  const { seed, messages, kills, perSecond, minutes, strike, onProgress } = options;
  const begun = performance.now();
  const deadline = begun + minutes * 60_000;
  const parent = options.folder ?? tmpdir();
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, `miyu-sim-${seed}-`));
  const programs = await bundlePrograms();
  const forget = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      forget();
      programs.remove();
      process.exit(130); // The processes end with the channel to us.
    });
  }

  const count = Math.max(1, Math.round(kills / KILLS_PER_WORLD));
  const worlds: WorldResult[] = [];
  const sum = (of: (world: WorldResult) => number): number => worlds.reduce((total, world) => total + of(world), 0);
  const killedIn = (world: WorldResult): number => [...world.kills.values()].reduce((a, b) => a + b, 0);
  for (let i = 0; i < count && performance.now() < deadline; i += 1) {
    const [killed, acknowledged] = [sum(killedIn), sum((world) => world.acknowledged)];
    const world = await runWorld({
      programs,
      seed: `${seed}/${i}`,
      folder: join(folder, `world-${i}`),
      kills: Math.ceil((kills - killed) / (count - i)),
      messages: Math.ceil((messages - acknowledged) / (count - i)),
      perSecond,
      deadline,
      onProgress: (k, m) => onProgress(killed + k, acknowledged + m),
      strike,
    });
    worlds.push(world);
    if (world.broken.length > 0) break;
  }
  programs.remove();

  const byFailpoint = new Map<string, number>();
  for (const world of worlds) {
    for (const [name, times] of world.kills) byFailpoint.set(name, (byFailpoint.get(name) ?? 0) + times);
  }
  const broken = worlds.flatMap((world) => world.broken);
  if (broken.length === 0) forget();
  const [killed, acknowledged] = [sum(killedIn), sum((world) => world.acknowledged)];
  return {
    ...{ seed, acknowledged, killed, broken },
    shown: sum((world) => world.shown),
    byMailbox: sum((world) => world.byMailbox),
    envelopes: sum((world) => world.envelopes),
    kills: Object.fromEntries([...byFailpoint].sort(([a], [b]) => (a < b ? -1 : 1))),
    restarts: sum((world) => world.restarts),
    left: sum((world) => world.left),
    worlds: worlds.length,
    rssMiB: Math.max(0, ...worlds.map((world) => world.rssMiB)),
    seconds: (performance.now() - begun) / 1_000,
    kept: broken.length === 0 ? null : folder,
    strikes: strike?.told() ?? '',
    judged: worlds.every((world) => world.judged),
    unfinished: killed < kills || acknowledged < messages,
  };
}
