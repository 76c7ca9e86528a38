/** The product's processes in a storm, watched until they end. */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Answers, Order, Reply } from './peer-orders.ts';
import type { Programs } from './programs.ts';

/** A start takes about a second. */
const READY_TIMEOUT_MS = 60_000;

export interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** What a process did that no process should. */
export class Misbehaviour extends Error {}

function environment({ programs, environment: extra }: StartOptions): NodeJS.ProcessEnv {
  const own = { ...process.env };
  // Of the test that started us.
  delete own['NODE_OPTIONS'];
  return { ...own, ...programs.environment, ...extra };
}

/** Standard error of every life of this actor, one behind the other. */
const complaints = (path: string): number => openSync(path, 'a', 0o600);

const endOf = (child: ChildProcess): Promise<End> =>
  new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: null, signal: null }));
  });

interface StartOptions {
  readonly programs: Programs;
  readonly log: string;
  /** Of this life alone: a failpoint, a library. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface Running {
  readonly ended: Promise<End>;
  kill(): void;
  /** It stands still (SIGSTOP), or goes on. */
  stand(still: boolean): void;
}

const controls = (child: ChildProcess): Pick<Running, 'kill' | 'stand'> => ({
  kill: () => void child.kill('SIGKILL'),
  stand: (still) => void child.kill(still ? 'SIGSTOP' : 'SIGCONT'),
});

/** A rendezvous server. `ready` rejects where it ended before it was. */
export interface RunningServer extends Running {
  readonly ready: Promise<{ readonly invite: string }>;
}

export function startServer(options: StartOptions & { readonly data: string; readonly listen: string }): RunningServer {
  const args = [options.programs.server, 'up', '--json', '--data', options.data];
  args.push('--listen', options.listen, '--log-level', 'debug', '--log-file', options.log);
  // Both peers and all their reconnects come from one address; quotas have their own tests.
  for (const name of ['accept-per-address', 'accept-total', 'registrations-per-minute', 'sender-items']) {
    args.push(`--${name}`, '100000');
  }
  args.push('--mailbox-items', '1000000', '--mailbox-mib', '1000', '--sender-mib', '1000');
  const errors = complaints(`${options.log}.err`);
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', errors, 'ipc'],
    env: environment(options),
  });
  closeSync(errors);
  const ended = endOf(child);
  const ready = new Promise<{ invite: string }>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Misbehaviour('the server was not ready in time')), READY_TIMEOUT_MS);
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const report = JSON.parse(line) as { event?: string; invite?: string; error?: { code?: string } };
      if (report.event === 'ready' && report.invite !== undefined) {
        clearTimeout(timer);
        resolve({ invite: report.invite });
      }
      if (report.error !== undefined) {
        reject(new Misbehaviour(`the server did not start: ${report.error.code ?? 'no code'}`));
      }
    });
    void ended.then(() => {
      clearTimeout(timer);
      reject(new Error('ended'));
    });
  });
  ready.catch(() => undefined);
  return { ended, ready, ...controls(child) };
}

export interface RunningPeer extends Running {
  /** Rejects with Misbehaviour (the code in its message) where it fails, with any other error where the process has ended. */
  order<K extends Order['do']>(order: Order & { readonly do: K }): Promise<Answers[K]>;
  /** `send`s of this life that have resolved, as far as it has told. */
  acknowledged(): number;
  /** It has said that its profile was set back. */
  setBack(): boolean;
}

export function startPeer(options: StartOptions): RunningPeer {
  const errors = complaints(`${options.log}.err`);
  const child = fork(options.programs.peer, {
    stdio: ['ignore', 'ignore', errors, 'ipc'],
    env: environment(options),
  });
  closeSync(errors);
  const ended = endOf(child);
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let issued = 0;
  let acknowledged = 0;
  let setBack = false;
  child.on('message', (reply: Reply) => {
    if ('acknowledged' in reply) {
      acknowledged = reply.acknowledged;
      setBack ||= reply.setBack;
      return;
    }
    const caller = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('error' in reply) caller?.reject(new Misbehaviour(reply.error));
    else caller?.resolve(reply.result);
  });
  void ended.then(() => {
    for (const { reject } of waiting.values()) reject(new Error('ended'));
    waiting.clear();
  });
  let over = false;
  void ended.then(() => (over = true));
  return {
    ended,
    acknowledged: () => acknowledged,
    setBack: () => setBack,
    ...controls(child),
    order: <K extends Order['do']>(order: Order & { readonly do: K }) =>
      new Promise<Answers[K]>((resolve, reject) => {
        if (over || !child.connected) {
          reject(new Error('ended'));
          return;
        }
        const id = (issued += 1);
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
        child.send({ id, order }, (error) => {
          if (error === null) return;
          waiting.delete(id);
          reject(new Error('ended'));
        });
      }),
  };
}
