import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ROOT } from './paths.js';
import { LaunchError, say } from './say.js';

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{command: string, args: string[], shell: boolean}} how to run npm: the one that started us, else the one
 *   beside this Node, else the one on the PATH
 */
export function npmCommand(env = process.env) {
  const running = env['npm_execpath'];
  if (running !== undefined && basename(running) === 'npm-cli.js' && existsSync(running)) {
    return { command: process.execPath, args: [running], shell: false };
  }
  const bin = dirname(process.execPath);
  for (const modules of [join(bin, 'node_modules'), join(bin, '..', 'lib', 'node_modules')]) {
    const cli = join(modules, 'npm', 'bin', 'npm-cli.js');
    if (existsSync(cli)) return { command: process.execPath, args: [cli], shell: false };
  }
  // Windows starts `npm.cmd` through a shell only; our arguments hold no character that a shell would read.
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

/**
 * Runs npm in the checkout, with the person's own npm settings. Its errors go to our stderr, the rest is dropped.
 *
 * @param {string[]} args
 * @returns {Promise<void>}
 * @throws {LaunchError} when npm is missing or fails
 */
export async function npm(args) {
  const { command, args: first, shell } = npmCommand();
  /** @type {number | null} */
  const status = await new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args, '--loglevel=error', '--no-progress'], {
      cwd: ROOT,
      shell,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', (cause) => {
      reject(
        new LaunchError(
          say(
            'npm was not found. Install Node together with npm, then start again.',
            '找不到 npm。请安装带有 npm 的 Node，然后重新启动。',
          ),
          { cause },
        ),
      );
    });
    child.on('close', (code) => resolve(code));
  });
  if (status !== 0) {
    throw new LaunchError(
      say(
        `"npm ${args[0]}" failed (status ${status}). npm's own words are above. Check the network connection and the registry ` +
          'that npm is set to ("npm config get registry"), then start again: what was fetched is kept.',
        `“npm ${args[0]}”失败（状态 ${status}），原因见上方 npm 的输出。请检查网络连接，以及 npm 所用的软件源` +
          '（“npm config get registry”），然后重新启动；已下载的内容会保留。',
      ),
    );
  }
}
