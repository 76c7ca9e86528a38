/**
 * The message side of a peer put together: lanes, delivery, links, mailbox, receipts. app.ts hands in the network and the
 * account side; nothing here knows how they work.
 */
import { decodeText, checkText } from '../core/content.ts';
import { encodeStyledText, type MessageStyle } from '../core/message-content.ts';
import type { ContactRow, HistoryRow } from '../core/generated/rows.js';
import { PATH, RELATION } from '../core/rows.ts';
import { decodeEnvelope, type DecodedEnvelope, type VerifiedBundle } from '../core/session.ts';
import { MiyuError, type ErrorCode } from '../../shared/errors.ts';
import { failpoint } from '../../shared/failpoints.ts';
import { equalBytes, shortId } from '../../shared/ids.ts';
import { Home } from '../../shared/wire/generated/identity.js';
import { CONTENT } from '../../shared/wire/protocols.ts';
import { createActs, needShown } from './acts.ts';
import { openContacts } from './contacts.ts';
import type { FlowContext, Homes, OwnPrekeys } from './context.ts';
import { createDelivery, pathOf } from './deliver.ts';
import type { Lane } from './lane.ts';
import { mendHistory } from './history-repair.ts';
import { mendLane } from './lane-repair.ts';
import { createLinks, type PresenceView } from './links.ts';
import { createMail } from './mail.ts';
import type { ChatLink, ChatLinks, Waiting } from './ports.ts';
import { wasCopiedBack } from './read-agreement.ts';
import { createReadMarks } from './read-marks.ts';
import { receiveEnvelopes, type ReceiveHooks } from './receive.ts';
import { missingContents, unopenedEnvelopes } from './receipts.ts';
import { sentState, type SentState } from './sent-states.ts';
import { settle } from './settle.ts';
import { createStands } from './stand.ts';
import { refOf } from './targets.ts';
import { createTexts, type SentText } from './texts.ts';
import { createTransients } from './transient.ts';
import { createWithheldWatch } from './withheld.ts';

/** A gap is given this long to close by itself; each further question waits twice as long. */
const GAP_DELAY_MS = 5_000;
const LONGEST_GAP_DELAY_MS = 10 * 60_000;
/** Wishes for unreadable envelopes go out together, and not more often than this. */
const UNOPENED_DELAY_MS = 2_000;
const MAX_UNOPENED = 256;
/** Outbox rows, an envelope in each, that one batch takes back from a server that may have lost them. */
const UNSTORE_STEP = 64;

export interface MessagingPorts {
  readonly homes: Homes;
  readonly links: ChatLinks;
  readonly prekeys: OwnPrekeys;
  readonly prekeysFor: (contact: Readonly<ContactRow>, waiting: Waiting) => Promise<VerifiedBundle>;
  readonly findAddresses: (contact: Readonly<ContactRow>, waiting: Waiting) => Promise<readonly string[]>;
  readonly onPresence: (contact: Readonly<ContactRow>, view: PresenceView) => void;
  /** Read receipts may be switched off by the person. */
  readonly tellsRead: () => boolean;
}

/** How a text looks, and where what it answers stands. */
export interface TextForm {
  readonly style?: MessageStyle | null;
  readonly replyTo?: bigint;
}

interface Timers {
  gap: NodeJS.Timeout | undefined;
  gapDelay: number;
  unopened: NodeJS.Timeout | undefined;
  unopenedIds: Uint8Array[];
}

