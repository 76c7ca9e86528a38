/** A terminal on a host of a lab, made by `script` of util-linux, with a program in it and a person at it. */
import { spawnSync, type ChildProcess } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from '../../launch/paths.js';
import type { Host } from './host.ts';
import { cleanEnvironment, waitFor } from './programs.ts';

const CTRL_C = '\x03';
/** A start, a registration with its costly derivation: seconds, and many on a machine with much to do. */
const SHOW_MS = 120_000;

/** @returns why this machine has none */
export const terminalMissing = (): string | undefined =>
  spawnSync('script', ['--version']).status === 0
    ? undefined
    : 'there is no `script` (util-linux) that makes terminals';

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

export class LabTerminal {
  readonly #child: ChildProcess;
  readonly #what: string;
  readonly #ended: Promise<void>;
  #shown = '';
  #over = false;

  /** @param bundle of dist/ @param environment on top of that of whoever runs the lab */
  constructor(
    host: Host,
    bundle: 'start' | 'miyu',
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ) {
    const program = join(DIST, `${bundle}.js`);
    if (!existsSync(program)) throw new Error(`${bundle} is not built: npm run build`);
    this.#what = `${bundle} on ${host.name}`;
    const line = [process.execPath, program, ...args].map(quoted).join(' ');
    this.#child = host.spawn('script', ['-qefc', line, '/dev/null'], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        ...cleanEnvironment(),
        ...{ SHELL: '/bin/sh', DISPLAY: '', WAYLAND_DISPLAY: '', SSH_CONNECTION: '' },
        ...environment,
      },
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.#shown += text));
    }
    this.#child.stdin?.on('error', () => undefined); // It has ended.
    this.#ended = new Promise((resolve) => {
      this.#child.once('close', () => resolve());
    });
    void this.#ended.then(() => (this.#over = true));
  }

  /** All that it has shown, without colours and movements. */
  get text(): string {
    return stripVTControlCharacters(this.#shown);
  }

  /** Waits for it; where it stands there already, at once. */
  async shows(wanted: string): Promise<void> {
    const probe = (): boolean => {
      if (this.text.includes(wanted)) return true;
      if (this.#over) throw new Error(`${this.#what} ended without “${wanted}”:\n${this.text}`);
      return false;
    };
    await waitFor(`${this.#what} shows “${wanted}”`, probe, SHOW_MS).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${this.text}`);
    });
  }

  /** A line, and Enter. */
  enter(line: string): void {
    this.#child.stdin?.write(`${line}\r`);
  }

  /** Ctrl-C, and the end of what runs in it. */
  async leave(): Promise<void> {
    if (!this.#over) this.#child.stdin?.write(CTRL_C);
    await this.#ended;
  }
}
