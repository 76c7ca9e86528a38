/** Everything that is stored here about one account, put together from the features that store it. For that account alone. */
import type { KnowsResponse } from '../shared/wire/generated/rendezvous.js';
import { knownAccount } from './accounts/knows.ts';
import { knownInDirectory } from './directory/knows.ts';
import { knownFriends } from './friends/knows.ts';
import type { DirectoryLog } from './log/directory-log.ts';
import { KNOWS, TOKENS } from './limits.ts';
import { knownDeposits, knownMailbox } from './mailbox/knows.ts';
import type { MailboxLimits } from './mailbox/policy.ts';
import type { StoreReader } from './store/store.ts';
import { knownVault } from './vaults/knows.ts';
import type { VaultParts } from './vaults/vaults.ts';

/** @param now Unix milliseconds @param connections on which the account is signed on just now @throws MiyuError 'unknown-account' */
export async function knownOf(
  reader: StoreReader,
  account: Uint8Array,
  {
    limits,
    directoryLog,
    ...vaults
  }: Pick<VaultParts, 'loginKey' | 'guessLimits'> & {
    readonly limits: MailboxLimits;
    readonly directoryLog: DirectoryLog;
  },
  now: number,
  connections: number,
): Promise<KnowsResponse> {
  const friends = await knownFriends(reader, account, KNOWS);
  const [own, directory, mailbox, deposited] = await Promise.all([
    knownAccount(reader, account, TOKENS.mostPerAccount),
    knownInDirectory(reader, account),
    knownMailbox(reader, account, limits, accountsOf(friends.grantsGiven)),
    knownDeposits(reader, account, accountsOf(friends.grantsHeld)),
  ]);
  const vault = await knownVault(vaults, reader, account, own.nameKey, now);
  const log = await directoryLog.knownOf(account);
  return { ...own, ...vault, ...directory, ...friends, ...log, mailbox, deposited, connections };
}

/** Each once, though it may have a grant of either scope. */
const accountsOf = (list: readonly { readonly account: Uint8Array }[]): Uint8Array[] => [
  ...new Map(list.map(({ account }) => [Buffer.from(account).toString('latin1'), account])).values(),
];
