/**
 * Finding people and asking them. A request is: a contact with our grant for them, the grant at our home, the sealed request
 * at theirs. What a crash or a silent server leaves undone is done at the next sign-in; what is refused leaves no trace.
 */
import { latestOf, renamed } from '../core/renaming.ts';
import { RELATION, VERIFIED } from '../core/rows.ts';
import type { ContactRow } from '../core/generated/rows.js';
import { sealFriendRequest } from '../../shared/crypto/friend-request.ts';
import { utf8 } from '../../shared/crypto/hash.ts';
import { isMiyuError, MiyuError, type ErrorCode } from '../../shared/errors.ts';
import { equalBytes, shortId } from '../../shared/ids.ts';
import { Home, Signed } from '../../shared/wire/generated/identity.js';
import { MAX_GREETING_BYTES } from '../../shared/wire/limits.ts';
import { CHORE, mayPass } from './chores.ts';
import { renamedEvent } from './events.ts';
import { afterRequest, friendEvent, newContact, requestFrom, type FriendFlows } from './friend-flows.ts';
import { giveGrant, revokeGrant } from './grants.ts';
import { checkAgainstPins, lookUp, namesakeOf, sameName, type Found } from './lookup.ts';
import type { By } from './logs.ts';
import type { RendezvousClient, Waiting } from './ports.ts';
import { acceptRequest } from './requests.ts';
import { meant, pick } from './who.ts';

/**
 * Who this is, by the directory: a stranger by name, account id or invite, or a contact by any of its names.
 * @throws MiyuError 'no-such-user' | 'friend-key-changed' | 'server-unreachable' | …
 */
export async function findPerson(flows: FriendFlows, who: string, waiting: Waiting = {}): Promise<Found> {
  const own = flows.context.own();
  const known = pick([...flows.contacts.all()], who);
  const target = known === undefined ? meant(who) : undefined;
  const home = target === undefined ? Home.decode(known!.home) : homeOf(target, own.home);
  const client = await flows.homes.reach(home, waiting);
  const ask = (by: By): Promise<Found> =>
    lookUp(client, home, by, waiting, async (asked) => (await flows.logs.lookUp(client, asked, waiting)).answer);
  const found = await (target === undefined
    ? lookUpKnown(known!, who, ask)
    : ask(target.by === 'name' ? { name: target.name } : { account: target.account }));
  const namesake = namesakeOf(flows.contacts, found);
  if (namesake !== undefined) await refreshName(flows, client, namesake, waiting);
  await tellOtherKey(flows, client, found, waiting);
  checkAgainstPins(flows.contacts, found);
  const contact = flows.contacts.get(found.account);
  return contact === undefined ? found : { ...found, ...latestOf(contact, found.statements) };
}

/**
 * By the account, whose entry is compared with what was seen of it before; and by the name, where that is what the person said: whose it is
 * by now is what a directory could lie about.
 */
async function lookUpKnown(
  { account, name }: Readonly<ContactRow>,
  who: string,
  ask: (by: By) => Promise<Found>,
): Promise<Found> {
  if (!sameName(name, who.trim())) return await ask({ account });
  const isGone = (error: unknown): boolean => isMiyuError(error, 'no-such-user') || isMiyuError(error, 'name-held');
  let known: Found | undefined;
  let gone: unknown;
  try {
    known = await ask({ account });
  } catch (error) {
    if (!isGone(error)) throw error;
    gone = error;
  }
  try {
    const named = await ask({ name });
    return known !== undefined && equalBytes(named.account, account) ? known : named;
  } catch (error) {
    // Let go: by an account that has another name since, or is gone, which says more than whether the name is held.
    if (!isGone(error)) throw error;
    if (known === undefined) throw gone;
    return known;
  }
}

/** Where this contradicts what is pinned, nothing is sent to that friend until the person decides. */
async function tellOtherKey(
  { contacts, keys }: FriendFlows,
  client: RendezvousClient,
  found: Found,
  waiting: Waiting,
): Promise<void> {
  const namesake = namesakeOf(contacts, found);
  if (namesake !== undefined) await keys.nameOfAnother(namesake, found, client, waiting);
  const known = contacts.get(found.account);
  if (known === undefined || equalBytes(known.identityKey, found.identityKey)) return;
  await keys.otherKeys(
    known,
    found.statements.map((each) => Signed.decode(each)),
  );
}

/** Somebody else has the name by which we know a contact: where that one has another by now, there is no contradiction. */
async function refreshName(
  { contacts, keys, logs }: FriendFlows,
  client: RendezvousClient,
  { account, home }: Readonly<ContactRow>,
  waiting: Waiting,
): Promise<void> {
  const ask = async (by: By) => (await logs.lookUp(client, by, waiting)).answer;
  const { statements } = await lookUp(client, Home.decode(home), { account }, waiting, ask).catch((error: unknown) => {
    // Gone: then the name says nothing for the other one.
    if (isMiyuError(error, 'no-such-user')) return { statements: [] };
    throw error;
  });
  const contact = contacts.get(account);
  let named: ReturnType<typeof renamed>;
  try {
    named = contact === undefined ? undefined : renamed(contact, statements);
  } catch (error) {
    if (contact !== undefined && isMiyuError(error, 'friend-key-changed')) {
      await keys.otherKeys(
        contact,
        statements.map((each) => Signed.decode(each)),
      );
    }
    throw error;
  }
  if (contact === undefined || named === undefined) return;
  const event = renamedEvent(account, named.name, contact.name);
  await contacts.update(account, (present) => ({ ...present, ...named }), [event]);
}

