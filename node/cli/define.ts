/** What every command is defined with. */
import type { Command } from 'commander';
import type { Outcome, Run } from './run.ts';

export type Arguments = readonly (string | undefined)[];

/** A command's work: its arguments (a variadic one as the rest) and options, to what it tells; undefined: it told all itself. */
export type Work<O> = (run: Run, args: Arguments, options: O) => Promise<Outcome | undefined>;

export interface Define {
  readonly program: Command;
  /** The text in the language of this run. */
  readonly say: (english: string, chinese: string) => string;
  /** Wraps a command's work: prints what it returns, tells what it throws. */
  readonly action: <O extends object>(work: Work<O>) => (...args: unknown[]) => Promise<void>;
  /** Sets the exit code of a command that tells its end itself. */
  readonly exit: (code: number) => void;
}

export const examples = (...lines: readonly string[]): string => `\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
