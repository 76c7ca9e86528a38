/**
 * Contents that are not numbered and not kept: receipts, wishes to resend, where we stand. The ratchet's advance is on disk before they
 * leave. Where one does not arrive, the next one says the same and more; one that arrived and could not be opened is sealed once more. And
 * what is only whispered, to a friend who is there.
 */
import type { VerifiedBundle } from '../core/session.ts';
import { MiyuError } from '../../shared/errors.ts';
import { failpoint } from '../../shared/failpoints.ts';
import { shortId } from '../../shared/ids.ts';
import { Home } from '../../shared/wire/generated/identity.js';
import type { Stop } from './alarms.ts';
import type { FlowContext, Homes } from './context.ts';
import type { Draft, Lane } from './lane.ts';
import { openSession, sealContent } from './sealing.ts';
import type { Waiting } from './ports.ts';
import type { ContactRow } from '../core/generated/rows.js';

export interface TransientPorts {
  readonly homes: Homes;
  readonly prekeysFor: (contact: Readonly<ContactRow>, waiting: Waiting) => Promise<VerifiedBundle>;
  /** Why nothing may be sent to this contact; undefined: it may. */
  readonly stops: (account: Uint8Array) => Stop | undefined;
}

/** On the friend's disk, not to be opened there, at the friend's mailbox; lost: none of these, or not known. */
export type Sent = 'committed' | 'unopened' | 'stored' | 'lost';

export function createTransients(context: FlowContext, ports: TransientPorts) {
  const stopped = new AbortController();

  /**
   * Seals and sends; failures are logged by their code. Where the friend cannot open it (a session that one of us has forgotten), it is
   * sealed and sent once more in a new session. `fresh`: in a new one at once, for the old one does not work.
   */
  async function send(lane: Lane, kind: number, body: Uint8Array, options: { fresh: boolean }): Promise<Sent> {
    if (ports.stops(lane.account) !== undefined) return 'lost';
    try {
      const sent = await sendOnce(lane, kind, body, options.fresh);
      return sent === 'unopened' && !options.fresh ? await sendOnce(lane, kind, body, true) : sent;
    } catch (error) {
      const code = error instanceof MiyuError ? error.code : 'internal';
      context.log.info('transient-lost', { account: shortId(lane.account), code });
      if (code === 'internal') context.log.fault(error);
      return 'lost';
    }
  }

  /**
   * What is worth something at once or not at all: over the link that is up, in the session that is there, where there is room; else it
   * is dropped. It shares the disk's work with others, so that no message waits for it. Never rejects.
   */
  async function whisper(lane: Lane, kind: number, body: Uint8Array): Promise<void> {
    const { link } = lane;
    if (link?.hasRoom !== true || lane.standing !== undefined || lane.isAdrift) return;
    if (ports.stops(lane.account) !== undefined) return;
    if (lane.sendingSession() === undefined) return;
    try {
      const result = await onDisk(lane, (draft) => sealTransient(lane, draft, kind, body), { lazy: true });
      if (result !== undefined && lane.link === link && link.hasRoom) await link.deliver(result.envelope);
    } catch (error) {
      if (!(error instanceof MiyuError)) context.log.fault(error);
    }
  }

  /** What a step has sealed, once the ratchet's advance is on disk. */
  async function onDisk<T>(lane: Lane, seal: (draft: Draft) => T, options?: { readonly lazy: boolean }): Promise<T> {
    const { result, committed } = lane.step(seal, options);
    failpoint('transient-sealed');
    await committed;
    failpoint('transient-committed');
    return result;
  }

  const sealTransient = (lane: Lane, draft: Draft, kind: number, body: Uint8Array) =>
    sealContent(context, lane, draft, {
      ...{ kind, messageId: context.random(16), number: 0n, body },
      sentAt: BigInt(context.clock.wall()),
    });

  async function sendOnce(lane: Lane, kind: number, body: Uint8Array, fresh: boolean): Promise<Sent> {
    const { signal } = stopped;
    const opens = fresh || lane.sendingSession() === undefined;
    const bundle = opens ? await ports.prekeysFor(lane.contact, { signal }) : undefined;
    const result = await onDisk(lane, (draft) => {
      // While the bundle was fetched, another may have opened one.
      if (bundle !== undefined && (fresh || lane.sendingSession() === undefined))
        openSession(context, lane, draft, bundle);
      return sealTransient(lane, draft, kind, body);
    });
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
    whisper,
    stop(): void {
      stopped.abort(new MiyuError('closed'));
    },
  };
}

export type Transients = ReturnType<typeof createTransients>;
