/** A peer in memory: the interface of node/flows/peer.ts without network, disk or keys, for tests of the faces. */
import type { NearbyView } from '../../node/flows/nearby-views.ts';
import type {
  ChatMessageView,
  CursorEvent,
  Friend,
  FriendDetails,
  Peer,
  PeerEvent,
  PeerState,
  PeerStatus,
  Person,
  RequestView,
  ServerInfo,
} from '../../node/flows/peer.ts';
import { isEmoji } from '../../node/core/message-content.ts';
import type { AlarmView } from '../../node/flows/alarms.ts';
import type { AnywhereView } from '../../node/flows/anywhere.ts';
import type { KeyChangeView } from '../../node/flows/key-changes.ts';
import type { Knows } from '../../node/flows/knows.ts';
import type { DoctorNews } from '../../node/flows/doctor-runs.ts';
import type { WithoutServer } from '../../node/flows/without-server.ts';
import { abilitiesOf } from '../../node/core/without-server.ts';
import {
  FIRST_SETTINGS,
  settingsIn,
  withSettings,
  type Settings,
  type SettingsChange,
} from '../../node/core/settings.ts';
import type { SearchView } from '../../node/flows/seeking.ts';
import { FakeIdentity } from './fake-identity.ts';
import { KNOWN } from './known.ts';
import { MiyuError, type ErrorCode } from '../../shared/errors.ts';
import { MAX_TEXT_BYTES } from '../../shared/wire/limits.ts';

const SERVER: ServerInfo = {
  peerId: '12D3KooWFakeServer',
  fingerprint: '1111 2222 3333 4444',
  addresses: ['/ip4/127.0.0.1/tcp/4710'],
  name: 'Fake',
  connected: true,
};

/** An account id that begins with the person's number, so that tests can name it. */
export const accountOf = (n: number): string => n.toString(16).padStart(8, '0') + 'ab'.repeat(28);

export class FakePeer extends FakeIdentity implements Peer {
  damage: PeerStatus['damage'] = null;
  portMapping: PeerStatus['portMapping'] = null;
  state: PeerState = 'no-account';
  lockedBy: PeerStatus['lockedBy'] = null;
  password = '';
  name: string | null = null;
  stopped = false;
  friendList: Friend[] = [];
  requestList: RequestView[] = [];
  /** Names that the server knows, beside friends. */
  readonly known = new Map<string, string>();
  readonly histories = new Map<string, ChatMessageView[]>();
  readonly feed: CursorEvent[] = [];
  /** Events up to this cursor are no longer kept. */
  forgotten = 0;
  readonly calls: string[] = [];
  own = FIRST_SETTINGS;
  /** Every draft that was kept, in order. */
  readonly drafts: string[] = [];
  /** What every text fails with. */
  sendFault: ErrorCode | undefined;
  readonly #listeners = new Set<(event: CursorEvent) => void>();

  get listeners(): number {
    return this.#listeners.size;
  }

  /** Signed in, with friends of these names. */
  static withFriends(...names: string[]): FakePeer {
    const peer = new FakePeer();
    peer.state = 'online';
    peer.name = 'alice';
    peer.password = 'correct horse';
    for (const name of names) peer.befriend(name);
    return peer;
  }

  befriend(name: string, change: Partial<Friend> = {}): Friend {
    const friend: Friend = {
      account: accountOf(this.friendList.length + 1),
      name,
      relation: 'friend',
      verified: 'no',
      presence: 'online',
      path: 'lan',
      address: '/ip4/127.0.0.1/tcp/4000',
      lastSeen: null,
      unread: 0,
      lastMessage: null,
      blocked: false,
      firstUnread: null,
      archived: false,
      muted: false,
      card: null,
      draft: '',
      keyChange: null,
      ...change,
    };
    this.friendList.push(friend);
    return friend;
  }

