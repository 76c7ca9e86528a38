/** Everything that runs while an account is unlocked, wired: store, homes, messages, friendship, prekeys, addresses. */
import type { Account } from './flows/account.ts';
import { lanSource } from './flows/address-sources.ts';
import { createAddresses } from './flows/addresses.ts';
import { AnywhereCopy } from './flows/anywhere.ts';
import { Background } from './flows/background.ts';
import { requestRefused, sendRequest } from './flows/befriend.ts';
import { CHORE, createChores } from './flows/chores.ts';
import type { Contacts, FlowContext } from './flows/context.ts';
import type { Elsewhere } from './flows/elsewhere.ts';
import { cursorEvents, isFriendEvent, type EventListeners } from './flows/events.ts';
import { keepLostAlarms } from './flows/lost-alarms.ts';
import { lookAgain } from './flows/find-person.ts';
import { handleControls } from './flows/friend-controls.ts';
import { FriendCards, handleCards } from './flows/friend-cards.ts';
import type { FriendFlows } from './flows/friend-flows.ts';
import { HomeConnections, type SignedIn } from './flows/homes.ts';
import { forgetting, Introductions } from './flows/introductions.ts';
import { restoreFriends } from './flows/key-file.ts';
import { createMeets } from './flows/meet.ts';
import { meetingHandlers } from './flows/meet-requests.ts';
import { prekeysOf } from './flows/met-prekeys.ts';
import { KnownOpenings } from './flows/known-openings.ts';
import { createMessaging, type Messaging } from './flows/messaging.ts';
import { createMessageForms, type MessageForms } from './flows/message-forms.ts';
import { OwnCard } from './flows/own-card.ts';
import { PrekeysByLink } from './flows/link-prekeys.ts';
import { noteAct } from './flows/past-acts.ts';
import { createPersonal, takePersonal } from './flows/personal.ts';
import { Prekeys } from './flows/prekeys.ts';
import type { FriendReads } from './flows/read-friends.ts';
import { Relays } from './flows/relays.ts';
import { tendName } from './flows/rename.ts';
import { fetchRequests, Postponed, resumeAcceptances } from './flows/requests.ts';
import { OwnSettings, keepLostSettings } from './flows/settings.ts';
import { Succession } from './flows/succession.ts';
import { keepersOf, meetServer } from './flows/set-back.ts';
import { createStoreCheck, type StoreCheck } from './flows/store-check.ts';
import { tendKeepers, tendPrekeys, untilDone } from './flows/tend.ts';
import { createTransparency, type Transparency } from './flows/transparency.ts';
import { endedByFriend, finishClosing, resumeEnds } from './flows/unfriend.ts';
import { contactOf, isPinned, pinOf } from './flows/vault-content.ts';
import { NearbyPeople } from './flows/nearby.ts';
import { ownNotes } from './flows/vault-notes.ts';
import type { PeerHost, RendezvousClient } from './net/ports.ts';
import { NO_ID, PEER_TABLES, type Op, type PeerTable } from './store/peer-store.ts';
import { openPeerStore, type OpenedPeerStore } from './store/store.ts';
import type { Clock } from '../shared/clock.ts';
import { nodeKem } from '../shared/crypto/kem.ts';
import type { Random } from '../shared/crypto/random.ts';
import { toHex } from '../shared/ids.ts';
import type { Log } from '../shared/log.ts';
import type { RendezvousPush } from '../shared/wire/generated/rendezvous.js';

export interface UnlockedOptions {
  readonly account: Account;
  /** Listening already, with the account's device key. */
  readonly host: PeerHost;
  readonly storeFolder: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly events: EventListeners;
  /** What this device calls itself to the account's others; '': nothing. */
  readonly deviceName: string;
  /** What the status says may have changed. */
  readonly onFaults: () => void;
  /** Who is near on the LAN has changed. */
  readonly onNearby: () => void;
  /** Keeps what proves an alarm beside the profile. */
  readonly writeEvidence: (id: number, bytes: Uint8Array) => Promise<void>;
}

