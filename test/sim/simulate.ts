/** A storm's command line as a process, as a person runs it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../scripts/launch/paths.js';

export interface Simulated {
  readonly code: number | null;
  readonly output: string;
  readonly complaint: string;
}

/** @param ceilingMs it is ended then, in any case */
export async function simulate(args: readonly string[], ceilingMs: number): Promise<Simulated> {
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'sim.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: ceilingMs,
  });
  let [output, complaint] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  return { code, output, complaint };
}
