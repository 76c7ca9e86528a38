/** The part `model` of the long run: chunks of lists, each of them kept on the disk, in the order of their seeds. */
import { EXIT, writeWhole } from '../sim/command.ts';
import { CHUNK, runChunks, WORKERS, type ModelChunk } from '../sim/model.ts';
import { LinesFile } from './lines-file.ts';
import type { Mark, PartResult, PartRow } from './part.ts';
import { endWithStarter, readPartCall } from './part-process.ts';

const LISTS = 1_000_000;
/** A run that goes on has shown enough after so many. */
const MOST_BROKEN = 10;

/** A chunk, and how long it took since the one before it or the sitting's begin. */
export interface ChunkLine {
  readonly chunk: ModelChunk;
  readonly seconds: number;
}

const ROWS: Readonly<Record<number, string>> = {
  5: 'a list of events over two whole peers',
  6: 'mail changed on its way: it does not open',
  7: 'an old profile restored from a backup',
  14: 'mail dropped, replayed, reordered, withheld',
  23: 'crash between encrypt, persist and send',
};

/** Letters of test/model/witness.ts as those of shared/scenarios.md: a key used twice and a wrong state are S, what does not heal is C. */
const LETTERS: Readonly<Record<string, string>> = { L: 'L', D: 'D', N: 'D', S: 'S', K: 'S', M: 'M', H: 'C', C: 'C' };
/** All that the model judges. */
const PROMISES = [...new Set(Object.values(LETTERS))];

/** What has no letter is a worker that hung or ended. */
const promiseOf = (what: string): string => LETTERS[/^([A-Z]): /.exec(what)?.[1] ?? ''] ?? 'C';

/** Pure. What was broken is blamed on every row: each list has many of them. */
export function modelResult(seed: number, lists: number, lines: readonly ChunkLine[]): PartResult {
  const sum = (of: (chunk: ModelChunk) => number): number => lines.reduce((all, { chunk }) => all + of(chunk), 0);
  const failures = lines.flatMap(({ chunk }) => chunk.failure ?? []);
  const broken = failures.map(({ what, seed: first, path }) => ({
    ...{ promise: promiseOf(what), what },
    again: `npm run sim -- model --seed ${first}${path === '' ? '' : ` --path ${path}`}`,
  }));
  const done = sum((chunk) => chunk.lists);
  const marks = Object.fromEntries(
    PROMISES.map((promise): [string, Mark] => [
      promise,
      broken.some((each) => each.promise === promise) ? 'broken' : 'kept',
    ]),
  );
  const rows = Object.entries(ROWS).flatMap(([name, what]): PartRow[] => {
    const times = sum(({ injected }) => injected[Number(name)] ?? 0);
    return times === 0 ? [] : [{ row: Number(name), what, times, marks }];
  });
  const healing = Math.max(0, ...lines.map(({ chunk }) => chunk.healing));
  return {
    ...{ part: 'model', seed, rows, broken },
    finished: lines.length * CHUNK >= lists,
    seconds: lines.reduce((all, { seconds }) => all + seconds, 0),
    goals: [{ what: 'lists', done, goal: lists }],
    bounds: [{ what: 'lists that broke a promise', found: failures.length, tried: done + failures.length }],
    lines: [
      `${sum(({ acknowledged }) => acknowledged).toLocaleString('en')} messages acknowledged; understood after ${healing} exchanges`,
    ],
  };
}

async function main(): Promise<number> {
  const { folder, resultFile, seed, minutes } = readPartCall(process.argv.slice(2));
  endWithStarter(() => undefined); // The workers end with the channel to us.
  const until = performance.now() + minutes * 60_000;
  // Seeds begin at 1.
  const first = Math.max(1, seed);
  const file = new LinesFile<ChunkLine>(folder, seed);
  const result = (): PartResult => modelResult(seed, LISTS, file.lines);
  const tell = (): void => writeWhole(resultFile, JSON.stringify(result(), undefined, 2));
  tell();
  let told = performance.now();
  const onChunk = (chunk: ModelChunk): void => {
    const now = performance.now();
    file.add({ chunk, seconds: (now - told) / 1_000 });
    told = now;
    tell();
  };
  // A chunk that fails ends the others' turn; a long run goes on behind it.
  while (!result().finished && result().broken.length < MOST_BROKEN && performance.now() < until) {
    const done = file.lines.length;
    const rest = { seed: first + done, lists: LISTS - done * CHUNK, workers: WORKERS };
    const options = { ...rest, restores: undefined, linkless: undefined, path: undefined };
    await runChunks(options, () => undefined, { onChunk, until });
  }
  if (result().broken.length > 0) return EXIT.broken;
  return result().finished ? EXIT.kept : EXIT.unfinished;
}

if (import.meta.main) process.exit(await main());
