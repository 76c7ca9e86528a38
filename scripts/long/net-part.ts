/** The part `net` of the long run: every scenario once, one behind the other; one that has ended is not run again. */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { EXIT, writeWhole } from '../sim/command.ts';
import type { CrossingResult } from '../sim/net/crossing.ts';
import type { CutsResult } from '../sim/net/cuts.ts';
import { GOAL, type LatencyFigure } from '../sim/net/latency.ts';
import { describe, type NetResult } from '../sim/net/report.ts';
import { ALL } from '../sim/net/run.ts';
import { PROMISES } from '../sim/promises.ts';
import { LinesFile } from './lines-file.ts';
import type { Mark, PartResult, PartRow } from './part.ts';
import { endWithStarter, readPartCall } from './part-process.ts';

const LATENCY = 'latency';
const LONGEST = 'cut30';
/** The longest last: a sitting that is too short for it has all the others. */
const NAMES: readonly string[] = [...ALL.filter((name) => name !== LONGEST), LATENCY, LONGEST];
/** Minutes of bad weather. Cuts of 30 s need more of them for a figure. */
const MINUTES: Readonly<Record<string, number>> = { [LONGEST]: 30 };
const OTHERS = 2;
const SAMPLES = 2_000;
const PAIRS = 4;
/** A child that is asked to end removes its namespaces first. */
const END_MS = 20_000;
const MAX_COMPLAINT = 2_000;

/** What became of one scenario. */
export type NetLine =
  | { readonly name: string; readonly seconds: number; readonly result: CrossingResult | CutsResult }
  | { readonly name: string; readonly seconds: number; readonly figures: readonly LatencyFigure[] }
  /** It cannot be run on this machine. */
  | { readonly name: string; readonly seconds: number; readonly skipped: string };

const ROWS: Readonly<Record<number, string>> = {
  30: 'links that lose, double, reorder and delay',
  31: 'a link that flaps in the hand-over',
  32: 'one way, slow, MTU hole, cuts',
  33: 'the server out of reach',
};

const argumentsFor = (name: string, seed: number): readonly string[] =>
  name === LATENCY
    ? ['--scenario', name, '--seed', String(seed), '--samples', String(SAMPLES), '--parallel', String(PAIRS)]
    : ['--scenario', name, '--seed', String(seed), '--minutes', String(MINUTES[name] ?? OTHERS), '--parallel', '1'];

const again = (name: string, seed: number): string => `npm run sim -- net ${argumentsFor(name, seed).join(' ')}`;

/** Pure. */
export function netPartResult(seed: number, lines: readonly NetLine[]): PartResult {
  const results = lines.flatMap((line) => ('result' in line ? [line.result] : []));
  const figures = lines.flatMap((line) => ('figures' in line ? line.figures : []));
  const skipped = lines.flatMap((line) => ('skipped' in line ? [line.skipped] : []));
  const rows = Object.entries(ROWS).flatMap(([text, what]): PartRow[] => {
    const of = results.filter(({ name }) => describe(name).row === Number(text));
    if (of.length === 0) return [];
    const marks = PROMISES.map((promise): [string, Mark] => {
      if (of.some(({ broken }) => broken.some((each) => each.promise === promise))) return [promise, 'broken'];
      return [promise, of.every(({ judged, happened }) => judged && happened) ? 'kept' : 'open'];
    });
    // Each return of good weather was timed for both directions.
    const times = of.reduce((sum, { resumedMs }) => sum + Math.max(1, Math.floor(resumedMs.length / 2)), 0);
    return [{ row: Number(text), what, times, marks: Object.fromEntries(marks) }];
  });
  const acknowledged = results.reduce((sum, each) => sum + each.acknowledged, 0);
  const lost = results.flatMap(({ broken }) => broken).reduce((sum, { lost: some = 0 }) => sum + some, 0);
  const judged = results.every((each) => each.judged);
  const missed = figures.filter(({ ratio }) => ratio > GOAL);
  return {
    ...{ part: 'net', seed, rows },
    finished: skipped.length > 0 || NAMES.every((name) => lines.some((line) => line.name === name)),
    seconds: lines.reduce((sum, { seconds }) => sum + seconds, 0),
    goals: [{ what: 'scenarios', done: results.length + (figures.length > 0 ? 1 : 0), goal: NAMES.length }],
    bounds:
      judged && acknowledged > 0 ? [{ what: 'acknowledged messages lost', found: lost, tried: acknowledged }] : [],
    broken: [
      ...results.flatMap(({ name, broken }) =>
        broken.map(({ promise, what }) => ({ promise, what: `${name}: ${what}`, again: again(name, seed) })),
      ),
      ...missed.map((figure) => ({ promise: 'p99', what: figureText(figure), again: again(LATENCY, seed) })),
    ],
    lines: [
      ...skipped.map((why) => `left out: ${why}`),
      ...results.flatMap((each) => ('figure' in each ? each.figure : [])),
      ...figures.map(figureText),
      ...results
        .filter(({ happened }) => !happened)
        .map(({ name }) => `${name}: the weather did not do what it is about`),
    ],
  };
}

