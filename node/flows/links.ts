/**
 * Direct links to friends and the presence that follows from them: up while both run, dialled again with back-off while not.
 * Presence is ours alone: nothing of it is told to a server.
 */
import type { ContactRow } from '../core/generated/rows.js';
import { RELATION } from '../core/rows.ts';
import { openCertificate } from '../../shared/crypto/statements.ts';
import { equalBytes, shortId } from '../../shared/ids.ts';
import { isMiyuError, MiyuError } from '../../shared/errors.ts';
import { DeviceCertificate, Signed } from '../../shared/wire/generated/identity.js';
import { GOODBYE } from '../../shared/wire/protocols.ts';
import { backOff } from './back-off.ts';
import type { FlowContext } from './context.ts';
import type { Lane } from './lane.ts';
import type { ChatLink, ChatLinkHandlers, ChatLinks, LanFinder, LinkPath, Waiting } from './ports.ts';

const FIRST_REDIAL_MS = 1_000;
const LONGEST_REDIAL_MS = 5 * 60_000;
/** A link that broke without a goodbye is looked for often at first: a network that comes back is used within seconds. */
const MISSED_REDIAL_MS = 5_000;
const MISSED_FOR_MS = 10 * 60_000;
/** After a failed dial, sending does not wait for another one before this much time is over. */
const DIAL_COOL_DOWN_MS = 15_000;
/** Share of a wait that the last known addresses get before the directory is asked. */
const KNOWN_ADDRESS_MS = 1_500;
const DIAL_MS = 8_000;
/** Whoever announces a friend's PeerId again and again, with other addresses, makes us dial no more often than this. */
const FOUND_PAUSE_MS = 2_000;
/** Dials under way at once: a start with hundreds of friends must not be a storm. */
const MAX_DIALS = 8;

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
  /** Present addresses of a friend: directory, else DHT; verified. */
  /** Who announces himself on the LAN. */
  readonly lan?: Pick<LanFinder, 'addressesOf' | 'onFound'>;
  readonly findAddresses: (contact: Readonly<ContactRow>, waiting: Waiting) => Promise<readonly string[]>;
  readonly receive: (lane: Lane, envelopes: readonly Uint8Array[], link: ChatLink) => Promise<readonly number[]>;
  readonly onPresence: (lane: Lane, view: PresenceView) => void;
  readonly onUp: (lane: Lane) => void;
  readonly onHeads: (lane: Lane, heads: readonly Uint8Array[]) => void;
}

interface Dialling {
  failures: number;
  failedAt: number;
  /** Monotonic milliseconds at which what the LAN told was dialled. */
  foundAt: number;
  /** Monotonic milliseconds at which a link broke without a goodbye; -Infinity: none did. */
  missedAt: number;
  timer: NodeJS.Timeout | undefined;
  attempt: Promise<ChatLink | undefined> | undefined;
  mailbox: boolean;
}

/** Whom we hold a link with: friends, those we asked, and those that must still hear that it is over. */
const links = (contact: ContactRow): boolean =>
  !contact.blocked &&
  (contact.relation === RELATION.friend ||
    contact.relation === RELATION.requested ||
    contact.relation === RELATION.closing);

