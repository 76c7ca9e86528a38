/** What a face may do in a chat, by the name of the friend and the place of a message, in the values of a face. */
import type { ContactRow } from '../core/generated/rows.js';
import { RELATION } from '../core/rows.ts';
import { MiyuError } from '../../shared/errors.ts';
import { friendEvent, type FriendFlows } from './friend-flows.ts';
import type { Messaging } from './messaging.ts';
import type { ChatMessageView, Peer, Who } from './peer.ts';
import { historyPage, historyRow, messageOf, messageView } from './read-history.ts';
import type { SentText } from './texts.ts';
import { needContact } from './unfriend.ts';

type Form<M extends keyof Peer> = Peer[M] extends (form: infer F) => unknown ? F : never;

export function createMessageForms(flows: FriendFlows, messaging: Messaging) {
  const { store } = flows.context;

  /** @throws MiyuError 'not-a-friend' | 'friend-blocked' */
  function needFriend(who: Who): Readonly<ContactRow> {
    const contact = needContact(flows, who);
    if (contact.blocked) throw new MiyuError('friend-blocked');
    if (contact.relation !== RELATION.friend) throw new MiyuError('not-a-friend');
    return contact;
  }

  const viewOf = ({ account }: Readonly<ContactRow>, { position, row }: SentText): ChatMessageView =>
    messageOf(store, messaging.stateOf, account, position, row);

  return {
    async send({ to, text, style, replyTo }: Form<'send'>): Promise<ChatMessageView> {
      const contact = needFriend(to);
      const form = { style: style ?? null, ...(replyTo === undefined ? {} : { replyTo: BigInt(replyTo) }) };
      const { position, row } = await messaging.sendText(contact.account, text, form);
      // As it was written: what became of it meanwhile is told by its events.
      return messageView(position, row, row, (answered) => historyRow(store, contact.account, answered));
    },
    async react({ with: who, position, emoji }: Form<'react'>): Promise<ChatMessageView> {
      const contact = needFriend(who);
      return viewOf(contact, await messaging.acts.react(contact.account, BigInt(position), emoji));
    },
    async edit({ with: who, position, text }: Form<'edit'>): Promise<ChatMessageView> {
      const contact = needFriend(who);
      return viewOf(contact, await messaging.acts.edit(contact.account, BigInt(position), text));
    },
    async deleteMessage({ with: who, position, forBoth }: Form<'deleteMessage'>): Promise<void> {
      if (forBoth) await messaging.acts.takeBack(needFriend(who).account, BigInt(position));
      else await messaging.acts.hide(needContact(flows, who).account, BigInt(position));
    },
    async retry({ with: who, position }: Form<'retry'>): Promise<ChatMessageView> {
      const contact = needFriend(who);
      return viewOf(contact, await messaging.acts.retry(contact.account, BigInt(position)));
    },
    history({ with: who, ...page }: Form<'history'>): readonly ChatMessageView[] {
      const { account } = needContact(flows, who);
      return historyPage(flows.context, account, messaging.counters(account), messaging.stateOf, page);
    },
    async deleteHistory(who: Who): Promise<void> {
      const contact = needContact(flows, who);
      await messaging.clearHistory(contact.account);
      await store.commit([friendEvent(contact, 'updated')]);
    },
  };
}

export type MessageForms = ReturnType<typeof createMessageForms>;
