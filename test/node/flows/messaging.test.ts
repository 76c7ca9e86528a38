import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { STATE } from '../../../node/core/rows.ts';
import { createWorld, type World } from '../../support/message-world.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

async function world(): Promise<World> {
  const made = await createWorld(await temporaryFolder());
  onTestFinished(() => made.stop());
  return made;
}

const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${(i + 1).toString()}`);

const allAre = (states: readonly number[], state: number): boolean => states.every((each) => each >= state);

describe('messages between two friends', () => {
  it('go over the direct link while both are there, and are delivered', async () => {
    const { a, b, connect, mailboxes } = await world();
    connect();
    await a.send('在吗');
    await b.send('在');
    await until('both shown', () => a.texts().length === 1 && b.texts().length === 1);
    expect(b.texts()).toEqual(['在吗']);
    expect(a.texts()).toEqual(['在']);
    await until('delivered', () => allAre([...a.states(), ...b.states()], STATE.delivered));
    expect(mailboxes.deposits).toBe(0);
  });

  it('wait in the mailbox while the friend is away, and are told as delivered when they were fetched', async () => {
    const { a, b, mailboxes } = await world();
    await b.messaging.stop(2);
    for (const text of numbered('m', 3)) await a.send(text);
    await until('stored', () => a.states().length === 3 && a.states().every((state) => state === STATE.stored));
    expect(mailboxes.waiting(b.own.account)).toBe(3);
    await b.restart();
    await until('shown', () => b.texts().length === 3);
    expect(b.texts()).toEqual(['m1', 'm2', 'm3']);
    await until('told', () => allAre(a.states(), STATE.delivered));
    await until('deleted', () => mailboxes.waiting(b.own.account) === 0);
  });

  it('wait without asking again for each of them where a link is up and the server has no prekeys for us', async () => {
    const { a, b, connect, mailboxes } = await world();
    mailboxes.away = true;
    connect();
    a.messaging.retry(b.own.account);
    await until('linked', () => a.messaging.presence(b.own.account).presence === 'online');
    for (const text of numbered('m', 30)) await a.send(text);
    // The first at once, and the next a second later.
    expect(mailboxes.bundlesAsked).toBeLessThan(5);
    mailboxes.away = false;
    a.messaging.homeUp();
    await until('shown', () => b.texts().length === 30);
    expect(b.texts()).toEqual(numbered('m', 30));
  });

  it('go to the mailbox as well where a link is up and carries nothing, and are shown once', async () => {
    const { a, b, connect, network } = await world();
    connect();
    await a.send('first');
    await until('delivered', () => allAre(a.states(), STATE.delivered));
    network.carriesNothing = true;
    await a.send('second');
    // Ten seconds without a word of the link are the product's own time.
    await until('shown', () => b.texts().length === 2, { timeoutMs: 25_000 });
    network.carriesNothing = false;
    network.cut();
    connect();
    await a.send('third');
    await until('all delivered', () => b.texts().length === 3 && allAre(a.states(), STATE.delivered));
    expect(b.texts()).toEqual(['first', 'second', 'third']);
  });

  it('go to the mailbox as well where the next link carries nothing either', async () => {
    const { a, b, connect, network } = await world();
    connect();
    await a.send('first');
    await until('delivered', () => allAre(a.states(), STATE.delivered));
    network.carriesNothing = true;
    const before = network.sent;
    await a.send('second');
    await until('on the first link', () => network.sent > before);
    network.cut();
    connect();
    // The mailbox takes them while that link is up.
    await until('on the second link', () => network.sent > before + 1);
    await a.send('third');
    await until('shown', () => b.texts().length === 3, { timeoutMs: 25_000 });
    expect(b.texts()).toEqual(['first', 'second', 'third']);
  });

  it('survive a restart of the sender before anything could leave', async () => {
    const { a, b, connect, mailboxes } = await world();
    mailboxes.away = true;
    for (const text of numbered('m', 5)) await a.send(text);
    expect(a.states()).toEqual(Array.from({ length: 5 }, () => STATE.queued));
    await a.restart();
    mailboxes.away = false;
    connect();
    await until('shown', () => b.texts().length === 5);
    expect(b.texts()).toEqual(numbered('m', 5));
  });

  it('are shown once when they come both ways', async () => {
    const { a, b, connect, mailboxes } = await world();
    mailboxes.deposits = 0;
    await b.messaging.stop(2);
    for (const text of numbered('m', 4)) await a.send(text);
    await until('stored', () => allAre(a.states(), STATE.stored));
    connect();
    await b.restart();
    connect();
    await until('shown', () => b.texts().length >= 4 && allAre(a.states(), STATE.delivered));
    await until('emptied', () => mailboxes.waiting(b.own.account) === 0);
    expect(b.texts()).toEqual(numbered('m', 4));
    // The copies are known as such: nobody asks for them again in a session of its own.
    await expect(
      until('another session', () => b.store.scan('sessions', a.own.account, { limit: 10 }).length > 1, {
        timeoutMs: 3_000,
      }),
    ).rejects.toThrow('in vain');
  });

  it('that a lying server acknowledged and threw away come over the next link', async () => {
    const { a, b, connect, mailboxes } = await world();
    mailboxes.dropNext = 2;
    for (const text of numbered('m', 3)) await a.send(text);
    await until('acknowledged', () => allAre(a.states(), STATE.stored));
    expect(b.texts()).toEqual([]);
    connect();
    await until('shown', () => b.texts().length === 3);
    expect(b.texts()).toEqual(numbered('m', 3));
  });

  it('that the mailbox lost in the middle are asked for again', { timeout: 30_000 }, async () => {
    const { a, b, mailboxes } = await world();
    await a.send('first');
    await until('shown', () => b.texts().length === 1);
    mailboxes.dropNext = 1;
    await a.send('lost');
    await until('acknowledged', () => a.states().length === 2 && allAre(a.states(), STATE.stored));
    await a.send('last');
    await until('repaired', () => b.texts().length === 3);
    expect(b.texts()).toEqual(['first', 'lost', 'last']);
  });

  it('find one session when both write first at the same time', async () => {
    const { a, b, connect } = await world();
    await Promise.all([a.send('from a'), b.send('from b')]);
    connect();
    await until('crossed', () => a.texts().length === 1 && b.texts().length === 1);
    for (const text of numbered('x', 5)) {
      await a.send(text);
      await b.send(text);
    }
    await until('all shown', () => a.texts().length === 6 && b.texts().length === 6);
    expect(a.texts()).toEqual(['from b', ...numbered('x', 5)]);
    expect(b.texts()).toEqual(['from a', ...numbered('x', 5)]);
  });

  it('go on in a new session when the friend has lost the old one', { timeout: 30_000 }, async () => {
    const { a, b, connect } = await world();
    connect();
    await a.send('before');
    await b.send('answer');
    await until('settled', () => allAre([...a.states(), ...b.states()], STATE.delivered) && b.texts().length === 1);
    const sessions = b.store.scan('sessions', a.own.account, { limit: 10 });
    await b.store.commit(sessions.map(({ seq }) => ({ op: 'delete', table: 'sessions', id: a.own.account, seq })));
    await b.restart();
    connect();
    await a.send('after');
    await until('opened', () => b.texts().length === 2);
    expect(b.texts()).toEqual(['before', 'after']);
    await b.send('and back');
    await until('back', () => a.texts().length === 2);
  });

  it('become read when the friend has seen them', async () => {
    const { a, b, connect } = await world();
    connect();
    for (const text of numbered('m', 3)) await a.send(text);
    await until('shown', () => b.texts().length === 3);
    expect(b.messaging.counters(a.own.account).unread).toBe(3);
    await b.messaging.markRead(a.own.account, 2n);
    expect(b.messaging.counters(a.own.account).unread).toBe(1);
    await until('read', () => a.states()[1] === STATE.read);
    expect(a.states()).toEqual([STATE.read, STATE.read, STATE.delivered]);
  });

  it('are each shown once and in order, whatever the network does', { timeout: 120_000 }, async () => {
    const event = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('a', 'b') },
      { weight: 1, arbitrary: fc.constantFrom('cut', 'connect', 'away', 'back', 'restart a', 'restart b', 'forget') },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 10, maxLength: 40 }), async (events) => {
        const folder = await temporaryFolder();
        const { a, b, connect, cut, mailboxes, stop } = await createWorld(folder);
        const sent: Record<string, string[]> = { a: [], b: [] };
        try {
          for (const each of events) {
            switch (each) {
              case 'a':
              case 'b': {
                const text = `${each}${((sent[each]?.length ?? 0) + 1).toString()}`;
                sent[each]?.push(text);
                await (each === 'a' ? a : b).send(text);
                break;
              }
              case 'cut':
                cut();
                break;
              case 'connect':
                connect();
                break;
              case 'away':
                mailboxes.away = true;
                break;
              case 'back':
                mailboxes.away = false;
                break;
              case 'restart a':
                await a.restart();
                break;
              case 'restart b':
                await b.restart();
                break;
              case 'forget':
                mailboxes.dropNext = 1;
                break;
            }
          }
          mailboxes.away = false;
          mailboxes.dropNext = 0;
          connect();
          a.messaging.homeUp();
          b.messaging.homeUp();
          await until(
            'everything is there',
            () => b.texts().length >= sent['a']!.length && a.texts().length >= sent['b']!.length,
          );
          expect(b.texts()).toEqual(sent['a']);
          expect(a.texts()).toEqual(sent['b']);
          await until('everyone knows', () => allAre([...a.states(), ...b.states()], STATE.delivered));
        } finally {
          await stop();
        }
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });
});
