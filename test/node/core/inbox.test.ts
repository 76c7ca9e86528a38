import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrival,
  cursorOf,
  MAX_APART,
  MAX_EPOCHS,
  MAX_HELD,
  missingRanges,
  newCursor,
  nextOf,
  withCursor,
  withFormer,
  withSettledBelow,
  withTaken,
} from '../../../node/core/inbox.ts';
import { MAX_STAND_RANGES } from '../../../shared/wire/limits.ts';
import type { InboxCursor } from '../../../node/core/generated/rows.js';

const at = (next: bigint): InboxCursor => ({ ...newCursor(1n), next });
const withNext = (cursors: InboxCursor[], epoch: bigint, next: bigint): InboxCursor[] =>
  withCursor(cursors, { ...cursorOf(cursors, epoch), next });
const idOf = (number: bigint): Uint8Array => new Uint8Array(16).fill(Number(number % 256n));

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
    expect(arrival(at(5n), 0n)).toBe('refuse');
    expect(arrival(at(5n), 4n)).toBe('duplicate');
    expect(arrival(at(5n), 5n)).toBe('show');
    expect(arrival(at(5n), 6n)).toBe('hold');
    expect(arrival(at(5n), 5n + MAX_HELD)).toBe('hold');
    expect(arrival(at(5n), 6n + MAX_HELD)).toBe('refuse');
  });

  it('shows each number once and in order, whatever the order and repetition of arrival', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: 40n }), { maxLength: 200 }), (arrivals) => {
        let next = 1n;
        const held = new Set<bigint>();
        const shown: bigint[] = [];
        for (const number of arrivals) {
          const place = arrival(at(next), number);
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

  it('remembers what was given up, and takes it once where it comes after all', () => {
    const settled = withSettledBelow(at(3n), 9n, [5n, 6n], false);
    expect(settled.next).toBe(9n);
    expect(settled.skipped).toEqual([
      { first: 3n, last: 4n },
      { first: 7n, last: 8n },
    ]);
    expect(arrival(settled, 7n)).toBe('late');
    expect(arrival(settled, 5n)).toBe('duplicate');
    const taken = withTaken(settled, { number: 7n, messageId: idOf(7n) }, true);
    expect(arrival(taken, 7n)).toBe('duplicate');
    expect(arrival(taken, 8n)).toBe('late');
    expect(taken.count).toBe(1n);
    expect(taken.apart).toEqual([{ number: 7n, messageId: idOf(7n), position: 0n }]);
  });

  it('does not wait for a number whose content is here under another, and knows it where it comes', () => {
    const settled = withSettledBelow(at(3n), 9n, [], false);
    const taken = withFormer(settled, { number: 9n, messageId: idOf(5n) }, [5n]);
    expect(arrival(taken, 5n)).toBe('duplicate');
    expect([arrival(taken, 4n), arrival(taken, 6n)]).toEqual(['late', 'late']);
    expect(taken.apart).toEqual([{ number: 5n, messageId: idOf(5n), position: 0n }]);
    expect(taken.count).toBe(settled.count);
    // What came under both numbers is known already.
    expect(withFormer(taken, { number: 9n, messageId: idOf(5n) }, [5n, 2n])).toBe(taken);
  });

  it('begins an epoch that it meets late where the sender says, and misses nothing below', () => {
    const begun = withSettledBelow(newCursor(4n), 100n, [], true);
    expect(begun).toMatchObject({ base: 100n, next: 100n, skipped: [] });
    expect(arrival(begun, 99n)).toBe('stale');
  });

  it('keeps a bounded number of gaps and ids, the newest', () => {
    let cursor = newCursor(1n);
    for (let i = 1n; i <= 200n; i += 1n) {
      cursor = withSettledBelow(cursor, 2n * i, [], false);
      cursor = { ...withTaken(cursor, { number: 2n * i, messageId: idOf(i) }, true), next: 2n * i + 1n };
    }
    expect(cursor.skipped).toHaveLength(MAX_STAND_RANGES);
    expect(cursor.skipped.at(-1)).toEqual({ first: 399n, last: 399n });
    expect(cursor.apart).toHaveLength(MAX_APART);
    expect(cursor.count).toBe(200n);
  });
});
