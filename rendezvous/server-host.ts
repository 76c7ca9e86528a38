/** The server's libp2p node: accept limits before any handshake, its two protocols, and a place in the DHT. */
import { identify } from '@libp2p/identify';
import type { Connection, Stream } from '@libp2p/interface';
import { ping } from '@libp2p/ping';
import { createLibp2p } from 'libp2p';
import type { Clock } from '../shared/clock.ts';
import { dht } from '../shared/net/dht.ts';
import { translateListenError } from '../shared/net/dial-errors.ts';
import { answer } from '../shared/net/exchange.ts';
import { commonOptions, type HostLimits } from '../shared/net/libp2p.ts';
import { peerIdOfBytes } from '../shared/net/peers.ts';
import { HOP_PROTOCOL, RENDEZVOUS_PROTOCOL, STATEMENT_PROTOCOL, STOP_PROTOCOL } from '../shared/wire/protocols.ts';
import type { RelayNode } from './hop.ts';
import { MAX_STATEMENT_QUESTION_BYTES, MAX_STREAMS, RELAY, STATEMENT_TIMEOUT_MS } from './limits.ts';

export interface ServerHostOptions {
  readonly seed: Uint8Array;
  readonly listen: readonly string[];
  readonly announce: readonly string[];
  /** As of the port at a home router; not told where others are announced. */
  readonly outside?: (() => string | undefined) | undefined;
  readonly limits: HostLimits;
  readonly clock: Clock;
  /** Encoded Signed ServerStatement of this moment. */
  statement(): Uint8Array;
  /** A rendezvous stream was opened. Must take it over in the same turn. */
  onStream(stream: Stream, connection: Connection): void;
  /** A hop stream was opened; undefined: this server relays nothing. Never rejects. */
  readonly onHop?: ((stream: Stream, connection: Connection, node: RelayNode) => Promise<void>) | undefined;
  /** A fault of ours that one stream has shown; the others go on. */
  onFault(error: unknown): void;
}

export interface ServerHost {
  /** Multiaddrs as text, with /p2p/: what others can dial. */
  addresses(): readonly string[];
  readonly connections: number;
  /** Takes no more streams; those that are open go on. */
  closeDoors(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts to listen. @throws MiyuError 'port-taken' | 'address-malformed' | 'internal' */
export async function createServerHost(options: ServerHostOptions): Promise<ServerHost> {
  const node = await startNode(options);
  await node.handle(
    RENDEZVOUS_PROTOCOL,
    (stream, connection) => {
      try {
        options.onStream(stream, connection);
      } catch (error) {
        options.onFault(error);
        stream.abort(new Error('refused'));
      }
    },
    { maxInboundStreams: MAX_STREAMS },
  );
  await node.handle(
    STATEMENT_PROTOCOL,
    async (stream) => {
      const fault = await answer(stream, () => options.statement(), {
        maxBytes: MAX_STATEMENT_QUESTION_BYTES,
        timeoutMs: STATEMENT_TIMEOUT_MS,
      });
      if (fault?.code === 'internal') options.onFault(fault);
    },
    { maxInboundStreams: MAX_STREAMS },
  );
  const addresses = (): string[] => node.getMultiaddrs().map(String);
  const { onHop } = options;
  if (onHop !== undefined) {
    const relay: RelayNode = {
      addresses,
      openStop: async (device, signal) => {
        const open = node.getConnections(peerIdOfBytes(device)).find(({ status }) => status === 'open');
        return open?.newStream(STOP_PROTOCOL, { signal, maxOutboundStreams: RELAY.linksPerAccount });
      },
    };
    await node.handle(HOP_PROTOCOL, (stream, connection) => void onHop(stream, connection, relay), {
      maxInboundStreams: RELAY.hopStreams,
    });
  }
  return {
    addresses,
    get connections() {
      return node.getConnections().length;
    },
    closeDoors: () =>
      node.unhandle([RENDEZVOUS_PROTOCOL, STATEMENT_PROTOCOL, ...(onHop === undefined ? [] : [HOP_PROTOCOL])]),
    stop: async () => {
      await node.stop();
    },
  };
}

async function startNode(options: ServerHostOptions) {
  try {
    return await createLibp2p({
      ...(await commonOptions({ ...options, outside: options.announce.length > 0 ? undefined : options.outside })),
      services: { identify: identify(), ping: ping(), dht: dht() },
    });
  } catch (error) {
    throw translateListenError(error);
  }
}
