/**
 * The message side of a peer put together: lanes, delivery, links, mailbox, receipts. app.ts hands in the network and the
 * account side; nothing here knows how they work.
 */
import { decodeText, checkText } from '../core/content.ts';
import { encodeStyledText, type MessageStyle } from '../core/message-content.ts';
import type { ChatRow, ContactRow, HistoryRow } from '../core/generated/rows.js';
import type { IpNetwork } from '../core/ip.ts';
import { PATH, RELATION, STATE } from '../core/rows.ts';
import { decodeEnvelope, type DecodedEnvelope, type VerifiedBundle } from '../core/session.ts';
import { MiyuError, type ErrorCode } from '../../shared/errors.ts';
import { failpoint } from '../../shared/failpoints.ts';
import { equalBytes, shortId } from '../../shared/ids.ts';
import { Home } from '../../shared/wire/generated/identity.js';
import { CONTENT } from '../../shared/wire/protocols.ts';
import type { AddressSource } from './address-sources.ts';
import type { Stop } from './alarms.ts';
import { createActs, needShown } from './acts.ts';
import { changeChat, checkDraft } from './chats.ts';
import { openContacts } from './contacts.ts';
import type { FlowContext, Homes, OwnPrekeys } from './context.ts';
import { createDelivery, pathOf } from './deliver.ts';
import type { Lane } from './lane.ts';
import { mendHistory } from './history-repair.ts';
import { mendLane } from './lane-repair.ts';
import type { HomeNews } from './homes.ts';
import { createLinks, type PresenceView } from './links.ts';
import { createMail } from './mail.ts';
import type { ChatLink, ChatLinks, Waiting, LinkPrekeys } from './ports.ts';
import { markRead } from './reading.ts';
import { wasCopiedBack } from './read-agreement.ts';
import { receiveEnvelopes, type ReceiveHooks } from './receive.ts';
import { readReceipt } from './receipts.ts';
import type { SearchView } from './seeking.ts';
import { sentState, type SentState } from './sent-states.ts';
import { settle } from './settle.ts';
import { createStands } from './stand.ts';
import { refOf } from './targets.ts';
import { createTexts, type SentText } from './texts.ts';
import { createTransients } from './transient.ts';
import { createTyping } from './typing.ts';
import type { VaultNotes } from './vault-notes.ts';
import { createWishes } from './wishes.ts';
import { createWithheldWatch } from './withheld.ts';

/** Outbox rows, an envelope in each, that one batch takes back from a server that may have lost them. */
const UNSTORE_STEP = 64;

export interface MessagingPorts {
  readonly homes: Homes;
  readonly links: ChatLinks;
  readonly prekeys: OwnPrekeys;
  readonly prekeysFor: (contact: Readonly<ContactRow>, waiting: Waiting) => Promise<VerifiedBundle>;
  /** The friend asks for ours, over a link. @throws MiyuError with a code of the wire */
  readonly prekeysWanted: (contact: Readonly<ContactRow>) => Promise<LinkPrekeys>;
  /** Who is asked where a friend is, and this host's own networks. */
  readonly sources: readonly AddressSource[];
  readonly networks: () => readonly IpNetwork[];
  readonly onPresence: (contact: Readonly<ContactRow>, view: PresenceView) => void;
  /** The friend types, or has stopped. */
  readonly onTyping: (contact: Readonly<ContactRow>, active: boolean) => void;
  /** How the person has the chat with this contact has changed. */
  readonly onChat: (contact: Readonly<ContactRow>) => void;
  /** The person's switches (PROTOCOL.md section 12): what is not told is not taken from a friend either. */
  readonly tellsRead: () => boolean;
  readonly tellsTyping: () => boolean;
  /** Why nothing may be sent to this contact: what waits goes on waiting; undefined: it may. */
  readonly stops: (account: Uint8Array) => Stop | undefined;
  /** A link to this contact is up, or the friend has told heads of transparency logs on it. */
  readonly onLinkUp: (contact: Readonly<ContactRow>, link: ChatLink) => void;
  readonly onHeads: (contact: Readonly<ContactRow>, heads: readonly Uint8Array[]) => void;
  /** What friends witness of our sealed vault; absent: nothing. */
  readonly notes?: VaultNotes;
}

/** How a text looks, and where what it answers stands. */
export interface TextForm {
  readonly style?: MessageStyle | null;
  readonly replyTo?: bigint;
}

