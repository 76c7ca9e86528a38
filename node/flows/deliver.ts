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
import { openReceipt } from '../../shared/crypto/statements.ts';
import { equalBytes, shortId } from '../../shared/ids.ts';
import { isMiyuError, MiyuError, type ErrorCode } from '../../shared/errors.ts';
import { failpoint } from '../../shared/failpoints.ts';
import { Home, Signed } from '../../shared/wire/generated/identity.js';
import { backOff } from './back-off.ts';
import type { FlowContext, Homes } from './context.ts';
import { createKeptMail } from './kept-mail.ts';
import type { Entry, Lane } from './lane.ts';
import type { ChatLink, LinkPath, RendezvousClient, Waiting } from './ports.ts';
import { openSession, sealRow } from './sealing.ts';
import { settle } from './settle.ts';

/** How long a message waits for a direct link before it goes to the mailbox. */
export const DIRECT_WAIT_MS = 2_500;
/** Deposits under way at once for one friend: hides the round trip, and keeps their order at the server. */
const DEPOSIT_WINDOW = 32;
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
  /** A closing contact's outbox ran empty. */
  readonly emptied: (lane: Lane) => void;
}

interface Pump {
  running: boolean;
  again: boolean;
  failures: number;
  timer: NodeJS.Timeout | undefined;
  acked: Set<bigint>;
}

/** Refusals after which trying again is pointless: the friend's server will not take it from us. */
const FINAL: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'not-granted',
  'grant-revoked',
  'unknown-account',
  'envelope-invalid',
  'too-large',
  'malformed',
]);

/** An account that its home does not know may be back (a store that was set back is registered at again); an end is not told to nobody. */
const isFinal = (lane: Lane, { code }: MiyuError): boolean =>
  FINAL.has(code) || (code === 'no-mailbox' && lane.contact.relation === RELATION.closing);

export const pathOf = (path: LinkPath): number => PATH[path];

const isDepositable = (lane: Lane, entry: Entry): boolean =>
  entry.delivery.state === 'sealed' && !entry.delivery.depositing && lane.mayLeave(entry);

const isUnderWay = ({ delivery }: Entry, link: ChatLink): boolean =>
  delivery.state !== 'queued' && delivery.direct === link;

export function createDelivery(context: FlowContext, ports: DeliveryPorts) {
  const pumps = new Map<Lane, Pump>();
  const stopped = new AbortController();
  const kept = createKeptMail(context, (lane) => {
    kick(lane);
  });

  const pumpOf = (lane: Lane): Pump => {
    let pump = pumps.get(lane);
    if (pump === undefined) {
      pump = { running: false, again: false, failures: 0, timer: undefined, acked: new Set() };
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
    if (pump.running || (pump.timer !== undefined && lane.link === undefined)) return;
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
      if (lane.contact.relation === RELATION.closing) ports.emptied(lane);
      return;
    }
    if (lane.contact.relation === RELATION.removed) return;
    const link = lane.link ?? (isWaiting(lane) ? await ports.reach(lane, DIRECT_WAIT_MS) : undefined);
    if (link !== undefined && lane.standing !== undefined) await lane.standing;
    // Where a link is up and everything was sealed as it was written, all of it is on its way in this very turn.
    if (!isAllSealed(lane)) await sealAll(lane);
    if (link !== undefined && lane.link === link) await sendOver(lane, link);
    else await depositAll(lane);
    // Closing: told to the friend's mailbox is told.
    if (
      lane.contact.relation === RELATION.closing &&
      [...lane.entries.values()].every((e) => e.delivery.state === 'stored')
    ) {
      ports.emptied(lane);
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
      const envelope = lane.envelopeOf(entry);
      if (envelope === undefined || lane.entries.get(number) !== entry || !lane.mayLeave(entry)) continue;
      lane.noted(number, { event: 'sent', link });
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

  /** Acknowledgements of one turn become one batch. */
  function acknowledged(lane: Lane, number: bigint, link: ChatLink): void {
    const pump = pumpOf(lane);
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

  async function depositAll(lane: Lane): Promise<void> {
    const pending = [...lane.entries.values()].filter((entry) => isDepositable(lane, entry));
    if (pending.length === 0) return;
    let client: RendezvousClient;
    try {
      client = await ports.homes.clientFor(Home.decode(lane.contact.home), { signal: stopped.signal });
    } catch (error) {
      ports.mailboxSeen(lane, false);
      throw error;
    }
    for (let at = 0; at < pending.length && lane.link === undefined; at += DEPOSIT_WINDOW) {
      const window = pending.slice(at, at + DEPOSIT_WINDOW);
      const outcomes = await Promise.allSettled(window.map((entry) => deposit(lane, entry, client)));
      const failure = outcomes.find((outcome) => outcome.status === 'rejected');
      if (failure !== undefined) throw failure.reason;
    }
    ports.mailboxSeen(lane, true);
    if (lane.link !== undefined || lane.isTorn) kick(lane);
  }

  async function deposit(lane: Lane, entry: Entry, client: RendezvousClient): Promise<void> {
    const { number } = entry;
    const envelope = lane.envelopeOf(entry);
    const row = lane.outboxRow(number);
    if (lane.entries.get(number) !== entry || !isDepositable(lane, entry)) return;
    if (envelope === undefined || row === undefined) return;
    const seal = entry.seals;
    lane.noted(number, { event: 'depositing' });
    try {
      failpoint('deposit-before-send');
      const receipt = await depositOnce(lane, client, envelope);
      failpoint('deposit-answered');
      const opened = openReceipt(receipt, client.server);
      const matches =
        equalBytes(opened.owner, lane.account) &&
        equalBytes(opened.depositor, context.own().account) &&
        equalBytes(opened.envelopeId, row.envelopeId);
      if (!matches) throw new MiyuError('protocol-violation');
      const until = kept.stored(lane, number, opened.expiresAt - opened.storedAt);
      const { committed } = lane.step((draft) => {
        settle(lane, draft, number, { event: 'stored', seal, until }, { receipt: Signed.encode(receipt) });
      });
      await committed;
      failpoint('deposit-settled');
    } catch (error) {
      if (!(error instanceof MiyuError) || !isFinal(lane, error)) throw error;
      const reason = error.code;
      const { committed } = lane.step((draft) => {
        settle(lane, draft, number, { event: 'refused', seal, reason });
      });
      await committed;
    } finally {
      lane.noted(number, { event: 'deposit-failed', seal });
    }
  }

  async function depositOnce(lane: Lane, client: RendezvousClient, envelope: Uint8Array): Promise<Signed> {
    const waiting = { signal: stopped.signal };
    const first = { owner: lane.account, envelope };
    let answer;
    try {
      answer = await client.deposit(first, waiting);
    } catch (error) {
      // A server that lost the grant (its store was rolled back) takes it from us: the owner signed it.
      const lacksGrant = isMiyuError(error, 'not-granted') || isMiyuError(error, 'grant-revoked');
      if (!lacksGrant || lane.contact.grantHeld.length === 0) throw error;
      answer = await client.deposit({ ...first, grant: Signed.decode(lane.contact.grantHeld) }, waiting);
    }
    if (answer.receipt === undefined) throw new MiyuError('protocol-violation');
    return answer.receipt;
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
      pumps.delete(lane);
      kept.forget(lane);
    },
    stop(): void {
      stopped.abort(new MiyuError('closed'));
      for (const pump of pumps.values()) clearTimeout(pump.timer);
      kept.stop();
    },
  };
}

export type Delivery = ReturnType<typeof createDelivery>;
