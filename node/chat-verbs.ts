/** What a person does in and around the chats of an unlocked peer: writes, reads, hides and silences them, leaves drafts, sets how everything is. */
import type { ChatRow } from './core/generated/rows.js';
import type { Settings, SettingsChange } from './core/settings.ts';
import { friendEvent } from './flows/friend-flows.ts';
import { askWhatItKnows, type Knows } from './flows/knows.ts';
import type { ChatMessageView, Peer, PeerEvent, Who } from './flows/peer.ts';
import { historyPage } from './flows/read-history.ts';
import { needContact, needFriend } from './flows/unfriend.ts';
import type { Unlocked } from './unlocked.ts';

type Verbs =
  | 'send'
  | 'react'
  | 'edit'
  | 'deleteMessage'
  | 'retry'
  | 'history'
  | 'markRead'
  | 'deleteHistory'
  | 'typing'
  | 'archive'
  | 'mute'
  | 'draft'
  | 'setDraft'
  | 'alarms'
  | 'alarm'
  | 'decideAlarm'
  | 'evidence'
  | 'settings'
  | 'set'
  | 'serverKnows';

export abstract class ChatVerbs implements Pick<Peer, Verbs> {
  /** @throws MiyuError 'not-registered' | 'locked' | 'signed-out' */
  protected abstract need(): Unlocked;
  /** An event of the moment. */
  protected abstract tell(event: PeerEvent): void;

  async send(form: Parameters<Peer['send']>[0]): Promise<ChatMessageView> {
    return await this.need().forms.send(form);
  }

  async react(form: Parameters<Peer['react']>[0]): Promise<ChatMessageView> {
    return await this.need().forms.react(form);
  }

  async edit(form: Parameters<Peer['edit']>[0]): Promise<ChatMessageView> {
    return await this.need().forms.edit(form);
  }

  async deleteMessage(form: Parameters<Peer['deleteMessage']>[0]): Promise<void> {
    await this.need().forms.deleteMessage(form);
  }

  async retry(form: Parameters<Peer['retry']>[0]): Promise<ChatMessageView> {
    return await this.need().forms.retry(form);
  }

  history({ with: who, ...page }: Parameters<Peer['history']>[0]): readonly ChatMessageView[] {
    const { flows, messaging } = this.need();
    const { account } = needContact(flows, who);
    return historyPage(flows.context, account, messaging.counters(account), messaging.stateOf, page);
  }

  async markRead({ with: who, upTo }: Parameters<Peer['markRead']>[0]): Promise<void> {
    const { flows, messaging } = this.need();
    await messaging.markRead(needContact(flows, who).account, BigInt(upTo));
  }

  async deleteHistory(who: Who): Promise<void> {
    const { flows, messaging } = this.need();
    const contact = needContact(flows, who);
    await messaging.clearHistory(contact.account);
    await flows.context.store.commit([friendEvent(contact, 'updated')]);
  }

  typing({ to, active }: Parameters<Peer['typing']>[0]): void {
    const { flows, messaging } = this.need();
    messaging.typing(needFriend(flows, to).account, active);
  }

  async archive({ who, archived }: Parameters<Peer['archive']>[0]): Promise<void> {
    await this.#setChat(who, { archived });
  }

  async mute({ who, muted }: Parameters<Peer['mute']>[0]): Promise<void> {
    await this.#setChat(who, { muted });
  }

  draft(who: Who): string {
    const { flows, messaging } = this.need();
    return messaging.chat(needContact(flows, who).account).draft;
  }

  async setDraft({ with: who, text }: Parameters<Peer['setDraft']>[0]): Promise<void> {
    await this.#setChat(who, { draft: text });
  }

  alarms(): ReturnType<Peer['alarms']> {
    return this.need().transparency.alarms.list();
  }

  alarm(id: number): ReturnType<Peer['alarm']> {
    return this.need().transparency.alarms.show(id);
  }

  async decideAlarm({ id, decision }: Parameters<Peer['decideAlarm']>[0]): ReturnType<Peer['decideAlarm']> {
    const { anywhere, transparency } = this.need();
    const view = await transparency.decide(id, decision);
    // The head that the copy has of this server is not held against it any more.
    if (decision === 'trust') await anywhere.anew();
    return view;
  }

  evidence(id: number): Uint8Array {
    return this.need().transparency.alarms.evidence(id);
  }

  settings(): Settings {
    return this.need().settings.value;
  }

  async set(change: SettingsChange): Promise<Settings> {
    const { anywhere, settings, messaging, nearby } = this.need();
    const changed = await settings.set(change);
    nearby.setVisible(changed.lan.visible);
    messaging.switched();
    anywhere.changed('own');
    this.tell({ type: 'settings', settings: changed });
    return changed;
  }

  async serverKnows(): Promise<Knows> {
    return await askWhatItKnows(this.need().flows);
  }

  async #setChat(who: Who, change: Partial<ChatRow>): Promise<void> {
    const { flows, messaging } = this.need();
    await messaging.setChat(needContact(flows, who).account, change);
  }
}
