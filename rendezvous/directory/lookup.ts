/** Finding an account: by its exact name, or by its id. */
import { MiyuError } from '../../shared/errors.ts';
import { utf8 } from '../../shared/crypto/hash.ts';
import { foldName, isAskable } from '../../shared/usernames.ts';
import type { LookupRequest, LookupResponse } from '../../shared/wire/generated/rendezvous.js';
import type { AccountRow } from '../store/generated/rows.js';
import type { Maybe, StoreReader } from '../store/store.ts';

/** What the directory needs of accounts. @throws MiyuError 'malformed' by a wrong length of the id */
export type FindAccount = (reader: StoreReader, account: Uint8Array) => Maybe<AccountRow | undefined>;

/**
 * @param isHeld whether a folded name that is nobody's was somebody's not long ago
 * @throws MiyuError 'malformed' | 'unknown-account' | 'name-held'
 */
export async function lookup(
  reader: StoreReader,
  findAccount: FindAccount,
  request: Pick<LookupRequest, 'name' | 'account'>,
  isHeld: (key: string) => Promise<boolean>,
): Promise<Omit<LookupResponse, 'proof'>> {
  const account = request.account ?? (await accountOfName(reader, request.name, isHeld));
  const row = await findAccount(reader, account);
  if (row === undefined) throw new MiyuError('unknown-account');
  return { account, statements: row.statements, certificate: row.certificate! };
}

async function accountOfName(
  reader: StoreReader,
  name: string | undefined,
  isHeld: (key: string) => Promise<boolean>,
): Promise<Uint8Array> {
  if (name === undefined) throw new MiyuError('malformed', { field: 'by' });
  if (!isAskable(name)) throw new MiyuError('unknown-account');
  const key = foldName(name);
  const account = await reader.get('names', utf8(key));
  if (account !== undefined) return account;
  // Whose it was is not told: a name that was let go is nobody's.
  throw new MiyuError((await isHeld(key)) ? 'name-held' : 'unknown-account', { field: 'name' });
}
