/** Numbers of a peer's own rows (node/core/rows.proto) and how they read in words. Local only: never on the wire. */
/** Id of tables with one group. */
export const ONE_GROUP = new Uint8Array(0);

/** A contact's StandRow, beside its CountersRow (0). */
export const STAND_SEQ = 1n;
/** Its DeletedRow. */
export const DELETED_SEQ = 2n;
/** Its ChatRow. */
export const CHAT_SEQ = 3n;
/** Its CardRow, the picture that belongs to it, its certificate (encoded Signed), and its IntroducedRow (cards.proto). */
export const CARD_SEQ = 4n;
export const PICTURE_SEQ = 5n;
export const CERTIFICATE_SEQ = 6n;
export const INTRODUCED_SEQ = 7n;
/** Its MetRow. */
export const MET_SEQ = 20n;
/** What goes with a contact. */
export const SEQS_OF_CONTACT = [CHAT_SEQ, CARD_SEQ, PICTURE_SEQ, CERTIFICATE_SEQ, INTRODUCED_SEQ, MET_SEQ] as const;

export const RELATION = { requested: 1, incoming: 2, friend: 3, closing: 4, removed: 5 } as const;
export const VERIFIED = { no: 0, invite: 1, compared: 2 } as const;
export const DIRECTION = { in: 1, out: 2, note: 3 } as const;
/** `HistoryRow.kind` of a note: none that a content has. */
export const NOTE = { renamed: 1_001 } as const;
export const STATE = { queued: 1, stored: 2, delivered: 3, read: 4, failed: 5, received: 6 } as const;
export const PATH = { none: 0, lan: 1, direct: 2, relayed: 3, mailbox: 4 } as const;
/** Of a HeadRow and an EntryRow. */
export const HEAD_SEQ = 0n;
export const ENTRY_SEQ = 1n;

export const EVENT = { message: 1, messageState: 2, friend: 3, changed: 4, removed: 5, alarm: 20 } as const;
export const CHANGE = {
  requested: 1,
  incoming: 2,
  accepted: 3,
  refused: 4,
  removed: 5,
  dropped: 6,
  updated: 7,
  renamed: 20,
  restored: 8,
} as const;

export type Change = keyof typeof CHANGE;
export type PathName = Exclude<keyof typeof PATH, 'none'>;
