/**
 * The end of a friendship. Here it is over at once: the grant is revoked, the chat is closed. The friend is told through the
 * outbox, directly or by mailbox, and the contact goes when that is done and our home has confirmed the revocation.
 */
import type { ContactRow } from '../core/generated/rows.js';
import { RELATION, VERIFIED } from '../core/rows.ts';
import { MiyuError, type ErrorCode } from '../../shared/errors.ts';
import { shortId, toHex } from '../../shared/ids.ts';
import { FriendRemoveContent } from '../../shared/wire/generated/content.js';
import { ANSWER, CONTENT } from '../../shared/wire/protocols.ts';
import type { Commit } from './alarms.ts';
import { CHORE } from './chores.ts';
import {
  afterRequest,
  forgetRequest,
  friendEvent,
  isGone,
  newContact,
  requestFrom,
  sendAddressKey,
  waitingRequests,
  type FriendFlows,
} from './friend-flows.ts';
import { findPerson } from './find-person.ts';
import { revokeGrant } from './grants.ts';
import { noteAnswered, requester } from './requests.ts';
import { Home } from '../../shared/wire/generated/identity.js';
import { pick } from './who.ts';

/** The contact who is meant, hidden ones aside. @throws MiyuError 'not-a-friend' | 'ambiguous-friend' */
export function needContact({ contacts }: Pick<FriendFlows, 'contacts'>, who: string): Readonly<ContactRow> {
  const visible = contacts.all().filter((contact) => !isGone(contact));
  const friends = visible.filter(({ relation }) => relation === RELATION.friend);
  const contact = pick(friends, who) ?? pick(visible, who);
  if (contact === undefined) throw new MiyuError('not-a-friend');
  return contact;
}

/** @throws MiyuError 'not-a-friend' | 'ambiguous-friend' | 'friend-blocked' */
export function needFriend(flows: Pick<FriendFlows, 'contacts'>, who: string): Readonly<ContactRow> {
  const contact = needContact(flows, who);
  if (contact.blocked) throw new MiyuError('friend-blocked');
  if (contact.relation !== RELATION.friend) throw new MiyuError('not-a-friend');
  return contact;
}

/** The person has compared safety numbers with this friend, or takes that back. Returns whose account it is. @throws MiyuError 'not-a-friend' */
export async function markVerified(flows: FriendFlows, who: string, verified: boolean): Promise<Uint8Array> {
  const contact = needContact(flows, who);
  const mark = verified ? VERIFIED.compared : VERIFIED.no;
  const put: Commit = (ops) =>
    flows.contacts.update(contact.account, (present) => ({ ...present, verified: mark }), [
      ...ops,
      friendEvent(contact, 'updated'),
    ]);
  // Whatever a server says: it is this key.
  if (verified) await flows.keys.agree(contact.account, put);
  else await put([]);
  return contact.account;
}

/** Ends a friendship, takes back a request, or clears away somebody who had ended it. @throws MiyuError 'not-a-friend' */
export async function removeFriend(
  flows: FriendFlows,
  contact: Readonly<ContactRow>,
  options: { readonly keepHistory: boolean; readonly block?: boolean },
): Promise<void> {
  const { context, contacts, chores } = flows;
  const { account } = contact;
  if (contact.relation === RELATION.removed && options.block !== true) {
    if (!options.keepHistory) await contacts.drop(account, options, [friendEvent(contact, 'dropped')]);
    return;
  }
  const wasFriend = contact.relation === RELATION.friend;
  // An end that is still being told goes on being told.
  const hasWord = wasFriend || contact.relation === RELATION.closing;
  await contacts.update(
    account,
    (present) => ({
      ...present,
      ...revokeGrant(context, present),
      blocked: options.block ?? present.blocked,
      forgetHistory: !options.keepHistory,
      ...(hasWord ? {} : withoutWord(flows, account, options)),
    }),
    [
      ...chores.forget(account, CHORE.request),
      ...(options.block === true ? chores.note({ account, kind: CHORE.block, blocked: true }) : []),
      ...(wasFriend ? [] : [friendEvent(contact, 'dropped')]),
    ],
  );
  if (wasFriend) {
    await sayEnd(flows, contact);
    await renewAddressKey(flows);
  }
  context.log.info('friend-removed', { account: shortId(account) });
  chores.run();
}

/** What becomes of somebody to whom there is nothing to say. */
function withoutWord(
  { context }: FriendFlows,
  account: Uint8Array,
  { keepHistory, block = false }: { readonly keepHistory: boolean; readonly block?: boolean },
): Pick<ContactRow, 'relation' | 'forgetHistory'> {
  if (block) return { relation: RELATION.removed, forgetHistory: false };
  return keepHistory ? afterRequest(context, account) : { relation: RELATION.closing, forgetHistory: true };
}

