/** The change feed in the words of the faces. Durable events come from the store; presence and state are of the moment. */
import { FeedRow, type EventRow, type HistoryRow } from '../core/generated/rows.js';
import { isShown } from '../core/message-changes.ts';
import { CHANGE, EVENT, type Change } from '../core/rows.ts';
import { toHex } from '../../shared/ids.ts';
import type { CursorEvent, PeerEvent } from './peer.ts';
import type { FeedEvent, Op, PeerStore } from './ports.ts';
import { historyRow, messageOf, pathName, stateName } from './read-history.ts';
import type { SentState } from './sent-states.ts';

const changes: Readonly<Record<number, Change>> = Object.fromEntries(
  Object.entries(CHANGE).map(([name, number]) => [number, name as Change]),
);

/**
 * A row of the feed holds what one batch has to tell. A face's cursor names a row and the last event in it that the face knows: row ×
 * PER_ROW + place. The last place stands for the whole row.
 */
const PER_ROW = 1_024;
const LAST_PLACE = PER_ROW - 1;

/** An event with what it is about, where that is at hand. */
export interface StepEvent {
  readonly row: EventRow;
  /** Of messages: their history rows, from `position` to `last`. */
  readonly subjects: HistoryRow[];
}

const event = (row: Partial<EventRow> & Pick<EventRow, 'type' | 'account'>): StepEvent => ({
  row: { position: 0n, last: 0n, change: 0, name: '', state: 0, path: 0, formerName: '', ...row },
  subjects: [],
});

/** A message is new in the history: an event of its own, or one more message in the one before. */
export function tellMessage(events: StepEvent[], account: Uint8Array, position: bigint, message: HistoryRow): void {
  const before = events.at(-1);
  if (before?.row.type === EVENT.message && before.row.last + 1n === position && before.subjects.length < LAST_PLACE) {
    before.row.last = position;
    before.subjects.push(message);
    return;
  }
  const next = event({ type: EVENT.message, account, position, last: position });
  next.subjects.push(message);
  events.push(next);
}

/** A message that was told before is another now: where several of one step change it, the last. */
export function tellChange(events: StepEvent[], account: Uint8Array, position: bigint, message: HistoryRow): void {
  const before = events.at(-1);
  if (before?.row.type === EVENT.changed && before.row.position === position) {
    before.subjects[0] = message;
    return;
  }
  const next = event({ type: EVENT.changed, account, position });
  next.subjects.push(message);
  events.push(next);
}

/** The person deleted a message here. */
export const removedEvent = (account: Uint8Array, position: bigint): StepEvent =>
  event({ type: EVENT.removed, account, position });

/** What became of the sent messages between two positions. */
export const statesEvent = (
  account: Uint8Array,
  [position, last]: readonly [bigint, bigint],
  { state, path }: SentState,
): StepEvent => event({ type: EVENT.messageState, account, position, last, state, path });

/** Something changed between this person and a friend. */
export const changeEvent = (account: Uint8Array, name: string, change: Change): Op => {
  const { row } = event({ type: EVENT.friend, account, name, change: CHANGE[change] });
  return { op: 'event', value: FeedRow.encode({ events: [row] }) };
};

/** A friend has another name. */
export const renamedEvent = (account: Uint8Array, name: string, formerName: string): Op => {
  const { row } = event({ type: EVENT.friend, account, name, formerName, change: CHANGE.renamed });
  return { op: 'event', value: FeedRow.encode({ events: [row] }) };
};

/** The events of one step as rows of the feed. */
export function eventOps(events: readonly StepEvent[]): Op[] {
  const ops: Op[] = [];
  for (let at = 0; at < events.length;) {
    let [end, places] = [at, 0];
    while (end < events.length && places + placesOf(events[end]!.row) <= LAST_PLACE) {
      places += placesOf(events[end]!.row);
      end += 1;
    }
    const group = events.slice(at, end);
    ops.push({ op: 'event', value: FeedRow.encode({ events: group.map(({ row }) => row) }), subject: group });
    at = end;
  }
  return ops;
}

const placesOf = ({ type, position, last }: EventRow): number =>
  type === EVENT.message ? Number(last - position) + 1 : 1;

/** What a sent message's state is, as the lane of its friend knows it. */
export type StateOf = (account: Uint8Array, row: HistoryRow) => SentState;

