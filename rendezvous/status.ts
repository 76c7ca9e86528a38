/** How a running server is doing, in counts. */
import type { PortMappingState } from '../shared/net/port-mapping.ts';
import type { RelayStatus } from './hop.ts';
import type { DirectoryLog } from './log/directory-log.ts';
import type { Store } from './store/store.ts';

export interface ServerStatus {
  readonly accounts: number;
  readonly mail: number;
  readonly requests: number;
  readonly guests: number;
  /** Leaves of the transparency log. */
  readonly logSize: number;
  readonly connections: number;
  readonly signedIn: number;
  readonly healthy: boolean;
  readonly uptimeMs: number;
  /** Null: this server relays nothing. */
  readonly relay: RelayStatus | null;
  /** The port at the home router; null: none is asked. */
  readonly portMapping: PortMappingState | null;
}

/** What the store does not know of it. */
type OfTheMoment = Pick<ServerStatus, 'connections' | 'signedIn' | 'uptimeMs' | 'relay' | 'portMapping'>;

export async function readStatus(
  store: Store,
  directoryLog: DirectoryLog,
  now: () => OfTheMoment,
): Promise<ServerStatus> {
  const [accounts, mail, requests, guests, log] = await Promise.all([
    store.count('accounts'),
    store.count('mail'),
    store.count('requests'),
    store.count('guests'),
    directoryLog.state(),
  ]);
  return { accounts, mail, requests, guests, logSize: log?.size ?? 0, healthy: store.healthy(), ...now() };
}
