/** A machine of a lab: a network namespace with devices on switches. Routers and NATs are machines that forward. */
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import type { Lab } from './lab.ts';
import type { Link } from './link.ts';
import type { Namespace } from './namespaces.ts';
import { type Ran } from './namespaces.ts';
import { Probe } from './probe.ts';
import type { Route } from './routes.ts';
import { firewallRules, type Firewall } from './rules.ts';

/** Marks our own routes, so that they can be renewed; behind those that a test adds with a smaller metric. */
const ROUTES = { protocol: 99, metric: 100 } as const;

/** No duplicate address detection: a link-local address would be usable only after a second or two. */
const QUIET_IPV6 = ['accept_dad=0', 'dad_transmits=0', 'router_solicitations=0'];

export interface Vpn {
  /** `10.8.0.2/24`; its first device is `tun0`. */
  readonly address?: string;
  /** What is sent into it. */
  readonly routes?: readonly string[];
}

export class Host {
  readonly name: string;
  readonly namespace: Namespace;
  readonly #lab: Lab;
  readonly #links: Link[] = [];
  #applied = '';
  #probe: Probe | undefined;
  #vpns = 0;

  /** Made by the lab alone. */
  constructor(lab: Lab, name: string, namespace: Namespace) {
    this.#lab = lab;
    this.name = name;
    this.namespace = namespace;
  }

  /** One for each device on a switch, in the order of eth0, eth1, …; */
  get interfaces(): readonly Link[] {
    return this.#links;
  }

  /** Of the first device. */
  get link(): Link {
    const [link] = this.#links;
    if (link === undefined) throw new Error(`${this.name} is on no switch`);
    return link;
  }

  get address(): string {
    return this.link.address;
  }

  /** The address on that switch. */
  addressOn(switchName: string): string {
    return this.linkOn(switchName).address;
  }

  linkOn(switchName: string): Link {
    const link = this.#links.find(({ switchName: name }) => name === switchName);
    if (link === undefined) throw new RangeError(`${this.name} is not on ${switchName}`);
    return link;
  }

  /** `fe80::…` of the first device, without its zone. */
  async linkLocal(): Promise<string> {
    const { out } = await this.run('ip', ['-6', '-j', 'address', 'show', 'dev', this.link.device, 'scope', 'link']);
    const [device] = JSON.parse(out || '[]') as { readonly addr_info?: readonly { readonly local?: string }[] }[];
    const address = device?.addr_info?.[0]?.local;
    if (address === undefined) throw new Error(`${this.name} has no link-local address`);
    return address;
  }

  /** Another device, on this switch. */
  async plug(switchName: string): Promise<Link> {
    return await this.#lab.plug(this, switchName);
  }

  /** The cable goes to another switch, and the machine gets an address there; what was open hangs. */
  async move(switchName: string): Promise<void> {
    await this.link.move(switchName);
  }

  /** Another address in the same subnet. */
  async readdress(): Promise<void> {
    await this.link.readdress();
  }

  /** In place of the one before; without an argument: none. */
  async firewall(firewall: Firewall = {}): Promise<void> {
    await this.namespace.nft(firewallRules(firewall));
  }

  /**
   * A device as a VPN makes one: it takes the default route, or those named, and nothing that is sent into it arrives anywhere. The
   * own subnet stays as it is.
   *
   * @returns the device's name
   */
  async vpn({ address = '10.8.0.2/24', routes = ['default'] }: Vpn = {}): Promise<string> {
    const device = `tun${this.#vpns}`;
    this.#vpns += 1;
    await this.#lab.addStub(this, device);
    await this.namespace.ip(
      // Without ARP nobody misses an answer: a packet is gone, as in a tunnel whose far end is silent.
      `link set dev ${device} arp off up`,
      `address add ${address} dev ${device}`,
      ...routes.map((route) => `route add ${route} dev ${device} metric ${ROUTES.metric / 2}`),
    );
    return device;
  }

  /** Off: no IPv6 address on any device. */
  async ipv6(on: boolean): Promise<void> {
    await this.namespace.sysctl(`net.ipv6.conf.all.disable_ipv6=${on ? 0 : 1}`);
  }

  /** A command on it, to its end. */
  async run(program: string, args: readonly string[], input?: string, timeoutMs?: number): Promise<Ran> {
    return await this.namespace.run(program, args, input, timeoutMs);
  }

  /** A process on it; the lab ends it where nobody else has. */
  spawn(program: string, args: readonly string[], options: SpawnOptions): ChildProcess {
    return this.namespace.spawn(program, args, options);
  }

  /** Tries what can be reached from here. */
  get probe(): Probe {
    this.#probe ??= new Probe(this.namespace);
    return this.#probe;
  }

  /** For the lab. */
  async begin(ipv6: boolean): Promise<void> {
    await this.namespace.add();
    const off = ipv6 ? 0 : 1;
    const settings = [...QUIET_IPV6, `disable_ipv6=${off}`].map((setting) => `net.ipv6.conf.default.${setting}`);
    await this.namespace.sysctl(...settings, `net.ipv6.conf.all.disable_ipv6=${off}`);
    await this.namespace.ip('link set lo up');
  }

  /** For the lab. */
  adopt(link: Link): void {
    this.#links.push(link);
  }

  /** For the lab: its routes, where they are others than before. @param again they may be gone: a device was down */
  async route(routes: readonly Route[], again = false): Promise<void> {
    const commands = routes.map(
      ({ to, via, device }) =>
        `route add ${to} via ${via} dev ${device} metric ${ROUTES.metric} protocol ${ROUTES.protocol}`,
    );
    const now = commands.join('\n');
    if (now === this.#applied && !again) return;
    this.#applied = now;
    await this.namespace.ip(`route flush table main protocol ${ROUTES.protocol}`, ...commands);
  }
}
