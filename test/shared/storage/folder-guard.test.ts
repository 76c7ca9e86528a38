import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { guardFolder } from '../../../shared/storage/folder-guard.ts';
import { startChild } from '../../support/child.ts';
import { smallDisk, temporaryFolder } from '../../support/storage.ts';

test('refuses a second opening in this process, by any path, until the first is released', async () => {
  const folder = await temporaryFolder();
  const home = join(folder, 'home');
  const guard = await guardFolder(home);
  await symlink(home, join(folder, 'other-name'));
  await expect(guardFolder(home)).rejects.toMatchObject({ code: 'profile-in-use' });
  await expect(guardFolder(join(folder, 'other-name'))).rejects.toMatchObject({ code: 'profile-in-use' });
  await expect(guardFolder(join(folder, 'home', '..', 'home'))).rejects.toMatchObject({ code: 'profile-in-use' });
  // Refused openings did not take the guard away.
  await expect(guardFolder(home)).rejects.toMatchObject({ code: 'profile-in-use' });
  const elsewhere = await guardFolder(join(folder, 'elsewhere'));
  await guard.release();
  await guard.release();
  await (await guardFolder(home)).release();
  await elsewhere.release();
});

test('of ten processes exactly one gets it; when it is killed, the next does', async () => {
  const folder = await temporaryFolder();
  const children = Array.from({ length: 10 }, () => startChild('hold-folder.ts', [folder]));
  const said = await Promise.all(children.map((child) => child.line()));
  expect(said.filter((line) => line === 'held')).toHaveLength(1);
  expect(said.filter((line) => line === 'profile-in-use')).toHaveLength(9);
  await expect(guardFolder(folder)).rejects.toMatchObject({ code: 'profile-in-use' });

  await children[said.indexOf('held')]!.kill();
  const next = startChild('hold-folder.ts', [folder]);
  expect(await next.line()).toBe('held');
  await expect(guardFolder(folder)).rejects.toMatchObject({ code: 'profile-in-use' });
  await next.kill();
  await (await guardFolder(folder)).release();
});

test('says where nothing can be written', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'file'), '');
  await expect(guardFolder(join(folder, 'file'))).rejects.toMatchObject({ code: 'folder-unwritable' });
  await expect(guardFolder(join(folder, 'file', 'below'))).rejects.toMatchObject({ code: 'folder-unwritable' });
});

test('a read-only disk', async (context) => {
  const disk = await smallDisk(1);
  if (disk === undefined) return context.skip('only root may mount a disk');
  await mkdir(join(disk, 'profile'));
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  await expect(guardFolder(join(disk, 'profile'))).rejects.toMatchObject({ code: 'folder-unwritable' });
});
