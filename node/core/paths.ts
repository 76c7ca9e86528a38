/**
 * The path to one friend's device: whom to ask for addresses, what to dial and when, which link stays, and when to try again.
 * Pure: the flows tell what happened, and do what the effects say. Times are monotonic milliseconds.
 *
 *   resting    nobody is looked for: no contact any more, or this peer stops
 *   queued     wants one of the turns that all friends share
 *   seeking    has a turn: dials race, each a stagger behind the one before, while sources are asked
 *   waiting    nothing was reached; tried again at its time
 *   connected  a link is up, and one alone
 *
 *   event    resting   queued      seeking                  waiting              connected
 *   seek     queued    = urgent    = fresh: asks again      queued, or = shortly after a failure unless fresh   =
 *   turn     ✗         seeking     ✗                        ✗                    ✗
 *   found    =         =           its addresses join       =                    =
 *   learned  a newer record is kept in all; in an attempt its addresses join
 *   silent   =         =           perhaps the next source  =                    =
 *   told     =         kept        its addresses join       queued               =
 *   ended    =         =           the next, or waiting     =                    =
 *   tick     =         =           dials, asks, or waiting  queued at its time   =
 *   moved    =         =           queued, from anew        queued               = (a link that breaks now is looked for at once)
 *   up       connected in all; of two links the later one stays, for the two ends have agreed on it
 *   down     =         =           =                        =                    waiting, or queued; = of another link
 *   rest     =         resting     resting                  resting              resting
 *
 * `=`: harmless, a repetition or an answer that came late. `✗`: the program's own mistake ('internal').
 *
 * Path order: last addresses at once; what is heard on the LAN, the directory and the DHT behind a head start each, or as soon as
 * nothing else is left; a relay's addresses last (candidates.ts); the mailbox needs no path and waits for none (deliver.ts).
 */
import { MiyuError } from '../../shared/errors.ts';
import { MAX_CANDIDATES } from './candidates.ts';
import {
  advance,
  answered,
  askAgain,
  dialEnded,
  join,
  raceDueAt,
  startRace,
  type Ground,
  type Race,
  type RaceEffect,
} from './path-race.ts';

const FIRST_RETRY_MS = 1_000;
/** Five minutes: a friend whose machine is off costs a few packets an hour, and dials us when it is back. */
const LONGEST_RETRY_MS = 5 * 60_000;
/** A link that broke without a goodbye is looked for often at first: a network that comes back is used within seconds. */
const MISSED_RETRY_MS = 5_000;
const MISSED_FOR_MS = 10 * 60_000;
/** After a failed attempt, sending makes no other one before this much time is over. */
const COOL_DOWN_MS = 15_000;
/** After a goodbye: as if it had failed so often, for dialling at once is of no use. */
const GOODBYE_FAILURES = 4;
/** A link that breaks so soon after our own network has changed broke by that. */
const MOVED_FOR_MS = 5_000;

/** What a friend has signed of its addresses: the epoch of its device, then the sequence, say which is newer. */
export interface RecordVersion {
  readonly epoch: bigint;
  readonly sequence: bigint;
}

interface Memory {
  /** Attempts in a row that came to nothing. */
  readonly failures: number;
  readonly failedAt: number;
  /** When a link broke without a goodbye. */
  readonly missedAt: number;
  /** When our own network changed. */
  readonly movedAt: number;
  /** The newest record that was seen. */
  readonly record: RecordVersion | undefined;
  readonly attempts: number;
}

interface Queued {
  readonly state: 'queued';
  readonly memory: Memory;
  readonly told: readonly string[];
}

interface Seeking {
  readonly state: 'seeking';
  readonly memory: Memory;
  readonly race: Race;
}

export type PathState<Link> =
  | { readonly state: 'resting'; readonly memory: Memory }
  | Queued
  | Seeking
  | { readonly state: 'waiting'; readonly memory: Memory; readonly until: number }
  | { readonly state: 'connected'; readonly memory: Memory; readonly link: Link };

interface Found {
  readonly event: 'found';
  readonly attempt: number;
  readonly source: number;
  readonly addresses: readonly string[];
  /** Of what the friend has signed, and was checked already. */
  readonly record?: RecordVersion;
}

export type PathEvent<Link> =
  /** There is a reason to look for the friend. `fresh`: what failed before is none to wait. */
  | { readonly event: 'seek'; readonly fresh: boolean }
  | { readonly event: 'turn'; readonly ground: Ground }
  /** A source's answer. */
  | Found
  /** Of a record that was asked for without an attempt. */
  | { readonly event: 'learned'; readonly addresses: readonly string[]; readonly record: RecordVersion }
  /** It knows nothing, or did not answer. */
  | { readonly event: 'silent'; readonly attempt: number; readonly source: number }
  /** Addresses that nobody was asked for: the friend has appeared somewhere. */
  | { readonly event: 'told'; readonly addresses: readonly string[] }
  /** A dial without a link. */
  | { readonly event: 'ended'; readonly attempt: number; readonly dial: number }
  | { readonly event: 'tick' }
  /** Our own network has changed, this machine has slept, or the friend has another device. */
  | { readonly event: 'moved' }
  | { readonly event: 'up'; readonly link: Link }
  /** replaced: the friend holds another link, which we perhaps do not have. */
  | { readonly event: 'down'; readonly link: Link; readonly how: 'broken' | 'goodbye' | 'replaced' }
  | { readonly event: 'rest' };

