/**
 * The server's own bounds, each with its reason. What an operator may set is a default here and a setting in config.ts;
 * what two machines must agree on stands in shared/wire/limits.ts.
 */

import type { Rate } from '../shared/rate-limiter.ts';
import { MAX_KNOWN_LISTED } from '../shared/wire/limits.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const MiB = 1024 * 1024;

/** Defaults of what an operator may set. */
export const DEFAULTS = {
  port: 4801,
  maxConnections: 5_000,
  acceptPerAddress: 20,
  acceptTotal: 50,
  maxAccounts: 100_000,
  mailDays: 30,
  /** Mail of one account: a month of a lively circle of friends, and 10 such accounts in a gigabyte. */
  mailboxItems: 10_000,
  mailboxMiB: 64,
  /** Of one sender in one mailbox: a fifth and a quarter of it, so that one friend cannot crowd out the others. */
  senderItems: 2_000,
  senderMiB: 16,
  registrationsPerMinute: 10,
  /** Of one sealed vault: some 300 friends. */
  vaultKiB: 192,
  /** For which a name that was let go stays nobody's: until friends have noticed. */
  nameHoldDays: 30,
  /** Invitations that a member may have open where registration asks for one: friends and family. */
  invitesPerAccount: 5,
  /** Devices that may be called through the relay: some hundred bytes each, and a place is of use only while it is signed in. */
  relayMaxReservations: 1_000,
  /** Relayed links at once: each may hold 512 KiB for whoever does not read. */
  relayMaxLinks: 500,
  /** Within an hour, both directions together: a long evening of messages and some pictures; and forty such accounts. */
  relayMiBPerAccount: 256,
  relayMiB: 10_240,
} as const;

/** Of the relay, what is no setting. */
export const RELAY = {
  /** Friends of one account that reach it through the relay at once: up to 512 KiB each are held where it does not read. */
  linksPerAccount: 12,
  /** Hop streams of one connection: one for each friend elsewhere at the same server who is called. */
  hopStreams: 32,
  /** A place is asked for again before it ends. */
  reservationMs: 60 * 60 * 1_000,
  /** From a stream's opening to its answer; the one who is called is asked within it. */
  timeoutMs: 10_000,
  /** A request names one peer and its addresses. */
  maxMessageBytes: 4 * 1024,
  /** Both ends send a sign of life every 10 s. */
  silenceMs: 120_000,
  /** Requests of one address: friends who lost each other dial every few seconds, from one house several of them. */
  rate: { burst: 120, perMinute: 60 },
} as const;

export const bytesOfMiB = (mebibytes: number): number => mebibytes * MiB;
export const bytesOfKiB = (kibibytes: number): number => kibibytes * 1024;
export const msOfDays = (days: number): number => days * DAY_MS;

/**
 * Streams of each protocol on one connection: one is used; a reconnect may overlap. Each may hold up to 2 MiB of requests and half
 * as much of answers for somebody who does not read.
 */
export const MAX_STREAMS = 2;
/** Answers that wait to be read, beyond which no large one is made: one page of mail, for whoever reads slowly. */
export const MAX_UNREAD_BYTES = 192 * 1024;
/** Signed-on connections of one account: one is used; broken ones may linger beside it. The oldest goes. */
export const MAX_SESSIONS_PER_ACCOUNT = 4;
/** Logins by password that a connection has begun: one is used. */
export const MAX_PENDING_LOGINS = 4;
/** A statement exchange is one small question. */
export const STATEMENT_TIMEOUT_MS = 5_000;
export const MAX_STATEMENT_QUESTION_BYTES = 256;

/** Registration tokens that one account may have open at the most, whatever the operator allows, and how long each lives. */
export const TOKENS = { mostPerAccount: 100, perOperator: 1_000, lifetimeMs: 7 * DAY_MS } as const;
/** Names that one account may take: whoever changes every week is not known by any. Each is in a log for ever. */
export const RENAMES = { count: 3, withinMs: 30 * DAY_MS } as const;
/** Names that an operator may reserve: a team and its products, not a dictionary. */
export const MAX_RESERVED_NAMES = 1_000;
/** Guests whose device epoch is remembered: 100 bytes each. Beyond it new ones are served and not remembered. */
export const MAX_GUESTS = 200_000;
/** A guest's row is renewed this often, and forgotten after this silence: its friends have its epoch as well. */
export const GUEST_SEEN_MS = DAY_MS;
export const GUEST_LIFETIME_MS = 180 * DAY_MS;

