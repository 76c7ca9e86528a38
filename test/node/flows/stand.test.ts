/** What friends find out by telling each other where they stand; and what a friend or a server who lies can do with it. */
import { expect, it, onTestFinished } from 'vitest';
import { withContents, NO_TOTAL } from '../../../node/core/conversation-sum.ts';
import { CountersRow, HistoryRow } from '../../../node/core/generated/rows.js';
import { DIRECTION, STATE } from '../../../node/core/rows.ts';
import { MAX_LEAP } from '../../../node/core/stand.ts';
import { agreementOf } from '../../../node/flows/read-agreement.ts';
import type { Agreement } from '../../../node/flows/peer.ts';
import { openReceipt } from '../../../shared/crypto/statements.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { Signed } from '../../../shared/wire/generated/identity.js';
import { createWorld, type Party, type World } from '../../support/message-world.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

async function world(): Promise<World> {
  const made = await createWorld(await temporaryFolder());
  onTestFinished(() => made.stop());
  return made;
}

const isDelivered = (party: Party): boolean => party.states().every((state) => state >= STATE.delivered);
const agreementWith = (party: Party, friend: Party): Agreement =>
  agreementOf(party.messaging.counters(friend.own.account), party.messaging.stand(friend.own.account));

async function talk({ a, b, connect }: World, texts: readonly string[]): Promise<void> {
  connect();
  for (const text of texts) await a.send(text);
  await b.send('back');
  await until('there', () => b.texts().length === texts.length && a.texts().length === 1 && isDelivered(a));
  await until('told', () => isDelivered(b));
}

function again({ cut, connect }: World): void {
  cut();
  connect();
}

/** This person's program says something else of its friend's messages than what is true. */
async function lie(party: Party, friend: Party, change: (counters: CountersRow) => CountersRow): Promise<void> {
  const value = CountersRow.encode(change(party.messaging.counters(friend.own.account)));
  await party.store.commit([{ op: 'put', table: 'contacts', id: friend.own.account, seq: 0n, value }]);
  await party.restart();
}

const having = (counters: CountersRow, next: bigint): CountersRow => ({
  ...counters,
  inbox: counters.inbox.map((cursor) => ({ ...cursor, next, skipped: [], count: 3n, digest: systemRandom(32) })),
});

it('both sides can say how many messages both have', async () => {
  const made = await world();
  const { a, b } = made;
  expect(agreementWith(a, b)).toMatchObject({ state: 'unknown', sent: { agreed: 0, total: 0, upTo: null } });
  await talk(made, ['1', '2', '3']);
  again(made);
  await until('agreed', () => agreementWith(a, b).sent.agreed === 3 && agreementWith(b, a).received.agreed === 3);
  const [ofA, ofB] = [agreementWith(a, b), agreementWith(b, a)];
  expect(ofA).toMatchObject({
    state: 'agreed',
    sent: { total: 3 },
    received: { agreed: 1, total: 1 },
    differedAt: null,
  });
  expect(ofB).toMatchObject({ state: 'agreed', received: { total: 3 }, sent: { agreed: 1, total: 1 }, missing: [] });
  expect(ofA.sent.upTo).toBeGreaterThan(0);
});

it('agree through a mailbox alone, with one envelope for what was drained together', async () => {
  const { a, b, mailboxes } = await world();
  await b.messaging.stop(2);
  for (const text of ['1', '2', '3']) await a.send(text);
  await until('stored', () => a.states().every((state) => state === STATE.stored));
  mailboxes.deposits = 0;
  await b.restart();
  await until('agreed', () => agreementWith(a, b).sent.agreed === 3 && isDelivered(a));
  expect(mailboxes.deposits).toBe(1);
});

it('a last message that the mailbox took and kept is seen, with the server’s own signature', async () => {
  const made = await world();
  const { a, b, mailboxes, connect } = made;
  await talk(made, ['1']);
  made.cut();
  await a.send('given out');
  await until('came', () => b.texts().length === 2);
  mailboxes.dropNext = 1;
  await a.send('kept');
  await until('stored', () => a.states().at(-1) === STATE.stored);
  connect();
  await until('came over the link', () => b.texts().length === 3);
  const [proof] = await until('seen', () => {
    const { withheld } = b.messaging.stand(a.own.account);
    return withheld.length > 0 && withheld;
  });
  expect(proof).toMatchObject({ number: 3n });
  const receipt = openReceipt(Signed.decode(proof!.receipt), mailboxes.peerId);
  expect(receipt.owner).toEqual(b.own.account);
  expect(agreementWith(b, a).withheld).toMatchObject([{ number: 3 }]);
  await b.restart();
  expect(agreementWith(b, a).withheld).toHaveLength(1);
});

it('a mailbox that gives out what it took is not accused, though the link was quicker', async () => {
  const made = await world();
  const { a, b, mailboxes, connect } = made;
  await talk(made, ['1']);
  made.cut();
  mailboxes.quiet = true;
  for (const text of ['2', '3', '4']) await a.send(text);
  await until('stored', () => a.states().every((state) => state >= STATE.stored));
  connect();
  await until('came', () => b.texts().length === 4);
  await until('drained', () => mailboxes.waiting(b.own.account) === 0);
  expect(b.messaging.stand(a.own.account).withheld).toEqual([]);
});

