/** `miyu up`: the supervisor in the foreground, and what it tells; with `background`, the same in a process of its own. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../shared/clock.ts';
import { MiyuError } from '../shared/errors.ts';
import type { ErrorCode } from '../shared/errors.ts';
import { makeFolder } from '../shared/folders.ts';
import { loadPeerSettings } from './config.ts';
import { DAEMON_ARGUMENT } from './daemon-argument.ts';
import { supervise } from './supervisor.ts';
import type { Ending, ReadyReport } from './supervisor.ts';

export interface UpRequest {
  readonly profile: string;
  readonly flags: Readonly<Record<string, unknown>>;
  readonly onReady: (report: ReadyReport, after: Ending | null) => void;
  readonly onCrashed: (pauseMs: number) => void;
}

/** The program that this process runs: the bundle beside this module, or the source itself. */
const program = (): URL => new URL(import.meta.url.endsWith('.ts') ? './main.ts' : './miyu.js', import.meta.url);

/**
 * Runs the peer until it is stopped: by `miyu stop`, SIGINT, SIGTERM or SIGHUP. A second signal ends it at once.
 * @throws MiyuError 'config-invalid', what keeps the peer from running, 'daemon-failed'
 */
export async function runUp(request: UpRequest): Promise<void> {
  const settings = loadPeerSettings(request.profile, request.flags, process.env);
  makeFolder(settings.profile);
  const stop = new AbortController();
  const kill = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) kill.abort();
    else stop.abort();
  };
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, onSignal);
  const release = obeyStarter(() => {
    stop.abort();
  });
  try {
    await supervise({
      child: { module: fileURLToPath(program()), args: [DAEMON_ARGUMENT] },
      settings,
      clock: systemClock,
      signal: stop.signal,
      killSignal: kill.signal,
      events: {
        ready: (report, after) => {
          request.onReady(report, after);
          tellStarter({ ready: report });
        },
        crashed: request.onCrashed,
      },
    });
  } catch (error) {
    if (error instanceof MiyuError) tellStarter({ failed: error.code, detail: error.detail ?? null });
    throw error;
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
    release();
  }
}

/** Set for a supervisor in the background: it outlives whoever started it. */
const BACKGROUND = 'MIYU_BACKGROUND';

/** A program that started us with a channel may tell us to stop; and we end with it, unless we are in the background. */
function obeyStarter(stop: () => void): () => void {
  if (process.send === undefined || process.env[BACKGROUND] !== undefined) return () => undefined;
  const onMessage = (message: unknown): void => {
    if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'stop') stop();
  };
  process.on('message', onMessage);
  process.on('disconnect', stop);
  // It ended while we started: nobody will tell.
  if (!process.connected) setImmediate(stop);
  return () => {
    process.off('message', onMessage);
    process.off('disconnect', stop);
    if (process.connected) process.disconnect(); // Or the channel would keep this process alive.
  };
}

/** What a supervisor in the background tells whoever started it, once. */
type Word = { readonly ready: ReadyReport } | { readonly failed: ErrorCode; readonly detail: number | null };

function tellStarter(word: Word): void {
  if (process.env[BACKGROUND] === undefined || process.send === undefined || !process.connected) return;
  process.send(word, () => {
    if (process.connected) process.disconnect();
  });
}

/**
 * Starts `miyu up` with these arguments as a process of its own, which stays when this one ends. It prints nothing: what
 * matters later stands in the profile's log.
 * @returns once the peer is ready, or cannot be: what its supervisor told
 * @throws MiyuError what keeps the peer from running
 */
export async function runInBackground(args: readonly string[]): Promise<ReadyReport & { supervisor: number }> {
  const child = spawn(process.execPath, [fileURLToPath(program()), ...args], {
    detached: true,
    env: { ...process.env, [BACKGROUND]: '1' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const report = await new Promise<ReadyReport>((resolve, reject) => {
    child.once('message', (word: Word) => {
      if ('ready' in word) resolve(word.ready);
      else reject(new MiyuError(word.failed, word.detail === null ? {} : { detail: word.detail }));
    });
    child.once('error', (cause) => {
      reject(new MiyuError('daemon-failed', { cause }));
    });
    child.once('exit', () => {
      reject(new MiyuError('daemon-failed'));
    });
  });
  child.unref();
  return { ...report, supervisor: child.pid ?? 0 };
}
