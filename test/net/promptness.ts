/** How long honest people wait while others are hostile. */

/** What they are promised (scenarios.md rows 3 and 17), from the call to the answer. */
export const PROMPT_MS = 2_000;

export class Waits {
  readonly #ms: number[] = [];

  /** Runs it to its end and notes how long it took. */
  async of<T>(run: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const result = await run();
    this.#ms.push(performance.now() - began);
    return result;
  }

  get count(): number {
    return this.#ms.length;
  }

  get longestMs(): number {
    return Math.max(...this.#ms);
  }

  toString(): string {
    return `${this.count} honest requests, the longest ${this.longestMs.toFixed(0)} ms`;
  }
}
