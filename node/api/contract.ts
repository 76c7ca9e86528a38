/**
 * The local API, one schema per method: what the command line, the page and the library may ask of a running peer.
 *
 * Lines of JSON (UTF-8, one value per line, at most MAX_LINE_BYTES) over a Unix socket that only its owner can open; for the
 * page the same values, one per text frame, over a WebSocket at /api, where the first carries "token" beside "api":
 *
 *   client → { "api": 1 }                                   first, within HELLO_TIMEOUT_MS
 *   peer   → { "api": 1, "version": "…", "pid": 123 }       or { "error": { "code": "api-version" } } and the end
 *   client → { "id": 7, "method": "friends.list", "params": {} }
 *   peer   → { "id": 7, "result": … }                       or { "id": 7, "error": { code, field?, detail?, retryAfterMs? } }
 *   client → { "id": 8, "method": "subscribe", "params": { "since": 41 } }
 *   peer   → { "id": 8, "result": { "cursor": 41 } }        then, as they come, { "event": { "cursor": 42, "event": … } }
 *
 * Answers may come in another order than the requests. Bytes travel as base64. An error's code is one of shared/errors.ts.
 */
import { z } from 'zod';
import { MAX_NEARBY_WAIT_MS } from '../../shared/wire/lan-limits.ts';
import { MAX_GREETING_BYTES, MAX_TEXT_BYTES } from '../../shared/wire/limits.ts';
import { IDENTITY_METHODS } from './contract-identity.ts';
import { DOCTOR_METHODS } from './contract-doctor.ts';
import { AlarmBody, KeyChangeBody } from './contract-alarms.ts';
import { KnowsView } from './contract-knows.ts';
import { NearbyBody } from './contract-nearby.ts';
import { SettingsChange, SettingsView, StyleView } from './contract-settings.ts';
import {
  ChatMessage,
  FriendDetailsView,
  FriendRequestView,
  FriendView,
  PersonView,
  ServerView,
  StatusView,
} from './contract-views.ts';

/** Changed whenever a program of one version could misunderstand one of another. */
export const API_VERSION = 1;
/** The longest request: a key file (far below) or a text of 64 KiB whose every byte JSON writes as six; and a page of history. */
export const MAX_LINE_BYTES = 512 * 1024;
/** Close code of a WebSocket whose token is not known (any more): the page asks for a new code. */
export const CLOSE_UNAUTHORIZED = 4401;
/** Close code of a WebSocket whose client broke the rules of this contract; the last frame says which. */
export const CLOSE_REFUSED = 4400;
/** Longest text of one message, UTF-8 bytes. */
export const TEXT_LIMIT_BYTES = MAX_TEXT_BYTES;
export const GREETING_LIMIT_BYTES = MAX_GREETING_BYTES;
/** Messages of one page of history; a page is also kept below HISTORY_PAGE_BYTES, so that it fits into a line. */
export const HISTORY_PAGE = 200;
/** Bytes of a page of history as JSON. */
export const HISTORY_PAGE_BYTES = MAX_LINE_BYTES / 2;

/** A friend's name, an account id in hex (8 digits or more), or an invite link: far below this many characters. */
const Who = z.string().min(1).max(4096);
const Secret = z.string().max(4096);
/** Its bytes are counted by the peer; more characters than these no line holds. */
const Text = z.string().max(MAX_LINE_BYTES);
const Position = z.number().int().positive();
const Nothing = z.object({});
const Bytes = z.base64().max(64 * 1024);
/** What the server keeps for a sign-in by password alone; pending and dropping: it has still to be told. */
export const AnywhereBody = z.object({
  state: z.enum(['off', 'pending', 'kept', 'dropping', 'superseded']),
  keptAt: z.number().int().nonnegative().nullable(),
});
export type AnywhereView = z.infer<typeof AnywhereBody>;
const InvitesView = z.object({
  invites: z.array(z.object({ id: z.string(), madeAt: z.number(), expiresAt: z.number() })).readonly(),
  most: z.number().int().nonnegative(),
  tokenRequired: z.boolean(),
});
const ByWho = z.strictObject({ who: Who });
const ByAlarm = z.strictObject({ id: Position });
const Empty = z.strictObject({});

const method = <P extends z.ZodType, R extends z.ZodType>(params: P, result: R): { params: P; result: R } => ({
  params,
  result,
});

