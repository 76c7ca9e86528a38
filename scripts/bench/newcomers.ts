/** People without an account whose connection to a server is up, for benchmarks of what the server does for them. */
import { peerIdFromString } from '@libp2p/peer-id';
import { multiaddr } from '@multiformats/multiaddr';
import { createPeerHost } from '../../node/net/host.ts';
import type { RendezvousClient } from '../../node/net/ports.ts';
import { serverSigner } from '../../shared/crypto/ed25519.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { createIdentity } from '../../shared/crypto/identity.ts';
import { u64 } from '../../shared/crypto/layout.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { loginProof, makeCertificate, makeIdentityStatement } from '../../shared/crypto/statements.ts';
import { concatBytes, equalBytes } from '../../shared/ids.ts';
import { bytesOfPeerId } from '../../shared/net/peers.ts';
import { CONTEXT } from '../../shared/wire/contexts.ts';
import type { Signed } from '../../shared/wire/generated/identity.js';

export interface Newcomer {
  readonly client: RendezvousClient;
  readonly account: Uint8Array;
  readonly statement: Signed;
  readonly certificate: Signed;
  /** The same 64 bytes as loginProof's, for these 32 and those 32. */
  readonly prove: (server: Uint8Array, serverNonce: Uint8Array, clientNonce: Uint8Array) => Uint8Array;
  readonly stop: () => Promise<void>;
}

/** @param addresses multiaddrs with /p2p/ of one server */
export function serverOf(addresses: readonly string[]): { readonly server: Uint8Array; readonly home: string[] } {
  const [, peerId = ''] = /\/p2p\/([^/]+)$/.exec(addresses[0] ?? '') ?? [];
  const home = addresses.map((address) =>
    multiaddr(address)
      .toString()
      .replace(/\/p2p\/.*$/, ''),
  );
  return { server: bytesOfPeerId(peerIdFromString(peerId)), home };
}

/**
 * What takes the person's own machine its time is made here: keys, statement and certificate. The proof has to wait for the server's nonce:
 * it is signed by node:crypto here, whose signatures are the same bytes (RFC 8032 has no chance in them), for an identity's own signer takes
 * milliseconds, and hundreds of people share one core of this machine that have one each.
 */
export async function connected(name: string, server: Uint8Array, addresses: readonly string[]): Promise<Newcomer> {
  const host = await createPeerHost({ deviceSeed: systemRandom(32), listen: [], dht: false });
  const client = await host.rendezvous.connect({ server, addresses: [...addresses] });
  client.onPush(() => undefined);
  const identity = createIdentity(systemRandom);
  const statement = makeIdentityStatement(identity, name, systemRandom(16));
  const account = sha256(statement.payload);
  const { device } = host;
  const certificate = makeCertificate(identity, account, device, 1n);
  const signer = serverSigner(identity.signing.secretKey);
  const prove: Newcomer['prove'] = (to, serverNonce, clientNonce) =>
    signer.sign(CONTEXT.login, concatBytes(to, device, serverNonce, clientNonce, u64(1n))).signature;
  const claim = { server, device, serverNonce: systemRandom(32), clientNonce: systemRandom(32), epoch: 1n };
  if (!equalBytes(loginProof(identity, claim), prove(server, claim.serverNonce, claim.clientNonce))) {
    throw new Error('two signers that do not agree');
  }
  return { client, account, statement, certificate, prove, stop: () => host.stop() };
}

/** The whole exchange: challenge, proof, registration. */
export async function register({ client, statement, certificate, prove }: Newcomer, server: Uint8Array): Promise<void> {
  const { nonce } = await client.challenge();
  const clientNonce = systemRandom(32);
  const proof = prove(server, nonce, clientNonce);
  await client.register({ statement, certificate, clientNonce, proof, email: '', token: new Uint8Array(0) });
}
