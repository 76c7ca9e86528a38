/**
 * UDP sockets for mDNS, one for each link, as interfaces come and go. The port is shared with every other program of the machine that
 * speaks mDNS, our own peers included; what one of them sends the others hear as well.
 */
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { MDNS_GROUP_V4, MDNS_GROUP_V6, LAN_MOST_RESCANS_SKIPPED, LAN_RESCAN_MS } from '../wire/lan-limits.ts';
import { isOnLink, lanLinks, linkKey, type LanLink } from './lan-links.ts';

export interface MdnsSocketsOptions {
  readonly port: number;
  /** Names of the interfaces to speak on; empty: those that are a LAN. */
  readonly interfaces: readonly string[];
  /** A packet from somebody on the link. `from`: an IPv6 link-local address with its zone. */
  readonly onPacket: (packet: Uint8Array, from: string, link: LanLink) => void;
  readonly onUp: (link: LanLink) => void;
  readonly onDown: (link: LanLink) => void;
  /** For tests: what this machine has. */
  readonly links?: () => readonly LanLink[];
}

interface Open {
  readonly link: LanLink;
  readonly socket: Socket;
  /** Joined and bound. */
  isUp: boolean;
}

/** Looks that are left out before a link is tried again. */
interface Failed {
  skip: number;
  left: number;
}

export class MdnsSockets {
  readonly #options: MdnsSocketsOptions;
  readonly #open = new Map<string, Open>();
  readonly #failed = new Map<string, Failed>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: MdnsSocketsOptions) {
    this.#options = options;
  }

  /** Opens what there is, and looks for other interfaces from time to time. */
  start(): void {
    this.look();
    this.#timer ??= setInterval(() => this.look(), LAN_RESCAN_MS).unref();
  }

  get links(): readonly LanLink[] {
    return [...this.#open.values()].filter(({ isUp }) => isUp).map(({ link }) => link);
  }

  /** Links that there are and that cannot be spoken on (the port is held, multicast is refused). */
  get failed(): number {
    return this.#failed.size;
  }

  /** Whether interfaces have come or gone; costs 0.1 ms. */
  look(): void {
    const { interfaces } = this.#options;
    const present = new Map((this.#options.links?.() ?? lanLinks(interfaces)).map((link) => [linkKey(link), link]));
    for (const key of this.#failed.keys()) if (!present.has(key)) this.#failed.delete(key);
    for (const [key, { link }] of this.#open) if (!present.has(key)) this.#close(key, link);
    for (const [key, link] of present) {
      if (this.#open.has(key)) continue;
      const failed = this.#failed.get(key);
      if (failed !== undefined && failed.left > 0) failed.left -= 1;
      else this.#bind(key, link);
    }
  }

  /** Sends to everybody on a link; resolves when it has left. What cannot be sent is as good as lost on the way. */
  send(link: LanLink, packet: Uint8Array): Promise<void> {
    const key = linkKey(link);
    const open = this.#open.get(key);
    if (open?.isUp !== true) return Promise.resolve();
    return new Promise((resolve) => {
      open.socket.send(packet, this.#options.port, groupOf(link), (error) => {
        // No carrier, or an address that was taken away between two looks.
        if (error !== null && this.#open.get(key) === open) this.#fail(key, link);
        resolve();
      });
    });
  }

  /** Resolves when nothing is open any more. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    const open = [...this.#open.values()];
    this.#open.clear();
    await Promise.all(open.map(({ socket }) => closed(socket)));
  }

  #bind(key: string, link: LanLink): void {
    const socket = createSocket(
      link.family === 4 ? { type: 'udp4', reuseAddr: true } : { type: 'udp6', reuseAddr: true, ipv6Only: true },
    );
    const open: Open = { link, socket, isUp: false };
    this.#open.set(key, open);
    const { port, onPacket, onUp } = this.#options;
    socket.on('error', () => {
      if (this.#open.get(key) === open) this.#fail(key, link);
    });
    socket.on('message', (packet: Uint8Array, { address }: RemoteInfo) => {
      if (open.isUp && isOnLink(link, address)) onPacket(packet, address, link);
    });
    socket.bind(port, bindAddress(link), () => {
      if (this.#open.get(key) !== open) return;
      try {
        const zone = link.family === 4 ? link.address : `::%${link.name}`;
        socket.addMembership(link.family === 4 ? MDNS_GROUP_V4 : MDNS_GROUP_V6, zone);
        socket.setMulticastInterface(zone);
        socket.setMulticastTTL(255);
      } catch {
        this.#fail(key, link);
        return;
      }
      socket.unref();
      open.isUp = true;
      this.#failed.delete(key);
      onUp(link);
    });
  }

  #fail(key: string, link: LanLink): void {
    const skip = Math.min(2 * (this.#failed.get(key)?.skip ?? 0) + 1, LAN_MOST_RESCANS_SKIPPED);
    this.#close(key, link);
    this.#failed.set(key, { skip, left: skip });
  }

  #close(key: string, link: LanLink): void {
    const open = this.#open.get(key);
    this.#open.delete(key);
    if (open === undefined) return;
    void closed(open.socket);
    if (open.isUp) this.#options.onDown(link);
  }
}

/**
 * Linux lets a socket be bound to the group: then single packets for this port go to whoever else is there (a system's own responder),
 * and not to us. Elsewhere it must be bound to all addresses.
 */
function bindAddress({ family, name }: LanLink): string {
  if (process.platform !== 'linux') return family === 4 ? '0.0.0.0' : '::';
  return family === 4 ? MDNS_GROUP_V4 : `${MDNS_GROUP_V6}%${name}`;
}

const groupOf = ({ family, name }: LanLink): string => (family === 4 ? MDNS_GROUP_V4 : `${MDNS_GROUP_V6}%${name}`);

function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    try {
      socket.close(resolve);
    } catch {
      resolve(); // Was never bound, or is closed already.
    }
  });
}
