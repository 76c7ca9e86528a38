/**
 * Moves a contact's outbox: over the direct link where there is one or one comes up within a short wait, else to the mailbox
 * at the friend's home. The same envelope either way; the content stays until the friend has it. Where each of them stands is
 * node/core/delivery.ts.
 *
 * Every wait ends: the dial after DIRECT_WAIT_MS, requests after their time-out, retries with back-off on the monotonic clock.
 */
import { OutboxRow, type ContactRow } from '../core/generated/rows.js';
import { PATH, RELATION } from '../core/rows.ts';
import type { VerifiedBundle } from '../core/session.ts';
import { shortId } from '../../shared/ids.ts';
import { isMiyuError, MiyuError } from '../../shared/errors.ts';
import { failpoint } from '../../shared/failpoints.ts';
import type { Stop } from './alarms.ts';
import { backOff } from './back-off.ts';
import type { FlowContext, Homes } from './context.ts';
import { createDeposits } from './deposits.ts';
import { createKeptMail } from './kept-mail.ts';
import type { Entry, Lane } from './lane.ts';
import type { ChatLink, LinkPath, Waiting } from './ports.ts';
import { openSession, sealRow } from './sealing.ts';
import { settle } from './settle.ts';

/** How long a message waits for a direct link before it goes to the mailbox. */
export const DIRECT_WAIT_MS = 2_500;
/** A link that acknowledges nothing for so long gets help from the mailbox: several round trips of a bad network. */
const STALLED_MS = 5_000;
/** Rows sealed in one step. */
const SEAL_STEP = 64;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 5 * 60_000;

export interface DeliveryPorts {
  readonly homes: Homes;
  /** A link that is up, or comes up within the wait; undefined: none. */
  readonly reach: (lane: Lane, waitMs: number) => Promise<ChatLink | undefined>;
  /** Verified prekeys of the contact's newest device; the contact was updated where that device is newer. */
  readonly prekeysFor: (contact: Readonly<ContactRow>, waiting: Waiting) => Promise<VerifiedBundle>;
  /** The friend's mailbox works (true) or does not; for presence. */
  readonly mailboxSeen: (lane: Lane, works: boolean) => void;
  /** Rows of this lane cannot be read: mends them. */
  readonly mend: (lane: Lane) => Promise<unknown>;
  /** Why nothing may be sent to this contact until the person has decided (alarms.ts); undefined: it may. */
  readonly stops: (account: Uint8Array) => Stop | undefined;
  /** This contact's outbox ran empty; of one that closes: or is told to a mailbox. */
  readonly emptied: (lane: Lane) => void;
}

interface Pump {
  running: boolean;
  again: boolean;
  failures: number;
  timer: NodeJS.Timeout | undefined;
  acked: Set<bigint>;
  /** Runs while something is on its way over a link. */
  stall: NodeJS.Timeout | undefined;
  /** Monotonic milliseconds of the last acknowledgement. */
  ackedAt: number;
  /** While deposits are waited for: a link is up. */
  linkUp: (() => void) | undefined;
}

export const pathOf = (path: LinkPath): number => PATH[path];

const isUnderWay = ({ delivery }: Entry, link: ChatLink): boolean =>
  delivery.state !== 'queued' && delivery.direct === link;

