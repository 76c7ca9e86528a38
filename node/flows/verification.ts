/** Two people compare, by number or by QR code, that nobody stands between them. */
import { keyHash, publicIdentity, safetyNumber } from '../../shared/crypto/identity.ts';
import {
  compareVerification,
  decodeVerification,
  encodeVerification,
  type LogPosition,
  type VerificationOutcome,
  type VerifiedParty,
} from '../../shared/crypto/verification-code.ts';
import { shortId, toHex } from '../../shared/ids.ts';
import type { ContactRow } from '../core/generated/rows.js';
import { RELATION, VERIFIED } from '../core/rows.ts';
import type { Commit } from './alarms.ts';
import type { FlowContext } from './context.ts';
import { friendEvent, type FriendFlows } from './friend-flows.ts';
import type { VerificationView } from './identity-peer.ts';
import { verifiedName } from './read-friends.ts';
import { needContact } from './unfriend.ts';

const ownParty = (context: FlowContext): VerifiedParty => {
  const { account, identity } = context.own();
  return { account, keyHash: keyHash(publicIdentity(identity)) };
};

const partyOf = (contact: Readonly<ContactRow>): VerifiedParty => ({
  account: contact.account,
  keyHash: keyHash(contact),
});

/** @param head of our home's log, the newest that was checked */
export function showVerification(
  context: FlowContext,
  contact: Readonly<ContactRow>,
  head: LogPosition | undefined,
): VerificationView {
  return {
    account: toHex(contact.account),
    name: contact.name,
    verified: verifiedName(contact.verified),
    safetyNumber: safetyNumber(publicIdentity(context.own().identity), contact),
    payload: encodeVerification({ shower: ownParty(context), other: partyOf(contact), head }),
  };
}

/**
 * What a scanned code says, with the mark that follows from it on disk. Where one log is shown in two forms the keys are the same all the
 * same: the friend is verified, and it is the server that is not. Where the keys are not the same, sending to this friend waits for a decision.
 * @param who whom it is meant to be of; undefined: whoever it says
 * @returns `account`: who showed it, where that is a contact
 * @throws MiyuError 'verification-malformed' | 'version-mismatch' | 'not-a-friend'
 */
export async function scanVerification(
  flows: FriendFlows,
  { payload, who }: { readonly payload: string; readonly who?: string },
  head: LogPosition | undefined,
): Promise<{ readonly outcome: VerificationOutcome; readonly account: Uint8Array | undefined }> {
  const { context, contacts } = flows;
  const code = decodeVerification(payload);
  const meant = who === undefined ? contacts.get(code.shower.account) : needContact(flows, who);
  // Of a stranger there is nothing that a code could be compared with.
  const them = meant === undefined ? { account: new Uint8Array(0), keyHash: new Uint8Array(0) } : partyOf(meant);
  const outcome = compareVerification(code, { ...ownParty(context), head }, them);
  const shower = contacts.get(code.shower.account)?.account;
  if (meant !== undefined && meant.relation === RELATION.friend) {
    if (outcome === 'match' || outcome === 'other-log') await mark(flows, meant, VERIFIED.compared);
    // The mark goes, and until the person has decided nothing is sent to whoever that is.
    if (outcome === 'mismatch') {
      await flows.keys.scannedAnother(meant);
      await mark(flows, meant, VERIFIED.no);
    }
  }
  context.log.info('verification-scanned', {
    code: outcome,
    ...(shower === undefined ? {} : { account: shortId(shower) }),
  });
  return { outcome, account: shower };
}

async function mark({ contacts, keys }: FriendFlows, contact: Readonly<ContactRow>, verified: number): Promise<void> {
  if (contact.verified === verified) return;
  const put: Commit = (ops) =>
    contacts.update(contact.account, (present) => ({ ...present, verified }), [
      ...ops,
      friendEvent(contact, 'updated'),
    ]);
  // Whatever a server says of the friend's key: it is this one.
  if (verified === VERIFIED.compared) await keys.agree(contact.account, put);
  else await put([]);
}
