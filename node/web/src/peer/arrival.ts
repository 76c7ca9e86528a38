/**
 * The invite link that this page was opened with, until it has led where it is meant to: to registration where there is no account yet,
 * else to the question whether its owner shall be asked. Kept in memory alone, for it may hold a token.
 */
import { takeFragment } from './session.ts';
import type { SessionPlaces } from './session.ts';
import { Store } from './store.ts';

export const arrival = new Store<string | undefined>(undefined);

/** Hears of links that are opened in a page which is there already. A code is for a page that begins anew. */
export function followAddress(
  window: EventTarget,
  places: Pick<SessionPlaces, 'location' | 'history'>,
  anew: () => void,
): void {
  window.addEventListener('hashchange', () => {
    if (new URLSearchParams(places.location.hash.slice(1)).has('code')) {
      anew();
      return;
    }
    const { invite } = takeFragment(places);
    if (invite !== undefined) arrival.setNow(invite);
  });
}
