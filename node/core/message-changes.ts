/**
 * What reactions, edits and taking back do to a row of the history. Pure. Of one person the later one counts, by the order of their
 * numbers, whenever it comes; what was taken back stays so.
 */
import { CONTENT } from '../../shared/wire/protocols.ts';
import { MAX_MESSAGE_CHANGES } from '../../shared/wire/limits.ts';
import { decodeStyledText, type StyledText } from './message-content.ts';
import type { HistoryRow, MessageChanges, ReactionRow } from './generated/rows.js';
import { DIRECTION } from './rows.ts';

/** Who does it, and with which content. */
export interface Act {
  /** DIRECTION.out: this person. */
  readonly direction: number;
  readonly epoch: bigint;
  readonly number: bigint;
}

const NONE: MessageChanges = {
  ...{ hidden: false, deleted: false, editedText: '', editedAt: 0n, editEpoch: 0n, editNumber: 0n },
  ...{ reactions: [], edits: [], ownCount: 0, friendCount: 0, unsent: [] },
};
const NOTHING = new Uint8Array(0);

/** Of a row that the chat does not show. */
export const HIDDEN: MessageChanges = { ...NONE, hidden: true };

export const isShown = ({ changes }: HistoryRow): boolean => changes?.hidden !== true;
export const isDeleted = ({ changes }: HistoryRow): boolean => changes?.deleted === true;
/** A text that is there to be reacted to, changed or taken back. */
export const isThere = (row: HistoryRow): boolean => row.kind === CONTENT.text && isShown(row) && !isDeleted(row);

const changesOf = ({ changes }: HistoryRow): MessageChanges => changes ?? NONE;

/** A text as it was written; undefined where there is none. A friend's program may have put no text into a text. */
export function writtenText(row: HistoryRow): StyledText | undefined {
  if (row.kind !== CONTENT.text) return undefined;
  try {
    return decodeStyledText(row.body);
  } catch {
    return undefined;
  }
}

/** The text as it reads now; '' where there is none. @param written what `writtenText` has given, where it was asked already */
export function currentText(row: HistoryRow, written = writtenText(row)): string {
  if (row.kind !== CONTENT.text) return '';
  const edited = changesOf(row).editedText;
  return edited !== '' ? edited : (written?.text ?? '');
}

/** False where this person has changed this message as often as anybody may. */
export function mayChange(row: HistoryRow, direction: number): boolean {
  const { ownCount, friendCount } = changesOf(row);
  return (direction === DIRECTION.out ? ownCount : friendCount) < MAX_MESSAGE_CHANGES;
}

/** One more change by this person, whether it had an effect or not. */
export function counted(row: HistoryRow, direction: number): HistoryRow {
  const changes = changesOf(row);
  const more =
    direction === DIRECTION.out ? { ownCount: changes.ownCount + 1 } : { friendCount: changes.friendCount + 1 };
  return { ...row, changes: { ...changes, ...more } };
}

const isBefore = (a: Pick<Act, 'epoch' | 'number'>, b: Pick<Act, 'epoch' | 'number'>): boolean =>
  a.epoch === b.epoch ? a.number < b.number : a.epoch < b.epoch;

/** Emoji of this person; '' none. */
export const reactionOf = (row: HistoryRow, direction: number): string =>
  changesOf(row).reactions.find((each) => each.direction === direction)?.emoji ?? '';

/** Undefined: nothing changes. */
export function withReaction(
  row: HistoryRow,
  { direction, epoch, number }: Act,
  emoji: string,
): HistoryRow | undefined {
  if (!isThere(row)) return undefined;
  const changes = changesOf(row);
  const before = changes.reactions.find((each) => each.direction === direction);
  const reaction: ReactionRow = { direction, emoji, epoch, number };
  if (before !== undefined && !isBefore(before, reaction)) return undefined;
  const others = changes.reactions.filter((each) => each !== before);
  return { ...row, changes: { ...changes, reactions: [...others, reaction] } };
}

/** Undefined: nothing changes; it is another's, or a later edit was here first. */
export function withEdit(
  row: HistoryRow,
  { direction, epoch, number }: Act,
  { text, at }: { readonly text: string; readonly at: bigint },
): HistoryRow | undefined {
  const changes = changesOf(row);
  if (!isThere(row) || row.direction !== direction) return undefined;
  if (!isBefore({ epoch: changes.editEpoch, number: changes.editNumber }, { epoch, number })) return undefined;
  return { ...row, changes: { ...changes, editedText: text, editedAt: at, editEpoch: epoch, editNumber: number } };
}

/** Taken back by its author: nothing of what it said is left. Undefined: it is another's, or was taken back before. */
export function withDeletion(row: HistoryRow, { direction }: Pick<Act, 'direction'>): HistoryRow | undefined {
  if (!isThere(row) || row.direction !== direction) return undefined;
  const { ownCount, friendCount } = changesOf(row);
  return {
    ...{ ...row, kind: CONTENT.gone, body: NOTHING, replyPosition: 0n },
    changes: { ...NONE, deleted: true, ownCount, friendCount },
  };
}

/** Where our acts upon it stand that failed for good, the newest last. */
export const unsentOf = (row: HistoryRow): readonly bigint[] => changesOf(row).unsent;

export const withUnsent = (row: HistoryRow, unsent: readonly bigint[]): HistoryRow => ({
  ...row,
  changes: { ...changesOf(row), unsent: [...unsent] },
});

/** Deleted here: a hole that keeps its number and id, so that it is known when it comes again. */
export function asHole(row: HistoryRow): HistoryRow {
  return { ...row, body: NOTHING, replyPosition: 0n, changes: HIDDEN };
}
