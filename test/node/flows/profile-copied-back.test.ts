/** An old copy of a profile takes the profile's place: of the sender, of the recipient, of both. Nothing is lost, nothing comes twice. */
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { STATE } from '../../../node/core/rows.ts';
import { createWorld, type Party, type World } from '../../support/message-world.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

async function world(): Promise<World> {
  const made = await createWorld(await temporaryFolder());
  onTestFinished(() => made.stop());
  return made;
}

const allDelivered = (states: readonly number[]): boolean => states.every((state) => state >= STATE.delivered);

const WAYS = ['link', 'mailbox'] as const;
const PATIENT = { timeoutMs: 30_000 };

interface Talk extends World {
  /** The link comes up again where that is their way. */
  meet(): void;
}

/** a and b have talked, and whoever is in `copied` has a copy from before the last texts. */
async function talked(way: (typeof WAYS)[number], copied: ('a' | 'b')[]): Promise<Talk> {
  const made = await world();
  const { a, b, connect } = made;
  const meet = (): void => {
    if (way === 'link') connect();
  };
  meet();
  await a.send('a1');
  await b.send('b1');
  await until('begun', () => allDelivered([...a.states(), ...b.states()]) && a.states().length === 1);
  for (const name of copied) await made[name].copyProfile();
  meet();
  await a.send('a2');
  await a.send('a3');
  await b.send('b2');
  await until('after the copy', () => b.texts().length === 3 && a.texts().length === 2);
  await until('all told', () => allDelivered([...a.states(), ...b.states()]));
  return {
    ...made,
    meet: () => {
      made.cut();
      meet();
    },
  };
}

/** What each has numbered, the other has, and both know. Over a link that is told when it comes up. */
const agree = ({ a, b }: World): boolean => {
  const [ofA, ofB] = [a.messaging.stand(b.own.account), b.messaging.stand(a.own.account)];
  const [sentA, sentB] = [a.messaging.counters(b.own.account), b.messaging.counters(a.own.account)];
  return ofA.sentAgreed === sentA.sentCount && ofB.sentAgreed === sentB.sentCount;
};

describe.each(WAYS)('an old copy of a profile, put back (%s)', (way) => {
  it('of the sender: nothing is lost of what it writes then', { timeout: 60_000 }, async () => {
    const talk = await talked(way, ['a']);
    const { a, b, meet, mailboxes } = talk;
    mailboxes.away = way === 'link';
    await a.putCopyBack();
    // Written before it can know: these numbers were given before.
    for (const text of ['new 1', 'new 2', 'new 3']) await a.send(text);
    mailboxes.away = false;
    meet();
    await until('all there', () => b.texts().length >= 6, PATIENT);
    expect(b.texts().slice(0, 3)).toEqual(['a1', 'a2', 'a3']);
    // A mailbox takes what is under a new number at once; a link waits until both know how they stand.
    const since = b.texts().slice(3);
    expect(way === 'link' ? since : since.sort()).toEqual(['new 1', 'new 2', 'new 3']);
    await until('told', () => allDelivered(a.states()), PATIENT);
    expect(a.messaging.stand(b.own.account).rolledBackAt).toBeGreaterThan(0n);
    expect(b.messaging.stand(a.own.account).rolledBackAt).toBe(0n);
    await until('what the copy did not have', () => a.texts().includes('b2'), PATIENT);
    await b.send('b3');
    await until('and on', () => a.texts().includes('b3'), PATIENT);
    await a.send('a4');
    await until('both ways', () => b.texts().includes('a4'), PATIENT);
    meet();
    await until('agreed', () => agree(talk), PATIENT);
    expect(a.texts()).toEqual(['b1', 'b2', 'b3']);
    expect(b.texts()).toHaveLength(7);
  });

  it('of the recipient: what it had is sent again', { timeout: 60_000 }, async () => {
    const talk = await talked(way, ['b']);
    const { a, b, meet } = talk;
    await b.putCopyBack();
    expect(b.texts()).toEqual(['a1']);
    meet();
    await a.send('a4');
    await until('all there', () => b.texts().length >= 4, PATIENT);
    if (way === 'link') expect(b.texts()).toEqual(['a1', 'a2', 'a3', 'a4']);
    else expect(b.texts().sort()).toEqual(['a1', 'a2', 'a3', 'a4']);
    meet();
    await until('agreed', () => agree(talk), PATIENT);
    expect(b.texts()).toHaveLength(4);
    expect(a.messaging.stand(b.own.account).rolledBackAt).toBe(0n);
  });

  it('of both: they go on from there', { timeout: 60_000 }, async () => {
    const talk = await talked(way, ['a', 'b']);
    const { a, b, meet } = talk;
    await a.putCopyBack();
    await b.putCopyBack();
    meet();
    await a.send('new a');
    await b.send('new b');
    await until('there', () => b.texts().includes('new a') && a.texts().includes('new b'), PATIENT);
    meet();
    await until('agreed', () => agree(talk), PATIENT);
    expect(b.texts()).toEqual(['a1', 'new a']);
    expect(a.texts()).toEqual(['b1', 'new b']);
  });
});

