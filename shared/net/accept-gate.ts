/**
 * Accept limit for a whole node: a token bucket on the monotonic clock, asked before any handshake costs anything. The last quarter
 * of it is for addresses that have not come in lately: a few that always knock leave the door to everybody else.
 */
import type { Clock } from '../clock.ts';

/** An address that came in is known for this long; then it is a newcomer again. */
const KNOWN_MS = 10_000;

export class AcceptGate {
  readonly #clock: Clock;
  readonly #perSecond: number;
  readonly #reserve: number;
  /** When each came in last, the longest ago first: no more than were let in within KNOWN_MS. */
  readonly #known = new Map<string, number>();
  #tokens: number;
  #at: number;

  /** @param perSecond refill per second, and the largest burst */
  constructor(clock: Clock, perSecond: number) {
    this.#clock = clock;
    this.#perSecond = perSecond;
    this.#reserve = Math.floor(perSecond / 4);
    this.#tokens = perSecond;
    this.#at = clock.monotonic();
  }

  /** Takes one token for a connection from this address (addressKey); false: refuse. */
  take(address: string): boolean {
    const now = this.#clock.monotonic();
    this.#tokens = Math.min(this.#perSecond, this.#tokens + ((now - this.#at) * this.#perSecond) / 1_000);
    this.#at = now;
    for (const [known, at] of this.#known) {
      if (now - at < KNOWN_MS) break;
      this.#known.delete(known);
    }
    const kept = this.#known.has(address) ? this.#reserve : 0;
    if (this.#tokens < 1 + kept) return false;
    this.#tokens -= 1;
    this.#known.delete(address);
    this.#known.set(address, now);
    return true;
  }
}
