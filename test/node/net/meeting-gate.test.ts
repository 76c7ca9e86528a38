import { expect, test } from 'vitest';
import { MeetingGate } from '../../../node/net/meeting-gate.ts';

function gate(): { take: (address: string) => number; pass: (ms: number) => void } {
  let now = 5_000;
  const made = new MeetingGate({ monotonic: () => now });
  return { take: (address) => made.take(address), pass: (ms) => void (now += ms) };
}

test('one address has ten at once, then one every ten seconds, and is told how long to wait', () => {
  const { take, pass } = gate();
  expect(Array.from({ length: 10 }, () => take('a'))).toEqual(Array<number>(10).fill(0));
  expect(take('a')).toBe(10_000);
  pass(4_000);
  expect(take('a')).toBe(6_000);
  pass(6_000);
  expect([take('a'), take('a')]).toEqual([0, 10_000]);
  expect(take('b')).toBe(0);
});

test('all together have forty at once, then one every second and a half; whoever is refused has lost nothing of his own', () => {
  const { take, pass } = gate();
  const addresses = Array.from({ length: 40 }, (_, i) => `address ${i}`);
  expect(addresses.map(take)).toEqual(addresses.map(() => 0));
  for (let i = 0; i < 20; i += 1) expect(take('late')).toBe(1_500);
  pass(1_500);
  expect([take('late'), take('late')]).toEqual([0, 1_500]);
  // However long it was quiet, no more than at first.
  pass(60 * 60_000);
  expect(addresses.map(take)).toEqual(addresses.map(() => 0));
  expect(take('late')).toBeGreaterThan(0);
});
