/** An account, gone from every table in one transaction (but for what the log keeps: hashes, and the id among them), put together from the features that store something of it. */
import { MiyuError } from '../shared/errors.ts';
import { toHex } from '../shared/ids.ts';
import { extendChain, isChainFault, openChain, type ChainState } from '../shared/transparency/chain.ts';
import type { Signed } from '../shared/wire/generated/identity.js';
import { forgetAccount } from './accounts/forget.ts';
import { findAccount } from './accounts/rows.ts';
import { forgetInDirectory } from './directory/forget.ts';
import { forgetFriends } from './friends/forget.ts';
import { STEP_ROWS, TOKENS } from './limits.ts';
import type { DirectoryLog } from './log/directory-log.ts';
import { LOG_LOCK } from './log/rows.ts';
import { mailboxLock } from './mailbox/deposit.ts';
import { forgetMailbox } from './mailbox/forget.ts';
import type { Store } from './store/store.ts';
import { sealedKey } from './vaults/rows.ts';
import { vaultLock } from './vaults/vaults.ts';

/**
 * What follows an account's statements: its owner's word that it ends.
 * @throws MiyuError 'statement-invalid'
 */
export function lastOf(statements: readonly Signed[], statement: Signed): { before: ChainState; after: ChainState } {
  const before = openChain(statements);
  const after = isChainFault(before) ? before : extendChain(before, statement);
  if (isChainFault(before) || isChainFault(after) || after.kind !== 'delete') throw new MiyuError('statement-invalid');
  return { before, after };
}

/**
 * @param statement the last of its chain
 * @param heldUntil until when its name is held back, Unix milliseconds
 * @returns whether there was one
 * @throws MiyuError (rejects) 'statement-invalid' | 'busy', and as the store
 */
export function deleteAccount(
  { store, directoryLog }: { readonly store: Store; readonly directoryLog: DirectoryLog },
  account: Uint8Array,
  statement: Signed,
  heldUntil: number,
  now: number,
): Promise<boolean> {
  const key = toHex(account);
  const locks = [
    ...[`account:${key}`, `guest:${key}`, `prekeys:${key}`, `address:${key}`, `requests:${key}`, `tokens:${key}`],
    ...[mailboxLock(account), vaultLock(account), LOG_LOCK],
  ];
  return store.transact(locks, async (tx) => {
    const row = await findAccount(tx, account);
    if (row !== undefined) await directoryLog.append(tx, [lastOf(row.statements, statement)]);
    const was = await forgetAccount(tx, account, heldUntil, now, TOKENS.mostPerAccount);
    await forgetInDirectory(tx, account);
    await forgetFriends(tx, account, STEP_ROWS);
    await forgetMailbox(tx, account, STEP_ROWS);
    tx.delete('vaults', account);
    tx.delete('vaults', sealedKey(account));
    return was;
  });
}
