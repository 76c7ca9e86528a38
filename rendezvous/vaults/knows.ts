/** What is kept of an account's sign-ins by password: a sealed vault, and how often somebody tried. */
import type { KnowsResponse } from '../../shared/wire/generated/rendezvous.js';
import type { StoreReader } from '../store/store.ts';
import { findGuesses, guessKey } from './guesses.ts';
import { findVault } from './rows.ts';
import type { VaultParts } from './vaults.ts';

/** @param nameKey the folded name @param now Unix milliseconds */
export async function knownVault(
  parts: Pick<VaultParts, 'loginKey' | 'guessLimits'>,
  reader: StoreReader,
  account: Uint8Array,
  nameKey: string,
  now: number,
): Promise<Pick<KnowsResponse, 'vault' | 'guesses'>> {
  const row = await findVault(reader, account);
  const { version, bytes, record, storedAt } = row ?? {};
  const vault =
    row === undefined
      ? {}
      : { vault: { version: version!, bytes: bytes!, recordBytes: record!.length, storedAt: storedAt! } };
  if (!parts.loginKey.isMade) return vault;
  const key = guessKey(await parts.loginKey.blind(nameKey));
  const { count, lastAt } = await findGuesses(reader, key, parts.guessLimits, now);
  return count === 0 ? vault : { ...vault, guesses: { count, lastAt: BigInt(lastAt) } };
}
