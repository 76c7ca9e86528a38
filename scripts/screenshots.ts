/**
 * `npm run screenshots`: a picture of every screen and dialog of the page, of real peers at a real server, in Chinese and light
 * and in English and dark.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { World } from './pages/world.ts';
import { fileOf } from './pages/shot.ts';
import { OTHER_SIDE, SHOT_NAMES, Sitting } from './pages/sitting.ts';
import { Windows, lookName } from './pages/windows.ts';
import type { Look } from './pages/windows.ts';
import { findBrowser, hasFont } from './check/browser.ts';
import { progressBar } from './sim/progress.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const ZH: Look = { language: 'zh', theme: 'light' };
const EN: Look = { language: 'en', theme: 'dark' };
const LOOKS: readonly Look[] = [ZH, EN];
/** What README.md shows: the two sides of one chat. Whoever reads it over a slow line should not wait for them. */
const README = [
  { name: 'chat', look: ZH, file: 'chat-zh-light.png' },
  { name: OTHER_SIDE.name, look: EN, file: 'chat-en-dark.png' },
] as const;
const MAX_README_BYTES = 200 * 1024;

/** What the pictures are full of, by fontconfig's name, and the package of Debian that has it. */
const FONTS = { zh: 'fonts-noto-cjk', 'und-zsye': 'fonts-noto-color-emoji' };

interface Options {
  out: string;
  only?: string[];
  readme?: boolean;
  json?: boolean;
}

interface Picture {
  readonly name: string;
  readonly look: string;
  readonly file: string;
  readonly bytes: number;
}

interface Failure {
  readonly name: string;
  readonly look: string;
  readonly reason: string;
}

const program = new Command('npm run screenshots --')
  .description('Pictures of every screen and dialog of the page, each in zh-light and en-dark.')
  .option('--out <folder>', 'where they go', join(ROOT, '.cache', 'screenshots'))
  .option('--only <name...>', 'those whose name begins so')
  .option('--readme', 'renews the two pictures of README.md (alone, unless --only names more)')
  .option('--json', 'one document on standard output: ok, folder, pictures, failures')
  .addHelpText('after', `\nNames: ${SHOT_NAMES.join(', ')}`)
  .exitOverride();

async function main(argv: readonly string[]): Promise<number> {
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
  const { out, only = [], readme = false, json = false } = program.opts<Options>();
  const wanted = SHOT_NAMES.filter(
    (name) =>
      (only.length === 0 && !readme) ||
      only.some((beginning) => name.startsWith(beginning)) ||
      (readme && README.some((picture) => picture.name === name)),
  );
  if (wanted.length === 0) {
    console.error(`No picture's name begins with ${only.join(' or ')}. See --help.`);
    return 2;
  }
  const found = findBrowser();
  if ('missing' in found) {
    console.error(`${found.missing}. Install Chromium (Debian: apt install chromium); npm test fetches one, too.`);
    return 1;
  }
  for (const [language, name] of process.platform === 'linux' ? Object.entries(FONTS) : []) {
    if (!hasFont(language)) console.error(`Without a font as of ${name} there are boxes in the pictures.`);
  }
  const folder = resolve(out);
  await mkdir(folder, { recursive: true });

  const world = await World.make('screenshots');
  const windows = await Windows.start(found.path, false);
  let stopped = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopped) {
        world.abandon();
        process.exit(130);
      }
      stopped = true;
      void windows.close(); // Whatever waits for a page ends.
    });
  }
  const pictures: Picture[] = [];
  const failures: Failure[] = [];
  const bar = progressBar('screenshots', [{ what: 'pictures', goal: wanted.length * LOOKS.length }]);
  const show = (): void => {
    bar.show([pictures.length + failures.length]);
  };
  const sitting = new Sitting({
    ...{ windows, world, looks: LOOKS, onStep: show },
    wants: (name) => wanted.includes(name),
    keep: async (name, look, png) => {
      const file = fileOf(name, look);
      await writeFile(join(folder, file), png);
      pictures.push({ name, look: lookName(look), file, bytes: png.length });
      const shown = readme ? README.find((picture) => picture.name === name && picture.look === look) : undefined;
      if (shown !== undefined && png.length > MAX_README_BYTES) {
        failures.push({ name, look: lookName(look), reason: `${png.length} bytes are too many for README.md` });
      } else if (shown !== undefined) {
        await writeFile(join(ROOT, 'node', 'web', 'pictures', shown.file), png);
      }
      show();
    },
    failed: async (name, look, reason, png) => {
      failures.push({ name, look: lookName(look), reason });
      if (png !== undefined) await writeFile(join(folder, fileOf(`${name}.failed`, look)), png);
      show();
    },
  });
  try {
    show();
    await sitting.run();
  } catch (error) {
    if (!stopped) failures.push({ name: '', look: '', reason: error instanceof Error ? error.message : String(error) });
  } finally {
    bar.end();
    await windows.close().catch(() => undefined);
    await world.end();
  }
  const ok = !stopped && failures.length === 0;
  if (json) console.log(JSON.stringify({ ok, folder, pictures, failures }));
  else {
    for (const { name, look, reason } of failures) console.error(`  ✗ ${name} ${look}: ${reason}`);
    console.log(`${pictures.length} pictures in ${folder}`);
  }
  return stopped ? 130 : ok ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
