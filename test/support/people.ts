/** Real servers and real peers in one process, on 127.0.0.1: whole people, from the registration form to the chat. */
import { onTestFinished } from 'vitest';
import { createPeer, type PeerOptions } from '../../node/app.ts';
import type { CursorEvent, Friend, Peer, PeerEvent } from '../../node/flows/peer.ts';
import { ServerSettings } from '../../rendezvous/config.ts';
import { startServer, type RendezvousServer, type ServerOptions } from '../../rendezvous/server.ts';
import { quietPort } from './ports.ts';
import { temporaryFolder } from './temporary.ts';
import { until } from './until.ts';

export const PASSWORD = 'correct horse battery';
/** The cheapest derivation that is accepted: what is tested here is not its cost. */
export const CHEAP = { memoryKiB: 8 * 1024, passes: 1, parallelism: 1 } as const;

/** A server that can be stopped and started again at its old address with its old data. */
export class TestServer {
  #running: RendezvousServer | undefined;
  readonly #settings: ServerSettings;
  readonly #options: ServerOptions;

  constructor(settings: ServerSettings, options: ServerOptions) {
    this.#settings = settings;
    this.#options = options;
  }

  get running(): RendezvousServer {
    if (this.#running === undefined) throw new Error('the server is stopped');
    return this.#running;
  }

  /** Multiaddr with /p2p/. */
  get address(): string {
    const [address] = this.running.addresses();
    if (address === undefined) throw new Error('the server listens nowhere');
    return address;
  }

  async start(): Promise<void> {
    this.#running = await startServer(this.#settings, this.#options);
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    await running?.stop();
  }
}

export async function aServer(
  settings: Partial<ServerSettings> = {},
  options: ServerOptions = {},
): Promise<TestServer> {
  const server = new TestServer(
    ServerSettings.parse({
      data: await temporaryFolder(),
      listen: [`/ip4/127.0.0.1/tcp/${String(await quietPort())}`],
      // Everybody here comes from one address, and registers at once.
      acceptPerAddress: 1_000,
      acceptTotal: 1_000,
      registrationsPerMinute: 1_000,
      ...settings,
    }),
    options,
  );
  await server.start();
  onTestFinished(() => server.stop());
  return server;
}

/** A peer with a profile folder that outlives it, and everything that it told of. */
export class TestPerson {
  peer: Peer;
  readonly folder: string;
  readonly events: PeerEvent[] = [];
  readonly #options: Partial<PeerOptions>;

  private constructor(peer: Peer, folder: string, options: Partial<PeerOptions>) {
    this.peer = peer;
    this.folder = folder;
    this.#options = options;
    this.#listen();
  }

  static async with(options: Partial<PeerOptions> = {}): Promise<TestPerson> {
    const folder = options.folder ?? (await temporaryFolder());
    const person = new TestPerson(await open(folder, options), folder, options);
    onTestFinished(() => person.peer.stop());
    return person;
  }

  #listen(): void {
    this.peer.onEvent(({ event }: CursorEvent) => {
      this.events.push(event);
    });
  }

  /** Ends the process, as it were, and starts it again: locked. */
  async restart(): Promise<void> {
    await this.peer.stop();
    this.peer = await open(this.folder, this.#options);
    this.#listen();
  }

  /** Waits until a friend looks like that. */
  friend(name: string, what: string, is: (friend: Friend) => boolean): Promise<Friend> {
    return until(`${name} is ${what}`, () => this.peer.friends().find((friend) => friend.name === name && is(friend)));
  }

  isFriend(name: string): Promise<Friend> {
    return this.friend(name, 'a friend', ({ relation }) => relation === 'friend');
  }

  /** Waits until nobody of that name is in the list. */
  async lost(name: string): Promise<void> {
    await until(`${name} is gone`, () => this.peer.friends().every((friend) => friend.name !== name));
  }

  async asked(name: string): Promise<void> {
    await until(`a request by ${name}`, () => this.peer.requests().some((request) => request.name === name));
  }

  /** Waits for the event that says so; it follows what the list shows, for it waits for the disk. */
  async toldOf(name: string, change: string): Promise<void> {
    await until(`told that ${name} is ${change}`, () =>
      this.events.some((event) => event.type === 'friend' && event.name === name && event.change === change),
    );
  }

  /** Texts of a chat, oldest first. */
  texts(name: string): string[] {
    return this.peer.history({ with: name }).map(({ text }) => text);
  }
}

const open = (folder: string, options: Partial<PeerOptions>): Promise<Peer> =>
  createPeer({ folder, listen: ['/ip4/127.0.0.1/tcp/0'], dht: false, argon2: CHEAP, ...options });

/** Somebody who has registered and is online. */
export async function someone(
  name: string,
  server: TestServer,
  options: Partial<PeerOptions> = {},
): Promise<TestPerson> {
  const person = await TestPerson.with(options);
  await person.peer.register({ name, password: PASSWORD, server: server.address });
  return person;
}

/** `a` asks `b` (names), and `b` says yes. */
export async function befriend(a: TestPerson, nameA: string, b: TestPerson, nameB: string): Promise<void> {
  await a.peer.add({ who: nameB });
  await b.asked(nameA);
  await b.peer.accept(nameA);
  await Promise.all([a.isFriend(nameB), b.isFriend(nameA)]);
}
