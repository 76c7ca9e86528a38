/**
 * Whose rows name an account: grants for it, and requests by it. They lie under their owners; so that an account can be told of them
 * without a look through everybody's, each has a row of its own here, written and deleted with it.
 */
import { concatBytes, ID_BYTES } from '../../shared/ids.ts';
import type { StoreReader, StoreTransaction } from '../store/store.ts';

export const MENTION = { grant: 1, request: 2 } as const;
type Mention = (typeof MENTION)[keyof typeof MENTION];

const NOTHING = new Uint8Array(0);

const mentionKey = (account: Uint8Array, mention: Mention, owner: Uint8Array): Uint8Array =>
  concatBytes(account, Uint8Array.of(mention), owner);

export const putMention = (tx: StoreTransaction, account: Uint8Array, mention: Mention, owner: Uint8Array): void =>
  tx.put('mentions', mentionKey(account, mention, owner), NOTHING);

export const deleteMention = (tx: StoreTransaction, account: Uint8Array, mention: Mention, owner: Uint8Array): void =>
  tx.delete('mentions', mentionKey(account, mention, owner));

/** Owners of such rows that name this account, at most `limit`. */
export async function mentionsOf(
  reader: StoreReader,
  account: Uint8Array,
  mention: Mention,
  limit: number,
): Promise<readonly Uint8Array[]> {
  const first = concatBytes(account, Uint8Array.of(mention));
  const last = concatBytes(first, new Uint8Array(ID_BYTES).fill(0xff));
  const rows = await reader.scan('mentions', { gte: first, lte: last, limit });
  return rows.map(({ key }) => key.subarray(ID_BYTES + 1));
}
