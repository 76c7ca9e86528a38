/** Real libp2p nodes on 127.0.0.1 with the product's common settings, and channels between them. */
import { randomBytes } from 'node:crypto';
import type { Connection, Libp2p, Stream } from '@libp2p/interface';
import { identify } from '@libp2p/identify';
import { createLibp2p } from 'libp2p';
import { onTestFinished } from 'vitest';
import { createChannel } from '../../../shared/net/channel.ts';
import type { Channel, ChannelOptions } from '../../../shared/net/channel.ts';
import { PEER_LIMITS, commonOptions } from '../../../shared/net/libp2p.ts';
import type { HostLimits } from '../../../shared/net/libp2p.ts';
import { bytesOfPeerId } from '../../../shared/net/peers.ts';

export const TEST_PROTOCOL = '/miyu/test/1.0.0';
export const LOOPBACK = '/ip4/127.0.0.1/tcp/0';

/** Tests open hundreds of connections in one second. */
export const TEST_LIMITS: HostLimits = { ...PEER_LIMITS, acceptPerAddressPerSecond: 1_000, acceptPerSecond: 1_000 };

export async function startNode(listen: readonly string[] = [LOOPBACK], limits = TEST_LIMITS): Promise<Libp2p> {
  const node = await createLibp2p({
    ...(await commonOptions({ seed: randomBytes(32), listen, limits })),
    services: { identify: identify() },
  });
  onTestFinished(() => node.stop());
  return node;
}

export interface Pair {
  readonly dialler: Libp2p;
  readonly listener: Libp2p;
  readonly connection: Connection;
}

export async function startPair(): Promise<Pair> {
  const listener = await startNode();
  const dialler = await startNode([]);
  const connection = await dialler.dial(listener.getMultiaddrs(), { signal: AbortSignal.timeout(5_000) });
  return { dialler, listener, connection };
}

/** Handles TEST_PROTOCOL with channels of these options; the promise of the next channel to be accepted. */
export async function acceptChannels(
  node: Libp2p,
  options: Omit<ChannelOptions, 'role' | 'remotePeer'>,
): Promise<{ next(): Promise<Channel> }> {
  const arrived: Channel[] = [];
  const waiting: ((channel: Channel) => void)[] = [];
  await node.handle(
    TEST_PROTOCOL,
    (stream, connection) => {
      const channel = createChannel(stream, {
        ...options,
        role: 'listener',
        remotePeer: bytesOfPeerId(connection.remotePeer),
      });
      const waiter = waiting.shift();
      if (waiter === undefined) arrived.push(channel);
      else waiter(channel);
    },
    { maxInboundStreams: 1_000, maxOutboundStreams: 1_000 },
  );
  return {
    next: () => {
      const channel = arrived.shift();
      if (channel !== undefined) return Promise.resolve(channel);
      const { promise, resolve } = Promise.withResolvers<Channel>();
      waiting.push(resolve);
      return promise;
    },
  };
}

export const openStream = (connection: Connection): Promise<Stream> =>
  connection.newStream(TEST_PROTOCOL, { signal: AbortSignal.timeout(5_000), maxOutboundStreams: 1_000 });

export async function openChannel(
  connection: Connection,
  options: Omit<ChannelOptions, 'role' | 'remotePeer'> = {},
): Promise<Channel> {
  return createChannel(await openStream(connection), {
    ...options,
    role: 'dialler',
    remotePeer: bytesOfPeerId(connection.remotePeer),
  });
}

/** A promise with its resolver, and a signal that can be waited for. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { opened: promise, open: () => resolve(undefined) };
}
