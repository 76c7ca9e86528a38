/** The terminal: what arrives, below it a row of the moment, below that the line that is typed. */
import { createInterface, clearScreenDown, cursorTo, moveCursor } from 'node:readline';
import type { Interface, Key } from 'node:readline';
import { Writable } from 'node:stream';
import { LineQueue } from './line-queue.ts';
import type { Screen, ScreenOptions } from './screen.ts';

/** What standard output is more where it is a terminal. */
type Terminal = NodeJS.WritableStream & { readonly columns: number; readonly rows: number };

/** Keys after which readline writes below the input line: what stands above it could not be taken away any more. */
const LEAVING_KEYS: readonly (string | undefined)[] = ['return', 'enter', 'tab'];

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

export class TerminalScreen implements Screen {
  readonly interactive = true;
  readonly #options: ScreenOptions;
  readonly #output: Quietable;
  readonly #input: Interface;
  readonly #queue: LineQueue;
  #prompt = '> ';
  #status = '';
  /** Whether a status stands above the prompt: one row, never more. */
  #hasStatus = false;
  #asking = false;
  #closed = false;
  readonly #held: string[] = [];
  /** Rows that readline will go back before it draws the input line again. */
  #rowsBack = 0;
  readonly #beforeKey = (_: string | undefined, { name, ctrl }: Key): void => {
    if (LEAVING_KEYS.includes(name) || (ctrl === true && name === 'd')) this.#hideStatus();
  };
  readonly #afterKey = (_: string | undefined, key: Key): void => {
    if (this.#asking || this.#closed || key.name === 'return' || key.name === 'enter') return;
    this.#options.typed(this.#input.line);
  };

  constructor(options: ScreenOptions) {
    this.#options = options;
    const { stdin, stdout } = options.io;
    this.#output = new Quietable(stdout as Terminal);
    this.#input = createInterface({
      input: stdin,
      output: this.#output,
      terminal: true,
      completer: options.complete,
      historySize: 0, // What was written belongs into the sealed history, not into a terminal's memory.
      tabSize: 4,
    });
    // Readline's own listener stands between the two.
    stdin.prependListener('keypress', this.#beforeKey);
    stdin.on('keypress', this.#afterKey);
    this.#input.on('line', () => {
      if (!this.#asking) options.entered();
    });
    this.#queue = new LineQueue(this.#input);
    this.#input.on('SIGINT', () => {
      this.#interrupt();
    });
    this.#input.on('close', () => {
      this.#closed = true;
      if (!this.#output.writableEnded) this.#output.write('\n'); // What follows begins at the left.
    });
  }

  print(text: string): void {
    if (this.#output.writableEnded) return;
    if (this.#asking) {
      this.#held.push(text);
      return;
    }
    this.#erase();
    this.#output.write(`${text}\n`);
    this.#draw();
  }

  setStatus(text: string): void {
    if (text === this.#status) return;
    this.#status = text;
    if (this.#asking || this.#closed) return;
    this.#erase();
    this.#draw();
  }

  setPrompt(prompt: string): void {
    this.#prompt = prompt;
    if (this.#asking || this.#closed) return;
    this.#erase();
    this.#input.setPrompt(prompt);
    this.#draw();
  }

  fill(line: string): boolean {
    if (this.#asking || this.#closed || this.#input.line !== '') return false;
    this.#input.write(line);
    return true;
  }

  async nextLine(): Promise<string | undefined> {
    this.#erase();
    this.#draw();
    return await this.#queue.next();
  }

  async ask(prompt: string, secret: boolean): Promise<string | undefined> {
    this.#hideStatus();
    this.#asking = true;
    try {
      this.#input.setPrompt(prompt);
      this.#input.prompt(true);
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

  async close(): Promise<void> {
    this.#hideStatus();
    const { stdin } = this.#options.io;
    stdin.off('keypress', this.#beforeKey);
    stdin.off('keypress', this.#afterKey);
    this.#input.close();
    // What was written still goes out; nothing is written any more.
    await new Promise<void>((resolve) => {
      this.#output.end(resolve);
    });
  }

  /** As in a shell: the first one drops what was typed, one on an empty line ends. */
  #interrupt(): void {
    const { line } = this.#input;
    if (line === '') {
      this.#hideStatus();
      this.#input.close();
      return;
    }
    // To its end, and away with everything before it.
    this.#input.write(null, { ctrl: true, name: 'e' });
    this.#input.write(null, { ctrl: true, name: 'u' });
    if (!this.#asking) this.#options.setAside(line);
  }

  /** Back to the first row of ours, over every row that a long line has taken, and nothing of it is left. */
  #erase(): void {
    if (this.#closed) return;
    this.#rowsBack = this.#input.getCursorPos().rows;
    moveCursor(this.#output, 0, -this.#rowsBack - (this.#hasStatus ? 1 : 0));
    cursorTo(this.#output, 0);
    clearScreenDown(this.#output);
    this.#hasStatus = false;
  }

  /** Below what was printed, at the beginning of a row. */
  #draw(): void {
    if (this.#closed) return;
    const status = fitting(this.#status, this.#output.columns);
    if (status !== '') this.#output.write(`${status}\n`);
    this.#hasStatus = status !== '';
    this.#drawInput();
  }

  #drawInput(): void {
    // Readline goes back as many rows as it has drawn: let them be its own, and not what was printed above.
    if (this.#rowsBack > 0) this.#output.write('\n'.repeat(this.#rowsBack));
    this.#rowsBack = 0;
    this.#input.prompt(true);
  }

  #hideStatus(): void {
    if (!this.#hasStatus || this.#closed) return;
    this.#erase();
    this.#drawInput();
  }
}

/** The beginning of a text that takes one row for certain: whatever is no plain letter may be two columns wide. */
function fitting(text: string, columns: number): string {
  let width = 0;
  let end = 0;
  for (const letter of text) {
    width += letter < '\u0300' ? 1 : 2;
    if (width >= columns) return text.slice(0, end);
    end += letter.length;
  }
  return text;
}
