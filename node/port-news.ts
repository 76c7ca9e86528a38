/** Word of the port at the home router, for faces that show it. */
import type { PeerHost } from './net/ports.ts';

/** @param tell for each time that it stands otherwise; a host whose account was closed may still say so once */
export function onPortMapping(host: Pick<PeerHost, 'portMapping' | 'onAddressesChanged'>, tell: () => void): void {
  const now = (): string => JSON.stringify(host.portMapping());
  let told = now();
  host.onAddressesChanged(() => {
    // Addresses change for other reasons as well.
    if (now() === told) return;
    told = now();
    tell();
  });
}
