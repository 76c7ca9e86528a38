/** Lists of everything that may happen to two whole peers; what the model is made of; and that it can fail. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/launch/paths.js';
import { CHUNK, failureText, type ModelResult } from '../../scripts/sim/model.ts';
import { freshSeed } from '../../scripts/sim/random.ts';
import { checkLists } from './check.ts';
import { runList, type Defect } from './run-list.ts';
import { LISTS } from './lists-that-failed.ts';

/** `npm run test:long` asks for a million. */
const COUNT = Number(process.env['MIYU_MODEL_LISTS'] ?? 10_000);
/** A list takes about 8 ms of one core; the rest is for a machine that does other things as well. */
const CEILING_MS = 120_000 + COUNT * 40;

const seed = Number(process.env['MIYU_SIM_SEED'] ?? freshSeed());

function simulate(args: readonly string[]): Promise<{ code: number | undefined; output: string; complaint: string }> {
  return new Promise((resolve) => {
    const command = [join(ROOT, 'scripts', 'sim.ts'), 'model', ...args];
    const child = execFile(process.execPath, command, { timeout: CEILING_MS }, (error, output, complaint) => {
      resolve({ code: error === null ? 0 : (child.exitCode ?? undefined), output, complaint });
    });
  });
}

test(
  `${COUNT} lists: nothing lost, nothing twice, all in order (seed ${seed})`,
  async () => {
    const { code, output, complaint } = await simulate(['--seed', String(seed), '--lists', String(COUNT), '--json']);
    expect(complaint).toContain(`seed ${seed}`);
    const result = JSON.parse(output) as ModelResult;
    console.log(
      `seed ${seed}: ${result.lists} lists, ${result.acknowledged} acknowledged in ${result.seconds.toFixed(0)} s, ` +
        `${(result.cpuMs / result.lists).toFixed(1)} ms a list`,
    );
    expect(result.broken.map((failure) => failureText(failure)).join('\n\n')).toBe('');
    expect(result.lists).toBe(COUNT);
    // Lists in which nobody ever says anything would show nothing.
    expect(result.acknowledged).toBeGreaterThan(5 * COUNT);
    expect(code).toBe(0);
  },
  CEILING_MS,
);

test('wrong usage is said and ends with 2', async () => {
  expect((await simulate(['--lists', 'many'])).code).toBe(2);
  expect((await simulate(['--help'])).output).toContain('--path');
});

describe('lists that failed once', () => {
  test.each(LISTS)('$what', async ({ listSeed, events, linkless = false }) => {
    const { broken } = await runList(listSeed, events, { linkless });
    expect(broken?.message).toBeUndefined();
  });
});

describe('a list', () => {
  test('runs the same way whenever it runs', async () => {
    const run = () => checkLists({ seed, lists: 20 });
    const { cpuMs: _first, ...first } = await run();
    const { cpuMs: _second, ...second } = await run();
    expect(second).toEqual(first);
  });

  test('is found again by the seed and path of its failure', async () => {
    const run = (chunk: { path?: string }) =>
      checkLists({ seed, lists: CHUNK, shortens: false, ...chunk }, (listSeed, events) =>
        runList(listSeed, events, { defect: 'early-link' }),
      );
    const { failure } = await run({});
    const { failure: again, lists } = await run({ path: failure!.path });
    expect({ ...again, shrinks: 0, after: 0 }).toEqual({ ...failure, shrinks: 0, after: 0 });
    expect(lists).toBe(0);
  });

  // Each of them breaks one promise of the world that the flows are given: if no list sees it, no list sees anything.
  const DEFECTS: readonly (readonly [Defect, RegExp])[] = [
    ['early-disk', /^[LK]/],
    ['early-link', /^L/],
    ['same-random', /^K/],
  ];
  // Some seeds need hundreds of lists.
  test.each(DEFECTS)('fails in a world with a defect: %s', { timeout: CEILING_MS }, async (defect, promise) => {
    let next = seed;
    // Each run sees it. By which promise first is the seed's: what is acknowledged too early may also be shown out of order.
    for (let found = ''; !promise.test(found); next += 1) {
      expect(next - seed, `not ${String(promise)} in five runs, the last: ${found}`).toBeLessThan(5);
      const { failure } = await checkLists(
        { seed: next, lists: CHUNK, restores: false, shortens: false },
        (listSeed, events) => runList(listSeed, events, { defect }),
      );
      expect(failure, `seed ${next}`).toBeDefined();
      found = failure!.what;
    }
  });
});
