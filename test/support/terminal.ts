/** A program in a terminal of its own, made by `script` of util-linux: what it shows, and keys that a person types. */
import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { built } from '../house/built.ts';
import { QUIET_LAN } from './lan.ts';
import { temporaryFolder } from './temporary.ts';
import { until } from './until.ts';

/** Why there is none, for `test.skipIf`. */
export const terminalMissing =
  process.platform !== 'linux' || spawnSync('script', ['--version']).status !== 0
    ? 'no `script` that makes terminals'
    : undefined;

export interface TestTerminal {
  /** All that it has shown. */
  readonly text: () => string;
  readonly ended: Promise<number | null>;
  shows(text: string, timeoutMs?: number): Promise<void>;
  type(keys: string): void;
}

export const CTRL_C = '\x03';

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/** When the program has ended, the terminal shows `stty -a`: how it was left. */
export function startInTerminal(
  bundle: Parameters<typeof built>[0],
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): TestTerminal {
  const command = [process.execPath, built(bundle), ...args].map(quoted).join(' ');
  const kept = Object.entries(process.env).filter(([name]) => !/^(MIYU_|VITEST|DISPLAY$|WAYLAND_|SSH_)/.test(name));
  // Ctrl-C reaches the shell as well; without the trap a dash ends with 130, whatever the program did.
  const line = `trap : INT; ${command}; code=$?; stty -a; exit $code`;
  const child = spawn('script', ['-qefc', line, '/dev/null'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...Object.fromEntries(kept),
      LC_ALL: 'en_US.UTF-8',
      NODE_ENV: '',
      MIYU_PAGE_PORT: '0',
      ...QUIET_LAN,
      SHELL: '/bin/sh',
      ...env,
    },
  });
  let text = '';
  let over = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (more: string) => {
      text += more;
    });
  }
  child.stdin.on('error', () => undefined); // It has ended.
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      over = true;
      resolve(code);
    });
  });
  onTestFinished(async () => {
    if (over) return;
    child.kill('SIGTERM');
    await ended;
  });
  return {
    text: () => text,
    ended,
    shows: async (wanted, timeoutMs = 60_000) => {
      await until(
        `the terminal shows “${wanted}”`,
        () => {
          if (text.includes(wanted)) return true;
          if (over) throw new Error(`it ended without “${wanted}”:\n${text}`);
          return false;
        },
        { timeoutMs },
      );
    },
    type: (keys) => {
      child.stdin.write(keys);
    },
  };
}

export interface FakeDisplay {
  readonly env: Readonly<Record<string, string>>;
  /** The link of the page that was asked for. */
  opened(): Promise<string>;
}

/** A display whose browser only notes what it was asked to open. */
export async function fakeDisplay(): Promise<FakeDisplay> {
  const folder = join(await temporaryFolder(), 'bin');
  await mkdir(folder);
  const note = join(folder, 'opened.html');
  await writeFile(
    join(folder, 'xdg-open'),
    `#!/bin/sh\ncp "$1" ${quoted(note)}.new\nmv ${quoted(note)}.new ${quoted(note)}\n`,
  );
  await chmod(join(folder, 'xdg-open'), 0o755);
  return {
    env: { DISPLAY: ':99', PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
    opened: () =>
      until(
        'a browser was asked to open the page',
        async () => {
          const html = await readFile(note, 'utf8').catch(() => '');
          return /href="([^"]+)"/.exec(html)?.[1];
        },
        { timeoutMs: 60_000 },
      ),
  };
}
