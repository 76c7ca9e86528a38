/** Multiaddrs as the contacts hold them, and what kind of path a connection is. */
import type { PeerId } from '@libp2p/interface';
import { isPrivateIp } from '@libp2p/utils';
import { CODE_P2P, multiaddr } from '@multiformats/multiaddr';
import type { Multiaddr } from '@multiformats/multiaddr';
import { MiyuError } from '../../shared/errors.ts';
import { MAX_ADDRESSES, MAX_ADDRESS_BYTES } from '../../shared/wire/limits.ts';
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

export function pathOf(address: Multiaddr): LinkPath {
  const components = address.getComponents();
  if (components.some(({ name }) => name === 'p2p-circuit')) return 'relayed';
  const ip = components.find(({ name }) => name === 'ip4' || name === 'ip6')?.value;
  return ip !== undefined && isPrivateIp(ip) === true ? 'lan' : 'direct';
}
