/** miyu on the hosts of a lab: a rendezvous server, and people's peers, as the processes that users run. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { connectApi, type ApiClient } from '../../../node/api/client.ts';
import type { Friend, Message } from '../../../node/api/contract-views.ts';
import { DIST, ROOT } from '../../launch/paths.js';
import type { Host } from './host.ts';

export const PASSWORD = 'plum tree 42 harbour';
/** Every host has all its ports for itself. */
export const SERVER_PORT = 4801;
export const PEER_PORT = 4077;
/** A start takes about a second; on a machine with much to do, many. */
const READY_MS = 90_000;
/** A peer that is told to end says goodbye to its friends first. */
const LEAVE_MS = 15_000;
const LOOK_MS = 20;
/** The most that one wait of a test may need: far beyond every reconnect's longest pause. */
const WAIT_MS = 120_000;

/** A lab starts the same programs many times. */
const COMPILED = join(ROOT, 'node_modules', '.cache', 'lab-compiled');

type Line = { readonly event?: string } & Readonly<Record<string, unknown>>;

/** What the hosts' programs shall not inherit from whoever runs the lab. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:MIYU_|VITEST|NODE_OPTIONS$)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'en_US.UTF-8', NODE_ENV: '', NODE_COMPILE_CACHE: COMPILED };
}

/** The first value that is neither undefined nor false. @throws Error, saying what it waited for */
export async function waitFor<T>(
  what: string,
  probe: () => T | undefined | false | Promise<T | undefined | false>,
  timeoutMs = WAIT_MS,
): Promise<T> {
  const end = performance.now() + timeoutMs;
  while (true) {
    const value = await probe();
    if (value !== undefined && value !== false) return value;
    if (performance.now() > end) throw new Error(`waited ${timeoutMs} ms in vain: ${what}`);
    await pause(LOOK_MS);
  }
}

/** Loaded before the program, and before whatever it starts: the wall clock of this machine alone is another one. */
const otherClock = (aheadMs: number): string => {
  const script = `const now = Date.now; Date.now = () => now() + ${aheadMs};`;
  return `--import=data:text/javascript,${encodeURIComponent(script)}`;
};

/** How a program of a lab is started again. */
export interface UpOptions {
  /** Milliseconds of its wall clock before this machine’s; negative: behind. */
  readonly clockAheadMs?: number;
}

/** One run of a program of dist/ on a host. */
class Run {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly #what: string;
  readonly #lines: Line[] = [];
  #said = '';
  #over = false;