it('a device that knows nothing of what was before agrees from there on', async () => {
  const made = await world();
  const { a, b } = made;
  await talk(made, ['1', '2', '3']);
  await lie(b, a, (counters) => ({ ...counters, inbox: [] }));
  made.connect();
  await a.send('4');
  await until('there', () => b.texts().length === 4 && isDelivered(a));
  again(made);
  await until('agreed', () => agreementWith(a, b).sent.agreed === 1 && agreementWith(b, a).received.agreed === 1);
  expect(b.texts()).toEqual(['1', '2', '3', '4']);
  expect(agreementWith(b, a).missing).toEqual([]);
});

it('what is gone here too is said to be lost, and the rest agrees again', { timeout: 60_000 }, async () => {
  const made = await world();
  const { a, b } = made;
  await talk(made, ['1']);
  await b.copyProfile();
  made.connect();
  for (const text of ['2', '3']) await a.send(text);
  await until('there', () => b.texts().length === 3 && isDelivered(a));
  await a.messaging.clearHistory(b.own.account);
  await b.putCopyBack();
  made.connect();
  await a.send('4');
  await until('goes on', () => b.texts().length === 2);
  expect(b.texts()).toEqual(['1', '4']);
  await until('missed', () => agreementWith(b, a).missing.length > 0);
  expect(agreementWith(b, a).missing).toEqual([{ from: 2, to: 3 }]);
  await until('agreed on the rest', () => agreementWith(a, b).state === 'agreed', { timeoutMs: 40_000 });
  expect(agreementWith(a, b)).toMatchObject({ sent: { agreed: 2, total: 2 } });
  expect(agreementWith(a, b).differedAt).not.toBeNull();
  expect(a.messaging.faults()).toEqual([]);
});

it('a difference is seen, and the next comparison begins anew', { timeout: 60_000 }, async () => {
  const made = await world();
  const { a, b } = made;
  await talk(made, ['1', '2', '3']);
  await lie(b, a, (counters) => having(counters, 4n));
  made.connect();
  await until('seen', () => agreementWith(a, b).differedAt !== null);
  await a.send('4');
  await until('there', () => b.texts().includes('4') && isDelivered(a));
  again(made);
  await until('agreed', () => agreementWith(a, b).state === 'agreed', { timeoutMs: 40_000 });
  expect(b.texts()).toEqual(['1', '2', '3', '4']);
});

it('a friend cannot push our numbers away, nor make us lose what is not delivered', { timeout: 60_000 }, async () => {
  const made = await world();
  const { a, b, mailboxes } = made;
  await talk(made, ['1', '2', '3']);
  mailboxes.away = true;
  made.cut();
  await a.send('4');
  for (const next of [2n ** 63n, 5n + MAX_LEAP, 2n ** 40n]) {
    await lie(b, a, (counters) => having(counters, next));
    const before = made.network.sent;
    made.connect();
    await until('both have said where they stand', () => made.network.sent >= before + 2);
    await until('and what waited went out, or was answered', () => a.messaging.outbox().waiting <= 1);
    made.cut();
    expect(a.messaging.counters(b.own.account).nextNumber).toBeLessThan(10n + 2n * MAX_LEAP);
  }
  // Told the truth again, everything is there.
  await lie(b, a, (counters) => ({
    ...counters,
    inbox: counters.inbox.map((cursor) => ({
      ...cursor,
      next: 4n,
      ...withContents(NO_TOTAL, cursor.epoch, sentBy(a, b)),
    })),
  }));
  mailboxes.away = false;
  made.connect();
  await until('there', () => b.texts().includes('4'), { timeoutMs: 40_000 });
  expect(b.texts().filter((text) => text === '4')).toHaveLength(1);
});

const sentBy = (party: Party, friend: Party): HistoryRow[] =>
  party.store
    .scan('history', friend.own.account, { limit: 1_000 })
    .map(({ value }) => HistoryRow.decode(value))
    .filter(({ direction, number }) => direction === DIRECTION.out && number < 4n);

it('two sides whose sums are both wrong come to an end', { timeout: 60_000 }, async () => {
  const { a, b, mailboxes } = await world();
  await a.send('1');
  await b.send('back');
  await until('there', () => isDelivered(a) && isDelivered(b) && a.states().length === 1 && b.states().length === 1);
  const spoilt = (counters: CountersRow): CountersRow => ({ ...having(counters, 2n), sentDigest: systemRandom(32) });
  await lie(a, b, spoilt);
  await lie(b, a, spoilt);
  await a.send('2');
  await b.send('back 2');
  await until(
    'agreed',
    () =>
      agreementWith(a, b).state === 'agreed' &&
      agreementWith(b, a).state === 'agreed' &&
      isDelivered(a) &&
      isDelivered(b),
    { timeoutMs: 40_000 },
  );
  expect(b.texts()).toEqual(['1', '2']);
  expect(a.texts()).toEqual(['back', 'back 2']);
  // Each text, what it was renumbered to, what was told, asked and answered: some, and not without end.
  expect(mailboxes.deposits).toBeLessThan(40);
});
