/** Rows that the disk spoilt behind the store's back: seen, told, and asked for where a friend has them. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { CHAT_SEQ, STATE } from '../../../node/core/rows.ts';
import type { FlowContext } from '../../../node/flows/context.ts';
import { epochId } from '../../../node/flows/lane-rows.ts';
import { historyPage, lastMessageOf } from '../../../node/flows/read-history.ts';
import { createStoreCheck, type StoreCheck } from '../../../node/flows/store-check.ts';
import { KEY_BYTES, TABLE_BYTES } from '../../../node/store/tables.ts';
import { systemClock } from '../../../shared/clock.ts';
import type { PeerTable } from '../../../node/store/peer-store.ts';
import { silentLog } from '../../../shared/log.ts';
import { LevelHandle } from '../../../shared/storage/level-handle.ts';
import { chatOf, textsOf } from '../../support/chat-views.ts';
import { createWorld, type Party, type World } from '../../support/message-world.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

const DAY_MS = 24 * 60 * 60_000;

async function world(): Promise<World> {
  const made = await createWorld(await temporaryFolder());
  onTestFinished(() => made.stop());
  return made;
}

const isDelivered = (party: Party): boolean => party.states().every((state) => state >= STATE.delivered);

/** Spoils rows of a table in this store, which has one group of such sequences: a bit of each, or all of it. */
async function spoil(
  folder: string,
  sequences: readonly bigint[],
  how: 'bit' | 'gone',
  table: PeerTable = 'history',
  count = sequences.length,
): Promise<void> {
  const level = await LevelHandle.open(join(folder, 'rows'), 'disk-full', 1 << 20);
  try {
    const [lower, upper] = [Buffer.from([TABLE_BYTES[table]]), Buffer.from([TABLE_BYTES[table] + 1])];
    const rows = await level.rows({ lower, lowerOpen: false, upper, upperOpen: true, reverse: false, limit: 1_000 });
    const spoilt = rows
      .filter(([key]) => sequences.includes(Buffer.from(key).readBigUInt64BE(KEY_BYTES - 8)))
      .map(([key, stored]) => {
        const value = Buffer.from(stored);
        value[value.length >> 1]! ^= 1;
        return { key, value: how === 'bit' ? value : undefined };
      });
    expect(spoilt).toHaveLength(count);
    await level.write(spoilt);
  } finally {
    await level.close();
  }
}

interface Check extends StoreCheck {
  /** What the status said, each time that it was told to have changed. */
  readonly told: readonly string[];
}

function checkOf(party: Party, ahead = 0): Check {
  const told: string[] = [];
  const check = createStoreCheck(
    { store: party.store, log: silentLog, clock: { ...systemClock, wall: () => systemClock.wall() + ahead } },
    {
      repair: (signal) => party.messaging.repair(signal),
      takenOutBefore: () => new Map(),
      prekeysLost: () => Promise.resolve(),
      changed: () => told.push(...check.faults()),
    },
  );
  for (const table of party.damaged) check.suspect(table);
  return { ...check, told };
}

const look = (check: Check): Promise<void> => check.check(AbortSignal.timeout(30_000));

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
      expect(check.faults()).toEqual(['store-damaged']);
      await look(check);
      expect(check.told).toContain('store-damaged');
      expect(check.faults()).toEqual(['store-repaired']);
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

/** As after a crash: the index is read from the keys, and does not know of what is gone. */
const withoutIndex = (folder: string): Promise<void> => rm(join(folder, 'index'));

for (const way of ['link', 'mailbox'] as const) {
  it(`texts that vanished without a trace come back to where they stood (${way})`, { timeout: 60_000 }, async () => {
    const { a, b, connect } = await world();
    if (way === 'link') connect();
    const texts = ['1', '2', '3', '4', '5', '6'];
    for (const text of texts) await a.send(text);
    await until('there', () => b.texts().length === 6 && isDelivered(a));
    // At the beginning, between others, and at the end.
    await b.whileStopped(async (folder) => {
      await spoil(folder, [1n, 3n, 4n, 6n], 'gone');
      await withoutIndex(folder);
    });
    expect(b.texts()).toEqual(['2', '5']);
    if (way === 'link') connect();
    const check = checkOf(b);
    await look(check);
    expect(check.told).toContain('store-damaged');
    expect(check.faults()).toEqual(['store-repaired']);
    await until('all back', () => b.texts().length === 6);
    expect(b.texts()).toEqual(texts);
    await look(check);
    await a.send('7');
    await until('on', () => b.texts().at(-1) === '7' && isDelivered(a));
    expect(b.texts()).toEqual([...texts, '7']);
    await until('agreed', () => a.messaging.stand(b.own.account).sentAgreed >= 6n);
    expect(a.messaging.faults()).toEqual([]);
  });
}

