/** How this peer is doing, as a face shows it. */
import { fingerprint, publicIdentity } from '../../shared/crypto/identity.ts';
import { toHex } from '../../shared/ids.ts';
import { serverFingerprint } from '../../shared/server-fingerprint.ts';
import type { Home } from '../../shared/wire/generated/identity.js';
import { RELATION } from '../core/rows.ts';
import type { Contacts, FlowContext } from './context.ts';
import { waitingRequests } from './friend-flows.ts';
import type { HomeConnections } from './homes.ts';
import type { PresenceView } from './links.ts';
import type { LockedBy, PeerState, PeerStatus, ServerInfo } from './peer.ts';
import { peerIdText } from './read-friends.ts';

export interface StatusReads {
  readonly context: FlowContext;
  readonly contacts: Contacts;
  readonly homes: HomeConnections;
  readonly presence: (account: Uint8Array) => PresenceView;
  readonly outbox: () => PeerStatus['outbox'];
  readonly listening: readonly string[];
  readonly portMapping: PeerStatus['portMapping'];
  /** What does not work beside the home, as error codes. */
  readonly faults: readonly string[];
  readonly damage: PeerStatus['damage'];
  /** The home's name, where it was reached once. */
  readonly serverName: string | null;
}

const NO_FRIENDS = { lan: 0, direct: 0, relayed: 0, mailbox: 0, unreachable: 0 } as const;

function countedByPath(friends: readonly PresenceView[]): PeerStatus['friends'] {
  const byPath: Record<keyof typeof NO_FRIENDS, number> = { ...NO_FRIENDS };
  for (const { presence, path } of friends) byPath[presence === 'online' ? (path ?? 'direct') : presence] += 1;
  const online = friends.filter(({ presence }) => presence === 'online').length;
  return { total: friends.length, online, byPath };
}

export type Runtime = Pick<PeerStatus, 'version' | 'uptimeMs'>;

export const serverInfo = (home: Home, name: string | null, connected: boolean): ServerInfo => ({
  peerId: peerIdText(home.server),
  fingerprint: serverFingerprint(home.server),
  addresses: home.addresses,
  name,
  connected,
});

/** Of a profile that is not open. */
export const closedStatus = (
  { state, lockedBy }: { readonly state: PeerState; readonly lockedBy: LockedBy | null },
  server: Home | undefined,
  runtime: Runtime,
): PeerStatus => ({
  ...{ state, lockedBy },
  name: null,
  account: null,
  fingerprint: null,
  device: null,
  epoch: null,
  server: server === undefined ? null : serverInfo(server, null, false),
  listening: [],
  portMapping: null,
  friends: { total: 0, online: 0, byPath: NO_FRIENDS },
  outbox: { waiting: 0, stored: 0 },
  requests: 0,
  missing: [],
  damage: null,
  ...runtime,
});

export function openStatus(reads: StatusReads, runtime: Runtime): PeerStatus {
  const own = reads.context.own();
  const news = reads.homes.state;
  const friends = reads.contacts.all().filter(({ relation }) => relation === RELATION.friend);
  return {
    lockedBy: null,
    state: news.state === 'online' ? 'online' : news.state === 'signed-out' ? 'signed-out' : 'connecting',
    name: own.name,
    account: toHex(own.account),
    fingerprint: fingerprint(publicIdentity(own.identity)),
    device: peerIdText(own.device),
    epoch: Number(own.epoch),
    server: serverInfo(own.home, reads.serverName, news.state === 'online'),
    listening: reads.listening,
    portMapping: reads.portMapping,
    friends: countedByPath(friends.map(({ account }) => reads.presence(account))),
    outbox: reads.outbox(),
    requests: waitingRequests(reads.context).length,
    missing: missing(reads),
    damage: reads.damage,
    ...runtime,
  };
}

export function missing({ homes, faults }: Pick<StatusReads, 'homes' | 'faults'>): readonly string[] {
  const { reason } = homes.state;
  return reason === undefined ? faults : [reason, ...faults];
}
