/** What both sides' libp2p nodes have in common: transport, encryption, muxer, and limits that libp2p leaves open. */
import { noise } from '@chainsafe/libp2p-noise';
import { generateKeyPairFromSeed } from '@libp2p/crypto/keys';
import type { ConnectionEncrypter, MessageStream, SecuredConnection } from '@libp2p/interface';
import { yamux } from '@libp2p/yamux';
import type { Libp2pInit } from 'libp2p';
import { systemClock } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { STREAM_WINDOW_BYTES, WRITE_HIGH_WATER_BYTES } from '../wire/limits.ts';
import { AcceptGate } from './accept-gate.ts';
import { addressKey } from './address-key.ts';
import { BoundedDatastore, type DatastoreBounds } from './bounded-datastore.ts';
import { OwnAddresses } from './own-addresses.ts';
import { zonedTcp } from './zoned-tcp.ts';

export interface HostLimits {
  readonly maxConnections: number;
  /** New connections per second from one address (an operator with many users behind one address raises it). */
  readonly acceptPerAddressPerSecond: number;
  /** Handshakes per second in total: one costs 3 to 11 ms of a core. */
  readonly acceptPerSecond: number;
  /** Accepted connections whose handshake is under way: ten seconds' worth of `acceptPerSecond`. */
  readonly maxPendingConnections: number;
}

export const SERVER_LIMITS: HostLimits = {
  maxConnections: 5_000,
  acceptPerAddressPerSecond: 20,
  acceptPerSecond: 50,
  maxPendingConnections: 500,
};

/** A person's friends and the DHT's neighbours. */
export const PEER_LIMITS: HostLimits = { ...SERVER_LIMITS, maxConnections: 300 };

/**
 * yamux buffers without bound what it may not send yet. A channel hands over at most 256 KiB before it waits, so this is
 * never reached by us; whoever writes on regardless is reset.
 */
const STREAM_WRITE_BOUND_BYTES = 2 * WRITE_HIGH_WATER_BYTES;
/**
 * The same one layer below: while the socket is full, the streams wait, and what piles up are answers to muxer pings and
 * window updates, 12 bytes each, for a peer that sends and never reads.
 */
const CONNECTION_WRITE_BOUND_BYTES = 1024 * 1024;
/** Streams that the other side may have open on one connection, all protocols together. */
const MAX_INBOUND_STREAMS = 64;
/**
 * The muxer's own ping, each way: 260 bytes with all headers. Links and streams to servers have heartbeats, so this is for connections
 * that have neither, and for what stands between: a NAT forgets an idle connection after two hours (RFC 5382). With 50 friends a ping
 * every two minutes was a fifth of all that an idle peer sends and receives.
 */
const MUXER_PING_MS = 10 * 60_000;
/** From the socket to the multiplexed connection; also each protocol negotiation. */
const UPGRADE_TIMEOUT_MS = 10_000;
/** A Noise message's length prefix, and what its decoder says where it is not complete. */
const NOISE_LENGTH_BYTES = 2;
const NO_LENGTH = new RangeError('no length');
/**
 * Known peers and DHT records, in memory: what strangers announce takes the place of what was longest unused. One stranger alone can
 * fill it, and what is kept costs the process up to 3 KiB for each record when the allocator's loss is counted: so many that this stays
 * well below what one may cost. An address record of 700 bytes counts 2 KiB: it holds those of some 800 people for two days.
 */
const DATASTORE_BOUNDS: DatastoreBounds = {
  maxEntries: 3_000,
  maxBytes: 3 * 1024 * 1024,
  /** A DHT record is 2.3 KiB, a server with sixteen long addresses and its signed record 9 KiB. libp2p reads all of it at each touch. */
  maxEntryBytes: 16 * 1024,
  /** kad-dht's provider records, which nobody here asks for. Each also adds its sender's addresses to the peer store. */
  refused: '/dht/provider',
};

