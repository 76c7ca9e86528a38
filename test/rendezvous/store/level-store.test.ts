import fc from 'fast-check';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { openLevelStore } from '../../../rendezvous/store/level-store.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { LevelHandle } from '../../../shared/storage/level-handle.ts';
import { copyOf, cutFile, fillDisk, filesUnder, flipBit, smallDisk, temporaryFolder } from '../../support/storage.ts';
import { storeConformance } from './conformance.ts';
import { PATIENCE } from '../../support/until.ts';

storeConformance({ name: 'level', open: (folder) => openLevelStore(folder), loadScript: 'load-level-store.ts' });

const bytes = (text: string): Buffer => Buffer.from(text);
const ROWS = 60;

/** A closed store of ROWS rows, some in table files and some in the log. */
async function storedRows(): Promise<string> {
  const folder = await temporaryFolder();
  for (const from of [0, ROWS / 3, (2 * ROWS) / 3]) {
    // Each opening moves what the log has into a table file.
    const store = await openLevelStore(folder);
    for (let at = from; at < from + ROWS / 3; at += 1) {
      await store.transact(['x'], (tx) => tx.put('mail', bytes(`key ${at}`), bytes(`value ${at}`.repeat(20))));
    }
    await store.close();
  }
  return folder;
}

/** What an owner of a store in this folder would learn of damage: the loudest sign, or that every row is as it was. */
async function findDamage(folder: string): Promise<'error' | 'reported' | 'intact' | 'silent'> {
  let store;
  try {
    store = await openLevelStore(folder);
  } catch (error) {
    expect(error).toBeInstanceOf(MiyuError);
    expect((error as MiyuError).code).toMatch(/^store-/);
    return 'error';
  }
  try {
    let intact = true;
    for (let at = 0; at < ROWS; at += 1) {
      const value = await store.get('mail', bytes(`key ${at}`));
      if (value === undefined) intact = false;
      // Something that was never written: no later check makes up for having said so.
      else if (!bytes(`value ${at}`.repeat(20)).equals(value)) return 'silent';
    }
    const reports = await store.check();
    if (reports.some((one) => one.damagedRows > 0 || !one.countMatches || !one.digestMatches)) return 'reported';
    return intact ? 'intact' : 'silent';
  } catch (error) {
    expect(error).toBeInstanceOf(MiyuError);
    expect((error as MiyuError).code).toBe('store-damaged');
    return 'error';
  } finally {
    await store.close();
  }
}

describe('damage', () => {
  const place = fc.record({ file: fc.nat({ max: 1000 }), at: fc.double({ min: 0, max: 1, noNaN: true }) });

  test('a flipped bit in any file is seen, or harms nothing', async () => {
    const original = await storedRows();
    expect(await findDamage(await copyOf(original))).toBe('intact');
    await fc.assert(
      fc.asyncProperty(place, async ({ file, at }) => {
        const copy = await copyOf(original);
        const files = await filesUnder(copy);
        await flipBit(files[file % files.length]!, at);
        expect(await findDamage(copy)).not.toBe('silent');
      }),
      { numRuns: 80 },
    );
  });

  test('every flipped bit in rows of the log and the table files is seen', async () => {
    const original = await storedRows();
    const names = (await filesUnder(original)).map((path) => path.slice(original.length));
    const data = names.filter((name) => /\.(log|ldb)$/.test(name));
    expect(data.some((name) => name.endsWith('.log'))).toBe(true);
    expect(data.some((name) => name.endsWith('.ldb'))).toBe(true);
    for (const name of data) {
      // In the middle of the values, where nothing is redundant.
      const content = await readFile(join(original, name));
      const value = content.indexOf('value ');
      if (value < 0) continue;
      const copy = await copyOf(original);
      await flipBit(join(copy, name), (value + 40.5) / content.length);
      expect(await findDamage(copy)).toMatch(/error|reported/);
    }
  });

  test('a file that lost its end is seen, or harms nothing', async () => {
    const original = await storedRows();
    await fc.assert(
      fc.asyncProperty(place, async ({ file, at }) => {
        const copy = await copyOf(original);
        const files = await filesUnder(copy);
        await cutFile(files[file % files.length]!, at);
        expect(await findDamage(copy)).not.toBe('silent');
      }),
      { numRuns: 60 },
    );
  });

  test('a log that lost acknowledged batches is seen, and stays known', async () => {
    const folder = await storedRows();
    const log = (await filesUnder(folder)).find((path) => path.endsWith('.log'))!;
    await cutFile(log, 0.5);
    for (let opening = 0; opening < 2; opening += 1) {
      const store = await openLevelStore(folder);
      expect(store.lostBatches()).toBeGreaterThan(0n);
      const report = (await store.check()).find(({ table }) => table === 'mail');
      expect(report).toMatchObject({ damagedRows: 0, countMatches: false, digestMatches: false });
      await store.transact(['x'], (tx) => tx.put('mail', bytes('later'), bytes('works')));
      await store.close();
    }
  });

  test('a store whose rows have vanished does not pass for a new one', async () => {
    const folder = await storedRows();
    for (const path of await filesUnder(join(folder, 'rows'))) await cutFile(path, 0);
    await expect(openLevelStore(folder)).rejects.toMatchObject({ code: 'store-damaged' });
  });
});

