import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SequenceSet } from '../../../node/store/sequence-set.ts';

const number = fc.bigInt({ min: 0n, max: 25n });

test('does what a set of numbers would do', () => {
  const steps = fc.array(fc.tuple(fc.boolean(), number), { maxLength: 80 });
  fc.assert(
    fc.property(steps, number, number, (all, from, to) => {
      const set = new SequenceSet();
      const model = new Set<bigint>();
      for (const [adds, seq] of all) {
        if (adds) {
          expect(set.add(seq)).toBe(!model.has(seq));
          model.add(seq);
        } else {
          expect(set.delete(seq)).toBe(model.delete(seq));
        }
      }
      const sorted = [...model].sort((a, b) => (a < b ? -1 : 1));
      for (let seq = 0n; seq <= 25n; seq += 1n) expect(set.has(seq)).toBe(model.has(seq));
      expect([set.first, set.last, set.size]).toEqual([sorted[0], sorted.at(-1), BigInt(sorted.length)]);
      const within = sorted.filter((seq) => seq >= from && seq <= to);
      expect([...set.between(from, to, false)]).toEqual(within);
      expect([...set.between(from, to, true)]).toEqual(within.toReversed());
      const runs = set.runs();
      expect(sorted.filter((seq) => !model.has(seq - 1n))).toEqual(runs.map(([start]) => start));
      expect(set.lastStart).toBe(runs.at(-1)?.[0]);
      expect(SequenceSet.ofRuns(runs)?.runs()).toEqual(runs);
    }),
    { numRuns: 500 },
  );
});

test('a million numbers in a row are one run', () => {
  const set = SequenceSet.ofRuns([[1n, 1_000_000n]])!;
  set.delete(500_000n);
  expect(set.runs()).toEqual([
    [1n, 499_999n],
    [500_001n, 1_000_000n],
  ]);
  set.add(500_000n);
  expect(set.size).toBe(1_000_000n);
  expect(set.runs()).toHaveLength(1);
});

test('refuses runs that touch, overlap, go backwards or are out of order', () => {
  for (const runs of [
    [
      [1n, 2n],
      [3n, 4n],
    ],
    [
      [1n, 5n],
      [4n, 8n],
    ],
    [[5n, 4n]],
    [
      [5n, 6n],
      [1n, 2n],
    ],
  ] as [bigint, bigint][][]) {
    expect(SequenceSet.ofRuns(runs)).toBeUndefined();
  }
});
