/** Tells the peer what was read: what was on the screen while somebody could see it, and nothing else. */
import { useCallback, useEffect, useRef } from 'react';
import { isMiyuError } from '../../../../shared/errors.ts';
import type { PagePeer } from '../peer/page-peer.ts';

/** One call for what comes within this time. */
const PAUSE_MS = 150;

/** @returns what is told the position of the newest message that was seen whole, or at least its last lines */
export function useReading(peer: PagePeer, account: string): (position: number) => void {
  const told = useRef(0);
  const seen = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return useCallback(
    (position) => {
      if (position <= seen.current) return;
      seen.current = position;
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        const friend = peer.store.newest.friends.get(account);
        const upTo = seen.current;
        if (friend === undefined || friend.unread === 0 || upTo <= told.current) return;
        if (friend.firstUnread !== null && upTo < friend.firstUnread) return;
        told.current = upTo;
        peer.markRead(account, upTo).catch((error: unknown) => {
          if (!isMiyuError(error)) throw error;
          told.current = seen.current = 0; // The line broke: it is told when it is seen again.
        });
      }, PAUSE_MS);
    },
    [peer, account],
  );
}
