/**
 * A person on the way to another machine: a key file holds the identity, the home, the friends as they are trusted, and what else is the
 * person's (personal.ts). Not in it:
 * ratchets (a session must never run twice), this device's key, the history.
 *
 * Whoever imports it signs in as the newest device, with the next epoch; the old device is signed out, and friends are told.
 */
import type { Anywhere, KeyFileContent, VaultContent } from '../core/generated/vault.js';
import { RELATION } from '../core/rows.ts';
import { decodeHome } from '../../shared/crypto/home.ts';
import { makeCertificate, openIdentityChain } from '../../shared/crypto/statements.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import { Signed } from '../../shared/wire/generated/identity.js';
import { CONTENT } from '../../shared/wire/protocols.ts';
import type { Account } from './account.ts';
import { announcementOf, sendAddressKey, type FriendFlows } from './friend-flows.ts';
import {
  chainOf,
  checkKeyFileContent,
  contactOf,
  decodeKeyFile,
  encodeKeyFile,
  identityOf,
  isPinned,
  pinOf,
} from './vault-content.ts';
import type { Contacts } from './context.ts';
import type { Personal } from './personal.ts';

const NOTHING = new Uint8Array(0);

/** What a key file says of this account now. @param personal absent: nothing beside identity and friends */
export function exportContent(account: Account, contacts: Contacts, personal?: Personal): Uint8Array {
  const { anywhere } = account.content;
  const stands = anywhere !== undefined && !anywhere.dropping && !anywhere.superseded && anywhere.version > 0n;
  const content = keyFileContent(account, contacts, personal);
  return encodeKeyFile(stands ? { ...content, anywhere: carried(anywhere) } : content);
}

/** What another device needs to go on renewing the copy, and to see that it may not any more. */
const carried = ({ key, wrapped, version, enrolment }: Anywhere): Anywhere => ({
  ...{ key, wrapped, version, enrolment },
  ...{ record: NOTHING, digest: NOTHING, dropping: false, superseded: false, keptAt: 0n },
});

/** @throws MiyuError 'not-registered' */
export function keyFileContent(account: Account, contacts: Contacts, personal?: Personal): KeyFileContent {
  const { identity, name, statement, later, home, epoch } = account.content;
  if (identity === undefined) throw new MiyuError('not-registered');
  const friends = contacts
    .all()
    .filter(isPinned)
    .map((contact) => ({ ...pinOf(contact), ...personal?.marksOf(contact.account) }));
  return {
    ...{ version: 0, identity, account: account.content.account, name, statement, later, home, friends, epoch },
    ...(personal === undefined ? {} : { personal: personal.content() }),
  };
}

/** @throws MiyuError 'key-file-damaged' where its parts do not belong together | 'needs-newer-version' */
export const readKeyFile = (bytes: Uint8Array): KeyFileContent => checkKeyFile(decodeKeyFile(bytes));

/** The same of a content that came another way. */
export function checkKeyFile(content: KeyFileContent): KeyFileContent {
  checkKeyFileContent(content);
  try {
    const identity = identityOf(content.identity);
    const person = openIdentityChain(chainOf(content));
    decodeHome(content.home);
    const fits =
      equalBytes(person.account, content.account) &&
      person.name === content.name &&
      equalBytes(person.identityKey, identity.signing.publicKey) &&
      equalBytes(person.exchangeKey, identity.exchange.publicKey) &&
      content.epoch >= 1n;
    if (!fits) throw new MiyuError('key-file-damaged');
  } catch (error) {
    throw new MiyuError('key-file-damaged', { cause: error });
  }
  return content;
}

/** The vault of the importing machine: its own device and store, an epoch still to be claimed, friends still to be restored. */
export function importedAccount(
  content: KeyFileContent,
  device: { readonly seed: Uint8Array; readonly peerId: Uint8Array },
  random: Random,
): VaultContent {
  const epoch = content.epoch + 1n;
  const certificate = makeCertificate(identityOf(content.identity), content.account, device.peerId, epoch);
  return {
    version: 0,
    ...(content.identity === undefined ? {} : { identity: content.identity }),
    account: content.account,
    name: content.name,
    statement: content.statement,
    later: content.later,
    renaming: new Uint8Array(0),
    tellName: false,
    certificate: Signed.encode(certificate),
    epoch,
    deviceSeed: device.seed,
    storeKey: random(32),
    home: content.home,
    addressKey: random(32),
    friends: content.friends,
    claim: true,
    restore: true,
    ...(content.personal === undefined ? {} : { personal: content.personal, email: content.personal.email }),
    ...(content.anywhere === undefined ? {} : { anywhere: carried(content.anywhere) }),
  };
}

/**
 * Once this device's epoch is settled: pinned friends become contacts again and are told of the device. Repeated after a crash,
 * friends hear it twice, which changes nothing.
 */
export async function restoreFriends(flows: FriendFlows): Promise<void> {
  const { account, contacts, context } = flows;
  const own = context.own();
  for (const pin of account.content.friends) {
    if (contacts.get(pin.account) === undefined) await contacts.add(contactOf(pin));
    await flows.personal.mark(pin.account, pin);
    if (pin.relation !== RELATION.friend) continue;
    const body = announcementOf(own, contacts.get(pin.account)?.grantGiven);
    await contacts.enqueue(pin.account, CONTENT.deviceAnnounce, body);
    await sendAddressKey(flows, pin.account);
    flows.retry(pin.account);
  }
  await account.update((content) => ({ ...content, restore: false }));
}
