/** The way to rendezvous servers: dials the pinned one, and lets go of the connection when nobody uses it any more. */
import type { Connection, Libp2p, Stream } from '@libp2p/interface';
import type { Clock } from '../../shared/clock.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { MiyuError } from '../../shared/errors.ts';
import { SERVER_DIAL, translateDialError } from '../../shared/net/dial-errors.ts';
import { ask } from '../../shared/net/exchange.ts';
import { peerIdOfBytes } from '../../shared/net/peers.ts';
import { Signed } from '../../shared/wire/generated/identity.js';
import type { Home, ServerStatement } from '../../shared/wire/generated/identity.js';
import { MAX_STATEMENT_BYTES } from '../../shared/wire/limits.ts';
import { RENDEZVOUS_PROTOCOL, STATEMENT_PROTOCOL } from '../../shared/wire/protocols.ts';
import { HEARTBEAT } from './heartbeat.ts';
import type { HeartbeatTimes } from './heartbeat.ts';
import { isRelayed, pinnedAddresses } from './paths.ts';
import type { LanFinder, Rendezvous, RendezvousClient, Waiting } from './ports.ts';
import type { RelayWay } from './relay.ts';
import { checkedStatement, openClient } from './rendezvous-client.ts';

/** Dial, stream and hello together, unless the caller says less. */
const CONNECT_TIMEOUT_MS = 10_000;
/** The question of a probe is random, so that no answer can be one to an earlier question by accident. */
const PROBE_BYTES = 32;

export interface RendezvousOptions {
  readonly onFault: (error: unknown) => void;
  readonly clock: Clock;
  readonly heartbeat?: HeartbeatTimes;
  /** A server that has moved may announce itself on the LAN; its key is the pinned one wherever it answers. */
  readonly lan?: Pick<LanFinder, 'addressesOf'>;
  /** What goes through our connections to servers besides. */
  readonly relay?: Pick<RelayWay, 'carries' | 'onIdle'>;
  /** A client of this server is open until then. */
  readonly onServer?: (server: Uint8Array, over: Promise<unknown>) => void;
}

export function rendezvousOf(node: Libp2p, options: RendezvousOptions): Rendezvous {
  const uses = new Map<string, number>();
  /** By connection; one that is on its way out must not be taken for an open one. */
  const closing = new Map<string, Promise<void>>();

  /** Runs `use` on a connection to the home's server; it closes when its last use is over. */
  async function withConnection<T>(
    home: Home,
    waiting: Waiting,
    use: (connection: Connection, signal: AbortSignal) => Promise<{ result: T; over: Promise<MiyuError | undefined> }>,
  ): Promise<T> {
    const timeout = AbortSignal.timeout(waiting.timeoutMs ?? CONNECT_TIMEOUT_MS);
    const signal = waiting.signal === undefined ? timeout : AbortSignal.any([waiting.signal, timeout]);
    let connection: Connection | undefined;
    try {
      connection = await dial(home, signal);
      const dialled = connection;
      uses.set(dialled.id, (uses.get(dialled.id) ?? 0) + 1);
      const { result, over } = await use(dialled, signal);
      void over.then((reason) => {
        // Silent: a polite end would wait for it, and the next attempt must not find it again.
        if (reason?.code === 'timeout') dialled.abort(reason);
        release(dialled);
      });
      return result;
    } catch (cause) {
      const error = connectError(cause, signal);
      if (connection !== undefined) release(connection);
      // It was open and does not answer: the next attempt must not find it again.
      if (error.code === 'timeout') connection?.abort(error);
      throw error;
    }
  }

  function release(connection: Connection): void {
    const left = (uses.get(connection.id) ?? 1) - 1;
    if (left > 0) {
      uses.set(connection.id, left);
      return;
    }
    uses.delete(connection.id);
    // It goes when what is relayed through it has ended.
    if (options.relay?.carries(connection.remotePeer.toString()) !== true) close(connection);
  }

  options.relay?.onIdle((server) => {
    for (const connection of node.getConnections()) {
      const isUsed =
        connection.remotePeer.toString() !== server || uses.has(connection.id) || closing.has(connection.id);
      if (!isUsed && options.relay?.carries(server) === false && !isRelayed(connection.remoteAddr)) close(connection);
    }
  });

  function close(connection: Connection): void {
    const closed = connection
      .close()
      .catch((error: unknown) => connection.abort(error as Error))
      .finally(() => closing.delete(connection.id));
    closing.set(connection.id, closed);
  }

  async function dial(home: Home, signal: AbortSignal): Promise<Connection> {
    const server = pinned(home.server);
    const near = options.lan?.addressesOf(home.server) ?? [];
    // Behind what was known before: a liar's address that swallows packets must not keep us from the true ones.
    const addresses = pinnedAddresses([...new Set([...home.addresses, ...near])], server);
    const existing = node.getConnections(server);
    await Promise.all(existing.map(async ({ id }) => closing.get(id)));
    const open = existing.find(({ status }) => status === 'open');
    if (open !== undefined) return open;
    if (addresses.length === 0) throw new MiyuError('server-unreachable');
    return node.dial(addresses, { signal });
  }

  return {
    connect: (home, waiting = {}) =>
      withConnection<RendezvousClient>(home, waiting, async (connection, signal) => {
        const stream = await openStream(connection, RENDEZVOUS_PROTOCOL, signal);
        const result = await openClient(stream, home.server, signal, { heartbeat: HEARTBEAT, ...options });
        options.onServer?.(home.server, result.closed);
        return { result, over: result.closed };
      }),

    probe: (home, waiting = {}) =>
      withConnection(home, waiting, async (connection, signal) => {
        const stream = await openStream(connection, STATEMENT_PROTOCOL, signal);
        const askedAt = options.clock.monotonic();
        const body = await ask(stream, systemRandom(PROBE_BYTES), {
          // Payload, signature, and their tags.
          maxBytes: MAX_STATEMENT_BYTES + 128,
          timeoutMs: waiting.timeoutMs ?? CONNECT_TIMEOUT_MS,
          signal,
        });
        const roundTripMs = options.clock.monotonic() - askedAt;
        const { signed, statement } = decodeStatement(body, home.server);
        return { result: { statement, signed, roundTripMs }, over: Promise.resolve(undefined) };
      }),
  };
}

function pinned(server: Uint8Array) {
  try {
    return peerIdOfBytes(server);
  } catch (cause) {
    throw new MiyuError('address-malformed', { cause });
  }
}

const openStream = (connection: Connection, protocol: string, signal: AbortSignal): Promise<Stream> =>
  connection.newStream(protocol, { signal });

function decodeStatement(body: Uint8Array, server: Uint8Array): { signed: Signed; statement: ServerStatement } {
  let signed: Signed;
  try {
    signed = Signed.decode(body);
  } catch (cause) {
    throw new MiyuError('server-statement-invalid', { cause });
  }
  return { signed, statement: checkedStatement(signed, server) };
}

/** A stream that opens and breaks at once is a server at its limits, or none of ours. */
function connectError(error: unknown, signal: AbortSignal): MiyuError {
  if (!(error instanceof MiyuError)) return translateDialError(error, SERVER_DIAL, signal);
  if (error.code === 'aborted') return translateDialError(error.cause, SERVER_DIAL, signal);
  if (error.code === 'link-closed') return new MiyuError('server-unreachable', { cause: error });
  if (error.code === 'malformed') return new MiyuError('server-statement-invalid', { cause: error });
  return error;
}
