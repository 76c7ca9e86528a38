/** Hosts that call each other through a real server that relays. */
import { randomBytes } from 'node:crypto';
import { peerIdFromString } from '@libp2p/peer-id';
import { multiaddr } from '@multiformats/multiaddr';
import { describe, expect, test } from 'vitest';
import {
  isRelayed,
  pinnedAddresses,
  plainAddress,
  reachableAddresses,
  relayOf,
  withOutside,
} from '../../../node/net/paths.ts';
import type { ChatLink, PeerHost, RendezvousClient } from '../../../node/net/ports.ts';
import type { RendezvousServer } from '../../../rendezvous/server.ts';
import { serverSigner } from '../../../shared/crypto/ed25519.ts';
import { peerIdBytesOfEd25519 } from '../../../shared/crypto/peer-ids.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { comparePeerIds } from '../../../shared/net/peers.ts';
import { MAX_ADDRESSES, MAX_UNCOMMITTED_BYTES } from '../../../shared/wire/limits.ts';
import { GOODBYE } from '../../../shared/wire/protocols.ts';
import { RawPerson } from '../../support/raw-client.ts';
import type { RawConnection } from '../../support/raw-client.ts';
import { movableClock, startTestServer } from '../../support/rendezvous.ts';
import { until } from '../../support/until.ts';
import { codeOf, envelope, LOOPBACK, startFriend, startHost } from './hosts.ts';
import type { Friend } from './hosts.ts';

/** Registers an account of this host's device. */
async function signIn(host: PeerHost, server: RendezvousServer): Promise<RendezvousClient> {
  const client = await host.rendezvous.connect(server.home());
  const target = { server: server.server, addresses: () => server.addresses() };
  const ask = (name: 'challenge' | 'register', body: never): Promise<unknown> =>
    name === 'challenge' ? client.challenge() : client.register(body);
  const connection = { ask, device: { id: host.device }, target } as unknown as RawConnection;
  await new RawPerson(`p${randomBytes(6).toString('hex')}`).registerOn(connection);
  return client;
}

/** Signed in, with a place at the server. */
async function called(server: RendezvousServer, name: number, options: Parameters<typeof startFriend>[2] = {}) {
  const friend = await startFriend(name, {}, { listen: [], ...options });
  const client = await signIn(friend.host, server);
  await friend.host.relay.reserve(server.server);
  return { friend, client };
}

/** The seed of the smaller PeerId first. */
function orderedSeeds(): [Uint8Array, Uint8Array] {
  const id = (seed: Uint8Array): Uint8Array => peerIdBytesOfEd25519(serverSigner(seed).publicKey);
  const [one, other] = [new Uint8Array(randomBytes(32)), new Uint8Array(randomBytes(32))];
  return comparePeerIds(id(one), id(other)) < 0 ? [one, other] : [other, one];
}

const relayAddresses = (host: PeerHost): string[] => host.addresses().filter((each) => each.includes('/p2p-circuit'));
const lastOf = ({ links }: Friend): ChatLink | undefined => links.at(-1);
const openLinks = async ({ links }: Friend): Promise<ChatLink[]> => {
  const states = await Promise.all(links.map(({ closed }) => Promise.race([closed.then(() => false), later(true)])));
  return links.filter((_, i) => states[i]);
};
const later = <T>(value: T): Promise<T> =>
  new Promise((resolve) => {
    setImmediate(() => resolve(value));
  });

