/**
 * How long a mailbox keeps what was deposited, by our own clocks: what is not delivered when its time there ends is deposited again.
 * Nothing else may happen until then (no link, no text, no sign-in), so a timer wakes the lane.
 */
import type { OutboxRow } from '../core/generated/rows.js';
import { DepositReceipt, Signed } from '../../shared/wire/generated/identity.js';
import type { FlowContext } from './context.ts';
import type { Entry, Lane } from './lane.ts';

/** A mailbox's copy that ends within this time is deposited again. */
const EXPIRY_MARGIN_MS = 60_000;
/** A time that has passed by any clock. */
const OVER = 1n;
/** How often a lane looks for such copies: soon enough for the shortest time that a server keeps mail, and hardly any work. */
const FIRST_LOOK_MS = 60_000;
const LONGEST_LOOK_MS = 60 * 60_000;

interface Watch {
  timer: NodeJS.Timeout | undefined;
  /** Monotonic milliseconds at which a copy ends that this run has stored or found: a wall clock that is set back then says it too late. */
  readonly ends: Map<bigint, number>;
}

/** As long as the server said, of a receipt that was verified when it was written; Infinity: there is none. */
function keptMsOf(receipt: Uint8Array): number {
  if (receipt.length === 0) return Infinity;
  const { storedAt, expiresAt } = DepositReceipt.decode(Signed.decode(receipt).payload);
  return Number(expiresAt - storedAt);
}

/**
 * Until when a mailbox keeps what an earlier run may have stored, by our own wall clock at `now`; 0: it has not. Where the clock was set back
 * since, by more than has passed, that would be later than the mailbox ever keeps anything, perhaps by years: then nobody knows, and it
 * counts as over.
 */
export function foundUntil({ receipt, storedUntil }: Pick<OutboxRow, 'receipt' | 'storedUntil'>, now: number): bigint {
  if (storedUntil === 0n) return 0n;
  return Number(storedUntil) - now > keptMsOf(receipt) + EXPIRY_MARGIN_MS ? OVER : storedUntil;
}

export function createKeptMail({ clock }: Pick<FlowContext, 'clock'>, wake: (lane: Lane) => void) {
  const watches = new Map<Lane, Watch>();

  const watchOf = (lane: Lane): Watch => {
    let watch = watches.get(lane);
    if (watch === undefined) watches.set(lane, (watch = { timer: undefined, ends: new Map() }));
    return watch;
  };

  /** Milliseconds for which a mailbox still keeps this, by the clock that says less. Infinity: none keeps it. */
  const timeLeft = ({ ends }: Watch, { number, delivery }: Entry): number => {
    if (delivery.state !== 'stored') return Infinity;
    const byWall = delivery.until - clock.wall();
    const end = ends.get(number) ?? clock.monotonic() + byWall;
    ends.set(number, end);
    return Math.min(byWall, end - clock.monotonic()) - EXPIRY_MARGIN_MS;
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
