import { randomBytes } from 'node:crypto';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { multiaddr } from '@multiformats/multiaddr';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { AcceptGate } from '../../../shared/net/accept-gate.ts';
import { FRIEND_DIAL, SERVER_DIAL, translateDialError, translateListenError } from '../../../shared/net/dial-errors.ts';
import { bytesOfPeerId, comparePeerIds, peerIdOfBytes } from '../../../shared/net/peers.ts';
import { PEER_ID_BYTES } from '../../../shared/ids.ts';
import { SERVER_LIMITS } from '../../../shared/net/libp2p.ts';
import { LOOPBACK, TEST_LIMITS, acceptChannels, openChannel, startNode, startPair } from './nodes.ts';
import { PATIENCE } from '../../support/until.ts';

const dialError = async (
  node: { dial(address: never, options: never): Promise<unknown> },
  address: unknown,
  ms = 3_000,
) => {
  try {
    await node.dial(address as never, { signal: AbortSignal.timeout(ms) } as never);
  } catch (error) {
    return error;
  }
  throw new Error('the dial succeeded');
};

const tcpServer = async (): Promise<number> => {
  const server = createServer((socket) => socket.on('error', () => undefined));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
};

describe('dial errors', () => {
  it('names a server, or friend, with another key than the pinned one', async () => {
    const { dialler, listener } = await startPair();
    const other = await startNode([]);
    const address = listener.getMultiaddrs()[0]!.decapsulateCode(421).encapsulate(`/p2p/${other.peerId.toString()}`);
    const error = await dialError(dialler, address);
    expect(translateDialError(error, SERVER_DIAL).code).toBe('server-key-mismatch');
    expect(translateDialError(error, FRIEND_DIAL).code).toBe('peer-key-mismatch');
    const two = await dialError(dialler, [multiaddr(`/ip4/127.0.0.1/tcp/1/p2p/${other.peerId.toString()}`), address]);
    expect(translateDialError(two, SERVER_DIAL).code).toBe('server-key-mismatch');
  });

  it('names an address where nobody listens', async () => {
    const node = await startNode([]);
    const error = await dialError(node, multiaddr('/ip4/127.0.0.1/tcp/1'));
    expect(translateDialError(error, SERVER_DIAL).code).toBe('server-unreachable');
    expect(translateDialError(error, FRIEND_DIAL).code).toBe('friend-unreachable');
  });

  it('tells a time-out from an abort by the caller', async () => {
    const node = await startNode([]);
    const silent = multiaddr(`/ip4/127.0.0.1/tcp/${await tcpServer()}`);
    expect(translateDialError(await dialError(node, silent, 50), SERVER_DIAL, AbortSignal.timeout(0)).code).toBe(
      'timeout',
    );
    const abort = new AbortController();
    abort.abort();
    const caught = await node.dial(silent, { signal: abort.signal }).catch((error: unknown) => error);
    expect(translateDialError(caught, SERVER_DIAL, abort.signal).code).toBe('aborted');
  });

  it('names a taken port', async () => {
    const port = await tcpServer();
    const error = await startNode([`/ip4/127.0.0.1/tcp/${port}`]).catch((caught: unknown) => caught);
    expect(translateListenError(error).code).toBe('port-taken');
  });
});

describe('floods', () => {
  it('of half-open connections from one address leave room for an honest dial from another', async () => {
    const listener = await startNode([LOOPBACK], SERVER_LIMITS);
    const port = Number(listener.getMultiaddrs()[0]!.getComponents()[1]!.value);
    const sockets = Array.from({ length: 500 }, () =>
      connect({ host: '127.0.0.1', port, localAddress: '127.0.0.2' }).on('error', () => undefined),
    );
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
    });
    const ended = (): number => sockets.filter(({ closed }) => closed).length;
    await vi.waitFor(() => expect(ended()).toBeGreaterThan(400), PATIENCE);
    const dialler = await startNode([]);
    const begun = performance.now();
    await dialler.dial(listener.getMultiaddrs(), { signal: AbortSignal.timeout(3_000) });
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('of muxer pings by a peer that never reads end its connection and no other', async () => {
    const { listener, dialler, connection } = await startPair();
    await acceptChannels(listener, { onRequest: async (body) => body });
    const evil = await startNode([]);
    const flooding = (await evil.dial(listener.getMultiaddrs())) as unknown as {
      readonly status: string;
      readonly maConn: { readonly socket: { pause(): void } };
      readonly muxer: { readonly maConn: { send(data: Uint8Array): boolean; maxWriteBufferLength: number } };
    };
    // yamux header: version 0, type 2 (ping), flags 1 (SYN), stream 0, any value.
    const ping = [0, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];
    const pings = Uint8Array.from({ length: 5_000 * ping.length }, (_, i) => ping[i % ping.length]!);
    flooding.maConn.socket.pause();
    flooding.muxer.maConn.maxWriteBufferLength = Infinity;
    let sent = 0;
    while (listener.getConnections(evil.peerId).length > 0 && sent < 1_000) {
      if (flooding.status === 'open') flooding.muxer.maConn.send(pings);
      sent += 1;
      await nextTurn();
    }
    expect(listener.getConnections(evil.peerId)).toEqual([]);
    expect(listener.getConnections(dialler.peerId).length).toBe(1);
    const channel = await openChannel(connection);
    expect(await channel.request(Uint8Array.of(1))).toEqual(Uint8Array.of(1));
  });
});

