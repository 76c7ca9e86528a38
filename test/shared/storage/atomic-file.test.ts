import { readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFileAtomic } from '../../../shared/storage/atomic-file.ts';
import { temporaryFolder } from '../../support/storage.ts';

test('writes, replaces, and leaves nothing beside it', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'file');
  await writeFileAtomic(path, Buffer.from('one'));
  await writeFileAtomic(path, Buffer.from('two'));
  expect(await readFile(path, 'utf8')).toBe('two');
  expect(await readdir(folder)).toEqual(['file']);
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('keeps an existing file where it must not be replaced', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'file');
  await writeFile(path, 'old');
  await expect(writeFileAtomic(path, Buffer.from('new'), { replace: false })).rejects.toMatchObject({ code: 'EEXIST' });
  expect(await readFile(path, 'utf8')).toBe('old');
  await symlink(join(folder, 'nowhere'), join(folder, 'link'));
  const toLink = writeFileAtomic(join(folder, 'link'), Buffer.from('new'), { replace: false });
  await expect(toLink).rejects.toMatchObject({ code: 'EEXIST' });
  expect((await readdir(folder)).sort()).toEqual(['file', 'link']);
});

test('a write that fails changes nothing', async () => {
  const folder = await temporaryFolder();
  await expect(writeFileAtomic(join(folder, 'missing', 'file'), Buffer.from('x'))).rejects.toThrow();
  // A folder stands in the file's place: the rename fails, after everything was written.
  await expect(writeFileAtomic(folder, Buffer.from('x'))).rejects.toThrow();
  expect(await readdir(folder)).toEqual([]);
});
