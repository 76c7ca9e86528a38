/** The product's programs as real processes, for tests from end to end. Whatever a test starts ends with it. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { connectApi } from '../../node/api/client.ts';
import type { ApiClient } from '../../node/api/client.ts';
import type { Friend, Message } from '../../node/api/contract-views.ts';
import { built } from '../house/built.ts';
import { QUIET_LAN } from './lan.ts';
import { quietPort } from './ports.ts';
import { temporaryFolder } from './temporary.ts';
import { until } from './until.ts';

export const PASSWORD = 'plum tree 42 harbour';
const READY_TIMEOUT_MS = 60_000;

type Bundle = Parameters<typeof built>[0];
export type Line = { readonly event?: string } & Readonly<Record<string, unknown>>;

export interface TestProcess {
  readonly child: ChildProcess;
  readonly lines: Line[];
  readonly output: () => string;
  readonly ended: Promise<number | null>;
  line(event: string, count?: number): Promise<Line>;
}

export interface SpawnOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** What stands before the command: of a host of a test's own (test/support/namespaces.ts). */
  readonly within?: readonly string[];
}

/** What a test's programs shall not inherit from whoever runs the tests. */
function cleanEnv(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('MIYU_') && !name.startsWith('VITEST'));
  // Any port for the page: the default one is the person's whose machine this is; and so is the network that it is on.
  return { ...Object.fromEntries(kept), LC_ALL: 'en_US.UTF-8', NODE_ENV: '', MIYU_PAGE_PORT: '0', ...QUIET_LAN };
}

export function start(bundle: Bundle, args: readonly string[], options: SpawnOptions = {}): TestProcess {
  const [program = '', ...rest] = [...(options.within ?? []), process.execPath, built(bundle), ...args];
  const child = spawn(program, rest, {
    stdio: [options.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    env: { ...cleanEnv(), ...options.env },
  });
  child.stdin?.on('error', () => undefined); // It has read enough, and ended.
  child.stdin?.end(options.stdin);
  const lines: Line[] = [];
  let output = '';
  let begun = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    const parts = (begun + text).split('\n');
    begun = parts.pop() ?? '';
    for (const part of parts) {
      try {
        lines.push(JSON.parse(part) as Line);
      } catch {
        // Words.
      }
    }
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  let over = false;
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      over = true;
      resolve(code);
    });
  });
  onTestFinished(async () => {
    if (over) return;
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(force);
  });
  return {
    child,
    lines,
    output: () => output,
    ended,
    line: (event, count = 1) =>
      until(
        `${bundle} tells ${event}`,
        () => {
          const found = lines.filter((line) => line.event === event)[count - 1];
          if (found === undefined && over) throw new Error(`${bundle} ended:\n${output}`);
          return found;
        },
        { timeoutMs: READY_TIMEOUT_MS },
      ),
  };
}

export interface CliAnswer {
  readonly code: number | null;
  /** The document of --json. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly errorCode: string | undefined;
}

/** `miyu … --json` as a process of its own. */
export async function miyu(profile: string, args: readonly string[], options: SpawnOptions = {}): Promise<CliAnswer> {
  const run = start('miyu', ['--json', '--profile', profile, ...args], { stdin: '', ...options });
  const code = await run.ended;
  const [json] = run.lines;
  if (json === undefined) throw new Error(`miyu ${args.join(' ')} told nothing:\n${run.output()}`);
  return { code, json, errorCode: (json['error'] as { code?: string } | undefined)?.code };
}

export class TestServer {
  readonly folder: string;
  readonly #extra: readonly string[];
  #process: TestProcess | undefined;
  invite = '';
  peerId = '';
  port = 0;

  constructor(folder: string, extra: readonly string[]) {
    this.folder = folder;
    this.#extra = extra;
  }

  get logFile(): string {
    return `${this.folder}.log`;
  }

  async up(): Promise<void> {
    if (this.port === 0) this.port = await quietPort();
    const listen = ['--listen', `/ip4/127.0.0.1/tcp/${this.port}`];
    const args = ['up', '--json', '--data', this.folder, ...listen, '--log-file', this.logFile, '--log-level', 'debug'];
    this.#process = start('miyu-rendezvous', [...args, ...this.#extra]);
    const ready = await this.#process.line('ready');
    this.invite = ready['invite'] as string;
    this.peerId = ready['peerId'] as string;
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    this.#process?.child.kill(signal);
    await this.#process?.ended;
  }
}

/** A server on a free port of its own, which it keeps when it is started again. */
export async function startServer(...extra: string[]): Promise<TestServer> {
  const server = new TestServer(join(await temporaryFolder(), 'server'), extra);
  await server.up();
  return server;
}

export class TestPeer {
  readonly name: string;
  readonly profile: string;
  readonly #env: Readonly<Record<string, string>>;
  #process: TestProcess | undefined;
  #api: ApiClient | undefined;

  /** @param env of its processes, beside the clean one */
  constructor(name: string, profile: string, env: Readonly<Record<string, string>> = {}) {
    this.name = name;
    this.profile = profile;
    this.#env = env;
  }

