/** The mailbox and the direct link: neither waits for the other to come to an end. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { STATE } from '../../../node/core/rows.ts';
import { createWorld, type World } from '../../support/message-world.ts';
import { until } from '../../support/until.ts';

async function world(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'miyu-both-paths-'));
  const made = await createWorld(folder);
  onTestFinished(async () => {
    await made.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return made;
}

/** They have a session, so that nothing but the path is in question. */
async function met(): Promise<World> {
  const made = await world();
  made.connect();
  await made.a.send('first');
  await until('first', () => made.b.texts().includes('first'));
  return made;
}

it('a link that comes up is used at once, although a server does not answer', async () => {
  const { a, b, mailboxes, network, connect, cut } = await met();
  mailboxes.silent = true;
  cut();
  await a.send('second');
  await until('the deposit is under way', () => mailboxes.unanswered > 0);
  connect();
  await until('it came over the link', () => b.texts().includes('second'));
  await a.send('third');
  await until('so did the next', () => b.texts().includes('third'));
  expect(b.texts()).toEqual(['first', 'second', 'third']);
  expect(network.sent).toBeGreaterThan(2);
});

it('the mailbox is used soon, although a dial does not answer', async () => {
  const { a, b, mailboxes, network, cut } = await met();
  network.silent = true;
  cut();
  await a.send('second');
  await until('stored', () => a.states().at(-1) === STATE.stored || a.states().at(-1) === STATE.delivered);
  await until('fetched', () => b.texts().includes('second'));
  expect(mailboxes.deposits).toBeGreaterThan(0);
});

it('what a link has not brought goes to the mailbox, and the other way round, however often they change', async () => {
  const { a, b, mailboxes, connect, cut } = await met();
  for (let round = 0; round < 4; round += 1) {
    mailboxes.silent = round % 2 === 0;
    cut();
    await a.send(`while away ${round}`);
    connect();
    await a.send(`while there ${round}`);
    await until(`all of round ${round}`, () => b.texts().length === 3 + 2 * round);
  }
  mailboxes.silent = false;
  await until('all delivered', () => a.states().every((state) => state === STATE.delivered || state === STATE.read));
  expect(b.texts()).toEqual(a.sent());
});
