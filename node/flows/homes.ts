/**
 * The connection to our own home, kept up for as long as this device is the newest, and the way to foreign homes.
 *
 *   stopped → connecting      start
 *   connecting → online       connected to the pinned server, login proof accepted
 *   online → connecting       the connection ended; again after a pause that grows
 *   connecting → signed-out   the server knows a newer epoch
 *   online → signed-out       SessionReplaced: a newer device has just signed in
 *   signed-out → connecting   start (the person takes over, or signs in again)
 *   any → stopped             stop
 *
 * A device that is signed out never tries by itself, so two devices of one account cannot throw each other out in turns.
 */
import { isMiyuError, MiyuError, type ErrorCode } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import type { Home } from '../../shared/wire/generated/identity.js';
import type { LoginResponse, RendezvousPush, SessionReplaced } from '../../shared/wire/generated/rendezvous.js';
import { abortReason, backOff, pause, within } from './back-off.ts';
import type { FlowContext, Homes } from './context.ts';
import { Guests, type Met } from './guests.ts';
import type { Rendezvous, RendezvousClient, Waiting } from './ports.ts';

/** Dial, hello and login together. */
const SIGN_IN_TIMEOUT_MS = 15_000;
const FIRST_RETRY_MS = 250;
/** At first a server that comes back is found within seconds; one that stays away is asked less often. */
const LONGEST_RETRY_MS = 6_000;
const AWAY_RETRY_MS = 30_000;
const AWAY_AFTER_MS = 5 * 60_000;
/** A connection that lasted this long was good: what comes after it starts from the shortest pause. */
const STEADY_MS = 10_000;
const LOGOUT_TIMEOUT_MS = 3_000;
/** Whoever announces our server again and again makes us try so often within this time, and no more. */
const SEEN_WITHIN_MS = 10_000;
const MOST_SEEN = 3;

export type HomeState = 'stopped' | 'connecting' | 'online' | 'signed-out';

export interface HomeNews {
  readonly state: HomeState;
  /** Why it is not online, where an attempt said so. */
  readonly reason: ErrorCode | undefined;
}

export interface SignedIn {
  readonly client: RendezvousClient;
  readonly login: LoginResponse;
  /** Ends with this connection. */
  readonly signal: AbortSignal;
}

type HomesContext = Pick<FlowContext, 'own' | 'clock' | 'random' | 'log'>;
/** Proves who we are on a fresh connection. Rejects with 'signed-out' where a newer epoch is known there. */
type SignIn = (client: RendezvousClient, waiting: Waiting) => Promise<LoginResponse>;
/** Whether a push that says so is true. */
type IsReplaced = (push: SessionReplaced) => boolean;

export class HomeConnections implements Homes {
  readonly #context: HomesContext;
  readonly #rendezvous: Rendezvous;
  readonly #signIn: SignIn;
  readonly #guests: Guests;
  readonly #isReplaced: IsReplaced;
  readonly #stateListeners: ((news: HomeNews) => void)[] = [];
  readonly #signInListeners: ((signedIn: SignedIn) => void)[] = [];
  readonly #pushListeners: ((push: RendezvousPush, signedIn: SignedIn) => void)[] = [];
  #state: HomeState = 'stopped';
  #reason: ErrorCode | undefined;
  /** When the last connection that was signed in ended, on the monotonic clock; undefined: there is one, or there was none. */
  #endedAt: number | undefined;
  #online: SignedIn | undefined;
  /** Monotonic milliseconds at which the last connection was signed in; undefined: it never was. */
  #onlineSince: number | undefined;
  #run: { readonly ended: Promise<void>; readonly controller: AbortController } | undefined;
  #wake = Promise.withResolvers<void>();
  /** Resolves at the end of the attempt under way. */
  #attempt = Promise.withResolvers<void>();
  /** When it was seen lately, monotonic milliseconds; and whether that was during an attempt that could not know of it. */
  #seenAt: readonly number[] = [];
  #isSeen = false;
  /** What the server has asked us to wait: nobody who announces it takes that away. */
  #asked = 0;

