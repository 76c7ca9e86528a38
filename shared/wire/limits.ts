/** Every size and time limit of what two machines exchange, with its reason. Tuning that only one side sees is not here. */

const KiB = 1024;

/** Longest text of one message, UTF-8 bytes (the product's promise). */
export const MAX_TEXT_BYTES = 64 * KiB;
/** Longest encoded Content: the longest text and 1 KiB for every other field. */
export const MAX_CONTENT_BYTES = MAX_TEXT_BYTES + KiB;
/** A reaction, UTF-8 bytes: the longest emoji that there is (a kiss of two people, each with a skin tone) has 35. */
export const MAX_EMOJI_BYTES = 40;
/**
 * Reactions and edits of one message by one person that have an effect: nobody needs more, and without an end a friend could rewrite one
 * message for ever, unseen, and fill history and feed of the other with it.
 */
export const MAX_MESSAGE_CHANGES = 64;
/**
 * Sizes to which a Content is padded before it is sealed. Powers of two hide the length to within a factor of two; the last
 * holds the largest Content and its padding mark.
 */
export const PADDING_BUCKETS: readonly number[] = [
  256,
  512,
  KiB,
  2 * KiB,
  4 * KiB,
  8 * KiB,
  16 * KiB,
  32 * KiB,
  48 * KiB,
  66 * KiB,
];
/** Largest envelope: the last bucket, 1,088 bytes of KEM ciphertext, certificate, headers. */
export const MAX_ENVELOPE_BYTES = 70 * KiB;
/** Largest Frame: prekey uploads (64 × 1.3 KiB) and a page of mail stay well below; one frame per peer is what a reader must hold. */
export const MAX_FRAME_BYTES = 256 * KiB;
/** Envelopes of one Deliver or one page of mail, in bytes; the rest of the frame is headers. At least one envelope always goes. */
export const MAX_PAGE_BYTES = 176 * KiB;
/** Envelopes in one Deliver. */
export const MAX_DELIVER_ENVELOPES = 128;
/** Mail in one page of a drain. */
export const MAX_DRAIN_ITEMS = 256;

/** Longest name in code points, unless the operator sets less. */
export const MAX_NAME_CODE_POINTS = 32;
/** RFC 5321 §4.5.3.1.3: a path of 256 octets including its brackets. */
export const MAX_EMAIL_BYTES = 254;
/** Picture of a profile card: 256 × 256 as JPEG has some 20 KiB. With every other field it stays within the bucket of 48 KiB. */
export const MAX_PICTURE_BYTES = 44 * KiB;
/** Its longer side: twice what is shown, and little to hold for whoever decodes it. */
export const MAX_PICTURE_SIDE = 512;
/** Display name and status line of a card, in code points. */
export const MAX_DISPLAY_NAME_CODE_POINTS = 64;
export const MAX_STATUS_CODE_POINTS = 140;
/** A certificate as a file: itself, the longest chain of statements, and what base 64 adds. */
export const MAX_CERTIFICATE_FILE_BYTES = 64 * KiB;
/** Greeting of a friend request, UTF-8 bytes. */
export const MAX_GREETING_BYTES = 512;
/** Sealed friend request: the greeting, two signed statements, home and grant, and the box. */
export const MAX_FRIEND_REQUEST_BYTES = 4 * KiB;
/** The largest frame between people who meet: a request, a bundle with one one-time prekey, sixteen addresses; or a chain of two statements. */
export const MAX_MEET_FRAME_BYTES = 16 * KiB;
/** Addresses of the inviter's device in an invite, in the multiaddr's binary form: so many that its QR code fits a terminal of 80 columns. */
export const MAX_INVITE_ADDRESSES = 4;
export const MAX_INVITE_ADDRESS_BYTES = 64;
/** Friend requests waiting for one account; the oldest stay, a newer one is refused. */
export const MAX_WAITING_REQUESTS = 200;
/** Entries of each list of what a server knows of an account: 500 × 50 bytes, and seven such lists fit into a frame. */
export const MAX_KNOWN_LISTED = 500;
/** Addresses in a home or address record, and the length of each. */
export const MAX_ADDRESSES = 16;
export const MAX_ADDRESS_BYTES = 256;
/** A signed payload of the identity family (the bundle with its hashes is the largest). */
export const MAX_STATEMENT_BYTES = 8 * KiB;
/** Statements of one account's chain in a look-up. */
export const MAX_STATEMENTS = 64;
/**
 * Leaves of a transparency log: 330 entries a second for a century fit. A proof that a leaf is in such a tree has at most 40 hashes.
 */
