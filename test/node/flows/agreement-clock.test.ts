/** What two friends are told of how they stand, by a wall clock that is years ahead for a while: a friend's words, with a real store. */
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { SUM_BYTES } from '../../../node/core/conversation-sum.ts';
import { ContactRow, CountersRow } from '../../../node/core/generated/rows.js';
import { ONE_GROUP, RELATION } from '../../../node/core/rows.ts';
import type { FlowContext } from '../../../node/flows/context.ts';
import { Lane } from '../../../node/flows/lane.ts';
import { agreementOf, wasCopiedBack } from '../../../node/flows/read-agreement.ts';
import { createStands, type StandPorts } from '../../../node/flows/stand.ts';
import { openPeerStore } from '../../../node/store/store.ts';
import { nodeKem } from '../../../shared/crypto/kem.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { silentLog } from '../../../shared/log.ts';
import { Content, StandContent } from '../../../shared/wire/generated/content.js';
import { CONTENT } from '../../../shared/wire/protocols.ts';
import { anAccount } from '../../support/account-world.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const EPOCH = 3n;
const NONE = new Uint8Array(0);
const HOUR_MS = 60 * 60_000;
const YEARS_MS = 10 * 365 * 24 * HOUR_MS;
const NOW = 1_800_000_000_000;

async function world() {
  const store = await openPeerStore(join(await temporaryFolder(), 'store'), systemRandom(32));
  onTestFinished(() => store.close());
  const contact: ContactRow = {
    ...ContactRow.decode(NONE),
    ...{ account: systemRandom(32), name: 'bob', relation: RELATION.friend },
  };
  const counters = { ...CountersRow.decode(NONE), nextNumber: 10n, nextPosition: 10n, numberEpoch: EPOCH };
  await store.commit([
    { op: 'put', table: 'contacts', id: ONE_GROUP, seq: 1n, value: ContactRow.encode(contact) },
    { op: 'put', table: 'contacts', id: contact.account, seq: 0n, value: CountersRow.encode(counters) },
  ]);
  const time = { wall: NOW, monotonic: 0 };
  const own = anAccount('ann');
  const context: FlowContext = {
    ...{ own: () => own.own(), store, random: systemRandom, kem: nodeKem, log: silentLog },
    clock: { wall: () => time.wall, monotonic: () => time.monotonic },
  };
  const lane = new Lane(context, 1n, contact).load();
  // Nobody is there to whom anything could be said.
  const stands = createStands(context, { isPresent: () => false } as Partial<StandPorts> as StandPorts);
  onTestFinished(() => {
    stands.stop();
  });

  return {
    lane,
    time,
    newest: () => store.cursor(),
    state: () => agreementOf(lane.counters, lane.stand).state,
    /** The friend has everything below `next`, and this is its sum. */
    async says(next: bigint, digest: Uint8Array): Promise<void> {
      time.monotonic += HOUR_MS;
      const received = { epoch: EPOCH, base: 1n, next, skipped: [], held: [], count: next - 1n, digest };
      const body = StandContent.encode({ ...StandContent.decode(NONE), received: [received] });
      const { committed } = lane.step((draft) => {
        stands.apply(lane, draft, { ...Content.decode(NONE), kind: CONTENT.stand, body });
      });
      await committed;
    },
  };
}

test('the later of an agreement and a difference counts, whichever clock it was seen by', async () => {
  const { time, state, says } = await world();
  const sum = systemRandom(SUM_BYTES);
  time.wall = NOW + YEARS_MS;
  await says(10n, sum);
  expect(state()).toBe('differs');
  // The clock is right again, and after a difference the friend's sum is ours.
  time.wall = NOW;
  await says(10n, sum);
  expect(state()).toBe('agreed');
  time.wall = NOW + YEARS_MS;
  await says(10n, sum);
  expect(state()).toBe('agreed');
  time.wall = NOW;
  await says(10n, systemRandom(SUM_BYTES));
  expect(state()).toBe('differs');
});

test('that this profile was copied back is told again, and not for years', async () => {
  const { lane, time, newest, says } = await world();
  time.wall = NOW + YEARS_MS;
  await says(20n, systemRandom(SUM_BYTES));
  expect(wasCopiedBack(lane.stand, time.wall)).toBe(true);
  const before = newest();
  time.wall = NOW;
  expect(wasCopiedBack(lane.stand, time.wall)).toBe(false);
  await says(30n, systemRandom(SUM_BYTES));
  expect(wasCopiedBack(lane.stand, time.wall)).toBe(true);
  expect(newest()).toBeGreaterThan(before);
  // Not at each time that the friend says so.
  const told = newest();
  await says(40n, systemRandom(SUM_BYTES));
  expect(newest()).toBe(told);
});
