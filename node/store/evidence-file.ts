/** What proves an alarm, as a file beside the profile: the person may show it to anybody. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from '../../shared/storage/atomic-file.ts';

/** `evidence/alarm-N.miyu-evidence`, for this user alone. */
export async function keepEvidence(folder: string, id: number, bytes: Uint8Array): Promise<void> {
  const at = join(folder, 'evidence');
  await mkdir(at, { recursive: true, mode: 0o700 });
  await writeFileAtomic(join(at, `alarm-${id}.miyu-evidence`), bytes);
}
