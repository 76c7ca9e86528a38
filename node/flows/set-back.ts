/**
 * A server whose store was set back to an older copy (an operator restored a backup). Found out at the hello, by the openings that
 * the server tells (known-openings.ts). Everything that is needed to heal is noted here on disk before that opening counts as known
 * and before anybody uses the connection; the flows that send such things anyway do the rest, and go on after a crash.
 *
 *   at every server   what it had signed for is deposited again; requests of ours that waited there are sent again
 *   at our own home   grants, revocations, blocks and prekeys are given to it once more; addresses are, at each sign-in
 */
import type { ContactRow } from '../core/generated/rows.js';
import { RELATION } from '../core/rows.ts';
import { equalBytes, toHex } from '../../shared/ids.ts';
import { Home } from '../../shared/wire/generated/identity.js';
import { CHORE } from './chores.ts';
import type { FriendFlows } from './friend-flows.ts';
import { grantOnceMore } from './grants.ts';
import type { KnownOpenings } from './known-openings.ts';
import { pastActs } from './past-acts.ts';
import type { Op, RendezvousClient } from './ports.ts';

export interface SetBackPorts {
  readonly openings: KnownOpenings;
  /** Contents that wait for a friend who lives at this server count as not stored from now on. */
  readonly unstore: (server: Uint8Array) => Promise<void>;
  /** The next look after our prekeys uploads new ones, whatever the server says of those that it has. */
  readonly distrustPrekeys: () => readonly Op[];
}

const serverOf = (contact: Readonly<ContactRow>): Uint8Array => Home.decode(contact.home).server;

/** Call it on each connection before it is used. @throws MiyuError where the disk does not take it; then the connection must not be used */
export async function meetServer(flows: FriendFlows, ports: SetBackPorts, client: RendezvousClient): Promise<void> {
  const { contacts, context, chores } = flows;
  const standing = ports.openings.standingOf(client);
  if (standing === 'same') return;
  if (standing === 'set-back') {
    context.log.warn('server-set-back');
    await ports.unstore(client.server);
    await askAgain(flows, client.server);
    if (equalBytes(client.server, context.own().home.server)) await giveAgain(flows, ports);
  }
  await ports.openings.remember(client, () => new Set(contacts.all().map((contact) => toHex(serverOf(contact)))));
  if (standing === 'set-back') chores.run();
}

/** Whom we asked, and who has not answered yet: the request may be gone. One that waits there still is replaced by the same. */
async function askAgain({ contacts, context, chores }: FriendFlows, server: Uint8Array): Promise<void> {
  for (const contact of contacts.all()) {
    const { account, greeting, relation } = contact;
    if (relation !== RELATION.requested || !equalBytes(serverOf(contact), server)) continue;
    if (chores.waitsFor(account, CHORE.request)) continue;
    await context.store.commit(chores.note({ account, kind: CHORE.request, greeting }));
  }
}

/** What our own home may have forgotten of this account. */
async function giveAgain({ contacts, context, chores }: FriendFlows, ports: SetBackPorts): Promise<void> {
  await context.store.commit([...ports.distrustPrekeys()]);
  for (const { account, blocked, relation } of contacts.all()) {
    await contacts.update(account, (contact) => ({ ...contact, ...grantOnceMore(context, contact) }));
    // A block of before that was lifted since is there again; of a friend it would refuse nothing.
    if (!blocked && relation !== RELATION.removed) continue;
    if (!chores.waitsFor(account, CHORE.block)) {
      await context.store.commit(chores.note({ account, kind: CHORE.block, blocked }));
    }
  }
  for (const { account, serial } of pastActs(context.store, 'revoked').values()) {
    const contact = contacts.get(account);
    if (contact !== undefined && contact.grantSerial > serial) continue;
    await context.store.commit(chores.note({ account, kind: CHORE.revoke, serial }));
  }
}

/** Foreign servers that have something of ours, which they must not lose unnoticed. */
export function keepersOf(
  { contacts, context }: FriendFlows,
  hasStored: (account: Uint8Array) => boolean,
): readonly Home[] {
  const own = toHex(context.own().home.server);
  const homes = new Map<string, Home>();
  for (const contact of contacts.all()) {
    if (contact.relation !== RELATION.requested && !hasStored(contact.account)) continue;
    const home = Home.decode(contact.home);
    homes.set(toHex(home.server), home);
  }
  homes.delete(own);
  return [...homes.values()];
}
