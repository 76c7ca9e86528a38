/** `npm run sim -- NAME`: the command line of the storms. */
import { renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { HELP } from './help.ts';
import type { WorldKind } from './plan.ts';
import { progressBar } from './progress.ts';
import { freshSeed } from './random.ts';
import { reportText } from './report.ts';
import { runStorm, type StormOptions } from './storm.ts';
import { NAMES } from './world.ts';
import { WorldsFile } from './worlds-file.ts';

/** 0: every promise was kept. */
export const EXIT = { kept: 0, broken: 1, usage: 2, unfinished: 3 } as const;

const GOALS: Readonly<Record<WorldKind, { readonly messages: string; readonly kills: string }>> = {
  crash: { messages: '10000', kills: '100' },
  power: { messages: '10000', kills: '100' },
  damage: { messages: '3000', kills: '30' },
};

/** Where power is cut, more of them: so long as some batch waits for the disk, what leaves too early is found. */
const PER_SECOND: Readonly<Record<WorldKind, string>> = { crash: '150', power: '300', damage: '150' };

export async function runCommand(kind: WorldKind, args: readonly string[]): Promise<number> {
  const options = readOptions(kind, args);
  if (options === 'help') {
    console.log(HELP[kind]);
    return EXIT.kept;
  }
  if (typeof options === 'string') {
    console.error(`${options}\n\n${HELP[kind]}`);
    return EXIT.usage;
  }
  const { json, resultFile, ...storm } = options;
  console.error(`${kind}: seed ${storm.seed}`);
  const bar = progressBar(kind, [
    { what: 'messages', goal: storm.messages },
    { what: 'kills', goal: storm.kills },
  ]);
  const result = await runStorm({
    ...storm,
    onProgress: ({ messages, kills }) => bar.show([messages, kills]),
    onResult: (sofar) => {
      if (resultFile !== undefined) writeWhole(resultFile, JSON.stringify(sofar, undefined, 2));
    },
  });
  bar.end();
  if (typeof result === 'string') {
    console.log(`skipped: ${result}`);
    return EXIT.kept;
  }
  if (json) console.log(JSON.stringify(result, undefined, 2));
  else console.log(reportText(result));
  if (result.broken.length > 0) return EXIT.broken;
  return result.finished ? EXIT.kept : EXIT.unfinished;
}

/** Whoever reads it meanwhile sees the old one or the new one. */
export function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

type Options = Omit<StormOptions, 'onProgress' | 'onResult'> & {
  readonly json: boolean;
  readonly resultFile: string | undefined;
};

function readOptions(kind: WorldKind, args: readonly string[]): Options | string {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string' },
        messages: { type: 'string', default: GOALS[kind].messages },
        kills: { type: 'string', default: GOALS[kind].kills },
        minutes: { type: 'string', default: '10' },
        'per-second': { type: 'string', default: PER_SECOND[kind] },
        peers: { type: 'string', default: '3' },
        'at-once': { type: 'string', default: '3' },
        world: { type: 'string' },
        folder: { type: 'string' },
        state: { type: 'string' },
        result: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (values.help) return 'help';
  const { state, folder, result: resultFile, json } = values;
  const before = state === undefined ? undefined : WorldsFile.run(state);
  const seed = values.seed === undefined ? (before?.seed ?? freshSeed()) : Number(values.seed);
  const whole = {
    seed,
    messages: Number(values.messages),
    kills: Number(values.kills),
    perSecond: Number(values['per-second']),
    peers: Number(values.peers),
    atOnce: Number(values['at-once']),
    world: values.world === undefined ? undefined : Number(values.world),
  };
  const minutes = Number(values.minutes);
  const wrong = Object.values(whole).some(
    (value) => value !== undefined && !(Number.isSafeInteger(value) && value >= 0),
  );
  if (wrong || !(minutes > 0) || whole.perSecond === 0) return 'numbers must be whole and not negative';
  if (whole.peers < 2 || whole.peers > NAMES.length) return `peers: 2 to ${NAMES.length}`;
  if (whole.atOnce < 1 || whole.atOnce > 16) return 'at-once: 1 to 16';
  if (before !== undefined && (before.kind !== kind || before.seed !== seed)) {
    return `${state ?? ''} holds a run of ${before.kind} with seed ${before.seed}`;
  }
  const { messages, kills, peers, perSecond } = whole;
  const numbers = `--messages ${messages} --kills ${kills} --peers ${peers} --per-second ${perSecond}`;
  const command = `npm run sim -- ${kind} --seed ${seed} ${numbers}`;
  return { kind, ...whole, minutes, folder, state, json, resultFile, command };
}
