import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.js';
import { ensureInstalled } from './install.js';
import { canRun } from './node-version.js';
import { DIST, ROOT } from './paths.js';
import { currentPlatform, ensureRuntime, readPin, selectRuntime } from './runtime.js';
import { LaunchError, say } from './say.js';

/**
 * What to run once everything is in place: a bundle of dist/ by its name, or a script of scripts/ by its path, which Node
 * runs as it is, with the bundles built if it wants them; or nothing but the build.
 *
 * @typedef {{bundle: string} | {script: string, built?: boolean} | {built: true}} Target
 */

/**
 * Brings this checkout to where it can run, and runs the target: packages, then the right Node, then the bundles. On a
 * Node that serves, the target runs in this very process; else in a child that has our terminal, arguments and signals.
 *
 * @param {Target} target
 * @param {number} [own] how many of the first arguments are the launcher's own and are not shown to the target
 * @returns {Promise<void>}
 */
export async function launch(target, own = 0) {
  try {
    if (!canRun(process.versions.node)) {
      const runtime = selectRuntime(readPin(), currentPlatform()); // Before anything slow: it may say "impossible".
      await ensureInstalled();
      await runWith(await ensureRuntime(runtime));
      return;
    }
    await ensureInstalled();
    if ('bundle' in target || target.built === true) await ensureBuilt();
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    console.error(`miyu: ${error.message}`);
    process.exitCode = 1;
    return;
  }
  if (!('bundle' in target || 'script' in target)) return;
  const path = 'bundle' in target ? join(DIST, `${target.bundle}.js`) : join(ROOT, 'scripts', target.script);
  if (!existsSync(path)) {
    console.error(say(`miyu: this checkout has no ${path}.`, `miyu：这份副本里没有 ${path}。`));
    process.exitCode = 1;
    return;
  }
  process.argv.splice(2, own);
  keepCompiled();
  await import(pathToFileURL(path).href);
}

/** What was compiled once is not compiled at each start, here and in the programs that this one starts; a build wipes it. */
function keepCompiled() {
  if (process.env['NODE_COMPILE_CACHE'] !== undefined) return;
  process.env['NODE_COMPILE_CACHE'] = join(DIST, '.compiled');
  module.enableCompileCache(process.env['NODE_COMPILE_CACHE']);
}

/**
 * Runs this same command with another Node and ends as it ends.
 *
 * @param {string} binary
 * @returns {Promise<void>}
 */
async function runWith(binary) {
  const child = spawn(binary, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' });
  // Ctrl-C reaches the child by itself where there is a terminal: a second one from us would mean "at once" to it.
  const inTerminal = [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY);
  /** @type {NodeJS.Signals[]} */
  const passedOn = inTerminal ? ['SIGTERM', 'SIGHUP'] : ['SIGTERM', 'SIGHUP', 'SIGINT'];
  for (const signal of passedOn) process.on(signal, () => child.kill(signal));
  if (inTerminal) process.on('SIGINT', () => {});

  /** @type {{code: number | null, signal: NodeJS.Signals | null}} */
  const ended = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  if (ended.signal === null) {
    process.exitCode = ended.code ?? 1;
    return;
  }
  for (const signal of [...passedOn, 'SIGINT']) process.removeAllListeners(signal);
  process.kill(process.pid, ended.signal); // Whoever waits for us sees the same end.
}
