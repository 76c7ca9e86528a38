/**
 * A new account: checked here first, so that most mistakes cost no round trip; made here, for the keys are never anywhere else;
 * registered at the server under the name.
 *
 * The vault is on disk, marked as pending, before the server hears of the account. Where its answer was lost, the same
 * registration is sent again at the next attempt, which the server answers as the first time. Where it refuses, the vault goes.
 */
import type { VaultContent } from '../core/generated/vault.js';
import { accountIdOf, createIdentity } from '../../shared/crypto/identity.ts';
import { loginProof, makeCertificate, makeIdentityStatement } from '../../shared/crypto/statements.ts';
import { MiyuError, type ErrorCode } from '../../shared/errors.ts';
import { findPasswordFault, normalisePassword } from '../../shared/passwords.ts';
import { isNameFault, normaliseEmail, normaliseName } from '../../shared/usernames.ts';
import { Home, Signed, type ServerStatement } from '../../shared/wire/generated/identity.js';
import { EMAIL } from '../../shared/wire/protocols.ts';
import type { Random } from '../../shared/crypto/random.ts';
import type { Account } from './account.ts';
import type { Own } from './context.ts';
import { emailOf } from './own-card.ts';
import type { RendezvousClient, Waiting } from './ports.ts';
import { parseServer, type ServerTarget } from './server-text.ts';
import { secretsOf } from './vault-content.ts';

export interface RegistrationForm {
  /** In display form, normalised. */
  readonly name: string;
  readonly password: string;
  /** Empty: none. */
  readonly email: string;
  readonly target: ServerTarget;
}

/**
 * The form as far as it can be judged without a server.
 * @throws MiyuError 'name-*' | 'password-*' | 'email-malformed' | 'invite-malformed' | 'address-malformed' | 'no-server', with field
 */
export function checkForm(
  form: { readonly name: string; readonly password: string; readonly email?: string; readonly server?: string },
  defaultServer: string | undefined,
): RegistrationForm {
  const name = normaliseName(form.name.trim());
  if (isNameFault(name)) throw new MiyuError(name, { field: 'name' });
  const fault = findPasswordFault(form.password, { name: name.display });
  if (fault !== undefined) throw new MiyuError(fault, { field: 'password' });
  const text = form.email?.trim() ?? '';
  const email = text === '' ? { email: '' } : normaliseEmail(text);
  if (typeof email === 'string') throw new MiyuError(email, { field: 'email' });
  const server = form.server ?? defaultServer;
  if (server === undefined) throw new MiyuError('no-server', { field: 'server' });
  return {
    name: name.display,
    password: normalisePassword(form.password),
    email: email.email,
    target: parseServer(server),
  };
}

/** What this server asks for beyond that, by its signed statement. @throws MiyuError 'name-too-long' | 'email-*' | 'token-required' | 'registration-closed' */
export function checkPolicy(form: RegistrationForm, statement: ServerStatement): void {
  const { maxNameLength, email, tokenRequired, closed } = statement;
  if (closed) throw new MiyuError('registration-closed', { field: 'server' });
  if (isNameFault(normaliseName(form.name, maxNameLength))) {
    throw new MiyuError('name-too-long', { field: 'name', detail: maxNameLength });
  }
  if (email === EMAIL.required && form.email === '') throw new MiyuError('email-required', { field: 'email' });
  if (email === EMAIL.off && form.email !== '') throw new MiyuError('email-not-wanted', { field: 'email' });
  if (tokenRequired && form.target.token.length === 0) throw new MiyuError('token-required', { field: 'server' });
}

/** Keys, statement and certificate of a new account, still pending. @param device PeerId bytes of the seed's key */
export function newAccount(
  form: RegistrationForm,
  device: { readonly seed: Uint8Array; readonly peerId: Uint8Array },
  random: Random,
): VaultContent {
  const identity = createIdentity(random);
  const statement = makeIdentityStatement(identity, form.name, random(16));
  const account = accountIdOf(statement.payload);
  return {
    version: 0,
    identity: secretsOf(identity),
    account,
    name: form.name,
    statement: Signed.encode(statement),
    later: [],
    renaming: new Uint8Array(0),
    tellName: false,
    certificate: Signed.encode(makeCertificate(identity, account, device.peerId, 1n)),
    epoch: 1n,
    deviceSeed: device.seed,
    storeKey: random(32),
    home: Home.encode(form.target.home),
    addressKey: random(32),
    friends: [],
    pending: { email: form.email, token: form.target.token },
    claim: false,
    restore: false,
  };
}

/** Sends the pending registration; sent again, it is answered as the first time. @throws MiyuError as the server refuses */
export async function sendRegistration(
  account: Account,
  client: RendezvousClient,
  random: Random,
  waiting: Waiting,
): Promise<void> {
  const { pending } = account.content;
  if (pending === undefined) return;
  await register(account.own(), pending, client, random, waiting);
  await account.update(({ pending: _, ...content }) => ({ ...content, registration: pending }));
}

/** What a server may say to a registration that was good before: the name was taken since, a token is gone. */
const LOST: readonly ErrorCode[] = ['account-exists', 'accounts-full', 'statement-invalid', 'certificate-invalid'];
const LOST_PREFIXES = ['name-', 'email-', 'token-'];
/** An operator has to make room for it: nobody need try more often. */
const LOST_RETRY_MS = 60_000;

/**
 * Our home does not know the account any more (its store was set back to before the registration): the same statement again, with
 * this device. The name is free unless somebody was quicker.
 * @throws MiyuError 'account-lost' where it refuses, with the reason as its cause
 */
export async function registerAgain(
  account: Account,
  client: RendezvousClient,
  random: Random,
  waiting: Waiting,
): Promise<void> {
  const own = account.own();
  const first = makeCertificate(own.identity, own.account, own.device, 1n);
  const before = account.content.registration ?? { email: emailOf(account.content), token: new Uint8Array(0) };
  try {
    await register({ ...own, certificate: first, epoch: 1n }, before, client, random, waiting);
  } catch (cause) {
    const lost =
      cause instanceof MiyuError &&
      (LOST.includes(cause.code) || LOST_PREFIXES.some((prefix) => cause.code.startsWith(prefix)));
    throw lost ? new MiyuError('account-lost', { cause, retryAfterMs: LOST_RETRY_MS }) : cause;
  }
}

async function register(
  own: Own,
  { email, token }: { readonly email: string; readonly token: Uint8Array },
  client: RendezvousClient,
  random: Random,
  waiting: Waiting,
): Promise<void> {
  const { nonce } = await client.challenge(waiting);
  const clientNonce = random(32);
  const claim = { server: client.server, device: own.device, serverNonce: nonce, clientNonce, epoch: own.epoch };
  const proof = loginProof(own.identity, claim);
  const { statement, certificate } = own;
  await client.register({ statement, certificate, clientNonce, proof, email, token }, waiting);
}
