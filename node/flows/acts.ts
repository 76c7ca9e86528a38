/**
 * What the person does to a message: reacts, edits, takes it back for both, deletes it here. Each is one step; what the friend is told
 * is a content like a text, with a number and a place in the history that the chat does not show.
 */
import { checkText } from '../core/content.ts';
import {
  asHole,
  counted,
  currentText,
  HIDDEN,
  isDeleted,
  isShown,
  isThere,
  mayChange,
  reactionOf,
  unsentOf,
  withDeletion,
  withEdit,
  withReaction,
} from '../core/message-changes.ts';
import { encodeDelete, encodeEdit, encodeReaction, isEmoji } from '../core/message-content.ts';
import type { HistoryRow } from '../core/generated/rows.js';
import { DIRECTION, STATE } from '../core/rows.ts';
import { MiyuError } from '../../shared/errors.ts';
import { CONTENT } from '../../shared/wire/protocols.ts';
import { MAX_MESSAGE_CHANGES } from '../../shared/wire/limits.ts';
import type { FlowContext } from './context.ts';
import { rememberOne } from './deleted-ids.ts';
import { historyAt, putHistory } from './draft-history.ts';
import { removedEvent, tellChange } from './events.ts';
import type { Draft, Lane } from './lane.ts';
import { lastShown } from './read-history.ts';
import { resend, retryMessage } from './retry.ts';
import { putContent } from './send.ts';
import { emptyContent } from './settle.ts';
import { refOf } from './targets.ts';
import type { SentText } from './texts.ts';
import { withoutUnsent } from './unsent-acts.ts';

const NOTHING = new Uint8Array(0);
const OUT = DIRECTION.out;

export interface ActPorts {
  readonly need: (account: Uint8Array) => Lane;
  /** Whether the lane is (still) that of a friend. */
  readonly isFriend: (lane: Lane) => boolean;
  readonly kick: (lane: Lane) => void;
}

/** A message that the chat shows. @throws MiyuError 'no-such-message' */
export function needShown(lane: Lane, position: bigint): HistoryRow {
  const row = position < lane.counters.clearedBelow ? undefined : lane.historyRow(position);
  if (row === undefined || !isShown(row)) throw new MiyuError('no-such-message');
  return row;
}

/** A text that can be changed. @throws MiyuError 'no-such-message' | 'message-deleted' */
function needText(lane: Lane, position: bigint): HistoryRow {
  const row = needShown(lane, position);
  if (isDeleted(row)) throw new MiyuError('message-deleted');
  if (!isThere(row)) throw new MiyuError('no-such-message');
  return row;
}

/** @throws MiyuError 'not-your-message' */
function needOwn(row: HistoryRow): void {
  if (row.direction !== OUT) throw new MiyuError('not-your-message');
}

