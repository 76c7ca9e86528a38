/**
 * Friend requests that wait for this person: taken over from our home at each sign-in and push, answered by accept, refuse
 * or later. Steps are on disk in an order in which a crash between any two leaves something that is finished later.
 */
import type { PastActRow } from '../core/generated/account.js';
import { RequestRow, type ContactRow } from '../core/generated/rows.js';
import { latestOf } from '../core/renaming.ts';
import { ONE_GROUP, RELATION, VERIFIED } from '../core/rows.ts';
import { openFriendRequest, type OpenedFriendRequest } from '../../shared/crypto/friend-request.ts';
import { openCertificate, openIdentityChain } from '../../shared/crypto/statements.ts';
import { isMiyuError, MiyuError } from '../../shared/errors.ts';
import { equalBytes, shortId, toHex } from '../../shared/ids.ts';
import { MAX_ADDRESSES } from '../../shared/wire/limits.ts';
import { FriendRefuseContent } from '../../shared/wire/generated/content.js';
import { Home, MailboxGrant, Signed } from '../../shared/wire/generated/identity.js';
import type { WaitingFriendRequest } from '../../shared/wire/generated/rendezvous.js';
import { ANSWER, CONTENT } from '../../shared/wire/protocols.ts';
import { CHORE } from './chores.ts';
import type { FlowContext } from './context.ts';
import {
  acceptContent,
  forgetRequest,
  friendEvent,
  MAX_REQUESTS,
  newContact,
  requestFrom,
  sendAddressKey,
  sendName,
  waitingRequests,
  type FriendFlows,
  type StoredRequest,
} from './friend-flows.ts';
import { giveGrant } from './grants.ts';
import { keepMet } from './met-prekeys.ts';
import { noteAct, pastActs } from './past-acts.ts';
import type { Op, RendezvousClient, Waiting } from './ports.ts';
import { pick } from './who.ts';

/** How long an acceptance waits for our home. */
const CONFIRM_TIMEOUT_MS = 5_000;

/** Takes over what waits at our home. Invalid requests are answered as refused, so that they go away. */
export async function fetchRequests(flows: FriendFlows, client: RendezvousClient, waiting: Waiting): Promise<void> {
  const { requests } = await client.listFriendRequests(waiting);
  const answered = requests.length === 0 ? new Map<string, never>() : pastActs(flows.context.store, 'answered');
  for (const waitingRequest of requests.slice(0, MAX_REQUESTS)) {
    await takeRequest(flows, waitingRequest, answered.get(toHex(waitingRequest.from)));
  }
}

async function takeRequest(flows: FriendFlows, waiting: WaitingFriendRequest, before: Before): Promise<void> {
  if (flows.chores.answered(waiting.from)) return;
  const opened = openRequest(flows.context, waiting);
  const outcome = opened === undefined ? ANSWER.refused : await takeOpened(flows, opened, undefined, before);
  if (outcome !== undefined) await answer(flows, waiting.from, outcome);
}

type Before = Pick<PastActRow, 'serial' | 'outcome'> | undefined;

/** What a request brings that comes from the requester's device itself (RequestRow). */
export type Brought = Pick<RequestRow, 'addresses' | 'bundle' | 'oneTime'>;
const NOTHING_BROUGHT: Brought = { addresses: [], bundle: new Uint8Array(0), oneTime: new Uint8Array(0) };

/**
 * A verified request, on disk when it resolves. The same one may come by both ways.
 * @param before how a request by the same person was answered last
 * @returns what it was answered before or is not worth asking the person: whoever keeps it may forget it; undefined: it waits here
 */
