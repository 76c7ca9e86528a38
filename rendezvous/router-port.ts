/**
 * The server's port at the router of its home network (UPnP), where the operator has turned it on: asked for as long as the server runs, for
 * it may have started before its router (a power cut); renewed, and given back at the end. The log says how it stands, and no address.
 */
import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import { mapPort, type MappedPortOptions } from '../shared/net/mapped-port.ts';
import { NetworkWatch } from '../shared/net/network-watch.ts';
import type { PortMappingState } from '../shared/net/port-mapping.ts';
import { listenAddresses, type ServerSettings } from './config.ts';

export interface RouterPort {
  readonly state: PortMappingState;
  /** Multiaddr without /p2p/ that is dialled from outside; undefined: there is none. */
  readonly address: string | undefined;
  /** It stands otherwise. */
  onChange(listener: () => void): void;
  /** Takes a few seconds at most. */
  stop(): Promise<void>;
}

export interface RouterPortParts {
  readonly clock: Clock;
  readonly log: Log;
  /** Multiaddrs that clients are told. */
  readonly told: () => readonly string[];
  /** Where a test has another router. */
  readonly mapping?: Partial<MappedPortOptions> | undefined;
}

/** @returns undefined where the operator does not want it */
export function openRouterPort(settings: ServerSettings, parts: RouterPortParts): RouterPort | undefined {
  if (!settings.upnp) return undefined;
  const { clock, log, told } = parts;
  const asked = listenAddresses(settings);
  // What is announced to the world says nothing of the ports that are bound here.
  const listening = (): readonly string[] => (settings.announce.length > 0 ? asked : told());
  const listeners: (() => void)[] = [];
  const onChange = (): void => {
    log.info('router-port', { state: mapping.state.state });
    for (const listener of listeners) listener();
  };
  const mapping = mapPort(listening, { clock, onChange, persists: true, ...parts.mapping });
  const watch = new NetworkWatch({ clock, onChange: () => mapping.moved() });
  return {
    get state() {
      return mapping.state;
    },
    get address() {
      return mapping.address;
    },
    onChange: (listener) => void listeners.push(listener),
    stop: async () => {
      watch.stop();
      await mapping.stop();
    },
  };
}
