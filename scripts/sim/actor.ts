/** One of a storm, a peer or the server: its places, its present life, and what it shows. */
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import type { ActorKind } from './fates.ts';
import { readJournal, type Journals } from './journal.ts';
import type { StatusAnswer } from './peer-orders.ts';
import { startPeer, startServer, type Running, type RunningPeer, type RunningServer } from './processes.ts';
import type { Programs } from './programs.ts';
import type { Part, Side } from './promises.ts';
import { Weather } from './weather.ts';
import { readWitness } from './witness.ts';

type Environment = Readonly<Record<string, string>>;

export class Actor {
  readonly name: string;
  readonly kind: ActorKind;
  /** Of its stores; logs and notes lie beside it. */
  readonly folder: string;
  readonly weather: Weather;
  /** Of a peer: all the others. */
  friends: readonly string[] = [];
  readonly #listen: string;
  readonly #programs: Programs;
  /** Begun so far. */
  lives = 0;
  /** The present life has come as far as it must: the server answers, or the peer has its friends. */
  ready = false;
  /** It was ready in some life: a peer has all its friends since then. */
  met = false;
  /** What the harness has done to the present life. */
  killed = false;
  leaving = false;
  /** At least so long it is away after the present life. */
  awayMs = 0;
  stopTimer: () => void = () => undefined;
  #server: RunningServer | undefined;
  #peer: RunningPeer | undefined;
  /** `send`s that resolved in the lives before this one. */
  #before = 0;

  constructor(programs: Programs, world: string, name: string, kind: ActorKind, listen: string) {
    this.#programs = programs;
    this.name = name;
    this.kind = kind;
    this.folder = join(world, name);
    this.weather = new Weather(this.folder);
    this.#listen = listen;
  }

  start(environment: Environment): Running {
    this.lives += 1;
    [this.killed, this.leaving, this.awayMs] = [false, false, 0];
    const log = this.path('log');
    const programs = this.#programs;
    if (this.kind === 'peer') return (this.#peer = startPeer({ programs, log, environment }));
    return (this.#server = startServer({ programs, data: this.folder, listen: this.#listen, log, environment }));
  }

  /** The process is gone. */
  ended(): void {
    this.ready = false;
    this.#before = this.journal().acknowledged;
    [this.#peer, this.#server] = [undefined, undefined];
  }

  get running(): Running | undefined {
    return this.#peer ?? this.#server;
  }

  kill(): void {
    this.killed = true;
    this.running?.kill();
  }

  /** Says goodbye and ends; by force where it cannot. */
  leave(): void {
    this.leaving = true;
    this.#peer?.order({ do: 'leave' }).catch(() => this.kill());
  }

  /** @throws Error between two lives */
  get peer(): RunningPeer {
    if (this.#peer === undefined) throw new Error('not there');
    return this.#peer;
  }

  /** Resolves when the server answers. */
  async serves(): Promise<{ readonly invite: string }> {
    if (this.#server === undefined) throw new Error('not there');
    return this.#server.ready;
  }

  /** Up and unlocked, and registered where it was not. */
  async join(invite: Promise<string>, passing: readonly string[]): Promise<void> {
    const { peer } = this;
    await peer.order({
      do: 'start',
      settings: {
        ...{ name: this.name, folder: this.folder, listen: this.#listen, passing },
        ...{ journal: this.path('journal'), witness: this.path('witness'), log: this.path('log') },
      },
    });
    await peer.order({ do: 'join', server: await invite });
  }

  /** Resolves once it has all its friends, whatever of that was done in earlier lives. Of two, the one asks whose name is first. */
  async meet(): Promise<void> {
    const friends = this.friends.map((name) => ({ name, asks: this.name < name }));
    await this.peer.order({ do: 'befriend', friends });
  }

  async chat(perSecond: number, seed: string): Promise<void> {
    await this.peer.order({ do: 'chat', to: this.friends, next: this.journal().next, perSecond, seed });
  }

  /** Nothing where it is between two lives, or not up yet. */
  async sayToAll(): Promise<void> {
    if (!this.ready) return;
    let number = this.journal().next;
    for (const to of this.friends) await this.peer.order({ do: 'say', to, number: number++ });
  }

  /** Ends the chat. */
  async quiet(): Promise<StatusAnswer> {
    await this.peer.order({ do: 'quiet' });
    return this.peer.order({ do: 'status' });
  }

  /** What it shows. @throws Error where the process ends meanwhile */
  async look(): Promise<Side> {
    const { peer } = this;
    const status = await this.quiet();
    const journal = this.journal();
    const parts: Record<string, Part> = {};
    for (const friend of this.friends) {
      parts[friend] = { journal: journal.with(friend), history: await peer.order({ do: 'history', with: friend }) };
    }
    return { name: this.name, parts, status, witnessed: readWitness(this.path('witness')) };
  }

  acknowledged(): number {
    return this.#before + (this.#peer?.acknowledged() ?? 0);
  }

  /** It says that it has forgotten what its friends have of it: nobody puts old copies back in a storm. */
  isSetBack(): boolean {
    return this.#peer?.setBack() ?? false;
  }

  /** How often a friend had not what it had acknowledged: it is sent again, so that no promise tells of it. */
  lacked(): number {
    const path = this.path('log');
    return existsSync(path) ? readFileSync(path, 'utf8').split('"friend-lacks"').length - 1 : 0;
  }

  journal(): Journals {
    return readJournal(this.path('journal'));
  }

  path(what: string): string {
    return `${this.folder}.${what}`;
  }
}

export const onLoopback = (port: number): string => `/ip4/127.0.0.1/tcp/${port}`;

/**
 * Whence the system takes the ports of outgoing connections, on every system we know, begins above these: a port of theirs that
 * is free while its owner is dead is soon somebody else's.
 */
const FIRST_PORT = 20_000;
const LAST_PORT = 32_000;

/** Ports of the loopback that were free a moment ago: an actor keeps its own through all its lives. */
export async function freePorts(count: number): Promise<number[]> {
  const servers: Server[] = [];
  while (servers.length < count) {
    const server = createServer().listen(randomInt(FIRST_PORT, LAST_PORT), '127.0.0.1');
    const listens = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (listens) servers.push(server);
  }
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  for (const server of servers) server.close();
  await Promise.all(servers.map((server) => once(server, 'close')));
  return ports;
}
