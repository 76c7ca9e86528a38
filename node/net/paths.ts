/** Multiaddrs as the contacts hold them, and what kind of path a connection is. */
import type { PeerId } from '@libp2p/interface';
import { isPrivateIp } from '@libp2p/utils';
import { CODE_P2P, multiaddr } from '@multiformats/multiaddr';
import type { Multiaddr } from '@multiformats/multiaddr';
import { MiyuError } from '../../shared/errors.ts';
import { MAX_ADDRESSES, MAX_ADDRESS_BYTES } from '../../shared/wire/limits.ts';
import { isIn, isLinkLocal, isLoopback, parseIp, type IpNetwork } from '../core/ip.ts';
import type { LinkPath } from './ports.ts';

/** Of a relay with as many interfaces; each more takes the place of an address that needs no relay. */
const MAX_RELAY_ADDRESSES = 4;
const CIRCUIT = '/p2p-circuit';

/** Text without /p2p/… at its end, as records and contacts hold it. */
export const plainAddress = (address: Multiaddr): string =>
  // What is before the circuit is the relay's, with its key.
  isRelayed(address)
    ? `${address.toString().split(CIRCUIT, 1)[0]!}${CIRCUIT}`
    : address.decapsulateCode(CODE_P2P).toString();

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
      const address = pinned(multiaddr(text), peer);
      if (address !== undefined) parsed.push(address);
    } catch {
      // Left out, see above.
    }
  }
  if (parsed.length === 0 && addresses.length > 0) throw new MiyuError('address-malformed');
  return parsed;
}

/** Behind a relay the key before it is the relay's own, and stays. */
function pinned(address: Multiaddr, peer: PeerId): Multiaddr | undefined {
  const key = `/p2p/${peer.toString()}`;
  if (!isRelayed(address)) return address.decapsulateCode(CODE_P2P).encapsulate(key);
  const [relay, ...rest] = address.toString().split(CIRCUIT);
  // Without the relay's key anybody could pose as it; and one relay is enough.
  if (relay === undefined || rest.length !== 1 || relayOf(address) === undefined) return undefined;
  return multiaddr(`${relay}${CIRCUIT}${key}`);
}

/**
 * Where others can reach us: loopback only where nothing else is listened on (there it may be another's address). Relays come last, and
 * are there however many interfaces this machine has.
 */
export function reachableAddresses(listening: readonly Multiaddr[]): string[] {
  const own = withoutLoopback(listening.filter((address) => !isRelayed(address)));
  const relays = withoutLoopback(listening.filter(isRelayed)).slice(0, MAX_RELAY_ADDRESSES);
  return [...own.slice(0, MAX_ADDRESSES - relays.length), ...relays];
}

/** With the one outside, at the home router: whom it is told may keep so many, and places at relays stay last. */
export function withOutside(reachable: readonly string[], outside: string | undefined): string[] {
  if (outside === undefined) return [...reachable];
  const relays = reachable.filter((address) => address.endsWith(CIRCUIT));
  const own = reachable.slice(0, Math.min(reachable.length, MAX_ADDRESSES - 1) - relays.length);
  return [...own, outside, ...relays];
}

function withoutLoopback(addresses: readonly Multiaddr[]): readonly string[] {
  const all = [...new Set(addresses.map(plainAddress))];
  const others = all.filter((address) => !/^\/(ip4\/127\.|ip6\/::1\/)/.test(address));
  return others.length > 0 ? others : all;
}

export const isRelayed = (address: Multiaddr): boolean =>
  address.getComponents().some(({ name }) => name === 'p2p-circuit');

/** PeerId text of the relay that an address goes through; undefined: through none, or nobody knows which. */
export function relayOf(address: Multiaddr): string | undefined {
  const components = address.getComponents();
  const at = components.findIndex(({ name }) => name === 'p2p-circuit');
  return components.slice(0, Math.max(0, at)).findLast(({ code }) => code === CODE_P2P)?.value;
}

/** lan: on this host, or in a network that one of our interfaces is in; where those are not known, of a private range. */
export function pathOf(address: Multiaddr, networks: readonly IpNetwork[]): LinkPath {
  if (isRelayed(address)) return 'relayed';
  const text = address.getComponents().find(({ name }) => name === 'ip4' || name === 'ip6')?.value;
  const ip = text === undefined ? undefined : parseIp(text);
  if (text === undefined || ip === undefined) return 'direct';
  const isHere = isLoopback(ip) || isLinkLocal(ip) || networks.some((network) => isIn(ip, network));
  return isHere || (networks.length === 0 && isPrivateIp(text) === true) ? 'lan' : 'direct';
}
