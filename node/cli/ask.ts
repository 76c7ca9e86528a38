/** Questions to the person: in the terminal, without echo where it is a password; for scripts from a pipe, file or variable. */
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { MiyuError } from '../../shared/errors.ts';
import type { Run } from './run.ts';
import type { Word } from './words.ts';

/** A password line is short; whatever pours into the pipe must not be read without end. */
const MAX_SECRET_BYTES = 8 * 1024;

export interface SecretOptions {
  readonly passwordStdin?: boolean | undefined;
  readonly passwordFile?: string | undefined;
  readonly filePasswordFile?: string | undefined;
  readonly newPasswordFile?: string | undefined;
}

type Secret = 'password' | 'filePassword' | 'newPassword';
const VARIABLES: Readonly<Record<Secret, string>> = {
  password: 'MIYU_PASSWORD',
  filePassword: 'MIYU_FILE_PASSWORD',
  newPassword: 'MIYU_NEW_PASSWORD',
};
const NO_TERMINAL: Readonly<Record<Secret, Word>> = {
  password: 'noTerminalPassword',
  filePassword: 'noTerminalFilePassword',
  newPassword: 'noTerminalNewPassword',
};

export const isInteractive = (run: Run): boolean => run.io.stdin.isTTY === true;

/**
 * One line from the terminal.
 * @param signal takes the question back: somebody else has answered it
 * @throws MiyuError 'aborted' on Ctrl-C or Ctrl-D, and where it was taken back
 */
export async function askLine(run: Run, prompt: string, signal?: AbortSignal): Promise<string> {
  return await question(run, prompt, true, signal);
}

/** Waits for Enter; what is typed before it is not shown. @throws MiyuError 'aborted', as `askLine` does */
export async function untilEnter(run: Run, signal?: AbortSignal): Promise<void> {
  await question(run, '', false, signal);
}

export async function confirm(run: Run, prompt: string): Promise<boolean> {
  if (!isInteractive(run)) throw run.usage('noTerminalConfirm');
  return isYes(await question(run, prompt, true));
}

/** Anything that is not clearly a yes is a no. */
export const isYes = (answer: string | undefined): boolean => /^\s*(y|yes|是|好|确定)\s*$/i.test(answer ?? '');

/** Lines of a pipe that holds secrets, read once: the password first, a key file's or the new password second. */
export class Secrets {
  readonly #run: Run;
  readonly #options: SecretOptions;
  readonly #signal: AbortSignal | undefined;
  #lines: Promise<string[]> | undefined;

  /** @param signal takes back what is asked in the terminal */
  constructor(run: Run, options: SecretOptions, signal?: AbortSignal) {
    this.#run = run;
    this.#options = options;
    this.#signal = signal;
  }

  /** The password of an account that exists. */
  async password(): Promise<string> {
    return await this.#take('password', 0, 'askPassword', false);
  }

  /** A password that the person chooses now: asked for twice in a terminal. */
  async newPassword(): Promise<string> {
    return await this.#take('password', 0, 'askNewPassword', true);
  }

  /** What takes the password's place. */
  async nextPassword(): Promise<string> {
    return await this.#take('newPassword', 1, 'askNewPassword', true);
  }

  async filePassword(isNew: boolean): Promise<string> {
    return await this.#take('filePassword', 1, isNew ? 'askNewFilePassword' : 'askFilePassword', isNew);
  }

  async #take(which: Secret, line: number, prompt: Word, twice: boolean): Promise<string> {
    const run = this.#run;
    const file = this.#options[`${which}File`];
    if (file !== undefined) return firstLine(await readSecretFile(run, file));
    if (this.#options.passwordStdin === true) {
      this.#lines ??= readLines(run);
      const found = (await this.#lines)[line];
      if (found !== undefined) return found;
      if (which === 'password') throw run.usage('inputEnded', {}, 'password');
    }
    const variable = run.io.env[VARIABLES[which]];
    if (variable !== undefined && variable !== '') return variable;
    if (!isInteractive(run)) {
      throw run.usage(NO_TERMINAL[which], {}, which);
    }
    const secret = await question(run, run.say(prompt), false, this.#signal);
    if (twice && (await question(run, run.say('askAgain'), false, this.#signal)) !== secret) {
      throw new MiyuError('password-mismatch', { field: which });
    }
    return secret;
  }
}

const firstLine = (text: string): string => text.split(/\r?\n/, 1)[0] ?? '';

async function readSecretFile(run: Run, path: string): Promise<string> {
  try {
    const text = await readFile(path, 'utf8');
    if (text.length <= MAX_SECRET_BYTES) return text;
  } catch {
    // Told below.
  }
  throw run.usage('unreadableFile', { path });
}

async function readLines(run: Run): Promise<string[]> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of run.io.stdin) {
    const part = Buffer.from(chunk as Uint8Array);
    parts.push(part);
    bytes += part.length;
    if (bytes > MAX_SECRET_BYTES) break;
  }
  const lines = Buffer.concat(parts).toString('utf8').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** The prompt and, where it may be seen, what is typed. Standard output stays clean for the result. */
async function question(run: Run, prompt: string, echo: boolean, signal?: AbortSignal): Promise<string> {
  const isTakenBack = (): boolean => signal?.aborted === true;
  if (isTakenBack()) throw new MiyuError('aborted');
  const { stdin, stderr } = run.io;
  const silent = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  if (!echo) stderr.write(prompt);
  // Without echo readline still edits the line (raw mode), and draws it where nobody sees.
  const lines = createInterface({ input: stdin, output: echo ? stderr : silent, terminal: true, historySize: 0 });
  let ended: () => void = () => undefined;
  try {
    return await new Promise<string>((resolve, reject) => {
      ended = () => {
        reject(new MiyuError('aborted'));
      };
      lines.once('SIGINT', ended);
      lines.once('close', ended);
      signal?.addEventListener('abort', ended, { once: true });
      lines.question(echo ? prompt : '', resolve);
    });
  } finally {
    // Ours alone: readline's own listener stops it from drawing what is typed at the next question.
    lines.off('close', ended);
    signal?.removeEventListener('abort', ended);
    lines.close();
    if (isTakenBack() ? prompt !== '' : !echo) stderr.write('\n');
  }
}
