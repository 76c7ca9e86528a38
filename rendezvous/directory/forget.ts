/** What the directory has of an account that is deleted: prekeys and address record. */
import { concatBytes } from '../../shared/ids.ts';
import { MAX_ONE_TIME_PREKEYS } from '../../shared/wire/limits.ts';
import type { StoreTransaction } from '../store/store.ts';

export async function forgetInDirectory(tx: StoreTransaction, account: Uint8Array): Promise<void> {
  const last = concatBytes(account, new Uint8Array(4).fill(0xff));
  const rows = await tx.scan('one-time', { gte: account, lte: last, limit: 2 * MAX_ONE_TIME_PREKEYS });
  for (const { key } of rows) tx.delete('one-time', key);
  tx.delete('prekeys', account);
  tx.delete('addresses', account);
}