export const MAX_TREE_SIZE = 2 ** 40;
/** Hashes that prove the last leaf, one more leaf, and the smaller tree inside: 40, 40 and 41. */
export const MAX_LOG_PROOF_HASHES = 121;
/** Two signed heads of some 250 bytes, and the 41 hashes that show that they contradict each other. */
export const MAX_EVIDENCE_BYTES = 4 * KiB;
/**
 * A signed head older than this proves nothing about now: ten times the pause after which a server signs again, and longer than clocks
 * of machines that ask for the time are apart. One from the future, by as much, neither.
 */
export const MAX_HEAD_AGE_MS = 10 * 60_000;
export const SIGN_HEAD_EVERY_MS = 60_000;
/** Signed heads that a friend tells of: those of two homes, and room for two more. Each is some 250 bytes. */
export const MAX_TOLD_HEADS = 4;
export const MAX_HEAD_BYTES = KiB;
/** A look-up's proof: a head of 250 bytes, 121 hashes, and 256 hashes of a path that no map of ours has (some 30). */
export const MAX_LOG_PROOF_BYTES = 16 * KiB;
/** One-time prekeys of one upload, and the count below which a peer uploads again. */
export const MAX_ONE_TIME_PREKEYS = 64;
export const LOW_ONE_TIME_PREKEYS = 16;
/** Ranges and envelope ids in a receipt or resend. */
export const MAX_RANGES = 256;
/** Openings of its store that a server tells: whoever stayed away for longer takes the store for set back, which costs a few requests. */
export const MAX_OPENINGS = 16;
/** Ranges of skipped and of held numbers in a Stand, each: a conversation with more holes is told of the newest. */
export const MAX_STAND_RANGES = 64;
/** Numbering epochs of one side that the other remembers, and tells of. */
export const MAX_STAND_EPOCHS = 8;
/** Signed receipts that a Stand carries: the newest say what a mailbox owes, and each is some 350 bytes. */
export const MAX_STAND_RECEIPTS = 4;
/** A signed note of a vault's version in a Stand. */
export const MAX_VAULT_NOTE_BYTES = 512;
/** Numbers that one content had before: each is one more time that its sender was copied back while it waited. */
export const MAX_FORMER_NUMBERS = 4;
/** Server's name in its statement, UTF-8 bytes. */
export const MAX_SERVER_NAME_BYTES = 128;

/** What a device calls itself, sealed (93 bytes in this version); and the address that it signed in from, in a box. */
export const MAX_SEALED_LABEL_BYTES = 128;
export const MAX_ORIGIN_BYTES = 256;

/** A sealed vault that a server keeps for whoever chose to sign in anywhere: it goes in one frame, with a registration record. */
export const MAX_VAULT_BYTES = 224 * KiB;

/** A stream whose first frame has not come by then is closed (a stream that is opened and left). */
export const HELLO_TIMEOUT_MS = 10_000;
/** While a frame is open its bytes must come at least this fast, over windows of this length (one byte a second). */
export const MIN_FRAME_RATE_BYTES_PER_S = 512;
export const FRAME_RATE_WINDOW_MS = 10_000;
/** Longest wait for the answer to a request, unless the caller says less. */
export const REQUEST_TIMEOUT_MS = 15_000;
/** Requests of one stream that wait for an answer at the responder; more are refused with `busy`. */
export const MAX_OPEN_REQUESTS = 256;
/**
 * Heartbeat on a direct link and on a stream to a server, and the silence after which the friend is shown offline (a killed friend: within
 * 30 s, a late look included). With all headers a beat and its answer are 270 bytes: fifty friends cost 1.4 KB/s.
 */
export const HEARTBEAT_INTERVAL_MS = 10_000;
export const HEARTBEAT_TIMEOUT_MS = 25_000;
/** While somebody types it is told this often, and without another word it is over after so long: one that is lost does no harm. */
export const TYPING_EVERY_MS = 3_000;
export const TYPING_LASTS_MS = 6_000;
/** Envelopes, and their bytes, that a sender may have on a direct link without a Committed. */
export const MAX_UNCOMMITTED_ENVELOPES = 512;
export const MAX_UNCOMMITTED_BYTES = 1024 * KiB;

/** Skipped message keys that one message may cause, and that one session may hold (Double Ratchet §3.1 MAX_SKIP). */
export const MAX_SKIP = 1_000;
export const MAX_SKIPPED_KEYS = 2_000;

/** yamux: a window that our own queue's high water can hold; greater windows reset (network.md trap 3). */
export const STREAM_WINDOW_BYTES = 512 * KiB;
export const READ_HIGH_WATER_BYTES = 2 * 1024 * KiB;
export const READ_LOW_WATER_BYTES = 128 * KiB;
/** Bytes that may wait to be written on one stream before `send` waits for the drain. */
export const WRITE_HIGH_WATER_BYTES = 1024 * KiB;
