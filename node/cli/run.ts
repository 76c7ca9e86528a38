/** One run of the command line: where it reads and writes, in which language, and how results and failures are told. */
import { MiyuError, isMiyuError } from '../../shared/errors.ts';
import { errorText } from '../../shared/error-texts.ts';
import type { Language } from '../../shared/language.ts';
import { connectApi } from '../api/client.ts';
import type { ApiClient } from '../api/client.ts';
import { exitCodeOf } from './exit-codes.ts';
import { safeJson } from './terminal-text.ts';
import { say } from './words.ts';
import type { Blanks, Word } from './words.ts';

export interface Io {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean | undefined };
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean | undefined };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean | undefined };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A command that makes no sense as given, said in our own words. */
export class UsageError extends MiyuError {
  readonly words: string;

  constructor(words: string, field?: string) {
    super('usage', field === undefined ? {} : { field });
    this.words = words;
  }
}

/** What a command found out: as a value for --json, and in words. */
export interface Outcome {
  readonly result: unknown;
  readonly words: string | readonly string[];
}

export interface RunOptions {
  readonly io: Io;
  readonly language: Language;
  readonly json: boolean;
  readonly profile: string;
}

export class Run {
  readonly io: Io;
  readonly language: Language;
  readonly json: boolean;
  readonly profile: string;

  constructor(options: RunOptions) {
    this.io = options.io;
    this.language = options.language;
    this.json = options.json;
    this.profile = options.profile;
  }

  say(word: Word, blanks: Blanks = {}): string {
    return say(this.language, word, blanks);
  }

  usage(word: Word, blanks: Blanks = {}, field?: string): UsageError {
    return new UsageError(this.say(word, blanks), field);
  }

  /** A line for the person; with --json there are none, for standard output holds the document alone. */
  tell(text: string): void {
    if (!this.json) this.io.stdout.write(`${text}\n`);
  }

  /** Beside the result: prompts and hints, on standard error. */
  hint(text: string): void {
    if (!this.json) this.io.stderr.write(`${text}\n`);
  }

  print(outcome: Outcome): void {
    if (this.json) this.io.stdout.write(`${safeJson(outcome.result)}\n`);
    else for (const line of typeof outcome.words === 'string' ? [outcome.words] : outcome.words) this.tell(line);
  }

  /** Says what failed and what to do; in JSON one document on standard output, in words on standard error. */
  fail(error: unknown): number {
    const failure = isMiyuError(error) ? error : new MiyuError('internal', { cause: error });
    const { code, field, detail, retryAfterMs } = failure;
    const text = errorText(failure, this.language);
    const told = failure instanceof UsageError ? failure.words : text.say;
    if (this.json) {
      this.io.stdout.write(`${safeJson({ error: { code, say: told, do: text.do, field, detail, retryAfterMs } })}\n`);
    } else {
      this.io.stderr.write(`miyu: ${told}\n      ${text.do}\n`);
    }
    return exitCodeOf(code);
  }

  /** A connection to the running peer for the time of `use`. @param idly what a prompt or a script asks by itself: nobody need be there */
  async withPeer<T>(use: (peer: ApiClient) => Promise<T>, { idly = false } = {}): Promise<T> {
    const peer = await connectApi(this.profile);
    try {
      // Ahead of the question; whatever becomes of it.
      if (!idly) peer.call('activity').catch(() => undefined);
      return await use(peer);
    } finally {
      peer.close();
    }
  }
}
