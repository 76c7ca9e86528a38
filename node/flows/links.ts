/**
 * Direct links to friends and the presence that follows from them: up while both run, looked for while not (seeking.ts).
 * Presence is ours alone: nothing of it is told to a server.
 */
import type { ContactRow } from '../core/generated/rows.js';
import { observedAddress } from '../core/candidates.ts';
import type { IpNetwork } from '../core/ip.ts';
import type { RecordVersion } from '../core/paths.ts';
import { RELATION } from '../core/rows.ts';
import { openCertificate } from '../../shared/crypto/statements.ts';
import { equalBytes, shortId } from '../../shared/ids.ts';
import { isMiyuError, MiyuError } from '../../shared/errors.ts';
import { DeviceCertificate, Signed } from '../../shared/wire/generated/identity.js';
import { MAX_ADDRESSES } from '../../shared/wire/limits.ts';
import { GOODBYE } from '../../shared/wire/protocols.ts';
import type { AddressSource } from './address-sources.ts';
import type { FlowContext } from './context.ts';
import type { Lane } from './lane.ts';
import { Mailboxes } from './mailboxes.ts';
import type { ChatLink, ChatLinkHandlers, ChatLinks, LinkPath, LinkPrekeys } from './ports.ts';
import { createSeeking, type SearchView } from './seeking.ts';
import { upgrade, UpgradeTurns } from './upgrades.ts';

/** Whoever announces a friend's PeerId again and again, with other addresses, makes us dial so often within this time, and no more. */
const TOLD_WITHIN_MS = 10_000;
const MOST_TOLD = 3;

export type Presence = 'online' | 'mailbox' | 'unreachable';

export interface PresenceView {
  readonly presence: Presence;
  readonly path: LinkPath | null;
  readonly address: string | null;
}

export interface LinkPorts {
  readonly links: ChatLinks;
  readonly lanes: () => Iterable<Lane>;
  readonly laneOf: (account: Uint8Array) => Lane | undefined;
  /** Who is asked where a friend is, the one that is believed most first. */
  readonly sources: readonly AddressSource[];
  /** Of this host's interfaces. */
  readonly networks: () => readonly IpNetwork[];
  readonly receive: (lane: Lane, envelopes: readonly Uint8Array[], link: ChatLink) => Promise<readonly number[]>;
  readonly onPresence: (lane: Lane, view: PresenceView) => void;
  readonly onUp: (lane: Lane) => void;
  readonly onHeads: (lane: Lane, heads: readonly Uint8Array[]) => void;
  /** @throws MiyuError with a code of the wire */
  readonly prekeysWanted: (lane: Lane) => Promise<LinkPrekeys>;
}

/** Whom we hold a link with: friends, those we asked, and those that must still hear that it is over. */
const links = (contact: ContactRow): boolean =>
  !contact.blocked &&
  (contact.relation === RELATION.friend ||
    contact.relation === RELATION.requested ||
    contact.relation === RELATION.closing);

