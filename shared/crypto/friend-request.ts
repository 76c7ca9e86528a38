/**
 * Friend requests as they cross somebody else's server: Signed{FriendRequest} in a sealed box. The server sees who asks whom
 * and how many bytes, nothing else.
 */
import { MiyuError } from '../errors.ts';
import { isProperName } from '../usernames.ts';
import { CONTEXT } from '../wire/contexts.ts';
import {
  FriendRequest,
  Signed,
  type DeviceCertificate,
  type Home,
  type MailboxGrant,
} from '../wire/generated/identity.js';
import { MAX_ADDRESSES, MAX_GREETING_BYTES, MAX_STATEMENTS } from '../wire/limits.ts';
import { SCOPE, WIRE_VERSION } from '../wire/protocols.ts';
import { openBox, sealBox } from './box.ts';
import { isHome } from './home.ts';
import type { Identity } from './identity.ts';
import { isId, isTime, openSigned, textFits } from './open-signed.ts';
import type { Random } from './random.ts';
import { signIdentity } from './signatures.ts';
import { openCertificate, openGrant, openIdentityChain, type OpenedIdentity } from './statements.ts';

export type FriendRequestFields = Readonly<Required<Omit<FriendRequest, 'version' | 'later'>>> &
  Partial<Pick<FriendRequest, 'later'>>;

/** @throws MiyuError 'greeting-too-long' | 'too-large' | 'key-invalid' */
export function sealFriendRequest(
  identity: Identity,
  fields: FriendRequestFields,
  recipientExchangeKey: Uint8Array,
  random: Random,
): Uint8Array {
  if (!textFits(fields.greeting, MAX_GREETING_BYTES)) {
    throw new MiyuError('greeting-too-long', { field: 'greeting', detail: MAX_GREETING_BYTES });
  }
  const payload = FriendRequest.encode({ ...fields, version: WIRE_VERSION });
  const signed = signIdentity(CONTEXT.friendRequest, payload, identity.signing.secretKey);
  return sealBox(Signed.encode(signed), recipientExchangeKey, random);
}

export interface OpenedFriendRequest {
  readonly from: OpenedIdentity;
  /** The requester's chain, oldest first. */
  readonly statements: readonly Signed[];
  readonly certificate: DeviceCertificate;
  readonly signedCertificate: Signed;
  readonly home: Home;
  readonly grant: MailboxGrant;
  readonly signedGrant: Signed;
  readonly greeting: string;
  readonly sentAt: bigint;
}

/**
 * Opens and verifies everything inside: whose it is, that it is for this account, the device, and the grant to us. Text in it
 * (name, greeting) is the sender's.
 * @throws MiyuError 'cannot-open' for whatever is wrong with it
 */
export function openFriendRequest(sealed: Uint8Array, exchangeSecret: Uint8Array, to: Uint8Array): OpenedFriendRequest {
  const opened = openBox(sealed, exchangeSecret);
  if (opened === undefined) throw new MiyuError('cannot-open');
  try {
    return verifyFriendRequest(Signed.decode(opened), to);
  } catch (cause) {
    throw new MiyuError('cannot-open', { cause });
  }
}

const decode = (payload: Uint8Array): FriendRequest =>
  FriendRequest.decode(payload, { limits: { home: { addresses: MAX_ADDRESSES }, later: MAX_STATEMENTS - 1 } });

function verifyFriendRequest(signed: Signed, to: Uint8Array): OpenedFriendRequest {
  const claimed = decode(signed.payload);
  if (claimed.statement === undefined) throw new MiyuError('malformed');
  const statements = [claimed.statement, ...claimed.later];
  const from = openIdentityChain(statements);
  // Their home may have other rules, or none.
  if (!isProperName(from.name)) throw new MiyuError('statement-invalid', { field: 'name' });
  const request = openSigned(
    {
      context: CONTEXT.friendRequest,
      code: 'malformed',
      decode,
      valid: (it) => isId(it.to) && textFits(it.greeting, MAX_GREETING_BYTES) && isTime(it.sentAt),
    },
    signed,
    from.identityKey,
    { to },
  );
  const { certificate, home, grant, greeting, sentAt } = request;
  if (!certificate || !home || !grant || !isHome(home)) throw new MiyuError('malformed');
  return {
    from,
    statements,
    certificate: openCertificate(certificate, from.identityKey, { account: from.account }),
    signedCertificate: certificate,
    home,
    grant: openGrant(grant, from.identityKey, { owner: from.account, depositor: to, scope: SCOPE.friend }),
    signedGrant: grant,
    greeting,
    sentAt,
  };
}
