import { useCallback, useEffect, useState } from 'react';
import type { FriendDetails } from '../peer/methods.ts';
import { usePeer, usePeerState } from '../peer/react.tsx';
import type { PeerState } from '../peer/state.ts';

/** While a friend is being looked for the dials change within seconds; nobody tells of them, for nobody else reads them. */
const SEEKING_MS = 2_000;
/** An attempt that begins at its time has dialled something by then. */
const BEHIND_MS = 500;
/** Times of the peer's clock and of the page's may differ, and attempts come early where something happens. */
const LONGEST_MS = 30_000;

/** All that is known of a friend, kept up to date while it is shown. */
export function useFriendDetails(account: string): {
  readonly details: FriendDetails | undefined;
  readonly failure: unknown;
} {
  const peer = usePeer();
  const [details, setDetails] = useState<FriendDetails>();
  const [failure, setFailure] = useState<unknown>();
  // What is known of the friend has changed: the rest may have as well.
  const friend = usePeerState(useCallback(({ friends }: PeerState) => friends.get(account), [account]));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const ask = (): void => {
      peer.call('friends.show', { who: account }).then(
        (found) => {
          if (over) return;
          setDetails(found);
          if (found.search !== null) timer = setTimeout(ask, untilNews(found.search));
        },
        (error: unknown) => {
          if (!over) setFailure(error);
        },
      );
    };
    ask();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [peer, account, friend]);
  return { details, failure };
}

function untilNews({ state, nextAt }: NonNullable<FriendDetails['search']>): number {
  if (state === 'seeking' || state === 'queued') return SEEKING_MS;
  if (nextAt === null) return LONGEST_MS;
  return Math.min(Math.max(nextAt - Date.now() + BEHIND_MS, BEHIND_MS), LONGEST_MS);
}
