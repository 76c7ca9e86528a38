/** Where a profile lies, and that only one process has it open. */
import { chmod, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { MiyuError } from '../../shared/errors.ts';
import { isUnfinished, removeUnfinished } from '../../shared/storage/atomic-file.ts';
import { guardFolder } from '../../shared/storage/folder-guard.ts';
import { VAULT_FILE } from './vault.ts';

export interface ProfilePaths {
  /** Absolute. */
  readonly folder: string;
  readonly vault: string;
  /** Folder of the peer's store. */
  readonly store: string;
  /** Folder of the local API's socket. */
  readonly run: string;
}

export interface Profile extends ProfilePaths {
  /** Gives the folder free for another process. Safe to call again. */
  release(): Promise<void>;
}

export function profilePaths(folder: string): ProfilePaths {
  const at = resolve(folder);
  return { folder: at, vault: resolve(at, VAULT_FILE), store: resolve(at, 'store'), run: resolve(at, 'run') };
}

/** Entries of which a profile has at least one, once it has any. */
const MARKS = new Set([VAULT_FILE, 'store', 'run', 'log', 'config.json', 'listen-port']);

/**
 * Takes a profile's folder for this process; makes it, for this user alone, where it is missing.
 * @throws MiyuError 'profile-in-use' | 'folder-unwritable' | 'folder-not-a-profile' where it holds other things
 */
export async function openProfileFolder(folder: string): Promise<Profile> {
  const paths = profilePaths(folder);
  // Looked at before the guard leaves its own traces there.
  const entries = await entriesOf(paths.folder);
  if (entries.length > 0 && !entries.some((entry) => MARKS.has(entry))) throw new MiyuError('folder-not-a-profile');
  const guard = await guardFolder(paths.folder);
  await removeUnfinished(paths.run);
  try {
    if (process.platform !== 'win32') await chmod(paths.folder, 0o700);
  } catch (error) {
    await guard.release();
    throw new MiyuError('folder-unwritable', { cause: error });
  }
  return { ...paths, release: () => guard.release() };
}

/** What our own programs may leave where one was killed before the profile's first file stood is no sign of another program. */
const isTrace = (entry: string): boolean => entry === 'guard' || entry.startsWith('.writable-') || isUnfinished(entry);

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((entry) => !isTrace(entry));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new MiyuError('folder-unwritable', { cause: error });
  }
}
