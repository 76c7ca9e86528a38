/** Where an account's device listens just now: a record that the account signs, that expires, and that friends alone may read. */
import { openAddressRecord } from '../../shared/crypto/statements.ts';
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes, toHex } from '../../shared/ids.ts';
import type { FetchAddressResponse, PublishAddressRequest } from '../../shared/wire/generated/rendezvous.js';
import { AddressRow } from '../store/generated/rows.js';
import type { Store } from '../store/store.ts';
import type { FindAccount } from './lookup.ts';
import type { PrekeyParts, Publisher } from './prekeys.ts';

/**
 * How long the record lives is counted from its arrival, so that a peer whose clock is wrong can be found as well.
 * @param now Unix milliseconds
 * @throws MiyuError 'malformed' | 'record-invalid' | 'record-stale' (detail: the sequence that is there) | 'session-replaced'
 */
export async function publishAddress(
  parts: { readonly store: Store; readonly findAccount: FindAccount; readonly maxLifetimeMs: number },
  owner: Publisher,
  request: PublishAddressRequest,
  now: number,
): Promise<void> {
  const { record: signed } = request;
  if (signed === undefined) throw new MiyuError('malformed', { field: 'record' });
  const { account, device, epoch } = owner;
  const record = openAddressRecord(signed, owner.identityKey, { account, device, epoch });
  const lifetime = record.expiresAt - record.issuedAt;
  if (lifetime > BigInt(parts.maxLifetimeMs)) {
    throw new MiyuError('record-invalid', { field: 'expiresAt', detail: parts.maxLifetimeMs });
  }
  await parts.store.transact([`address:${toHex(account)}`], async (tx) => {
    const current = await parts.findAccount(tx, account);
    if (current === undefined || current.epoch !== epoch) throw new MiyuError('session-replaced');
    const bytes = await tx.get('addresses', account);
    const row = bytes === undefined ? undefined : AddressRow.decode(bytes);
    if (row !== undefined && row.epoch === epoch && equalBytes(row.device, device) && row.sequence >= record.sequence) {
      if (equalBytes(row.record!.payload, signed.payload)) return;
      throw new MiyuError('record-stale', { detail: Number(row.sequence) });
    }
    const { sequence } = record;
    const expiresAt = BigInt(now) + lifetime;
    tx.put('addresses', account, AddressRow.encode({ record: signed, device, epoch, sequence, expiresAt }));
  });
}

/**
 * No record where there is none, it has expired, or it is of a device that was signed out.
 * @throws MiyuError 'malformed' | 'unknown-account' | 'not-granted'
 */
export async function fetchAddress(
  parts: Pick<PrekeyParts, 'store' | 'findAccount' | 'holdsGrant'>,
  requester: Uint8Array,
  account: Uint8Array,
  now: number,
): Promise<FetchAddressResponse> {
  const owner = await parts.findAccount(parts.store, account);
  if (owner === undefined) throw new MiyuError('unknown-account');
  if (!equalBytes(requester, account) && !(await parts.holdsGrant(account, requester))) {
    throw new MiyuError('not-granted');
  }
  const certificate = owner.certificate!;
  const bytes = await parts.store.get('addresses', account);
  const row = bytes === undefined ? undefined : AddressRow.decode(bytes);
  const valid =
    row !== undefined &&
    row.expiresAt > BigInt(now) &&
    row.epoch === owner.epoch &&
    equalBytes(row.device, owner.device);
  return valid ? { record: row.record!, certificate } : { certificate };
}
