/** Rendezvous servers on the same LAN: each that announces itself is asked for its signed statement, so that a person sees its own name. */
import { toHex } from '../../shared/ids.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Home, ServerStatement } from '../../shared/wire/generated/identity.js';
import {
  MAX_NEARBY_QUESTIONS,
  MAX_NEARBY_SERVERS,
  NEARBY_KNOWN_MS,
  NEARBY_RETRY_MS,
} from '../../shared/wire/lan-limits.ts';
import type { LanEntry, LanFinder } from './ports.ts';

export interface NearbyServer {
  readonly entry: LanEntry;
  /** What it signed; undefined: it has not answered. */
  readonly statement: ServerStatement | undefined;
}

interface Asked {
  readonly statement: ServerStatement | undefined;
  readonly at: number;
}

export class NearbyServers {
  readonly #lan: LanFinder;
  readonly #clock: Clock;
  readonly #probe: (home: Home) => Promise<ServerStatement>;
  readonly #changed: () => void;
  readonly #asked = new Map<string, Asked>();
  readonly #asking = new Set<string>();
  #stopped = false;

  /** @param probe asks a server for its statement, pinned to the key that its PeerId names; rejects where it does not answer */
  constructor(lan: LanFinder, clock: Clock, probe: (home: Home) => Promise<ServerStatement>, changed: () => void) {
    this.#lan = lan;
    this.#clock = clock;
    this.#probe = probe;
    this.#changed = changed;
  }

  /** Asks those that are not known yet, a few at a time. */
  look(): void {
    if (this.#stopped) return;
    const present = this.#lan.servers().slice(0, MAX_NEARBY_SERVERS);
    const keys = new Set(present.map(({ device }) => toHex(device)));
    for (const key of this.#asked.keys()) if (!keys.has(key)) this.#asked.delete(key);
    for (const { device, addresses } of present) {
      if (this.#asking.size >= MAX_NEARBY_QUESTIONS) return;
      const key = toHex(device);
      if (this.#asking.has(key) || !this.#isDue(key)) continue;
      this.#asking.add(key);
      void this.#ask(key, { server: device, addresses: [...addresses] });
    }
  }

  servers(): readonly NearbyServer[] {
    return this.#lan
      .servers()
      .slice(0, MAX_NEARBY_SERVERS)
      .map((entry) => ({ entry, statement: this.#asked.get(toHex(entry.device))?.statement }));
  }

  stop(): void {
    this.#stopped = true;
  }

  #isDue(key: string): boolean {
    const asked = this.#asked.get(key);
    const since = this.#clock.monotonic() - (asked?.at ?? -Infinity);
    return since > (asked?.statement === undefined ? NEARBY_RETRY_MS : NEARBY_KNOWN_MS);
  }

  async #ask(key: string, home: Home): Promise<void> {
    const statement = await this.#probe(home).catch(() => undefined);
    this.#asking.delete(key);
    this.#asked.set(key, { statement, at: this.#clock.monotonic() });
    if (statement !== undefined && !this.#stopped) this.#changed();
    this.look();
  }
}
