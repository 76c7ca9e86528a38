/** What two people do to each other's messages, over a link, through the mailbox, and across the death of a process. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { OutboxRow } from '../../../node/core/generated/rows.js';
import { STATE } from '../../../node/core/rows.ts';
import { chatOf, feedOf, messageWith, placeOf, textsOf } from '../../support/chat-views.ts';
import { createWorld, type Party, type World } from '../../support/message-world.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

async function world(): Promise<World> {
  const made = await createWorld(await temporaryFolder());
  onTestFinished(() => made.stop());
  return made;
}

const settled = (party: Party): boolean => party.messaging.outbox().waiting === 0;

const react = (party: Party, friend: Party, text: string, emoji: string | null) =>
  party.messaging.acts.react(friend.own.account, placeOf(party, friend, text), emoji);
const edit = (party: Party, friend: Party, text: string, to: string) =>
  party.messaging.acts.edit(friend.own.account, placeOf(party, friend, text), to);
const takeBack = (party: Party, friend: Party, text: string) =>
  party.messaging.acts.takeBack(friend.own.account, placeOf(party, friend, text));
const hide = (party: Party, friend: Party, text: string) =>
  party.messaging.acts.hide(friend.own.account, placeOf(party, friend, text));

/** Both have the same of everything, as their sums say. */
const agree = (party: Party, friend: Party): boolean => {
  const { sentAgreed, sentTotal } = party.messaging.stand(friend.own.account);
  return sentAgreed === party.messaging.counters(friend.own.account).sentCount && sentAgreed === sentTotal;
};

