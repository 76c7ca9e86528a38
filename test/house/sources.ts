/** The house as the tests on it see it: which files there are. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/launch/paths.js';

export const PRODUCT_FOLDERS = ['node', 'rendezvous', 'shared'] as const;

/**
 * @param folders relative to the checkout; one that does not exist has no files
 * @returns paths of TypeScript and JavaScript files, relative to the checkout, with slashes, sorted
 */
export function sourceFiles(folders: readonly string[]): string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (/\.[cm]?[jt]sx?$/.test(entry.name)) found.push(path);
    }
  };
  const present = new Set(readdirSync(ROOT));
  for (const folder of folders) if (present.has(folder)) walk(folder);
  return found.sort();
}
