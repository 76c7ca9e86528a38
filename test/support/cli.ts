/** The command line in this process: arguments in, exit code and texts out. */
import { PassThrough, Readable, Writable } from 'node:stream';
import { runProgram } from '../../node/cli/program.ts';
import type { ProgramParts } from '../../node/cli/program.ts';

export interface CliResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** The one document that --json promises. */
  readonly json: () => unknown;
}

export interface CliOptions {
  /** To be looked at meanwhile. */
  readonly stderr?: Collected;
  readonly stdin?: string | Uint8Array | Readable;
  readonly env?: Readonly<Record<string, string>>;
  readonly up?: ProgramParts['up'];
  readonly examineAlone?: ProgramParts['examineAlone'];
}

export class Collected extends Writable {
  text = '';
  override _write(chunk: Uint8Array, _encoding: string, done: () => void): void {
    this.text += Buffer.from(chunk).toString('utf8');
    done();
  }
}

export async function cli(profile: string, args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const stdout = new Collected();
  const { stdin, stderr = new Collected() } = options;
  const code = await runProgram(['--profile', profile, ...args], {
    io: {
      stdin: stdin instanceof Readable ? stdin : Readable.from(stdin === undefined ? [] : [Buffer.from(stdin)]),
      stdout,
      stderr,
      env: { LANG: 'en_US.UTF-8', ...options.env },
    },
    version: '1.2.3',
    up: options.up ?? (() => Promise.reject(new Error('this test starts no peer'))),
    examineAlone: options.examineAlone ?? (() => Promise.reject(new Error('this test examines nothing'))),
    upInBackground: () => Promise.reject(new Error('this test starts no peer')),
  });
  const json = (): unknown => {
    const lines = stdout.text.split('\n');
    if (lines.length !== 2 || lines[1] !== '') throw new Error(`not one document: ${stdout.text}`);
    return JSON.parse(lines[0] ?? '');
  };
  return { code, out: stdout.text, err: stderr.text, json };
}

/** A terminal that a test types into: the program's readline sees a TTY. */
export class FakeTerminal extends PassThrough {
  readonly isTTY = true;
  isRaw = false;
  setRawMode(raw: boolean): this {
    this.isRaw = raw;
    return this;
  }
}
