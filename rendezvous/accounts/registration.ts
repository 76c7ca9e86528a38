/** Registration: one identity statement, epoch 1, and a name that nobody else has or could be taken to have. */
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes, toHex } from '../../shared/ids.ts';
import { sha256, utf8 } from '../../shared/crypto/hash.ts';
import { openCertificate, openIdentityChain } from '../../shared/crypto/statements.ts';
import { isChainFault, openChain, type ChainState } from '../../shared/transparency/chain.ts';
import type { DeviceCertificate, Signed } from '../../shared/wire/generated/identity.js';
import type { RegisterRequest } from '../../shared/wire/generated/rendezvous.js';
import type { Store, StoreTransaction } from '../store/store.ts';
import { AccountRow } from '../store/generated/rows.js';
import { assertNameFree, putName } from './names.ts';
import { checkEmail, checkName, emailKey, type AccountPolicy } from './policy.ts';
import { checkProof, type Connection, type SignedOn } from './proof.ts';
import { findAccount } from './rows.ts';
import { spendToken, tokenLock } from './tokens.ts';

export interface RegistrationParts {
  readonly store: Store;
  readonly policy: AccountPolicy;
  /** PeerId bytes of this server. */
  readonly server: Uint8Array;
  /** What an append to the log locks, and the append: a leaf of this transaction. @throws MiyuError 'busy' */
  readonly logLock: string;
  readonly appendNew: (tx: StoreTransaction, account: ChainState) => Promise<void>;
}

/**
 * The same registration again gives the same answer, for the first one may have been lost on its way.
 * @param now Unix milliseconds
 * @throws MiyuError 'malformed' | 'statement-invalid' | 'certificate-invalid' | 'proof-invalid' | 'name-*' | 'email-*' |
 *   'token-required' | 'token-invalid' | 'account-exists' | 'accounts-full' | 'registration-closed'
 */
export async function register(
  parts: RegistrationParts,
  connection: Connection,
  request: RegisterRequest,
  now: number,
): Promise<SignedOn & { readonly isNew: boolean }> {
  const { statement, certificate, email: typedEmail, token } = request;
  if (statement === undefined) throw new MiyuError('malformed', { field: 'statement' });
  if (certificate === undefined) throw new MiyuError('malformed', { field: 'certificate' });
  const identity = openFirst(statement);
  const device = openCertificate(certificate, identity.identityKey, {
    account: identity.account,
    device: connection.remotePeer,
    epoch: 1n,
  });
  checkProof(parts.server, connection, request, identity.identityKey, device.epoch);
  const signedOn = { account: identity.account, identityKey: identity.identityKey, device: device.device, epoch: 1n };

  const existing = await findAccount(parts.store, identity.account);
  if (existing !== undefined) return { ...again(existing, device, signedOn), isNew: false };
  if (parts.policy.registrationClosed) throw new MiyuError('registration-closed');
  const name = checkName(identity.name, parts.policy);
  const email = checkEmail(typedEmail, parts.policy);
  const key = toHex(identity.account);
  const locks = [`account:${key}`, `name:${name.key}`, `skeleton:${name.skeleton}`];
  locks.push(parts.logLock);
  if (email !== '') locks.push(`email:${emailKey(email)}`);
  if (parts.policy.tokenRequired) locks.push(tokenLock(sha256(token)));

  return parts.store.transact(locks, async (tx) => {
    const row = await findAccount(tx, identity.account);
    if (row !== undefined) return { ...again(row, device, signedOn), isNew: false };
    if ((await parts.store.count('accounts')) >= parts.policy.maxAccounts) throw new MiyuError('accounts-full');
    await assertNameFree(tx, name, now);
    await assertEmailFree(tx, email);
    if (parts.policy.tokenRequired) await spendToken(tx, token, now);
    tx.put('accounts', identity.account, AccountRow.encode(newRow(identity, device, request, email, now)));
    putName(tx, identity.account, name);
    if (email !== '') tx.put('emails', utf8(emailKey(email)), identity.account);
    await parts.appendNew(tx, identity);
    return { ...signedOn, isNew: true };
  });
}

/** A chain's first statement. @throws MiyuError 'statement-invalid' | 'version-mismatch' */
export function openFirst(statement: Signed): ChainState {
  const state = openChain([statement]);
  if (!isChainFault(state)) return state;
  openIdentityChain([statement]); // Says what is wrong, where it knows.
  throw new MiyuError('statement-invalid');
}

/** Registered already: by this very device and not since moved on, or by somebody who signs in. */
function again(row: AccountRow, device: DeviceCertificate, signedOn: SignedOn): SignedOn {
  if (row.epoch !== 1n || !equalBytes(row.device, device.device)) throw new MiyuError('account-exists');
  return signedOn;
}

async function assertEmailFree(tx: StoreTransaction, email: string): Promise<void> {
  if (email !== '' && (await tx.get('emails', utf8(emailKey(email)))) !== undefined) {
    throw new MiyuError('email-taken', { field: 'email' });
  }
}

const newRow = (
  identity: ChainState,
  device: DeviceCertificate,
  request: RegisterRequest,
  email: string,
  now: number,
): AccountRow => ({
  statements: [request.statement!],
  certificate: request.certificate!,
  identityKey: identity.identityKey,
  device: device.device,
  epoch: device.epoch,
  email,
  registeredAt: BigInt(now),
  ...{ signedInAt: 0n, origin: new Uint8Array(0), label: new Uint8Array(0) },
  formerNames: [],
});
