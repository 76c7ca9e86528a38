import fc from 'fast-check';
import { appendFile, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { NO_ID, PEER_TABLES, type Op, type PeerTable, type PeerTableReport } from '../../../node/store/peer-store.ts';
import { openPeerStore, type OpenedPeerStore } from '../../../node/store/store.ts';
import { TABLE_BYTES } from '../../../node/store/tables.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { LevelHandle } from '../../../shared/storage/level-handle.ts';
import { startChild } from '../../support/child.ts';
import { copyOf, cutFile, fillDisk, filesUnder, flipBit, smallDisk, temporaryFolder } from '../../support/storage.ts';
import { PATIENCE } from '../../support/until.ts';

const KEY = Buffer.alloc(32, 9);
const ALICE = Buffer.from('account of alice, 32 bytes long.');
const BOB = Buffer.from('account of bobby, 32 bytes long.');

const bytes = (text: string): Buffer => Buffer.from(text);
const text = (value: Uint8Array | undefined): string | undefined =>
  value === undefined ? undefined : Buffer.from(value).toString();
const put = (table: PeerTable, id: Uint8Array, seq: bigint, value: string): Op => ({
  op: 'put',
  table,
  id,
  seq,
  value: bytes(value),
});
const insert = (table: PeerTable, id: Uint8Array, seq: bigint, value: string): Op => ({
  op: 'insert',
  table,
  id,
  seq,
  value: bytes(value),
});
const remove = (table: PeerTable, id: Uint8Array, seq: bigint): Op => ({ op: 'delete', table, id, seq });

async function expectSound(store: OpenedPeerStore): Promise<void> {
  const reports = await store.check();
  expect(reports.map(({ table }) => table)).toEqual(PEER_TABLES);
  for (const report of reports)
    expect(report).toMatchObject({ damagedRows: 0, countMatches: true, digestMatches: true });
  expect(store.lostBatches()).toBe(0n);
}

function failNextWrite(): void {
  vi.spyOn(LevelHandle.prototype, 'write').mockRejectedValueOnce(new Error('IO error: Input/output error'));
}

test('rows are visible at once, on disk when the commit resolves, and there after opening again', async () => {
  const folder = await temporaryFolder();
  let store = await openPeerStore(folder, KEY);
  const commit = store.commit([
    insert('history', ALICE, 1n, 'one'),
    insert('history', ALICE, 2n, 'two'),
    insert('history', BOB, 1n, 'of bob'),
    put('profile', NO_ID, 1n, 'me'),
  ]);
  expect(text(store.get('history', ALICE, 2n))).toBe('two');
  await commit;
  await store.commit([put('history', ALICE, 1n, 'changed'), remove('history', BOB, 1n), remove('outbox', BOB, 7n)]);
  await expectSound(store);
  await store.close();
  store = await openPeerStore(folder, KEY);
  expect(text(store.get('history', ALICE, 1n))).toBe('changed');
  expect(text(store.get('history', ALICE, 2n))).toBe('two');
  expect(store.get('history', ALICE, 3n)).toBeUndefined();
  expect(store.get('history', BOB, 1n)).toBeUndefined();
  expect(store.get('held', ALICE, 1n)).toBeUndefined();
  expect(text(store.get('profile', NO_ID, 1n))).toBe('me');
  await expectSound(store);
  await store.close();
  await store.close();
  expect(() => store.get('profile', NO_ID, 1n)).toThrow(MiyuError);
  await expect(store.commit([put('profile', NO_ID, 1n, 'x')])).rejects.toMatchObject({ code: 'closed' });
});

test('does what a map would do, over openings and failures', async () => {
  const tables: PeerTable[] = ['history', 'outbox', 'sessions'];
  const ids = [NO_ID, ALICE, BOB];
  const op = fc.record({
    kind: fc.constantFrom('put', 'insert', 'delete'),
    table: fc.constantFrom(...tables),
    id: fc.constantFrom(...ids),
    seq: fc.oneof(fc.bigInt({ min: 0n, max: 8n }), fc.constant(2n ** 64n - 1n)),
    value: fc.string({ maxLength: 6 }),
  });
  const batch = fc.record({
    ops: fc.array(op, { maxLength: 8 }),
    then: fc.constantFrom('nothing', 'wait', 'reopen', 'fail', 'lose the index'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { maxLength: 12 }), fc.boolean(), async (batches, reverse) => {
      const folder = await temporaryFolder();
      let store = await openPeerStore(folder, KEY, { firstRetryMs: 1 });
      let model = new Map<string, string>();
      const place = (table: PeerTable, id: Uint8Array, seq: bigint): string =>
        `${table} ${Buffer.from(id).toString()} ${seq.toString().padStart(20, '0')}`;
      for (const { ops, then } of batches) {
        if (then === 'fail') {
          // Whatever waited before is to be on disk, so that it is clear what the failure takes.
          await store.commit([]);
          failNextWrite();
        }
        const next = new Map(model);
        for (const { kind, table, id, seq, value } of ops) {
          if (kind === 'delete') next.delete(place(table, id, seq));
          else next.set(place(table, id, seq), value);
        }
        const durable = model;
        const done = store.commit(
          ops.map(({ kind, table, id, seq, value }) =>
            kind === 'delete' ? remove(table, id, seq) : (kind === 'put' ? put : insert)(table, id, seq, value),
          ),
        );
        model = next;
        if (then === 'fail' && ops.length > 0) {
          const failed = await done.then(
            () => false,
            () => true,
          );
          if (failed) {
            model = durable;
            await vi.waitFor(() => expect(store.healthy()).toBe(true), { ...PATIENCE, interval: 2 });
          }
        }
        vi.restoreAllMocks();
        if (then === 'wait') await done;
        if (then === 'reopen' || then === 'lose the index') {
          await Promise.all([done, store.close()]);
          if (then === 'lose the index') await rm(join(folder, 'index'));
          store = await openPeerStore(folder, KEY, { firstRetryMs: 1 });
          expect(store.damagedAtOpen()).toEqual([]);
        }
        for (const table of tables) {
          for (const id of ids) {
            const expected = [...model]
              .filter(([at]) => at.startsWith(`${table} ${Buffer.from(id).toString()} `))
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([, value]) => value);
            const found = store.scan(table, id, { limit: 100, reverse }).map(({ value }) => text(value));
            expect(found).toEqual(reverse ? expected.toReversed() : expected);
          }
        }
      }
      await store.commit([]);
      await expectSound(store);
      await store.close();
    }),
    { numRuns: 25 },
  );
});

