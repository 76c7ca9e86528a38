import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RateLimiter } from '../../shared/rate-limiter.ts';
import { addressKey } from '../../shared/net/address-key.ts';
import type { MiyuError } from '../../shared/errors.ts';

function timed(): { clock: { wall(): number; monotonic(): number }; now: number } {
  const time = { now: 0, clock: { wall: () => 0, monotonic: () => time.now } };
  return time;
}
const takes = (limiter: RateLimiter, key: string): number => {
  try {
    limiter.take(key);
    return 0;
  } catch (error) {
    return (error as MiyuError).retryAfterMs!;
  }
};

test('a burst, then one by one; the time that is told is enough', () => {
  const time = timed();
  const limiter = new RateLimiter({ burst: 3, perMinute: 6 }, time.clock, 10);
  for (let i = 0; i < 3; i += 1) expect(takes(limiter, 'a')).toBe(0);
  expect(takes(limiter, 'a')).toBe(10_000);
  expect(takes(limiter, 'b')).toBe(0);
  time.now += 4_000;
  const wait = takes(limiter, 'a');
  expect(wait).toBe(6_000);
  time.now += wait;
  expect(takes(limiter, 'a')).toBe(0);
  expect(takes(limiter, 'a')).toBeGreaterThan(0);
});

test('the time that is told is enough at fractions of milliseconds, too', () => {
  const rate = fc.integer({ min: 1, max: 6_000 });
  const start = fc.double({ min: 0, max: 1e9, noNaN: true });
  const pauses = fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { maxLength: 20 });
  fc.assert(
    fc.property(rate, start, pauses, (perMinute, now, list) => {
      const time = timed();
      time.now = now;
      const limiter = new RateLimiter({ burst: 2, perMinute }, time.clock, 10);
      for (const pause of list) {
        const wait = takes(limiter, 'a');
        time.now += wait > 0 ? wait : pause;
        if (wait > 0) expect(takes(limiter, 'a')).toBe(0);
      }
    }),
    { numRuns: 500 },
  );
});

test('never more than burst and refill, however it is asked', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20_000), { maxLength: 100 }), (pauses) => {
      const time = timed();
      const limiter = new RateLimiter({ burst: 5, perMinute: 60 }, time.clock, 10);
      let taken = 0;
      for (const pause of pauses) {
        time.now += pause;
        if (takes(limiter, 'a') === 0) taken += 1;
      }
      expect(taken).toBeLessThanOrEqual(5 + time.now / 1_000);
    }),
  );
});

test('remembers as many keys as it may, and forgets the longest unused', () => {
  const limiter = new RateLimiter({ burst: 1, perMinute: 1 }, timed().clock, 2);
  for (const key of ['a', 'b']) expect(takes(limiter, key)).toBe(0);
  expect(takes(limiter, 'a')).toBeGreaterThan(0);
  expect(takes(limiter, 'c')).toBe(0);
  // `b` has made room.
  expect(takes(limiter, 'a')).toBeGreaterThan(0);
  expect(takes(limiter, 'b')).toBe(0);
});

test('an IPv4 address stands for itself, an IPv6 one for its network', () => {
  expect(addressKey('/ip4/192.0.2.7/tcp/1')).toBe('192.0.2.7');
  expect(addressKey('/ip6/::ffff:192.0.2.7/tcp/1')).toBe('192.0.2.7');
  expect(addressKey('/ip6/2001:db8:1:2:3:4:5:6/tcp/1')).toBe('2001:db8:1:2');
  expect(addressKey('/ip6/2001:db8:1:2::9/tcp/1')).toBe('2001:db8:1:2');
  expect(addressKey('/ip6/2001:db8::9/tcp/1')).toBe('2001:db8:0:0');
  expect(addressKey('/ip6/::1/tcp/1')).toBe('0:0:0:0');
  expect(addressKey('/unix/x')).toBe('elsewhere');
});