export interface CommonOptions {
  /** Ed25519 seed of the node's key, 32 bytes. */
  readonly seed: Uint8Array;
  /** Multiaddrs as text; empty: dials only. */
  readonly listen: readonly string[];
  /** Multiaddrs to announce in place of the ones listened on. */
  readonly announce?: readonly string[];
  /** A multiaddr without /p2p/ that leads here from outside, told beside those that are listened on. */
  readonly outside?: (() => string | undefined) | undefined;
  readonly limits: HostLimits;
  readonly clock?: Clock;
}

/** Pass it to `createLibp2p` with `services` added. No metrics, no discovery, no automatic dials or reconnects. */
export async function commonOptions(options: CommonOptions) {
  const { limits } = options;
  const gate = new AcceptGate(options.clock ?? systemClock, limits.acceptPerSecond);
  const own = new OwnAddresses(options.outside);
  return {
    privateKey: await generateKeyPairFromSeed('Ed25519', options.seed),
    addresses: {
      listen: [...options.listen],
      announce: [...(options.announce ?? [])],
      announceFilter: own.complete,
    },
    // The version of this program is nobody's business before a hello.
    nodeInfo: { userAgent: 'miyu' },
    datastore: new BoundedDatastore(DATASTORE_BOUNDS),
    transports: [own.seenBy(zonedTcp({ backlog: 511 }))],
    connectionEncrypters: [boundedNoise],
    streamMuxers: [
      yamux({
        maxInboundStreams: MAX_INBOUND_STREAMS,
        keepAliveInterval: MUXER_PING_MS,
        streamOptions: {
          maxStreamWindowSize: STREAM_WINDOW_BYTES,
          maxWriteBufferLength: STREAM_WRITE_BOUND_BYTES,
        },
      }),
    ],
    connectionManager: {
      maxConnections: limits.maxConnections,
      inboundConnectionThreshold: limits.acceptPerAddressPerSecond,
      maxIncomingPendingConnections: limits.maxPendingConnections,
      inboundUpgradeTimeout: UPGRADE_TIMEOUT_MS,
      // Reconnecting is the flows' task, with back-off and jitter.
      reconnectRetries: 0,
    },
    // It would ping every connection every 10 s: a quarter of a core at 1,000 peers.
    connectionMonitor: { enabled: false },
    // Asked after the limit per address, so that one address alone cannot use up everybody's tokens.
    connectionGater: {
      denyInboundConnection: ({ remoteAddr }) => !gate.take(addressKey(remoteAddr.toString())),
    },
  } satisfies Libp2pInit;
}

/**
 * Noise with a bounded write buffer on its plaintext side (an option that Noise itself does not have), and cheaper at its
 * borders: one write to the socket for each message, no exception at the end of each piece that comes in.
 */
function boundedNoise(components: Parameters<ReturnType<typeof noise>>[0]): ConnectionEncrypter {
  const inner = noise()(components);
  const bound = <T>(secured: SecuredConnection<T>): SecuredConnection<T> => {
    secured.connection.maxWriteBufferLength = CONNECTION_WRITE_BOUND_BYTES;
    quietEnd(secured.connection);
    return secured;
  };
  return {
    protocol: inner.protocol,
    secureInbound: async (connection, options) => bound(await inner.secureInbound(joinWrites(connection), options)),
    secureOutbound: async (connection, options) => bound(await inner.secureOutbound(joinWrites(connection), options)),
  };
}

/** Noise hands over a length and the message in pieces, and the TCP transport would send each as a packet of its own. */
function joinWrites<T extends MessageStream>(connection: T): T {
  const send = connection.send.bind(connection);
  connection.send = (data) => send(data instanceof Uint8Array ? data : data.subarray());
  return connection;
}

/**
 * Noise finds out that no further message has come by an error that it catches, and whose stack trace costs more than the
 * decryption. This one is always the same. Where Noise has no such decoder any more, nothing happens.
 */
function quietEnd(connection: object): void {
  const { decoder } = connection as { decoder?: { lengthDecoder?: (data: { byteLength: number }) => number } };
  const decode = decoder?.lengthDecoder;
  if (decoder === undefined || decode === undefined) return;
  decoder.lengthDecoder = (data) => {
    if (data.byteLength < NOISE_LENGTH_BYTES) throw NO_LENGTH;
    return decode(data);
  };
}
