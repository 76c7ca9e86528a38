/**
 * Empties our own mailbox: page after page in order, each opened, committed, and only then acknowledged (which deletes it at
 * the server). What cannot be opened is asked for again from its sender, who still has it.
 */
import { decodeEnvelope, type DecodedEnvelope } from '../core/session.ts';
import { shortId } from '../../shared/ids.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { MiyuError } from '../../shared/errors.ts';
import { failpoint } from '../../shared/failpoints.ts';
import type { Mail } from '../../shared/wire/generated/rendezvous.js';
import { MAX_DRAIN_ITEMS } from '../../shared/wire/limits.ts';
import type { FlowContext, Homes } from './context.ts';
import type { Lane } from './lane.ts';
import type { RendezvousClient } from './ports.ts';
import type { Opened } from './receive.ts';

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;

export interface MailPorts {
  readonly homes: Homes;
  readonly laneOf: (account: Uint8Array) => Lane | undefined;
  readonly receive: (
    lane: Lane,
    envelopes: readonly DecodedEnvelope[],
  ) => { readonly results: readonly Opened[]; readonly committed: Promise<void> };
  /** Each drain that reaches the end of the mailbox, with what it gave out. */
  readonly drains: { begins(): void; seen(envelopeId: Uint8Array): void; ended(): void };
  /** These came for us and do not open. */
  readonly unopened: (lane: Lane, envelopeIds: readonly Uint8Array[]) => void;
}

export function createMail(context: FlowContext, ports: MailPorts) {
  const stopped = new AbortController();
  let active = false;
  let again = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  /** Drains until nothing waits; a call while it runs makes it look once more, and returns at once. Never rejects. */
  async function drain(): Promise<void> {
    again = true;
    if (active) return;
    active = true;
    await run();
  }

  async function run(): Promise<void> {
    while (again && !stopped.signal.aborted) {
      again = false;
      const client = ports.homes.ownClient();
      if (client === undefined) break;
      try {
        ports.drains.begins();
        await drainAll(client);
        ports.drains.ended();
        failures = 0;
      } catch (error) {
        // What was not acknowledged is still there. A connection that is gone drains when it is back.
        const code = error instanceof MiyuError ? error.code : 'internal';
        context.log.info('drain-failed', { code });
        if (code === 'internal') context.log.fault(error);
        retryLater();
        break;
      }
    }
    // In one step with the last look at `again`: a call that comes from now on begins anew.
    active = false;
  }

  function retryLater(): void {
    clearTimeout(timer);
    if (stopped.signal.aborted) return;
    const wait = Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS);
    failures += 1;
    timer = setTimeout(() => {
      void drain();
    }, wait);
    timer.unref();
  }

  async function drainAll(client: RendezvousClient): Promise<void> {
    let after = 0n;
    for (;;) {
      const page = await client.drain({ after, limit: MAX_DRAIN_ITEMS }, { signal: stopped.signal });
      const last = page.mail.at(-1);
      if (last === undefined) return;
      // Numbers that do not grow would make us read for ever.
      if (page.mail.some((mail, i) => mail.sequence <= (page.mail[i - 1]?.sequence ?? after))) {
        throw new MiyuError('protocol-violation');
      }
      failpoint('drain-received');
      await takePage(page.mail);
      failpoint('drain-committed');
      await client.acknowledge({ upTo: last.sequence }, { signal: stopped.signal });
      failpoint('drain-acknowledged');
      context.log.info('mail-drained', { count: page.mail.length });
      after = last.sequence;
      if (!page.more) return;
    }
  }

  async function takePage(mails: readonly Mail[]): Promise<void> {
    const byLane = new Map<Lane, { decoded: DecodedEnvelope[]; unopened: Uint8Array[] }>();
    for (const mail of mails) {
      const lane = ports.laneOf(mail.depositor);
      if (lane === undefined) {
        context.log.info('mail-from-stranger', { account: shortId(mail.depositor) });
        continue;
      }
      const group = byLane.get(lane) ?? { decoded: [], unopened: [] };
      byLane.set(lane, group);
      try {
        const envelope = decodeEnvelope(mail.envelope);
        group.decoded.push(envelope);
        ports.drains.seen(envelope.id);
      } catch (error) {
        if (!(error instanceof MiyuError)) throw error;
        const id = sha256(mail.envelope);
        group.unopened.push(id);
        ports.drains.seen(id);
      }
    }
    for (const [lane, { decoded, unopened }] of byLane) {
      const { results, committed } = ports.receive(lane, decoded);
      failpoint('drain-opened');
      await committed;
      results.forEach((result, i) => {
        const envelope = decoded[i];
        if (result === 'unopened' && envelope !== undefined) unopened.push(envelope.id);
      });
      if (unopened.length > 0) ports.unopened(lane, unopened);
    }
  }

  return {
    drain,
    stop(): void {
      clearTimeout(timer);
      stopped.abort(new MiyuError('closed'));
    },
  };
}

export type MailDrain = ReturnType<typeof createMail>;
