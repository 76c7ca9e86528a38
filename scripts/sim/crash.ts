/** `npm run sim -- crash`: kill -9 at seeded places, again and again, and what was promised all the same. */
import { parseArgs } from 'node:util';
import { freshSeed } from './random.ts';
import { CRASH_ROWS, progressBar, reportText, type Row } from './report.ts';
import { runStorm } from './storm.ts';
import type { Strike } from './world.ts';

/** 0: every promise was kept. */
export const EXIT = { kept: 0, broken: 1, usage: 2, unfinished: 3 } as const;

export const CRASH_HELP = `usage: npm run sim -- crash [options]

A rendezvous server and two peers, as processes, with real stores. They register, become friends and write to each
other; each of the three is killed (SIGKILL) at a failpoint or at any moment, started again, and so on. Then it must
become quiet, and every text whose send was acknowledged must be shown on the other side, once and in order.

  --seed N         everything is drawn from it; a fresh one is made up and printed
  --messages N     acknowledged messages to reach (10000)
  --kills N        kills to reach (100)
  --minutes N      end the storm after this time in any case (10)
  --per-second N   texts a second from each side (150)
  --folder PATH    where the stores are made: a folder on the disk that is meant
  --json           the result as one JSON document

  npm run sim -- crash --seed 7
  npm run sim -- crash --messages 100000 --kills 1000 --minutes 60
  npm run sim -- crash --seed 7 --json > result.json

ends with  0 all kept · 1 a promise was broken (the folders stay) · 2 wrong usage · 3 the time was over too early`;

/** Also for the power cuts, which differ in what happens at a kill. */
export async function runCrash(
  args: readonly string[],
  kind: { readonly name: string; readonly help: string; readonly rows: readonly Row[]; readonly strike?: Strike } = {
    name: 'crash',
    help: CRASH_HELP,
    rows: CRASH_ROWS,
  },
): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') {
    console.log(kind.help);
    return EXIT.kept;
  }
  if (typeof options === 'string') {
    console.error(`${options}\n\n${kind.help}`);
    return EXIT.usage;
  }
  const { seed, json } = options;
  const command = `npm run sim -- ${kind.name} --seed ${seed} ${args.filter((_, i) => !isSeed(args, i)).join(' ')}`;
  console.error(`${kind.name}: seed ${seed}`);
  const bar = progressBar(kind.name, options);
  const result = await runStorm({ ...options, strike: kind.strike, onProgress: (k, m) => bar.show(k, m) });
  bar.end();
  if (json) console.log(JSON.stringify(result, undefined, 2));
  else console.log(reportText(result, kind.rows, command.trim()));
  if (result.broken.length > 0) return EXIT.broken;
  return result.unfinished ? EXIT.unfinished : EXIT.kept;
}

const isSeed = (args: readonly string[], i: number): boolean =>
  /^--seed/.test(args[i] ?? '') || args[i - 1] === '--seed';

function readOptions(args: readonly string[]) {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string' },
        messages: { type: 'string', default: '10000' },
        kills: { type: 'string', default: '100' },
        minutes: { type: 'string', default: '10' },
        'per-second': { type: 'string', default: '150' },
        folder: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (values.help) return 'help';
  const seed = values.seed === undefined ? freshSeed() : Number(values.seed);
  const numbers = {
    seed,
    messages: Number(values.messages),
    kills: Number(values.kills),
    minutes: Number(values.minutes),
    perSecond: Number(values['per-second']),
  };
  const { minutes, ...whole } = numbers;
  const wrong = Object.values(whole).some((value) => !Number.isSafeInteger(value) || value < 0);
  if (wrong || !(minutes > 0) || numbers.perSecond === 0) return 'numbers must be whole and not negative';
  return { ...numbers, json: values.json, folder: values.folder };
}
