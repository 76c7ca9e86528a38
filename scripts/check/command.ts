/** Runs one tool of this checkout in a process of its own. */
import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { ROOT } from '../launch/paths.js';

export interface CommandResult {
  readonly ok: boolean;
  /** stdout and stderr as they came; empty where they went straight to the terminal. */
  readonly output: string;
  readonly seconds: number;
}

const SYSTEM_FOLDERS = process.platform === 'win32' ? [] : ['/usr/sbin', '/sbin'];

/** A tool that prints more than this is stuck in a loop: the rest is dropped. */
const MAX_OUTPUT = 8 * 1024 * 1024;

/**
 * @param args for Node: a script's path relative to the checkout, and its arguments
 * @param options `live`: output goes straight to the terminal; `timeoutMs`: the tool is killed and has failed after that
 */
export async function runNode(
  args: readonly string[],
  options: { readonly live?: boolean; readonly timeoutMs: number },
): Promise<CommandResult> {
  const started = performance.now();
  const chunks: Buffer[] = [];
  let size = 0;
  const keep = (chunk: Buffer): void => {
    if (size >= MAX_OUTPUT) return;
    size += chunk.length;
    chunks.push(chunk);
  };
  const child = spawn(process.execPath, [...args], {
    cwd: ROOT,
    stdio: options.live === true ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      // Tools of networks (ip, nft, sysctl) lie there; not everybody's path has them.
      PATH: [process.env['PATH'] ?? '', ...SYSTEM_FOLDERS].join(delimiter),
      ...(process.stdout.isTTY && process.env['NO_COLOR'] === undefined ? { FORCE_COLOR: '1' } : {}),
    },
    timeout: options.timeoutMs,
    killSignal: 'SIGKILL',
  });
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const ended = await new Promise<{ code: number | null; signal: NodeJS.Signals | null; error?: Error }>((resolve) => {
    child.on('error', (error) => resolve({ code: null, signal: null, error }));
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  if (ended.error !== undefined) keep(Buffer.from(`could not be started: ${ended.error.message}\n`));
  if (ended.signal !== null) keep(Buffer.from(`ended by ${ended.signal} (limit ${options.timeoutMs / 1000} s)\n`));
  return {
    ok: ended.code === 0,
    output: Buffer.concat(chunks).toString('utf8'),
    seconds: (performance.now() - started) / 1000,
  };
}
