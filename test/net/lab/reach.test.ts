/** `npm run sim -- reach` and `-- story` as a person runs them, a small piece of each; the figures are for a machine that does nothing else. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../scripts/launch/paths.js';
import { friendsOf, friendshipsOf, sharedBy } from '../../../scripts/sim/lab/reach/dht.ts';
import { figureOf, figureText, percentile } from '../../../scripts/sim/lab/reach/figure.ts';
import type { ReachResult } from '../../../scripts/sim/lab/reach/run.ts';

/** A run takes half a minute, and many times that beside others. */
const CEILING_MS = 10 * 60_000;

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly complaint: string;
  /** Namespaces that it has not removed. */
  readonly left: readonly string[];
}

async function simulate(...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'sim.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: CEILING_MS,
  });
  let [output, complaint] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const names = existsSync('/run/netns') ? readdirSync('/run/netns') : [];
  return { code, output, complaint, left: names.filter((name) => name.startsWith(`miyusim-${child.pid ?? 0}-`)) };
}

describe('a figure', () => {
  test('its shares are those of the sorted samples, and what counts is what the goal is about', () => {
    const samples = Array.from({ length: 20 }, (_, n) => 20 - n);
    expect([0.5, 0.95, 1].map((share) => percentile(samples, share))).toEqual([10, 19, 20]);
    expect(percentile([], 0.5)).toBeNaN();
    const figure = figureOf({ name: 'n', unit: 's', goal: 19, judged: 'p95', samples }, { 'a part (s)': [3, 1, 2] });
    expect(figure).toMatchObject({ p50: 10, p95: 19, max: 20, mean: 10.5, ratio: 1, met: true });
    expect(figure.parts).toEqual({ 'a part (s)': 2 });
    expect(figureOf({ ...figure, judged: 'max' })).toMatchObject({ met: false });
    expect(figureText(figure)).toContain('met');
    expect(figureText(figureOf({ ...figure, goal: 18.9 }))).toContain('MISSED');
  });

  test('without samples no goal is met', () => {
    expect(figureOf({ name: 'n', unit: 's', goal: 2, judged: 'p95', samples: [] }).met).toBe(false);
    expect(figureOf({ name: 'n', unit: 's', goal: 2, judged: 'max', samples: [] }).met).toBe(false);
  });
});

test('people are friends of friends: each has as many, most of them friends of each other', () => {
  const friendships = friendshipsOf(20);
  expect(friendships).toHaveLength(50);
  expect(new Set(friendships.map((both) => [...both].sort((a, b) => a - b).join())).size).toBe(50);
  for (let who = 0; who < 20; who += 1) expect(friendsOf(who, friendships)).toHaveLength(5);
  expect(friendships.filter((both) => sharedBy(both, friendships).length > 0)).toHaveLength(40);
  expect(sharedBy([0, 1], friendships).sort((a, b) => a - b)).toEqual([2, 19]);
  expect(friendshipsOf(3)).toHaveLength(3);
});

test(
  'friends who start anew are timed, with all that the goals are about',
  async (context) => {
    const run = await simulate('reach', '--only', 'gone', '--rounds', '1', '--seed', '7', '--json');
    if (run.output.startsWith('skipped: ')) context.skip(run.output.trim());
    expect(run.complaint).toContain('seed 7');
    const { figures, failed, seed } = JSON.parse(run.output) as ReachResult;
    expect({ failed, seed }).toEqual({ failed: {}, seed: 7 });
    const { gone = [] } = figures;
    expect(gone.map(({ unit, goal, judged }) => [unit, goal, judged])).toEqual([
      ['s', 2, 'p95'],
      ['s', 2, 'p95'],
      ['s', 5, 'p95'],
      ['s', 5, 'p95'],
    ]);
    for (const { samples, p95, met, goal } of gone) {
      expect(Math.min(...samples)).toBeGreaterThan(0);
      expect(met).toBe(p95 <= goal);
    }
    expect(run.code).toBe(gone.every(({ met }) => met) ? 0 : 1);
    expect(run.left).toEqual([]);
  },
  CEILING_MS,
);

test(
  'two who look for each other by the DHT are timed among friends of friends',
  async (context) => {
    const run = await simulate('reach', '--only', 'dht', '--people', '3', '--rounds', '1', '--seed', '7', '--json');
    if (run.output.startsWith('skipped: ')) context.skip(run.output.trim());
    const { figures, failed } = JSON.parse(run.output) as ReachResult;
    expect(failed).toEqual({});
    const { dht = [] } = figures;
    expect(dht.map(({ unit, goal, judged, samples }) => [unit, goal, judged, samples.length])).toEqual([
      ['s', 10, 'p95', 1],
    ]);
    expect(dht[0]?.p95).toBeGreaterThan(dht[0]?.parts['the process is ready (s)'] ?? Infinity);
    expect(run.left).toEqual([]);
  },
  CEILING_MS,
);

test(
  'an idle peer is watched with all of its friends online',
  async (context) => {
    const run = await simulate(
      'reach',
      '--only',
      'idle',
      '--friends',
      '2',
      '--settle',
      '0',
      '--seconds',
      '10',
      '--json',
    );
    if (run.output.startsWith('skipped: ')) context.skip(run.output.trim());
    const { figures, failed } = JSON.parse(run.output) as ReachResult;
    expect(failed).toEqual({});
    expect(figures['idle']?.map(({ unit, samples }) => [unit, samples.length])).toEqual([
      ['% of a core', 1],
      ['B/s', 1],
    ]);
    // Its friends and its server hear of it all the time.
    expect(figures['idle']?.[1]?.mean).toBeGreaterThan(0);
    expect(run.left).toEqual([]);
  },
  CEILING_MS,
);

test(
  'the story is played to the end of its second scene, in the people’s own words',
  async (context) => {
    const run = await simulate('story', '--scenes', '2');
    if (run.output.startsWith('skipped: ')) context.skip(run.output.trim());
    expect(run.complaint).not.toContain('waited');
    expect(run.code, run.complaint).toBe(0);
    expect(run.output).toContain('alice$ npm start');
    expect(run.output).toContain('alice$ rm -r ~/.local/share/miyu/server');
    expect(run.output).toMatch(/you: no server any more +\(delivered\)/);
    expect(run.left).toEqual([]);
  },
  CEILING_MS,
);

test('wrong usage is said and ends with 2, help with 0', async () => {
  const wrong = [
    ['reach', '--only', 'moon'],
    ['reach', '--rounds', '0'],
    ['reach', '--people', '2'],
    ['reach', '--seed', 'x'],
    ['story', '--scenes', '99'],
    ['story', '--moon'],
  ];
  for (const args of wrong) expect((await simulate(...args)).code, args.join(' ')).toBe(2);
  for (const name of ['reach', 'story']) {
    const help = await simulate(name, '--help');
    expect(help.code).toBe(0);
    expect(help.output).toContain(`npm run sim -- ${name}`);
  }
}, 120_000);
