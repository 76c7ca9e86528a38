/** `npm run sim -- reach`: how soon friends find each other, and what it costs, beside the goals; real programs in networks of their own. */
import { mkdirSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EXIT } from '../../command.ts';
import { Dice, freshSeed } from '../../random.ts';
import { onGround } from '../ground.ts';
import { missingFor } from '../needs.ts';
import { terminalMissing } from '../terminal.ts';
import { measureDht } from './dht.ts';
import { figureText, type Figure } from './figure.ts';
import { measureFirst } from './first.ts';
import { measureIdle } from './idle.ts';
import { measureGone, measureOnline } from './online.ts';
import type { Place } from './place.ts';

interface Measurement {
  readonly name: string;
  readonly what: string;
  /** Unless the command says otherwise. */
  readonly rounds: number;
  readonly missing?: () => string | undefined;
  readonly measure: (place: Place) => Promise<Figure[]>;
}

const MEASUREMENTS: readonly Measurement[] = [
  {
    name: 'online',
    what: 'from the start of `miyu up` to the friend shown online, at both',
    rounds: 20,
    measure: measureOnline,
  },
  {
    name: 'gone',
    what: 'the same by mDNS alone, the server gone for good; and where both start again',
    rounds: 20,
    measure: measureGone,
  },
  {
    name: 'dht',
    what: 'the same by the DHT alone, without multicast, where both start again among friends of friends',
    rounds: 20,
    measure: measureDht,
  },
  {
    name: 'first',
    what: 'from `npm start` on two machines with nothing configured to the first message on the screen',
    rounds: 5,
    missing: terminalMissing,
    measure: measureFirst,
  },
  {
    name: 'idle',
    what: 'processor and cable of a peer that does nothing, with friends who are all online',
    rounds: 1,
    measure: measureIdle,
  },
];

const MOST = { rounds: 100, friends: 200, people: 40, settle: 3_600, seconds: 3_600 } as const;
/** Two who have a third. */
const LEAST = { rounds: 1, friends: 1, people: 3, settle: 0, seconds: 1 } as const;

const HELP = `usage: npm run sim -- reach [options]

Measures how soon friends find each other and what it costs, beside the goals: the programs of dist/, each on a host of its own
(a network namespace), on one switch. It needs Linux, root, iproute2 and procps; where something is missing it says so and
ends with 0. The figures are those of a machine that does nothing else: its load is told with them.

  --only NAMES      some of them, with commas between:
${MEASUREMENTS.map(({ name, what }) => `                      ${name.padEnd(8)} ${what}`).join('\n')}
  --rounds N        of each (${MEASUREMENTS.map(({ name, rounds }) => `${name} ${rounds}`).join(', ')})
  --people N        among whom two look for each other by the DHT (20)
  --friends N       of the idle peer (50)
  --settle N        seconds that it is left alone first (120): what fifty new friendships and registrations bring about (prekeys,
                    introductions, the log's head that friends tell each other within a minute or two) is over by then
  --seconds N       for which it is watched (300): whoever is near is announced anew within that
  --seed N          of the pauses, and of who goes first; a fresh one is made up and printed
  --json            the result as one JSON document

  npm run sim -- reach
  npm run sim -- reach --only online,gone --rounds 50
  npm run sim -- reach --only dht --people 30 --rounds 50
  npm run sim -- reach --only idle --friends 100 --json

Beside these
  a new address in mid-chat     npm run sim -- net --scenario address,address-alone
  two who dial each other       npm test -- test/node/net/simultaneous
  the whole story, as commands  npm run sim -- story

ends with  0 all goals met · 1 a goal was missed, or something did not come about at all · 2 wrong usage`;

interface Options {
  readonly chosen: readonly Measurement[];
  readonly rounds: number | undefined;
  readonly friends: number;
  readonly people: number;
  readonly settle: number;
  readonly seconds: number;
  readonly seed: number;
  readonly json: boolean;
}

export interface ReachResult {
  readonly seed: number;
  readonly cores: number;
  /** Of the last minute, before and after: more than nothing makes the figures upper bounds. */
  readonly load: readonly [number, number];
  readonly figures: Readonly<Record<string, readonly Figure[]>>;
  /** What did not come about. */
  readonly failed: Readonly<Record<string, string>>;
}

