/** One part of the long run as a process: started, watched by its result file, ended. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { PartResult } from './part.ts';
import type { Part } from './parts.ts';

const LOOK_MS = 1_000;
/** What is said of a part that fails before it has a result. */
const MAX_COMPLAINT = 4_000;

export const resultFileOf = (folder: string, { name }: Part): string => join(folder, `${name}.json`);

/** What it has shown so far; undefined: nothing yet. */
export function readResult(folder: string, part: Part): PartResult | undefined {
  try {
    return JSON.parse(readFileSync(resultFileOf(folder, part), 'utf8')) as PartResult;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
}

export interface PartRun {
  readonly folder: string;
  readonly seed: number;
  readonly minutes: number;
  /** The part is asked to end; what it was about is done again next time. */
  readonly signal: AbortSignal;
  readonly onProgress: (result: PartResult | undefined) => void;
}

/** @returns why it could not be run; undefined: it has ended, and its result file tells how */
export async function runPart(part: Part, run: PartRun): Promise<string | undefined> {
  const { folder, seed, minutes, signal, onProgress } = run;
  mkdirSync(folder, { recursive: true });
  const call = { folder: join(folder, part.name), resultFile: resultFileOf(folder, part), seed, minutes };
  const child = spawn(process.execPath, [...part.command(call)], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A group of its own: Ctrl-C reaches us, and we tell it.
    detached: true,
  });
  let complaint = '';
  const hear = (text: string): void => {
    complaint = (complaint + text).slice(-MAX_COMPLAINT);
  };
  child.stdout?.setEncoding('utf8').on('data', hear);
  child.stderr?.setEncoding('utf8').on('data', hear);
  const end = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', end);
  process.once('exit', end);
  let over = false;
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      hear(error.message);
      resolve(null);
    });
    child.once('close', resolve);
  }).finally(() => (over = true));
  while (!over) {
    onProgress(readResult(folder, part));
    await Promise.race([ended, pause(LOOK_MS)]);
  }
  signal.removeEventListener('abort', end);
  process.off('exit', end);
  const code = await ended;
  onProgress(readResult(folder, part));
  if (code === 0 || code === 1 || code === 3 || signal.aborted) {
    return readResult(folder, part) === undefined && code === 0 ? complaint.trim() : undefined;
  }
  return complaint.trim() || `ended with ${code ?? 'a signal'}`;
}
