/**
 * Connections to foreign homes, where we are a guest: opened when somebody needs one, shared, kept while they are used.
 * A server that failed is left alone for a while that grows, so that a dead one costs its callers nothing but an error.
 */
import { toHex } from '../../shared/ids.ts';
import { MiyuError } from '../../shared/errors.ts';
import type { Home } from '../../shared/wire/generated/identity.js';
import { backOff, within } from './back-off.ts';
import type { FlowContext } from './context.ts';
import type { Rendezvous, RendezvousClient, Waiting } from './ports.ts';

/** Foreign servers at once: friends rarely live at more homes, and each costs both sides a connection. */
export const MAX_GUEST_CONNECTIONS = 32;
/** An unused connection is closed after this time. */
export const GUEST_IDLE_MS = 2 * 60_000;
/** Dial, hello and introduction together. */
const OPEN_TIMEOUT_MS = 15_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
/** Servers whose failure is remembered. */
const MAX_FAILURES = 256;

export type Met = (client: RendezvousClient) => Promise<void>;

interface Guest {
  readonly opening: Promise<RendezvousClient>;
  client: RendezvousClient | undefined;
  idle: NodeJS.Timeout;
}
interface Failure {
  readonly error: MiyuError;
  readonly count: number;
  /** Monotonic milliseconds. */
  readonly until: number;
}

export class Guests {
  readonly #context: Pick<FlowContext, 'own' | 'clock' | 'random' | 'log'>;
  readonly #rendezvous: Rendezvous;
  readonly #met: Met | undefined;
  readonly #guests = new Map<string, Guest>();
  readonly #failures = new Map<string, Failure>();
  readonly #stopped = new AbortController();

  constructor(context: Pick<FlowContext, 'own' | 'clock' | 'random' | 'log'>, rendezvous: Rendezvous, met?: Met) {
    this.#context = context;
    this.#rendezvous = rendezvous;
    this.#met = met;
  }

  /** @throws MiyuError 'server-unreachable' | 'server-key-mismatch' | 'busy' (too many at once) | 'timeout' | 'aborted' | … */
  async clientFor(home: Home, waiting: Waiting = {}): Promise<RendezvousClient> {
    if (this.#stopped.signal.aborted) throw new MiyuError('closed');
    const key = toHex(home.server);
    const known = this.#guests.get(key);
    if (known !== undefined) {
      this.#touch(key, known);
      return await within(known.opening, waiting);
    }
    const failure = this.#failures.get(key);
    const left = failure === undefined ? 0 : failure.until - this.#context.clock.monotonic();
    if (failure !== undefined && left > 0) {
      throw new MiyuError(failure.error.code, { cause: failure.error, retryAfterMs: Math.ceil(left) });
    }
    this.#makeRoom();
    const guest: Guest = { opening: this.#open(key, home), client: undefined, idle: setTimeout(() => {}, 0) };
    this.#guests.set(key, guest);
    this.#touch(key, guest);
    guest.opening.then(
      (client) => {
        guest.client = client;
        void client.closed.then(() => this.#forget(key, guest));
      },
      () => this.#forget(key, guest),
    );
    return await within(guest.opening, waiting);
  }

  /** True where the last attempt failed and its time is not over. */
  isAway(server: Uint8Array): boolean {
    const failure = this.#failures.get(toHex(server));
    return failure !== undefined && failure.until > this.#context.clock.monotonic();
  }

  /** Closes all: this device has a new certificate to introduce itself with. */
  async closeAll(): Promise<void> {
    const guests = [...this.#guests];
    this.#failures.clear();
    await Promise.all(
      guests.map(async ([key, guest]) => {
        this.#forget(key, guest);
        await guest.client?.close();
      }),
    );
  }

  async stop(): Promise<void> {
    this.#stopped.abort(new MiyuError('closed'));
    await this.closeAll();
  }

  async #open(key: string, home: Home): Promise<RendezvousClient> {
    const signal = AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(OPEN_TIMEOUT_MS)]);
    let client: RendezvousClient | undefined;
    try {
      client = await this.#rendezvous.connect(home, { signal });
      const { statement, certificate } = this.#context.own();
      await client.introduce({ statement, certificate }, { signal });
      await this.#met?.(client);
      this.#failures.delete(key);
      return client;
    } catch (error) {
      await client?.close();
      const failed = error instanceof MiyuError ? error : new MiyuError('server-unreachable', { cause: error });
      this.#remember(key, failed);
      throw failed;
    }
  }

  #remember(key: string, error: MiyuError): void {
    if (this.#stopped.signal.aborted) return;
    const count = (this.#failures.get(key)?.count ?? 0) + 1;
    const wait = Math.max(
      backOff(count, FIRST_RETRY_MS, LONGEST_RETRY_MS, this.#context.random),
      error.retryAfterMs ?? 0,
    );
    this.#failures.delete(key);
    this.#failures.set(key, { error, count, until: this.#context.clock.monotonic() + wait });
    for (const oldest of this.#failures.keys()) {
      if (this.#failures.size <= MAX_FAILURES) break;
      this.#failures.delete(oldest);
    }
  }

  /** Newest use last: the order in which the map gives up connections. */
  #touch(key: string, guest: Guest): void {
    clearTimeout(guest.idle);
    guest.idle = setTimeout(() => this.#end(key, guest), GUEST_IDLE_MS);
    guest.idle.unref();
    this.#guests.delete(key);
    this.#guests.set(key, guest);
  }

  #makeRoom(): void {
    if (this.#guests.size < MAX_GUEST_CONNECTIONS) return;
    for (const [key, guest] of this.#guests) {
      // One that is being opened has callers who wait for it.
      if (guest.client === undefined) continue;
      this.#end(key, guest);
      return;
    }
    throw new MiyuError('busy', { retryAfterMs: FIRST_RETRY_MS });
  }

  #forget(key: string, guest: Guest): void {
    clearTimeout(guest.idle);
    if (this.#guests.get(key) === guest) this.#guests.delete(key);
  }

  #end(key: string, guest: Guest): void {
    this.#forget(key, guest);
    void guest.opening
      .then((client) => client.close())
      .catch((error: unknown) => {
        const code = error instanceof MiyuError ? error.code : 'internal';
        this.#context.log.info('guest-closed', { code });
      });
  }
}
