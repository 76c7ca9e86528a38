/** What every run in the lab stands on: the programs of dist/, and a folder; both the folder and all labs are gone when it ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../launch/build.js';
import { removeAllLabsAtOnce } from './lab.ts';

/**
 * @param name of the run, for its folder
 * @param interrupted the code that the process ends with where a signal ends the run
 */
export async function onGround<T>(name: string, interrupted: number, run: (folder: string) => Promise<T>): Promise<T> {
  await ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), `miyu-${name}-`));
  const forget = (): void => {
    removeAllLabsAtOnce();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      forget();
      process.exit(interrupted);
    });
  }
  try {
    return await run(folder);
  } finally {
    forget();
  }
}
