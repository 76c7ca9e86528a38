/** A network of our own that changes under live connections, and a machine that sleeps: over real connections. */
import type { networkInterfaces } from 'node:os';
import { multiaddr } from '@multiformats/multiaddr';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { NetworkWatch, type NetworkChange } from '../../../shared/net/network-watch.ts';
import { pathOf } from '../../../node/net/paths.ts';
import { freezingProxy } from '../../support/freezing-proxy.ts';
import { PATIENCE, until } from '../../support/until.ts';
import { envelope, startFriend } from './hosts.ts';

type Interfaces = ReturnType<typeof networkInterfaces>;

/** As the system names one; loopback is called an ordinary interface here, for that is where the test's connections are. */
const having = (...addresses: string[]): Interfaces => ({
  eth0: addresses.map((address) => ({
    ...{ address, cidr: `${address}/24`, family: 'IPv4', internal: false, netmask: '255.255.255.0', mac: '' },
  })),
});

afterEach(() => vi.useRealTimers());

describe('an address of ours that is gone', () => {
  it('ends the links that left from it at once, and no others', async () => {
    let present = having('127.0.0.1', '192.0.2.1');
    const a = await startFriend(1, {}, { interfaces: () => present });
    const b = await startFriend(2);
    let moves = 0;
    a.host.onMoved(() => (moves += 1));
    const link = await a.host.links.dial(b.host.device, b.host.addresses());
    present = having('127.0.0.1', '192.0.2.2');
    await until('noticed', () => moves === 1);
    expect(a.host.networks().map(({ address }) => address)).toEqual(['127.0.0.1', '192.0.2.2']);
    expect(await link.deliver(envelope('still there'))).toBe('committed');
    const began = performance.now();
    present = having('192.0.2.2');
    expect(await link.closed).toBeUndefined();
    // The heartbeat would have taken 22 s.
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(moves).toBe(2);
    await vi.waitFor(() => expect(b.host.links.linkTo(a.host.device)).toBeUndefined(), PATIENCE);
    expect(await (await a.host.links.dial(b.host.device, b.host.addresses())).deliver(envelope('again'))).toBe(
      'committed',
    );
  });
});

describe('a watch on the own networks', () => {
  function watching() {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const changes: NetworkChange[] = [];
    const world = { present: having('192.0.2.1'), slept: 0, wallAhead: 0, reads: 0 };
    const begun = Date.now();
    const watch = new NetworkWatch({
      clock: {
        monotonic: () => Date.now() - begun + world.slept,
        wall: () => Date.now() + world.slept + world.wallAhead,
      },
      onChange: (change) => changes.push(change),
      interfaces: () => {
        world.reads += 1;
        return world.present;
      },
    });
    onTestFinished(() => watch.stop());
    return { watch, world, changes };
  }

  it('tells once of each change, what is gone, and nothing while nothing happens', async () => {
    const { watch, world, changes } = watching();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(changes).toEqual([]);
    // Cheap: some thirty looks a minute.
    expect(world.reads).toBeLessThan(40);
    world.present = having();
    await vi.advanceTimersByTimeAsync(2_000);
    // The new one comes soon after the old has gone, and is seen sooner than in quiet times.
    world.present = having('198.51.100.1');
    await vi.advanceTimersByTimeAsync(500);
    expect(changes).toEqual([
      { gone: ['192.0.2.1'], slept: false },
      { gone: [], slept: false },
    ]);
    expect(watch.networks).toEqual([{ address: '198.51.100.1', prefix: 24 }]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(changes.length).toBe(2);
  });

  it('knows that the machine slept or was stopped, by a timer that is late or by the wall clock', async () => {
    const { world, changes } = watching();
    await vi.advanceTimersByTimeAsync(10_000);
    world.slept += 600_000;
    await vi.advanceTimersByTimeAsync(4_000);
    expect(changes).toEqual([{ gone: [], slept: true }]);
    world.wallAhead += 3_600_000;
    await vi.advanceTimersByTimeAsync(4_000);
    expect(changes.length).toBe(2);
    // A clock that is put right by a little, or back, is no sleep.
    world.wallAhead += 5_000;
    await vi.advanceTimersByTimeAsync(4_000);
    world.wallAhead -= 7_200_000;
    await vi.advanceTimersByTimeAsync(4_000);
    expect(changes.length).toBe(2);
  });

  it('goes on where the system does not tell', async () => {
    const { watch, world, changes } = watching();
    Object.defineProperty(world, 'present', {
      get: () => {
        throw new Error('EMFILE');
      },
    });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(changes).toEqual([]);
    expect(watch.networks.length).toBe(1);
  });
});

describe('a machine that wakes', () => {
  it('ends the connections that nobody answers on, and keeps the others', async () => {
    let ahead = 0;
    const clock = { monotonic: () => performance.now(), wall: () => Date.now() + ahead };
    const a = await startFriend(1, {}, { clock });
    const [alive, dead] = [await startFriend(2), await startFriend(3)];
    const proxy = await silenceable(dead.host.addresses()[0]!);
    const toAlive = await a.host.links.dial(alive.host.device, alive.host.addresses());
    const toDead = await a.host.links.dial(dead.host.device, [proxy.address]);
    proxy.freeze();
    ahead += 3_600_000;
    const began = performance.now();
    expect(await toDead.closed).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(await toAlive.deliver(envelope('here'))).toBe('committed');
  });
});

/** A way that can fall silent. */
async function silenceable(address: string) {
  const proxy = await freezingProxy(`${address}/p2p/any`);
  return { address: proxy.address.replace(/\/p2p\/.*$/, ''), freeze: () => proxy.freeze() };
}

describe('the path of a link', () => {
  it('says where the friend is', () => {
    const ours = [{ address: '10.1.0.5', prefix: 16 }];
    const path = (address: string, networks = ours) => pathOf(multiaddr(address), networks);
    expect(path('/ip4/127.0.0.1/tcp/1')).toBe('lan');
    expect(path('/ip4/10.1.9.9/tcp/1')).toBe('lan');
    expect(path('/ip6/fe80::1/tcp/1')).toBe('lan');
    expect(path('/ip4/192.168.1.1/tcp/1', [])).toBe('lan');
    // Behind a router, whatever its range; and a public one of our own network is near.
    expect(path('/ip4/10.2.0.1/tcp/1')).toBe('direct');
    expect(path('/ip4/198.51.100.1/tcp/1')).toBe('direct');
    expect(path('/ip6/2001:db8::9/tcp/1', [{ address: '2001:db8::5', prefix: 64 }])).toBe('lan');
    const relay = '/ip4/10.1.9.9/tcp/1/p2p/12D3KooWKNJiEsgZkcwRbGNqiqqTPs9Cr2RjcsRBZLjhSdgH3Zc5/p2p-circuit';
    expect(path(relay)).toBe('relayed');
  });
});
