/**
 * A guard against opening a folder twice, in this process or another. LevelDB's own lock does not do: it is a POSIX record lock,
 * and a refused second open in the same process (or reading the lock file there) closes a descriptor of that file, which
 * silently drops the lock for the whole process.
 *
 * The guard is something that the kernel itself gives to one holder and takes back when the holder's process ends, however
 * it ends; so there is no stale file to judge and no race over its removal:
 *
 * - Linux: a listening socket in the abstract namespace, named by the folder's device and inode (two paths to one folder are one
 *   name). That namespace belongs to the network namespace: two containers that share a volume do not see each other here.
 *   There LevelDB's lock stands behind the guard, intact, for the guard lets no second open of this process reach it.
 * - macOS, the BSDs, Windows: a file opened with the flag for an exclusive lock, which conflicts within one process as well.
 */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { MiyuError } from '../errors.ts';
import { makeFolder } from '../folders.ts';
import { removeUnfinished } from './atomic-file.ts';

export interface FolderGuard {
  /** Gives the folder free. Safe to call again. */
  release(): Promise<void>;
}

/** O_EXLOCK and O_NONBLOCK of <sys/fcntl.h> on macOS and the BSDs; Node has no names for them there. */
const BSD_EXCLUSIVE = 0x20 | 0x4;
/** libuv's UV_FS_O_EXLOCK on Windows: opened without sharing. */
const WINDOWS_EXCLUSIVE = 0x10000000;

/** Codes with which an exclusive open says that another holds the file. */
const HELD = new Set(['EAGAIN', 'EWOULDBLOCK', 'EBUSY', 'EACCES', 'EPERM']);

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

async function assertWritable(folder: string): Promise<void> {
  const probe = join(folder, `.writable-${process.pid}-${performance.now()}`);
  try {
    makeFolder(folder);
    await (await open(probe, 'wx', 0o600)).close();
    await rm(probe, { force: true });
  } catch (error) {
    // A full disk is no reason to keep its owner from reading: creating an empty file may fail there.
    if (codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT') return;
    throw new MiyuError('folder-unwritable', { cause: error });
  }
}

async function guardBySocket(folder: string): Promise<FolderGuard> {
  const { dev, ino } = await stat(folder, { bigint: true });
  const name = createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 32);
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(new MiyuError(codeOf(error) === 'EADDRINUSE' ? 'profile-in-use' : 'folder-unwritable', { cause: error }));
    });
    server.listen(`\0miyu-folder-${name}`, resolve);
  });
  server.unref();
  let released: Promise<void> | undefined;
  const release = (): Promise<void> =>
    (released ??= new Promise((resolve) => {
      server.close(() => resolve());
    }));
  return { release };
}

async function guardByFile(folder: string, exclusive: number): Promise<FolderGuard> {
  const path = join(folder, 'guard');
  try {
    const handle = await open(path, constants.O_RDWR | constants.O_CREAT | exclusive, 0o600);
    let released: Promise<void> | undefined;
    return { release: () => (released ??= handle.close()) };
  } catch (error) {
    throw new MiyuError(HELD.has(codeOf(error) ?? '') ? 'profile-in-use' : 'folder-unwritable', { cause: error });
  }
}

/**
 * Takes the folder for this process, creating it (0700) where it is missing, and clears away what a killed holder was writing.
 * @throws MiyuError 'profile-in-use' while another holds it, 'folder-unwritable' where nothing can be written in it
 */
export async function guardFolder(folder: string): Promise<FolderGuard> {
  await assertWritable(folder);
  const exclusive = process.platform === 'win32' ? WINDOWS_EXCLUSIVE : BSD_EXCLUSIVE;
  const guard = await (process.platform === 'linux' ? guardBySocket(folder) : guardByFile(folder, exclusive));
  await removeUnfinished(folder);
  return guard;
}
