/**
 * Signing in by name and password alone: OPAQUE, and then the sealed vault, to whoever has shown the password. It signs nobody in: what
 * the vault holds does, by the usual login.
 *
 * A name without an account, and an account without a vault, are answered as any other: with a made-up record, in the same steps. That
 * it is one, only somebody can tell who knows that his password is right.
 */
import { utf8 } from '../../shared/crypto/hash.ts';
import { checkMessage } from '../../shared/crypto/opaque.ts';
import { MiyuError } from '../../shared/errors.ts';
import { foldName, isNameFault, normaliseName } from '../../shared/usernames.ts';
import type {
  FinishVaultLoginRequest,
  FinishVaultLoginResponse,
  StartVaultLoginRequest,
  StartVaultLoginResponse,
} from '../../shared/wire/generated/rendezvous.js';
import { MAX_NAME_CODE_POINTS } from '../../shared/wire/limits.ts';
import { clearGuesses, guessKey, takeGuess } from './guesses.ts';
import { findVault, sealedKey } from './rows.ts';
import type { VaultParts } from './vaults.ts';

/** What a finish needs of its start; it dies with the connection. */
export interface PendingLogin {
  readonly account: Uint8Array;
  readonly state: string;
  /** Row of the guesses that a right one clears. */
  readonly guesses: Uint8Array;
}

/** What this needs of a connection. */
export interface Pending {
  /** A handle; the oldest of too many is forgotten. */
  keepLogin(login: PendingLogin): number;
  /** Once. */
  takeLogin(handle: number): PendingLogin | undefined;
}

/** UTF-16 units: more cannot be a name. */
const MAX_UNITS = 8 * MAX_NAME_CODE_POINTS;

/** @param now Unix milliseconds @throws MiyuError 'malformed' (field) | 'name-*' | 'rate-limited' (retry_after_ms) */
export async function startLogin(
  parts: VaultParts,
  connection: Pending,
  { name, request }: StartVaultLoginRequest,
  now: number,
): Promise<StartVaultLoginResponse> {
  if (name.length > MAX_UNITS) throw new MiyuError('malformed', { field: 'name' });
  checkMessage('loginRequest', request);
  const normal = normaliseName(name);
  if (isNameFault(normal)) throw new MiyuError(normal, { field: 'name' });
  const key = foldName(normal.display);
  const madeUp = await parts.loginKey.blind(key);
  const guesses = guessKey(madeUp);
  await takeGuess(parts.store, guesses, parts.guessLimits, now);
  const account = (await parts.store.get('names', utf8(key))) ?? madeUp;
  const record = (await findVault(parts.store, account))?.record;
  const { response, state } = (await parts.loginKey.opaque()).startLogin(account, request, record);
  return { account, response, handle: connection.keepLogin({ account, state, guesses }) };
}

/** The vault as it is now. A wrong message uses its handle up. @throws MiyuError 'malformed' | 'vault-login-invalid' */
export async function finishLogin(
  parts: VaultParts,
  connection: Pending,
  { handle, message }: FinishVaultLoginRequest,
): Promise<FinishVaultLoginResponse> {
  const pending = connection.takeLogin(handle);
  const holds =
    pending !== undefined && (await parts.loginKey.opaque()).finishLogin(pending.account, pending.state, message);
  if (!holds) throw new MiyuError('vault-login-invalid');
  await clearGuesses(parts.store, pending.guesses);
  const { account } = pending;
  // Together: between two reads it may be replaced.
  return parts.store.transact([`vault-login:${handle}`], async (tx) => {
    const row = await findVault(tx, account);
    const sealed = await tx.get('vaults', sealedKey(account));
    if (row === undefined || sealed === undefined) throw new MiyuError('vault-login-invalid');
    return { sealed, version: row.version };
  });
}
