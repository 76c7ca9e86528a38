/** All direct links of this device: dials, accepts, and lets one of two to the same device stay. */
import type { Connection, Libp2p, Stream } from '@libp2p/interface';
import type { Clock } from '../../shared/clock.ts';
import { MiyuError } from '../../shared/errors.ts';
import { toHex } from '../../shared/ids.ts';
import { FRIEND_DIAL, translateDialError } from '../../shared/net/dial-errors.ts';
import { bytesOfPeerId, comparePeerIds, peerIdOfBytes } from '../../shared/net/peers.ts';
import { CHAT_PROTOCOL, GOODBYE } from '../../shared/wire/protocols.ts';
import { DirectLink } from './chat-link.ts';
import { awaitGreeting, greet } from './greeting.ts';
import type { Greeted } from './greeting.ts';
import { HEARTBEAT } from './heartbeat.ts';
import type { HeartbeatTimes } from './heartbeat.ts';
import { pinnedAddresses } from './paths.ts';
import type { ChatLink, ChatLinkHandlers, ChatLinks, Waiting } from './ports.ts';

/** Dial, stream and hello together, unless the caller says less. */
const DIAL_TIMEOUT_MS = 10_000;
/**
 * Links that came up this close together are the two halves of a simultaneous dial. A later one is a sign that the friend
 * has lost the earlier (a machine that lost its power says no goodbye), and wins.
 */
const SIMULTANEOUS_MS = 5_000;
/** Chat streams of one connection: a second one while the first is dying. */
const MAX_STREAMS = 4;

export interface ChatLinksOptions {
  readonly clock: Clock;
  readonly onFault: (error: unknown) => void;
  readonly heartbeat?: HeartbeatTimes;
}

export class DirectLinks implements ChatLinks {
  readonly #node: Libp2p;
  readonly #own: Uint8Array;
  readonly #options: ChatLinksOptions;
  readonly #links = new Map<string, DirectLink>();
  readonly #dials = new Map<string, Promise<ChatLink>>();
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

  async dial(device: Uint8Array, addresses: readonly string[], waiting: Waiting = {}): Promise<ChatLink> {
    const key = toHex(device);
    const up = this.#links.get(key);
    if (up !== undefined) return up;
    const timeout = AbortSignal.timeout(waiting.timeoutMs ?? DIAL_TIMEOUT_MS);
    const signal = waiting.signal === undefined ? timeout : AbortSignal.any([waiting.signal, timeout]);
    if (signal.aborted) throw new MiyuError('aborted');
    // libp2p joins dials of one peer as well; two hellos at once would make two links.
    let dialling = this.#dials.get(key);
    if (dialling === undefined) {
      dialling = this.#dial(device, addresses, signal).finally(() => this.#dials.delete(key));
      this.#dials.set(key, dialling);
    }
    return orAborted(dialling, signal);
  }

  /** Says goodbye on every link and accepts none from now on. Never rejects. */
  async stop(reason: number): Promise<void> {
    this.#stopped = true;
    await Promise.all([...this.#links.values()].map((link) => link.close(reason)));
  }

  async #dial(device: Uint8Array, addresses: readonly string[], signal: AbortSignal): Promise<ChatLink> {
    const handlers = this.#handlers;
    if (handlers === undefined || this.#stopped) throw new MiyuError('closed');
    let connection: Connection | undefined;
    try {
      connection = await this.#connect(device, addresses, signal);
      const stream = await connection.newStream(CHAT_PROTOCOL, { signal, runOnLimitedConnection: true });
      const greeted = await greet(stream, connection, handlers, { signal, onFault: this.#options.onFault });
      return this.#welcome(greeted);
    } catch (cause) {
      const error = dialError(cause, signal);
      // A connection that was open and does not answer is dead: the next dial must not find it again.
      if (error.code === 'timeout') connection?.abort(error);
      throw error;
    }
  }

  /** By these addresses, else by what the host knows of the PeerId (earlier connections, the DHT). */
  async #connect(device: Uint8Array, addresses: readonly string[], signal: AbortSignal): Promise<Connection> {
    const peer = peerIdOfBytes(device);
    const open = this.#node.getConnections(peer).find(({ status }) => status === 'open');
    if (open !== undefined) return open;
    if (addresses.length === 0) return this.#node.dial(peer, { signal });
    try {
      return await this.#node.dial(pinnedAddresses(addresses, peer), { signal });
    } catch (error) {
      if (signal.aborted) throw error;
      try {
        return await this.#node.dial(peer, { signal });
      } catch {
        // The first failure says more: it is about the addresses that the friend gave.
        throw error;
      }
    }
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
    const link: DirectLink = new DirectLink(greeted.channel, greeted.facts, {
      clock,
      heartbeat,
      onFault,
      onDeliver: (from, envelopes) => handlers.onDeliver(from, envelopes),
      onHeads: (from, heads) => handlers.onHeads(from, heads),
    });
    const key = toHex(link.device);
    const earlier = this.#links.get(key);
    if (this.#stopped || (earlier !== undefined && this.#stays(earlier, link))) {
      // Its envelopes are dropped unacknowledged and come again over the link that stays.
      greeted.open(() => undefined);
      void link.close(this.#stopped ? GOODBYE.closing : GOODBYE.replaced);
      return earlier ?? link;
    }
    this.#links.set(key, link);
    void link.closed.then(() => {
      if (this.#links.get(key) === link) this.#links.delete(key);
    });
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
    greeted.open((body) => link.receive(body));
    void earlier?.close(GOODBYE.replaced);
    return link;
  }

  /** Whether the earlier of two links to one device stays: both ends must come to the same answer. */
  #stays(earlier: DirectLink, later: DirectLink): boolean {
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
