/** Wishes to resend, made with patience: for a gap that does not close by itself, and for envelopes from the mailbox that did not open. */
import { shortId } from '../../shared/ids.ts';
import { CONTENT } from '../../shared/wire/protocols.ts';
import type { FlowContext } from './context.ts';
import type { Lane } from './lane.ts';
import { missingContents, unopenedEnvelopes } from './receipts.ts';
import type { Transients } from './transient.ts';

/** A gap is given this long to close by itself; each further question waits twice as long. */
const GAP_DELAY_MS = 5_000;
const LONGEST_GAP_DELAY_MS = 10 * 60_000;
/** Wishes for unreadable envelopes go out together, and not more often than this. */
const UNOPENED_DELAY_MS = 2_000;
const MAX_UNOPENED = 256;

export interface WishPorts {
  readonly transients: Transients;
  readonly isPresent: (lane: Lane) => boolean;
}

interface Timers {
  gap: NodeJS.Timeout | undefined;
  gapDelay: number;
  unopened: NodeJS.Timeout | undefined;
  unopenedIds: Uint8Array[];
}

export function createWishes(context: FlowContext, { transients, isPresent }: WishPorts) {
  const timers = new Map<Lane, Timers>();
  let stopped = false;

  const timersOf = (lane: Lane): Timers => {
    let timer = timers.get(lane);
    if (timer === undefined) {
      timer = { gap: undefined, gapDelay: GAP_DELAY_MS, unopened: undefined, unopenedIds: [] };
      timers.set(lane, timer);
    }
    return timer;
  };

  function later(lane: Lane, delay: number, work: (timer: Timers) => void): NodeJS.Timeout | undefined {
    if (stopped || !isPresent(lane)) return undefined;
    const timeout = setTimeout(() => {
      if (!stopped) work(timersOf(lane));
    }, delay);
    timeout.unref();
    return timeout;
  }

  function gap(lane: Lane): void {
    const timer = timersOf(lane);
    timer.gap ??= later(lane, timer.gapDelay, () => {
      timer.gap = undefined;
      const missing = missingContents(lane);
      if (missing === undefined) {
        timer.gapDelay = GAP_DELAY_MS;
        return;
      }
      timer.gapDelay = Math.min(timer.gapDelay * 2, LONGEST_GAP_DELAY_MS);
      context.log.info('gap', { account: shortId(lane.account) });
      void transients.send(lane, CONTENT.resend, missing, { fresh: false }).then(() => {
        gap(lane);
      });
    });
  }

  function unopened(lane: Lane, envelopeIds: readonly Uint8Array[]): void {
    const timer = timersOf(lane);
    timer.unopenedIds = [...timer.unopenedIds, ...envelopeIds].slice(-MAX_UNOPENED);
    timer.unopened ??= later(lane, UNOPENED_DELAY_MS, () => {
      timer.unopened = undefined;
      const ids = timer.unopenedIds.splice(0);
      void transients.send(lane, CONTENT.resend, unopenedEnvelopes(ids), { fresh: true });
    });
  }

  return {
    /** Contents wait for an earlier one. */
    gap,
    /** These came from the mailbox and did not open. */
    unopened,
    forget(lane: Lane): void {
      const timer = timers.get(lane);
      clearTimeout(timer?.gap);
      clearTimeout(timer?.unopened);
      timers.delete(lane);
    },
    stop(): void {
      stopped = true;
      for (const lane of [...timers.keys()]) this.forget(lane);
    },
  };
}
