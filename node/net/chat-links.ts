/**
 * All direct links of this device: dials, accepts, and lets one of two to the same device stay. Dials of one device may race: each
 * makes a connection of its own, and one of them at a time says hello. A connection without a link is closed.
 */
import type { Connection, Libp2p, PeerId, Stream } from '@libp2p/interface';
import type { IpNetwork } from '../core/ip.ts';
import type { Clock } from '../../shared/clock.ts';
import { isMiyuError, MiyuError } from '../../shared/errors.ts';
import { toHex } from '../../shared/ids.ts';
import { FRIEND_DIAL, translateDialError } from '../../shared/net/dial-errors.ts';
import { bytesOfPeerId, comparePeerIds, peerIdOfBytes } from '../../shared/net/peers.ts';
import { CHAT_PROTOCOL, GOODBYE, KAD_PROTOCOL } from '../../shared/wire/protocols.ts';
import { DirectLink } from './chat-link.ts';
import { awaitGreeting, greet } from './greeting.ts';
import type { Greeted } from './greeting.ts';
import { HEARTBEAT } from './heartbeat.ts';
import type { HeartbeatTimes } from './heartbeat.ts';
import { isRelayed, pathOf, pinnedAddresses } from './paths.ts';
import type { ChatLink, ChatLinkHandlers, ChatLinks, DialOptions } from './ports.ts';
import { closeIfIdle } from './relay.ts';
import type { RelayWay } from './relay.ts';
import type { Connect } from './transports.ts';

/** Dial, stream and hello together, unless the caller says less. */
const DIAL_TIMEOUT_MS = 10_000;
/** Stream and hello: three round trips of a second, behind what a slow line still has to carry. */
const HELLO_TIMEOUT_MS = 8_000;
/**
 * Links that came up this close together are the two halves of a simultaneous dial. A later one is a sign that the friend
 * has lost the earlier (a machine that lost its power says no goodbye), and wins.
 */
const SIMULTANEOUS_MS = 5_000;
/** No dial of a relay that began before the direct link was there comes up later than this. */
const RELAY_DIAL_MS = 15_000;
/** Chat streams of one connection: a second one while the first is dying. */
const MAX_STREAMS = 4;
/** What else friends may have between them over a connection. */
const OWN_PROTOCOLS = '/miyu/';
/** Of those: what has ended with the link, and what looks for another connection. */
const UNHELD: ReadonlySet<string> = new Set([CHAT_PROTOCOL, KAD_PROTOCOL]);

export interface ChatLinksOptions {
  readonly connect: Connect;
  /** Of this host's interfaces. */
  readonly networks: () => readonly IpNetwork[];
  readonly clock: Clock;
  readonly onFault: (error: unknown) => void;
  readonly heartbeat?: HeartbeatTimes;
  readonly relay?: Pick<RelayWay, 'dial'>;
}

export class DirectLinks implements ChatLinks {
  readonly #node: Libp2p;
  readonly #own: Uint8Array;
  readonly #options: ChatLinksOptions;
  readonly #links = new Map<string, DirectLink>();
  /** Under way, by device: two at once would make two links. */
  readonly #hellos = new Map<string, { readonly connection: Connection; readonly link: Promise<ChatLink> }>();
  readonly #connections = new WeakMap<DirectLink, Connection>();
  #handlers: ChatLinkHandlers | undefined;
  #stopped = false;

  private constructor(node: Libp2p, options: ChatLinksOptions) {
    this.#node = node;
    this.#own = bytesOfPeerId(node.peerId);
    this.#options = options;
  }

