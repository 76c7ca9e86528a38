/** Servers that are on the local network at a first start: shown with name and fingerprint, and joined after a yes alone. */
import type { NearbyList } from '../node/api/contract-nearby.ts';
import { askLine, isYes } from '../node/cli/ask.ts';
import type { Run } from '../node/cli/run.ts';
import { safeLine } from '../node/cli/terminal-text.ts';
import { withPeer } from './start-account.ts';
import { startSay } from './start-words.ts';

/**
 * The first question goes out as the peer starts; one that was lost is asked again after a second. Access points hold multicast back by some
 * 300 ms, and machines with much to do by more: so long an answer to the second may take.
 */
const LOOK_MS = 2_500;
/** More than these are no choice for a person; the rest is in `miyu nearby --servers`. */
const MOST_OFFERED = 5;

export interface Offer {
  readonly name: string | null;
  readonly fingerprint: string;
  /** A multiaddr with /p2p/. */
  readonly address: string;
}

/** Those that have answered with their own signed statement, and register whoever comes. */
export async function findServers(face: Run): Promise<readonly Offer[]> {
  return offersIn(await withPeer(face, (api) => api.call('nearby.list', { waitMs: LOOK_MS })));
}

function offersIn({ servers }: NearbyList): readonly Offer[] {
  return servers
    .filter(({ registration, isOurs, addresses }) => registration === 'open' && !isOurs && addresses.length > 0)
    .slice(0, MOST_OFFERED)
    .map(({ name, fingerprint, addresses }) => ({ name, fingerprint, address: addresses[0] ?? '' }));
}

/** Each with what a person can compare; numbered where there are several. */
export function showOffers(face: Run, offers: readonly Offer[]): void {
  for (const [index, { name, fingerprint, address }] of offers.entries()) {
    const number = offers.length > 1 ? `${index + 1}. ` : '';
    const shown = name === null ? startSay(face.language, 'serverWithoutName') : safeLine(name);
    face.hint(number + startSay(face.language, 'serverFound', { name: shown, address, fingerprint }));
  }
}

/**
 * @param signal takes the question back
 * @returns the one that the person has said yes to; anything that is not clearly one is a no
 * @throws MiyuError 'aborted' as `askLine` does
 */
export async function askToJoin(face: Run, offers: readonly Offer[], signal?: AbortSignal): Promise<Offer | undefined> {
  const [only] = offers;
  if (only === undefined) return undefined;
  const one = offers.length === 1;
  const answer = await askLine(face, startSay(face.language, one ? 'askJoin' : 'askJoinWhich'), signal);
  if (one) return isYes(answer) ? only : undefined;
  return /^\s*\d\s*$/.test(answer) ? offers[Number(answer) - 1] : undefined;
}