export type PathEffect<Link> =
  | RaceEffect
  /** A turn is wanted. `urgent`: before those of friends who have been away for long. */
  | { readonly effect: 'queue'; readonly urgent: boolean }
  /** The turn is given back, or wanted no more. */
  | { readonly effect: 'release' }
  /** All dials and questions of the attempt end. */
  | { readonly effect: 'abandon' }
  /** The friend's newest record says so: for the next time. */
  | { readonly effect: 'remember'; readonly addresses: readonly string[] }
  | { readonly effect: 'close'; readonly link: Link };

export interface PathStep<Link> {
  readonly state: PathState<Link>;
  readonly effects: readonly PathEffect<Link>[];
}

export const RESTING: PathState<never> = {
  state: 'resting',
  memory: {
    ...{ failures: 0, attempts: 0, record: undefined },
    ...{ failedAt: -Infinity, missedAt: -Infinity, movedAt: -Infinity },
  },
};

/**
 * @param jitter from 0 to 1, fresh with each call: friends who lost each other at once do not come back at once
 * @throws MiyuError 'internal' for a pair that is marked ✗ above
 */
export function stepPath<Link>(
  state: PathState<Link>,
  event: PathEvent<Link>,
  now: number,
  jitter: number,
): PathStep<Link> {
  switch (event.event) {
    case 'seek':
      return seek(state, event.fresh, now, jitter);
    case 'turn': {
      if (state.state !== 'queued') throw new MiyuError('internal');
      const { attempts } = state.memory;
      const memory = { ...state.memory, attempts: attempts + 1 };
      return goOn(memory, startRace(memory.attempts, event.ground, state.told, now), now, jitter);
    }
    case 'found':
      return isOf(state, event.attempt) ? found(state, event, now, jitter) : unchanged(state);
    case 'learned':
      return learned(state, event, now, jitter);
    case 'silent':
      if (!isOf(state, event.attempt)) return unchanged(state);
      return goOn(state.memory, answered(state.race, event.source), now, jitter);
    case 'told':
      return told(state, event.addresses, now, jitter);
    case 'ended':
      if (!isOf(state, event.attempt)) return unchanged(state);
      return goOn(state.memory, dialEnded(state.race, event.dial, now), now, jitter);
    case 'tick':
      if (state.state === 'seeking') return goOn(state.memory, state.race, now, jitter);
      if (state.state === 'waiting' && now >= state.until) return queue(state.memory, now);
      return unchanged(state);
    case 'moved':
      return moved(state, now);
    case 'up':
      return up(state, event.link);
    case 'down':
      if (state.state !== 'connected' || state.link !== event.link) return unchanged(state);
      return down(state.memory, event.how, now, jitter);
    case 'rest':
      return { state: { state: 'resting', memory: state.memory }, effects: leaving(state) };
  }
}

/** When the machine wants a tick; undefined: it waits for somebody else. */
export function dueAt<Link>(state: PathState<Link>): number | undefined {
  if (state.state === 'waiting') return state.until;
  return state.state === 'seeking' ? raceDueAt(state.race) : undefined;
}

const unchanged = <Link>(state: PathState<Link>): PathStep<Link> => ({ state, effects: [] });

const isOf = <Link>(state: PathState<Link>, attempt: number): state is Seeking =>
  state.state === 'seeking' && state.race.attempt === attempt;

/** What must end before this state is left. */
function leaving<Link>(state: PathState<Link>): PathEffect<Link>[] {
  if (state.state === 'queued') return [{ effect: 'release' }];
  return state.state === 'seeking' ? [{ effect: 'abandon' }, { effect: 'release' }] : [];
}

function queue<Link>(memory: Memory, now: number, heard: readonly string[] = [], urgent = false): PathStep<Link> {
  const isMissed = now - memory.missedAt < MISSED_FOR_MS;
  return {
    state: { state: 'queued', memory, told: heard.slice(0, MAX_CANDIDATES) },
    effects: [{ effect: 'queue', urgent: urgent || isMissed }],
  };
}

function pause<Link>(memory: Memory, now: number, jitter: number): PathState<Link> {
  return { state: 'waiting', memory, until: now + retryAfter(memory, now, jitter) };
}

