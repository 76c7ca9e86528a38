/** Runs the machine of node/core/paths.ts for each friend: timers, turns, dials and questions, and nothing of what a link means. */
import type { IpNetwork } from '../core/ip.ts';
import { dueAt, RESTING, stepPath, type PathEffect, type PathEvent, type PathState } from '../core/paths.ts';
import { equalBytes } from '../../shared/ids.ts';
import { isMiyuError, MiyuError } from '../../shared/errors.ts';
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

interface Seeker {
  state: State;
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
        ...{ state: RESTING, timer: undefined, attempt: new AbortController(), device: lane.contact.device },
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
    const { state, effects } = stepPath(seeker.state, event, now, (context.random(1)[0] ?? 0) / 256);
    seeker.state = state;
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
    try {
      await ports.links.dial(seeker.device, [address], { signal, timeoutMs });
    } catch (error) {
      quiet(error);
    }
    if (seeker.dials.get(number) === own) seeker.dials.delete(number);
    if (seekers.get(lane) !== seeker) return;
    dispatch(lane, { event: 'ended', attempt, dial: number });
  }

  async function ask(lane: Lane, seeker: Seeker, attempt: number, index: number): Promise<void> {
    const { signal } = seeker.attempt;
    const { device } = seeker;
    let found;
    try {
      found = await ports.sources[index]?.find(lane.contact, { signal, timeoutMs: ASK_MS });
    } catch (error) {
      quiet(error);
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

  return {
    dispatch,
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

export type Seeking = ReturnType<typeof createSeeking>;
