/**
 * Contents of a friend as rows of the history: messages, and what the friend does to one: reacts, edits, takes it back. Part of the step that opened it.
 *
 *   the message       is here                                       is not here, or was deleted here
 *   reaction, edit    changes it; the faces are told                nothing
 *   deletion          empties it; the faces are told                nothing
 *   more than MAX_MESSAGE_CHANGES of one message                    nothing, but that a deletion counts always
 *
 * Each that is about a message that is here keeps a place in the history, without its body, so that its number is known by its id.
 */
import {
  decodeDelete,
  decodeEdit,
  decodeReaction,
  decodeStyledText,
  isAct,
  type ContentRef,
} from '../core/message-content.ts';
import { counted, HIDDEN, isThere, mayChange, withDeletion, withEdit, withReaction } from '../core/message-changes.ts';
import type { HistoryRow } from '../core/generated/rows.js';
import { DIRECTION, STATE } from '../core/rows.ts';
import type { Content } from '../../shared/wire/generated/content.js';
import { CONTENT } from '../../shared/wire/protocols.ts';
import type { FlowContext } from './context.ts';
import { putHistory } from './draft-history.ts';
import { tellChange } from './events.ts';
import type { Draft, Lane } from './lane.ts';
import { findTarget } from './targets.ts';

const NOTHING = new Uint8Array(0);

/** What a content does, and to which message. @throws MiyuError 'malformed' */
function readAct({ kind, body, epoch, number, sentAt }: Content): {
  readonly target: ContentRef;
  readonly change: (row: HistoryRow) => HistoryRow | undefined;
} {
  const act = { direction: DIRECTION.in, epoch, number };
  switch (kind) {
    case CONTENT.reaction: {
      const { target, emoji } = decodeReaction(body);
      return { target, change: (row) => withReaction(row, act, emoji) };
    }
    case CONTENT.edit: {
      const { target, text } = decodeEdit(body);
      return { target, change: (row) => withEdit(row, act, { text, at: sentAt }) };
    }
    default:
      return { ...decodeDelete(body), change: (row) => withDeletion(row, act) };
  }
}

/** True where it gets a place in the history. @throws MiyuError 'malformed' */
function applyAct(context: FlowContext, lane: Lane, draft: Draft, content: Content): boolean {
  if (content.kind === CONTENT.gone) return true;
  const { target, change } = readAct(content);
  const found = findTarget(context, lane, draft, DIRECTION.in, target);
  if (found === undefined) return false;
  const { position, row } = found;
  const isAllowed = mayChange(row, DIRECTION.in);
  // A friend who has changed it that often may still take it back, once.
  const takesBack = content.kind === CONTENT.delete && row.direction === DIRECTION.in && isThere(row);
  if (!isAllowed && !takesBack) return false;
  const changed = change(row);
  putHistory(lane, draft, position, counted(changed ?? row, DIRECTION.in));
  if (changed !== undefined) tellChange(draft.events, lane.account, position, changed);
  return true;
}

/**
 * The row of a content at the end of the history, and what it does to others; undefined: it has none.
 * @throws MiyuError 'malformed'
 */
export function rowOfContent(
  context: FlowContext,
  lane: Lane,
  draft: Draft,
  content: Content,
  arrived: Pick<HistoryRow, 'path' | 'receivedAt'>,
): HistoryRow | undefined {
  const { messageId, kind, body, number, epoch, sentAt } = content;
  const row: HistoryRow = {
    messageId,
    kind,
    body,
    number,
    epoch,
    sentAt,
    path: arrived.path,
    receivedAt: arrived.receivedAt,
    direction: DIRECTION.in,
    state: STATE.received,
    reason: '',
    formerNumbers: [],
    replyPosition: 0n,
    nextNumber: lane.counters.nextNumber,
  };
  if (isAct(kind)) {
    return applyAct(context, lane, draft, content) ? { ...row, body: NOTHING, changes: HIDDEN } : undefined;
  }
  if (kind !== CONTENT.text) return row;
  const { replyTo } = decodeStyledText(body);
  if (replyTo === null) return row;
  const answered = findTarget(context, lane, draft, DIRECTION.in, replyTo);
  return { ...row, replyPosition: answered?.position ?? 0n };
}

/** A note at the end of the history: nobody's content, so that no number stands for it. */
export const noteRow = (
  lane: Lane,
  { messageId, sentAt }: Pick<Content, 'messageId' | 'sentAt'>,
  { kind, body }: Pick<HistoryRow, 'kind' | 'body'>,
  path: number,
  receivedAt: bigint,
): HistoryRow => ({
  ...{ messageId, kind, body, sentAt, path, receivedAt, direction: DIRECTION.note, number: 0n, epoch: 0n },
  ...{ state: STATE.received, reason: '', formerNumbers: [], replyPosition: 0n, nextNumber: lane.counters.nextNumber },
});
