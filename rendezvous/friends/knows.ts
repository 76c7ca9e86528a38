/** What is stored of an account's friendships: grants in both directions, requests that wait, and whom it blocks. */
import { concatBytes, ID_BYTES } from '../../shared/ids.ts';
import type { KnownGrant, KnownRequest, KnowsResponse } from '../../shared/wire/generated/rendezvous.js';
import { SCOPE } from '../../shared/wire/protocols.ts';
import { GrantRow, RequestRow } from '../store/generated/rows.js';
import type { Row, StoreReader } from '../store/store.ts';
import { findGrant, grantKey } from './grants.ts';
import { MENTION, mentionsOf } from './mentions.ts';

type Known = Pick<
  KnowsResponse,
  | 'grantsGiven'
  | 'grantsGivenTotal'
  | 'grantsHeld'
  | 'grantsHeldTotal'
  | 'requestsReceived'
  | 'requestsSent'
  | 'requestsSentTotal'
  | 'blocked'
  | 'blockedTotal'
>;

/** @param limits entries of one list, and rows that are counted */
export async function knownFriends(
  reader: StoreReader,
  account: Uint8Array,
  limits: { readonly listed: number; readonly counted: number },
): Promise<Known> {
  const { listed, counted } = limits;
  const [given, held, received, sent, blocked] = await Promise.all([
    under(reader, 'grants', account, counted),
    mentionsOf(reader, account, MENTION.grant, counted),
    under(reader, 'requests', account, listed),
    mentionsOf(reader, account, MENTION.request, counted),
    under(reader, 'blocks', account, counted),
  ]);
  return {
    grantsGiven: given.slice(0, listed).map(({ key, value }) => ({
      ...grantOf(GrantRow.decode(value), key.subarray(ID_BYTES, 2 * ID_BYTES)),
      scope: key[2 * ID_BYTES]!,
    })),
    grantsGivenTotal: given.length,
    grantsHeld: await heldFrom(reader, account, held.slice(0, listed)),
    grantsHeldTotal: held.length,
    requestsReceived: received.map(({ key, value }) => requestOf(RequestRow.decode(value), key.subarray(ID_BYTES))),
    requestsSent: await sentTo(reader, account, sent.slice(0, listed)),
    requestsSentTotal: sent.length,
    blocked: blocked.slice(0, listed).map(({ key }) => key.subarray(ID_BYTES)),
    blockedTotal: blocked.length,
  };
}

function under(
  reader: StoreReader,
  table: 'grants' | 'requests' | 'blocks',
  owner: Uint8Array,
  limit: number,
): Promise<readonly Row[]> {
  const lte = concatBytes(owner, new Uint8Array(ID_BYTES + 1).fill(0xff));
  return Promise.resolve(reader.scan(table, { gt: owner, lte, limit }));
}

const grantOf = ({ serial, revoked }: GrantRow, account: Uint8Array): Omit<KnownGrant, 'scope'> => ({
  ...{ account, serial, revoked },
});

const requestOf = ({ sealed, receivedAt }: RequestRow, account: Uint8Array): KnownRequest => ({
  ...{ account, receivedAt, bytes: sealed.length },
});

async function heldFrom(
  reader: StoreReader,
  account: Uint8Array,
  owners: readonly Uint8Array[],
): Promise<KnownGrant[]> {
  const held: KnownGrant[] = [];
  for (const owner of owners) {
    for (const scope of Object.values(SCOPE)) {
      const row = await findGrant(reader, grantKey(owner, account, scope));
      if (row !== undefined) held.push({ ...grantOf(row, owner), scope });
    }
  }
  return held;
}

async function sentTo(reader: StoreReader, account: Uint8Array, to: readonly Uint8Array[]): Promise<KnownRequest[]> {
  const sent: KnownRequest[] = [];
  for (const recipient of to) {
    const bytes = await reader.get('requests', concatBytes(recipient, account));
    if (bytes !== undefined) sent.push(requestOf(RequestRow.decode(bytes), recipient));
  }
  return sent;
}
