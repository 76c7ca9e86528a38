/** Another identity key than a friend's pinned one: how it was shown, and when it is the same as before. Pure. */
import { verifySigned } from '../../shared/crypto/signatures.ts';
import { openIdentityChain } from '../../shared/crypto/statements.ts';
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import { isChainFault, openChain } from '../../shared/transparency/chain.ts';
import type { SignatureContext } from '../../shared/wire/contexts.ts';
import { Signed } from '../../shared/wire/generated/identity.js';
import { laterThan } from './renaming.ts';
import type { ContactRow, OtherKey } from './generated/rows.js';

export const HOW_SHOWN = {
  /** The friend's home has a device or prekeys for the friend's account that another key has signed. */
  signature: 1,
  /** The friend's name is another account's by now, and the friend has not let it go by a statement of their own. */
  name: 2,
  /** The account's own chain of statements goes on under other keys. */
  chain: 3,
  /** The code on the friend's own screen names another key: of the friend, or of us. */
  scanned: 4,
} as const;
export type HowShown = keyof typeof HOW_SHOWN;

export const howShown = ({ how }: Pick<OtherKey, 'how'>): HowShown =>
  (Object.keys(HOW_SHOWN) as HowShown[]).find((name) => HOW_SHOWN[name] === how) ?? 'signature';

/** After a decision a signature by another key is told again when this has passed: it shows no key by which one would tell two lies apart. */
export const AGAIN_AFTER_MS = 24 * 60 * 60_000;

/**
 * Whether the person need not be asked again: of the same keys, shown in the same way, for good; where none are shown, for a day after any
 * decision about this friend.
 * @param ago milliseconds since the decision
 */
export function wasDecided(before: OtherKey | undefined, now: OtherKey | undefined, ago: number): boolean {
  if (before === undefined || now === undefined) return false;
  // Whoever compares again asks again; and it says nothing of what a server shows.
  if (before.how === HOW_SHOWN.scanned || now.how === HOW_SHOWN.scanned) return false;
  if (now.identityKey.length === 0) return ago >= 0 && ago < AGAIN_AFTER_MS;
  return (
    before.how === now.how &&
    equalBytes(before.account, now.account) &&
    equalBytes(before.identityKey, now.identityKey) &&
    equalBytes(before.exchangeKey, now.exchangeKey)
  );
}

/** Whether another key than this one has signed these bytes. Absent: nobody has. */
export const isByAnother = (context: SignatureContext, signed: Signed | undefined, identityKey: Uint8Array): boolean =>
  signed !== undefined && !verifySigned(context, signed, identityKey);

/**
 * The keys under which a contact's own chain goes on in these statements; undefined: under the pinned ones.
 * @param statements oldest first
 * @throws MiyuError 'statement-invalid' where they do not follow the chain that was verified before
 */
export function otherKeysIn(
  contact: Readonly<Pick<ContactRow, 'statements' | 'identityKey' | 'exchangeKey'>>,
  statements: readonly Signed[],
): Pick<OtherKey, 'account' | 'identityKey' | 'exchangeKey'> | undefined {
  const known = openIdentityChain(contact.statements.map((each) => Signed.decode(each)));
  const state = openChain(laterThan(known, statements), known);
  if (isChainFault(state)) throw new MiyuError('statement-invalid');
  const isSame =
    equalBytes(state.identityKey, contact.identityKey) && equalBytes(state.exchangeKey, contact.exchangeKey);
  return isSame ? undefined : state;
}
