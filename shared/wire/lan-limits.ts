/** Bounds of what a LAN tells us by multicast: whoever is on it may send anything, as often as the cable carries it. */

/** mDNS (RFC 6762): port and groups are everybody's on a machine. */
export const MDNS_PORT = 5353;
export const MDNS_GROUP_V4 = '224.0.0.251';
export const MDNS_GROUP_V6 = 'ff02::fb';
/** DNS-SD (RFC 6763): what we are listed under. */
export const LAN_SERVICE = '_miyu._tcp.local';

/** RFC 6762 §17 allows 9,000 bytes; ours fit into one Ethernet frame, and what is greater is not from us. */
export const MAX_MDNS_BYTES = 1_472;
/** Questions, and records of all sections, that a packet may claim; one of ours has two, a helpful responder adds a few. */
export const MAX_MDNS_RECORDS = 32;
/** Addresses in one announcement: those of one interface. */
export const MAX_LAN_ADDRESSES = 6;
/** `a=` and an address; `/ip6zone/…` is never announced. */
export const MAX_LAN_ADDRESS_BYTES = 80;

/**
 * What is heard of one device is kept this long after it was said last, and is said anew after the shorter time: two that are lost, as
 * happens in the air, hide nobody. A hundred devices cost 300 B/s.
 */
export const LAN_TTL_S = 240;
export const LAN_RENEW_MS = 100_000;
/** What a packet may ask to be kept for: no longer than twice what we say ourselves. */
export const MAX_LAN_TTL_S = 2 * LAN_TTL_S;
/** A start, or another network, is announced and asked about at these moments (RFC 6762 §8.3 and §5.2), then silence. */
export const LAN_BURST_MS = [0, 1_000, 3_000, 9_000] as const;
/** Answers wait so long at most, so that not everybody's packet goes out in the same instant (RFC 6762 §6). */
export const LAN_ANSWER_SPREAD_MS = 100;
/** Nothing is sent twice on one link within this time (RFC 6762 §6): a flood of questions gets one answer a second. */
export const LAN_PAUSE_MS = 1_000;
/** How often we look whether an interface has come or gone: the look costs 0.1 ms. */
export const LAN_RESCAN_MS = 5_000;
/** A link that could not be opened is tried again at the next look, then at each second, fourth, … up to this many. */
export const LAN_MOST_RESCANS_SKIPPED = 64;
/** Addresses of interfaces that we speak on: a laptop has four; a machine with fifty virtual bridges must not fill the air. */
export const MAX_LAN_LINKS = 16;

/** Devices that are kept: a large office. A flood beyond it takes the place of what came from the address that said the most. */
export const MAX_LAN_DEVICES = 512;
/** Origins of what is said of one device: its own links; a liar's take no place of them once they are there. */
export const MAX_LAN_ORIGINS = 8;
/**
 * Packets that are read, of one address (fifty peers on one machine that answer one question at once) and of all links together; addresses
 * that are told apart in that.
 */
export const LAN_PACKETS = {
  each: { perSecond: 50, burst: 100 },
  inAll: { perSecond: 200, burst: 400 },
  mostKeys: 512,
} as const;

/** “Who are you?”: two statements, a certificate, a home with sixteen addresses; all of it seldom has 2 KiB. */
export const MAX_NEARBY_ANSWER_BYTES = 32 * 1024;
/** A version number. */
export const MAX_NEARBY_QUESTION_BYTES = 64;
/** Both are on one LAN: dial, handshake and answer take 10 ms. */
export const NEARBY_TIMEOUT_MS = 5_000;
/** Answers to one asker, to one address, and to all: whoever asks again and again learns nothing new. */
export const NEARBY_ANSWERS_EACH = {
  each: { perSecond: 0.1, burst: 6 },
  inAll: { perSecond: 4, burst: 100 },
  mostKeys: 512,
} as const;
export const NEARBY_ANSWERS_PER_ADDRESS = {
  each: { perSecond: 1, burst: 50 },
  inAll: { perSecond: 4, burst: 100 },
  mostKeys: 512,
} as const;
/** Streams of this protocol on one connection. */
export const MAX_NEARBY_STREAMS = 2;
/** Questions of ours that are under way at once. */
export const MAX_NEARBY_QUESTIONS = 4;
/** What somebody has said of himself holds this long; whoever did not answer is asked again after the shorter time. */
export const NEARBY_KNOWN_MS = 10 * 60_000;
export const NEARBY_RETRY_MS = 30_000;
/** After the last time that anybody looked who is near, nobody is asked any more. */
export const NEARBY_INTEREST_MS = 2 * 60_000;
/** How long a list may wait for answers. */
export const MAX_NEARBY_WAIT_MS = 5_000;
/** What a list shows: it goes in one line of the local API. */
export const MAX_NEARBY_PEOPLE = 256;
export const MAX_NEARBY_SERVERS = 32;
