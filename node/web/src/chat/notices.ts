/** Of what the system's notifications tell, as the settings say: pure. */
import type { Event } from '../peer/methods.ts';
import type { PeerState } from '../peer/state.ts';
import { plainText } from './markdown.ts';

export interface Notice {
  readonly kind: 'message' | 'request';
  readonly account: string;
  readonly name: string;
  /** Null where the settings show no texts. */
  readonly text: string | null;
  readonly silent: boolean;
}

/** What is older came while nobody was connected: the badges tell of it, and a flood of notices would not help. */
const FRESH_MS = 60_000;
const MAX_CHARACTERS = 160;

export function noticeOf(event: Event, state: PeerState, now: number): Notice | null {
  const { notifications } = state.settings;
  const silent = !notifications.sound;
  if (event.type === 'friend') {
    if (event.change !== 'incoming' || !notifications.requests) return null;
    return { kind: 'request', account: event.friend, name: event.name, text: null, silent };
  }
  if (event.type !== 'message' || !notifications.messages) return null;
  const { message } = event;
  const friend = state.friends.get(event.friend);
  if (friend === undefined || friend.muted || friend.blocked) return null;
  if (message.direction !== 'in' || message.kind !== 'text' || message.deleted) return null;
  if (now - (message.receivedAt ?? message.sentAt) > FRESH_MS) return null;
  const text = notifications.preview
    ? plainText(message.text.slice(0, 4 * MAX_CHARACTERS)).slice(0, MAX_CHARACTERS)
    : null;
  return { kind: 'message', account: event.friend, name: friend.name, text, silent };
}
