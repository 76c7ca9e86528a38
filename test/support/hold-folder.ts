/** Takes a folder's guard and says `held` or the error's code; holds it until it is killed. */
import { writeSync } from 'node:fs';
import { guardFolder } from '../../shared/storage/folder-guard.ts';

try {
  await guardFolder(process.argv[2]!);
  writeSync(1, 'held\n');
} catch (error) {
  writeSync(1, `${(error as { code: string }).code}\n`);
}
setInterval(() => undefined, 1_000);
