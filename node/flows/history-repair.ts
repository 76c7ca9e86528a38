/**
 * Rows of a history that cannot be read: they are taken out, so that the rest can be read again, and the friend is asked for those that
 * were theirs; likewise for rows that are gone without a trace. Which numbers they had, their neighbours say: numbers grow with positions.
 * What the history shows anywhere, and what the person has deleted, is not asked for.
 */
import { HistoryRow, type InboxCursor, type NumberedId } from '../core/generated/rows.js';
import { cursorOf, MAX_TORN, withCursor } from '../core/inbox.ts';
import { rangesOf, within, type Range } from '../core/ranges.ts';
import { asHole, isShown } from '../core/message-changes.ts';
import { DIRECTION } from '../core/rows.ts';
import { equalBytes, shortId } from '../../shared/ids.ts';
import type { FlowContext } from './context.ts';
import { deletedId } from './deleted-ids.ts';
import { historyAt, putHistory } from './draft-history.ts';
import { tellMessage } from './events.ts';
import type { Draft, Lane } from './lane.ts';
import { readable, scanReadable } from './readable-rows.ts';

/** Rows that are read in one turn. */
const STEP = 500;
const NO_ID = new Uint8Array(0);

interface Place {
  readonly position: bigint;
  readonly row: HistoryRow;
}

/** Damaged or vanished rows between two readable ones; undefined: there is none on that side. */
interface Hole {
  readonly before: Place | undefined;
  readonly after: Place | undefined;
  readonly positions: readonly bigint[];
  /** Of these: rows that are there and cannot be read. The others may have been taken out, and told of, long ago. */
  readonly damaged: readonly bigint[];
}

/** The friend's numbers that a history shows, by epoch: as ranges in the order in which they were met, few where all is in order. */
class Shown {
  readonly #ranges = new Map<bigint, { first: bigint; last: bigint }[]>();

  add({ direction, epoch, number }: HistoryRow): void {
    if (direction !== DIRECTION.in) return;
    const ranges = this.#ranges.get(epoch) ?? [];
    const last = ranges.at(-1);
    if (last?.last === number - 1n) last.last = number;
    else ranges.push({ first: number, last: number });
    this.#ranges.set(epoch, ranges);
  }

  of(epoch: bigint): readonly Range[] {
    return this.#ranges.get(epoch) ?? [];
  }
}

interface Repaired {
  readonly asked: number;
  /** Rows that are gone and that nobody is asked for. */
  readonly lost: number;
}

/** Looks through this history, and has the friend told what is missing. How many rows are gone that nobody is asked for: our own. */
export async function mendHistory(
  context: FlowContext,
  lane: Lane,
  signal: AbortSignal,
  owesStand: (lane: Lane) => void,
): Promise<number> {
  const { asked, lost } = await repairHistory(context, lane, signal);
  if (asked + lost > 0) context.log.warn('history-repaired', { account: shortId(lane.account), count: asked + lost });
  if (asked > 0) owesStand(lane);
  return lost;
}

