import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { Level } from 'level';
import { expect, test, vi } from 'vitest';
import { MiyuError } from '../../../shared/errors.ts';
import { GroupCommit, type GroupCommitOptions } from '../../../shared/storage/group-commit.ts';
import { LevelHandle } from '../../../shared/storage/level-handle.ts';
import { writeOp, type RowCodec, type WriteOp } from '../../../shared/storage/rows.ts';
import { fillDisk, smallDisk, temporaryFolder } from '../../support/storage.ts';
import { holdWrites } from '../../support/held-writes.ts';
import { PATIENCE } from '../../support/until.ts';

/** A codec that shows whether it was used: the value with one byte before it. */
const codec: RowCodec = {
  encode: (_key, value) => Buffer.concat([Buffer.from([0x5a]), value]),
  decode: (_key, stored) => (stored[0] === 0x5a ? stored.subarray(1) : undefined),
};

const key = (text: string, table = 1): Buffer => Buffer.concat([Buffer.from([table]), Buffer.from(text)]);
const put = (name: string, value: string): WriteOp => writeOp(key(name), Buffer.from(value));
const drop = (name: string): WriteOp => writeOp(key(name), undefined);

async function openStore(folder: string, options: Partial<GroupCommitOptions> = {}): Promise<GroupCommit> {
  const store = await GroupCommit.open(folder, {
    tables: 3,
    codec,
    ledgerKey: Buffer.from([0]),
    schema: 1,
    full: 'disk-full',
    firstRetryMs: 5,
    ...options,
  });
  return store;
}

function read(store: GroupCommit, name: string): string | undefined {
  const op = drop(name);
  const pending = store.pending(op.name);
  const value = pending === undefined ? store.durable(op.key) : pending.value;
  return value === undefined ? undefined : Buffer.from(value).toString();
}

const expectSound = async (store: GroupCommit, rows: number): Promise<void> => {
  expect(await store.check([1, 2])).toEqual([
    { rows, damagedRows: 0, missingRows: 0, countMatches: true, digestMatches: true },
    { rows: 0, damagedRows: 0, missingRows: 0, countMatches: true, digestMatches: true },
  ]);
};

/** The next write of a batch fails; `written` says whether it is on disk all the same. */
function failNextWrite(written: boolean, error: unknown = new Error('IO error: Input/output error')): void {
  const write = LevelHandle.prototype.write;
  vi.spyOn(LevelHandle.prototype, 'write').mockImplementationOnce(async function (this: LevelHandle, rows) {
    if (written) await write.call(this, rows);
    throw error;
  });
}

test('commits are visible at once and on disk when they resolve', async () => {
  const folder = await temporaryFolder();
  const store = await openStore(folder);
  const first = store.commit([put('a', '1'), put('b', '1')]);
  expect(read(store, 'a')).toBe('1');
  const second = store.commit([put('a', '2'), drop('b')]);
  expect(read(store, 'a')).toBe('2');
  expect(read(store, 'b')).toBeUndefined();
  await first;
  await second;
  expect(Buffer.from(store.durable(key('a'))!).toString()).toBe('2');
  expect(store.durable(key('b'))).toBeUndefined();
  await expectSound(store, 1);
  await store.close();

  const again = await openStore(folder);
  expect(read(again, 'a')).toBe('2');
  expect(again.rows.lostBatches).toBe(0n);
  await expectSound(again, 1);
  await again.close();
});

test('commits that come while a batch is under way share the next one; the order of hooks and promises is that of the calls', async () => {
  const store = await openStore(await temporaryFolder());
  const order: string[] = [];
  const before = store.rows.batch;
  const commits: Promise<void>[] = [];
  for (let number = 0; number < 64; number += 1) {
    // Each in a turn of its own, so that only a batch under way can gather them.
    if (number === 1) await turn();
    const hooks = { onDurable: () => order.push(`hook ${number}`) };
    commits.push(store.commit([put(`row ${number}`, 'x')], hooks).then(() => void order.push(`commit ${number}`)));
  }
  await Promise.all(commits);
  expect(Number(store.rows.batch - before)).toBeLessThanOrEqual(3);
  for (const kind of ['hook', 'commit']) {
    expect(order.filter((line) => line.startsWith(kind))).toEqual(
      Array.from({ length: 64 }, (_, at) => `${kind} ${at}`),
    );
  }
  await expectSound(store, 64);
  await store.close();
});