test('scans by bounds, both inclusive, from either end', async () => {
  const store = await openPeerStore(await temporaryFolder(), KEY);
  const numbers = [0n, 1n, 2n, 5n, 6n, 9n, 2n ** 63n, 2n ** 64n - 1n];
  await store.commit(numbers.map((seq) => insert('history', ALICE, seq, String(seq))));
  const found = (options: Parameters<typeof store.scan>[2]): bigint[] =>
    store.scan('history', ALICE, options).map(({ seq, value }) => {
      expect(text(value)).toBe(String(seq));
      return seq;
    });
  expect(found({ limit: 100 })).toEqual(numbers);
  expect(found({ from: 2n, to: 6n, limit: 100 })).toEqual([2n, 5n, 6n]);
  expect(found({ from: 3n, to: 4n, limit: 100 })).toEqual([]);
  expect(found({ from: 6n, to: 2n, limit: 100 })).toEqual([]);
  expect(found({ to: 7n, reverse: true, limit: 2 })).toEqual([6n, 5n]);
  expect(found({ from: 7n, limit: 2 })).toEqual([9n, 2n ** 63n]);
  expect(() => found({ limit: 0 })).toThrow(RangeError);
  expect(() => found({ limit: 10_001 })).toThrow(RangeError);
  expect(() => store.commit([insert('history', ALICE, 2n ** 64n, 'x')])).toThrow(RangeError);
  expect(() => store.commit([insert('history', ALICE, 3n, 'x'), insert('history', ALICE, -1n, 'x')])).toThrow(
    RangeError,
  );
  expect(store.get('history', ALICE, 3n)).toBeUndefined();
  await store.close();
});

