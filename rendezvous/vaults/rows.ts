/** Rows of a kept vault: what a login reads lies apart from the sealed bytes, so that no answer is slower by their size. */
import { concatBytes } from '../../shared/ids.ts';
import { VaultRow } from '../store/generated/rows.js';
import type { StoreReader } from '../store/store.ts';

export const sealedKey = (account: Uint8Array): Uint8Array => concatBytes(account, Uint8Array.of(1));

export async function findVault(reader: StoreReader, account: Uint8Array): Promise<VaultRow | undefined> {
  const bytes = await reader.get('vaults', account);
  return bytes === undefined ? undefined : VaultRow.decode(bytes);
}
