/** Protocol ids with their versions, and the version bytes inside the messages. A mismatch is a typed error. */

/** Client ↔ rendezvous server: requests by the client, pushes by the server. */
export const RENDEZVOUS_PROTOCOL = '/miyu/rendezvous/1.0.0';
/** Friend ↔ friend: envelopes, acknowledgements, presence. */
export const CHAT_PROTOCOL = '/miyu/chat/1.0.0';
/** One framed question, one framed Signed ServerStatement, end: first contact and `miyu ping`. */
export const STATEMENT_PROTOCOL = '/miyu/statement/1.0.0';
/** Somebody ↔ somebody who is no friend yet: a friend request without a server. */
export const MEET_PROTOCOL = '/miyu/meet/1.0.0';
/** Peer ↔ peer on one LAN, strangers included: one framed question, one framed answer: who are you? */
export const NEARBY_PROTOCOL = '/miyu/nearby/1.0.0';
/** Our own Kademlia network: kad-dht finds nobody on a LAN under the public protocol's rules. */
export const KAD_PROTOCOL = '/miyu/kad/1.0.0';
/** Circuit relay v2: somebody asks a server for a place or a connection; the server hands a connection on. */
export const HOP_PROTOCOL = '/libp2p/circuit/relay/0.2.0/hop';
export const STOP_PROTOCOL = '/libp2p/circuit/relay/0.2.0/stop';

/** `version` of every statement, hello, envelope and content of this generation. */
export const WIRE_VERSION = 1;
/** X25519 + ML-KEM-768, HKDF-SHA256, Double Ratchet, AES-256-GCM. */
export const SUITE = 1;

/** `Frame.type`. */
export const FRAME = { request: 1, response: 2, refusal: 3, push: 4 } as const;
/** `Envelope.kind`. */
export const ENVELOPE = { first: 1, pairwise: 2, group: 3 } as const;
/** `Content.kind`. */
export const CONTENT = {
  text: 1,
  receipt: 2,
  friendAccept: 3,
  friendRefuse: 4,
  friendRemove: 5,
  resend: 6,
  deviceAnnounce: 7,
  addressKey: 8,
  stand: 9,
  reaction: 10,
  edit: 11,
  delete: 12,
  gone: 13,
  certificate: 14,
  profile: 15,
  typing: 20,
} as const;
/** `ReceiptContent.type`. */
export const RECEIPT = { delivered: 1, read: 2 } as const;
/** `IdentityStatement.kind`. */
export const STATEMENT = { create: 0, keys: 1, device: 2, name: 3, delete: 4 } as const;
/** `ProfileContent.sex`; 0: not said. */
export const SEX = { female: 1, male: 2, other: 3 } as const;
/** `MailboxGrant.scope`. */
export const SCOPE = { friend: 1, group: 2 } as const;
/** `Goodbye.reason`. */
export const GOODBYE = { signedOut: 1, closing: 2, replaced: 3, notFriends: 4 } as const;
/** `AnswerFriendRequestRequest.outcome`. */
export const ANSWER = { accepted: 1, refused: 2 } as const;
/** `HopMessage.type` and `StopMessage.type`. */
export const HOP = { reserve: 0, connect: 1, status: 2 } as const;
export const STOP = { connect: 0, status: 1 } as const;
/** `status` of both. */
export const RELAY_STATUS = {
  ok: 100,
  reservationRefused: 200,
  limitExceeded: 201,
  permissionDenied: 202,
  connectionFailed: 203,
  noReservation: 204,
  malformed: 400,
  unexpected: 401,
} as const;
/** `RelayLimit.scope`. */
export const RELAY_SCOPE = { account: 1, server: 2 } as const;
/** `ServerStatement.email`. */
export const EMAIL = { off: 0, optional: 1, required: 2 } as const;
