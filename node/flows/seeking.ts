/** Runs the machine of node/core/paths.ts for each friend: timers, turns, dials and questions, and nothing of what a link means. */
import type { IpNetwork } from '../core/ip.ts';
import {
  beginSearch,
  dialFailed,
  dialled,
  endSearch,
  heard,
  sourceAnswered,
  triedPlaces,
  type Search,
  type TriedPlace,
} from '../core/path-search.ts';
import { dueAt, RESTING, stepPath, type PathEffect, type PathEvent, type PathState } from '../core/paths.ts';
import { equalBytes } from '../../shared/ids.ts';
import { isMiyuError, MiyuError, type ErrorCode } from '../../shared/errors.ts';
import type { AddressSource } from './address-sources.ts';
import type { FlowContext } from './context.ts';
import { DialTurns } from './dial-turns.ts';
import type { Lane } from './lane.ts';
import type { ChatLink, ChatLinks } from './ports.ts';

/** A question to a source; its answer may still be of use to the next attempt. */
const ASK_MS = 10_000;

export interface SeekingPorts {
  readonly links: ChatLinks;
  readonly sources: readonly AddressSource[];
  /** Of this host's interfaces. */
  readonly networks: () => readonly IpNetwork[];
  /** The newest signed addresses of a friend: for the next time. */
  readonly remember: (lane: Lane, addresses: readonly string[]) => void;
  readonly close: (link: ChatLink) => void;
}

type State = PathState<ChatLink>;
type Event = PathEvent<ChatLink>;

/** How a friend without a link is looked for. Times are Unix milliseconds. */
export interface SearchView {
  /** queued: other friends are being dialled first. */
  readonly state: 'queued' | 'seeking' | 'waiting' | 'resting';
  /** Of the attempt that is under way, or the last one; null: there was none since there was a link. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** Attempts since then that came to nothing. */
  readonly failures: number;
  /** Of the next attempt, where it has a time. */
  readonly nextAt: number | null;
  readonly tried: readonly TriedPlace[];
}

interface Seeker {
  state: State;
  /** The attempt that is under way, or the last one since there was a link. */
  search: Search | undefined;
  /** Attempts since then that came to nothing. */
  vain: number;
  timer: NodeJS.Timeout | undefined;
  /** Ends the attempt's dials and questions. */
  attempt: AbortController;
  readonly dials: Map<number, AbortController>;
  /** The device that the attempt is about. */
  device: Uint8Array;
  /** Told once it is neither wanted nor under way. */
  readonly settled: Set<() => void>;
}

