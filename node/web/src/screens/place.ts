/**
 * Where a person is in the page. It stands in the history's state and not in the address: Back works, and so does a
 * reload, and no name or id is left in an address that a browser keeps or completes.
 */
import { useSyncExternalStore } from 'react';

export type Room = 'chats' | 'friends' | 'requests' | 'settings';

export interface Place {
  readonly room: Room;
  /** Account of the open chat, or of the person whose details are open among friends. */
  readonly account?: string;
}

const START: Place = { room: 'chats' };
const ROOMS: readonly string[] = ['chats', 'friends', 'requests', 'settings'] satisfies Room[];
const listeners = new Set<() => void>();

let known: { readonly state: unknown; readonly place: Place } | undefined;

export function readPlace(): Place {
  const state: unknown = history.state;
  if (known === undefined || known.state !== state) known = { state, place: placeOf(state) };
  return known.place;
}

function placeOf(state: unknown): Place {
  if (typeof state !== 'object' || state === null) return START;
  const { room, account } = state as { readonly room?: unknown; readonly account?: unknown };
  if (typeof room !== 'string' || !ROOMS.includes(room)) return START;
  return { room: room as Room, ...(typeof account === 'string' ? { account } : {}) };
}

/** Goes there; Back leads to where one was. */
export function go(place: Place): void {
  const { room, account } = readPlace();
  if (room === place.room && account === place.account) return;
  history.pushState(place, '');
  tell();
}

/** Out of the open chat, to the list beside which it stood. */
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
