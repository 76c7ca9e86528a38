/**
 * Bundles the programs into dist/, so that they start in a fraction of a second.
 *
 * Each file is written beside its place and renamed into it; files that an entry point needs come before the entry
 * point, and the stamp comes last. So a program can be started at any moment, by anybody, while this runs. Callers who
 * may race (launchers, tests) hold the build lock: see scripts/launch/build.js.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, unlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { digestSources, ENTRY_POINTS, readStamp, STAMP_NAME } from './launch/build.js';
import type { BuildStamp } from './launch/build.js';
import { DIST, ROOT } from './launch/paths.js';

/** Bundled CommonJS packages call `require` for Node's own modules and for what stays outside of the bundle. */
const BANNER =
  "import { createRequire as createRequireForBundle } from 'node:module';\n" +
  'const require = createRequireForBundle(import.meta.url);';

/** Loads a native library that lies beside its own files. */
const OUTSIDE = ['classic-level'];

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
for (const { name, contents } of files) await place(name, contents);

const names = files.map(({ name }) => name);
const previous = (before?.files ?? []).filter((name) => !names.includes(name));
const stamp: BuildStamp = { sources, files: names, previous };
await place(STAMP_NAME, JSON.stringify(stamp));

const kept = new Set([...names, ...previous, STAMP_NAME]);
for (const name of await readdir(DIST)) if (!kept.has(name)) await unlink(join(DIST, name));

async function place(name: string, contents: Uint8Array | string): Promise<void> {
  const temporary = join(DIST, `.${name}.tmp`);
  await writeFile(temporary, contents);
  await rename(temporary, join(DIST, name));
}
