/**
 * Our place at a home that relays: asked for after each sign-in, and again where it is lost; given back when the connection ends.
 * And what the home has said of it, for the status: no person needs to act, for messages go by the mailbox meanwhile.
 */
import type { RelaySeen } from '../core/doctor-seen.ts';
import { isMiyuError, MiyuError } from '../../shared/errors.ts';
import type { RelayLimit } from '../../shared/wire/generated/rendezvous.js';
import { backOff, pause } from './back-off.ts';
import type { Background } from './background.ts';
import type { FlowContext } from './context.ts';
import type { SignedIn } from './homes.ts';
import type { RelayPlaces } from './ports.ts';

const FIRST_RETRY_MS = 5_000;
/** A server that is full may have room later. */
const LONGEST_RETRY_MS = 10 * 60_000;
/** What a server says longer than this it has to say again. */
const LONGEST_LIMIT_MS = 60 * 60_000;

/** A friend whose relay says no is dialled every few minutes at the least; where nobody is called any more, it is forgotten. */
const ANSWER_LASTS_MS = 10 * 60_000;

export type RelayFault = 'relay-limit' | 'relay-refused';

export class Relays {
  readonly #context: Pick<FlowContext, 'clock' | 'random' | 'log'>;
  readonly #places: RelayPlaces;
  readonly #background: Background;
  readonly #changed: () => void;
  /** Monotonic milliseconds until which the home relays nothing for us. */
  #limitedUntil = -Infinity;
  #refused: RelayFault | undefined;
  #held = false;
  /** What a friend's relay has answered. */
  #answer: { readonly code: RelayFault; readonly until: number } | undefined;
  #running = Promise.resolve();

  /** @param changed called when `faults` may say something else */
  constructor(
    context: Pick<FlowContext, 'clock' | 'random' | 'log'>,
    places: RelayPlaces,
    background: Background,
    changed: () => void,
  ) {
    this.#context = context;
    this.#places = places;
    this.#background = background;
    this.#changed = changed;
    places.onAnswer((code) => this.#answered(code));
  }

  /** What does not work just now. */
  faults(): readonly RelayFault[] {
    const now = this.#context.clock.monotonic();
    const answer = this.#answer !== undefined && now < this.#answer.until ? this.#answer.code : undefined;
    const limit: RelayFault | undefined = now < this.#limitedUntil ? 'relay-limit' : undefined;
    return [...new Set([limit, this.#refused, answer].filter((code) => code !== undefined))];
  }

  /** What became of our own place; null: our home does not relay, or has not answered yet. */
  place(): RelaySeen {
    if (this.#context.clock.monotonic() < this.#limitedUntil) return 'limit';
    if (this.#refused !== undefined) return this.#refused === 'relay-limit' ? 'limit' : 'refused';
    return this.#held ? 'connected' : null;
  }

  signedIn({ client, signal }: SignedIn): void {
    this.#become(undefined);
    if (client.statement.relay !== true) return;
    this.#background.run('relay', () => {
      // The place of the connection before is given back first.
      this.#running = this.#running.then(() => this.#keep(client.server, signal));
      return this.#running;
    });
  }

  /** Told by our home before it ends the links. */
  limited({ retryAfterMs }: RelayLimit): void {
    const wait = Math.min(Number(retryAfterMs), LONGEST_LIMIT_MS);
    this.#limitedUntil = this.#context.clock.monotonic() + wait;
    this.#context.log.info('relay-limit', { ms: wait });
    this.#changed();
    setTimeout(() => this.#changed(), wait).unref();
  }

  #answered(code: RelayFault | undefined): void {
    const before = this.faults().join(' ');
    this.#answer = code === undefined ? undefined : { code, until: this.#context.clock.monotonic() + ANSWER_LASTS_MS };
    if (this.faults().join(' ') !== before) this.#changed();
  }

  async #keep(server: Uint8Array, signal: AbortSignal): Promise<void> {
    const stopped = AbortSignal.any([signal, this.#background.signal]);
    let failures = 0;
    while (!stopped.aborted) {
      try {
        const { ended } = await this.#places.reserve(server);
        failures = 0;
        this.#become(undefined);
        this.#held = true;
        this.#context.log.info('relay-place', { state: 'held' });
        await Promise.race([ended, aborted(stopped)]);
        this.#held = false;
      } catch (error) {
        if (!(error instanceof MiyuError)) throw error;
        const isAnswer = isMiyuError(error, 'relay-refused') || isMiyuError(error, 'relay-limit');
        if (isAnswer && !stopped.aborted) this.#become(error.code as RelayFault);
        this.#context.log.info('relay-place', { state: 'none', code: error.code });
      }
      failures += 1;
      await pause(backOff(failures, FIRST_RETRY_MS, LONGEST_RETRY_MS, this.#context.random), stopped);
    }
    await this.#places.release();
  }

  #become(refused: RelayFault | undefined): void {
    if (this.#refused === refused) return;
    this.#refused = refused;
    this.#changed();
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
