import { describe, expect, it, onTestFinished } from 'vitest';
import { createWorld } from '../../support/message-world.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

/** That many turns of the microtask queue. */
async function microtasks(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await Promise.resolve();
}

describe('the mailbox', () => {
  it('is looked at again whenever mail is told, also while the last look is ending', { timeout: 30_000 }, async () => {
    const world = await createWorld(await temporaryFolder());
    onTestFinished(() => world.stop());
    const { a, b, mailboxes } = world;
    for (let turns = 0; turns < 12; turns += 1) {
      // b looks into an empty mailbox; the mail and its push come so many turns later.
      mailboxes.quiet = true;
      await a.send(`m${turns.toString()}`);
      await until('stored', () => mailboxes.waiting(b.own.account) > 0);
      mailboxes.hold(b.own.account);
      b.messaging.mailWaiting();
      await microtasks(turns);
      mailboxes.release(b.own.account);
      b.messaging.mailWaiting();
      await until(`shown after ${turns.toString()} turns`, () => b.texts().length === turns + 1, { timeoutMs: 10_000 });
    }
    expect(b.texts()).toHaveLength(12);
  });

  it('is tried again after a failure on a connection that stays', { timeout: 30_000 }, async () => {
    const world = await createWorld(await temporaryFolder());
    onTestFinished(() => world.stop());
    const { a, b, mailboxes } = world;
    mailboxes.quiet = true;
    await a.send('once');
    await until('stored', () => mailboxes.waiting(b.own.account) === 1);
    mailboxes.failDrains = 1;
    b.messaging.mailWaiting();
    await until('shown', () => b.texts().length === 1);
  });
});
