/**
 * One attempt to reach a friend: candidates that are dialled a stagger apart, the first one that connects wins, and sources of
 * addresses that are asked meanwhile. Pure; paths.ts decides when there is one, and ends it.
 */
import { MAX_CANDIDATES, orderCandidates } from './candidates.ts';
import type { IpNetwork } from './ip.ts';

/** RFC 8305's recommended delay between two attempts. */
export const STAGGER_MS = 250;
/** Dials of one friend under way: a handshake costs up to 11 ms of a core, and most candidates are the same machine. */
export const MAX_RACING = 4;
/** The system repeats a lost SYN after 1, 3, 7 s: another dial beside it, which begins anew, meets a network that is back. */
export const SLOW_DIAL_MS = 4_000;
/** All of an attempt: seven round trips of one second, as a bad mobile network has them, and what the program takes. */
export const ATTEMPT_MS = 12_000;

/** What an attempt begins with. */
export interface Ground {
  /** The last known, the one that worked last first. */
  readonly addresses: readonly string[];
  readonly networks: readonly IpNetwork[];
  /** Of each source: milliseconds that the dials get before it is asked, where there is something to dial. */
  readonly headStarts: readonly number[];
}

interface Dial {
  readonly dial: number;
  readonly address: string;
  readonly since: number;
  /** Another one to the same address waits, or is under way beside it. */
  readonly doubled: boolean;
}

interface Source {
  readonly state: 'later' | 'asked' | 'done';
  readonly askAt: number;
}

export interface Race {
  /** An answer to an earlier attempt is none to this one. */
  readonly attempt: number;
  readonly since: number;
  readonly networks: readonly IpNetwork[];
  /** Under way, the oldest first. */
  readonly dials: readonly Dial[];
  readonly dialled: number;
  /** Still to be dialled, the best first. */
  readonly candidates: readonly string[];
  /** Dialled, whatever became of it. */
  readonly tried: ReadonlySet<string>;
  /** All that is known, most believed first. */
  readonly known: readonly string[];
  readonly nextDialAt: number;
  readonly sources: readonly Source[];
}

export type RaceEffect =
  | { readonly effect: 'ask'; readonly attempt: number; readonly source: number }
  | {
      readonly effect: 'dial';
      readonly attempt: number;
      readonly dial: number;
      readonly address: string;
      readonly timeoutMs: number;
    }
  | { readonly effect: 'cancel'; readonly attempt: number; readonly dial: number };

export interface RaceStep {
  readonly race: Race;
  readonly effects: readonly RaceEffect[];
  /** Nothing is left to be tried, or no time. */
  readonly isOver: boolean;
}

/** @param told heard of since the last attempt: believed more than what is known */
export function startRace(attempt: number, ground: Ground, told: readonly string[], now: number): Race {
  const known = [...new Set([...told, ...ground.addresses])];
  return {
    ...{ attempt, known, since: now, networks: ground.networks },
    ...{ dials: [], dialled: 0, tried: new Set(), nextDialAt: now },
    candidates: orderCandidates(known, ground.networks),
    sources: ground.headStarts.map((ms) => ({ state: 'later', askAt: now + ms })),
  };
}

/** More addresses: what is heard last is believed most. */
export function join(race: Race, addresses: readonly string[]): Race {
  const known = [...new Set([...addresses, ...race.known])].slice(0, 2 * MAX_CANDIDATES);
  const fresh = orderCandidates(known, race.networks).filter((address) => !race.tried.has(address));
  const again = race.candidates.filter((address) => race.tried.has(address));
  return { ...race, known, candidates: [...fresh, ...again] };
}

/** A source has said what it knows, or that it knows nothing. */
export const answered = (race: Race, source: number): Race => ({
  ...race,
  sources: race.sources.map((each, i) => (i === source ? { ...each, state: 'done' } : each)),
});

