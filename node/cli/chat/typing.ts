/** Who types: the friend, as the open chat shows it; and this person, as the friend is told. */

/** The peer tells a friend no more often, and a friend's peer forgets it after 6 s. */
const AGAIN_MS = 3_000;
/** The peer says when a friend has stopped. Where that is lost, nobody is shown as typing for longer than anybody types a line. */
const LONGEST_MS = 60_000;

/** Whether the friend of the open chat types. */
export class FriendTyping {
  readonly #show: (active: boolean) => void;
  #timer: NodeJS.Timeout | undefined;

  /** @param show called with each change, and only then */
  constructor(show: (active: boolean) => void) {
    this.#show = show;
  }

  set(active: boolean): void {
    const before = this.#timer !== undefined;
    clearTimeout(this.#timer);
    this.#timer = active
      ? setTimeout(() => {
          this.set(false);
        }, LONGEST_MS)
      : undefined;
    this.#timer?.unref();
    if (active !== before) this.#show(active);
  }
}

/** Tells that this person types. Whether anybody is to be told at all, the peer knows: the switch, the link, the friendship. */
export class OwnTyping {
  readonly #tell: (account: string, active: boolean) => void;
  /** Whom it was told, and when by the monotonic clock. */
  #told: { readonly account: string; readonly at: number } | undefined;

  constructor(tell: (account: string, active: boolean) => void) {
    this.#tell = tell;
  }

  /** @param account whose chat the text is for; undefined: nobody's */
  set(account: string | undefined): void {
    const told = this.#told;
    if (told !== undefined && told.account !== account) {
      this.#told = undefined;
      this.#tell(told.account, false);
    }
    if (account === undefined) return;
    const now = performance.now();
    if (this.#told !== undefined && now - this.#told.at < AGAIN_MS) return;
    this.#told = { account, at: now };
    this.#tell(account, true);
  }
}
