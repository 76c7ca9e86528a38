/** The port that a host of ours listens on, mapped at the router of its home network (port-mapping.ts). */
import type { Clock } from '../clock.ts';
import type { HomeNetwork } from './igd.ts';
import { isPrivate, lanLinks, type Interfaces } from './lan-links.ts';
import { PortMapping, type PortMappingOptions } from './port-mapping.ts';

export interface MappedPortOptions extends Partial<PortMappingOptions> {
  readonly clock: Clock;
  readonly onChange: () => void;
  readonly interfaces?: () => Interfaces;
}

/** Starts at once and in the background. @param listening multiaddrs as text, where `0.0.0.0` stands for all of ours */
export function mapPort(
  listening: () => readonly string[],
  { interfaces, ...options }: MappedPortOptions,
): PortMapping {
  const mapping = new PortMapping({
    networks: () => homeNetworks(interfaces?.()),
    portAt: (address) => portIn(listening(), address),
    ...options,
  });
  mapping.start();
  return mapping;
}

/** Networks with private addresses (RFC 1918), without tunnels: those that have a home router. */
export const homeNetworks = (all?: Interfaces): HomeNetwork[] =>
  lanLinks([], all).filter(
    ({ family, address }) => family === 4 && isPrivate(address) && !address.startsWith('169.254.'),
  );

/** What leads through a relay is another's port; port 0 is none yet. */
const TCP4 = /^\/ip4\/([^/]+)\/tcp\/([1-9]\d*)(?:\/p2p\/[^/]+)?$/;

/** The port of multiaddrs that are listened on, at this IPv4 address of ours. */
export function portIn(listening: readonly string[], address: string): number | undefined {
  for (const text of listening) {
    const [, at, port] = TCP4.exec(text) ?? [];
    if (at === address || at === '0.0.0.0') return Number(port);
  }
  return undefined;
}
