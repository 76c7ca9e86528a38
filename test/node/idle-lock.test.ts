import { expect, test } from 'vitest';
import { IdleLock } from '../../node/idle-lock.ts';

const MINUTE = 60_000;

/** A lock on a clock of the test's own; `locks` are the times since which nobody was there. */
function idleLock(first: number | null) {
  const at = { wall: 1_700_000_000_000, monotonic: 0, minutes: first };
  const locks: number[] = [];
  const lock = new IdleLock({
    clock: { wall: () => at.wall, monotonic: () => at.monotonic },
    minutes: () => at.minutes,
    lock: (since) => locks.push(since),
  });
  const pass = (ms: number): void => {
    at.wall += ms;
    at.monotonic += ms;
    lock.look();
  };
  return { at, lock, locks, pass };
}

test('locks when nobody has done anything for the time that is set, and says since when', () => {
  const { at, lock, locks, pass } = idleLock(15);
  const start = at.wall;
  pass(14 * MINUTE);
  expect(locks).toEqual([]);
  lock.active();
  pass(14 * MINUTE);
  expect(locks).toEqual([]);
  pass(MINUTE);
  expect(locks).toEqual([start + 14 * MINUTE]);
});

test('never locks while it is off or nothing is open, and that time does not count afterwards', () => {
  const { at, locks, pass } = idleLock(null);
  pass(1_000 * MINUTE);
  at.minutes = 5;
  pass(4 * MINUTE);
  expect(locks).toEqual([]);
  pass(MINUTE);
  expect(locks).toHaveLength(1);
});

test('a machine that slept is locked as it wakes, and a clock that is set back holds nothing open', () => {
  const { at, lock, locks, pass } = idleLock(60);
  // Asleep: the monotonic clock stood still.
  at.wall += 61 * MINUTE;
  lock.look();
  expect(locks).toHaveLength(1);
  at.wall -= 24 * 60 * MINUTE;
  lock.active();
  at.wall -= 10 * MINUTE;
  at.monotonic += 59 * MINUTE;
  lock.look();
  expect(locks).toHaveLength(1);
  pass(MINUTE);
  expect(locks).toHaveLength(2);
});
