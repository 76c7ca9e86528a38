/** This host's port at the home router (shared/net/port-mapping.ts), and what of it is told. */
import type { Multiaddr } from '@multiformats/multiaddr';
import type { Clock } from '../../shared/clock.ts';
import type { Interfaces } from '../../shared/net/lan-links.ts';
import { homeNetworks, PortMapping, portIn, type PortMappingOptions } from '../../shared/net/port-mapping.ts';
import { MAX_ADDRESSES } from '../../shared/wire/limits.ts';
import { CIRCUIT, plainAddress } from './paths.ts';

export interface HostMappingOptions extends Partial<PortMappingOptions> {
  readonly clock: Clock;
  readonly onChange: () => void;
  readonly interfaces?: () => Interfaces;
}

interface Listening {
  getMultiaddrs(): Multiaddr[];
}

/** Starts at once and in the background. */
export function mapPort(node: Listening, { interfaces, ...options }: HostMappingOptions): PortMapping {
  const mapping = new PortMapping({
    networks: () => homeNetworks(interfaces?.()),
    portAt: (address) => portIn(node.getMultiaddrs().map(plainAddress), address),
    ...options,
  });
  mapping.start();
  return mapping;
}

/** Whom it is told may keep so many: the one outside is among them, and places at relays stay last. */
export function withMapped(reachable: readonly string[], mapping: PortMapping | undefined): string[] {
  if (mapping?.address === undefined) return [...reachable];
  const relays = reachable.filter((address) => address.endsWith(CIRCUIT));
  const own = reachable.slice(0, Math.min(reachable.length, MAX_ADDRESSES - 1) - relays.length);
  return [...own, mapping.address, ...relays];
}
