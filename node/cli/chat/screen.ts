/** Where a chat is read and written: a terminal with a prompt that stays below what arrives, or plain lines of a pipe. */
import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';
import type { Io } from '../run.ts';
import { LineQueue } from './line-queue.ts';
import { TerminalScreen } from './terminal-screen.ts';

export interface Screen {
  /** True where a person types and sees what he types. */
  readonly interactive: boolean;
  /** Prints above the prompt; what is typed so far stays. */
  print(text: string): void;
  /** One row of the moment between what arrived and the prompt, '' none: it leaves nothing behind. A pipe has no such row. */
  setStatus(text: string): void;
  setPrompt(prompt: string): void;
  /** Puts one line into the input, as if it had been typed. False: something stands there, or there is no input line. */
  fill(line: string): boolean;
  /** The next line, or undefined at the end of the input. */
  nextLine(): Promise<string | undefined>;
  /** An answer, not shown where it is secret; undefined at the end of the input. */
  ask(prompt: string, secret: boolean): Promise<string | undefined>;
  /** Takes no line any more. Resolves when everything that was printed has gone out. */
  close(): Promise<void>;
}

export interface ScreenOptions {
  readonly io: Io;
  /** Completions of the line so far: the whole candidates, and the part that they replace. */
  readonly complete: (line: string) => [candidates: string[], part: string];
  /** A key was pressed, and this stands in the input line now. Not told of answers to `ask`, nor of entering a line. */
  readonly typed: (line: string) => void;
  /** The line was entered: the input line is empty. */
  readonly entered: () => void;
  /** Ctrl-C took this out of the input line. */
  readonly setAside: (line: string) => void;
}

export function openScreen(options: ScreenOptions): Screen {
  return options.io.stdin.isTTY === true && options.io.stdout.isTTY === true
    ? new TerminalScreen(options)
    : new PlainScreen(options.io);
}

class PlainScreen implements Screen {
  readonly interactive = false;
  readonly #io: Io;
  readonly #input: Interface;
  readonly #queue: LineQueue;

  constructor(io: Io) {
    this.#io = io;
    this.#input = createInterface({ input: io.stdin, crlfDelay: Infinity, terminal: false });
    this.#queue = new LineQueue(this.#input);
  }

  print(text: string): void {
    this.#io.stdout.write(`${text}\n`);
  }

  setStatus(): void {
    // What is of the moment would stand in a pipe for ever.
  }

  setPrompt(): void {
    // A pipe sees none.
  }

  fill(): boolean {
    return false;
  }

  nextLine(): Promise<string | undefined> {
    return this.#queue.next();
  }

  ask(): Promise<string | undefined> {
    return this.#queue.next();
  }

  async close(): Promise<void> {
    this.#input.close();
    return Promise.resolve();
  }
}
