/** A server and people on this machine, in a folder that goes with them. */
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram } from '../processes.ts';
import type { Program } from '../processes.ts';
import { Person } from './person.ts';

export class World {
  readonly #folder: string;
  readonly #people: Person[] = [];
  #server: Program | undefined;
  #invite = '';

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async make(name: string): Promise<World> {
    return new World(await mkdtemp(join(tmpdir(), `miyu-${name}-`)));
  }

  async startServer(): Promise<void> {
    const data = join(this.#folder, 'server');
    const listen = ['--listen', '/ip4/127.0.0.1/tcp/0'];
    this.#server = startProgram('miyu-rendezvous', ['up', '--json', '--data', data, ...listen, '--log-level', 'warn']);
    const { invite } = await this.#server.ready;
    if (typeof invite !== 'string') throw new Error('the server gave no invite');
    this.#invite = invite;
  }

  /** Somebody who is not here yet, and knows the server. @param folder of the profile; two of one name may have two */
  person(name: string, folder = name): Person {
    const person = new Person(name, join(this.#folder, folder), this.#invite);
    this.#people.push(person);
    return person;
  }

  async end(): Promise<void> {
    await Promise.all(this.#people.map((person) => person.leave()));
    await this.#server?.stop();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** At once, with what this process can still do; the programs end with the channel to it. */
  abandon(): void {
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
