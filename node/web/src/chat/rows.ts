/** What stands in the column, one below the other: messages, and lines between them. */
import type { Message } from '../peer/methods.ts';
import { daysAgo } from '../words/times.ts';
import { keyOfPending } from './chat-feed.ts';
import type { FeedState, Pending } from './chat-feed.ts';

export interface MessageRow {
  readonly kind: 'message';
  readonly key: string;
  readonly message: Message;
  /** Set while the peer has not taken it. */
  readonly pending: Pending | null;
  /** Of its group: one person's messages of one minute. */
  readonly first: boolean;
  readonly last: boolean;
}

export type Row =
  | MessageRow
  | { readonly kind: 'day'; readonly key: string; readonly time: number }
  | { readonly kind: 'unread'; readonly key: string }
  /** Above the very first message. */
  | { readonly kind: 'begin'; readonly key: string };

/** @param before rows of an earlier state: those that say the same are taken over, so that React draws only what changed */
export function rowsOf(state: FeedState, before: readonly Row[]): Row[] {
  const { window, pending, divider, keys } = state;
  const old = new Map(before.map((row) => [row.key, row]));
  const rows: Row[] = state.loaded && !window.older ? [{ kind: 'begin', key: 'begin' }] : [];
  const shown: { key: string; message: Message; pending: Pending | null }[] = window.messages.map((message) => ({
    key: keys.get(message.position) ?? keyOf(message.position),
    message,
    pending: null,
  }));
  if (!window.newer) {
    for (const item of pending) shown.push({ key: keyOfPending(item), message: messageOf(item, old), pending: item });
  }
  for (const [at, { key, message, pending: waiting }] of shown.entries()) {
    const previous = shown[at - 1]?.message;
    const next = shown[at + 1]?.message;
    const newDay = previous === undefined || daysAgo(previous.sentAt, message.sentAt) !== 0;
    if (newDay) rows.push({ kind: 'day', key: `d${key}`, time: message.sentAt });
    const divided = divider !== null && message.position === divider && waiting === null;
    if (divided) rows.push({ kind: 'unread', key: 'unread' });
    const first = newDay || divided || !together(previous, message);
    const last = next === undefined || next.position === divider || !together(message, next);
    rows.push({ kind: 'message', key, message, pending: waiting, first, last });
  }
  return rows.map((row) => {
    const same = old.get(row.key);
    return same !== undefined && isEqual(same, row) ? same : row;
  });
}

export const keyOf = (position: number): string => `m${position}`;

function isEqual(a: Row, b: Row): boolean {
  if (a.kind === 'message' && b.kind === 'message') {
    return a.message === b.message && a.pending === b.pending && a.first === b.first && a.last === b.last;
  }
  if (a.kind === 'day' && b.kind === 'day') return a.time === b.time;
  return a.kind === b.kind;
}

const together = (a: Message | undefined, b: Message): boolean =>
  a !== undefined &&
  a.kind !== 'notice' &&
  b.kind !== 'notice' &&
  a.direction === b.direction &&
  Math.floor(a.sentAt / 60_000) === Math.floor(b.sentAt / 60_000) &&
  daysAgo(a.sentAt, b.sentAt) === 0;

function messageOf(item: Pending, old: ReadonlyMap<string, Row>): Message {
  const same = old.get(keyOfPending(item));
  if (same?.kind === 'message' && same.pending === item) return same.message;
  return {
    messageId: '',
    position: 0,
    direction: 'out',
    kind: 'text',
    text: item.text,
    style: item.style,
    replyTo: item.replyTo,
    reactions: [],
    editedAt: null,
    unsent: null,
    deleted: false,
    sentAt: item.sentAt,
    receivedAt: null,
    state: item.failure === null ? 'queued' : 'failed',
    reason: null,
    path: null,
  };
}
