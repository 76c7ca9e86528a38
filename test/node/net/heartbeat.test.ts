import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HeartbeatTimer } from '../../../node/net/heartbeat.ts';

describe('heartbeat timer', () => {
  let now = 0;
  const clock = { wall: () => 0, monotonic: () => now };
  const times = { intervalMs: 8_000, timeoutMs: 22_000 };
  let received = 0;
  const beat = vi.fn();
  const silent = vi.fn();
  const pass = (ms: number): void => {
    for (let i = 0; i < ms; i += 500) {
      now += 500;
      vi.advanceTimersByTime(500);
    }
  };
  beforeEach(() => {
    vi.useFakeTimers();
    now = 1_000;
    received = 0;
    beat.mockClear();
    silent.mockClear();
  });
  afterEach(() => vi.useRealTimers());

  it('beats once an interval', () => {
    const timer = new HeartbeatTimer(clock, times, beat, silent, () => received);
    for (let i = 0; i < 10; i += 1) {
      timer.heard();
      pass(8_000);
    }
    expect(beat).toHaveBeenCalledTimes(10);
    expect(silent).not.toHaveBeenCalled();
    timer.stop();
    pass(60_000);
    expect(beat).toHaveBeenCalledTimes(10);
  });

  it('two ends beat together: each is heard once an interval, and one of them in answer to the other', () => {
    const sent: { readonly by: 'a' | 'b'; readonly at: number }[] = [];
    const ends = {} as { a: HeartbeatTimer; b: HeartbeatTimer };
    const end = (own: 'a' | 'b', other: 'a' | 'b'): HeartbeatTimer => {
      const push = (): void => {
        sent.push({ by: own, at: now });
        ends[other].heardBeat();
      };
      return new HeartbeatTimer(clock, times, push, silent, () => received);
    };
    ends.a = end('a', 'b');
    pass(3_000);
    ends.b = end('b', 'a');
    pass(100 * times.intervalMs);
    for (const own of ['a', 'b'] as const) {
      const beats = sent.filter(({ by }) => by === own);
      expect(beats.length).toBeGreaterThan(95);
      expect(beats.length).toBeLessThanOrEqual(101);
    }
    // What the other has just sent is acknowledged by the answer: no packet of its own.
    const moments = new Set(sent.map(({ at }) => at));
    expect(moments.size).toBeLessThanOrEqual(sent.length / 2 + 2);
    expect(silent).not.toHaveBeenCalled();
    ends.a.stop();
    ends.b.stop();
  });

  it('however often the other side beats, the answers stay within twice as many as without', () => {
    const timer = new HeartbeatTimer(clock, times, beat, silent, () => received);
    for (let i = 0; i < 1_600; i += 1) {
      pass(500);
      timer.heardBeat();
    }
    expect(beat.mock.calls.length).toBeLessThanOrEqual((2 * 1_600 * 500) / times.intervalMs);
    timer.stop();
  });

  it('notices the silence in time for thirty seconds, once', () => {
    const timer = new HeartbeatTimer(clock, times, beat, silent, () => received);
    pass(5_000);
    timer.heard();
    pass(21_500);
    expect(silent).not.toHaveBeenCalled();
    pass(3_000);
    expect(silent).toHaveBeenCalledTimes(1);
    pass(60_000);
    expect(silent).toHaveBeenCalledTimes(1);
  });

  it('counts the bytes of a large frame on a slow link, and not those of a frame that came before', () => {
    const timer = new HeartbeatTimer(clock, times, beat, silent, () => received);
    for (let i = 0; i < 10; i += 1) {
      pass(16_000);
      received += 64 * 1024;
    }
    expect(silent).not.toHaveBeenCalled();
    pass(1_000);
    received += 100;
    timer.heard();
    pass(21_500);
    expect(silent).not.toHaveBeenCalled();
    pass(3_000);
    expect(silent).toHaveBeenCalledTimes(1);
  });

  it('gives a link one more look after this process was stopped itself', () => {
    const timer = new HeartbeatTimer(clock, times, beat, silent, () => received);
    now += 600_000;
    vi.advanceTimersByTime(2_000);
    expect(silent).not.toHaveBeenCalled();
    timer.heard();
    pass(20_000);
    expect(silent).not.toHaveBeenCalled();
    timer.stop();
  });
});