describe('a relayed link', () => {
  test('is told as one at both ends, and carries messages; the place is given back with it', async () => {
    const { server } = await startTestServer({ relay: true });
    const b = await called(server, 2);
    // The place, and not the server's own address as one of this device.
    expect(b.friend.host.addresses()).toEqual([expect.stringMatching(/\/p2p-circuit$/)]);
    const a = await startFriend(1, {}, { listen: [] });
    const times: number[] = [];
    const startedAt = performance.now();
    const link = await a.host.links.dial(b.friend.host.device, relayAddresses(b.friend.host));
    const dialMs = performance.now() - startedAt;
    expect(link.path).toBe('relayed');
    await until('the other end', () => lastOf(b.friend)?.path === 'relayed');
    for (let i = 0; i < 200; i += 1) {
      const sentAt = performance.now();
      expect(await link.deliver(envelope(String(i)))).toBe('committed');
      times.push(performance.now() - sentAt);
    }
    expect(b.friend.received).toHaveLength(200);
    const middle = times.sort((x, y) => x - y)[100]!;
    console.log(`relay: dialled in ${dialMs.toFixed(0)} ms, ${middle.toFixed(2)} ms round trip (median of 200)`);
    await link.close(GOODBYE.closing);
    await until('nothing is carried', async () => (await server.status()).relay!.links === 0);
    // Nor is a connection to that server kept for nothing.
    await until('the caller is gone from the server', async () => (await server.status()).connections === 1);
    expect([...a.faults, ...b.friend.faults]).toEqual([]);
  });

  test('begins beside a direct dial that hangs or fails', async () => {
    const { server } = await startTestServer({ relay: true });
    const { friend } = await called(server, 2);
    const a = await startFriend(1, {}, { listen: [] });
    // TEST-NET-1: nobody answers, or the system says at once that there is no way.
    const link = await a.host.links.dial(friend.host.device, [
      '/ip4/192.0.2.1/tcp/4001',
      ...relayAddresses(friend.host),
    ]);
    expect(link.path).toBe('relayed');
  });

  test('outlives whatever else its connection to the server was for', async () => {
    const { server } = await startTestServer({ relay: true });
    const { friend } = await called(server, 2);
    const a = await startFriend(1, {}, { listen: [] });
    const client = await a.host.rendezvous.connect(server.home());
    const link = await a.host.links.dial(friend.host.device, relayAddresses(friend.host));
    expect((await server.status()).connections).toBe(2);
    await client.close();
    await a.host.rendezvous.probe(server.home());
    expect(await link.deliver(envelope('still here'))).toBe('committed');
    await link.close(GOODBYE.closing);
    await until('the caller is gone from the server', async () => (await server.status()).connections === 1);
  });

  test('gives way to a direct one at both ends', async () => {
    const { server } = await startTestServer({ relay: true });
    const b = (await called(server, 2, { listen: [LOOPBACK] })).friend;
    const a = (await called(server, 1)).friend;
    const direct = b.host.addresses().filter((each) => !each.includes('/p2p-circuit'));
    const relayed = await a.host.links.dial(b.host.device, relayAddresses(b.host));
    await until('the other end', () => b.links.length === 1);
    const better = await a.host.links.dial(b.host.device, direct, { directOnly: true });
    expect(better.path).toBe('lan');
    expect(await relayed.closed).toBe(GOODBYE.replaced);
    await until('direct at the other end', () => lastOf(b)?.path === 'lan');
    expect(await b.links[0]!.closed).toBe(GOODBYE.replaced);
    await until('nothing is carried', async () => (await server.status()).relay!.links === 0);
  });

  test('that comes while a direct one does is given up by both, whoever has the smaller PeerId', async () => {
    const { server } = await startTestServer({ relay: true });
    for (const smaller of ['caller', 'called'] as const) {
      const [low, high] = orderedSeeds();
      // Only the first can dial the second directly; the second reaches the first through the relay alone.
      const a = (await called(server, 1, { deviceSeed: smaller === 'caller' ? low : high })).friend;
      const b = await startFriend(2, {}, { deviceSeed: smaller === 'caller' ? high : low });
      const both = (): (ChatLink | undefined)[] => [
        a.host.links.linkTo(b.host.device),
        b.host.links.linkTo(a.host.device),
      ];
      for (let round = 0; round < 10; round += 1) {
        await Promise.allSettled([
          a.host.links.dial(b.host.device, b.host.addresses()),
          b.host.links.dial(a.host.device, relayAddresses(a.host)),
        ]);
        await until('one link at both ends', async () => {
          const open = await Promise.all([openLinks(a), openLinks(b)]);
          return open.every(({ length }) => length === 1) && both().every((link) => link?.path === 'lan');
        });
        await until('nothing is carried', async () => (await server.status()).relay!.links === 0);
        await both()[0]!.close(GOODBYE.closing);
        await until('over', () => both().every((link) => link === undefined));
      }
    }
  });

  test('takes the place of a direct one only where its dialler must have lost that', async () => {
    const { server } = await startTestServer({ relay: true });
    const clock = movableClock();
    const a = (await called(server, 1, { listen: [LOOPBACK], clock })).friend;
    const own = a.host.addresses().filter((each) => !each.includes('/p2p-circuit'));
    const deviceSeed = new Uint8Array(randomBytes(32));
    const before = await startFriend(2, {}, { listen: [], deviceSeed });
    const direct = await before.host.links.dial(a.host.device, own);
    await until('up', () => a.host.links.linkTo(before.host.device)?.path === 'lan');
    // The same device elsewhere, without its link: as after a loss of power.
    const after = await startFriend(2, {}, { listen: [], deviceSeed });
    const refused = await after.host.links.dial(a.host.device, relayAddresses(a.host));
    expect(await refused.closed).toBe(GOODBYE.replaced);
    expect(a.host.links.linkTo(before.host.device)?.path).toBe('lan');
    await until('that is over', async () => (await server.status()).relay!.links === 0);
    clock.advance(15_001);
    const taken = await after.host.links.dial(a.host.device, relayAddresses(a.host));
    expect(await direct.closed).toBe(GOODBYE.replaced);
    expect(a.host.links.linkTo(before.host.device)?.path).toBe('relayed');
    expect(await taken.deliver(envelope('back'))).toBe('committed');
  });

  test('with a friend who commits slowly holds a full window, and nothing is reset', async () => {
    const { server } = await startTestServer({ relay: true });
    const { friend } = await called(server, 2);
    const slow = Promise.withResolvers<undefined>();
    let count = 0;
    friend.host.links.start({
      certificate: () => Uint8Array.of(2),
      authorize: (certificate) => ({ account: certificate }),
      onLink: () => undefined,
      onDeliver: async (_, envelopes) => {
        await slow.promise;
        count += envelopes.length;
        return [];
      },
      onHeads: () => undefined,
      onPrekeysWanted: () => Promise.reject(new MiyuError('unknown-request')),
    });
    const a = await startFriend(1, {}, { listen: [] });
    const link = await a.host.links.dial(friend.host.device, relayAddresses(friend.host));
    const big = new Uint8Array(60_000).fill(7);
    const total = 3 * Math.floor(MAX_UNCOMMITTED_BYTES / big.length);
    const outcomes: Promise<string>[] = [];
    const sending = (async () => {
      for (let i = 0; i < total; i += 1) {
        await link.room();
        outcomes.push(link.deliver(big));
      }
    })();
    await until('the window is full', () => !link.hasRoom);
    slow.resolve(undefined);
    await sending;
    expect(new Set(await Promise.all(outcomes))).toEqual(new Set(['committed']));
    expect(count).toBe(total);
  });
});

