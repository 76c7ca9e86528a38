/** Whom the DHT asks and answers, at real hosts: friends that are connected, and servers; nobody learns where anybody else is. */
import { randomBytes } from 'node:crypto';
import type { Connection } from '@libp2p/interface';
import { multiaddr } from '@multiformats/multiaddr';
import type { Multiaddr } from '@multiformats/multiaddr';
import { describe, expect, it } from 'vitest';
import type { ChatLink, PeerHost } from '../../../node/net/ports.ts';
import { toHex } from '../../../shared/ids.ts';
import { createChannel } from '../../../shared/net/channel.ts';
import { peerIdOfBytes } from '../../../shared/net/peers.ts';
import { ChatMessage } from '../../../shared/wire/generated/chat.js';
import { AddressRecord } from '../../../shared/wire/generated/identity.js';
import type { Signed } from '../../../shared/wire/generated/identity.js';
import { CHAT_PROTOCOL, GOODBYE, KAD_PROTOCOL, WIRE_VERSION } from '../../../shared/wire/protocols.ts';
import { askAbout } from '../../net/hostile-records.ts';
import { RawDevice } from '../../support/raw-client.ts';
import { until } from '../../support/until.ts';
import { startFriend, type Friend } from './hosts.ts';
import { startServer } from './servers.ts';

const recordOf = (sequence: bigint): Signed => ({
  payload: AddressRecord.encode({
    version: 1,
    account: new Uint8Array(32),
    device: new Uint8Array(38),
    epoch: 1n,
    addresses: ['/ip4/192.0.2.1/tcp/4001'],
    sequence,
    issuedAt: 1n,
    expiresAt: 2n,
  }),
  signature: new Uint8Array(64).fill(Number(sequence)),
});

interface Somebody extends Friend {
  /** PeerIds in hex of those who have become neighbours, in order. */
  readonly neighbours: string[];
}

async function somebody(name: number): Promise<Somebody> {
  const friend = await startFriend(name, {}, { dht: true });
  const neighbours: string[] = [];
  friend.host.hints.onNeighbour((device) => neighbours.push(toHex(device)));
  return { ...friend, neighbours };
}

/** `a` dials `b`; resolves once each may ask the other. */
async function link(a: Somebody, b: Somebody): Promise<ChatLink> {
  const up = await a.host.links.dial(b.host.device, b.host.addresses());
  await until('neighbours', () => {
    return a.neighbours.includes(toHex(b.host.device)) && b.neighbours.includes(toHex(a.host.device));
  });
  return up;
}

const dialable = (host: PeerHost): Multiaddr[] =>
  host.addresses().map((text) => multiaddr(`${text}/p2p/${peerIdOfBytes(host.device).toString()}`));

const dialAsStranger = async (host: PeerHost): Promise<Connection> =>
  (await new RawDevice().node()).dial(dialable(host));

/** The TCP port of its address, as a multiaddr carries it. */
function portOf(host: PeerHost): Buffer {
  const port = Number(host.addresses()[0]?.split('/tcp/')[1]);
  return Buffer.from([6, port >>> 8, port & 255]);
}

/** It is a friend, as far as the test's handlers go. */
async function sayHello(connection: Connection, to: Somebody): Promise<void> {
  const channel = createChannel(await connection.newStream(CHAT_PROTOCOL), {
    ...{ role: 'dialler', remotePeer: to.host.device, onPush: () => undefined },
  });
  await channel.request(ChatMessage.encode({ hello: { version: WIRE_VERSION, certificate: Uint8Array.of(9) } }));
}