export function createLinks(context: FlowContext, ports: LinkPorts) {
  const mailboxes = new Mailboxes(context, {
    lanes: ports.lanes,
    onChange(lane) {
      if (lane.link === undefined) ports.onPresence(lane, view(lane));
    },
  });
  /** When a link ended that we had dialled, or that nobody had ended, on the monotonic clock, and none came since. */
  const lostAt = new WeakMap<Lane, number>();
  const seeking = createSeeking(context, {
    ...{ links: ports.links, sources: ports.sources, networks: ports.networks },
    remember(lane, addresses) {
      const known = lane.contact.addresses;
      // What worked last stays beside what was signed last: all else is older than both.
      const all = [...new Set([...addresses, ...known.slice(0, 1)])].slice(0, MAX_ADDRESSES);
      const isKnown = all.length === known.length && all.every((address) => known.includes(address));
      if (!isKnown && lane.contact.relation !== RELATION.removed) {
        note(lane, (contact) => ({ ...contact, addresses: all }), { lazy: true });
      }
    },
    close: leave,
  });
  let isStopped = false;
  const stopped = new AbortController();
  const turns = new UpgradeTurns();
  const toldAt = new WeakMap<Lane, readonly number[]>();
  const listening: (() => void)[] = [];

  function view(lane: Lane): PresenceView {
    const { link } = lane;
    if (link !== undefined) return { presence: 'online', path: link.path, address: link.address };
    return { presence: mailboxes.works(lane) ? 'mailbox' : 'unreachable', path: null, address: null };
  }

  const handlers: ChatLinkHandlers = {
    certificate: () => Signed.encode(context.own().certificate),
    authorize(certificate, remotePeer) {
      const lane = ports.laneOf(claimedAccount(certificate));
      if (lane === undefined || !links(lane.contact)) return undefined;
      const opened = verified(lane, certificate);
      if (opened === undefined || !equalBytes(opened.device, remotePeer)) return undefined;
      return opened.epoch < lane.contact.epoch ? undefined : { account: lane.account };
    },
    onLink(link) {
      const lane = ports.laneOf(link.account);
      if (lane === undefined || isStopped) {
        void link.close(2).catch(() => undefined);
        return;
      }
      up(lane, link);
    },
    async onDeliver(link, envelopes) {
      const lane = ports.laneOf(link.account);
      if (lane === undefined) throw new MiyuError('not-friends');
      return ports.receive(lane, envelopes, link);
    },
    async onPrekeysWanted(link) {
      const lane = ports.laneOf(link.account);
      if (lane === undefined) throw new MiyuError('not-friends');
      return ports.prekeysWanted(lane);
    },
    onHeads(link, heads) {
      const lane = ports.laneOf(link.account);
      if (lane !== undefined) ports.onHeads(lane, heads);
    },
  };

  function verified(lane: Lane, certificate: Uint8Array) {
    try {
      const opened = openCertificate(Signed.decode(certificate), lane.contact.identityKey);
      return equalBytes(opened.account, lane.account) ? opened : undefined;
    } catch {
      return undefined;
    }
  }

  /** Whose certificate it claims to be: tells which pinned key must verify it, and nothing more. */
  function claimedAccount(certificate: Uint8Array): Uint8Array {
    try {
      return DeviceCertificate.decode(Signed.decode(certificate).payload).account;
    } catch {
      return new Uint8Array(0);
    }
  }

  function up(lane: Lane, link: ChatLink): void {
    const opened = verified(lane, link.certificate);
    const newer = opened !== undefined && opened.epoch > lane.contact.epoch;
    const known = lane.contact.addresses;
    // Where it was reached, or may be.
    const address = link.dialled ? link.address : observedAddress(link.address, known);
    const isNews = address !== undefined && known[0] !== address;
    lane.link = link;
    lostAt.delete(lane);
    // One of an earlier device ends with this: the two ends keep one link between two devices by themselves.
    seeking.dispatch(lane, { event: 'up', link });
    void link.closed.then((reason) => {
      down(lane, link, reason);
    });
    if (newer || isNews) {
      note(lane, (contact) => ({
        ...contact,
        ...(newer ? { certificate: link.certificate, device: opened.device, epoch: opened.epoch } : {}),
        ...(isNews ? { addresses: [...new Set([address, ...contact.addresses])].slice(0, MAX_ADDRESSES) } : {}),
      }));
    }
    if (known.length === 0 && !link.dialled) seeking.learn(lane);
    context.log.info('link-up', { account: shortId(lane.account), path: link.path });
    ports.onPresence(lane, view(lane));
    ports.onUp(lane);
    if (link.path !== 'relayed') return;
    const { links: dialler, sources, networks } = ports;
    void upgrade(context, lane, link, { links: dialler, sources, networks, turns, signal: stopped.signal });
  }

  /** What a link tells of a contact; where the disk takes nothing just now, the next link tells it again. */
  function note(lane: Lane, change: (contact: ContactRow) => ContactRow, options?: { readonly lazy: boolean }): void {
    try {
      const { committed } = lane.step((draft) => {
        lane.contact = change(lane.contact);
        draft.contact = true;
      }, options);
      committed.catch(() => undefined);
    } catch (error) {
      if (!isMiyuError(error, 'store-failed')) throw error;
    }
  }

  function seenNow(lane: Lane, options?: { readonly lazy: boolean }): void {
    note(lane, (contact) => ({ ...contact, lastSeen: BigInt(context.clock.wall()) }), options);
  }

  /** The friend has a newer device now: the link to the older one ends, whatever it believes itself. */
  function leaveOlder(lane: Lane): void {
    const { link } = lane;
    if (link === undefined) return;
    const opened = verified(lane, link.certificate);
    if (opened === undefined || opened.epoch >= lane.contact.epoch) return;
    context.log.info('link-older', { account: shortId(lane.account) });
    down(lane, link, GOODBYE.replaced);
    leave(link);
  }

  function leave(link: ChatLink): void {
    void link.close(GOODBYE.replaced).catch(() => undefined);
  }

  function down(lane: Lane, link: ChatLink, reason: number | undefined): void {
    if (lane.link !== link) return;
    lane.link = undefined;
    if (reason === undefined || link.dialled) lostAt.set(lane, context.clock.monotonic());
    for (const number of lane.entries.keys()) lane.noted(number, { event: 'link-lost', link });
    context.log.info('link-down', { account: shortId(lane.account), reason: reason ?? 0 });
    if (isStopped || ports.laneOf(lane.account) !== lane) return;
    seenNow(lane, { lazy: true });
    ports.onPresence(lane, view(lane));
    seeking.dispatch(lane, { event: 'down', link, how: endOf(reason) });
    if (!links(lane.contact)) seeking.dispatch(lane, { event: 'rest' });
    ports.onUp(lane);
  }

  /** A goodbye says that dialling at once is of no use; a broken link is tried again soon. */
  function endOf(reason: number | undefined): 'broken' | 'goodbye' | 'replaced' {
    if (reason === undefined) return 'broken';
    return reason === GOODBYE.replaced ? 'replaced' : 'goodbye';
  }

  function seek(lane: Lane, fresh: boolean): void {
    if (isStopped || lane.link !== undefined) return;
    seeking.dispatch(lane, links(lane.contact) ? { event: 'seek', fresh } : { event: 'rest' });
  }

  /** Somebody has heard of a device without being asked. */
  function appeared(device: Uint8Array, addresses: readonly string[], record?: RecordVersion): void {
    if (isStopped) return;
    for (const lane of ports.lanes()) {
      if (!links(lane.contact) || !equalBytes(lane.contact.device, device)) continue;
      if (record !== undefined) seeking.dispatch(lane, { event: 'learned', addresses, record });
      if (lane.link === undefined) {
        const now = context.clock.monotonic();
        const lately = (toldAt.get(lane) ?? []).filter((at) => now - at < TOLD_WITHIN_MS);
        if (lately.length >= MOST_TOLD) continue;
        toldAt.set(lane, [...lately, now]);
        seeking.dispatch(lane, { event: 'told', addresses });
      }
    }
  }

  return {
    start(): void {
      ports.links.start(handlers);
      for (const source of ports.sources) {
        const forget = source.onFound?.(appeared);
        if (forget !== undefined) listening.push(forget);
      }
      // Who was there last is there most likely.
      const lanes = [...ports.lanes()].sort((a, b) => Number(b.contact.lastSeen - a.contact.lastSeen));
      for (const lane of lanes) seek(lane, false);
    },
    view,
    /** Since the last link ended that we had dialled, or that broke or fell silent, milliseconds; null: there was none, or there is another. */
    lostMs(lane: Lane): number | null {
      const at = lostAt.get(lane);
      return at === undefined ? null : context.clock.monotonic() - at;
    },
    /** How a friend without a link is looked for; undefined: there is a link, or none is wanted. */
    search: (lane: Lane): SearchView | undefined => (links(lane.contact) ? seeking.view(lane) : undefined),
    /** Something changed that makes a new try worth while (server back, contact new, addresses told). */
    retry(lane: Lane): void {
      leaveOlder(lane);
      seeking.renewed(lane);
      seek(lane, true);
    },
    /** Our own network has changed, or this machine has slept: nobody waits for what failed before. */
    moved(): void {
      if (isStopped) return;
      for (const lane of ports.lanes()) if (links(lane.contact)) seeking.dispatch(lane, { event: 'moved' });
    },
    /** A link that is up, or comes up within the time; undefined at once where an attempt has just failed. */
    async reach(lane: Lane, waitMs: number): Promise<ChatLink | undefined> {
      if (lane.link !== undefined) return lane.link;
      seek(lane, false);
      await seeking.settled(lane, waitMs);
      return lane.link;
    },
    mailboxes,
    forget(lane: Lane): void {
      seeking.forget(lane);
      mailboxes.forget(lane);
    },
    /** Says goodbye to everyone and dials no more. */
    async stop(reason: number): Promise<void> {
      isStopped = true;
      stopped.abort(new MiyuError('closed'));
      for (const forget of listening.splice(0)) forget();
      seeking.stop();
      const linked = [...ports.lanes()].filter(({ link }) => link !== undefined);
      const open = linked.flatMap(({ link }) => (link === undefined ? [] : [link]));
      // Looked for first at the next start, and not behind all who were last here before them.
      for (const lane of linked) seenNow(lane);
      await Promise.allSettled(open.map((link) => link.close(reason)));
    },
  };
}

export type Links = ReturnType<typeof createLinks>;
