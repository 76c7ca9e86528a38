/**
 * What a running peer can do, as its faces see it: plain values (ids in lower-case hex, Unix milliseconds, numbers), expected
 * outcomes as values, failures as MiyuError. node/app.ts puts it together; node/api checks and carries it.
 */

import type { NearbyView } from './nearby-views.ts';
import type { PortMappingState } from '../../shared/net/port-mapping.ts';
import type { Settings, SettingsChange } from '../core/settings.ts';
import type { AlarmView } from './alarms.ts';
import type { AnywhereView } from './anywhere.ts';
import type { DoctorPeer } from './doctor-peer.ts';
import type { Asked } from './befriend.ts';
import type { CardName, CertificateView, IdentityPeer, ProfileView } from './identity-peer.ts';
import type { Elsewhere } from './elsewhere.ts';
import type { InviteLink, InviteView, OpenInvites } from './invite.ts';
import type { Knows } from './knows.ts';
import type { SearchView } from './seeking.ts';

export type Hex = string;

/**
 * no-account  nothing registered or imported yet
 * locked      there is a vault; its password has not been given
 * connecting  unlocked; the home server has not answered yet (friends may be up all the same)
 * online      signed in at the home server
 * signed-out  a newer login took over, or the person signed out
 */
export type PeerState = 'no-account' | 'locked' | 'connecting' | 'online' | 'signed-out';

export interface ServerInfo {
  /** PeerId text of the pinned server, and its fingerprint in groups as a person compares it. */
  readonly peerId: string;
  readonly fingerprint: string;
  readonly addresses: readonly string[];
  /** From its signed statement, where it was reached once. */
  readonly name: string | null;
  readonly connected: boolean;
}

