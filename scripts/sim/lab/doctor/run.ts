/** `npm run sim -- doctor`: scripted faults, and whether `miyu doctor` tells the cause of each. */
import { parseArgs } from 'node:util';
import { EXIT, writeWhole } from '../../command.ts';
import { onGround } from '../ground.ts';
import { missingFor } from '../needs.ts';
import { GOAL, rowOf, scoreOf, tableOf, type Judged } from './fault.ts';
import { SCENES, playScene, type Scene } from './scenes.ts';

const COUNT = SCENES.reduce((sum, { faults }) => sum + faults.length, 0);

const HELP = `usage: npm run sim -- doctor [options]

Plays ${COUNT} faults between a server and friends, with the programs of dist/ on hosts of their own (network namespaces), asks the doctor of
alice about each, and counts how often the first fault that it tells of the subject is the one that was played. At least ${GOAL * 100} % must be,
and nothing untrue may be told as certain. It needs Linux, root, iproute2, procps and nft; where something is missing it says so and
ends with 0. All of it takes about eight minutes.

  --only WORDS      faults whose name, or whose scene, has one of these in it, with commas between: ${SCENES.map(({ name }) => name).join(', ')}
  --at-once N       scenes at the same time (2)
  --why             with each fault everything that was found
  --list            only shows the names of the faults
  --result PATH     also write what was told so far, as JSON, whenever a fault was played
  --json            the result as one JSON document

  npm run sim -- doctor
  npm run sim -- doctor --only machine,cable --why

ends with  0 the goal is met · 1 it is not, or a fault could not be played · 2 wrong usage`;

interface Options {
  readonly only: readonly string[];
  readonly atOnce: number;
  readonly why: boolean;
  readonly list: boolean;
  readonly json: boolean;
  readonly resultFile: string | undefined;
}

export interface DoctorResult {
  readonly faults: number;
  readonly judged: readonly Judged[];
  /** What could not be played. */
  readonly failed: readonly string[];
}

export async function runDoctor(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') {
    console.log(HELP);
    return EXIT.kept;
  }
  if (typeof options === 'string') {
    console.error(`${options}\n\n${HELP}`);
    return EXIT.usage;
  }
  const { only, list, why, json, resultFile } = options;
  const isWanted = (scene: Scene, name: string): boolean =>
    only.length === 0 || only.some((word) => scene.name === word || name.includes(word));
  if (list) {
    for (const scene of SCENES) for (const { name } of scene.faults) console.log(`${scene.name.padEnd(8)} ${name}`);
    return EXIT.kept;
  }
  const missing = missingFor('nft');
  if (missing !== undefined) {
    console.log(`skipped: ${missing}`);
    return EXIT.kept;
  }
  const scenes = SCENES.filter((scene) => scene.faults.some(({ name }) => isWanted(scene, name)));
  const found = new Map<Scene, Judged[]>(scenes.map((scene) => [scene, []]));
  const failed: string[] = [];
  const result = (): DoctorResult => ({
    faults: scenes.reduce((sum, scene) => sum + scene.faults.filter(({ name }) => isWanted(scene, name)).length, 0),
    judged: [...found.values()].flat(),
    failed,
  });
  const waiting = [...scenes];
  const worker = async (folder: string): Promise<void> => {
    for (let scene = waiting.shift(); scene !== undefined; scene = waiting.shift()) {
      const one = scene;
      try {
        await playScene(one, {
          folder,
          wanted: ({ name }) => isWanted(one, name),
          onJudged: (judged) => {
            found.get(one)?.push(judged);
            console.error(rowOf(judged));
            if (why) console.error(judged.findings.map((each) => `    ${JSON.stringify(each)}`).join('\n'));
            if (resultFile !== undefined) writeWhole(resultFile, JSON.stringify(result()));
          },
        });
      } catch (error) {
        failed.push(`${one.name}: ${error instanceof Error ? error.message : String(error)}`);
        console.error(failed.at(-1));
      }
    }
  };
  await onGround('doctor', EXIT.unfinished, (folder) =>
    Promise.all(Array.from({ length: options.atOnce }, () => worker(folder))),
  );
  const { judged } = result();
  if (json) console.log(JSON.stringify(result()));
  else console.log([tableOf(judged), ...failed.map((each) => `could not be played: ${each}`)].join('\n'));
  return scoreOf(judged).met && failed.length === 0 ? EXIT.kept : EXIT.broken;
}

function readOptions(args: readonly string[]): Options | string {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string' },
        'at-once': { type: 'string', default: '2' },
        why: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
        result: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (values.help) return 'help';
  const atOnce = Number(values['at-once']);
  if (!(Number.isInteger(atOnce) && atOnce >= 1 && atOnce <= SCENES.length)) return `at-once: 1 to ${SCENES.length}`;
  const only = values.only === undefined ? [] : values.only.split(',').filter((word) => word !== '');
  const { why, list, json, result } = values;
  return { only, atOnce, why, list, json, resultFile: result };
}
