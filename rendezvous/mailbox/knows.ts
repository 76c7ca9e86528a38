/** What is stored of an account's mail: what waits for it, and what it has left with others. */
import type { KnownMail, KnownMailbox } from '../../shared/wire/generated/rendezvous.js';
import { MailRow, type SenderRow } from '../store/generated/rows.js';
import type { StoreReader } from '../store/store.ts';
import type { MailboxLimits } from './policy.ts';
import { findMailbox, findSender, LAST_SEQUENCE, mailKey } from './rows.ts';

/** @param depositors whom the owner has ever let deposit: those of whom something waits are named */
export async function knownMailbox(
  reader: StoreReader,
  owner: Uint8Array,
  limits: MailboxLimits,
  depositors: readonly Uint8Array[],
): Promise<KnownMailbox> {
  const { last, count, bytes, first } = await findMailbox(reader, owner);
  const [oldest] = await reader.scan('mail', {
    ...{ gte: mailKey(owner, first), lte: mailKey(owner, LAST_SEQUENCE), limit: 1 },
  });
  const senders: KnownMail[] = [];
  for (const account of depositors) senders.push(...usageOf(account, await findSender(reader, owner, account)));
  return {
    ...{ highest: last, count, bytes },
    oldestAt: oldest === undefined ? 0n : MailRow.decode(oldest.value).storedAt,
    mostCount: limits.items,
    mostBytes: BigInt(limits.bytes),
    lifetimeMs: BigInt(limits.lifetimeMs),
    senders,
  };
}

/** The account's own mail that waits with these owners. */
export async function knownDeposits(
  reader: StoreReader,
  depositor: Uint8Array,
  owners: readonly Uint8Array[],
): Promise<KnownMail[]> {
  const found: KnownMail[] = [];
  for (const owner of owners) found.push(...usageOf(owner, await findSender(reader, owner, depositor)));
  return found;
}

const usageOf = (account: Uint8Array, { count, bytes }: SenderRow): KnownMail[] =>
  count === 0 ? [] : [{ account, count, bytes }];
