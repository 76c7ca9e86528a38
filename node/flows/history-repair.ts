/**
 * Rows of a history that cannot be read: they are taken out, so that the rest can be read again, and the friend is asked for those that
 * were theirs. Which numbers they had, their neighbours say: numbers grow with positions.
 */
import { HistoryRow, type InboxCursor, type NumberedId } from '../core/generated/rows.js';
import { MAX_TORN, withCursor } from '../core/inbox.ts';
import { rangesOf, within } from '../core/ranges.ts';
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

/** Damaged rows between two readable ones; undefined: there is none on that side. */
interface Hole {
  readonly before: Place | undefined;
  readonly after: Place | undefined;
  readonly positions: readonly bigint[];
}

/** Looks through this history, and has the friend told what is missing. How many rows are gone that nobody is asked for: our own. */
export async function mendHistory(
  context: FlowContext,
  lane: Lane,
  signal: AbortSignal,
  owesStand: (lane: Lane) => void,
): Promise<number> {
  const { gone, asked } = await repairHistory(context, lane, signal);
  if (gone > 0) context.log.warn('history-repaired', { account: shortId(lane.account), count: gone });
  if (asked > 0) owesStand(lane);
  return Math.max(0, gone - asked);
}

/** Looks through this history. How many rows were taken out, and how many of them the friend is asked for. */
async function repairHistory(
  context: FlowContext,
  lane: Lane,
  signal: AbortSignal,
): Promise<{ readonly gone: number; readonly asked: number }> {
  const holes: Hole[] = [];
  let before: Place | undefined;
  let positions: bigint[] = [];
  const first = lane.counters.clearedBelow > 1n ? lane.counters.clearedBelow : 1n;
  const end = lane.counters.nextPosition - 1n;
  for (let from = first; from <= end && !signal.aborted; from += BigInt(STEP)) {
    const last = from + BigInt(STEP) - 1n < end ? from + BigInt(STEP) - 1n : end;
    const { rows, damaged } = scanReadable(context.store, 'history', lane.account, { from, to: last, limit: STEP });
    const broken = new Set(damaged);
    const whole = new Map(rows.map(({ seq, value }) => [seq, value]));
    for (let position = from; position <= last; position += 1n) {
      const value = whole.get(position);
      if (broken.has(position)) positions.push(position);
      if (value === undefined) continue;
      const after: Place = { position, row: HistoryRow.decode(value) };
      if (positions.length > 0) holes.push({ before, after, positions });
      positions = [];
      before = after;
    }
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  if (positions.length > 0) holes.push({ before, after: undefined, positions });
  if (holes.length === 0 || signal.aborted) return { gone: 0, asked: 0 };
  const { result, committed } = lane.step((draft) => tear(context, lane, draft, holes));
  await committed;
  return result;
}

function tear(
  context: FlowContext,
  lane: Lane,
  draft: Draft,
  holes: readonly Hole[],
): { readonly gone: number; readonly asked: number } {
  let [gone, asked] = [0, 0];
  for (const hole of holes) {
    for (const position of hole.positions) {
      draft.ops.push({ op: 'delete', table: 'history', id: lane.account, seq: position });
      gone += 1;
    }
    const cursor = cursorOfHole(context, lane, hole);
    if (cursor === undefined) continue;
    const torn = numbersOf(context, lane, cursor, hole);
    asked += torn.length;
    const all = [...cursor.torn, ...torn].sort((a, b) => (a.number < b.number ? -1 : 1)).slice(-MAX_TORN);
    lane.counters = { ...lane.counters, inbox: withCursor(lane.counters.inbox, { ...cursor, torn: all }) };
    draft.counters = true;
  }
  return { gone, asked };
}

/** The nearest row of the friend's on one side of a hole. */
function neighbour(context: FlowContext, lane: Lane, from: Place | undefined, step: 1n | -1n): HistoryRow | undefined {
  if (from === undefined) return undefined;
  if (from.row.direction === DIRECTION.in) return from.row;
  for (let i = 1n; i <= BigInt(STEP); i += 1n) {
    const value = readable(context.store, 'history', lane.account, from.position + i * step);
    const row = value === undefined ? undefined : HistoryRow.decode(value);
    if (row?.direction === DIRECTION.in) return row;
  }
  return undefined;
}

function cursorOfHole(context: FlowContext, lane: Lane, { before, after }: Hole): InboxCursor | undefined {
  const row = neighbour(context, lane, before, -1n) ?? neighbour(context, lane, after, 1n);
  const { inbox } = lane.counters;
  return row === undefined ? inbox.at(-1) : inbox.find(({ epoch }) => epoch === row.epoch);
}

/** Numbers of the friend's that the hole may have held, with their places where those are sure. */
function numbersOf(context: FlowContext, lane: Lane, cursor: InboxCursor, hole: Hole): NumberedId[] {
  const { epoch, base, next, skipped, apart, torn } = cursor;
  const [low, high] = [neighbour(context, lane, hole.before, -1n), neighbour(context, lane, hole.after, 1n)];
  let number = low?.epoch === epoch ? low.number + 1n : base > 0n ? base : 1n;
  const end = high?.epoch === epoch && high.number < next ? high.number : next;
  const known = rangesOf([...apart, ...torn].map((each) => each.number).sort((a, b) => (a < b ? -1 : 1)));
  const numbers: bigint[] = [];
  for (; number < end && numbers.length < MAX_TORN; number += 1n) {
    if (!within(known, number) && !within(skipped, number)) numbers.push(number);
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
