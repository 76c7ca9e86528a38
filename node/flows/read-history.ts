/** Chats as a face shows them. */
import { decodeText } from '../core/content.ts';
import { HistoryRow, type CountersRow } from '../core/generated/rows.js';
import { DIRECTION, PATH, STATE } from '../core/rows.ts';
import { MiyuError } from '../../shared/errors.ts';
import { toHex } from '../../shared/ids.ts';
import { CONTENT } from '../../shared/wire/protocols.ts';
import type { FlowContext } from './context.ts';
import type { StateOf } from './events.ts';
import type { ChatMessageView, MessageState } from './peer.ts';
import { scanOver } from './readable-rows.ts';
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

/** @param sent what became of it; of a received one it stands in the row */
export function messageView(position: bigint, row: HistoryRow, { state, path }: SentState): ChatMessageView {
  const isText = row.kind === CONTENT.text;
  return {
    messageId: toHex(row.messageId),
    position: Number(position),
    direction: row.direction === DIRECTION.out ? 'out' : 'in',
    kind: isText ? 'text' : 'unknown',
    text: isText ? textIn(row) : '',
    sentAt: Number(row.sentAt),
    receivedAt: row.receivedAt === 0n ? null : Number(row.receivedAt),
    state: stateName(state),
    reason: row.reason === '' ? null : row.reason,
    path: pathName(path),
  };
}

/** A friend's program may have put no text into a text: an empty one is shown, not an error. */
function textIn(row: HistoryRow): string {
  try {
    return decodeText(row.body);
  } catch {
    return '';
  }
}

function viewOf(account: Uint8Array, position: bigint, value: Uint8Array, stateOf: StateOf): ChatMessageView {
  const row = HistoryRow.decode(value);
  return messageView(position, row, stateOf(account, row));
}

/**
 * A page, oldest first: the newest before a position, the oldest behind one, or the newest of all.
 * @throws MiyuError 'usage' where both positions are named
 */
export function historyPage(
  context: FlowContext,
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
  const reverse = after === undefined;
  const rows = scanOver(context.store, 'history', account, { from, to, reverse, limit });
  const views = rows.map(({ seq, value }) => viewOf(account, seq, value, stateOf));
  return reverse ? views.reverse() : views;
}

export function lastMessageOf(
  context: FlowContext,
  account: Uint8Array,
  { lastPosition, clearedBelow }: CountersRow,
  stateOf: StateOf,
): ChatMessageView | null {
  if (lastPosition === 0n) return null;
  const bounds = { from: clearedBelow, to: lastPosition, reverse: true, limit: 1 };
  const [row] = scanOver(context.store, 'history', account, bounds);
  return row === undefined ? null : viewOf(account, row.seq, row.value, stateOf);
}
