/** Runs the tests and counts them from vitest's own report. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from '../launch/paths.js';
import { ensureBrowser } from './browser.ts';
import { ensureNetworkTools } from './debian.ts';
import { runNode } from './command.ts';

export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, in the order of the report: told once more at the end, where a long run's reader looks. */
  readonly failures: readonly Failure[];
}

export interface Failure {
  /** The test's file relative to the checkout, with the test's full name behind it where one failed. */
  readonly name: string;
  /** The first lines of what was said, without colours; empty where nothing was said. */
  readonly reason: string;
}

/** The part of vitest's JSON report that is counted. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/** Lines of a failure that are told again at the end. */
const REASON_LINES = 4;

/** The whole suite takes about twenty minutes on two cores; a run that stands still shall end all the same. */
const TIMEOUT_MS = 30 * 60 * 1000;

/**
 * Pages whose frames, links whose delays, programs whose memory, and floods beside which honest waits are measured, which others would
 * spoil; and the storm of kills, whose programs are work for the whole machine.
 */
const MEASURED = [
  'test/sim/crash.test.ts',
  'test/sim/net.test.ts',
  'test/web/long-chat.test.ts',
  'test/web/reconnect.test.ts',
  'test/web/stillness.test.ts',
  'test/net/connection-flood.test.ts',
  'test/net/foreign-records.test.ts',
  'test/net/lab/reach.test.ts',
  'test/net/mux-abuse.test.ts',
  'test/net/never-reads-at-once.test.ts',
] as const;

/**
 * Everything: what is measured behind the others, one at a time. With filters or options: those files, as vitest runs them.
 *
 * @param args filters and options for vitest; output goes straight to the terminal
 */
export async function runTests(args: readonly string[]): Promise<Count & { readonly seconds: number }> {
  if (args.length > 0) {
    if (args.some((filter) => filter.includes('web'))) await tellBrowser();
    return await runVitest(args);
  }
  await tellBrowser();
  ensureNetworkTools();
  const others = await runVitest(MEASURED.flatMap((file) => ['--exclude', file]));
  const alone = await runVitest([...MEASURED, '--no-file-parallelism']);
  const all = [others, alone];
  const sum = (of: 'passed' | 'failed' | 'skipped' | 'seconds'): number =>
    all.reduce((total, one) => total + one[of], 0);
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    seconds: sum('seconds'),
    failures: all.flatMap(({ failures }) => failures),
  };
}

/** Pages need a browser; where there is none and none can be had, their tests are skipped, and the run says why. */
async function tellBrowser(): Promise<void> {
  const found = await ensureBrowser();
  if ('missing' in found) console.log(`skip  browser: ${found.missing}`);
}

async function runVitest(args: readonly string[]): Promise<Count & { readonly seconds: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'miyu-tests-'));
  const file = join(folder, 'report.json');
  try {
    const { ok, seconds } = await runNode(
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        ...args,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ],
      { live: true, timeoutMs: TIMEOUT_MS },
    );
    const report = await readFile(file, 'utf8').then(
      (text) => JSON.parse(text) as VitestReport,
      () => undefined,
    );
    return { ...countTests(report, ok), seconds };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param report undefined where vitest ended before it wrote one
 * @param ok whether vitest ended with status 0
 * @returns failed counts each failed test, each file that failed outside of its tests (it could not be loaded, or a
 *   hook threw), and at least 1 when vitest itself was not content: an error nobody caught, or no test found
 */
export function countTests(report: VitestReport | undefined, ok: boolean): Count {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0, failures: [NO_REPORT] };
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(ROOT, name);
    const tests = assertionResults.filter((assertion) => assertion.status === 'failed');
    if (status === 'failed' && tests.length === 0) return [{ name: file, reason: firstLines(message) }];
    return tests.map(({ fullName, failureMessages }) => ({
      name: `${file} › ${fullName}`,
      reason: firstLines(failureMessages?.[0] ?? ''),
    }));
  });
  if (failures.length === 0 && !ok) failures.push(NOT_CONTENT);
  return {
    passed: report.numPassedTests,
    failed: Math.max(failures.length, report.numFailedTests),
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  };
}

const NO_REPORT: Failure = { name: 'vitest', reason: 'ended before it wrote its report' };
const NOT_CONTENT: Failure = { name: 'vitest', reason: 'an error nobody caught, or no test found: see above' };

function firstLines(text: string): string {
  const lines = stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.slice(0, REASON_LINES).join('\n');
}