export interface StoreDamage {
  /** Unix milliseconds of the last repair. */
  readonly repairedAt: number;
  /** Messages that are known to be lost for good. */
  readonly lostContents: number;
  /** Writes that the disk had taken and did not have any more; what was in them is not known. */
  readonly lostBatches: number;
  /** By table of the store: rows that could not be read or were missing, whether they came back or not. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Why a profile that was open is locked, where it was not the person who locked it here. */
export type LockedBy =
  | ({ readonly by: 'elsewhere' } & Elsewhere)
  /** Nobody did anything since, Unix milliseconds, for the time that is set. */
  | { readonly by: 'idle'; readonly since: number };

export interface PeerStatus {
  readonly state: PeerState;
  readonly lockedBy: LockedBy | null;
  readonly name: string | null;
  readonly account: Hex | null;
  /** Own safety fingerprint. */
  readonly fingerprint: string | null;
  readonly device: string | null;
  readonly epoch: number | null;
  readonly server: ServerInfo | null;
  readonly listening: readonly string[];
  /** The port at the home router; null: none is asked, or nobody is signed in. */
  readonly portMapping: PortMappingState | null;
  readonly friends: {
    readonly total: number;
    readonly online: number;
    /** By the way that the next message goes. */
    readonly byPath: Readonly<Record<'lan' | 'direct' | 'relayed' | 'mailbox' | 'unreachable', number>>;
  };
  /** Waiting to be delivered, and of these kept in mailboxes. */
  readonly outbox: { readonly waiting: number; readonly stored: number };
  readonly requests: number;
  /** What does not work just now, as error codes ('server-unreachable', 'disk-full', 'store-damaged', ...). */
  readonly missing: readonly string[];
  /** What of this profile's files was ever found unreadable or missing; null: nothing. */
  readonly damage: StoreDamage | null;
  readonly version: string;
  /** Milliseconds since the process was ready. */
  readonly uptimeMs: number;
}

/** requested: we asked · incoming: they asked · friend · closing: ended here, still being told to the other. removed: they ended it. */
export type Relation = 'requested' | 'incoming' | 'friend' | 'removed';

export interface Friend {
  readonly account: Hex;
  readonly name: string;
  readonly relation: Relation;
  /** Compared safety numbers, or came by an invite from the person (then 'invite'). */
  readonly verified: 'no' | 'invite' | 'yes';
  readonly presence: 'online' | 'mailbox' | 'unreachable';
  readonly path: 'lan' | 'direct' | 'relayed' | null;
  readonly address: string | null;
  readonly lastSeen: number | null;
  readonly unread: number;
  readonly lastMessage: ChatMessageView | null;
  readonly blocked: boolean;
  /** null: this friend's card has not come, or there is none. */
  readonly card: CardName | null;
  /** Position of the oldest message of theirs that was not read, null: all were. */
  readonly firstUnread: number | null;
  /** Hidden by the person until something new comes. */
  readonly archived: boolean;
  /** No notifications. */
  readonly muted: boolean;
  /** What was typed and not sent: its first 200 code points; '': nothing. */
  readonly draft: string;
  /** Another key was shown for this friend, under this alarm: what is written waits until the person has decided. null: no. */
  readonly keyChange: { readonly alarm: number; readonly state: 'open' | 'stopped' } | null;
}

/** What two friends know of each other's messages by comparing (PROTOCOL.md section 12). */
export interface Agreement {
  /** Of what we sent, and of what they sent: how many both have of how many, when that was last found, null: never. */
  readonly sent: Agreed;
  readonly received: Agreed;
  /** differs: what was compared last was not the same, and it is being repaired. */
  readonly state: 'agreed' | 'differs' | 'unknown';
  /** When something last was not the same, null: never. */
  readonly differedAt: number | null;
  /** Numbers of theirs that never came. */
  readonly missing: readonly { readonly from: number; readonly to: number }[];
  /** What our server took for us and did not give out: it signed for it. */
  readonly withheld: readonly { readonly number: number; readonly storedAt: number; readonly server: string }[];
}
export interface Agreed {
  readonly agreed: number;
  readonly total: number;
  readonly upTo: number | null;
}

export interface FriendDetails extends Friend {
  readonly agreement: Agreement;
  readonly fingerprint: string;
  readonly safetyNumber: string;
  readonly profile: ProfileView | null;
  readonly certificate: CertificateView | null;
  readonly identityKey: Hex;
  readonly device: string | null;
  readonly epoch: number;
  readonly home: { readonly server: string; readonly addresses: readonly string[] };
  /** How a friend without a path is looked for; null: there is a path, or none is looked for. */
  readonly search: SearchView | null;
}

export interface Person {
  readonly account: Hex;
  readonly name: string;
  readonly fingerprint: string;
  readonly identityKey: Hex;
  readonly exchangeKey: Hex;
  readonly device: string;
  readonly epoch: number;
  readonly relation: Relation | 'none' | 'yourself';
  /** A name looked up at a server is unverified until compared. */
  readonly verified: 'no' | 'invite' | 'yes';
}

export interface RequestView {
  readonly account: Hex;
  readonly name: string;
  readonly greeting: string;
  readonly receivedAt: number;
  /** True where the person said "later" in this session. */
  readonly postponed: boolean;
}

export type MessageState = 'queued' | 'stored' | 'delivered' | 'read' | 'failed' | 'received';

/** How a text looks; each theme has its own legible shade of a colour, null: the theme's own. */
export interface MessageStyle {
  readonly size: 'small' | 'normal' | 'large' | 'huge';
  readonly color: 'red' | 'orange' | 'green' | 'teal' | 'blue' | 'purple' | 'pink' | 'grey' | null;
  readonly face: 'sans' | 'serif' | 'mono' | 'hand';
}

/** What a message answers. */
export interface RepliedView {
  /** null: it is not in this history (any more). */
  readonly position: number | null;
  readonly direction: 'in' | 'out';
  /** At most 200 code points, as it reads now. */
  readonly text: string;
  readonly deleted: boolean;
}

export interface ChatMessageView {
  readonly messageId: Hex;
  /** Place in this chat, from 1. */
  readonly position: number;
  readonly direction: 'in' | 'out';
  readonly kind: 'text' | 'notice' | 'unknown';
  /** Of a notice, which is nobody's message: what happened to the friend. */
  readonly notice?: { readonly type: 'renamed'; readonly formerName: string; readonly name: string };
  /** As it reads now; '' where it was taken back. */
  readonly text: string;
  /** null: plain. */
  readonly style: MessageStyle | null;
  readonly replyTo: RepliedView | null;
  /** One per person at most. */
  readonly reactions: readonly { readonly emoji: string; readonly by: 'me' | 'friend' }[];
  readonly editedAt: number | null;
  /** Its author took it back, for both. */
  readonly deleted: boolean;
  readonly sentAt: number;
  readonly receivedAt: number | null;
  readonly state: MessageState;
  /** Error code where state is failed; where it is queued and nothing may be sent to this friend: why. */
  readonly reason: string | null;
  /** What this person did to it last that failed for good, with the error code: the friend does not know of it. `retry` sends it again. */
  readonly unsent: { readonly act: 'reaction' | 'edit' | 'deletion'; readonly reason: string | null } | null;
  readonly path: 'lan' | 'direct' | 'relayed' | 'mailbox' | null;
}

/**
 * Everything a face may be told of. Durable ones carry the feed's cursor; those of the moment do not (cursor 0): presence, state, typing,
 * settings, chat.
 */
export type PeerEvent =
  | { readonly type: 'message'; readonly friend: Hex; readonly message: ChatMessageView }
  /** A message that was told before: edited, reacted to, taken back by its author, waiting again, or with something unsent. */
  | { readonly type: 'message-changed'; readonly friend: Hex; readonly message: ChatMessageView }
  /** The person deleted it here. */
  | { readonly type: 'message-removed'; readonly friend: Hex; readonly position: number }
  | {
      /** What became of the sent messages between two positions, both included; 'read': of those of them that had arrived. */
      readonly type: 'message-state';
      readonly friend: Hex;
      readonly from: number;
      readonly to: number;
      readonly state: MessageState;
      readonly path: ChatMessageView['path'];
    }
  | {
      readonly type: 'friend';
      readonly friend: Hex;
      readonly name: string;
      readonly change:
        'requested' | 'incoming' | 'accepted' | 'refused' | 'removed' | 'dropped' | 'updated' | 'restored' | 'renamed';
      /** Of 'renamed': the name before. */
      readonly formerName?: string;
    }
  /** A server's log has shown something, or what the person decided of it has changed. */
  | { readonly type: 'alarm'; readonly id: number }
  | {
      readonly type: 'presence';
      readonly friend: Hex;
      readonly name: string;
      readonly presence: Friend['presence'];
      readonly path: Friend['path'];
    }
  | { readonly type: 'state'; readonly state: PeerState; readonly missing: readonly string[] }
  /** The friend types, or has stopped. */
  | { readonly type: 'typing'; readonly friend: Hex; readonly active: boolean }
  | { readonly type: 'settings'; readonly settings: Settings }
  /** Who is near has changed; told for a while after somebody has looked. */
  | { readonly type: 'nearby' }
  | { readonly type: 'port-mapping' }
  /** This chat was archived, muted, or its draft is another. */
  | { readonly type: 'chat'; readonly friend: Hex };

export interface CursorEvent {
  readonly cursor: number;
  readonly event: PeerEvent;
}

/** Who is meant: a friend's name (exact or unambiguous without regard to case), an account id in hex (8 digits or more suffice), or an invite link. */
export type Who = string;

export interface Peer extends IdentityPeer, DoctorPeer {
  status(): PeerStatus;

