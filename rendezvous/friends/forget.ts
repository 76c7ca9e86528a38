/**
 * The friendships of an account that is deleted: its grants and those for it, its requests and those to it, and whom it blocks. Who
 * blocks it is the others' matter, and stays.
 */
import { concatBytes, ID_BYTES } from '../../shared/ids.ts';
import { SCOPE } from '../../shared/wire/protocols.ts';
import type { StoreTransaction, TableName } from '../store/store.ts';
import { grantKey } from './grants.ts';
import { deleteMention, MENTION, mentionsOf } from './mentions.ts';

/** @param stepRows rows that are read at once */
export async function forgetFriends(tx: StoreTransaction, account: Uint8Array, stepRows: number): Promise<void> {
  const depositors = await deleteUnder(tx, 'grants', account, stepRows);
  for (const key of depositors) deleteMention(tx, key.subarray(ID_BYTES, 2 * ID_BYTES), MENTION.grant, account);
  const requesters = await deleteUnder(tx, 'requests', account, stepRows);
  for (const key of requesters) deleteMention(tx, key.subarray(ID_BYTES), MENTION.request, account);
  await deleteUnder(tx, 'blocks', account, stepRows);
  for (const mention of Object.values(MENTION)) {
    while (true) {
      const owners = await mentionsOf(tx, account, mention, stepRows);
      if (owners.length === 0) break;
      for (const owner of owners) {
        deleteMention(tx, account, mention, owner);
        if (mention === MENTION.request) tx.delete('requests', concatBytes(owner, account));
        else for (const scope of Object.values(SCOPE)) tx.delete('grants', grantKey(owner, account, scope));
      }
    }
  }
}

/** @returns the keys that were there */
async function deleteUnder(
  tx: StoreTransaction,
  table: TableName & ('grants' | 'requests' | 'blocks'),
  account: Uint8Array,
  stepRows: number,
): Promise<Uint8Array[]> {
  const lte = concatBytes(account, new Uint8Array(ID_BYTES + 1).fill(0xff));
  const keys: Uint8Array[] = [];
  while (true) {
    // What is deleted already is not found again.
    const rows = await tx.scan(table, { gte: account, lte, limit: stepRows });
    if (rows.length === 0) return keys;
    for (const { key } of rows) {
      tx.delete(table, key);
      keys.push(key);
    }
  }
}
