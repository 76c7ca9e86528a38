/**
 * miyu as a library: a peer inside one's own program, or a connection to one that runs. The one barrel of the house.
 *
 * `createPeer` holds keys in this process until it ends; a program that shall be able to sign out and forget runs
 * `miyu up` and connects to it.
 */
export { createPeer } from './app.ts';
export type { PeerOptions } from './app.ts';
export type { Settings, SettingsChange } from './core/settings.ts';
export type { Knows } from './flows/knows.ts';
export type {
  ChatMessageView,
  CursorEvent,
  Friend,
  FriendDetails,
  MessageState,
  MessageStyle,
  Peer,
  PeerEvent,
  PeerState,
  PeerStatus,
  Person,
  RepliedView,
  RequestView,
  ServerInfo,
} from './flows/peer.ts';
export { ApiClient, connectApi } from './api/client.ts';
export type { CallOptions, ConnectOptions } from './api/client.ts';
export { followApi } from './api/client-follow.ts';
export type { Followed, FollowOptions } from './api/client-follow.ts';
export { API_VERSION, METHODS } from './api/contract.ts';
export type { Method, Params, Result } from './api/contract.ts';
export { MiyuError, isMiyuError } from '../shared/errors.ts';
export type { ErrorCode } from '../shared/errors.ts';
export { errorText } from '../shared/error-texts.ts';
export type { ErrorText } from '../shared/error-texts.ts';
