/** An account, gone from every table in one transaction, put together from the features that store something of it. */
import { toHex } from '../shared/ids.ts';
import { forgetAccount } from './accounts/forget.ts';
import { forgetInDirectory } from './directory/forget.ts';
import { forgetFriends } from './friends/forget.ts';
import { STEP_ROWS, TOKENS } from './limits.ts';
import { mailboxLock } from './mailbox/deposit.ts';
import { forgetMailbox } from './mailbox/forget.ts';
import type { Store } from './store/store.ts';
import { sealedKey } from './vaults/rows.ts';
import { vaultLock } from './vaults/vaults.ts';

/**
 * @param heldUntil until when its name is held back, Unix milliseconds
 * @returns whether there was one
 * @throws MiyuError (rejects) as the store
 */
export function deleteAccount(store: Store, account: Uint8Array, heldUntil: number, now: number): Promise<boolean> {
  const key = toHex(account);
  const locks = [
    ...[`account:${key}`, `guest:${key}`, `prekeys:${key}`, `address:${key}`, `requests:${key}`, `tokens:${key}`],
    ...[mailboxLock(account), vaultLock(account)],
  ];
  return store.transact(locks, async (tx) => {
    const was = await forgetAccount(tx, account, heldUntil, now, TOKENS.perAccount);
    await forgetInDirectory(tx, account);
    await forgetFriends(tx, account, STEP_ROWS);
    await forgetMailbox(tx, account, STEP_ROWS);
    tx.delete('vaults', account);
    tx.delete('vaults', sealedKey(account));
    return was;
  });
}
