/** The steps of the demonstration, the same in a page and over the API; what has come of each is asked of the peers themselves. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Language } from '../shared/language.ts';
import type { Acts } from './demo-acts.ts';
import type { Person } from './pages/person.ts';
import type { World } from './pages/world.ts';

/** Longest wait for anything to happen: on one machine every step takes a second or two. */
const STEP_TIMEOUT_MS = 120_000;
const GREETING = 'Hello, it is Alice.';
const FIRST = ['Hello Bob 你好', 'Hello Alice'] as const;
const LATER = ['first', 'second', 'third'];

export interface Step {
  readonly what: string;
  readonly ms: number;
  /** Over which path it went, where something was sent. */
  readonly path: string | null;
}

export interface DemoOptions {
  readonly world: World;
  readonly language: Language;
  readonly actsOf: (person: Person) => Acts;
  readonly onStep: (step: Step) => void;
  /** Between two steps, for whoever looks on. */
  readonly pauseMs: number;
  readonly signal: AbortSignal;
}

/** One of the two, and how they act. */
interface Side {
  readonly person: Person;
  readonly acts: Acts;
}

export class Demo {
  readonly #options: DemoOptions;

  constructor(options: DemoOptions) {
    this.#options = options;
  }

  /** @returns the two, at home. @throws where something was not as it should be, or the signal has ended it */
  async run(): Promise<readonly [alice: Person, bob: Person]> {
    const { world, actsOf } = this.#options;
    await this.#step('the server runs', '服务器启动', () => world.startServer());
    const [alice, bob] = ['alice', 'bob'].map((name): Side => {
      const person = world.person(name);
      return { person, acts: actsOf(person) };
    }) as [Side, Side];
    for (const { person, acts } of [alice, bob]) {
      await this.#step(`${person.name} registers`, `${person.name} 注册`, async () => {
        await person.arrive();
        await acts.register();
      });
    }
    await this.#meet(alice, bob);
    await this.#step('alice writes to bob', 'alice 写给 bob', () => write(alice, bob, FIRST[0]));
    await this.#step('bob writes to alice', 'bob 写给 alice', () => write(bob, alice, FIRST[1]));
    await this.#part(alice, bob);
    await this.#comeBack(alice, bob);
    return [alice.person, bob.person];
  }

  async #meet(alice: Side, bob: Side): Promise<void> {
    await this.#step('alice asks bob to be friends', 'alice 请求加 bob 为好友', async () => {
      await alice.acts.ask('bob', GREETING);
      await bob.person.saw((event) => event.type === 'friend' && event.change === 'incoming');
      const { requests } = await bob.person.api.call('friends.requests');
      expectSame(
        requests.map(({ name, greeting }) => [name, greeting]),
        [['alice', GREETING]],
      );
    });
    await this.#step('bob accepts; each sees the other online', 'bob 接受；双方互见在线', async () => {
      await bob.acts.accept('alice', GREETING);
      await Promise.all([alice.person.sees('bob', 'online'), bob.person.sees('alice', 'online')]);
      await Promise.all([alice.acts.sees('bob', 'online'), bob.acts.sees('alice', 'online')]);
    });
  }

  async #part(alice: Side, bob: Side): Promise<void> {
    await this.#step('bob leaves; alice sees it', 'bob 离开，alice 得知', async () => {
      await bob.person.leave();
      await Promise.all([alice.person.sees('bob', 'mailbox'), bob.acts.isAlone()]);
      await alice.acts.sees('bob', 'mailbox');
    });
    await this.#step('three messages wait in bob’s mailbox', '三条消息在 bob 的信箱中等待', async () => {
      for (const text of LATER) {
        await alice.acts.write('bob', text);
        await alice.person.hasState(await alice.person.wrote(text), 'stored');
      }
      return 'mailbox';
    });
    await this.#step('alice leaves as well', 'alice 也离开', async () => {
      await alice.person.leave();
      await alice.acts.isAlone();
    });
  }

  async #comeBack(alice: Side, bob: Side): Promise<void> {
    await this.#step('bob returns and reads them in order', 'bob 回来，按顺序读到', async () => {
      await bob.person.arrive();
      await bob.acts.unlock();
      const messages = await Promise.all(LATER.map((text) => bob.person.receives(text)));
      expectSame(bob.person.received.slice(-LATER.length), LATER);
      expectSame(
        messages.map(({ path }) => path),
        LATER.map(() => 'mailbox'),
      );
      await bob.acts.reads('alice', LATER);
      return 'mailbox';
    });
    await this.#step('alice returns and learns that they arrived', 'alice 回来，得知已送达', async () => {
      await alice.person.arrive();
      await alice.acts.unlock();
      const { messages } = await alice.person.api.call('history', { with: 'bob' });
      for (const message of messages.slice(-LATER.length)) await alice.person.hasState(message, 'delivered', 'read');
    });
    await this.#step('nothing is missing or doubled on either side', '双方都没有缺失或重复', async () => {
      const texts = [...FIRST, ...LATER];
      for (const [side, friend] of [
        [alice, 'bob'],
        [bob, 'alice'],
      ] as const) {
        const { messages } = await side.person.api.call('history', { with: friend });
        expectSame(
          messages.map(({ text }) => text),
          texts,
        );
        await side.acts.reads(friend, texts);
      }
    });
  }

  /** Runs one step; tells what it was, how long it took, and the path, where the step names one. */
  async #step(english: string, chinese: string, work: () => Promise<string | void>): Promise<void> {
    const { language, signal, pauseMs, onStep } = this.#options;
    const what = language === 'zh' ? chinese : english;
    const from = performance.now();
    const path = (await within(what, signal, work())) ?? null;
    onStep({ what, ms: Math.round(performance.now() - from), path });
    if (pauseMs > 0) await within(what, signal, sleep(pauseMs));
  }
}

/** @returns the path that the message took */
async function write(from: Side, to: Side, text: string): Promise<string> {
  await from.acts.write(to.person.name, text);
  const message = await from.person.wrote(text);
  const received = await to.person.receives(text);
  // Whoever has the chat open has read it at once.
  await from.person.hasState(message, 'delivered', 'read');
  await to.acts.reads(from.person.name, [text]);
  return received.path ?? '?';
}

async function within<T>(what: string, signal: AbortSignal, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let stop: (() => void) | undefined;
  const late = new Promise<never>((_, reject) => {
    stop = () => {
      reject(new Error(`ended during: ${what}`));
    };
    timer = setTimeout(() => {
      reject(new Error(`took longer than ${STEP_TIMEOUT_MS / 1000} s: ${what}`));
    }, STEP_TIMEOUT_MS);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    if (stop !== undefined) signal.removeEventListener('abort', stop);
  }
}

function expectSame(found: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a !== b) throw new Error(`expected ${b}, found ${a}`);
}