export interface Unlocked {
  readonly account: Account;
  readonly host: PeerHost;
  readonly store: OpenedPeerStore;
  readonly homes: HomeConnections;
  readonly messaging: Messaging;
  readonly flows: FriendFlows;
  readonly forms: MessageForms;
  readonly reads: FriendReads;
  readonly postponed: Postponed;
  readonly settings: OwnSettings;
  readonly storeCheck: StoreCheck;
  readonly anywhere: AnywhereCopy;
  readonly relays: Relays;
  /** Who has signed in instead, once the home connection says that somebody has. */
  elsewhere(): Elsewhere | undefined;
  readonly transparency: Transparency;
  readonly ownCard: OwnCard;
  readonly introductions: Introductions;
  readonly nearby: NearbyPeople;
  /** Takes connections, dials friends, signs in. */
  start(): void;
  /** Says goodbye to friends (GOODBYE), signs out at home where asked to, and closes everything. */
  close(goodbye: number, options?: { readonly signOut?: boolean }): Promise<{ readonly acknowledged: boolean }>;
}

/** Few rows, which flows read as they begin; those that cannot be read are made again, or done without. */
const READ_AT_START = ['profile', 'contacts', 'paths', 'requests', 'prekeys', 'signed-prekeys', 'last-resort'] as const;
/** Whose loss means that the server may hand out keys which nothing opens any more. */
const PREKEY_TABLES = ['profile', 'prekeys', 'signed-prekeys', 'last-resort'] as const;

/** An attempt to sign in where the network has changed: SIGN_IN_TIMEOUT_MS of homes.ts ends it before. */
const HOME_AGAIN_MS = 20_000;

