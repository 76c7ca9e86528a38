/** One line on a terminal's standard error that says that something goes on, and for how long; it is wiped before anything else is said. */
import type { Io } from './run.ts';

const SECOND_MS = 1_000;
/** To the line's beginning; clear to its end. */
const WIPE = '\r\u001b[K';

export interface ProgressLine {
  /** Before something is told. */
  wipe(): void;
  /** Wiped, and it does not come again. */
  end(): void;
}

const NONE: ProgressLine = { wipe: () => undefined, end: () => undefined };

/** @param words of so many seconds; without a terminal nothing is shown */
export function progressLine({ stderr, env }: Io, words: (seconds: number) => string): ProgressLine {
  if (stderr.isTTY !== true || env['TERM'] === 'dumb') return NONE;
  let seconds = 0;
  let isShown = false;
  const show = (): void => {
    stderr.write(`${WIPE}${words(seconds)}`);
    isShown = true;
    seconds += 1;
  };
  const wipe = (): void => {
    if (isShown) stderr.write(WIPE);
    isShown = false;
  };
  const timer = setInterval(show, SECOND_MS);
  show();
  return {
    wipe,
    end: () => {
      clearInterval(timer);
      wipe();
    },
  };
}
