/**
 * Which networks this host is in, and word of it when that changes or when the machine has slept. The system tells no program
 * portably, so it is looked up every few seconds: some 50 µs each time.
 */
import { networkInterfaces } from 'node:os';
import type { Clock } from '../clock.ts';

const LOOK_MS = 2_000;
/** Addresses come one by one, and a new one some time after the old has gone. */
const LOOK_AGAIN_MS = 400;
const UNSETTLED_FOR_MS = 5_000;
/** A timer that is so late, or a wall clock that is so far ahead of the monotonic one, means that the machine slept or was stopped. */
const SLEPT_MS = 10_000;

/** Of an interface of this host. */
export interface OwnNetwork {
  /** Text as the system gives it: "10.0.0.7", "fe80::1". */
  readonly address: string;
  readonly prefix: number;
}

export interface NetworkChange {
  /** Addresses that are ours no more. */
  readonly gone: readonly string[];
  readonly slept: boolean;
}

export interface NetworkWatchOptions {
  readonly clock: Clock;
  readonly onChange: (change: NetworkChange) => void;
  readonly interfaces?: typeof networkInterfaces;
}

export class NetworkWatch {
  readonly #options: NetworkWatchOptions;
  #networks: readonly OwnNetwork[];
  #lookedAt: number;
  /** Of the wall clock, ahead of the monotonic one. */
  #ahead: number;
  #changedAt = -Infinity;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(options: NetworkWatchOptions) {
    this.#options = options;
    this.#networks = this.#read();
    this.#lookedAt = options.clock.monotonic();
    this.#ahead = options.clock.wall() - this.#lookedAt;
    this.#later();
  }

  /** As they were when somebody last looked; loopback is none. */
  get networks(): readonly OwnNetwork[] {
    return this.#networks;
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #later(): void {
    const isUnsettled = this.#lookedAt - this.#changedAt < UNSETTLED_FOR_MS;
    const wait = isUnsettled ? LOOK_AGAIN_MS : LOOK_MS;
    this.#timer = setTimeout(() => this.#look(wait), wait);
    this.#timer.unref();
  }

  #look(waited: number): void {
    const { clock, onChange } = this.#options;
    const now = clock.monotonic();
    const ahead = clock.wall() - now;
    const slept = now - this.#lookedAt > waited + SLEPT_MS || ahead - this.#ahead > SLEPT_MS;
    this.#lookedAt = now;
    this.#ahead = ahead;
    const before = this.#networks;
    this.#networks = this.#read();
    const isChanged = textOf(before) !== textOf(this.#networks);
    const present = new Set(this.#networks.map(({ address }) => address));
    const gone = before.map(({ address }) => address).filter((address) => !present.has(address));
    if (isChanged) this.#changedAt = now;
    if (isChanged || slept) onChange({ gone, slept });
    if (!this.#isStopped) this.#later();
  }

  #read(): readonly OwnNetwork[] {
    const { interfaces = networkInterfaces } = this.#options;
    let all;
    try {
      all = interfaces();
    } catch {
      // Of a system that does not tell: as before.
      return this.#networks ?? [];
    }
    return Object.values(all)
      .flatMap((each) => each ?? [])
      .filter(({ internal }) => !internal)
      .map(({ address, cidr, family }) => ({
        address,
        prefix: Number(cidr?.split('/')[1] ?? (family === 'IPv4' ? 32 : 128)),
      }));
  }
}

const textOf = (networks: readonly OwnNetwork[]): string =>
  networks
    .map(({ address, prefix }) => `${address}/${prefix}`)
    .sort()
    .join(' ');
