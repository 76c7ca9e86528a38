/** What a server may answer: sizes and counts of every field, checked before anybody else sees it. */
import { OPAQUE_BYTES } from '../../shared/crypto/opaque.ts';
import { MiyuError } from '../../shared/errors.ts';
import { ID_BYTES, PEER_ID_BYTES } from '../../shared/ids.ts';
import type { Signed } from '../../shared/wire/generated/identity.js';
import {
  RendezvousPush,
  RendezvousResponse,
  type NewestDevice,
  type StoreOpening,
} from '../../shared/wire/generated/rendezvous.js';
import {
  MAX_DRAIN_ITEMS,
  MAX_EMAIL_BYTES,
  MAX_ENVELOPE_BYTES,
  MAX_FRIEND_REQUEST_BYTES,
  MAX_KNOWN_LISTED,
  MAX_LOG_PROOF_BYTES,
  MAX_OPENINGS,
  MAX_ORIGIN_BYTES,
  MAX_SEALED_LABEL_BYTES,
  MAX_STATEMENTS,
  MAX_STATEMENT_BYTES,
  MAX_VAULT_BYTES,
  MAX_WAITING_REQUESTS,
} from '../../shared/wire/limits.ts';

export type AnswerName = keyof RendezvousResponse;
export type Answer<K extends AnswerName> = NonNullable<RendezvousResponse[K]>;

const NONCE_BYTES = 32;
const SIGNATURE_BYTES = 64;
const OPENING_BYTES = 16;
/** X25519 and ML-KEM-768 keys and their tags. */
const MAX_PREKEY_BYTES = 1_280;
const MAX_TOKEN_BYTES = 64;
/** What we send in a ping comes back. */
const MAX_PING_BYTES = 1_024;
/** A name of 32 code points; a letter folds to three at most. */
const MAX_NAME_KEY_LENGTH = 256;

type Checks = { readonly [K in AnswerName]: (answer: Answer<K>) => boolean };

const id = (bytes: Uint8Array): boolean => bytes.length === ID_BYTES;
const idOrEmpty = (bytes: Uint8Array): boolean => bytes.length === 0 || id(bytes);
const signed = (value: Signed | undefined): boolean =>
  value !== undefined &&
  value.payload.length > 0 &&
  value.payload.length <= MAX_STATEMENT_BYTES &&
  value.signature.length === SIGNATURE_BYTES;
const signedOrAbsent = (value: Signed | undefined): boolean => value === undefined || signed(value);
const logProof = ({ proof }: { readonly proof: Uint8Array }): boolean => proof.length <= MAX_LOG_PROOF_BYTES;
/** What is kept of the newest device beside its certificate. */
const signIn = ({ origin, label }: Pick<NewestDevice, 'origin' | 'label'>): boolean =>
  origin.length <= MAX_ORIGIN_BYTES && label.length <= MAX_SEALED_LABEL_BYTES;
const newest = (value: NewestDevice | undefined): boolean =>
  value !== undefined && signed(value.certificate) && signIn(value);
const empty = (): boolean => true;
const opening = ({ count, id: bytes }: StoreOpening, i: number, all: readonly StoreOpening[]): boolean =>
  bytes.length === OPENING_BYTES && count === (i === 0 ? Math.max(count, 1) : all[i - 1]!.count + 1);

