import { describe, expect, test } from 'vitest';
import { Account } from '../../../node/flows/account.ts';
import { checkForm, newAccount } from '../../../node/flows/register.ts';
import { signIn } from '../../../node/flows/sign-in.ts';
import { encodeVault, type VaultFile } from '../../../node/flows/vault-content.ts';
import type { RendezvousClient } from '../../../node/net/ports.ts';
import { peerIdBytesOfEd25519 } from '../../../shared/crypto/peer-ids.ts';
import { createIdentity } from '../../../shared/crypto/identity.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { openCertificate, verifyLoginProof } from '../../../shared/crypto/statements.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { equalBytes } from '../../../shared/ids.ts';
import { encodeInvite } from '../../../shared/invites.ts';
import { silentLog } from '../../../shared/log.ts';
import type { LoginRequest } from '../../../shared/wire/generated/rendezvous.js';
import { PASSWORD } from '../../support/people.ts';

const somePeerId = (): Uint8Array => peerIdBytesOfEd25519(createIdentity(systemRandom).signing.publicKey);

function anAccount(change: { readonly epoch?: bigint; readonly claim?: boolean } = {}) {
  const server = somePeerId();
  const home = { server, addresses: ['/ip4/127.0.0.1/tcp/1'] };
  const link = encodeInvite({ home, account: undefined, name: '', token: undefined });
  const form = checkForm({ name: 'ann', password: PASSWORD, server: link }, undefined);
  const made = newAccount(form, { seed: systemRandom(32), peerId: somePeerId() }, systemRandom);
  const file: VaultFile & { bytes: Uint8Array } = {
    bytes: encodeVault(made),
    read: () => file.bytes,
    write: (bytes: Uint8Array) => {
      file.bytes = bytes;
      return Promise.resolve();
    },
    changePassword: () => Promise.reject(new Error('no password here')),
  };
  const account = new Account(file, silentLog);
  return { account, file, server, prepare: () => prepared(account, change) };
}

async function prepared(
  account: Account,
  change: { readonly epoch?: bigint; readonly claim?: boolean },
): Promise<void> {
  if (change.epoch !== undefined) await account.takeEpoch(change.epoch);
  await account.update(({ pending: _, ...content }) => ({ ...content, claim: change.claim ?? false }));
}

/** The server's rule of epochs, with the proof checked first. */
function aServer(account: Account, server: Uint8Array, known: { epoch: bigint; device: Uint8Array }) {
  const accepted: bigint[] = [];
  let nonce = systemRandom(32);
  let signedIn = false;
  const client = {
    server,
    challenge: () => {
      nonce = systemRandom(32);
      return Promise.resolve({ nonce });
    },
    logout: () => {
      signedIn = false;
      return Promise.resolve({});
    },
    login: ({ certificate, clientNonce, proof }: LoginRequest) => {
      if (signedIn) throw new MiyuError('already-signed-in');
      const { identityKey } = { identityKey: account.own().identity.signing.publicKey };
      const { device, epoch } = openCertificate(certificate ?? { payload: nonce, signature: nonce }, identityKey);
      const claim = { server, device, serverNonce: nonce, clientNonce, epoch };
      if (!verifyLoginProof(proof, identityKey, claim)) throw new MiyuError('proof-invalid');
      const resumes = epoch === known.epoch && equalBytes(device, known.device);
      if (!resumes && epoch !== known.epoch + 1n) {
        return Promise.reject(new MiyuError('epoch-conflict', { detail: Number(known.epoch) }));
      }
      known.epoch = epoch;
      known.device = device;
      accepted.push(epoch);
      signedIn = true;
      return Promise.resolve({
        highestMail: 0n,
        waitingMail: 0,
        waitingRequests: 0,
        prekeysLeft: 0,
        bundleCurrent: false,
      });
    },
  } as unknown as RendezvousClient;
  return { client, accepted };
}

describe('epochs at sign-in', () => {
  test('the same device resumes', async () => {
    const { account, server, prepare } = anAccount();
    await prepare();
    const { client, accepted } = aServer(account, server, { epoch: 1n, device: account.own().device });
    await signIn(account, systemRandom, client, {});
    expect(accepted).toEqual([1n]);
  });

  test.each([1n, 5n])('another device has epoch %s: signed out, and nothing is claimed', async (epoch) => {
    const { account, server, prepare } = anAccount();
    await prepare();
    const { client, accepted } = aServer(account, server, { epoch, device: somePeerId() });
    await expect(signIn(account, systemRandom, client, {})).rejects.toMatchObject({
      code: 'signed-out',
      detail: Number(epoch),
    });
    expect(accepted).toEqual([]);
    expect(account.own().epoch).toBe(1n);
  });

  test('taking over: one above what the server has, on disk before the server hears of it', async () => {
    const { account, server, file, prepare } = anAccount({ claim: true });
    await prepare();
    const { client, accepted } = aServer(account, server, { epoch: 5n, device: somePeerId() });
    const written: bigint[] = [];
    const login = client.login.bind(client);
    client.login = (request, waiting) => {
      written.push(new Account({ ...file, read: () => file.bytes }, silentLog).own().epoch);
      return login(request, waiting);
    };
    await signIn(account, systemRandom, client, {});
    expect(accepted).toEqual([6n]);
    expect(written).toEqual([1n, 6n]);
    expect(account.own().epoch).toBe(6n);
    expect(account.content.claim).toBe(false);
  });

  test('an epoch whose acceptance was lost is resumed, not claimed again', async () => {
    const { account, server, prepare } = anAccount({ epoch: 6n, claim: true });
    await prepare();
    const { client, accepted } = aServer(account, server, { epoch: 6n, device: account.own().device });
    await signIn(account, systemRandom, client, {});
    expect(accepted).toEqual([6n]);
  });

  test('a server that was set back is led up to our epoch, which friends know', async () => {
    const { account, server, prepare } = anAccount({ epoch: 6n });
    await prepare();
    const { client, accepted } = aServer(account, server, { epoch: 2n, device: somePeerId() });
    await signIn(account, systemRandom, client, {});
    expect(accepted).toEqual([3n, 4n, 5n, 6n]);
    expect(account.own().epoch).toBe(6n);
  });

  test('a race for one epoch ends: whoever loses it again and again is signed out', async () => {
    const { account, server, prepare } = anAccount({ claim: true });
    await prepare();
    const known = { epoch: 1n, device: somePeerId() };
    const { client } = aServer(account, server, known);
    const login = client.login.bind(client);
    client.login = (request, waiting) => {
      known.epoch += 2n;
      known.device = somePeerId();
      return login(request, waiting);
    };
    await expect(signIn(account, systemRandom, client, {})).rejects.toMatchObject({ code: 'signed-out' });
  });
});
