/** Token buckets on the monotonic clock, one per key, in bounded memory. */
import type { Clock } from './clock.ts';
import { MiyuError } from './errors.ts';

/** A bucket that holds `burst` tokens and gets `perMinute` new ones each minute. */
export interface Rate {
  readonly burst: number;
  readonly perMinute: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** A part of a token. */
const ROUNDING = 1e-6;

export class RateLimiter {
  readonly #rate: Rate;
  readonly #clock: Clock;
  readonly #maxKeys: number;
  /** In order of use, the longest unused first. */
  readonly #buckets = new Map<string, Bucket>();

  constructor(rate: Rate, clock: Clock, maxKeys: number) {
    this.#rate = rate;
    this.#clock = clock;
    this.#maxKeys = maxKeys;
  }

  /** Takes one token. @throws MiyuError 'rate-limited' with the time until there is one */
  take(key: string): void {
    const waitMs = this.#take(key);
    if (waitMs > 0) throw new MiyuError('rate-limited', { retryAfterMs: waitMs });
  }

  /** 0: taken; else milliseconds until a token is there. */
  #take(key: string): number {
    const { burst, perMinute } = this.#rate;
    const now = this.#clock.monotonic();
    const perMs = perMinute / 60_000;
    const known = this.#buckets.get(key);
    const bucket = known ?? { tokens: burst, at: now };
    bucket.tokens = Math.min(burst, bucket.tokens + (now - bucket.at) * perMs);
    bucket.at = now;
    if (known !== undefined) this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > this.#maxKeys) this.#buckets.delete(this.#buckets.keys().next().value!);
    // What was told as the time to wait must be enough, whatever fractions of milliseconds add up to.
    if (bucket.tokens < 1 - ROUNDING) return Math.max(1, Math.ceil((1 - bucket.tokens) / perMs));
    bucket.tokens -= 1;
    return 0;
  }
}
