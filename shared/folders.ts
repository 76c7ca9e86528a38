/** Folders: where a program keeps a person's data, and making one for that person alone. */
import { mkdirSync, statSync } from 'node:fs';
import { dirname, posix, resolve, win32 } from 'node:path';
import { MiyuError } from './errors.ts';

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home folder. */
  readonly home: string;
}

/** Where miyu keeps a user's data unless told otherwise: by the XDG base directories, on macOS and Windows by their customs. */
export function defaultDataFolder({ platform, env, home }: Surroundings): string {
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'];
    return win32.join(local === undefined || local === '' ? win32.join(home, 'AppData', 'Local') : local, 'miyu');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'miyu');
  const data = env['XDG_DATA_HOME'];
  // A relative path in it is invalid and to be ignored (XDG Base Directory Specification).
  const base = data !== undefined && posix.isAbsolute(data) ? data : posix.join(home, '.local', 'share');
  return posix.join(base, 'miyu');
}

/**
 * Makes a folder for this user alone, and those above it, where they are missing. (Node's own recursive `mkdir` never
 * comes back from a file system that takes no folders, such as /proc.)
 * @throws MiyuError 'folder-unwritable'
 */
export function makeFolder(folder: string): void {
  try {
    makeMissing(resolve(folder));
  } catch (cause) {
    throw new MiyuError('folder-unwritable', { cause });
  }
}

function makeMissing(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
  const parent = dirname(folder);
  if (parent !== folder) makeMissing(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have been faster.
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
}
