/**
 * The port that we listen on, mapped at the home router, so that whoever is outside can dial us: asked for at the start and where the
 * network has changed, renewed while it holds, given back at the end. Nobody waits for it, and nothing that a router does or does not is
 * an error of ours.
 *
 *   state         router                                                       next
 *   ────────────  ───────────────────────────────────────────────────────────  ─────────────────────────────────────────────────
 *   searching     is being searched for, or asked
 *   mapped        has mapped the port                                          renewed, long before its lease ends
 *   none          none answers, or none that maps ports                        when the network changes; after `mapped`, and where we
 *                                                                              persist: with back-off
 *   not-public    its own outer address is of a private network (another       when the network changes; where we persist: with
 *                 NAT before it, or the operator's): it is not asked to map    back-off, without a search
 *   refused       says no, or nothing to this                                  asked again with back-off, without a search
 *
 * A search is multicast: it is made at the start, when the network changes, where a router that had mapped is silent, and, where we
 * persist, while there is none.
 */
import type { Clock } from '../clock.ts';
import { mapAt, renew, type Held, type NotHeld } from './igd-mapping.ts';
import {
  describeRouter,
  isNeighbour,
  removeMapping,
  searchRouters,
  type Gateway,
  type HomeNetwork,
  type SearchOptions,
} from './igd.ts';

export type PortMappingState =
  | { readonly state: 'searching' | 'none' | 'not-public' | 'refused' }
  /** IPv4 address and port as seen from outside. */
  | { readonly state: 'mapped'; readonly address: string; readonly port: number };

export interface PortMappingTimes {
  /** What is asked for: a router that loses us opens the port for nobody any longer than this. */
  readonly leaseMs: number;
  /** Two of these may fail within a lease. An outer address that changes is noticed then. */
  readonly renewMs: number;
  /** After a refusal or a silence; doubled each time, up to the most. */
  readonly retryMs: number;
  readonly mostRetryMs: number;
  /** Addresses come and go for a while when a network changes. */
  readonly settleMs: number;
  /** Between two searches: an interface that flaps does not fill the air. */
  readonly searchPauseMs: number;
  /** How long the end waits for a router to answer. */
  readonly releaseMs: number;
}

export const PORT_MAPPING_TIMES: PortMappingTimes = {
  leaseMs: 60 * 60_000,
  renewMs: 20 * 60_000,
  retryMs: 60_000,
  mostRetryMs: 60 * 60_000,
  settleMs: 1_000,
  searchPauseMs: 10_000,
  releaseMs: 2_000,
};

export interface PortMappingOptions {
  readonly clock: Clock;
  /** This machine's networks that may have a router. */
  readonly networks: () => readonly HomeNetwork[];
  /** The TCP port that is listened on at this address of ours; undefined: none. */
  readonly portAt: (address: string) => number | undefined;
  readonly onChange: () => void;
  /** Looks for a router again where there is none: of a program that nobody restarts, and that may have started before its router. */
  readonly persists?: boolean;
  readonly times?: Partial<PortMappingTimes>;
  readonly searchAt?: SearchOptions['at'];
}

export class PortMapping {
  readonly #options: PortMappingOptions;
  readonly #times: PortMappingTimes;
  readonly #stopping = new AbortController();
  #state: PortMappingState = { state: 'searching' };
  #held: Held | undefined;
  /** Found by the last search. */
  #gateways: readonly Gateway[] = [];
  #searchedAt = -Infinity;
  /** The networks may be others than those of the last search. */
  #isStale = true;
  /** A router had mapped in this network: it comes back by itself, perhaps at another address. */
  #isMissed = false;
  #failures = 0;
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(options: PortMappingOptions) {
    this.#options = options;
    this.#times = { ...PORT_MAPPING_TIMES, ...options.times };
  }

  get state(): PortMappingState {
    return this.#state;
  }

  /** The multiaddr that others dial; undefined: there is none. */
  get address(): string | undefined {
    const state = this.#state;
    return state.state === 'mapped' ? `/ip4/${state.address}/tcp/${state.port}` : undefined;
  }

