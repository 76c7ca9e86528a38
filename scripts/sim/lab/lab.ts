/**
 * A network of machines on this one: switches (bridges), hosts, routers and NATs (network namespaces), all of it made by names and changed
 * while it runs. Nothing of it can reach the machine's own network, and nothing is left when it is removed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { killInhabitants } from '../net/inhabitants.ts';
import { removeLeftovers } from '../net/network.ts';
import { buildSwitch } from '../net/tools.ts';
import type { Weather } from '../net/weather.ts';
import { Host } from './host.ts';
import { Link } from './link.ts';
import { Namespace } from './namespaces.ts';
import { Nat, type NatOptions } from './nat.ts';
import { routesOf, type Crossing } from './routes.ts';
import { Switch } from './switch.ts';

/** With `.0` behind it, or alone, it is the name of a device: 15 bytes at most. */
const NAME = /^[a-z][a-z0-9-]{0,11}$/;

/** The kernel ends a killed process within milliseconds, unless its disk hangs. */
const END_MS = 10_000;
const LOOK_MS = 10;

/** Labs of this process; the number is part of their namespaces' names. */
let made = 0;
const open = new Set<Lab>();

export interface HostOptions {
  /** A switch, or several: eth0, eth1 and so on. */
  readonly on: string | readonly string[];
  /** On at first: each device has a link-local address. */
  readonly ipv6?: boolean;
  /** Of its cables, both ways; needs `weather`. Left out: as fast as the kernel, and no weather ever. */
  readonly weather?: Weather;
  /** An isolating switch lets everybody reach it, as what is wired to an access point. */
  readonly wired?: boolean;
}

export interface SwitchOptions {
  /** `192.168.1.0/24`; 10.1.0.0/24, 10.2.0.0/24, … in the order of their making. Two may have the same, as homes do. */
  readonly subnet?: string;
}

export class Lab {
  /** Where the switches are. */
  readonly fabric: Namespace;
  readonly #prefix: string;
  readonly #switches = new Map<string, Switch>();
  readonly #hosts = new Map<string, Host>();
  readonly #crossings: Crossing[] = [];
  #tools: string | undefined;

  private constructor() {
    this.#prefix = `miyusim-${process.pid}-lab${(made += 1)}-`;
    this.fabric = new Namespace(`${this.#prefix}switches`);
  }

  /** Ask `missingFor` first: where the machine forbids it, this throws. */
  static async create(): Promise<Lab> {
    if (made === 0) removeLeftovers();
    const lab = new Lab();
    open.add(lab);
    try {
      await lab.fabric.add();
      await lab.fabric.sysctl('net.ipv6.conf.all.disable_ipv6=1', 'net.ipv6.conf.default.disable_ipv6=1');
      return lab;
    } catch (error) {
      lab.removeAtOnce();
      throw error;
    }
  }

  async switch(name: string, { subnet }: SwitchOptions = {}): Promise<Switch> {
    this.#isFresh(name);
    const made = new Switch(this.fabric, name, subnet ?? `10.${this.#switches.size + 1}.0.0/24`);
    this.#switches.set(name, made);
    await made.begin();
    return made;
  }

