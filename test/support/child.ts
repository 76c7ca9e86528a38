/** Scripts of this folder as processes of their own, for what only another process can show. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export interface Child {
  /** The next line of its output, or undefined when it has ended. */
  line(): Promise<string | undefined>;
  /** Ends it with SIGKILL. @returns what it had written and nobody had read */
  kill(): Promise<string[]>;
}

/** Starts test/support/NAME; it is killed when the test ends. */
export function startChild(name: string, args: readonly string[]): Child {
  const script = fileURLToPath(new URL(name, import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const line = async (): Promise<string | undefined> => {
    const next = await lines.next();
    return next.done === true ? undefined : next.value;
  };
  return {
    line,
    async kill() {
      child.kill('SIGKILL');
      await exited;
      const rest: string[] = [];
      for (let next = await line(); next !== undefined; next = await line()) rest.push(next);
      return rest;
    },
  };
}
