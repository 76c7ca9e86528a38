/** How far a run is: a bar with an estimate on a terminal's standard error, a plain line now and then elsewhere. */

const WIDTH = 24;
const PLAIN_MS = 30_000;
/** An estimate from less would jump about. */
const LEAST_SHARE = 0.01;

export interface Goal {
  readonly what: string;
  readonly goal: number;
}

const digits = (value: number): string => value.toLocaleString('en');

export function duration(seconds: number): string {
  if (seconds < 90) return `${seconds.toFixed(0)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** @param goals in the order in which `show` is told what is done of each; all of them must be reached */
export function progressBar(title: string, goals: readonly Goal[]) {
  const begun = performance.now();
  let first: number | undefined;
  let told = begun;
  return {
    show(done: readonly number[]): void {
      const share = Math.min(1, ...goals.map(({ goal }, i) => (done[i] ?? 0) / Math.max(1, goal)));
      // What earlier sittings did says nothing of this one's pace.
      first ??= share;
      const now = performance.now();
      const elapsed = (now - begun) / 1_000;
      const gained = share - first;
      const left = gained > LEAST_SHARE ? ` · about ${duration((elapsed / gained) * (1 - share))} left` : '';
      const counts = goals.map(({ what, goal }, i) => `${digits(done[i] ?? 0)} of ${digits(goal)} ${what}`).join(' · ');
      const text = `${counts} · ${duration(elapsed)}${left}`;
      if (process.stderr.isTTY) {
        const bar = '█'.repeat(Math.floor(WIDTH * share)).padEnd(WIDTH, '░');
        process.stderr.write(`\r\x1b[2K${title} ${bar} ${text}`);
      } else if (now - told > PLAIN_MS) {
        told = now;
        console.error(`${title}: ${text}`);
      }
    },
    end(): void {
      if (process.stderr.isTTY) process.stderr.write('\r\x1b[2K');
    },
  };
}
