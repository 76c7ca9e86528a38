/** Accept limit for a whole node: a token bucket on the monotonic clock, asked before any handshake costs anything. */
import type { Clock } from '../clock.ts';

export class AcceptGate {
  readonly #clock: Clock;
  readonly #perSecond: number;
  #tokens: number;
  #at: number;

  /** @param perSecond refill per second, and the largest burst */
  constructor(clock: Clock, perSecond: number) {
    this.#clock = clock;
    this.#perSecond = perSecond;
    this.#tokens = perSecond;
    this.#at = clock.monotonic();
  }

  /** Takes one token; false: refuse. */
  take(): boolean {
    const now = this.#clock.monotonic();
    this.#tokens = Math.min(this.#perSecond, this.#tokens + ((now - this.#at) * this.#perSecond) / 1_000);
    this.#at = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
