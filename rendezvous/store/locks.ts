/**
 * Named locks, first come first served. Whoever wants several stands in all their queues at once and goes when he is first in
 * each: the order of arrival is the same in every queue, so nobody can wait in a circle.
 */
export interface Ticket {
  /** Resolves when every lock is held; undefined where they were free. */
  readonly turn: Promise<void> | undefined;
  release(): void;
}

interface Holder {
  readonly names: readonly string[];
  /** Locks of which it is not the first yet. */
  waiting: number;
  start: (() => void) | undefined;
}

export class Locks {
  /** The first of a queue holds the lock; a queue without anybody does not exist. */
  readonly #queues = new Map<string, Holder[]>();

  acquire(wanted: readonly string[]): Ticket {
    const names = wanted.length < 2 ? wanted : [...new Set(wanted)];
    const holder: Holder = { names, waiting: 0, start: undefined };
    for (const name of names) {
      const queue = this.#queues.get(name);
      if (queue === undefined) {
        this.#queues.set(name, [holder]);
      } else {
        queue.push(holder);
        holder.waiting += 1;
      }
    }
    const turn =
      holder.waiting === 0
        ? undefined
        : new Promise<void>((resolve) => {
            holder.start = resolve;
          });
    return { turn, release: () => this.#release(holder) };
  }

  #release(holder: Holder): void {
    for (const name of holder.names) {
      const queue = this.#queues.get(name)!;
      queue.shift();
      const next = queue[0];
      if (next === undefined) {
        this.#queues.delete(name);
      } else {
        next.waiting -= 1;
        if (next.waiting === 0) next.start?.();
      }
    }
  }
}
