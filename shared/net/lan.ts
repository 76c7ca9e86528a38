/**
 * What a process hears and says on its LAN: who is there, and where it can be dialled itself. Silent between whiles: it asks at the
 * start, when a network comes, and when somebody wants to see who is near.
 */
import type { Clock } from '../clock.ts';
import {
  LAN_ANSWER_SPREAD_MS,
  LAN_BURST_MS,
  LAN_PACKETS,
  LAN_PAUSE_MS,
  LAN_RENEW_MS,
  LAN_RESCAN_MS,
  MDNS_PORT,
} from '../wire/lan-limits.ts';
import { Allowance } from './allowance.ts';
import { HeardDevices, type LanDevice } from './heard-devices.ts';
import { addressesOn, linkKey, usableAddresses, type LanLink, type Listening } from './lan-links.ts';
import { decodeMdns, encodeAnnouncement, encodeGoodbye, encodeQuestion, type Heard, type LanKind } from './mdns.ts';
import { MdnsSockets } from './mdns-sockets.ts';

export interface LanOptions {
  readonly clock: Clock;
  /** Hears and asks; false: answers alone, as a server does. */
  readonly browse: boolean;
  /** Another port than mDNS's is a network of its own. */
  readonly port?: number;
  /** Names of the interfaces to speak on; none: those that are a LAN. */
  readonly interfaces?: readonly string[];
  readonly onFault: (error: unknown) => void;
}

/** Who we are to the LAN. */
export interface LanSelf {
  /** PeerId as text. */
  readonly peer: string;
  readonly kind: LanKind;
  readonly listening: () => Listening;
}

export interface LanListener {
  /** Is there, or says that it can be dialled where it was not before. */
  found(device: LanDevice): void;
  lost(peer: string): void;
}

/** What is under way on one link. */
interface Speaking {
  readonly link: LanLink;
  readonly timers: Set<NodeJS.Timeout>;
  answer: NodeJS.Timeout | undefined;
  renewal: NodeJS.Timeout | undefined;
  askedAt: number;
  announcedAt: number;
}

export class Lan {
  readonly #options: LanOptions;
  readonly #sockets: MdnsSockets;
  readonly #heard: HeardDevices;
  readonly #allowance: Allowance;
  readonly #links = new Map<string, Speaking>();
  readonly #listeners = new Set<LanListener>();
  #expiry: NodeJS.Timeout | undefined;
  #self: LanSelf | undefined;
  #stopped = false;