  constructor(host: Host, bundle: 'miyu' | 'miyu-rendezvous', args: readonly string[], clockAheadMs = 0) {
    const program = join(DIST, `${bundle}.js`);
    if (!existsSync(program)) throw new Error(`${bundle} is not built: npm run build`);
    this.#what = `${bundle} ${args[0] ?? ''} on ${host.name}`;
    this.child = host.spawn(process.execPath, [program, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...cleanEnvironment(), ...(clockAheadMs === 0 ? {} : { NODE_OPTIONS: otherClock(clockAheadMs) }) },
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.#said += text));
    createInterface({ input: this.child.stdout! }).on('line', (line) => {
      this.#said += `${line}\n`;
      if (line.startsWith('{')) this.#lines.push(JSON.parse(line) as Line);
    });
    this.ended = new Promise((resolve) => {
      this.child.once('error', () => resolve(null));
      this.child.once('close', (code) => resolve(code));
    });
    void this.ended.then(() => (this.#over = true));
  }

  async line(event: string): Promise<Line> {
    return await waitFor(
      `${this.#what} tells ${event}`,
      () => {
        const found = this.#lines.findLast((line) => line.event === event);
        if (found === undefined && this.#over) throw new Error(`${this.#what} ended:\n${this.#said}`);
        return found;
      },
      READY_MS,
    );
  }

  /** The one document of `--json`. */
  document(): Line {
    const [line] = this.#lines;
    if (line === undefined) throw new Error(`${this.#what} told nothing:\n${this.#said}`);
    return line;
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    this.child.kill(signal);
    const force = setTimeout(() => this.child.kill('SIGKILL'), LEAVE_MS);
    await this.ended;
    clearTimeout(force);
  }
}

/** A rendezvous server; it listens on every address of its host. */
export class LabServer {
  readonly host: Host;
  readonly folder: string;
  readonly #extra: readonly string[];
  #run: Run | undefined;
  /** As of its newest line. */
  invite = '';
  peerId = '';

  private constructor(host: Host, folder: string, extra: readonly string[]) {
    this.host = host;
    this.folder = folder;
    this.#extra = extra;
  }

  /** @param folder of the lab; the server's own is made in it @param extra flags of `miyu-rendezvous up` */
  static async start(host: Host, folder: string, ...extra: string[]): Promise<LabServer> {
    const server = new LabServer(host, join(folder, host.name), extra);
    await server.up();
    return server;
  }

  async up({ clockAheadMs }: UpOptions = {}): Promise<void> {
    mkdirSync(this.folder, { recursive: true });
    const log = ['--log-file', `${this.folder}.log`, '--log-level', 'debug'];
    const data = ['--data', join(this.folder, 'data'), '--port', String(SERVER_PORT)];
    this.#run = new Run(this.host, 'miyu-rendezvous', ['up', '--json', ...data, ...log, ...this.#extra], clockAheadMs);
    const ready = await this.#run.line('ready');
    this.invite = ready['invite'] as string;
    this.peerId = ready['peerId'] as string;
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    await this.#run?.end(signal);
  }

  /** Waits until its port at the home router stands like that; the invite is the one of then. */
  async tellsRouter(state: string): Promise<Line> {
    const line = await waitFor(`${this.host.name}’s router: ${state}`, async () => {
      const told = await this.#run!.line('port-mapping');
      return (told['portMapping'] as { state?: unknown }).state === state && told;
    });
    this.invite = line['invite'] as string;
    return line;
  }

  /** `miyu-rendezvous … --json` on its host, to its end. */
  async command(...args: string[]): Promise<Line> {
    const run = new Run(this.host, 'miyu-rendezvous', [...args, '--json', '--data', join(this.folder, 'data')]);
    await run.ended;
    return run.document();
  }

  /** Process, store and host: it never comes back. */
  async removeForGood(): Promise<void> {
    await this.end('SIGKILL');
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
    await this.host.link.down();
  }
}

export interface CliAnswer {
  readonly code: number | null;
  readonly json: Readonly<Record<string, unknown>>;
  readonly errorCode: string | undefined;
}

/** A person's peer; the API's socket is a file, so that whoever runs the lab speaks to it directly. */
export class LabPeer {
  readonly host: Host;
  /** Of the account, which is the host's. */
  readonly name: string;
  readonly profile: string;
  readonly #extra: readonly string[];
  #run: Run | undefined;
  #api: ApiClient | undefined;

  private constructor(host: Host, folder: string, extra: readonly string[]) {
    this.host = host;
    this.name = host.name;
    this.profile = join(folder, host.name);
    this.#extra = extra;
  }

  /** Runs, without an account. @param extra flags of `miyu up` */
  static async start(host: Host, folder: string, ...extra: string[]): Promise<LabPeer> {
    const peer = new LabPeer(host, folder, extra);
    await peer.up();
    return peer;
  }

  /** With an account of the host's name at that server. */
  static async register(host: Host, folder: string, server: LabServer, ...extra: string[]): Promise<LabPeer> {
    const peer = await LabPeer.start(host, folder, ...extra);
    await peer.api.call('register', { name: peer.name, password: PASSWORD, server: server.invite });
    await peer.reaches('online');
    return peer;
  }

  get api(): ApiClient {
    if (this.#api === undefined) throw new Error(`${this.name} is not up`);
    return this.#api;
  }

  async up({ clockAheadMs }: UpOptions = {}): Promise<void> {
    const place = ['--profile', this.profile, '--port', String(PEER_PORT), '--no-page', '--log', 'debug'];
    this.#run = new Run(this.host, 'miyu', ['up', '--json', ...place, ...this.#extra], clockAheadMs);
    await this.#run.line('ready');
    this.#api = await connectApi(this.profile);
  }

  async login(): Promise<void> {
    await this.api.call('login', { password: PASSWORD });
  }

  /** Stops it, cleanly. */
  async leave(): Promise<void> {
    this.#api?.close();
    await this.#run?.end('SIGTERM');
  }

  /** Up again and signed in, whether or not a server is there. */
  async back(options: UpOptions = {}): Promise<void> {
    await this.up(options);
    await this.login();
  }

  async reaches(state: 'online' | 'connecting' | 'locked'): Promise<void> {
    await waitFor(`${this.name} is ${state}`, async () => (await this.api.call('status')).state === state);
  }

  /** `miyu … --json` on the peer's host, to its end. */
  async miyu(...args: string[]): Promise<CliAnswer> {
    const run = new Run(this.host, 'miyu', ['--json', '--profile', this.profile, ...args]);
    const code = await run.ended;
    const json = run.document();
    return { code, json, errorCode: (json['error'] as { code?: string } | undefined)?.code };
  }

  async friend(name: string): Promise<Friend | undefined> {
    return (await this.api.call('friends.list')).friends.find((friend) => friend.name === name);
  }

  /** Waits until the friend is shown like that. */
  async sees(friend: LabPeer, how: Partial<Pick<Friend, 'presence' | 'path'>>, timeoutMs?: number): Promise<Friend> {
    let last: Friend | undefined;
    const probe = async (): Promise<Friend | undefined> => {
      last = await this.friend(friend.name);
      if (last?.relation !== 'friend') return undefined;
      const isSo = Object.entries(how).every(([key, value]) => last?.[key as keyof Friend] === value);
      return isSo ? last : undefined;
    };
    return await waitFor(`${this.name} sees ${friend.name} ${JSON.stringify(how)}`, probe, timeoutMs).catch(
      (error: unknown) => {
        throw new Error(`${String(error)}, but ${JSON.stringify({ presence: last?.presence, path: last?.path })}`);
      },
    );
  }

  async send(to: LabPeer, text: string): Promise<Message> {
    return await this.api.call('send', { to: to.name, text });
  }

  /** Messages of the chat with a friend, oldest first. */
  async messages(friend: LabPeer): Promise<Message[]> {
    const all: Message[] = [];
    let before: number | undefined;
    for (let more = true; more;) {
      const params = { with: friend.name, limit: 200, ...(before === undefined ? {} : { before }) };
      const page = await this.api.call('history', params);
      all.unshift(...page.messages);
      before = page.messages[0]?.position;
      more = page.more && before !== undefined;
    }
    return all;
  }

  /** What came from the friend, as the chat shows it. */
  async received(friend: LabPeer): Promise<Message[]> {
    return (await this.messages(friend)).filter(({ direction, kind }) => direction === 'in' && kind === 'text');
  }

  /** Waits until so many have come; fewer or more, or others, are the caller's to judge. */
  async hasReceived(friend: LabPeer, count: number, timeoutMs?: number): Promise<Message[]> {
    const probe = async (): Promise<Message[] | undefined> => {
      const messages = await this.received(friend);
      return messages.length >= count ? messages : undefined;
    };
    return await waitFor(`${this.name} has ${count} of ${friend.name}`, probe, timeoutMs);
  }
}

/** One asks, the other says yes; both are there. Resolves once both have the other in their list, on whatever path. */
export async function befriend(asker: LabPeer, asked: LabPeer): Promise<void> {
  await asker.api.call('friends.add', { who: asked.name });
  await waitFor(`${asked.name} is asked`, async () =>
    (await asked.api.call('friends.requests')).requests.some(({ name }) => name === asker.name),
  );
  await asked.api.call('friends.accept', { who: asker.name });
  await Promise.all([asker.sees(asked, {}), asked.sees(asker, {})]);
}
