/** What a peer's process hears of its LAN from the first moment on, also while no account is open: servers, and then people as well. */
import { setTimeout as sleep } from 'node:timers/promises';
import { NearbyServers } from './flows/nearby-servers.ts';
import { nearbyPerson, nearbyServer, type NearbyView } from './flows/nearby-views.ts';
import { createPeerHost } from './net/host.ts';
import { createLan, lanFinder, type LanSettings } from './net/lan.ts';
import type { PeerHost } from './net/ports.ts';
import type { Unlocked } from './unlocked.ts';
import type { Clock } from '../shared/clock.ts';
import type { Random } from '../shared/crypto/random.ts';
import { equalBytes } from '../shared/ids.ts';
import type { Log } from '../shared/log.ts';
import type { Lan } from '../shared/net/lan.ts';
import type { Home, ServerStatement } from '../shared/wire/generated/identity.js';
import { MAX_NEARBY_WAIT_MS, NEARBY_INTEREST_MS, NEARBY_TIMEOUT_MS } from '../shared/wire/lan-limits.ts';

/** Changes of the list are told together: a question brings many answers within this time. */
const TELL_TOGETHER_MS = 300;
/** How often somebody who waits for the list looks whether all have answered. */
const SETTLE_MS = 50;

export interface AroundOptions {
  readonly settings: LanSettings | undefined;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** The account that is open; undefined: none is. */
  readonly open: () => Unlocked | undefined;
  /** The list is another one. */
  readonly changed: () => void;
}

export class Around {
  /** undefined: this peer takes no part in a LAN. */
  readonly lan: Lan | undefined;
  readonly #options: AroundOptions;
  readonly #servers: NearbyServers | undefined;
  /** Asks servers for their statements while no account is open; a node of no account's key that listens nowhere. */
  #prober: Promise<PeerHost> | undefined;
  #telling: NodeJS.Timeout | undefined;
  /** Monotonic milliseconds at which somebody last wanted to see the list. */
  #lookedAt = -Infinity;
  #stopped = false;

  constructor(options: AroundOptions) {
    this.#options = options;
    const { settings, clock, log } = options;
    if (settings === undefined) return;
    this.lan = createLan(settings, clock, (error) => {
      log.fault(error);
    });
    this.#servers = new NearbyServers(
      lanFinder(this.lan),
      clock,
      (home) => this.#probe(home),
      () => {
        this.changed();
      },
    );
  }

  start(): void {
    this.lan?.listen({
      found: ({ kind }) => {
        if (kind !== 'server' || !this.#isLookedAt) return;
        this.#servers?.look();
        this.changed();
      },
      lost: () => {
        if (this.#isLookedAt) this.changed();
      },
    });
    this.lan?.start();
  }

  get #isLookedAt(): boolean {
    return this.#options.clock.monotonic() - this.#lookedAt < NEARBY_INTEREST_MS;
  }

  /** Somebody's list is another one: told soon. */
  changed(): void {
    if (this.#stopped) return;
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      this.#options.changed();
    }, TELL_TOGETHER_MS).unref();
  }

  /**
   * Asks around, and shows what is known by then. From now on and for a while, changes are told.
   * @param waitMs how long it waits for answers
   * @param own the server that is ours while no account is open
   */
  async list(waitMs: number, own: Uint8Array | undefined): Promise<NearbyView> {
    this.#lookedAt = this.#options.clock.monotonic();
    this.lan?.look();
    const end = this.#options.clock.monotonic() + Math.min(waitMs, MAX_NEARBY_WAIT_MS);
    this.#look();
    while (this.lan !== undefined && this.#options.clock.monotonic() < end && !this.#stopped) {
      await sleep(SETTLE_MS);
      this.#look();
    }
    return this.#view(own);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#telling);
    this.#servers?.stop();
    await this.lan?.stop();
    await this.#endProber();
  }

  #look(): void {
    this.#servers?.look();
    this.#options.open()?.nearby.look();
  }

  #view(own: Uint8Array | undefined): NearbyView {
    const open = this.#options.open();
    const home = open?.account.own().home;
    return {
      on: this.lan !== undefined,
      visible: this.lan !== undefined && (open?.settings.value.lan.visible ?? false),
      people:
        open === undefined || home === undefined
          ? []
          : open.nearby
              .people()
              .filter(({ found }) => !equalBytes(found.account, open.account.own().account))
              .map((each) => nearbyPerson(open.reads, home, each)),
      silent: open?.nearby.silent ?? 0,
      servers: (this.#servers?.servers() ?? []).map((each) => nearbyServer(each, home?.server ?? own)),
    };
  }

  async #probe(home: Home): Promise<ServerStatement> {
    const host = this.#options.open()?.host ?? (await this.#proberHost());
    return (await host.rendezvous.probe(home, { timeoutMs: NEARBY_TIMEOUT_MS })).statement;
  }

  #proberHost(): Promise<PeerHost> {
    const { random, clock } = this.#options;
    this.#prober ??= createPeerHost({ deviceSeed: random(32), listen: [], dht: false, clock });
    return this.#prober;
  }

  async #endProber(): Promise<void> {
    const prober = this.#prober;
    this.#prober = undefined;
    await (await prober?.catch(() => undefined))?.stop();
  }
}
