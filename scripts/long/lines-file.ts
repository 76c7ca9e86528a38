/**
 * What a part has done so far, a line of JSON for each piece: it may be killed at any moment. A line that was cut off is a piece that
 * is done again.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

export class LinesFile<T> {
  readonly #path: string;
  readonly lines: T[];

  /** @throws Error where the folder holds a run of another seed */
  constructor(folder: string, seed: number) {
    mkdirSync(folder, { recursive: true });
    this.#path = join(folder, 'done.jsonl');
    const text = existsSync(this.#path) ? readFileSync(this.#path, 'utf8') : '';
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    // What is added later must not stand behind half a line.
    if (whole.length < text.length) truncateSync(this.#path, Buffer.byteLength(whole));
    const [first, ...lines] = whole.split('\n').filter((line) => line !== '');
    if (first === undefined) appendFileSync(this.#path, `${JSON.stringify({ seed })}\n`);
    else if ((JSON.parse(first) as { seed: number }).seed !== seed) {
      throw new Error(`${folder} holds a run of another seed: go on with that, or elsewhere`);
    }
    this.lines = lines.map((line) => JSON.parse(line) as T);
  }

  add(line: T): void {
    appendFileSync(this.#path, `${JSON.stringify(line)}\n`);
    this.lines.push(line);
  }
}