test('a failed commit is undone at once, with everything queued behind it, and the store heals', async () => {
  const store = await openPeerStore(await temporaryFolder(), KEY, { firstRetryMs: 5 });
  await store.commit([insert('outbox', ALICE, 1n, 'kept'), { op: 'event', value: bytes('kept') }]);
  const heard: string[] = [];
  store.onEvents((events) => heard.push(...events.map(({ value }) => text(value)!)));
  failNextWrite();
  const first = store.commit([insert('outbox', ALICE, 2n, 'lost'), remove('outbox', ALICE, 1n)]);
  const second = store.commit([insert('outbox', ALICE, 3n, 'lost'), { op: 'event', value: bytes('lost') }]);
  expect(store.get('outbox', ALICE, 1n)).toBeUndefined();
  for (const result of await Promise.allSettled([first, second])) {
    expect(result).toMatchObject({ status: 'rejected', reason: { code: 'store-failed' } });
  }
  expect(store.healthy()).toBe(false);
  expect(store.scan('outbox', ALICE, { limit: 10 }).map(({ seq }) => seq)).toEqual([1n]);
  expect(text(store.get('outbox', ALICE, 1n))).toBe('kept');
  await expect(store.commit([insert('outbox', ALICE, 4n, 'x')])).rejects.toMatchObject({ code: 'store-failed' });
  expect(store.get('outbox', ALICE, 4n)).toBeUndefined();

  await vi.waitFor(() => expect(store.healthy()).toBe(true), PATIENCE);
  await store.commit([insert('outbox', ALICE, 2n, 'anew'), { op: 'event', value: bytes('anew') }]);
  await vi.waitFor(() => expect(heard).toEqual(['anew']), PATIENCE);
  expect(store.cursor()).toBe(2n);
  await expectSound(store);
  await store.close();
});

test('a full disk: commits fail as disk-full, reads go on, and it heals when there is room', async (context) => {
  const disk = await smallDisk(32);
  if (disk === undefined) return context.skip('only root may mount a disk');
  const folder = join(disk, 'store');
  let store = await openPeerStore(folder, KEY, { firstRetryMs: 10 });
  await store.commit([insert('history', ALICE, 1n, 'before')]);
  const free = await fillDisk(disk);
  const large = insert('history', ALICE, 2n, 'x'.repeat(200_000));
  await expect(store.commit([large])).rejects.toMatchObject({ code: 'disk-full' });
  expect(text(store.get('history', ALICE, 1n))).toBe('before');
  expect(store.get('history', ALICE, 2n)).toBeUndefined();
  await free();
  await vi.waitFor(() => expect(store.healthy()).toBe(true), { timeout: 10_000 });
  await store.commit([large]);
  await expectSound(store);
  await store.close();
  store = await openPeerStore(folder, KEY);
  expect(store.scan('history', ALICE, { limit: 10 })).toHaveLength(2);
  await store.close();
});

test('killed under load, it has every acknowledged commit and no half of one', async () => {
  const folder = await temporaryFolder();
  const child = startChild('load-peer-store.ts', [folder, KEY.toString('hex')]);
  const lines: string[] = [];
  for (let count = 0; count < 400; count += 1) lines.push((await child.line())!);
  lines.push(...(await child.kill()));
  const store = await openPeerStore(folder, KEY);
  expect(store.damagedAtOpen()).toEqual([]);
  const rows = (table: PeerTable): bigint[] =>
    [0, 1, 2].flatMap((friend) =>
      store.scan(table, bytes(`friend-${friend}`), { limit: 10_000 }).map(({ seq }) => seq),
    );
  const history = rows('history');
  expect(history).toEqual(expect.arrayContaining(lines.map(BigInt)));
  expect(rows('outbox')).toEqual(history);
  expect(store.cursor()).toBe(BigInt(history.length));
  const since = store.since(0n, 10_000);
  if (since === 'snapshot-required') throw new Error('nothing was pruned');
  expect(since.map(({ value }) => BigInt(text(value)!)).sort((a, b) => (a < b ? -1 : 1))).toEqual(
    history.toSorted((a, b) => (a < b ? -1 : 1)),
  );
  await expectSound(store);
  await store.close();
});

test('opens under its own key alone, and once', async () => {
  const folder = await temporaryFolder();
  const store = await openPeerStore(folder, KEY);
  await store.commit([put('profile', NO_ID, 1n, 'me')]);
  await expect(openPeerStore(folder, KEY)).rejects.toMatchObject({ code: 'profile-in-use' });
  await expect(openPeerStore(folder, KEY)).rejects.toMatchObject({ code: 'profile-in-use' });
  await store.close();
  await expect(openPeerStore(folder, Buffer.alloc(32, 8))).rejects.toMatchObject({ code: 'store-damaged' });
  await expect(openPeerStore(folder, Buffer.alloc(16))).rejects.toMatchObject({ code: 'key-invalid' });
  const again = await openPeerStore(folder, KEY);
  expect(text(again.get('profile', NO_ID, 1n))).toBe('me');
  await again.close();
});

