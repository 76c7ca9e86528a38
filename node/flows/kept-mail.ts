/**
 * How long a mailbox keeps what was deposited, by our own clocks: what is not delivered when its time there ends is deposited again.
 * Nothing else may happen until then (no link, no text, no sign-in), so a timer wakes the lane.
 */
import type { FlowContext } from './context.ts';
import type { Entry, Lane } from './lane.ts';

/** A mailbox's copy that ends within this time is deposited again. */
const EXPIRY_MARGIN_MS = 60_000;
/** How often a lane looks for such copies: soon enough for the shortest time that a server keeps mail, and hardly any work. */
const FIRST_LOOK_MS = 60_000;
const LONGEST_LOOK_MS = 60 * 60_000;

interface Watch {
  timer: NodeJS.Timeout | undefined;
  /** Monotonic milliseconds at which a copy that was stored in this run ends: a wall clock that was set back says it too late. */
  readonly ends: Map<bigint, number>;
}

export function createKeptMail({ clock }: Pick<FlowContext, 'clock'>, wake: (lane: Lane) => void) {
  const watches = new Map<Lane, Watch>();

  const watchOf = (lane: Lane): Watch => {
    let watch = watches.get(lane);
    if (watch === undefined) watches.set(lane, (watch = { timer: undefined, ends: new Map() }));
    return watch;
  };

  /** Milliseconds for which a mailbox still keeps this, by the clock that says less. */
  /** Infinity: none keeps it. */
  const timeLeft = ({ ends }: Watch, { number, delivery }: Entry): number => {
    if (delivery.state !== 'stored') return Infinity;
    const byMonotonic = (ends.get(number) ?? Infinity) - clock.monotonic();
    return Math.min(delivery.until - clock.wall(), byMonotonic) - EXPIRY_MARGIN_MS;
  };

  return {
    /**
     * A mailbox keeps it for this many milliseconds. @returns until when, by our own wall clock: one that is years off must neither send again
     * and again nor never
     */
    stored(lane: Lane, number: bigint, keptMs: bigint): number {
      watchOf(lane).ends.set(number, clock.monotonic() + Number(keptMs));
      return Math.max(0, clock.wall() + Number(keptMs));
    },
    /** Entries whose time is over. */
    expired(lane: Lane): Entry[] {
      const watch = watchOf(lane);
      return [...lane.entries.values()].filter((entry) => timeLeft(watch, entry) < 0);
    },
    /** Wakes the lane when the first of its copies ends. */
    watch(lane: Lane): void {
      const watch = watchOf(lane);
      clearTimeout(watch.timer);
      watch.timer = undefined;
      for (const number of watch.ends.keys())
        if (lane.entries.get(number)?.delivery.state !== 'stored') watch.ends.delete(number);
      let left = Infinity;
      for (const entry of lane.entries.values()) left = Math.min(left, timeLeft(watch, entry) + 1);
      if (left === Infinity) return;
      // A wall clock that is set meanwhile is noticed within the longest wait.
      watch.timer = setTimeout(() => wake(lane), Math.min(Math.max(left, FIRST_LOOK_MS), LONGEST_LOOK_MS));
      watch.timer.unref();
    },
    forget(lane: Lane): void {
      clearTimeout(watches.get(lane)?.timer);
      watches.delete(lane);
    },
    stop(): void {
      for (const { timer } of watches.values()) clearTimeout(timer);
    },
  };
}

export type KeptMail = ReturnType<typeof createKeptMail>;
