/** Lazy commits: they wait for company, and are as durable as any other when they resolve. */
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { GroupCommit } from '../../../shared/storage/group-commit.ts';
import { LevelHandle } from '../../../shared/storage/level-handle.ts';
import { writeOp, type RowCodec, type WriteOp } from '../../../shared/storage/rows.ts';
import { temporaryFolder } from '../../support/storage.ts';
import { PATIENCE } from '../../support/until.ts';

const plain: RowCodec = { encode: (_key, value) => value, decode: (_key, stored) => stored };
const put = (name: string): WriteOp => writeOp(Buffer.from(`\u0001${name}`), Buffer.from(name));

const openStore = (folder: string): Promise<GroupCommit> =>
  GroupCommit.open(folder, { tables: 2, codec: plain, ledgerKey: Buffer.from([0]), schema: 1, full: 'disk-full' });

/** Names of the rows of each batch that is written from now on, the ledger left out. */
function watchWrites(): string[][] {
  const batches: string[][] = [];
  const { write } = LevelHandle.prototype;
  vi.spyOn(LevelHandle.prototype, 'write').mockImplementation(function (this: LevelHandle, rows) {
    const list = [...rows];
    batches.push(list.filter(({ key }) => key[0] === 1).map(({ key }) => Buffer.from(key.subarray(1)).toString()));
    return write.call(this, list);
  });
  return batches;
}

afterEach(() => vi.restoreAllMocks());

test('alone it is visible at once, leaves by itself, and is on disk when it resolves', async () => {
  const folder = await temporaryFolder();
  const store = await openStore(folder);
  const batches = watchWrites();
  const committed = store.commit([put('a')], undefined, { lazy: true });
  expect(store.pending(put('a').name)).toBeDefined();
  await turn();
  expect(batches).toEqual([]);
  await committed;
  expect(batches).toEqual([['a']]);
  expect(store.durable(put('a').key)).toBeDefined();
  await store.close();
});

test('it shares the batch of the next commit, in the order of the calls', async () => {
  const store = await openStore(await temporaryFolder());
  const batches = watchWrites();
  const order: string[] = [];
  const commits = [
    store.commit([put('a')], { onDurable: () => order.push('a') }, { lazy: true }),
    store.commit([put('b')], { onDurable: () => order.push('b') }, { lazy: true }),
    store.commit([put('c')], { onDurable: () => order.push('c') }),
  ];
  await Promise.all(commits);
  expect(batches).toEqual([['a', 'b', 'c']]);
  expect(order).toEqual(['a', 'b', 'c']);
  // The timer of the first has nothing left to do, and the next one waits anew.
  const later = store.commit([put('d')], undefined, { lazy: true });
  await turn();
  expect(batches).toHaveLength(1);
  await later;
  expect(batches).toEqual([['a', 'b', 'c'], ['d']]);
  await store.close();
});

test('one that came while a batch was under way waits for company as well', async () => {
  const store = await openStore(await temporaryFolder());
  const batches = watchWrites();
  const first = store.commit([put('a')]);
  const lazy = store.commit([put('b')], undefined, { lazy: true });
  await first;
  expect(batches).toEqual([['a']]);
  await store.commit([put('c')]);
  expect(batches).toEqual([['a'], ['b', 'c']]);
  await lazy;
  await store.close();
});

test('a commit without rows, and closing, do not leave it behind', async () => {
  const folder = await temporaryFolder();
  const store = await openStore(folder);
  const batches = watchWrites();
  void store.commit([put('a')], undefined, { lazy: true });
  await store.commit([]);
  expect(batches).toEqual([['a']]);
  const last = store.commit([put('b')], undefined, { lazy: true });
  await store.close();
  await last;
  const again = await openStore(folder);
  expect(again.durable(put('b').key)).toBeDefined();
  expect(again.rows.lostBatches).toBe(0n);
  await again.close();
});

test('where its batch fails it rejects, and what it wrote is not there', async () => {
  const store = await openStore(await temporaryFolder());
  vi.spyOn(LevelHandle.prototype, 'write').mockRejectedValueOnce(new Error('IO error: Input/output error'));
  const failed: string[] = [];
  const commit = store.commit([put('a')], { onFailed: () => failed.push('a') }, { lazy: true });
  await expect(commit).rejects.toMatchObject({ code: 'store-failed' });
  expect(failed).toEqual(['a']);
  expect(store.pending(put('a').name)).toBeUndefined();
  await vi.waitFor(() => expect(store.healthy).toBe(true), PATIENCE);
  await store.close();
});
