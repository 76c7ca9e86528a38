/** Starts the product's programs as processes and hears what they report: one JSON document a line on standard output. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { MiyuError } from '../shared/errors.ts';
import { isErrorCode } from '../shared/error-texts.ts';

/** A program reports within this time, also on a slow disk under load. */
const READY_TIMEOUT_MS = 60_000;
/** Longer than the programs give themselves to end cleanly. */
const STOP_TIMEOUT_MS = 20_000;
/** What a program says on standard error is kept this far, for the case that it fails. */
const MAX_KEPT_CHARACTERS = 4_000;
/** A report is a short line; more without a line end is no report. */
const MAX_LINE_CHARACTERS = 64 * 1024;

export type ProgramName = 'miyu' | 'miyu-rendezvous';

export interface Report {
  readonly event: string;
  readonly [name: string]: unknown;
}

export interface Program {
  readonly pid: number;
  /** What its `ready` line says. Rejects with the code that it reported, or 'daemon-failed'. */
  readonly ready: Promise<Report>;
  /** Resolves when it has ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  /** The end of what it said on standard error. */
  complaint(): string;
  /** Ends it cleanly, by force where it does not end. */
  stop(): Promise<void>;
  kill(): void;
}

/** Beside this bundle; where the sources run as they are, the source itself. */
function programFile(name: ProgramName): string {
  const source = name === 'miyu' ? '../node/main.ts' : '../rendezvous/main.ts';
  return fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? source : `./${name}.js`, import.meta.url));
}

/**
 * The program ends with this process, however this process ends: it watches the channel between them.
 * @param env added to ours; what is secret goes here, for a command line is seen by every user of the machine
 */
export function startProgram(
  name: ProgramName,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Program {
  const child = spawn(process.execPath, [programFile(name), ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...env },
  });
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-MAX_KEPT_CHARACTERS);
  });

  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('error', () => {
      resolve({ code: null, signal: null });
    });
    child.once('close', (code, signal) => {
      resolve({ code, signal });
    });
  });
  const ready = new Promise<Report>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new MiyuError('timeout'));
    }, READY_TIMEOUT_MS);
    void ended.then(() => {
      clearTimeout(timer);
      reject(new MiyuError('daemon-failed', { cause: new Error(complaint) }));
    });
    hearLines(child, (report) => {
      if (report.event === 'ready') {
        clearTimeout(timer);
        resolve(report);
      }
      const failure = errorOf(report);
      if (failure !== undefined) reject(failure);
    });
  });
  ready.catch(() => undefined); // Whoever waits is told; nobody may wait.

  return {
    pid: child.pid ?? 0,
    ready,
    ended,
    complaint: () => complaint,
    stop: async () => {
      const force = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      if (child.connected) child.send({ type: 'stop' }, () => undefined);
      else child.kill('SIGTERM');
      await ended;
      clearTimeout(force);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

/** What a program says in one JSON document before it ends; undefined where it does not. */
export async function askProgram(name: ProgramName, args: readonly string[]): Promise<Report | undefined> {
  const child = spawn(process.execPath, [programFile(name), ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  let said: Report | undefined;
  hearLines(child, (report) => {
    said ??= report;
  });
  await new Promise<void>((resolve) => {
    child.once('error', () => {
      resolve();
    });
    child.once('close', () => {
      resolve();
    });
  });
  clearTimeout(timer);
  return said;
}

function hearLines(child: ChildProcess, hear: (report: Report) => void): void {
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = (lines.pop() ?? '').slice(-MAX_LINE_CHARACTERS);
    for (const line of lines) {
      try {
        const value: unknown = JSON.parse(line);
        if (typeof value === 'object' && value !== null) hear({ event: '', ...value });
      } catch {
        // Not a report.
      }
    }
  });
}

function errorOf(report: Report): MiyuError | undefined {
  const { error } = report;
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  const { code } = error;
  const detail = 'detail' in error && typeof error.detail === 'number' ? { detail: error.detail } : {};
  const field = 'field' in error && typeof error.field === 'string' ? { field: error.field } : {};
  return new MiyuError(typeof code === 'string' && isErrorCode(code) ? code : 'daemon-failed', { ...detail, ...field });
}
