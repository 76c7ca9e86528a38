/**
 * Asking people. A request is: a contact with our grant for them, the grant at our home, the sealed request
 * at theirs, or on their device where no server is there. What a crash or a silent server leaves undone is done at the next sign-in; what is
 * refused leaves no trace.
 */
import { RELATION, VERIFIED } from '../core/rows.ts';
import type { ContactRow } from '../core/generated/rows.js';
import { utf8 } from '../../shared/crypto/hash.ts';
import { isMiyuError, MiyuError, type ErrorCode } from '../../shared/errors.ts';
import { equalBytes, shortId } from '../../shared/ids.ts';
import { Home } from '../../shared/wire/generated/identity.js';
import { MAX_ADDRESSES, MAX_GREETING_BYTES } from '../../shared/wire/limits.ts';
import { CHORE, mayPass } from './chores.ts';
import { pointOf, seek, type Sought } from './find-person.ts';
import { afterRequest, friendEvent, newContact, requestFrom, sealedRequest, type FriendFlows } from './friend-flows.ts';
import { giveGrant, revokeGrant } from './grants.ts';
import type { MeetingPoint } from './meet.ts';
import type { Meeting, Waiting } from './ports.ts';
import { acceptRequest } from './requests.ts';
import { meant } from './who.ts';

export interface Asked {
  readonly account: Uint8Array;
  readonly outcome: 'requested' | 'accepted';
  /** Who has the request: the person's device, the person's server, nobody yet (it goes by whatever answers first). null: accepted. */
  readonly way: 'direct' | 'server' | 'later' | null;
}

/**
 * Asks somebody to be a friend, or accepts where they have asked already.
 * @throws MiyuError 'not-yourself' | 'no-such-user' | 'already-friends' | 'already-requested' | 'not-accepting' |
 *   'greeting-too-long' | 'friend-key-changed' | 'friend-blocked' | 'requests-full' | 'server-unreachable' | 'inviter-unreachable' | …
 */
export async function addFriend(flows: FriendFlows, who: string, greeting: string): Promise<Asked> {
  return await askPerson(flows, who, pointOf(who), meantByInvite(who), greeting);
}

/**
 * The same of somebody who was seen without a link (on this network): who it is is only as certain as a name looked up at a server.
 * @throws MiyuError as `addFriend`
 */
export async function addAtPlace(flows: FriendFlows, point: MeetingPoint, greeting: string): Promise<Asked> {
  return await askPerson(flows, point, point, false, greeting);
}

async function askPerson(
  flows: FriendFlows,
  who: string | MeetingPoint,
  point: MeetingPoint | undefined,
  byInvite: boolean,
  greeting: string,
): Promise<Asked> {
  if (utf8(greeting).length > MAX_GREETING_BYTES) {
    throw new MiyuError('greeting-too-long', { field: 'greeting', detail: MAX_GREETING_BYTES });
  }
  const waiting = { signal: flows.background.signal };
  // Without our home the friend could not answer us by theirs: a clear error now is better than a request that waits unseen.
  if (point === undefined) await flows.homes.ownHome(waiting);
  const { found, meeting } = await seek(flows, who, point, waiting);
  try {
    const { account } = found;
    if (equalBytes(account, flows.context.own().account)) throw new MiyuError('not-yourself');
    const contact = flows.contacts.get(account);
    if (contact?.blocked === true) throw new MiyuError('friend-blocked');
    if (contact?.relation === RELATION.friend) throw new MiyuError('already-friends');

    const request = requestFrom(flows.context, account);
    if (request !== undefined) {
      await acceptRequest(flows, request);
      return { account, outcome: 'accepted', way: null };
    }
    if (contact?.relation === RELATION.requested) {
      if (!flows.chores.waitsFor(account, CHORE.request)) throw new MiyuError('already-requested');
    } else {
      // An end that is still being told is overtaken by the new beginning.
      if (contact?.relation === RELATION.closing)
        await flows.contacts.drop(account, { keepHistory: !contact.forgetHistory });
      await noteRequest(flows, { found, meeting }, point, byInvite, greeting);
    }
    const way = await sendNow(flows, account, meeting, waiting);
    flows.context.log.info('request-sent', { account: shortId(account), path: way });
    return { account, outcome: 'requested', way };
  } finally {
    meeting?.close();
  }
}

function meantByInvite(who: string): boolean {
  return meant(who).by === 'invite';
}

