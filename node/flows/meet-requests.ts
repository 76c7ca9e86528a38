/**
 * Requests that come device to device (PROTOCOL.md 8.1): who asks is proven by the request itself, which must be of the device that Noise
 * authenticated. Whoever is blocked is answered like everybody else. From there on it is a request like those that a server keeps.
 */
import { verifyBundle } from '../core/prekeys.ts';
import { RELATION } from '../core/rows.ts';
import { openFriendRequest, type OpenedFriendRequest } from '../../shared/crypto/friend-request.ts';
import { isMiyuError, MiyuError } from '../../shared/errors.ts';
import { failpoint } from '../../shared/failpoints.ts';
import { equalBytes, toHex } from '../../shared/ids.ts';
import { isNameFault, normaliseName } from '../../shared/usernames.ts';
import { Signed } from '../../shared/wire/generated/identity.js';
import { MAX_DIRECT_REQUESTS, requestFrom, waitingRequests, type FriendFlows } from './friend-flows.ts';
import { pastActs } from './past-acts.ts';
import type { Ask, MeetingHandlers } from './ports.ts';
import { takeOpened } from './requests.ts';

export function meetingHandlers(flows: FriendFlows): MeetingHandlers {
  const { context } = flows;
  return {
    introduce(account) {
      const own = context.own();
      if (!equalBytes(account, own.account)) return undefined;
      return { statements: [own.statement, ...own.later.slice(-1)], certificate: own.certificate };
    },
    async take(ask, remotePeer) {
      const opened = open(flows, ask, remotePeer);
      checkRoom(flows, opened.from.account);
      const before = pastActs(context.store, 'answered').get(toHex(opened.from.account));
      const brought = { bundle: Signed.encode(ask.bundle), oneTime: ask.oneTime, addresses: [...ask.addresses] };
      await takeOpened(flows, opened, brought, before);
      failpoint('meet-request-kept');
    },
  };
}

/** @throws MiyuError 'malformed' | 'certificate-invalid' | 'bundle-invalid' | 'not-yourself' */
function open({ context }: FriendFlows, { sealed, bundle, oneTime }: Ask, remotePeer: Uint8Array): OpenedFriendRequest {
  const own = context.own();
  let opened: OpenedFriendRequest;
  try {
    opened = openFriendRequest(sealed, own.identity.exchange.secretKey, own.account);
  } catch (error) {
    if (!isMiyuError(error, 'cannot-open')) throw error;
    throw new MiyuError('malformed', { field: 'sealed', cause: error });
  }
  const { certificate, from } = opened;
  if (equalBytes(from.account, own.account)) throw new MiyuError('not-yourself');
  const name = normaliseName(from.name);
  if (from.kind === 'delete' || isNameFault(name) || name.display !== from.name) {
    throw new MiyuError('malformed', { field: 'sealed' });
  }
  if (!equalBytes(certificate.device, remotePeer)) throw new MiyuError('certificate-invalid');
  const prekeys = verifyBundle(from, { bundle, oneTime });
  if (!equalBytes(prekeys.device, certificate.device) || prekeys.epoch !== certificate.epoch) {
    throw new MiyuError('bundle-invalid');
  }
  return opened;
}

/** An identity costs a stranger nothing here, so that these may not take the place of those that a server lets through. */
function checkRoom({ context, contacts }: FriendFlows, account: Uint8Array): void {
  if (contacts.get(account)?.relation === RELATION.requested || requestFrom(context, account) !== undefined) return;
  const direct = waitingRequests(context).filter(({ request }) => request.bundle.length > 0).length;
  if (direct >= MAX_DIRECT_REQUESTS) throw new MiyuError('requests-full', { detail: MAX_DIRECT_REQUESTS });
}
