/** What the measurements offer to the flow of the doctor. */
import type { AddressSeen, InterfaceSeen, MachineSeen, MulticastSeen } from '../core/doctor-seen.ts';
import type { Around } from './probe-address.ts';

export interface Probe {
  /** @param listening `isOurs`: this process says that it listens there; otherwise it is tried whether the port is free */
  machine(
    listening: readonly { readonly host: string; readonly port: number; readonly isOurs: boolean }[],
    signal: AbortSignal,
  ): Promise<{ readonly own: Around; readonly seen: Omit<MachineSeen, 'multicast'> }>;
  multicast(interfaces: readonly InterfaceSeen[], signal: AbortSignal): Promise<readonly MulticastSeen[]>;
  addresses(addresses: readonly string[], around: Around, signal: AbortSignal): Promise<readonly AddressSeen[]>;
}
