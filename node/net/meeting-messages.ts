/** What two people who meet without a server say to each other (shared/wire/meet.proto), decoded and within its bounds. */
import { areAddresses } from '../../shared/crypto/open-signed.ts';
import { MiyuError } from '../../shared/errors.ts';
import { ID_BYTES } from '../../shared/ids.ts';
import { MeetMessage } from '../../shared/wire/generated/meet.js';
import { MAX_ADDRESSES, MAX_FRIEND_REQUEST_BYTES } from '../../shared/wire/limits.ts';
import { WIRE_VERSION } from '../../shared/wire/protocols.ts';
import type { Ask, Introduction } from './ports.ts';

/** The first statement of a chain, and its last one (PROTOCOL.md 15.4). */
const MAX_SHOWN_STATEMENTS = 2;
const LIMITS = { hello: { statements: MAX_SHOWN_STATEMENTS }, ask: { addresses: MAX_ADDRESSES } };

export type MeetingRequest =
  { readonly type: 'hello'; readonly account: Uint8Array } | { readonly type: 'ask'; readonly ask: Ask };

export const encodeHello = (account: Uint8Array): Uint8Array =>
  MeetMessage.encode({ hello: { version: WIRE_VERSION, account, statements: [] } });

export const encodeAsk = ({ sealed, bundle, oneTime, addresses }: Ask): Uint8Array =>
  MeetMessage.encode({ ask: { sealed, bundle, oneTime, addresses: [...addresses] } });

export const encodeIntroduction = ({ statements, certificate }: Introduction): Uint8Array =>
  MeetMessage.encode({
    hello: {
      ...{ version: WIRE_VERSION, account: new Uint8Array(0), certificate },
      statements: [...statements].slice(0, MAX_SHOWN_STATEMENTS),
    },
  });

export const encodeTaken = (): Uint8Array => MeetMessage.encode({ taken: {} });

/** @throws MiyuError 'malformed' | 'version-mismatch' | 'too-large' (field sealed) | 'unknown-request' */
export function decodeMeetingRequest(body: Uint8Array): MeetingRequest {
  const { hello, ask } = decode(body, 'malformed');
  if (hello !== undefined) {
    if (hello.version !== WIRE_VERSION) throw new MiyuError('version-mismatch', { detail: WIRE_VERSION });
    if (hello.account.length !== ID_BYTES) throw new MiyuError('malformed', { field: 'account' });
    return { type: 'hello', account: hello.account };
  }
  if (ask === undefined) throw new MiyuError('unknown-request');
  const { sealed, bundle, oneTime, addresses } = ask;
  if (sealed.length > MAX_FRIEND_REQUEST_BYTES) {
    throw new MiyuError('too-large', { field: 'sealed', detail: MAX_FRIEND_REQUEST_BYTES });
  }
  if (sealed.length === 0) throw new MiyuError('malformed', { field: 'sealed' });
  if (bundle === undefined) throw new MiyuError('malformed', { field: 'bundle' });
  if (!areAddresses(addresses)) throw new MiyuError('malformed', { field: 'addresses' });
  return { type: 'ask', ask: { sealed, bundle, oneTime, addresses } };
}

/** @throws MiyuError 'protocol-violation' | 'version-mismatch' */
export function decodeIntroduction(body: Uint8Array): Introduction {
  const { hello } = decode(body, 'protocol-violation');
  if (hello === undefined) throw new MiyuError('protocol-violation');
  if (hello.version !== WIRE_VERSION) throw new MiyuError('version-mismatch', { detail: hello.version });
  const { statements, certificate } = hello;
  if (statements.length === 0 || certificate === undefined) throw new MiyuError('protocol-violation');
  return { statements, certificate };
}

/** @throws MiyuError 'protocol-violation' */
export function checkTaken(body: Uint8Array): void {
  if (decode(body, 'protocol-violation').taken === undefined) throw new MiyuError('protocol-violation');
}

function decode(body: Uint8Array, code: 'malformed' | 'protocol-violation'): MeetMessage {
  try {
    return MeetMessage.decode(body, { limits: LIMITS });
  } catch (cause) {
    throw new MiyuError(code, { cause });
  }
}
