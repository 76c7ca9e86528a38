/** Whom a person means: a name, the first digits of an account id, an invite link. */
import { decodeInvite, isInviteLink, type DevicePlace } from '../../shared/invites.ts';
import { MiyuError } from '../../shared/errors.ts';
import { fromHex, ID_BYTES, toHex } from '../../shared/ids.ts';
import type { Home } from '../../shared/wire/generated/identity.js';
import { sameName } from './lookup.ts';

/** Digits of an account id that are enough to mean somebody. */
const MIN_DIGITS = 8;

interface Named {
  readonly account: Uint8Array;
  readonly name: string;
}

/**
 * The one among these who is meant: by the exact name, else by the name without regard to case, else by the first digits of
 * the account id.
 * @throws MiyuError 'ambiguous-friend'
 */
export function pick<T extends Named>(people: readonly T[], who: string): T | undefined {
  const text = who.trim();
  const invite = isInviteLink(text) ? decodeInvite(text) : undefined;
  const digits = invite === undefined ? text.toLowerCase() : toHex(invite.account ?? new Uint8Array(0));
  const isId = digits.length >= MIN_DIGITS && /^[0-9a-f]+$/.test(digits);
  const rules: ((person: T) => boolean)[] = [
    ({ name }) => name === text,
    ({ name }) => sameName(name, text),
    ({ account }) => isId && toHex(account).startsWith(digits),
  ];
  for (const rule of rules) {
    const found = people.filter(rule);
    if (found.length > 1) throw new MiyuError('ambiguous-friend', { detail: found.length });
    if (found[0] !== undefined) return found[0];
  }
  return undefined;
}

export type Meant =
  | {
      readonly by: 'invite';
      readonly home: Home;
      readonly account: Uint8Array;
      /** The inviter's device, where the link says it. */
      readonly direct: DevicePlace | undefined;
    }
  | { readonly by: 'account'; readonly account: Uint8Array }
  | { readonly by: 'name'; readonly name: string };

/** How somebody who may be a stranger is to be looked up. @throws MiyuError 'invite-malformed' (also one that names nobody) */
export function meant(who: string): Meant {
  const text = who.trim();
  if (isInviteLink(text)) {
    const invite = decodeInvite(text);
    const { account } = invite;
    if (account === undefined) throw new MiyuError('invite-malformed', { field: 'who' });
    return { by: 'invite', home: invite.home, account, direct: invite.direct };
  }
  const account = text.length === 2 * ID_BYTES ? fromHex(text) : undefined;
  return account === undefined ? { by: 'name', name: text } : { by: 'account', account };
}