  emit(event: PeerEvent): CursorEvent {
    const durable = !['presence', 'state', 'typing', 'settings', 'chat', 'nearby', 'port-mapping'].includes(event.type);
    const entry: CursorEvent = { cursor: durable ? this.cursor() + 1 : 0, event };
    if (durable) this.feed.push(entry);
    for (const listener of this.#listeners) listener(entry);
    return entry;
  }

  receive(from: string, text: string): ChatMessageView {
    const friend = this.#friend(from);
    return this.#append(friend.account, 'in', text);
  }

  setState(of: ChatMessageView, friend: string, state: ChatMessageView['state']): void {
    const account = this.#friend(friend).account;
    const history = this.histories.get(account) ?? [];
    const at = history.findIndex((message) => message.position === of.position);
    history[at] = { ...history[at]!, state };
    this.emit({ type: 'message-state', friend: account, from: of.position, to: of.position, state, path: 'lan' });
  }

  status(): PeerStatus {
    return {
      state: this.state,
      name: this.name,
      account: this.name === null ? null : accountOf(0),
      fingerprint: this.name === null ? null : 'aaaa bbbb',
      device: '12D3KooWFakeDevice',
      epoch: 1,
      server: SERVER,
      listening: ['/ip4/127.0.0.1/tcp/4001'],
      portMapping: this.portMapping,
      friends: { total: this.friendList.length, online: this.friendList.length, byPath: this.#byPath() },
      outbox: { waiting: 0, stored: 0 },
      requests: this.requestList.length,
      missing: this.faults,
      lockedBy: this.lockedBy,
      damage: this.damage,
      version: '0.0.1',
      uptimeMs: 5,
    };
  }

  async register({ name, password }: { name: string; password: string }): Promise<PeerStatus> {
    if (this.name !== null) throw new MiyuError('already-registered');
    if (name === '') throw new MiyuError('name-empty', { field: 'name' });
    if (name === 'taken') throw new MiyuError('name-taken', { field: 'name' });
    if (password.length < 8) throw new MiyuError('password-too-short', { field: 'password' });
    this.name = name;
    this.password = password;
    this.#change('online');
    return this.status();
  }

  async login({ password }: { password: string }): Promise<PeerStatus> {
    if (this.name === null) throw new MiyuError('not-registered');
    if (password !== this.password) throw new MiyuError('password-wrong', { field: 'password' });
    this.#change('online');
    return this.status();
  }

  async logout(): Promise<{ acknowledged: boolean }> {
    this.#change('locked');
    return { acknowledged: true };
  }

  /** Open tokens of this account, by id. */
  tokens: string[] = [];
  /** Whether the server asks new people for one, and how many may be open. */
  tokenRequired = false;
  mostTokens = 5;

  async invite({ forNew = false }: Parameters<Peer['invite']>[0] = {}): ReturnType<Peer['invite']> {
    if (!forNew || !this.tokenRequired) return { link: 'miyu://invite/fake', expiresAt: null, id: null };
    if (this.tokens.length >= this.mostTokens) throw new MiyuError('invites-full', { detail: this.mostTokens });
    const id = `${this.tokens.length + 1}`.repeat(8);
    this.tokens.push(id);
    return { link: `miyu://invite/fake-${id}`, expiresAt: 1_800_000_000_000, id };
  }

  readInvite({ link = '' }: Parameters<Peer['readInvite']>[0] = {}): ReturnType<Peer['readInvite']> {
    if (!link.startsWith('miyu:')) return null;
    if (!link.startsWith('miyu://invite/fake')) throw new MiyuError('invite-malformed');
    return { link, server: SERVER, inviter: { account: accountOf(7), name: 'wang' }, forNew: link.includes('-') };
  }

  async invites(): ReturnType<Peer['invites']> {
    const invites = this.tokens.map((id) => ({ id, madeAt: 1_700_000_000_000, expiresAt: 1_800_000_000_000 }));
    return { invites, most: this.mostTokens, tokenRequired: this.tokenRequired };
  }

  async revokeInvite({ id }: Parameters<Peer['revokeInvite']>[0]): Promise<void> {
    if (!this.tokens.includes(id)) throw new MiyuError('token-invalid', { field: 'id' });
    this.tokens = this.tokens.filter((each) => each !== id);
  }

  async rename({ name }: Parameters<Peer['rename']>[0]): Promise<PeerStatus> {
    this.#open();
    if (name === 'taken') throw new MiyuError('name-taken', { field: 'name' });
    if (name === 'often') throw new MiyuError('rename-limited', { detail: 3, retryAfterMs: 86_400_000 });
    this.name = name;
    return this.status();
  }

  friends(): readonly Friend[] {
    this.#open();
    return this.friendList;
  }

  friend(who: string): FriendDetails {
    return {
      ...this.#friend(who),
      fingerprint: 'cccc dddd',
      agreement: {
        sent: { agreed: 12_431, total: 12_431, upTo: 1_700_000_000_000 },
        received: { agreed: 0, total: 0, upTo: null },
        state: 'agreed',
        differedAt: null,
        missing: [],
        withheld: [],
      },
      safetyNumber: '12345 67890',
      profile: null,
      certificate: null,
      identityKey: 'ef'.repeat(32),
      device: null,
      epoch: 1,
      home: { server: SERVER.peerId, addresses: SERVER.addresses },
      search: this.searches.get(this.#friend(who).account) ?? null,
    };
  }

  /** How friends without a path are looked for, by account. */
  readonly searches = new Map<string, SearchView>();

  #byPath(): PeerStatus['friends']['byPath'] {
    const counts = { lan: 0, direct: 0, relayed: 0, mailbox: 0, unreachable: 0 };
    for (const { presence, path } of this.friendList)
      counts[presence === 'online' ? (path ?? 'direct') : presence] += 1;
    return counts;
  }

  async find(name: string): Promise<Person> {
    const account = this.known.get(name);
    if (account === undefined) throw new MiyuError('no-such-user', { field: 'name' });
    return {
      account,
      name,
      fingerprint: 'cccc dddd',
      identityKey: 'ef'.repeat(32),
      exchangeKey: 'ee'.repeat(32),
      device: '12D3KooWOther',
      epoch: 1,
      relation: 'none',
      verified: 'no',
    };
  }

  whois(who: string): Promise<Person> {
    return this.find(who);
  }

  /** Who has a request of ours. */
  way: 'direct' | 'server' | 'later' = 'server';

  async add({ who, greeting }: Parameters<Peer['add']>[0]): ReturnType<Peer['add']> {
    this.calls.push(`add ${who} ${greeting ?? ''}`);
    if (who === this.name) throw new MiyuError('not-yourself');
    if (this.friendList.some(({ name }) => name === who)) throw new MiyuError('already-friends');
    if (!this.known.has(who)) throw new MiyuError('no-such-user');
    const friend = this.befriend(who, { relation: 'requested', presence: 'unreachable', path: null });
    this.emit({ type: 'friend', friend: friend.account, name: who, change: 'requested' });
    return { friend, outcome: 'requested', way: this.way };
  }

  near: NearbyView = { on: true, visible: true, people: [], silent: 0, servers: [] };
  nearby(): Promise<NearbyView> {
    return Promise.resolve(this.near);
  }

  requests(): readonly RequestView[] {
    return this.requestList;
  }

  async accept(who: string): Promise<Friend> {
    this.#request(who);
    return this.befriend(who);
  }

  async refuse(who: string): Promise<void> {
    this.#request(who);
  }

  async later(who: string): Promise<void> {
    this.calls.push(`later ${who}`);
    if (!this.requestList.some(({ name }) => name === who)) throw new MiyuError('no-such-request');
  }

  async remove({ who, keepHistory }: { who: string; keepHistory?: boolean }): Promise<void> {
    const friend = this.#friend(who);
    this.calls.push(`remove ${who} ${keepHistory === true ? 'keep' : 'forget'}`);
    this.friendList = this.friendList.filter((other) => other !== friend);
  }

  async block(who: string): Promise<void> {
    this.#friend(who);
    this.calls.push(`block ${who}`);
  }

  async unblock(who: string): Promise<void> {
    this.calls.push(`unblock ${who}`);
  }

  async verify({ who, verified }: { who: string; verified: boolean }): Promise<Friend> {
    return { ...this.#friend(who), verified: verified ? 'yes' : 'no' };
  }

  async send({ to, text, style, replyTo }: Parameters<Peer['send']>[0]): Promise<ChatMessageView> {
    const friend = this.#friend(to);
    if (this.sendFault !== undefined) throw new MiyuError(this.sendFault);
    if (text === '') throw new MiyuError('text-empty', { field: 'text' });
    if (Buffer.byteLength(text) > MAX_TEXT_BYTES) throw new MiyuError('text-too-long', { field: 'text' });
    const answered = replyTo === undefined ? undefined : this.#message(to, replyTo);
    if (friend.draft !== '') this.#alter(to, { draft: '' });
    return this.#append(friend.account, 'out', text, {
      style: style ?? null,
      replyTo: answered === undefined ? null : { ...answered, deleted: false },
    });
  }

  async react({ with: who, position, emoji }: Parameters<Peer['react']>[0]): Promise<ChatMessageView> {
    if (emoji !== null && !isEmoji(emoji)) throw new MiyuError('emoji-invalid', { field: 'emoji' });
    const { reactions } = this.#message(who, position);
    const others = reactions.filter(({ by }) => by !== 'me');
    return this.change(who, position, { reactions: emoji === null ? others : [...others, { emoji, by: 'me' }] });
  }

  async edit({ with: who, position, text }: Parameters<Peer['edit']>[0]): Promise<ChatMessageView> {
    if (this.#message(who, position).direction !== 'out') throw new MiyuError('not-your-message');
    return this.change(who, position, { text, editedAt: 1_700_000_100_000 });
  }

  async deleteMessage({ with: who, position, forBoth }: Parameters<Peer['deleteMessage']>[0]): Promise<void> {
    const { account } = this.#friend(who);
    const { direction } = this.#message(who, position);
    if (forBoth) {
      if (direction !== 'out') throw new MiyuError('not-your-message');
      this.change(who, position, { text: '', deleted: true, reactions: [] });
      return;
    }
    const left = (this.histories.get(account) ?? []).filter((message) => message.position !== position);
    this.histories.set(account, left);
    this.emit({ type: 'message-removed', friend: account, position });
  }

  async retry({ with: who, position }: Parameters<Peer['retry']>[0]): Promise<ChatMessageView> {
    const { state, reason, unsent } = this.#message(who, position);
    if (state !== 'failed' && unsent === null) throw new MiyuError('message-not-failed');
    const again = state === 'failed' ? { state: 'queued' as const, reason: null } : { state, reason };
    return this.change(who, position, { ...again, unsent: null });
  }

  /** The message becomes this, and the faces are told. */
  change(who: string, position: number, change: Partial<ChatMessageView>): ChatMessageView {
    const { account } = this.#friend(who);
    const message = { ...this.#message(who, position), ...change };
    const history = this.histories.get(account) ?? [];
    history[history.findIndex((each) => each.position === position)] = message;
    this.emit({ type: 'message-changed', friend: account, message });
    return message;
  }

  history(form: { with: string; before?: number; after?: number; limit?: number }): readonly ChatMessageView[] {
    const { before = Infinity, after = 0, limit = 50 } = form;
    const all = this.histories.get(this.#friend(form.with).account) ?? [];
    const found = all.filter(({ position }) => position < before && position > after);
    return form.after === undefined ? found.slice(-limit) : found.slice(0, limit);
  }

  typing({ to, active }: { to: string; active: boolean }): void {
    this.#friend(to);
    this.calls.push(`typing ${to} ${active}`);
  }

  async archive({ who, archived }: { who: string; archived: boolean }): Promise<void> {
    this.#alter(who, { archived });
  }

  async mute({ who, muted }: { who: string; muted: boolean }): Promise<void> {
    this.#alter(who, { muted });
  }

  draft(who: string): string {
    return this.#friend(who).draft;
  }

  async setDraft({ with: who, text }: { with: string; text: string }): Promise<void> {
    this.drafts.push(text);
    this.#alter(who, { draft: text });
  }

  settings(): Settings {
    this.#open();
    return this.own;
  }

  async set(change: SettingsChange): Promise<Settings> {
    this.own = settingsIn(withSettings({ ...this.own }, change));
    this.emit({ type: 'settings', settings: this.own });
    return this.own;
  }

  async serverKnows(): Promise<Knows> {
    this.#open();
    return KNOWN;
  }

  async markRead({ with: who, upTo }: { with: string; upTo: number }): Promise<void> {
    this.calls.push(`read ${who} ${upTo}`);
  }

  async deleteHistory(who: string): Promise<void> {
    this.histories.delete(this.#friend(who).account);
  }

  /** What the doctor finds; the next run ends with it. */
  doctorNews: Omit<DoctorNews, 'run'> = {
    checks: [],
    report: { at: 1_700_000_000_000, tookMs: 4, findings: [], friendsLeftOut: 0 },
  };

  beginDoctor({ who }: { who?: string } = {}): number {
    this.calls.push(`doctor ${who ?? ''}`);
    return 1;
  }

  async followDoctor({ run, after }: { run: number; after: number }): Promise<DoctorNews> {
    return { run, ...this.doctorNews, checks: this.doctorNews.checks.slice(after) };
  }

  /** Whether the server answers. */
  serverOnline = true;

  withoutServer(): WithoutServer {
    this.#open();
    const friends = this.friendList.map(({ presence }) => ({
      linked: presence === 'online',
      addressKnown: true,
      otherHomeUp: false,
    }));
    const { serverOnline } = this;
    const reason = serverOnline ? null : 'server-unreachable';
    return { serverOnline, reason, abilities: abilitiesOf({ serverOnline, friends }) };
  }

  async ping(): Promise<{ roundTripMs: number; server: ServerInfo }> {
    return { roundTripMs: 1.5, server: SERVER };
  }

  async exportKey({ password }: { password: string }): Promise<Uint8Array> {
    if (password !== this.password) throw new MiyuError('password-wrong');
    return Uint8Array.of(1, 2, 3, 255);
  }

  async importKey({ file }: { file: Uint8Array }): Promise<PeerStatus> {
    if (file.length === 0) throw new MiyuError('key-file-damaged');
    this.name = 'alice';
    this.calls.push(`import ${Buffer.from(file).toString('hex')}`);
    this.#change('online');
    return this.status();
  }

  async loginElsewhere({ name, password }: { name: string; password: string }): Promise<PeerStatus> {
    if (password !== this.password) throw new MiyuError('login-wrong', { field: 'password' });
    this.name = name;
    this.calls.push(`elsewhere ${name}`);
    this.#change('online');
    return this.status();
  }

  anywhereState: AnywhereView['state'] = 'off';

  anywhere(): AnywhereView {
    return { state: this.anywhereState, keptAt: this.anywhereState === 'kept' ? 1_700_000_000_000 : null };
  }

  async setAnywhere({ on, password }: { on: boolean; password?: string }): Promise<AnywhereView> {
    if (on && password !== this.password) throw new MiyuError('password-wrong');
    this.anywhereState = on ? 'kept' : 'off';
    this.calls.push(`anywhere ${String(on)}`);
    return this.anywhere();
  }

  async changePassword({ password, newPassword }: { password: string; newPassword: string }): Promise<AnywhereView> {
    if (password !== this.password) throw new MiyuError('password-wrong');
    this.calls.push(`password ${newPassword}`);
    return this.anywhere();
  }

  async deleteAccount({ name, password }: { name: string; password: string }): Promise<void> {
    if (name !== this.name) throw new MiyuError('usage', { field: 'name' });
    if (password !== this.password) throw new MiyuError('password-wrong');
    this.calls.push(`delete ${name}`);
    this.#change('no-account');
  }

  /** What does not work just now, by code. */
  faults: readonly string[] = [];
  /** What a server's log has shown. */
  told: AlarmView[] = [];

  alarms(): readonly AlarmView[] {
    this.#open();
    return this.told;
  }

  alarm(id: number): AlarmView {
    const found = this.told.find((each) => each.id === id);
    if (found === undefined) throw new MiyuError('no-such-alarm');
    return found;
  }

  /** What was shown in the place of friends' keys, by account. */
  readonly keyChanges = new Map<string, KeyChangeView>();

  /** A server shows this friend's name as another account's. */
  changeKey(name: string): void {
    const at = this.friendList.findIndex((friend) => friend.name === name);
    const { account } = this.friendList[at]!;
    const alarm: AlarmView = {
      ...{ id: 7, kind: 'key-changed', severity: 'alarm', at: 1_700_000_000_000, state: 'open', decidedAt: null },
      server: { peerId: SERVER.peerId, fingerprint: SERVER.fingerprint },
      ...{ friend: { account, name }, stops: [{ account, name }], evidence: true },
      other: { how: 'name', account: accountOf(99), fingerprint: '99999 88888' },
    };
    const number = (digit: string): string => Array.from({ length: 12 }, () => digit.repeat(5)).join(' ');
    this.told = [alarm, ...this.told];
    this.keyChanges.set(account, {
      ...{ friend: { account, name }, alarm },
      ...{ safetyNumber: number('1'), otherNumber: number('2') },
    });
    this.friendList[at] = { ...this.friendList[at]!, verified: 'no', keyChange: { alarm: 7, state: 'open' } };
    this.emit({ type: 'alarm', id: 7 });
  }

  keyChange(who: string): KeyChangeView | null {
    return this.keyChanges.get(this.friend(who).account) ?? null;
  }

  async decideKey({ who, decision }: Parameters<Peer['decideKey']>[0]): Promise<Friend> {
    const { account, name } = this.friend(who);
    const change = this.keyChanges.get(account);
    if (change === undefined) throw new MiyuError('no-such-alarm');
    const { id } = change.alarm;
    const isOver = decision !== 'stop';
    const alarm = { ...change.alarm, state: isOver ? 'trusted' : 'stopped' } as const;
    this.told = this.told.map((each) => (each.id === id ? alarm : each));
    if (isOver) this.keyChanges.delete(account);
    else this.keyChanges.set(account, { ...change, alarm });
    const at = this.friendList.findIndex((friend) => friend.account === account);
    const friend: Friend = {
      ...this.friendList[at]!,
      keyChange: isOver ? null : { alarm: id, state: 'stopped' },
      ...(decision === 'same' ? { verified: 'yes' as const } : {}),
    };
    this.friendList[at] = friend;
    this.calls.push(`key ${name} ${decision}`);
    this.emit({ type: 'friend', friend: account, name, change: 'updated' });
    this.emit({ type: 'alarm', id });
    return friend;
  }

  async decideAlarm({ id, decision }: { id: number; decision: 'stop' | 'trust' }): Promise<AlarmView> {
    const state = decision === 'trust' ? 'trusted' : 'stopped';
    const decided = { ...this.alarm(id), state, decidedAt: 1_700_000_100_000 } as const;
    this.told = this.told.map((each) => (each.id === id ? decided : each));
    this.calls.push(`alarm ${id} ${decision}`);
    this.emit({ type: 'alarm', id });
    return decided;
  }

  evidence(id: number): Uint8Array {
    if (!this.alarm(id).evidence) throw new MiyuError('no-evidence');
    return new TextEncoder().encode(`evidence ${id}`);
  }

  cursor(): number {
    return Math.max(this.feed.at(-1)?.cursor ?? 0, this.forgotten);
  }

  events(since: number, limit: number): readonly CursorEvent[] | 'snapshot-required' {
    this.#open();
    if (since < this.forgotten) return 'snapshot-required';
    return this.feed.filter(({ cursor }) => cursor > since).slice(0, limit);
  }

  onEvent(listener: (event: CursorEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async stop(): Promise<void> {
    this.stopped = true;
  }

  #change(state: PeerState): void {
    this.state = state;
    this.emit({ type: 'state', state, missing: [] });
  }

  #open(): void {
    if (this.state === 'locked' || this.state === 'no-account') throw new MiyuError('locked');
  }

  #friend(who: string): Friend {
    this.#open();
    const friend = this.friendList.find(({ name, account }) => name === who || account === who);
    if (friend === undefined) throw new MiyuError('not-a-friend');
    return friend;
  }

  #alter(who: string, change: Partial<Friend>): void {
    const friend = this.#friend(who);
    this.friendList[this.friendList.indexOf(friend)] = { ...friend, ...change };
    this.emit({ type: 'chat', friend: friend.account });
  }

  #request(who: string): void {
    if (!this.requestList.some(({ name }) => name === who)) throw new MiyuError('no-such-request');
    this.requestList = this.requestList.filter(({ name }) => name !== who);
  }

  #message(who: string, position: number): ChatMessageView {
    const history = this.histories.get(this.#friend(who).account) ?? [];
    const message = history.find((each) => each.position === position);
    if (message === undefined) throw new MiyuError('no-such-message');
    return message;
  }

  #append(
    account: string,
    direction: 'in' | 'out',
    text: string,
    change: Partial<ChatMessageView> = {},
  ): ChatMessageView {
    const history = this.histories.get(account) ?? [];
    this.histories.set(account, history);
    const position = (history.at(-1)?.position ?? 0) + 1;
    const message: ChatMessageView = {
      messageId: position.toString(16).padStart(32, '0'),
      position,
      direction,
      kind: 'text',
      text,
      style: null,
      replyTo: null,
      reactions: [],
      editedAt: null,
      unsent: null,
      deleted: false,
      sentAt: 1_700_000_000_000 + position,
      receivedAt: direction === 'in' ? 1_700_000_000_000 + position : null,
      state: direction === 'in' ? 'received' : 'queued',
      reason: null,
      path: direction === 'in' ? 'lan' : null,
      ...change,
    };
    history.push(message);
    this.emit({ type: 'message', friend: account, message });
    return message;
  }
}
