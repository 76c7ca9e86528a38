/**
 * How often strangers may meet this device: token buckets on the monotonic clock, one for each address (addressKey) and one for all. A
 * person who asks somebody needs one token; what is more is somebody who tries.
 */
import type { Clock } from '../../shared/clock.ts';

/** A household behind one address, each of whom asks twice; then one more every ten seconds. */
const BURST = 10;
const REFILL_MS = 10_000;
/** All addresses together: opening a request costs a few milliseconds, and nobody is met by more in earnest. */
const TOTAL_BURST = 40;
const TOTAL_REFILL_MS = 1_500;

interface Bucket {
  tokens: number;
  at: number;
}

export class MeetingGate {
  readonly #clock: Pick<Clock, 'monotonic'>;
  readonly #total: Bucket;
  /** Longest unused first. One that is full again is forgotten, so no more are kept than all together have let in meanwhile. */
  readonly #addresses = new Map<string, Bucket>();

  constructor(clock: Pick<Clock, 'monotonic'>) {
    this.#clock = clock;
    this.#total = { tokens: TOTAL_BURST, at: clock.monotonic() };
  }

  /** Takes one token. @returns 0, or the milliseconds after which there is one again */
  take(address: string): number {
    const now = this.#clock.monotonic();
    for (const [known, { at }] of this.#addresses) {
      if (now - at < BURST * REFILL_MS) break;
      this.#addresses.delete(known);
    }
    const own = this.#addresses.get(address) ?? { tokens: BURST, at: now };
    refill(own, now, BURST, REFILL_MS);
    if (own.tokens < 1) return Math.ceil((1 - own.tokens) * REFILL_MS);
    refill(this.#total, now, TOTAL_BURST, TOTAL_REFILL_MS);
    if (this.#total.tokens < 1) return Math.ceil((1 - this.#total.tokens) * TOTAL_REFILL_MS);
    own.tokens -= 1;
    this.#total.tokens -= 1;
    this.#addresses.delete(address);
    this.#addresses.set(address, own);
    return 0;
  }
}

function refill(bucket: Bucket, now: number, most: number, everyMs: number): void {
  bucket.tokens = Math.min(most, bucket.tokens + (now - bucket.at) / everyMs);
  bucket.at = now;
}
