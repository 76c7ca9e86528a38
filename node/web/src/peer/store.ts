/**
 * A value that React follows with useSyncExternalStore. What a person does shows at once; what events bring shows once a
 * frame, so that a thousand of them in a second are sixty renderings.
 */
const FRAME_MS = 16;

export class Store<T> {
  #shown: T;
  #newest: T;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(start: T) {
    this.#shown = start;
    this.#newest = start;
  }

  /** What is shown: the same until listeners are told. */
  readonly get = (): T => this.#shown;

  /** What is known, which may not be shown yet. */
  get newest(): T {
    return this.#newest;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** Shown with the next frame. */
  set(next: T): void {
    this.#newest = next;
    if (next === this.#shown) return;
    this.#timer ??= setTimeout(() => {
      this.#show();
    }, FRAME_MS);
  }

  setNow(next: T): void {
    this.#newest = next;
    this.#show();
  }

  #show(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#shown === this.#newest) return;
    this.#shown = this.#newest;
    for (const listener of [...this.#listeners]) listener();
  }
}
