/** Who is typing: over a direct link alone, seldom, and never in the way of a message. */
import { expect, it, onTestFinished } from 'vitest';
import { STATE } from '../../../node/core/rows.ts';
import { createWorld, type Party, type World } from '../../support/message-world.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

async function talking(): Promise<World> {
  const made = await createWorld(await temporaryFolder());
  onTestFinished(() => made.stop());
  made.connect();
  await made.a.send('hello');
  await made.b.send('hello');
  await until('they talk', () => made.a.texts().length === 1 && made.b.texts().length === 1);
  await until('both know', () => [...made.a.states(), ...made.b.states()].every((state) => state >= STATE.delivered));
  return made;
}

const types = (party: Party, friend: Party, active = true): void => {
  party.messaging.typing(friend.own.account, active);
};

it('is told at once, and is over when it stops', async () => {
  const { a, b } = await talking();
  types(a, b);
  await until('shown', () => b.typed.length === 1);
  types(a, b, false);
  await until('over', () => b.typed.length === 2);
  expect(b.typed).toEqual([true, false]);
  expect(a.typed).toEqual([]);
});

it('is over by itself, with the message, and with the link', { timeout: 20_000 }, async () => {
  const { a, b, cut, connect, network } = await talking();
  types(a, b);
  await until('shown', () => b.typed.length === 1);
  await a.send('there');
  await until('over with the message', () => b.texts().length === 2 && b.typed.length === 2);
  types(b, a);
  await until('shown', () => a.typed.length === 1);
  cut();
  await until('over with the link', () => a.typed.length === 2);
  connect();
  const before = network.sent;
  await until('they stand', () => network.sent > before);
  await a.send('again');
  await until('back', () => b.texts().length === 3);
  await until('typing is told once more', () => {
    types(a, b);
    return b.typed.length === 3;
  });
  const since = Date.now();
  await until('over by itself', () => b.typed.length === 4, { timeoutMs: 20_000 });
  expect(Date.now() - since).toBeGreaterThan(5_000);
  expect(b.typed).toEqual([true, false, true, false]);
});

it('is not told twice within 3 s, whatever the face asks', async () => {
  const { a, b, network } = await talking();
  const before = network.sent;
  for (let i = 0; i < 50; i += 1) {
    types(a, b);
    types(a, b, false);
  }
  await a.send('behind them');
  await until('there', () => b.texts().length === 2);
  await until('all is on disk there', () => a.states().every((state) => state >= STATE.delivered));
  // One that types, one that stops, and the text.
  expect(network.sent - before).toBeLessThanOrEqual(3);
  expect(b.typed.filter((active) => active)).toHaveLength(1);
});

it('of a friend whose program tells it without end is heard now and then', async () => {
  const { a, b } = await talking();
  for (let i = 0; i < 30; i += 1) {
    a.hurry(3_000);
    types(a, b);
    types(a, b, false);
  }
  await a.send('behind them');
  await until('all is on disk there', () => a.states().every((state) => state >= STATE.delivered));
  expect(b.typed.length).toBeGreaterThan(1);
  expect(b.typed.length).toBeLessThanOrEqual(8);
});

it('goes to no mailbox, and leaves no row', async () => {
  const { a, b, cut, mailboxes } = await talking();
  cut();
  await b.messaging.stop(2);
  types(a, b);
  expect(a.store.scan('outbox', b.own.account, { limit: 10 })).toEqual([]);
  await a.send('by mailbox');
  await until('stored', () => a.states().at(-1) === STATE.stored);
  expect(mailboxes.waiting(b.own.account)).toBe(1);
});

it.each([
  ['who does not tell', 'a'],
  ['who does not tell is not told either', 'b'],
] as const)('with the switch off: %s', async (_, who) => {
  const made = await talking();
  const { a, b } = made;
  made[who].switches.typing = false;
  types(a, b);
  await a.send('behind it');
  await until('there', () => b.texts().length === 2);
  expect(b.typed).toEqual([]);
});

it('does not shake the ratchet: what was told and lost is skipped', async () => {
  const { a, b, network, cut, connect } = await talking();
  network.carriesNothing = true;
  const before = network.sent;
  types(a, b);
  await until('under way', () => network.sent > before);
  cut();
  network.carriesNothing = false;
  connect();
  await a.send('after');
  await until('there', () => b.texts().length === 2);
  await b.send('and back');
  await until('back', () => a.texts().length === 2);
});
