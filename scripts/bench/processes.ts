/** Real processes for a bench: a rendezvous server of its own, and workers that are told what to do over IPC. */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '..', '..');

export interface BenchServer {
  readonly invite: string;
  readonly peerId: string;
  readonly addresses: readonly string[];
  stop(): Promise<void>;
}

const exited = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => {
        child.once('exit', () => {
          resolve();
        });
      });

/** `miyu-rendezvous up` on a free port of the loopback; its log goes beside the folder. */
export async function startServer(folder: string, flags: readonly string[]): Promise<BenchServer> {
  const program = join(root, 'dist', 'miyu-rendezvous.js');
  const args = [program, 'up', '--json', '--data', folder, '--listen', '/ip4/127.0.0.1/tcp/0', ...flags];
  mkdirSync(dirname(folder), { recursive: true });
  const log = openSync(`${folder}.log`, 'a');
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', log] });
  closeSync(log);
  for await (const line of createInterface({ input: child.stdout! })) {
    const event = JSON.parse(line) as { event: string } & BenchServer;
    if (event.event !== 'ready') continue;
    return {
      invite: event.invite,
      peerId: event.peerId,
      addresses: event.addresses,
      stop: async () => {
        child.kill('SIGTERM');
        await exited(child);
      },
    };
  }
  throw new Error(`the rendezvous server did not start: ${readFileSync(`${folder}.log`, 'utf8').slice(-2_000)}`);
}

export interface Worker<Order> {
  run<T>(order: Order): Promise<T>;
  stop(): Promise<void>;
}

/** A script of this folder as a process that answers one order after another. */
export function startWorker<Order extends { readonly do: string }>(script: string): Worker<Order> {
  const child = fork(join(import.meta.dirname, script), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return {
    run: <T>(order: Order) =>
      new Promise<T>((resolve, reject) => {
        const onExit = (): void => {
          reject(new Error(`${script} ended while it should ${order.do}`));
        };
        child.once('exit', onExit);
        child.once('message', (answer: { result?: T; error?: string }) => {
          child.off('exit', onExit);
          if (answer.error === undefined) resolve(answer.result as T);
          else reject(new Error(`${order.do}: ${answer.error}`));
        });
        child.send(order);
      }),
    stop: async () => {
      if (child.connected) child.disconnect();
      await exited(child);
    },
  };
}