describe('PeerIds', () => {
  it('become 38 bytes and back, and nothing else does', async () => {
    const node = await startNode([]);
    const bytes = bytesOfPeerId(node.peerId);
    expect(bytes.length).toBe(PEER_ID_BYTES);
    expect(peerIdOfBytes(bytes).equals(node.peerId)).toBe(true);
    expect(() => peerIdOfBytes(bytes.subarray(1))).toThrow('malformed');
    expect(() => peerIdOfBytes(randomBytes(PEER_ID_BYTES).fill(7, 0, 6))).toThrow('malformed');
  });

  it('are ordered bytewise', () => {
    expect(comparePeerIds(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBeLessThan(0);
    expect(comparePeerIds(Uint8Array.of(200), Uint8Array.of(3))).toBeGreaterThan(0);
    expect(comparePeerIds(Uint8Array.of(1), Uint8Array.of(1))).toBe(0);
  });
});

describe('accept limits', () => {
  it('let a burst through, then the rate, on the monotonic clock', () => {
    let now = 5_000;
    const gate = new AcceptGate({ wall: () => 0, monotonic: () => now }, 10);
    let address = 0;
    const taken = (tries: number): number =>
      Array.from({ length: tries }, () => gate.take(String((address += 1)))).filter(Boolean).length;
    expect(taken(30)).toBe(10);
    now += 500;
    expect(taken(30)).toBe(5);
    now += 3_600_000;
    expect(taken(30)).toBe(10);
  });

  it('leave the door to newcomers, however hard a few addresses knock', () => {
    let now = 0;
    const gate = new AcceptGate({ wall: () => 0, monotonic: () => now }, 50);
    const counts = { hostile: 0, newcomers: 0, returning: 0 };
    for (let second = 0; second < 60; second += 1) {
      for (let tick = 0; tick < 100; tick += 1) {
        now += 10;
        for (const hostile of ['a', 'b', 'c', 'd']) if (gate.take(hostile)) counts.hostile += 1;
        if (tick % 10 === 0 && gate.take(`newcomer ${second} ${tick}`)) counts.newcomers += 1;
      }
      // One who was here some time ago.
      if (second % 12 === 0 && gate.take('returning')) counts.returning += 1;
    }
    expect(counts.newcomers).toBe(600);
    expect(counts.returning).toBe(5);
    // What nobody else wants is theirs.
    expect(counts.hostile).toBeGreaterThan(2_000);
    expect(counts.hostile).toBeLessThanOrEqual(60 * 50 + 50 - 605);
  });

  it('use all of it for one address, where nobody else comes', () => {
    let now = 0;
    const gate = new AcceptGate({ wall: () => 0, monotonic: () => now }, 40);
    let taken = 0;
    for (; now < 10_000; now += 10) if (gate.take('a school')) taken += 1;
    expect(taken).toBeGreaterThanOrEqual(400);
  });

  it('drop what is too much of one address before its handshake, and accept again later', async () => {
    const listener = await startNode([LOOPBACK], { ...TEST_LIMITS, acceptPerAddressPerSecond: 3 });
    const diallers = await Promise.all(Array.from({ length: 8 }, () => startNode([])));
    const dial = (node: (typeof diallers)[number]) =>
      node.dial(listener.getMultiaddrs(), { signal: AbortSignal.timeout(3_000) }).then(
        () => 'in',
        (error: unknown) => translateDialError(error, SERVER_DIAL).code,
      );
    const outcomes = await Promise.all(diallers.map(dial));
    expect(outcomes.filter((outcome) => outcome === 'in').length).toBe(3);
    expect(outcomes.filter((outcome) => outcome === 'server-unreachable').length).toBe(5);
    const last = diallers[outcomes.findIndex((outcome) => outcome !== 'in')]!;
    await vi.waitFor(async () => expect(await dial(last)).toBe('in'), { timeout: 5_000, interval: 300 });
  });

  it('drop what is too much in total', async () => {
    const listener = await startNode([LOOPBACK], { ...TEST_LIMITS, acceptPerSecond: 2 });
    const diallers = await Promise.all(Array.from({ length: 6 }, () => startNode([])));
    const outcomes = await Promise.allSettled(
      diallers.map((node) => node.dial(listener.getMultiaddrs(), { signal: AbortSignal.timeout(3_000) })),
    );
    const accepted = outcomes.filter((outcome) => outcome.status === 'fulfilled').length;
    expect(accepted).toBeGreaterThanOrEqual(2);
    expect(accepted).toBeLessThanOrEqual(4);
  });
});