/** There is a reason to believe that a source knows more by now (a server is back). */
export const askAgain = (race: Race, now: number): Race => ({
  ...race,
  sources: race.sources.map((each) => (each.state === 'done' ? { state: 'later', askAt: now } : each)),
});

/** This dial came to nothing: the next one need not wait for the stagger. */
export const dialEnded = (race: Race, dial: number, now: number): Race =>
  race.dials.some((each) => each.dial === dial) ? { ...without(race, dial), nextDialAt: now } : race;

const without = (race: Race, dial: number): Race => ({
  ...race,
  dials: race.dials.filter((each) => each.dial !== dial),
});

/** Whatever is due: dials, questions, or the end. */
export function advance(from: Race, now: number): RaceStep {
  if (now >= from.since + ATTEMPT_MS) return { race: from, effects: [], isOver: true };
  const effects: RaceEffect[] = [];
  const race = ask(dial(joinedByDoubles(from, now), effects, now), effects, now);
  const isOver = isIdle(race) && race.sources.every(({ state }) => state === 'done');
  return { race, effects, isOver };
}

/** When `advance` has something to do, if nothing else happens. */
export function raceDueAt({ since, sources, dials, candidates, nextDialAt }: Race): number {
  const times = [since + ATTEMPT_MS];
  for (const { state, askAt } of sources) if (state === 'later') times.push(askAt);
  for (const { doubled, since: began } of dials) if (!doubled) times.push(began + SLOW_DIAL_MS);
  const oldest = dials.length < MAX_RACING ? undefined : dials[0];
  if (candidates.length > 0) {
    times.push(oldest === undefined ? nextDialAt : Math.max(nextDialAt, oldest.since + SLOW_DIAL_MS));
  }
  return Math.min(...times);
}

const isIdle = ({ dials, candidates, sources }: Race): boolean =>
  dials.length === 0 && candidates.length === 0 && sources.every(({ state }) => state !== 'asked');

/** Those that hang stay, and get company: on a slow line they may still get there. */
function joinedByDoubles(race: Race, now: number): Race {
  const slow = race.dials.filter(({ doubled, since }) => !doubled && now - since >= SLOW_DIAL_MS);
  if (slow.length === 0) return race;
  return {
    ...race,
    dials: race.dials.map((each) => (slow.includes(each) ? { ...each, doubled: true } : each)),
    candidates: [...race.candidates, ...slow.map(({ address }) => address)],
  };
}

function dial(from: Race, effects: RaceEffect[], now: number): Race {
  let race = from;
  for (let [address] = race.candidates; address !== undefined; [address] = race.candidates) {
    if (race.dials.length > 0 && now < race.nextDialAt) break;
    const { attempt } = race;
    const oldest = race.dials.length < MAX_RACING ? undefined : race.dials[0];
    if (oldest !== undefined) {
      // Its place goes to one that was not tried yet, once it had its time.
      if (now - oldest.since < SLOW_DIAL_MS) break;
      effects.push({ effect: 'cancel', attempt, dial: oldest.dial });
      race = without(race, oldest.dial);
    }
    const number = race.dialled + 1;
    effects.push({ effect: 'dial', attempt, dial: number, address, timeoutMs: race.since + ATTEMPT_MS - now });
    race = {
      ...race,
      dialled: number,
      dials: [...race.dials, { dial: number, address, since: now, doubled: false }],
      tried: new Set([...race.tried, address]),
      candidates: race.candidates.slice(1),
      nextDialAt: now + STAGGER_MS,
    };
  }
  return race;
}

/** Each source at its time; the next one at once where nothing else is under way. */
function ask(race: Race, effects: RaceEffect[], now: number): Race {
  let hurries = isIdle(race);
  const sources = race.sources.map((source, i): Source => {
    if (source.state !== 'later' || (now < source.askAt && !hurries)) return source;
    hurries = false;
    effects.push({ effect: 'ask', attempt: race.attempt, source: i });
    return { ...source, state: 'asked' };
  });
  return { ...race, sources };
}
