import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { say } from './say.js';

/** A holder touches its lock this often … */
const HEARTBEAT_MS = 2_000;
/** … so that one which has not been touched for this long belongs to a process that is gone or frozen. */
const ABANDONED_MS = 30_000;
/** How often a waiting process looks again. */
const POLL_MS = 100;
/** A wait of this many looks is long enough for the person to wonder. */
const TELL_AFTER = 10;

/** @typedef {{token: string, pid: number, host: string}} Holder */

/**
 * Runs `work` while no other process of this checkout runs under the same lock file. Waits without end, for the work
 * behind these locks is a download or a build that ends by itself; a holder that died is noticed.
 *
 * @template T
 * @param {string} path of the lock file
 * @param {() => Promise<T>} work must check again what it is about to do: another process may have done it meanwhile
 * @returns {Promise<T>}
 */
export async function withLock(path, work) {
  await mkdir(dirname(path), { recursive: true });
  const token = randomUUID();
  for (let looks = 0; !(await take(path, token)); looks++) {
    if (looks === TELL_AFTER) console.error(say('waiting for another start of miyu …', '正在等待另一个密语启动过程 …'));
    if (await isAbandoned(path)) await evict(path);
    else await delay(POLL_MS);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {}); // The lock was taken away from us: nothing to keep alive.
  }, HEARTBEAT_MS);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    if ((await holderOf(path))?.token === token) await unlink(path).catch(ignoreMissing);
  }
}

/**
 * @param {string} path
 * @param {string} token
 * @returns {Promise<boolean>} whether the lock is ours now
 */
async function take(path, token) {
  try {
    await writeFile(path, JSON.stringify({ token, pid: process.pid, host: hostname() }), { flag: 'wx' });
    return true;
  } catch (error) {
    // Windows says EPERM for a file that is being deleted by its last holder.
    if (hasCode(error, 'EEXIST') || (process.platform === 'win32' && hasCode(error, 'EPERM'))) return false;
    throw error;
  }
}

/**
 * @param {string} path
 * @returns {Promise<Holder | undefined>} undefined where there is no lock, or where it is being written right now
 */
async function holderOf(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError || hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/**
 * @param {string} path
 * @returns {Promise<boolean>}
 */
async function isAbandoned(path) {
  try {
    if (Date.now() - (await stat(path)).mtimeMs > ABANDONED_MS) return true;
  } catch (error) {
    ignoreMissing(error);
    return false;
  }
  const holder = await holderOf(path);
  return holder !== undefined && holder.host === hostname() && !isAlive(holder.pid);
}

/**
 * Moves an abandoned lock out of the way. Between our look and our move another waiter may have evicted it and taken
 * the lock: then what we hold in hand is a living lock, and goes back.
 *
 * @param {string} path
 */
async function evict(path) {
  const before = await holderOf(path);
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    ignoreMissing(error);
    return;
  }
  const moved = await holderOf(aside);
  if (moved !== undefined && moved.token !== before?.token) await rename(aside, path);
  else await unlink(aside);
}

/**
 * @param {number} pid
 * @returns {boolean}
 */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM'); // It is there, and another user's.
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 * @returns {boolean}
 */
export function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** @param {unknown} error */
function ignoreMissing(error) {
  if (!hasCode(error, 'ENOENT')) throw error;
}
