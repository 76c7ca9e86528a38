/** A power cut while the store is made: LevelDB does not sync all that it makes before the file that names it. */
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GroupCommit } from '../../../shared/storage/group-commit.ts';
import { writeOp, type RowCodec } from '../../../shared/storage/rows.ts';
import { temporaryFolder } from '../../support/storage.ts';

const codec: RowCodec = { encode: (_key, value) => value, decode: (_key, stored) => stored };
const openStore = async (folder: string): Promise<GroupCommit> =>
  GroupCommit.open(folder, { tables: 2, codec, ledgerKey: Buffer.from([0]), schema: 1, full: 'disk-full' });
const row = writeOp(Buffer.from('\x01a'), Buffer.from('a'));

/** As it was found after such a cut: the names are there, and what they hold is not. */
async function cutWhileMade(folder: string, log = ''): Promise<void> {
  const rows = join(folder, 'rows');
  await mkdir(rows, { recursive: true });
  await writeFile(join(rows, 'CURRENT'), 'MANIFEST-000001\n');
  for (const name of ['MANIFEST-000001', 'MANIFEST-000002', 'LOCK', 'LOG']) await writeFile(join(rows, name), '');
  await writeFile(join(rows, '000003.log'), log);
}

test('a store whose making was cut off is made anew', async () => {
  const folder = await temporaryFolder();
  await cutWhileMade(folder);
  const store = await openStore(folder);
  await store.commit([row]);
  await store.close();
  const again = await openStore(folder);
  expect(again.durable(row.key)).toEqual(Buffer.from('a'));
  await again.close();
});

test('where anything was ever written it is damage, and stays as it is', async () => {
  const withLog = await temporaryFolder();
  await cutWhileMade(withLog, 'something');
  await expect(openStore(withLog)).rejects.toMatchObject({ code: 'store-damaged' });

  const used = await temporaryFolder();
  await (await openStore(used)).close();
  await truncate(join(used, 'rows', 'CURRENT'), 0);
  await expect(openStore(used)).rejects.toMatchObject({ code: 'store-damaged' });
  await cutWhileMade(used);
  await expect(openStore(used)).rejects.toMatchObject({ code: 'store-damaged' });
});
