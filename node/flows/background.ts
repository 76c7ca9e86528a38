/** Work that nobody waits for: it is bounded by the peer's life, and its failures are told to the log by their code. */
import { MiyuError } from '../../shared/errors.ts';
import type { Log } from '../../shared/log.ts';

export class Background {
  readonly #log: Log;
  readonly #running = new Set<Promise<void>>();
  readonly #stopped = new AbortController();

  constructor(log: Log) {
    this.#log = log;
  }

  /** Ends when the peer stops. */
  get signal(): AbortSignal {
    return this.#stopped.signal;
  }

  run(what: string, work: () => Promise<unknown>): void {
    if (this.#stopped.signal.aborted) return;
    const running = work().then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof MiyuError) this.#log.info('background-failed', { action: what, code: error.code });
        else this.#log.fault(error);
      },
    );
    this.#running.add(running);
    void running.then(() => this.#running.delete(running));
  }

  /** Stops what is running, and waits for it. */
  async stop(): Promise<void> {
    this.#stopped.abort(new MiyuError('closed'));
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
