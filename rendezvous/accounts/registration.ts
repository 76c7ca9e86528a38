/** Registration: one identity statement, epoch 1, and a name that nobody else has or could be taken to have. */
import { MiyuError } from '../../shared/errors.ts';
import { openCertificate, openIdentityChain } from '../../shared/crypto/statements.ts';
import { isChainFault, openChain, type ChainState } from '../../shared/transparency/chain.ts';
import type { Signed } from '../../shared/wire/generated/identity.js';
import type { RegisterRequest } from '../../shared/wire/generated/rendezvous.js';
import type { Store } from '../store/store.ts';
import { checkEmail, checkName, type AccountPolicy } from './policy.ts';
import { checkProof, type Connection, type SignedOn } from './proof.ts';
import { assertSameDevice, type Candidate } from './registration-batches.ts';
import { findAccount } from './rows.ts';

export interface RegisterParts {
  readonly store: Store;
  readonly policy: AccountPolicy;
  /** PeerId bytes of this server. */
  readonly server: Uint8Array;
  /** See RegistrationBatches. */
  readonly take: (candidate: Candidate) => Promise<boolean>;
}

/**
 * The same registration again gives the same answer, for the first one may have been lost on its way.
 * @param now Unix milliseconds
 * @throws MiyuError 'malformed' | 'statement-invalid' | 'certificate-invalid' | 'proof-invalid' | 'name-*' | 'email-*' |
 *   'token-required' | 'token-invalid' | 'account-exists' | 'accounts-full' | 'registration-closed' | 'busy'
 */
export async function register(
  parts: RegisterParts,
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
  if (existing !== undefined) {
    assertSameDevice(existing, device);
    return { ...signedOn, isNew: false };
  }
  if (parts.policy.registrationClosed) throw new MiyuError('registration-closed');
  const name = checkName(identity.name, parts.policy);
  const email = checkEmail(typedEmail, parts.policy);
  const isNew = await parts.take({ identity, device, statement, certificate, name, email, token, now });
  return { ...signedOn, isNew };
}

/** A chain's first statement. @throws MiyuError 'statement-invalid' | 'version-mismatch' */
export function openFirst(statement: Signed): ChainState {
  const state = openChain([statement]);
  if (!isChainFault(state)) return state;
  openIdentityChain([statement]); // Says what is wrong, where it knows.
  throw new MiyuError('statement-invalid');
}