it('what came late, and stands elsewhere than its number, is not asked for again', { timeout: 60_000 }, async () => {
  const { a, b, connect } = await world();
  connect();
  for (const [i, text] of ['1', '2', '3', '4'].entries()) {
    await a.send(text);
    await until('there', () => b.texts().length === i + 1);
    if (i === 1) await b.send('between');
    await until('back', () => isDelivered(a) && isDelivered(b));
  }
  const lose = (positions: readonly bigint[]): Promise<void> =>
    b.whileStopped(async (folder) => {
      await spoil(folder, positions, 'gone');
      await withoutIndex(folder);
    });
  // '2' and ours: which stood where is not known, so it comes to where the chat is now.
  await lose([2n, 3n]);
  connect();
  await look(checkOf(b));
  await until('late', () => b.texts().length === 4);
  expect(b.texts()).toEqual(['1', '3', '4', '2']);
  await until('settled', () => isDelivered(a));
  // Its gap is still there when others are found.
  await lose([5n]);
  connect();
  await look(checkOf(b));
  await until('back', () => b.texts().includes('4'));
  await a.send('5');
  await until('on', () => b.texts().includes('5') && isDelivered(a));
  expect(b.texts()).toEqual(['1', '3', '4', '2', '5']);
});

for (const how of ['bit', 'gone'] as const) {
  it(`a deleted history does not come back with what stood behind it (${how})`, { timeout: 60_000 }, async () => {
    const { a, b, connect } = await world();
    connect();
    for (const text of ['old 1', 'old 2', 'old 3']) await a.send(text);
    await until('there', () => b.texts().length === 3 && isDelivered(a));
    await b.messaging.clearHistory(a.own.account);
    for (const text of ['new 1', 'new 2', 'new 3']) await a.send(text);
    await until('there', () => b.texts().length === 3 && isDelivered(a));
    await b.whileStopped(async (folder) => {
      await spoil(folder, [4n, 5n], how);
      if (how === 'gone') await withoutIndex(folder);
    });
    connect();
    await look(checkOf(b));
    await until('back', () => b.texts().length >= 3);
    await a.send('new 4');
    await until('on', () => b.texts().includes('new 4') && isDelivered(a));
    expect(b.texts()).toEqual(['new 1', 'new 2', 'new 3', 'new 4']);
  });
}

it('what was asked for when the history was deleted does not come back either', { timeout: 60_000 }, async () => {
  const { a, b, connect } = await world();
  connect();
  await a.send('1');
  await until('there', () => b.texts().length === 1 && isDelivered(a));
  await b.send('between');
  await until('answered', () => isDelivered(b));
  await a.send('2');
  await until('there', () => b.texts().length === 2 && isDelivered(a));
  await b.whileStopped((folder) => spoil(folder, [1n, 2n], 'bit'));
  await look(checkOf(b));
  expect(b.messaging.counters(a.own.account).inbox.at(-1)?.torn).toHaveLength(1);
  await b.messaging.clearHistory(a.own.account);
  connect();
  await a.send('3');
  await until('on', () => b.texts().includes('3') && isDelivered(a));
  // A link that comes up compares.
  await a.restart();
  connect();
  await until('agreed', () => a.messaging.stand(b.own.account).sentAgreed >= 3n);
  expect(a.messaging.faults()).toEqual([]);
  expect(b.texts()).toEqual(['3']);
});

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
    await look(checkOf(b));
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
  await look(check);
  expect(check.told).toContain('store-damaged');
  expect(check.faults()).toEqual(['store-repaired']);
});

it('a sound store says so', async () => {
  const { a } = await world();
  const check = checkOf(a);
  await look(check);
  expect(check.damaged()).toEqual([]);
});

