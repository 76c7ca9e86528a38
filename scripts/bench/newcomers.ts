/** People without an account whose connection to a server is up, for benchmarks of what the server does for them. */
import { peerIdFromString } from '@libp2p/peer-id';
import { multiaddr } from '@multiformats/multiaddr';
import { createPeerHost } from '../../node/net/host.ts';
import type { RendezvousClient } from '../../node/net/ports.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { createIdentity, type Identity } from '../../shared/crypto/identity.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { loginProof, makeCertificate, makeIdentityStatement } from '../../shared/crypto/statements.ts';
import { bytesOfPeerId } from '../../shared/net/peers.ts';
import type { Signed } from '../../shared/wire/generated/identity.js';

export interface Newcomer {
  readonly client: RendezvousClient;
  readonly identity: Identity;
  readonly account: Uint8Array;
  /** PeerId bytes. */
  readonly device: Uint8Array;
  readonly statement: Signed;
  readonly certificate: Signed;
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

/** What takes the person's own machine its time is made here: keys, statement and certificate. */
export async function connected(name: string, server: Uint8Array, addresses: readonly string[]): Promise<Newcomer> {
  const host = await createPeerHost({ deviceSeed: systemRandom(32), listen: [], dht: false });
  const client = await host.rendezvous.connect({ server, addresses: [...addresses] });
  client.onPush(() => undefined);
  const identity = createIdentity(systemRandom);
  const statement = makeIdentityStatement(identity, name, systemRandom(16));
  const account = sha256(statement.payload);
  const { device } = host;
  const certificate = makeCertificate(identity, account, device, 1n);
  return { client, identity, account, device, statement, certificate, stop: () => host.stop() };
}

/** The whole exchange: challenge, proof, registration. */
export async function register(
  { client, identity, device, statement, certificate }: Newcomer,
  server: Uint8Array,
): Promise<void> {
  const { nonce } = await client.challenge();
  const clientNonce = systemRandom(32);
  const proof = loginProof(identity, { server, device, serverNonce: nonce, clientNonce, epoch: 1n });
  await client.register({ statement, certificate, clientNonce, proof, email: '', token: new Uint8Array(0) });
}
