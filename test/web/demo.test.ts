/** `npm run demo` and `npm run screenshots`, with the two pages that they drive. */
import { readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { describe, expect, test, vi } from 'vitest';
import { browserMissing, openBrowser } from '../support/browser.ts';
import { start } from '../support/processes.ts';
import type { TestProcess } from '../support/processes.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { CTRL_C, startInTerminal, terminalMissing } from '../support/terminal.ts';

// Real programs and a real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000 });

const demo = (env: Readonly<Record<string, string>> = {}): TestProcess => start('demo', ['--json'], { env });

async function isAsExpected(run: TestProcess, drive: string): Promise<void> {
  expect(await run.ended, run.output()).toBe(0);
  expect(run.lines).toHaveLength(1);
  expect(run.lines[0]).toMatchObject({ ok: true, drive, failure: null });
  const steps = run.lines[0]?.['steps'] as { path: string | null }[];
  expect(steps).toHaveLength(13);
  expect(steps.map(({ path }) => path).filter((path) => path !== null)).toEqual(['lan', 'lan', 'mailbox', 'mailbox']);
}

describe.skipIf(browserMissing !== undefined)('with a browser', () => {
  test('the demonstration goes as it should in two pages', () => isAsExpected(demo(), 'pages'));

  test.skipIf(terminalMissing !== undefined)(
    'it stays in a terminal, with a page of each, and leaves nothing',
    async () => {
      const folders = async (): Promise<string[]> =>
        (await readdir(tmpdir())).filter((name) => name.startsWith('miyu-demo-')).sort();
      const before = await folders();
      const terminal = startInTerminal('demo', ['--lang', 'en']);
      await terminal.shows('All stays as it is', 240_000);
      const [, link = ''] = /bob’s page \(good once\):\s+(http\S+)/.exec(terminal.text()) ?? [];
      const browser = await openBrowser();
      const page = await browser.page({ locale: 'zh-CN' });
      await page.goto(link);
      await page.locator('[data-row]', { hasText: 'alice' }).waitFor();
      await page.close();
      terminal.type(CTRL_C);
      expect(await terminal.ended).toBe(0);
      expect(await folders()).toEqual(before);
    },
  );

  test('pictures are taken in both looks, and only those that are wanted', async () => {
    const folder = await temporaryFolder();
    const run = start('screenshots', ['--json', '--only', 'closed', 'import', '--out', folder]);
    expect(await run.ended, run.output()).toBe(0);
    expect(run.lines[0]).toMatchObject({ ok: true, folder, failures: [] });
    const files = await readdir(folder);
    expect(files.sort()).toEqual(
      ['closed', 'import'].flatMap((name) => [`${name}.en-dark.png`, `${name}.zh-light.png`]).sort(),
    );
    for (const file of files) {
      const png = await readFile(`${folder}/${file}`);
      // Width and height stand in the first chunk.
      expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 1280, 800]);
    }
  });
});

test('without a browser the demonstration goes over the API, and says how to get one', async () => {
  await isAsExpected(demo({ CHROME_PATH: '/nowhere/chromium' }), 'api');
});

test('a picture that nobody knows is a mistake', async () => {
  const run = start('screenshots', ['--only', 'nonsense']);
  expect(await run.ended).toBe(2);
  expect(run.output()).toContain('nonsense');
});