for (const how of ['bit', 'gone'] as const) {
  it(`texts that wait are made anew from the history (outbox, ${how})`, { timeout: 60_000 }, async () => {
    const { a, b, connect, mailboxes } = await world();
    connect();
    await a.send('1');
    await until('there', () => b.texts().length === 1 && isDelivered(a));
    mailboxes.away = true;
    await a.restart();
    for (const text of ['2', '3', '4']) await a.send(text);
    const numbers = a.store.sequences('outbox', b.own.account, { limit: 10 });
    expect(numbers).toHaveLength(3);
    await a.whileStopped((folder) => spoil(folder, numbers.slice(0, 2), how, 'outbox'));
    expect(a.states().slice(1)).toEqual([STATE.queued, STATE.queued, STATE.queued]);
    mailboxes.away = false;
    connect();
    await until('all there', () => b.texts().length === 4 && isDelivered(a));
    expect(b.texts()).toEqual(['1', '2', '3', '4']);
    const check = checkOf(a);
    await look(check);
    expect(check.damaged()).toEqual([]);
  });

  it(`counters are made anew, and no number is given twice (${how})`, { timeout: 60_000 }, async () => {
    const { a, b, connect } = await world();
    connect();
    for (const i of [1, 2]) {
      await a.send(`a${i.toString()}`);
      await b.send(`b${i.toString()}`);
    }
    await until('settled', () => isDelivered(a) && isDelivered(b) && a.texts().length === 2 && b.texts().length === 2);
    const before = a.messaging.counters(b.own.account).nextNumber;
    await a.whileStopped((folder) => spoil(folder, [0n], how, 'contacts'));
    expect(a.messaging.counters(b.own.account).nextNumber).toBeGreaterThan(before);
    connect();
    await b.send('b3');
    await a.send('a3');
    await until(
      'both ways',
      () => a.texts().length === 3 && b.texts().length === 3 && isDelivered(a) && isDelivered(b),
    );
    expect(a.texts()).toEqual(['b1', 'b2', 'b3']);
    expect(b.texts()).toEqual(['a1', 'a2', 'a3']);
    await until('agreed', () => a.messaging.stand(b.own.account).sentAgreed >= 3n);
    expect(a.messaging.faults()).toEqual([]);
    expect(b.messaging.faults()).toEqual([]);
    const check = checkOf(a);
    await look(check);
    await look(check);
    expect(check.damaged()).toEqual([]);
  });
}

it('what was held and cannot be read is asked for again', { timeout: 60_000 }, async () => {
  const { a, b, mailboxes } = await world();
  await a.send('1');
  await until('there', () => b.texts().length === 1 && isDelivered(a));
  mailboxes.dropNext = 1;
  for (const text of ['2', '3', '4']) await a.send(text);
  const inbox = () => b.messaging.counters(a.own.account).inbox.at(-1);
  const held = (): readonly bigint[] =>
    b.store.sequences('held', epochId(a.own.account, inbox()?.epoch ?? 0n), { limit: 10 });
  await until('held', () => held().length === 2);
  const [first] = held();
  if (first === undefined) throw new Error('held');
  await b.whileStopped((folder) => spoil(folder, [first], 'bit', 'held'));
  await until('all there', () => b.texts().length === 4 && isDelivered(a));
  expect(b.texts()).toEqual(['1', '2', '3', '4']);
  const check = checkOf(b);
  await look(check);
  expect(check.damaged()).toEqual([]);
});

it('a damaged row stops nobody from reading, sending, receiving and telling so', { timeout: 60_000 }, async () => {
  const { a, b, connect } = await world();
  connect();
  for (const text of ['1', '2', '3']) await a.send(text);
  await until('there', () => b.texts().length === 3 && isDelivered(a));
  await b.send('answer');
  await until('answered', () => a.texts().length === 1 && isDelivered(b));
  // Of b: the friend's second and third text, and our answer; of a: its newest row.
  await b.whileStopped((folder) => spoil(folder, [2n, 3n, 4n], 'bit'));
  await a.whileStopped((folder) => spoil(folder, [4n], 'bit'));
  connect();
  const page = (party: Party, friend: Party): readonly string[] =>
    historyPage(
      { store: party.store },
      friend.own.account,
      party.messaging.counters(friend.own.account),
      party.messaging.stateOf,
      { limit: 2 },
    ).map(({ text }) => text);
  expect(page(b, a)).toEqual(['1']);
  expect(page(a, b)).toEqual(['2', '3']);
  const counters = b.messaging.counters(a.own.account);
  const last = lastMessageOf({ store: b.store } as FlowContext, a.own.account, counters, b.messaging.stateOf);
  expect(last?.text).toBe('1');
  await a.send('4');
  await until('there', () => page(b, a).includes('4'));
  await b.messaging.markRead(a.own.account, 5n);
  await until('read', () => a.messaging.counters(b.own.account).friendRead >= 4n);
  await b.send('on');
  await until('there', () => page(a, b).includes('on'));
});

