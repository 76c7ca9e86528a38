import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrival, MAX_EPOCHS, MAX_HELD, missingRanges, nextOf, withNext } from '../../../node/core/inbox.ts';
import type { InboxCursor } from '../../../node/core/generated/rows.js';

describe('inbox order', () => {
  it('starts every epoch at 1 and keeps epochs apart', () => {
    const cursors = withNext(withNext([], 3n, 7n), 4n, 2n);
    expect(nextOf(cursors, 3n)).toBe(7n);
    expect(nextOf(cursors, 4n)).toBe(2n);
    expect(nextOf(cursors, 5n)).toBe(1n);
  });

  it('forgets the oldest epochs first', () => {
    let cursors: InboxCursor[] = [];
    for (let epoch = 1n; epoch <= BigInt(MAX_EPOCHS) + 3n; epoch += 1n) cursors = withNext(cursors, epoch, 9n);
    expect(cursors).toHaveLength(MAX_EPOCHS);
    expect(nextOf(cursors, 3n)).toBe(1n);
    expect(nextOf(cursors, 4n)).toBe(9n);
  });

  it('has one answer for every number', () => {
    expect(arrival(5n, 0n)).toBe('refuse');
    expect(arrival(5n, 4n)).toBe('duplicate');
    expect(arrival(5n, 5n)).toBe('show');
    expect(arrival(5n, 6n)).toBe('hold');
    expect(arrival(5n, 5n + MAX_HELD)).toBe('hold');
    expect(arrival(5n, 6n + MAX_HELD)).toBe('refuse');
  });

  it('shows each number once and in order, whatever the order and repetition of arrival', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: 40n }), { maxLength: 200 }), (arrivals) => {
        let next = 1n;
        const held = new Set<bigint>();
        const shown: bigint[] = [];
        for (const number of arrivals) {
          const place = arrival(next, number);
          if (place === 'hold') held.add(number);
          if (place !== 'show') continue;
          shown.push(number);
          next += 1n;
          while (held.delete(next)) {
            shown.push(next);
            next += 1n;
          }
        }
        expect(shown).toEqual(shown.map((_, i) => BigInt(i) + 1n));
        const come = new Set(arrivals);
        let expected = 0;
        while (come.has(BigInt(expected) + 1n)) expected += 1;
        expect(shown).toHaveLength(expected);
      }),
    );
  });

  it('names exactly the missing numbers before what is held', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 20n }),
        fc.uniqueArray(fc.bigInt({ min: 1n, max: 60n }), { maxLength: 30 }),
        (next, numbers) => {
          const held = numbers.filter((number) => number > next).sort((a, b) => (a < b ? -1 : 1));
          const asked = new Set<bigint>();
          for (const { first, last } of missingRanges(next, held, 256)) {
            for (let number = first; number <= last; number += 1n) asked.add(number);
          }
          const last = held.at(-1) ?? 0n;
          for (let number = next; number <= last; number += 1n) expect(asked.has(number)).toBe(!held.includes(number));
          for (const number of asked) expect(number >= next && number < last).toBe(true);
        },
      ),
    );
  });

  it('asks for a bounded number of ranges', () => {
    const held = Array.from({ length: 500 }, (_, i) => 2n * BigInt(i) + 3n);
    expect(missingRanges(1n, held, 256).length).toBeLessThanOrEqual(256);
  });
});
