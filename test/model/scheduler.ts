/**
 * Time that passes when the model says so. While it is installed, every setTimeout and setImmediate of the process is an entry
 * of its queue; between two entries all promises have their turn, so that what happens follows from the seed alone.
 */

interface Entry {
  at: number;
  readonly order: number;
  readonly run: () => void;
  over: boolean;
}

type Callback = (...args: unknown[]) => void;

/** Entries of one list: hundreds of times what the longest one needs; more is work that never ends. */
const MAX_STEPS = 300_000;

/** Taken before anybody replaces it. */
const realImmediate = setImmediate;

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    realImmediate(resolve);
  });

export class Scheduler {
  /** Monotonic milliseconds. */
  now = 0;
  /** Entries that ran: what a list has cost. */
  steps = 0;
  readonly #queue: Entry[] = [];
  #order = 0;

  /** Until the function that comes back is called, this process has no other timers. */
  install(): () => void {
    const real = { setTimeout, clearTimeout, setImmediate, clearImmediate };
    const cancel = (handle: unknown): void => {
      if (handle instanceof Handle) handle.cancel();
    };
    Object.assign(globalThis, {
      setTimeout: (run: Callback, ms = 0, ...args: unknown[]) => this.#handle(ms, run, args),
      setImmediate: (run: Callback, ...args: unknown[]) => this.#handle(0, run, args),
      clearTimeout: cancel,
      clearImmediate: cancel,
    });
    return () => {
      Object.assign(globalThis, real);
    };
  }

  #handle(ms: number, run: Callback, args: readonly unknown[]): Handle {
    return new Handle(
      this.after(ms, () => {
        run(...args);
      }),
    );
  }

  after(ms: number, run: () => void): () => void {
    const entry: Entry = { at: this.now + Math.max(0, ms), order: (this.#order += 1), run, over: false };
    this.#push(entry);
    return () => {
      entry.over = true;
    };
  }

  /** Entries that have not run and were not taken back. */
  get waiting(): number {
    return this.#queue.reduce((count, { over }) => count + (over ? 0 : 1), 0);
  }

  /** Lets everything happen that is due within this time; the clock stands at its end then. */
  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    await turn();
    while (await this.#step(end));
    this.now = end;
  }

  /** Lets time pass until the condition holds. @returns false where it does not within this time */
  async until(condition: () => boolean, ms: number): Promise<boolean> {
    const end = this.now + ms;
    await turn();
    while (!condition()) {
      if (!(await this.#step(end))) {
        this.now = end;
        return condition();
      }
    }
    return true;
  }

  async #step(end: number): Promise<boolean> {
    for (;;) {
      const entry = this.#queue[0];
      if (entry === undefined || entry.at > end) return false;
      this.#pop();
      if (entry.over) continue;
      entry.over = true;
      this.now = entry.at;
      this.steps += 1;
      if (this.steps > MAX_STEPS) throw new EndlessWork();
      entry.run();
      await turn();
      return true;
    }
  }

  // A binary heap: by time, then by the order in which they were asked for.
  #push(entry: Entry): void {
    const queue = this.#queue;
    let at = queue.length;
    queue.push(entry);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(entry, queue[parent]!)) break;
      queue[at] = queue[parent]!;
      at = parent;
    }
    queue[at] = entry;
  }

  #pop(): void {
    const queue = this.#queue;
    const last = queue.pop()!;
    if (queue.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= queue.length) break;
      if (child + 1 < queue.length && before(queue[child + 1]!, queue[child]!)) child += 1;
      if (!before(queue[child]!, last)) break;
      queue[at] = queue[child]!;
      at = child;
    }
    queue[at] = last;
  }
}

export class EndlessWork extends Error {}

const before = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** What the product gets as a timer. */
class Handle {
  readonly cancel: () => void;

  constructor(cancel: () => void) {
    this.cancel = cancel;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}
