/** Says that we are there, and notices when the other side is not. On the monotonic clock; its timer keeps nothing alive. */
import type { Clock } from '../../shared/clock.ts';
import { HEARTBEAT_INTERVAL_MS, HEARTBEAT_TIMEOUT_MS } from '../../shared/wire/limits.ts';

export interface HeartbeatTimes {
  readonly intervalMs: number;
  readonly timeoutMs: number;
}

export const HEARTBEAT: HeartbeatTimes = { intervalMs: HEARTBEAT_INTERVAL_MS, timeoutMs: HEARTBEAT_TIMEOUT_MS };

/** Looks per interval: the silence is noticed a quarter of an interval late at most. */
const LOOKS = 4;

export class HeartbeatTimer {
  readonly #clock: Clock;
  readonly #times: HeartbeatTimes;
  readonly #timer: NodeJS.Timeout;
  readonly #beat: () => void;
  readonly #received: () => number;
  #receivedBefore: number;
  #heardAt: number;
  #beatAt: number;
  #lookedAt: number;

  /** @param received bytes so far: on a slow link a single frame may take longer than the silence that ends it */
  constructor(clock: Clock, times: HeartbeatTimes, beat: () => void, onSilence: () => void, received: () => number) {
    this.#received = received;
    this.#receivedBefore = received();
    this.#beat = beat;
    this.#clock = clock;
    this.#times = times;
    const now = clock.monotonic();
    this.#heardAt = now;
    this.#beatAt = now;
    this.#lookedAt = now;
    this.#timer = setInterval(() => this.#look(onSilence), times.intervalMs / LOOKS);
    this.#timer.unref();
  }

  /** Any frame of the other side counts. */
  heard(): void {
    this.#heardAt = this.#clock.monotonic();
  }

  /**
   * A heartbeat of the other side. Ours follows at once where it would soon be due: two ends that beat together need one packet less, for
   * the answer acknowledges what came.
   */
  heardBeat(): void {
    this.heard();
    const now = this.#clock.monotonic();
    if (now - this.#beatAt < this.#times.intervalMs / 2) return;
    this.#beatAt = now;
    this.#beat();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(onSilence: () => void): void {
    const now = this.#clock.monotonic();
    // After a pause of our own process, what came meanwhile still waits in the socket: it gets one more look.
    const paused = now - this.#lookedAt > this.#times.intervalMs;
    const received = this.#received();
    // Pieces of a frame that is still to come; where one has come since the last look, its own moment counts.
    if (received !== this.#receivedBefore && this.#heardAt < this.#lookedAt) this.#heardAt = now;
    this.#receivedBefore = received;
    this.#lookedAt = now;
    if (!paused && now - this.#heardAt >= this.#times.timeoutMs) {
      this.stop();
      onSilence();
      return;
    }
    // A look may come a little early.
    if (now - this.#beatAt < this.#times.intervalMs - this.#times.intervalMs / (8 * LOOKS)) return;
    this.#beatAt = now;
    this.#beat();
  }
}
