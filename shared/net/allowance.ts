/** How often something is done for one who asks, and for all together: token buckets on the monotonic clock. Pure but for its clock. */
import type { Clock } from '../clock.ts';

export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

export interface AllowanceRates {
  readonly each: Rate;
  readonly inAll: Rate;
  /** Who are told apart; more take the places of those that were longest away. */
  readonly mostKeys: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

export class Allowance {
  readonly #clock: Clock;
  readonly #rates: AllowanceRates;
  readonly #all: Bucket;
  /** The one that was longest unused first. */
  readonly #each = new Map<string, Bucket>();

  constructor(clock: Clock, rates: AllowanceRates) {
    this.#clock = clock;
    this.#rates = rates;
    this.#all = { tokens: rates.inAll.burst, at: clock.monotonic() };
  }

  /** Takes one for this one; false: not now. */
  take(key: string): boolean {
    const now = this.#clock.monotonic();
    const { each, inAll, mostKeys } = this.#rates;
    const bucket = this.#each.get(key) ?? { tokens: each.burst, at: now };
    this.#each.delete(key);
    if (this.#each.size >= mostKeys) this.#each.delete(this.#each.keys().next().value ?? '');
    this.#each.set(key, bucket);
    refill(bucket, now, each);
    refill(this.#all, now, inAll);
    if (bucket.tokens < 1 || this.#all.tokens < 1) return false;
    bucket.tokens -= 1;
    this.#all.tokens -= 1;
    return true;
  }
}

function refill(bucket: Bucket, now: number, { perSecond, burst }: Rate): void {
  bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) * perSecond) / 1_000);
  bucket.at = now;
}
