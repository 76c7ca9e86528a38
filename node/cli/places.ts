/** Where a person's data lies, by the custom of the system. */
import { mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { MiyuError } from '../../shared/errors.ts';

type Env = Readonly<Record<string, string | undefined>>;

const set = (text: string | undefined): string | undefined => (text === undefined || text === '' ? undefined : text);

/**
 * Folder of all data: MIYU_DATA, or the system's place for a program's data (XDG Base Directory Specification; Library on
 * macOS; LOCALAPPDATA on Windows). Holds `peer` and, where `npm start` runs one, `server`.
 */
export function dataFolder(env: Env): string {
  const own = set(env['MIYU_DATA']);
  if (own !== undefined) return resolve(own);
  if (process.platform === 'win32') {
    return join(set(env['LOCALAPPDATA']) ?? join(homedir(), 'AppData', 'Local'), 'miyu');
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'miyu');
  return join(set(env['XDG_DATA_HOME']) ?? join(homedir(), '.local', 'share'), 'miyu');
}

/** Folder of the profile: the flag, MIYU_PROFILE, or `peer` of the data folder, which is that of `npm start`. */
export const profileFolder = (flag: string | undefined, env: Env): string =>
  resolve(flag ?? set(env['MIYU_PROFILE']) ?? join(dataFolder(env), 'peer'));

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
  mkdirSync(folder, { mode: 0o700 });
}
