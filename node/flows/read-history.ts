/** Chats as a face shows them. */
import { HistoryRow, RenamedNotice, type CountersRow } from '../core/generated/rows.js';
import { currentText, isDeleted, isShown, unsentOf, writtenText } from '../core/message-changes.ts';
import type { ContentRef } from '../core/message-content.ts';
import { DIRECTION, NOTE, PATH, STATE } from '../core/rows.ts';
import { MiyuError } from '../../shared/errors.ts';
import { toHex } from '../../shared/ids.ts';
import { CONTENT } from '../../shared/wire/protocols.ts';
import type { FlowContext } from './context.ts';
import type { StateOf } from './events.ts';
import type { ChatMessageView, MessageState } from './peer.ts';
import type { PeerStore } from './ports.ts';
import { readable, scanOver } from './readable-rows.ts';
import type { SentState } from './sent-states.ts';

/** Longest page. */
export const MAX_HISTORY_PAGE = 1_000;

const states: Readonly<Record<number, MessageState>> = Object.fromEntries(
  Object.entries(STATE).map(([name, number]) => [number, name as MessageState]),
);
const paths: Readonly<Record<number, NonNullable<ChatMessageView['path']>>> = {
  [PATH.lan]: 'lan',
  [PATH.direct]: 'direct',
  [PATH.relayed]: 'relayed',
  [PATH.mailbox]: 'mailbox',
};

export const stateName = (state: number): MessageState => states[state] ?? 'failed';
export const pathName = (path: number): ChatMessageView['path'] => paths[path] ?? null;

/** Code points of what a reply answers: what stands above it in a chat. */
const QUOTE_LENGTH = 200;

/** A row of the history as it is in the store; undefined: nothing is there, or it is damaged, which is as good as deleted here. */
export function historyRow(store: PeerStore, account: Uint8Array, position: bigint): HistoryRow | undefined {
  const value = readable(store, 'history', account, position);
  return value === undefined ? undefined : HistoryRow.decode(value);
}

/** A message of a friend's chat. */
export const messageOf = (
  store: PeerStore,
  stateOf: StateOf,
  account: Uint8Array,
  position: bigint,
  row: HistoryRow,
): ChatMessageView =>
  messageView(position, row, stateOf(account, row), (answered) => historyRow(store, account, answered));

/**
 * @param sent what became of it; of a received one it stands in the row
 * @param rowAt another row of this history: what it answers, what was done to it
 */
export function messageView(
  position: bigint,
  row: HistoryRow,
  { state, path, waitsFor }: SentState,
  rowAt: (position: bigint) => HistoryRow | undefined,
): ChatMessageView {
  const deleted = isDeleted(row);
  const styled = writtenText(row);
  const { changes } = row;
  return {
    messageId: toHex(row.messageId),
    position: Number(position),
    direction: row.direction === DIRECTION.out ? 'out' : 'in',
    kind: kindOf(row),
    ...noticeOf(row),
    text: currentText(row, styled),
    style: styled?.style ?? null,
    replyTo: styled?.replyTo ? quoteOf(row, styled.replyTo, rowAt) : null,
    reactions: (changes?.reactions ?? [])
      .filter(({ emoji }) => emoji !== '')
      .map(({ direction, emoji }) => ({ emoji, by: direction === DIRECTION.out ? 'me' : 'friend' })),
    editedAt: changes === undefined || changes.editedText === '' ? null : Number(changes.editedAt),
    deleted,
    sentAt: Number(row.sentAt),
    receivedAt: row.receivedAt === 0n ? null : Number(row.receivedAt),
    state: stateName(state),
    reason: row.reason === '' ? (waitsFor ?? null) : row.reason,
    unsent: unsentView(row, rowAt),
    path: pathName(path),
  };
}

function kindOf(row: HistoryRow): ChatMessageView['kind'] {
  if (row.direction === DIRECTION.note) return row.kind === NOTE.renamed ? 'notice' : 'unknown';
  return row.kind === CONTENT.text || isDeleted(row) ? 'text' : 'unknown';
}

function noticeOf({ direction, kind, body }: HistoryRow): Pick<ChatMessageView, 'notice'> {
  if (direction !== DIRECTION.note || kind !== NOTE.renamed) return {};
  const { formerName, name } = RenamedNotice.decode(body);
  return { notice: { type: 'renamed', formerName, name } };
}

const ACTS: Readonly<Record<number, NonNullable<ChatMessageView['unsent']>['act']>> = {
  [CONTENT.reaction]: 'reaction',
  [CONTENT.edit]: 'edit',
  [CONTENT.delete]: 'deletion',
};