export async function takeOpened(
  flows: FriendFlows,
  opened: OpenedFriendRequest,
  brought: Brought | undefined,
  before: Before,
): Promise<number | undefined> {
  const { context, contacts } = flows;
  const { from } = opened;
  // One that was answered long ago: a server whose store was set back has it again. A new request comes with a newer grant.
  if (before !== undefined && before.serial >= opened.grant.serial) return before.outcome;
  const contact = contacts.get(from.account);
  const known = requestFrom(context, from.account);
  const grant = Signed.encode(opened.signedGrant);
  if (contact !== undefined && contact.relation === RELATION.friend && known === undefined) {
    // Accepted before, and the requester or the server did not hear of it.
    if (serialOf(contact.grantHeld) >= opened.grant.serial) return ANSWER.accepted;
  }
  if (contact?.blocked === true) return ANSWER.refused;
  // Both asked: the lower account id answers, the other waits for that answer.
  const bothAsked = contact !== undefined && contact.relation === RELATION.requested;
  if (bothAsked && Buffer.compare(context.own().account, from.account) > 0) {
    if (brought !== undefined) await askBack(flows, contact, brought);
    return undefined;
  }
  if (known !== undefined && equalBytes(known.request.grant, grant)) {
    if (brought !== undefined) await context.store.commit([putRequest(known.seq, { ...known.request, ...brought })]);
    return undefined;
  }

  const request: RequestRow = {
    ...(brought ?? NOTHING_BROUGHT),
    account: from.account,
    name: from.name,
    statements: opened.statements.map((statement) => Signed.encode(statement)),
    certificate: Signed.encode(opened.signedCertificate),
    home: Home.encode(opened.home),
    grant,
    greeting: opened.greeting,
    receivedAt: BigInt(context.clock.wall()),
  };
  const seq = known?.seq ?? (waitingRequests(context).at(-1)?.seq ?? 0n) + 1n;
  const ops = [putRequest(seq, request)];
  await context.store.commit(bothAsked ? ops : [...ops, friendEvent(request, 'incoming')]);
  context.log.info('request-received', { account: shortId(from.account) });
  if (bothAsked) await acceptRequest(flows, { seq, request });
  return undefined;
}

const putRequest = (seq: bigint, request: RequestRow): Op => ({
  ...({ op: 'put', table: 'requests', id: ONE_GROUP } as const),
  ...{ seq, value: RequestRow.encode(request) },
});

/** It is the other's to answer, who has not heard of our request, or a server keeps it that does not answer; and who is there now. */
async function askBack(
  { chores, contacts, meets }: FriendFlows,
  { account, greeting }: Readonly<ContactRow>,
  { addresses }: Brought,
): Promise<void> {
  await contacts.update(
    account,
    (contact) => ({ ...contact, addresses: withNewer(contact.addresses, addresses) }),
    chores.note({ account, kind: CHORE.request, greeting }),
  );
  meets.tend();
}

const withNewer = (known: readonly string[], newer: readonly string[]): string[] =>
  [...new Set([...newer, ...known])].slice(0, MAX_ADDRESSES);

function openRequest(context: FlowContext, waiting: WaitingFriendRequest): OpenedFriendRequest | undefined {
  const own = context.own();
  try {
    const opened = openFriendRequest(waiting.sealed, own.identity.exchange.secretKey, own.account);
    return equalBytes(opened.from.account, waiting.from) ? opened : undefined;
  } catch (error) {
    if (!isMiyuError(error, 'cannot-open')) throw error;
    context.log.info('request-invalid', { account: shortId(waiting.from) });
    return undefined;
  }
}

const serialOf = (grant: Uint8Array): bigint =>
  grant.length === 0 ? 0n : MailboxGrant.decode(Signed.decode(grant).payload).serial;

/** Notes the answer and gives it as soon as our home is there. */
async function answer(
  flows: FriendFlows,
  account: Uint8Array,
  outcome: number,
  request?: StoredRequest,
): Promise<void> {
  const ops = flows.chores.note({ account, kind: CHORE.answer, outcome });
  await flows.context.store.commit(
    request === undefined
      ? ops
      : [...ops, forgetRequest(request.seq), ...noteAnswered(flows.context, request.request, outcome)],
  );
  flows.chores.run();
}

/** So that this very request is not asked of the person again. */
export const noteAnswered = ({ store }: FlowContext, { account, grant }: RequestRow, outcome: number): Op[] =>
  noteAct(store, 'answered', { account, serial: serialOf(grant), outcome });

/** @throws MiyuError 'no-such-request' | 'ambiguous-friend' */
export function needRequest(context: FlowContext, who: string): StoredRequest {
  const waiting = waitingRequests(context);
  const found = pick(
    waiting.map(({ request }) => request),
    who,
  );
  const stored = waiting.find(({ request }) => request === found);
  if (stored === undefined) throw new MiyuError('no-such-request');
  return stored;
}