describe('a sender whose old profile was copied back', () => {
  it('goes on behind what its friend knows, where it has written more than it had', { timeout: 60_000 }, async () => {
    const talk = await talked('link', ['a']);
    const { a, b, meet, mailboxes } = talk;
    mailboxes.away = true;
    await a.putCopyBack();
    for (let i = 1; i <= 9; i += 1) await a.send(`new ${i.toString()}`);
    mailboxes.away = false;
    meet();
    await until('all there', () => b.texts().length >= 12, PATIENT);
    expect(b.texts().slice(3)).toEqual(Array.from({ length: 9 }, (_, i) => `new ${(i + 1).toString()}`));
    meet();
    await until('agreed', () => agree(talk), PATIENT);
    expect(b.texts()).toHaveLength(12);
  });

  it('is not told as read what the friend read under the same numbers', { timeout: 60_000 }, async () => {
    const { a, b, mailboxes } = await talked('mailbox', ['a']);
    await a.putCopyBack();
    mailboxes.hold(b.own.account);
    for (const text of ['new 1', 'new 2', 'new 3']) await a.send(text);
    await until('stored', () => a.states().every((state) => state !== STATE.queued));
    await b.messaging.markRead(a.own.account, 4n);
    mailboxes.release(b.own.account);
    b.messaging.mailWaiting();
    await until('all there', () => b.texts().length >= 6, PATIENT);
    await until('told', () => allDelivered(a.states()), PATIENT);
    expect(b.texts().slice(3).sort()).toEqual(['new 1', 'new 2', 'new 3']);
  });

  it('loses nothing of a long outbox either', { timeout: 120_000 }, async () => {
    const talk = await talked('link', ['a']);
    const { a, b, meet, mailboxes } = talk;
    mailboxes.away = true;
    await a.putCopyBack();
    const texts = Array.from({ length: 1_500 }, (_, i) => `n${i.toString()}`);
    for (const text of texts) await a.send(text);
    mailboxes.away = false;
    meet();
    await until('all there', () => b.texts().length >= 1_503, PATIENT);
    meet();
    await until('agreed', () => agree(talk), PATIENT);
    expect(b.texts().slice(3)).toEqual(texts);
  });
});

describe('whatever is copied and put back', () => {
  it('what a sender still has comes to its friend, once', { timeout: 300_000 }, async () => {
    const event = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('a', 'b') },
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          'cut',
          'connect',
          'away',
          'back',
          'copy a',
          'copy b',
          'put a',
          'put b',
          'settle',
          'settle',
        ),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 8, maxLength: 25 }), async (events) => {
        const { a, b, connect, cut, mailboxes, stop } = await createWorld(await temporaryFolder());
        const copied = new Set<string>();
        let count = 0;
        const still = (from: Party, to: Party): boolean => {
          const there = new Set(to.texts());
          return from.sent().every((text) => there.has(text));
        };
        const settled = (): boolean => still(a, b) && still(b, a) && allDelivered([...a.states(), ...b.states()]);
        const meet = (): void => {
          mailboxes.away = false;
          cut();
          connect();
          a.messaging.homeUp();
          b.messaging.homeUp();
        };
        try {
          // A copy from before they ever talked is like a new device: it is not told what was before.
          await a.send('a0');
          await b.send('b0');
          meet();
          await until('begun', () => settled() && a.texts().length === 1);
          for (const each of events) {
            const [what, who] = each.split(' ');
            const party = (who ?? what) === 'a' ? a : b;
            if (what === 'a' || what === 'b') await party.send(`${what}${(count += 1).toString()}`);
            else if (what === 'cut') cut();
            else if (what === 'connect') connect();
            else if (what === 'away') mailboxes.away = true;
            else if (what === 'back') mailboxes.away = false;
            else if (what === 'copy') {
              copied.add(party.own.name);
              await party.copyProfile();
            } else if (what === 'put') {
              if (copied.has(party.own.name)) await party.putCopyBack();
            } else {
              meet();
              await until('settled in between', settled, { timeoutMs: 60_000 });
            }
          }
          meet();
          await until('everything that is still somewhere', settled, { timeoutMs: 60_000 });
          for (const { texts } of [a, b]) expect(new Set(texts()).size).toBe(texts().length);
        } finally {
          await stop();
        }
      }),
      { numRuns: Number(process.env['RUNS'] ?? 6), endOnFailure: true },
    );
  });
});
