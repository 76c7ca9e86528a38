/** Asks a directory who somebody is, and believes nothing of it that is not signed and does not hash to the account id. */
import type { ContactRow } from '../core/generated/rows.js';
import { RELATION } from '../core/rows.ts';
import { openCertificate } from '../../shared/crypto/statements.ts';
import { isMiyuError, MiyuError } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import { isChainFault, openChain } from '../../shared/transparency/chain.ts';
import { foldName, isAskable, isProperName } from '../../shared/usernames.ts';
import { Home, Signed } from '../../shared/wire/generated/identity.js';
import type { LookupResponse } from '../../shared/wire/generated/rendezvous.js';
import type { Contacts } from './context.ts';
import type { By } from './logs.ts';
import type { RendezvousClient, Waiting } from './ports.ts';

/** Somebody as a directory shows them: consistent in itself; that it is the person meant is another question. */
export interface Found {
  readonly account: Uint8Array;
  readonly name: string;
  readonly identityKey: Uint8Array;
  readonly exchangeKey: Uint8Array;
  /** Encoded Signed, oldest first. */
  readonly statements: Uint8Array[];
  readonly certificate: Uint8Array;
  readonly device: Uint8Array;
  readonly epoch: bigint;
  readonly home: Home;
}

/**
 * @param by the exact name, or the account id
 * @param home where it is asked, and where the person then lives
 * @param ask how: with the log's proof (logs.ts), or on the server's word alone
 * @throws MiyuError 'no-such-user' | 'statement-invalid' | 'certificate-invalid' | 'protocol-violation' (another than was asked for)
 */
export async function lookUp(
  client: RendezvousClient,
  home: Home,
  by: By,
  waiting: Waiting = {},
  ask: (by: By) => Promise<LookupResponse> = (asked) => client.lookup(asked, waiting),
): Promise<Found> {
  if ('name' in by && !isAskable(by.name)) throw new MiyuError('no-such-user');
  let answer;
  try {
    answer = await ask(by);
  } catch (error) {
    if (!isMiyuError(error, 'unknown-account')) throw error;
    throw new MiyuError('no-such-user', { cause: error });
  }
  const { statements, certificate } = answer;
  const person = openChain(statements);
  if (isChainFault(person)) throw new MiyuError('statement-invalid');
  if (!isProperName(person.name)) throw new MiyuError('statement-invalid', { field: 'name' });
  if (certificate === undefined) throw new MiyuError('certificate-invalid');
  const { device, epoch } = openCertificate(certificate, person.identityKey, { account: person.account });
  const asked = 'account' in by ? equalBytes(by.account, person.account) : sameName(by.name, person.name);
  if (!asked || !equalBytes(answer.account, person.account)) throw new MiyuError('protocol-violation');
  return {
    account: person.account,
    name: person.name,
    identityKey: person.identityKey,
    exchangeKey: person.exchangeKey,
    statements: statements.map((statement) => Signed.encode(statement)),
    certificate: Signed.encode(certificate),
    device,
    epoch,
    home,
  };
}

export const sameName = (a: string, b: string): boolean => foldName(a) === foldName(b);

/**
 * A directory that shows somebody else under a friend's name, or other keys for a friend's account, is lying or was
 * taken over: nothing may be sent on its word.
 * @throws MiyuError 'friend-key-changed'
 */
export function checkAgainstPins(contacts: Contacts, found: Found): void {
  const known = contacts.get(found.account);
  if (known !== undefined) {
    if (!equalBytes(known.identityKey, found.identityKey)) throw new MiyuError('friend-key-changed');
    return;
  }
  if (namesakeOf(contacts, found) !== undefined) throw new MiyuError('friend-key-changed');
}

/** The contact, another than the one found, that is known at the same home by the same name. */
export const namesakeOf = (contacts: Contacts, found: Found): Readonly<ContactRow> | undefined =>
  contacts.all().find((contact) => !equalBytes(contact.account, found.account) && isPinnedThere(contact, found));

/** Names are unique at one home: the same name there for another account is a contradiction. */
function isPinnedThere(contact: Readonly<ContactRow>, found: Found): boolean {
  if (contact.relation !== RELATION.friend && contact.relation !== RELATION.requested) return false;
  if (!sameName(contact.name, found.name)) return false;
  return equalBytes(Home.decode(contact.home).server, found.home.server);
}