  get #persists(): boolean {
    return this.#options.persists === true;
  }

  start(): void {
    this.#schedule(0);
  }

  /** Interfaces have others addresses, or the machine has slept. */
  moved(): void {
    this.#isStale = true;
    this.#schedule(this.#soon());
  }

  /** Gives the port back, where the router still answers. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#timer);
    await this.#within(this.#work);
    const held = this.#held;
    this.#held = undefined;
    if (held !== undefined) await this.#within(removeMapping(held.gateway, held.connection, held));
  }

  async #within(work: Promise<unknown>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.#times.releaseMs);
    });
    await Promise.race([work, over]);
    clearTimeout(timer);
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    if (this.#stopping.signal.aborted) return;
    this.#timer = setTimeout(() => {
      this.#work = this.#work.then(() => this.#turn());
    }, delay);
    this.#timer.unref();
  }

  #soon(): number {
    const { settleMs, searchPauseMs } = this.#times;
    return Math.max(settleMs, this.#searchedAt + searchPauseMs - this.#options.clock.monotonic());
  }

  async #turn(): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    const isStale = this.#isStale;
    this.#isStale = false;
    const outcome = await this.#attempt(isStale);
    if (typeof outcome === 'string') this.#failures += 1;
    else this.#failures = 0;
    this.#tell(outcome);
    if (this.#isStale) this.#schedule(this.#soon());
    else this.#later(outcome);
  }

  #later(outcome: Held | NotHeld): void {
    const { renewMs, retryMs, mostRetryMs } = this.#times;
    if (typeof outcome !== 'string') this.#schedule(renewMs);
    else if (outcome === 'refused' || this.#isMissed || this.#persists) {
      this.#schedule(Math.min(mostRetryMs, retryMs * 2 ** (this.#failures - 1)));
    }
  }

  #tell(outcome: Held | NotHeld): void {
    if (this.#stopping.signal.aborted) return;
    const before = JSON.stringify(this.#state);
    this.#state =
      typeof outcome === 'string'
        ? { state: outcome }
        : { state: 'mapped', address: outcome.address, port: outcome.externalPort };
    if (JSON.stringify(this.#state) !== before) this.#options.onChange();
  }

  /** @param isStale another network, perhaps */
  async #attempt(isStale: boolean): Promise<Held | NotHeld> {
    const { networks, portAt } = this.#options;
    const { signal } = this.#stopping;
    const present = networks().filter(({ address }) => portAt(address) !== undefined);
    const before = this.#held;
    if (before !== undefined) {
      const isHere = present.some(({ address }) => address === before.gateway.local);
      const renewed = isHere ? await renew(before, signal) : undefined;
      if (renewed !== undefined) return (this.#held = renewed);
      // The end gives it back.
      if (signal.aborted) return 'none';
      this.#held = undefined;
      this.#isMissed = isHere;
      if (!isHere) await this.#releaseFrom(present, before);
    } else if (isStale) this.#isMissed = false;
    const isSought = this.#isMissed || (this.#persists && this.#gateways.length === 0);
    if (isStale || before !== undefined || isSought) await this.#search(present);
    let worst: NotHeld = 'none';
    for (const gateway of this.#gateways) {
      const internalPort = portAt(gateway.local);
      if (internalPort === undefined) continue;
      const outcome = await mapAt(gateway, { internalPort, leaseMs: this.#times.leaseMs, signal });
      if (typeof outcome !== 'string') {
        this.#isMissed = false;
        return (this.#held = outcome);
      }
      if (worst !== 'refused' && outcome !== 'none') worst = outcome;
    }
    return worst;
  }

  /** We have another address: where the router is still at hand, it hears that the old one is not ours any more. */
  async #releaseFrom(present: readonly HomeNetwork[], { gateway, connection, externalPort }: Held): Promise<void> {
    const network = present.find((each) => isNeighbour(each, gateway.address));
    if (network === undefined) return;
    await removeMapping({ ...gateway, local: network.address }, connection, { externalPort });
  }

  async #search(networks: readonly HomeNetwork[]): Promise<void> {
    this.#gateways = [];
    if (networks.length === 0) return;
    const { signal } = this.#stopping;
    const { searchAt } = this.#options;
    this.#searchedAt = this.#options.clock.monotonic();
    const routers = await searchRouters(networks, { signal, ...(searchAt === undefined ? {} : { at: searchAt }) });
    const described = await Promise.all(routers.map((router) => describeRouter(router, signal)));
    this.#gateways = described.filter((gateway) => gateway !== undefined);
  }
}
