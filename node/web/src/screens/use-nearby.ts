import { useEffect, useState } from 'react';
import type { Nearby } from '../peer/methods.ts';
import { usePeer, usePeerState } from '../peer/react.tsx';
import type { PeerState } from '../peer/state.ts';

/** The peer tells of changes for two minutes after it was asked last. */
const ASK_EVERY_MS = 60_000;

const select = ({ nearby }: PeerState): number => nearby;

/** Who and what is near on the LAN, kept up to date while it is shown; undefined: not known (yet). */
export function useNearby(): Nearby | undefined {
  const peer = usePeer();
  const changed = usePeerState(select);
  const [nearby, setNearby] = useState<Nearby>();
  useEffect(() => {
    let over = false;
    const ask = (): void => {
      peer.call('nearby.list').then(
        (found) => {
          if (!over) setNearby(found);
        },
        () => undefined, // Of the line, or the lock, others tell.
      );
    };
    ask();
    const timer = setInterval(ask, ASK_EVERY_MS);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, [peer, changed]);
  return nearby;
}