describe.each(['link', 'mailbox'] as const)('over the %s', (way) => {
  async function talking(): Promise<World> {
    const made = await world();
    if (way === 'link') made.connect();
    await made.a.send('hello');
    await until('there', () => messageWith(made.b, made.a, 'hello') !== undefined);
    return made;
  }

  it('a reply shows what it answers, and a style is as it was chosen', async () => {
    const { a, b } = await talking();
    const style = { size: 'huge', color: 'teal', face: 'mono' } as const;
    const replyTo = placeOf(b, a, 'hello');
    await b.messaging.sendText(a.own.account, 'hi', { style, replyTo });
    await until('answered', () => messageWith(a, b, 'hi') !== undefined);
    const { position } = messageWith(a, b, 'hello')!;
    expect(messageWith(a, b, 'hi')).toMatchObject({
      style,
      replyTo: { position, direction: 'out', text: 'hello', deleted: false },
    });
    expect(messageWith(b, a, 'hi')).toMatchObject({ style, replyTo: { direction: 'in', text: 'hello' } });
    await edit(a, b, 'hello', 'good day');
    await until('edited', () => messageWith(b, a, 'hi')?.replyTo?.text === 'good day');
    await takeBack(a, b, 'good day');
    await until('gone', () => messageWith(b, a, 'hi')?.replyTo?.deleted === true);
    expect(messageWith(b, a, 'hi')?.replyTo).toMatchObject({ text: '', deleted: true });
  });

  it('reactions are one a person, changed and taken back', async () => {
    const { a, b } = await talking();
    await Promise.all([react(a, b, 'hello', '👍'), react(b, a, 'hello', '🎉')]);
    const both = [
      { emoji: '👍', by: 'me' },
      { emoji: '🎉', by: 'friend' },
    ];
    await until('crossed', () => messageWith(a, b, 'hello')?.reactions.length === 2);
    await until('crossed', () => messageWith(b, a, 'hello')?.reactions.length === 2);
    expect(messageWith(a, b, 'hello')?.reactions).toEqual(expect.arrayContaining(both));
    await react(b, a, 'hello', '❤️');
    await react(a, b, 'hello', null);
    const left = (by: string) => JSON.stringify([{ emoji: '❤️', by }]);
    await until('changed', () => JSON.stringify(messageWith(a, b, 'hello')?.reactions) === left('friend'));
    await until('changed', () => JSON.stringify(messageWith(b, a, 'hello')?.reactions) === left('me'));
    expect(textsOf(b, a)).toEqual(['hello']);
    expect(b.messaging.counters(a.own.account).unread).toBe(1);
  });

  it('an edit shows the new text with its time, the last one last, and the body stays what it was', async () => {
    const { a, b } = await talking();
    await edit(a, b, 'hello', 'hello there');
    await edit(a, b, 'hello there', 'hello, you');
    await until('edited', () => messageWith(b, a, 'hello, you') !== undefined);
    expect(messageWith(b, a, 'hello, you')?.editedAt).toBeGreaterThan(1_700_000_000_000);
    expect(b.texts()[0]).toBe('hello');
    await expect(edit(b, a, 'hello, you', 'mine')).rejects.toMatchObject({ code: 'not-your-message' });
    // The feed waits for the disk.
    await until('told', () =>
      feedOf(b).some((event) => event.type === 'message-changed' && event.message.text === 'hello, you'),
    );
  });

  it('what is taken back is empty on both sides, on disk as well', async () => {
    const { a, b } = await talking();
    await react(b, a, 'hello', '👍');
    await edit(a, b, 'hello', 'canary of the edit');
    await until('edited', () => messageWith(b, a, 'canary of the edit') !== undefined);
    await until('settled', () => settled(a) && settled(b));
    await takeBack(a, b, 'canary of the edit');
    await until('gone', () => chatOf(b, a)[0]?.deleted === true);
    for (const [party, friend] of [
      [a, b],
      [b, a],
    ] as const) {
      expect(chatOf(party, friend)).toMatchObject([
        { text: '', deleted: true, kind: 'text', reactions: [], editedAt: null },
      ]);
      for (const { value } of party.store.scan('history', friend.own.account, { limit: 100 })) {
        expect(Buffer.from(value).includes('canary')).toBe(false);
        expect(Buffer.from(value).includes('hello')).toBe(false);
      }
    }
    await expect(react(b, a, '', '👍')).rejects.toMatchObject({ code: 'message-deleted' });
    await expect(a.messaging.acts.edit(b.own.account, 1n, 'again')).rejects.toMatchObject({ code: 'message-deleted' });
    await a.messaging.acts.takeBack(b.own.account, 1n);
  });

  it('what one deletes for himself stays with the other, and what the other does to it has no effect', async () => {
    const { a, b } = await talking();
    await a.send('second');
    await until('there', () => textsOf(b, a).length === 2);
    await hide(b, a, 'second');
    expect(textsOf(b, a)).toEqual(['hello']);
    expect(b.messaging.counters(a.own.account).unread).toBe(1);
    await edit(a, b, 'second', 'second, edited');
    await react(a, b, 'second, edited', '👍');
    await takeBack(a, b, 'second, edited');
    await a.send('third');
    await until('there', () => textsOf(b, a).length === 2);
    expect(textsOf(b, a)).toEqual(['hello', 'third']);
    expect(textsOf(a, b)).toEqual(['hello', '', 'third']);
    expect(feedOf(b).filter(({ type }) => type === 'message-removed')).toMatchObject([{ position: 2 }]);
    expect(JSON.stringify(feedOf(b))).not.toContain('second');
  });
});

it('acts survive a restart of both, and both agree on their sums', { timeout: 60_000 }, async () => {
  const { a, b, connect, cut, mailboxes } = await world();
  mailboxes.away = true;
  await a.send('one');
  await edit(a, b, 'one', 'one, edited');
  await react(a, b, 'one, edited', '👍');
  await a.restart();
  expect(messageWith(a, b, 'one, edited')?.reactions).toEqual([{ emoji: '👍', by: 'me' }]);
  mailboxes.away = false;
  connect();
  await until('there', () => messageWith(b, a, 'one, edited')?.reactions.length === 1);
  await b.restart();
  connect();
  expect(messageWith(b, a, 'one, edited')?.reactions).toEqual([{ emoji: '👍', by: 'friend' }]);
  await react(b, a, 'one, edited', '🎉');
  await until('back', () => messageWith(a, b, 'one, edited')?.reactions.length === 2);
  await until('settled', () => settled(a) && settled(b));
  // Each says where it stands as a link comes up.
  cut();
  connect();
  await until('agreed', () => agree(a, b) && agree(b, a), { timeoutMs: 30_000 });
});

