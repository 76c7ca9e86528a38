import { expect, it, onTestFinished } from 'vitest';
import { STATE } from '../../../node/core/rows.ts';
import { createWorld } from '../../support/message-world.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

it('shows what came behind a content that was refused for good, without another one', async () => {
  const { a, b, mailboxes, ...world } = await createWorld(await temporaryFolder());
  onTestFinished(() => world.stop());
  mailboxes.refuseNext = 1;
  await Promise.all([a.send('refused'), a.send('kept')]);
  await until('both answered', () => a.states().includes(STATE.failed) && a.states().includes(STATE.stored));
  // What was kept says that the one before it will come. It is asked for after five seconds, and is not there.
  await until('the other is shown', () => b.texts().length === 1);
  expect(b.texts()).toEqual(['kept']);
});
