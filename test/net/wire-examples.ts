/** Valid bytes of everything that comes from another machine, for tests that spoil them. */
import { Envelope, PairwiseBody } from '../../shared/wire/generated/envelope.js';
import { ChatMessage } from '../../shared/wire/generated/chat.js';
import * as content from '../../shared/wire/generated/content.js';
import { SMALL_PICTURE } from '../support/pictures.ts';
import { CertificateContent, ProfileContent } from '../../shared/wire/generated/person.js';
import { Home, OneTimePrekey, Signed } from '../../shared/wire/generated/identity.js';
import { RendezvousPush, RendezvousRequest, RendezvousResponse } from '../../shared/wire/generated/rendezvous.js';
import { encodeAsk, encodeHello, encodeIntroduction, encodeTaken } from '../../node/net/meeting-messages.ts';
import { encodeContent } from '../../node/core/content.ts';
import { encodePush, encodeRefusal, encodeRequest, encodeResponse } from '../../shared/net/messages.ts';
import { nodeKem } from '../../shared/crypto/kem.ts';
import { seededRandom } from '../support/determinism.ts';
import { statementWorld, TIME } from '../support/statements.ts';

type Bodies<T> = { readonly [K in keyof T]-?: NonNullable<T[K]> };

export const random = seededRandom('wire examples');
export const world = statementWorld(random, nodeKem);
const { alice, bob, server } = world;
const signed = (name: string) => world.examples[name]!.signed;
const bytes = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(random(length));
const account = alice.account;
const statement = signed('identityStatement');
const certificate = signed('deviceCertificate');
const proof = { clientNonce: bytes(32), proof: bytes(64) };

export const oneTimePrekey = OneTimePrekey.encode({ id: 3, key: bytes(32), kemKey: bytes(1_184) });
export const home = Home.encode({ server, addresses: ['/ip4/192.0.2.1/tcp/4001', '/dns4/miyu.example/tcp/443'] });

export const pairwiseEnvelope = Envelope.encode({
  version: 1,
  suite: 1,
  kind: 2,
  toAccount: account,
  toDevice: alice.device,
  toEpoch: 1n,
  body: PairwiseBody.encode({
    session: bytes(16),
    ratchetKey: bytes(32),
    previousLength: 1,
    number: 2,
    nonce: bytes(12),
    ciphertext: bytes(272),
    pq: bytes(0),
  }),
});

const REQUESTS: Bodies<RendezvousRequest> = {
  hello: { version: 1 },
  challenge: {},
  register: { statement, certificate, ...proof, email: 'a@example.org', token: bytes(16) },
  login: { account, certificate, ...proof, label: bytes(93) },
  introduce: { statement, certificate },
  logout: {},
  lookup: { name: 'alice', kept: { log: bytes(16), size: 9n } },
  publishPrekeys: { bundle: signed('prekeyBundle'), oneTime: [oneTimePrekey, oneTimePrekey] },
  fetchPrekeys: { account },
  publishAddress: { record: signed('addressRecord') },
  fetchAddress: { account },
  sendFriendRequest: { to: bob.account, sealed: bytes(600) },
  listFriendRequests: {},
  answerFriendRequest: { from: account, outcome: 1 },
  putGrant: { grant: signed('mailboxGrant') },
  revokeGrant: { revocation: signed('grantRevocation') },
  deposit: { owner: account, envelope: pairwiseEnvelope, grant: signed('mailboxGrant') },
  drain: { after: 1n, limit: 10 },
  acknowledge: { upTo: 7n },
  setBlock: { account, blocked: true },
  createToken: {},
  knows: {},
  enrol: { request: bytes(32) },
  putVault: { record: bytes(192), sealed: bytes(900), version: 2n, replaces: 1n },
  dropVault: {},
  rename: { statements: [statement] },
  listTokens: {},
  revokeToken: { hash: bytes(32) },
  startVaultLogin: { name: 'alice', request: bytes(96) },
  finishVaultLogin: { handle: 1, message: bytes(64) },
  deleteAccount: { account, statement },
  logHead: { kept: { log: bytes(16), size: 9n }, head: signed('serverStatement') },
  logProve: { kept: { log: bytes(16), size: 9n }, key: bytes(32) },
  logBetween: { log: bytes(16), smaller: 3n, greater: 9n },
  presentDevice: {},
  ping: { payload: bytes(32) },
};

