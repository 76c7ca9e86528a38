import { mkdtemp, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MiyuError } from '../../shared/errors.ts';
import { defaultDataFolder, makeFolder } from '../../shared/folders.ts';
import { temporaryFolder } from '../support/temporary.ts';

test('data goes where each system keeps it', () => {
  const home = '/home/alice';
  expect(defaultDataFolder({ platform: 'linux', env: {}, home })).toBe('/home/alice/.local/share/miyu');
  expect(defaultDataFolder({ platform: 'linux', env: { XDG_DATA_HOME: '/data' }, home })).toBe('/data/miyu');
  expect(defaultDataFolder({ platform: 'linux', env: { XDG_DATA_HOME: 'data' }, home })).toBe(
    '/home/alice/.local/share/miyu',
  );
  expect(defaultDataFolder({ platform: 'darwin', env: { XDG_DATA_HOME: '/data' }, home: '/Users/alice' })).toBe(
    '/Users/alice/Library/Application Support/miyu',
  );
  const windows = 'C:\\Users\\alice';
  expect(defaultDataFolder({ platform: 'win32', env: { LOCALAPPDATA: 'D:\\local' }, home: windows })).toBe(
    'D:\\local\\miyu',
  );
  expect(defaultDataFolder({ platform: 'win32', env: {}, home: windows })).toBe(
    'C:\\Users\\alice\\AppData\\Local\\miyu',
  );
});

test('makes what is missing, for its owner alone, and leaves what is there', async () => {
  const folder = join(await temporaryFolder(), 'a', 'b');
  makeFolder(folder);
  makeFolder(folder);
  if (process.platform !== 'win32') expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

test('says so where no folder can be made', async () => {
  const file = join(await mkdtemp(join(await temporaryFolder(), 'x')), 'not', '\0');
  expect(() => {
    makeFolder(file);
  }).toThrow(MiyuError);
  // A file system that takes no folders: node's own recursive mkdir never returns from it.
  if (process.platform === 'linux') {
    expect(() => {
      makeFolder('/proc/miyu/data');
    }).toThrow('folder-unwritable');
  }
});
