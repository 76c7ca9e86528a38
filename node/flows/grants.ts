/**
 * Our grants to friends: signed here, in force once our home has them. What the home has not confirmed stays in the contact
 * (`unconfirmed_grant`) and is sent again at each sign-in, a revocation as well as a grant.
 */
import type { ContactRow } from '../core/generated/rows.js';
import { verifySigned } from '../../shared/crypto/signatures.ts';
import { makeGrant, makeRevocation } from '../../shared/crypto/statements.ts';
import { equalBytes, shortId } from '../../shared/ids.ts';
import { isMiyuError } from '../../shared/errors.ts';
import { CONTEXT } from '../../shared/wire/contexts.ts';
import { Signed } from '../../shared/wire/generated/identity.js';
import { SCOPE } from '../../shared/wire/protocols.ts';
import type { Contacts, FlowContext } from './context.ts';
import type { RendezvousClient, Waiting } from './ports.ts';

const NOTHING = new Uint8Array(0);

type GrantFields = Pick<ContactRow, 'grantGiven' | 'grantSerial' | 'unconfirmedGrant'>;

/**
 * Grows with every grant and revocation, also when the contact was forgotten in between: the clock where that is more than
 * one above the last.
 */
const nextSerial = (context: FlowContext, last: bigint): bigint => {
  const now = BigInt(context.clock.wall());
  return now > last ? now : last + 1n;
};

/** Fields of a contact who may deposit with us from now on. */
export function giveGrant(context: FlowContext, account: Uint8Array, lastSerial: bigint): GrantFields {
  const { identity, account: owner } = context.own();
  const grantSerial = nextSerial(context, lastSerial);
  const grant = Signed.encode(
    makeGrant(identity, { owner, depositor: account, scope: SCOPE.friend, serial: grantSerial }),
  );
  return { grantGiven: grant, grantSerial, unconfirmedGrant: grant };
}

/** Fields of a contact who may no more; nothing to revoke where nothing was given. */
export function revokeGrant(context: FlowContext, contact: Readonly<ContactRow>): GrantFields {
  if (contact.grantGiven.length === 0) {
    return { grantGiven: NOTHING, grantSerial: contact.grantSerial, unconfirmedGrant: contact.unconfirmedGrant };
  }
  const grantSerial = nextSerial(context, contact.grantSerial);
  const unconfirmedGrant = revocationOf(context, contact.account, grantSerial);
  return { grantGiven: NOTHING, grantSerial, unconfirmedGrant };
}

/** Fields that give our last word on this contact to our home once more: the same grant, or the same revocation. */
export function grantOnceMore(
  context: FlowContext,
  contact: Readonly<ContactRow>,
): Pick<ContactRow, 'unconfirmedGrant'> {
  const { account, grantGiven, grantSerial, unconfirmedGrant } = contact;
  // What it has not heard at all follows anyway; of somebody to whom nothing was ever given there is nothing to say.
  if (unconfirmedGrant.length > 0 || (grantGiven.length === 0 && grantSerial === 0n)) return { unconfirmedGrant };
  return { unconfirmedGrant: grantGiven.length > 0 ? grantGiven : revocationOf(context, account, grantSerial) };
}

/** Encoded Signed GrantRevocation. Signatures are deterministic: the same serial gives the same bytes. */
export function revocationOf(context: FlowContext, account: Uint8Array, serial: bigint): Uint8Array {
  const { identity, account: owner } = context.own();
  return Signed.encode(makeRevocation(identity, { owner, depositor: account, scope: SCOPE.friend, serial }));
}

/** Tells our home what it has not confirmed of this contact. */
export async function confirmGrant(
  context: FlowContext,
  contacts: Contacts,
  client: RendezvousClient,
  account: Uint8Array,
  waiting: Waiting,
): Promise<void> {
  const sent = contacts.get(account)?.unconfirmedGrant ?? NOTHING;
  if (sent.length === 0) return;
  const signed = Signed.decode(sent);
  const revokes = verifySigned(CONTEXT.grantRevocation, signed, context.own().identity.signing.publicKey);
  try {
    if (revokes) await client.revokeGrant({ revocation: signed }, waiting);
    else await client.putGrant({ grant: signed }, waiting);
  } catch (error) {
    // Our serial is behind the one that stands there (a profile from a backup): made anew, above it.
    if (!isMiyuError(error, 'grant-invalid')) throw error;
    context.log.warn('grant-refused', { account: shortId(account), code: error.code });
    const standing = BigInt(error.detail ?? 0);
    await contacts.update(account, (contact) => {
      if (!equalBytes(contact.unconfirmedGrant, sent)) return contact;
      const grantSerial = standing > contact.grantSerial ? standing : contact.grantSerial;
      return revokes
        ? { ...contact, ...revokeGrant(context, { ...contact, grantGiven: sent, grantSerial }) }
        : { ...contact, ...giveGrant(context, account, grantSerial) };
    });
    throw error;
  }
  if (contacts.get(account) === undefined) return;
  await contacts.update(account, (contact) =>
    equalBytes(contact.unconfirmedGrant, sent) ? { ...contact, unconfirmedGrant: NOTHING } : contact,
  );
}
