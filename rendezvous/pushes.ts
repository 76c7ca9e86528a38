/** MailWaiting for accounts that get much mail: the first goes out at once, what follows within a pause goes out as one. */
import { toHex } from '../shared/ids.ts';

export class MailPushes {
  readonly #pauseMs: number;
  readonly #push: (account: Uint8Array, highest: bigint) => boolean;
  /** Accounts within their pause, and the number that waits to be told. */
  readonly #pausing = new Map<string, bigint | undefined>();

  /** @param push false: nobody is there to be told */
  constructor(pauseMs: number, push: (account: Uint8Array, highest: bigint) => boolean) {
    this.#pauseMs = pauseMs;
    this.#push = push;
  }

  tell(account: Uint8Array, highest: bigint): void {
    const key = toHex(account);
    if (this.#pausing.has(key)) {
      const waiting = this.#pausing.get(key);
      if (waiting === undefined || highest > waiting) this.#pausing.set(key, highest);
    } else if (this.#push(account, highest)) {
      this.#pause(key, account);
    }
  }

  #pause(key: string, account: Uint8Array): void {
    this.#pausing.set(key, undefined);
    setTimeout(() => {
      const waiting = this.#pausing.get(key);
      this.#pausing.delete(key);
      if (waiting !== undefined) this.tell(account, waiting);
    }, this.#pauseMs).unref();
  }
}
