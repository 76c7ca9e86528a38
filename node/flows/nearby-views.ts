/** Who and what is near, as a face shows it. */
import { fingerprint } from '../../shared/crypto/identity.ts';
import { equalBytes, toHex } from '../../shared/ids.ts';
import { serverFingerprint } from '../../shared/server-fingerprint.ts';
import type { Home, ServerStatement } from '../../shared/wire/generated/identity.js';
import type { Neighbour } from './nearby.ts';
import type { NearbyServer } from './nearby-servers.ts';
import type { Friend, Hex, Person } from './peer.ts';
import { peerIdText, personView, type FriendReads } from './read-friends.ts';

export interface NearbyPerson {
  readonly account: Hex;
  /** By the person's own signed word. */
  readonly name: string;
  readonly fingerprint: string;
  readonly relation: Person['relation'];
  readonly verified: Friend['verified'];
  /** PeerId text of the device, and where it says that it can be dialled. */
  readonly device: string;
  readonly addresses: readonly string[];
  /** Names of our own interfaces on which it was heard. */
  readonly interfaces: readonly string[];
  /** The server that the person's mail goes to. */
  readonly home: { readonly peerId: string; readonly fingerprint: string; readonly isOurs: boolean };
}

export interface NearbyServerView {
  readonly peerId: string;
  readonly fingerprint: string;
  /** Multiaddrs with /p2p/, each good as `server` of a registration. */
  readonly addresses: readonly string[];
  readonly interfaces: readonly string[];
  /** From its signed statement; null: it gives none, or has not answered. */
  readonly name: string | null;
  /** Who may register there; null: it has not answered. */
  readonly registration: 'open' | 'token' | 'closed' | null;
  /** It is the home of this account, or the server that this program was started with. */
  readonly isOurs: boolean;
}

export interface NearbyView {
  /** Whether this peer takes part in its LAN at all. */
  readonly on: boolean;
  /** Whether others see this device; false also while no account is open. */
  readonly visible: boolean;
  readonly people: readonly NearbyPerson[];
  /** Devices of people that have not said who they are (yet). */
  readonly silent: number;
  readonly servers: readonly NearbyServerView[];
}

export function nearbyPerson(reads: FriendReads, own: Home, { found, entry }: Neighbour): NearbyPerson {
  const { account, name, relation, verified, device } = personView(reads, found);
  const { server } = found.home;
  return {
    ...{ account, name, relation, verified, device },
    fingerprint: fingerprint(found),
    addresses: entry.addresses,
    interfaces: entry.interfaces,
    home: {
      peerId: peerIdText(server),
      fingerprint: serverFingerprint(server),
      isOurs: equalBytes(server, own.server),
    },
  };
}

/** @param own the PeerId of the server that is ours */
export function nearbyServer({ entry, statement }: NearbyServer, own: Uint8Array | undefined): NearbyServerView {
  const peerId = peerIdText(entry.device);
  return {
    peerId,
    fingerprint: serverFingerprint(entry.device),
    addresses: entry.addresses.map((address) => `${address}/p2p/${peerId}`),
    interfaces: entry.interfaces,
    name: statement?.name || null,
    registration: statement === undefined ? null : registrationOf(statement),
    isOurs: own !== undefined && toHex(own) === toHex(entry.device),
  };
}

function registrationOf({ closed, tokenRequired }: ServerStatement): 'open' | 'token' | 'closed' {
  if (closed) return 'closed';
  return tokenRequired ? 'token' : 'open';
}
