/** The change feed in the words of the faces. Durable events come from the store; presence and state are of the moment. */
import { EventRow, HistoryRow } from '../core/generated/rows.js';
import { CHANGE, EVENT, type Change } from '../core/rows.ts';
import { isMiyuError } from '../../shared/errors.ts';
import { toHex } from '../../shared/ids.ts';
import type { CursorEvent, PeerEvent } from './peer.ts';
import type { FeedEvent, PeerStore } from './ports.ts';
import { messageView, pathName, stateName } from './read-history.ts';

const NOTHING = new Uint8Array(0);
const changes: Readonly<Record<number, Change>> = Object.fromEntries(
  Object.entries(CHANGE).map(([name, number]) => [number, name as Change]),
);

/** A message is new in the history. */
export const messageEvent = (account: Uint8Array, position: bigint): Uint8Array =>
  encodeEvent({ type: EVENT.message, account, position });

/** A sent message's state changed. */
export const stateEvent = (account: Uint8Array, position: bigint, { messageId, state, path }: HistoryRow): Uint8Array =>
  encodeEvent({ type: EVENT.messageState, account, position, messageId, state, path });

/** Something changed between this person and a friend. */
export const changeEvent = (account: Uint8Array, name: string, change: Change): Uint8Array =>
  encodeEvent({ type: EVENT.friend, account, name, change: CHANGE[change] });

const encodeEvent = (row: Partial<EventRow> & Pick<EventRow, 'type' | 'account'>): Uint8Array =>
  EventRow.encode({ position: 0n, change: 0, name: '', messageId: NOTHING, state: 0, path: 0, ...row });

/** Undefined: of a kind that this version does not know, or about a message that was deleted since. */
function eventOf(store: PeerStore, { value, subject }: FeedEvent): PeerEvent | undefined {
  const row = EventRow.decode(value);
  const friend = toHex(row.account);
  switch (row.type) {
    case EVENT.message: {
      const entry = (subject as HistoryRow | undefined) ?? historyRow(store, row);
      return entry && { type: 'message', friend, message: messageView(row.position, entry) };
    }
    case EVENT.messageState: {
      const position = Number(row.position);
      const state = stateName(row.state);
      return {
        type: 'message-state',
        friend,
        position,
        messageId: toHex(row.messageId),
        state,
        path: pathName(row.path),
      };
    }
    case EVENT.friend: {
      const change = changes[row.change];
      return change && { type: 'friend', friend, name: row.name, change };
    }
    default:
      return undefined;
  }
}

function historyRow(store: PeerStore, { account, position }: EventRow): HistoryRow | undefined {
  try {
    const value = store.get('history', account, position);
    return value === undefined ? undefined : HistoryRow.decode(value);
  } catch (error) {
    // A damaged row is as good as deleted here, and must not stop what comes behind it.
    if (isMiyuError(error, 'store-damaged')) return undefined;
    throw error;
  }
}

/** Whether something changed between this person and a friend. */
export const isFriendEvent = ({ value }: FeedEvent): boolean => EventRow.decode(value).type === EVENT.friend;

export function cursorEvents(store: PeerStore, events: readonly FeedEvent[]): CursorEvent[] {
  return events.flatMap((event) => {
    const mapped = eventOf(store, event);
    return mapped === undefined ? [] : [{ cursor: Number(event.cursor), event: mapped }];
  });
}

/** Events behind a cursor, oldest first, at most `limit`; none only where there are no more. */
export function eventsSince(
  store: PeerStore,
  since: number,
  limit: number,
): readonly CursorEvent[] | 'snapshot-required' {
  for (let cursor = BigInt(since); ;) {
    const page = store.since(cursor, limit);
    if (page === 'snapshot-required') return page;
    const told = cursorEvents(store, page);
    const last = page.at(-1);
    if (told.length > 0 || last === undefined) return told;
    ({ cursor } = last);
  }
}

/** Who listens, whether anything is unlocked or not. A listener that throws is a bug of its own, and told as one. */
export class EventListeners {
  readonly #listeners = new Set<(event: CursorEvent) => void>();
  readonly #onFault: (error: unknown) => void;

  constructor(onFault: (error: unknown) => void) {
    this.#onFault = onFault;
  }

  /** Without anybody who listens, events need not be put into words. */
  get anybody(): boolean {
    return this.#listeners.size > 0;
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
