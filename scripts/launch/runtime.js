import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { withLock } from './lock.js';
import { PROGRAM_NODE } from './node-version.js';
import { npm } from './npm.js';
import { ROOT, RUNTIME } from './paths.js';
import { LaunchError, say, withProgress } from './say.js';
import { extractFile } from './untar.js';

/**
 * @typedef {{name: string, integrity: string}} RuntimePackage an npm package that carries one Node binary
 * @typedef {{version: string, packages: Record<string, RuntimePackage>}} RuntimePin
 * @typedef {{version: string, platform: string, package: RuntimePackage, entry: string, folder: string, binary: string}} Runtime
 */

/** The binary has 95 to 130 MB; an archive that claims much more is not what was pinned. */
const MAX_BINARY = 256 * 1024 * 1024;

const WORK_PREFIX = 'fetch-';

/** @returns {RuntimePin} which Node the programs run on where the machine's own is too old, from runtime.json */
export function readPin() {
  return JSON.parse(readFileSync(new URL('./runtime.json', import.meta.url), 'utf8'));
}

/** @returns {string} this machine, as runtime.json names it: `linux-x64`; `linux-x64-musl` where libc is not glibc */
export function currentPlatform() {
  const platform = `${process.platform}-${process.arch}`;
  if (process.platform !== 'linux') return platform;
  const report = /** @type {{header: {glibcVersionRuntime?: string}}} */ (process.report.getReport());
  return report.header.glibcVersionRuntime === undefined ? `${platform}-musl` : platform;
}

/**
 * @param {RuntimePin} pin
 * @param {string} platform as `currentPlatform` gives it
 * @returns {Runtime}
 * @throws {LaunchError} when no package carries Node for the platform
 */
export function selectRuntime(pin, platform) {
  const found = Object.hasOwn(pin.packages, platform) ? pin.packages[platform] : undefined;
  if (found === undefined) {
    const needed = PROGRAM_NODE.replace(/\.0$/, '');
    throw new LaunchError(
      say(
        `miyu needs Node ${needed} or newer in the 24 line (or 26 and later); this is ${process.versions.node}, and for ` +
          `${platform} there is no package that it could fetch by itself. Install Node ${pin.version} with your system's ` +
          'package manager or a Node version manager, then start again.',
        `密语需要 Node ${needed} 或更新的 24 系列版本（或 26 及以后的版本），当前是 ${process.versions.node}；` +
          `${platform} 平台没有可以自动下载的版本。请用系统的软件包管理器或 Node 版本管理器安装 Node ${pin.version}，然后重新启动。`,
      ),
    );
  }
  const isWindows = platform.startsWith('win32-');
  const folder = join(RUNTIME, `${pin.version}-${platform}`);
  return {
    version: pin.version,
    platform,
    package: found,
    entry: isWindows ? 'package/bin/node.exe' : 'package/bin/node',
    folder,
    binary: join(folder, isWindows ? 'node.exe' : 'node'),
  };
}

/**
 * Fetches the pinned Node where it is not here yet.
 *
 * @param {Runtime} runtime
 * @returns {Promise<string>} the binary's path
 */
export async function ensureRuntime(runtime) {
  if (existsSync(runtime.binary)) return runtime.binary;
  return withLock(join(RUNTIME, 'runtime.lock'), async () => {
    if (existsSync(runtime.binary)) return runtime.binary;
    const title = say(
      `fetching Node ${runtime.version} (about 55 MB, once)`,
      `正在下载 Node ${runtime.version}（约 55 MB，仅一次）`,
    );
    await removeLeftovers();
    await withProgress(title, () => fetchRuntime(runtime));
    return runtime.binary;
  });
}

/** What a launch left behind that was stopped in the middle; we hold the lock, so nobody works there. */
async function removeLeftovers() {
  for (const name of await readdir(RUNTIME)) {
    if (name.startsWith(WORK_PREFIX)) await rm(join(RUNTIME, name), { recursive: true, force: true });
  }
}

/**
 * The folder appears whole or not at all: everything happens in a folder beside it, and the last step is its renaming.
 *
 * @param {Runtime} runtime
 */
async function fetchRuntime(runtime) {
  const work = join(RUNTIME, `${WORK_PREFIX}${randomUUID()}`);
  const ready = join(work, 'ready');
  const binary = join(ready, runtime.entry.slice(runtime.entry.lastIndexOf('/') + 1));
  await mkdir(ready, { recursive: true });
  try {
    await npm([
      'pack',
      `${runtime.package.name}@${runtime.version}`,
      '--ignore-scripts',
      '--pack-destination',
      relative(ROOT, work),
    ]);
    const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
    if (tarball === undefined) throw new LaunchError(say('npm fetched nothing.', 'npm 没有下载到任何内容。'));
    await verifyIntegrity(join(work, tarball), runtime.package);
    const archive = createReadStream(join(work, tarball)).pipe(createGunzip());
    await pipeline(extractFile(archive, runtime.entry, MAX_BINARY), createWriteStream(binary));
    await chmod(binary, 0o755);
    tryOut(binary, runtime);
    await rename(ready, runtime.folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} path of the fetched package
 * @param {RuntimePackage} expected
 * @returns {Promise<void>}
 * @throws {LaunchError} when the file is not, byte for byte, the one that this checkout names
 */
export async function verifyIntegrity(path, expected) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  const actual = `sha512-${hash.digest('base64')}`;
  if (actual === expected.integrity) return;
  throw new LaunchError(
    say(
      `The fetched package ${expected.name} is not the one that miyu expects (its SHA-512 differs), so it was deleted and ` +
        'nothing of it was run. Try again; if it happens again, the registry or the network altered it: use another network, ' +
        `or install Node ${PROGRAM_NODE} or newer yourself.`,
      `下载的软件包 ${expected.name} 与密语所期望的不一致（SHA-512 不同），已经删除，没有运行其中任何内容。请重试；` +
        `如果再次出现，说明软件源或网络改动了它：请换一个网络，或自行安装 Node ${PROGRAM_NODE} 或更新的版本。`,
    ),
  );
}

/**
 * @param {string} binary
 * @param {Runtime} runtime
 */
function tryOut(binary, runtime) {
  try {
    const printed = execFileSync(binary, ['--version'], { encoding: 'utf8', timeout: 20_000, env: {} }).trim();
    if (printed === `v${runtime.version}`) return;
    throw new Error(`it says that it is ${printed}`);
  } catch (cause) {
    throw new LaunchError(
      say(
        `The fetched Node ${runtime.version} does not run on this machine (${firstLine(cause)}). It needs glibc 2.28 or newer and a ` +
          `folder whose files may be executed. Install Node ${PROGRAM_NODE} or newer yourself, then start again.`,
        `下载的 Node ${runtime.version} 无法在这台机器上运行（${firstLine(cause)}）。它需要 glibc 2.28 或更新的版本，并且所在文件夹` +
          `允许执行文件。请自行安装 Node ${PROGRAM_NODE} 或更新的版本，然后重新启动。`,
      ),
      { cause },
    );
  }
}

/**
 * @param {unknown} error
 * @returns {string}
 */
function firstLine(error) {
  return String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? '';
}
