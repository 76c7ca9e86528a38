/** A running switch.c: orders go in, and are answered in their order. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export class SwitchProcess {
  /** Its devices exist. Rejects where it ends before. */
  readonly ready: Promise<void>;
  readonly #child: ChildProcess;
  readonly #waiting: ((answer: string) => void)[] = [];
  #orders = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.stdin?.on('error', () => undefined); // Told by its end.
    const answer = this.#answer();
    createInterface({ input: child.stdout! }).on('line', (line) => {
      this.#waiting.shift()?.(line.split(' ').slice(2).join(' '));
    });
    this.ready = this.#unlessItEnds(answer).then(() => undefined);
    this.ready.catch(() => undefined); // Whoever waits for it is told.
  }

  /** @param args as switch.c says */
  static start(program: string, args: readonly string[]): SwitchProcess {
    return new SwitchProcess(spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] }));
  }

  /** @returns what follows the order's number in the answer */
  async order(what: 'set' | 'count', rest: string): Promise<string> {
    if (this.#isOver()) throw new Error('no switch');
    this.#orders += 1;
    this.#child.stdin?.write(`${what} ${this.#orders} ${rest}\n`);
    return await this.#unlessItEnds(this.#answer());
  }

  async end(): Promise<void> {
    if (this.#isOver()) return;
    const ended = once(this.#child, 'exit');
    this.#child.stdin?.end();
    await ended;
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #isOver(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  async #unlessItEnds<T>(answer: Promise<T>): Promise<T> {
    const ended = Promise.withResolvers<never>();
    const onExit = (code: number | null): void =>
      ended.reject(new Error(`the switch has ended with ${code ?? 'a signal'}`));
    this.#child.once('exit', onExit).once('error', ended.reject);
    try {
      return await Promise.race([answer, ended.promise]);
    } finally {
      this.#child.off('exit', onExit).off('error', ended.reject);
    }
  }

  /** The next line: answers come in the order of the orders. */
  #answer(): Promise<string> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }
}
