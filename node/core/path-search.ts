/**
 * What one attempt to reach a friend has tried and how it ended: for the person who asks why there is no path. Pure; seeking.ts notes what
 * happens. Times are Unix milliseconds.
 */
import type { ErrorCode } from '../../shared/errors.ts';

/** Where addresses come from. known: what worked last; relay: whoever told of it, it is another way than those to the device itself. */
export type SearchPlace = 'known' | 'lan' | 'directory' | 'dht' | 'relay';

/**
 * trying: it is asked, or dialled · nothing: it knows no address · nothing-new: none that was not known · failed: it did not answer, see
 * `reason` · not-reached: its addresses were dialled in vain · not-dialled: they lead nowhere from here, or the time was over · unasked: the
 * attempt was over before.
 */
export type PlaceResult = 'trying' | 'nothing' | 'nothing-new' | 'failed' | 'not-reached' | 'not-dialled' | 'unasked';

export interface TriedPlace {
  readonly place: SearchPlace;
  readonly result: PlaceResult;
  /** That it was the first to tell; where they were dialled in vain: those that were dialled. */
  readonly addresses: number;
  readonly reason: ErrorCode | null;
}

interface Answer {
  /** Of any that it told. */
  readonly told: boolean;
  readonly failed: ErrorCode | undefined;
}

export interface Search {
  /** Of paths.ts: what comes of an earlier one is nothing of this. */
  readonly attempt: number;
  readonly startedAt: number;
  readonly endedAt: number | undefined;
  /** Asked in this order. */
  readonly sources: readonly SearchPlace[];
  readonly answers: ReadonlyMap<SearchPlace, Answer>;
  /** Who was the first to tell each address. An attempt has MAX_CANDIDATES of them in its hands, and a few more that it forgot. */
  readonly origins: ReadonlyMap<string, SearchPlace>;
  readonly dialled: ReadonlySet<string>;
  /** Why dials came to nothing, the last reason of each address. */
  readonly failures: ReadonlyMap<string, ErrorCode>;
}

/** Addresses that one attempt notes: four sources of 16 each, and those that appear meanwhile. */
const MAX_NOTED = 128;

export const isRelayed = (address: string): boolean => address.includes('/p2p-circuit');

/** @param told heard of before the attempt began, on the LAN */
export function beginSearch(
  attempt: number,
  ground: {
    readonly known: readonly string[];
    readonly told: readonly string[];
    readonly sources: readonly SearchPlace[];
  },
  at: number,
): Search {
  const empty: Search = {
    ...{ attempt, startedAt: at, endedAt: undefined, sources: ground.sources },
    ...{ answers: new Map(), origins: new Map(), dialled: new Set(), failures: new Map() },
  };
  return heard(heard(empty, 'known', ground.known), 'lan', ground.told);
}

/** These addresses are from there. */
export function heard(search: Search, place: SearchPlace, addresses: readonly string[]): Search {
  const origins = new Map(search.origins);
  for (const address of addresses) {
    if (origins.size >= MAX_NOTED) break;
    if (!origins.has(address)) origins.set(address, isRelayed(address) ? 'relay' : place);
  }
  return { ...search, origins };
}

/** A source has answered, with any addresses or none, or did not. */
export function sourceAnswered(
  search: Search,
  place: SearchPlace,
  addresses: readonly string[],
  failed?: ErrorCode,
): Search {
  const answers = new Map(search.answers).set(place, { told: addresses.length > 0, failed });
  return heard({ ...search, answers }, place, addresses);
}

export const dialled = (search: Search, address: string): Search =>
  search.origins.has(address) ? { ...search, dialled: new Set(search.dialled).add(address) } : search;

/** Of an address that was `dialled`. */
export function dialFailed(search: Search, address: string, code: ErrorCode): Search {
  if (!search.dialled.has(address)) return search;
  return { ...search, failures: new Map(search.failures).set(address, code) };
}

export const endSearch = (search: Search, at: number): Search => ({ ...search, endedAt: search.endedAt ?? at });

/** In the order in which they are believed; the relay only where an address of one was told. */
export function triedPlaces(search: Search): readonly TriedPlace[] {
  const relay: readonly SearchPlace[] = addressesOf(search, 'relay').length > 0 ? ['relay'] : [];
  return [...new Set<SearchPlace>(['known', ...search.sources, ...relay])].map((place) => tried(search, place));
}

const addressesOf = ({ origins }: Search, place: SearchPlace): readonly string[] =>
  [...origins].flatMap(([address, from]) => (from === place ? [address] : []));

function tried(search: Search, place: SearchPlace): TriedPlace {
  const { endedAt, failures, answers } = search;
  const isOver = endedAt !== undefined;
  const addresses = addressesOf(search, place);
  if (addresses.length > 0) {
    const tries = addresses.filter((address) => search.dialled.has(address));
    const codes = tries.map((address) => failures.get(address)).filter((code) => code !== undefined);
    if (!isOver && codes.length < addresses.length) {
      return { place, result: 'trying', addresses: addresses.length, reason: null };
    }
    if (tries.length === 0) return { place, result: 'not-dialled', addresses: addresses.length, reason: null };
    // That somebody else answers there weighs more than silence; without any answer the attempt was over first.
    const reason = codes.find((code) => code !== 'friend-unreachable') ?? codes[0] ?? 'timeout';
    return { place, result: 'not-reached', addresses: tries.length, reason };
  }
  if (place === 'known') return { place, result: 'nothing', addresses: 0, reason: null };
  const answer = answers.get(place);
  if (answer === undefined) return { place, result: isOver ? 'unasked' : 'trying', addresses: 0, reason: null };
  if (answer.failed !== undefined) return { place, result: 'failed', addresses: 0, reason: answer.failed };
  return { place, result: answer.told ? 'nothing-new' : 'nothing', addresses: 0, reason: null };
}