/** Milliseconds before the next attempt: doubled with each failure, a quarter more or less. */
function retryAfter({ failures, missedAt }: Memory, now: number, jitter: number): number {
  const longest = now - missedAt < MISSED_FOR_MS ? MISSED_RETRY_MS : LONGEST_RETRY_MS;
  const exponent = Math.min(Math.max(failures - 1, 0), 30);
  return Math.min(FIRST_RETRY_MS * 2 ** exponent, longest) * (0.75 + jitter / 2);
}

function seek<Link>(state: PathState<Link>, fresh: boolean, now: number, jitter: number): PathStep<Link> {
  const memory = fresh ? { ...state.memory, failures: 0 } : state.memory;
  if (state.state === 'resting') return queue(memory, now);
  if (state.state === 'queued') return { state: { ...state, memory }, effects: [{ effect: 'queue', urgent: true }] };
  if (state.state === 'seeking' && fresh) return goOn(memory, askAgain(state.race, now), now, jitter);
  const isCool = fresh || now - memory.failedAt >= COOL_DOWN_MS;
  return state.state === 'waiting' && isCool ? queue(memory, now, [], true) : unchanged({ ...state, memory });
}

/** The attempt, as far as it can go now; where it is over, the next one has its time. */
function goOn<Link>(
  before: Memory,
  from: Race,
  now: number,
  jitter: number,
  first: readonly PathEffect<Link>[] = [],
): PathStep<Link> {
  const { race, effects, isOver } = advance(from, now);
  const seeking: Seeking = { state: 'seeking', memory: before, race };
  if (!isOver) return { state: seeking, effects: [...first, ...effects] };
  const memory = { ...before, failures: before.failures + 1, failedAt: now };
  return { state: pause(memory, now, jitter), effects: [...first, ...effects, ...leaving<Link>(seeking)] };
}

function found<Link>(state: Seeking, answer: Found, now: number, jitter: number): PathStep<Link> {
  const { source, addresses, record } = answer;
  const race = answered(state.race, source);
  if (record === undefined) return goOn(state.memory, join(race, addresses), now, jitter);
  const known = state.memory.record;
  // Whoever answers last is not whoever knows best.
  if (known !== undefined && isNewer(known, record)) return goOn(state.memory, race, now, jitter);
  const remember = [{ effect: 'remember', addresses }] as const;
  return goOn({ ...state.memory, record }, join(race, addresses), now, jitter, remember);
}

function learned<Link>(
  state: PathState<Link>,
  { addresses, record }: { readonly addresses: readonly string[]; readonly record: RecordVersion },
  now: number,
  jitter: number,
): PathStep<Link> {
  const known = state.memory.record;
  if (known !== undefined && isNewer(known, record)) return unchanged(state);
  const memory = { ...state.memory, record };
  const remember = [{ effect: 'remember', addresses }] as const;
  if (state.state === 'seeking') return goOn(memory, join(state.race, addresses), now, jitter, remember);
  return { state: { ...state, memory }, effects: remember };
}

const isNewer = (a: RecordVersion, b: RecordVersion): boolean =>
  a.epoch === b.epoch ? a.sequence > b.sequence : a.epoch > b.epoch;

function told<Link>(state: PathState<Link>, addresses: readonly string[], now: number, jitter: number): PathStep<Link> {
  if (state.state === 'seeking') return goOn(state.memory, join(state.race, addresses), now, jitter);
  if (state.state === 'waiting') return queue({ ...state.memory, failures: 0 }, now, addresses, true);
  if (state.state !== 'queued') return unchanged(state);
  return unchanged({ ...state, told: [...new Set([...addresses, ...state.told])].slice(0, MAX_CANDIDATES) });
}

function moved<Link>(state: PathState<Link>, now: number): PathStep<Link> {
  const memory = { ...state.memory, failures: 0, movedAt: now };
  if (state.state === 'waiting') return queue(memory, now);
  if (state.state !== 'seeking') return unchanged({ ...state, memory });
  // What is under way left from an address that is perhaps ours no more.
  const again = queue<Link>(memory, now);
  return { ...again, effects: [...leaving<Link>(state), ...again.effects] };
}

function up<Link>(state: PathState<Link>, link: Link): PathStep<Link> {
  const memory = { ...state.memory, failures: 0, failedAt: -Infinity };
  const connected: PathState<Link> = { state: 'connected', memory, link };
  if (state.state !== 'connected') return { state: connected, effects: leaving(state) };
  return { state: connected, effects: state.link === link ? [] : [{ effect: 'close', link: state.link }] };
}

function down<Link>(
  before: Memory,
  how: 'broken' | 'goodbye' | 'replaced',
  now: number,
  jitter: number,
): PathStep<Link> {
  const failures = Math.max(before.failures, how === 'goodbye' ? GOODBYE_FAILURES : 1);
  const memory = { ...before, failures, missedAt: how === 'broken' ? now : -Infinity };
  if (how === 'broken' && now - before.movedAt < MOVED_FOR_MS) return queue(memory, now);
  return { state: pause(memory, now, jitter), effects: [] };
}
