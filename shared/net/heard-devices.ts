/**
 * Who was heard on the LAN lately, and where each says that it can be dialled. Pure but for its clock. Everything in here was said by
 * somebody who may lie; so it is bounded in every direction, and what one origin says takes away nothing of what another has said.
 */
import type { Clock } from '../clock.ts';
import { MAX_LAN_DEVICES, MAX_LAN_ORIGINS } from '../wire/lan-limits.ts';
import { MAX_ADDRESSES } from '../wire/limits.ts';
import type { Heard, LanKind } from './mdns.ts';

export interface LanDevice {
  /** PeerId as text. */
  readonly peer: string;
  readonly kind: LanKind;
  /** Multiaddrs as text, what was said last first. */
  readonly addresses: readonly string[];
  /** Names of our interfaces on which it was heard. */
  readonly interfaces: readonly string[];
}

interface Origin {
  readonly from: string;
  readonly interfaceName: string;
  readonly linkKey: string;
  readonly kind: LanKind;
  readonly addresses: readonly string[];
  /** Monotonic milliseconds. */
  readonly expiresAt: number;
}

export type HeardChange = 'found' | 'moved' | 'lost';

export class HeardDevices {
  readonly #clock: Clock;
  /** Of each device what each origin said, the latest last; the devices in the order in which they were heard first. */
  readonly #devices = new Map<string, Map<string, Origin>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#devices.size;
  }

  all(): LanDevice[] {
    return [...this.#devices.keys()].flatMap((peer) => this.get(peer) ?? []);
  }

  get(peer: string): LanDevice | undefined {
    const origins = this.#live(peer);
    const latest = origins[0];
    if (latest === undefined) return undefined;
    const addresses = [...new Set(origins.flatMap((origin) => origin.addresses))].slice(0, MAX_ADDRESSES);
    const interfaces = [...new Set(origins.map(({ interfaceName }) => interfaceName))];
    return { peer, kind: latest.kind, addresses, interfaces };
  }

  /**
   * @param origin who sent it, and the link on which it came
   * @returns what has changed: 'moved' where there are addresses that were not there before
   */
  hear(
    heard: Heard,
    origin: { readonly from: string; readonly interfaceName: string; readonly linkKey: string },
  ): HeardChange | undefined {
    const { peer, kind, addresses, ttlS } = heard;
    const key = `${origin.linkKey}|${origin.from}`;
    const before = this.get(peer);
    if (ttlS === 0) {
      // Only what this one has said itself is taken back.
      this.#devices.get(peer)?.delete(key);
      return this.#after(peer, before);
    }
    let origins = this.#devices.get(peer);
    if (origins === undefined) {
      if (this.#devices.size >= MAX_LAN_DEVICES) this.#makeRoom();
      origins = new Map();
      this.#devices.set(peer, origins);
    }
    if (!origins.has(key) && origins.size >= MAX_LAN_ORIGINS) return undefined;
    origins.delete(key);
    origins.set(key, { ...origin, kind, addresses, expiresAt: this.#clock.monotonic() + ttlS * 1_000 });
    return this.#after(peer, before);
  }

  /** A link is gone, and with it all that was heard there. @returns whom that has made disappear */
  forgetLink(linkKey: string): string[] {
    return this.#forget((origin) => origin.linkKey === linkKey);
  }

  /** What was not said again in time. @returns whom that has made disappear */
  expire(): string[] {
    const now = this.#clock.monotonic();
    return this.#forget(({ expiresAt }) => expiresAt <= now);
  }

  #forget(is: (origin: Origin) => boolean): string[] {
    const lost: string[] = [];
    for (const [peer, origins] of this.#devices) {
      for (const [key, origin] of origins) if (is(origin)) origins.delete(key);
      if (origins.size > 0) continue;
      this.#devices.delete(peer);
      lost.push(peer);
    }
    return lost;
  }

  #after(peer: string, before: LanDevice | undefined): HeardChange | undefined {
    if (this.#devices.get(peer)?.size === 0) this.#devices.delete(peer);
    const now = this.get(peer);
    if (now === undefined) return before === undefined ? undefined : 'lost';
    if (before === undefined) return 'found';
    return now.addresses.some((address) => !before.addresses.includes(address)) ? 'moved' : undefined;
  }

  /** What was said last first, without what is over. */
  #live(peer: string): Origin[] {
    const now = this.#clock.monotonic();
    return [...(this.#devices.get(peer)?.values() ?? [])].filter(({ expiresAt }) => expiresAt > now).reverse();
  }

  /** Whoever tells of hundreds of devices loses the first of them: a flood displaces itself. */
  #makeRoom(): void {
    const firstOf = new Map<string, string>();
    const counts = new Map<string, number>();
    let most = '';
    for (const [peer, origins] of this.#devices) {
      for (const { from } of origins.values()) {
        if (!firstOf.has(from)) firstOf.set(from, peer);
        const count = (counts.get(from) ?? 0) + 1;
        counts.set(from, count);
        if (count > (counts.get(most) ?? 0)) most = from;
      }
    }
    this.#devices.delete(firstOf.get(most) ?? this.#devices.keys().next().value ?? '');
  }
}
