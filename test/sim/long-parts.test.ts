/** What the parts `model` and `net` of the long run keep, and what they make of it. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LinesFile } from '../../scripts/long/lines-file.ts';
import { doctorPartResult, type DoctorLine } from '../../scripts/long/doctor-part.ts';
import { modelResult, type ChunkLine } from '../../scripts/long/model-part.ts';
import { netPartResult, type NetLine } from '../../scripts/long/net-part.ts';
import type { Judged } from '../../scripts/sim/lab/doctor/fault.ts';
import { SCENES } from '../../scripts/sim/lab/doctor/scenes.ts';
import type { CrossingResult } from '../../scripts/sim/net/crossing.ts';
import type { LatencyFigure } from '../../scripts/sim/net/latency.ts';
import { sumCounts } from '../../scripts/sim/net/weather.ts';
import { temporaryFolder } from '../support/temporary.ts';

const chunk = (seed: number, failure?: string): ChunkLine => ({
  seconds: 4,
  chunk: {
    ...{ seed, lists: 500, acknowledged: 5_000, shown: 5_001, events: 8_000, steps: 1, healing: seed, cpuMs: 1 },
    injected: { 5: 500, 23: 600 },
    failure:
      failure === undefined
        ? undefined
        : { what: failure, seed, path: '3:1', shrinks: 2, after: 3, listSeed: 1, events: [] },
  },
});

const crossing = (name: string, promise?: 'L'): NetLine => {
  const result: CrossingResult = {
    ...{ name, judged: true, happened: true, acknowledged: 100, shown: 100, byMailbox: 0 },
    broken: promise === undefined ? [] : [{ promise, what: 'gone', lost: 2 }],
    ...{ resumedMs: [10, 20], silentMs: 0, rssMiB: 1, seconds: 30, counts: sumCounts('') },
  };
  return { name, seconds: 30, result };
};

const figure = (ratio: number): LatencyFigure => {
  const times = { p50: 50, p90: 60, p99: 70 };
  return { loss: 0.2, samples: 9, unanswered: 0, ratio, spread: [1, 2], message: times, echo: times };
};

test('a part goes on behind its last whole line, and not with another seed', async () => {
  const folder = await temporaryFolder();
  const file = new LinesFile<number>(folder, 7);
  file.add(1);
  file.add(2);
  appendFileSync(join(folder, 'done.jsonl'), '{"half');
  const again = new LinesFile<number>(folder, 7);
  expect(again.lines).toEqual([1, 2]);
  again.add(3);
  expect(new LinesFile<number>(folder, 7).lines).toEqual([1, 2, 3]);
  expect(() => new LinesFile<number>(folder, 8)).toThrow('another seed');
});

test('chunks of lists become rows, and a failure is blamed on each of them by its letter', () => {
  const good = modelResult(7, 1_500, [chunk(7), chunk(8)]);
  expect(good.finished).toBe(false);
  expect(good.goals).toEqual([{ what: 'lists', done: 1_000, goal: 1_500 }]);
  expect(good.rows.map(({ row, times }) => [row, times])).toEqual([
    [5, 1_000],
    [23, 1_200],
  ]);
  expect(good.rows[0]?.marks).toEqual({ L: 'kept', D: 'kept', S: 'kept', M: 'kept', C: 'kept' });
  const bad = modelResult(7, 1_500, [
    chunk(7),
    chunk(8, 'K: key and nonce twice'),
    chunk(9, 'Error: the worker ended'),
  ]);
  expect(bad.finished).toBe(true);
  expect(bad.rows[1]?.marks).toMatchObject({ L: 'kept', S: 'broken', C: 'broken' });
  expect(bad.broken.map(({ promise, again }) => [promise, again])).toEqual([
    ['S', 'npm run sim -- model --seed 8 --path 3:1'],
    ['C', 'npm run sim -- model --seed 9 --path 3:1'],
  ]);
  expect(bad.bounds).toEqual([{ what: 'lists that broke a promise', found: 2, tried: 1_502 }]);
});

test('scenarios become rows; a ratio beyond the goal is told; what a machine cannot do ends the part', () => {
  const result = netPartResult(7, [
    crossing('loss5'),
    crossing('flaps', 'L'),
    crossing('cut30'),
    { name: 'latency', seconds: 1, figures: [figure(1.4), figure(1.6)] },
  ]);
  expect(result.rows.map(({ row, marks }) => [row, marks['L'], marks['D']])).toEqual([
    [30, 'kept', 'kept'],
    [31, 'broken', 'kept'],
    [32, 'kept', 'kept'],
  ]);
  expect(result.broken.map(({ promise, again }) => [promise, again])).toEqual([
    ['L', 'npm run sim -- net --scenario flaps --seed 7 --minutes 2 --parallel 1'],
    ['p99', 'npm run sim -- net --scenario latency --seed 7 --samples 2000 --parallel 4'],
  ]);
  expect(result.bounds).toEqual([{ what: 'acknowledged messages lost', found: 2, tried: 300 }]);
  expect(result.finished).toBe(false);
  const skipped = netPartResult(7, [{ name: 'loss5', seconds: 0, skipped: 'no root' }]);
  expect(skipped).toMatchObject({ finished: true, rows: [], lines: ['left out: no root'] });
});

test('scenes of the doctor: a share is judged once all are played, an untruth at once', () => {
  const judged = (count: number, change: Partial<Judged> = {}): Judged[] =>
    Array.from({ length: count }, (_, at) => ({
      ...{ name: `fault ${at}`, about: 'server', right: ['mute'], told: ['likely mute'], isRight: true },
      ...{ wrongCertain: [], seconds: 1, findings: [] },
      ...change,
    }));
  const line = (name: string, all: readonly Judged[]): DoctorLine => ({ name, seconds: 5, judged: all });
  const [first, ...rest] = SCENES.map(({ name }) => name);
  const wrong = judged(2, { isRight: false, told: ['possible no-answer'] });
  const some = doctorPartResult(7, [line(first!, [...judged(8), ...wrong])]);
  expect(some).toMatchObject({ finished: false, broken: [], goals: [{ done: 10 }] });
  expect(some.lines[0]).toBe('8 of 10 causes told rightly');
  const all = [line(first!, [...judged(8), ...wrong]), ...rest.map((name) => line(name, judged(2)))];
  const bad = doctorPartResult(7, all);
  expect(bad.finished).toBe(true);
  expect(bad.broken.map(({ again }) => again)).toContain(`npm run sim -- doctor --why --only 'fault 0'`);
  expect(bad.broken).toHaveLength(2);
  const good = doctorPartResult(7, [line(first!, judged(38)), ...all.slice(1), line('more', wrong)]);
  expect(good.broken).toEqual([]);
  const untrue = doctorPartResult(7, [line(first!, judged(1, { wrongCertain: ['refused'] }))]);
  expect(untrue.broken).toHaveLength(1);
  const skipped = doctorPartResult(7, [{ name: 'all', seconds: 0, skipped: 'no root' }]);
  expect(skipped).toMatchObject({ finished: true, broken: [], lines: ['left out: no root'] });
});
