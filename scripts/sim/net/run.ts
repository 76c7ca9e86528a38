/** `npm run sim -- net`: real processes on three hosts, bad weather between them, and what was promised all the same. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EXIT } from '../command.ts';
import { freshSeed } from '../random.ts';
import { runCrossing, type CrossingOptions, type CrossingResult } from './crossing.ts';
import { CUTS, runCuts, type CutsResult } from './cuts.ts';
import { netPrograms } from './host.ts';
import { runLatency } from './latency.ts';
import { MOVES, runMoves } from './moves.ts';
import { removeAllAtOnce, removeLeftovers } from './network.ts';
import { netText, progressLine, type NetResult } from './report.ts';
import { SCENARIOS } from './scenarios.ts';
import { buildTools, type Tools } from './tools.ts';
import { sumCounts } from './weather.ts';

export const ALL = [...SCENARIOS, ...CUTS, ...MOVES].map(({ name }) => name);
const MOST_PARALLEL = 16;

const HELP = `usage: npm run sim -- net [options]

A rendezvous server and two peers, as processes, each on a host of its own (a network namespace), and a switch between
them whose links lose, double, reorder, delay, slow, shut and cut packets, as the scenario says and the seed draws. The
peers write to each other all the time. Then the weather is good, they must go on by themselves and come to rest, and
every text whose send was acknowledged must be shown on the other side, once and in order.

It needs Linux, root, iproute2, /dev/net/tun and a C compiler; where one is missing it says so and ends with 0.

  --scenario NAMES  some of them, with commas between, or: all
                      ${wrapped(ALL)}
                    by name alone:
                      latency: p99 of a message, acknowledged by the friend, beside a raw TCP echo on the same link
  --seed N          everything is drawn from it; a fresh one is made up and printed
  --minutes N       bad weather of each scenario; cut30 makes as many cuts as fit, address as many changes (0.5)
  --samples N       latency: of each of the two, for each loss (600)
  --parallel N      scenarios at the same time, each with a network of its own; latency: pairs of friends (2)
  --json            the result as one JSON document

  npm run sim -- net
  npm run sim -- net --scenario loss20,flaps --seed 7
  npm run sim -- net --scenario cut30 --minutes 60
  npm run sim -- net --scenario latency --samples 2000 --parallel 4

ends with  0 all kept · 1 a promise was broken (the folders stay), or a goal missed · 2 wrong usage ·
           3 some weather did not do what its row is about`;

interface Options {
  readonly names: readonly string[];
  readonly seed: number;
  readonly minutes: number;
  readonly samples: number;
  readonly parallel: number;
  readonly json: boolean;
}

export async function runNet(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') {
    console.log(HELP);
    return EXIT.kept;
  }
  if (typeof options === 'string') {
    console.error(`${options}\n\n${HELP}`);
    return EXIT.usage;
  }
  removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `miyu-sim-net-${options.seed}-`));
  const forget = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const stop = (): void => {
    removeAllAtOnce();
    forget();
    process.exit(130); // The processes end with the channel to us.
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  // As we end with whoever started us as a part of a longer run.
  if (process.connected) process.once('disconnect', stop);
  const tools = buildTools(folder);
  if ('reason' in tools) {
    forget();
    console.log(`skipped: ${tools.reason}`);
    return EXIT.kept;
  }
  console.error(`net: seed ${options.seed}`);
  try {
    if (options.names.includes('latency')) {
      const code = await runLatency({ ...options, tools, folder });
      forget();
      return code;
    }
    return await runScenarios(options, tools, folder, forget);
  } finally {
    removeAllAtOnce();
  }
}

async function runScenarios(options: Options, tools: Tools, folder: string, forget: () => void): Promise<number> {
  const { seed, minutes, names, parallel, json } = options;
  const begun = performance.now();
  const programs = netPrograms(folder);
  const progress = progressLine(names.length);
  const results = new Map<string, CrossingResult | CutsResult>();
  const waiting = [...names];
  const worker = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const each = name;
      const own = join(folder, each);
      const place = { tools, programs, seed, folder: own, ms: minutes * 60_000 };
      const onPhase = (phase: string): void => progress.phase(each, phase);
      const result = await runOne(each, { ...place, onPhase }).catch((error: unknown) => notJudged(each, error));
      if (result.broken.length === 0) rmSync(own, { recursive: true, force: true, maxRetries: 5 });
      results.set(each, result);
      progress.end(each);
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  progress.clear();
  const scenarios = names.flatMap((name) => results.get(name) ?? []);
  const isBroken = scenarios.some(({ broken }) => broken.length > 0);
  if (!isBroken) forget();
  const seconds = (performance.now() - begun) / 1_000;
  const result: NetResult = { seed, scenarios, seconds, kept: isBroken ? folder : null };
  const command = (name: string): string =>
    `npm run sim -- net --seed ${seed} --scenario ${name} --minutes ${minutes} --parallel 1`;
  if (json) console.log(JSON.stringify(result, undefined, 2));
  else console.log(netText(result, command));
  if (isBroken) return EXIT.broken;
  return scenarios.every(({ happened, judged }) => happened && judged) ? EXIT.kept : EXIT.unfinished;
}

async function runOne(name: string, options: CrossingOptions): Promise<CrossingResult | CutsResult> {
  const cuts = CUTS.find((each) => each.name === name);
  if (cuts !== undefined) return await runCuts(cuts, options);
  const moves = MOVES.find((each) => each.name === name);
  if (moves !== undefined) return await runMoves(moves, options);
  const scenario = SCENARIOS.find((each) => each.name === name);
  if (scenario === undefined) throw new RangeError(name);
  return await runCrossing(scenario, options);
}

/** It did not come to an end: in good weather, before anything was done to it, or because somebody ended. */
const notJudged = (name: string, error: unknown): CrossingResult => ({
  name,
  broken: [{ promise: 'C', what: error instanceof Error ? error.message : String(error) }],
  judged: false,
  happened: true,
  ...{ acknowledged: 0, shown: 0, byMailbox: 0, resumedMs: [], silentMs: 0, rssMiB: 0, seconds: 0 },
  counts: sumCounts(''),
});

function readOptions(args: readonly string[]) {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        scenario: { type: 'string', default: 'all' },
        seed: { type: 'string' },
        minutes: { type: 'string', default: '0.5' },
        samples: { type: 'string', default: '600' },
        parallel: { type: 'string', default: '2' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (values.help) return 'help' as const;
  const names = values.scenario === 'all' ? ALL : [...new Set(values.scenario.split(','))];
  const unknown = names.find((name) => name !== 'latency' && !ALL.includes(name));
  if (unknown !== undefined) return `no scenario ${unknown}`;
  if (names.includes('latency') && names.length > 1) return 'latency runs alone';
  const seed = values.seed === undefined ? freshSeed() : Number(values.seed);
  const [minutes, samples, parallel] = [values.minutes, values.samples, values.parallel].map(Number);
  const whole = [seed, samples, parallel].every((value) => Number.isSafeInteger(value) && Number(value) > 0);
  if (!whole || !(Number(minutes) > 0) || Number(parallel) > MOST_PARALLEL) {
    return `numbers must be whole and positive, and --parallel at most ${MOST_PARALLEL}`;
  }
  const numbers = { minutes: Number(minutes), samples: Number(samples), parallel: Number(parallel) };
  return { names, seed, json: values.json, ...numbers };
}

function wrapped(names: readonly string[]): string {
  const half = Math.ceil(names.length / 2);
  return `${names.slice(0, half).join(', ')},\n                      ${names.slice(half).join(', ')}`;
}
