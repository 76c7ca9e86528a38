/**
 * With whom this peer has to do in the DHT: friends' devices, which ask it and are asked while there is a link, and rendezvous servers of
 * its own, which are asked while they are used and never answered. Strangers are neither.
 */
import type { Connection, Libp2p, PeerId } from '@libp2p/interface';
import type { KadDHT } from '@libp2p/kad-dht';
import type { Clock } from '../../shared/clock.ts';
import { Allowance } from '../../shared/net/allowance.ts';
import { routingTableOf, type RoutingTable } from '../../shared/net/dht.ts';
import type { DhtCircle } from '../../shared/net/kad-components.ts';
import { KeptRecords } from '../../shared/net/kept-records.ts';
import { bytesOfPeerId, peerIdOfBytes } from '../../shared/net/peers.ts';
import type { ChatLinks } from './ports.ts';

/**
 * Requests that are answered. A friend with 100 absent friends asks two of each at its start, and again when somebody else has come; one
 * request costs a millisecond or two: nobody takes more than a few percent of a core for long, and all together no more than a third.
 */
const RATES = {
  each: { perSecond: 20, burst: 400 },
  inAll: { perSecond: 200, burst: 2_000 },
  mostKeys: 512,
} as const;

type Kind = 'friend' | 'server';

interface Neighbour {
  readonly peer: PeerId;
  /** One for each link or client that is open. */
  readonly uses: Kind[];
}

export class DhtNeighbours implements DhtCircle {
  readonly datastore: KeptRecords;
  readonly #rates: Allowance;
  readonly #neighbours = new Map<string, Neighbour>();
  readonly #listeners = new Set<(device: Uint8Array) => void>();
  readonly #heeding = new Set<(device: Uint8Array) => void>();
  readonly #onFault: (error: unknown) => void;
  #node: Pick<Libp2p, 'getConnections'> | undefined;
  #table: RoutingTable | undefined;
  /** The table's changes, one after the other: it works at several at once, and the later one may be done first. */
  #changing: Promise<void> = Promise.resolve();

  constructor(clock: Clock, onFault: (error: unknown) => void) {
    this.datastore = new KeptRecords(clock, (by) => {
      const neighbour = this.#neighbours.get(by);
      if (neighbour === undefined) return;
      for (const listener of this.#heeding) listener(bytesOfPeerId(neighbour.peer));
    });
    this.#rates = new Allowance(clock, RATES);
    this.#onFault = onFault;
  }

  /** The node starts with us in its settings, so it comes after us. */
  use(node: Pick<Libp2p, 'getConnections'>, service: KadDHT): void {
    this.#node = node;
    this.#table = routingTableOf(service);
  }

  /** Told of each that has come, once it can be asked. */
  onJoined(listener: (device: Uint8Array) => void): void {
    this.#listeners.add(listener);
  }

  /** Told of each friend's device that has put a record here, its own or another's. */
  onBrought(listener: (device: Uint8Array) => void): void {
    this.#heeding.add(listener);
  }

  has(peer: PeerId): boolean {
    return this.#neighbours.has(peer.toString());
  }

  answers(peer: PeerId): boolean {
    const id = peer.toString();
    return this.#neighbours.get(id)?.uses.includes('friend') === true && this.#rates.take(id);
  }

  connectionTo(peer: PeerId): Connection | undefined {
    if (!this.has(peer)) return undefined;
    // Not over a relay, which has better things to carry: its server is asked itself.
    return this.#node?.getConnections(peer).find(({ status, limits }) => status === 'open' && limits === undefined);
  }

  /** @param over resolves when the link or the client that it came by has ended */
  join(device: Uint8Array, kind: Kind, over: Promise<unknown>): void {
    const peer = peerIdOfBytes(device);
    const id = peer.toString();
    const neighbour = this.#neighbours.get(id) ?? { peer, uses: [] };
    neighbour.uses.push(kind);
    void over.then(() => this.#left(id, neighbour, kind));
    if (this.#neighbours.has(id)) return;
    this.#neighbours.set(id, neighbour);
    this.#change(async (table) => {
      await table.add(peer);
      if (this.#neighbours.get(id) !== neighbour) return;
      for (const listener of this.#listeners) listener(bytesOfPeerId(peer));
    });
  }

  #left(id: string, neighbour: Neighbour, kind: Kind): void {
    neighbour.uses.splice(neighbour.uses.indexOf(kind), 1);
    if (neighbour.uses.length > 0) return;
    this.#neighbours.delete(id);
    this.#change((table) => table.remove(neighbour.peer));
  }

  #change(work: (table: RoutingTable) => Promise<void>): void {
    const table = this.#table;
    if (table !== undefined) this.#changing = this.#changing.then(() => work(table)).catch(this.#onFault);
  }
}

/** The same links; each that comes up makes its friend a neighbour while it lasts. */
export const withNeighbours = (links: ChatLinks, neighbours: DhtNeighbours): ChatLinks => ({
  start: (handlers) =>
    links.start({
      ...handlers,
      onLink(link) {
        handlers.onLink(link);
        neighbours.join(link.device, 'friend', link.closed);
      },
    }),
  dial: (...asked) => links.dial(...asked),
  linkTo: (device) => links.linkTo(device),
});
