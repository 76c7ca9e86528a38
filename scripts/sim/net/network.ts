/**
 * Hosts in network namespaces of their own, every packet between them through one switch (switch.c) whose weather can be changed
 * while it runs. Names begin with `miyusim-` and the process id of the harness, so that what a crashed run has left is recognised.
 */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { killInhabitants } from './inhabitants.ts';
import { SwitchProcess } from './switch-process.ts';
import type { Tools } from './tools.ts';
import { CALM, encodeWeather, sumCounts, type Counts, type Weather } from './weather.ts';

const NAMESPACES = '/run/netns';
const NAME = /^miyusim-(\d+)-/;
const DEVICE = 'sim0';

const execute = promisify(execFile);
const ip = async (...args: string[]): Promise<void> => {
  await execute('ip', args);
};

/** Networks of this process; the number is part of their namespaces' names. */
let made = 0;
const open = new Set<Network>();

export interface Direction {
  readonly from: string;
  readonly to: string;
}

export class Network {
  readonly #hosts: readonly string[];
  readonly #prefix: string;
  readonly #tools: Tools;
  /** Of each host; a new one takes the place of the old. */
  readonly #addresses: number[];
  #switch: SwitchProcess | undefined;

  private constructor(tools: Tools, hosts: readonly string[]) {
    this.#tools = tools;
    this.#hosts = hosts;
    this.#prefix = `miyusim-${process.pid}-${(made += 1)}-`;
    this.#addresses = hosts.map(() => 1);
  }

  /** All links calm. @param seed of every packet's fate, a whole number */
  static async create(tools: Tools, hosts: readonly string[], seed: bigint): Promise<Network> {
    const network = new Network(tools, hosts);
    open.add(network);
    try {
      for (const host of hosts) await ip('netns', 'add', network.#namespace(host));
      await network.#start(seed);
      for (const host of hosts) {
        const place = ['-n', network.#namespace(host)];
        await ip(...place, 'link', 'set', 'lo', 'up');
        await ip(...place, 'address', 'add', `${network.address(host)}/16`, 'dev', DEVICE);
        await ip(...place, 'link', 'set', DEVICE, 'up');
      }
      await network.become(CALM);
      return network;
    } catch (error) {
      network.removeAtOnce();
      throw error;
    }
  }

  /** For a process that shall run on this host. */
  environment(host: string): Readonly<Record<string, string>> {
    return { LD_PRELOAD: this.#tools.insideLibrary, MIYU_NETNS: join(NAMESPACES, this.#namespace(host)) };
  }

  address(host: string): string {
    const number = this.#number(host);
    return `10.77.${number + 1}.${this.#addresses[number] ?? 0}`;
  }

  /** Another address in place of the present one; connections of the old one hang. */
  async readdress(host: string): Promise<void> {
    const place = ['-n', this.#namespace(host), 'address'];
    const old = this.address(host);
    const number = this.#number(host);
    this.#addresses[number] = ((this.#addresses[number] ?? 0) % 254) + 1;
    // In this order: with the first address of a net, Linux deletes those that were added behind it.
    await ip(...place, 'delete', `${old}/16`, 'dev', DEVICE);
    await ip(...place, 'add', `${this.address(host)}/16`, 'dev', DEVICE);
  }

  /** Resolves once every further packet of this direction has this weather. */
  async set({ from, to }: Direction, weather: Weather): Promise<void> {
    await this.#order('set', `${this.#number(from)} ${this.#number(to)} ${encodeWeather(weather)}`);
  }

  /** The same weather everywhere. */
  async become(weather: Weather): Promise<void> {
    const all = this.#hosts.flatMap((from) => this.#hosts.map((to) => ({ from, to })));
    await Promise.all(all.map((direction) => this.set(direction, weather)));
  }

  /** Packets since the beginning. */
  async counts(): Promise<Counts> {
    return sumCounts(await this.#order('count', ''));
  }

  /** What runs on the hosts must have ended. */
  async remove(): Promise<void> {
    await this.#switch?.end();
    this.removeAtOnce();
  }

  /** In one turn, for the end of the harness. */
  removeAtOnce(): void {
    this.#switch?.kill();
    open.delete(this);
    for (const host of this.#hosts) removeNamespace(this.#namespace(host));
  }

  async #start(seed: bigint): Promise<void> {
    const names = this.#hosts.map((host) => this.#namespace(host));
    this.#switch = SwitchProcess.start(this.#tools.switchProgram, [String(seed), ...names]);
    await this.#switch.ready;
  }

  async #order(what: 'set' | 'count', rest: string): Promise<string> {
    if (this.#switch === undefined) throw new Error('no switch');
    return await this.#switch.order(what, rest);
  }

  #namespace(host: string): string {
    return this.#prefix + host;
  }

  #number(host: string): number {
    const number = this.#hosts.indexOf(host);
    if (number < 0) throw new RangeError(`no host ${host}`);
    return number;
  }
}

/** All networks of this process. */
export function removeAllAtOnce(): void {
  for (const network of [...open]) network.removeAtOnce();
}

/** Namespaces of runs that were killed before they could remove them, and who lives there still. @returns how many there were */
export function removeLeftovers(): number {
  if (!existsSync(NAMESPACES)) return 0; // Never was one on this machine.
  const left = readdirSync(NAMESPACES).filter((name) => {
    const owner = Number(NAME.exec(name)?.[1] ?? process.pid);
    return owner !== process.pid && !isAlive(owner);
  });
  killInhabitants(left);
  for (const name of left) removeNamespace(name);
  return left.length;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function removeNamespace(name: string): void {
  try {
    execFileSync('ip', ['netns', 'delete', name], { stdio: 'ignore' });
  } catch {
    // It was not made, or is gone already.
  }
}
