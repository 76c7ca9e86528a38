/** Friend requests that wait for their recipient: sealed boxes that the server cannot open. And the accounts that one blocks. */
import { MiyuError } from '../../shared/errors.ts';
import { concatBytes, equalBytes, ID_BYTES, toHex } from '../../shared/ids.ts';
import type {
  AnswerFriendRequestRequest,
  SendFriendRequestRequest,
  SetBlockRequest,
  WaitingFriendRequest,
} from '../../shared/wire/generated/rendezvous.js';
import { MAX_FRIEND_REQUEST_BYTES, MAX_PAGE_BYTES, MAX_WAITING_REQUESTS } from '../../shared/wire/limits.ts';
import { ANSWER } from '../../shared/wire/protocols.ts';
import { RequestRow } from '../store/generated/rows.js';
import type { Maybe, Store, StoreReader } from '../store/store.ts';
import { deleteMention, MENTION, putMention } from './mentions.ts';

/** Sender's id and time of one listed request, and their tags. */
const LIST_OVERHEAD_BYTES = 64;
const EMPTY = new Uint8Array(0);
const lockOf = (recipient: Uint8Array): string => `requests:${toHex(recipient)}`;

export interface RequestParts {
  readonly store: Store;
  isRegistered(account: Uint8Array): Maybe<boolean>;
}

/**
 * One request per pair waits: a newer one takes its place. Together they fit into one answer to `listFriendRequests`.
 * @param now Unix milliseconds
 * @returns how many wait for the recipient
 * @throws MiyuError 'malformed' | 'too-large' | 'not-yourself' | 'unknown-account' | 'not-accepting' | 'requests-full'
 */
export async function sendFriendRequest(
  parts: RequestParts,
  from: Uint8Array,
  request: SendFriendRequestRequest,
  now: number,
): Promise<number> {
  const { to, sealed } = request;
  if (to.length !== ID_BYTES) throw new MiyuError('malformed', { field: 'to' });
  if (sealed.length === 0) throw new MiyuError('malformed', { field: 'sealed' });
  if (sealed.length > MAX_FRIEND_REQUEST_BYTES) throw new MiyuError('too-large', { detail: MAX_FRIEND_REQUEST_BYTES });
  if (equalBytes(to, from)) throw new MiyuError('not-yourself');
  if (!(await parts.isRegistered(to))) throw new MiyuError('unknown-account');
  return parts.store.transact([lockOf(to)], async (tx) => {
    if ((await tx.get('blocks', concatBytes(to, from))) !== undefined) throw new MiyuError('not-accepting');
    const waiting = await waitingFor(tx, to);
    const others = waiting.filter((each) => !equalBytes(each.from, from));
    const bytes = others.reduce((sum, each) => sum + each.sealed.length + LIST_OVERHEAD_BYTES, 0);
    const fits = bytes + sealed.length + LIST_OVERHEAD_BYTES <= MAX_PAGE_BYTES;
    if (others.length >= MAX_WAITING_REQUESTS || !fits) {
      throw new MiyuError('requests-full', { detail: MAX_WAITING_REQUESTS });
    }
    tx.put('requests', concatBytes(to, from), RequestRow.encode({ sealed, receivedAt: BigInt(now) }));
    putMention(tx, from, MENTION.request, to);
    return others.length + 1;
  });
}

/** Oldest first. */
export async function listFriendRequests(
  reader: StoreReader,
  recipient: Uint8Array,
): Promise<readonly WaitingFriendRequest[]> {
  const waiting = await waitingFor(reader, recipient);
  return waiting.toSorted((a, b) => Number(a.receivedAt - b.receivedAt));
}

export const countFriendRequests = async (reader: StoreReader, recipient: Uint8Array): Promise<number> =>
  (await waitingFor(reader, recipient)).length;

/** The recipient has dealt with it: it is forgotten. @throws MiyuError 'malformed' | 'no-request' */
export async function answerFriendRequest(
  store: Store,
  recipient: Uint8Array,
  request: AnswerFriendRequestRequest,
): Promise<void> {
  const { from, outcome } = request;
  if (from.length !== ID_BYTES) throw new MiyuError('malformed', { field: 'from' });
  if (outcome !== ANSWER.accepted && outcome !== ANSWER.refused) throw new MiyuError('malformed', { field: 'outcome' });
  await store.transact([lockOf(recipient)], async (tx) => {
    const key = concatBytes(recipient, from);
    if ((await tx.get('requests', key)) === undefined) throw new MiyuError('no-request');
    tx.delete('requests', key);
    deleteMention(tx, from, MENTION.request, recipient);
  });
}

/** Requests by a blocked account are refused, and one that waits is dropped. @throws MiyuError 'malformed' | 'not-yourself' */
export async function setBlock(store: Store, owner: Uint8Array, request: SetBlockRequest): Promise<void> {
  const { account, blocked } = request;
  if (account.length !== ID_BYTES) throw new MiyuError('malformed', { field: 'account' });
  if (equalBytes(account, owner)) throw new MiyuError('not-yourself');
  const key = concatBytes(owner, account);
  await store.transact([lockOf(owner)], async (tx) => {
    const present = (await tx.get('blocks', key)) !== undefined;
    if (blocked && !present) tx.put('blocks', key, EMPTY);
    if (!blocked && present) tx.delete('blocks', key);
    if (blocked && (await tx.get('requests', key)) !== undefined) {
      tx.delete('requests', key);
      deleteMention(tx, account, MENTION.request, owner);
    }
  });
}

async function waitingFor(reader: StoreReader, recipient: Uint8Array): Promise<readonly WaitingFriendRequest[]> {
  const rows = await reader.scan('requests', {
    gte: recipient,
    lte: concatBytes(recipient, new Uint8Array(ID_BYTES).fill(0xff)),
    limit: MAX_WAITING_REQUESTS,
  });
  return rows.map(({ key, value }) => {
    const { sealed, receivedAt } = RequestRow.decode(value);
    return { from: key.subarray(ID_BYTES), sealed, receivedAt };
  });
}
