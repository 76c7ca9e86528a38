/** What the network offers to the flows. */
import type { IpNetwork } from '../core/ip.ts';
import type { MiyuError } from '../../shared/errors.ts';
import type { PortMappingState } from '../../shared/net/port-mapping.ts';
import type * as wire from '../../shared/wire/generated/rendezvous.js';
import type { Home, ServerStatement, Signed } from '../../shared/wire/generated/identity.js';

export interface Waiting {
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

/** One connection to one rendezvous server; every request rejects with the refusal's code, 'timeout' or 'link-closed'. */
export interface RendezvousClient {
  /** PeerId bytes, as pinned and as Noise authenticated. */
  readonly server: Uint8Array;
  /** Verified at the hello. */
  readonly statement: ServerStatement;
  /** Of the server's store, as told at the hello: oldest first, counts growing by one; the present one is the last. */
  readonly openings: readonly wire.StoreOpening[];
  challenge(options?: Waiting): Promise<wire.ChallengeResponse>;
  register(request: wire.RegisterRequest, options?: Waiting): Promise<wire.RegisterResponse>;
  login(request: wire.LoginRequest, options?: Waiting): Promise<wire.LoginResponse>;
  introduce(request: wire.IntroduceRequest, options?: Waiting): Promise<wire.IntroduceResponse>;
  logout(options?: Waiting): Promise<wire.LogoutResponse>;
  lookup(request: wire.LookupRequest, options?: Waiting): Promise<wire.LookupResponse>;
  publishPrekeys(request: wire.PublishPrekeysRequest, options?: Waiting): Promise<wire.PublishPrekeysResponse>;
  fetchPrekeys(request: wire.FetchPrekeysRequest, options?: Waiting): Promise<wire.FetchPrekeysResponse>;
  publishAddress(request: wire.PublishAddressRequest, options?: Waiting): Promise<wire.PublishAddressResponse>;
  fetchAddress(request: wire.FetchAddressRequest, options?: Waiting): Promise<wire.FetchAddressResponse>;
  sendFriendRequest(request: wire.SendFriendRequestRequest, options?: Waiting): Promise<wire.SendFriendRequestResponse>;
  listFriendRequests(options?: Waiting): Promise<wire.ListFriendRequestsResponse>;
  answerFriendRequest(
    request: wire.AnswerFriendRequestRequest,
    options?: Waiting,
  ): Promise<wire.AnswerFriendRequestResponse>;
  putGrant(request: wire.PutGrantRequest, options?: Waiting): Promise<wire.PutGrantResponse>;
  revokeGrant(request: wire.RevokeGrantRequest, options?: Waiting): Promise<wire.RevokeGrantResponse>;
  deposit(request: wire.DepositRequest, options?: Waiting): Promise<wire.DepositResponse>;
  drain(request: wire.DrainRequest, options?: Waiting): Promise<wire.DrainResponse>;
  acknowledge(request: wire.AcknowledgeRequest, options?: Waiting): Promise<wire.AcknowledgeResponse>;
  setBlock(request: wire.SetBlockRequest, options?: Waiting): Promise<wire.SetBlockResponse>;
  createToken(options?: Waiting): Promise<wire.CreateTokenResponse>;
  listTokens(options?: Waiting): Promise<wire.ListTokensResponse>;
  revokeToken(request: wire.RevokeTokenRequest, options?: Waiting): Promise<wire.RevokeTokenResponse>;
  rename(request: wire.RenameRequest, options?: Waiting): Promise<wire.RenameResponse>;
  knows(options?: Waiting): Promise<wire.KnowsResponse>;
  enrol(request: wire.EnrolRequest, options?: Waiting): Promise<wire.EnrolResponse>;
  putVault(request: wire.PutVaultRequest, options?: Waiting): Promise<wire.PutVaultResponse>;
  dropVault(options?: Waiting): Promise<wire.DropVaultResponse>;
  startVaultLogin(request: wire.StartVaultLoginRequest, options?: Waiting): Promise<wire.StartVaultLoginResponse>;
  finishVaultLogin(request: wire.FinishVaultLoginRequest, options?: Waiting): Promise<wire.FinishVaultLoginResponse>;
  presentDevice(options?: Waiting): Promise<wire.PresentDeviceResponse>;
  deleteAccount(request: wire.DeleteAccountRequest, options?: Waiting): Promise<wire.DeleteAccountResponse>;
  logHead(request: wire.LogHeadRequest, options?: Waiting): Promise<wire.LogHeadResponse>;
  logProve(request: wire.LogProveRequest, options?: Waiting): Promise<wire.LogProveResponse>;
  logBetween(request: wire.LogBetweenRequest, options?: Waiting): Promise<wire.LogBetweenResponse>;
  ping(request: wire.PingRequest, options?: Waiting): Promise<wire.PingResponse>;
  /** One listener; pushes that come before it is set are kept (bounded) and given to it. */
  onPush(listener: (push: wire.RendezvousPush) => void): void;
  /** Resolves when the connection is over, with the reason where there was a fault. */
  readonly closed: Promise<MiyuError | undefined>;
  close(): Promise<void>;
}

export interface Rendezvous {
  /**
   * Dials, checks that the server is the pinned one, says hello and verifies its statement.
   * @throws MiyuError 'server-unreachable' | 'server-key-mismatch' | 'server-statement-invalid' | 'version-mismatch' | 'timeout'
   */
  connect(home: Home, options?: Waiting): Promise<RendezvousClient>;
  /** One-shot: the server's statement and the round trip in milliseconds (`miyu ping`, first contact). */
  probe(home: Home, options?: Waiting): Promise<{ statement: ServerStatement; signed: Signed; roundTripMs: number }>;
}

export type LinkPath = 'lan' | 'direct' | 'relayed';

export interface LinkPrekeys {
  readonly bundle: Signed;
  /** Encoded OneTimePrekey; empty: none. */
  readonly oneTime: Uint8Array;
}

/** One live link to one friend's device, after both hellos were accepted. */
export interface ChatLink {
  /** What `authorize` said. */
  readonly account: Uint8Array;
  readonly device: Uint8Array;
  /** Signed DeviceCertificate as the friend showed it. */
  readonly certificate: Uint8Array;
  /** Multiaddr text of the far end; for the friend's details, never for a log. */
  readonly address: string;
  readonly path: LinkPath;
  readonly dialled: boolean;
  /**
   * Sends one envelope behind those before it. Resolves when the friend has it on disk, or said that it cannot open it;
   * rejects 'link-closed'. Frames of one tick go out together.
   */
  deliver(envelope: Uint8Array): Promise<'committed' | 'unopened'>;
  /** Whether an envelope would leave without waiting for acknowledgements (MAX_UNCOMMITTED_*). */
  readonly hasRoom: boolean;
  /** Resolves when there is room; rejects 'link-closed'. */
  room(): Promise<void>;
  /**
   * Prekeys of the device at the other end, from itself; nothing of them is checked yet.
   * @throws MiyuError 'rate-limited' | 'unknown-request' (an older version) | 'protocol-violation' | 'timeout' | 'link-closed' | 'aborted'
   */
  askPrekeys(options?: Waiting): Promise<LinkPrekeys>;
  /** Signed heads of transparency logs (MAX_TOLD_HEADS), with the next sign of life. */
  tellHeads(heads: readonly Uint8Array[]): void;
  /** Says goodbye with this reason (shared/wire/protocols.ts GOODBYE) and closes. */
  close(reason: number): Promise<void>;
  /** Resolves with the goodbye's reason, or undefined where the link broke or fell silent. */
  readonly closed: Promise<number | undefined>;
}

export interface ChatLinkHandlers {
  /** This device's Signed DeviceCertificate. */
  certificate(): Uint8Array;
  /**
   * Whose device shows this certificate, or undefined: refuse ('not-friends'). Checks signature by the pinned identity, that
   * the certificate's device is the PeerId that Noise authenticated, and the epoch.
   */
  authorize(certificate: Uint8Array, remotePeer: Uint8Array): { account: Uint8Array } | undefined;
  /** Both a dialled and an accepted link come here, once, before any of its envelopes. */
  onLink(link: ChatLink): void;
  /**
   * Called in order, without waiting for the call before to end. Resolves when all of them are on disk, with the indices of
   * those that could not be opened; the link then acknowledges, in order.
   */
  onDeliver(link: ChatLink, envelopes: readonly Uint8Array[]): Promise<readonly number[]>;
  /** The friend asks for prekeys of this device: their secrets are on disk when it resolves. @throws MiyuError with a code of the wire */
  onPrekeysWanted(link: ChatLink): Promise<LinkPrekeys>;
  /** The friend has told heads of transparency logs: bounded in number and size, and nothing of them is checked yet. */
  onHeads(link: ChatLink, heads: readonly Uint8Array[]): void;
}

export interface DialOptions extends Waiting {
  /** By no relay; a link that is up and relayed does not count. */
  readonly directOnly?: boolean;
}

export interface ChatLinks {
  start(handlers: ChatLinkHandlers): void;
  /**
   * A link to this device: the one that is up, else a dial of these addresses (and what the host knows of the PeerId).
   * Relayed addresses are tried where a direct one fails or takes long.
   * @throws MiyuError 'friend-unreachable' | 'peer-key-mismatch' | 'not-friends' | 'relay-limit' | 'relay-refused' | 'timeout' | 'aborted'
   */
  dial(device: Uint8Array, addresses: readonly string[], options?: DialOptions): Promise<ChatLink>;
  /** The link that is up, by PeerId bytes. */
  linkTo(device: Uint8Array): ChatLink | undefined;
}

/** Whose device this is: the account's chain, oldest first, and the device's certificate. Nothing of it is checked yet. */
export interface Introduction {
  readonly statements: readonly Signed[];
  readonly certificate: Signed;
}

/** A friend request that needs no server. */
export interface Ask {
  /** As sealFriendRequest made it. */
  readonly sealed: Uint8Array;
  readonly bundle: Signed;
  /** Encoded OneTimePrekey; empty: none. */
  readonly oneTime: Uint8Array;
  /** Where the requester's device listens. */
  readonly addresses: readonly string[];
}

/** Somebody's device, which has said whose it is. */
export interface Meeting {
  readonly introduction: Introduction;
  /** Once; resolves when the request is on the other's disk. Ends the meeting. @throws MiyuError the refusal's code | 'timeout' | 'link-closed' | … */
  ask(request: Ask, options?: Waiting): Promise<void>;
  close(): void;
}

export interface MeetingHandlers {
  /** For whoever names the account; undefined: it is another's ('unknown-account'). */
  introduce(account: Uint8Array): Introduction | undefined;
  /** On disk when it resolves. @throws MiyuError with a code of the wire: the refusal */
  take(ask: Ask, remotePeer: Uint8Array): Promise<void>;
}

export interface Meetings {
  start(handlers: MeetingHandlers): void;
  /**
   * Asks the device at these addresses who it is.
   * @throws MiyuError 'friend-unreachable' | 'peer-key-mismatch' | 'unknown-account' | 'rate-limited' | 'timeout' | 'aborted' | …
   */
  meet(device: Uint8Array, addresses: readonly string[], account: Uint8Array, options?: Waiting): Promise<Meeting>;
}

/** Sealed address records in the DHT: a hint beside the directory, to be verified by the caller. */
/** What became of a publication. */
export interface HintKeepers {
  /** Somebody keeps it now. */
  readonly isKept: boolean;
  /** PeerId bytes of the neighbours that were given it and have not said that they keep it. */
  readonly missed: readonly Uint8Array[];
}

export interface HintQuestion extends Waiting {
  /** These devices alone are asked, as far as they are neighbours, and for a record of today. */
  readonly among?: readonly Uint8Array[];
  /** Called with each answer that is newer than those before it, while the others have not answered yet. Must not throw. */
  readonly onBetter?: (record: Signed) => void;
}

export interface AddressHints {
  /** To all neighbours who keep records and do not have this one. @throws MiyuError 'aborted' */
  publish(addressKey: Uint8Array, record: Signed, options?: Waiting): Promise<HintKeepers>;
  /** The newest that any of them has, once all have answered or the time is over. @throws MiyuError 'aborted' */
  find(addressKey: Uint8Array, options?: HintQuestion): Promise<Signed | undefined>;
  /** Somebody has come who may have records, or keep some: a friend's device that a link is up with, or a server that is used. */
  onNeighbour(listener: (device: Uint8Array) => void): void;
  /** A friend's device has put a record here: mostly its own. `find` with nobody `among` finds what is here. */
  onBrought(listener: (device: Uint8Array) => void): void;
}

/** A device that has announced itself on the LAN. */
export interface LanEntry {
  /** PeerId bytes, as it says: nobody has checked that it answers there. */
  readonly device: Uint8Array;
  /** Multiaddrs as text, without /p2p/; those that are valid on one link alone with its zone. */
  readonly addresses: readonly string[];
  /** Names of our interfaces on which it was heard. */
  readonly interfaces: readonly string[];
}

/** Who announces himself on the LAN: hints, each to be proven by whoever answers to the PeerId. Bounded (shared/wire/lan-limits.ts). */
export interface LanFinder {
  /** Announced lately; empty: nothing is. */
  addressesOf(device: Uint8Array): readonly string[];
  /** A device that has appeared, or has an address that it did not have. @returns takes the listener away */
  onFound(listener: (device: Uint8Array, addresses: readonly string[]) => void): () => void;
  /** Said goodbye, was not heard for minutes, or its network is gone. @returns takes the listener away */
  onLost(listener: (device: Uint8Array) => void): () => void;
  people(): readonly LanEntry[];
  servers(): readonly LanEntry[];
  /** Asks who is there, at most once a second; what is heard comes by `onFound`. */
  look(): void;
  /** Whether others hear of this device; at first they do not. */
  setVisible(visible: boolean): void;
}

/** “Who are you?” between people of one LAN. */
export interface Nearby {
  /** What whoever is on our LAN is told (an encoded NearbyAnswer); undefined: nobody gets an answer. At first, nobody does. */
  answerWith(answer: (() => Uint8Array) | undefined): void;
  /**
   * The answer as it came, from the device with this PeerId; nothing in it has been checked.
   * @throws MiyuError 'friend-unreachable' | 'peer-key-mismatch' | 'timeout' | 'aborted' | 'link-closed' (no answer) | 'protocol-violation'
   */
  ask(device: Uint8Array, addresses: readonly string[], options?: Waiting): Promise<Uint8Array>;
}

/** Being called through a server that relays. */
export interface RelayPlaces {
  /**
   * Asks a server to which a connection is open; `ended` resolves when the place is lost.
   * @throws MiyuError 'relay-refused' | 'relay-limit' | 'server-unreachable'
   */
  reserve(server: Uint8Array): Promise<{ readonly ended: Promise<void> }>;
  release(): Promise<void>;
  /** Called with what a relay has answered when we called a friend through it; undefined: it connected us. */
  onAnswer(listener: (refused: 'relay-limit' | 'relay-refused' | undefined) => void): void;
}

export interface PeerHost {
  readonly device: Uint8Array;
  /** Where others can dial this device: what is listened on, and the port that the home router maps. Multiaddrs as text, without /p2p/. */
  addresses(): readonly string[];
  /** Present listen addresses alone. */
  listening(): readonly string[];
  /** The port at the home router; null: none is asked. */
  portMapping(): PortMappingState | null;
  onAddressesChanged(listener: () => void): void;
  /** Of this host's interfaces, without loopback. */
  networks(): readonly IpNetwork[];
  /** They have changed, or the machine has slept: connections that this has broken are ended already. */
  onMoved(listener: () => void): void;
  readonly rendezvous: Rendezvous;
  readonly links: ChatLinks;
  readonly meetings: Meetings;
  readonly hints: AddressHints;
  readonly lan: LanFinder;
  readonly nearby: Nearby;
  readonly relay: RelayPlaces;
  stop(): Promise<void>;
}
