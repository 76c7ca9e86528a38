/** Network namespaces by name, and commands inside of them. Names are those that `removeLeftovers` (../net/network.ts) recognises. */
import { execFile, execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

/** An `ip` takes some milliseconds; a machine on which it takes so long is not for this. */
const COMMAND_MS = 30_000;
const MAX_OUTPUT = 4 * 1024 * 1024;

export interface Ran {
  /** Null: ended by a signal. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** @param input what it reads on standard input */
function run(program: string, args: readonly string[], input = '', timeoutMs = COMMAND_MS): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const options = { timeout: timeoutMs, maxBuffer: MAX_OUTPUT, encoding: 'utf8' as const };
    const child = execFile(program, args, options, (error, out, err) => {
      if (error === null) resolve({ code: 0, out, err });
      else if (typeof error.code === 'string') reject(new Error(`${program} did not start: ${error.code}`));
      else resolve({ code: error.code ?? null, out, err });
    });
    child.stdin?.on('error', () => undefined); // It has read enough.
    child.stdin?.end(input);
  });
}

async function must(program: string, args: readonly string[], input = ''): Promise<string> {
  const { code, out, err } = await run(program, args, input);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')}: ${err.trim() || out.trim()}\n${input}`);
  return out;
}

export class Namespace {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  async add(): Promise<void> {
    await must('ip', ['netns', 'add', this.name]);
  }

  /** Several at once, in their order. @throws Error at the first that is refused */
  async ip(...commands: readonly string[]): Promise<void> {
    if (commands.length > 0) await must('ip', ['-n', this.name, '-batch', '-'], `${commands.join('\n')}\n`);
  }

  async bridge(...commands: readonly string[]): Promise<void> {
    if (commands.length > 0) await must('bridge', ['-n', this.name, '-batch', '-'], `${commands.join('\n')}\n`);
  }

  /** @param settings `net.ipv4.ip_forward=1` and so on */
  async sysctl(...settings: readonly string[]): Promise<void> {
    await must('ip', ['netns', 'exec', this.name, 'sysctl', '-q', '-w', ...settings]);
  }

  async nft(rules: string): Promise<void> {
    await must('ip', ['netns', 'exec', this.name, 'nft', '-f', '-'], rules);
  }

  /** @returns how it ended; never throws for that */
  async run(program: string, args: readonly string[], input = '', timeoutMs = COMMAND_MS): Promise<Ran> {
    return await run('ip', ['netns', 'exec', this.name, program, ...args], input, timeoutMs);
  }

  /** `ip` becomes the program: process id and signals are the program's own. */
  spawn(program: string, args: readonly string[], options: SpawnOptions): ChildProcess {
    return spawn('ip', ['netns', 'exec', this.name, program, ...args], options);
  }

  /** With every device in it. Processes that still run there keep it alive, unreachable, until they end. */
  removeAtOnce(): void {
    try {
      execFileSync('ip', ['netns', 'delete', this.name], { stdio: 'ignore' });
    } catch {
      // It was not made, or is gone already.
    }
  }
}