/** The word to the friend first: a contact that closes with nothing to say goes at once. */
async function sayEnd({ contacts }: FriendFlows, contact: Readonly<ContactRow>): Promise<void> {
  await contacts.enqueue(contact.account, CONTENT.friendRemove, FriendRemoveContent.encode({}));
  await contacts.update(contact.account, (present) => ({ ...present, relation: RELATION.closing }), [
    friendEvent(contact, 'dropped'),
  ]);
}

/** After a start: ends that a crash cut in two (a friend without a grant of ours), and those that only have to be cleared away. */
export async function resumeEnds(flows: FriendFlows): Promise<void> {
  for (const contact of flows.contacts.all()) {
    if (contact.relation === RELATION.friend && contact.grantGiven.length === 0) await sayEnd(flows, contact);
    // Without a change, but it makes the outbox look whether all is said.
    if (contact.relation === RELATION.closing) await flows.contacts.update(contact.account, (present) => present);
  }
}

/** Whoever was a friend must not find our new addresses; those who still are get the new key. */
export async function renewAddressKey(flows: FriendFlows): Promise<void> {
  const addressKey = flows.context.random(32);
  await flows.account.update((content) => ({ ...content, addressKey }));
  for (const { account, relation } of flows.contacts.all()) {
    if (relation === RELATION.friend) await sendAddressKey(flows, account);
  }
}

/** Ends what there is with somebody, and lets our home refuse their requests. @throws MiyuError 'no-such-user' | 'not-yourself' */
export async function blockPerson(flows: FriendFlows, who: string): Promise<void> {
  const { context, contacts, chores } = flows;
  const contact = pick([...contacts.all()], who) ?? (await strangerContact(flows, who));
  const request = requestFrom(context, contact.account);
  if (request !== undefined) {
    await context.store.commit([
      forgetRequest(request.seq),
      ...chores.note({ account: contact.account, kind: CHORE.answer, outcome: ANSWER.refused }),
      ...noteAnswered(context, request.request, ANSWER.refused),
    ]);
  }
  await removeFriend(flows, contacts.get(contact.account) ?? contact, { keepHistory: true, block: true });
}

/** Somebody who was no contact becomes one that only says: blocked. */
async function strangerContact(flows: FriendFlows, who: string): Promise<Readonly<ContactRow>> {
  const { context } = flows;
  // Whoever asked has shown who they are: no server is needed.
  const asking = pick(
    waitingRequests(context).map(({ request }) => request),
    who,
  );
  const contact = {
    ...(asking === undefined ? await foundContact(flows, who) : requester(context, asking)),
    relation: RELATION.removed,
    blocked: true,
  };
  await flows.contacts.add(contact);
  return contact;
}

async function foundContact(flows: FriendFlows, who: string): Promise<ContactRow> {
  const found = await findPerson(flows, who);
  if (toHex(found.account) === toHex(flows.context.own().account)) throw new MiyuError('not-yourself');
  return newContact(flows.context, { ...found, home: Home.encode(found.home) });
}

/** Lets our home take their requests again. @throws MiyuError 'no-such-user' */
export async function unblockPerson(flows: FriendFlows, who: string): Promise<void> {
  const { contacts, chores, context } = flows;
  const contact = pick([...contacts.all()], who);
  const { account } = contact ?? (await findPerson(flows, who));
  const ops = chores.note({ account, kind: CHORE.block, blocked: false });
  if (contact === undefined) {
    await context.store.commit(ops);
  } else {
    await contacts.update(account, (present) => ({ ...present, blocked: false }), [
      ...ops,
      friendEvent(contact, 'updated'),
    ]);
  }
  context.log.info('unblocked', { account: shortId(account) });
  chores.run();
}

/**
 * A closing contact whose outbox is empty: it goes once our home has confirmed the revocation. With a history that is kept, or
 * blocked, it stays as one who is no friend any more.
 */
export async function finishClosing(flows: FriendFlows, account: Uint8Array): Promise<void> {
  const { contacts, chores } = flows;
  const contact = contacts.get(account);
  if (contact?.relation !== RELATION.closing) return;
  if (contact.unconfirmedGrant.length > 0) {
    chores.run();
    return;
  }
  if (contact.blocked || !contact.forgetHistory) {
    await contacts.update(account, (present) => ({ ...present, relation: RELATION.removed }));
  } else {
    await contacts.drop(account, { keepHistory: false });
  }
}

/** The friend's server takes nothing from us any more: they have ended it, and their word is still on its way. */
export async function endedByFriend(flows: FriendFlows, account: Uint8Array, code: ErrorCode): Promise<void> {
  const { context, contacts, chores } = flows;
  const contact = contacts.get(account);
  if (contact?.relation !== RELATION.closing) return;
  context.log.info('closing-untold', { account: shortId(account), code });
  if (contact.blocked || !contact.forgetHistory) {
    await contacts.update(account, (present) => ({ ...present, relation: RELATION.removed }));
  } else if (contact.unconfirmedGrant.length === 0) {
    await contacts.drop(account, { keepHistory: false });
  } else {
    chores.run();
  }
}
