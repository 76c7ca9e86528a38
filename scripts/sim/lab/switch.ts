/** A switch of a lab, which is also its subnet: a bridge in the namespace of all switches. */
import type { Link } from './link.ts';
import type { Namespace } from './namespaces.ts';

/** The first address of a host; routers come before. */
const FIRST = 2;
const LAST = 250;

export class Switch {
  readonly name: string;
  /** `10.1.0.0/24` */
  readonly subnet: string;
  readonly #fabric: Namespace;
  readonly #links = new Set<Link>();
  #isolates = false;
  #dropsMulticast = false;
  #given = FIRST - 1;

  constructor(fabric: Namespace, name: string, subnet: string) {
    if (!/^(?:\d{1,3}\.){3}0\/24$/.test(subnet)) throw new RangeError(`a subnet is like 10.1.0.0/24: ${subnet}`);
    this.#fabric = fabric;
    this.name = name;
    this.subnet = subnet;
  }

  async begin(): Promise<void> {
    // Without snooping every multicast goes everywhere, as on a cheap switch.
    const kind = 'type bridge stp_state 0 forward_delay 0 mcast_snooping 0';
    await this.#fabric.ip(`link add name ${this.name} ${kind}`, `link set dev ${this.name} up`);
  }

  /** As an access point with client isolation: those on it reach what leads elsewhere, and not each other. */
  async isolate(on: boolean): Promise<void> {
    this.#isolates = on;
    await this.#fabric.bridge(...[...this.#links].map((link) => this.#settings(link)));
  }

  /** Nothing that is sent to a group arrives: neither mDNS nor, for that is how neighbours are found there, any IPv6. */
  async dropMulticast(on: boolean): Promise<void> {
    this.#dropsMulticast = on;
    await this.#fabric.bridge(...[...this.#links].map((link) => this.#settings(link)));
  }

  /** For links. One that was given away never comes again. */
  nextAddress(): string {
    if (this.#given >= LAST) throw new RangeError(`${this.name} has no address left`);
    this.#given += 1;
    return this.subnet.replace(/0\/24$/, String(this.#given));
  }

  withLength(address: string): string {
    return `${address}/24`;
  }

  async plug(link: Link): Promise<void> {
    this.#links.add(link);
    const master = `link set dev ${link.port} master ${this.name}`;
    const up = `link set dev ${link.port} up`;
    if (!this.#isolates && !this.#dropsMulticast) {
      await this.#fabric.ip(master, up);
      return;
    }
    await this.#fabric.ip(master);
    await this.#fabric.bridge(this.#settings(link));
    await this.#fabric.ip(up);
  }

  unplug(link: Link): void {
    this.#links.delete(link);
  }

  #settings({ port, isUplink }: Link): string {
    const isolated = this.#isolates && !isUplink ? 'on' : 'off';
    return `link set dev ${port} isolated ${isolated} mcast_flood ${this.#dropsMulticast ? 'off' : 'on'}`;
  }
}
