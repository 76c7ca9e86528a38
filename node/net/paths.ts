/** Multiaddrs as the contacts hold them, and what kind of path a connection is. */
import type { PeerId } from '@libp2p/interface';
import { isPrivateIp } from '@libp2p/utils';
import { CODE_P2P, multiaddr } from '@multiformats/multiaddr';
import type { Multiaddr } from '@multiformats/multiaddr';
import { MiyuError } from '../../shared/errors.ts';
import { MAX_ADDRESSES, MAX_ADDRESS_BYTES } from '../../shared/wire/limits.ts';
import { isIn, isLinkLocal, isLoopback, parseIp, type IpNetwork } from '../core/ip.ts';
import type { LinkPath } from './ports.ts';

/** Text without /p2p/…, as records and contacts hold it. */
export const plainAddress = (address: Multiaddr): string => address.decapsulateCode(CODE_P2P).toString();

/**
 * Addresses to dial, each pinned to the peer whose key must answer. What does not parse is left out: it may be of a
 * transport that this version does not know.
 * @throws MiyuError 'address-malformed' where there were some and none is left
 */
export function pinnedAddresses(addresses: readonly string[], peer: PeerId): Multiaddr[] {
  const parsed: Multiaddr[] = [];
  for (const text of addresses.slice(0, MAX_ADDRESSES)) {
    if (text.length > MAX_ADDRESS_BYTES) continue;
    try {
      parsed.push(multiaddr(text).decapsulateCode(CODE_P2P).encapsulate(`/p2p/${peer.toString()}`));
    } catch {
      // Left out, see above.
    }
  }
  if (parsed.length === 0 && addresses.length > 0) throw new MiyuError('address-malformed');
  return parsed;
}

/** Where others can reach us: loopback only where nothing else is listened on (there it may be another's address). */
export function reachableAddresses(listening: readonly Multiaddr[]): string[] {
  const all = [...new Set(listening.map(plainAddress))];
  const others = all.filter((address) => !/^\/(ip4\/127\.|ip6\/::1\/)/.test(address));
  return (others.length > 0 ? others : all).slice(0, MAX_ADDRESSES);
}

/** lan: on this host, or in a network that one of our interfaces is in; where those are not known, of a private range. */
export function pathOf(address: Multiaddr, networks: readonly IpNetwork[]): LinkPath {
  const components = address.getComponents();
  if (components.some(({ name }) => name === 'p2p-circuit')) return 'relayed';
  const text = components.find(({ name }) => name === 'ip4' || name === 'ip6')?.value;
  const ip = text === undefined ? undefined : parseIp(text);
  if (text === undefined || ip === undefined) return 'direct';
  const isHere = isLoopback(ip) || isLinkLocal(ip) || networks.some((network) => isIn(ip, network));
  return isHere || (networks.length === 0 && isPrivateIp(text) === true) ? 'lan' : 'direct';
}
