/** A run: worlds, some at a time, until as many messages were acknowledged and processes killed as were asked for. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { PartResult } from '../long/part.ts';
import { drawPlan, type Plan, type WorldKind } from './plan.ts';
import { bundlePrograms } from './programs.ts';
import { tableOf } from './rows.ts';
import { buildLibrary } from './weather.ts';
import { runWorld, type WorldOptions } from './world.ts';
import { WorldsFile, type WorldLine } from './worlds-file.ts';

/** Kills of one world: each has its own beginning (registration, prekeys, first session), which is under fire too. */
const KILLS_PER_WORLD: Readonly<Record<WorldKind, number>> = { crash: 25, power: 50, damage: 3 };
/** The stores of broken worlds stay: a run that goes on has shown enough after so many. */
const MOST_BROKEN = 10;

export interface StormOptions {
  readonly kind: WorldKind;
  readonly seed: number;
  readonly messages: number;
  readonly kills: number;
  readonly minutes: number;
  readonly perSecond: number;
  readonly peers: number;
  /** Worlds under way at the same time. */
  readonly atOnce: number;
  /** This one alone. */
  readonly world?: number | undefined;
  /** Where the stores are; a temporary folder where it is left out. */
  readonly folder?: string | undefined;
  /** Where the run's results are kept, and where it goes on from; its stores are there too. */
  readonly state?: string | undefined;
  /** The command line up to the seed. */
  readonly command: string;
  readonly onProgress: (done: Done) => void;
  /** A world has come to its end. */
  readonly onResult?: ((result: StormResult) => void) | undefined;
}

export interface Done {
  readonly messages: number;
  readonly kills: number;
}

export interface StormResult extends PartResult {
  readonly acknowledged: number;
  readonly shown: number;
  readonly byMailbox: number;
  readonly envelopes: number;
  readonly killed: number;
  /** By failpoint. */
  readonly kills: Readonly<Record<string, number>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly restarts: number;
  readonly worlds: number;
  readonly rssMiB: number;
  /** False: a world ended in such a way that nobody could look at what is shown. */
  readonly judged: boolean;
  /** Where the stores and logs of the failures are; null where nothing failed. */
  readonly kept: string | null;
}

