/** The values that the local API shows: the views of node/flows/peer.ts as schemas, so that both ends check them. */
import { z } from 'zod';
import { PathCounts, SearchBody } from './contract-paths.ts';
import { SettingsView, StyleView } from './contract-settings.ts';

/** Account, message and other ids: lower-case hex. */
const Hex = z.string().regex(/^(?:[0-9a-f]{2})+$/);
/** Unix milliseconds. */
const Time = z.number().int().nonnegative();
const Count = z.number().int().nonnegative();

export const PeerStateView = z.enum(['no-account', 'locked', 'connecting', 'online', 'signed-out']);
export const Relation = z.enum(['requested', 'incoming', 'friend', 'removed']);
export const Verified = z.enum(['no', 'invite', 'yes']);
export const Presence = z.enum(['online', 'mailbox', 'unreachable']);
export const LinkPathView = z.enum(['lan', 'direct', 'relayed']).nullable();
export const MessageStateView = z.enum(['queued', 'stored', 'delivered', 'read', 'failed', 'received']);
export const MessagePath = z.enum(['lan', 'direct', 'relayed', 'mailbox']).nullable();

export const ServerView = z.object({
  peerId: z.string(),
  fingerprint: z.string(),
  addresses: z.array(z.string()).readonly(),
  name: z.string().nullable(),
  connected: z.boolean(),
});

export const StatusView = z.object({
  state: PeerStateView,
  /** Why a profile that was open is locked, where it was not the person who locked it here. */
  lockedBy: z
    .discriminatedUnion('by', [
      z.object({
        by: z.literal('elsewhere'),
        device: z.string(),
        label: z.string().nullable(),
        /** By the server's clock. */
        at: Time.nullable(),
        /** As the server saw it. */
        address: z.string().nullable(),
      }),
      z.object({ by: z.literal('idle'), since: Time }),
    ])
    .nullable(),
  name: z.string().nullable(),
  account: Hex.nullable(),
  fingerprint: z.string().nullable(),
  device: z.string().nullable(),
  epoch: Count.nullable(),
  server: ServerView.nullable(),
  listening: z.array(z.string()).readonly(),
  /** The listen port at the home router (UPnP), as seen from outside; null: it is not asked, or nobody is signed in. */
  portMapping: z
    .discriminatedUnion('state', [
      z.object({ state: z.enum(['searching', 'none', 'not-public', 'refused']) }),
      z.object({ state: z.literal('mapped'), address: z.string(), port: Count }),
    ])
    .nullable(),
  friends: z.object({ total: Count, online: Count, byPath: PathCounts }),
  outbox: z.object({ waiting: Count, stored: Count }),
  requests: Count,
  missing: z.array(z.string()).readonly(),
  damage: z
    .object({
      repairedAt: Time,
      lostContents: Count,
      lostBatches: Count,
      rows: z.record(z.string(), Count),
    })
    .nullable(),
  /** Where the page is, without the code that opens it; null: this peer serves none. */
  page: z.string().nullable(),
  version: z.string(),
  uptimeMs: z.number().nonnegative(),
});

export const ChatMessage = z.object({
  messageId: Hex,
  position: z.number().int().positive(),
  direction: z.enum(['in', 'out']),
  kind: z.enum(['text', 'notice', 'unknown']),
  /** Of a notice, which is nobody's message. */
  notice: z.object({ type: z.literal('renamed'), formerName: z.string(), name: z.string() }).exactOptional(),
  /** As it reads now, in the Markdown subset of PROTOCOL.md; '' where it was taken back. */
  text: z.string(),
  style: StyleView.nullable(),
  /** What it answers, as that reads now (at most 200 code points); position null: it is not in this history. */
  replyTo: z
    .object({
      position: z.number().int().positive().nullable(),
      direction: z.enum(['in', 'out']),
      text: z.string(),
      deleted: z.boolean(),
    })
    .nullable(),
  /** One per person at most. */
  reactions: z.array(z.object({ emoji: z.string(), by: z.enum(['me', 'friend']) })).readonly(),
  editedAt: Time.nullable(),
  /** Its author took it back, for both. */
  deleted: z.boolean(),
  sentAt: Time,
  receivedAt: Time.nullable(),
  state: MessageStateView,
  /** Error code where it failed; where it is queued and nothing may be sent to this friend: why. */
  reason: z.string().nullable(),
  /** What this person did to it last that failed for good, with the error code; message.retry sends it again. */
  unsent: z.object({ act: z.enum(['reaction', 'edit', 'deletion']), reason: z.string().nullable() }).nullable(),
  path: MessagePath,
});

/** What a person says of himself: everything in it is optional. */
export const ProfileBody = z.object({
  version: Count,
  displayName: z.string(),
  sex: z.enum(['female', 'male', 'other']).nullable(),
  birthYear: Count.nullable(),
  status: z.string(),
  hasPicture: z.boolean(),
});
export const CertificateBody = z.object({
  account: Hex,
  name: z.string(),
  email: z.string().nullable(),
  fingerprint: z.string(),
  identityKey: Hex,
  exchangeKey: Hex,
  epoch: Count,
  issuedAt: Time,
});

