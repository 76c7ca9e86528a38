/** What works just now, and what would with the server gone: the state of this peer for the core's table. */
import { abilitiesOf, type AbilityNow } from '../core/without-server.ts';
import { RELATION } from '../core/rows.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import { Home } from '../../shared/wire/generated/identity.js';
import type { Contacts, FlowContext } from './context.ts';
import type { HomeConnections } from './homes.ts';
import type { PresenceView } from './links.ts';
import { peerIdText } from './read-friends.ts';
import { isRelayedAddress } from './upgrades.ts';

export interface WithoutServer {
  readonly serverOnline: boolean;
  /** Why it is not online, where an attempt said so. */
  readonly reason: ErrorCode | null;
  readonly abilities: readonly AbilityNow[];
}

export function withoutServer(
  context: FlowContext,
  contacts: Contacts,
  homes: Pick<HomeConnections, 'ownClient' | 'seemsUp' | 'state'>,
  presence: (account: Uint8Array) => PresenceView,
): WithoutServer {
  const own = context.own().home.server;
  const serverOnline = homes.ownClient() !== undefined;
  const friends = contacts
    .all()
    .filter(({ relation, blocked }) => relation === RELATION.friend && !blocked)
    .map(({ account, addresses, home }) => {
      const { server } = Home.decode(home);
      return {
        linked: linked(presence(account), own),
        addressKnown: addresses.some((address) => !isRelayedAddress(address)),
        otherHomeUp: !equalBytes(server, own) && homes.seemsUp(server),
      };
    });
  return { serverOnline, reason: homes.state.reason ?? null, abilities: abilitiesOf({ serverOnline, friends }) };
}

function linked({ presence, path, address }: PresenceView, server: Uint8Array): boolean | 'relayed' {
  if (presence !== 'online') return false;
  return path === 'relayed' && address?.includes(peerIdText(server)) === true ? 'relayed' : true;
}
