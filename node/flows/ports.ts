/** The rooms that are handed to the flows, as types. */
export type { FeedEvent, Op, PeerRow, PeerStore, PeerTable } from '../store/peer-store.ts';
export type {
  AddressHints,
  Ask,
  ChatLink,
  ChatLinkHandlers,
  ChatLinks,
  DialOptions,
  LanEntry,
  LanFinder,
  Introduction,
  LinkPath,
  LinkPrekeys,
  Meeting,
  MeetingHandlers,
  Meetings,
  Nearby,
  PeerHost,
  RelayPlaces,
  Rendezvous,
  RendezvousClient,
  Waiting,
} from '../net/ports.ts';
export type { Probe } from '../net/probe-ports.ts';