test('a row that waits anew is still seen when its earlier write is on disk', async () => {
  const store = await openStore(await temporaryFolder());
  const writes = holdWrites();
  const first = store.commit([put('a', '1'), put('b', '1')]);
  await turn();
  const second = store.commit([put('a', '2'), drop('b')]);
  writes[0]!.end();
  await first;
  expect(Buffer.from(store.durable(key('a'))!).toString()).toBe('1');
  expect([read(store, 'a'), read(store, 'b')]).toEqual(['2', undefined]);
  writes[1]!.end();
  await second;
  expect(store.pending(put('a', '').name)).toBeUndefined();
  await store.close();
});

test('every batch is synced', async () => {
  const batch = Level.prototype.batch;
  const writes: unknown[] = [];
  vi.spyOn(Level.prototype, 'batch').mockImplementation(function (this: Level) {
    const made = batch.call(this) as ReturnType<Level['batch']>;
    const write = made.write.bind(made);
    made.write = (options?: object) => {
      writes.push(options);
      return write(options ?? {});
    };
    return made;
  } as never);
  const store = await openStore(await temporaryFolder());
  await store.commit([put('a', '1')]);
  await store.commit([drop('a')]);
  expect(writes).toEqual([{ sync: true }, { sync: true }, { sync: true }]);
  await store.close();
});

test('a barrier waits for the commits before it, and for nothing where nothing waits', async () => {
  const store = await openStore(await temporaryFolder());
  const batch = store.rows.batch;
  await store.commit([]);
  expect(store.rows.batch).toBe(batch);
  let durable = false;
  const commit = store.commit([put('a', '1')]).then(() => (durable = true));
  await store.commit([]);
  expect(durable).toBe(true);
  await commit;
  await store.close();
});

test('a row that changes again and again is read from the disk once, and counted as if it were read each time', async () => {
  const folder = await temporaryFolder();
  const store = await openStore(folder);
  await store.commit([put('counter', '0'), put('other', 'x')]);
  const get = vi.spyOn(LevelHandle.prototype, 'get');
  for (let number = 1; number <= 5; number += 1) {
    expect(read(store, 'counter')).toBe(`${number - 1}`);
    await store.commit([put('counter', `${number}`)]);
  }
  expect(get).toHaveBeenCalledTimes(1);
  await store.commit([drop('counter')]);
  expect(read(store, 'counter')).toBeUndefined();
  await store.commit([put('counter', 'anew')]);
  expect(read(store, 'counter')).toBe('anew');
  await expectSound(store, 2);
  await store.close();
  const again = await openStore(folder);
  expect(read(again, 'counter')).toBe('anew');
  await expectSound(again, 2);
  await again.close();
});

test('a failed batch takes everything that waits with it, newest first, and nothing of it stays', async () => {
  const store = await openStore(await temporaryFolder());
  await store.commit([put('a', 'old')]);
  const generation = store.generation;
  failNextWrite(false);
  const failed: number[] = [];
  const results = [1, 2, 3].map((number) =>
    store.commit([put('a', `new ${number}`), put(`b${number}`, 'x')], { onFailed: () => failed.push(number) }),
  );
  for (const result of await Promise.allSettled(results)) {
    expect(result).toMatchObject({ status: 'rejected', reason: { code: 'store-failed' } });
  }
  expect(failed).toEqual([3, 2, 1]);
  expect(store.generation).toBe(generation + 1);
  expect(read(store, 'a')).toBe('old');
  expect(read(store, 'b1')).toBeUndefined();
  expect(store.healthy).toBe(false);
  await expect(store.commit([put('c', '1')])).rejects.toMatchObject({ code: 'store-failed' });

  await vi.waitFor(() => expect(store.healthy).toBe(true), PATIENCE);
  await store.commit([put('c', '1')]);
  expect(read(store, 'a')).toBe('old');
  await expectSound(store, 2);
  await store.close();
});

test('a failed batch that reached the disk all the same is taken back', async () => {
  const folder = await temporaryFolder();
  const store = await openStore(folder);
  await store.commit([put('a', 'old'), put('gone', 'old')]);
  failNextWrite(true);
  const commit = store.commit([put('a', 'new'), drop('gone'), put('b', 'new')]);
  await expect(commit).rejects.toMatchObject({ code: 'store-failed' });
  await vi.waitFor(() => expect(store.healthy).toBe(true), PATIENCE);
  expect([read(store, 'a'), read(store, 'gone'), read(store, 'b')]).toEqual(['old', 'old', undefined]);
  await expectSound(store, 2);
  await store.commit([put('b', 'later')]);
  await store.close();
  const again = await openStore(folder);
  expect([read(again, 'a'), read(again, 'gone'), read(again, 'b')]).toEqual(['old', 'old', 'later']);
  expect(again.rows.lostBatches).toBe(0n);
  await expectSound(again, 3);
  await again.close();
});