describe('what waits in the outbox', () => {
  it('and is taken back never leaves as text', async () => {
    const { a, b, connect, mailboxes, network } = await world();
    await a.send('first');
    await until('there', () => textsOf(b, a).length === 1);
    mailboxes.away = true;
    await a.send('secret');
    await edit(a, b, 'secret', 'secret, edited');
    await a.send('after');
    await takeBack(a, b, 'secret, edited');
    const rows = a.store.scan('outbox', b.own.account, { limit: 10 }).map(({ value }) => OutboxRow.decode(value));
    for (const { body } of rows) expect(Buffer.from(body).includes('secret')).toBe(false);
    await a.restart();
    mailboxes.away = false;
    connect();
    await until('there', () => textsOf(b, a).includes('after') && settled(a));
    expect(network.sent).toBeGreaterThan(0);
    expect(textsOf(b, a)).toEqual(['first', 'after']);
    expect(textsOf(a, b)).toEqual(['first', '', 'after']);
    for (const { value } of b.store.scan('history', a.own.account, { limit: 100 })) {
      expect(Buffer.from(value).includes('secret')).toBe(false);
    }
    expect(JSON.stringify(feedOf(b))).not.toContain('secret');
    expect(b.messaging.counters(a.own.account).unread).toBe(2);
  });

  it('in a mailbox already is followed by the word that it is gone', async () => {
    const { a, b, mailboxes } = await world();
    await b.messaging.stop(2);
    await a.send('stored');
    await until('stored', () => a.states()[0] === STATE.stored);
    await takeBack(a, b, 'stored');
    await until('all stored', () => mailboxes.waiting(b.own.account) >= 2 && a.messaging.outbox().stored === 2);
    await b.restart();
    await until('drained', () => mailboxes.waiting(b.own.account) === 0 && settled(a));
    expect(textsOf(b, a)).toEqual(['']);
    expect(chatOf(b, a)).toMatchObject([{ deleted: true }]);
  });

  it('and is deleted here is delivered all the same', async () => {
    const { a, b, connect, mailboxes } = await world();
    mailboxes.away = true;
    await a.send('for you');
    await hide(a, b, 'for you');
    expect(textsOf(a, b)).toEqual([]);
    await a.restart();
    mailboxes.away = false;
    connect();
    await until('there', () => textsOf(b, a).length === 1 && settled(a));
    expect(textsOf(b, a)).toEqual(['for you']);
    expect(textsOf(a, b)).toEqual([]);
  });
});

describe('after a profile was copied back', () => {
  it('what the friend lacks comes again as it is now', { timeout: 60_000 }, async () => {
    const { a, b, connect } = await world();
    connect();
    await a.send('kept');
    await until('there', () => textsOf(b, a).length === 1 && settled(a));
    await b.copyProfile();
    connect();
    await a.send('taken back');
    await a.send('edited');
    await edit(a, b, 'edited', 'edited once');
    await react(a, b, 'kept', '👍');
    await until('there', () => textsOf(b, a).length === 3 && settled(a));
    await takeBack(a, b, 'taken back');
    await until('gone', () => chatOf(b, a)[1]?.deleted === true && settled(a));
    await b.putCopyBack();
    expect(textsOf(b, a)).toEqual(['kept']);
    connect();
    await until('healed', () => messageWith(b, a, 'edited once') !== undefined, { timeoutMs: 30_000 });
    await until('reaction', () => messageWith(b, a, 'kept')?.reactions.length === 1);
    await until('settled', () => settled(a), { timeoutMs: 30_000 });
    // Of what was taken back there is nothing to show, and nothing of it was sent.
    expect(textsOf(b, a)).toEqual(['kept', 'edited once']);
    for (const { value } of b.store.scan('history', a.own.account, { limit: 100 })) {
      expect(Buffer.from(value).includes('taken back')).toBe(false);
    }
    await until('agreed', () => agree(a, b), { timeoutMs: 30_000 });
  });

  it('an edit finds its text where that got another number', { timeout: 60_000 }, async () => {
    const { a, b, connect, mailboxes } = await world();
    connect();
    await a.send('before');
    await until('there', () => textsOf(b, a).length === 1 && settled(a));
    await a.copyProfile();
    connect();
    await a.send('known to b alone');
    await until('there', () => textsOf(b, a).length === 2 && settled(a));
    await a.putCopyBack();
    mailboxes.away = true;
    await a.send('written twice');
    await edit(a, b, 'written twice', 'written twice, edited');
    mailboxes.away = false;
    connect();
    await until('there', () => messageWith(b, a, 'written twice, edited') !== undefined, { timeoutMs: 30_000 });
    expect(textsOf(b, a)).toEqual(['before', 'known to b alone', 'written twice, edited']);
    expect(textsOf(a, b)).toEqual(['before', 'written twice, edited']);
    await react(b, a, 'written twice, edited', '👍');
    await until('reacted', () => messageWith(a, b, 'written twice, edited')?.reactions.length === 1);
  });

  it('what was deleted here does not come back', { timeout: 60_000 }, async () => {
    const { a, b, connect, mailboxes } = await world();
    connect();
    await a.send('one');
    await until('there', () => textsOf(b, a).length === 1 && settled(a));
    mailboxes.away = true;
    await a.whileStopped(() => Promise.resolve());
    await a.send('two');
    await a.copyProfile();
    mailboxes.away = false;
    connect();
    await until('there', () => textsOf(b, a).length === 2 && settled(a));
    await hide(b, a, 'two');
    // In the copy it waits: it goes out once more, and perhaps under another number.
    await a.putCopyBack();
    connect();
    await a.send('three');
    await until('there', () => textsOf(b, a).includes('three') && settled(a), { timeoutMs: 30_000 });
    expect(textsOf(b, a)).toEqual(['one', 'three']);
    expect(JSON.stringify(feedOf(b))).not.toContain('two');
  });
});

