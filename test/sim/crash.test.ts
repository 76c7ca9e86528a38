/** The crash slice of `npm test`: the harness as a process, with a seed that nobody has chosen. */
import { expect, test } from 'vitest';
import { freshSeed } from '../../scripts/sim/random.ts';
import type { StormResult } from '../../scripts/sim/storm.ts';
import { simulate } from './simulate.ts';

const MESSAGES = 10_000;
const KILLS = 100;
/** As many as it takes for an envelope that leaves before its batch is durable to be found by most seeds. */
const CUTS = 50;
/** Of each part of the slice, its processes' starts included. */
const CEILING_MS = 4 * 60_000;
/** The rest is for the last worlds to become quiet. */
const STORM_MINUTES = 2.5;
const POWER_MINUTES = 1.25;

const seed = Number(process.env['MIYU_SIM_SEED'] ?? freshSeed());

test(
  `${KILLS} kills, ${MESSAGES} messages: none lost, none twice, in order (seed ${seed})`,
  async () => {
    const goals = ['--messages', String(MESSAGES), '--kills', String(KILLS), '--minutes', String(STORM_MINUTES)];
    const { code, output, complaint } = await simulate(
      ['crash', '--seed', String(seed), ...goals, '--json'],
      CEILING_MS,
    );
    expect(complaint).toContain(`seed ${seed}`);
    const result = JSON.parse(output) as StormResult;
    console.log(
      `seed ${seed}: ${result.acknowledged} acknowledged, ${result.killed} kills in ${result.seconds.toFixed(0)} s`,
    );
    // The folders of a failure stay; `npm run sim -- crash --seed …` draws the same deaths again.
    expect(result.broken, `npm run sim -- crash --seed ${seed}; kept: ${result.kept ?? ''}`).toEqual([]);
    expect(result.acknowledged).toBeGreaterThanOrEqual(MESSAGES);
    expect(result.shown).toBeGreaterThanOrEqual(result.acknowledged);
    expect(result.killed).toBeGreaterThanOrEqual(KILLS);
    expect(code).toBe(0);
  },
  CEILING_MS,
);

test(
  `${CUTS} power cuts: the same (seed ${seed})`,
  async (context) => {
    const goals = ['--messages', '1000', '--kills', String(CUTS), '--minutes', String(POWER_MINUTES)];
    const { code, output } = await simulate(['power', '--seed', String(seed), ...goals, '--json'], CEILING_MS);
    if (output.startsWith('skipped: ')) context.skip(output.trim());
    const result = JSON.parse(output) as StormResult;
    expect(result.broken, `npm run sim -- power --seed ${seed}; kept: ${result.kept ?? ''}`).toEqual([]);
    expect(result.killed).toBeGreaterThanOrEqual(CUTS);
    expect(code).toBe(0);
  },
  CEILING_MS,
);

test('wrong usage is said and ends with 2', async () => {
  expect((await simulate([], CEILING_MS)).code).toBe(2);
  expect((await simulate(['crash', '--kills', 'many'], CEILING_MS)).code).toBe(2);
  const help = await simulate(['crash', '--help'], CEILING_MS);
  expect(help.code).toBe(0);
  expect(help.output).toContain('--seed');
});
