import { expect, test } from 'vitest';
import { drawLife } from '../../scripts/sim/fates.ts';
import { Dice } from '../../scripts/sim/random.ts';
import { FAILPOINTS } from '../../shared/failpoints.ts';

const lives = (seed: number, kind: 'peer' | 'server') =>
  Array.from({ length: 3_000 }, (_, number) => drawLife(new Dice(seed, kind, number), kind, number % 20));

test('the same seed draws the same lives, another one others', () => {
  expect(lives(7, 'peer')).toEqual(lives(7, 'peer'));
  expect(lives(7, 'peer')).not.toEqual(lives(8, 'peer'));
});

test('every failpoint has its turn, on its own side', () => {
  for (const kind of ['peer', 'server'] as const) {
    const drawn = new Set(lives(1, kind).flatMap(({ fate }) => (fate.how === 'failpoint' ? [fate.name] : [])));
    expect([...drawn].sort()).toEqual([...FAILPOINTS.storage, ...FAILPOINTS[kind]].sort());
  }
});

test('power is cut at any moment more often than at a failpoint', () => {
  const killed = (world: 'crash' | 'power') =>
    Array.from({ length: 1_000 }, (_, i) => drawLife(new Dice(3, i), 'peer', 9, { world })).filter(
      ({ fate }) => fate.how === 'kill',
    ).length;
  expect(killed('power')).toBeGreaterThan(500);
  expect(killed('crash')).toBeLessThan(200);
});

test('dice stay within their bounds', () => {
  const dice = new Dice('bounds');
  const draws = Array.from({ length: 10_000 }, () => [dice.between(3, 5), dice.magnitude(30)] as const);
  expect(new Set(draws.map(([between]) => between))).toEqual(new Set([3, 4, 5]));
  expect(Math.min(...draws.map(([, magnitude]) => magnitude))).toBe(1);
  expect(Math.max(...draws.map(([, magnitude]) => magnitude))).toBe(30);
});
