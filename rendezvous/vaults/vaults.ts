/**
 * Sealed vaults, of those who chose to sign in anywhere: a registration record of OPAQUE, and bytes that only the password's owner can
 * open. Changed by compare-and-set, so that of two devices or two attempts one wins and the other is told.
 */
import { sha256 } from '../../shared/crypto/hash.ts';
import { OPAQUE_BYTES } from '../../shared/crypto/opaque.ts';
import type { OpaqueServer } from '../../shared/crypto/opaque-server.ts';
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes, toHex } from '../../shared/ids.ts';
import type { PutVaultRequest } from '../../shared/wire/generated/rendezvous.js';
import { VaultRow } from '../store/generated/rows.js';
import type { Store } from '../store/store.ts';
import type { GuessLimits } from './guesses.ts';
import { findVault, sealedKey } from './rows.ts';

export interface VaultParts {
  readonly store: Store;
  readonly loginKey: {
    opaque(): Promise<OpaqueServer>;
    blind(name: string): Promise<Uint8Array>;
    readonly isMade: boolean;
  };
  /** Of one sealed vault; 0: this server keeps none. */
  readonly maxVaultBytes: number;
  readonly guessLimits: GuessLimits;
}

export const vaultLock = (account: Uint8Array): string => `vault:${toHex(account)}`;

/** OPAQUE's answer to an owner who enrols; nothing is kept of it. @throws MiyuError 'malformed' (field) | 'too-large' (this server keeps none) */
export async function enrol(parts: VaultParts, account: Uint8Array, request: Uint8Array): Promise<Uint8Array> {
  if (parts.maxVaultBytes === 0) throw new MiyuError('too-large');
  return (await parts.loginKey.opaque()).register(account, request);
}

/**
 * The same put again is answered as the first time.
 * @param now Unix milliseconds
 * @throws MiyuError 'malformed' (field record, sealed, version) | 'too-large' (detail: the most) | 'vault-conflict' (detail: the version
 *   that is kept; absent: none) | 'session-replaced'
 */
export async function putVault(
  parts: VaultParts,
  account: Uint8Array,
  request: PutVaultRequest,
  isCurrent: () => boolean,
  now: number,
): Promise<void> {
  const { record, sealed, version, replaces } = request;
  if (record.length !== 0 && record.length !== OPAQUE_BYTES.record)
    throw new MiyuError('malformed', { field: 'record' });
  if (sealed.length === 0) throw new MiyuError('malformed', { field: 'sealed' });
  if (sealed.length > parts.maxVaultBytes) throw new MiyuError('too-large', { detail: parts.maxVaultBytes });
  if (version <= replaces) throw new MiyuError('malformed', { field: 'version' });
  const digest = sha256(sealed);
  await parts.store.transact([vaultLock(account)], async (tx) => {
    // A newer device may have signed in while this was on its way.
    if (!isCurrent()) throw new MiyuError('session-replaced');
    const row = await findVault(tx, account);
    const kept = row?.version ?? 0n;
    const isAgain =
      row !== undefined &&
      kept === version &&
      equalBytes(row.digest, digest) &&
      (record.length === 0 || equalBytes(row.record, record));
    if (isAgain) return;
    if (kept !== replaces) throw new MiyuError('vault-conflict', kept === 0n ? {} : { detail: Number(kept) });
    if (row === undefined && record.length === 0) throw new MiyuError('malformed', { field: 'record' });
    const next = {
      record: record.length === 0 ? row!.record : record,
      ...{ version, bytes: sealed.length, digest, storedAt: BigInt(now) },
    };
    tx.put('vaults', account, VaultRow.encode(next));
    tx.put('vaults', sealedKey(account), sealed);
  });
}

/** Nothing of it is left; a password that once opened it opens nothing here. */
export const dropVault = (store: Store, account: Uint8Array): Promise<void> =>
  store.transact([vaultLock(account)], (tx) => {
    tx.delete('vaults', account);
    tx.delete('vaults', sealedKey(account));
  });
