/**
 * `npm run sim -- model`: two whole peers in one process, seeded lists of everything that may happen to them, and what was promised
 * all the same. The model itself is test/model, for it reaches into the flows; here are its workers, the chunks and the report.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../launch/paths.js';
import { EXIT } from './command.ts';
import { freshSeed } from './random.ts';

/** Lists of one seed: a chunk is over within seconds, and a list is found again by its seed and path. */
export const CHUNK = 500;
export const WORKERS = 2;
/** Of a chunk, its shortening included: a minute on a machine that does nothing else. A peer that never gives up the turn ends here. */
const CHUNK_TIMEOUT_MS = 15 * 60_000;
/** Lists are mostly garbage that nobody keeps: a larger nursery saves a tenth of the time. */
const NODE_ARGS = ['--max-semi-space-size=64'];

export interface ModelOrder {
  readonly seed: number;
  readonly lists: number;
  /** Undefined: in some lists, as test/model/check.ts says. */
  readonly restores: boolean | undefined;
  readonly linkless: boolean | undefined;
  readonly path: string | undefined;
}

export interface ModelFailure {
  readonly what: string;
  readonly seed: number;
  readonly path: string;
  readonly shrinks: number;
  /** Lists that ran before the first one failed. */
  readonly after: number;
  /** The shortest list that fails, and the seed of its latencies and keys. */
  readonly listSeed: number;
  readonly events: readonly unknown[];
}

export interface ModelChunk {
  readonly seed: number;
  readonly lists: number;
  /** Texts whose send was acknowledged, and texts shown. */
  readonly acknowledged: number;
  readonly shown: number;
  readonly events: number;
  /** By row of shared/scenarios.md: how often what it names was among the events. */
  readonly injected: Readonly<Record<number, number>>;
  readonly steps: number;
  /** Exchanges in calm until both sides opened everything at once, the most of any list. */
  readonly healing: number;
  /** Processor time, milliseconds. */
  readonly cpuMs: number;
  readonly failure: ModelFailure | undefined;
}

export interface ModelResult extends Omit<ModelChunk, 'failure' | 'seed' | 'injected'> {
  readonly seed: number;
  /** Every chunk below this seed is done: `--seed` of a run that goes on. */
  readonly nextSeed: number;
  readonly left: number;
  readonly seconds: number;
  readonly broken: readonly ModelFailure[];
}

const HELP = `usage: npm run sim -- model [options]

Two peers with the real flows and the real ratchets; clock, randomness, disks, links and mailboxes follow from the seed.
Each list of events: sends, crashes between any two steps, full disks, links that are cut, mail that is withheld, repeated,
reordered, changed or forgotten, clocks that jump, old copies of a profile that are put back. Then calm, and every acknowledged
text must be shown, once and in order (what a copy has forgotten: as far as anybody still has it).

  --seed N      the first seed; ${CHUNK} lists belong to each; a fresh one is made up and printed
  --lists N     lists in all (10000)
  --path P      only this list of the seed, as a failure names it
  --linkless    calm is always without direct links, not in every fourth list
  --restores    old copies of a profile are put back in all lists, not in one of three
  --workers N   processes at once (${WORKERS})
  --json        the result as one JSON document

  npm run sim -- model --seed 7
  npm run sim -- model --seed 7 --path 12:3:1
  npm run sim -- model --lists 1000000 --json > result.json

Ctrl-C ends it and says with which seed it goes on.
ends with  0 all kept · 1 a promise was broken · 2 wrong usage · 3 ended too early`;

export async function runModel(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') {
    console.log(HELP);
    return EXIT.kept;
  }
  if (typeof options === 'string') {
    console.error(`${options}\n\n${HELP}`);
    return EXIT.usage;
  }
  console.error(`model: seed ${options.seed}`);
  const result = await runChunks(options, showProgress(options.lists));
  if (options.json) console.log(JSON.stringify(result, undefined, 2));
  else console.log(reportText(result, flags(options)));
  if (result.broken.length > 0) return EXIT.broken;
  return result.left > 0 ? EXIT.unfinished : EXIT.kept;
}

export interface ModelOptions {
  readonly seed: number;
  readonly lists: number;
  readonly workers: number;
  readonly restores: boolean | undefined;
  readonly linkless: boolean | undefined;
  readonly path: string | undefined;
}

interface Options extends ModelOptions {
  readonly json: boolean;
}

/**
 * @param onChunk told of each chunk, in the order of their seeds
 * @param until monotonic milliseconds after which no chunk is begun
 */