export function createMessaging(context: FlowContext, ports: MessagingPorts) {
  const contacts = openContacts(context, {
    kick: (lane) => {
      delivery.kick(lane);
    },
    forget(lane) {
      delivery.forget(lane);
      links.forget(lane);
      stands.forget(lane);
      withheld.forget(lane);
      typing.forget(lane);
      wishes.forget(lane);
    },
    chatChanged(lane) {
      ports.onChat(lane.contact);
    },
  });

  const transients = createTransients(context, ports);
  const texts = createTexts(context, isFriend);
  const isPresent = (lane: Lane): boolean => contacts.laneOf(lane.account) === lane;
  const wishes = createWishes(context, { transients, isPresent });

  const acts = createActs(context, {
    need: contacts.need,
    isFriend,
    kick: (lane) => {
      delivery.kick(lane);
    },
  });

  const withheld = createWithheldWatch(context, {
    transients,
    drain: () => void mail.drain(),
  });
  const stands = createStands(context, {
    transients,
    withheld,
    isPresent,
    tellsRead: ports.tellsRead,
    ...(ports.notes === undefined ? {} : { notes: ports.notes }),
  });
  const typing = createTyping(context, {
    transients,
    isOn: ports.tellsTyping,
    onTyping: (lane, active) => {
      ports.onTyping(lane.contact, active);
    },
  });

  const links = createLinks(context, {
    links: ports.links,
    lanes: contacts.lanes,
    laneOf: contacts.laneOf,
    ...{ sources: ports.sources, networks: ports.networks },
    receive: receiveFromLink,
    onPresence: (lane, view) => {
      ports.onPresence(lane.contact, view);
    },
    onUp: (lane) => {
      stands.linkChanged(lane);
      if (lane.link !== undefined) ports.onLinkUp(lane.contact, lane.link);
      typing.hide(lane);
      delivery.kick(lane, true);
    },
    onHeads: (lane, heads) => {
      ports.onHeads(lane.contact, heads);
    },
    prekeysWanted: (lane) => ports.prekeysWanted(lane.contact),
  });

  const delivery = createDelivery(context, {
    homes: ports.homes,
    reach: (lane, waitMs) => links.reach(lane, waitMs),
    prekeysFor: ports.prekeysFor,
    mailboxSeen: (lane, works) => {
      links.mailboxes.seen(lane, works);
    },
    stops: ports.stops,
    mend: (lane) => mend(lane),
    emptied: (lane) => {
      contacts.emptied(lane);
    },
  });

  const mail = createMail(context, {
    homes: ports.homes,
    laneOf: contacts.laneOf,
    receive: (lane, envelopes) => receiveEnvelopes(context, hooks, lane, envelopes, PATH.mailbox),
    unopened: wishes.unopened,
    drains: withheld,
  });

  const hooks: ReceiveHooks = {
    prekeys: ports.prekeys,
    control: contacts.control,
    owesStand: (lane) => {
      stands.owes(lane);
    },
    came(lane) {
      stands.came(lane);
      typing.hide(lane);
    },
    asksStand: (lane) => {
      stands.ask(lane);
    },
    stand: (lane, draft, content) => {
      stands.apply(lane, draft, content);
    },
    typing: (lane, draft, content) => {
      typing.apply(lane, draft, content);
    },
    takesRead: ports.tellsRead,
    gap: wishes.gap,
    moved: (lane) => {
      delivery.kick(lane);
    },
    changed(before, after) {
      const lane = contacts.laneOf(after.account);
      if (lane === undefined) return;
      // Another device, or a friend since now: what waits must go to it.
      if (before.epoch !== after.epoch || before.relation !== after.relation) {
        delivery.kick(lane, true);
        links.retry(lane);
      }
    },
  };

  /** How many contents are lost. */
  async function mend(lane: Lane): Promise<number> {
    const { rows, lost } = await mendLane(context, lane);
    if (rows === 0) return 0;
    context.log.warn('lane-mended', { account: shortId(lane.account), count: rows });
    // What was held is asked for, and both sides compare.
    stands.ask(lane);
    return lost;
  }

  function isFriend(lane: Lane): boolean {
    return isPresent(lane) && lane.contact.relation === RELATION.friend;
  }

  async function receiveFromLink(
    lane: Lane,
    envelopes: readonly Uint8Array[],
    link: ChatLink,
  ): Promise<readonly number[]> {
    const decoded: DecodedEnvelope[] = [];
    const places: number[] = [];
    const unopened: number[] = [];
    envelopes.forEach((bytes, i) => {
      try {
        decoded.push(decodeEnvelope(bytes));
        places.push(i);
      } catch (error) {
        if (!(error instanceof MiyuError)) throw error;
        unopened.push(i);
      }
    });
    failpoint('receive-arrived');
    const { results, committed } = receiveEnvelopes(context, hooks, lane, decoded, pathOf(link.path));
    failpoint('receive-opened');
    await committed;
    failpoint('receive-committed');
    results.forEach((result, i) => {
      const place = places[i];
      if (result === 'unopened' && place !== undefined) unopened.push(place);
    });
    return unopened.sort((a, b) => a - b);
  }

  return {
    contacts: contacts.contacts,
    clearHistory: contacts.clearHistory,
    resumeClearing: contacts.resumeClearing,
    lanes: contacts.lanes,
    /** Friends who are there hear soon where we stand, and what else a Stand says. */
    tellStands(): void {
      for (const lane of contacts.lanes()) if (lane.link !== undefined && isFriend(lane)) stands.owes(lane);
    },
    /** Since the last link to that friend ended that we had dialled, or that broke or fell silent, milliseconds; null: there is none. */
    lostMs: (account: Uint8Array): number | null => {
      const lane = contacts.laneOf(account);
      return lane === undefined ? null : links.lostMs(lane);
    },
    presence: (account: Uint8Array): PresenceView => {
      const lane = contacts.laneOf(account);
      return lane === undefined ? { presence: 'unreachable', path: null, address: null } : links.view(lane);
    },
    /** How a contact without a path is looked for; undefined: there is one, or none is looked for. */
    search: (account: Uint8Array): SearchView | undefined => {
      const lane = contacts.laneOf(account);
      return lane === undefined ? undefined : links.search(lane);
    },
    counters: (account: Uint8Array) => contacts.need(account).counters,
    /** Of a message in the history: what became of it, and by which path. */
    stateOf: (account: Uint8Array, row: HistoryRow): SentState => {
      const lane = contacts.laneOf(account);
      if (lane === undefined) return row;
      const sent = sentState(context.store, lane, row);
      const stop = sent.state === STATE.queued ? ports.stops(account) : undefined;
      return stop === undefined ? sent : { ...sent, waitsFor: stop };
    },
    /** Why nothing is sent to this contact just now. */
    stopOf: ports.stops,
    /** What the person should hear of all conversations together, as error codes. */
    faults: (): readonly ErrorCode[] => {
      const now = context.clock.wall();
      return [...contacts.lanes()].some(({ stand }) => wasCopiedBack(stand, now)) ? ['profile-rolled-back'] : [];
    },
    /** What comparing with this friend has shown. */
    stand: (account: Uint8Array) => contacts.need(account).stand,
    /** Contents that are not delivered yet, and how many of them a mailbox keeps. */
    outbox(): { waiting: number; stored: number } {
      let waiting = 0;
      let stored = 0;
      for (const lane of contacts.lanes()) {
        for (const entry of lane.entries.values()) {
          if (entry.delivery.state === 'stored') stored += 1;
          waiting += 1;
        }
      }
      return { waiting, stored };
    },

    /** Whether a content of ours has not reached this contact yet. */
    isWaiting: (account: Uint8Array, number: bigint): boolean => contacts.laneOf(account)?.entries.has(number) === true,

    /** Whether a mailbox has signed for something that this contact has not got yet. */
    hasStored(account: Uint8Array): boolean {
      const entries = [...(contacts.laneOf(account)?.entries.values() ?? [])];
      return entries.some(({ delivery }) => delivery.state === 'stored');
    },
    /** This server may have lost what it signed for: it is deposited again. Resolves when that is noted on disk. */
    async unstore(server: Uint8Array): Promise<void> {
      for (const lane of contacts.lanes()) {
        if (!equalBytes(Home.decode(lane.contact.home).server, server)) continue;
        const stored = [...lane.entries.values()].filter(({ delivery: { state } }) => state === 'stored');
        for (let at = 0; at < stored.length; at += UNSTORE_STEP) {
          const step = stored.slice(at, at + UNSTORE_STEP);
          const { committed } = lane.step((draft) => {
            for (const { number } of step) settle(lane, draft, number, { event: 'unstored' });
          });
          await committed;
        }
        if (stored.length > 0) delivery.kick(lane, true);
      }
    },

    /** Mends damaged rows of all conversations, and asks the friends for what was theirs. How many contents are lost. */
    async repair(signal: AbortSignal): Promise<number> {
      let lost = 0;
      for (const lane of contacts.lanes()) {
        lost += (await mend(lane)) + (await mendHistory(context, lane, signal, stands.owes));
      }
      return lost;
    },
    /** A contact whose row was lost, from its pin. */
    restore: contacts.restore,

    /** Takes connections and dials friends. */
    start(): void {
      links.start();
      for (const lane of contacts.lanes()) {
        delivery.kick(lane);
        if (lane.held.size > 0) wishes.gap(lane);
      }
    },
    /** How it stands with our home, which has the mailboxes of some friends. */
    homeNews(news: HomeNews): void {
      links.mailboxes.home(news);
    },
    /** Our home answers (again): empty the mailbox, try everything that waited. */
    homeUp(): void {
      void mail.drain();
      for (const lane of contacts.lanes()) {
        delivery.kick(lane, true);
        if (lane.link === undefined) links.retry(lane);
      }
    },
    mailWaiting(): void {
      void mail.drain();
    },
    /** Our own network has changed, or this machine has slept: friends without a link are dialled now. */
    moved(): void {
      links.moved();
    },
    acts,
    /** Direct links that are up. */
    links: (): { readonly contact: Readonly<ContactRow>; readonly link: ChatLink }[] =>
      [...contacts.lanes()].flatMap(({ contact, link }) => (link === undefined ? [] : [{ contact, link }])),
    /** A contact is new or changed by hand: look for its device now. */
    retry(account: Uint8Array): void {
      const lane = contacts.laneOf(account);
      if (lane === undefined) return;
      links.retry(lane);
      delivery.kick(lane, true);
    },

    /**
     * A text from the person, and the place of what it answers. On disk when it resolves.
     * @throws MiyuError 'text-empty' | 'text-too-long' | 'not-a-friend' | 'no-such-message' | 'log-alarm' (nothing is sent to this friend now; where it
     *   is the friend's own key that has changed, it waits)
     */
    async sendText(account: Uint8Array, text: string, form: TextForm = {}): Promise<SentText> {
      checkText(text);
      const lane = contacts.need(account);
      if (ports.stops(account) === 'log-alarm') throw new MiyuError('log-alarm');
      const replyPosition = form.replyTo ?? 0n;
      const replyTo = replyPosition === 0n ? null : refOf(needShown(lane, replyPosition));
      const sent = await texts.send(
        lane,
        encodeStyledText({ text, style: form.style ?? null, replyTo }),
        replyPosition,
      );
      typing.sent(lane);
      failpoint('send-committed');
      delivery.kick(lane);
      return sent;
    },

    /** The person has seen everything up to this position. On disk when it resolves. */
    async markRead(account: Uint8Array, upTo: bigint): Promise<void> {
      const lane = contacts.need(account);
      const mark = await markRead(context, lane, upTo, ports.tellsRead());
      if (mark !== undefined) void transients.send(lane, CONTENT.receipt, readReceipt(mark), { fresh: false });
    },

    /** How the person has the chat with a contact. @throws MiyuError 'not-a-friend' */
    chat: (account: Uint8Array): Readonly<ChatRow> => contacts.need(account).chat,
    /** On disk when it resolves. @throws MiyuError 'not-a-friend' | 'text-too-long' */
    async setChat(account: Uint8Array, change: Partial<ChatRow>): Promise<void> {
      checkDraft(change.draft ?? '');
      await changeChat(contacts.need(account), change);
    },
    /** The person types, or has stopped. @throws MiyuError 'not-a-friend' */
    typing(account: Uint8Array, active: boolean): void {
      typing.tell(contacts.need(account), active);
    },
    /** The person's switches are others. */
    switched(): void {
      typing.switched();
    },

    async stop(goodbye: number): Promise<void> {
      wishes.stop();
      mail.stop();
      stands.stop();
      delivery.stop();
      await links.stop(goodbye);
      transients.stop();
      typing.stop();
    },
  };
}

export type Messaging = ReturnType<typeof createMessaging>;

/** Text of a history row, for views; undefined: a kind that this version does not know. */
export function textOf(row: HistoryRow): string | undefined {
  return row.kind === CONTENT.text ? decodeText(row.body) : undefined;
}
