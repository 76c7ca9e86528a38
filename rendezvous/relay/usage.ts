/** What is relayed just now, and what each account and the server may still have relayed within the hour. Pure: time is an argument. */
import { toHex } from '../../shared/ids.ts';

export interface RelayLimits {
  /** Links at once, of one account and in all. */
  readonly linksPerAccount: number;
  readonly links: number;
  /** Bytes within one hour, both directions together. */
  readonly bytesPerAccount: number;
  readonly bytes: number;
}

/** Whose limit it is, as RelayLimit.scope has it. */
export type Scope = 'account' | 'server';

/** What is used up, and after how long it makes sense to try again. */
export interface UsedUp {
  readonly scope: Scope;
  /** Whose, where it is an account's. */
  readonly account?: Uint8Array;
  readonly retryAfterMs: number;
}

const HOUR_MS = 60 * 60 * 1_000;
/** A place may be free at any time. */
const LINK_RETRY_MS = 60_000;

/** An hour that begins with its first byte. */
interface Hour {
  since: number;
  bytes: number;
}

export class RelayUsage {
  readonly #limits: RelayLimits;
  readonly #hours = new Map<string, Hour>();
  readonly #links = new Map<string, number>();
  #hour: Hour = { since: -Infinity, bytes: 0 };
  #linkCount = 0;

  constructor(limits: RelayLimits) {
    this.#limits = limits;
  }

  get links(): number {
    return this.#linkCount;
  }

  /** Relayed within the server's present hour. */
  bytes(now: number): number {
    return isOver(this.#hour, now) ? 0 : this.#hour.bytes;
  }

  /** Why no further link of these accounts may begin; undefined: it may. */
  refuses(accounts: readonly Uint8Array[], now: number): UsedUp | undefined {
    if (this.#linkCount >= this.#limits.links) return { scope: 'server', retryAfterMs: LINK_RETRY_MS };
    const full = accounts.find((account) => this.linksOf(account) >= this.#limits.linksPerAccount);
    if (full !== undefined) return { scope: 'account', account: full, retryAfterMs: LINK_RETRY_MS };
    return this.#usedUp(accounts, now);
  }

  /** Bytes that a link of these accounts may still carry, at least 1. */
  left(accounts: readonly Uint8Array[], now: number): number {
    const used = accounts.map((account) => this.#limits.bytesPerAccount - this.#bytesOf(account, now));
    return Math.max(1, Math.min(this.#limits.bytes - this.bytes(now), ...used));
  }

  linksOf(account: Uint8Array): number {
    return this.#links.get(toHex(account)) ?? 0;
  }

  begin(accounts: readonly Uint8Array[]): void {
    this.#linkCount += 1;
    for (const account of accounts) this.#links.set(toHex(account), this.linksOf(account) + 1);
  }

  end(accounts: readonly Uint8Array[]): void {
    this.#linkCount -= 1;
    for (const account of accounts) {
      const left = this.linksOf(account) - 1;
      if (left > 0) this.#links.set(toHex(account), left);
      else this.#links.delete(toHex(account));
    }
  }

  /** They have come already, so they count in any case. @returns what is used up by them */
  count(accounts: readonly Uint8Array[], bytes: number, now: number): UsedUp | undefined {
    if (isOver(this.#hour, now)) {
      this.#hour = { since: now, bytes: 0 };
      // Once an hour, so that nobody is remembered for longer than two.
      for (const [key, hour] of this.#hours) if (isOver(hour, now)) this.#hours.delete(key);
    }
    this.#hour.bytes += bytes;
    for (const account of accounts) {
      const key = toHex(account);
      const hour = this.#hours.get(key);
      if (hour === undefined || isOver(hour, now)) this.#hours.set(key, { since: now, bytes });
      else hour.bytes += bytes;
    }
    return this.#usedUp(accounts, now);
  }

  #usedUp(accounts: readonly Uint8Array[], now: number): UsedUp | undefined {
    if (this.bytes(now) >= this.#limits.bytes) {
      return { scope: 'server', retryAfterMs: this.#hour.since + HOUR_MS - now };
    }
    for (const account of accounts) {
      if (this.#bytesOf(account, now) < this.#limits.bytesPerAccount) continue;
      const { since } = this.#hours.get(toHex(account))!;
      return { scope: 'account', account, retryAfterMs: since + HOUR_MS - now };
    }
    return undefined;
  }

  #bytesOf(account: Uint8Array, now: number): number {
    const hour = this.#hours.get(toHex(account));
    return hour === undefined || isOver(hour, now) ? 0 : hour.bytes;
  }
}

const isOver = (hour: Hour, now: number): boolean => now - hour.since >= HOUR_MS;
