/**
 * Names that were let go. Until their time is over nobody may take them, nor what looks like them: whoever knew the person by it would
 * take the next one for him. Who gave one up for another name may take it back. Kept as hashes: 1 ‖ SHA-256 of the folded name, 2 ‖ the
 * look-alike form's.
 */
import { sha256, utf8 } from '../../shared/crypto/hash.ts';
import { concatBytes, equalBytes } from '../../shared/ids.ts';
import { HeldRow, type FormerNameRow } from '../store/generated/rows.js';
import type { Store, StoreReader, StoreTransaction } from '../store/store.ts';

/** Whoever holds a name back while others are released. */
export const HELD_LOCK = 'held';

const nameRow = (hash: Uint8Array): Uint8Array => concatBytes(Uint8Array.of(1), hash);
const lookAlikeRow = (skeleton: Uint8Array): Uint8Array => concatBytes(Uint8Array.of(2), skeleton);

/** A name as it is held: SHA-256 of the folded name, and of its look-alike form. */
export interface NameHashes {
  readonly name: Uint8Array;
  readonly lookAlike: Uint8Array;
}

export const nameHashes = ({ key, skeleton }: { readonly key: string; readonly skeleton: string }): NameHashes => ({
  name: sha256(utf8(key)),
  lookAlike: sha256(utf8(skeleton)),
});

/** @param until Unix milliseconds */
export function holdName(tx: StoreTransaction, { name, lookAlike }: NameHashes, until: number): void {
  const row = HeldRow.encode({ until: BigInt(until) });
  tx.put('held', nameRow(name), row);
  tx.put('held', lookAlikeRow(lookAlike), row);
}

/** Its owner has it back. */
export function takeBack(tx: StoreTransaction, { name, lookAlike }: NameHashes): void {
  tx.delete('held', nameRow(name));
  tx.delete('held', lookAlikeRow(lookAlike));
}

export type Held = 'name' | 'look-alike' | undefined;

/** Which of the two forms is held back. @param own names that whoever asks has let go: they are not held back from him */
export async function heldName(
  reader: StoreReader,
  { name, lookAlike }: NameHashes,
  now: number,
  own: readonly FormerNameRow[] = [],
): Promise<Held> {
  const isHeld = async (key: Uint8Array, isOwn: (former: FormerNameRow) => boolean): Promise<boolean> => {
    const bytes = await reader.get('held', key);
    const until = bytes === undefined ? 0n : HeldRow.decode(bytes).until;
    return Number(until) > now && !own.some((former) => former.heldUntil === until && isOwn(former));
  };
  if (await isHeld(nameRow(name), (former) => equalBytes(former.nameHash, name))) return 'name';
  const held = await isHeld(lookAlikeRow(lookAlike), (former) => equalBytes(former.lookAlike, lookAlike));
  return held ? 'look-alike' : undefined;
}

/** Whether exactly this name is nobody's just now. @param key the folded name */
export async function isNameHeld(reader: StoreReader, key: string, now: number): Promise<boolean> {
  const bytes = await reader.get('held', nameRow(sha256(utf8(key))));
  return bytes !== undefined && Number(HeldRow.decode(bytes).until) > now;
}

/** Deletes the rows whose time is over, in steps. */
export async function releaseNames(store: Store, now: number, stepRows: number, signal: AbortSignal): Promise<void> {
  let after: Uint8Array | undefined;
  while (!signal.aborted) {
    const rows = await store.scan('held', { ...(after === undefined ? {} : { gt: after }), limit: stepRows });
    after = rows.at(-1)?.key;
    const over = rows.filter(({ value }) => Number(HeldRow.decode(value).until) <= now);
    if (over.length > 0) {
      await store.transact([HELD_LOCK], async (tx) => {
        for (const { key } of over) {
          // It may have been let go anew meanwhile.
          const bytes = await tx.get('held', key);
          if (bytes !== undefined && Number(HeldRow.decode(bytes).until) <= now) tx.delete('held', key);
        }
      });
    }
    if (after === undefined) return;
  }
}
