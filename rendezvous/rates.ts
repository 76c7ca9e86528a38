/** Every limiter of the server, by what it limits. */
import type { Clock } from '../shared/clock.ts';
import { ACCOUNT_RATES, ADDRESS_RATES, LIMITER_KEYS, REFUSED_RATE } from './limits.ts';
import { RateLimiter, type Rate } from '../shared/rate-limiter.ts';

type PerAccount = keyof typeof ACCOUNT_RATES;
type PerAddress = keyof typeof ADDRESS_RATES | 'register';

export interface Rates {
  readonly account: Readonly<Record<PerAccount, RateLimiter>>;
  readonly address: Readonly<Record<PerAddress, RateLimiter>>;
  /** By connection number. */
  readonly refused: RateLimiter;
}

/** @param registrationsPerMinute of one address; ten minutes' worth may come at once (a school, an office on its first day) */
export function createRates(clock: Clock, registrationsPerMinute: number): Rates {
  const limiter = (rate: Rate): RateLimiter => new RateLimiter(rate, clock, LIMITER_KEYS);
  const all = <K extends string>(rates: Readonly<Record<K, Rate>>): Record<K, RateLimiter> =>
    Object.fromEntries(Object.entries<Rate>(rates).map(([name, rate]) => [name, limiter(rate)])) as Record<
      K,
      RateLimiter
    >;
  return {
    account: all(ACCOUNT_RATES),
    address: {
      ...all(ADDRESS_RATES),
      register: limiter({ burst: 10 * registrationsPerMinute, perMinute: registrationsPerMinute }),
    },
    refused: limiter(REFUSED_RATE),
  };
}