async function repairHistory(context: FlowContext, lane: Lane, signal: AbortSignal): Promise<Repaired> {
  const holes: Hole[] = [];
  const shown = new Shown();
  let before: Place | undefined;
  let [positions, unreadable]: [bigint[], bigint[]] = [[], []];
  const close = (after: Place | undefined): void => {
    if (positions.length > 0) holes.push({ before, after, positions, damaged: unreadable });
    [positions, unreadable] = [[], []];
  };
  const first = lane.counters.clearedBelow > 1n ? lane.counters.clearedBelow : 1n;
  const end = lane.counters.nextPosition - 1n;
  for (let from = first; from <= end && !signal.aborted; from += BigInt(STEP)) {
    const last = from + BigInt(STEP) - 1n < end ? from + BigInt(STEP) - 1n : end;
    const { rows, damaged } = scanReadable(context.store, 'history', lane.account, { from, to: last, limit: STEP });
    const broken = new Set(damaged);
    const whole = new Map(rows.map(({ seq, value }) => [seq, value]));
    for (let position = from; position <= last; position += 1n) {
      const value = whole.get(position);
      if (value === undefined) {
        positions.push(position);
        if (broken.has(position)) unreadable.push(position);
        continue;
      }
      const after: Place = { position, row: HistoryRow.decode(value) };
      shown.add(after.row);
      close(after);
      before = after;
    }
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  close(undefined);
  if (holes.length === 0 || signal.aborted) return { asked: 0, lost: 0 };
  const { result, committed } = lane.step((draft) => tear(context, lane, draft, holes, shown));
  await committed;
  return result;
}

function tear(context: FlowContext, lane: Lane, draft: Draft, holes: readonly Hole[], shown: Shown): Repaired {
  let [asked, lost] = [0, 0];
  for (const hole of holes) {
    for (const position of hole.damaged)
      draft.ops.push({ op: 'delete', table: 'history', id: lane.account, seq: position });
    const cursor = cursorOfHole(context, lane, hole);
    const torn = cursor === undefined ? [] : numbersOf(context, lane, cursor, hole, shown);
    asked += torn.length;
    lost += Math.max(0, hole.damaged.length - torn.length);
    if (cursor === undefined || torn.length === 0) continue;
    const all = [...cursor.torn, ...torn].sort((a, b) => (a.number < b.number ? -1 : 1)).slice(-MAX_TORN);
    lane.counters = { ...lane.counters, inbox: withCursor(lane.counters.inbox, { ...cursor, torn: all }) };
    draft.counters = true;
  }
  return { asked, lost };
}

/** The nearest row of the friend's on one side of a hole that stands where its number belongs. */
function neighbour(context: FlowContext, lane: Lane, from: Place | undefined, step: 1n | -1n): HistoryRow | undefined {
  if (from === undefined) return undefined;
  const isInOrder = ({ direction, epoch, number }: HistoryRow): boolean =>
    direction === DIRECTION.in && !cursorOf(lane.counters.inbox, epoch).apart.some((each) => each.number === number);
  if (isInOrder(from.row)) return from.row;
  for (let i = 1n; i <= BigInt(STEP); i += 1n) {
    const value = readable(context.store, 'history', lane.account, from.position + i * step);
    const row = value === undefined ? undefined : HistoryRow.decode(value);
    if (row !== undefined && isInOrder(row)) return row;
  }
  return undefined;
}

function cursorOfHole(context: FlowContext, lane: Lane, { before, after }: Hole): InboxCursor | undefined {
  const row = neighbour(context, lane, before, -1n) ?? neighbour(context, lane, after, 1n);
  const { inbox } = lane.counters;
  return row === undefined ? inbox.at(-1) : inbox.find(({ epoch }) => epoch === row.epoch);
}

/** Numbers of the friend's that the hole may have held, with their places where those are sure. */
function numbersOf(context: FlowContext, lane: Lane, cursor: InboxCursor, hole: Hole, shown: Shown): NumberedId[] {
  const { epoch, base, next, skipped, apart, torn, cleared } = cursor;
  const [low, high] = [neighbour(context, lane, hole.before, -1n), neighbour(context, lane, hole.after, 1n)];
  // Of a history that an older version deleted, nobody knows where it ended.
  const { clearedBelow, inbox } = lane.counters;
  if (low === undefined && clearedBelow > 1n && inbox.every((each) => each.cleared === 0n)) return [];
  const first = [1n, base, cleared].reduce((most, each) => (each > most ? each : most));
  let number = low?.epoch === epoch && low.number >= first ? low.number + 1n : first;
  const end = high?.epoch === epoch && high.number < next ? high.number : next;
  const known = rangesOf([...apart, ...torn].map((each) => each.number).sort((a, b) => (a < b ? -1 : 1)));
  const here = shown.of(epoch);
  const numbers: bigint[] = [];
  for (; number < end && numbers.length < MAX_TORN; number += 1n) {
    if ([known, skipped, here].every((ranges) => !within(ranges, number))) numbers.push(number);
  }
  // More numbers than rows: some are not in the history at all, and nobody knows which.
  if (numbers.length > hole.positions.length) return numbers.map((each) => at(each, 0n));
  const isWhole = numbers.length === hole.positions.length;
  return numbers.map((each, i) => at(each, isWhole ? (hole.positions[i] ?? 0n) : 0n));
}

const at = (number: bigint, position: bigint): NumberedId => ({ number, position, messageId: NO_ID });

/**
 * What was torn out comes back, to where it stood, as it was written. What the person had deleted stays so.
 * @param row as it would stand at the end of the chat
 */
export function mendEntry(context: FlowContext, lane: Lane, draft: Draft, position: bigint, row: HistoryRow): void {
  const before = historyAt(lane, draft, position - 1n);
  const deleted = deletedId(context, lane, row.epoch, row.number);
  const isWanted = deleted === undefined || !equalBytes(deleted, row.messageId);
  const whole = { ...(isWanted ? row : asHole(row)), nextNumber: before?.nextNumber ?? 1n };
  putHistory(lane, draft, position, whole);
  if (isShown(whole)) tellMessage(draft.events, lane.account, position, whole);
}
