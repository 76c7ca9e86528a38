/**
 * Which of this machine's interfaces are a LAN, and which of our addresses are on each. Pure but for the question to the system.
 *
 * A link is one address of one interface: multicast must leave by each of them by its own socket, also where no route leads anywhere. A
 * tunnel (VPN, dial-up) has nobody else on it and is left out; the loopback is for machines that have nothing else.
 */
import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';
import { MAX_LAN_ADDRESSES, MAX_LAN_LINKS } from '../wire/lan-limits.ts';

export interface LanLink {
  /** Name of the interface. */
  readonly name: string;
  readonly family: 4 | 6;
  /** Ours there; for IPv6 the link-local one, without its zone. */
  readonly address: string;
  readonly prefix: number;
  /** Every address of ours on this interface, of both families. */
  readonly own: readonly string[];
}

export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Virtual bridges of containers and machines: spoken on as well, but behind the others where there are many. */
const BRIDGE = /^(docker|br-|veth|virbr|lxc|lxd|vmnet|vboxnet)/;
/** Tunnels of systems whose tunnels have a hardware address. */
const TUNNEL = /^(utun|tun|ppp|ipsec|wg|gif|stf|awdl|llw)/;
const NO_HARDWARE = '00:00:00:00:00:00';
const LINK_LOCAL_V6 = /^fe[89ab][0-9a-f]:/i;

/** @param only names of the interfaces to speak on; empty: those that are a LAN */
export function lanLinks(only: readonly string[], all: Interfaces = networkInterfaces()): LanLink[] {
  const named = Object.entries(all).map(([name, list]) => ({ name, list: list ?? [] }));
  const chosen = only.length > 0 ? named.filter(({ name }) => only.includes(name)) : usual(named);
  const links = chosen.flatMap(({ name, list }) => linksOf(name, list));
  return links.sort((a, b) => Number(BRIDGE.test(a.name)) - Number(BRIDGE.test(b.name))).slice(0, MAX_LAN_LINKS);
}

type Named = { readonly name: string; readonly list: readonly NetworkInterfaceInfo[] };

function usual(named: readonly Named[]): readonly Named[] {
  const lans = named.filter(
    ({ name, list }) => !TUNNEL.test(name) && list.some(({ internal, mac }) => !internal && mac !== NO_HARDWARE),
  );
  // Two peers of a machine without a network still find each other.
  return lans.length > 0 ? lans : named.filter(({ list }) => list.some(({ internal }) => internal));
}

function linksOf(name: string, list: readonly NetworkInterfaceInfo[]): LanLink[] {
  const own = list.map(({ address }) => address);
  const links: LanLink[] = [];
  for (const { family, address, cidr } of list) {
    const prefix = Number(cidr?.split('/')[1] ?? 0);
    if (family === 'IPv4' && prefix < 32) links.push({ name, family: 4, address, prefix, own });
    // Multicast of IPv6 comes from the link-local address, and one socket serves all others of the interface.
    const isFirst = !links.some((link) => link.family === 6);
    if (family === 'IPv6' && isFirst && LINK_LOCAL_V6.test(address))
      links.push({ name, family: 6, address, prefix, own });
  }
  return links;
}

/** What tells a link from another; one whose addresses are others is another. */
export const linkKey = ({ name, family, address, prefix }: LanLink): string => `${name}|${family}|${address}/${prefix}`;

/**
 * Whether a packet's sender is on this link (RFC 6762 §11): Linux hands every packet to every socket of the port, whatever
 * interface it came by.
 * @param from as the socket says: an IPv6 link-local address with its zone
 */
export function isOnLink(link: LanLink, from: string): boolean {
  if (link.family === 6) return from.split('%')[1] === link.name;
  if (!isIPv4(from)) return false;
  const net = new BlockList();
  net.addSubnet(link.address, link.prefix);
  return net.check(from);
}

/** Private (RFC 1918, RFC 4193), link-local, loopback; what is reached by way of a provider is none of a LAN's business. */
const PRIVATE = new BlockList();
for (const [net, prefix] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const) {
  PRIVATE.addSubnet(net, prefix);
}
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');

export const isPrivate = (ip: string): boolean => PRIVATE.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4');

const HOST = /\/ip[46]\/([^/]+)/;

/** Whether the far end of a connection is on a LAN of ours, or this very machine. @param multiaddr as text */
export function isOnLan(multiaddr: string): boolean {
  const ip = (HOST.exec(multiaddr)?.[1] ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv4(ip) && !isIPv6(ip)) return false;
  if (isPrivate(ip) || ip === '::1' || ip.startsWith('127.')) return true;
  return lanLinks([]).some((link) => link.family === 4 && isOnLink(link, ip));
}

/** What a node listens on, as its settings say and as it is bound. */
export interface Listening {
  /** Multiaddrs as asked for, where `0.0.0.0` and `::` stand for all interfaces. */
  readonly asked: readonly string[];
  /** Multiaddrs with the ports that there are. */
  readonly bound: readonly string[];
}

/** What leads through a relay has the relay's port. */
const LISTEN = /^\/(ip4|ip6)\/([^/]+)\/tcp\/(\d+)(?:\/p2p\/[^/]+)?$/;
const isAll = (ip: string): boolean => ip === '0.0.0.0' || ip === '::';

/** Where a node can be dialled on this link: multiaddrs as text, without zones. */
export function addressesOn(link: LanLink, { asked, bound }: Listening): string[] {
  const everywhere = new Set(
    asked.map((text) => LISTEN.exec(text)).flatMap((m) => (isAll(m?.[2] ?? '') ? [m![1]!] : [])),
  );
  const found: string[] = [];
  for (const text of bound) {
    const [, family, ip, port] = LISTEN.exec(text) ?? [];
    if (family === undefined || ip === undefined || port === undefined) continue;
    const isV4 = family === 'ip4';
    const here = everywhere.has(family)
      ? link.own.filter((own) => isIPv4(own) === isV4)
      : link.own.filter((own) => own === ip);
    for (const own of here) found.push(`/${family}/${own}/tcp/${port}`);
  }
  return [...new Set(found)].slice(0, MAX_LAN_ADDRESSES);
}

/**
 * What of an announcement is used: private addresses, and the sender's own on a LAN of public ones; those that are valid on one link
 * alone with the zone of the one where they were heard.
 * @param from the sender's address, as the socket says
 */
export function usableAddresses(link: LanLink, from: string, announced: readonly string[]): string[] {
  const [sender] = from.split('%', 1);
  return announced.flatMap((text) => {
    const [, family, ip = ''] = text.split('/');
    if (family === 'ip4' ? !isIPv4(ip) : !isIPv6(ip)) return [];
    if (LINK_LOCAL_V6.test(ip)) return [`/ip6zone/${link.name}${text}`];
    const isOwn = ip === sender || link.own.includes(ip);
    return isOwn || isPrivate(ip) ? [text] : [];
  });
}
