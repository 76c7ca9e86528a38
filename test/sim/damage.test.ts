/** The slice of damaged files in `npm test`: real stores of real processes, with a seed that nobody has chosen. */
import { expect, test } from 'vitest';
import { freshSeed } from '../../scripts/sim/random.ts';
import type { StormResult } from '../../scripts/sim/storm.ts';
import { simulate } from './simulate.ts';

/** Three worlds of three peers: each peer's store is damaged once. */
const KILLS = 9;
const FLIPS = 9;
const MESSAGES = 300;
/** About fifteen seconds on two cores of its own. */
const CEILING_MS = 3 * 60_000;
const STORM_MINUTES = 1;

const seed = Number(process.env['MIYU_SIM_SEED'] ?? freshSeed());

test(
  `${FLIPS} flipped bits and lost ends: said by a code, or the same is shown (seed ${seed})`,
  async () => {
    const goals = ['--messages', String(MESSAGES), '--kills', String(KILLS), '--minutes', String(STORM_MINUTES)];
    const { code, output } = await simulate(['damage', '--seed', String(seed), ...goals, '--json'], CEILING_MS);
    const result = JSON.parse(output) as StormResult;
    const outcomes = Object.entries(result.counts).filter(([name]) => name.startsWith('damage '));
    console.log(`seed ${seed}: ${outcomes.map(([name, times]) => `${name} ${times}`).join(', ')}`);
    expect(result.broken, `npm run sim -- damage --seed ${seed}; kept: ${result.kept ?? ''}`).toEqual([]);
    expect(outcomes.reduce((sum, [, times]) => sum + times, 0)).toBeGreaterThanOrEqual(FLIPS);
    expect(result.rows.find(({ row }) => row === 26)?.times).toBeGreaterThanOrEqual(FLIPS);
    expect(code).toBe(0);
  },
  CEILING_MS,
);
