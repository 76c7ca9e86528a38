import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The checkout. Node has resolved symbolic links before this module's address is known. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What the launchers fetch and their locks: not in git, safe to delete. */
export const RUNTIME = join(ROOT, '.runtime');

export const DIST = join(ROOT, 'dist');
export const MODULES = join(ROOT, 'node_modules');