const mail = (sequence: bigint) => ({ sequence, depositor: account, envelope: pairwiseEnvelope, storedAt: TIME });
const ANSWERS: Bodies<RendezvousResponse> = {
  hello: {
    statement: signed('serverStatement'),
    openings: [
      { count: 7, id: bytes(16) },
      { count: 8, id: bytes(16) },
    ],
  },
  challenge: { nonce: bytes(32) },
  register: { account },
  login: { highestMail: 9n, waitingMail: 2, waitingRequests: 1, prekeysLeft: 5, bundleCurrent: true },
  introduce: {},
  logout: {},
  lookup: { account, statements: [statement], certificate, proof: bytes(900) },
  publishPrekeys: {},
  fetchPrekeys: { bundle: signed('prekeyBundle'), oneTime: oneTimePrekey, certificate },
  publishAddress: {},
  fetchAddress: { record: signed('addressRecord'), certificate },
  sendFriendRequest: {},
  listFriendRequests: { requests: [{ from: account, sealed: bytes(600), receivedAt: TIME }] },
  answerFriendRequest: {},
  putGrant: {},
  revokeGrant: {},
  deposit: { receipt: signed('depositReceipt') },
  drain: { mail: [mail(1n), mail(2n)], more: true },
  acknowledge: {},
  setBlock: {},
  createToken: { token: bytes(16), expiresAt: TIME },
  knows: {
    ...{ statements: [statement], certificate, email: 'a@example.org', registeredAt: TIME, emailKey: 'a@example.org' },
    ...{ nameKey: 'alice', lookAlike: bytes(32), connections: 1 },
    prekeys: { device: alice.device, epoch: 1n, left: 9, createdAt: TIME },
    address: { record: signed('addressRecord'), expiresAt: TIME },
    grantsGiven: [{ account, scope: 1, serial: 7n, revoked: false }],
    grantsGivenTotal: 1,
    grantsHeld: [{ account, scope: 1, serial: 7n, revoked: true }],
    grantsHeldTotal: 1,
    requestsReceived: [{ account, receivedAt: TIME, bytes: 600 }],
    requestsSent: [{ account, receivedAt: TIME, bytes: 600 }],
    requestsSentTotal: 1,
    blocked: [account],
    blockedTotal: 1,
    mailbox: {
      ...{ highest: 9n, count: 2, bytes: 900n, oldestAt: TIME, mostCount: 10, mostBytes: 9_000n, lifetimeMs: 9n },
      senders: [{ account, count: 2, bytes: 900n }],
    },
    deposited: [{ account, count: 1, bytes: 400n }],
    tokens: [{ madeAt: TIME, expiresAt: TIME }],
    guest: { epoch: 1n, seenAt: TIME },
    vault: { version: 3n, bytes: 900, recordBytes: 192, storedAt: TIME },
    guesses: { count: 2, lastAt: TIME },
    ...{ signedInAt: TIME, origin: bytes(120), label: bytes(93) },
    log: { entry: bytes(32), sequence: 0n, index: 7n },
    formerNames: [{ nameHash: bytes(32), lookAlike: bytes(32), letGoAt: TIME, heldUntil: TIME }],
  },
  enrol: { response: bytes(64) },
  putVault: {},
  dropVault: {},
  rename: {},
  listTokens: { tokens: [{ hash: bytes(32), madeAt: TIME, expiresAt: TIME }], most: 5 },
  revokeToken: {},
  startVaultLogin: { account, response: bytes(320), handle: 1 },
  finishVaultLogin: { sealed: bytes(900), version: 2n },
  presentDevice: { newest: { certificate, signedInAt: TIME, origin: bytes(120), label: bytes(93) } },
  deleteAccount: {},
  logHead: { proof: bytes(900) },
  logProve: { proof: bytes(900) },
  logBetween: { hashes: bytes(320) },
  ping: { payload: bytes(32), time: TIME, seenAs: '192.0.2.7' },
};

const PUSHES: Bodies<RendezvousPush> = {
  mailWaiting: { highest: 3n },
  requestWaiting: { waiting: 1 },
  sessionReplaced: { epoch: 2n, newest: { certificate, signedInAt: TIME, origin: bytes(120), label: bytes(93) } },
  serverClosing: {},
  prekeysLow: { left: 4 },
  relayLimit: { scope: 1, retryAfterMs: 60_000n },
};