export async function runReach(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') {
    console.log(HELP);
    return EXIT.kept;
  }
  if (typeof options === 'string') {
    console.error(`${options}\n\n${HELP}`);
    return EXIT.usage;
  }
  const { chosen, seed, json } = options;
  const missing = missingFor() ?? chosen.map((each) => each.missing?.()).find((reason) => reason !== undefined);
  if (missing !== undefined) {
    console.log(`skipped: ${missing}`);
    return EXIT.kept;
  }
  console.error(`reach: seed ${seed}`);
  const [before = 0] = loadavg();
  const figures: Record<string, readonly Figure[]> = {};
  const failed: Record<string, string> = {};
  await onGround('reach', EXIT.broken, async (folder) => {
    for (const each of chosen) {
      const own = join(folder, each.name);
      mkdirSync(own);
      const { friends, people, settle, seconds, rounds = each.rounds } = options;
      const dice = new Dice(seed, each.name);
      const onPhase = progress(each.name);
      try {
        figures[each.name] = await each.measure({
          folder: own,
          dice,
          rounds,
          friends,
          people,
          settle,
          seconds,
          onPhase,
        });
      } catch (error) {
        failed[each.name] = error instanceof Error ? error.message : String(error);
      }
      if (process.stderr.isTTY) process.stderr.write('\r\x1b[2K');
      if (!json) console.log(textOf(each.name, figures[each.name], failed[each.name]));
    }
  });
  const result: ReachResult = {
    ...{ seed, cores: availableParallelism(), load: [before, loadavg()[0] ?? 0] },
    ...{ figures, failed },
  };
  if (json) console.log(JSON.stringify(result, undefined, 2));
  else
    console.log(`${result.cores} cores, load ${result.load.map((load) => load.toFixed(2)).join(' → ')}; seed ${seed}`);
  const isMet = Object.values(figures).every((list) => list.every(({ met }) => met));
  return isMet && Object.keys(failed).length === 0 ? EXIT.kept : EXIT.broken;
}

function textOf(name: string, figures: readonly Figure[] | undefined, failed: string | undefined): string {
  const lines = failed === undefined ? (figures ?? []).map(figureText) : [`did not come about: ${failed}`];
  return `\n${name}\n${lines.map((line) => line.replaceAll(/^/gm, '  ')).join('\n')}`;
}

/** A line that changes on a terminal; elsewhere one for each phase. */
function progress(name: string): (phase: string) => void {
  const begun = performance.now();
  let last = '';
  return (phase) => {
    if (phase === last) return;
    last = phase;
    const text = `${name}: ${phase} · ${((performance.now() - begun) / 1_000).toFixed(0)} s`;
    process.stderr.write(process.stderr.isTTY ? `\r\x1b[2K${text}` : `${text}\n`);
  };
}

function readOptions(args: readonly string[]): Options | string {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', default: MEASUREMENTS.map(({ name }) => name).join(',') },
        rounds: { type: 'string' },
        friends: { type: 'string', default: '50' },
        people: { type: 'string', default: '20' },
        settle: { type: 'string', default: '120' },
        seconds: { type: 'string', default: '300' },
        seed: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (values.help) return 'help';
  const names = [...new Set(values.only.split(','))];
  const chosen = MEASUREMENTS.filter(({ name }) => names.includes(name));
  const unknown = names.find((name) => !MEASUREMENTS.some((each) => each.name === name));
  if (unknown !== undefined) return `no measurement ${unknown}`;
  const seed = values.seed === undefined ? freshSeed() : Number(values.seed);
  if (!(Number.isSafeInteger(seed) && seed > 0)) return '--seed must be whole and positive';
  for (const name of ['rounds', 'friends', 'people', 'settle', 'seconds'] as const) {
    const value = Number(values[name] ?? LEAST[name]);
    if (!(Number.isInteger(value) && value >= LEAST[name] && value <= MOST[name])) {
      return `--${name} must be ${LEAST[name]} to ${MOST[name]}`;
    }
  }
  const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
  const of = (name: 'friends' | 'people' | 'settle' | 'seconds'): number => Number(values[name]);
  const sizes = { friends: of('friends'), people: of('people'), settle: of('settle'), seconds: of('seconds') };
  return { chosen, rounds, ...sizes, seed, json: values.json };
}
