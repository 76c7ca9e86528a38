/** `npm run sim -- story`: what is promised of friends and their networks, played with the real commands, as a transcript. */
import { parseArgs } from 'node:util';
import { EXIT } from '../../command.ts';
import { onGround } from '../ground.ts';
import { missingFor } from '../needs.ts';
import { terminalMissing } from '../terminal.ts';
import { SCENES } from './scenes.ts';
import { openStage } from './stage.ts';

const HELP = `usage: npm run sim -- story [options]

Two people at machines of their own (network namespaces), who configure nothing: what they type, and what they see. It needs
Linux, root, iproute2, procps, nftables and util-linux; where something is missing it says so and ends with 0.

${SCENES.map(({ title }, index) => `  ${index + 1}  ${title}`).join('\n')}

  --scenes N        the first so many (${SCENES.length})
  --json            no transcript: which scenes were played, and how long each took

  npm run sim -- story
  npm run sim -- story --scenes 2

ends with  0 all were played to their end · 1 one was not · 2 wrong usage`;

interface Played {
  readonly title: string;
  readonly seconds: number;
  readonly failed: string | null;
}

export async function runStory(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') {
    console.log(HELP);
    return EXIT.kept;
  }
  if (typeof options === 'string') {
    console.error(`${options}\n\n${HELP}`);
    return EXIT.usage;
  }
  const missing = missingFor('nft') ?? terminalMissing();
  if (missing !== undefined) {
    console.log(`skipped: ${missing}`);
    return EXIT.kept;
  }
  const print = (line: string): void => {
    if (!options.json) console.log(line);
  };
  const played: Played[] = [];
  await onGround('story', EXIT.broken, async (folder) => {
    const stage = await openStage(folder, print);
    for (const [index, { title, play }] of SCENES.slice(0, options.scenes).entries()) {
      print(`${index > 0 ? '\n' : ''}# ${index + 1}. ${title}`);
      console.error(`story: scene ${index + 1} of ${options.scenes}`);
      const since = performance.now();
      const failed = await play(stage).then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      played.push({ title, seconds: (performance.now() - since) / 1_000, failed });
      if (failed === null) continue;
      console.error(failed);
      break;
    }
  });
  if (options.json) console.log(JSON.stringify({ scenes: played }, undefined, 2));
  return played.every(({ failed }) => failed === null) ? EXIT.kept : EXIT.broken;
}

function readOptions(args: readonly string[]): { readonly scenes: number; readonly json: boolean } | string {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        scenes: { type: 'string', default: String(SCENES.length) },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (values.help) return 'help';
  const scenes = Number(values.scenes);
  if (!(Number.isInteger(scenes) && scenes > 0 && scenes <= SCENES.length))
    return `--scenes must be 1 to ${SCENES.length}`;
  return { scenes, json: values.json };
}
