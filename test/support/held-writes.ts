/** LevelDB's own batches, held by a test: each begins when it is told to, and ends when it is told to. */
import { Level } from 'level';
import { vi } from 'vitest';

export class HeldWrite {
  /** What LevelDB was asked for: `sync`. */
  readonly options: unknown;
  /** Operations of the batch. */
  readonly length: number;
  readonly #begin = Promise.withResolvers<void>();
  readonly #end = Promise.withResolvers<void>();
  readonly #written = Promise.withResolvers<void>();

  constructor(options: unknown, length: number) {
    this.options = options;
    this.length = length;
  }

  /** Lets LevelDB write; resolves when it has, while its caller still waits. */
  begin(): Promise<void> {
    this.#begin.resolve();
    return this.#written.promise;
  }

  /** Tells the caller that it is written. */
  end(): void {
    this.#begin.resolve();
    this.#end.resolve();
  }

  /** Nothing is written, and its caller is told so. */
  fail(error: Error): void {
    this.#begin.reject(error);
  }

  async run(write: () => Promise<void>): Promise<void> {
    await this.#begin.promise;
    await write();
    this.#written.resolve();
    await this.#end.promise;
  }
}

/** From now on every batch of every database waits. @returns those that were asked for, the oldest first */
export function holdWrites(): readonly HeldWrite[] {
  const writes: HeldWrite[] = [];
  const batch = Level.prototype.batch;
  vi.spyOn(Level.prototype, 'batch').mockImplementation(function (this: Level) {
    const made = batch.call(this) as ReturnType<Level['batch']>;
    const write = made.write.bind(made);
    made.write = (options?: object) => {
      const held = new HeldWrite(options, made.length);
      writes.push(held);
      return held.run(() => write(options ?? {}));
    };
    return made;
  } as never);
  return writes;
}