/**
 * Passwords that are tried for one name: a person mistypes, and has five for nothing; then each costs twice the wait of the one before, up to
 * an hour. Whoever tries for a year has 9,000 guesses.
 */
export const GUESSES = { free: 5, firstWaitMs: 30_000, longestWaitMs: 60 * 60 * 1_000, forgottenMs: DAY_MS } as const;

/** Of what an account is told about itself: entries of one list, and rows that are counted at most, in one read. */
export const KNOWS = { listed: MAX_KNOWN_LISTED, counted: 10_000 } as const;

/** Longest life of an address record (an address is current or worthless). */
export const MAX_ADDRESS_LIFETIME_MS = 7 * DAY_MS;

/** Grants kept decided in memory, about 200 bytes each. */
export const GRANT_CACHE = 20_000;
/** Accounts known to be registered, kept in memory. */
export const ACCOUNT_CACHE = 20_000;

/** MailWaiting goes out at once, and then at most once in this time for each account. */
export const PUSH_PAUSE_MS = 50;
/** Expired mail is looked for this often; until then it counts against the quota but is not delivered. */
export const SWEEP_INTERVAL_MS = 60 * 60 * 1_000;
/** Rows of one step of a sweep or an acknowledgement: at most 64 × 70 KiB in memory, and a short transaction. */
export const STEP_ROWS = 64;
/** Requests under way are waited for at a stop. */
export const STOP_TIMEOUT_MS = 5_000;

/** Keys that a limiter remembers: the rest were not seen for longest and have full buckets again. */
export const LIMITER_KEYS = 50_000;

/** Per address (an IPv6 network of 64 bits counts as one). Registration's own rate is a setting. */
export const ADDRESS_RATES = {
  /** One verified signature each; 100 racing sign-ins from one house are legitimate. */
  login: { burst: 300, perMinute: 600 },
  introduce: { burst: 300, perMinute: 600 },
  /** By password, whatever the name: a household on new machines, not a list of names. Each costs more than a millisecond. */
  vaultLogin: { burst: 20, perMinute: 2 },
} as const satisfies Record<string, Rate>;

/** Per account, also across its connections. */
export const ACCOUNT_RATES = {
  /** By exact name: finding a few friends, not trying a dictionary. */
  lookup: { burst: 100, perMinute: 30 },
  /** Newest head, and what is between two: at a sign-in, with each friend's head that differs, and now and then. */
  logHead: { burst: 300, perMinute: 60 },
  /** One per friend after a move to a new device, then now and then. */
  fetchPrekeys: { burst: 500, perMinute: 60 },
  /** Of one account's prekeys by one requester, so that nobody drains a friend. */
  fetchPrekeysOfOne: { burst: 10, perMinute: 1 },
  fetchAddress: { burst: 1_000, perMinute: 300 },
  publishPrekeys: { burst: 20, perMinute: 2 },
  publishAddress: { burst: 60, perMinute: 10 },
  friendRequest: { burst: 50, perMinute: 50 / (24 * 60) },
  /** Grants, revocations, blocks: each stays on disk. */
  statement: { burst: 1_000, perMinute: 30 },
  /** Made, listed, taken back. */
  token: { burst: 60, perMinute: 6 },
  /** Each verifies signatures; how often a name may really change is counted for weeks (RENAMES). */
  rename: { burst: 20, perMinute: 1 },
  /** A vault's copy follows the friends' list, some seconds late; up to 192 KiB are written. */
  vault: { burst: 60, perMinute: 6 },
  /** One row; asked once by each device that finds itself signed out. A hundred may race. */
  presentDevice: { burst: 400, perMinute: 60 },
  /** Some thousand rows are read; a person looks now and then. */
  knows: { burst: 10, perMinute: 1 },
} as const satisfies Record<string, Rate>;

/** Per connection: requests that were refused. Whoever is refused without end makes work and gets nothing. */
export const REFUSED_RATE: Rate = { burst: 1_000, perMinute: 1_200 };
