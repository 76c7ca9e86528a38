/**
 * Proves this account to its home on a fresh connection.
 *
 *   server's epoch    ours, same device      resumed
 *                     none              the server was set back to before our registration: registered once more
 *                     lower than ours        the server was set back: it is led up to ours, step by step
 *                     ours or higher, other device: signed out, unless the person takes over: then one above it
 *
 * A new epoch is on disk before the server hears of it: were its answer lost, the next attempt resumes it.
 */
import { loginProof, makeCertificate } from '../../shared/crypto/statements.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { isMiyuError, MiyuError } from '../../shared/errors.ts';
import type { Signed } from '../../shared/wire/generated/identity.js';
import type { LoginResponse } from '../../shared/wire/generated/rendezvous.js';
import type { VaultContent } from '../core/generated/vault.js';
import type { Account } from './account.ts';
import type { Own } from './context.ts';
import { loginLabel } from './elsewhere.ts';
import type { RendezvousClient, Waiting } from './ports.ts';
import { registerAgain } from './register.ts';

/** Attempts of one connection; each loss means that yet another device has just signed in. */
const MAX_ATTEMPTS = 4;
/** Epochs by which a server may be led up; one that was set back further needs its operator. */
const MAX_STEPS_UP = 64n;

/**
 * @param deviceName what this device calls itself to the account's others; '': nothing
 * @throws MiyuError 'signed-out' (detail: the server's epoch), and as the client
 */
export async function signIn(
  account: Account,
  random: Random,
  client: RendezvousClient,
  waiting: Waiting,
  deviceName = '',
): Promise<LoginResponse> {
  for (let attempt = 1; ; attempt += 1) {
    const own = account.own();
    try {
      const answer = await login(own, own.certificate, own.epoch, random, client, waiting, deviceName);
      if (account.content.claim) await account.update((content) => claimed(content, own.epoch));
      return answer;
    } catch (error) {
      if (isMiyuError(error, 'unknown-account') && attempt === 1) {
        await registerAgain(account, client, random, waiting);
        await client.logout(waiting);
        continue;
      }
      if (!isMiyuError(error, 'epoch-conflict') || error.detail === undefined) throw error;
      const current = BigInt(error.detail);
      const behind = own.epoch - current > 1n;
      if (attempt === MAX_ATTEMPTS || !(behind || account.content.claim)) {
        throw new MiyuError('signed-out', { detail: error.detail, cause: error });
      }
      if (behind) await leadUp(own, current, random, client, waiting);
      else await account.takeEpoch(current + 1n);
    }
  }
}

/** The epoch is ours; what is said of the copy that this device came from is said of older ones. */
function claimed(content: VaultContent, epoch: bigint): VaultContent {
  const { anywhere } = content;
  const isNew = anywhere?.fetched !== undefined && anywhere.fetchedEpoch === undefined;
  return { ...content, claim: false, ...(isNew ? { anywhere: { ...anywhere, fetchedEpoch: epoch } } : {}) };
}

/** Up to the epoch before our own, whose login is the caller's. */
async function leadUp(
  own: Own,
  current: bigint,
  random: Random,
  client: RendezvousClient,
  waiting: Waiting,
): Promise<void> {
  if (own.epoch - current > MAX_STEPS_UP) throw new MiyuError('signed-out', { detail: Number(current) });
  for (let epoch = current + 1n; epoch < own.epoch; epoch += 1n) {
    const certificate = makeCertificate(own.identity, own.account, own.device, epoch);
    await login(own, certificate, epoch, random, client, waiting);
    await client.logout(waiting);
  }
}

async function login(
  own: Own,
  certificate: Signed,
  epoch: bigint,
  random: Random,
  client: RendezvousClient,
  waiting: Waiting,
  deviceName = '',
): Promise<LoginResponse> {
  const { nonce } = await client.challenge(waiting);
  const clientNonce = random(32);
  const proof = loginProof(own.identity, {
    server: client.server,
    device: own.device,
    serverNonce: nonce,
    clientNonce,
    epoch,
  });
  const label = loginLabel(own, certificate, deviceName, random);
  return await client.login({ account: own.account, certificate, clientNonce, proof, label }, waiting);
}
