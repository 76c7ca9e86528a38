import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cutFolder, readNotes } from '../../scripts/sim/cut.ts';
import { temporaryFolder } from '../support/temporary.ts';

test('a power cut leaves what was synced, and no more', async () => {
  const folder = await temporaryFolder();
  mkdirSync(join(folder, 'rows'));
  const inode = (name: string): bigint => statSync(join(folder, name), { bigint: true }).ino;
  const names = ['rows/half', 'rows/whole', 'rows/never', 'rows/named', 'rows/unknown'];
  for (const name of names) writeFileSync(join(folder, name), 'twelve bytes');
  const [half, whole, never, named] = names.map(inode);
  const rows = inode('rows');
  const notes = [
    `N ${half ?? 0} ${rows}`,
    `S ${half ?? 0} 5`,
    `N ${whole ?? 0} ${rows}`,
    `S ${whole ?? 0} 12`,
    `N ${named ?? 0} ${rows}`,
    `S ${rows} 4096`,
    `N ${never ?? 0} ${rows}`,
    `S ${never ?? 0} 1`, // Cut off: the process died.
  ].join('\n');
  const cuts = { bytes: 0, files: 0, removed: 0 };
  cutFolder(folder, readNotes(notes), cuts);

  const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
  expect(names.map((name) => existsSync(join(folder, name)))).toEqual([true, true, false, true, true]);
  expect([text('rows/half'), text('rows/whole'), text('rows/named')]).toEqual(['twelv', 'twelve bytes', '']);
  expect(text('rows/unknown')).toBe('twelve bytes');
  expect(cuts).toEqual({ bytes: 7 + 12, files: 2, removed: 1 });

  // Again, with nothing new: nothing more is taken.
  appendFileSync(join(folder, 'rows/unknown'), '!');
  expect(cutFolder(folder, readNotes(notes), cuts)).toEqual([]);
});

test('an inode that is used again begins anew, and a file that was cut keeps no more than that', () => {
  const { files } = readNotes('N 7 1\nS 7 900\nN 7 1\nN 8 1\nS 8 900\nT 8 10\n');
  expect(files.get(7n)?.synced).toBeUndefined();
  expect(files.get(8n)?.synced).toBe(10n);
});
