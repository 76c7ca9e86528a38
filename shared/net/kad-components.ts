/**
 * What kad-dht sees of the node that it runs in. By itself it tells every asker where everybody is whom the node has met (FIND_NODE with
 * a PeerId, "closer peers" in each answer), dials whom an answer names, tags whom it knows to be dialled again, and asks around every
 * few minutes. A friend's address is for friends alone: so it knows nobody's address, dials nobody, and asks only while it is bidden to.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { NotFoundError } from '@libp2p/interface';
import type { Connection, NewStreamOptions, PeerId, Stream, StreamHandler } from '@libp2p/interface';
import type { Libp2pInit } from 'libp2p';
import { MiyuError } from '../errors.ts';
import { cap, override } from './capped-streams.ts';

type Datastore = NonNullable<Libp2pInit['datastore']>;

/** Of a node that asks: with whom it has to do in the DHT. */
export interface DhtCircle {
  /** Called for each request that this one makes; false: it is reset before anything of it is read. */
  answers(peer: PeerId): boolean;
  /** Open, to ask over; undefined: it is not asked. */
  connectionTo(peer: PeerId): Connection | undefined;
  /** Where records are kept. `bringer()` says in `put` whose it is. */
  readonly datastore: Datastore;
}

/** PeerId text of the one whose request is being answered. */
const bringers = new AsyncLocalStorage<string>();
/** Whom a look-up or a publication may ask. */
const scopes = new AsyncLocalStorage<(peer: PeerId) => boolean>();

/** Who has brought what is being put just now; undefined: this node itself. */
export const bringer = (): string | undefined => bringers.getStore();

/** Runs what a request of this one asks for. */
export const answeringTo = <T>(peer: string, answer: () => T): T => bringers.run(peer, answer);

/** Runs what asks the DHT: outside of this nothing is sent. @param may whom it may ask, of those in the circle */
export const askingOf = <T>(may: (peer: PeerId) => boolean, ask: () => Promise<T>): Promise<T> => scopes.run(may, ask);

interface Components {
  readonly registrar: { handle(protocol: string, handler: StreamHandler, ...rest: never[]): Promise<void> };
  readonly connectionManager: object;
  readonly peerStore: object;
  readonly datastore: Datastore;
  readonly ping: object;
}

/** @param circle absent: a server, which answers everybody and asks nobody */
export function kadComponents<T extends Components>(components: T, circle: DhtCircle | undefined, maxBytes: number): T {
  const { registrar } = components;
  const handle = (protocol: string, handler: StreamHandler, ...rest: never[]): Promise<void> =>
    registrar.handle(
      protocol,
      (stream, connection) => {
        if (circle?.answers(connection.remotePeer) === false) {
          stream.abort(new MiyuError('not-friends'));
          return;
        }
        return answeringTo(connection.remotePeer.toString(), () => handler(stream, connection));
      },
      ...rest,
    );
  const openStream = async (peer: PeerId, protocol: string, options: NewStreamOptions): Promise<Stream> => {
    const isAsked = scopes.getStore()?.(peer) === true;
    const connection = isAsked ? circle?.connectionTo(peer) : undefined;
    if (connection === undefined) throw new MiyuError('friend-unreachable');
    const stream = await connection.newStream(protocol, options);
    cap(stream, maxBytes);
    return stream;
  };
  const own: Partial<Components> = {
    registrar: override(registrar, 'handle', handle),
    connectionManager: { openStream, isDialable: () => Promise.resolve(false) },
    peerStore: NOBODY,
    // Whoever is in the circle has just said hello.
    ping: { ping: () => Promise.resolve(0) },
    ...(circle === undefined ? {} : { datastore: circle.datastore }),
  };
  return (Object.keys(own) as (keyof Components)[]).reduce((all, key) => override(all, key, own[key]), components);
}

const unknown = (): Promise<never> => Promise.reject(new NotFoundError('nobody is known here'));

/** The part of a peer store that kad-dht uses. */
const NOBODY = {
  get: unknown,
  getInfo: unknown,
  merge: () => Promise.resolve(),
  all: () => Promise.resolve([]),
};
