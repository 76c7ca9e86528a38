/**
 * Names in the directory: who has which, and how one takes the place of another. A name belongs to one account, and so does everything that
 * looks like it.
 */
import { sha256, utf8 } from '../../shared/crypto/hash.ts';
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import type { NormalName } from '../../shared/usernames.ts';
import type { FormerNameRow } from '../store/generated/rows.js';
import type { StoreTransaction } from '../store/store.ts';
import { heldName, nameHashes } from './held.ts';

/** Whoever asks for a name and has an account here: what is his already is not taken. */
export interface Asker {
  readonly account: Uint8Array;
  readonly formerNames: readonly FormerNameRow[];
}

/** @throws MiyuError 'name-taken' | 'name-held' | 'name-look-alike', field "name" */
export async function assertNameFree(
  tx: StoreTransaction,
  name: Pick<NormalName, 'key' | 'skeleton'>,
  now: number,
  asker?: Asker,
): Promise<void> {
  const field = 'name';
  const hashes = nameHashes(name);
  const isOthers = (owner: Uint8Array | undefined): boolean =>
    owner !== undefined && (asker === undefined || !equalBytes(owner, asker.account));
  if (isOthers(await tx.get('names', utf8(name.key)))) throw new MiyuError('name-taken', { field });
  if (isOthers(await tx.get('skeletons', hashes.lookAlike))) throw new MiyuError('name-look-alike', { field });
  // Behind the two above: a deletion on its way puts one in the other's place.
  const held = await heldName(tx, hashes, now, asker?.formerNames);
  if (held !== undefined) throw new MiyuError(held === 'name' ? 'name-held' : 'name-look-alike', { field });
}

/** Takes a name for an account, for the one that it had, if any. */
export function putName(
  tx: StoreTransaction,
  account: Uint8Array,
  name: Pick<NormalName, 'key' | 'skeleton'>,
  former?: Pick<NormalName, 'key' | 'skeleton'>,
): void {
  if (former !== undefined && former.key !== name.key) tx.delete('names', utf8(former.key));
  if (former !== undefined && former.skeleton !== name.skeleton) tx.delete('skeletons', sha256(utf8(former.skeleton)));
  tx.put('names', utf8(name.key), account);
  tx.put('skeletons', sha256(utf8(name.skeleton)), account);
}