/** @throws MiyuError 'store-damaged' | 'store-newer' | 'disk-full' | 'profile-in-use' | … */
export async function openUnlocked(options: UnlockedOptions): Promise<Unlocked> {
  const { account, host, clock, random, log, events } = options;
  /** Tables in which something was missing or could not be read before anybody looked after it. */
  const damage: PeerTable[] = [];
  const hearer: { suspect?: (table: PeerTable) => void } = {};
  const store = await openPeerStore(options.storeFolder, account.content.storeKey, {
    onListenerError: (error) => log.fault(error),
    onDamage: (table) => {
      if (damage.length < PEER_TABLES.length && !damage.includes(table)) damage.push(table);
      hearer.suspect?.(table);
    },
  });
  damage.push(...store.damagedAtOpen());
  let takenOut: ReadonlyMap<PeerTable, number>;
  try {
    await beginAnewWithoutStore(account, store);
    await takePersonal(account, { store, clock });
    await keepLostSettings(store);
    const lostAlarms = await keepLostAlarms({ store, clock }, account.own().home.server);
    // So that no single row keeps the profile from opening.
    takenOut = await store.takeOut(READ_AT_START);
    if (lostAlarms > 0) takenOut = new Map(takenOut).set('alarms', lostAlarms);
  } catch (error) {
    await store.close();
    throw error;
  }
  const context: FlowContext = { own: () => account.own(), store, clock, random, kem: nodeKem, log };
  const background = new Background(log);
  const storeCheck = createStoreCheck(context, {
    repair: async (signal) => {
      await settings.keep();
      await transparency.alarms.keep();
      return await messaging.repair(signal);
    },
    takenOutBefore: () => {
      const before = takenOut;
      takenOut = new Map();
      return before;
    },
    prekeysLost: () => store.commit(prekeys.distrustOps()),
    changed: options.onFaults,
  });
  const succession = new Succession(account, random, options.deviceName, log);
  /** This device was not the newest before: another one may have done what it does not know of. */
  let isNewHere = account.content.claim;
  const homes = new HomeConnections(
    context,
    host.rendezvous,
    async (client, waiting) => {
      isNewHere ||= account.content.claim;
      const login = await succession.signIn(client, waiting);
      await met(client);
      return login;
    },
    (client) => met(client),
    (push) => succession.isReplaced(push),
  );
  const prekeys = new Prekeys(context);
  const settings = new OwnSettings(store, options.onFaults);
  const postponed = new Postponed();
  const relays = new Relays(context, host.relay, background, options.onFaults);
  const addresses = createAddresses(context, {
    host,
    homes,
    contacts: () => contacts,
    account,
    background,
    isOnline: (friend) => messaging.presence(friend).presence === 'online',
    signedByAnother: (contact) => transparency.keys.signedByAnother(contact),
    accountGone: (contact) => transparency.keys.accountGone(contact),
    endedByFriend: (friend, code) => endedByFriend(flows, friend, code),
  });
  const linkPrekeys = new PrekeysByLink(context, { prekeys, links: host.links, homes });
  const messaging = createMessaging(context, {
    homes,
    links: host.links,
    prekeys,
    prekeysFor: (contact, waiting) =>
      prekeysOf(context, contact, () => linkPrekeys.or(contact, waiting, () => addresses.prekeysFor(contact, waiting))),
    prekeysWanted: (contact) => linkPrekeys.answer(contact),
    sources: [lanSource(host.lan), ...addresses.sources],
    networks: () => host.networks(),
    onPresence: (contact, { presence, path }) => {
      events.momentary({ type: 'presence', friend: toHex(contact.account), name: contact.name, presence, path });
      // A link may have shown a newer device.
      pin();
    },
    onTyping: (contact, active) => {
      events.momentary({ type: 'typing', friend: toHex(contact.account), active });
    },
    onChat: (contact) => {
      events.momentary({ type: 'chat', friend: toHex(contact.account) });
      copy.changed('own');
    },
    tellsRead: () => settings.value.privacy.readReceipts,
    tellsTyping: () => settings.value.privacy.typing,
    stops: (friend) => transparency.alarms.stops(friend),
    onLinkUp: (contact, link) => transparency.gossip.up(contact, link),
    onHeads: (contact, heads) => transparency.gossip.heard(contact, heads),
    notes: ownNotes(account, log, options.onFaults),
  });
  const transparency = createTransparency(context, {
    ...{ homes, background, writeEvidence: options.writeEvidence, changed: options.onFaults },
    contacts: () => contacts,
    links: () => messaging.links(),
    retry: (friend) => messaging.retry(friend),
    onHead: () => copy.changed('head'),
  });
  // One that was added in a write that is gone has no row that could be missed.
  const mayLackFriends = damage.includes('contacts') || store.lostBatches() > 0n;
  if (mayLackFriends && !account.content.restore) {
    for (const pinned of account.content.friends) await messaging.restore(contactOf(pinned));
  }
  if (PREKEY_TABLES.some((table) => damage.includes(table))) await store.commit(prekeys.distrustOps());
  const pin = (): void => {
    // Until they are restored, the pins are all that is known of the friends.
    if (account.content.restore) return;
    account.pin(() => messaging.contacts.all().filter(isPinned).map(pinOf));
    copy.changed();
  };
  const remembered = remembering(store, pinning(messaging.contacts, pin), (friend, serial) =>
    chores.note({ account: friend, kind: CHORE.revoke, serial }),
  );
  const cards = new FriendCards(store);
  const contacts = forgetting(remembered, (friend) => {
    cards.forget(friend);
    introductions.forget(friend);
  });
  const chores = createChores(context, {
    contacts,
    background,
    ownClient: () => homes.ownClient(),
    sendRequest: (friend, greeting, waiting) => sendRequest(flows, friend, greeting, waiting),
    lookUp: (friend, waiting) => lookAgain(flows, friend, waiting),
    requestRefused: (friend, code) => requestRefused(flows, friend, code),
  });
  const ownCard = new OwnCard(context, account);
  const flows: FriendFlows = {
    context,
    homeNearby: (account) => nearby.find(account)?.found.home,
    contacts,
    homes,
    account,
    background,
    chores,
    retry: (friend) => messaging.retry(friend),
    logs: transparency.logs,
    keys: transparency.keys,
    meets: createMeets(() => flows, { meetings: host.meetings, prekeys, addresses: () => host.addresses() }),
    personal: createPersonal({
      ...{ account, ownCard, settings, contacts, readHead: transparency.logs.readHead },
      chat: messaging.chat,
      setChat: (friend, marks) => messaging.setChat(friend, marks),
    }),
  };
  handleControls(flows);
  handleCards(flows, cards);
  const nearby = new NearbyPeople(context, {
    ...{ lan: host.lan, nearby: host.nearby, background, changed: options.onNearby },
  });
  const introductions = new Introductions(flows, {
    own: ownCard,
    isWaiting: (friend, number) => messaging.isWaiting(friend, number),
  });
  const copy = new AnywhereCopy(flows, options.onFaults, () => messaging.tellStands());
  const openings = new KnownOpenings(store);
  const met = (client: RendezvousClient): Promise<void> =>
    meetServer(
      flows,
      {
        openings,
        unstore: (server) => messaging.unstore(server),
        distrustPrekeys: () => prekeys.distrustOps(),
      },
      client,
    );

  hearer.suspect = (table) => storeCheck.suspect(table);
  for (const table of damage) storeCheck.suspect(table);

  const closing = new Set<string>();
  contacts.onClosed(({ account: friend }) => {
    const key = toHex(friend);
    if (closing.has(key)) return;
    closing.add(key);
    background.run('close-contact', () => finishClosing(flows, friend).finally(() => closing.delete(key)));
  });
  const unsubscribe = store.onEvents((batch) => {
    if (batch.some(isFriendEvent)) {
      pin();
      introductions.tell();
      background.run('key-changes', () => transparency.keys.look());
    }
    if (!events.anybody) return;
    for (const event of cursorEvents({ store, stateOf: messaging.stateOf }, batch)) events.tell(event);
  });

  const fetch = ({ client, signal }: SignedIn): void => {
    background.run('fetch-requests', () =>
      untilDone(context, 'fetch-requests', signal, () => fetchRequests(flows, client, { signal })),
    );
  };

  async function signedIn(session: SignedIn): Promise<void> {
    // Before friends are told who speaks to them.
    const tend = async (): Promise<void> => {
      await tendName(flows, session.client, isNewHere, { signal: session.signal });
      isNewHere = false;
    };
    await tend().catch(() => background.run('name', () => untilDone(context, 'name', session.signal, tend)));
    // Before the mailbox: mail of somebody who is no contact is mail of a stranger.
    if (account.content.restore) await restoreFriends(flows);
    messaging.homeUp();
    addresses.signedIn();
    chores.run();
    pin();
    copy.signedIn(session.client, session.signal);
    introductions.tell();
    fetch(session);
    transparency.signedIn(session);
    background.run('prekeys', () => tendPrekeys(context, prekeys, session));
    background.run('keepers', () =>
      tendKeepers(session.signal, homes, () => keepersOf(flows, (friend) => messaging.hasStored(friend))),
    );
  }

  function pushed(push: RendezvousPush, session: SignedIn): void {
    const { client, signal } = session;
    if (push.mailWaiting !== undefined && !account.content.restore) messaging.mailWaiting();
    if (push.requestWaiting !== undefined) fetch(session);
    if (push.relayLimit !== undefined) relays.limited(push.relayLimit);
    if (push.prekeysLow !== undefined) {
      const there = { left: push.prekeysLow.left, current: true };
      background.run('prekeys', () =>
        untilDone(context, 'prekeys', signal, () => prekeys.upkeep(client, there, { signal })),
      );
    }
  }

  homes.onState((news) => messaging.homeNews(news));
  homes.onSignedIn((session) => relays.signedIn(session));
  homes.onSignedIn((session) => background.run('signed-in', () => signedIn(session)));
  homes.onPush(pushed);
  host.onMoved(() => {
    log.info('network-moved', {});
    messaging.moved();
    background.run('home-again', () => homes.attempted({ timeoutMs: HOME_AGAIN_MS }));
  });
  const deaf = host.lan.onFound((device) => homes.seen(device));

  return {
    account,
    host,
    store,
    homes,
    messaging,
    flows,
    forms: createMessageForms(flows, messaging),
    reads: {
      ...{ context, contacts, cards },
      ...{ counters: messaging.counters, stand: messaging.stand, chat: messaging.chat, presence: messaging.presence },
      search: messaging.search,
      ...{ stateOf: messaging.stateOf, keyChange: (friend) => transparency.keys.view(friend) },
    },
    postponed,
    settings,
    storeCheck,
    anywhere: copy,
    relays,
    elsewhere: () => succession.elsewhere,
    transparency,
    ownCard,
    introductions,
    nearby,
    start(): void {
      nearby.setVisible(settings.value.lan.visible);
      transparency.gossip.start();
      messaging.start();
      addresses.start();
      host.meetings.start(meetingHandlers(flows));
      homes.start();
      background.run('store-check', () => storeCheck.run(background.signal));
      background.run('resume-clearing', () => messaging.resumeClearing());
      background.run('resume', async () => {
        await resumeAcceptances(flows);
        await resumeEnds(flows);
        await transparency.keys.look();
        introductions.tell();
        flows.meets.tend();
      });
    },
    async close(goodbye, { signOut = false } = {}) {
      let acknowledged = false;
      const steps: (() => Promise<void>)[] = [
        () => messaging.stop(goodbye),
        async () => {
          if (signOut) acknowledged = await homes.signOut();
          else await homes.stop();
        },
        async () => {
          addresses.stop();
          nearby.stop();
          transparency.gossip.stop();
          chores.stop();
          flows.meets.stop();
          await background.stop();
        },
        () => host.stop(),
        () => account.close(),
        async () => {
          deaf();
          unsubscribe();
          await store.close();
        },
      ];
      for (const step of steps) {
        // What comes after must be closed all the same.
        await step().catch((error: unknown) => log.fault(error));
      }
      return { acknowledged };
    },
  };
}

