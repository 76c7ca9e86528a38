/**
 * Our Kademlia network (kad-dht under KAD_PROTOCOL): the same settings on servers and peers, and what a node agrees to keep.
 * It carries sealed address records alone; nobody who keeps one can read it, and whoever finds one must verify it. A look-up goes to those
 * alone with whom there is a connection anyway: friends' devices and the servers of one's own and of friends (kad-components.ts).
 */
import { contentRoutingSymbol, peerDiscoverySymbol, peerRoutingSymbol } from '@libp2p/interface';
import type { PeerId } from '@libp2p/interface';
import { kadDHT } from '@libp2p/kad-dht';
import type { KadDHT, SelectFn } from '@libp2p/kad-dht';
import { MiyuError } from '../errors.ts';
import { KAD_PROTOCOL } from '../wire/protocols.ts';
import { withCappedStreams } from './capped-streams.ts';
import { kadComponents, type DhtCircle } from './kad-components.ts';

/** First part of the record keys; kad-dht picks validator and selector by it. */
export const ADDRESS_NAMESPACE = 'miyu-address';
/** `/miyu-address/`, then 64 hex digits of an HMAC-SHA256. */
const KEY_PATTERN = new RegExp(`^/${ADDRESS_NAMESPACE}/[0-9a-f]{64}$`);
/** Sixteen addresses, one signature and the seal stay well below. */
export const MAX_DHT_RECORD_BYTES = 2 * 1024;

/**
 * What a stream may bring, either way. A request is one record with its key twice, or less, each has a stream of its own, and so has its
 * answer; 32 streams of one peer that never end theirs hold 128 KiB.
 */
const MAX_DHT_STREAM_BYTES = 2 * MAX_DHT_RECORD_BYTES;

/** Who are asked, or given a record, at once: more friends than most people have online; of more, those that are closest to the key. */
const MAX_ASKED = 64;
/** The longest timer that there is: this network is not explored, it is whom one is connected to. */
const NEVER_MS = 2 ** 31 - 1;

/** @throws MiyuError 'record-invalid' on another kind of key, or a value that is empty or longer than the bound */
export function checkDhtRecord(key: Uint8Array, value: Uint8Array): void {
  if (!KEY_PATTERN.test(new TextDecoder().decode(key))) throw new MiyuError('record-invalid');
  if (value.length === 0 || value.length > MAX_DHT_RECORD_BYTES) throw new MiyuError('record-invalid');
}

export interface DhtOptions {
  /** Of a peer. Absent: a server, which answers everybody and asks nobody. */
  readonly circle?: DhtCircle;
  /** Which of several records of one key is the best; where nobody can tell them apart, the first. */
  readonly select?: SelectFn;
}

/** The `dht` service for `createLibp2p`; needs `identify` and `ping` beside it. */
export function dht(options: DhtOptions = {}): ReturnType<typeof kadDHT> {
  const create = kadDHT({
    protocol: KAD_PROTOCOL,
    clientMode: false,
    // Nobody's address is told, and whoever an answer names is not believed to be there.
    peerInfoMapper: (info) => ({ ...info, multiaddrs: [] }),
    validators: { [ADDRESS_NAMESPACE]: checkDhtRecord },
    selectors: { [ADDRESS_NAMESPACE]: options.select ?? (() => 0) },
    kBucketSize: MAX_ASKED,
    // A request without anybody to ask ends at once in place of waiting for one.
    allowQueryWithZeroPeers: true,
    querySelfInterval: NEVER_MS,
    initialQuerySelfInterval: NEVER_MS,
    // We keep no provider records.
    reprovide: { concurrency: 1, maxQueueSize: 1 },
  });
  return (components) => {
    const seen = kadComponents(components, options.circle, MAX_DHT_STREAM_BYTES);
    const service = create(withCappedStreams(seen, MAX_DHT_STREAM_BYTES));
    // libp2p would ask it for PeerIds that are dialled without an address, and believe addresses that its answers name.
    for (const symbol of [contentRoutingSymbol, peerRoutingSymbol, peerDiscoverySymbol]) {
      Object.defineProperty(service, symbol, { value: undefined });
    }
    return service;
  };
}

/** Whom kad-dht asks. Part of its class and not of its interface. */
export interface RoutingTable {
  add(peer: PeerId): Promise<void>;
  remove(peer: PeerId): Promise<void>;
}

/** @throws MiyuError 'internal' where a later kad-dht has none */
export function routingTableOf(service: KadDHT): RoutingTable {
  const { routingTable } = service as unknown as { readonly routingTable?: RoutingTable };
  if (routingTable === undefined) throw new MiyuError('internal');
  return routingTable;
}
