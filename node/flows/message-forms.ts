/** What a face may do in a chat, by the name of the friend and the place of a message, in the values of a face. */
import type { ContactRow } from '../core/generated/rows.js';
import type { FriendFlows } from './friend-flows.ts';
import type { Messaging } from './messaging.ts';
import type { ChatMessageView, Peer, Who } from './peer.ts';
import { historyRow, messageOf, messageView } from './read-history.ts';
import type { SentText } from './texts.ts';
import { needContact, needFriend } from './unfriend.ts';

type Form<M extends keyof Peer> = Peer[M] extends (form: infer F) => unknown ? F : never;

export function createMessageForms(flows: FriendFlows, messaging: Messaging) {
  const { store } = flows.context;

  const friendOf = (who: Who): Readonly<ContactRow> => needFriend(flows, who);

  const viewOf = ({ account }: Readonly<ContactRow>, { position, row }: SentText): ChatMessageView =>
    messageOf(store, messaging.stateOf, account, position, row);

  return {
    async send({ to, text, style, replyTo }: Form<'send'>): Promise<ChatMessageView> {
      const contact = friendOf(to);
      const form = { style: style ?? null, ...(replyTo === undefined ? {} : { replyTo: BigInt(replyTo) }) };
      const { position, row } = await messaging.sendText(contact.account, text, form);
      // As it was written: what became of it meanwhile is told by its events.
      const stop = messaging.stopOf(contact.account);
      const { state, path } = row;
      const sent = { state, path, ...(stop === undefined ? {} : { waitsFor: stop }) };
      return messageView(position, row, sent, (answered) => historyRow(store, contact.account, answered));
    },
    async react({ with: who, position, emoji }: Form<'react'>): Promise<ChatMessageView> {
      const contact = friendOf(who);
      return viewOf(contact, await messaging.acts.react(contact.account, BigInt(position), emoji));
    },
    async edit({ with: who, position, text }: Form<'edit'>): Promise<ChatMessageView> {
      const contact = friendOf(who);
      return viewOf(contact, await messaging.acts.edit(contact.account, BigInt(position), text));
    },
    async deleteMessage({ with: who, position, forBoth }: Form<'deleteMessage'>): Promise<void> {
      if (forBoth) await messaging.acts.takeBack(friendOf(who).account, BigInt(position));
      else await messaging.acts.hide(needContact(flows, who).account, BigInt(position));
    },
    async retry({ with: who, position }: Form<'retry'>): Promise<ChatMessageView> {
      const contact = friendOf(who);
      return viewOf(contact, await messaging.acts.retry(contact.account, BigInt(position)));
    },
  };
}

export type MessageForms = ReturnType<typeof createMessageForms>;
