/**
 * Links through a server that relays (circuit relay v2): how this device is called through one, and how it calls others.
 *
 * libp2p's transport would look for relays by random walks, keep a place at whoever offers himself, and dial relays only behind every
 * other address. So it is held back here: it listens where we say, hears only the relay that we chose, and is dialled by us.
 * `Libp2p` itself has no way to listen later; the transport's own components have, which is why this is a part of the transport.
 */
import { circuitRelayTransport } from '@libp2p/circuit-relay-v2';
import type { CircuitRelayTransportComponents } from '@libp2p/circuit-relay-v2';
import { serviceDependencies } from '@libp2p/interface';
import type { Connection, Libp2p, Listener, Transport } from '@libp2p/interface';
import { CODE_P2P } from '@multiformats/multiaddr';
import type { Multiaddr } from '@multiformats/multiaddr';
import { MiyuError } from '../../shared/errors.ts';
import { override } from '../../shared/net/capped-streams.ts';
import { relayAnswer } from '../../shared/net/dial-errors.ts';
import { peerIdOfBytes } from '../../shared/net/peers.ts';
import { CHAT_PROTOCOL } from '../../shared/wire/protocols.ts';
import { relayOf } from './paths.ts';

/** Looked for relayed connections on which nobody chats this often. A hello has less time than this. */
const IDLE_MS = 20_000;
/** Links through relays that come in, all together. */
const MAX_STOP_STREAMS = 32;

/** What libp2p's transport has besides. */
interface WithReservations {
  readonly reservationStore: {
    hasReservation(relay: unknown): boolean;
    addEventListener(type: 'relay:removed', listener: () => void): void;
  };
}

export class RelayWay {
  #components: CircuitRelayTransportComponents | undefined;
  #inner: (Transport & WithReservations) | undefined;
  #node: Libp2p | undefined;
  /** PeerId text of the one at which we may be called. */
  #relay: string | undefined;
  #listeners: Listener[] = [];
  readonly #dialling = new Map<string, number>();
  #onIdle: (relay: string) => void = () => undefined;
  #onLost: () => void = () => undefined;
  #onAnswer: (refused: 'relay-limit' | 'relay-refused' | undefined) => void = () => undefined;

