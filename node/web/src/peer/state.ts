/** What the page knows of the peer, and what an event makes of it: pure. */
import type { Connection } from './client.ts';
import type { Event, Friend, FriendRequest, Settings, Status } from './methods.ts';

export interface PeerState {
  /** 'no-token': this tab was opened without a code. */
  readonly connection: Connection | 'no-token';
  /** Null until the peer has answered once. */
  readonly status: Status | null;
  /** By account. Empty while the profile is locked. */
  readonly friends: ReadonlyMap<string, Friend>;
  readonly requests: readonly FriendRequest[];
  /** Whether friends and requests were read since the profile was opened. */
  readonly loaded: boolean;
  readonly settings: Settings;
  /** Friends who are writing just now. */
  readonly typing: ReadonlySet<string>;
  /** Grows with every change of who is near on the LAN. */
  readonly nearby: number;
}

export const DEFAULT_SETTINGS: Settings = {
  language: null,
  theme: 'system',
  motion: 'system',
  notifications: { messages: true, requests: true, preview: true, sound: false },
  privacy: { readReceipts: true, typing: true },
  lan: { visible: true },
  autoLock: 'off',
  composer: { size: 'normal', color: null, face: 'sans' },
};

export const START: PeerState = {
  connection: 'connecting',
  status: null,
  friends: new Map(),
  requests: [],
  loaded: false,
  settings: DEFAULT_SETTINGS,
  typing: new Set(),
  nearby: 0,
};

/** What has to be read again, for the event says that it changed and not what it is now. */
export type Stale = 'nothing' | 'people' | 'all';

/** @returns the state after the event, the same one where nothing of it changed */
export function applyEvent(state: PeerState, event: Event): readonly [state: PeerState, stale: Stale] {
  switch (event.type) {
    case 'message': {
      const friend = state.friends.get(event.friend);
      if (friend === undefined) return [state, 'people'];
      const { message } = event;
      // What was read from the peer may be ahead of the events: the same message is not counted twice.
      if (friend.lastMessage !== null && friend.lastMessage.position >= message.position) return [state, 'nothing'];
      const unread = friend.unread + (message.direction === 'in' ? 1 : 0);
      const typing = message.direction === 'in' ? without(state.typing, event.friend) : state.typing;
      const next = withFriend(state, {
        ...friend,
        unread,
        lastMessage: message,
        firstUnread: friend.firstUnread ?? (message.direction === 'in' ? message.position : null),
      });
      // A hidden chat comes back with something new.
      return [{ ...next, typing }, friend.archived ? 'people' : 'nothing'];
    }
    case 'message-state': {
      const friend = state.friends.get(event.friend);
      const last = friend?.lastMessage;
      if (friend === undefined || last?.direction !== 'out') return [state, 'nothing'];
      if (last.position < event.from || last.position > event.to) return [state, 'nothing'];
      if (event.state === 'read' && last.state !== 'delivered') return [state, 'nothing'];
      return [
        withFriend(state, { ...friend, lastMessage: { ...last, state: event.state, path: event.path } }),
        'nothing',
      ];
    }
    case 'message-changed': {
      const friend = state.friends.get(event.friend);
      if (friend?.lastMessage?.position !== event.message.position) return [state, 'nothing'];
      return [withFriend(state, { ...friend, lastMessage: event.message }), 'nothing'];
    }
    case 'message-removed':
      // It may have been the last one, or unread.
      return [state, 'people'];
    case 'presence': {
      const friend = state.friends.get(event.friend);
      if (friend === undefined) return [state, 'people'];
      const { presence, path } = event;
      // Address and last seen change with it, and are told by a look alone.
      return [withFriend(state, { ...friend, presence, path }), 'people'];
    }
    case 'friend':
    case 'chat':
      return [state, 'people'];
    case 'state': {
      const { status } = state;
      if (status === null) return [state, 'all'];
      return [{ ...state, status: { ...status, state: event.state, missing: event.missing } }, 'all'];
    }
    case 'port-mapping':
      return [state, 'people']; // The status is read with them.
    case 'alarm':
      return [state, 'all'];
    case 'nearby':
      return [{ ...state, nearby: state.nearby + 1 }, 'nothing'];
    case 'settings':
      return [{ ...state, settings: event.settings }, 'nothing'];
    case 'typing': {
      if (event.active === state.typing.has(event.friend)) return [state, 'nothing'];
      const typing = event.active ? new Set([...state.typing, event.friend]) : without(state.typing, event.friend);
      return [{ ...state, typing }, 'nothing'];
    }
    default:
      return [state, 'nothing']; // Of a newer peer: what it is about is read with the next look.
  }
}

/** Up to this position everything was seen. */
export function applyRead(state: PeerState, account: string, upTo: number): PeerState {
  const friend = state.friends.get(account);
  if (friend === undefined || friend.unread === 0) return state;
  if (friend.lastMessage !== null && friend.lastMessage.position > upTo) return state;
  return withFriend(state, { ...friend, unread: 0, firstUnread: null });
}

export const isUnlocked = (status: Status | null): boolean =>
  status !== null && (status.state === 'online' || status.state === 'connecting');

/** Messages that were not seen, of chats that are not silent. */
export function unreadOf(friends: ReadonlyMap<string, Friend>): number {
  let unread = 0;
  for (const friend of friends.values()) if (!friend.muted) unread += friend.unread;
  return unread;
}

function withFriend(state: PeerState, friend: Friend): PeerState {
  return { ...state, friends: new Map(state.friends).set(friend.account, friend) };
}

function without(set: ReadonlySet<string>, member: string): ReadonlySet<string> {
  if (!set.has(member)) return set;
  const next = new Set(set);
  next.delete(member);
  return next;
}
