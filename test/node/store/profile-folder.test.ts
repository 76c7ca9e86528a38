import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openProfileFolder, profilePaths } from '../../../node/store/profile-folder.ts';
import { temporaryFolder } from '../../support/storage.ts';

test('makes the folder for its owner alone, and holds it until released', async () => {
  const folder = join(await temporaryFolder(), 'data', 'profile');
  const profile = await openProfileFolder(folder);
  expect(profile).toMatchObject(profilePaths(folder));
  if (process.platform !== 'win32') expect((await stat(folder)).mode & 0o777).toBe(0o700);
  await expect(openProfileFolder(folder)).rejects.toMatchObject({ code: 'profile-in-use' });
  await profile.release();
  await profile.release();
  await (await openProfileFolder(folder)).release();
});

test('closes an existing profile to others, and leaves folders with other things alone', async () => {
  const folder = await temporaryFolder();
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'store'), { recursive: true, mode: 0o755 });
  await writeFile(join(profile, 'notes.txt'), '');
  await (await openProfileFolder(profile)).release();
  if (process.platform !== 'win32') expect((await stat(profile)).mode & 0o777).toBe(0o700);

  const documents = join(folder, 'documents');
  await mkdir(documents, { mode: 0o755 });
  await writeFile(join(documents, 'letter.txt'), '');
  await expect(openProfileFolder(documents)).rejects.toMatchObject({ code: 'folder-not-a-profile' });
  if (process.platform !== 'win32') expect((await stat(documents)).mode & 0o777).toBe(0o755);
  await expect(openProfileFolder(join(documents, 'letter.txt'))).rejects.toMatchObject({ code: 'folder-unwritable' });
});

test('is a profile also where the program was killed while it wrote the first file', async () => {
  const folder = join(await temporaryFolder(), 'profile');
  const run = join(folder, 'run');
  await mkdir(folder, { mode: 0o700 });
  await writeFile(join(folder, '.vault.2541fccf489b.new'), 'half');
  await (await openProfileFolder(folder)).release();
  expect(await readdir(folder)).toEqual([]);

  await mkdir(run);
  await writeFile(join(run, '.page.json.2541fccf489b.new'), 'half');
  await writeFile(join(folder, '.vault.notes.new'), 'not ours');
  await (await openProfileFolder(folder)).release();
  expect(await readdir(run)).toEqual([]);
  expect((await readdir(folder)).sort()).toEqual(['.vault.notes.new', 'run']);
});
