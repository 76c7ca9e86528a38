/** Settings that the disk spoilt: nobody is told what a person may have chosen not to tell, and the person hears of it. */
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { profilePaths } from '../../node/store/profile-folder.ts';
import { TABLE_BYTES } from '../../node/store/tables.ts';
import { LevelHandle } from '../../shared/storage/level-handle.ts';
import { aServer, PASSWORD, someone, type TestPerson } from '../support/people.ts';

// Whole peers, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

type Rows = readonly (readonly [key: Uint8Array, value: Uint8Array])[];

async function withRows<T>(person: TestPerson, use: (level: LevelHandle, rows: Rows) => Promise<T>): Promise<T> {
  const level = await LevelHandle.open(join(profilePaths(person.folder).store, 'rows'), 'disk-full', 1 << 20);
  try {
    const [lower, upper] = [Buffer.from([TABLE_BYTES.profile]), Buffer.from([TABLE_BYTES.profile + 1])];
    const bounds = { lower, lowerOpen: false, upper, upperOpen: true, reverse: false, limit: 1_000 };
    return await use(level, await level.rows(bounds));
  } finally {
    await level.close();
  }
}

const named = ([key]: Rows[number]): string => Buffer.from(key).toString('hex');

/** Somebody with every switch off, and the key of the row that says so: the one that came with it. */
async function aQuietPerson(): Promise<{ ann: TestPerson; row: string }> {
  const ann = await someone('ann', await aServer());
  await ann.peer.stop();
  const before = await withRows(ann, (_, rows) => Promise.resolve(rows.map(named)));
  await back(ann);
  await ann.peer.set({ notifications: { preview: false }, privacy: { readReceipts: false, typing: false } });
  await ann.peer.stop();
  const after = await withRows(ann, (_, rows) => Promise.resolve(rows.map(named)));
  const [row, ...others] = after.filter((key) => !before.includes(key));
  expect(others).toEqual([]);
  return { ann, row: row! };
}

async function back(person: TestPerson): Promise<void> {
  await person.restart();
  await person.peer.login({ password: PASSWORD });
}

const CLOSED = { notifications: { preview: false }, privacy: { readReceipts: false, typing: false } };

it.each(['a bit of it', 'all of it'])(
  'keep the switches off, over restarts, until the person has chosen (%s)',
  async (how) => {
    const { ann, row } = await aQuietPerson();
    await withRows(ann, async (level, rows) => {
      const [key, stored] = rows.find((one) => named(one) === row)!;
      const value = Buffer.from(stored);
      value[value.length >> 1]! ^= 1;
      await level.write([{ key: Buffer.from(key), value: how === 'all of it' ? Buffer.from('gone') : value }]);
    });
    for (let turn = 0; turn < 2; turn += 1) {
      await back(ann);
      expect(ann.peer.settings()).toMatchObject(CLOSED);
      expect(ann.peer.status().missing).toContain('settings-lost');
      await ann.peer.stop();
    }
    await back(ann);
    // Of something else, which is no choice about what was lost.
    await ann.peer.set({ theme: 'dark' });
    expect(ann.peer.status().missing).toContain('settings-lost');
    ann.events.length = 0;
    expect(await ann.peer.set({ privacy: { typing: true } })).toMatchObject({
      theme: 'dark',
      privacy: { readReceipts: false, typing: true },
    });
    expect(ann.peer.status().missing).not.toContain('settings-lost');
    expect(ann.events.find(({ type }) => type === 'state')).not.toMatchObject({
      missing: expect.arrayContaining(['settings-lost']) as unknown,
    });
    await back(ann);
    expect(ann.peer.status().missing).not.toContain('settings-lost');
    expect(ann.peer.settings().privacy).toEqual({ readReceipts: false, typing: true });
  },
);

it('are as at first for whoever has never set any, and nothing is said', async () => {
  const ann = await someone('ann', await aServer());
  await back(ann);
  expect(ann.peer.settings().privacy).toEqual({ readReceipts: true, typing: true });
  expect(ann.peer.status().missing).toEqual([]);
});