test('tells a full disk by its own code', async () => {
  const store = await openStore(await temporaryFolder());
  failNextWrite(false, new Error('IO error: 000005.log: No space left on device'));
  await expect(store.commit([put('a', '1')])).rejects.toMatchObject({ code: 'disk-full' });
  await store.close();
});

test('a full disk: commits fail, reads go on, and it heals when there is room', async (context) => {
  const disk = await smallDisk(32);
  if (disk === undefined) return context.skip('only root may mount a disk');
  const store = await openStore(join(disk, 'store'));
  await store.commit([put('before', '1')]);
  const free = await fillDisk(disk);
  const large = 'x'.repeat(100_000);
  await expect(store.commit([put('large', large)])).rejects.toMatchObject({ code: 'disk-full' });
  expect(store.healthy).toBe(false);
  expect(read(store, 'before')).toBe('1');
  // Attempts to heal find no room and do not cost the reads.
  const reopen = vi.spyOn(LevelHandle.prototype, 'reopen');
  await vi.waitFor(() => expect(reopen.mock.settledResults.length).toBeGreaterThan(1), PATIENCE);
  expect(store.healthy).toBe(false);
  expect(read(store, 'before')).toBe('1');
  expect(read(store, 'large')).toBeUndefined();

  await free();
  await vi.waitFor(() => expect(store.healthy).toBe(true), { timeout: 10_000 });
  await store.commit([put('after', '1')]);
  await expectSound(store, 2);
  await store.close();
  const again = await openStore(join(disk, 'store'));
  expect([read(again, 'before'), read(again, 'large'), read(again, 'after')]).toEqual(['1', undefined, '1']);
  expect(again.rows.lostBatches).toBe(0n);
  await again.close();
});

test('closing waits for what was committed, and refuses what comes later', async () => {
  const folder = await temporaryFolder();
  const store = await openStore(folder);
  const commits = [store.commit([put('a', '1')]), store.commit([put('b', '1')])];
  const closed = store.close();
  await expect(store.commit([put('c', '1')])).rejects.toMatchObject({ code: 'closed' });
  expect(() => store.durable(key('a'))).toThrow(MiyuError);
  await Promise.all([...commits, closed, store.close()]);
  const again = await openStore(folder);
  expect([read(again, 'a'), read(again, 'b'), read(again, 'c')]).toEqual(['1', '1', undefined]);
  await again.close();
});

test('closing ends the attempts to heal', async () => {
  const store = await openStore(await temporaryFolder());
  failNextWrite(false);
  await expect(store.commit([put('a', '1')])).rejects.toThrow(MiyuError);
  await store.close();
  expect(store.healthy).toBe(false);
});

test('where too much waits, commits are refused and new work is told to wait', async () => {
  const store = await openStore(await temporaryFolder());
  const block = Buffer.alloc(16 * 1024 * 1024);
  const commits = Array.from({ length: 4 }, (_, at) => store.commit([writeOp(key(`big ${at}`), block)]));
  const room = store.room();
  expect(room).toBeInstanceOf(Promise);
  await expect(store.commit([put('a', '1')])).rejects.toMatchObject({ code: 'store-failed' });
  expect(store.healthy).toBe(true);
  await room;
  await store.commit([put('a', '2')]);
  await Promise.all(commits);
  expect(store.room()).toBeUndefined();
  await store.close();
});

test('refuses a store of a later schema, with more tables, or that is not as it was written', async () => {
  const folder = await temporaryFolder();
  const store = await openStore(folder, { schema: 2, tables: 4 });
  await store.close();
  await expect(openStore(folder, { tables: 4 })).rejects.toMatchObject({ code: 'store-newer' });
  await expect(openStore(folder, { schema: 2 })).rejects.toMatchObject({ code: 'store-newer' });
  const other = { ...codec, decode: () => undefined };
  await expect(openStore(folder, { schema: 2, tables: 4, codec: other })).rejects.toMatchObject({
    code: 'store-damaged',
  });
  await (await openStore(folder, { schema: 2, tables: 4 })).close();
});

test('a row that cannot be decoded is damage, not absence', async () => {
  const folder = await temporaryFolder();
  const store = await openStore(folder);
  await store.commit([put('a', '1'), put('b', '2')]);
  await store.close();
  const picky: RowCodec = {
    ...codec,
    decode: (at, stored) => (key('a').equals(at) ? undefined : codec.decode(at, stored)),
  };
  const again = await openStore(folder, { codec: picky });
  expect(() => read(again, 'a')).toThrow(expect.objectContaining({ code: 'store-damaged' }) as Error);
  expect(read(again, 'b')).toBe('2');
  expect((await again.check([1]))[0]).toMatchObject({ rows: 2, damagedRows: 1, countMatches: true });
  await again.close();
});