const figureText = ({ loss, ratio, spread, message, echo, samples }: LatencyFigure): string =>
  `${(loss * 100).toFixed(0)} % loss: a message’s p99 is ${ratio.toFixed(2)} × a raw echo’s ` +
  `(${spread.map((each) => each.toFixed(2)).join('–')}), ${message.p99.toFixed(0)} and ${echo.p99.toFixed(0)} ms, ` +
  `${samples} samples, goal ≤ ${GOAL}`;

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly complaint: string;
}

function start(name: string, seed: number): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const args = ['net', ...argumentsFor(name, seed), '--json'];
  const child = fork(join(import.meta.dirname, '..', 'sim.ts'), args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let [output, complaint] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-MAX_COMPLAINT);
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once('error', (error) => resolve({ code: null, output, complaint: error.message }));
    child.once('close', (code) => resolve({ code, output, complaint }));
  });
  return { child, ended };
}

/** It removes what it made; by force where it does not. */
async function stop({ child, ended }: ReturnType<typeof start>): Promise<void> {
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), END_MS);
  await ended;
  clearTimeout(force);
}

/** @throws Error where it has no result */
function lineOf(name: string, seconds: number, { code, output, complaint }: Ended): NetLine {
  if (output.startsWith('skipped: ')) return { name, seconds, skipped: output.slice('skipped: '.length).trim() };
  if (code !== EXIT.kept && code !== EXIT.broken && code !== EXIT.unfinished) {
    throw new Error(`${name} ended with ${code ?? 'a signal'}: ${complaint.trim()}`);
  }
  const result = JSON.parse(output) as NetResult | { readonly figures: readonly LatencyFigure[] };
  if ('figures' in result) return { name, seconds, figures: result.figures };
  const [scenario] = result.scenarios;
  if (scenario === undefined) throw new Error(`${name} has no result`);
  return { name, seconds, result: scenario };
}

async function main(): Promise<number> {
  const { folder, resultFile, seed: asked, minutes } = readPartCall(process.argv.slice(2));
  const seed = Math.max(1, asked);
  const until = performance.now() + minutes * 60_000;
  const file = new LinesFile<NetLine>(folder, seed);
  const result = (): PartResult => netPartResult(seed, file.lines);
  const tell = (): void => writeWhole(resultFile, JSON.stringify(result(), undefined, 2));
  let running: ReturnType<typeof start> | undefined;
  endWithStarter(async () => {
    if (running !== undefined) await stop(running);
  });
  tell();
  for (const name of NAMES) {
    if (result().finished || file.lines.some((line) => line.name === name)) continue;
    const begun = performance.now();
    if (begun >= until) break;
    const own = (running = start(name, seed));
    let late = false;
    const timer = setTimeout(
      () => {
        late = true;
        void stop(own);
      },
      Math.min(until - begun, 2 ** 31 - 1),
    );
    const ended = await own.ended;
    clearTimeout(timer);
    running = undefined;
    // It is run again, from its beginning.
    if (late) break;
    file.add(lineOf(name, (performance.now() - begun) / 1_000, ended));
    tell();
  }
  if (result().broken.length > 0) return EXIT.broken;
  return result().finished ? EXIT.kept : EXIT.unfinished;
}

if (import.meta.main) process.exit(await main());
