/** What became of own messages, gathered for a moment: a hundred that arrive together are one line, not a hundred. */

/** Long enough to gather a burst, short enough to seem at once. */
const GATHER_MS = 120;

export class StateNews {
  readonly #tell: (line: string) => void;
  readonly #waiting = new Map<string, { count: number; line: (count: number) => string }>();
  #timer: NodeJS.Timeout | undefined;

  constructor(tell: (line: string) => void) {
    this.#tell = tell;
  }

  /** @param messages how many of them */
  add(state: string, messages: number, line: (count: number) => string): void {
    const count = (this.#waiting.get(state)?.count ?? 0) + messages;
    this.#waiting.set(state, { count, line });
    this.#timer ??= setTimeout(() => {
      this.flush();
    }, GATHER_MS);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const { count, line } of this.#waiting.values()) this.#tell(line(count));
    this.#waiting.clear();
  }
}
