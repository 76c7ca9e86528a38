/** What a chat shows on one side of a message world, as the faces get it. */
import { historyPage } from '../../node/flows/read-history.ts';
import { eventsSince } from '../../node/flows/events.ts';
import type { ChatMessageView, PeerEvent } from '../../node/flows/peer.ts';
import type { Party } from './message-world.ts';

/** All messages of the chat with this friend, oldest first. */
export function chatOf(party: Party, friend: Party): readonly ChatMessageView[] {
  const { account } = friend.own;
  const { messaging, store } = party;
  return historyPage({ store }, account, messaging.counters(account), messaging.stateOf, { limit: 1_000 });
}

/** The message with this text, as it reads now. */
export function messageWith(party: Party, friend: Party, text: string): ChatMessageView | undefined {
  return chatOf(party, friend).find((message) => message.text === text);
}

/** Its place, for what is done to it. */
export function placeOf(party: Party, friend: Party, text: string): bigint {
  const message = messageWith(party, friend, text);
  if (message === undefined) throw new Error(`nothing says ${text}`);
  return BigInt(message.position);
}

/** The whole feed. */
export function feedOf({ store, messaging }: Party): PeerEvent[] {
  const events = eventsSince({ store, stateOf: messaging.stateOf }, 0, 10_000);
  if (events === 'snapshot-required') throw new Error('the feed begins at its first event');
  return events.map(({ event }) => event);
}

/** Texts as they read now, in order; of what was taken back: nothing. */
export const textsOf = (party: Party, friend: Party): string[] => chatOf(party, friend).map(({ text }) => text);
