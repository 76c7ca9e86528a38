import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { KnownOpenings } from '../../../node/flows/known-openings.ts';
import { openPeerStore } from '../../../node/store/store.ts';
import { openLevelStore } from '../../../rendezvous/store/level-store.ts';
import { noteOpening, type Opening } from '../../../rendezvous/store/openings.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { toHex } from '../../../shared/ids.ts';
import { MAX_OPENINGS } from '../../../shared/wire/limits.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const nameOf = ({ count, id }: Opening): string => `${String(count)} ${toHex(id)}`;
const server = new Uint8Array(38).fill(7);

/** A server's store that is opened, copied and put back as an operator would: while nothing has it open. */
async function operated(root: string) {
  const folder = join(root, 'store');
  const copy = join(root, 'copy');
  return {
    async start(): Promise<readonly Opening[]> {
      const store = await openLevelStore(folder);
      try {
        return await noteOpening(store, systemRandom);
      } finally {
        await store.close();
      }
    },
    async backUp(): Promise<void> {
      await rm(copy, { recursive: true, force: true });
      await cp(folder, copy, { recursive: true });
    },
    async restore(): Promise<void> {
      await rm(folder, { recursive: true });
      await cp(copy, folder, { recursive: true });
    },
  };
}

async function client(root: string) {
  const folder = join(root, 'peer');
  const key = systemRandom(32);
  let store = await openPeerStore(folder, key);
  let known = new KnownOpenings(store);
  onTestFinished(() => store.close());
  return {
    meets(openings: readonly Opening[]) {
      return known.standingOf({ server, openings });
    },
    remember: (openings: readonly Opening[]) => known.remember({ server, openings }, () => new Set<string>()),
    async restart(): Promise<void> {
      await store.close();
      store = await openPeerStore(folder, key);
      known = new KnownOpenings(store);
    },
  };
}

test('each start counts on, under an id of its own, and the last ones are told', async () => {
  const { start } = await operated(await temporaryFolder());
  const all: Opening[] = [];
  for (let i = 1; i <= MAX_OPENINGS + 3; i += 1) {
    const openings = await start();
    all.push(openings.at(-1)!);
    expect(all.at(-1)!.count).toBe(i);
    expect(openings.map(nameOf)).toEqual(all.slice(-MAX_OPENINGS).map(nameOf));
  }
  expect(new Set(all.map(({ id }) => toHex(id))).size).toBe(all.length);
});

test('a store that was set back is found out, and no other, whatever came in between', async () => {
  const parameters = {
    /** Starts before the copy, between copy and restoring, and after it before the client looks. */
    before: fc.integer({ min: 1, max: 4 }),
    between: fc.integer({ min: 1, max: 6 }),
    after: fc.integer({ min: 1, max: 6 }),
    /** Which of those in between the client last saw: one of them, or none since the copy. */
    seen: fc.integer({ min: 0, max: 6 }),
    clientRestarts: fc.boolean(),
  };
  let [found, unharmed] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.record(parameters), async ({ before, between, after, seen, clientRestarts }) => {
      const root = await temporaryFolder();
      const store = await operated(root);
      const peer = await client(root);
      let openings: readonly Opening[] = [];
      for (let i = 0; i < before; i += 1) openings = await store.start();
      expect(peer.meets(openings)).toBe('new');
      await peer.remember(openings);
      await store.backUp();
      const sawNew = Math.min(seen, between);
      for (let i = 1; i <= between; i += 1) {
        openings = await store.start();
        if (i > sawNew) continue;
        expect(peer.meets(openings)).toBe('later');
        await peer.remember(openings);
        expect(peer.meets(openings)).toBe('same');
      }
      await store.restore();
      if (clientRestarts) await peer.restart();
      for (let i = 0; i < after; i += 1) openings = await store.start();
      // Who saw nothing since the copy has lost nothing.
      expect(peer.meets(openings)).toBe(sawNew === 0 ? 'later' : 'set-back');
      if (sawNew === 0) unharmed += 1;
      else found += 1;
      await peer.remember(openings);
      expect(peer.meets(openings)).toBe('same');
      expect(peer.meets(await store.start())).toBe('later');
    }),
    { numRuns: 40 },
  );
  expect(found).toBeGreaterThan(10);
  expect(unharmed).toBeGreaterThan(0);
}, 120_000);

test('who was away for longer than the list goes back takes the store for set back', async () => {
  const root = await temporaryFolder();
  const store = await operated(root);
  const peer = await client(root);
  await peer.remember(await store.start());
  let openings: readonly Opening[] = [];
  for (let i = 0; i < MAX_OPENINGS - 1; i += 1) openings = await store.start();
  expect(peer.meets(openings)).toBe('later');
  expect(peer.meets(await store.start())).toBe('set-back');
});