test('neither names nor ids nor texts are in any file', async () => {
  const folder = await temporaryFolder();
  const store = await openPeerStore(folder, KEY);
  const canary = 'the canary sings: 金丝雀';
  for (let at = 1n; at <= 50n; at += 1n) {
    await store.commit([
      insert('history', ALICE, at, `${canary} ${at}`),
      put('contacts', ALICE, 0n, canary),
      { op: 'event', value: bytes(canary) },
    ]);
  }
  const search = async (): Promise<void> => {
    const files = await filesUnder(folder);
    expect(files.length).toBeGreaterThan(3);
    for (const path of files) {
      const content = await readFile(path);
      for (const secret of [bytes(canary), bytes('canary'), bytes('金丝雀'), ALICE, ALICE.subarray(0, 12), KEY]) {
        expect([path, content.includes(secret)]).toEqual([path, false]);
        expect(content.includes(bytes(secret.toString('hex')))).toBe(false);
      }
    }
  };
  await search();
  await store.close();
  // Opening moves the rows into a table file; closing keeps the index.
  await (await openPeerStore(folder, KEY)).close();
  await search();
});

const ROWS = 60n;

async function storedRows(): Promise<string> {
  const folder = await temporaryFolder();
  for (let part = 0n; part < 3n; part += 1n) {
    const store = await openPeerStore(folder, KEY);
    for (let at = 1n; at <= ROWS / 3n; at += 1n) {
      const seq = (part * ROWS) / 3n + at;
      await store.commit([
        insert('history', ALICE, seq, `value ${seq}`.repeat(20)),
        { op: 'event', value: bytes(`${seq}`) },
      ]);
    }
    await store.close();
  }
  return folder;
}