export function createLinks(context: FlowContext, ports: LinkPorts) {
  const states = new Map<Lane, Dialling>();
  const stopped = new AbortController();
  const waitingDials: (() => void)[] = [];
  let dials = 0;
  let forgetLan: (() => void) | undefined;

  const stateOf = (lane: Lane): Dialling => {
    let state = states.get(lane);
    if (state === undefined) {
      state = {
        failures: 0,
        failedAt: -Infinity,
        foundAt: -Infinity,
        missedAt: -Infinity,
        timer: undefined,
        attempt: undefined,
        mailbox: true,
      };
      states.set(lane, state);
    }
    return state;
  };

  function view(lane: Lane): PresenceView {
    const { link } = lane;
    if (link !== undefined) return { presence: 'online', path: link.path, address: link.address };
    return { presence: stateOf(lane).mailbox ? 'mailbox' : 'unreachable', path: null, address: null };
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
      if (lane === undefined || stopped.signal.aborted) {
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
    const state = stateOf(lane);
    const opened = verified(lane, link.certificate);
    const newer = opened !== undefined && opened.epoch > lane.contact.epoch;
    const addresses = link.dialled ? [link.address, ...lane.contact.addresses.filter((a) => a !== link.address)] : [];
    const known = link.dialled && lane.contact.addresses[0] === link.address;
    const earlier = lane.link;
    lane.link = link;
    // Of another device: the two ends keep one link between two devices by themselves.
    if (earlier !== undefined && earlier !== link) leave(earlier);
    state.failures = 0;
    clearTimeout(state.timer);
    state.timer = undefined;
    void link.closed.then((reason) => {
      down(lane, link, reason);
    });
    if (newer || (link.dialled && !known)) {
      note(lane, (contact) => ({
        ...contact,
        ...(newer ? { certificate: link.certificate, device: opened.device, epoch: opened.epoch } : {}),
        ...(link.dialled ? { addresses: addresses.slice(0, 8) } : {}),
      }));
    }
    context.log.info('link-up', { account: shortId(lane.account), path: link.path });
    ports.onPresence(lane, view(lane));
    ports.onUp(lane);
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

  const leave = (link: ChatLink): void => void link.close(GOODBYE.replaced).catch(() => undefined);

  function down(lane: Lane, link: ChatLink, reason: number | undefined): void {
    if (lane.link !== link) return;
    lane.link = undefined;
    for (const number of lane.entries.keys()) lane.noted(number, { event: 'link-lost', link });
    context.log.info('link-down', { account: shortId(lane.account), reason: reason ?? 0 });
    if (stopped.signal.aborted || ports.laneOf(lane.account) !== lane) return;
    note(lane, (contact) => ({ ...contact, lastSeen: BigInt(context.clock.wall()) }), { lazy: true });
    ports.onPresence(lane, view(lane));
    // A goodbye says that dialling at once is of no use; a broken link is tried again soon.
    stateOf(lane).missedAt = reason === undefined ? context.clock.monotonic() : -Infinity;
    redialLater(lane, reason === undefined ? 1 : 4);
    ports.onUp(lane);
  }

  function redialLater(lane: Lane, atLeast = 0): void {
    const state = stateOf(lane);
    if (stopped.signal.aborted || state.timer !== undefined || !links(lane.contact)) return;
    state.failures = Math.max(state.failures, atLeast);
    const isMissed = context.clock.monotonic() - state.missedAt < MISSED_FOR_MS;
    const longest = isMissed ? MISSED_REDIAL_MS : LONGEST_REDIAL_MS;
    state.timer = setTimeout(
      () => {
        state.timer = undefined;
        void attempt(lane);
      },
      backOff(state.failures, FIRST_REDIAL_MS, longest, context.random),
    );
    state.timer.unref();
  }

  /** One attempt at a time per friend; resolves with the link or undefined, never rejects. */
  function attempt(lane: Lane): Promise<ChatLink | undefined> {
    const state = stateOf(lane);
    if (lane.link !== undefined) return Promise.resolve(lane.link);
    if (!links(lane.contact) || stopped.signal.aborted) return Promise.resolve(undefined);
    state.attempt ??= limited(() => dial(lane))
      .catch((error: unknown) => {
        const code = error instanceof MiyuError ? error.code : 'internal';
        if (code === 'internal') context.log.fault(error);
        return undefined;
      })
      .then((link) => {
        state.attempt = undefined;
        if (link === undefined && lane.link === undefined) {
          state.failures += 1;
          state.failedAt = context.clock.monotonic();
          redialLater(lane);
        }
        return lane.link ?? link;
      });
    return state.attempt;
  }

  async function limited<T>(work: () => Promise<T>): Promise<T> {
    if (dials >= MAX_DIALS) {
      await new Promise<void>((resolve) => {
        waitingDials.push(resolve);
      });
    }
    dials += 1;
    try {
      return await work();
    } finally {
      dials -= 1;
      waitingDials.shift()?.();
    }
  }

  async function dial(lane: Lane): Promise<ChatLink | undefined> {
    const { device } = lane.contact;
    const addresses = [...new Set([...(ports.lan?.addressesOf(device) ?? []), ...lane.contact.addresses])];
    const { signal } = stopped;
    if (addresses.length > 0) {
      const link = await ports.links.dial(device, addresses, { signal, timeoutMs: KNOWN_ADDRESS_MS }).catch(soft);
      if (link !== undefined) return link;
    }
    const found = await ports.findAddresses(lane.contact, { signal, timeoutMs: DIAL_MS }).catch(soft);
    if (lane.link !== undefined) return lane.link;
    if (found === undefined || found.length === 0) return undefined;
    return ports.links.dial(lane.contact.device, found, { signal, timeoutMs: DIAL_MS }).catch(soft);
  }

  /** A friend's device is on the LAN: it is dialled there at once, whatever else is under way or waits for its time. */
  function found(device: Uint8Array, addresses: readonly string[]): void {
    const lane = [...ports.lanes()].find(({ contact }) => links(contact) && equalBytes(contact.device, device));
    if (lane === undefined || lane.link !== undefined || stopped.signal.aborted) return;
    const state = stateOf(lane);
    const now = context.clock.monotonic();
    if (now - state.foundAt < FOUND_PAUSE_MS) return;
    state.foundAt = now;
    const waiting: Waiting = { signal: stopped.signal, timeoutMs: DIAL_MS };
    limited(() => ports.links.dial(device, addresses, waiting).catch(soft)).catch((error: unknown) => {
      context.log.fault(error);
    });
  }

  /** Not reached is an expected outcome here. */
  function soft(error: unknown): undefined {
    if (!(error instanceof MiyuError)) throw error;
    return undefined;
  }

  return {
    start(): void {
      ports.links.start(handlers);
      forgetLan = ports.lan?.onFound(found);
      for (const lane of ports.lanes()) void attempt(lane);
    },
    view,
    /** Something changed that makes a new try worth while (server back, contact new, addresses told). */
    retry(lane: Lane): void {
      leaveOlder(lane);
      const state = stateOf(lane);
      state.failures = 0;
      clearTimeout(state.timer);
      state.timer = undefined;
      void attempt(lane);
    },
    async reach(lane: Lane, waitMs: number): Promise<ChatLink | undefined> {
      if (lane.link !== undefined) return lane.link;
      const state = stateOf(lane);
      const justFailed = context.clock.monotonic() - state.failedAt < DIAL_COOL_DOWN_MS;
      if (state.attempt === undefined && justFailed) return undefined;
      let timer: NodeJS.Timeout | undefined;
      const end = new Promise<undefined>((resolve) => {
        timer = setTimeout(resolve, waitMs, undefined);
      });
      const link = await Promise.race([attempt(lane), end]);
      clearTimeout(timer);
      return link;
    },
    mailboxSeen(lane: Lane, works: boolean): void {
      const state = stateOf(lane);
      if (state.mailbox === works) return;
      state.mailbox = works;
      if (lane.link === undefined) ports.onPresence(lane, view(lane));
    },
    forget(lane: Lane): void {
      clearTimeout(states.get(lane)?.timer);
      states.delete(lane);
    },
    /** Says goodbye to everyone and dials no more. */
    async stop(reason: number): Promise<void> {
      stopped.abort(new MiyuError('closed'));
      forgetLan?.();
      for (const state of states.values()) clearTimeout(state.timer);
      for (const resolve of waitingDials.splice(0)) resolve();
      const open = [...ports.lanes()].flatMap((lane) => (lane.link === undefined ? [] : [lane.link]));
      await Promise.allSettled(open.map((link) => link.close(reason)));
    },
  };
}

export type Links = ReturnType<typeof createLinks>;