  /** Creates identity, vault and account; `server`: an invite link or a multiaddr with /p2p/. @throws name-*, email-*, password-*, token-*, server-*, 'already-registered' */
  register(form: {
    readonly name: string;
    readonly password: string;
    readonly email?: string;
    readonly server?: string;
  }): Promise<PeerStatus>;
  /** Unlocks the vault and signs in. takeOver: also where a newer login signed this device out. @throws 'password-wrong' | 'not-registered' | 'signed-out' */
  login(form: { readonly password: string; readonly takeOver?: boolean }): Promise<PeerStatus>;
  /**
   * On a machine without a profile: by name and password alone, where the person has chosen so. Signs in as the newest device.
   * @throws 'already-registered' | 'no-server' | 'name-*' | 'login-wrong' | 'rate-limited' | 'vault-rejected' | 'server-*'
   */
  loginElsewhere(form: {
    readonly name: string;
    readonly password: string;
    readonly server?: string;
  }): Promise<PeerStatus>;
  /** Whether the home server keeps a sealed copy for that, as this machine knows it. */
  anywhere(): AnywhereView;
  /** On takes the password. @throws 'password-wrong' | 'too-large' | 'server-unreachable' | … */
  setAnywhere(form: { readonly on: boolean; readonly password?: string }): Promise<AnywhereView>;
  /** @throws 'password-wrong' | 'password-*' | 'server-unreachable' (where the person signs in anywhere) */
  changePassword(form: { readonly password: string; readonly newPassword: string }): Promise<AnywhereView>;
  /**
   * Another name for this account; the id stays, and friends are told. The old name is nobody's for a time, but for its owner.
   * @throws 'name-*' (field "name") | 'rename-limited' (retryAfterMs) | 'server-unreachable' | …
   */
  rename(form: { readonly name: string }): Promise<PeerStatus>;
  /** At the server and here, for good. `name`: the own one, so that no other account is meant. @throws 'usage' | 'password-wrong' | 'server-unreachable' */
  deleteAccount(form: { readonly name: string; readonly password: string }): Promise<void>;
  /** Tells server and friends, erases session keys at the server, and lets the keys go with the process. `acknowledged`: the server said yes. */
  logout(): Promise<{ readonly acknowledged: boolean }>;

