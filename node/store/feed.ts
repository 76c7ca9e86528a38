/**
 * The change feed: events in the order of their batches, each with the next cursor; the newest are kept. A cursor is good as long as
 * nothing between it and the newest event is missing.
 */
import type { FeedEvent } from './peer-store.ts';
import type { SequenceSet } from './sequence-set.ts';

/** Events kept: days of a busy profile; a face that was away longer takes a snapshot. */
export const KEPT_EVENTS = 10_000n;
/** Old events that one new event may delete: more than one, so that a feed that is too long gets shorter. */
const DELETED_AT_ONCE = 4;
/**
 * Cursors skipped where batches were lost: a face may hold one of theirs, and must not take it for that of a later event. No loss is
 * as long: the feed would have to grow by so many events in the unsynced end of one log.
 */
const GAP = 1_000_000_000n;

interface Listener {
  readonly tell: (events: readonly FeedEvent[]) => void;
  /** Newest durable event when it began to listen: it knows of those up to it. */
  readonly from: bigint;
}

export class Feed {
  /** Of the newest event, also one that waits for the disk. */
  #tip: bigint;
  /** Of the newest event on disk. */
  #durable: bigint;
  readonly #listeners = new Set<Listener>();
  /** Durable events that nobody was told of yet. */
  #untold: FeedEvent[] = [];
  #telling: NodeJS.Immediate | undefined;
  readonly #onListenerError: (error: unknown) => void;

  /** @param newest cursor of the newest event on disk, 0 for none */
  constructor(newest: bigint, lostBatches: boolean, onListenerError: (error: unknown) => void) {
    this.#tip = lostBatches ? newest + GAP : newest;
    this.#durable = this.#tip;
    this.#onListenerError = onListenerError;
  }

  get durable(): bigint {
    return this.#durable;
  }

  next(): bigint {
    return (this.#tip += 1n);
  }

  /** Cursors whose events must go when this one is written. */
  outdated(kept: SequenceSet | undefined, cursor: bigint): bigint[] {
    const cursors: bigint[] = [];
    if (kept === undefined || cursor < KEPT_EVENTS) return cursors;
    for (const old of kept.between(0n, cursor - KEPT_EVENTS, false)) {
      cursors.push(old);
      if (cursors.length >= DELETED_AT_ONCE) break;
    }
    return cursors;
  }

  /**
   * These events are on disk: readers see them now, and whoever listens is told behind what waits for the batch (an envelope that may
   * leave, an acknowledgement), in the same turn of the event loop where it is idle.
   */
  publish(events: readonly FeedEvent[]): void {
    const last = events.at(-1);
    if (last === undefined) return;
    this.#durable = last.cursor;
    if (this.#listeners.size === 0) return;
    this.#untold.push(...events);
    this.#telling ??= setImmediate(() => this.tell());
  }

  /** Tells the listeners what they have not been told. */
  tell(): void {
    clearImmediate(this.#telling);
    this.#telling = undefined;
    const events = this.#untold;
    this.#untold = [];
    for (const { tell, from } of [...this.#listeners]) {
      const news = events.filter(({ cursor }) => cursor > from);
      if (news.length === 0) continue;
      try {
        tell(news);
      } catch (error) {
        this.#onListenerError(error);
      }
    }
  }

  /** The events that wait are gone; called for the newest batch first. */
  takeBack(events: readonly FeedEvent[]): void {
    const first = events[0];
    if (first !== undefined) this.#tip = first.cursor - 1n;
  }

  /** Cursors of the durable events after this one, or undefined where some are no longer kept (or never were). */
  after(kept: SequenceSet | undefined, cursor: bigint, limit: number): bigint[] | undefined {
    if (cursor === this.#durable) return [];
    const start = kept?.lastStart;
    if (kept === undefined || start === undefined) return undefined;
    if (cursor > this.#durable || cursor + 1n < start) return undefined;
    const cursors: bigint[] = [];
    for (const next of kept.between(cursor + 1n, this.#durable, false)) {
      cursors.push(next);
      if (cursors.length >= limit) break;
    }
    return cursors;
  }

  listen(listener: (events: readonly FeedEvent[]) => void): () => void {
    // A function of its own, so that one listener may listen twice and end each alone.
    const entry = { tell: listener, from: this.#durable };
    this.#listeners.add(entry);
    return () => {
      this.#listeners.delete(entry);
    };
  }
}