test('a full disk is told, costs nothing acknowledged, and heals without a restart', async (context) => {
  const disk = await smallDisk(48);
  if (disk === undefined) return context.skip('only root may mount a disk');
  const store = await openLevelStore(join(disk, 'server'), { firstRetryMs: 10 });
  const acknowledged: string[] = [];
  const deposit = async (name: string, size: number): Promise<void> => {
    await store.transact([name], (tx) => tx.put('mail', bytes(name), Buffer.alloc(size, name)));
    acknowledged.push(name);
  };
  for (let at = 0; at < 20; at += 1) await deposit(`before ${at}`, 1000);
  const free = await fillDisk(disk);
  const codes = new Set<string>();
  const failing = Array.from({ length: 40 }, (_, at) =>
    deposit(`full ${at}`, 50_000).catch((error: unknown) => codes.add((error as MiyuError).code)),
  );
  await Promise.all(failing);
  expect([...codes]).toEqual(['storage-full']);
  expect(store.healthy()).toBe(false);
  for (const name of acknowledged) expect(await store.get('mail', bytes(name))).toBeDefined();

  await free();
  await vi.waitFor(() => expect(store.healthy()).toBe(true), { timeout: 10_000 });
  await deposit('after', 1000);
  for (const name of acknowledged) expect(await store.get('mail', bytes(name))).toBeDefined();
  expect(await store.count('mail')).toBe(acknowledged.length);
  expect((await store.check()).every((one) => one.countMatches && one.digestMatches)).toBe(true);
  await store.close();
});

test('a transaction that read what was never written fails with it', async () => {
  const store = await openLevelStore(await temporaryFolder(), { firstRetryMs: 5 });
  vi.spyOn(LevelHandle.prototype, 'write').mockRejectedValueOnce(new Error('IO error: Input/output error'));
  const { promise: failed, resolve } = Promise.withResolvers<void>();
  const first = store.transact(['a'], (tx) => tx.put('names', bytes('a'), bytes('1')));
  first.catch(() => undefined).finally(resolve);
  // Begins while the first waits for the disk, reads it, and ends after it failed and the store has healed.
  const second = store.transact(['a'], async (tx) => {
    const seen = await tx.get('names', bytes('a'));
    await failed;
    await vi.waitFor(() => expect(store.healthy()).toBe(true), PATIENCE);
    tx.put('names', bytes('b'), seen!);
  });
  const third = store.transact(['b'], async (tx) => {
    await failed;
    return tx.get('names', bytes('a'));
  });
  await expect(first).rejects.toMatchObject({ code: 'store-failed' });
  await expect(second).rejects.toMatchObject({ code: 'store-failed' });
  expect(await third).toBeUndefined();
  expect(await store.count('names')).toBe(0);
  await store.close();
});

test('a transaction that only read waits until what it read is on disk', async () => {
  const store = await openLevelStore(await temporaryFolder());
  const order: string[] = [];
  const write = store.transact(['a'], (tx) => tx.put('names', bytes('a'), bytes('1'))).then(() => order.push('write'));
  const reads = [
    store.transact(['a'], (tx) => tx.get('names', bytes('a'))).then(() => order.push('get')),
    store.transact(['a'], (tx) => tx.scan('names', { limit: 1 })).then(() => order.push('scan')),
  ];
  const other = store.transact(['b'], (tx) => tx.get('names', bytes('b'))).then(() => order.push('other'));
  await Promise.all([write, ...reads, other]);
  expect(order[0]).toBe('other');
  expect(order[1]).toBe('write');
  await store.close();
});

test('keeps nothing outside of its folder, and only what it says inside', async () => {
  const folder = await temporaryFolder();
  const store = await openLevelStore(join(folder, 'server'));
  await store.transact(['a'], (tx) => tx.put('names', bytes('a'), bytes('1')));
  await store.close();
  expect(await readdir(folder)).toEqual(['server']);
  expect((await readdir(join(folder, 'server'))).filter((name) => name !== 'guard').sort()).toEqual(['anchor', 'rows']);
});