export function createSeeking(context: FlowContext, ports: SeekingPorts) {
  const seekers = new Map<Lane, Seeker>();
  const turns = new DialTurns<Lane>((lane) => {
    const { addresses, device } = lane.contact;
    seekerOf(lane).device = device;
    const headStarts = ports.sources.map(({ headStartMs }) => headStartMs);
    dispatch(lane, { event: 'turn', ground: { addresses, networks: ports.networks(), headStarts } });
  });
  /** What happened while something was being done is seen to behind it. */
  const events: (readonly [Lane, Event])[] = [];
  let isBusy = false;
  let isStopped = false;

  function seekerOf(lane: Lane): Seeker {
    let seeker = seekers.get(lane);
    if (seeker === undefined) {
      seeker = {
        ...{
          state: RESTING,
          search: undefined,
          vain: 0,
          timer: undefined,
          attempt: new AbortController(),
          device: lane.contact.device,
        },
        ...{ dials: new Map(), settled: new Set() },
      };
      seekers.set(lane, seeker);
    }
    return seeker;
  }

  function dispatch(lane: Lane, event: Event): void {
    events.push([lane, event]);
    if (isBusy) return;
    isBusy = true;
    try {
      for (let next = events.shift(); next !== undefined; next = events.shift()) handle(...next);
    } catch (error) {
      context.log.fault(error);
    } finally {
      isBusy = false;
    }
  }

  function handle(lane: Lane, event: Event): void {
    const seeker = seekerOf(lane);
    const now = context.clock.monotonic();
    const { state: before } = seeker;
    const { state, effects } = stepPath(before, event, now, (context.random(1)[0] ?? 0) / 256);
    seeker.state = state;
    noteTurn(seeker, before, event);
    for (const effect of effects) act(lane, seeker, effect);
    clearTimeout(seeker.timer);
    const due = dueAt(state);
    if (due !== undefined && !isStopped) {
      seeker.timer = setTimeout(() => dispatch(lane, { event: 'tick' }), Math.max(0, due - now));
      seeker.timer.unref();
    }
    if (!isLooking(state)) {
      for (const tell of seeker.settled) tell();
      seeker.settled.clear();
    }
  }

  /** An attempt begins, hears of addresses that nobody was asked for, or is over. */
  function noteTurn(seeker: Seeker, before: State, event: Event): void {
    const { state } = seeker;
    const wall = context.clock.wall();
    if (event.event === 'turn' && before.state === 'queued') {
      const attempt = state.memory.attempts;
      const sources = ports.sources.map(({ name }) => name);
      seeker.search = beginSearch(attempt, { known: event.ground.addresses, told: before.told, sources }, wall);
    }
    if (event.event === 'learned' && state.state === 'seeking') {
      note(seeker, state.memory.attempts, (search) => heard(search, 'dht', event.addresses));
    }
    if (event.event === 'told' && state.state === 'seeking') {
      note(seeker, state.memory.attempts, (search) => heard(search, 'lan', event.addresses));
    }
    if (state.state === 'connected') {
      seeker.search = undefined;
      seeker.vain = 0;
    } else if (before.state === 'seeking' && state.state !== 'seeking') {
      if (state.state === 'waiting') seeker.vain += 1;
      note(seeker, state.memory.attempts, (search) => endSearch(search, wall));
    } else if (event.event === 'turn' && state.state !== 'seeking') {
      seeker.vain += 1;
      note(seeker, state.memory.attempts, (search) => endSearch(search, wall));
    }
  }

  function note(seeker: Seeker, attempt: number, change: (search: Search) => Search): void {
    const { search } = seeker;
    if (search?.attempt === attempt && search.endedAt === undefined) seeker.search = change(search);
  }

  const isLooking = ({ state }: State): boolean => state === 'queued' || state === 'seeking';

  function act(lane: Lane, seeker: Seeker, effect: PathEffect<ChatLink>): void {
    switch (effect.effect) {
      case 'queue':
        turns.want(lane, effect.urgent);
        break;
      case 'release':
        turns.release(lane);
        break;
      case 'ask':
        void ask(lane, seeker, effect.attempt, effect.source);
        break;
      case 'dial':
        void dial(lane, seeker, effect);
        break;
      case 'cancel':
        seeker.dials.get(effect.dial)?.abort(new MiyuError('aborted'));
        break;
      case 'abandon':
        seeker.attempt.abort(new MiyuError('aborted'));
        seeker.attempt = new AbortController();
        seeker.dials.clear();
        break;
      case 'remember':
        ports.remember(lane, effect.addresses);
        break;
      case 'close':
        ports.close(effect.link);
        break;
    }
  }

  /** A link that comes of it is told where all links are; here counts that there is none. */
  async function dial(
    lane: Lane,
    seeker: Seeker,
    { attempt, dial: number, address, timeoutMs }: PathEffect<ChatLink> & { readonly effect: 'dial' },
  ): Promise<void> {
    const own = new AbortController();
    const signal = AbortSignal.any([seeker.attempt.signal, own.signal]);
    seeker.dials.set(number, own);
    note(seeker, attempt, (search) => dialled(search, address));
    try {
      await ports.links.dial(seeker.device, [address], { signal, timeoutMs });
    } catch (error) {
      quiet(error);
      const code = errorCode(error);
      // The time that it had was over, or somebody else's turn had come.
      note(seeker, attempt, (search) => dialFailed(search, address, code === 'aborted' ? 'timeout' : code));
    }
    if (seeker.dials.get(number) === own) seeker.dials.delete(number);
    if (seekers.get(lane) !== seeker) return;
    dispatch(lane, { event: 'ended', attempt, dial: number });
  }

  async function ask(lane: Lane, seeker: Seeker, attempt: number, index: number): Promise<void> {
    const { signal } = seeker.attempt;
    const { device } = seeker;
    const source = ports.sources[index];
    let found;
    let failed: ErrorCode | undefined;
    try {
      found = await source?.find(lane.contact, { signal, timeoutMs: ASK_MS });
    } catch (error) {
      quiet(error);
      failed = errorCode(error);
    }
    if (source !== undefined) {
      const addresses = found?.addresses ?? [];
      note(seeker, attempt, (search) => sourceAnswered(search, source.name, addresses, failed));
    }
    if (seekers.get(lane) !== seeker) return;
    // The friend has a newer device, of which this source has shown the certificate: what is under way is about the older one.
    if (!equalBytes(lane.contact.device, device) && !signal.aborted) {
      dispatch(lane, { event: 'moved' });
      if (found !== undefined) dispatch(lane, { event: 'told', addresses: found.addresses });
      return;
    }
    if (found === undefined || found.addresses.length === 0) {
      dispatch(lane, { event: 'silent', attempt, source: index });
      return;
    }
    const { addresses, record } = found;
    const version = record === undefined ? {} : { record };
    dispatch(lane, { event: 'found', attempt, source: index, addresses, ...version });
  }

  /** For the time after this link: nobody knows yet where this friend is dialled, and whoever knows it may be away by then. */
  async function learn(lane: Lane): Promise<void> {
    const seeker = seekerOf(lane);
    for (const source of ports.sources) {
      const found = await source.find(lane.contact, { timeoutMs: ASK_MS }).catch((error: unknown) => {
        quiet(error);
        return undefined;
      });
      if (isStopped || seekers.get(lane) !== seeker) return;
      if (found?.record === undefined) continue;
      dispatch(lane, { event: 'learned', addresses: found.addresses, record: found.record });
      return;
    }
  }

  /** Not reached, and not known, are expected outcomes here. */
  function quiet(error: unknown): void {
    if (!isMiyuError(error) || error.code === 'internal') context.log.fault(error);
  }

  /** undefined: there is a link, or none is looked for. */
  function view(lane: Lane): SearchView | undefined {
    const seeker = seekers.get(lane);
    if (seeker === undefined || seeker.state.state === 'connected') return undefined;
    const { state, search, vain } = seeker;
    const { clock } = context;
    const nextAt = state.state === 'waiting' ? clock.wall() + Math.max(0, state.until - clock.monotonic()) : null;
    return {
      ...{ state: state.state, failures: vain, nextAt: nextAt === null ? null : Math.ceil(nextAt) },
      ...{ startedAt: search?.startedAt ?? null, endedAt: search?.endedAt ?? null },
      tried: search === undefined ? [] : triedPlaces(search),
    };
  }

  return {
    dispatch,
    view,
    learn: (lane: Lane): void => void learn(lane),
    /** The friend has another device now than the one that is being dialled. */
    renewed(lane: Lane): void {
      const seeker = seekers.get(lane);
      if (seeker === undefined || equalBytes(seeker.device, lane.contact.device)) return;
      if (seeker.state.state === 'seeking') dispatch(lane, { event: 'moved' });
    },
    /** Resolves once no attempt is wanted or under way, or after the time; at once where there is none. */
    settled(lane: Lane, waitMs: number): Promise<void> {
      const seeker = seekerOf(lane);
      if (!isLooking(seeker.state)) return Promise.resolve();
      return new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          seeker.settled.delete(end);
          resolve();
        };
        const timer = setTimeout(end, waitMs);
        seeker.settled.add(end);
      });
    },
    forget(lane: Lane): void {
      if (!seekers.has(lane)) return;
      dispatch(lane, { event: 'rest' });
      clearTimeout(seekers.get(lane)?.timer);
      seekers.delete(lane);
    },
    stop(): void {
      isStopped = true;
      for (const lane of seekers.keys()) dispatch(lane, { event: 'rest' });
    },
  };
}

const errorCode = (error: unknown): ErrorCode => (isMiyuError(error) ? error.code : 'internal');

export type Seeking = ReturnType<typeof createSeeking>;
