/** A lane's rows as they are in the store: all of them that can be read, or an error and nothing. */
import { ChatRow, ContactRow, CountersRow, HeldRow, OutboxRow, SessionRow, StandRow } from '../core/generated/rows.js';
import { CHAT_SEQ, ONE_GROUP, STAND_SEQ } from '../core/rows.ts';
import { decodeSession } from '../core/session.ts';
import { concatBytes } from '../../shared/ids.ts';
import type { FlowContext } from './context.ts';
import { countersAnew, leapOf } from './counters-anew.ts';
import { foundUntil } from './kept-mail.ts';
import type { SessionSlot } from './lane.ts';
import type { PeerRow, PeerTable } from './ports.ts';
import { readable, scanReadable } from './readable-rows.ts';

/** Slots that are looked at while loading, the newest: they are given in order, and few are kept. */
const MAX_SLOTS = 64;
/** Rows of a scan while loading; a page, not a bound on the outbox. */
const PAGE = 1_000;
/** Held contents per epoch: inbox.ts holds no more. */
const MAX_HELD_ROWS = 1_000;

/** Row id of what belongs to one numbering epoch of a contact: account ‖ u64. */
export function epochId(account: Uint8Array, epoch: bigint): Uint8Array {
  const suffix = new Uint8Array(8);
  new DataView(suffix.buffer).setBigUint64(0, epoch);
  return concatBytes(account, suffix);
}

/** Of an outbox row, what stays in memory. */
export type LoadedEntry = Pick<OutboxRow, 'number' | 'position' | 'session' | 'storedUntil'>;

export interface LaneRows {
  readonly contact: ContactRow;
  readonly counters: CountersRow;
  readonly stand: StandRow;
  readonly chat: ChatRow;
  readonly sessions: ReadonlyMap<bigint, SessionSlot>;
  readonly held: ReadonlyMap<bigint, Map<bigint, HeldRow>>;
  /** By number, ascending. */
  readonly outbox: readonly LoadedEntry[];
  /** Something could not be read, and is left out or made anew. */
  readonly isTorn: boolean;
}

/** Reads rows, and remembers whether one could not be read. */
class Reader {
  readonly #store: FlowContext['store'];
  isTorn = false;

  constructor(store: FlowContext['store']) {
    this.#store = store;
  }

  get(table: PeerTable, id: Uint8Array, seq: bigint): Uint8Array | undefined {
    const value = readable(this.#store, table, id, seq);
    if (value === undefined && this.#store.sequences(table, id, { from: seq, to: seq, limit: 1 }).length > 0) {
      this.isTorn = true;
    }
    return value;
  }

  scan(table: PeerTable, id: Uint8Array, options: Parameters<FlowContext['store']['scan']>[2]): readonly PeerRow[] {
    const { rows, damaged } = scanReadable(this.#store, table, id, options);
    if (damaged.length > 0) this.isTorn = true;
    return rows;
  }
}

/**
 * @param contact as it was known before, for where the store has none yet
 * @throws MiyuError 'store-failed' | 'closed'
 */
export function readLane(context: FlowContext, index: bigint, contact: ContactRow): LaneRows {
  const { store } = context;
  const { account } = contact;
  const reader = new Reader(store);
  const isKnown = store.sequences('contacts', ONE_GROUP, { from: index, to: index, limit: 1 }).length > 0;
  const row = reader.get('contacts', ONE_GROUP, index);
  const kept = reader.get('contacts', account, 0n);
  // A contact is never written without its counters.
  if (isKnown && kept === undefined) reader.isTorn = true;
  const counters =
    kept === undefined && isKnown ? countersAnew(context, account) : CountersRow.decode(kept ?? new Uint8Array(0));
  const stand = StandRow.decode(reader.get('contacts', account, STAND_SEQ) ?? new Uint8Array(0));
  // One that cannot be read is as good as gone: what it would have sent opens another, and what it would have opened is asked for.
  const slots = { from: 0n, to: counters.nextSlot, limit: MAX_SLOTS, reverse: true };
  const sessions = new Map(
    reader
      .scan('sessions', account, slots)
      .map(({ seq, value }): [bigint, SessionSlot] => {
        const decoded = SessionRow.decode(value);
        return [seq, { ...decoded, slot: seq, session: decodeSession(decoded.session) }];
      })
      .toReversed(),
  );
  const held = new Map<bigint, Map<bigint, HeldRow>>();
  for (const { epoch, next } of counters.inbox) {
    const rows = reader.scan('held', epochId(account, epoch), { from: next, limit: MAX_HELD_ROWS });
    if (rows.length > 0) held.set(epoch, new Map(rows.map(({ seq, value }) => [seq, HeldRow.decode(value)])));
  }
  return {
    ...{ contact: row === undefined ? contact : ContactRow.decode(row), counters, sessions, held },
    // Without what it knew of the sums, a difference says nothing of this profile.
    stand: kept === undefined && isKnown ? { ...stand, abandoned: leapOf(counters), unsummed: true } : stand,
    chat: ChatRow.decode(reader.get('contacts', account, CHAT_SEQ) ?? new Uint8Array(0)),
    outbox: readOutbox(context, reader, account),
    isTorn: reader.isTorn,
  };
}

function readOutbox({ store, clock }: FlowContext, reader: Reader, account: Uint8Array): LoadedEntry[] {
  const entries: LoadedEntry[] = [];
  const now = clock.wall();
  for (let from = 0n; ;) {
    const options = { from, limit: PAGE };
    for (const { seq, value } of reader.scan('outbox', account, options)) {
      const row = OutboxRow.decode(value);
      const { position, session } = row;
      entries.push({ number: seq, position, session, storedUntil: foundUntil(row, now) });
    }
    const seen = store.sequences('outbox', account, options);
    const last = seen.at(-1);
    if (last === undefined || seen.length < PAGE) return entries;
    from = last + 1n;
  }
}
