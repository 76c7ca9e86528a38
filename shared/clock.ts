/** Time as an argument: what runs takes a Clock, what is pure takes `now`. */
export interface Clock {
  /** Wall clock, Unix milliseconds: for what people read and for expiries that two machines share. */
  wall(): number;
  /** Monotonic milliseconds: for every wait, rate and retry. */
  monotonic(): number;
}

export const systemClock: Clock = {
  wall: () => Date.now(),
  monotonic: () => performance.now(),
};

/** Whether a time that was written by the wall clock is less than `ms` from now; one far ahead is of a clock that was set back since. */
export const isLately = (at: number, now: number, ms: number): boolean => Math.abs(now - at) < ms;