  /** Streams that come before `start` are reset. */
  static async on(node: Libp2p, options: ChatLinksOptions): Promise<DirectLinks> {
    const links = new DirectLinks(node, options);
    await node.handle(CHAT_PROTOCOL, (stream, connection) => links.#accept(stream, connection), {
      maxInboundStreams: MAX_STREAMS,
      maxOutboundStreams: MAX_STREAMS,
      runOnLimitedConnection: true,
    });
    return links;
  }

  start(handlers: ChatLinkHandlers): void {
    this.#handlers = handlers;
  }

  linkTo(device: Uint8Array): ChatLink | undefined {
    return this.#links.get(toHex(device));
  }

  async dial(device: Uint8Array, addresses: readonly string[], waiting: DialOptions = {}): Promise<ChatLink> {
    const { directOnly = false } = waiting;
    const up = this.#linkFor(toHex(device), directOnly);
    if (up !== undefined) return up;
    const timeout = AbortSignal.timeout(Math.ceil(waiting.timeoutMs ?? DIAL_TIMEOUT_MS));
    const signal = waiting.signal === undefined ? timeout : AbortSignal.any([waiting.signal, timeout]);
    if (signal.aborted) throw new MiyuError('aborted');
    return orAborted(this.#dial(device, addresses, signal, directOnly), signal);
  }

  /** Says goodbye on every link and accepts none from now on. Never rejects. */
  async stop(reason: number): Promise<void> {
    this.#stopped = true;
    await Promise.all([...this.#links.values()].map((link) => link.close(reason)));
  }

  /** That is up and will do. @param directOnly one that goes through a relay will not */
  #linkFor(key: string, directOnly: boolean): DirectLink | undefined {
    const up = this.#links.get(key);
    return up?.path === 'relayed' && directOnly ? undefined : up;
  }

  async #dial(
    device: Uint8Array,
    addresses: readonly string[],
    signal: AbortSignal,
    directOnly: boolean,
  ): Promise<ChatLink> {
    if (this.#handlers === undefined || this.#stopped) throw new MiyuError('closed');
    const peer = peerIdOfBytes(device);
    // What goes through a relay says nothing of a direct address.
    const relayed =
      !directOnly && addresses.length > 0 && addresses.every((address) => address.includes('/p2p-circuit'));
    const open = this.#node
      .getConnections(peer)
      .find(({ status, remoteAddr }) => status === 'open' && (relayed || !isRelayed(remoteAddr)));
    if (open !== undefined) {
      try {
        return await this.#helloOver(open, toHex(device), signal, directOnly);
      } catch (error) {
        // The other side was closing it; of one that answers, the answer counts.
        if (!isMiyuError(error, 'friend-unreachable')) throw error;
      }
    }
    const connection = await this.#connect(peer, addresses, signal, directOnly);
    return await this.#helloOver(connection, toHex(device), signal, directOnly);
  }

  async #helloOver(connection: Connection, key: string, signal: AbortSignal, directOnly: boolean): Promise<ChatLink> {
    try {
      return await this.#hello(key, connection, signal, directOnly);
    } catch (cause) {
      this.#release(connection);
      throw dialError(cause, signal);
    }
  }

  /** By the first of these addresses that answers with the device's key. */
  async #connect(
    peer: PeerId,
    addresses: readonly string[],
    signal: AbortSignal,
    directOnly: boolean,
  ): Promise<Connection> {
    const failures: unknown[] = [];
    const { connect, relay } = this.#options;
    for (const address of pinnedAddresses(addresses, peer)) {
      if (isRelayed(address) && (directOnly || relay === undefined)) continue;
      try {
        return isRelayed(address) ? await relay!.dial([address], signal) : await connect(address, { signal });
      } catch (error) {
        failures.push(error);
        if (signal.aborted) break;
      }
    }
    throw dialError(new AggregateError(failures), signal);
  }

  /**
   * A hello that has begun goes on when its caller is gone: perhaps the friend has accepted it already, and only both ends together
   * decide which link stays.
   */
  async #hello(key: string, connection: Connection, signal: AbortSignal, directOnly: boolean): Promise<ChatLink> {
    for (let other = this.#hellos.get(key); other !== undefined; other = this.#hellos.get(key)) {
      await other.link.catch(() => undefined);
    }
    signal.throwIfAborted();
    const up = this.#linkFor(key, directOnly);
    if (up !== undefined) {
      this.#release(connection);
      return up;
    }
    const link = this.#greet(connection).finally(() => this.#hellos.delete(key));
    this.#hellos.set(key, { connection, link });
    return await link;
  }

  async #greet(connection: Connection): Promise<ChatLink> {
    const signal = AbortSignal.timeout(HELLO_TIMEOUT_MS);
    const { onFault } = this.#options;
    try {
      const stream = await connection.newStream(CHAT_PROTOCOL, { signal, runOnLimitedConnection: true });
      return this.#welcome(await greet(stream, connection, this.#handlers!, { signal, onFault }));
    } catch (cause) {
      const error = dialError(cause, signal);
      // A connection that was open and does not answer is dead: the next dial must not find it again.
      if (error.code === 'timeout') connection.abort(error);
      throw error;
    }
  }

  /** Closes a connection that carries no link, and nothing else of ours. */
  #release(connection: Connection): void {
    if (connection.status !== 'open') return;
    const isUsed =
      [...this.#links.values()].some((link) => this.#connections.get(link) === connection) ||
      [...this.#hellos.values()].some((hello) => hello.connection === connection) ||
      connection.streams.some(({ protocol }) => protocol.startsWith(OWN_PROTOCOLS) && !UNHELD.has(protocol));
    if (!isUsed) void connection.close().catch((error: unknown) => connection.abort(error as Error));
  }

  #accept(stream: Stream, connection: Connection): void {
    const handlers = this.#handlers;
    if (handlers === undefined || this.#stopped) {
      stream.abort(new MiyuError('closed'));
      return;
    }
    const { onFault } = this.#options;
    awaitGreeting(stream, connection, handlers, { onGreeted: (greeted) => void this.#welcome(greeted), onFault });
  }

  /** Both hellos were accepted: the new link, or the one that stays in its place. */
  #welcome(greeted: Greeted): ChatLink {
    const handlers = this.#handlers!;
    const { clock, heartbeat = HEARTBEAT, onFault } = this.#options;
    const path = pathOf(greeted.connection.remoteAddr, this.#options.networks());
    const link: DirectLink = new DirectLink(
      greeted.channel,
      { ...greeted.facts, path },
      {
        clock,
        heartbeat,
        onFault,
        onDeliver: (from, envelopes) => handlers.onDeliver(from, envelopes),
        onHeads: (from, heads) => handlers.onHeads(from, heads),
        onPrekeysWanted: (from) => handlers.onPrekeysWanted(from),
      },
    );
    if (link.path === 'relayed') void link.closed.then(() => closeIfIdle(greeted.connection));
    const key = toHex(link.device);
    this.#connections.set(link, greeted.connection);
    void link.closed.then(() => {
      if (this.#links.get(key) === link) this.#links.delete(key);
      this.#release(greeted.connection);
    });
    const earlier = this.#links.get(key);
    if (this.#stopped || (earlier !== undefined && this.#stays(earlier, link))) {
      // Its envelopes are dropped unacknowledged and come again over the link that stays.
      greeted.open(
        () => undefined,
        () => Promise.reject(new MiyuError('unknown-request')),
      );
      void link.close(this.#stopped ? GOODBYE.closing : GOODBYE.replaced);
      return earlier ?? link;
    }
    this.#links.set(key, link);
    void greeted.channel.closed.then((reason) => {
      // The connection under a link that fell silent is dead: the next dial must not find it again.
      if (reason?.code === 'timeout') greeted.connection.abort(reason);
    });
    try {
      handlers.onLink(link);
    } catch (error) {
      onFault(error);
      link.abort(new MiyuError('internal', { cause: error }));
    }
    greeted.open(
      (body) => link.receive(body),
      (body) => link.answer(body),
    );
    void earlier?.close(GOODBYE.replaced);
    return link;
  }

  /** Whether the earlier of two links to one device stays: both ends must come to the same answer. */
  #stays(earlier: DirectLink, later: DirectLink): boolean {
    // One that needs no relay is better, whoever dialled it. But nobody who still has it dials a relay.
    if ((earlier.path === 'relayed') !== (later.path === 'relayed')) {
      return later.path === 'relayed' && later.upSince - earlier.upSince <= RELAY_DIAL_MS;
    }
    if (earlier.dialled === later.dialled) return false;
    if (later.upSince - earlier.upSince > SIMULTANEOUS_MS) return false;
    const weAreSmaller = comparePeerIds(this.#own, earlier.device) < 0;
    return earlier.dialled === weAreSmaller;
  }
}

/** Codes of the hello stay; a stream that broke is a friend who is not there. */
function dialError(error: unknown, signal: AbortSignal): MiyuError {
  if (!(error instanceof MiyuError)) return translateDialError(error, FRIEND_DIAL, signal);
  if (error.code === 'aborted') return translateDialError(error.cause, FRIEND_DIAL, signal);
  if (error.code === 'link-closed') return new MiyuError('friend-unreachable', { cause: error });
  return error;
}

/** The shared attempt, or this caller's own end of patience. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(translateDialError(signal.reason, FRIEND_DIAL, signal));
  signal.addEventListener('abort', onAbort, { once: true });
  return Promise.race([promise, ended]).finally(() => signal.removeEventListener('abort', onAbort));
}
