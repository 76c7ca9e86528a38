/** A machine on the internet has its public address on a device of its own: it must say so. */
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import type { Libp2p } from '@libp2p/interface';
import { createLibp2p } from 'libp2p';
import { expect, it, onTestFinished, vi } from 'vitest';
import { PEER_LIMITS, commonOptions } from '../../../shared/net/libp2p.ts';

const device = (address: string) => ({
  ...{ address, netmask: '255.255.255.0', family: 'IPv4' as const, mac: '02:00:00:00:00:01' },
  ...{ internal: address.startsWith('127.'), cidr: `${address}/24` },
});

async function start(announce: readonly string[] = [], outside?: () => string | undefined): Promise<Libp2p> {
  const options = { seed: randomBytes(32), listen: ['/ip4/0.0.0.0/tcp/0'], announce, outside, limits: PEER_LIMITS };
  const node = await createLibp2p(await commonOptions(options));
  onTestFinished(() => node.stop());
  return node;
}

/** Without the port, which the system chose, and the node's own id, which each must have. */
function told(node: Libp2p): string[] {
  const suffix = `/p2p/${node.peerId.toString()}`;
  const addresses = node.getMultiaddrs().map(String);
  expect(addresses.every((address) => address.endsWith(suffix))).toBe(true);
  return addresses.map((address) => address.slice(0, -suffix.length).replace(/\/tcp\/\d+$/, '')).sort();
}

it('tells public and private addresses of the devices that it listens on, each once, and new ones as they come', async () => {
  const devices: Record<string, ReturnType<typeof device>[]> = {
    lo: [device('127.0.0.1')],
    eth0: [device('10.1.2.3')],
  };
  vi.spyOn(os, 'networkInterfaces').mockImplementation(() => devices);
  const node = await start();
  expect(told(node)).toEqual(['/ip4/10.1.2.3', '/ip4/127.0.0.1']);
  devices['eth1'] = [device('20.7.1.2')];
  expect(told(node)).toEqual(['/ip4/10.1.2.3', '/ip4/127.0.0.1', '/ip4/20.7.1.2']);
});

it('tells what an operator announces, and nothing else', async () => {
  vi.spyOn(os, 'networkInterfaces').mockImplementation(() => ({ eth0: [device('20.7.1.2')] }));
  expect(told(await start(['/dns4/chat.example.org/tcp/4801']))).toEqual(['/dns4/chat.example.org']);
  expect(told(await start())).toEqual(['/ip4/20.7.1.2']);
});

it('tells the port at a home router first, for as long as there is one', async () => {
  vi.spyOn(os, 'networkInterfaces').mockImplementation(() => ({ eth0: [device('10.1.2.3')] }));
  const router: { address?: string } = {};
  const node = await start([], () => router.address);
  expect(told(node)).toEqual(['/ip4/10.1.2.3']);
  router.address = '/ip4/20.7.1.3/tcp/4801';
  expect(told(node)).toEqual(['/ip4/10.1.2.3', '/ip4/20.7.1.3']);
  expect(String(node.getMultiaddrs()[0])).toBe(`/ip4/20.7.1.3/tcp/4801/p2p/${node.peerId.toString()}`);
});
