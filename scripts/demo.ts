/**
 * `npm run demo`: a server and two peers as processes of their own. They meet, talk directly, one leaves, three messages
 * wait in the mailbox, the writer leaves too, the reader comes back and reads them in order. Ends with 0 only if all of it
 * was so.
 */
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorText } from '../shared/error-texts.ts';
import { isMiyuError } from '../shared/errors.ts';
import { languageOf, parseLanguage } from '../shared/language.ts';
import type { Language } from '../shared/language.ts';
import { Person } from './demo-person.ts';
import { startProgram } from './processes.ts';
import type { Program } from './processes.ts';

/** Longest wait for anything to happen: on one machine every step takes a second or two. */
const STEP_TIMEOUT_MS = 60_000;
const PASSWORD = 'only for this demonstration';
const LATER = ['first', 'second', 'third'];

interface Step {
  readonly what: string;
  readonly ms: number;
  /** Over which path it went, where something was sent. */
  readonly path: string | null;
}

class Demo {
  readonly steps: Step[] = [];
  readonly #folder: string;
  readonly #language: Language;
  readonly #quiet: boolean;
  readonly #alice: Person;
  readonly #bob: Person;
  #server: Program | undefined;

  constructor(folder: string, language: Language, quiet: boolean) {
    this.#folder = folder;
    this.#language = language;
    this.#quiet = quiet;
    this.#alice = new Person('alice', join(folder, 'alice'));
    this.#bob = new Person('bob', join(folder, 'bob'));
  }

  async run(): Promise<void> {
    const [alice, bob] = [this.#alice, this.#bob];
    let invite = '';
    await this.#step('the server runs', '服务器启动', async () => {
      invite = await this.#startServer();
    });
    await this.#step('alice registers', 'alice 注册', () => this.#register(alice, invite));
    await this.#step('bob registers', 'bob 注册', () => this.#register(bob, invite));
    await this.#step('alice asks bob to be friends', 'alice 请求加 bob 为好友', async () => {
      await alice.api.call('friends.add', { who: 'bob', greeting: 'Hello, it is Alice.' });
      await bob.saw((event) => event.type === 'friend' && event.change === 'incoming');
      const { requests } = await bob.api.call('friends.requests');
      expectSame(
        requests.map(({ name, greeting }) => [name, greeting]),
        [['alice', 'Hello, it is Alice.']],
      );
    });
    await this.#step('bob accepts; each sees the other online', 'bob 接受；双方互见在线', async () => {
      await bob.api.call('friends.accept', { who: 'alice' });
      await Promise.all([alice.sees('bob', 'online'), bob.sees('alice', 'online')]);
    });
    await this.#step('alice writes to bob', 'alice 写给 bob', () => write(alice, bob, 'Hello Bob 你好'));
    await this.#step('bob writes to alice', 'bob 写给 alice', () => write(bob, alice, 'Hello Alice'));
    await this.#step('bob leaves; alice sees it', 'bob 离开，alice 得知', async () => {
      await bob.leave();
      await alice.sees('bob', 'mailbox');
    });
    await this.#step('three messages wait in bob’s mailbox', '三条消息在 bob 的信箱中等待', async () => {
      for (const text of LATER) {
        const message = await alice.api.call('send', { to: 'bob', text });
        await alice.hasState(message, 'stored');
      }
      return 'mailbox';
    });
    await this.#step('alice leaves as well', 'alice 也离开', () => alice.leave());
    await this.#step('bob returns and reads them in order', 'bob 回来，按顺序读到', async () => {
      await bob.arrive();
      await bob.api.call('login', { password: PASSWORD });
      const messages = await Promise.all(LATER.map((text) => bob.receives(text)));
      expectSame(bob.received.slice(-LATER.length), LATER);
      expectSame(
        messages.map(({ path }) => path),
        LATER.map(() => 'mailbox'),
      );
      return 'mailbox';
    });
    await this.#step('alice returns and learns that they arrived', 'alice 回来，得知已送达', async () => {
      await alice.arrive();
      await alice.api.call('login', { password: PASSWORD });
      const { messages } = await alice.api.call('history', { with: 'bob' });
      for (const message of messages.slice(-LATER.length)) await alice.hasState(message, 'delivered');
    });
    await this.#step('nothing is missing or doubled on either side', '双方都没有缺失或重复', async () => {
      for (const [person, friend] of [
        [alice, 'bob'],
        [bob, 'alice'],
      ] as const) {
        const { messages } = await person.api.call('history', { with: friend });
        expectSame(
          messages.map(({ text }) => text),
          ['Hello Bob 你好', 'Hello Alice', ...LATER],
        );
      }
    });
  }

  async end(): Promise<void> {
    await Promise.all([this.#alice.leave(), this.#bob.leave()]);
    await this.#server?.stop();
  }

  /** Runs one step; tells what it was, how long it took, and the path, where the step names one. */
  async #step(english: string, chinese: string, work: () => Promise<string | void>): Promise<void> {
    const what = this.#language === 'zh' ? chinese : english;
    const from = performance.now();
    const path = (await within(what, work())) ?? null;
    const ms = Math.round(performance.now() - from);
    this.steps.push({ what, ms, path });
    if (!this.#quiet) console.log(`  ✓ ${what} · ${ms} ms${path === null ? '' : ` · ${path}`}`);
  }

  async #startServer(): Promise<string> {
    const data = join(this.#folder, 'server');
    const listen = ['--listen', '/ip4/127.0.0.1/tcp/0'];
    this.#server = startProgram('miyu-rendezvous', ['up', '--json', '--data', data, ...listen, '--log-level', 'warn']);
    const { invite } = await this.#server.ready;
    if (typeof invite !== 'string') throw new Error('the server gave no invite');
    return invite;
  }

  async #register(person: Person, server: string): Promise<void> {
    await person.arrive();
    await person.api.call('register', { name: person.name, password: PASSWORD, server });
  }
}

/** @returns the path that the message took */
async function write(from: Person, to: Person, text: string): Promise<string> {
  const message = await from.api.call('send', { to: to.name, text });
  const received = await to.receives(text);
  await from.hasState(message, 'delivered');
  return received.path ?? '?';
}

async function within<T>(what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`took longer than ${STEP_TIMEOUT_MS / 1000} s: ${what}`));
    }, STEP_TIMEOUT_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function expectSame(found: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a !== b) throw new Error(`expected ${b}, found ${a}`);
}

async function main(argv: readonly string[]): Promise<number> {
  const json = argv.includes('--json');
  const at = argv.indexOf('--lang');
  const language = parseLanguage(at === -1 ? '' : (argv[at + 1] ?? '')) ?? languageOf(process.env);
  const folder = await mkdtemp(join(tmpdir(), 'miyu-demo-'));
  const demo = new Demo(folder, language, json);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      process.exit(130); // The programs end with the channel to us.
    });
  }
  const from = performance.now();
  let failure: string | null = null;
  try {
    await demo.run();
  } catch (error) {
    if (isMiyuError(error)) failure = errorText(error, language).say;
    else failure = error instanceof Error ? error.message : String(error);
  } finally {
    await demo.end();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  const ms = Math.round(performance.now() - from);
  if (json) console.log(JSON.stringify({ ok: failure === null, ms, steps: demo.steps, failure }));
  else if (failure !== null) console.error(`  ✗ ${failure}`);
  else console.log(language === 'zh' ? `全部如预期，用时 ${ms} ms。` : `All as expected, in ${ms} ms.`);
  return failure === null ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
