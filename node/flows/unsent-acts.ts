/**
 * Reactions, edits and deletions that failed for good: their own rows in the history are never shown, so the message that they are about
 * says it, until they go out again, another of their kind takes their place, or the friend turns out to have them. Steps on a lane.
 */
import { isShown, unsentOf, withUnsent } from '../core/message-changes.ts';
import type { HistoryRow } from '../core/generated/rows.js';
import { DIRECTION } from '../core/rows.ts';
import { CONTENT } from '../../shared/wire/protocols.ts';
import { historyAt, putHistory } from './draft-history.ts';
import { tellChange } from './events.ts';
import type { Draft, Lane } from './lane.ts';

/** What this person did to a message, as a content of its own. */
export const isOwnAct = ({ direction, kind }: HistoryRow): boolean =>
  direction === DIRECTION.out && (kind === CONTENT.reaction || kind === CONTENT.edit || kind === CONTENT.delete);

/** The content at this place failed: where it is an act, the message that it is about says so. */
export function noteUnsent(lane: Lane, draft: Draft, position: bigint, act: HistoryRow): void {
  if (isOwnAct(act)) tellUnsent(lane, draft, act.replyPosition, (unsent) => [...unsent, position]);
}

/** The content at this place counted as failed, and the friend has it. */
export function turnedUp(lane: Lane, draft: Draft, position: bigint, act: HistoryRow): void {
  if (isOwnAct(act)) tellUnsent(lane, draft, act.replyPosition, (unsent) => unsent.filter((each) => each !== position));
}

function tellUnsent(
  lane: Lane,
  draft: Draft,
  position: bigint,
  change: (unsent: readonly bigint[]) => readonly bigint[],
): void {
  if (position === 0n || position < lane.counters.clearedBelow) return;
  const row = historyAt(lane, draft, position);
  if (row === undefined || !isShown(row)) return;
  const next = withUnsent(row, change(unsentOf(row)));
  putHistory(lane, draft, position, next);
  tellChange(draft.events, lane.account, position, next);
}

/** A newer act of this kind is on its way: what failed of it before counts no more. The caller writes the row. */
export function withoutUnsent(lane: Lane, draft: Draft, row: HistoryRow, kind: number): HistoryRow {
  const unsent = unsentOf(row);
  if (unsent.length === 0) return row;
  return withUnsent(
    row,
    unsent.filter((position) => historyAt(lane, draft, position)?.kind !== kind),
  );
}
