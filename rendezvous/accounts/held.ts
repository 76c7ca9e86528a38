/**
 * Names that were let go. Until their time is over nobody may take them, nor what looks like them: whoever knew the person by it would
 * take the next one for him. Kept as hashes: 1 ‖ SHA-256 of the folded name, 2 ‖ the look-alike form's.
 */
import { sha256, utf8 } from '../../shared/crypto/hash.ts';
import { concatBytes } from '../../shared/ids.ts';
import { HeldRow } from '../store/generated/rows.js';
import type { Store, StoreReader, StoreTransaction } from '../store/store.ts';

const nameRow = (key: string): Uint8Array => concatBytes(Uint8Array.of(1), sha256(utf8(key)));
const lookAlikeRow = (skeleton: Uint8Array): Uint8Array => concatBytes(Uint8Array.of(2), skeleton);

/** @param name folded @param skeleton SHA-256 of the look-alike form @param until Unix milliseconds */
export function holdName(tx: StoreTransaction, name: string, skeleton: Uint8Array, until: number): void {
  const row = HeldRow.encode({ until: BigInt(until) });
  tx.put('held', nameRow(name), row);
  tx.put('held', lookAlikeRow(skeleton), row);
}

export type Held = 'name' | 'look-alike' | undefined;

/** Which of the two forms is held back. */
export async function heldName(reader: StoreReader, name: string, skeleton: Uint8Array, now: number): Promise<Held> {
  const isHeld = async (key: Uint8Array): Promise<boolean> => {
    const bytes = await reader.get('held', key);
    return bytes !== undefined && Number(HeldRow.decode(bytes).until) > now;
  };
  if (await isHeld(nameRow(name))) return 'name';
  return (await isHeld(lookAlikeRow(skeleton))) ? 'look-alike' : undefined;
}

/** Deletes the rows whose time is over, in steps. */
export async function releaseNames(store: Store, now: number, stepRows: number, signal: AbortSignal): Promise<void> {
  let after: Uint8Array | undefined;
  while (!signal.aborted) {
    const rows = await store.scan('held', { ...(after === undefined ? {} : { gt: after }), limit: stepRows });
    after = rows.at(-1)?.key;
    const over = rows.filter(({ value }) => Number(HeldRow.decode(value).until) <= now);
    if (over.length > 0) {
      await store.transact(['held'], (tx) => {
        for (const { key } of over) tx.delete('held', key);
      });
    }
    if (after === undefined) return;
  }
}
