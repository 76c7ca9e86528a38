/** The peer in React: a context, and a hook that follows a part of its state. */
import { createContext, use, useCallback, useRef, useSyncExternalStore } from 'react';
import type { PagePeer } from './page-peer.ts';
import type { PeerState } from './state.ts';

export const PeerContext = createContext<PagePeer | null>(null);

export function usePeer(): PagePeer {
  const peer = use(PeerContext);
  if (peer === null) throw new TypeError('no peer around this part');
  return peer;
}

/** @param select a part of the state, or a value made of it that is equal (Object.is, or item by item) while nothing changed */
export function usePeerState<T>(select: (state: PeerState) => T): T {
  const { store } = usePeer();
  const last = useRef<{ readonly value: T } | null>(null);
  const get = useCallback((): T => {
    const value = select(store.get());
    const before = last.current;
    if (before !== null && same(before.value, value)) return before.value;
    last.current = { value };
    return value;
  }, [select, store]);
  return useSyncExternalStore(store.subscribe, get);
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((item, at) => Object.is(item, b[at]));
}