/** @returns why it cannot be run on this machine, as a text, where it cannot */
export async function runStorm(options: StormOptions): Promise<StormResult | string> {
  const { kind, seed, state } = options;
  const file = state === undefined ? undefined : new WorldsFile(state, { kind, seed });
  const folder = makeFolder(options);
  const library = buildLibrary(folder);
  if ('reason' in library && kind === 'power') {
    rmSync(folder, { recursive: true, force: true });
    return library.reason;
  }
  const programs = await bundlePrograms();
  const lines = file?.read() ?? [];
  forgetUnfinished(folder, lines);
  const run = new Run(options, {
    lines,
    folder,
    programs,
    library: 'path' in library ? library.path : undefined,
    file,
  });
  const forget = (): void => {
    programs.remove();
    if (run.result().broken.length === 0) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const stop = (): void => {
    forget();
    process.exit(130); // The processes end with the channel to us.
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  // As we end with whoever started us as a part of a longer run.
  if (process.connected) process.once('disconnect', stop);
  await run.go();
  forget();
  return run.result('reason' in library ? [`left out: disk and clock (rows 25, 34): ${library.reason}`] : []);
}

function makeFolder({ state, folder, seed }: StormOptions): string {
  const parent = resolve(state ?? folder ?? tmpdir());
  mkdirSync(parent, { recursive: true });
  if (state === undefined) return mkdtempSync(join(parent, `miyu-sim-${seed}-`));
  mkdirSync(join(parent, 'stores'), { recursive: true });
  return join(parent, 'stores');
}

/** Stores of worlds that were under way when an earlier sitting ended. */
function forgetUnfinished(folder: string, lines: readonly WorldLine[]): void {
  const ended = new Set(lines.map(({ world }) => `world-${world}`));
  for (const name of readdirSync(folder)) {
    if (name.startsWith('world-') && !ended.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

interface Means extends Pick<WorldOptions, 'programs' | 'library' | 'folder'> {
  readonly lines: WorldLine[];
  readonly file: WorldsFile | undefined;
}

class Run {
  readonly #options: StormOptions;
  readonly #means: Means;
  readonly #killsEach: number;
  readonly #messagesEach: number;
  readonly #begun = performance.now();
  readonly #under: Map<number, Done> = new Map();
  #told = this.#begun;

  constructor(options: StormOptions, means: Means) {
    this.#options = options;
    this.#means = means;
    const worlds = Math.max(1, Math.round(options.kills / KILLS_PER_WORLD[options.kind]));
    this.#killsEach = Math.ceil(options.kills / worlds);
    this.#messagesEach = Math.ceil(options.messages / worlds);
  }

  async go(): Promise<void> {
    const { atOnce, world } = this.#options;
    if (world !== undefined) await this.#world(world);
    else await Promise.all(Array.from({ length: atOnce }, () => this.#worldAfterWorld()));
  }

  async #worldAfterWorld(): Promise<void> {
    const { minutes, kills, messages, state } = this.#options;
    const mostBroken = state === undefined ? 1 : MOST_BROKEN;
    while (performance.now() < this.#begun + minutes * 60_000) {
      const { lines } = this.#means;
      if (lines.filter(({ result }) => result.broken.length > 0).length >= mostBroken) return;
      const [done, under] = [this.#done(), this.#under.size];
      if (done.kills + under * this.#killsEach >= kills && done.messages + under * this.#messagesEach >= messages)
        return;
      let world = 0;
      while (this.#under.has(world) || lines.some((line) => line.world === world)) world += 1;
      await this.#world(world);
    }
  }

  async #world(world: number): Promise<void> {
    const { seed, kind, peers, perSecond, minutes, onProgress, onResult } = this.#options;
    const { programs, library, folder, lines, file } = this.#means;
    this.#under.set(world, { kills: 0, messages: 0 });
    const result = await runWorld({
      ...{ programs, library, peers, perSecond },
      plan: possible(drawPlan(kind, seed, world), library),
      seed: `${seed}/${world}`,
      folder: join(folder, `world-${world}`),
      kills: this.#killsEach,
      messages: this.#messagesEach,
      deadline: this.#begun + minutes * 60_000,
      onProgress: (kills, messages) => {
        this.#under.set(world, { kills, messages });
        onProgress(this.#done([...this.#under.values()]));
      },
    });
    this.#under.delete(world);
    const now = performance.now();
    const line = { world, result, seconds: (now - this.#told) / 1_000 };
    this.#told = now;
    lines.push(line);
    file?.add(line);
    onResult?.(this.result());
  }

  #done(under: readonly Done[] = []): Done {
    const { lines } = this.#means;
    const all = [
      ...under,
      ...lines.map(({ result }) => ({ kills: total(result.kills), messages: result.acknowledged })),
    ];
    return all.reduce((a, b) => ({ kills: a.kills + b.kills, messages: a.messages + b.messages }), {
      kills: 0,
      messages: 0,
    });
  }

  result(notes: readonly string[] = []): StormResult {
    const { kind, seed, kills, messages, command, world } = this.#options;
    const { lines, folder } = this.#means;
    const worlds = lines.map(({ result }) => result);
    const sum = (of: (each: (typeof worlds)[number]) => number): number =>
      worlds.reduce((all, each) => all + of(each), 0);
    const acknowledged = sum((each) => each.acknowledged);
    const killed = sum((each) => total(each.kills));
    const broken = lines.flatMap((line) =>
      line.result.broken.map(({ promise, what }) => ({
        ...{ promise, what: `world ${line.world}: ${what}` },
        again: `${command} --world ${line.world}`,
      })),
    );
    const judged = worlds.every((each) => each.judged);
    const lost = sum((each) => each.broken.reduce((all, { lost: some = 0 }) => all + some, 0));
    const name = kind === 'power' ? 'power cuts' : 'kills';
    return {
      ...{ part: kind, seed, acknowledged, killed, broken, judged },
      finished: world !== undefined || (killed >= kills && acknowledged >= messages),
      seconds: lines.reduce((all, line) => all + line.seconds, 0),
      goals: [
        { what: 'messages', done: acknowledged, goal: messages },
        { what: name, done: killed, goal: kills },
      ],
      rows: tableOf(worlds),
      bounds: judged ? [{ what: 'acknowledged messages lost', found: lost, tried: acknowledged }] : [],
      lines: [...notes],
      shown: sum((each) => each.shown),
      byMailbox: sum((each) => each.byMailbox),
      envelopes: sum((each) => each.envelopes),
      kills: together(worlds.map((each) => each.kills)),
      counts: together(worlds.map((each) => each.counts)),
      restarts: sum((each) => each.restarts),
      worlds: worlds.length,
      rssMiB: Math.max(0, ...worlds.map((each) => each.rssMiB)),
      kept: broken.length === 0 ? null : folder,
    };
  }
}

/** What this machine cannot do is left out. */
const possible = (plan: Plan, library: string | undefined): Plan =>
  library === undefined && (plan.event === 25 || plan.event === 34) ? { ...plan, event: undefined } : plan;

const total = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);

function together(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const counts of all) for (const [name, times] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + times;
  return Object.fromEntries(Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1)));
}
