/** Runs of the doctor, one at a time, as several faces may follow them: what has been found so far stays for who asks later. */
import type { Check, DoctorReport } from './doctor.ts';
import { MiyuError } from '../../shared/errors.ts';

/** Longest wait of one question; the face asks again. */
const FOLLOW_MS = 10_000;

export interface DoctorNews {
  readonly run: number;
  /** Checks behind those that the face has. */
  readonly checks: readonly Check[];
  /** null: it goes on. */
  readonly report: DoctorReport | null;
}

interface Run {
  readonly number: number;
  readonly who: string | undefined;
  readonly checks: Check[];
  report: DoctorReport | undefined;
  failure: Error | undefined;
  changed: PromiseWithResolvers<void>;
}

export class DoctorRuns {
  #newest: Run | undefined;
  #last = 0;

  /**
   * Begins, or joins the run that goes on for the same friend.
   * @throws MiyuError 'busy' while another goes on
   */
  begin(who: string | undefined, work: (onCheck: (check: Check) => void) => Promise<DoctorReport>): number {
    const running = this.#newest;
    if (running !== undefined && running.report === undefined && running.failure === undefined) {
      if (running.who === who) return running.number;
      throw new MiyuError('busy', { retryAfterMs: 1_000 });
    }
    const run: Run = {
      ...{ number: (this.#last += 1), who, checks: [], report: undefined, failure: undefined },
      changed: Promise.withResolvers<void>(),
    };
    this.#newest = run;
    const changed = (): void => {
      run.changed.resolve();
      run.changed = Promise.withResolvers<void>();
    };
    work((check) => {
      run.checks.push(check);
      changed();
    })
      .then(
        (report) => {
          run.report = report;
        },
        (error: unknown) => {
          run.failure = error instanceof Error ? error : new MiyuError('internal', { cause: error });
        },
      )
      .finally(changed);
    return run.number;
  }

  /**
   * What came behind the first `after` checks; waits for it where there is nothing yet.
   * @throws MiyuError 'usage' where there is no such run (any more), or what the run failed with
   */
  async follow(number: number, after: number): Promise<DoctorNews> {
    const run = this.#newest;
    if (run?.number !== number) throw new MiyuError('usage', { field: 'run' });
    if (run.checks.length <= after && run.report === undefined && run.failure === undefined) {
      let timer: NodeJS.Timeout | undefined;
      const end = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, FOLLOW_MS);
      });
      await Promise.race([run.changed.promise, end]);
      clearTimeout(timer);
    }
    if (run.failure !== undefined) throw run.failure;
    return { run: number, checks: run.checks.slice(after), report: run.report ?? null };
  }
}
