/**
 * A profile whose files the disk spoilt, opened by the whole program: it opens, it says so, and what can be repaired is.
 * Nothing is made up here but the damage: real peers, a real server, real files.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { profilePaths } from '../../node/store/profile-folder.ts';
import type { PeerTable } from '../../node/store/peer-store.ts';
import { KEY_BYTES, TABLE_BYTES } from '../../node/store/tables.ts';
import { LevelHandle } from '../../shared/storage/level-handle.ts';
import { aServer, befriend, PASSWORD, someone, type TestPerson } from '../support/people.ts';
import { copyOf, cutFile, filesUnder } from '../support/storage.ts';
import { until } from '../support/until.ts';

const TEXTS = ['1', '2', '3', '4', '5', '6'];

const openRows = (store: string): Promise<LevelHandle> => LevelHandle.open(join(store, 'rows'), 'disk-full', 1 << 20);

/** Has LevelDB write its log into a table file. */
async function settle(store: string): Promise<void> {
  await (await openRows(store)).close();
}

/** Rows of a table as they are stored, by sequence; read from a copy, so that the files stay as they are. */
async function storedRows(store: string, table: PeerTable): Promise<Map<bigint, Uint8Array>> {
  const level = await openRows(await copyOf(store));
  const [lower, upper] = [Buffer.from([TABLE_BYTES[table]]), Buffer.from([TABLE_BYTES[table] + 1])];
  const rows = await level.rows({ lower, lowerOpen: false, upper, upperOpen: true, reverse: false, limit: 1_000 });
  await level.close();
  return new Map(rows.map(([key, stored]) => [Buffer.from(key).readBigUInt64BE(KEY_BYTES - 8), stored]));
}

/** Flips one bit in the middle of these bytes, wherever they lie in files of this kind. */
async function flipIn(store: string, kind: '.ldb' | '.log', bytes: Uint8Array): Promise<void> {
  for (const path of await filesUnder(join(store, 'rows'))) {
    const file = await readFile(path);
    const at = path.endsWith(kind) ? file.indexOf(bytes) : -1;
    if (at < 0) continue;
    file[at + (bytes.length >> 1)]! ^= 1;
    await writeFile(path, file);
    return;
  }
  throw new Error(`no ${kind} has this row`);
}

async function flipRows(
  store: string,
  kind: '.ldb' | '.log',
  table: PeerTable,
  sequences: readonly bigint[],
): Promise<void> {
  const rows = await storedRows(store, table);
  for (const sequence of sequences) await flipIn(store, kind, rows.get(sequence)!);
}

/** Ann has sent her texts, bob has them, and has answered. */
async function twoWhoTalked(): Promise<{ ann: TestPerson; bob: TestPerson }> {
  const server = await aServer();
  const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
  await befriend(ann, 'ann', bob, 'bob');
  await bob.peer.send({ to: 'ann', text: 'from bob' });
  await until('bob’s is there', () => ann.texts('bob').length === 1);
  for (const text of TEXTS) await ann.peer.send({ to: 'bob', text });
  await until('all there', () => fromAnn(bob).length === TEXTS.length);
  await until('all delivered', () =>
    [ann.peer.history({ with: 'bob' }), bob.peer.history({ with: 'ann' })]
      .flat()
      .every(({ direction, state }) => direction === 'in' || state === 'delivered'),
  );
  return { ann, bob };
}

const fromAnn = (bob: TestPerson): string[] =>
  bob.peer
    .history({ with: 'ann' })
    .filter(({ direction }) => direction === 'in')
    .map(({ text }) => text);

async function damaged(bob: TestPerson, damage: (store: string) => Promise<void>): Promise<void> {
  await bob.peer.stop();
  await damage(profilePaths(bob.folder).store);
  bob.events.length = 0;
  await bob.restart();
  await bob.peer.login({ password: PASSWORD });
}

const wasTold = (bob: TestPerson, code: string): boolean =>
  bob.events.some((event) => event.type === 'state' && event.missing.includes(code));

/** It is said, and then that it is repaired; reading the chat is what a person does meanwhile. */
async function saysAndRepairs(bob: TestPerson): Promise<void> {
  await until('it is said', () => fromAnn(bob) && wasTold(bob, 'store-damaged'));
  await until('it is repaired', () => {
    const { missing } = bob.peer.status();
    return missing.includes('store-repaired') && !missing.includes('store-damaged');
  });
}

/** And both go on. */
async function talk(ann: TestPerson, bob: TestPerson): Promise<void> {
  await ann.peer.send({ to: 'bob', text: 'on' });
  await bob.peer.send({ to: 'ann', text: 'on as well' });
  await until('both ways', () => fromAnn(bob).at(-1) === 'on' && ann.texts('bob').includes('on as well'));
}

interface Way {
  readonly what: string;
  readonly damage: (store: string) => Promise<void>;
  /** What the status says of it afterwards. */
  readonly noted: object;
}

const ways: readonly Way[] = [
  {
    what: 'bits of texts in a table file',
    noted: { rows: { history: 3 }, lostContents: 1, lostBatches: 0 },
    async damage(store) {
      await settle(store);
      await flipRows(store, '.ldb', 'history', [1n, 3n, 4n]);
    },
  },
  {
    what: 'a bit of a text in the log',
    noted: {},
    damage: (store) => flipRows(store, '.log', 'history', [4n]),
  },
  {
    what: 'a log that has lost its end',
    noted: { lostBatches: expect.toSatisfy((count: number) => count > 0) as number },
    async damage(store) {
      const rows = await storedRows(store, 'history');
      const log = (await filesUnder(join(store, 'rows'))).find((path) => path.endsWith('.log'))!;
      const file = await readFile(log);
      await cutFile(log, (file.indexOf(rows.get(5n)!) + 1) / file.length);
    },
  },
  {
    what: 'a bit of the contact',
    noted: { rows: { contacts: 1 }, lostBatches: 0 },
    async damage(store) {
      await settle(store);
      await flipRows(store, '.ldb', 'contacts', [...(await storedRows(store, 'contacts')).keys()].slice(0, 1));
    },
  },
  {
    what: 'a bit of a prekey',
    noted: { rows: { prekeys: 1 }, lostContents: 0, lostBatches: 0 },
    async damage(store) {
      await settle(store);
      await flipRows(store, '.ldb', 'prekeys', [...(await storedRows(store, 'prekeys')).keys()].slice(0, 1));
    },
  },
];

for (const { what, damage, noted } of ways) {
  test(`${what}: it opens, says so, and the friend’s texts are there again`, { timeout: 90_000 }, async () => {
    const { ann, bob } = await twoWhoTalked();
    await damaged(bob, damage);
    await saysAndRepairs(bob);
    expect(bob.peer.status().damage).toMatchObject(noted);
    await until('all texts', () => fromAnn(bob).length >= TEXTS.length);
    expect(fromAnn(bob)).toEqual(TEXTS);
    await talk(ann, bob);
    expect(fromAnn(bob)).toEqual([...TEXTS, 'on']);
    // As after a crash: the next start counts the rows anew. It is repaired once and for all, and what was found stays noted.
    const before = bob.peer.status().damage;
    await damaged(bob, (store) => rm(join(store, 'index')));
    expect(bob.peer.status()).toMatchObject({ damage: before, missing: ['store-repaired'] });
    expect(wasTold(bob, 'store-damaged')).toBe(false);
  });
}
