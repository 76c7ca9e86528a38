/** Rows that the disk spoilt behind the store's back: seen, told, and asked for where a friend has them. */
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { STATE } from '../../../node/core/rows.ts';
import { createStoreCheck, type StoreCheck } from '../../../node/flows/store-check.ts';
import { KEY_BYTES, TABLE_BYTES } from '../../../node/store/tables.ts';
import { silentLog } from '../../../shared/log.ts';
import { LevelHandle } from '../../../shared/storage/level-handle.ts';
import { createWorld, type Party, type World } from '../../support/message-world.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

async function world(): Promise<World> {
  const made = await createWorld(await temporaryFolder());
  onTestFinished(() => made.stop());
  return made;
}

const isDelivered = (party: Party): boolean => party.states().every((state) => state >= STATE.delivered);

/** Spoils rows of the only group of a table in this store: a bit of each, or all of it. */
async function spoil(
  folder: string,
  positions: readonly bigint[],
  how: 'bit' | 'gone',
  table: 'history' | 'sessions' = 'history',
): Promise<void> {
  const level = await LevelHandle.open(join(folder, 'rows'), 'disk-full', 1 << 20);
  try {
    const [lower, upper] = [Buffer.from([TABLE_BYTES[table]]), Buffer.from([TABLE_BYTES[table] + 1])];
    const rows = await level.rows({ lower, lowerOpen: false, upper, upperOpen: true, reverse: false, limit: 1_000 });
    const spoilt = rows
      .filter(([key]) => positions.includes(Buffer.from(key).readBigUInt64BE(KEY_BYTES - 8)))
      .map(([key, stored]) => {
        const value = Buffer.from(stored);
        value[value.length >> 1]! ^= 1;
        return { key, value: how === 'bit' ? value : undefined };
      });
    expect(spoilt).toHaveLength(positions.length);
    await level.write(spoilt);
  } finally {
    await level.close();
  }
}

const checkOf = (party: Party): StoreCheck =>
  createStoreCheck(
    { store: party.store, log: silentLog },
    { repairHistories: (signal) => party.messaging.repairHistories(signal) },
  );

for (const way of ['link', 'mailbox'] as const) {
  for (const how of ['bit', 'gone'] as const) {
    it(`texts of a friend come back to where they stood (${how}, ${way})`, { timeout: 60_000 }, async () => {
      const { a, b, connect } = await world();
      if (way === 'link') connect();
      const texts = ['1', '2', '3', '4', '5', '6'];
      for (const text of texts) await a.send(text);
      await until('there', () => b.texts().length === 6 && isDelivered(a));
      await b.whileStopped((folder) => spoil(folder, [3n, 4n, 6n], how));
      expect(() => b.texts()).toThrow(expect.objectContaining({ code: 'store-damaged' }) as Error);
      if (way === 'link') connect();
      const check = checkOf(b);
      await check.check(AbortSignal.timeout(30_000));
      expect(check.damaged()).toContain('history');
      await until('all back', () => b.texts().length === 6);
      expect(b.texts()).toEqual(texts);
      await a.send('7');
      await until('on', () => b.texts().at(-1) === '7' && isDelivered(a));
      expect(b.texts()).toEqual([...texts, '7']);
      await until('agreed', () => a.messaging.stand(b.own.account).sentAgreed >= 6n);
      expect(a.messaging.faults()).toEqual([]);
      await b.restart();
      expect(b.texts()).toEqual([...texts, '7']);
    });
  }
}

it(
  'what both wrote: the friend’s texts come back, ours are gone, and the rest can be read',
  { timeout: 60_000 },
  async () => {
    const { a, b, connect } = await world();
    connect();
    for (const i of [1, 2, 3]) {
      await a.send(`a${i.toString()}`);
      await until('there', () => b.texts().length === i);
      await b.send(`b${i.toString()}`);
      await until('back', () => a.texts().length === i);
    }
    await until('settled', () => isDelivered(a) && isDelivered(b));
    // The friend's second, and our second behind it.
    await b.whileStopped((folder) => spoil(folder, [3n, 4n], 'bit'));
    connect();
    await checkOf(b).check(AbortSignal.timeout(30_000));
    await until('back', () => b.texts().length === 3);
    expect(b.texts().sort()).toEqual(['a1', 'a2', 'a3']);
    expect(b.sent()).toEqual(['b1', 'b3']);
  },
);

it('a session that cannot be read is renewed', { timeout: 60_000 }, async () => {
  const { a, b, connect } = await world();
  connect();
  await a.send('before');
  await b.send('answer');
  await until('settled', () => isDelivered(a) && isDelivered(b) && b.states().length === 1 && b.texts().length === 1);
  const slots = b.store.scan('sessions', a.own.account, { limit: 10 }).map(({ seq }) => seq);
  expect(slots.length).toBeGreaterThan(0);
  await b.whileStopped((folder) => spoil(folder, slots, 'bit', 'sessions'));
  connect();
  await b.send('from the one without');
  await a.send('to the one without');
  await until('both ways', () => a.texts().length === 2 && b.texts().length === 2);
  const check = checkOf(b);
  await check.check(AbortSignal.timeout(30_000));
  expect(check.damaged()).toEqual(['sessions']);
});

it('a sound store says so', async () => {
  const { a } = await world();
  const check = checkOf(a);
  await check.check(AbortSignal.timeout(30_000));
  expect(check.damaged()).toEqual([]);
});
