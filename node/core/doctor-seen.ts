/** What `miyu doctor` has measured, as plain values: the ground of every finding (doctor.ts). Nothing here is concluded. */
import type { RouterSeen } from './doctor-router.ts';

/**
 * How an attempt to connect ended. refused: something answered, and said no (ECONNREFUSED); timeout: nothing answered; host-unreachable:
 * the last hop says that nobody is there, or this machine does, for nobody answered it on its own network (EHOSTUNREACH);
 * net-unreachable: this machine has no way there (ENETUNREACH); forbidden: this machine's own system does not allow it (EPERM,
 * EACCES); prohibited: a filter says that it forbids it, as IPv6 lets it say (EACCES there); unresolved: the name has no address.
 */
export type TcpOutcome =
  | 'connected'
  | 'refused'
  | 'timeout'
  | 'host-unreachable'
  | 'net-unreachable'
  | 'forbidden'
  | 'prohibited'
  | 'unresolved'
  | 'failed';

export type Scope = 'loopback' | 'link-local' | 'private' | 'global';

export interface InterfaceSeen {
  readonly name: string;
  readonly family: 4 | 6;
  readonly address: string;
  /** Length of its network's prefix, bits. */
  readonly prefix: number;
  readonly scope: Scope;
  /** A VPN or another device without a network of its own behind it. */
  readonly tunnel: boolean;
}

/** The interface by which a packet would leave, or in whose network an address is. */
export interface Way {
  readonly name: string;
  readonly tunnel: boolean;
}

/** One address of a server or friend, and what became of a connection to it. */
export interface AddressSeen {
  readonly host: string;
  readonly port: number;
  readonly family: 4 | 6;
  readonly scope: Scope;
  readonly tcp: TcpOutcome;
  readonly ms: number;
  /** What became of a few datagrams to the same place, sent where a connection was silent or nobody was there; null: not asked. */
  readonly datagram: DatagramOutcome | null;
  /**
   * Whether attempts to connect leave this machine, as its counters of packets say. false: its own system swallows or answers them;
   * null: not asked, or the counters do not say.
   */
  readonly leaves: boolean | null;
  /** A router said twice, sooner than it can have looked for the host, that it is unreachable; null: it did not say so. */
  readonly atOnce: boolean | null;
  /** Another port of the same host, asked where this one kept silent; null: not asked. */
  readonly otherPort: TcpOutcome | null;
  /** By which interface this machine sends there, as its system says; null: it has no way, or does not say. */
  readonly route: Way | null;
  /** An own interface in whose network the address is. */
  readonly subnet: Way | null;
  /** Whether the host answered on that network itself (ARP) since it was tried. known: it did shortly before, and was not asked again; null: this system does not say. */
  readonly neighbour: 'answers' | 'known' | 'silent' | null;
  /** Other machines of that network, beside its router, that answered just now; null: none was known to ask. */
  readonly others: number | null;
  /** Whether the router of that network answered just now; null: there is none, or it does not say. */
  readonly router: boolean | null;
  /**
   * Addresses beside it in the private network behind a router, where it kept silent itself. absent: the router there says that nobody has
   * one of them; answers: somebody has; silent: nobody says anything; null: not asked.
   */
  readonly beside: 'absent' | 'answers' | 'silent' | null;
}

/**
 * refused: nobody has that port, says the host or somebody in its name (ICMP port unreachable); prohibited: a filter there or on the way says
 * that it forbids it (ICMP communication prohibited); forbidden: this machine's own system does not allow it (EPERM, EACCES).
 */
export type DatagramOutcome = 'refused' | 'prohibited' | 'forbidden' | 'silent';

/**
 * Who answered behind the addresses that took a connection. ours: the pinned key; other-key: another one; silent: nobody spoke in time;
 * foreign: it spoke something else. null: no address took a connection.
 */
export type IdentitySeen = 'ours' | 'other-key' | 'silent' | 'foreign' | null;

/**
 * What a relay has answered. refused: it does not relay for this one; limit: what it may relay is used up, or every place is taken;
 * no-place: it, or whoever shall be called through it, is not there; null: no relay was asked.
 */
export type RelaySeen = 'connected' | 'refused' | 'limit' | 'no-place' | null;

export interface ServerSeen {
  readonly addresses: readonly AddressSeen[];
  readonly identity: IdentitySeen;
  /** This device is signed in there just now, by a connection that was there before. */
  readonly signedIn: boolean;
  /** Milliseconds since a connection to it ended; null: none did, or there is another since. */
  readonly lostMs: number | null;
  /** With what it refused, or why the last attempt to sign in failed; null: nothing of the kind. */
  readonly refusal: string | null;
  /** Where it relays: what became of our place there. */
  readonly relay: RelaySeen;
  /** Milliseconds of one question and its answer; null: it was not asked. */
  readonly roundTripMs: number | null;
  /** Its clock less ours, milliseconds, exact to half a round trip; null: not known. */
  readonly clockAheadMs: number | null;
  /** Address under which it sees us; null: it does not say. */
  readonly seesUs: string | null;
}

/** The friend's address record at the friend's server. unknown: it could not be asked. */
export interface RecordSeen {
  readonly state: 'fresh' | 'expired' | 'none' | 'unknown';
  /** Milliseconds since it was made; null: there is none. */
  readonly ageMs: number | null;
}

export interface FriendSeen {
  readonly account: string;
  readonly name: string;
  /** A link is up; relayed: it goes through a server, for what that says of the friend's addresses. */
  readonly online: boolean | 'relayed';
  /** Milliseconds since a link ended that we had dialled, or that fell silent: so long ago nothing was filtered; null: none did, or there is another since. */
  readonly lostMs: number | null;
  /** Through the relays that the friend's addresses name; null also where the friend is online. */
  readonly relay: RelaySeen;
  readonly record: RecordSeen;
  readonly addresses: readonly AddressSeen[];
  readonly identity: IdentitySeen;
}

/** One address that this peer listens on, or shall listen on. ours: we do; taken: another program does; free: nobody does. */
export interface ListenSeen {
  readonly host: string;
  readonly port: number;
  readonly state: 'ours' | 'taken' | 'free' | 'unknown';
}

export interface MulticastSeen {
  readonly name: string;
  readonly sent: 'sent' | 'forbidden' | 'failed';
  /** A second socket of this machine heard what the first had sent: of the way to others it says nothing. */
  readonly heardOurselves: boolean;
  /** Other machines that answered a question that was sent to all. */
  readonly others: number;
  /** Other machines that answered the same question sent to them alone. */
  readonly direct: number;
}

export interface MachineSeen {
  readonly interfaces: readonly InterfaceSeen[];
  /** Whether there is a way out of the own networks; null: this system does not say. */
  readonly defaultRoute: { readonly v4: boolean | null; readonly v6: boolean | null };
  readonly listening: readonly ListenSeen[];
  /** null: not measured. */
  readonly multicast: readonly MulticastSeen[] | null;
  /** What the home router does for the port; left out, or null: it is not asked. */
  readonly router?: RouterSeen | null;
}

export interface Seen {
  readonly machine: MachineSeen;
  /** null: there is no server yet, or it is not known while the profile is locked. */
  readonly server: ServerSeen | null;
  readonly friends: readonly FriendSeen[];
  /** Why it was not the peer itself that measured; null: it was. */
  readonly instead:
    'peer-not-running' | 'profile-in-use' | 'folder-unwritable' | 'locked' | 'no-account' | 'signed-out' | null;
}
