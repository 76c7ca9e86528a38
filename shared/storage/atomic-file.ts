/** Small files that are replaced as a whole: whoever reads sees the old bytes or the new ones, also after a power cut. */
import { randomBytes } from 'node:crypto';
import { link, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failpoint } from '../failpoints.ts';

export interface AtomicFileOptions {
  /** Permission bits of a new file; the owner's alone by default. */
  readonly mode?: number;
  /** False: an existing file stays and the call rejects with EEXIST. */
  readonly replace?: boolean;
}

/** Makes what was created, renamed or removed in a folder outlive a power cut. Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const besideName = (path: string): string => `.${basename(path)}.${randomBytes(6).toString('hex')}.new`;

/** Whether a file of this name is one that was being written when its process was killed. */
export const isUnfinished = (name: string): boolean => /^\..+\.[0-9a-f]{12}\.new$/.test(name);

/** Removes what killed processes were writing into a folder. The caller holds it: nobody else is writing there. */
export async function removeUnfinished(folder: string): Promise<void> {
  // In the way of nobody: where it can't be read or removed now, the next start tries again.
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter(isUnfinished)) await rm(join(folder, name), { force: true }).catch(() => undefined);
}

/**
 * Writes a file beside its place, syncs it, moves it there in one step and syncs the folder. Rejects with the system's error
 * (ENOSPC, EROFS, EEXIST …); what was at `path` is then unchanged and nothing is left beside it.
 */
export async function writeFileAtomic(path: string, bytes: Uint8Array, options: AtomicFileOptions = {}): Promise<void> {
  const folder = dirname(path);
  const beside = join(folder, besideName(path));
  try {
    const handle = await open(beside, 'wx', options.mode ?? 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (options.replace ?? true) {
      failpoint('file-before-rename');
      await rename(beside, path);
      failpoint('file-after-rename');
    } else {
      // A rename would silently win over a file that came meanwhile; a link does not.
      await link(beside, path);
      await rm(beside);
    }
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(folder);
}
