/** Runs of paths beside the plain list of paths that they stand for. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assignPath, type PathRun } from '../../../node/core/path-runs.ts';

const COUNT = 12;

/** As the store would hand them over and take them back. */
function assign(rows: Map<bigint, number>, first: bigint, last: bigint, path: number, ends: boolean): void {
  const all = [...rows].map(([from, at]): PathRun => ({ from, path: at })).sort((a, b) => (a.from < b.from ? -1 : 1));
  const below = all.filter(({ from }) => from < first).slice(-1);
  const within = all.filter(({ from }) => from >= first && from <= last + 1n);
  const { put, remove } = assignPath([...below, ...within], first, last, path, ends);
  for (const from of remove) expect(rows.delete(from)).toBe(true);
  for (const run of put) rows.set(run.from, run.path);
}

const read = (rows: Map<bigint, number>, number: bigint): number =>
  [...rows].filter(([from]) => from <= number).sort(([a], [b]) => (a < b ? 1 : -1))[0]?.[1] ?? 0;

it('say of every number what was last said of it', () => {
  const assignment = fc.record({
    first: fc.integer({ min: 1, max: COUNT }),
    length: fc.integer({ min: 1, max: 5 }),
    path: fc.integer({ min: 0, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(assignment, { maxLength: 30 }), (list) => {
      const rows = new Map<bigint, number>();
      const plain = new Map<number, number>();
      for (const { first, length, path } of list) {
        const last = Math.min(COUNT, first + length - 1);
        assign(rows, BigInt(first), BigInt(last), path, last === COUNT);
        for (let number = first; number <= last; number += 1) plain.set(number, path);
        for (let number = 1; number <= COUNT; number += 1) {
          expect(read(rows, BigInt(number))).toBe(plain.get(number) ?? 0);
        }
      }
      // No row says what the one before it says already.
      const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
      for (const [i, [, path]] of sorted.entries()) expect(path).not.toBe(sorted[i - 1]?.[1] ?? 0);
    }),
  );
});

it('a conversation that keeps its path is one row, however many messages it has', () => {
  const rows = new Map<bigint, number>();
  for (let number = 1n; number <= 1_000n; number += 1n) assign(rows, number, number, 1, true);
  expect([...rows]).toEqual([[1n, 1]]);
});
