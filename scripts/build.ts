/**
 * Bundles the programs into dist/, so that they start in a fraction of a second.
 *
 * Each file is written beside its place and renamed into it; files that an entry point needs come before the entry
 * point, and the stamp comes last. So a program can be started at any moment, by anybody, while this runs. Callers who
 * may race (launchers, tests) hold the build lock: see scripts/launch/build.js.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { digestPage, digestSources, ENTRY_POINTS, PAGE_FOLDER, readStamp, STAMP_NAME } from './launch/build.js';
import type { BuildStamp } from './launch/build.js';
import { DIST, ROOT } from './launch/paths.js';

/** Bundled CommonJS packages call `require` for Node's own modules and for what stays outside of the bundle. */
const BANNER =
  "import { createRequire as createRequireForBundle } from 'node:module';\n" +
  'const require = createRequireForBundle(import.meta.url);';

/** The one loads a native library that lies beside its own files; the other drives a browser, for the demonstration alone, and is large. */
const OUTSIDE = ['classic-level', 'playwright-core'];

const sources = digestSources(ROOT);
const entryPoints: Record<string, string> = {};
for (const [name, path] of Object.entries(ENTRY_POINTS)) {
  if (existsSync(join(ROOT, path))) entryPoints[name] = join(ROOT, path);
}

const result = await build({
  entryPoints,
  outdir: DIST,
  absWorkingDir: ROOT,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  // One flat folder: `new URL('./miyu.js', import.meta.url)` means the same from every chunk.
  chunkNames: 'chunk-[hash]',
  external: OUTSIDE,
  banner: { js: BANNER },
  define: { MIYU_WITHOUT_FAILPOINTS: 'true' },
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
  write: false,
}).catch(() => process.exit(1)); // esbuild has printed the reasons.

await mkdir(DIST, { recursive: true });
const before = readStamp(DIST);
const files = result.outputFiles.map(({ path, contents }) => ({ name: basename(path), contents }));
const isEntry = (name: string): boolean => Object.hasOwn(entryPoints, name.replace(/\.js$/, ''));
files.sort((a, b) => Number(isEntry(a.name)) - Number(isEntry(b.name)));
const page = await placePage();
for (const { name, contents } of files) await place(name, contents);

const names = [...page.files, ...files.map(({ name }) => name)];
const previous = (before?.files ?? []).filter((name) => !names.includes(name));
const stamp: BuildStamp = { sources, page: page.digest, files: names, previous };
await place(STAMP_NAME, JSON.stringify(stamp));

const kept = new Set([...names, ...previous, STAMP_NAME]);
for (const entry of await readdir(DIST, { withFileTypes: true, recursive: true })) {
  const path = join(entry.parentPath, entry.name);
  const name = path.slice(DIST.length + 1).replaceAll('\\', '/');
  if (!entry.isDirectory() && !kept.has(name)) await unlink(path);
}

/** The page is bundled by another tool, in seconds: only where something that it is made of has changed. */
async function placePage(): Promise<{ readonly digest: string; readonly files: readonly string[] }> {
  const digest = digestPage(ROOT);
  const present = (before?.files ?? []).filter((name) => name.startsWith(PAGE_FOLDER));
  if (before?.page === digest && present.length > 0 && present.every((name) => existsSync(join(DIST, name)))) {
    return { digest, files: present };
  }
  const { buildPage } = await import('./build-page.ts');
  const built = await buildPage().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
  for (const { name, contents } of built) await place(PAGE_FOLDER + name, contents);
  return { digest, files: built.map(({ name }) => PAGE_FOLDER + name) };
}

async function place(name: string, contents: Uint8Array | string): Promise<void> {
  const path = join(DIST, name);
  await mkdir(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${basename(path)}.tmp`);
  await writeFile(temporary, contents);
  await rename(temporary, path);
}