/**
 * The vault knows friends and the store knows nothing at all: it was lost. Its ratchets and numbers must not begin again under
 * the same epoch, so this becomes a new device in all but its key.
 */
async function beginAnewWithoutStore(account: Account, store: OpenedPeerStore): Promise<void> {
  const { friends, restore, epoch } = account.content;
  if (restore || friends.length === 0 || store.sequences('profile', NO_ID, { limit: 1 }).length > 0) return;
  await account.update((content) => ({ ...content, claim: true, restore: true }));
  await account.takeEpoch(epoch + 1n);
}

/** The contacts, with word of each change that the vault should know of. */
function pinning(contacts: Contacts, changed: () => void): Contacts {
  const told = async (change: Promise<void>): Promise<void> => {
    await change;
    changed();
  };
  return {
    ...contacts,
    add: (contact, ops, content) => told(contacts.add(contact, ops, content)),
    update: (account, change, ops, content) => told(contacts.update(account, change, ops, content)),
    drop: (account, options, ops) => told(contacts.drop(account, options, ops)),
  };
}

/**
 * The contacts; of one that goes it stays known that our grant is revoked, should its server forget that, or not have heard it yet.
 * @param tell ops that have our home told
 */
function remembering(
  store: OpenedPeerStore,
  contacts: Contacts,
  tell: (account: Uint8Array, serial: bigint) => readonly Op[],
): Contacts {
  return {
    ...contacts,
    drop(account, options, ops = []) {
      const { grantGiven, grantSerial = 0n, unconfirmedGrant } = contacts.get(account) ?? {};
      if (grantGiven?.length !== 0 || grantSerial === 0n) return contacts.drop(account, options, ops);
      const untold = unconfirmedGrant?.length === 0 ? [] : tell(account, grantSerial);
      const note = noteAct(store, 'revoked', { account, serial: grantSerial });
      return contacts.drop(account, options, [...ops, ...note, ...untold]);
    },
  };
}

/** What does not work of an open profile, as error codes. */
export function faultsOf({
  store,
  storeCheck,
  messaging,
  settings,
  anywhere,
  transparency,
  relays,
}: Unlocked): readonly string[] {
  return [
    ...(store.healthy() ? [] : ['store-failed']),
    ...storeCheck.faults(),
    ...settings.faults(),
    ...messaging.faults(),
    ...anywhere.faults(),
    ...transparency.faults(),
    ...relays.faults(),
  ];
}
