/** Lines that were entered and wait to be taken. */
import type { Interface } from 'node:readline';

/** Lines typed or piped ahead of those that are being handled; then the input rests. */
const MAX_AHEAD = 64;

export class LineQueue {
  readonly #lines: string[] = [];
  readonly #waiting: ((line: string | undefined) => void)[] = [];
  readonly #input: Interface;
  #ended = false;

  constructor(input: Interface) {
    this.#input = input;
    input.on('line', (line) => {
      const taker = this.#waiting.shift();
      if (taker !== undefined) {
        taker(line);
        return;
      }
      this.#lines.push(line);
      if (this.#lines.length >= MAX_AHEAD) input.pause();
    });
    input.on('close', () => {
      this.end();
    });
  }

  next(): Promise<string | undefined> {
    const line = this.#lines.shift();
    if (line !== undefined) {
      if (this.#lines.length === 0 && !this.#ended) this.#input.resume();
      return Promise.resolve(line);
    }
    if (this.#ended) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  end(): void {
    this.#ended = true;
    for (const taker of this.#waiting.splice(0)) taker(undefined);
  }
}