/** Where the events of a row are put into words. */
export interface EventReads {
  readonly store: PeerStore;
  readonly stateOf: StateOf;
}

/**
 * The events of one row behind this place, each with its cursor. Those of a kind that this version does not know, or about messages that
 * were deleted since, are left out.
 */
function eventsOf(reads: EventReads, { cursor, value, subject }: FeedEvent, after: number): CursorEvent[] {
  const found: { place: number; event: PeerEvent }[] = [];
  const steps = subject as readonly StepEvent[] | undefined;
  let place = 0;
  const rows = steps?.map(({ row }) => row) ?? FeedRow.decode(value).events;
  rows.forEach((row, i) => {
    const places = placesOf(row);
    for (let offset = 0; offset < places; offset += 1) {
      if (place + offset <= after) continue;
      const told = peerEvent(reads, row, offset, steps?.[i]?.subjects[offset]);
      if (told !== undefined) found.push({ place: place + offset, event: told });
    }
    place += places;
  });
  // The last event of a row takes the last place, so that nothing of the row is looked for behind it.
  return found.map(({ place: at, event: told }, i) => ({
    cursor: Number(cursor) * PER_ROW + (i === found.length - 1 ? LAST_PLACE : at),
    event: told,
  }));
}

function peerEvent(
  { store, stateOf }: EventReads,
  row: EventRow,
  offset: number,
  subject: HistoryRow | undefined,
): PeerEvent | undefined {
  const friend = toHex(row.account);
  switch (row.type) {
    case EVENT.message: {
      const position = row.position + BigInt(offset);
      const entry = subject ?? historyRow(store, row.account, position);
      if (entry === undefined || !isShown(entry)) return undefined;
      return { type: 'message', friend, message: messageOf(store, stateOf, row.account, position, entry) };
    }
    case EVENT.changed: {
      const entry = subject ?? historyRow(store, row.account, row.position);
      if (entry === undefined || !isShown(entry)) return undefined;
      return { type: 'message-changed', friend, message: messageOf(store, stateOf, row.account, row.position, entry) };
    }
    case EVENT.removed:
      return { type: 'message-removed', friend, position: Number(row.position) };
    case EVENT.messageState: {
      const [from, to] = [Number(row.position), Number(row.last)];
      return { type: 'message-state', friend, from, to, state: stateName(row.state), path: pathName(row.path) };
    }
    case EVENT.friend: {
      const change = changes[row.change];
      const former = row.formerName === '' ? {} : { formerName: row.formerName };
      return change && { type: 'friend', friend, name: row.name, change, ...former };
    }
    case EVENT.alarm:
      return { type: 'alarm', id: Number(row.position) };
    default:
      return undefined;
  }
}

/** Whether something changed between this person and a friend. */
export const isFriendEvent = ({ value }: FeedEvent): boolean =>
  FeedRow.decode(value).events.some(({ type }) => type === EVENT.friend);

/** Rows that have just become durable. */
export const cursorEvents = (reads: EventReads, rows: readonly FeedEvent[]): CursorEvent[] =>
  rows.flatMap((row) => eventsOf(reads, row, -1));

/** The newest event's. */
export const newestCursor = (store: PeerStore): number => {
  const row = Number(store.cursor());
  return row === 0 ? 0 : row * PER_ROW + LAST_PLACE;
};

/** Events behind a cursor, oldest first, about `limit` (a row's come together); none only where there are no more. */
export function eventsSince(
  reads: EventReads,
  since: number,
  limit: number,
): readonly CursorEvent[] | 'snapshot-required' {
  const { store } = reads;
  const known = Math.floor(since / PER_ROW);
  const place = since % PER_ROW;
  // A row that is known in part is read once more.
  const isPart = since > 0 && place < LAST_PLACE;
  const events: CursorEvent[] = [];
  for (let cursor = BigInt(isPart ? known - 1 : known); events.length < limit;) {
    const rows = store.since(cursor, limit);
    if (rows === 'snapshot-required') return rows;
    const last = rows.at(-1);
    if (last === undefined) break;
    for (const row of rows) {
      if (events.length >= limit) break;
      events.push(...eventsOf(reads, row, isPart && Number(row.cursor) === known ? place : -1));
    }
    ({ cursor } = last);
    if (events.length > 0) break;
  }
  return events;
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
