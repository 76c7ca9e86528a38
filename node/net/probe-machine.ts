/** What this machine's own system says of its networks. Asks nobody; what a system does not say is null. */
import { readFile, readdir } from 'node:fs/promises';
import { BlockList, isIPv4 } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { InterfaceSeen, Scope, Way } from '../core/doctor-seen.ts';

/** A machine with more addresses is a router or runs containers: the first of them say enough. */
const MAX_INTERFACES = 32;
/** Lines of a table of the kernel that are looked at. */
const MAX_LINES = 512;
/** Hardware types of Linux (ARPHRD_*) that are no network of machines: PPP, tunnels over IP, and devices without a header (TUN, WireGuard). */
const TUNNEL_TYPES = new Set(['512', '768', '769', '776', '778', '65534']);
const TUNNEL_NAMES = /^(tun|wg|ppp|utun|ipsec|tailscale|zt|nordlynx|proton|gpd)/i;
/** In /proc/net/arp: the hardware address is known (ATF_COM). */
const COMPLETE = 2;

export async function interfacesSeen(): Promise<readonly InterfaceSeen[]> {
  const found: InterfaceSeen[] = [];
  const tunnels = await tunnelNames();
  for (const [name, addresses = []] of Object.entries(networkInterfaces())) {
    for (const { address, family, cidr, internal } of addresses) {
      if (found.length === MAX_INTERFACES) return found;
      const isIpv6 = family === 'IPv6';
      found.push({
        ...{ name, address, family: isIpv6 ? 6 : 4 },
        prefix: Number(cidr?.split('/')[1] ?? (isIpv6 ? 128 : 32)),
        scope: internal ? 'loopback' : scopeOf(address),
        tunnel: TUNNEL_NAMES.test(name) || tunnels.has(name),
      });
    }
  }
  return found;
}

async function tunnelNames(): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  const devices = await readdir('/sys/class/net').catch(() => []);
  for (const name of devices.slice(0, MAX_INTERFACES)) {
    const type = await readFile(`/sys/class/net/${name}/type`, 'utf8').catch(() => '');
    if (TUNNEL_TYPES.has(type.trim())) names.add(name);
  }
  return names;
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8);
LOOPBACK.addAddress('::1', 'ipv6');
const LINK_LOCAL = new BlockList();
LINK_LOCAL.addSubnet('169.254.0.0', 16);
LINK_LOCAL.addSubnet('fe80::', 10, 'ipv6');
/** RFC 1918, RFC 6598 (shared behind a provider's NAT) and RFC 4193: of one network, and of no use outside of it. */
const PRIVATE = new BlockList();
PRIVATE.addSubnet('10.0.0.0', 8);
PRIVATE.addSubnet('172.16.0.0', 12);
PRIVATE.addSubnet('192.168.0.0', 16);
PRIVATE.addSubnet('100.64.0.0', 10);
PRIVATE.addSubnet('fc00::', 7, 'ipv6');

const typeOf = (address: string): 'ipv4' | 'ipv6' => (isIPv4(address) ? 'ipv4' : 'ipv6');

export function scopeOf(address: string): Scope {
  const type = typeOf(address);
  if (LOOPBACK.check(address, type)) return 'loopback';
  if (LINK_LOCAL.check(address, type)) return 'link-local';
  return PRIVATE.check(address, type) ? 'private' : 'global';
}

/** An own interface in whose network the address is; one that is no tunnel before one that is. */
export function subnetOf(address: string, interfaces: readonly InterfaceSeen[]): Way | null {
  const type = typeOf(address);
  const near = interfaces.filter((own) => {
    if (typeOf(own.address) !== type || own.prefix === 0 || own.prefix >= (type === 'ipv4' ? 32 : 128)) return false;
    const network = new BlockList();
    network.addSubnet(own.address, own.prefix, type);
    return network.check(address, type);
  });
  const way = near.find(({ tunnel }) => !tunnel) ?? near[0];
  return way === undefined ? null : { name: way.name, tunnel: way.tunnel };
}

export interface Routes {
  readonly v4: boolean | null;
  readonly v6: boolean | null;
  /** Address of the router of each interface that has a default route. */
  readonly routers: ReadonlyMap<string, string>;
}

/** Linux tells; elsewhere null, and no routers. */
export async function routesSeen(): Promise<Routes> {
  const [four, six] = await Promise.all([linesOf('/proc/net/route'), linesOf('/proc/net/ipv6_route')]);
  const routers = new Map<string, string>();
  let v4 = four === null ? null : false;
  for (const line of four?.slice(1) ?? []) {
    const [name = '', destination, gateway = ''] = line.split(/\s+/);
    if (destination !== '00000000') continue;
    v4 = true;
    if (gateway !== '00000000' && gateway.length === 8 && !routers.has(name)) routers.set(name, addressOfHex(gateway));
  }
  const isDefault = (line: string): boolean => /^0{32} 00 /.test(line) && !/\slo$/.test(line);
  return { v4, v6: six === null ? null : six.some(isDefault), routers };
}

/** Little-endian, as /proc/net/route has it on every machine that we run on. */
const addressOfHex = (hex: string): string =>
  [3, 2, 1, 0].map((at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16)).join('.');

export interface Neighbour {
  readonly address: string;
  readonly interface: string;
  /** It has told its hardware address; false: it was asked and did not answer. */
  readonly answers: boolean;
}

/** IPv4 machines that this one has asked for lately (the table of ARP); null: this system does not say. */
export async function neighboursSeen(): Promise<readonly Neighbour[] | null> {
  const lines = await linesOf('/proc/net/arp');
  if (lines === null) return null;
  return lines.slice(1).flatMap((line) => {
    const [address = '', , flags = '', , , name = ''] = line.split(/\s+/);
    if (!isIPv4(address)) return [];
    return [{ address, interface: name, answers: (Number.parseInt(flags, 16) & COMPLETE) !== 0 }];
  });
}

async function linesOf(path: string): Promise<readonly string[] | null> {
  try {
    const text = await readFile(path, 'utf8');
    return text
      .split('\n', MAX_LINES)
      .map((line) => line.trim())
      .filter((line) => line !== '');
  } catch {
    return null;
  }
}
