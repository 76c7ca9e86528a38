/** The server as a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { ed25519KeyOfPeerId } from '../../../shared/crypto/peer-ids.ts';
import { decodeInvite } from '../../../shared/invites.ts';
import type { ReadyReport } from '../../../rendezvous/up.ts';
import type { Target } from '../../support/raw-client.ts';

const MAIN = resolve(import.meta.dirname, '../../../rendezvous/main.ts');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command to its end. */
export async function runCommand(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '', ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

export interface ServerProcess {
  readonly child: ChildProcess;
  readonly ready: ReadyReport;
  /** What it has told since it was ready, a document a line. */
  later(): readonly string[];
  readonly target: Target;
  /** Ends it by a signal and waits. @returns exit code, or the signal that ended it */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
}

/** Starts a server in this folder on a free port of the loopback, and waits until it is ready. */
export async function startProcess(data: string, args: readonly string[] = []): Promise<ServerProcess> {
  const given = ['up', '--json', '--data', data, '--listen', '/ip4/127.0.0.1/tcp/0', '--log-level', 'warn', ...args];
  const child = spawn(process.execPath, [MAIN, ...given], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout });
  const told: string[] = [];
  lines.on('line', (text) => told.push(text));
  const [line] = (await once(lines, 'line')) as [string];
  const ready = JSON.parse(line) as ReadyReport;
  const { server } = decodeInvite(ready.invite!).home;
  if (ed25519KeyOfPeerId(server) === undefined) throw new Error('an invite without a server');
  return {
    child,
    ready,
    later: () => told.slice(1),
    target: { server, addresses: () => ready.addresses },
    end: async (signal) => {
      const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
      child.kill(signal);
      const [code, by] = await closed;
      return code ?? by;
    },
  };
}