const CHAT: Bodies<ChatMessage> = {
  hello: { version: 1, certificate: bytes(200) },
  deliver: { firstSequence: 1n, envelopes: [pairwiseEnvelope, pairwiseEnvelope] },
  committed: { upTo: 2n },
  unopened: { sequence: 1n, envelopeId: bytes(32) },
  heartbeat: { count: 5n, heads: [bytes(300)] },
  goodbye: { reason: 1 },
  prekeysWanted: {},
  prekeys: { bundle: signed('prekeyBundle'), oneTime: oneTimePrekey },
};

const each = <T extends object>(
  bodies: Bodies<T>,
  encode: (message: never) => Uint8Array,
): readonly [keyof T, Uint8Array][] =>
  Object.entries(bodies).map(([name, body]) => [name as keyof T, encode({ [name]: body } as never)]);

export const requests = each<RendezvousRequest>(REQUESTS, RendezvousRequest.encode);
export const answers = each<RendezvousResponse>(ANSWERS, RendezvousResponse.encode);
export const pushes = each<RendezvousPush>(PUSHES, RendezvousPush.encode);
export const chatMessages = each<ChatMessage>(CHAT, ChatMessage.encode);

export const frames: readonly Uint8Array[] = [
  encodeRequest(1, bytes(40)),
  encodeResponse(1, bytes(40)),
  encodePush(bytes(40)),
  encodeRefusal(1, 'malformed'),
];

const ranges = [
  { first: 1n, last: 3n },
  { first: 5n, last: 5n },
];
const target = { yours: false, epoch: 1n, number: 7n, messageId: bytes(16) };
/** Bodies of contents, by the kind's name. */
export const contents = {
  text: content.TextContent.encode({ text: '在吗, are you there?' }),
  styledText: content.TextContent.encode({
    ...{ text: '在吗, are you there?', style: { size: 2, color: 4, face: 1 } },
    replyTo: { ...target, yours: true },
  }),
  reaction: content.ReactionContent.encode({ target: { ...target, yours: true }, emoji: '👍🏽' }),
  edit: content.EditContent.encode({ target, text: '在吗?' }),
  delete: content.DeleteContent.encode({ target }),
  receipt: content.ReceiptContent.encode({ type: 2, epoch: 1n, ranges, messageId: bytes(16) }),
  resend: content.ResendContent.encode({ epoch: 1n, ranges, envelopeIds: [bytes(32)] }),
  stand: content.StandContent.encode({
    sent: { epoch: 1n, next: 9n, count: 8n, digest: bytes(32), abandoned: ranges },
    received: [
      { epoch: 1n, base: 1n, next: 7n, skipped: ranges, held: [{ first: 9n, last: 9n }], count: 3n, digest: bytes(32) },
    ],
    stored: [{ number: 8n, receipt: bytes(200) }],
    question: bytes(16),
    answer: new Uint8Array(0),
    read: { epoch: 1n, number: 7n, messageId: bytes(16) },
  }),
  typing: content.TypingContent.encode({ active: true }),
  friendAccept: content.FriendAcceptContent.encode({ grant: bytes(120), home }),
  deviceAnnounce: content.DeviceAnnounceContent.encode({ certificate: bytes(200), home, grant: bytes(120) }),
  certificate: CertificateContent.encode({ certificate: Signed.encode(signed('personCertificate')) }),
  profile: ProfileContent.encode({
    ...{ version: 7n, displayName: 'Alice in 上海', sex: 1, birthYear: 1990, status: '在路上' },
    picture: SMALL_PICTURE,
  }),
  addressKey: content.AddressKeyContent.encode({ key: bytes(32) }),
} as const;

export const meetings = {
  hello: encodeHello(bytes(32)),
  introduction: encodeIntroduction({
    statements: [signed('identityStatement')],
    certificate: signed('deviceCertificate'),
  }),
  ask: encodeAsk({
    ...{ sealed: bytes(400), bundle: signed('prekeyBundle'), oneTime: oneTimePrekey },
    addresses: ['/ip4/192.168.1.20/tcp/40001'],
  }),
  taken: encodeTaken(),
} as const;

export const wholeContent = encodeContent({
  kind: 1,
  messageId: bytes(16),
  epoch: 1n,
  number: 3n,
  sentAt: TIME,
  settledBelow: 2n,
  body: contents.text,
});
