/**
 * Who somebody is: by the directory, whose answers are held against what is pinned; by the person's own device, where an invite says where it
 * is and no directory answers. Then the directory is asked as soon as it is there (`lookAgain`).
 */
import type { ContactRow } from '../core/generated/rows.js';
import { latestOf, renamed } from '../core/renaming.ts';
import { isMiyuError, MiyuError } from '../../shared/errors.ts';
import { equalBytes, shortId } from '../../shared/ids.ts';
import { Home, Signed } from '../../shared/wire/generated/identity.js';
import { mayPass } from './chores.ts';
import { renamedEvent } from './events.ts';
import { mayTell, type FriendFlows } from './friend-flows.ts';
import { checkAgainstPins, lookUp, namesakeOf, sameName, type Found } from './lookup.ts';
import type { By } from './logs.ts';
import type { MeetingPoint } from './meet.ts';
import type { Meeting, RendezvousClient, Waiting } from './ports.ts';
import { meant, pick, type Meant } from './who.ts';

/** Of a look-up, while there is another way to find somebody. */
const LOOK_UP_MS = 4_000;

/** Somebody found, and by what. */
export interface Sought {
  readonly found: Found;
  /** Open, with the person's own device, where no server was asked. */
  readonly meeting?: Meeting | undefined;
}

/**
 * Who this is, by the directory: a stranger by name, account id or invite, or a contact by any of its names. By the own device, where an
 * invite names it and the directory does not answer.
 * @throws MiyuError 'no-such-user' | 'friend-key-changed' | 'server-unreachable' | 'inviter-unreachable' | …
 */
export async function findPerson(flows: FriendFlows, who: string, waiting: Waiting = {}): Promise<Found> {
  const point = pointOf(who);
  const { found, meeting } = await seek(flows, who, point, waiting);
  meeting?.close();
  return found;
}

/** Where somebody can be asked without a server, where this is a link that says so. @throws MiyuError 'invite-malformed' */
export function pointOf(who: string): MeetingPoint | undefined {
  const target: Meant = meant(who);
  if (target.by !== 'invite' || target.direct === undefined) return undefined;
  const { account, home, direct } = target;
  return { account, home, ...direct };
}

/**
 * By the directory, which proves what it says; where it does not answer, by the device. Where our own home is away the device is asked first:
 * servers that do not answer take their time.
 */
export async function seek(
  flows: FriendFlows,
  who: string | MeetingPoint,
  point: MeetingPoint | undefined,
  waiting: Waiting,
): Promise<Sought> {
  if (point === undefined) return { found: await byDirectory(flows, who, waiting) };
  let failure: unknown;
  if (flows.homes.ownClient() !== undefined) {
    try {
      return { found: await byDirectory(flows, who, { timeoutMs: LOOK_UP_MS, ...waiting }) };
    } catch (error) {
      if (!mayPass(error)) throw error;
      failure = error;
    }
  }
  const met = await byDevice(flows, point, waiting);
  if (met !== undefined) return met;
  // Not asked yet, or given little time.
  if (failure === undefined || isMiyuError(failure, 'timeout')) {
    try {
      await flows.homes.ownHome(waiting);
      return { found: await byDirectory(flows, who, waiting) };
    } catch (error) {
      failure = error;
    }
  }
  const isAway = isMiyuError(failure, 'server-unreachable') || isMiyuError(failure, 'timeout');
  throw isAway ? new MiyuError('inviter-unreachable', { cause: failure }) : failure;
}

/** Undefined: not there, or not to be believed without a server (a friend has that name at that home). */
async function byDevice(flows: FriendFlows, point: MeetingPoint, waiting: Waiting): Promise<Sought | undefined> {
  if (equalBytes(point.account, flows.context.own().account)) throw new MiyuError('not-yourself');
  try {
    const { found, meeting } = await flows.meets.meet(point, waiting);
    if (namesakeOf(flows.contacts, found) === undefined) {
      const contact = flows.contacts.get(found.account);
      const latest = contact === undefined ? {} : latestOf(contact, found.statements);
      return { found: { ...found, ...latest }, meeting };
    }
    meeting.close();
  } catch (error) {
    if (!(error instanceof MiyuError)) throw error;
    flows.context.log.info('meeting-failed', { account: shortId(point.account), code: error.code });
  }
  return undefined;
}

async function byDirectory(flows: FriendFlows, who: string | MeetingPoint, waiting: Waiting = {}): Promise<Found> {
  const isText = typeof who === 'string';
  const known = isText ? pick([...flows.contacts.all()], who) : flows.contacts.get(who.account);
  if (known !== undefined) return await ofContact(flows, known, isText ? who : '', waiting);
  const target = isText ? meant(who) : ({ by: 'account', account: who.account } as const);
  const home = isText ? homeOf(flows, meant(who)) : who.home;
  const by = target.by === 'name' ? { name: target.name } : { account: target.account };
  return await inDirectory(flows, home, (ask) => ask(by), waiting);
}

/** Somebody at another server is known by an invite, or by his own word on the LAN; that server then says who he is, with its log's proof. */
function homeOf({ context, homeNearby }: FriendFlows, target: Meant): Home {
  if (target.by === 'invite') return target.home;
  return (target.by === 'account' ? homeNearby?.(target.account) : undefined) ?? context.own().home;
}

/** @param who what the person said: where it is the contact's name, it is asked for as well */
const ofContact = (flows: FriendFlows, contact: Readonly<ContactRow>, who: string, waiting: Waiting): Promise<Found> =>
  inDirectory(flows, Home.decode(contact.home), (ask) => lookUpKnown(contact, who, ask), waiting);

async function inDirectory(
  flows: FriendFlows,
  home: Home,
  find: (ask: (by: By) => Promise<Found>) => Promise<Found>,
  waiting: Waiting,
): Promise<Found> {
  const client = await flows.homes.reach(home, waiting);
  const found = await find((by) =>
    lookUp(client, home, by, waiting, async (asked) => (await flows.logs.lookUp(client, asked, waiting)).answer),
  );
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

/**
 * Looks somebody up whom we know from their own device: whether the directory has the same of them, and what they are called by now. Another key,
 * or a name that is another's there, is an alarm like at every look-up.
 * @throws MiyuError as `findPerson`
 */
export async function lookAgain(flows: FriendFlows, account: Uint8Array, waiting: Waiting): Promise<void> {
  const { contacts } = flows;
  const known = contacts.get(account);
  // By the name as well: whose it is by now is what a directory could lie about.
  if (known === undefined || !mayTell(known)) return;
  const { statements } = await ofContact(flows, known, known.name, waiting);
  const contact = contacts.get(account);
  const named = contact === undefined ? undefined : renamed(contact, statements);
  if (contact === undefined || named === undefined) return;
  const event = renamedEvent(account, named.name, contact.name);
  await contacts.update(account, (present) => ({ ...present, ...named }), [event]);
}