describe('without any server', () => {
  it('what one friend of somebody publishes, another finds there', async () => {
    const [a, shared, b] = [await somebody(1), await somebody(2), await somebody(3)];
    await link(a, shared);
    await link(b, shared);
    const addressKey = randomBytes(32);
    expect(await a.host.hints.publish(addressKey, recordOf(1n))).toEqual({ isKept: true, missed: [] });
    expect((await b.host.hints.find(addressKey))?.payload).toEqual(recordOf(1n).payload);
    expect(await b.host.hints.find(randomBytes(32))).toBeUndefined();
    // For it nobody has dialled anybody.
    expect(a.host.links.linkTo(b.host.device)).toBeUndefined();
    expect(a.neighbours).toEqual([toHex(shared.host.device)]);
  });

  it('who comes later is told the same record, and who has it is not told again', async () => {
    const [a, first, second] = [await somebody(1), await somebody(2), await somebody(3)];
    await link(a, first);
    const addressKey = randomBytes(32);
    await a.host.hints.publish(addressKey, recordOf(1n));
    await link(a, second);
    await a.host.hints.publish(addressKey, recordOf(1n));
    const b = await somebody(4);
    await link(b, second);
    const found = await b.host.hints.find(addressKey);
    expect(found?.payload).toEqual(recordOf(1n).payload);
  });

  it('who keeps nothing is told as one who has not taken it', async () => {
    const [a, shared, deaf] = [await somebody(1), await somebody(2), await startFriend(3)];
    await link(a, shared);
    await a.host.links.dial(deaf.host.device, deaf.host.addresses());
    await until('a neighbour', () => a.neighbours.includes(toHex(deaf.host.device)));
    const { isKept, missed } = await a.host.hints.publish(randomBytes(32), recordOf(1n));
    expect({ isKept, missed: missed.map(toHex) }).toEqual({ isKept: true, missed: [toHex(deaf.host.device)] });
  });

  it('what one of them has is told at once, though another does not answer', async () => {
    const [a, shared, b] = [await somebody(1), await somebody(2), await somebody(3)];
    await link(a, shared);
    await link(b, shared);
    const silent = new RawDevice();
    const node = await silent.node();
    await node.handle(KAD_PROTOCOL, () => undefined);
    await sayHello(await node.dial(dialable(b.host)), b);
    await until('a neighbour', () => b.neighbours.includes(toHex(silent.id)));
    const addressKey = randomBytes(32);
    await a.host.hints.publish(addressKey, recordOf(1n));
    const order: string[] = [];
    const onBetter = ({ payload }: Signed): void => {
      expect(payload).toEqual(recordOf(1n).payload);
      order.push('one');
    };
    const found = b.host.hints.find(addressKey, { onBetter }).then((record) => {
      order.push('all');
      return record;
    });
    await until('told', () => order.length > 0);
    expect(order).toEqual(['one']);
    expect((await found)?.payload).toEqual(recordOf(1n).payload);
    expect(order).toEqual(['one', 'all']);
  });

  it('the newest counts, also where this host keeps it itself', async () => {
    const [a, b, old] = [await somebody(1), await somebody(2), await somebody(3)];
    const addressKey = randomBytes(32);
    const first = await link(a, old);
    await a.host.hints.publish(addressKey, recordOf(1n));
    await first.close(GOODBYE.closing);
    await link(a, b);
    await a.host.hints.publish(addressKey, recordOf(2n));
    await link(b, old);
    expect((await b.host.hints.find(addressKey))?.payload).toEqual(recordOf(2n).payload);
  });

  it('only those who were named are asked', async () => {
    const [a, shared, b, other] = [await somebody(1), await somebody(2), await somebody(3), await somebody(4)];
    for (const each of [a, b, other]) await link(each, shared);
    await link(b, other);
    const addressKey = randomBytes(32);
    await a.host.hints.publish(addressKey, recordOf(1n));
    expect(await b.host.hints.find(addressKey, { among: [other.host.device] })).toBeUndefined();
    expect(await b.host.hints.find(addressKey, { among: [shared.host.device] })).toBeDefined();
  });

  it('somebody with whom the link is over is neither asked nor answered', async () => {
    const [a, shared, b] = [await somebody(1), await somebody(2), await somebody(3)];
    await link(a, shared);
    const over = await link(b, shared);
    const addressKey = randomBytes(32);
    await a.host.hints.publish(addressKey, recordOf(1n));
    expect(await b.host.hints.find(addressKey)).toBeDefined();
    await over.close(GOODBYE.closing);
    await until('over at both', () => shared.host.links.linkTo(b.host.device) === undefined);
    expect(await b.host.hints.find(addressKey)).toBeUndefined();
    await link(b, shared);
    expect(await b.host.hints.find(addressKey)).toBeDefined();
  });
});

describe('a stranger', () => {
  it('gets no answer of a peer, whatever it asks', async () => {
    const [a, shared] = [await somebody(1), await somebody(2)];
    await link(a, shared);
    const connection = await dialAsStranger(shared.host);
    expect(await askAbout(connection, a.host.device)).toHaveLength(0);
    expect(await askAbout(connection, shared.host.device)).toHaveLength(0);
  });

  it('does not learn of a server where a peer is that uses it', async () => {
    const server = await startServer();
    const a = await somebody(1);
    await a.host.rendezvous.connect(server.home);
    await until('a neighbour', () => a.neighbours.length === 1);
    // libp2p knows it: it has asked the peer who it is.
    await until('identified', async () => {
      const known = await server.node.peerStore.get(peerIdOfBytes(a.host.device)).catch(() => undefined);
      return (known?.addresses.length ?? 0) > 0;
    });
    const connection = await (await new RawDevice().node()).dial(server.node.getMultiaddrs());
    const answers = Buffer.from(await askAbout(connection, a.host.device));
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.includes(portOf(a.host))).toBe(false);
  });
});

it('a friend does not learn who else is a friend, or where', async () => {
  const [a, shared] = [await somebody(1), await somebody(2)];
  await link(a, shared);
  const curious = new RawDevice();
  const node = await curious.node();
  const connection = await node.dial(dialable(shared.host));
  await sayHello(connection, shared);
  await until('a neighbour', () => shared.neighbours.includes(toHex(curious.id)));
  const answers = Buffer.from(await askAbout(connection, a.host.device));
  expect(answers.length).toBeGreaterThan(0);
  expect(answers.includes(portOf(a.host))).toBe(false);
  // The key that was asked for is repeated; nothing else of the friend is in it, and it is so of somebody whom it does not know.
  const unknown = Buffer.from(await askAbout(connection, new RawDevice().id));
  expect(answers.length).toBe(unknown.length);
});
