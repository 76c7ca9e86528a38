/** Where a person's data lies, by the custom of the system. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { defaultDataFolder } from '../../shared/folders.ts';

type Env = Readonly<Record<string, string | undefined>>;

const set = (text: string | undefined): string | undefined => (text === undefined || text === '' ? undefined : text);

/**
 * Folder of all data: MIYU_DATA, or the system's place for a program's data (XDG Base Directory Specification; Library on
 * macOS; LOCALAPPDATA on Windows). Holds `peer` and, where `npm start` runs one, `server`.
 */
export function dataFolder(env: Env): string {
  const own = set(env['MIYU_DATA']);
  if (own !== undefined) return resolve(own);
  return defaultDataFolder({ platform: process.platform, env, home: homedir() });
}

/** Folder of the profile: the flag, MIYU_PROFILE, or `peer` of the data folder, which is that of `npm start`. */
export const profileFolder = (flag: string | undefined, env: Env): string =>
  resolve(flag ?? set(env['MIYU_PROFILE']) ?? join(dataFolder(env), 'peer'));
