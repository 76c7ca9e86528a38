/** Holds a file's imports against the table. */
import { posix } from 'node:path';
import { isBuiltin } from 'node:module';
import type { Row } from './import-table.ts';
import type { FoundImport } from './read-imports.ts';

/** Whether `name` is, or lies in, the place. */
export function isIn(name: string, place: string): boolean {
  if (place.endsWith('/')) return name.startsWith(place);
  if (!place.includes('*')) return name === place;
  const pattern = place.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*');
  return new RegExp(`^${pattern}$`).test(name);
}

/** @returns the row whose room names the file longest; undefined where none does */
export function rowOf(table: readonly Row[], path: string): Row | undefined {
  let best: Row | undefined;
  for (const row of table) {
    if (isIn(path, row.room) && row.room.length > (best?.room.length ?? 0)) best = row;
  }
  return best;
}

/** @returns the npm package that a specifier names: `@scope/name/part` → `@scope/name` */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/**
 * @param path the importing file, relative to the checkout, with slashes
 * @returns one sentence for each import that the table does not allow
 */
export function judge(table: readonly Row[], path: string, imports: readonly FoundImport[]): string[] {
  const row = rowOf(table, path);
  if (row === undefined) return [`${path} is in no room of the table (test/house/import-table.ts)`];
  const complaints: string[] = [];
  for (const found of imports) {
    const complaint = judgeOne(table, row, path, found);
    if (complaint !== undefined) complaints.push(`${path}:${found.line} ${complaint} [${found.kind}] — ${row.reason}`);
  }
  return complaints;
}

function judgeOne(table: readonly Row[], row: Row, path: string, found: FoundImport): string | undefined {
  const { specifier, typeOnly } = found;
  if (specifier === undefined) {
    return row.computed === true ? undefined : 'computes what it imports, so that nobody can check it';
  }

  if (specifier.startsWith('./') || specifier.startsWith('../')) {
    const target = posix.normalize(posix.join(posix.dirname(path), specifier));
    if (rowOf(table, target)?.room === row.room) return undefined;
    if (row.may.some((place) => isIn(target, place))) return undefined;
    // A room's generated codecs are a part of the room for whoever may enter it, and for itself.
    if (isIn(target, `${row.room}generated/`)) return undefined;
    if (row.mayAsTypes?.some((place) => isIn(target, place)) === true) {
      return typeOnly ? undefined : `may know types of ${target}, not its values: write \`import type\``;
    }
    return `may not import ${target}`;
  }

  if (isBuiltin(specifier)) {
    if (!specifier.startsWith('node:')) return `must write node:${specifier}`;
    if (row.builtins === undefined || row.builtins.includes(specifier)) return undefined;
    if (typeOnly && row.builtinsAsTypes?.includes(specifier) === true) return undefined;
    return `may not import ${specifier}`;
  }

  if (/^[/#.]|^[a-z]+:/i.test(specifier)) return `may not import by this kind of address: ${specifier}`;
  const name = packageOf(specifier);
  if (row.packages === undefined || row.packages.some((place) => isIn(name, place))) return undefined;
  return `may not import the package ${name}`;
}