async function findDamage(folder: string): Promise<'error' | 'reported' | 'intact' | 'silent'> {
  let store: OpenedPeerStore;
  try {
    store = await openPeerStore(folder, KEY);
  } catch (error) {
    expect(error).toBeInstanceOf(MiyuError);
    expect((error as MiyuError).code).toMatch(/^store-/);
    return 'error';
  }
  try {
    const values = store.scan('history', ALICE, { limit: 1000 }).map(({ value }) => text(value));
    const expected = Array.from({ length: Number(ROWS) }, (_, at) => `value ${at + 1}`.repeat(20));
    const intact = JSON.stringify(values) === JSON.stringify(expected) && store.cursor() === ROWS;
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

test('a flipped bit or a lost end of any file is seen, or harms nothing', async () => {
  const original = await storedRows();
  expect(await findDamage(await copyOf(original))).toBe('intact');
  const damage = fc.record({
    file: fc.nat({ max: 1000 }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.boolean(),
    withIndex: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ file, at, cut, withIndex }) => {
      const copy = await copyOf(original);
      if (!withIndex) await rm(join(copy, 'index'));
      const files = await filesUnder(copy);
      const path = files[file % files.length]!;
      if (cut) await cutFile(path, at);
      else await flipBit(path, at);
      expect(await findDamage(copy)).not.toBe('silent');
    }),
    { numRuns: 120 },
  );
});

test('a log that lost acknowledged batches is seen at opening; cursors of lost events are not given again', async () => {
  const folder = await storedRows();
  const log = (await filesUnder(folder)).find((path) => path.endsWith('.log'))!;
  await cutFile(log, 0.5);
  let store = await openPeerStore(folder, KEY);
  expect(store.lostBatches()).toBeGreaterThan(0n);
  expect(store.damagedAtOpen()).toContain('meta');
  expect((await store.check()).find(({ table }) => table === 'history')).toMatchObject({ countMatches: false });
  await store.commit([{ op: 'event', value: bytes('after') }]);
  // A face that heard of the newest event before the loss.
  expect(store.since(ROWS, 10)).toBe('snapshot-required');
  expect(store.since(1n, 10)).toBe('snapshot-required');
  const cursor = store.cursor();
  const after = store.since(cursor - 1n, 10);
  expect(after).toHaveLength(1);
  expect(after[0]).toMatchObject({ cursor });
  await store.close();
  store = await openPeerStore(folder, KEY);
  expect(store.cursor()).toBe(cursor);
  expect(store.lostBatches()).toBeGreaterThan(0n);
  await store.close();
});

const isWrong = (one: PeerTableReport): boolean => one.damagedRows > 0 || !one.countMatches || !one.digestMatches;

test('lost batches that were answered for are a sound store again, and the next loss is seen', async () => {
  const folder = await storedRows();
  const cutLog = async (): Promise<void> => {
    await cutFile(
      (await filesUnder(folder)).find((path) => path.endsWith('.log'))!,
      0.5,
    );
  };
  await cutLog();
  for (let round = 0; round < 2; round += 1) {
    let store = await openPeerStore(folder, KEY);
    expect(store.lostBatches()).toBeGreaterThan(0n);
    expect((await store.check()).every(isWrong)).toBe(true);
    await store.check(undefined, { restate: true });
    // Nothing has changed yet: the next batch does it.
    expect(store.lostBatches()).toBeGreaterThan(0n);
    await store.commit([put('profile', NO_ID, 1n, 'noted')]);
    await expectSound(store);
    await store.close();
    // As after a crash, when the rows are counted anew.
    await rm(join(folder, 'index'));
    store = await openPeerStore(folder, KEY);
    expect(store.damagedAtOpen()).toEqual([]);
    await expectSound(store);
    for (let at = 1n; at <= 20n; at += 1n) await store.commit([put('history', BOB, at, 'again'.repeat(20))]);
    await store.close();
    await cutLog();
  }
});

test('lost batches are not answered for while rows of any table cannot be read', async () => {
  const folder = await storedRows();
  await cutFile(
    (await filesUnder(folder)).find((path) => path.endsWith('.log'))!,
    0.5,
  );
  await changeRows(folder, (rows) => [{ key: rows[0]![0], value: Buffer.alloc(40) }]);
  const store = await openPeerStore(folder, KEY);
  const restate = async (): Promise<void> => {
    await store.check(undefined, { restate: true });
    await store.commit([put('profile', NO_ID, 1n, 'noted')]);
  };
  await restate();
  expect(store.lostBatches()).toBeGreaterThan(0n);
  expect((await store.takeOut(['history'])).get('history')).toBe(1);
  await restate();
  await expectSound(store);
  await store.close();
});

test('a row whose key has changed is missing in its place, and what lies elsewhere can be taken out', async () => {
  const folder = await storedRows();
  await changeRows(folder, (rows) => {
    const [key, value] = rows[2]!;
    const [other, short] = [Buffer.from(key), Buffer.from(key.subarray(0, 20))];
    other[5]! ^= 1;
    return [
      { key, value: undefined },
      { key: other, value },
      { key: short, value },
    ];
  });
  const store = await openPeerStore(folder, KEY);
  expect((await store.check()).filter(isWrong)).toMatchObject([{ table: 'history', damagedRows: 2, missingRows: 0 }]);
  expect(await store.takeOut(['history'])).toEqual(new Map([['history', 1]]));
  expect(await store.takeOutStrays(['outbox'])).toEqual(new Map());
  // What comes meanwhile is no stray.
  const [strays] = await Promise.all([
    store.takeOutStrays(['history', 'outbox']),
    ...[1n, 2n, 3n].map((seq) => store.commit([insert('history', BOB, seq, 'new'), insert('outbox', BOB, seq, 'new')])),
  ]);
  expect(strays).toEqual(new Map([['history', 2]]));
  await store.check(undefined, { restate: true });
  await store.commit([put('profile', NO_ID, 1n, 'noted')]);
  await expectSound(store);
  expect(store.scan('history', ALICE, { limit: 100 })).toHaveLength(Number(ROWS) - 1);
  expect(store.scan('history', BOB, { limit: 100 })).toHaveLength(3);
  await store.close();
});

/** Writes to the rows of the history behind the store's back. */
async function changeRows(
  folder: string,
  change: (
    rows: readonly [Uint8Array, Uint8Array][],
  ) => { readonly key: Uint8Array; readonly value: Uint8Array | undefined }[],
): Promise<void> {
  const level = await LevelHandle.open(join(folder, 'rows'), 'disk-full', 1 << 20);
  const [lower, upper] = [Buffer.from([TABLE_BYTES.history]), Buffer.from([TABLE_BYTES.history + 1])];
  await level.write(
    change(await level.rows({ lower, lowerOpen: false, upper, upperOpen: true, reverse: false, limit: 100 })),
  );
  await level.close();
}

test('a row that vanished from a table file is damage, not absence', async () => {
  const folder = await storedRows();
  const store = await openPeerStore(folder, KEY);
  vi.spyOn(LevelHandle.prototype, 'get').mockReturnValue(undefined);
  expect(() => store.get('history', ALICE, 3n)).toThrow(expect.objectContaining({ code: 'store-damaged' }) as Error);
  vi.restoreAllMocks();
  await store.close();
});

test('what a crash left beside the files does no harm', async () => {
  const folder = await storedRows();
  await appendFile(join(folder, '.index.0a1b2c.new'), 'half of an index');
  await appendFile(join(folder, 'probe'), 'left by a killed probe');
  expect(await findDamage(folder)).toBe('intact');
  expect(await readdir(folder)).toContain('index');
});
