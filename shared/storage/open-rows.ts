import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isMiyuError } from '../errors.ts';
import { LevelHandle, type FullCode } from './level-handle.ts';

/** LevelDB in `folder/rows`; one whose making was cut off is made anew. */
export async function openRows(folder: string, full: FullCode, cacheBytes = 8 * 1024 * 1024): Promise<LevelHandle> {
  const rows = join(folder, 'rows');
  await mkdir(rows, { recursive: true, mode: 0o700 });
  try {
    return await LevelHandle.open(rows, full, cacheBytes);
  } catch (error) {
    if (!isMiyuError(error, 'store-damaged') || !(await wasNeverUsed(folder))) throw error;
    await rm(rows, { recursive: true });
    await mkdir(rows, { mode: 0o700 });
    return await LevelHandle.open(rows, full, cacheBytes);
  }
}

/** The anchor is on disk before the first batch; and LevelDB's own first files hold no rows. */
async function wasNeverUsed(folder: string): Promise<boolean> {
  if ((await readdir(folder)).includes('anchor')) return false;
  const rows = join(folder, 'rows');
  for (const name of await readdir(rows)) {
    if (/^(?:LOCK|LOG|LOG\.old|CURRENT|MANIFEST-\d+)$/.test(name)) continue;
    if ((await stat(join(rows, name))).size > 0) return false;
  }
  return true;
}
