/** Rows of accounts and guests, read. */
import { ID_BYTES } from '../../shared/ids.ts';
import { MiyuError } from '../../shared/errors.ts';
import { AccountRow, GuestRow } from '../store/generated/rows.js';
import type { StoreReader } from '../store/store.ts';

/** @throws MiyuError 'malformed' where the id has another length */
export async function findAccount(reader: StoreReader, account: Uint8Array): Promise<AccountRow | undefined> {
  if (account.length !== ID_BYTES) throw new MiyuError('malformed', { field: 'account' });
  const bytes = await reader.get('accounts', account);
  return bytes === undefined ? undefined : AccountRow.decode(bytes);
}

export async function findGuest(reader: StoreReader, account: Uint8Array): Promise<GuestRow | undefined> {
  const bytes = await reader.get('guests', account);
  return bytes === undefined ? undefined : GuestRow.decode(bytes);
}
