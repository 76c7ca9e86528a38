import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WorldResult } from '../../scripts/sim/world.ts';
import { WorldsFile } from '../../scripts/sim/worlds-file.ts';
import { temporaryFolder } from '../support/temporary.ts';

const RESULT: WorldResult = {
  plan: { kind: 'crash', apart: false, event: 25 },
  broken: [],
  judged: true,
  acknowledged: 100,
  shown: 101,
  byMailbox: 7,
  envelopes: 120,
  kills: { 'commit-told': 2 },
  injected: { 21: 2 },
  counts: {},
  restarts: 2,
  rssMiB: 150,
  seconds: 9,
};

test('a run goes on where it was, also behind a line that was cut off', async () => {
  const folder = await temporaryFolder();
  expect(WorldsFile.run(folder)).toBeUndefined();
  const run = { kind: 'crash', seed: 7 } as const;
  const file = new WorldsFile(folder, run);
  expect(file.read()).toEqual([]);
  file.add({ world: 0, result: RESULT, seconds: 10 });
  file.add({ world: 2, result: { ...RESULT, acknowledged: 50 }, seconds: 1 });
  appendFileSync(join(folder, 'worlds.jsonl'), '{"world":1,"res');

  const later = new WorldsFile(folder, run);
  expect(WorldsFile.run(folder)).toEqual(run);
  expect(later.read().map(({ world }) => world)).toEqual([0, 2]);
  later.add({ world: 1, result: RESULT, seconds: 1 });
  expect(new WorldsFile(folder, run).read().map(({ world, result }) => [world, result.acknowledged])).toEqual([
    [0, 100],
    [2, 50],
    [1, 100],
  ]);
  expect(() => new WorldsFile(folder, { kind: 'crash', seed: 8 })).toThrow('seed 7');
  expect(() => new WorldsFile(folder, { kind: 'power', seed: 7 })).toThrow('crash');
});
