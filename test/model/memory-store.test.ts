/** The model's store beside the real one: the same batches, and no difference that the flows could see. */
import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { NO_ID, type Op, type PeerStore, type PeerTable } from '../../node/store/peer-store.ts';
import { openPeerStore, type OpenedPeerStore } from '../../node/store/store.ts';
import { MiyuError } from '../../shared/errors.ts';
import { LevelHandle } from '../../shared/storage/level-handle.ts';
import { temporaryFolder } from '../support/storage.ts';
import { until } from '../support/until.ts';
import { MemoryStore, newDisk, type Disk } from './memory-store.ts';

const KEY = Buffer.alloc(32, 9);
const TABLES: readonly PeerTable[] = ['history', 'outbox', 'contacts'];
const IDS = [NO_ID, Buffer.from('account of alice, 32 bytes long.'), Buffer.from('account of bobby, 32 bytes long.')];

const row = fc.record({
  table: fc.constantFrom(...TABLES),
  id: fc.constantFrom(...IDS),
  seq: fc.bigInt({ min: 0n, max: 8n }),
});
const op: fc.Arbitrary<Op> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(row, fc.uint8Array({ minLength: 1, maxLength: 4 }))
      .map(([at, value]): Op => ({ op: 'put', ...at, value })),
  },
  { weight: 2, arbitrary: row.map((at): Op => ({ op: 'delete', ...at })) },
  {
    weight: 1,
    arbitrary: fc.uint8Array({ minLength: 1, maxLength: 4 }).map((value): Op => ({ op: 'event', value })),
  },
);
type Step =
  | { readonly type: 'commit'; readonly ops: readonly Op[]; readonly lazy: boolean }
  | { readonly type: 'settle' | 'fail' | 'reopen' };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constant('commit'), ops: fc.array(op, { maxLength: 5 }), lazy: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('settle', 'fail', 'reopen') }) },
);

interface Side {
  store: PeerStore;
  outcomes: Promise<string>[];
  heard: string[];
}

const hex = (value: Uint8Array): string => Buffer.from(value).toString('hex');

/** Everything that a flow could ask for. */
function seen({ store }: Side): unknown[] {
  const scans = [
    {},
    { reverse: true },
    { from: 2n, to: 5n },
    { from: 2n, to: 5n, reverse: true, limit: 2 },
    { from: 6n, to: 3n },
  ];
  return TABLES.flatMap((table) =>
    IDS.flatMap((id) => [
      ...scans.map((scan) =>
        store.scan(table, id, { limit: 10, ...scan }).map(({ seq, value }) => `${seq} ${hex(value)}`),
      ),
      [0n, 4n, 8n].map((seq) => {
        const value = store.get(table, id, seq);
        return value === undefined ? 'none' : hex(value);
      }),
    ]),
  );
}

const commit = ({ store, outcomes }: Side, ops: readonly Op[], lazy = false): void => {
  outcomes.push(
    store.commit(ops, { lazy }).then(
      () => 'kept',
      (error: unknown) => (error instanceof MiyuError ? error.code : String(error)),
    ),
  );
};

const settled = ({ outcomes }: Side): Promise<string[]> => Promise.all(outcomes.splice(0));

const newMemory = (disk: Disk): MemoryStore =>
  new MemoryStore(disk, { after: (ms, run) => setTimeout(run, ms), latency: () => 0, healMs: 1 });

describe('the store of the model', () => {
  test('answers as the real one does, through failures and openings', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        const folder = await temporaryFolder();
        const disk = newDisk();
        const open = (): Promise<OpenedPeerStore> => openPeerStore(folder, KEY, { firstRetryMs: 1 });
        const real: Side = { store: await open(), outcomes: [], heard: [] };
        const model: Side = { store: newMemory(disk), outcomes: [], heard: [] };
        const sides = [real, model];
        const listen = (side: Side): void => {
          side.store.onEvents((events) =>
            side.heard.push(...events.map(({ cursor, value }) => `${cursor} ${hex(value)}`)),
          );
        };
        sides.forEach(listen);
        const settle = async (): Promise<void> => {
          expect(await settled(model)).toEqual(await settled(real));
          await until('both work again', () => sides.every(({ store }) => store.healthy()), { everyMs: 1 });
          expect(seen(model)).toEqual(seen(real));
          expect(model.store.cursor()).toBe(real.store.cursor());
          expect(model.store.since(0n, 1_000)).toEqual(real.store.since(0n, 1_000));
          await until('both were told', () => model.heard.length === real.heard.length, { everyMs: 1 });
          expect(model.heard).toEqual(real.heard);
        };
        for (const each of steps) {
          switch (each.type) {
            case 'commit':
              for (const side of sides) commit(side, each.ops, each.lazy);
              expect(seen(model)).toEqual(seen(real));
              break;
            case 'settle':
              await settle();
              break;
            case 'fail':
              await settle();
              vi.spyOn(LevelHandle.prototype, 'write').mockRejectedValueOnce(new Error('IO error: Input/output error'));
              disk.failures = 1;
              disk.failsWith = 'store-failed';
              for (const side of sides) {
                for (const value of [1, 2]) {
                  commit(side, [{ op: 'put', table: 'history', id: NO_ID, seq: 4n, value: Uint8Array.of(value) }]);
                }
              }
              expect(seen(model)).toEqual(seen(real));
              await settle();
              break;
            case 'reopen':
              for (const side of sides) await side.store.close();
              expect(await settled(model)).toEqual(await settled(real));
              expect(() => model.store.get('history', NO_ID, 1n)).toThrow('closed');
              await expect(model.store.commit([])).rejects.toMatchObject({ code: 'closed' });
              real.store = await open();
              model.store = newMemory(disk);
              sides.forEach(listen);
              break;
          }
        }
        await settle();
        for (const side of sides) await side.store.close();
      }),
      { numRuns: 25 },
    );
  });

  test('loses with the process what is not on disk, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), async (awaits) => {
        const disk = newDisk();
        const store = newMemory(disk);
        const kept = new Set<bigint>();
        for (const [i, isAwaited] of awaits.entries()) {
          const seq = BigInt(i);
          const done = store
            .commit([{ op: 'put', table: 'history', id: NO_ID, seq, value: Uint8Array.of(i) }])
            .then(() => kept.add(seq));
          if (isAwaited) await done;
        }
        store.kill();
        const there = newMemory(disk)
          .scan('history', NO_ID, { limit: 100 })
          .map(({ seq }) => seq);
        expect(there).toEqual([...kept]);
      }),
      { numRuns: 50 },
    );
  });

  test('refuses what comes while too much waits, and keeps what waits', async () => {
    const disk = newDisk();
    const store = newMemory(disk);
    onTestFinished(() => store.close());
    const put = (seq: bigint): Promise<void> =>
      store.commit([{ op: 'put', table: 'history', id: NO_ID, seq, value: Uint8Array.of(1) }]);
    const first = put(1n);
    disk.crowded = true;
    await expect(put(2n)).rejects.toMatchObject({ code: 'store-failed' });
    expect(store.healthy()).toBe(true);
    await first;
    await put(3n);
    expect(store.scan('history', NO_ID, { limit: 10 }).map(({ seq }) => seq)).toEqual([1n, 3n]);
  });
});