  /**
   * @param met called on each connection to a foreign home before anybody uses it; where it rejects, the connection is of no use
   * @param isReplaced where it is not, the server has lied, and the connection is given up
   */
  constructor(
    context: HomesContext,
    rendezvous: Rendezvous,
    signIn: SignIn,
    met?: Met,
    isReplaced: IsReplaced = () => true,
  ) {
    this.#context = context;
    this.#rendezvous = rendezvous;
    this.#signIn = signIn;
    this.#guests = new Guests(context, rendezvous, met);
    this.#isReplaced = isReplaced;
  }

  get state(): HomeNews {
    return { state: this.#state, reason: this.#reason };
  }

  /** Since the last connection to the own home ended, milliseconds; null: there is one, or there was none. */
  get endedMs(): number | null {
    return this.#endedAt === undefined ? null : this.#context.clock.monotonic() - this.#endedAt;
  }

  onState(listener: (news: HomeNews) => void): void {
    this.#stateListeners.push(listener);
  }
  /** Called after each login, before any of that connection's pushes. */
  onSignedIn(listener: (signedIn: SignedIn) => void): void {
    this.#signInListeners.push(listener);
  }
  onPush(listener: (push: RendezvousPush, signedIn: SignedIn) => void): void {
    this.#pushListeners.push(listener);
  }

  /** Begins, or begins again after 'signed-out'. */
  start(): void {
    if (this.#run !== undefined) return;
    const controller = new AbortController();
    this.#attempt = Promise.withResolvers();
    this.#become('connecting', undefined);
    this.#run = { controller, ended: this.#keepUp(controller.signal) };
  }

  /** Waits for the end of the attempt under way, and starts one where the loop pauses. */
  async attempted(waiting: Waiting = {}): Promise<HomeNews> {
    if (this.#state === 'connecting') {
      const { promise } = this.#attempt;
      this.#wake.resolve();
      await within(promise, waiting);
    }
    return this.state;
  }

  /** Somebody says that this server is there. Where it is our home, and away as far as we know, the next attempt is made now. */
  seen(server: Uint8Array): void {
    if (this.#state !== 'connecting' || this.#asked > 0) return;
    if (!equalBytes(server, this.#context.own().home.server)) return;
    const now = this.#context.clock.monotonic();
    const lately = this.#seenAt.filter((at) => now - at < SEEN_WITHIN_MS);
    if (lately.length >= MOST_SEEN) return;
    this.#seenAt = [...lately, now];
    this.#isSeen = true;
    this.#wake.resolve();
  }

  ownClient(): RendezvousClient | undefined {
    return this.#online?.client;
  }

  async clientFor(home: Home, waiting: Waiting = {}): Promise<RendezvousClient> {
    if (this.#state === 'signed-out') throw new MiyuError('signed-out');
    if (!equalBytes(home.server, this.#context.own().home.server)) return await this.#guests.clientFor(home, waiting);
    return this.ownClient() ?? this.#unavailable();
  }

  /** Our own home, signed in; waits for an attempt, and makes one where the loop pauses. For what a person waits for. */
  async ownHome(waiting: Waiting = {}): Promise<RendezvousClient> {
    if (this.#online === undefined) await this.attempted({ timeoutMs: SIGN_IN_TIMEOUT_MS, ...waiting });
    return this.ownClient() ?? this.#unavailable();
  }

  /** Like clientFor, but our own home is waited for. */
  async reach(home: Home, waiting: Waiting = {}): Promise<RendezvousClient> {
    const own = equalBytes(home.server, this.#context.own().home.server);
    return own ? await this.ownHome(waiting) : await this.clientFor(home, waiting);
  }

  /** False where we know that this server does not answer just now. */
  seemsUp(server: Uint8Array): boolean {
    return equalBytes(server, this.#context.own().home.server)
      ? this.#online !== undefined
      : !this.#guests.isAway(server);
  }

  /** Tells the server that this device leaves, and ends. True: the server has acknowledged. */
  async signOut(): Promise<boolean> {
    const client = this.ownClient();
    let acknowledged = false;
    try {
      await client?.logout({ timeoutMs: LOGOUT_TIMEOUT_MS });
      acknowledged = client !== undefined;
    } catch (error) {
      this.#context.log.info('logout-unacknowledged', { code: codeOf(error) });
    }
    await this.stop();
    return acknowledged;
  }

  async stop(): Promise<void> {
    const run = this.#run;
    run?.controller.abort(new MiyuError('closed'));
    await run?.ended;
    await this.#guests.stop();
    this.#become('stopped', undefined);
  }

  #unavailable(): never {
    if (this.#state === 'signed-out') throw new MiyuError('signed-out');
    throw new MiyuError(this.#reason ?? 'server-unreachable');
  }

  async #keepUp(signal: AbortSignal): Promise<void> {
    let failures = 0;
    let failingSince = 0;
    while (!signal.aborted) {
      this.#onlineSince = undefined;
      this.#isSeen = false;
      this.#asked = 0;
      let reason: ErrorCode = 'link-closed';
      try {
        await this.#connection(signal);
      } catch (error) {
        if (isMiyuError(error, 'signed-out')) {
          this.#run = undefined;
          this.#become('signed-out', 'signed-out');
          this.#attempt.resolve();
          await this.#guests.closeAll();
          return;
        }
        if (signal.aborted) break;
        if (!(error instanceof MiyuError)) this.#context.log.fault(error);
        reason = codeOf(error);
        this.#asked = isMiyuError(error) ? (error.retryAfterMs ?? 0) : 0;
      }
      const now = this.#context.clock.monotonic();
      const steady = this.#onlineSince !== undefined && now - this.#onlineSince > STEADY_MS;
      failures = steady ? 1 : failures + 1;
      if (failures === 1) failingSince = now;
      this.#wake = Promise.withResolvers();
      this.#become('connecting', reason);
      this.#attempt.resolve();
      this.#attempt = Promise.withResolvers();
      const longest = now - failingSince < AWAY_AFTER_MS ? LONGEST_RETRY_MS : AWAY_RETRY_MS;
      const wait = Math.max(backOff(failures, FIRST_RETRY_MS, longest, this.#context.random), this.#asked);
      if (!this.#isSeen || this.#asked > 0) await pause(wait, signal, this.#wake.promise);
    }
    this.#attempt.resolve();
  }

  /** One connection, from the dial to its end. */
  async #connection(stopped: AbortSignal): Promise<void> {
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(SIGN_IN_TIMEOUT_MS)]);
    const client = await this.#rendezvous.connect(this.#context.own().home, { signal });
    const ended = new AbortController();
    try {
      const login = await this.#signIn(client, { signal });
      const signedIn: SignedIn = { client, login, signal: ended.signal };
      const replaced = Promise.withResolvers<never>();
      this.#online = signedIn;
      this.#onlineSince = this.#context.clock.monotonic();
      this.#endedAt = undefined;
      this.#become('online', undefined);
      this.#attempt.resolve();
      for (const listener of this.#signInListeners) listener(signedIn);
      client.onPush((push) => {
        const { sessionReplaced } = push;
        if (sessionReplaced !== undefined)
          replaced.reject(new MiyuError(this.#isReplaced(sessionReplaced) ? 'signed-out' : 'certificate-invalid'));
        else for (const listener of this.#pushListeners) listener(push, signedIn);
      });
      await within(Promise.race([client.closed, replaced.promise]), { signal: stopped });
    } finally {
      if (this.#online !== undefined) this.#endedAt = this.#context.clock.monotonic();
      this.#online = undefined;
      ended.abort(new MiyuError('link-closed'));
      await client.close();
    }
    if (stopped.aborted) throw abortReason(stopped);
  }

  #become(state: HomeState, reason: ErrorCode | undefined): void {
    const changed = this.#state !== state || this.#reason !== reason;
    this.#state = state;
    this.#reason = reason;
    if (changed) for (const listener of this.#stateListeners) listener(this.state);
  }
}

const codeOf = (error: unknown): ErrorCode => (error instanceof MiyuError ? error.code : 'internal');
