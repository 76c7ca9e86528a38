/** What the flows of friendship share, and the small steps that several of them take. */
import { RequestRow, type ContactRow } from '../core/generated/rows.js';
import { ONE_GROUP, RELATION, type Change } from '../core/rows.ts';
import { sealFriendRequest } from '../../shared/crypto/friend-request.ts';
import { equalBytes } from '../../shared/ids.ts';
import { AddressKeyContent, DeviceAnnounceContent, FriendAcceptContent } from '../../shared/wire/generated/content.js';
import { Home, Signed } from '../../shared/wire/generated/identity.js';
import { CONTENT } from '../../shared/wire/protocols.ts';
import type { Account } from './account.ts';
import type { Background } from './background.ts';
import type { Chores } from './chores.ts';
import type { Contacts, FirstContent, FlowContext, Own } from './context.ts';
import { changeEvent } from './events.ts';
import type { HomeConnections } from './homes.ts';
import type { KeyChanges } from './key-changes.ts';
import type { Logs } from './logs.ts';
import type { Meets } from './meet.ts';
import type { Personal } from './personal.ts';
import type { Op } from './ports.ts';

export interface FriendFlows {
  readonly context: FlowContext;
  readonly contacts: Contacts;
  readonly homes: HomeConnections;
  readonly account: Account;
  readonly background: Background;
  readonly chores: Chores;
  /** Looks for this contact's device now: new, or its addresses are. */
  readonly retry: (account: Uint8Array) => void;
  readonly logs: Pick<Logs, 'lookUp' | 'proveAccount'>;
  /** Where somebody lives who is near on the LAN, by his own word. */
  readonly homeNearby?: (account: Uint8Array) => Home | undefined;
  /** What becomes of a friend whose key is another one. */
  readonly keys: Pick<KeyChanges, 'nameOfAnother' | 'otherKeys' | 'scannedAnother' | 'agree'>;
  /** Friendship without a server. */
  readonly meets: Meets;
  /** What goes along to another machine beside identity and friends. */
  readonly personal: Personal;
}

const NOTHING = new Uint8Array(0);

/** Requests kept here; the server keeps no more (MAX_WAITING_REQUESTS). */
export const MAX_REQUESTS = 200;
/** Of those that come device to device: nobody has met more people in earnest before answering one. */
export const MAX_DIRECT_REQUESTS = 50;

export interface StoredRequest {
  readonly seq: bigint;
  readonly request: RequestRow;
}

/** Friend requests that wait for this person, oldest first. */
export const waitingRequests = ({ store }: Pick<FlowContext, 'store'>): StoredRequest[] =>
  store.scan('requests', ONE_GROUP, { limit: MAX_REQUESTS + MAX_DIRECT_REQUESTS }).map(({ seq, value }) => ({
    seq,
    request: RequestRow.decode(value),
  }));

export const requestFrom = (context: Pick<FlowContext, 'store'>, account: Uint8Array): StoredRequest | undefined =>
  waitingRequests(context).find(({ request }) => equalBytes(request.account, account));

export const forgetRequest = (seq: bigint): Op => ({ op: 'delete', table: 'requests', id: ONE_GROUP, seq });

/** The event that tells the faces what became of a friend. */
export const friendEvent = (contact: Pick<ContactRow, 'account' | 'name'>, change: Change): Op =>
  changeEvent(contact.account, contact.name, change);

/**
 * An end that is still being told, with nothing kept: to the person it is over and gone. Where the history is kept, or the block, it
 * is shown as one who is no friend any more, told or not.
 */
export const isGone = ({ relation, forgetHistory, blocked }: Readonly<ContactRow>): boolean =>
  relation === RELATION.closing && forgetHistory && !blocked;

/** Whether what somebody says of himself is listened to. */
export const mayTell = ({ relation }: Readonly<ContactRow>): boolean =>
  relation === RELATION.friend || relation === RELATION.requested;

/** Our request to a contact to whom our grant is given, as its server or its device takes it. */
export const sealedRequest = (context: FlowContext, contact: Readonly<ContactRow>, greeting: string): Uint8Array => {
  const own = context.own();
  return sealFriendRequest(
    own.identity,
    {
      ...{ to: contact.account, statement: own.statement, later: own.later.slice(-1) },
      ...{ certificate: own.certificate, home: own.home, grant: Signed.decode(contact.grantGiven) },
      ...{ greeting, sentAt: BigInt(context.clock.wall()) },
    },
    contact.exchangeKey,
    context.random,
  );
};

/** A contact with nothing in it but who it is. */
export const newContact = (
  context: FlowContext,
  who: Pick<
    ContactRow,
    'account' | 'name' | 'statements' | 'identityKey' | 'exchangeKey' | 'certificate' | 'device' | 'epoch' | 'home'
  >,
): ContactRow => ({
  ...who,
  relation: 0,
  verified: 0,
  grantGiven: NOTHING,
  grantHeld: NOTHING,
  grantSerial: 0n,
  blocked: false,
  lastSeen: 0n,
  addresses: [],
  addressKey: NOTHING,
  addedAt: BigInt(context.clock.wall()),
  forgetHistory: false,
  unconfirmedGrant: NOTHING,
  greeting: '',
});

/** Relation of somebody whom we do not ask any more: a chat of earlier days stays to be read, anything else goes. */
export const afterRequest = (
  { store }: FlowContext,
  account: Uint8Array,
): Pick<ContactRow, 'relation' | 'forgetHistory'> =>
  store.sequences('history', account, { limit: 1 }).length > 0
    ? { relation: RELATION.removed, forgetHistory: false }
    : { relation: RELATION.closing, forgetHistory: true };

/** Our yes. It stands before everything that we write to this friend: what comes from no friend is not shown. */
export const acceptContent = ({ context }: FriendFlows): FirstContent => ({
  kind: CONTENT.friendAccept,
  body: ({ grantGiven }) => FriendAcceptContent.encode({ grant: grantGiven, home: Home.encode(context.own().home) }),
});

/** Where our name is another than that of our first statement: the statement that says so. Heard twice, it changes nothing. */
export async function sendName(flows: FriendFlows, account: Uint8Array): Promise<void> {
  const own = flows.context.own();
  if (own.later.length === 0) return;
  await flows.contacts.enqueue(account, CONTENT.deviceAnnounce, announcementOf(own));
}

/** Where and as what we are to be found. @param grant of ours that the friend may lack; empty: none */
export const announcementOf = (own: Own, grant: Uint8Array = NOTHING): Uint8Array =>
  DeviceAnnounceContent.encode({
    certificate: Signed.encode(own.certificate),
    home: Home.encode(own.home),
    grant,
    statements: own.later.slice(-1).map((statement) => Signed.encode(statement)),
  });

/** So that the friend finds our address records in the DHT. */
export async function sendAddressKey(flows: FriendFlows, account: Uint8Array): Promise<void> {
  const body = AddressKeyContent.encode({ key: flows.account.content.addressKey });
  await flows.contacts.enqueue(account, CONTENT.addressKey, body);
}