  /**
   * What a link says; without one: the link that this program was started with. null: it is none.
   * @throws 'invite-malformed' | 'version-mismatch'
   */
  readInvite(form?: { readonly link?: string }): InviteView | null;
  /** `forNew`: with a token where the home asks new people for one. `direct` (or left out): with this device. @throws 'invites-full' | 'server-*' | … */
  invite(form?: { readonly forNew?: boolean; readonly direct?: boolean }): Promise<InviteLink>;
  /** Tokens that were given out and not used. */
  invites(): Promise<OpenInvites>;
  /** `id`: its first digits. @throws 'token-invalid' */
  revokeInvite(form: { readonly id: string }): Promise<void>;
  friends(): readonly Friend[];
  friend(who: Who): FriendDetails;
  find(name: string): Promise<Person>;
  whois(who: Who): Promise<Person>;
  /** @throws 'no-such-user' | 'not-yourself' | 'already-friends' | 'already-requested' | 'not-accepting' | 'greeting-too-long' */
  add(form: {
    readonly who: Who;
    readonly greeting?: string;
  }): Promise<Pick<Asked, 'outcome' | 'way'> & { readonly friend: Friend }>;
  /** Who announces himself on the LAN, people once they have said who they are. Works without an account: then servers alone. @param waitMs for answers */
  nearby(form?: { readonly waitMs?: number }): Promise<NearbyView>;
  requests(): readonly RequestView[];
  accept(who: Who): Promise<Friend>;
  refuse(who: Who): Promise<void>;
  later(who: Who): Promise<void>;
  /** @throws 'not-a-friend' */
  remove(form: { readonly who: Who; readonly keepHistory?: boolean }): Promise<void>;
  block(who: Who): Promise<void>;
  unblock(who: Who): Promise<void>;
  verify(form: { readonly who: Who; readonly verified: boolean }): Promise<Friend>;

