/**
 * Where a store lies on its disk: what a copy of it cannot have as well. A backup that is put in the place of the store, with all that is in
 * it, is a store that was set back, and knows nothing of that.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Number of the file that every restore writes anew, for it changes with every batch. Empty where the file system has no such numbers, or
 * the engine no such file. What a snapshot of a whole disk brings back is not seen here; clients that show a later head find it.
 */
export async function placeOf(storeFolder: string): Promise<string> {
  try {
    const { ino } = await stat(join(storeFolder, 'anchor'), { bigint: true });
    return ino === 0n ? '' : String(ino);
  } catch {
    return '';
  }
}
