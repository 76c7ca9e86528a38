/** What every engine of the server's store must do. An engine's test calls it once. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_LOCKS, TABLES, type Row, type Scan, type Store, type TableName } from '../../../rendezvous/store/store.ts';
import { startChild } from '../../support/child.ts';
import { temporaryFolder } from '../../support/storage.ts';

export interface Engine {
  readonly name: string;
  /** Opens the store of a folder, or makes one there. */
  open(folder: string): Promise<Store>;
  /**
   * Script under test/support with the arguments FOLDER and FIRST: loads the store with pairs of rows numbered from FIRST + 1 (the
   * number as u64 BE is the key, in `mail` and in `names`), and writes each number when it is acknowledged.
   */
  readonly loadScript: string;
}

const bytes = (text: string): Buffer => Buffer.from(text);
const text = (value: Uint8Array | undefined): string | undefined =>
  value === undefined ? undefined : Buffer.from(value).toString();
const texts = (rows: readonly Row[]): string[] =>
  rows.map(({ key, value }) => `${text(key) ?? ''}=${text(value) ?? ''}`);

/** Runs a test with a store that is closed at its end. */
async function withStore(engine: Engine, work: (store: Store, folder: string) => Promise<void>): Promise<void> {
  const folder = await temporaryFolder();
  const store = await engine.open(folder);
  try {
    await work(store, folder);
  } finally {
    await store.close();
  }
}

async function expectSound(store: Store): Promise<void> {
  const reports = await store.check();
  expect(reports.map(({ table }) => table).sort()).toEqual([...TABLES].sort());
  for (const report of reports) {
    expect(report).toMatchObject({ damagedRows: 0, countMatches: true, digestMatches: true });
    expect(await store.count(report.table)).toBe(report.rows);
  }
}

const put = (store: Store, key: string, value: string, table: TableName = 'mail'): Promise<void> =>
  store.transact([key], (tx) => tx.put(table, bytes(key), bytes(value)));

/** A promise and the function that resolves it. */
function gate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

