/** Where a chat is read and written: a terminal with a prompt that stays below what arrives, or plain lines of a pipe. */
import { createInterface, clearScreenDown, cursorTo, moveCursor } from 'node:readline';
import type { Interface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Io } from '../run.ts';

/** Lines typed or piped ahead of those that are being handled; then the input rests. */
const MAX_AHEAD = 64;

export interface Screen {
  /** True where a person types and sees what he types. */
  readonly interactive: boolean;
  /** Prints above the prompt; what is typed so far stays. */
  print(text: string): void;
  setPrompt(prompt: string): void;
  /** The next line, or undefined at the end of the input. */
  nextLine(): Promise<string | undefined>;
  /** An answer, not shown where it is secret; undefined at the end of the input. */
  ask(prompt: string, secret: boolean): Promise<string | undefined>;
  close(): void;
}

export interface ScreenOptions {
  readonly io: Io;
  /** Completions of the line so far: the whole candidates, and the part that they replace. */
  readonly complete: (line: string) => [candidates: string[], part: string];
}

export function openScreen(options: ScreenOptions): Screen {
  return options.io.stdin.isTTY === true && options.io.stdout.isTTY === true
    ? new TerminalScreen(options)
    : new PlainScreen(options.io);
}

/** Lines that were entered and wait to be taken. */
class LineQueue {
  readonly #lines: string[] = [];
  readonly #waiting: ((line: string | undefined) => void)[] = [];
  readonly #input: Interface;
  #ended = false;

  constructor(input: Interface) {
    this.#input = input;
    input.on('line', (line) => {
      const taker = this.#waiting.shift();
      if (taker !== undefined) {
        taker(line);
        return;
      }
      this.#lines.push(line);
      if (this.#lines.length >= MAX_AHEAD) input.pause();
    });
    input.on('close', () => {
      this.end();
    });
  }

  next(): Promise<string | undefined> {
    const line = this.#lines.shift();
    if (line !== undefined) {
      if (this.#lines.length === 0 && !this.#ended) this.#input.resume();
      return Promise.resolve(line);
    }
    if (this.#ended) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  end(): void {
    this.#ended = true;
    for (const taker of this.#waiting.splice(0)) taker(undefined);
  }
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

  setPrompt(): void {
    // A pipe sees none.
  }

  nextLine(): Promise<string | undefined> {
    return this.#queue.next();
  }

  ask(): Promise<string | undefined> {
    return this.#queue.next();
  }

  close(): void {
    this.#input.close();
  }
}

/** What standard output is more where it is a terminal. */
type Terminal = NodeJS.WritableStream & { readonly columns: number; readonly rows: number };

/** A terminal's output that can be silenced while a password is typed. */
class Quietable extends Writable {
  muted = false;
  readonly isTTY = true;
  readonly #to: Terminal;
  readonly #resized = (): void => void this.emit('resize');

  constructor(to: Terminal) {
    super();
    this.#to = to;
    to.on('resize', this.#resized);
  }

  get columns(): number {
    return this.#to.columns;
  }

  get rows(): number {
    return this.#to.rows;
  }

  /** Resolves when everything before it has gone to the terminal. */
  async drawn(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.write('', () => {
        resolve();
      });
    });
  }

  override _write(chunk: Uint8Array, _encoding: string, done: (error?: Error | null) => void): void {
    if (this.muted) done();
    else this.#to.write(chunk, done);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#to.off('resize', this.#resized);
    done(error);
  }
}

class TerminalScreen implements Screen {
  readonly interactive = true;
  readonly #output: Quietable;
  readonly #input: Interface;
  readonly #queue: LineQueue;
  #prompt = '> ';
  #asking = false;
  #closed = false;
  readonly #held: string[] = [];

  constructor({ io, complete }: ScreenOptions) {
    this.#output = new Quietable(io.stdout as Terminal);
    this.#input = createInterface({
      input: io.stdin,
      output: this.#output,
      terminal: true,
      completer: complete,
      historySize: 0, // What was written belongs into the sealed history, not into a terminal's memory.
      tabSize: 4,
    });
    this.#queue = new LineQueue(this.#input);
    this.#input.on('SIGINT', () => {
      // As in a shell: the first one drops what was typed, one on an empty line ends.
      if (this.#input.line === '') this.#input.close();
      else this.#input.write(null, { ctrl: true, name: 'u' });
    });
    this.#input.on('close', () => {
      this.#closed = true;
    });
  }

  print(text: string): void {
    if (this.#asking) {
      this.#held.push(text);
      return;
    }
    if (!this.#closed) {
      // Back to where the prompt begins, over every row that a long line has taken.
      moveCursor(this.#output, 0, -this.#input.getCursorPos().rows);
      cursorTo(this.#output, 0);
      clearScreenDown(this.#output);
    }
    this.#output.write(`${text}\n`);
    this.#redraw();
  }

  setPrompt(prompt: string): void {
    this.#prompt = prompt;
    if (this.#asking || this.#closed) return;
    this.#input.setPrompt(prompt);
    this.#redraw();
  }

  async nextLine(): Promise<string | undefined> {
    this.#redraw();
    return await this.#queue.next();
  }

  async ask(prompt: string, secret: boolean): Promise<string | undefined> {
    this.#asking = true;
    try {
      this.#input.setPrompt(prompt);
      this.#redraw();
      await this.#output.drawn(); // Or the silence would swallow the prompt itself.
      this.#output.muted = secret;
      const answer = await this.#queue.next();
      this.#output.muted = false;
      if (secret) this.#output.write('\n');
      return answer;
    } finally {
      this.#output.muted = false;
      this.#asking = false;
      this.#input.setPrompt(this.#prompt);
      for (const text of this.#held.splice(0)) this.print(text);
    }
  }

  close(): void {
    this.#input.close();
    this.#output.destroy();
  }

  #redraw(): void {
    if (!this.#closed) this.#input.prompt(true);
  }
}
