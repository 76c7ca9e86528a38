/** How long a mailbox keeps what was deposited, by a wall clock that is set back: what the mailbox has lost must not wait until then. */
import { expect, it, onTestFinished } from 'vitest';
import { createWorld, type World } from '../../support/message-world.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** Two who reach each other through the mailbox alone; it has signed for a text, and thrown it away. */
async function lostMail(): Promise<World> {
  const world = await createWorld(await temporaryFolder());
  onTestFinished(() => world.stop());
  world.mailboxes.dropNext = 1;
  await world.a.send('one');
  await until('stored', () => world.a.messaging.outbox().stored === 1);
  expect(world.mailboxes.deposits).toBe(1);
  return world;
}

it('is deposited again at the next start where the clock was set back meanwhile', { timeout: 60_000 }, async () => {
  const { a, b } = await lostMail();
  a.setWallClock(-10 * DAY_MS);
  await a.restart();
  await until('shown', () => b.texts().length === 1);
  await until('delivered', () => a.messaging.outbox().waiting === 0);
});

it('is deposited again in time where the clock is set back after a start', { timeout: 60_000 }, async () => {
  const { a, b, mailboxes } = await lostMail();
  await a.restart();
  a.setWallClock(-10 * DAY_MS);
  // It is kept for a day.
  a.hurry(25 * HOUR_MS);
  a.messaging.homeUp();
  await until('shown', () => b.texts().length === 1);
  expect(mailboxes.deposits).toBeGreaterThan(1);
});

it('is deposited once where the clock was only set right by seconds', { timeout: 60_000 }, async () => {
  const { a, mailboxes } = await lostMail();
  a.setWallClock(-20_000);
  await a.restart();
  await a.send('two');
  await until('stored', () => a.messaging.outbox().stored === 2);
  expect(mailboxes.deposits).toBe(2);
});