/** Whom a request is from, verified once more on the way from the disk. */
export function requester(context: FlowContext, request: RequestRow): ContactRow {
  const person = openIdentityChain(request.statements.map((statement) => Signed.decode(statement)));
  const certificate = openCertificate(Signed.decode(request.certificate), person.identityKey, {
    account: person.account,
  });
  return newContact(context, {
    account: person.account,
    name: person.name,
    statements: request.statements,
    identityKey: person.identityKey,
    exchangeKey: person.exchangeKey,
    certificate: request.certificate,
    device: certificate.device,
    epoch: certificate.epoch,
    home: request.home,
  });
}

/**
 * Makes the requester a friend: contact with both grants and the acceptance in its outbox, then the request goes. Repeated
 * after a crash in between, it sends the acceptance again, which changes nothing for the friend.
 */
export async function acceptRequest(flows: FriendFlows, stored: StoredRequest): Promise<void> {
  const { context, contacts } = flows;
  const { request } = stored;
  const { account } = request;
  const person = requester(context, request);
  const present = contacts.get(account);
  if (present !== undefined && !equalBytes(present.identityKey, person.identityKey)) {
    throw new MiyuError('friend-key-changed');
  }
  // Asked perhaps long ago: a name of later is kept.
  const named = latestOf(present ?? person, request.statements);
  const accepted = (contact: ContactRow): ContactRow => ({
    ...contact,
    ...(person.epoch > contact.epoch
      ? { certificate: person.certificate, device: person.device, epoch: person.epoch }
      : {}),
    ...named,
    home: request.home,
    addresses: withNewer(contact.addresses, request.addresses),
    relation: RELATION.friend,
    grantHeld: request.grant,
    forgetHistory: false,
    blocked: false,
    ...(contact.grantGiven.length > 0 ? {} : giveGrant(context, account, contact.grantSerial)),
  });
  const isNew = present?.relation !== RELATION.friend;
  const ops = [...(isNew ? [friendEvent(person, 'accepted')] : []), ...keepMet(request)];
  const yes = acceptContent(flows);
  if (present === undefined) await contacts.add(accepted({ ...person, verified: VERIFIED.no }), ops, yes);
  else await contacts.update(account, accepted, ops, yes);
  await confirmSoon(flows, account);
  await sendAddressKey(flows, account);
  await sendName(flows, account);
  await answer(flows, account, ANSWER.accepted, stored);
  context.log.info('request-accepted', { account: shortId(account) });
  flows.retry(account);
}

/** Our grant should be at our home before the friend uses it; where the home is away it follows. */
async function confirmSoon({ chores, context }: FriendFlows, account: Uint8Array): Promise<void> {
  try {
    await chores.confirm(account, { timeoutMs: CONFIRM_TIMEOUT_MS });
  } catch (error) {
    if (!(error instanceof MiyuError)) throw error;
    context.log.info('grant-waits', { account: shortId(account), code: error.code });
  }
}

/** The requester is told in a session opened for nothing else, and then forgotten. */
export async function refuseRequest(flows: FriendFlows, stored: StoredRequest): Promise<void> {
  const { context, contacts } = flows;
  const { request } = stored;
  const { account } = request;
  if (contacts.get(account) === undefined) {
    const contact = { ...requester(context, request), relation: RELATION.closing, forgetHistory: true };
    const { addresses, grant } = request;
    // In one batch: an end with nothing left to say is over as soon as a link comes up.
    const no = { kind: CONTENT.friendRefuse, body: () => FriendRefuseContent.encode({}) };
    await contacts.add({ ...contact, addresses, grantHeld: grant }, keepMet(request), no);
  }
  await answer(flows, account, ANSWER.refused, stored);
  context.log.info('request-refused', { account: shortId(account) });
}

/** After a start: an acceptance that a crash cut in two. */
export async function resumeAcceptances(flows: FriendFlows): Promise<void> {
  for (const stored of waitingRequests(flows.context)) {
    const contact = flows.contacts.get(stored.request.account);
    const begun = contact?.relation === RELATION.friend && equalBytes(contact.grantHeld, stored.request.grant);
    if (begun) await acceptRequest(flows, stored);
  }
}

/** Requests that the person put off: not shown as new again before the next login. */
export class Postponed {
  readonly #accounts = new Set<string>();

  add(account: Uint8Array): void {
    this.#accounts.add(toHex(account));
  }
  has(account: Uint8Array): boolean {
    return this.#accounts.has(toHex(account));
  }
}