export function storeConformance(engine: Engine): void {
  const { name } = engine;

  test(`${name}: puts, gets, deletes; tables and keys are apart`, () =>
    withStore(engine, async (store) => {
      expect(await store.get('mail', bytes('a'))).toBeUndefined();
      const returned = await store.transact(['x'], (tx) => {
        tx.put('mail', bytes('a'), bytes('1'));
        tx.put('names', bytes('a'), bytes('2'));
        tx.insert('mail', bytes('ab'), bytes('first'));
        expect(text(tx.get('mail', bytes('ab')) as Uint8Array)).toBe('first');
        tx.put('mail', bytes('ab'), bytes(''));
        tx.put('mail', bytes(''), bytes('empty key'));
        return 'result';
      });
      expect(returned).toBe('result');
      expect(text(await store.get('mail', bytes('a')))).toBe('1');
      expect(text(await store.get('names', bytes('a')))).toBe('2');
      expect(text(await store.get('mail', bytes('ab')))).toBe('');
      expect(text(await store.get('mail', bytes('')))).toBe('empty key');
      expect(await store.get('blocks', bytes('a'))).toBeUndefined();
      await store.transact(['x'], (tx) => {
        tx.delete('mail', bytes('a'));
        tx.delete('mail', bytes('never there'));
      });
      expect(await store.get('mail', bytes('a'))).toBeUndefined();
      expect(text(await store.get('names', bytes('a')))).toBe('2');
      expect(await store.count('mail')).toBe(2);
      await expectSound(store);
    }));

  test(`${name}: scans in byte order within every kind of bounds`, () =>
    withStore(engine, async (store) => {
      const keys = ['a', 'a\u0000', 'aa', 'b', 'b1', 'c', '\u007f'];
      await store.transact(['x'], (tx) => {
        for (const key of keys) tx.put('mail', bytes(key), bytes(key));
        tx.put('mailboxes', bytes('a'), bytes('of another table'));
        tx.put('server', bytes('a'), bytes('of another table'));
      });
      await store.transact(['x'], (tx) => tx.put('mail', Uint8Array.of(0xff, 0xff), bytes('last')));
      const found = async (scan: Scan): Promise<(string | undefined)[]> =>
        (await store.scan('mail', scan)).map(({ value }) => text(value));
      expect(await found({ limit: 100 })).toEqual([...keys, 'last']);
      expect(await found({ limit: 100, reverse: true })).toEqual([...keys, 'last'].reverse());
      expect(await found({ gte: bytes('a\u0000'), lt: bytes('b1'), limit: 100 })).toEqual(['a\u0000', 'aa', 'b']);
      expect(await found({ gt: bytes('a\u0000'), lte: bytes('b1'), limit: 100 })).toEqual(['aa', 'b', 'b1']);
      expect(await found({ gt: bytes('a'), lt: bytes('a\u0000'), limit: 100 })).toEqual([]);
      expect(await found({ gte: bytes('c'), lte: bytes('a'), limit: 100 })).toEqual([]);
      expect(await found({ lt: bytes('b1'), reverse: true, limit: 2 })).toEqual(['b', 'aa']);
      expect(await found({ gte: bytes('b'), limit: 2 })).toEqual(['b', 'b1']);
      await expect(async () => store.scan('mail', { limit: 0 })).rejects.toThrow(RangeError);
      await expect(async () => store.scan('mail', { limit: 10_001 })).rejects.toThrow(RangeError);
    }));

  test(`${name}: a transaction reads its own writes, also in scans`, () =>
    withStore(engine, async (store) => {
      await store.transact(['x'], (tx) => {
        for (const key of ['a', 'b', 'c', 'd']) tx.put('mail', bytes(key), bytes('old'));
      });
      await store.transact(['x'], async (tx) => {
        tx.put('mail', bytes('b'), bytes('new'));
        tx.put('mail', bytes('bb'), bytes('new'));
        tx.delete('mail', bytes('c'));
        tx.put('mail', bytes('d'), bytes('twice'));
        tx.delete('mail', bytes('d'));
        tx.put('names', bytes('bbb'), bytes('elsewhere'));
        expect(text(await tx.get('mail', bytes('b')))).toBe('new');
        expect(await tx.get('mail', bytes('c'))).toBeUndefined();
        expect(texts(await tx.scan('mail', { limit: 10 }))).toEqual(['a=old', 'b=new', 'bb=new']);
        expect(texts(await tx.scan('mail', { limit: 2, reverse: true }))).toEqual(['bb=new', 'b=new']);
        expect(texts(await tx.scan('mail', { gt: bytes('b'), limit: 1 }))).toEqual(['bb=new']);
        // Outside of it nothing of this is seen.
        expect(texts(await store.scan('mail', { limit: 10 }))).toEqual(['a=old', 'b=old', 'c=old', 'd=old']);
        expect(text(await store.get('mail', bytes('b')))).toBe('old');
      });
      expect(texts(await store.scan('mail', { limit: 10 }))).toEqual(['a=old', 'b=new', 'bb=new']);
    }));

  test(`${name}: of 100 racing compare-and-sets exactly one wins`, () =>
    withStore(engine, async (store) => {
      const wins = await Promise.all(
        Array.from({ length: 100 }, (_, racer) =>
          store.transact(['name'], async (tx) => {
            if ((await tx.get('names', bytes('alice'))) !== undefined) return false;
            // Gives way, so that others would get in between.
            await Promise.resolve();
            tx.put('names', bytes('alice'), bytes(String(racer)));
            return true;
          }),
        ),
      );
      expect(wins.filter(Boolean)).toHaveLength(1);
      expect(text(await store.get('names', bytes('alice')))).toBe(String(wins.indexOf(true)));
    }));

  test(`${name}: a transaction sees those that ended before it began, and sums add up under several locks`, () =>
    withStore(engine, async (store) => {
      const accounts = ['a', 'b', 'c', 'd'];
      const balance = async (reader: Pick<Store, 'get'>, account: string): Promise<number> =>
        Number(text(await reader.get('mailboxes', bytes(account))) ?? 100);
      await Promise.all(
        Array.from({ length: 200 }, async (_, at) => {
          const from = accounts[at % 4]!;
          const to = accounts[(at + 1 + (at % 3)) % 4]!;
          await store.transact(at % 2 === 0 ? [from, to] : [to, from], async (tx) => {
            const before = [await balance(tx, from), await balance(tx, to)] as const;
            tx.put('mailboxes', bytes(from), bytes(String(before[0] - at)));
            tx.put('mailboxes', bytes(to), bytes(String(before[1] + at)));
          });
        }),
      );
      const sums = await Promise.all(accounts.map((account) => balance(store, account)));
      expect(sums.reduce((sum, one) => sum + one, 0)).toBe(400);
      await expectSound(store);
    }));

  test(`${name}: locks that differ do not wait for each other; a common one makes a queue`, () =>
    withStore(engine, async (store) => {
      const order: string[] = [];
      const held = gate();
      const first = store.transact(['a', 'b'], async (tx) => {
        await held.opened;
        order.push('first');
        tx.put('mail', bytes('a'), bytes('first'));
      });
      const second = store.transact(['b', 'c'], async (tx) => {
        order.push(`second sees ${text(await tx.get('mail', bytes('a'))) ?? 'nothing'}`);
      });
      const third = store.transact(['c'], () => {
        order.push('third');
      });
      await put(store, 'free', 'x');
      order.push('free');
      held.open();
      await Promise.all([first, second, third]);
      expect(order).toEqual(['free', 'first', 'second sees first', 'third']);
      await expect(store.transact([], () => undefined)).rejects.toThrow(RangeError);
      const most = Array.from({ length: MAX_LOCKS }, (_, at) => String(at));
      expect(await store.transact(most, () => 'all')).toBe('all');
      await expect(store.transact([...most, 'one more'], () => undefined)).rejects.toThrow(RangeError);
      // The same lock named twice is one lock.
      expect(await store.transact(['a', 'a'], () => 'once')).toBe('once');
    }));

  test(`${name}: all or nothing where the work throws, and the locks are free again`, () =>
    withStore(engine, async (store) => {
      await put(store, 'a', 'old');
      const failing = [
        (): never => {
          throw new Error('at once');
        },
        async (): Promise<never> => {
          await Promise.resolve();
          throw new Error('later');
        },
      ];
      for (const fail of failing) {
        const result = store.transact(['a'], (tx) => {
          tx.put('mail', bytes('a'), bytes('new'));
          tx.delete('mail', bytes('b'));
          return fail();
        });
        await expect(result).rejects.toThrow(/at once|later/);
        expect(text(await store.get('mail', bytes('a')))).toBe('old');
      }
      await put(store, 'a', 'after');
      expect(text(await store.get('mail', bytes('a')))).toBe('after');
      expect(store.healthy()).toBe(true);
    }));

  test(`${name}: what was acknowledged is there after closing and opening`, async () => {
    const folder = await temporaryFolder();
    let store = await engine.open(folder);
    await Promise.all(Array.from({ length: 50 }, (_, at) => put(store, `key ${at}`, `value ${at}`)));
    await store.transact(['key 7'], (tx) => tx.delete('mail', bytes('key 7')));
    await store.close();
    store = await engine.open(folder);
    try {
      for (let at = 0; at < 50; at += 1) {
        expect(text(await store.get('mail', bytes(`key ${at}`)))).toBe(at === 7 ? undefined : `value ${at}`);
      }
      expect(await store.count('mail')).toBe(49);
      await expectSound(store);
    } finally {
      await store.close();
    }
  });

  test(`${name}: closing waits for transactions at work; afterwards everything says closed`, async () => {
    const folder = await temporaryFolder();
    const store = await engine.open(folder);
    const commits = Array.from({ length: 20 }, (_, at) => put(store, `key ${at}`, 'x'));
    await Promise.all([...commits, store.close()]);
    await store.close();
    await expect(store.transact(['a'], () => undefined)).rejects.toMatchObject({ code: 'closed' });
    await expect(async () => store.get('mail', bytes('a'))).rejects.toMatchObject({ code: 'closed' });
    await expect(async () => store.scan('mail', { limit: 1 })).rejects.toMatchObject({ code: 'closed' });
    await expect(async () => store.check()).rejects.toMatchObject({ code: 'closed' });
    const again = await engine.open(folder);
    expect(await again.count('mail')).toBe(20);
    await again.close();
  });

  test(`${name}: the same folder cannot be opened twice`, () =>
    withStore(engine, async (store, folder) => {
      await expect(engine.open(folder)).rejects.toMatchObject({ code: 'profile-in-use' });
      await put(store, 'a', 'still works');
      await expect(engine.open(folder)).rejects.toMatchObject({ code: 'profile-in-use' });
    }));

  test(`${name}: the check can be ended`, () =>
    withStore(engine, async (store) => {
      await put(store, 'a', 'x');
      await expect(store.check(AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted' });
    }));

  test(`${name}: killed under load, it has every acknowledged transaction and no half of one`, async () => {
    const folder = await temporaryFolder();
    let acknowledged = 0;
    for (let round = 0; round < 3; round += 1) {
      const child = startChild(engine.loadScript, [folder, String(acknowledged)]);
      const lines: string[] = [];
      for (let count = 0; count < 150 * (round + 1); count += 1) lines.push((await child.line())!);
      lines.push(...(await child.kill()));
      const numbers = lines.map(Number);
      const store = await engine.open(folder);
      try {
        for (const number of numbers) {
          const key = Buffer.alloc(8);
          key.writeBigUInt64BE(BigInt(number));
          expect((await store.get('mail', key))?.length).toBe(number % 2000);
          expect(Buffer.from((await store.get('names', key))!).equals(key)).toBe(true);
        }
        const mail = await store.scan('mail', { limit: 10_000 });
        const names = await store.scan('names', { limit: 10_000 });
        expect(mail.map(({ key }) => Buffer.from(key).toString('hex'))).toEqual(
          names.map(({ key }) => Buffer.from(key).toString('hex')),
        );
        expect(mail.length).toBeGreaterThanOrEqual(numbers.length);
        await expectSound(store);
      } finally {
        await store.close();
      }
      acknowledged = Math.max(acknowledged, ...numbers) + 100;
    }
  });

  const keys = fc.constantFrom('', 'a', 'aa', 'ab', 'b', 'c', 'ca', 'd');
  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('put' as const), key: keys, value: fc.string({ maxLength: 9 }) }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), key: keys }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('scan' as const),
        from: fc.option(fc.tuple(keys, fc.boolean())),
        to: fc.option(fc.tuple(keys, fc.boolean())),
        reverse: fc.boolean(),
        limit: fc.integer({ min: 1, max: 9 }),
      }),
    },
  );
  const transaction = fc.record({ steps: fc.array(step, { maxLength: 8 }), fails: fc.boolean(), waits: fc.boolean() });

  test(`${name}: does what a map would do, whatever comes`, () =>
    withStore(engine, async (store) => {
      const rows = (model: ReadonlyMap<string, string>, scan: Scan): string[] => {
        const within = [...model].filter(
          ([key]) =>
            (scan.gte === undefined || key >= text(scan.gte)!) &&
            (scan.gt === undefined || key > text(scan.gt)!) &&
            (scan.lte === undefined || key <= text(scan.lte)!) &&
            (scan.lt === undefined || key < text(scan.lt)!),
        );
        const sorted = within.sort(([a], [b]) => (a < b ? -1 : 1));
        return (scan.reverse === true ? sorted.reverse() : sorted)
          .slice(0, scan.limit)
          .map(([key, value]) => `${key}=${value}`);
      };
      await fc.assert(
        fc.asyncProperty(fc.array(transaction, { maxLength: 20 }), async (transactions) => {
          await store.transact(['all'], async (tx) => {
            for (const { key } of await tx.scan('mail', { limit: 100 })) tx.delete('mail', key);
          });
          let model = new Map<string, string>();
          const running: Promise<unknown>[] = [];
          for (const { steps, fails, waits } of transactions) {
            const next = new Map(model);
            const checks: [Scan, string[]][] = [];
            const todo: ((tx: Parameters<Parameters<Store['transact']>[1]>[0]) => void | Promise<void>)[] = [];
            for (const one of steps) {
              if (one.kind === 'put') {
                next.set(one.key, one.value);
                todo.push((tx) => tx.put('mail', bytes(one.key), bytes(one.value)));
              } else if (one.kind === 'delete') {
                next.delete(one.key);
                todo.push((tx) => tx.delete('mail', bytes(one.key)));
              } else {
                const scan: Scan = {
                  ...(one.from === null ? {} : { [one.from[1] ? 'gte' : 'gt']: bytes(one.from[0]) }),
                  ...(one.to === null ? {} : { [one.to[1] ? 'lte' : 'lt']: bytes(one.to[0]) }),
                  reverse: one.reverse,
                  limit: one.limit,
                };
                checks.push([scan, rows(next, scan)]);
                const expected = rows(next, scan);
                todo.push(async (tx) => expect(texts(await tx.scan('mail', scan))).toEqual(expected));
              }
            }
            const done = store.transact(['all'], async (tx) => {
              for (const one of todo) await one(tx);
              if (fails) throw new Error('as planned');
            });
            running.push(fails ? expect(done).rejects.toThrow('as planned') : done);
            if (!fails) model = next;
            if (waits) await Promise.all(running);
          }
          await Promise.all(running);
          const all: Scan = { limit: 100 };
          expect(texts(await store.scan('mail', all))).toEqual(rows(model, all));
          expect(await store.count('mail')).toBe(model.size);
        }),
        { numRuns: 60 },
      );
      await expectSound(store);
    }));
}
