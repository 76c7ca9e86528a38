/** Somebody of a demonstration: a peer as a process, spoken to over its API, and all that it told so far. */
import { setTimeout as sleep } from 'node:timers/promises';
import { connectApi } from '../../node/api/client.ts';
import type { ApiClient } from '../../node/api/client.ts';
import { findPage } from '../../node/api/client-page.ts';
import type { Event, Friend, Message, MessageState } from '../../node/api/contract-views.ts';
import { isMiyuError } from '../../shared/errors.ts';
import { startProgram } from '../processes.ts';
import type { Program } from '../processes.ts';

const RETRY_MS = 100;
/** Longest wait for a process that ends and another one that starts. */
const RESTART_TIMEOUT_MS = 60_000;

export class Person {
  readonly name: string;
  readonly #profile: string;
  readonly #server: string;
  #program: Program | undefined;
  #api: ApiClient | undefined;
  #watch: ApiClient | undefined;
  /** Cursor of the last durable event, so that a return goes on from it. */
  #cursor = 0;
  readonly #events: Event[] = [];
  readonly #waiting = new Set<() => void>();

  /** @param server where to register: an invite link */
  constructor(name: string, profile: string, server: string) {
    this.name = name;
    this.#profile = profile;
    this.#server = server;
  }

  get api(): ApiClient {
    if (this.#api === undefined) throw new Error(`${this.name} is not here`);
    return this.#api;
  }

  async arrive(): Promise<void> {
    const args = [
      'up',
      '--json',
      '--profile',
      this.#profile,
      '--listen',
      '/ip4/127.0.0.1/tcp/0',
      '--page-port',
      '0',
      '--no-lan',
      '--no-upnp',
    ];
    this.#program = startProgram('miyu', args, { MIYU_SERVER: this.#server });
    await this.#program.ready;
    this.#api = await connectApi(this.#profile);
    this.#watch = await connectApi(this.#profile);
    void this.#follow(this.#watch);
  }

  /** Of the page; good once. */
  async link(): Promise<string> {
    return (await findPage(this.#profile)).link;
  }

  async leave(): Promise<void> {
    this.#watch?.close();
    this.#api?.close();
    this.#api = undefined;
    await this.#program?.stop();
    this.#program = undefined;
  }

  /** The process that held the keys has ended, and its supervisor has started another one. */
  async isStartedAnew(): Promise<void> {
    const before = this.api.hello.pid;
    const end = performance.now() + RESTART_TIMEOUT_MS;
    while (performance.now() < end) {
      const client = await connectApi(this.#profile).catch(() => undefined);
      client?.close();
      if (client !== undefined && client.hello.pid !== before) return;
      await sleep(RETRY_MS);
    }
    throw new Error(`${this.name} is not started anew`);
  }

  /** The first event, of all since the beginning, that is wanted. */
  async saw(wanted: (event: Event) => boolean): Promise<Event> {
    while (true) {
      const found = this.#events.find(wanted);
      if (found !== undefined) return found;
      await this.next();
    }
  }

  async sees(friend: string, presence: Friend['presence']): Promise<void> {
    while (true) {
      const { friends } = await this.api.call('friends.list');
      if (friends.some((other) => other.name === friend && other.relation === 'friend' && other.presence === presence))
        return;
      const count = this.#events.length;
      while (this.#events.length === count) await this.next();
    }
  }

  async receives(text: string): Promise<Message> {
    return await this.#message('in', text);
  }

  /** The text was written, in whatever face, and is on disk. */
  async wrote(text: string): Promise<Message> {
    return await this.#message('out', text);
  }

  /** Texts received, in the order in which they were told. */
  get received(): readonly string[] {
    return this.#events.flatMap((event) =>
      event.type === 'message' && event.message.direction === 'in' ? [event.message.text] : [],
    );
  }

  /** Each of them writes to one friend: a position is one message. */
  async hasState({ position }: Message, ...states: readonly MessageState[]): Promise<void> {
    await this.saw(
      (seen) =>
        seen.type === 'message-state' && states.includes(seen.state) && seen.from <= position && position <= seen.to,
    );
  }

  async #message(direction: Message['direction'], text: string): Promise<Message> {
    const event = await this.saw(
      (seen) => seen.type === 'message' && seen.message.direction === direction && seen.message.text === text,
    );
    if (event.type !== 'message') throw new Error('unreachable');
    return event.message;
  }

  /** Resolves at the next event. */
  async next(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#waiting.add(resolve);
    });
  }

  async #follow(api: ApiClient): Promise<void> {
    try {
      for await (const { cursor, event } of api.events(this.#cursor)) {
        if (cursor > 0) this.#cursor = cursor;
        this.#events.push(event);
        for (const wake of this.#waiting) wake();
        this.#waiting.clear();
      }
    } catch (error) {
      if (!isMiyuError(error)) throw error; // It left.
    }
  }
}
