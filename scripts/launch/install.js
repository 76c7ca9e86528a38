import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.js';
import { npm } from './npm.js';
import { MODULES, ROOT, RUNTIME } from './paths.js';
import { say, withProgress } from './say.js';

/**
 * @typedef {{version?: string, integrity?: string, optional?: boolean, peer?: boolean, link?: boolean}} LockedPackage
 * @typedef {{packages?: Record<string, LockedPackage>}} LockFile
 */

const LOCK_FILE = join(ROOT, 'package-lock.json');
const STAMP = join(MODULES, '.miyu-lock');
/** npm's own record of what it put into node_modules. */
const NPM_RECORD = join(MODULES, '.package-lock.json');

/**
 * Installs what package-lock.json names, where node_modules does not hold it yet. Costs about a millisecond when it does.
 * Install scripts are not run: the native packages carry their binaries, and nobody has read what a dependency would
 * do to this machine.
 *
 * @returns {Promise<void>}
 */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await withLock(join(RUNTIME, 'install.lock'), async () => {
    if (isInstalled()) return;
    await withProgress(say('installing what miyu needs (once)', '正在安装密语所需的软件包（仅一次）'), () =>
      npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund']),
    );
    writeStamp(digest(readFileSync(LOCK_FILE)));
  });
}

/** @returns {boolean} */
function isInstalled() {
  const locked = readFileSync(LOCK_FILE);
  if (read(STAMP) === digest(locked)) return true;
  const record = read(NPM_RECORD);
  if (record === undefined || !holds(JSON.parse(record), JSON.parse(locked.toString('utf8')))) return false;
  writeStamp(digest(locked)); // The person has run npm, to the same effect.
  return true;
}

/**
 * Whether an installation holds everything that a lock file names. Optional packages may be absent (they are for other
 * platforms), but not in another version.
 *
 * @param {LockFile} installed
 * @param {LockFile} locked
 * @returns {boolean}
 */
export function holds(installed, locked) {
  const present = installed.packages ?? {};
  for (const [path, wanted] of Object.entries(locked.packages ?? {})) {
    if (path === '') continue;
    const found = present[path];
    if (found === undefined) {
      if (wanted.optional === true) continue;
      return false;
    }
    if (found.version !== wanted.version || found.integrity !== wanted.integrity) return false;
  }
  return true;
}

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
function digest(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * @param {string} path
 * @returns {string | undefined}
 */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** @param {string} value */
function writeStamp(value) {
  try {
    writeFileSync(STAMP, value);
  } catch {
    // A checkout that this user may only read: the comparison runs again at the next launch.
  }
}
