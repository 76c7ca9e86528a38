/** A reaction, an edit or a deletion that the friend's server refuses for good: the message says so, and it can be sent again. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { chatOf, feedOf, messageWith, placeOf } from '../../support/chat-views.ts';
import { createWorld, type Party, type World } from '../../support/message-world.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

/** "hello" of a's is with b, and from now on nothing more is taken. */
async function refusing(): Promise<World> {
  const made = await createWorld(await temporaryFolder());
  onTestFinished(() => made.stop());
  await made.a.send('hello');
  await until('there', () => messageWith(made.b, made.a, 'hello') !== undefined);
  await until('settled', () => settled(made.a) && settled(made.b));
  made.mailboxes.refuseNext = 10_000;
  return made;
}

const settled = (party: Party): boolean => party.messaging.outbox().waiting === 0;
const first = (party: Party, friend: Party) => chatOf(party, friend)[0];
const HELLO = 1n;

const ACTS = {
  reaction: (party: Party, friend: Party) => party.messaging.acts.react(friend.own.account, HELLO, '👍'),
  edit: (party: Party, friend: Party) => party.messaging.acts.edit(friend.own.account, HELLO, 'good day'),
  deletion: (party: Party, friend: Party) => party.messaging.acts.takeBack(friend.own.account, HELLO),
} as const;

describe.each(['reaction', 'edit', 'deletion'] as const)('a %s', (act) => {
  const came = {
    reaction: (party: Party, friend: Party) => first(party, friend)?.reactions[0]?.emoji === '👍',
    edit: (party: Party, friend: Party) => first(party, friend)?.text === 'good day',
    deletion: (party: Party, friend: Party) => first(party, friend)?.deleted === true,
  }[act];

  it('that failed is told with why, also after a restart, and goes out again', { timeout: 60_000 }, async () => {
    const { a, b, mailboxes, connect } = await refusing();
    await ACTS[act](a, b);
    const unsent = { act, reason: 'grant-revoked' };
    await until('told', () => first(a, b)?.unsent !== null);
    expect(first(a, b)).toMatchObject({ position: 1, state: 'delivered', unsent });
    const changes = feedOf(a).filter(({ type }) => type === 'message-changed');
    expect(changes.at(-1)).toMatchObject({ message: { position: 1, unsent } });
    await a.restart();
    expect(first(a, b)?.unsent).toEqual(unsent);
    expect(came(b, a)).toBe(false);
    mailboxes.refuseNext = 0;
    await a.messaging.acts.retry(b.own.account, HELLO);
    expect(first(a, b)?.unsent).toBeNull();
    await until('there', () => came(b, a) && settled(a));
    expect(first(a, b)?.unsent).toBeNull();
    await expect(a.messaging.acts.retry(b.own.account, HELLO)).rejects.toMatchObject({
      code: act === 'deletion' ? 'message-deleted' : 'message-not-failed',
    });
    connect();
    const { account } = b.own;
    await until('agreed', () => a.messaging.stand(account).sentAgreed === a.messaging.counters(account).sentCount, {
      timeoutMs: 30_000,
    });
  });

  it('that failed goes out when the same is done again', { timeout: 60_000 }, async () => {
    const { a, b, mailboxes } = await refusing();
    await ACTS[act](a, b);
    await until('told', () => first(a, b)?.unsent !== null);
    mailboxes.refuseNext = 0;
    await ACTS[act](a, b);
    await until('there', () => came(b, a) && settled(a));
    expect(first(a, b)?.unsent).toBeNull();
  });
});

it(
  'another one of its kind takes its place; each kind is told; a deletion ends them',
  { timeout: 60_000 },
  async () => {
    const { a, b, mailboxes } = await refusing();
    const { acts } = a.messaging;
    await ACTS.edit(a, b);
    await until('told', () => first(a, b)?.unsent?.act === 'edit');
    await ACTS.reaction(a, b);
    await until('told', () => first(a, b)?.unsent?.act === 'reaction');
    mailboxes.refuseNext = 0;
    await acts.react(b.own.account, HELLO, '🎉');
    // The edit is still not there.
    await until('settled', () => settled(a) && first(a, b)?.unsent?.act === 'edit');
    expect(first(b, a)).toMatchObject({ text: 'hello', reactions: [{ emoji: '🎉' }] });
    await ACTS.deletion(a, b);
    await until('there', () => first(b, a)?.deleted === true);
    expect(first(a, b)?.unsent).toBeNull();
  },
);

it('on a friend’s message is told on that message', { timeout: 60_000 }, async () => {
  const { a, b, mailboxes } = await refusing();
  await ACTS.reaction(b, a);
  await until('told', () => messageWith(b, a, 'hello')?.unsent?.act === 'reaction');
  mailboxes.refuseNext = 0;
  await b.messaging.acts.retry(a.own.account, placeOf(b, a, 'hello'));
  await until('there', () => first(a, b)?.reactions[0]?.emoji === '👍');
});
