/** One of the two of the demonstration: a peer as a process, spoken to over its API, and all that it told so far. */
import { connectApi } from '../node/api/client.ts';
import type { ApiClient } from '../node/api/client.ts';
import type { Event, Friend, Message, MessageState } from '../node/api/contract-views.ts';
import { isMiyuError } from '../shared/errors.ts';
import { startProgram } from './processes.ts';
import type { Program } from './processes.ts';

export class Person {
  readonly name: string;
  readonly #profile: string;
  #program: Program | undefined;
  #api: ApiClient | undefined;
  #watch: ApiClient | undefined;
  /** Cursor of the last durable event, so that a return goes on from it. */
  #cursor = 0;
  readonly #events: Event[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(name: string, profile: string) {
    this.name = name;
    this.#profile = profile;
  }

  get api(): ApiClient {
    if (this.#api === undefined) throw new Error(`${this.name} is not here`);
    return this.#api;
  }

  async arrive(): Promise<void> {
    const args = ['up', '--json', '--profile', this.#profile, '--listen', '/ip4/127.0.0.1/tcp/0'];
    this.#program = startProgram('miyu', args);
    await this.#program.ready;
    this.#api = await connectApi(this.#profile);
    this.#watch = await connectApi(this.#profile);
    void this.#follow(this.#watch);
  }

  async leave(): Promise<void> {
    this.#watch?.close();
    this.#api?.close();
    this.#api = undefined;
    await this.#program?.stop();
    this.#program = undefined;
  }

  /** The first event, of all since the beginning, that is wanted. */
  async saw(wanted: (event: Event) => boolean): Promise<Event> {
    while (true) {
      const found = this.#events.find(wanted);
      if (found !== undefined) return found;
      await this.#more();
    }
  }

  async sees(friend: string, presence: Friend['presence']): Promise<void> {
    while (true) {
      const { friends } = await this.api.call('friends.list');
      if (friends.some((other) => other.name === friend && other.relation === 'friend' && other.presence === presence))
        return;
      const count = this.#events.length;
      while (this.#events.length === count) await this.#more();
    }
  }

  async receives(text: string): Promise<Message> {
    const event = await this.saw(
      (seen) => seen.type === 'message' && seen.message.direction === 'in' && seen.message.text === text,
    );
    if (event.type !== 'message') throw new Error('unreachable');
    return event.message;
  }

  /** Texts received, in the order in which they were told. */
  get received(): readonly string[] {
    return this.#events.flatMap((event) =>
      event.type === 'message' && event.message.direction === 'in' ? [event.message.text] : [],
    );
  }

  /** Each of them writes to one friend: a position is one message. */
  async hasState({ position }: Message, state: MessageState): Promise<void> {
    await this.saw(
      (seen) => seen.type === 'message-state' && seen.state === state && seen.from <= position && position <= seen.to,
    );
  }

  /** Resolves at the next event. */
  async #more(): Promise<void> {
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
