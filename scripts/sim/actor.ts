/** One of the three of a storm: its places, its present life, and what it shows. */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ActorKind } from './fates.ts';
import { nextNumber, readJournal } from './journal.ts';
import { startPeer, startServer, type Running, type RunningPeer, type RunningServer } from './processes.ts';
import type { Programs } from './programs.ts';
import type { Side } from './promises.ts';
import { readWitness } from './witness.ts';

type Environment = Readonly<Record<string, string>>;

export class Actor {
  readonly name: string;
  readonly kind: ActorKind;
  /** Of its stores; logs and notes lie beside it. */
  readonly folder: string;
  readonly #listen: string;
  readonly #programs: Programs;
  /** Begun so far. */
  lives = 0;
  /** The present life has come as far as it must: the server answers, or the peer has its friend. */
  ready = false;
  stopTimer: () => void = () => undefined;
  #server: RunningServer | undefined;
  #peer: RunningPeer | undefined;
  /** `send`s that resolved in the lives before this one. */
  #before = 0;

  constructor(programs: Programs, world: string, name: string, kind: ActorKind, port: number) {
    this.#programs = programs;
    this.name = name;
    this.kind = kind;
    this.folder = join(world, name);
    this.#listen = `/ip4/127.0.0.1/tcp/${port}`;
  }

  start(environment: Environment): Running {
    this.lives += 1;
    const log = this.path('log');
    const programs = this.#programs;
    if (this.kind === 'peer') return (this.#peer = startPeer({ programs, log, environment }));
    return (this.#server = startServer({ programs, data: this.folder, listen: this.#listen, log, environment }));
  }

  /** The process is gone. */
  ended(): void {
    this.ready = false;
    this.#before = this.journal().acknowledged.length;
    [this.#peer, this.#server] = [undefined, undefined];
  }

  kill(): void {
    (this.#peer ?? this.#server)?.kill();
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

  /** From the start to a friend, whatever of it was done in earlier lives. */
  async meet(friend: Actor, invite: Promise<string>, asks: boolean): Promise<void> {
    const { peer } = this;
    await peer.order({
      do: 'start',
      settings: {
        ...{ name: this.name, folder: this.folder, listen: this.#listen },
        ...{ journal: this.path('journal'), witness: this.path('witness'), log: this.path('log') },
      },
    });
    await peer.order({ do: 'join', server: await invite });
    await peer.order({ do: 'befriend', who: friend.name, asks });
  }

  async chat(to: Actor, perSecond: number, seed: string): Promise<void> {
    await this.peer.order({ do: 'chat', to: to.name, next: nextNumber(this.journal()), perSecond, seed });
  }

  async say(to: Actor): Promise<void> {
    await this.peer.order({ do: 'say', to: to.name, number: nextNumber(this.journal()) });
  }

  /** Ends the chat and looks. @throws Error where the process ends meanwhile */
  async look(friend: Actor): Promise<Side> {
    const { peer } = this;
    await peer.order({ do: 'quiet' });
    return {
      name: this.name,
      status: await peer.order({ do: 'status' }),
      history: await peer.order({ do: 'history', with: friend.name }),
      journal: this.journal(),
      witnessed: readWitness(this.path('witness')),
    };
  }

  acknowledged(): number {
    return this.#before + (this.#peer?.acknowledged() ?? 0);
  }

  journal() {
    return readJournal(this.path('journal'));
  }

  path(what: string): string {
    return `${this.folder}.${what}`;
  }
}

/** Ports of the loopback that were free a moment ago: an actor keeps its own through all its lives. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  for (const server of servers) server.close();
  await Promise.all(servers.map((server) => once(server, 'close')));
  return ports;
}
