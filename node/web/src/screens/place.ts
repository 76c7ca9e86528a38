/**
 * Where a person is in the page. It stands in the history's state and not in the address: Back works, and so does a
 * reload, and no name or id is left in an address that a browser keeps or completes.
 */
import { useSyncExternalStore } from 'react';

export type Room = 'chats' | 'friends' | 'requests' | 'settings';
export const ROOMS: readonly Room[] = ['chats', 'friends', 'requests', 'settings'];

export interface Place {
  readonly room: Room;
  /** Account of the open chat, or of the person whose details are open among friends. */
  readonly account?: string;
  /** The open part of the settings. */
  readonly section?: string;
}

const START: Place = { room: 'chats' };
const listeners = new Set<() => void>();

let known: { readonly state: unknown; readonly place: Place } | undefined;

export function readPlace(): Place {
  const state: unknown = history.state;
  if (known === undefined || known.state !== state) known = { state, place: placeOf(state) };
  return known.place;
}

function placeOf(state: unknown): Place {
  if (typeof state !== 'object' || state === null) return START;
  const { room, account, section } = state as Readonly<Record<string, unknown>>;
  const found = ROOMS.find((name) => name === room);
  if (found === undefined) return START;
  return {
    room: found,
    ...(typeof account === 'string' ? { account } : {}),
    ...(typeof section === 'string' ? { section } : {}),
  };
}

/** Goes there; Back leads to where one was. */
export function go(place: Place): void {
  const { room, account, section } = readPlace();
  if (room === place.room && account === place.account && section === place.section) return;
  history.pushState(place, '');
  tell();
}

/** Out of what is open, to the list beside which it stood. */
export function leave(): void {
  history.replaceState({ room: readPlace().room } satisfies Place, '');
  tell();
}

export const usePlace = (): Place => useSyncExternalStore(subscribe, readPlace);

function tell(): void {
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}
