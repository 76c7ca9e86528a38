import { useCallback, useEffect, useRef } from 'react';
import { isMiyuError } from '../../../../shared/errors.ts';
import type { PagePeer } from '../peer/page-peer.ts';

/** The peer tells a friend no more often, and a friend's peer forgets it after 6 s. */
const AGAIN_MS = 3_000;

/** @returns what is told after each change of the text whether somebody is writing; nothing is said while the setting is off */
export function useTyping(peer: PagePeer, account: string): (active: boolean) => void {
  const told = useRef(0);
  const tell = useCallback(
    (active: boolean): void => {
      const { settings, friends } = peer.store.newest;
      const friend = friends.get(account);
      if (!settings.privacy.typing || friend?.presence !== 'online' || friend.blocked) return;
      if (active ? Date.now() - told.current < AGAIN_MS : told.current === 0) return;
      told.current = active ? Date.now() : 0;
      peer.call('typing', { to: account, active }).catch((error: unknown) => {
        if (!isMiyuError(error)) throw error;
      });
    },
    [peer, account],
  );
  useEffect(
    () => () => {
      tell(false);
    },
    [tell],
  );
  return tell;
}
