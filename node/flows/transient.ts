/**
 * Contents that are not numbered and not kept: receipts, wishes to resend, where we stand. The ratchet's advance is on disk before they
 * leave; whether they arrive does not matter, for the next one says the same and more.
 */
import type { VerifiedBundle } from '../core/session.ts';
import { MiyuError } from '../../shared/errors.ts';
import { failpoint } from '../../shared/failpoints.ts';
import { shortId } from '../../shared/ids.ts';
import { Home } from '../../shared/wire/generated/identity.js';
import type { FlowContext, Homes } from './context.ts';
import type { Lane } from './lane.ts';
import { openSession, sealContent } from './sealing.ts';
import type { Waiting } from './ports.ts';
import type { ContactRow } from '../core/generated/rows.js';

export interface TransientPorts {
  readonly homes: Homes;
  readonly prekeysFor: (contact: Readonly<ContactRow>, waiting: Waiting) => Promise<VerifiedBundle>;
}

/** On the friend's disk, not to be opened there, at the friend's mailbox; lost: none of these, or not known. */
export type Sent = 'committed' | 'unopened' | 'stored' | 'lost';

export function createTransients(context: FlowContext, ports: TransientPorts) {
  const stopped = new AbortController();

  /** Seals and sends once; failures are logged by their code. `fresh`: in a new session, for the old one does not work. */
  async function send(lane: Lane, kind: number, body: Uint8Array, options: { fresh: boolean }): Promise<Sent> {
    try {
      return await sendOnce(lane, kind, body, options.fresh);
    } catch (error) {
      const code = error instanceof MiyuError ? error.code : 'internal';
      context.log.info('transient-lost', { account: shortId(lane.account), code });
      if (code === 'internal') context.log.fault(error);
      return 'lost';
    }
  }

  async function sendOnce(lane: Lane, kind: number, body: Uint8Array, fresh: boolean): Promise<Sent> {
    const { signal } = stopped;
    const opens = fresh || lane.sendingSession() === undefined;
    const bundle = opens ? await ports.prekeysFor(lane.contact, { signal }) : undefined;
    const { result, committed } = lane.step((draft) => {
      if (bundle !== undefined) openSession(context, lane, draft, bundle);
      const sentAt = BigInt(context.clock.wall());
      return sealContent(context, lane, draft, { kind, messageId: context.random(16), number: 0n, sentAt, body });
    });
    failpoint('transient-sealed');
    await committed;
    failpoint('transient-committed');
    if (result === undefined) throw new MiyuError('no-bundle');
    if (lane.link !== undefined) {
      await lane.link.room();
      return await lane.link.deliver(result.envelope);
    }
    const client = await ports.homes.clientFor(Home.decode(lane.contact.home), { signal });
    await client.deposit({ owner: lane.account, envelope: result.envelope }, { signal });
    failpoint('transient-sent');
    return 'stored';
  }

  return {
    send,
    stop(): void {
      stopped.abort(new MiyuError('closed'));
    },
  };
}

export type Transients = ReturnType<typeof createTransients>;