export function createMessaging(context: FlowContext, ports: MessagingPorts) {
  const timers = new Map<Lane, Timers>();
  let stopped = false;

  const contacts = openContacts(context, {
    kick: (lane) => {
      delivery.kick(lane);
    },
    forget(lane) {
      delivery.forget(lane);
      links.forget(lane);
      const timer = timers.get(lane);
      stands.forget(lane);
      withheld.forget(lane);
      clearTimeout(timer?.gap);
      clearTimeout(timer?.unopened);
      timers.delete(lane);
    },
  });

  const transients = createTransients(context, ports);
  const texts = createTexts(context, isFriend);

  const marks = createReadMarks(context, { transients, tellsRead: ports.tellsRead });
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
    isPresent: (lane) => contacts.laneOf(lane.account) === lane,
  });

  const links = createLinks(context, {
    links: ports.links,
    lanes: contacts.lanes,
    laneOf: contacts.laneOf,
    findAddresses: ports.findAddresses,
    receive: receiveFromLink,
    onPresence: (lane, view) => {
      ports.onPresence(lane.contact, view);
    },
    onUp: (lane) => {
      stands.linkChanged(lane);
      delivery.kick(lane, true);
    },
  });

  const delivery = createDelivery(context, {
    homes: ports.homes,
    reach: (lane, waitMs) => links.reach(lane, waitMs),
    prekeysFor: ports.prekeysFor,
    mailboxSeen: (lane, works) => {
      links.mailboxSeen(lane, works);
    },
    mend: (lane) => mend(lane),
    emptied: (lane) => {
      contacts.emptied(lane);
    },
  });

  const mail = createMail(context, {
    homes: ports.homes,
    laneOf: contacts.laneOf,
    receive: (lane, envelopes) => receiveEnvelopes(context, hooks, lane, envelopes, PATH.mailbox),
    unopened: askForUnopened,
    drains: withheld,
  });

  const hooks: ReceiveHooks = {
    prekeys: ports.prekeys,
    control: contacts.control,
    owesStand: (lane) => {
      stands.owes(lane);
    },
    came: stands.came,
    asksStand: (lane) => {
      stands.ask(lane);
    },
    stand: (lane, draft, content) => {
      stands.apply(lane, draft, content);
    },
    gap: watchGap,
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
    return contacts.laneOf(lane.account) === lane && lane.contact.relation === RELATION.friend;
  }

  const timersOf = (lane: Lane): Timers => {
    let timer = timers.get(lane);
    if (timer === undefined) {
      timer = { gap: undefined, gapDelay: GAP_DELAY_MS, unopened: undefined, unopenedIds: [] };
      timers.set(lane, timer);
    }
    return timer;
  };

  function later(lane: Lane, delay: number, work: (timer: Timers) => void): NodeJS.Timeout | undefined {
    if (stopped || contacts.laneOf(lane.account) !== lane) return undefined;
    const timeout = setTimeout(() => {
      if (!stopped) work(timersOf(lane));
    }, delay);
    timeout.unref();
    return timeout;
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

  function watchGap(lane: Lane): void {
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
        watchGap(lane);
      });
    });
  }

  function askForUnopened(lane: Lane, envelopeIds: readonly Uint8Array[]): void {
    const timer = timersOf(lane);
    timer.unopenedIds = [...timer.unopenedIds, ...envelopeIds].slice(-MAX_UNOPENED);
    timer.unopened ??= later(lane, UNOPENED_DELAY_MS, () => {
      timer.unopened = undefined;
      const ids = timer.unopenedIds.splice(0);
      void transients.send(lane, CONTENT.resend, unopenedEnvelopes(ids), { fresh: true });
    });
  }

  return {
    contacts: contacts.contacts,
    clearHistory: contacts.clearHistory,
    resumeClearing: contacts.resumeClearing,
    lanes: contacts.lanes,
    presence: (account: Uint8Array): PresenceView => {
      const lane = contacts.laneOf(account);
      return lane === undefined ? { presence: 'unreachable', path: null, address: null } : links.view(lane);
    },
    counters: (account: Uint8Array) => contacts.need(account).counters,
    /** Of a message in the history: what became of it, and by which path. */
    stateOf: (account: Uint8Array, row: HistoryRow): SentState => {
      const lane = contacts.laneOf(account);
      return lane === undefined ? row : sentState(context.store, lane, row);
    },
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
        if (lane.held.size > 0) watchGap(lane);
      }
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
    acts,
    /** A contact is new or changed by hand: look for its device now. */
    retry(account: Uint8Array): void {
      const lane = contacts.laneOf(account);
      if (lane === undefined) return;
      links.retry(lane);
      delivery.kick(lane, true);
    },

    /**
     * A text from the person, and the place of what it answers. On disk when it resolves.
     * @throws MiyuError 'text-empty' | 'text-too-long' | 'not-a-friend' | 'no-such-message'
     */
    async sendText(account: Uint8Array, text: string, form: TextForm = {}): Promise<SentText> {
      checkText(text);
      const lane = contacts.need(account);
      const replyPosition = form.replyTo ?? 0n;
      const replyTo = replyPosition === 0n ? null : refOf(needShown(lane, replyPosition));
      const sent = await texts.send(
        lane,
        encodeStyledText({ text, style: form.style ?? null, replyTo }),
        replyPosition,
      );
      failpoint('send-committed');
      delivery.kick(lane);
      return sent;
    },

    markRead: (account: Uint8Array, upTo: bigint): Promise<void> => marks.markRead(contacts.need(account), upTo),

    async stop(goodbye: number): Promise<void> {
      stopped = true;
      mail.stop();
      stands.stop();
      delivery.stop();
      await links.stop(goodbye);
      transients.stop();
      for (const timer of timers.values()) {
        clearTimeout(timer.gap);
        clearTimeout(timer.unopened);
      }
    },
  };
}

export type Messaging = ReturnType<typeof createMessaging>;

/** Text of a history row, for views; undefined: a kind that this version does not know. */
export function textOf(row: HistoryRow): string | undefined {
  return row.kind === CONTENT.text ? decodeText(row.body) : undefined;
}
