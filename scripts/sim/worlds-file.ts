/**
 * What the worlds of a run have shown so far, so that it can be stopped at any moment and go on: a line of JSON for each world that
 * came to its end, behind a first line that says whose worlds they are. A line that was cut off is a world that is run again.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { WorldKind } from './plan.ts';
import type { WorldResult } from './world.ts';

interface Run {
  readonly kind: WorldKind;
  readonly seed: number;
}

export interface WorldLine {
  readonly world: number;
  readonly result: WorldResult;
  /** Of the run, since the line before or the sitting's begin. */
  readonly seconds: number;
}

export class WorldsFile {
  readonly #path: string;

  /** @throws Error where the folder holds a run of another kind or seed */
  constructor(folder: string, run: Run) {
    mkdirSync(folder, { recursive: true });
    this.#path = join(folder, 'worlds.jsonl');
    const present = WorldsFile.run(folder);
    if (present === undefined) appendFileSync(this.#path, `${JSON.stringify(run)}\n`);
    else if (present.kind !== run.kind || present.seed !== run.seed) {
      throw new Error(
        `${folder} holds a run of ${present.kind} with seed ${present.seed}: go on with that, or elsewhere`,
      );
    }
  }

  /** Whose worlds a folder holds; undefined: none yet. */
  static run(folder: string): Run | undefined {
    const path = join(folder, 'worlds.jsonl');
    if (!existsSync(path)) return undefined;
    const text = readFileSync(path, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    // What is added later must not stand behind half a line.
    if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole));
    return whole === '' ? undefined : (JSON.parse(whole.slice(0, whole.indexOf('\n'))) as Run);
  }

  read(): WorldLine[] {
    const [, ...lines] = readFileSync(this.#path, 'utf8').split('\n');
    lines.pop();
    return lines.map((line) => JSON.parse(line) as WorldLine);
  }

  add(line: WorldLine): void {
    appendFileSync(this.#path, `${JSON.stringify(line)}\n`);
  }
}
