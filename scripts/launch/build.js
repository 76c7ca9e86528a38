import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.js';
import { DIST, ROOT, RUNTIME } from './paths.js';
import { LaunchError, say, withProgress } from './say.js';

/**
 * What scripts/build.ts writes last: the digest of what it built from, the files of this build, and those of the build
 * before, which stay because a program that is still running may load a part of itself late.
 *
 * @typedef {{sources: string, page?: string, files: string[], previous: string[]}} BuildStamp
 */

export const STAMP_NAME = '.build.json';

/** What a build depends on: every room that is bundled, and everything that decides how. */
const SOURCE_FOLDERS = ['node', 'rendezvous', 'shared', 'scripts'];
const SOURCE_FILES = ['package.json', 'package-lock.json', 'tsconfig.json'];

/** Where the page's files lie below the bundles. */
export const PAGE_FOLDER = 'web/';
/** What the page is made of: it knows the contract's types alone, and small files of shared. */
const PAGE_FOLDERS = ['node/web', 'node/api', 'shared'];
const PAGE_FILES = ['package-lock.json', 'tsconfig.json', 'scripts/build-page.ts'];

/** The programs and the library, by the name of the bundle that each becomes. */
export const ENTRY_POINTS = Object.freeze({
  miyu: 'node/main.ts',
  'miyu-rendezvous': 'rendezvous/main.ts',
  start: 'scripts/start.ts',
  demo: 'scripts/demo.ts',
  screenshots: 'scripts/screenshots.ts',
  'opaque-worker': 'shared/crypto/opaque-worker.ts',
  index: 'node/index.ts',
});

/**
 * @param {string} root of the checkout
 * @returns {string} a digest over every source's path and bytes: independent of clocks, and some 20 ms for the house
 */
export function digestSources(root) {
  return digest(root, SOURCE_FOLDERS, SOURCE_FILES);
}

/**
 * @param {string} root of the checkout
 * @returns {string} the same over what the page is made of
 */
export function digestPage(root) {
  return digest(root, PAGE_FOLDERS, PAGE_FILES);
}

/**
 * @param {string} root
 * @param {readonly string[]} folders
 * @param {readonly string[]} files
 * @returns {string}
 */
function digest(root, folders, files) {
  const hash = createHash('sha256');
  /** @param {string} path relative to the root, with slashes */
  const addFile = (path) => {
    const bytes = readFileSync(join(root, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  };
  /** @param {string} folder */
  const addFolder = (folder) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) addFolder(path);
      else if (entry.isFile()) addFile(path);
    }
  };
  for (const folder of folders) if (existsSync(join(root, folder))) addFolder(folder);
  for (const file of files) if (existsSync(join(root, file))) addFile(file);
  return hash.digest('hex');
}

/**
 * @param {string} dist the folder of the bundles
 * @returns {BuildStamp | undefined} undefined where nothing was built, or not to the end
 */
export function readStamp(dist) {
  try {
    return JSON.parse(readFileSync(join(dist, STAMP_NAME), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} root of the checkout
 * @param {string} dist
 * @returns {boolean} whether the bundles are those of the sources as they are now
 */
export function isFresh(root, dist) {
  const stamp = readStamp(dist);
  return (
    stamp !== undefined &&
    stamp.sources === digestSources(root) &&
    stamp.files.every((file) => existsSync(join(dist, file)))
  );
}

/**
 * Builds the bundles where they are not those of the sources. Needs a Node that the programs run on.
 *
 * @returns {Promise<void>}
 * @throws {LaunchError} when the build fails; esbuild's errors are on stderr then
 */
export async function ensureBuilt() {
  if (isFresh(ROOT, DIST)) return;
  await withLock(join(RUNTIME, 'build.lock'), async () => {
    if (isFresh(ROOT, DIST)) return;
    await withProgress(say('building miyu', '正在构建密语'), runBuild);
  });
}

/** In a process of its own: the programs shall not carry the bundler in their memory. @returns {Promise<void>} */
async function runBuild() {
  const status = await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'scripts', 'build.ts')], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (status === 0) return;
  throw new LaunchError(
    say(
      'The build failed; the reasons are above. If you have not changed the sources, get a clean copy and start again.',
      '构建失败，原因见上。如果您没有改动源代码，请重新获取一份干净的副本，然后再启动。',
    ),
  );
}