describe('a text that failed', () => {
  const failing = async (): Promise<World> => {
    const made = await world();
    const { a, b, mailboxes } = made;
    await a.send('first');
    await until('there', () => textsOf(b, a).length === 1);
    mailboxes.refuseNext = 100;
    await a.send('refused');
    await until('failed', () => messageWith(a, b, 'refused')?.state === 'failed');
    mailboxes.refuseNext = 0;
    return made;
  };

  it('goes out again as the same message, in its place, and both agree', { timeout: 60_000 }, async () => {
    const { a, b, connect } = await failing();
    await a.send('later');
    await until('there', () => textsOf(b, a).includes('later'));
    const before = messageWith(a, b, 'refused')!;
    await expect(edit(a, b, 'refused', 'x')).rejects.toMatchObject({ code: 'message-failed' });
    await a.messaging.acts.retry(b.own.account, placeOf(a, b, 'refused'));
    await expect(a.messaging.acts.retry(b.own.account, placeOf(a, b, 'refused'))).rejects.toMatchObject({
      code: 'message-not-failed',
    });
    await until('there', () => textsOf(b, a).includes('refused') && settled(a));
    expect(textsOf(a, b)).toEqual(['first', 'refused', 'later']);
    expect([...textsOf(b, a)].sort()).toEqual(['first', 'later', 'refused']);
    expect(messageWith(b, a, 'refused')?.messageId).toBe(before.messageId);
    connect();
    await until('agreed', () => agree(a, b), { timeoutMs: 30_000 });
    expect(a.messaging.faults()).toEqual([]);
    await edit(a, b, 'refused', 'taken after all');
    await until('edited', () => messageWith(b, a, 'taken after all') !== undefined);
  });

  it('and whose number is given away gets a new one, in its place', { timeout: 60_000 }, async () => {
    const { a, b, connect, mailboxes } = await failing();
    // More than are remembered as given up.
    mailboxes.refuseNext = 10_000;
    for (let i = 0; i < 70; i += 1) await a.send(`refused ${i}`);
    await until('failed', () => chatOf(a, b).filter(({ state }) => state === 'failed').length === 71, {
      timeoutMs: 30_000,
    });
    mailboxes.refuseNext = 0;
    await a.messaging.acts.retry(b.own.account, placeOf(a, b, 'refused'));
    await a.restart();
    await until('there', () => textsOf(b, a).includes('refused') && settled(a), { timeoutMs: 30_000 });
    expect(textsOf(a, b).slice(0, 3)).toEqual(['first', 'refused', 'refused 0']);
    expect(textsOf(b, a)).toEqual(['first', 'refused']);
    connect();
    await until('agreed', () => agree(a, b), { timeoutMs: 30_000 });
  });
});