  async host(name: string, { on, ipv6 = true, wired = false, weather }: HostOptions): Promise<Host> {
    this.#isFresh(name);
    return await this.#begin(new Host(this, name, this.#namespace(name)), [on].flat(), {
      ipv6,
      isUplink: wired,
      weather,
    });
  }

  /** Forwards between all of these, and is the way out for whoever is on them where there is no NAT. */
  async router(name: string, { between }: { readonly between: readonly string[] }): Promise<Host> {
    this.#isFresh(name);
    for (const from of between) {
      for (const to of between) {
        if (from !== to) this.#crossings.push({ node: name, from, to, kind: 'between' });
      }
    }
    const router = new Host(this, name, this.#namespace(name));
    await this.#begin(router, between, { ipv6: true, isUplink: true });
    await router.namespace.sysctl('net.ipv4.ip_forward=1');
    return router;
  }

  /** Needs `nft`. The way out for whoever is inside. */
  async nat(name: string, options: NatOptions): Promise<Nat> {
    this.#isFresh(name);
    const { inside, outside } = options;
    this.#crossings.push({ node: name, from: inside, to: outside, kind: 'out' });
    const nat = new Nat(this, name, this.#namespace(name), options);
    await this.#begin(nat, [inside, outside], { ipv6: true, isUplink: true });
    await nat.apply();
    await nat.namespace.sysctl('net.ipv4.ip_forward=1');
    return nat;
  }

  get hosts(): readonly Host[] {
    return [...this.#hosts.values()];
  }

  /** @throws RangeError where there is none */
  hostNamed(name: string): Host {
    const host = this.#hosts.get(name);
    if (host === undefined) throw new RangeError(`no host ${name}`);
    return host;
  }

  /** @throws RangeError where there is none */
  switchNamed(name: string): Switch {
    const found = this.#switches.get(name);
    if (found === undefined) throw new RangeError(`no switch ${name}`);
    return found;
  }

  /** Ends whatever runs on the hosts, and takes everything away. */
  async remove(): Promise<void> {
    const names = this.#namespaces().map(({ name }) => name);
    const until = performance.now() + END_MS;
    // A process that was killed may hold its files for a moment, and whoever removes the lab removes those next.
    while (killInhabitants(names) > 0 && performance.now() < until) await pause(LOOK_MS);
    this.removeAtOnce();
  }

  /** In one turn, for the end of a process. */
  removeAtOnce(): void {
    open.delete(this);
    const all = this.#namespaces();
    killInhabitants(all.map(({ name }) => name));
    for (const namespace of all) namespace.removeAtOnce();
    for (const { interfaces } of this.hosts) for (const link of interfaces) link.cut();
    if (this.#tools !== undefined) rmSync(this.#tools, { recursive: true, force: true, maxRetries: 5 });
  }

  /** For hosts. */
  async plug(host: Host, switchName: string, isUplink = false, weather?: Weather): Promise<Link> {
    const to = this.switchNamed(switchName);
    const number = host.interfaces.length;
    const link = new Link(this, { host, to, device: `eth${number}`, port: `${host.name}.${number}`, isUplink });
    host.adopt(link);
    if (weather === undefined) {
      await this.fabric.ip(
        `link add name ${link.port} type veth peer name ${link.device} netns ${host.namespace.name}`,
      );
    } else {
      await link.lay(await this.#switchProgram(), weather);
    }
    await link.attach();
    await this.renew();
    return link;
  }

  /** For hosts: a device whose other end is nowhere. */
  async addStub(host: Host, device: string): Promise<void> {
    const port = `${host.name}.${device.replace(/^tun/, 't')}`;
    await this.fabric.ip(
      `link add name ${port} type veth peer name ${device} netns ${host.namespace.name}`,
      `link set dev ${port} up`,
    );
  }

  /** For links: everybody's routes. @param changed whose may be gone */
  async renew(changed?: Host): Promise<void> {
    const legs = this.hosts.flatMap((host) =>
      host.interfaces.map(({ device, switchName, address }) => ({ node: host.name, device, switchName, address })),
    );
    const subnets = new Map([...this.#switches.values()].map(({ name, subnet }) => [name, subnet]));
    const plan = { legs, subnets, crossings: this.#crossings };
    for (const host of this.hosts) await host.route(routesOf(host.name, plan), host === changed);
  }

  async #begin<T extends Host>(host: T, switches: readonly string[], options: BeginOptions): Promise<T> {
    for (const name of switches) this.switchNamed(name);
    this.#hosts.set(host.name, host);
    await host.begin(options.ipv6);
    for (const name of switches) await this.plug(host, name, options.isUplink, options.weather);
    return host;
  }

  /** Built where the first cable with weather is laid. */
  async #switchProgram(): Promise<string> {
    if (this.#tools === undefined) {
      this.#tools = mkdtempSync(join(tmpdir(), 'miyu-lab-tools-'));
      await buildSwitch(this.#tools);
    }
    return join(this.#tools, 'switch');
  }

  #namespaces(): Namespace[] {
    return [this.fabric, ...this.hosts.map(({ namespace }) => namespace)];
  }

  #namespace(name: string): Namespace {
    return new Namespace(this.#prefix + name);
  }

  #isFresh(name: string): void {
    if (!NAME.test(name)) throw new RangeError(`a name has 1 to 12 of a-z, 0-9 and -: ${name}`);
    if (this.#switches.has(name) || this.#hosts.has(name)) throw new RangeError(`two of the name ${name}`);
  }
}

interface BeginOptions {
  readonly ipv6: boolean;
  readonly isUplink: boolean;
  readonly weather?: Weather | undefined;
}

/** All labs of this process. */
export function removeAllLabsAtOnce(): void {
  for (const lab of [...open]) lab.removeAtOnce();
}
