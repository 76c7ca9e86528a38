/** Where a friend's addresses may be heard of: each a place of its own, asked beside the others (node/core/paths.ts). */
import type { ContactRow } from '../core/generated/rows.js';
import type { RecordVersion } from '../core/paths.ts';
import type { LanFinder, Waiting } from './ports.ts';

export interface FoundAddresses {
  readonly addresses: readonly string[];
  /** Of a record that the friend has signed, and that was checked; absent: a hint, which only the friend's key makes true. */
  readonly record?: RecordVersion;
}

export interface AddressSource {
  readonly name: 'lan' | 'directory' | 'dht';
  /** Milliseconds that dials of what is known get before it is asked: what asking costs somebody, in time. */
  readonly headStartMs: number;
  /** undefined: it knows nothing. @throws MiyuError where it did not answer, or said what cannot be */
  find(contact: Readonly<ContactRow>, waiting: Waiting): Promise<FoundAddresses | undefined>;
  /** Tells of a device that has appeared, without being asked. @returns takes the listener away */
  onFound?(listener: FoundListener): () => void;
}

/** `record`: of what the friend has signed, and was checked already. */
export type FoundListener = (device: Uint8Array, addresses: readonly string[], record?: RecordVersion) => void;

/** What devices announce on the LAN: at hand, and of whom it matters nobody is asked. */
export const lanSource = (lan: Pick<LanFinder, 'addressesOf' | 'onFound'>): AddressSource => ({
  ...{ name: 'lan', headStartMs: 0 },
  find: ({ device }) => {
    const addresses = lan.addressesOf(device);
    return Promise.resolve(addresses.length === 0 ? undefined : { addresses });
  },
  onFound: (listener) => lan.onFound(listener),
});