describe('a place at a server', () => {
  test('is refused to a stranger, and where nobody has one a caller hears that nobody is there', async () => {
    const { server } = await startTestServer({ relay: true });
    const host = await startHost({ listen: [] });
    expect(await codeOf(host.relay.reserve(server.server))).toBe('server-unreachable');
    const client = await host.rendezvous.connect(server.home());
    expect(await codeOf(host.relay.reserve(server.server))).toBe('relay-refused');
    expect(host.addresses()).toEqual([]);
    const b = await called(server, 2);
    const addresses = relayAddresses(b.friend.host);
    expect(addresses.length).toBeGreaterThan(0);
    await b.client.logout();
    const a = await startFriend(1, {}, { listen: [] });
    expect(await codeOf(a.host.links.dial(b.friend.host.device, addresses))).toBe('friend-unreachable');
    await client.close();
  });

  test('beyond what a server carries a caller is told why', async () => {
    const { server } = await startTestServer({ relay: true, relayMaxLinks: 1 });
    const { friend } = await called(server, 3);
    const addresses = relayAddresses(friend.host);
    const a = await startFriend(1, {}, { listen: [] });
    const b = await startFriend(2, {}, { listen: [] });
    await a.host.links.dial(friend.host.device, addresses);
    expect(await codeOf(b.host.links.dial(friend.host.device, addresses))).toBe('relay-limit');
    expect(await codeOf(b.host.links.dial(friend.host.device, ['/ip4/127.0.0.1/tcp/1', ...addresses]))).toBe(
      'relay-limit',
    );
    await until('b is gone from the server', async () => (await server.status()).connections === 2);
  });

  test('is given back, and lost with the connection', async () => {
    const { server } = await startTestServer({ relay: true });
    const { friend, client } = await called(server, 2);
    expect(relayAddresses(friend.host)).not.toEqual([]);
    await friend.host.relay.release();
    expect(friend.host.addresses()).toEqual([]);
    const { ended } = await friend.host.relay.reserve(server.server);
    expect(relayAddresses(friend.host)).not.toEqual([]);
    await client.close();
    await ended;
    await until('no address is left', () => friend.host.addresses().length === 0);
  });
});

