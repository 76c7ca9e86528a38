/**
 * One client's view of the change feed. The feed on disk is the queue: what a slow client has not read is not held in
 * memory, but read from the feed when its socket has room again. Events of the moment (presence, state, typing, settings,
 * chat) are not in the feed: of these the newest of each kind and friend waits.
 */
import type { CursorEvent, Peer, PeerEvent } from '../flows/peer.ts';
import { isMiyuError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';

/** Durable events read from the feed at once. */
const PAGE = 64;

export interface Outlet {
  /** False while the client should get no more for now. */
  readonly ready: boolean;
  send(event: CursorEvent): void;
  /** The feed no longer holds what comes next: the client must read anew. The subscription is over. */
  lost(): void;
}

export class Subscription {
  readonly #peer: Peer;
  readonly #outlet: Outlet;
  readonly #momentary = new Map<string, PeerEvent>();
  readonly #unsubscribe: () => void;
  /** Undefined while the profile is locked and the client asked for "from now". */
  #cursor: number | undefined;
  /** Of the newest event that the peer told. */
  #told: number | undefined;
  #ended = false;

  constructor(peer: Peer, outlet: Outlet, since: number | undefined) {
    this.#peer = peer;
    this.#outlet = outlet;
    this.#told = this.#present();
    this.#cursor = since ?? this.#told;
    this.#unsubscribe = peer.onEvent((event) => {
      this.#take(event);
    });
  }

  get cursor(): number {
    return this.#cursor ?? 0;
  }

  /** Sends what waits, as far as the client has room. Called after an event, and when the client has room again. */
  pump(): void {
    this.#cursor ??= this.#present();
    while (!this.#ended && this.#outlet.ready && this.#cursor !== undefined) {
      const page = this.#read(this.#cursor);
      if (page === 'snapshot-required') {
        this.end();
        this.#outlet.lost();
        return;
      }
      // A page may be short where events are about what was deleted since: only an empty one is the end.
      if (page.length === 0) break;
      for (const event of page) {
        if (!this.#outlet.ready) break;
        this.#cursor = event.cursor;
        this.#outlet.send(event);
      }
    }
    for (const [key, event] of this.#momentary) {
      if (this.#ended || !this.#outlet.ready) return;
      this.#momentary.delete(key);
      this.#outlet.send({ cursor: 0, event });
    }
  }

  end(): void {
    this.#ended = true;
    this.#unsubscribe();
    this.#momentary.clear();
  }

  #take({ cursor, event }: CursorEvent): void {
    const before = this.#told;
    if (cursor > 0) this.#told = cursor;
    if (cursor === 0) {
      const key = keyOf(event);
      this.#momentary.delete(key); // So that it takes its place behind what came before it.
      this.#momentary.set(key, event);
    } else if (this.#outlet.ready && before !== undefined && this.#cursor === before && this.#momentary.size === 0) {
      this.#cursor = cursor;
      this.#outlet.send({ cursor, event });
      return;
    }
    this.pump();
  }

  #read(since: number): readonly CursorEvent[] | 'snapshot-required' {
    try {
      return this.#peer.events(since, PAGE);
    } catch (error) {
      // While locked there is nothing to read; a state event follows when that changes.
      if (isClosed(error)) return [];
      throw error;
    }
  }

  /** The newest cursor, or undefined where nobody can know it before the profile is unlocked. */
  #present(): number | undefined {
    try {
      return this.#peer.cursor();
    } catch (error) {
      if (isClosed(error)) return undefined;
      throw error;
    }
  }
}

const CLOSED: readonly ErrorCode[] = ['locked', 'not-registered', 'signed-out', 'closed'];

/** The profile is not open (yet): its feed cannot be read. */
const isClosed = (error: unknown): boolean => CLOSED.some((code) => isMiyuError(error, code));

function keyOf(event: PeerEvent): string {
  return 'friend' in event ? `${event.type} ${event.friend}` : event.type;
}