function homeOf(target: ReturnType<typeof meant>, own: Home): Home {
  return target.by === 'invite' ? target.home : own;
}

/**
 * Asks somebody to be a friend, or accepts where they have asked already.
 * @throws MiyuError 'not-yourself' | 'no-such-user' | 'already-friends' | 'already-requested' | 'not-accepting' |
 *   'greeting-too-long' | 'friend-key-changed' | 'friend-blocked' | 'requests-full' | 'server-unreachable' | …
 */
export async function addFriend(
  flows: FriendFlows,
  who: string,
  greeting: string,
): Promise<{ readonly account: Uint8Array; readonly outcome: 'requested' | 'accepted' }> {
  if (utf8(greeting).length > MAX_GREETING_BYTES) {
    throw new MiyuError('greeting-too-long', { field: 'greeting', detail: MAX_GREETING_BYTES });
  }
  const waiting = { signal: flows.background.signal };
  // Without our home the friend could not answer us: a clear error now is better than a request that waits unseen.
  await flows.homes.ownHome(waiting);
  const found = await findPerson(flows, who, waiting);
  if (equalBytes(found.account, flows.context.own().account)) throw new MiyuError('not-yourself');
  const contact = flows.contacts.get(found.account);
  if (contact?.blocked === true) throw new MiyuError('friend-blocked');
  if (contact?.relation === RELATION.friend) throw new MiyuError('already-friends');

  const request = requestFrom(flows.context, found.account);
  if (request !== undefined) {
    await acceptRequest(flows, request);
    return { account: found.account, outcome: 'accepted' };
  }
  if (contact?.relation === RELATION.requested) {
    if (!flows.chores.waitsFor(found.account, CHORE.request)) throw new MiyuError('already-requested');
  } else {
    const byInvite = meantByInvite(who);
    // An end that is still being told is overtaken by the new beginning.
    if (contact?.relation === RELATION.closing)
      await flows.contacts.drop(found.account, { keepHistory: !contact.forgetHistory });
    await noteRequest(flows, found, byInvite, greeting);
  }
  await sendNow(flows, found.account, waiting);
  flows.context.log.info('request-sent', { account: shortId(found.account) });
  return { account: found.account, outcome: 'requested' };
}

function meantByInvite(who: string): boolean {
  return meant(who).by === 'invite';
}

/** The contact, its grant and the request that is to be sent, in one batch. */
async function noteRequest(flows: FriendFlows, found: Found, byInvite: boolean, greeting: string): Promise<void> {
  const { context, contacts, chores } = flows;
  const asked = (contact: ContactRow): ContactRow => ({
    ...contact,
    ...giveGrant(context, found.account, contact.grantSerial),
    home: Home.encode(found.home),
    name: found.name,
    statements: found.statements,
    ...(found.epoch >= contact.epoch
      ? { certificate: found.certificate, device: found.device, epoch: found.epoch }
      : {}),
    relation: RELATION.requested,
    verified: Math.max(contact.verified, byInvite ? VERIFIED.invite : VERIFIED.no),
    grantHeld: new Uint8Array(0),
    forgetHistory: false,
    greeting,
  });
  const ops = [
    ...chores.note({ account: found.account, kind: CHORE.request, greeting }),
    friendEvent(found, 'requested'),
  ];
  if (contacts.get(found.account) !== undefined) {
    await contacts.update(found.account, asked, ops);
    return;
  }
  const fresh = newContact(context, { ...found, home: Home.encode(found.home) });
  await contacts.add(asked(fresh), ops);
}

/** Grant, then request. Where a server is silent now, both follow later; where it refuses, everything is taken back. */
async function sendNow(flows: FriendFlows, account: Uint8Array, waiting: Waiting): Promise<void> {
  try {
    await flows.chores.confirm(account, waiting);
    await flows.chores.now(account, CHORE.request, waiting);
  } catch (error) {
    if (mayPass(error)) {
      flows.chores.run();
      return;
    }
    await takeBack(flows, account);
    throw error;
  }
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
  const own = context.own();
  const client = await homes.reach(Home.decode(contact.home), waiting);
  const sealed = sealFriendRequest(
    own.identity,
    {
      to: account,
      statement: own.statement,
      later: own.later.slice(-1),
      certificate: own.certificate,
      home: own.home,
      grant: Signed.decode(contact.grantGiven),
      greeting,
      sentAt: BigInt(context.clock.wall()),
    },
    contact.exchangeKey,
    context.random,
  );
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
