/**
 * Rows of a conversation that cannot be read, but for its history (history-repair.ts): written again from what is in memory; else taken
 * out, and had again from where it is.
 *
 *   contact, counters, sums   from memory (which lane-rows.ts made anew, where they were gone)
 *   session                   from memory; else gone: the next seal opens another
 *   outbox                    from the history, under the same number and id, to be sealed again; what is not there is lost
 *   held                      from memory; else gone: a gap, for which the friend is asked
 */
import type { CountersRow } from '../core/generated/rows.js';
import { rangesOf } from '../core/ranges.ts';
import { CHAT_SEQ, DELETED_SEQ, ONE_GROUP, STAND_SEQ } from '../core/rows.ts';
import { HeldRow } from '../core/generated/rows.js';
import type { FlowContext } from './context.ts';
import { epochId } from './lane-rows.ts';
import type { Draft, Lane } from './lane.ts';
import { putBack } from './outbox-repair.ts';
import type { PeerTable } from './ports.ts';
import { readable } from './readable-rows.ts';
import { lose } from './stand-repair.ts';

/** Outbox rows looked at in one step, and rows of the others: more than any of them has. */
const STEP = 1_000;

export interface Mended {
  readonly rows: number;
  /** Contents that waited, and are lost. */
  readonly lost: number;
}

/** Looks at every row of this lane but its history. Resolves when what was found is mended on disk. */
export async function mendLane(context: FlowContext, lane: Lane): Promise<Mended> {
  lane.isTorn = false;
  const state = findState(context, lane);
  const waiting = withoutRows(context, lane, unreadable(context, 'outbox', lane.account));
  const rows = state.length + waiting.length;
  let lost = 0;
  try {
    // All of them in this turn: what goes out after it says what still waits.
    const steps: Promise<void>[] = [];
    for (let at = 0; at < waiting.length; at += STEP) {
      const numbers = waiting.slice(at, at + STEP);
      const { result, committed } = lane.step((draft) => mendOutbox(context, lane, draft, numbers));
      lost += result;
      steps.push(committed);
    }
    if (state.length > 0) {
      const { committed } = lane.step((draft) => {
        for (const mend of state) mend(draft);
      });
      steps.push(committed);
    }
    await Promise.all(steps);
  } catch (error) {
    lane.isTorn = true;
    throw error;
  }
  return { rows, lost };
}

/** Sequences of a group whose rows cannot be read. */
function unreadable({ store }: FlowContext, table: PeerTable, id: Uint8Array): bigint[] {
  const found: bigint[] = [];
  for (let from = 0n; ;) {
    const page = store.sequences(table, id, { from, limit: STEP });
    found.push(...page.filter((seq) => readable(store, table, id, seq) === undefined));
    const last = page.at(-1);
    if (last === undefined || page.length < STEP) return found;
    from = last + 1n;
  }
}

/** With what waits in memory and has no row at all: it could never be sealed, and would be tried without end. */
function withoutRows({ store }: FlowContext, lane: Lane, torn: readonly bigint[]): bigint[] {
  const known = new Set(torn);
  const isAbsent = (number: bigint): boolean =>
    !known.has(number) && readable(store, 'outbox', lane.account, number) === undefined;
  return [...torn, ...[...lane.entries.keys()].filter(isAbsent)];
}

type Mend = (draft: Draft) => void;

function findState(context: FlowContext, lane: Lane): Mend[] {
  const { account } = lane;
  const mends: Mend[] = [];
  if (readable(context.store, 'contacts', ONE_GROUP, lane.index) === undefined) {
    mends.push((draft) => (draft.contact = true));
  }
  if (readable(context.store, 'contacts', account, 0n) === undefined) {
    mends.push((draft) => {
      draft.counters = true;
      draft.stand = true;
    });
  }
  const torn = unreadable(context, 'contacts', account);
  if (torn.includes(DELETED_SEQ)) {
    mends.push((draft) => draft.ops.push({ op: 'delete', table: 'contacts', id: account, seq: DELETED_SEQ }));
  }
  if (torn.includes(STAND_SEQ)) {
    mends.push((draft) => {
      // What it knew of the sums may be gone: the next difference is no sign of a copy.
      lane.stand = { ...lane.stand, unsummed: true };
      draft.stand = true;
    });
  }
  if (torn.includes(CHAT_SEQ)) mends.push((draft) => (draft.chat = true));
  for (const slot of unreadable(context, 'sessions', account)) {
    mends.push((draft) => {
      if (lane.sessions.has(slot)) draft.sessions.add(slot);
      else draft.ops.push({ op: 'delete', table: 'sessions', id: account, seq: slot });
    });
  }
  for (const { epoch } of lane.counters.inbox) mends.push(...findHeld(context, lane, epoch));
  return mends;
}

function findHeld(context: FlowContext, lane: Lane, epoch: CountersRow['inbox'][number]['epoch']): Mend[] {
  const id = epochId(lane.account, epoch);
  return unreadable(context, 'held', id).map((seq) => (draft) => {
    const row = lane.held.get(epoch)?.get(seq);
    const place = { table: 'held', id, seq } as const;
    draft.ops.push(
      row === undefined ? { op: 'delete', ...place } : { op: 'put', ...place, value: HeldRow.encode(row) },
    );
  });
}

/**
 * These rows of the outbox cannot be read, or are gone: made anew where the history has the text. How many are lost. Part of a step.
 */
export function mendOutbox(context: FlowContext, lane: Lane, draft: Draft, numbers: readonly bigint[]): number {
  for (const number of numbers) {
    lane.entries.delete(number);
    draft.ops.push({ op: 'delete', table: 'outbox', id: lane.account, seq: number });
  }
  // What does not fit into this step counts as delivered, until the friend says that it is not there.
  const { gone } = putBack(context, lane, draft, rangesOf([...numbers].sort((a, b) => (a < b ? -1 : 1))), Infinity);
  lose(lane, draft, gone);
  return gone.reduce((sum, { first, last }) => sum + Number(last - first) + 1, 0);
}
