import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { GroupCommit } from '../../../shared/storage/group-commit.ts';
import { writeOp, type RowCodec, type WriteOp } from '../../../shared/storage/rows.ts';
import { temporaryFolder } from '../../support/storage.ts';
import { holdWrites } from '../../support/held-writes.ts';

const codec: RowCodec = { encode: (_key, value) => value, decode: (_key, stored) => stored };
const put = (name: string, value: string): WriteOp => writeOp(Buffer.from(`\x01${name}`), Buffer.from(value));
const textOf = (value: Uint8Array | undefined): string | undefined => value && Buffer.from(value).toString();

const openStore = async (folder: string): Promise<GroupCommit> =>
  GroupCommit.open(folder, { tables: 2, codec, ledgerKey: Buffer.from([0]), schema: 1, full: 'disk-full' });

/** What reads see, and what is on disk. */
const seen = (store: GroupCommit, name: string): string | undefined => textOf(store.pending(put(name, '').name)?.value);
const stored = (store: GroupCommit, name: string): string | undefined => textOf(store.durable(put(name, '').key));

/** Commits that write down when they are durable, and when their promises resolve. */
function committing(store: GroupCommit): {
  readonly told: string[];
  commit(name: string, ops?: readonly WriteOp[]): Promise<void>;
} {
  const told: string[] = [];
  return {
    told,
    async commit(name, ops = [put(name, name)]) {
      await store.commit(ops, { onDurable: () => told.push(`${name} is durable`) });
      told.push(`${name} resolved`);
    },
  };
}

/** Whatever could happen without the disk has happened. */
async function nothingMoves(): Promise<void> {
  for (let step = 0; step < 20; step += 1) await Promise.resolve();
  await turn();
}

test('a commit resolves when its synced write has ended, and not before', async () => {
  const store = await openStore(await temporaryFolder());
  const { told, commit } = committing(store);
  const writes = holdWrites();
  const done = commit('a');
  expect(seen(store, 'a')).toBe('a');
  await nothingMoves();
  // The row and the ledger.
  expect(writes).toMatchObject([{ options: { sync: true }, length: 2 }]);
  expect(seen(store, 'a')).toBe('a');
  expect(stored(store, 'a')).toBeUndefined();
  expect(told).toEqual([]);

  await writes[0]!.begin();
  await nothingMoves();
  expect(seen(store, 'a')).toBe('a');
  expect(told).toEqual([]);

  writes[0]!.end();
  await done;
  expect(told).toEqual(['a is durable', 'a resolved']);
  expect(seen(store, 'a')).toBeUndefined();
  expect(stored(store, 'a')).toBe('a');
  expect(writes).toHaveLength(1);
  await store.close();
});

test('commits that come meanwhile share the second write, and resolve when that has ended', async () => {
  const store = await openStore(await temporaryFolder());
  const { told, commit } = committing(store);
  const writes = holdWrites();
  const first = commit('a');
  await nothingMoves();
  const second: Promise<void>[] = [];
  for (const name of ['b', 'c', 'd']) {
    second.push(commit(name));
    await nothingMoves();
  }
  expect(['b', 'c', 'd'].map((name) => seen(store, name))).toEqual(['b', 'c', 'd']);
  expect(writes).toHaveLength(1);
  expect(told).toEqual([]);

  writes[0]!.end();
  await first;
  await nothingMoves();
  expect(told).toEqual(['a is durable', 'a resolved']);
  // Three rows and the ledger.
  expect(writes.slice(1)).toMatchObject([{ options: { sync: true }, length: 4 }]);
  expect(['b', 'c', 'd'].map((name) => stored(store, name))).toEqual([undefined, undefined, undefined]);
  await writes[1]!.begin();
  await nothingMoves();
  expect(told).toHaveLength(2);

  writes[1]!.end();
  await Promise.all(second);
  expect(told.slice(2, 5)).toEqual(['b is durable', 'c is durable', 'd is durable']);
  expect(told.slice(5)).toEqual(['b resolved', 'c resolved', 'd resolved']);
  expect(['b', 'c', 'd'].map((name) => stored(store, name))).toEqual(['b', 'c', 'd']);
  expect(writes).toHaveLength(2);
  await store.close();
});

test('a barrier and the closing wait for the write as well', async () => {
  const store = await openStore(await temporaryFolder());
  const { told, commit } = committing(store);
  const writes = holdWrites();
  const first = commit('a');
  const barrier = commit('barrier', []);
  const closed = store.close().then(() => told.push('closed'));
  await nothingMoves();
  await writes[0]!.begin();
  await nothingMoves();
  expect(told).toEqual([]);
  writes[0]!.end();
  await Promise.all([first, barrier, closed]);
  expect(told).toEqual(['a is durable', 'a resolved', 'barrier is durable', 'barrier resolved', 'closed']);
  expect(writes).toHaveLength(1);
});
