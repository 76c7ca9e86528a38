/** How much one friend may make us send again: a friend who claims to have lost everything, with a real store and an unhurried clock. */
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ContactRow, CountersRow, HistoryRow } from '../../../node/core/generated/rows.js';
import { SUM_BYTES } from '../../../node/core/conversation-sum.ts';
import { DIRECTION, ONE_GROUP, RELATION, STATE } from '../../../node/core/rows.ts';
import type { FlowContext } from '../../../node/flows/context.ts';
import { Lane } from '../../../node/flows/lane.ts';
import { createStands, type StandPorts } from '../../../node/flows/stand.ts';
import type { Op } from '../../../node/store/peer-store.ts';
import { openPeerStore } from '../../../node/store/store.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { nodeKem } from '../../../shared/crypto/kem.ts';
import { silentLog } from '../../../shared/log.ts';
import { Content, StandContent } from '../../../shared/wire/generated/content.js';
import { CONTENT } from '../../../shared/wire/protocols.ts';
import { anAccount } from '../../support/account-world.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const TEXTS = 10_500;
const MAX_RESENT = 10_000;
const EPOCH = 3n;
const HOUR_MS = 60 * 60_000;
const NONE = new Uint8Array(0);

test('10,000 texts a day are sent again, and the rest another day', { timeout: 60_000 }, async () => {
  const store = await openPeerStore(join(await temporaryFolder(), 'store'), systemRandom(32));
  onTestFinished(() => store.close());
  const account = systemRandom(32);
  const ops = Array.from({ length: TEXTS }, (_, i): Op => {
    const number = BigInt(i + 1);
    const row: HistoryRow = {
      ...HistoryRow.decode(NONE),
      ...{ messageId: systemRandom(16), direction: DIRECTION.out, kind: CONTENT.text, body: Buffer.from(`text ${i}`) },
      ...{ state: STATE.queued, number, epoch: EPOCH, nextNumber: number + 1n },
    };
    return { op: 'insert', table: 'history', id: account, seq: number, value: HistoryRow.encode(row) };
  });
  for (let at = 0; at < ops.length; at += 1_000) await store.commit(ops.slice(at, at + 1_000));
  const counters = CountersRow.encode({
    ...CountersRow.decode(NONE),
    ...{ nextNumber: BigInt(TEXTS + 1), nextPosition: BigInt(TEXTS + 1), numberEpoch: EPOCH, sentCount: BigInt(TEXTS) },
  });
  const contact: ContactRow = { ...ContactRow.decode(NONE), account, relation: RELATION.friend };
  await store.commit([
    { op: 'put', table: 'contacts', id: ONE_GROUP, seq: 1n, value: ContactRow.encode(contact) },
    { op: 'put', table: 'contacts', id: account, seq: 0n, value: counters },
  ]);
  let now = 1_000_000;
  const own = anAccount('ann');
  const context: FlowContext = {
    ...{ own: () => own.own(), store, random: systemRandom, kem: nodeKem, log: silentLog },
    clock: { wall: () => now, monotonic: () => now },
  };
  const lane = new Lane(context, 1n, contact).load();
  // Nobody is there to whom anything could be said.
  const stands = createStands(context, { isPresent: () => false } as Partial<StandPorts> as StandPorts);
  onTestFinished(() => {
    stands.stop();
  });

  /** The friend has nothing of it. */
  async function claimsNothing(): Promise<void> {
    const body = StandContent.encode({
      ...StandContent.decode(NONE),
      received: [
        {
          ...{
            epoch: EPOCH,
            base: 1n,
            next: BigInt(TEXTS + 1),
            held: [],
            count: 0n,
            digest: new Uint8Array(SUM_BYTES),
          },
          skipped: [{ first: 1n, last: BigInt(TEXTS) }],
        },
      ],
    });
    const { committed } = lane.step((draft) => {
      stands.apply(lane, draft, { ...Content.decode(NONE), kind: CONTENT.stand, body });
    });
    await committed;
    now += 1_000;
  }

  for (let i = 0; i < 15; i += 1) await claimsNothing();
  expect(lane.entries.size).toBe(MAX_RESENT);
  expect(lane.stand.lost).toEqual([]);
  // The same day, again and again.
  now += 22 * HOUR_MS;
  for (let i = 0; i < 3; i += 1) await claimsNothing();
  expect(lane.entries.size).toBe(MAX_RESENT);
  now += 2 * HOUR_MS;
  await claimsNothing();
  expect([...lane.entries.keys()]).toEqual(Array.from({ length: TEXTS }, (_, i) => BigInt(i + 1)));
});
