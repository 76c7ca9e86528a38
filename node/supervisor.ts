/**
 * The parent of the process that holds keys. Keys leave memory with their process (JavaScript cannot wipe what it
 * imported): a sign-out ends the child, and this starts it again, locked. A child that crashed is started again with
 * growing pauses, and not for ever. This side loads neither network nor store and stays small.
 */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { MiyuError } from '../shared/errors.ts';
import type { ErrorCode } from '../shared/errors.ts';
import type { Clock } from '../shared/clock.ts';
import type { PeerSettings } from './config.ts';
import type { LockedBy } from './flows/peer.ts';

/** The child ends with this when it shall be started again, locked (EX_TEMPFAIL of sysexits: try again). */
export const EXIT_LOCKED = 75;
/** A child that crashed is started again after this time, doubled each time. */
const FIRST_PAUSE_MS = 500;
const LAST_PAUSE_MS = 15_000;
/** So many crashes within this time are no accident any more: it would go on for ever, and somebody should look. */
const MAX_CRASHES = 5;
const CRASH_WINDOW_MS = 10 * 60_000;
/** Friends get a goodbye and batches reach the disk well within this; then the child is ended by force. */
const STOP_TIMEOUT_MS = 15_000;

/** Why the child before this one ended: shown as the state until the password is given. */
export type Ending = 'signed-out' | 'locked' | 'crashed';

/** Parent → child. */
export type ToChild =
  | {
      readonly type: 'start';
      readonly settings: PeerSettings;
      readonly after: Ending | null;
      /** As the child before this one told it: kept here in memory alone. */
      readonly lockedBy: LockedBy | null;
    }
  | { readonly type: 'stop' };

export interface ReadyReport {
  readonly pid: number;
  readonly profile: string;
  readonly socket: string;
  /** Where the page is; says nothing secret. */
  readonly page: string | null;
  readonly listening: readonly string[];
  readonly state: string;
  /** Why the process before this one ended, where it was not the person who locked it. */
  readonly lockedBy: LockedBy | null;
  readonly device: string | null;
  readonly version: string;
}

/** Child → parent. */
export type ToParent =
  | { readonly type: 'ready'; readonly report: ReadyReport }
  /** It cannot run, and starting it again would not help. */
  | {
      readonly type: 'failed';
      readonly error: { readonly code: ErrorCode; readonly field?: string; readonly detail?: number };
    }
  | { readonly type: 'ending'; readonly ending: Ending; readonly lockedBy: LockedBy | null };

export interface SupervisorEvents {
  ready(report: ReadyReport, after: Ending | null): void;
  /** The child crashed; it is started again after this time. */
  crashed(pauseMs: number): void;
}

export interface SupervisorOptions {
  /** The module that the child runs, and the argument by which it knows that it is one. */
  readonly child: { readonly module: string; readonly args: readonly string[] };
  readonly settings: PeerSettings;
  readonly clock: Clock;
  readonly events: SupervisorEvents;
  /** Ends child and supervisor, cleanly. */
  readonly signal: AbortSignal;
  /** Ends the child at once: somebody pressed Ctrl-C twice. */
  readonly killSignal?: AbortSignal;
}

type Ended = {
  readonly code: number | null;
  readonly ending: Ending | null;
  readonly lockedBy: LockedBy | null;
  readonly ready: boolean;
};

/**
 * Runs until the peer was stopped (by `miyu stop`, or by the signal).
 * @throws MiyuError what keeps the child from running ('profile-in-use', 'port-taken', …), or 'daemon-failed' after
 *   too many crashes
 */
export async function supervise(options: SupervisorOptions): Promise<void> {
  const { clock, events, signal } = options;
  const crashes: number[] = [];
  let after: Ending | null = null;
  let lockedBy: LockedBy | null = null;
  while (!signal.aborted) {
    const ended = await runChild(options, after, lockedBy);
    if (signal.aborted || ended.code === 0) return;
    if (ended.code === EXIT_LOCKED) {
      after = ended.ending ?? 'locked';
      lockedBy = ended.lockedBy;
      continue;
    }
    after = 'crashed';
    const now = clock.monotonic();
    crashes.push(now);
    while (crashes[0] !== undefined && crashes[0] < now - CRASH_WINDOW_MS) crashes.shift();
    if (crashes.length >= MAX_CRASHES) throw new MiyuError('daemon-failed', { detail: crashes.length });
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (crashes.length - 1), LAST_PAUSE_MS);
    events.crashed(pause);
    await rest(pause, signal);
  }
}

async function runChild(options: SupervisorOptions, after: Ending | null, before: LockedBy | null): Promise<Ended> {
  const { child: program, settings, signal, killSignal, events } = options;
  const child = fork(program.module, program.args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let ending: Ending | null = null;
  let lockedBy: LockedBy | null = null;
  let ready = false;
  let failure: MiyuError | undefined;
  child.on('message', (message: ToParent) => {
    switch (message.type) {
      case 'ready':
        ready = true;
        events.ready(message.report, after);
        return;
      case 'failed':
        failure = new MiyuError(message.error.code, message.error);
        return;
      case 'ending':
        ending = message.ending;
        ({ lockedBy } = message);
    }
  });

  let killTimer: NodeJS.Timeout | undefined;
  const kill = (): void => void child.kill('SIGKILL');
  const stop = (): void => {
    tell(child, { type: 'stop' });
    killTimer ??= setTimeout(kill, STOP_TIMEOUT_MS);
  };
  signal.addEventListener('abort', stop, { once: true });
  killSignal?.addEventListener('abort', kill, { once: true });
  try {
    const exit = new Promise<number | null>((resolve, reject) => {
      child.once('error', (cause) => {
        reject(new MiyuError('daemon-failed', { cause }));
      });
      child.once('exit', resolve);
    });
    tell(child, { type: 'start', settings, after, lockedBy: before });
    if (signal.aborted) stop();
    const code = await exit;
    if (failure !== undefined) throw failure;
    return { code, ending, lockedBy, ready };
  } finally {
    clearTimeout(killTimer);
    signal.removeEventListener('abort', stop);
    killSignal?.removeEventListener('abort', kill);
  }
}

/** A child that is gone gets no message: its exit says all. */
function tell(child: ChildProcess, message: ToChild): void {
  if (child.connected) child.send(message, () => undefined);
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