export async function runChunks(
  options: ModelOptions,
  show: (lists: number) => void,
  { onChunk, until = Infinity }: { readonly onChunk?: (chunk: ModelChunk) => void; readonly until?: number } = {},
): Promise<ModelResult> {
  const begun = performance.now();
  const count = options.path === undefined ? Math.ceil(options.lists / CHUNK) : 1;
  const done: (ModelChunk | undefined)[] = Array.from({ length: count });
  let next = 0;
  let told = 0;
  let over = false;
  const stop = (): void => {
    over = true;
  };
  process.once('SIGINT', stop);
  const work = async (): Promise<void> => {
    const child = fork(join(ROOT, 'test', 'model', 'main.ts'), { execArgv: NODE_ARGS });
    try {
      while (next < count && !over && performance.now() < until) {
        const at = next;
        next += 1;
        const lists = Math.min(CHUNK, options.lists - at * CHUNK);
        const order: ModelOrder = { ...options, seed: options.seed + at, lists };
        const chunk = await ask(child, order).catch((error: unknown) => withoutAnswer(order, error));
        done[at] = chunk;
        for (let each = done[told]; each !== undefined; each = done[told]) {
          told += 1;
          onChunk?.(each);
        }
        if (chunk.failure !== undefined) over = true;
        show(done.reduce((sum, each) => sum + (each?.lists ?? 0), 0));
      }
    } finally {
      child.kill();
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(options.workers, count) }, work));
  } finally {
    process.off('SIGINT', stop);
  }
  const unfinished = done.findIndex((chunk) => chunk === undefined);
  const all = done.filter((chunk) => chunk !== undefined);
  const sum = (of: (chunk: ModelChunk) => number): number => all.reduce((total, chunk) => total + of(chunk), 0);
  return {
    seed: options.seed,
    nextSeed: options.seed + (unfinished === -1 ? count : unfinished),
    left: unfinished === -1 ? 0 : options.lists - unfinished * CHUNK,
    lists: sum(({ lists }) => lists),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    shown: sum(({ shown }) => shown),
    events: sum(({ events }) => events),
    steps: sum(({ steps }) => steps),
    healing: Math.max(0, ...all.map(({ healing }) => healing)),
    cpuMs: sum(({ cpuMs }) => cpuMs),
    seconds: (performance.now() - begun) / 1_000,
    broken: all.flatMap(({ failure }) => (failure === undefined ? [] : [failure])),
  };
}

/** A worker that hangs, or takes all memory, has found something too: which list it was, is not known. */
function withoutAnswer({ seed }: ModelOrder, error: unknown): ModelChunk {
  const failure = { what: String(error), seed, path: '', shrinks: 0, after: 0, listSeed: 0, events: [] };
  const nothing = { lists: 0, acknowledged: 0, shown: 0, events: 0, injected: {}, steps: 0, healing: 0, cpuMs: 0 };
  return { seed, ...nothing, failure };
}

function ask(child: ChildProcess, order: ModelOrder): Promise<ModelChunk> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => {
      clearTimeout(timer);
      reject(new Error(`the worker ended with ${code ?? 'a signal'} in the middle of seed ${order.seed}`));
    };
    const timer = setTimeout(() => child.kill('SIGKILL'), CHUNK_TIMEOUT_MS);
    child.once('exit', onExit);
    child.once('message', (message) => {
      clearTimeout(timer);
      child.off('exit', onExit);
      resolve(message as ModelChunk);
    });
    child.send(order);
  });
}

function readOptions(args: readonly string[]): Options | string {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string' },
        lists: { type: 'string', default: '10000' },
        path: { type: 'string' },
        restores: { type: 'boolean' },
        linkless: { type: 'boolean' },
        workers: { type: 'string', default: String(WORKERS) },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (values.help) return 'help';
  const seed = values.seed === undefined ? freshSeed() : Number(values.seed);
  const [lists, workers] = [Number(values.lists), Number(values.workers)];
  const wrong = [seed, lists, workers].some((value) => !Number.isSafeInteger(value) || value < 1);
  if (wrong) return 'numbers must be whole and positive';
  const { restores, linkless, path, json } = values;
  return { seed, lists, workers, restores, linkless, path, json };
}

const digits = (value: number): string => value.toLocaleString('en');

function reportText(result: ModelResult, more: string): string {
  const { seed, nextSeed, left, lists, acknowledged, shown, broken } = result;
  const lines = [
    `seeds ${seed} to ${nextSeed - 1} · ${digits(lists)} lists of ${digits(result.events)} events · ` +
      `${digits(acknowledged)} messages acknowledged, ${digits(shown)} shown · understood after ${result.healing} exchanges · ` +
      `${(result.cpuMs / Math.max(1, lists)).toFixed(1)} ms a list, ${result.seconds.toFixed(0)} s`,
  ];
  if (broken.length === 0) {
    lines.push(`0 broken in ${digits(lists)}: fewer than ${((3 / lists) * 1e6).toFixed(0)} per million at 95 % (3/N)`);
  }
  if (left > 0) lines.push(`go on with: npm run sim -- model --seed ${nextSeed} --lists ${left}${more}`);
  for (const failure of broken) lines.push('', failureText(failure, more));
  return lines.join('\n');
}

const flags = ({ restores, linkless }: Options): string =>
  `${restores === true ? ' --restores' : ''}${linkless === true ? ' --linkless' : ''}`;

const replay = ({ seed, path }: ModelFailure, more: string): string =>
  `npm run sim -- model --seed ${seed}${path === '' ? '' : ` --path ${path}`}${more}`;

export const failureText = (failure: ModelFailure, more = ''): string =>
  [
    `BROKEN  ${failure.what}`,
    `after ${failure.after} lists of seed ${failure.seed}, shortened ${failure.shrinks} times:`,
    ...failure.events.map((event) => `  ${JSON.stringify(event)}`),
    `again: ${replay(failure, more)}`,
  ].join('\n');

function showProgress(goal: number): (lists: number) => void {
  const begun = performance.now();
  let told = 0;
  return (lists) => {
    const share = lists / goal;
    // A terminal sees each chunk, a file every twentieth part.
    if (!process.stderr.isTTY && Math.floor(share * 20) === told) return;
    told = Math.floor(share * 20);
    const seconds = (performance.now() - begun) / 1_000;
    const text = `model ${digits(lists)} of ${digits(goal)} lists · ${seconds.toFixed(0)} s, ${(seconds / share - seconds).toFixed(0)} s left`;
    process.stderr.write(process.stderr.isTTY ? `\r\x1b[2K${text}${lists >= goal ? '\n' : ''}` : `${text}\n`);
  };
}
