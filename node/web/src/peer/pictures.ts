/** Pictures of friends' cards: each is asked for once, and kept as an object URL as long as the page is open. */
import { useSyncExternalStore } from 'react';
import { usePeer } from './react.tsx';
import type { PagePeer } from './page-peer.ts';

/** Kept at once: far more than a screen shows, and 44 KiB each at most. The one that was asked for first goes. */
const MAX_PICTURES = 200;

const kept = new Map<string, string | undefined>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The address of a friend's picture; undefined while it is not there. @param version of the card; null: it has none */
export function usePicture(account: string, version: number | null | undefined): string | undefined {
  const peer = usePeer();
  const key = `${account} ${String(version)}`;
  return useSyncExternalStore(subscribe, () => {
    if (version === null || version === undefined) return undefined;
    if (!kept.has(key)) ask(peer, account, key);
    return kept.get(key);
  });
}

function ask(peer: Pick<PagePeer, 'call'>, account: string, key: string): void {
  kept.set(key, undefined);
  if (kept.size > MAX_PICTURES) forgetFirst();
  peer.call('profile.picture', { who: account }).then(
    ({ picture }) => {
      if (picture === null || !kept.has(key)) return;
      const bytes = Uint8Array.from(atob(picture.bytes), (letter) => letter.charCodeAt(0));
      kept.set(key, URL.createObjectURL(new Blob([bytes], { type: picture.type })));
      for (const listener of listeners) listener();
    },
    () => {
      kept.delete(key); // Asked for again when it is drawn again.
    },
  );
}

function forgetFirst(): void {
  for (const [key, url] of kept) {
    if (url !== undefined) URL.revokeObjectURL(url);
    kept.delete(key);
    return;
  }
}
