/**
 * One live login: this device signs in as the newest, or learns which device is. Whichever way it hears that another has taken its place (a
 * push while it is signed in, a refusal as it signs in), it asks for that device's certificate before it believes it.
 */
import type { Random } from '../../shared/crypto/random.ts';
import { isMiyuError } from '../../shared/errors.ts';
import type { Log } from '../../shared/log.ts';
import type { LoginResponse, SessionReplaced } from '../../shared/wire/generated/rendezvous.js';
import type { Account } from './account.ts';
import { askElsewhere, openElsewhere, type Elsewhere } from './elsewhere.ts';
import type { RendezvousClient, Waiting } from './ports.ts';
import { signIn } from './sign-in.ts';

export class Succession {
  readonly #account: Account;
  readonly #random: Random;
  readonly #deviceName: string;
  readonly #log: Log;
  #elsewhere: Elsewhere | undefined;

  /** @param deviceName what this device calls itself to the account's others; '': nothing */
  constructor(account: Account, random: Random, deviceName: string, log: Log) {
    this.#account = account;
    this.#random = random;
    this.#deviceName = deviceName;
    this.#log = log;
  }

  /** The device that has taken this one's place, once that is known. */
  get elsewhere(): Elsewhere | undefined {
    return this.#elsewhere;
  }

  /**
   * @throws MiyuError 'signed-out': another device is the newest, and `elsewhere` says which | 'certificate-invalid': the server says so and
   *   cannot show it, and as the client
   */
  async signIn(client: RendezvousClient, waiting: Waiting): Promise<LoginResponse> {
    try {
      return await signIn(this.#account, this.#random, client, waiting, this.#deviceName);
    } catch (error) {
      const own = this.#account.own();
      // Of a server that was set back too far to be led up again, nobody else is the newest.
      const isAnother = isMiyuError(error, 'signed-out') && BigInt(error.detail ?? 0) >= own.epoch;
      if (isAnother) this.#elsewhere = await askElsewhere(own, client, waiting);
      throw error;
    }
  }

  /** Whether a push that says so is true. */
  isReplaced({ newest }: SessionReplaced): boolean {
    try {
      this.#elsewhere = openElsewhere(this.#account.own(), newest);
      return true;
    } catch (error) {
      if (!isMiyuError(error)) throw error;
      this.#log.warn('not-replaced', { code: error.code });
      return false;
    }
  }
}
