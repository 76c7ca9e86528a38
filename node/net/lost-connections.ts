/**
 * Connections that our own network has left behind. TCP does not notice: it repeats what it sent for many minutes, from an address
 * that is not ours any more.
 */
import type { Connection } from '@libp2p/interface';
import { MiyuError } from '../../shared/errors.ts';

/** After a sleep the other side may be gone, or have given up on us; on a slow line the answer stands behind what is under way. */
const PROBE_MS = 6_000;

/** What libp2p keeps to itself: a connection's socket and muxer. Where a later version has them elsewhere, the heartbeat notices. */
interface Inner {
  readonly maConn?: { readonly socket?: { readonly localAddress?: string } };
  readonly muxer?: { ping?(options: { signal: AbortSignal }): Promise<number> };
}

/** As the system names interfaces' addresses; undefined: not known. */
export function localAddressOf(connection: Connection): string | undefined {
  const address = (connection as unknown as Inner).maConn?.socket?.localAddress;
  return address?.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '');
}

/** Ends those that left from an address that is gone. @returns how many */
export function endLost(connections: readonly Connection[], gone: readonly string[]): number {
  const lost = connections.filter((connection) => gone.includes(localAddressOf(connection) ?? ''));
  for (const connection of lost) connection.abort(new MiyuError('link-closed'));
  return lost.length;
}

/** Ends those that do not answer. */
export async function probe(connections: readonly Connection[]): Promise<void> {
  await Promise.all(
    connections.map(async (connection) => {
      const { muxer } = connection as unknown as Inner;
      if (muxer?.ping === undefined || connection.status !== 'open') return;
      try {
        await muxer.ping({ signal: AbortSignal.timeout(PROBE_MS) });
      } catch {
        connection.abort(new MiyuError('timeout'));
      }
    }),
  );
}