  get process(): TestProcess {
    if (this.#process === undefined) throw new Error(`${this.name} is not up`);
    return this.#process;
  }

  /** Process id of the one that holds the keys, as it is now. */
  get pid(): number {
    return this.process.lines.findLast(({ event }) => event === 'ready')?.['pid'] as number;
  }

  get api(): ApiClient {
    if (this.#api === undefined) throw new Error(`${this.name} is not up`);
    return this.#api;
  }

  async up(...more: string[]): Promise<void> {
    const listen = ['--listen', '/ip4/127.0.0.1/tcp/0'];
    const args = ['up', '--json', '--profile', this.profile, ...listen, '--log', 'debug', ...more];
    this.#process = start('miyu', args, { env: this.#env });
    await this.#process.line('ready');
    await this.connect();
  }

  /** Speaks to the process that runs now (another one after a sign-out or a crash). */
  async connect(): Promise<void> {
    this.#api?.close();
    const api = await connectApi(this.profile);
    this.#api = api;
    onTestFinished(() => {
      api.close();
    });
  }

  async login(takeOver = false): Promise<void> {
    await this.api.call('login', takeOver ? { password: PASSWORD, takeOver } : { password: PASSWORD });
    await this.reaches('online');
  }

  async reaches(state: string): Promise<void> {
    await until(`${this.name} is ${state}`, async () => (await this.api.call('status')).state === state);
  }

  /** Stops both of its processes, cleanly. */
  async leave(): Promise<void> {
    this.#api?.close();
    this.process.child.kill('SIGTERM');
    await this.process.ended;
  }

  /** Kills both of its processes, as a power cut would. */
  async die(): Promise<void> {
    this.#api?.close();
    const { child, ended } = this.process;
    child.kill('SIGKILL');
    try {
      process.kill(this.pid, 'SIGKILL');
    } catch {
      // It has seen the end of its supervisor already.
    }
    await ended;
  }

  async back(): Promise<void> {
    await this.up();
    await this.login();
  }

  miyu(...args: string[]): Promise<CliAnswer> {
    return miyu(this.profile, args);
  }

  async send(to: TestPeer, text: string): Promise<Message> {
    return await this.api.call('send', { to: to.name, text });
  }

  /** Texts that came from a friend, as the chat shows them, oldest first. */
  async receivedFrom(friend: TestPeer): Promise<string[]> {
    const messages: Message[] = [];
    let before: number | undefined;
    for (let more = true; more;) {
      const page = await this.api.call('history', {
        with: friend.name,
        limit: 200,
        ...(before === undefined ? {} : { before }),
      });
      messages.unshift(...page.messages);
      before = page.messages[0]?.position;
      more = page.more && before !== undefined;
    }
    return messages.filter(({ direction, kind }) => direction === 'in' && kind === 'text').map(({ text }) => text);
  }

  async has(friend: TestPeer, texts: readonly string[], timeoutMs = 30_000): Promise<void> {
    let seen: string[] = [];
    const complete = async (): Promise<boolean> => {
      seen = await this.receivedFrom(friend).catch(() => []);
      return seen.length >= texts.length;
    };
    try {
      await until('all texts', complete, { timeoutMs });
    } catch {
      // The comparison of the caller says what is missing.
    }
    if (JSON.stringify(seen) !== JSON.stringify(texts)) {
      throw new Error(`${this.name} has ${JSON.stringify(seen)}, expected ${JSON.stringify(texts)}`);
    }
  }

  async stateOf(to: TestPeer, message: Message): Promise<Message> {
    const page = await this.api.call('history', { with: to.name, before: message.position + 1, limit: 1 });
    return page.messages[0]!;
  }

  async hasState(to: TestPeer, message: Message, ...states: Message['state'][]): Promise<Message> {
    return await until(
      `${this.name}’s message is ${states.join(' or ')}`,
      async () => {
        const now = await this.stateOf(to, message);
        return states.includes(now.state) ? now : undefined;
      },
      { timeoutMs: 40_000 },
    );
  }

  async friend(name: string): Promise<Friend | undefined> {
    return (await this.api.call('friends.list')).friends.find((friend) => friend.name === name);
  }

  async sees(friend: TestPeer, presence: Friend['presence'], timeoutMs = 30_000): Promise<Friend> {
    const probe = async (): Promise<Friend | undefined> => {
      const found = await this.friend(friend.name);
      return found?.relation === 'friend' && found.presence === presence ? found : undefined;
    };
    return await until(`${this.name} sees ${friend.name} ${presence}`, probe, { timeoutMs });
  }

  async hasRequestFrom(friend: TestPeer): Promise<void> {
    await until(`${this.name} is asked by ${friend.name}`, async () =>
      (await this.api.call('friends.requests')).requests.some(({ name }) => name === friend.name),
    );
  }
}

/** A peer that runs, without an account. */
export async function startPeer(name: string): Promise<TestPeer> {
  const peer = new TestPeer(name, join(await temporaryFolder(), 'profile'));
  await peer.up();
  return peer;
}

export async function registerPeer(name: string, server: TestServer): Promise<TestPeer> {
  const peer = await startPeer(name);
  await peer.api.call('register', { name, password: PASSWORD, server: server.invite });
  await peer.reaches('online');
  return peer;
}

/** Makes the two friends, who are both there, and waits until they are connected. */
export async function befriend(a: TestPeer, b: TestPeer): Promise<void> {
  await a.api.call('friends.add', { who: b.name });
  await b.hasRequestFrom(a);
  await b.api.call('friends.accept', { who: a.name });
  await Promise.all([a.sees(b, 'online'), b.sees(a, 'online')]);
}
