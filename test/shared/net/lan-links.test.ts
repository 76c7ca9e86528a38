import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, test } from 'vitest';
import {
  addressesOn,
  isOnLink,
  lanLinks,
  usableAddresses,
  type Interfaces,
  type LanLink,
} from '../../../shared/net/lan-links.ts';
import { MAX_LAN_LINKS } from '../../../shared/wire/lan-limits.ts';

const HARDWARE = '02:00:00:00:00:01';
const NONE = '00:00:00:00:00:00';

function v4(cidr: string, mac = HARDWARE, internal = false): NetworkInterfaceInfo {
  return { family: 'IPv4', address: cidr.split('/')[0]!, cidr, mac, internal, netmask: '' };
}
function v6(cidr: string, scopeid: number, mac = HARDWARE): NetworkInterfaceInfo {
  return { family: 'IPv6', address: cidr.split('/')[0]!, cidr, mac, internal: false, netmask: '', scopeid };
}
const LO = [v4('127.0.0.1/8', NONE, true)];
const LAPTOP: Interfaces = {
  lo: LO,
  docker0: [v4('172.17.0.1/16')],
  wlan0: [v4('192.168.1.5/24'), v6('fd00::5/64', 0), v6('fe80::5/64', 3)],
  tun0: [v4('10.8.0.2/24', NONE)],
  utun3: [v4('100.64.0.9/10')],
  eth9: [v4('10.9.9.9/32')],
};
const shown = (links: readonly LanLink[]): string[] =>
  links.map(({ name, family, address }) => `${name}/${family} ${address}`);

describe('which interfaces are a LAN', () => {
  test('those with somebody else on them, each address of IPv4 and the link-local one of IPv6; bridges of containers last', () => {
    expect(shown(lanLinks([], LAPTOP))).toEqual(['wlan0/4 192.168.1.5', 'wlan0/6 fe80::5', 'docker0/4 172.17.0.1']);
  });
  test('the loopback where there is nothing else, and what is named whatever it is', () => {
    expect(shown(lanLinks([], { lo: LO, tun0: LAPTOP['tun0'] }))).toEqual(['lo/4 127.0.0.1']);
    expect(shown(lanLinks(['tun0'], LAPTOP))).toEqual(['tun0/4 10.8.0.2']);
    expect(lanLinks([], {})).toEqual([]);
  });
  test('not without end', () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`br-${i}`, [v4(`10.${i}.0.1/24`)]]));
    expect(lanLinks([], many)).toHaveLength(MAX_LAN_LINKS);
    expect(shown(lanLinks([], { ...many, zz0: [v4('192.168.9.9/24')] }))[0]).toBe('zz0/4 192.168.9.9');
  });
});

const [WLAN, WLAN6] = lanLinks([], LAPTOP) as [LanLink, LanLink];

test('a packet is of a link where its sender is in that net, or has its zone', () => {
  const cases = ['192.168.1.77', '192.168.2.77', '8.8.8.8', 'fe80::7%wlan0', 'fe80::7%eth0', 'fe80::7', 'nonsense'];
  expect(cases.map((from) => isOnLink(WLAN, from))).toEqual([true, false, false, false, false, false, false]);
  expect(cases.map((from) => isOnLink(WLAN6, from))).toEqual([false, false, false, true, false, false, false]);
});

describe('where a node can be dialled on a link', () => {
  test('listening everywhere: at every address of that interface and of no other, also those that no router knows', () => {
    const asked = ['/ip4/0.0.0.0/tcp/0', '/ip6/::/tcp/0'];
    const bound = ['/ip4/127.0.0.1/tcp/4001/p2p/x', '/ip4/10.8.0.2/tcp/4001/p2p/x', '/ip6/::1/tcp/4002/p2p/x'];
    expect(addressesOn(WLAN, { asked, bound })).toEqual([
      '/ip4/192.168.1.5/tcp/4001',
      '/ip6/fd00::5/tcp/4002',
      '/ip6/fe80::5/tcp/4002',
    ]);
  });
  test('what leads through a relay is the relay’s port, and none of ours', () => {
    const id = '12D3KooWA';
    const bound = ['/ip4/0.0.0.0/tcp/4001', `/ip4/20.7.1.2/tcp/4801/p2p/${id}/p2p-circuit/p2p/${id}`];
    const asked = ['/ip4/0.0.0.0/tcp/4001'];
    expect(addressesOn(WLAN, { asked, bound })).toEqual(['/ip4/192.168.1.5/tcp/4001']);
    expect(addressesOn(WLAN, { asked, bound: [`/ip4/192.168.1.5/tcp/4001/p2p/${id}`] })).toEqual([
      '/ip4/192.168.1.5/tcp/4001',
    ]);
  });
  test('listening at one address: on its interface alone', () => {
    const one = (address: string) => addressesOn(WLAN, { asked: [address], bound: [address] });
    expect(one('/ip4/192.168.1.5/tcp/4001')).toEqual(['/ip4/192.168.1.5/tcp/4001']);
    expect(one('/ip4/127.0.0.1/tcp/4001')).toEqual([]);
    expect(one('/ip4/10.8.0.2/tcp/4001')).toEqual([]);
    expect(one('/dns4/chat.example.org/tcp/4001')).toEqual([]);
  });
});

test('of an announcement private addresses are used, the sender’s own, and link-local ones with the zone where they were heard', () => {
  const announced = [
    '/ip4/192.168.7.7/tcp/1',
    '/ip4/8.8.8.8/tcp/1',
    '/ip4/127.0.0.1/tcp/22',
    '/ip4/300.1.1.1/tcp/1',
    '/ip6/fe80::9/tcp/1',
    '/ip6/2001:db8::1/tcp/1',
    '/ip6/fd00::9/tcp/1',
  ];
  const always = ['/ip4/192.168.7.7/tcp/1', '/ip6zone/wlan0/ip6/fe80::9/tcp/1', '/ip6/fd00::9/tcp/1'];
  expect(usableAddresses(WLAN, '192.168.1.9', announced)).toEqual(always);
  expect(usableAddresses(WLAN, '8.8.8.8', announced)).toEqual([always[0], '/ip4/8.8.8.8/tcp/1', ...always.slice(1)]);
});