  /** For `createLibp2p`. */
  readonly transport = (components: CircuitRelayTransportComponents): Transport => {
    const { registrar } = components;
    const handle: typeof registrar.handle = (protocols, handler, options) =>
      registrar.handle(
        protocols,
        (stream, connection) => {
          if (connection.remotePeer.toString() === this.#relay) return handler(stream, connection);
          // Libp2p would ask whoever says that he has a caller for us for a place.
          stream.abort(new MiyuError('protocol-violation'));
        },
        options,
      );
    // Nobody is to be discovered.
    const register: typeof registrar.register = () => Promise.resolve('none');
    const held = override(override(registrar, 'handle', handle), 'register', register);
    const inner = circuitRelayTransport({ maxInboundStopStreams: MAX_STOP_STREAMS })(
      override(components, 'registrar', held),
    ) as Transport & WithReservations;
    inner.reservationStore.addEventListener('relay:removed', () => this.#onLost());
    const createListener: Transport['createListener'] = (options) => {
      const listener = inner.createListener(options);
      this.#listeners.push(listener);
      return listener;
    };
    this.#components = components;
    this.#inner = inner;
    // It needs identify to discover relays, and for nothing else.
    return override(override(inner, 'createListener', createListener), serviceDependencies as never, []);
  };

  use(node: Libp2p): void {
    this.#node = node;
    node.addEventListener('connection:open', ({ detail }) => this.#watch(detail));
    node.addEventListener('connection:close', ({ detail }) => {
      const relay = relayOf(detail.remoteAddr);
      if (relay !== undefined) this.#onIdle(relay);
    });
  }

  /** Called where something relayed is over: the connection to that server may be of no use any more. */
  onIdle(listener: (relay: string) => void): void {
    this.#onIdle = listener;
  }

  /** Called with what a relay has answered when we called somebody through it; undefined: it connected us. */
  onAnswer(listener: (refused: 'relay-limit' | 'relay-refused' | undefined) => void): void {
    this.#onAnswer = listener;
  }

  /** Whether something goes through our connection to this server, or is about to. */
  carries(relay: string): boolean {
    const open = this.#node?.getConnections() ?? [];
    return this.#dialling.has(relay) || open.some(({ remoteAddr }) => relayOf(remoteAddr) === relay);
  }

  /**
   * Asks a server to which a connection is open for a place; while it lasts our addresses name it, last.
   * @returns `ended`: resolves when the place is lost
   * @throws MiyuError 'relay-refused' | 'relay-limit' | 'server-unreachable'
   */
  async reserve(server: Uint8Array): Promise<{ readonly ended: Promise<void> }> {
    await this.release();
    const peer = peerIdOfBytes(server);
    const connection = this.#node?.getConnections(peer).find(({ status }) => status === 'open');
    if (connection === undefined) throw new MiyuError('server-unreachable');
    this.#relay = peer.toString();
    const lost = Promise.withResolvers<undefined>();
    this.#onLost = () => lost.resolve(undefined);
    try {
      const place = `/p2p/${peer.toString()}/p2p-circuit`;
      const address = connection.remoteAddr.decapsulateCode(CODE_P2P).encapsulate(place);
      await this.#components?.transportManager.listen([address]);
    } catch (error) {
      await this.release();
      throw new MiyuError(relayAnswer(error) ?? 'server-unreachable', { cause: error });
    }
    if (this.#inner?.reservationStore.hasReservation(peer) !== true) lost.resolve(undefined);
    return { ended: lost.promise };
  }

  /** Nobody calls us through a relay from now on. */
  async release(): Promise<void> {
    this.#relay = undefined;
    for (const listener of this.#listeners.splice(0)) {
      for (const address of listener.getAddrs()) this.#components?.addressManager.removeObservedAddr(address);
      await listener.close();
    }
  }

  /** Addresses of one device at its relays, in this order. Not by libp2p's queue, which would join it to a direct dial that hangs. */
  async dial(addresses: readonly Multiaddr[], signal: AbortSignal): Promise<Connection> {
    const { upgrader } = this.#components!;
    const errors: unknown[] = [];
    for (const address of addresses) {
      const relay = relayOf(address);
      if (relay === undefined) continue;
      this.#dialling.set(relay, (this.#dialling.get(relay) ?? 0) + 1);
      try {
        const connection = await this.#inner!.dial(address, { upgrader, signal });
        this.#onAnswer(undefined);
        return connection;
      } catch (error) {
        errors.push(error);
        const refused = relayAnswer(error);
        if (refused !== undefined) this.#onAnswer(refused);
        // Another address of the same server gives the same answer.
        if (signal.aborted || refused !== undefined) break;
      } finally {
        const left = this.#dialling.get(relay)! - 1;
        if (left > 0) this.#dialling.set(relay, left);
        else this.#dialling.delete(relay);
        this.#onIdle(relay);
      }
    }
    throw new AggregateError(errors, 'no relay has connected us');
  }

  #watch(connection: Connection): void {
    if (relayOf(connection.remoteAddr) === undefined) return;
    const timer = setInterval(() => {
      if (connection.status === 'open') closeIfIdle(connection);
      else clearInterval(timer);
    }, IDLE_MS);
    timer.unref();
  }
}

/** A relayed connection without a chat keeps a place at its server. */
export function closeIfIdle(connection: Connection): void {
  const chats = connection.streams.some(({ protocol, status }) => protocol === CHAT_PROTOCOL && status === 'open');
  if (!chats) void connection.close().catch((error: unknown) => connection.abort(error as Error));
}
