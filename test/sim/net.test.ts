/** The slice of bad weather in `npm test`: each scenario for a few seconds, with a seed that nobody has chosen. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/launch/paths.js';
import type { LatencyFigure } from '../../scripts/sim/net/latency.ts';
import type { NetResult } from '../../scripts/sim/net/report.ts';
import { freshSeed } from '../../scripts/sim/random.ts';

/** The longest first. cut30 takes longer than all of these: cut5 is a few shorter ones. */
const SCENARIOS = [
  ...[
    'address',
    'address-alone',
    'mail-cut',
    'flaps',
    'server-away',
    'cut5',
    'slow',
    'slow-pile',
    'one-way-there',
    'one-way-back',
    'mtu-hole',
  ],
  ...['loss20', 'loss5', 'doubles', 'reorder', 'delay'],
];
const WEATHER_MINUTES = 0.1;
const PARALLEL = 4;
const SAMPLES = 5;
/** About a minute and a half on two cores of its own. */
const CEILING_MS = 6 * 60_000;

const seed = Number(process.env['MIYU_SIM_SEED'] ?? freshSeed());

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly complaint: string;
  readonly pid: number;
}

async function simulate(...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'sim.ts'), 'net', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: CEILING_MS,
  });
  let [output, complaint] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  return { code, output, complaint, pid: child.pid ?? 0 };
}

/** Namespaces that this run made and did not remove. */
const leftBy = ({ pid }: Ended): string[] =>
  existsSync('/run/netns') ? readdirSync('/run/netns').filter((name) => name.startsWith(`miyusim-${pid}-`)) : [];

test(
  `bad weather on the links: none lost, none twice, in order, and on they go (seed ${seed})`,
  async (context) => {
    const size = ['--minutes', String(WEATHER_MINUTES), '--parallel', String(PARALLEL)];
    const run = await simulate('--scenario', SCENARIOS.join(','), '--seed', String(seed), ...size, '--json');
    if (run.output.startsWith('skipped: ')) context.skip(run.output.trim());
    expect(run.complaint).toContain(`seed ${seed}`);
    const result = JSON.parse(run.output) as NetResult;
    const acknowledged = result.scenarios.reduce((sum, each) => sum + each.acknowledged, 0);
    console.log(`seed ${seed}: ${acknowledged} acknowledged in ${result.seconds.toFixed(0)} s`);
    for (const { name, broken, judged, happened, acknowledged: sent, shown } of result.scenarios) {
      const again = `npm run sim -- net --seed ${seed} --scenario ${name} --minutes ${WEATHER_MINUTES}; kept: ${result.kept ?? ''}`;
      expect(broken, again).toEqual([]);
      expect({ name, judged, happened }).toEqual({ name, judged: true, happened: true });
      expect(shown).toBeGreaterThanOrEqual(sent);
      expect(sent).toBeGreaterThan(0);
    }
    expect(result.scenarios.map(({ name }) => name)).toEqual(SCENARIOS);
    expect(run.code).toBe(0);
    expect(leftBy(run)).toEqual([]);
  },
  CEILING_MS,
);

test(
  `a message is measured beside a raw echo on the same link (seed ${seed})`,
  async (context) => {
    const size = ['--samples', String(SAMPLES), '--parallel', '1'];
    const run = await simulate('--scenario', 'latency', '--seed', String(seed), ...size, '--json');
    if (run.output.startsWith('skipped: ')) context.skip(run.output.trim());
    // The figure itself is for a machine that does nothing else: here it is made, and nothing faster than the link.
    const { figures } = JSON.parse(run.output) as { readonly figures: readonly LatencyFigure[] };
    expect(figures.map(({ loss }) => loss)).toEqual([0, 0.05, 0.2]);
    for (const { samples, unanswered, message, echo } of figures) {
      expect(samples + unanswered).toBe(SAMPLES);
      expect(Math.min(message.p50, echo.p50)).toBeGreaterThan(50);
    }
    expect(leftBy(run)).toEqual([]);
  },
  CEILING_MS,
);

test('wrong usage is said and ends with 2', async () => {
  expect((await simulate('--scenario', 'sunshine')).code).toBe(2);
  expect((await simulate('--minutes', 'many')).code).toBe(2);
  expect((await simulate('--scenario', 'latency,loss5')).code).toBe(2);
  const help = await simulate('--help');
  expect(help.code).toBe(0);
  expect(help.output).toContain('--scenario');
});