const CHECKS: Checks = {
  hello: (answer) => signed(answer.statement) && answer.openings.length > 0 && answer.openings.every(opening),
  challenge: (answer) => answer.nonce.length === NONCE_BYTES,
  register: (answer) => id(answer.account),
  login: empty,
  introduce: empty,
  logout: empty,
  lookup: (answer) =>
    id(answer.account) &&
    answer.statements.length > 0 &&
    answer.statements.every(signed) &&
    signedOrAbsent(answer.certificate) &&
    logProof(answer),
  publishPrekeys: empty,
  fetchPrekeys: (answer) =>
    signed(answer.bundle) && signed(answer.certificate) && answer.oneTime.length <= MAX_PREKEY_BYTES,
  publishAddress: empty,
  fetchAddress: (answer) => signedOrAbsent(answer.record) && signedOrAbsent(answer.certificate),
  sendFriendRequest: empty,
  listFriendRequests: (answer) =>
    answer.requests.every(
      (request) => id(request.from) && request.sealed.length > 0 && request.sealed.length <= MAX_FRIEND_REQUEST_BYTES,
    ),
  answerFriendRequest: empty,
  putGrant: empty,
  revokeGrant: empty,
  deposit: (answer) => signed(answer.receipt),
  drain: (answer) =>
    answer.mail.every(
      (mail, i) =>
        id(mail.depositor) &&
        mail.envelope.length > 0 &&
        mail.envelope.length <= MAX_ENVELOPE_BYTES &&
        mail.sequence > (answer.mail[i - 1]?.sequence ?? 0n),
    ),
  acknowledge: empty,
  setBlock: empty,
  createToken: (answer) => answer.token.length > 0 && answer.token.length <= MAX_TOKEN_BYTES,
  knows: (answer) =>
    answer.statements.length > 0 &&
    answer.statements.every(signed) &&
    signed(answer.certificate) &&
    signIn(answer) &&
    [answer.email, answer.emailKey].every((text) => text.length <= MAX_EMAIL_BYTES) &&
    // Folding may take more room than the name itself.
    answer.nameKey.length <= MAX_NAME_KEY_LENGTH &&
    [0, ID_BYTES].includes(answer.lookAlike.length) &&
    (answer.prekeys === undefined || answer.prekeys.device.length === PEER_ID_BYTES) &&
    (answer.address === undefined || signed(answer.address.record)) &&
    [answer.grantsGiven, answer.grantsHeld, answer.requestsReceived, answer.requestsSent, answer.deposited].every(
      (list) => list.every(({ account }) => id(account)),
    ) &&
    answer.blocked.every(id) &&
    (answer.log === undefined || id(answer.log.entry)) &&
    answer.formerNames.every((former) => [former.nameHash, former.lookAlike].every(idOrEmpty)) &&
    answer.mailbox !== undefined &&
    answer.mailbox.senders.every(({ account }) => id(account)),
  enrol: (answer) => answer.response.length === OPAQUE_BYTES.registrationResponse,
  putVault: empty,
  dropVault: empty,
  startVaultLogin: (answer) =>
    id(answer.account) && answer.response.length === OPAQUE_BYTES.loginResponse && answer.handle > 0,
  finishVaultLogin: (answer) =>
    answer.sealed.length > 0 && answer.sealed.length <= MAX_VAULT_BYTES && answer.version > 0n,
  presentDevice: (answer) => newest(answer.newest),
  rename: empty,
  listTokens: (answer) => answer.tokens.every(({ hash }) => id(hash)),
  revokeToken: empty,
  deleteAccount: empty,
  logHead: logProof,
  logProve: logProof,
  logBetween: (answer) => answer.hashes.length <= MAX_LOG_PROOF_BYTES,
  ping: (answer) => answer.payload.length <= MAX_PING_BYTES,
};

const LIMITS = {
  hello: { openings: MAX_OPENINGS },
  lookup: { statements: MAX_STATEMENTS },
  listFriendRequests: { requests: MAX_WAITING_REQUESTS },
  listTokens: { tokens: MAX_KNOWN_LISTED },
  drain: { mail: MAX_DRAIN_ITEMS },
  knows: {
    statements: MAX_STATEMENTS,
    grantsGiven: MAX_KNOWN_LISTED,
    grantsHeld: MAX_KNOWN_LISTED,
    requestsReceived: MAX_KNOWN_LISTED,
    requestsSent: MAX_KNOWN_LISTED,
    blocked: MAX_KNOWN_LISTED,
    formerNames: MAX_KNOWN_LISTED,
    deposited: MAX_KNOWN_LISTED,
    tokens: MAX_KNOWN_LISTED,
    mailbox: { senders: MAX_KNOWN_LISTED },
  },
};

/** The answer to a request of this name. @throws MiyuError 'malformed' on another one, or on any field out of bounds */
export function decodeAnswer<K extends AnswerName>(name: K, body: Uint8Array): Answer<K> {
  const answer = decoded(() => RendezvousResponse.decode(body, { limits: LIMITS }))[name];
  if (answer === undefined || answer === null || !CHECKS[name](answer)) throw new MiyuError('malformed');
  return answer;
}

/** @throws MiyuError 'malformed' */
export const decodePush = (body: Uint8Array): RendezvousPush => decoded(() => RendezvousPush.decode(body));

function decoded<T>(decode: () => T): T {
  try {
    return decode();
  } catch (cause) {
    throw new MiyuError('malformed', { cause });
  }
}
