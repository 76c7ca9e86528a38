/** The mailbox of an account that is deleted, with all that waits in it. What the account has left with others is theirs. */
import type { StoreTransaction } from '../store/store.ts';
import { behindOwner, LAST_SEQUENCE, mailKey } from './rows.ts';

/** @param stepRows rows that are read at once: mail is large */
export async function forgetMailbox(tx: StoreTransaction, owner: Uint8Array, stepRows: number): Promise<void> {
  while (true) {
    const rows = await tx.scan('mail', {
      gte: mailKey(owner, 0n),
      lte: mailKey(owner, LAST_SEQUENCE),
      limit: stepRows,
    });
    if (rows.length === 0) break;
    for (const { key } of rows) tx.delete('mail', key);
  }
  while (true) {
    const rows = await tx.scan('mailboxes', { gte: owner, lte: behindOwner(owner), limit: stepRows });
    if (rows.length === 0) break;
    for (const { key } of rows) tx.delete('mailboxes', key);
  }
}
