import { existsSync, readFileSync } from 'node:fs';
import { builtinModules, isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROGRAM_NODE, compareVersions } from '../../scripts/launch/node-version.js';
import { ENTRY_POINTS } from '../../scripts/launch/build.js';
import { ROOT } from '../../scripts/launch/paths.js';
import { TARGETS } from '../../scripts/launch/targets.js';
import { packageOf } from './judge-imports.ts';
import { readImports } from './read-imports.ts';
import type { FoundImport } from './read-imports.ts';
import { PRODUCT_FOLDERS, sourceFiles } from './sources.ts';

interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly inBundle?: boolean;
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, LockedPackage> };
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

/** The packages that the house is built on: each has to do real work in it. */
const FOUNDATION = [
  'libp2p',
  '@libp2p/tcp',
  '@chainsafe/libp2p-noise',
  '@libp2p/kad-dht',
  'it-pipe',
  'level',
  'tweetnacl',
];

interface Use {
  readonly path: string;
  readonly found: FoundImport;
  readonly specifier: string;
}

/** Every import in these folders that names neither a file nor a module of Node. */
function packageUses(folders: readonly string[]): Use[] {
  const uses: Use[] = [];
  for (const path of sourceFiles(folders)) {
    for (const found of readImports(path, read(path))) {
      const { specifier } = found;
      if (specifier === undefined || /^[./]/.test(specifier) || specifier.startsWith('node:')) continue;
      uses.push({ path, found, specifier });
    }
  }
  return uses;
}

const productUses = packageUses(PRODUCT_FOLDERS);

describe('the packages that the house is built on', () => {
  for (const name of FOUNDATION) {
    test(`the product uses ${name}`, () => {
      const users = productUses.filter(({ specifier, found }) => packageOf(specifier) === name && !found.typeOnly);
      expect(users.length, `no file of ${PRODUCT_FOLDERS.join(', ')} imports a value of ${name}`).toBeGreaterThan(0);
    });
  }

  test('the tests use vitest', () => {
    const users = packageUses(['test']).filter(({ specifier, found }) => specifier === 'vitest' && !found.typeOnly);
    expect(users.length).toBeGreaterThan(0);
  });
});

test('the product imports only packages that it names as its own', () => {
  // The page is bundled when it is built: nothing of its packages is loaded when it runs. The command line draws codes as well.
  const SHARED_WITH_CLI = { qr: manifest.dependencies['qr'] ?? '' };
  const named = (path: string): Readonly<Record<string, string>> =>
    path.startsWith('node/web/') ? { ...manifest.devDependencies, ...SHARED_WITH_CLI } : manifest.dependencies;
  const strangers = productUses
    .filter(({ specifier }) => !isBuiltin(specifier))
    .filter(({ path, specifier }) => !Object.hasOwn(named(path), packageOf(specifier)))
    .map(({ path, found, specifier }) => `${path}:${found.line} ${specifier}`);
  expect(strangers).toEqual([]);
});

test('modules of Node are written node:…', () => {
  expect(builtinModules).toContain('fs');
  const bare = packageUses([...PRODUCT_FOLDERS, 'scripts', 'test'])
    .filter(({ specifier }) => isBuiltin(specifier))
    .map(({ path, found, specifier }) => `${path}:${found.line} ${specifier}`);
  expect(bare).toEqual([]);
});

test('every version is one version', () => {
  const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, version]) => !/^(npm:[@a-z0-9/-]+@)?\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version),
  );
  expect(ranges).toEqual([]);
});

test('a package is needed either to run or to build, not both', () => {
  const both = Object.keys(manifest.dependencies).filter((name) => Object.hasOwn(manifest.devDependencies, name));
  expect(both).toEqual([]);
});

test('the lock file pins bytes and names no host', () => {
  expect(locked.length).toBeGreaterThan(50);
  expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  expect(read('package-lock.json')).not.toMatch(/https?:\/\/[^"]*\.tgz/);
  // What lies inside of another package's file is pinned with that file.
  const files = locked.filter(([, { inBundle }]) => inBundle !== true);
  const unpinned = files.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true);
  expect(unpinned.map(([path]) => path)).toEqual([]);
});

test('the lock file is the manifest’s', () => {
  const root = lock.packages[''] as unknown as Manifest;
  expect(root.dependencies).toEqual(manifest.dependencies);
  expect(root.devDependencies).toEqual(manifest.devDependencies);
});

test('every install script of a dependency was seen, and refused', () => {
  const withScript = locked
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
  const refused = Object.entries(manifest.allowScripts).filter(([, allowed]) => !allowed);
  expect(refused.map(([name]) => name).sort()).toEqual([...new Set(withScript)].sort());
  expect(Object.values(manifest.allowScripts)).not.toContain(true);
});

test('package.json and the launchers ask for the same Node', () => {
  const asked = /^>=(\d+\.\d+\.\d+)$/.exec(manifest.engines.node)?.[1];
  expect(asked).toBeDefined();
  expect(compareVersions(asked!, PROGRAM_NODE)).toBe(0);
});

describe('npm run', () => {
  test('leads to files that exist', () => {
    const files = Object.values(manifest.scripts).map((command) => /^node (\S+)/.exec(command)?.[1] ?? command);
    const missing = [...files, ...Object.values(manifest.bin)].filter((path) => !existsSync(join(ROOT, path)));
    expect(missing).toEqual([]);
    for (const name of ['start', 'test']) expect(Object.keys(manifest.scripts)).toContain(name);
  });

  for (const [name, target] of Object.entries(TARGETS)) {
    test(`offers ${name} if, and only if, there is one`, () => {
      const entries: Readonly<Record<string, string>> = ENTRY_POINTS;
      const file =
        'bundle' in target
          ? entries[target.bundle]
          : 'script' in target
            ? `scripts/${target.script}`
            : 'scripts/build.ts';
      const offered = manifest.scripts[name] === `node scripts/run.js ${name}`;
      expect(offered).toBe(existsSync(join(ROOT, file ?? '')));
    });
  }
});
