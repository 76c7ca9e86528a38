/**
 * What became of sent messages. Their rows in the history are written once; whether one waits, is stored, delivered or read follows
 * from the outbox, from what the friend has read, and from the runs of paths. Only a failure is written into the row.
 */
import { PathRow, type CountersRow, type HistoryRow } from '../core/generated/rows.js';
import type { Waiting } from '../core/delivery.ts';
import { assignPath, type PathRun } from '../core/path-runs.ts';
import { DIRECTION, PATH, STATE } from '../core/rows.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { statesEvent, type StepEvent } from './events.ts';
import type { Op, PeerStore } from './ports.ts';
import { scanOver } from './readable-rows.ts';

export interface SentState {
  readonly state: number;
  readonly path: number;
  /** Why one that waits goes to nobody just now. */
  readonly waitsFor?: ErrorCode;
}

/** Of one content in a step. */
export interface StateChange extends SentState {
  readonly number: bigint;
  /** In the history; 0: not shown there. */
  readonly position: bigint;
}

/** What a lane knows of its sent contents. */
export interface SentLane {
  readonly account: Uint8Array;
  readonly counters: CountersRow;
  readonly entries: ReadonlyMap<bigint, { readonly delivery: Waiting<unknown> }>;
  /** The highest number that waits no more; 0: none. */
  readonly highestSettled: bigint;
}

/** Runs of paths that one step looks at: more often than this nobody changes paths between two batches. */
const MAX_RUNS = 10_000;

/** State and path of a message as a face shows them; received ones have theirs in the row. */
export function sentState(store: PeerStore, lane: SentLane, row: HistoryRow): SentState {
  if (row.direction !== DIRECTION.out || row.state === STATE.failed) return row;
  // Of an acquaintance before this one, or a device before this one: what had not arrived then has failed.
  const delivery = row.epoch === lane.counters.numberEpoch ? lane.entries.get(row.number)?.delivery : undefined;
  if (delivery !== undefined) return waitingState(delivery);
  const isRead = row.epoch === lane.counters.numberEpoch && row.number <= lane.counters.friendRead;
  return { state: isRead ? STATE.read : STATE.delivered, path: pathOf(store, lane.account, row.number) };
}

export const waitingState = ({ state }: Waiting<unknown>): SentState =>
  state === 'stored' ? { state: STATE.stored, path: PATH.mailbox } : { state: STATE.queued, path: PATH.none };

function pathOf(store: PeerStore, account: Uint8Array, number: bigint): number {
  const [run] = scanOver(store, 'paths', account, { to: number, reverse: true, limit: 1 });
  return run === undefined ? PATH.none : PathRow.decode(run.value).path;
}

/** Runs of neighbouring numbers that became the same. */
interface StateRun extends SentState {
  readonly first: bigint;
  last: bigint;
  positions: [bigint, bigint] | undefined;
}

function runsOf(changes: readonly StateChange[], shownFrom: bigint): StateRun[] {
  const runs: StateRun[] = [];
  for (const { number, position, state, path } of [...changes].sort((a, b) => (a.number < b.number ? -1 : 1))) {
    let run = runs.at(-1);
    if (run === undefined || run.last + 1n !== number || run.state !== state || run.path !== path) {
      run = { first: number, last: number, state, path, positions: undefined };
      runs.push(run);
    }
    run.last = number;
    if (position > 0n && position >= shownFrom) run.positions = [run.positions?.[0] ?? position, position];
  }
  return runs;
}

/** The rows of the paths that the changes of one step make, and what the faces are told. */
export function stateChanges(
  store: PeerStore,
  { account, counters, highestSettled }: SentLane,
  changes: readonly StateChange[],
): { readonly ops: Op[]; readonly events: StepEvent[] } {
  const runs = runsOf(changes, counters.clearedBelow);
  const events = runs.flatMap((run) => (run.positions === undefined ? [] : [statesEvent(account, run.positions, run)]));
  const delivered = runs.filter(({ state }) => state === STATE.delivered || state === STATE.read);
  return { ops: pathOps(store, account, highestSettled, delivered), events };
}

function pathOps(
  store: PeerStore,
  account: Uint8Array,
  highestSettled: bigint,
  delivered: readonly Pick<StateRun, 'first' | 'last' | 'path'>[],
): Op[] {
  const [lowest, highest] = [delivered[0], delivered.at(-1)];
  if (lowest === undefined || highest === undefined) return [];
  const decode = ({ seq, value }: { seq: bigint; value: Uint8Array }): PathRun => ({
    from: seq,
    path: PathRow.decode(value).path,
  });
  const below = scanOver(store, 'paths', account, { to: lowest.first - 1n, reverse: true, limit: 1 });
  const within = scanOver(store, 'paths', account, { from: lowest.first, to: highest.last + 1n, limit: MAX_RUNS });
  const runs = new Map([...below, ...within].map((row) => [row.seq, decode(row)]));
  const touched = new Set<bigint>();
  for (const { first, last, path } of delivered) {
    const present = [...runs.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
    const { put, remove } = assignPath(present, first, last, path, last >= highestSettled);
    for (const from of remove) runs.delete(from);
    for (const run of put) runs.set(run.from, run);
    for (const from of [...remove, ...put.map((run) => run.from)]) touched.add(from);
  }
  return [...touched].map((seq): Op => {
    const run = runs.get(seq);
    const place = { table: 'paths', id: account, seq } as const;
    return run === undefined
      ? { op: 'delete', ...place }
      : { op: 'put', ...place, value: PathRow.encode({ path: run.path }) };
  });
}
