/** Rows of the history as a step sees and writes them: the store shows what the step wrote only after it. */
import { HistoryRow } from '../core/generated/rows.js';
import type { Draft, Lane } from './lane.ts';

interface Written {
  readonly row: HistoryRow;
  /** Its place in the draft's ops: a row is written once in a batch. */
  readonly at: number;
}

const writtenIn = new WeakMap<Draft, Map<bigint, Written>>();

/** @param op 'insert' where nothing is there */
export function putHistory(
  lane: Lane,
  draft: Draft,
  position: bigint,
  row: HistoryRow,
  op: 'insert' | 'put' = 'put',
): void {
  const written = writtenIn.get(draft) ?? new Map<bigint, Written>();
  writtenIn.set(draft, written);
  const before = written.get(position);
  const at = before?.at ?? draft.ops.length;
  const first = draft.ops[at];
  const kind = first?.op === 'insert' ? 'insert' : op;
  draft.ops[at] = { op: kind, table: 'history', id: lane.account, seq: position, value: HistoryRow.encode(row) };
  written.set(position, { row, at });
}

/** Undefined where nothing is there, or it cannot be read. */
export const historyAt = (lane: Lane, draft: Draft, position: bigint): HistoryRow | undefined =>
  writtenIn.get(draft)?.get(position)?.row ?? lane.historyRow(position);

/** What this step has written, newest first. */
export const writtenRows = (draft: Draft): { readonly position: bigint; readonly row: HistoryRow }[] =>
  [...(writtenIn.get(draft) ?? [])].map(([position, { row }]) => ({ position, row })).reverse();
