/** The account itself, gone: its row, the names it took, its tokens, and when it was a guest. The names are held back for a time. */
import { sha256, utf8 } from '../../shared/crypto/hash.ts';
import { openIdentityChain } from '../../shared/crypto/statements.ts';
import { concatBytes, ID_BYTES } from '../../shared/ids.ts';
import { isNameFault, normaliseName } from '../../shared/usernames.ts';
import { MAX_NAME_CODE_POINTS } from '../../shared/wire/limits.ts';
import type { StoreTransaction } from '../store/store.ts';
import { holdName, nameHashes } from './held.ts';
import { emailKey } from './policy.ts';
import { findAccount } from './rows.ts';

/**
 * @param heldUntil Unix milliseconds; not later than now: nothing is held back
 * @param maxTokens that one account may have open
 * @returns false where there is no such account
 */
export async function forgetAccount(
  tx: StoreTransaction,
  account: Uint8Array,
  heldUntil: number,
  now: number,
  maxTokens: number,
): Promise<boolean> {
  const row = await findAccount(tx, account);
  if (row === undefined) return false;
  const name = normaliseName(openIdentityChain(row.statements).name, MAX_NAME_CODE_POINTS);
  if (!isNameFault(name)) {
    tx.delete('names', utf8(name.key));
    tx.delete('skeletons', sha256(utf8(name.skeleton)));
    // Those that it let go before are held back as they are.
    if (heldUntil > now) holdName(tx, nameHashes(name), heldUntil);
  }
  if (row.email !== '') tx.delete('emails', utf8(emailKey(row.email)));
  const last = concatBytes(account, new Uint8Array(ID_BYTES).fill(0xff));
  for (const { key } of await tx.scan('tokens', { gt: account, lte: last, limit: 2 * maxTokens })) {
    // Another token's own row could lie here as well; it is shorter.
    if (key.length !== 2 * ID_BYTES) continue;
    tx.delete('tokens', key);
    tx.delete('tokens', key.subarray(ID_BYTES));
  }
  tx.delete('guests', account);
  tx.delete('accounts', account);
  return true;
}
