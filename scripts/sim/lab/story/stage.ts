/** Two people's machines, and all that is done on them, as it stands in their shells. */
import { join } from 'node:path';
import { connectApi, type ApiClient } from '../../../../node/api/client.ts';
import type { Friend } from '../../../../node/api/contract-views.ts';
import { DIST } from '../../../launch/paths.js';
import type { Host } from '../host.ts';
import { Lab } from '../lab.ts';
import { cleanEnvironment, PASSWORD, waitFor } from '../programs.ts';
import { LabTerminal } from '../terminal.ts';

/** `miyu send --wait` has a bound of its own; beyond this something hangs. */
const COMMAND_MS = 120_000;
/** More of one command's output is not for a page. */
const MOST_LINES = 20;

export type Print = (line: string) => void;

/** Somebody at a machine of their own, whose home folder is new. */
export class Person {
  readonly name: string;
  readonly host: Host;
  readonly home: string;
  readonly #print: Print;
  #terminal: LabTerminal | undefined;

  constructor(host: Host, folder: string, print: Print) {
    this.name = host.name;
    this.host = host;
    this.home = join(folder, host.name);
    this.#print = print;
  }

  /** Where `npm start` keeps everything. */
  get data(): string {
    return join(this.home, '.local', 'share', 'miyu');
  }

  get terminal(): LabTerminal {
    if (this.#terminal === undefined) throw new Error(`${this.name} has started nothing`);
    return this.#terminal;
  }

  /** `npm start`, in a terminal that stays open. */
  start(...flags: readonly string[]): LabTerminal {
    const words = ['--no-page', ...flags];
    this.#print(this.#short(`${this.name}$ npm start -- ${words.join(' ')}`));
    this.#terminal = new LabTerminal(this.host, 'start', words, this.#environment());
    return this.#terminal;
  }

  /** What the terminal has shown, of the lines that hold one of these. */
  excerpt(...parts: readonly string[]): void {
    // A line of the chat that is written anew begins with prompts that were there before.
    const lines = this.terminal.text.split(/[\r\n]+/).map((line) => line.trimEnd().replace(/^(?:\w+> )+ */, ''));
    for (const part of parts) {
      const line = lines.findLast((each) => each.includes(part));
      if (line !== undefined) this.#print(this.#short(line));
    }
  }

  /** A line that is typed where the terminal asks for one. @param shown in its place, for a password */
  answer(asked: string, line: string, shown = line): void {
    this.#print(`${asked} ${shown}`);
    this.terminal.enter(line);
  }

  /** A line in the chat that runs in the terminal. */
  say(line: string): void {
    this.#print(`${this.name}> ${line}`);
    this.terminal.enter(line);
  }

  /** Ctrl-C in the terminal; what it started ends with it. */
  async leave(): Promise<void> {
    await this.terminal.leave();
    this.#print(`${this.name}$ # Ctrl-C`);
  }

  /** After a start that asks for the password, and finds no server. */
  async unlock(): Promise<void> {
    await this.terminal.shows('Password');
    this.answer('Password:', PASSWORD, '····');
    const told = `Unlocked as ${this.name}`;
    await this.terminal.shows(told);
    this.excerpt(told);
  }

  /** A command in another shell of the same machine, to its end. @throws Error where it fails */
  async shell(...words: readonly string[]): Promise<string> {
    this.#print(`${this.name}$ ${words.map((word) => (/\s/.test(word) ? `'${word}'` : word)).join(' ')}`);
    const [program = '', ...args] = words;
    const real = program === 'miyu' ? [process.execPath, join(DIST, 'miyu.js'), ...args] : this.#paths(words);
    const environment = Object.entries(this.#environment()).map(([name, value]) => `${name}=${value}`);
    const { code, out, err } = await this.host.run('env', [...environment, ...real], '', COMMAND_MS);
    const lines = `${out}${err}`.trimEnd().split('\n');
    for (const line of lines.slice(0, MOST_LINES)) if (line !== '') this.#print(this.#short(line));
    if (lines.length > MOST_LINES) this.#print('…');
    if (code !== 0) throw new Error(`${this.name}: ${words.join(' ')} ended with ${code ?? 'a signal'}`);
    return out;
  }

  /** Waits until the other is shown like that. */
  async sees(friend: Person, is: (friend: Friend) => boolean, what: string): Promise<void> {
    await waitFor(`${this.name} sees ${friend.name} ${what}`, async () => {
      const friends = await this.#friends().catch(() => []);
      return friends.some((each) => each.name === friend.name && is(each));
    });
  }

  async seesOnline(friend: Person, path: Friend['path']): Promise<void> {
    await this.sees(
      friend,
      (each) => each.presence === 'online' && each.path === path,
      `online (${path ?? 'no path'})`,
    );
  }

  /** Waits until the friend has read what was written last. */
  async isRead(friend: Person): Promise<void> {
    await waitFor(`${friend.name} has read what ${this.name} wrote`, async () => {
      const { messages } = await this.#ask((api) => api.call('history', { with: friend.name, limit: 20 }));
      return messages.findLast(({ direction }) => direction === 'out')?.state === 'read';
    });
  }

  async #friends(): Promise<readonly Friend[]> {
    return (await this.#ask((api) => api.call('friends.list'))).friends;
  }

  async #ask<T>(question: (api: ApiClient) => Promise<T>): Promise<T> {
    const api = await connectApi(join(this.data, 'peer'));
    try {
      return await question(api);
    } finally {
      api.close();
    }
  }

  #environment(): Record<string, string> {
    const { PATH = '' } = cleanEnvironment();
    return { PATH, HOME: this.home, XDG_DATA_HOME: '', LC_ALL: 'en_US.UTF-8', MIYU_LOG: 'debug' };
  }

  #paths(words: readonly string[]): string[] {
    return words.map((word) => word.replace(/^~/, this.home));
  }

  #short(line: string): string {
    const [text] = [line.replaceAll(this.home, '~')];
    return text.length > 150 ? `${text.slice(0, 149)}…` : text;
  }
}

export interface Stage {
  readonly lab: Lab;
  readonly alice: Person;
  readonly bob: Person;
  /** What happens outside of every shell: a cable, a router. */
  readonly note: (what: string) => void;
  /** Where everybody's home folders are. */
  readonly folder: string;
  /** One more, at a machine on that switch. */
  readonly person: (name: string, on: string) => Promise<Person>;
}

export async function openStage(folder: string, print: Print): Promise<Stage> {
  const lab = await Lab.create();
  await lab.switch('home');
  const [alice, bob] = [await lab.host('alice', { on: 'home' }), await lab.host('bob', { on: 'home' })];
  return {
    lab,
    alice: new Person(alice, folder, print),
    bob: new Person(bob, folder, print),
    note: (what) => print(`# ${what}`),
    folder,
    person: async (name, on) => new Person(await lab.host(name, { on }), folder, print),
  };
}
