/**
 * Our Kademlia network (kad-dht under KAD_PROTOCOL): the same settings on servers and peers, and what a node agrees to keep.
 * It carries sealed address records alone; nobody who keeps one can read it, and whoever finds one must verify it.
 */
import { kadDHT, passthroughMapper } from '@libp2p/kad-dht';
import type { SelectFn } from '@libp2p/kad-dht';
import { MiyuError } from '../errors.ts';
import { KAD_PROTOCOL } from '../wire/protocols.ts';
import { withCappedStreams } from './capped-streams.ts';

/** First part of the record keys; kad-dht picks validator and selector by it. */
export const ADDRESS_NAMESPACE = 'miyu-address';
/** `/miyu-address/`, then 64 hex digits of an HMAC-SHA256. */
const KEY_PATTERN = new RegExp(`^/${ADDRESS_NAMESPACE}/[0-9a-f]{64}$`);
/** Sixteen addresses, one signature and the seal stay well below. */
export const MAX_DHT_RECORD_BYTES = 2 * 1024;

/**
 * What a stream may bring. A request is one record with its key twice, or less, and each has a stream of its own; 32 streams of one
 * peer that never end theirs hold 128 KiB.
 */
const MAX_DHT_STREAM_BYTES = 2 * MAX_DHT_RECORD_BYTES;

/** @throws MiyuError 'record-invalid' on another kind of key, or a value that is empty or longer than the bound */
export function checkDhtRecord(key: Uint8Array, value: Uint8Array): void {
  if (!KEY_PATTERN.test(new TextDecoder().decode(key))) throw new MiyuError('record-invalid');
  if (value.length === 0 || value.length > MAX_DHT_RECORD_BYTES) throw new MiyuError('record-invalid');
}

export interface DhtOptions {
  /** True: asks only. A server is false and answers; so is a peer that volunteers. */
  readonly clientMode: boolean;
  /** Which of several records of one key is the best; where nobody can tell them apart, the first. */
  readonly select?: SelectFn;
}

/** The `dht` service for `createLibp2p`; needs `identify` and `ping` beside it. */
export function dht(options: DhtOptions): ReturnType<typeof kadDHT> {
  const service = kadDHT({
    protocol: KAD_PROTOCOL,
    clientMode: options.clientMode,
    // By default a LAN's addresses would be thrown away.
    peerInfoMapper: passthroughMapper,
    validators: { [ADDRESS_NAMESPACE]: checkDhtRecord },
    selectors: { [ADDRESS_NAMESPACE]: options.select ?? (() => 0) },
    // A request without a known server of the DHT ends at once in place of waiting for one.
    allowQueryWithZeroPeers: true,
    // We keep no provider records.
    reprovide: { concurrency: 1, maxQueueSize: 1 },
  });
  return (components) => service(withCappedStreams(components, MAX_DHT_STREAM_BYTES));
}
