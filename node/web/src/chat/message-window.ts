/**
 * The part of a chat's history that the page holds: a run of messages without a hole, at most MAX_HELD of them, however long the history
 * is. Pure: pages and events make the next one of the last.
 */
import type { Event, Message } from '../peer/methods.ts';

export interface MessageWindow {
  /** By position, ascending. */
  readonly messages: readonly Message[];
  /** Whether the history goes on before the first, and behind the last. */
  readonly older: boolean;
  readonly newer: boolean;
}

/** One page of history as the page asks for it: some three screens. */
export const PAGE = 80;
/** Some twenty screens: what is further away is read again. The longest texts make 40 MB of it. */
export const MAX_HELD = 600;
const PREVIEW_CODE_POINTS = 200;

export const EMPTY: MessageWindow = { messages: [], older: false, newer: false };

export interface HistoryPage {
  readonly messages: readonly Message[];
  readonly more: boolean;
  readonly newer: boolean;
}

export const windowOf = ({ messages, more, newer }: HistoryPage): MessageWindow => ({ messages, older: more, newer });

/** A page from before the first; the far end is let go. */
export function withOlder(window: MessageWindow, page: HistoryPage): MessageWindow {
  const first = window.messages[0];
  const fresh = first === undefined ? page.messages : page.messages.filter(({ position }) => position < first.position);
  const messages = [...fresh, ...window.messages];
  return { messages: messages.slice(0, MAX_HELD), older: page.more, newer: window.newer || messages.length > MAX_HELD };
}

/** A page from behind the last; the far beginning is let go. */
export function withNewer(window: MessageWindow, page: HistoryPage): MessageWindow {
  const last = window.messages.at(-1);
  const fresh = last === undefined ? page.messages : page.messages.filter(({ position }) => position > last.position);
  const messages = [...window.messages, ...fresh];
  return { messages: messages.slice(-MAX_HELD), older: window.older || messages.length > MAX_HELD, newer: page.newer };
}

/**
 * A message that just came, or an answer to a sending: it takes its place, or that of its earlier form.
 * @param atEnd whether a person looks at the end: then the beginning is let go, else the message, which is read when they come there
 */
export function withMessage(window: MessageWindow, message: Message, atEnd: boolean): MessageWindow {
  const { messages } = window;
  const last = messages.at(-1);
  if (last === undefined || message.position > last.position) {
    if (window.newer) return window;
    if (messages.length < MAX_HELD) return { ...window, messages: [...messages, message] };
    return atEnd
      ? { ...window, messages: [...messages.slice(1 - MAX_HELD), message], older: true }
      : { ...window, newer: true };
  }
  const at = indexOf(window, message.position);
  if (messages[at]?.position === message.position) return changed(window, message);
  // One between two others: only where both are here; else it belongs to a page that is not.
  if (at === 0 && window.older) return window;
  return { ...window, messages: messages.toSpliced(at, 0, message) };
}

/** Edited, reacted to, taken back, or waiting again; and so what quotes it. */
export function changed(window: MessageWindow, message: Message): MessageWindow {
  let touched = false;
  const messages = window.messages.map((old) => {
    if (old.position === message.position) {
      touched = true;
      return message;
    }
    if (old.replyTo?.position !== message.position) return old;
    touched = true;
    const text = Array.from(message.text.slice(0, 2 * PREVIEW_CODE_POINTS))
      .slice(0, PREVIEW_CODE_POINTS)
      .join('');
    return { ...old, replyTo: { ...old.replyTo, text, deleted: message.deleted } };
  });
  return touched ? { ...window, messages } : window;
}

/** Deleted here; what quotes it quotes nothing any more. */
export function removed(window: MessageWindow, position: number): MessageWindow {
  const at = indexOf(window, position);
  const rest = window.messages[at]?.position === position ? window.messages.toSpliced(at, 1) : window.messages;
  const messages = rest.map((message) =>
    message.replyTo?.position === position
      ? { ...message, replyTo: { ...message.replyTo, position: null, text: '' } }
      : message,
  );
  return { ...window, messages };
}

/** What became of sent messages between two positions. */
export function withState(window: MessageWindow, event: Extract<Event, { type: 'message-state' }>): MessageWindow {
  const { messages } = window;
  let next: Message[] | undefined;
  for (let at = indexOf(window, event.from); at < messages.length; at += 1) {
    const message = messages[at]!;
    if (message.position > event.to) break;
    if (message.direction !== 'out') continue;
    if (event.state === 'read' && message.state !== 'delivered') continue;
    if (message.state === event.state && message.path === event.path) continue;
    next ??= [...messages];
    next[at] = { ...message, state: event.state, path: event.path };
  }
  return next === undefined ? window : { ...window, messages: next };
}

/** @param atEnd see withMessage */
export function withEvent(window: MessageWindow, event: Event, atEnd: boolean): MessageWindow {
  if (event.type === 'message') return withMessage(window, event.message, atEnd);
  if (event.type === 'message-changed') return changed(window, event.message);
  if (event.type === 'message-removed') return removed(window, event.position);
  return event.type === 'message-state' ? withState(window, event) : window;
}

export const find = (window: MessageWindow, position: number): Message | undefined => {
  const message = window.messages[indexOf(window, position)];
  return message?.position === position ? message : undefined;
};

/** Of the first message at or behind the position; the length where there is none. */
function indexOf({ messages }: MessageWindow, position: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (messages[middle]!.position < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
