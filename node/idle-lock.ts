/**
 * The auto-lock: when nobody has done anything at any face for the time that the person has set, the process that holds the keys ends.
 * Time is asked of both clocks: the monotonic one does not go on while a machine sleeps, and the other may be set back.
 */
import type { Clock } from '../shared/clock.ts';

/** How often it is looked at: a lock that comes a few seconds late is no worse. */
const LOOK_EVERY_MS = 5_000;
const MINUTE_MS = 60_000;

export interface IdleLockOptions {
  readonly clock: Clock;
  /** null: it does not lock, or there is nothing to lock. */
  readonly minutes: () => number | null;
  /** @param idleSince Unix milliseconds */
  readonly lock: (idleSince: number) => void;
}

export class IdleLock {
  readonly #options: IdleLockOptions;
  #last: { readonly wall: number; readonly monotonic: number };
  #timer: NodeJS.Timeout | undefined;

  constructor(options: IdleLockOptions) {
    this.#options = options;
    this.#last = this.#now();
  }

  /** Looks by itself from now on. */
  start(): void {
    this.#timer ??= setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Somebody did something. */
  active(): void {
    this.#last = this.#now();
  }

  look(): void {
    const minutes = this.#options.minutes();
    if (minutes === null) {
      // What was done while it was off, or nothing was open, does not count.
      this.active();
      return;
    }
    const now = this.#now();
    const idle = Math.max(now.wall - this.#last.wall, now.monotonic - this.#last.monotonic);
    if (idle < minutes * MINUTE_MS) return;
    const idleSince = now.wall - idle;
    this.active();
    this.#options.lock(idleSince);
  }

  #now(): { readonly wall: number; readonly monotonic: number } {
    const { clock } = this.#options;
    return { wall: clock.wall(), monotonic: clock.monotonic() };
  }
}