/** The contact, its grant and the request that is to be sent, in one batch. */
async function noteRequest(
  flows: FriendFlows,
  { found, meeting }: Sought,
  point: MeetingPoint | undefined,
  byInvite: boolean,
  greeting: string,
): Promise<void> {
  const { context, contacts, chores } = flows;
  // A directory may know of a newer device than the link.
  const here = point !== undefined && equalBytes(point.device, found.device) ? point.addresses : [];
  const asked = (contact: ContactRow): ContactRow => ({
    ...contact,
    ...giveGrant(context, found.account, contact.grantSerial),
    home: Home.encode(found.home),
    name: found.name,
    statements: found.statements,
    ...(found.epoch >= contact.epoch
      ? { certificate: found.certificate, device: found.device, epoch: found.epoch }
      : {}),
    addresses: [...new Set([...here, ...contact.addresses])].slice(0, MAX_ADDRESSES),
    relation: RELATION.requested,
    verified: Math.max(contact.verified, byInvite ? VERIFIED.invite : VERIFIED.no),
    grantHeld: new Uint8Array(0),
    forgetHistory: false,
    greeting,
  });
  const ops = [
    ...chores.note(
      { account: found.account, kind: CHORE.request, greeting },
      // What no directory has shown is looked at there as soon as it answers.
      ...(meeting === undefined ? [] : [{ account: found.account, kind: CHORE.lookUp }]),
    ),
    friendEvent(found, 'requested'),
  ];
  if (contacts.get(found.account) !== undefined) {
    await contacts.update(found.account, asked, ops);
    return;
  }
  const fresh = newContact(context, { ...found, home: Home.encode(found.home) });
  await contacts.add(asked(fresh), ops);
}

/**
 * To the device that is there, where one is; else grant, then request, to the servers. Where nobody answers now, it follows later by the way
 * that opens first; where a server refuses, everything is taken back.
 */
async function sendNow(
  flows: FriendFlows,
  account: Uint8Array,
  meeting: Meeting | undefined,
  waiting: Waiting,
): Promise<'direct' | 'server' | 'later'> {
  if (meeting !== undefined) {
    try {
      await flows.meets.ask(meeting, account, waiting);
      flows.chores.run();
      return 'direct';
    } catch (error) {
      if (!(error instanceof MiyuError)) throw error;
      flows.context.log.info('meeting-failed', { account: shortId(account), code: error.code });
    }
  }
  try {
    await flows.chores.confirm(account, waiting);
    if ((await flows.chores.now(account, CHORE.request, waiting)) === 'done') return 'server';
  } catch (error) {
    if (!mayPass(error)) {
      await takeBack(flows, account);
      throw error;
    }
    flows.chores.run();
  }
  flows.meets.tend();
  return 'later';
}

/** A request that never was: the contact goes as soon as our home knows that its grant is void. */
export async function takeBack(flows: FriendFlows, account: Uint8Array): Promise<void> {
  const { context, contacts, chores } = flows;
  const contact = contacts.get(account);
  if (contact === undefined || contact.relation !== RELATION.requested) return;
  await contacts.update(
    account,
    (present) => ({ ...present, ...revokeGrant(context, present), ...afterRequest(context, account) }),
    [...chores.forget(account, CHORE.request), friendEvent(contact, 'dropped')],
  );
  chores.run();
}

/** Seals our request to a contact and gives it to their home. A request that waits there already is the same to us. */
export async function sendRequest(
  flows: FriendFlows,
  account: Uint8Array,
  greeting: string,
  waiting: Waiting,
): Promise<void> {
  const { context, contacts, homes } = flows;
  const contact = contacts.get(account);
  if (contact === undefined || contact.grantGiven.length === 0) return;
  const client = await homes.reach(Home.decode(contact.home), waiting);
  const sealed = sealedRequest(context, contact, greeting);
  try {
    await client.sendFriendRequest({ to: account, sealed }, waiting);
  } catch (error) {
    if (isMiyuError(error, 'request-waiting')) return;
    if (isMiyuError(error, 'unknown-account')) throw new MiyuError('no-such-user', { cause: error });
    throw error;
  }
}

/** A request of ours that was refused for good while nobody waited for the answer. */
export async function requestRefused(flows: FriendFlows, account: Uint8Array, code: ErrorCode): Promise<void> {
  flows.context.log.info('request-undeliverable', { account: shortId(account), code });
  await takeBack(flows, account);
}