export function createDelivery(context: FlowContext, ports: DeliveryPorts) {
  const pumps = new Map<Lane, Pump>();
  const stopped = new AbortController();
  const kept = createKeptMail(context, (lane) => {
    kick(lane);
  });
  const deposits = createDeposits(context, {
    ...{ homes: ports.homes, mailboxSeen: ports.mailboxSeen, stops: ports.stops, kept, signal: stopped.signal },
    moved: (lane) => {
      kick(lane);
    },
  });

  const pumpOf = (lane: Lane): Pump => {
    let pump = pumps.get(lane);
    if (pump === undefined) {
      pump = {
        ...{ running: false, again: false, failures: 0, timer: undefined, stall: undefined, linkUp: undefined },
        ...{ acked: new Set<bigint>(), ackedAt: -Infinity },
      };
      pumps.set(lane, pump);
    }
    return pump;
  };

  /** Something may move. `fresh`: what failed before is no reason to wait (a link or server came up). */
  function kick(lane: Lane, fresh = false): void {
    if (stopped.signal.aborted) return;
    const pump = pumpOf(lane);
    if (fresh) {
      pump.failures = 0;
      clearTimeout(pump.timer);
      pump.timer = undefined;
    }
    pump.again = true;
    if (lane.link !== undefined) pump.linkUp?.();
    // Over a link that is up, what can be sealed need not wait for what failed before.
    const mustWait = pump.timer !== undefined && (lane.link === undefined || lane.sendingSession() === undefined);
    if (pump.running || mustWait) return;
    pump.running = true;
    void run(lane, pump);
  }

  async function run(lane: Lane, pump: Pump): Promise<void> {
    try {
      while (pump.again && !stopped.signal.aborted) {
        pump.again = false;
        await move(lane);
        pump.failures = 0;
        if (!stopped.signal.aborted) kept.watch(lane);
      }
    } catch (error) {
      retryLater(lane, pump, error);
    } finally {
      pump.running = false;
    }
    if (pump.again && pump.timer === undefined) kick(lane);
  }

  function retryLater(lane: Lane, pump: Pump, error: unknown): void {
    if (stopped.signal.aborted) return;
    const code = error instanceof MiyuError ? error.code : 'internal';
    context.log.info('delivery-retry', { account: shortId(lane.account), code });
    if (!(error instanceof MiyuError)) context.log.fault(error);
    const asked = isMiyuError(error) ? (error.retryAfterMs ?? 0) : 0;
    pump.failures += 1;
    clearTimeout(pump.timer);
    pump.timer = setTimeout(
      () => {
        pump.timer = undefined;
        kick(lane);
      },
      Math.max(backOff(pump.failures, FIRST_RETRY_MS, LONGEST_RETRY_MS, context.random), asked),
    );
    pump.timer.unref();
  }

  /** One pass over the outbox. Throws where it must be tried again later. */
  async function move(lane: Lane): Promise<void> {
    if (lane.isTorn) await ports.mend(lane);
    unsealExpired(lane);
    if (lane.entries.size === 0) {
      ports.emptied(lane);
      return;
    }
    if (lane.contact.relation === RELATION.removed || ports.stops(lane.account) !== undefined) return;
    const link = lane.link ?? (isWaiting(lane) ? await ports.reach(lane, DIRECT_WAIT_MS) : undefined);
    if (link !== undefined && lane.standing !== undefined) await lane.standing;
    // What was just asked of a server may have shown another key.
    if (ports.stops(lane.account) !== undefined) return;
    // Where a link is up and everything was sealed as it was written, all of it is on its way in this very turn.
    if (!isAllSealed(lane)) await sealAll(lane);
    if (link !== undefined && lane.link === link) await sendOver(lane, link);
    else await depositUntilLink(lane, pumpOf(lane));
    // Closing: told to the friend's mailbox is told.
    if (
      lane.contact.relation === RELATION.closing &&
      [...lane.entries.values()].every((e) => e.delivery.state === 'stored')
    ) {
      ports.emptied(lane);
    }
  }

  /** A server that does not answer is no reason to wait where a link has come up: what is under way to it goes on beside that. */
  async function depositUntilLink(lane: Lane, pump: Pump): Promise<void> {
    let isLeft = false;
    const linkUp = new Promise<void>((resolve) => {
      pump.linkUp = () => {
        isLeft = true;
        resolve();
      };
    });
    const deposited = deposits.all(lane);
    deposited.then(
      () => {
        if (isLeft) kick(lane);
      },
      (error: unknown) => {
        if (isLeft) retryLater(lane, pump, error);
      },
    );
    try {
      await Promise.race([deposited, linkUp]);
    } finally {
      pump.linkUp = undefined;
    }
  }

  function isWaiting(lane: Lane): boolean {
    for (const { delivery } of lane.entries.values()) {
      if (delivery.state === 'queued' || (delivery.state === 'sealed' && delivery.direct === undefined)) return true;
    }
    return false;
  }

  function isAllSealed(lane: Lane): boolean {
    for (const entry of lane.entries.values()) if (!lane.isSealed(entry)) return false;
    return true;
  }

  function unsealExpired(lane: Lane): void {
    const expired = kept.expired(lane);
    if (expired.length === 0) return;
    const { committed } = lane.step((draft) => {
      for (const entry of expired) settle(lane, draft, entry.number, { event: 'expired' });
    });
    watch(committed);
  }

  /** Seals what is not, in order, a bounded number a step; opens a session first where none serves. */
  async function sealAll(lane: Lane): Promise<void> {
    for (;;) {
      const unsealed = [...lane.entries.values()].filter((entry) => !lane.isSealed(entry)).slice(0, SEAL_STEP);
      if (unsealed.length === 0) return;
      const bundle =
        lane.sendingSession() === undefined
          ? await ports.prekeysFor(lane.contact, { signal: stopped.signal })
          : undefined;
      const { committed } = lane.step((draft) => {
        if (bundle !== undefined && lane.sendingSession() === undefined) openSession(context, lane, draft, bundle);
        for (const { number } of unsealed) {
          const row = lane.outboxRow(number);
          const sealed = row === undefined ? undefined : sealRow(context, lane, draft, row);
          if (sealed === undefined) continue;
          const value = OutboxRow.encode(sealed);
          draft.ops.push({ op: 'put', table: 'outbox', id: lane.account, seq: number, value });
        }
      });
      failpoint('reseal-before-commit');
      await committed;
      failpoint('reseal-committed');
      if (lane.isTorn) await ports.mend(lane);
      // A bundle older than the contact (its server lags) seals nothing; come back later.
      if (bundle !== undefined && lane.sendingSession() === undefined) throw new MiyuError('no-bundle');
    }
  }

  async function sendOver(lane: Lane, link: ChatLink): Promise<void> {
    for (const number of [...lane.entries.keys()]) {
      const entry = lane.entries.get(number);
      if (entry === undefined || isUnderWay(entry, link) || !lane.mayLeave(entry)) continue;
      if (!link.hasRoom) await link.room();
      if (ports.stops(lane.account) !== undefined) return;
      const envelope = lane.envelopeOf(entry);
      if (envelope === undefined || lane.entries.get(number) !== entry || !lane.mayLeave(entry)) continue;
      lane.noted(number, { event: 'sent', link });
      watchLink(lane);
      failpoint('direct-before-send');
      void link.deliver(envelope).then(
        (outcome) => {
          failpoint('direct-acknowledged');
          if (outcome === 'committed') acknowledged(lane, number, link);
          else unopened(lane, number, link);
        },
        () => {
          lane.noted(number, { event: 'link-lost', link });
          kick(lane);
        },
      );
      failpoint('direct-sent');
    }
    if (lane.isTorn) kick(lane);
  }

  /**
   * A link can be up and carry nothing (a path that loses large packets, or one of both directions): then the envelopes go to the mailbox as
   * well, the oldest first, a window at a time. They are the same, so that whichever comes second is a double.
   */
  function watchLink(lane: Lane): void {
    const pump = pumpOf(lane);
    if (pump.stall !== undefined) return;
    const since = context.clock.monotonic();
    pump.stall = setTimeout(() => {
      pump.stall = undefined;
      // Perhaps another link than the one of then: what counts is whether any of them has brought an acknowledgement.
      const { link } = lane;
      if (stopped.signal.aborted || link === undefined) return;
      if (![...lane.entries.values()].some((entry) => isUnderWay(entry, link))) return;
      if (pump.ackedAt < since && ports.stops(lane.account) === undefined) void deposits.help(lane);
      watchLink(lane);
    }, STALLED_MS);
    pump.stall.unref();
  }

  /** Acknowledgements of one turn become one batch. */
  function acknowledged(lane: Lane, number: bigint, link: ChatLink): void {
    const pump = pumpOf(lane);
    pump.ackedAt = context.clock.monotonic();
    if (pump.acked.size === 0) {
      queueMicrotask(() => {
        const numbers = [...pump.acked];
        pump.acked.clear();
        void settleAcknowledged(lane, pump, numbers, link);
      });
    }
    pump.acked.add(number);
  }

  /** The friend has them. Where this is lost, they go out once more and are acknowledged once more. Never rejects. */
  async function settleAcknowledged(lane: Lane, pump: Pump, numbers: readonly bigint[], link: ChatLink): Promise<void> {
    try {
      const { committed } = lane.step(
        (draft) => {
          const path = pathOf(link.path);
          for (const each of numbers) settle(lane, draft, each, { event: 'committed' }, { path });
        },
        { lazy: true },
      );
      await committed;
      failpoint('direct-settled');
      if (lane.entries.size === 0) kick(lane);
    } catch (error) {
      // The friend has them, our disk does not know, or cannot be read just now: they go out again, and are acknowledged again.
      for (const each of numbers) lane.noted(each, { event: 'link-lost', link });
      retryLater(lane, pump, error);
    }
  }

  /** The friend's device cannot open it: seal it in a new session, after a pause that grows while that does not help. */
  function unopened(lane: Lane, number: bigint, link: ChatLink): void {
    const pump = pumpOf(lane);
    try {
      const { committed } = lane.step((draft) => {
        settle(lane, draft, number, { event: 'unopened' });
      });
      watch(committed);
    } catch (error) {
      // The store cannot be read just now: it goes out again as it is, and comes back again.
      lane.noted(number, { event: 'link-lost', link });
      retryLater(lane, pump, error);
      return;
    }
    lane.renew = true;
    if (pump.timer === undefined) retryLater(lane, pump, new MiyuError('cannot-open'));
  }

  /** A batch whose failure the lane has already answered by going back; what remains is to say so and try again. */
  function watch(committed: Promise<void>): void {
    committed.catch((error: unknown) => {
      context.log.info('commit-failed', { code: error instanceof MiyuError ? error.code : 'internal' });
    });
  }

  return {
    kick,
    forget(lane: Lane): void {
      clearTimeout(pumps.get(lane)?.timer);
      clearTimeout(pumps.get(lane)?.stall);
      pumps.delete(lane);
      kept.forget(lane);
    },
    stop(): void {
      stopped.abort(new MiyuError('closed'));
      for (const pump of pumps.values()) {
        clearTimeout(pump.timer);
        clearTimeout(pump.stall);
      }
      kept.stop();
    },
  };
}

export type Delivery = ReturnType<typeof createDelivery>;