  constructor(options: LanOptions) {
    this.#options = options;
    this.#heard = new HeardDevices(options.clock);
    this.#allowance = new Allowance(options.clock, LAN_PACKETS);
    this.#sockets = new MdnsSockets({
      port: options.port ?? MDNS_PORT,
      interfaces: options.interfaces ?? [],
      onPacket: (packet, from, link) => this.#receive(packet, from, link),
      onUp: (link) => this.#up(link),
      onDown: (link) => this.#down(link),
    });
  }

  start(): void {
    this.#sockets.start();
    if (this.#options.browse)
      this.#expiry = setInterval(() => this.#tellLost(this.#heard.expire()), LAN_RESCAN_MS).unref();
  }

  /** Links that are spoken on, and how many of them refuse. */
  get links(): readonly LanLink[] {
    return this.#sockets.links;
  }
  get failedLinks(): number {
    return this.#sockets.failed;
  }

  /** From now on others hear of us; again, where what we listen on has changed. */
  announce(self: LanSelf): void {
    this.#self = self;
    for (const speaking of this.#links.values()) this.#burst(speaking);
  }

  /** Takes back what others have heard of us; nobody is answered any more. Resolves when the goodbyes have left. */
  async withdraw(): Promise<void> {
    const self = this.#self;
    if (self === undefined) return;
    this.#self = undefined;
    for (const speaking of this.#links.values()) quieten(speaking);
    const goodbye = encodeGoodbye(self.peer);
    await Promise.all([...this.#links.values()].map(({ link }) => this.#sockets.send(link, goodbye)));
  }

  /** Asks who is there, on every network that there is now; at most once a second. */
  look(): void {
    this.#sockets.look();
    for (const speaking of this.#links.values()) this.#ask(speaking);
  }

  devices(): readonly LanDevice[] {
    return this.#heard.all();
  }

  device(peer: string): LanDevice | undefined {
    return this.#heard.get(peer);
  }

  /** @returns takes the listener away */
  listen(listener: LanListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Says goodbye and closes. Safe to call again. */
  async stop(): Promise<void> {
    if (this.#stopped) return;
    this.#stopped = true;
    clearInterval(this.#expiry);
    await this.withdraw();
    for (const speaking of this.#links.values()) quieten(speaking);
    this.#links.clear();
    this.#listeners.clear();
    await this.#sockets.stop();
  }

  #up(link: LanLink): void {
    const speaking: Speaking = {
      ...{ link, timers: new Set<NodeJS.Timeout>(), answer: undefined, renewal: undefined },
      ...{ askedAt: -Infinity, announcedAt: -Infinity },
    };
    this.#links.set(linkKey(link), speaking);
    this.#burst(speaking);
  }

  #down(link: LanLink): void {
    const key = linkKey(link);
    const speaking = this.#links.get(key);
    if (speaking !== undefined) quieten(speaking);
    this.#links.delete(key);
    this.#tellLost(this.#heard.forgetLink(key));
  }

  /** A few times soon, for packets in the air get lost; then nothing until the renewal. */
  #burst(speaking: Speaking): void {
    for (const timer of speaking.timers) clearTimeout(timer);
    speaking.timers.clear();
    for (const afterMs of LAN_BURST_MS) {
      const timer = setTimeout(() => {
        speaking.timers.delete(timer);
        this.#ask(speaking);
        this.#say(speaking, 0);
      }, afterMs);
      speaking.timers.add(timer.unref());
    }
  }

  #ask(speaking: Speaking): void {
    const now = this.#options.clock.monotonic();
    // The timers of a burst may come a little early.
    if (!this.#options.browse || now - speaking.askedAt < 0.9 * LAN_PAUSE_MS) return;
    speaking.askedAt = now;
    const { peer } = this.#self ?? {};
    void this.#sockets.send(speaking.link, encodeQuestion(peer === undefined ? [] : [peer]));
  }

  /** Announces us on this link after a while, and not twice within a second. */
  #say(speaking: Speaking, delayMs: number): void {
    if (this.#self === undefined || speaking.answer !== undefined) return;
    const sinceLast = this.#options.clock.monotonic() - speaking.announcedAt;
    const waitMs = Math.max(delayMs, sinceLast < 0.9 * LAN_PAUSE_MS ? LAN_PAUSE_MS - sinceLast : 0);
    if (waitMs === 0) {
      this.#sayNow(speaking);
      return;
    }
    speaking.answer = setTimeout(() => {
      speaking.answer = undefined;
      this.#sayNow(speaking);
    }, waitMs).unref();
  }

  #sayNow(speaking: Speaking): void {
    const self = this.#self;
    if (self === undefined) return;
    clearTimeout(speaking.renewal);
    const jitter = 0.8 + 0.4 * Math.random();
    speaking.renewal = setTimeout(() => this.#say(speaking, 0), LAN_RENEW_MS * jitter).unref();
    const addresses = addressesOn(speaking.link, self.listening());
    // One that listens elsewhere alone is not on this network.
    if (addresses.length === 0) return;
    speaking.announcedAt = this.#options.clock.monotonic();
    void this.#sockets.send(speaking.link, encodeAnnouncement({ peer: self.peer, kind: self.kind, addresses }));
  }

  #receive(packet: Uint8Array, from: string, link: LanLink): void {
    if (this.#stopped) return;
    const message = decodeMdns(packet);
    if (message === undefined || !this.#allowance.take(from)) return;
    const speaking = this.#links.get(linkKey(link));
    if (speaking === undefined) return;
    const own = this.#self?.peer;
    if (message.asks !== undefined && own !== undefined && !message.asks.known.includes(own)) {
      this.#say(speaking, Math.random() * LAN_ANSWER_SPREAD_MS);
    }
    for (const heard of message.heard) {
      if (heard.peer !== own) this.#hear(heard, from, link);
      // Somebody says that we are gone, and we are not.
      else if (heard.ttlS === 0) this.#say(speaking, LAN_PAUSE_MS);
    }
  }

  #hear(heard: Heard, from: string, link: LanLink): void {
    if (!this.#options.browse) return;
    const addresses = usableAddresses(link, from, heard.addresses);
    if (heard.ttlS > 0 && addresses.length === 0) return;
    const origin = { from, interfaceName: link.name, linkKey: linkKey(link) };
    const change = this.#heard.hear({ ...heard, addresses }, origin);
    if (change === 'lost') this.#tellLost([heard.peer]);
    const device = change === 'found' || change === 'moved' ? this.#heard.get(heard.peer) : undefined;
    if (device !== undefined) this.#tell((listener) => listener.found(device));
  }

  #tellLost(peers: readonly string[]): void {
    for (const peer of peers) this.#tell((listener) => listener.lost(peer));
  }

  #tell(what: (listener: LanListener) => void): void {
    for (const listener of [...this.#listeners]) {
      try {
        what(listener);
      } catch (error) {
        this.#options.onFault(error);
      }
    }
  }
}

function quieten(speaking: Speaking): void {
  for (const timer of speaking.timers) clearTimeout(timer);
  speaking.timers.clear();
  clearTimeout(speaking.answer);
  clearTimeout(speaking.renewal);
  speaking.answer = undefined;
}
