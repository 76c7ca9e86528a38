/** Tells the peer that somebody is at the page: what locks after a time without anybody begins to count anew. */
import type { PagePeer } from './page-peer.ts';
import { isUnlocked } from './state.ts';

/** Far below the shortest time that can be set. */
const TELL_EVERY_MS = 20_000;
/** What a person does to a page; what comes to it by itself is none of these. */
const ACTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

export function tellActivity(peer: PagePeer, page: Pick<Document, 'addEventListener'>, now: () => number): void {
  let toldAt = -Infinity;
  const tell = (): void => {
    const { status, settings, connection } = peer.store.newest;
    if (connection !== 'open' || !isUnlocked(status) || settings.autoLock === 'off') return;
    if (now() - toldAt < TELL_EVERY_MS) return;
    toldAt = now();
    // The line may break just now: the next act tells it again.
    peer.call('activity').catch(() => undefined);
  };
  for (const act of ACTS) page.addEventListener(act, tell, { passive: true, capture: true });
}
