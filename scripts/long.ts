/**
 * `npm run test:long`: the long runs, part by part. It may be stopped at any time; the same command goes on where it was.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { PartResult } from './long/part.ts';
import { PARTS, type Part } from './long/parts.ts';
import { longText, type LongResult } from './long/report.ts';
import { readResult, runPart } from './long/run-part.ts';
import { EXIT } from './sim/command.ts';
import { progressBar } from './sim/progress.ts';
import { freshSeed } from './sim/random.ts';

const HELP = `usage: npm run test:long [-- options]

The long runs: 1,000,000 acknowledged messages over 10,000 kills and 1,000 power cuts. Ctrl-C (or a kill) ends it at any
time; the same command goes on where it was. The report is in the folder, as report.txt and report.json.

  parts:
${PARTS.map(({ name, what }) => `    ${name.padEnd(8)} ${what}`).join('\n')}

  --seed N        everything is drawn from it; left out: that of the folder, or a fresh one
  --minutes N     end after this time, and say how far it is; each part that is not finished has its share
  --only A,B      these parts alone
  --folder PATH   where stores and results are (.cache/long): a folder on the disk that is meant
  --json          the report as one JSON document

  npm run test:long
  npm run test:long -- --minutes 60
  npm run test:long -- --only power --folder /mnt/disk/long --json > long.json

ends with  0 all kept · 1 a promise was broken (the folders stay) · 2 wrong usage · 3 not finished`;

interface Options {
  readonly folder: string;
  readonly seed: number;
  readonly minutes: number;
  readonly parts: readonly Part[];
  readonly json: boolean;
}

function readOptions(args: readonly string[]): Options | string {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string' },
        minutes: { type: 'string' },
        only: { type: 'string' },
        folder: { type: 'string', default: join(import.meta.dirname, '..', '.cache', 'long') },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (values.help) return 'help';
  const names = values.only?.split(',') ?? PARTS.map(({ name }) => name);
  const unknown = names.find((name) => !PARTS.some((part) => part.name === name));
  if (unknown !== undefined) return `there is no part ${unknown}`;
  const minutes = values.minutes === undefined ? Infinity : Number(values.minutes);
  if (!(minutes > 0)) return 'minutes: more than 0';
  const folder = resolve(values.folder);
  const before = seedOf(folder);
  const seed = values.seed === undefined ? (before ?? freshSeed()) : Number(values.seed);
  if (!Number.isSafeInteger(seed) || seed < 0) return 'seed: a whole number';
  if (before !== undefined && before !== seed) return `${folder} holds a run with seed ${before}`;
  return { folder, seed, minutes, parts: PARTS.filter(({ name }) => names.includes(name)), json: values.json };
}

/** Of the run that a folder holds. */
function seedOf(folder: string): number | undefined {
  try {
    return Number(readFileSync(join(folder, 'seed'), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
}

async function run({ folder, seed, minutes, parts }: Options): Promise<LongResult> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'seed'), `${seed}\n`);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort());
  const until = performance.now() + minutes * 60_000;
  const failed: Record<string, string> = {};
  const results = (): PartResult[] =>
    parts.map((part) => readResult(folder, part)).filter((result) => result !== undefined);
  const isFinished = (part: Part): boolean => readResult(folder, part)?.finished === true;
  for (const [i, part] of parts.entries()) {
    if (stop.signal.aborted || isFinished(part)) continue;
    const left = (until - performance.now()) / 60_000;
    if (left <= 0) break;
    const waiting = parts.slice(i).filter((each) => !isFinished(each)).length;
    // What its goals are, its first result tells.
    let bar: ReturnType<typeof progressBar> | undefined;
    console.error(`${part.name}: ${part.what}`);
    const why = await runPart(part, {
      ...{ folder, seed },
      minutes: Number.isFinite(left) ? left / waiting : 1e6,
      signal: stop.signal,
      onProgress: (result) => {
        if (result === undefined) return;
        bar ??= progressBar(part.name, result.goals);
        bar.show(result.goals.map(({ done }) => done));
      },
    });
    bar?.end();
    if (why !== undefined) failed[part.name] = why;
  }
  const all = results();
  return { seed, parts: all, failed, finished: parts.every(isFinished) };
}

const options = readOptions(process.argv.slice(2));
if (options === 'help') console.log(HELP);
else if (typeof options === 'string') {
  console.error(`${options}\n\n${HELP}`);
  process.exitCode = EXIT.usage;
} else {
  console.error(`long run: seed ${options.seed}, ${options.folder}`);
  const result = await run(options);
  const [text, json] = [longText(result), JSON.stringify(result, undefined, 2)];
  writeFileSync(join(options.folder, 'report.txt'), `${text}\n`);
  writeFileSync(join(options.folder, 'report.json'), `${json}\n`);
  console.log(options.json ? json : text);
  const isBroken = result.parts.some(({ broken }) => broken.length > 0);
  if (isBroken) process.exitCode = EXIT.broken;
  else process.exitCode = result.finished ? EXIT.kept : EXIT.unfinished;
}