  /**
   * On disk when it resolves. `replyTo`: position of what it answers.
   * @throws 'not-a-friend' | 'text-empty' | 'text-too-long' | 'no-such-message' | 'disk-full'
   */
  send(form: {
    readonly to: Who;
    readonly text: string;
    readonly style?: MessageStyle;
    readonly replyTo?: number;
  }): Promise<ChatMessageView>;
  /** One emoji per person and message; null takes it back. @throws 'emoji-invalid' | 'no-such-message' | 'message-deleted' | 'too-many-changes' */
  react(form: {
    readonly with: Who;
    readonly position: number;
    readonly emoji: string | null;
  }): Promise<ChatMessageView>;
  /** An own text. @throws 'text-*' | 'no-such-message' | 'not-your-message' | 'message-failed' | 'message-deleted' | 'too-many-changes' */
  edit(form: { readonly with: Who; readonly position: number; readonly text: string }): Promise<ChatMessageView>;
  /** Here: any. For both: an own text. @throws 'no-such-message' | 'not-your-message' | 'not-a-friend' */
  deleteMessage(form: { readonly with: Who; readonly position: number; readonly forBoth: boolean }): Promise<void>;
  /** A text that failed waits again, as the same message in its place, and so does what is `unsent`. @throws 'no-such-message' | 'message-not-failed' */
  retry(form: { readonly with: Who; readonly position: number }): Promise<ChatMessageView>;
  /**
   * A page, oldest first: the newest before a position, the oldest behind one, or the newest of all.
   * @throws MiyuError 'usage' where both are named
   */
  history(form: {
    readonly with: Who;
    readonly before?: number;
    readonly after?: number;
    readonly limit?: number;
  }): readonly ChatMessageView[];
  markRead(form: { readonly with: Who; readonly upTo: number }): Promise<void>;
  deleteHistory(who: Who): Promise<void>;
  /** Told to a friend who is online, at most every 3 s, unless the settings say otherwise. @throws 'not-a-friend' | 'friend-blocked' */
  typing(form: { readonly to: Who; readonly active: boolean }): void;
  archive(form: { readonly who: Who; readonly archived: boolean }): Promise<void>;
  mute(form: { readonly who: Who; readonly muted: boolean }): Promise<void>;
  /** Whole. */
  draft(who: Who): string;
  /** '' clears it. @throws 'text-too-long' */
  setDraft(form: { readonly with: Who; readonly text: string }): Promise<void>;

  /** What servers' logs have shown, newest first. */
  alarms(): readonly AlarmView[];
  /** @throws 'no-such-alarm' */
  alarm(id: number): AlarmView;
  /** stop: nothing is sent to whom it concerns. trust: go on, and believe this server again. On disk when it resolves. @throws 'no-such-alarm' */
  decideAlarm(form: { readonly id: number; readonly decision: 'stop' | 'trust' }): Promise<AlarmView>;
  /** What proves it to others (`miyu evidence verify`). @throws 'no-such-alarm' | 'no-evidence' */
  evidence(id: number): Uint8Array;

  settings(): Settings;
  /** On disk when it resolves. */
  set(change: SettingsChange): Promise<Settings>;
  /** What the home server has stored about this account. @throws 'server-unreachable' | 'timeout' | 'rate-limited' | … */
  serverKnows(): Promise<Knows>;

  ping(): Promise<{ readonly roundTripMs: number; readonly server: ServerInfo }>;
  /** Sealed key file as bytes (identity, friends, home). @throws 'password-wrong' */
  exportKey(form: { readonly password: string; readonly filePassword: string }): Promise<Uint8Array>;
  /** On a machine without a profile. Signs in as the newest device. */
  importKey(form: {
    readonly file: Uint8Array;
    readonly filePassword: string;
    readonly password: string;
  }): Promise<PeerStatus>;

  cursor(): number;
  events(since: number, limit: number): readonly CursorEvent[] | 'snapshot-required';
  onEvent(listener: (event: CursorEvent) => void): () => void;

  /** Ends cleanly: friends get a goodbye, everything is on disk. */
  stop(): Promise<void>;
}
