/** What the network of a simulation needs of the machine, and the two programs that are built for it. */
import { execFile, execFileSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface Tools {
  /** switch.c: moves the packets. */
  readonly switchProgram: string;
  /** inside.c: a library that starts a program in a namespace. */
  readonly insideLibrary: string;
}

const run = (program: string, args: readonly string[]): void => {
  execFileSync(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
};

const said = (error: unknown): string => {
  const { stderr } = error as { readonly stderr?: Buffer };
  return stderr?.toString().trim().split('\n')[0] || (error instanceof Error ? error.message : String(error));
};

/** Builds them into the folder. @returns them, or why this machine cannot have such a network */
export function buildTools(folder: string): Tools | { readonly reason: string } {
  if (process.platform !== 'linux') return { reason: `network namespaces need Linux, this is ${process.platform}` };
  if (process.getuid?.() !== 0) return { reason: 'making network namespaces needs root' };
  for (const [program, args, what] of [
    ['cc', ['--version'], 'there is no C compiler (cc)'],
    ['ip', ['-Version'], 'there is no iproute2 (ip)'],
  ] as const) {
    try {
      run(program, args);
    } catch {
      return { reason: what };
    }
  }
  try {
    closeSync(openSync('/dev/net/tun', 'r+'));
  } catch (error) {
    return { reason: `/dev/net/tun cannot be opened (${(error as NodeJS.ErrnoException).code ?? 'unknown'})` };
  }
  const probe = `miyusim-${process.pid}-probe`;
  try {
    run('ip', ['netns', 'add', probe]);
    run('ip', ['netns', 'delete', probe]);
  } catch (error) {
    return { reason: `network namespaces cannot be made: ${said(error)}` };
  }
  const tools = { switchProgram: join(folder, 'switch'), insideLibrary: join(folder, 'inside.so') };
  try {
    run('cc', ['-O2', '-o', tools.switchProgram, join(import.meta.dirname, 'switch.c')]);
    run('cc', ['-O2', '-shared', '-fPIC', '-o', tools.insideLibrary, join(import.meta.dirname, 'inside.c')]);
  } catch (error) {
    return { reason: `its programs could not be built: ${said(error)}` };
  }
  return tools;
}

/** The switch alone, into the folder, without holding up its caller. */
export async function buildSwitch(folder: string): Promise<void> {
  await promisify(execFile)('cc', ['-O2', '-o', join(folder, 'switch'), join(import.meta.dirname, 'switch.c')]);
}
