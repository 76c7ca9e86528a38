import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { ENTRY_POINTS } from '../../scripts/launch/build.js';
import { DIST } from '../../scripts/launch/paths.js';

/**
 * A program's bundle, for tests that start it as a process: `spawn(process.execPath, [built('miyu'), …])`.
 *
 * @throws {Error} when the sources do not build, so that no test passes on yesterday's bundle
 */
export function built(name: keyof typeof ENTRY_POINTS): string {
  const error = inject('buildError');
  if (error !== '') throw new Error(error);
  const path = join(DIST, `${name}.js`);
  if (!existsSync(path)) throw new Error(`the build made no ${name}.js`);
  return path;
}
