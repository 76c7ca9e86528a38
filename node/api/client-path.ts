/**
 * Where a profile's local API is found. A Unix socket in `run/` of the profile; where that path is too long for one
 * (sockaddr_un holds 104 bytes on some systems), in a short folder of this user; on Windows a named pipe. The peer
 * writes the place into `run/api.path`, so that every client finds it, whatever its own environment says.
 */
import { createHash, randomBytes } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MiyuError } from '../../shared/errors.ts';
import { makeFolder } from '../../shared/folders.ts';

/** Bytes; the smallest sockaddr_un among the systems that we run on has room for 104 with its end. */
const MAX_SOCKET_PATH_BYTES = 100;

export const runFolder = (profile: string): string => join(profile, 'run');
export const placeFile = (profile: string): string => join(runFolder(profile), 'api.path');

const isWindows = process.platform === 'win32';

export interface SocketPlace {
  readonly path: string;
  /** Folder that has to be ours alone; absent for a named pipe. */
  readonly folder?: string;
}

/** Where a peer that starts now listens. */
export function chooseSocketPlace(profile: string, env: Readonly<Record<string, string | undefined>>): SocketPlace {
  // Nobody can take a name beforehand that he cannot guess; readable is it only in the profile's folder.
  if (isWindows) return { path: `\\\\.\\pipe\\miyu-${randomBytes(16).toString('hex')}` };
  const inProfile = join(runFolder(profile), 'api.sock');
  if (Buffer.byteLength(inProfile) <= MAX_SOCKET_PATH_BYTES) return { path: inProfile, folder: runFolder(profile) };
  const uid = process.getuid?.() ?? 0;
  const runtime = env['XDG_RUNTIME_DIR'];
  const folder =
    runtime !== undefined && runtime.startsWith('/') && Buffer.byteLength(runtime) <= 60
      ? join(runtime, 'miyu')
      : join(tmpdir(), `miyu-${uid}`);
  const name = createHash('sha256').update(resolve(profile)).digest('hex').slice(0, 16);
  return { path: join(folder, `${name}.sock`), folder };
}

/**
 * Makes the folder if it is missing, and sees to it that nobody else can enter it.
 * @throws MiyuError 'folder-unwritable' | 'api-unauthorized' where it belongs to somebody else or is a link
 */
export async function claimFolder(folder: string): Promise<void> {
  makeFolder(folder);
  await checkFolder(folder);
}

/** @throws MiyuError 'api-unauthorized' where somebody else could reach, or could have made, what lies in it */
export async function checkFolder(folder: string): Promise<void> {
  if (isWindows) return; // Access there is by the profile's folder: its list of rights is inherited from the user's own.
  const found = await lstat(folder);
  const ours = found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o077) === 0;
  if (!ours) throw new MiyuError('api-unauthorized');
}

/**
 * Where a running peer of this profile listens, by its own word.
 * @throws MiyuError 'daemon-not-running' where none left its word, 'api-unauthorized' where the place is not ours alone
 */
export async function findSocket(profile: string): Promise<string> {
  let text: string;
  try {
    await checkFolder(runFolder(profile));
    text = await readFile(placeFile(profile), 'utf8');
  } catch (cause) {
    if (cause instanceof MiyuError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    throw new MiyuError(code === 'EACCES' || code === 'EPERM' ? 'api-unauthorized' : 'daemon-not-running', { cause });
  }
  const path = text.trim();
  if (!isWindows) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (!path.startsWith('/') || folder === '') throw new MiyuError('daemon-not-running');
    await checkFolder(folder).catch((cause: unknown) => {
      throw cause instanceof MiyuError ? cause : new MiyuError('daemon-not-running', { cause });
    });
  }
  return path;
}