it('a contact whose row is gone is there again with all that is left', { timeout: 60_000 }, async () => {
  const { a, b, connect } = await world();
  connect();
  await a.send('1');
  await b.send('2');
  await until('settled', () => isDelivered(a) && isDelivered(b) && a.texts().length === 1 && b.texts().length === 1);
  const contact = a.messaging.contacts.get(b.own.account);
  const { nextNumber } = a.messaging.counters(b.own.account);
  if (contact === undefined) throw new Error('a friend');
  const index = a.store.sequences('contacts', new Uint8Array(0), { limit: 1 })[0] ?? 0n;
  // The sums' row has the same sequence under another id, and is spoilt as well.
  const same = 1 + a.store.sequences('contacts', b.own.account, { from: index, to: index, limit: 1 }).length;
  await a.whileStopped((folder) => spoil(folder, [index], 'bit', 'contacts', same));
  expect(a.messaging.contacts.all()).toEqual([]);
  await a.messaging.restore(contact);
  expect(a.messaging.counters(b.own.account).nextNumber).toBe(nextNumber);
  connect();
  await a.send('3');
  await until('there', () => b.texts().length === 2 && isDelivered(a));
  expect(b.texts()).toEqual(['1', '3']);
});

it('what the person had deleted stays so where its place is spoilt, and so does what its author took back', async () => {
  const { a, b, connect } = await world();
  connect();
  for (const text of ['one', 'two', 'three', 'four']) await a.send(text);
  await until('there', () => b.texts().length === 4 && isDelivered(a));
  await b.messaging.acts.hide(a.own.account, 2n);
  await a.messaging.acts.edit(b.own.account, 4n, 'four, edited');
  await a.messaging.acts.takeBack(b.own.account, 3n);
  await until('taken back', () => chatOf(b, a).some(({ deleted }) => deleted));
  await until('settled', () => a.messaging.outbox().waiting === 0);
  expect(textsOf(b, a)).toEqual(['one', '', 'four, edited']);
  // Both holes, and the edit itself.
  await b.whileStopped((folder) => spoil(folder, [2n, 3n, 5n], 'bit'));
  connect();
  await look(checkOf(b));
  const rows = (): bigint[] => b.store.sequences('history', a.own.account, { limit: 100 }).slice();
  await until('all back', () => rows().length === 6);
  await a.send('five');
  await until('on', () => textsOf(b, a).includes('five') && isDelivered(a));
  expect(textsOf(b, a)).toEqual(['one', 'four, edited', 'five']);
  await until('agreed', () => a.messaging.stand(b.own.account).sentAgreed >= 6n);
});

it(
  'how a chat was had is as at first where its row cannot be read, and can be set again',
  { timeout: 60_000 },
  async () => {
    const { a, b, connect } = await world();
    connect();
    await a.send('1');
    await until('there', () => b.texts().length === 1 && isDelivered(a));
    await a.messaging.setChat(b.own.account, { archived: true, draft: 'half a thought' });
    await a.whileStopped((folder) => spoil(folder, [CHAT_SEQ], 'bit', 'contacts'));
    const first = { archived: false, muted: false, draft: '' };
    expect(a.messaging.chat(b.own.account)).toEqual(first);
    const check = checkOf(a);
    await look(check);
    expect(check.told).toContain('store-repaired');
    // For days; a clock that was ahead when it was repaired, and is right now, does not make years of them.
    const faultsAt = (days: number) => checkOf({ ...a, damaged: new Set() }, days * DAY_MS).faults();
    expect([-1, 0, 1].map(faultsAt)).toEqual(Array.from({ length: 3 }, () => ['store-repaired']));
    expect([-3_650, 4].map(faultsAt)).toEqual([[], []]);
    await a.messaging.setChat(b.own.account, { muted: true });
    await a.restart();
    expect(a.messaging.chat(b.own.account)).toEqual({ ...first, muted: true });
    connect();
    await a.send('2');
    await until('there', () => b.texts().length === 2 && isDelivered(a));
  },
);