export function createActs(context: FlowContext, ports: ActPorts) {
  /** One step on a friend's lane; on disk when it resolves, and on its way. @throws MiyuError 'not-a-friend' */
  async function act(
    account: Uint8Array,
    position: bigint,
    change: (lane: Lane, draft: Draft) => HistoryRow,
  ): Promise<SentText> {
    const lane = ports.need(account);
    if (!ports.isFriend(lane)) throw new MiyuError('not-a-friend');
    const { result: row, committed } = lane.step((draft) => change(lane, draft));
    await committed;
    ports.kick(lane);
    return { position, row };
  }

  /** The content that tells the friend: its number, and where it stands. */
  function put(lane: Lane, draft: Draft, about: bigint, kind: number, body: Uint8Array) {
    const { number, position } = putContent(context, lane, draft, {
      kind,
      body,
      show: true,
      entry: { changes: HIDDEN, replyPosition: about },
    });
    return { direction: OUT, epoch: lane.counters.numberEpoch, number, position };
  }

  /** @throws MiyuError 'too-many-changes' */
  function checkCount(row: HistoryRow): void {
    if (!mayChange(row, OUT)) throw new MiyuError('too-many-changes', { detail: MAX_MESSAGE_CHANGES });
  }

  function change(lane: Lane, draft: Draft, position: bigint, row: HistoryRow): HistoryRow {
    putHistory(lane, draft, position, row);
    tellChange(draft.events, lane.account, position, row);
    return row;
  }

  /** It is so already: what of it has not gone out goes out again. */
  function again(lane: Lane, draft: Draft, position: bigint, row: HistoryRow): HistoryRow {
    return unsentOf(row).length === 0 ? row : change(lane, draft, position, resend(lane, draft, row));
  }

  return {
    /**
     * One reaction a person; null takes it back. What is so already is left.
     * @throws MiyuError 'emoji-invalid' | 'no-such-message' | 'message-deleted' | 'too-many-changes' | 'not-a-friend'
     */
    async react(account: Uint8Array, position: bigint, emoji: string | null): Promise<SentText> {
      if (emoji !== null && !isEmoji(emoji)) throw new MiyuError('emoji-invalid', { field: 'emoji' });
      return await act(account, position, (lane, draft) => {
        const row = needText(lane, position);
        const wanted = emoji ?? '';
        if (reactionOf(row, OUT) === wanted) return again(lane, draft, position, row);
        checkCount(row);
        const by = put(lane, draft, position, CONTENT.reaction, encodeReaction(refOf(row), wanted));
        const reacted = counted(withReaction(row, by, wanted) ?? row, OUT);
        return change(lane, draft, position, withoutUnsent(lane, draft, reacted, CONTENT.reaction));
      });
    },

    /** @throws MiyuError 'text-*' | 'no-such-message' | 'not-your-message' | 'message-failed' | 'message-deleted' | 'too-many-changes' */
    async edit(account: Uint8Array, position: bigint, text: string): Promise<SentText> {
      checkText(text);
      return await act(account, position, (lane, draft) => {
        const row = needText(lane, position);
        needOwn(row);
        // The friend does not have it: what would be edited there?
        if (row.state === STATE.failed) throw new MiyuError('message-failed');
        if (currentText(row) === text) return again(lane, draft, position, row);
        checkCount(row);
        const by = put(lane, draft, position, CONTENT.edit, encodeEdit(refOf(row), text));
        const at = BigInt(context.clock.wall());
        const changed = counted(withEdit(row, by, { text, at }) ?? row, OUT);
        const edited = withoutUnsent(lane, draft, changed, CONTENT.edit);
        const edits = [...(edited.changes?.edits ?? []), by.position];
        const changes = { ...(edited.changes ?? HIDDEN), edits };
        return change(lane, draft, position, { ...edited, changes });
      });
    },

    /**
     * For both: nothing of it is left here, nor there, once the friend has been told. Taken back before: nothing more.
     * @throws MiyuError 'no-such-message' | 'not-your-message' | 'not-a-friend'
     */
    async takeBack(account: Uint8Array, position: bigint): Promise<void> {
      await act(account, position, (lane, draft) => {
        const row = needShown(lane, position);
        needOwn(row);
        const deleted = withDeletion(row, { direction: OUT });
        if (deleted === undefined) return again(lane, draft, position, row);
        emptyContent(lane, draft, row);
        // What it was edited to is as much of it.
        for (const at of row.changes?.edits ?? []) {
          const edit = historyAt(lane, draft, at);
          if (edit === undefined) continue;
          putHistory(lane, draft, at, { ...edit, kind: CONTENT.gone, body: NOTHING });
          emptyContent(lane, draft, edit);
        }
        put(lane, draft, position, CONTENT.delete, encodeDelete(refOf(row)));
        return change(lane, draft, position, deleted);
      });
    },

    /** Here alone, whoever wrote it; it does not come again. @throws MiyuError 'no-such-message' */
    async hide(account: Uint8Array, position: bigint): Promise<void> {
      const lane = ports.need(account);
      const { committed } = lane.step((draft) => {
        const row = needShown(lane, position);
        putHistory(lane, draft, position, asHole(row));
        for (const at of row.changes?.edits ?? []) {
          const edit = historyAt(lane, draft, at);
          if (edit !== undefined) putHistory(lane, draft, at, asHole(edit));
        }
        const { clearedBelow, lastPosition, readUpTo, unread } = lane.counters;
        if (row.direction === DIRECTION.in) {
          rememberOne(context, lane, draft, row);
          if (position > readUpTo && unread > 0) lane.counters = { ...lane.counters, unread: unread - 1 };
        }
        if (position === lastPosition) {
          const last = lastShown(context.store, account, clearedBelow > 1n ? clearedBelow : 1n, position - 1n);
          lane.counters = { ...lane.counters, lastPosition: last };
        }
        draft.counters = true;
        draft.events.push(removedEvent(account, position));
      });
      await committed;
    },

    /**
     * A text that failed waits again, where it stands, and so does what was done to a message and failed.
     * @throws MiyuError 'no-such-message' | 'message-not-failed' | 'message-deleted' | 'not-your-message'
     */
    async retry(account: Uint8Array, position: bigint): Promise<SentText> {
      return await act(account, position, (lane, draft) => {
        const row = needShown(lane, position);
        const hasUnsent = unsentOf(row).length > 0;
        const isFailed = row.direction === OUT && row.state === STATE.failed && isThere(row);
        if (!hasUnsent && !isFailed) {
          needOwn(needText(lane, position));
          throw new MiyuError('message-not-failed');
        }
        const text = isFailed ? retryMessage(lane, draft, position, row) : row;
        return change(lane, draft, position, resend(lane, draft, text));
      });
    },
  };
}
