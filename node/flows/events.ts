/** The change feed in the words of the faces. Durable events come from the store; presence and state are of the moment. */
import { EventRow, HistoryRow } from '../core/generated/rows.js';
import { CHANGE, EVENT, type Change } from '../core/rows.ts';
import { toHex } from '../../shared/ids.ts';
import type { CursorEvent, PeerEvent } from './peer.ts';
import type { FeedEvent } from './ports.ts';
import { messageView } from './read-history.ts';

const changes: Readonly<Record<number, Change>> = Object.fromEntries(
  Object.entries(CHANGE).map(([name, number]) => [number, name as Change]),
);

/** Undefined: of a kind that this version does not know. */
export function eventOf({ value }: FeedEvent): PeerEvent | undefined {
  const row = EventRow.decode(value);
  const friend = toHex(row.account);
  if (row.type === EVENT.friend) {
    const change = changes[row.change];
    return change === undefined ? undefined : { type: 'friend', friend, name: row.name, change };
  }
  if (row.type !== EVENT.message && row.type !== EVENT.messageState) return undefined;
  const message = messageView(row.position, HistoryRow.decode(row.entry));
  if (row.type === EVENT.message) return { type: 'message', friend, message };
  const { position, messageId, state, path } = message;
  return { type: 'message-state', friend, position, messageId, state, path };
}

export function cursorEvents(events: readonly FeedEvent[]): CursorEvent[] {
  return events.flatMap((event) => {
    const mapped = eventOf(event);
    return mapped === undefined ? [] : [{ cursor: Number(event.cursor), event: mapped }];
  });
}

/** Who listens, whether anything is unlocked or not. A listener that throws is a bug of its own, and told as one. */
export class EventListeners {
  readonly #listeners = new Set<(event: CursorEvent) => void>();
  readonly #onFault: (error: unknown) => void;

  constructor(onFault: (error: unknown) => void) {
    this.#onFault = onFault;
  }

  add(listener: (event: CursorEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(event: CursorEvent): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(event);
      } catch (error) {
        this.#onFault(error);
      }
    }
  }

  /** An event of the moment. */
  momentary(event: PeerEvent): void {
    this.tell({ cursor: 0, event });
  }
}