describe('addresses through a relay', () => {
  const RELAY = '12D3KooWGzxzKZYveHXtpG6AsrUJBcWxHBFS2HsEoGTxrMLvKXtf';
  const PEER = '12D3KooWD3eckifWpRn9wQpMG9R9hX3sD158z7EqHWmweQAJU5SA';
  const at = `/ip4/192.0.2.7/tcp/4801/p2p/${RELAY}/p2p-circuit`;

  test('keep the relay’s key and get the friend’s at their end', () => {
    const peer = peerIdFromString(PEER);
    const pinned = (address: string): string[] => pinnedAddresses([address, '/ip4/192.0.2.1/tcp/1'], peer).map(String);
    const direct = `/ip4/192.0.2.1/tcp/1/p2p/${PEER}`;
    expect(pinned(at)).toEqual([`${at}/p2p/${PEER}`, direct]);
    expect(pinned(`${at}/p2p/${RELAY}`)).toEqual([`${at}/p2p/${PEER}`, direct]);
    // No relay that is known by its key, or more than one.
    expect(pinned('/ip4/192.0.2.7/tcp/4801/p2p-circuit')).toEqual([direct]);
    expect(pinned(`${at}/p2p/${RELAY}/p2p-circuit`)).toEqual([direct]);
    expect(plainAddress(multiaddr(`${at}/p2p/${PEER}`))).toBe(at);
    expect(relayOf(multiaddr(at))).toBe(RELAY);
    expect(relayOf(multiaddr(direct))).toBeUndefined();
    expect([at, direct].map((each) => isRelayed(multiaddr(each)))).toEqual([true, false]);
  });

  test('come last among our own and are never crowded out', () => {
    const many = Array.from({ length: 40 }, (_, i) => multiaddr(`/ip4/10.0.0.${String(i + 1)}/tcp/4710`));
    const told = reachableAddresses([multiaddr(`${at}/p2p/${PEER}`), ...many]);
    expect(told).toHaveLength(MAX_ADDRESSES);
    expect(told.at(-1)).toBe(at);
    expect(told.filter((each) => each.includes('p2p-circuit'))).toHaveLength(1);
    const loopback = multiaddr(`/ip4/127.0.0.1/tcp/4801/p2p/${RELAY}/p2p-circuit`);
    expect(reachableAddresses([loopback, multiaddr(at)])).toEqual([at]);
    expect(reachableAddresses([multiaddr('/ip4/127.0.0.1/tcp/1'), loopback])).toEqual([
      '/ip4/127.0.0.1/tcp/1',
      String(loopback),
    ]);
  });

  test('the port at the home router is told before them, and crowded out by nothing', () => {
    const outside = '/ip4/20.7.1.3/tcp/4710';
    const many = Array.from({ length: 40 }, (_, i) => multiaddr(`/ip4/10.0.0.${String(i + 1)}/tcp/4710`));
    const reachable = reachableAddresses([multiaddr(`${at}/p2p/${PEER}`), ...many]);
    expect(withOutside(reachable, outside)).toEqual([...reachable.slice(0, MAX_ADDRESSES - 2), outside, at]);
    expect(withOutside(['/ip4/10.0.0.1/tcp/4710', at], outside)).toEqual(['/ip4/10.0.0.1/tcp/4710', outside, at]);
    expect(withOutside(reachable, undefined)).toEqual(reachable);
  });
});