export const FriendView = z.object({
  account: Hex,
  name: z.string(),
  relation: Relation,
  verified: Verified,
  presence: Presence,
  path: LinkPathView,
  address: z.string().nullable(),
  lastSeen: Time.nullable(),
  unread: Count,
  lastMessage: ChatMessage.nullable(),
  blocked: z.boolean(),
  /** Position of the oldest message of theirs that was not read. */
  firstUnread: z.number().int().positive().nullable(),
  archived: z.boolean(),
  muted: z.boolean(),
  /** Of the card that the friend sends; `picture`: the version it belongs to, for profile.picture. */
  card: z.object({ displayName: z.string(), picture: Count.nullable() }).nullable(),
  /** The first 200 code points. */
  draft: z.string(),
  /** Another key was shown for this friend, under this alarm: what is written waits until it is decided (friends.key). */
  keyChange: z.object({ alarm: z.number().int().positive(), state: z.enum(['open', 'stopped']) }).nullable(),
});

const Agreed = z.object({ agreed: Count, total: Count, upTo: Time.nullable() });

/** What both have by comparing, in either direction. */
export const AgreementView = z.object({
  sent: Agreed,
  received: Agreed,
  state: z.enum(['agreed', 'differs', 'unknown']),
  differedAt: Time.nullable(),
  missing: z.array(z.object({ from: Count, to: Count })).readonly(),
  withheld: z.array(z.object({ number: Count, storedAt: Time, server: z.string() })).readonly(),
});

export const FriendDetailsView = FriendView.extend({
  agreement: AgreementView,
  fingerprint: z.string(),
  safetyNumber: z.string(),
  profile: ProfileBody.nullable(),
  certificate: CertificateBody.nullable(),
  identityKey: Hex,
  device: z.string().nullable(),
  epoch: Count,
  home: z.object({ server: z.string(), addresses: z.array(z.string()).readonly() }),
  /** Why there is no path; null: there is one, or none is looked for. */
  search: SearchBody.nullable(),
});

export const PersonView = z.object({
  account: Hex,
  name: z.string(),
  fingerprint: z.string(),
  identityKey: Hex,
  exchangeKey: Hex,
  device: z.string(),
  epoch: Count,
  relation: z.enum([...Relation.options, 'none', 'yourself']),
  verified: Verified,
});

export const FriendRequestView = z.object({
  account: Hex,
  name: z.string(),
  greeting: z.string(),
  receivedAt: Time,
  postponed: z.boolean(),
});

/** Durable events carry the feed's cursor; presence, state, typing, settings and chat are of the moment and carry 0. */
export const EventView = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), friend: Hex, message: ChatMessage }),
  /** One that was told before: edited, reacted to, taken back by its author, waiting again, or with something unsent. */
  z.object({ type: z.literal('message-changed'), friend: Hex, message: ChatMessage }),
  /** The person deleted it here. */
  z.object({ type: z.literal('message-removed'), friend: Hex, position: z.number().int().positive() }),
  /**
   * What became of the sent messages between two positions, both included; 'read': of those of them that had arrived. Of places at which the
   * history has no message there is nothing to tell.
   */
  z.object({
    type: z.literal('message-state'),
    friend: Hex,
    from: z.number().int().positive(),
    to: z.number().int().positive(),
    state: MessageStateView,
    path: MessagePath,
  }),
  z.object({
    type: z.literal('friend'),
    friend: Hex,
    name: z.string(),
    change: z.enum([
      'requested',
      'incoming',
      'accepted',
      'refused',
      'removed',
      'dropped',
      'updated',
      'restored',
      'renamed',
    ]),
    /** Of 'renamed'. */
    formerName: z.string().exactOptional(),
  }),
  /** A server's log has shown something, or what was decided of it has changed. */
  z.object({ type: z.literal('alarm'), id: z.number().int().positive() }),
  z.object({ type: z.literal('presence'), friend: Hex, name: z.string(), presence: Presence, path: LinkPathView }),
  z.object({ type: z.literal('state'), state: PeerStateView, missing: z.array(z.string()).readonly() }),
  z.object({ type: z.literal('typing'), friend: Hex, active: z.boolean() }),
  z.object({ type: z.literal('settings'), settings: SettingsView }),
  /** Who is near on the LAN has changed: nearby.list. Told for two minutes after that was last asked. */
  z.object({ type: z.literal('nearby') }),
  /** How the port at the home router stands has changed: status. */
  z.object({ type: z.literal('port-mapping') }),
  /** Archived, muted, or its draft changed. */
  z.object({ type: z.literal('chat'), friend: Hex }),
]);

export const CursorEventView = z.object({ cursor: Count, event: EventView });

export type Status = z.infer<typeof StatusView>;
export type ServerDetails = z.infer<typeof ServerView>;
export type Friend = z.infer<typeof FriendView>;
export type FriendDetails = z.infer<typeof FriendDetailsView>;
export type Agreement = z.infer<typeof AgreementView>;
export type Profile = z.infer<typeof ProfileBody>;
export type Certificate = z.infer<typeof CertificateBody>;
export type Person = z.infer<typeof PersonView>;
export type FriendRequest = z.infer<typeof FriendRequestView>;
export type Message = z.infer<typeof ChatMessage>;
export type Style = z.infer<typeof StyleView>;
export type MessageState = z.infer<typeof MessageStateView>;
export type Event = z.infer<typeof EventView>;
export type CursorEvent = z.infer<typeof CursorEventView>;
