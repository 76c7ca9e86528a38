/** Attempts to reach friends that are under way at once: a start with hundreds of friends must not be a storm. */

/** With up to MAX_RACING dials each (node/core/path-race.ts): 32 connections at most are being made at any time. */
export const MAX_TURNS = 8;

export class DialTurns<Friend> {
  readonly #having = new Set<Friend>();
  /** In the order in which they asked; true: urgent. */
  readonly #waiting = new Map<Friend, boolean>();
  readonly #give: (friend: Friend) => void;

  /** @param give called once for each turn that was wanted, unless it is given back before */
  constructor(give: (friend: Friend) => void) {
    this.#give = give;
  }

  /** Once more: it may become urgent. */
  want(friend: Friend, urgent: boolean): void {
    if (this.#having.has(friend)) return;
    this.#waiting.set(friend, urgent || this.#waiting.get(friend) === true);
    this.#next();
  }

  /** The turn is over, or wanted no more. */
  release(friend: Friend): void {
    this.#waiting.delete(friend);
    if (this.#having.delete(friend)) this.#next();
  }

  #next(): void {
    while (this.#having.size < MAX_TURNS && this.#waiting.size > 0) {
      const urgent = [...this.#waiting].find(([, isUrgent]) => isUrgent);
      const [friend] = urgent ?? [...this.#waiting][0]!;
      this.#waiting.delete(friend);
      this.#having.add(friend);
      this.#give(friend);
    }
  }
}
