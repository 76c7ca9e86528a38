/** A rendezvous server of the wire alone: real node, real statement, answers as the test says. With lie switches. */
import { randomBytes } from 'node:crypto';
import { identify } from '@libp2p/identify';
import type { KadDHT } from '@libp2p/kad-dht';
import { ping } from '@libp2p/ping';
import type { Libp2p } from '@libp2p/interface';
import { createLibp2p } from 'libp2p';
import { onTestFinished } from 'vitest';
import { plainAddress } from '../../../node/net/paths.ts';
import { serverSigner } from '../../../shared/crypto/ed25519.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { createChannel } from '../../../shared/net/channel.ts';
import type { Channel } from '../../../shared/net/channel.ts';
import { dht } from '../../../shared/net/dht.ts';
import { answer } from '../../../shared/net/exchange.ts';
import { SERVER_LIMITS, commonOptions } from '../../../shared/net/libp2p.ts';
import { bytesOfPeerId } from '../../../shared/net/peers.ts';
import { CONTEXT } from '../../../shared/wire/contexts.ts';
import { ServerStatement, Signed } from '../../../shared/wire/generated/identity.js';
import type { Home } from '../../../shared/wire/generated/identity.js';
import { RendezvousRequest, RendezvousResponse } from '../../../shared/wire/generated/rendezvous.js';
import { RENDEZVOUS_PROTOCOL, STATEMENT_PROTOCOL } from '../../../shared/wire/protocols.ts';
import { LOOPBACK } from './hosts.ts';

export interface ServerLies {
  /** The statement is signed by another key. */
  readonly foreignStatement?: boolean;
  readonly refuseHello?: MiyuError;
  /** Takes the stream and says nothing. */
  readonly silent?: boolean;
  readonly onRequest?: (request: RendezvousRequest) => RendezvousResponse | Uint8Array | Promise<RendezvousResponse>;
}

export interface TestServer {
  readonly node: Libp2p<{ dht: KadDHT }>;
  readonly home: Home;
  readonly channels: Channel[];
  readonly statement: Signed;
}

export async function startServer(lies: ServerLies = {}): Promise<TestServer> {
  const seed = randomBytes(32);
  const limits = { ...SERVER_LIMITS, acceptPerAddressPerSecond: 1_000, acceptPerSecond: 1_000 };
  const node = await createLibp2p({
    ...(await commonOptions({ seed, listen: [LOOPBACK], limits })),
    services: { identify: identify(), ping: ping(), dht: dht() },
  });
  onTestFinished(() => node.stop());

  const server = new Uint8Array(bytesOfPeerId(node.peerId));
  const statement = serverSigner(lies.foreignStatement === true ? randomBytes(32) : seed).sign(
    CONTEXT.serverStatement,
    ServerStatement.encode({
      version: 1,
      server,
      name: 'test server',
      maxNameLength: 32,
      email: 0,
      tokenRequired: false,
      mailLifetimeS: 86_400n,
      issuedAt: BigInt(Date.now()),
    }),
  );
  const channels: Channel[] = [];
  await node.handle(RENDEZVOUS_PROTOCOL, (stream, connection) => {
    if (lies.silent === true) return;
    const channel = createChannel(stream, {
      role: 'listener',
      remotePeer: bytesOfPeerId(connection.remotePeer),
      onRequest: async (body) => {
        const request = RendezvousRequest.decode(body);
        if (request.hello !== undefined) {
          if (lies.refuseHello !== undefined) throw lies.refuseHello;
          return RendezvousResponse.encode({ hello: { statement, openings: [{ count: 1, id: randomBytes(16) }] } });
        }
        const response = await lies.onRequest?.(request);
        if (response === undefined) throw new MiyuError('unknown-request');
        return response instanceof Uint8Array ? response : RendezvousResponse.encode(response);
      },
    });
    channels.push(channel);
  });
  await node.handle(STATEMENT_PROTOCOL, (stream) => {
    if (lies.silent === true) return;
    void answer(stream, () => Signed.encode(statement), { maxBytes: 64, timeoutMs: 5_000 });
  });
  return { node, home: { server, addresses: node.getMultiaddrs().map(plainAddress) }, channels, statement };
}
