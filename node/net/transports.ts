/** libp2p's transports without its queue of dials, which makes one connection to a peer at a time: here the addresses of one race. */
import type { Connection } from '@libp2p/interface';
import type { Multiaddr } from '@multiformats/multiaddr';

/** A connection to this very address, whatever others there are. Rejects where the signal ends before it is made. */
export type Connect = (address: Multiaddr, options: { readonly signal: AbortSignal }) => Promise<Connection>;

interface Components {
  readonly transportManager: { dial(address: Multiaddr, options: { signal: AbortSignal }): Promise<Connection> };
}

/** A service for `createLibp2p`. */
export const transports = ({ transportManager }: Components): { readonly connect: Connect } => ({
  async connect(address, { signal }) {
    signal.throwIfAborted();
    // The transport hands its signal to the socket, which would end with it for as long as it lives.
    const connecting = new AbortController();
    const onAbort = (): void => connecting.abort(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      return await transportManager.dial(address, { signal: connecting.signal });
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  },
});
