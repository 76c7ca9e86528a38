/** Friends, people and requests as a face shows them. */
import { fingerprint, publicIdentity, safetyNumber } from '../../shared/crypto/identity.ts';
import { equalBytes, toHex } from '../../shared/ids.ts';
import { peerIdOfBytes } from '../../shared/net/peers.ts';
import { Home } from '../../shared/wire/generated/identity.js';
import type { ChatRow, ContactRow, CountersRow, StandRow } from '../core/generated/rows.js';
import { RELATION, VERIFIED } from '../core/rows.ts';
import type { Contacts, FlowContext } from './context.ts';
import type { StateOf } from './events.ts';
import type { FriendCards } from './friend-cards.ts';
import { isGone, requestFrom, waitingRequests } from './friend-flows.ts';
import type { KeyChangeView } from './key-changes.ts';
import type { PresenceView } from './links.ts';
import type { Found } from './lookup.ts';
import type { Friend, FriendDetails, Person, Relation, RequestView } from './peer.ts';
import { cardName, certificateView, profileView } from './profile-views.ts';
import { agreementOf } from './read-agreement.ts';
import { beginning, lastMessageOf } from './read-history.ts';
import { firstUnread } from './reading.ts';
import type { SearchView } from './seeking.ts';
import type { Postponed } from './requests.ts';

export interface FriendReads {
  readonly context: FlowContext;
  readonly contacts: Contacts;
  readonly cards: FriendCards;
  readonly counters: (account: Uint8Array) => CountersRow;
  readonly stand: (account: Uint8Array) => StandRow;
  readonly chat: (account: Uint8Array) => Readonly<ChatRow>;
  readonly presence: (account: Uint8Array) => PresenceView;
  readonly search: (account: Uint8Array) => SearchView | undefined;
  readonly stateOf: StateOf;
  /** What a server has shown in the place of this contact's key; undefined: nothing, or that is decided. */
  readonly keyChange: (contact: Readonly<ContactRow>) => KeyChangeView | undefined;
}

/** Code points of a draft: what a row of a list can show. */
const PREVIEW_LENGTH = 200;

const relations: Readonly<Record<number, Relation>> = {
  [RELATION.requested]: 'requested',
  [RELATION.incoming]: 'incoming',
  [RELATION.friend]: 'friend',
};
/** Whether the end has been told already is nothing that a person could act on. */
export const relationName = (relation: number): Relation => relations[relation] ?? 'removed';

export const verifiedName = (verified: number): Friend['verified'] => {
  if (verified === VERIFIED.compared) return 'yes';
  return verified === VERIFIED.invite ? 'invite' : 'no';
};

export const peerIdText = (device: Uint8Array): string => peerIdOfBytes(device).toString();

export function friendView(reads: FriendReads, contact: Readonly<ContactRow>): Friend {
  const isFriend = contact.relation === RELATION.friend;
  const { presence, path, address } = isFriend
    ? reads.presence(contact.account)
    : ({ presence: 'unreachable', path: null, address: null } as const);
  const counters = reads.counters(contact.account);
  const chat = reads.chat(contact.account);
  return {
    account: toHex(contact.account),
    name: contact.name,
    relation: relationName(contact.relation),
    verified: verifiedName(contact.verified),
    presence,
    path,
    address: address ?? contact.addresses[0] ?? null,
    lastSeen: contact.lastSeen === 0n ? null : Number(contact.lastSeen),
    unread: counters.unread,
    lastMessage: lastMessageOf(reads.context, contact.account, counters, reads.stateOf),
    blocked: contact.blocked,
    firstUnread: firstUnread(reads.context, contact.account, counters),
    archived: chat.archived,
    muted: chat.muted,
    card: cardName(reads.cards.card(contact.account)),
    draft: beginning(chat.draft, PREVIEW_LENGTH),
    keyChange: keyChangeMark(reads.keyChange(contact)),
  };
}

const keyChangeMark = (change: KeyChangeView | undefined): Friend['keyChange'] =>
  change === undefined ? null : { alarm: change.alarm.id, state: change.alarm.state === 'open' ? 'open' : 'stopped' };

/** Everybody who is not gone: online first, then by the last message, then by name. */
export function friendList(reads: FriendReads): readonly Friend[] {
  const views = reads.contacts
    .all()
    .filter((contact) => !isGone(contact))
    .map((contact) => friendView(reads, contact));
  const rank = (friend: Friend): number => (friend.presence === 'online' ? 0 : 1);
  const time = ({ lastMessage }: Friend): number => lastMessage?.receivedAt ?? lastMessage?.sentAt ?? 0;
  return views.sort((a, b) => rank(a) - rank(b) || time(b) - time(a) || (a.name < b.name ? -1 : 1));
}

export function friendDetails(reads: FriendReads, contact: Readonly<ContactRow>): FriendDetails {
  const own = publicIdentity(reads.context.own().identity);
  const home = Home.decode(contact.home);
  return {
    ...friendView(reads, contact),
    agreement: agreementOf(reads.counters(contact.account), reads.stand(contact.account)),
    fingerprint: fingerprint(contact),
    safetyNumber: safetyNumber(own, contact),
    identityKey: toHex(contact.identityKey),
    device: contact.device.length === 0 ? null : peerIdText(contact.device),
    epoch: Number(contact.epoch),
    home: { server: peerIdText(home.server), addresses: home.addresses },
    search: reads.search(contact.account) ?? null,
    profile: profileView(reads.cards.card(contact.account)),
    certificate: certificateView(reads.cards.certificate(contact)?.person),
  };
}

export function personView(reads: FriendReads, found: Found): Person {
  const contact = reads.contacts.get(found.account);
  return {
    account: toHex(found.account),
    name: found.name,
    fingerprint: fingerprint(found),
    identityKey: toHex(found.identityKey),
    exchangeKey: toHex(found.exchangeKey),
    device: peerIdText(found.device),
    epoch: Number(found.epoch),
    relation: relationOf(reads, found),
    verified: verifiedName(contact?.verified ?? VERIFIED.no),
  };
}

function relationOf({ context, contacts }: FriendReads, { account }: Found): Person['relation'] {
  if (equalBytes(account, context.own().account)) return 'yourself';
  if (requestFrom(context, account) !== undefined) return 'incoming';
  const contact = contacts.get(account);
  return contact === undefined || isGone(contact) ? 'none' : relationName(contact.relation);
}

export const requestViews = (context: FlowContext, postponed: Postponed): readonly RequestView[] =>
  waitingRequests(context).map(({ request }) => ({
    account: toHex(request.account),
    name: request.name,
    greeting: request.greeting,
    receivedAt: Number(request.receivedAt),
    postponed: postponed.has(request.account),
  }));
