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