/** The newest of what was done to it and failed. */
function unsentView(row: HistoryRow, rowAt: (position: bigint) => HistoryRow | undefined): ChatMessageView['unsent'] {
  const newest = unsentOf(row).at(-1);
  const failed = newest === undefined ? undefined : rowAt(newest);
  const act = failed === undefined ? undefined : ACTS[failed.kind];
  if (failed === undefined || act === undefined) return null;
  return { act, reason: failed.reason === '' ? null : failed.reason };
}

function quoteOf(
  { direction, replyPosition }: HistoryRow,
  { yours }: ContentRef,
  rowAt: (position: bigint) => HistoryRow | undefined,
): ChatMessageView['replyTo'] {
  const row = replyPosition === 0n ? undefined : rowAt(replyPosition);
  const isThere = row !== undefined && isShown(row);
  const isOurs = (direction === DIRECTION.out) !== yours;
  return {
    position: isThere ? Number(replyPosition) : null,
    direction: isOurs ? 'out' : 'in',
    text: isThere ? beginning(currentText(row), QUOTE_LENGTH) : '',
    deleted: isThere && isDeleted(row),
  };
}

interface Span {
  readonly from: bigint;
  readonly to: bigint;
  /** Rows that are read at once. */
  readonly limit: number;
  readonly reverse: boolean;
}

/** The newest (or oldest) of these rows that the chat shows; reads on where it does not show them. */
function* shownRows(
  store: PeerStore,
  account: Uint8Array,
  { from, to, limit, reverse }: Span,
): Generator<{ readonly position: bigint; readonly row: HistoryRow }> {
  for (let [low, high] = [from, to]; low <= high;) {
    const rows = scanOver(store, 'history', account, { from: low, to: high, reverse, limit });
    for (const { seq, value } of rows) {
      const row = HistoryRow.decode(value);
      if (isShown(row)) yield { position: seq, row };
    }
    const end = rows.at(-1)?.seq;
    if (end === undefined || rows.length < limit) return;
    if (reverse) high = end - 1n;
    else low = end + 1n;
  }
}

/** Place of the last message up to `to` that the chat shows; 0: none. */
export function lastShown(store: PeerStore, account: Uint8Array, from: bigint, to: bigint): bigint {
  for (const { position } of shownRows(store, account, { from, to, limit: 16, reverse: true })) return position;
  return 0n;
}

/**
 * A page, oldest first: the newest before a position, the oldest behind one, or the newest of all.
 * @throws MiyuError 'usage' where both positions are named
 */
export function historyPage(
  { store }: Pick<FlowContext, 'store'>,
  account: Uint8Array,
  counters: CountersRow,
  stateOf: StateOf,
  page: { readonly before?: number; readonly after?: number; readonly limit?: number },
): readonly ChatMessageView[] {
  const { before, after } = page;
  if (before !== undefined && after !== undefined) throw new MiyuError('usage', { field: 'after' });
  const limit = Math.min(Math.max(page.limit ?? 50, 1), MAX_HISTORY_PAGE);
  const to = before === undefined ? counters.nextPosition - 1n : BigInt(before) - 1n;
  const behind = after === undefined ? 1n : BigInt(after) + 1n;
  const from = counters.clearedBelow > behind ? counters.clearedBelow : behind;
  if (from > to) return [];
  // What cannot be read is left out; the status tells of it.
  const views: ChatMessageView[] = [];
  for (const { position, row } of shownRows(store, account, { from, to, limit, reverse: after === undefined })) {
    views.push(messageOf(store, stateOf, account, position, row));
    if (views.length === limit) break;
  }
  return after === undefined ? views.reverse() : views;
}

export function lastMessageOf(
  context: FlowContext,
  account: Uint8Array,
  { lastPosition, clearedBelow }: CountersRow,
  stateOf: StateOf,
): ChatMessageView | null {
  if (lastPosition === 0n) return null;
  const { store } = context;
  const span = { from: clearedBelow, to: lastPosition, limit: 1, reverse: true };
  for (const { position, row } of shownRows(store, account, span)) {
    return messageOf(store, stateOf, account, position, row);
  }
  return null;
}

/** So many code points of a text. */
export function beginning(text: string, length: number): string {
  if (text.length <= length) return text;
  const letters = Array.from(text.slice(0, 2 * length)); // Each is one or two units of UTF-16.
  return letters.slice(0, length).join('');
}
