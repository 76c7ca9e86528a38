/**
 * `npm run demo`: a server and two peers as processes of their own. They meet, talk directly, one leaves, three messages
 * wait in the mailbox, the writer leaves too, the reader comes back and reads them in order. All of it happens in two pages of
 * the system's Chromium, in windows where there is a display; where there is no Chromium, over the API. Ends with 0 only if all
 * of it was so; in a terminal it stays until Ctrl-C, with the two and their pages.
 */
import { hasDisplay } from '../node/cli/browser.ts';
import { errorText } from '../shared/error-texts.ts';
import { isMiyuError } from '../shared/errors.ts';
import { languageOf, parseLanguage } from '../shared/language.ts';
import type { Language } from '../shared/language.ts';
import { apiActs } from './demo-acts.ts';
import type { DemoPages } from './demo-pages.ts';
import { Demo } from './demo-run.ts';
import type { Step } from './demo-run.ts';
import type { Person } from './pages/person.ts';
import { World } from './pages/world.ts';

/** So that whoever looks at the windows sees what has happened before the next thing does. */
const PAUSE_MS = 800;

/** By what the two act. */
type Drive = 'windows' | 'pages' | 'api';

const USAGE = {
  en: `npm run demo -- [--once] [--json] [--lang zh|en]

A server and two peers, scripted, in two pages of your Chromium; over the API where there is none.
  --once   ends when it is through; without it, in a terminal, it stays until Ctrl-C
  --json   one document: ok, ms, drive, steps, failure; no windows, and ends`,
  zh: `npm run demo -- [--once] [--json] [--lang zh|en]

按脚本运行一个服务器与两个节点，在 Chromium 的两个网页界面中进行；没有 Chromium 时通过 API 进行。
  --once   完成后即结束；否则在终端中保持运行，直到 Ctrl-C
  --json   输出一份 JSON：ok、ms、drive、steps、failure；不打开窗口，完成后结束`,
};

async function main(argv: readonly string[]): Promise<number> {
  const json = argv.includes('--json');
  const at = argv.indexOf('--lang');
  const language = parseLanguage(at === -1 ? '' : (argv[at + 1] ?? '')) ?? languageOf(process.env);
  if (argv.includes('--help')) {
    console.log(USAGE[language]);
    return 0;
  }
  const world = await World.make('demo');
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) {
        world.abandon();
        process.exit(130); // Twice: at once.
      }
      stop.abort();
    });
  }
  const steps: Step[] = [];
  const from = performance.now();
  let drive: Drive = 'api';
  let pages: DemoPages | undefined;
  try {
    let failure: string | null = null;
    let two: readonly Person[] = [];
    try {
      [drive, pages] = await openPages(language, !json && hasDisplay(process.env), json);
      const demo = new Demo({
        world,
        language,
        actsOf: pages === undefined ? apiActs : pages.actsOf,
        onStep: (step) => {
          steps.push(step);
          const { what, ms, path } = step;
          if (!json) console.log(`  ✓ ${what} · ${ms} ms${path === null ? '' : ` · ${path}`}`);
        },
        pauseMs: drive === 'windows' ? PAUSE_MS : 0,
        signal: stop.signal,
      });
      two = await demo.run();
    } catch (error) {
      failure = isMiyuError(error) ? errorText(error, language).say : String((error as Error | undefined)?.message);
    }
    const ms = Math.round(performance.now() - from);
    if (json) console.log(JSON.stringify({ ok: failure === null, ms, drive, steps, failure }));
    else if (failure !== null) console.error(`  ✗ ${failure}`);
    else console.log(language === 'zh' ? `全部如预期，用时 ${ms} ms。` : `All as expected, in ${ms} ms.`);
    if (failure !== null) return stop.signal.aborted ? 130 : 1;
    const stays = process.stdout.isTTY && !json && drive !== 'api' && !argv.includes('--once');
    if (stays) await stay(two, language, stop.signal);
    return 0;
  } finally {
    await pages?.close().catch(() => undefined); // Somebody has closed its windows.
    await world.end();
  }
}

async function openPages(
  language: Language,
  visible: boolean,
  json: boolean,
): Promise<[drive: Drive, pages: DemoPages | undefined]> {
  // Only where it is wanted: it is large, and a bundle alone does not have it.
  const { findBrowser } = await import('./check/browser.ts');
  const found = findBrowser();
  if ('missing' in found) {
    const hint =
      language === 'zh'
        ? '这里没有 Chromium，因此通过 API 演示。请安装一个（Debian：apt install chromium），或用 CHROME_PATH 指定；npm test 也会取得一个。'
        : 'No Chromium here, so it goes over the API. Install one (Debian: apt install chromium), or name one in CHROME_PATH; npm test fetches one, too.';
    if (!json) console.error(hint);
    return ['api', undefined];
  }
  const { openDemoPages } = await import('./demo-pages.ts');
  return [visible ? 'windows' : 'pages', await openDemoPages(found.path, visible)];
}

/** Both pages stay as they are; whoever has no window takes the links. */
async function stay(two: readonly Person[], language: Language, signal: AbortSignal): Promise<void> {
  const zh = language === 'zh';
  for (const person of two) {
    const { name } = person;
    const link = await person.link();
    console.log(zh ? `${name} 的网页界面（仅可使用一次）：\n  ${link}` : `${name}’s page (good once):\n  ${link}`);
  }
  console.log(zh ? '一切保持运行；按 Ctrl-C 结束。' : 'All stays as it is; Ctrl-C ends it.');
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}

process.exitCode = await main(process.argv.slice(2));