export const METHODS = {
  status: method(Empty, StatusView),
  /** Somebody is at a face: what locks after a time without anybody begins to count anew. */
  activity: method(Empty, Nothing),
  /** The newest event's cursor; what is read after this call and followed from here misses nothing. */
  cursor: method(Empty, z.object({ cursor: z.number().int().nonnegative() })),
  /** From now on events come, those after `since` first; without it: from now. */
  subscribe: method(
    z.strictObject({ since: z.number().int().nonnegative().exactOptional() }),
    z.object({ cursor: z.number().int().nonnegative() }),
  ),

  register: method(
    z.strictObject({
      name: z.string().max(1024),
      password: Secret,
      email: z.string().max(1024).exactOptional(),
      /** An invite link, or a multiaddr with /p2p/; left out: the server that `miyu up` was given. */
      server: z.string().max(4096).exactOptional(),
    }),
    StatusView,
  ),
  login: method(z.strictObject({ password: Secret, takeOver: z.boolean().exactOptional() }), StatusView),
  /** On a machine without a profile, by name and password alone, where the person has chosen so before. */
  'login.elsewhere': method(
    z.strictObject({ name: z.string().max(1024), password: Secret, server: z.string().max(4096).exactOptional() }),
    StatusView,
  ),
  /** Whether that works: whether the home server keeps a sealed copy of identity and friends. On takes the password. */
  'anywhere.get': method(Empty, AnywhereBody),
  'anywhere.set': method(z.strictObject({ on: z.boolean(), password: Secret.exactOptional() }), AnywhereBody),
  /** Of this machine's vault, and of that copy where there is one. */
  'password.change': method(z.strictObject({ password: Secret, newPassword: Secret }), AnywhereBody),
  /** Another name for this account, at the same server. */
  'account.rename': method(z.strictObject({ name: z.string().max(1024) }), StatusView),
  /** At the server and here. `name`: the own one. The process ends after the answer, as at a logout. */
  'account.delete': method(z.strictObject({ name: z.string().max(1024), password: Secret }), Nothing),
  /** The process that holds the keys ends after the answer; the supervisor starts it again, locked. */
  logout: method(Empty, z.object({ acknowledged: z.boolean() })),
  /** Ends the peer and its supervisor after the answer. */
  stop: method(Empty, Nothing),
  ping: method(Empty, z.object({ roundTripMs: z.number().nonnegative(), server: ServerView })),
  /** What a link says; without one: the link that the program was started with. null: it is none. */
  'invite.read': method(
    z.strictObject({ link: z.string().max(8192).exactOptional() }),
    z.object({
      invite: z
        .object({
          link: z.string(),
          server: ServerView,
          inviter: z.object({ account: z.string(), name: z.string() }).nullable(),
          forNew: z.boolean(),
        })
        .nullable(),
    }),
  ),
  /**
   * `forNew`: for somebody without an account; where the home asks for a token, the link has one, which serves once. `direct`: with this device
   * and its addresses, so that who has an account needs no server to ask; true where left out.
   */
  invite: method(
    z.strictObject({ forNew: z.boolean().exactOptional(), direct: z.boolean().exactOptional() }),
    z.object({ link: z.string(), expiresAt: z.number().nullable(), id: z.string().nullable() }),
  ),
  /** Tokens of this account that can still be used. `most`: how many may be open, 0: the operator alone invites. */
  'invites.list': method(Empty, InvitesView),
  'invites.revoke': method(z.strictObject({ id: z.string().max(64) }), Nothing),
  'key.export': method(z.strictObject({ password: Secret, filePassword: Secret }), z.object({ file: Bytes })),
  'key.import': method(z.strictObject({ file: Bytes, filePassword: Secret, password: Secret }), StatusView),

  'friends.list': method(Empty, z.object({ friends: z.array(FriendView).readonly() })),
  'friends.show': method(ByWho, FriendDetailsView),
  'friends.find': method(z.strictObject({ name: z.string().max(1024) }), PersonView),
  whois: method(ByWho, PersonView),
  'friends.add': method(
    z.strictObject({ who: Who, greeting: z.string().max(16_384).exactOptional() }),
    z.object({
      friend: FriendView,
      outcome: z.enum(['requested', 'accepted']),
      /** Who has the request: their device, their server, nobody yet (it goes by whatever answers first); null: accepted. */
      way: z.enum(['direct', 'server', 'later']).nullable(),
    }),
  ),
  /** Who is near on the LAN; servers also while no account is open. */
  'nearby.list': method(
    z.strictObject({ waitMs: z.number().int().min(0).max(MAX_NEARBY_WAIT_MS).exactOptional() }),
    NearbyBody,
  ),
  'friends.requests': method(Empty, z.object({ requests: z.array(FriendRequestView).readonly() })),
  'friends.accept': method(ByWho, FriendView),
  'friends.refuse': method(ByWho, Nothing),
  'friends.later': method(ByWho, Nothing),
  'friends.remove': method(z.strictObject({ who: Who, keepHistory: z.boolean().exactOptional() }), Nothing),
  'friends.block': method(ByWho, Nothing),
  'friends.unblock': method(ByWho, Nothing),
  'friends.verify': method(z.strictObject({ who: Who, verified: z.boolean() }), FriendView),
  /** What was shown in the place of a friend's key; null: nothing, or it is decided. */
  'friends.key': method(ByWho, z.object({ change: KeyChangeBody.nullable() })),
  /** same: compared, and it is the friend's: verified, and what waits goes out. keep: goes out without. stop: waits on. */
  'friends.key.decide': method(z.strictObject({ who: Who, decision: z.enum(['same', 'keep', 'stop']) }), FriendView),
  ...IDENTITY_METHODS,
  ...DOCTOR_METHODS,

  /** On disk when it answers. */
  send: method(
    z.strictObject({
      to: Who,
      text: Text,
      style: StyleView.exactOptional(),
      /** Position of the message that it answers. */
      replyTo: Position.exactOptional(),
    }),
    ChatMessage,
  ),
  /** One emoji per person and message; null takes it back. */
  'message.react': method(
    z.strictObject({ with: Who, position: Position, emoji: z.string().max(256).nullable() }),
    ChatMessage,
  ),
  /** Own texts. */
  'message.edit': method(z.strictObject({ with: Who, position: Position, text: Text }), ChatMessage),
  /** Here: any message. For both: an own text. */
  'message.delete': method(z.strictObject({ with: Who, position: Position, forBoth: z.boolean() }), Nothing),
  /** An own text that failed waits again, as the same message in its place; so does what is unsent of any. */
  'message.retry': method(z.strictObject({ with: Who, position: Position }), ChatMessage),
  /**
   * Oldest first: the newest before a position, the oldest behind one (0: of all), or the newest of all. `more`: older ones are there;
   * `newer`: newer ones.
   */
  history: method(
    z
      .strictObject({
        with: Who,
        before: z.number().int().positive().exactOptional(),
        after: z.number().int().nonnegative().exactOptional(),
        limit: z.number().int().min(1).max(HISTORY_PAGE).exactOptional(),
      })
      .refine(({ before, after }) => before === undefined || after === undefined, { path: ['after'] }),
    z.object({ messages: z.array(ChatMessage).readonly(), more: z.boolean(), newer: z.boolean() }),
  ),
  'history.read': method(z.strictObject({ with: Who, upTo: z.number().int().positive() }), Nothing),
  'history.delete': method(ByWho, Nothing),
  /** Told to a friend who is online, at most every 3 s, and over by itself 6 s after the last word. */
  typing: method(z.strictObject({ to: Who, active: z.boolean() }), Nothing),
  /** Hidden until something new comes. */
  'chat.archive': method(z.strictObject({ who: Who, archived: z.boolean() }), Nothing),
  'chat.mute': method(z.strictObject({ who: Who, muted: z.boolean() }), Nothing),
  /** Whole; a list has its beginning. */
  'draft.get': method(z.strictObject({ with: Who }), z.object({ text: z.string() })),
  /** '' clears it, and so do sending and deleting the history. At most as long as a text. */
  'draft.set': method(z.strictObject({ with: Who, text: z.string().max(MAX_LINE_BYTES) }), Nothing),

  /** What servers' logs have shown, newest first. */
  'alarms.list': method(Empty, z.object({ alarms: z.array(AlarmBody).readonly() })),
  'alarms.show': method(ByAlarm, AlarmBody),
  /** stop: nothing is sent to whom it concerns. trust: go on. */
  'alarms.decide': method(z.strictObject({ id: Position, decision: z.enum(['stop', 'trust']) }), AlarmBody),
  /** What proves it to others. */
  'evidence.export': method(ByAlarm, z.object({ evidence: Bytes })),

  'settings.get': method(Empty, SettingsView),
  'settings.set': method(SettingsChange, SettingsView),
  /** Asks the home server what it has stored about this account. */
  'server.knows': method(Empty, KnowsView),
} as const;

export type Method = keyof typeof METHODS;
export type Params<M extends Method> = z.output<(typeof METHODS)[M]['params']>;
export type Result<M extends Method> = z.output<(typeof METHODS)[M]['result']>;

export const isMethod = (name: string): name is Method => Object.hasOwn(METHODS, name);

/** What stands for an error on the line. */
export const ErrorView = z.object({
  code: z.string(),
  field: z.string().exactOptional(),
  detail: z.number().exactOptional(),
  retryAfterMs: z.number().exactOptional(),
});
export type ErrorBody = z.infer<typeof ErrorView>;

/** `token`: the page's, from POST /session; whoever can open the socket needs none. */
export const ClientHello = z.object({ api: z.number().int(), token: z.string().max(128).exactOptional() });
export const ServerHello = z.object({ api: z.number().int(), version: z.string(), pid: z.number().int() });
export const RequestLine = z.object({
  id: z.number().int().nonnegative(),
  method: z.string(),
  params: z.unknown().optional(),
});
export type ServerHelloBody = z.infer<typeof ServerHello>;
