/** The server on its LAN: whoever looks for one there hears of it, and of nothing but its PeerId and where it can be dialled. */
import type { Clock } from '../shared/clock.ts';
import { Lan } from '../shared/net/lan.ts';
import { isPrivate } from '../shared/net/lan-links.ts';
import { listenAddresses, type ServerSettings } from './config.ts';

export interface AnnouncedServer {
  /** As text. */
  readonly peerId: string;
  /** Multiaddrs that clients are told. */
  addresses(): readonly string[];
}

/** @returns undefined where it is not to be announced, or is on no LAN */
export function announceServer(
  settings: ServerSettings,
  server: AnnouncedServer,
  clock: Clock,
  onFault: (error: unknown) => void,
): Lan | undefined {
  if (!isWanted(settings, server)) return undefined;
  const { lanPort: port, lanInterfaces: interfaces, announce } = settings;
  const lan = new Lan({ clock, onFault, browse: false, port, interfaces });
  const asked = listenAddresses(settings);
  // What is announced to the world says nothing of the ports that are bound here.
  const bound = (): readonly string[] => (announce.length > 0 ? asked : server.addresses());
  lan.announce({ peer: server.peerId, kind: 'server', listening: () => ({ asked, bound: bound() }) });
  lan.start();
  return lan;
}

function isWanted({ announceOnLan }: ServerSettings, server: AnnouncedServer): boolean {
  if (announceOnLan !== 'auto') return announceOnLan === 'on';
  const hosts = server.addresses().flatMap((address) => /^\/ip[46]\/([^/]+)\//.exec(address)?.[1] ?? []);
  return hosts.some(isPrivate);
}
