import { expect, it, onTestFinished, vi } from 'vitest';
import { STATE } from '../../../node/core/rows.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { createWorld } from '../../support/message-world.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

/** As while the database is reopened after a failure of the disk: for a moment nothing can be read. */
it('an acknowledgement that comes while the store cannot be read is had once more, and nobody falls', async () => {
  const { a, b, connect, ...world } = await createWorld(await temporaryFolder());
  onTestFinished(() => world.stop());
  connect();
  await a.send('before');
  await until('the link carries', () => a.states()[0] === STATE.delivered);
  const read = a.store.get.bind(a.store);
  let failed = 0;
  vi.spyOn(a.store, 'get').mockImplementation((table, ...rest) => {
    // Longer than what is kept in memory: its history entry is read again when it is delivered.
    if (table !== 'history' || failed === 3) return read(table, ...rest);
    failed += 1;
    throw new MiyuError('store-failed', { retryAfterMs: 250 });
  });
  await a.send('x'.repeat(60_000));
  await until('delivered in the end', () => a.states()[1] === STATE.delivered);
  expect(failed).toBe(3);
  expect(b.texts().map(({ length }) => length)).toEqual([6, 60_000]);
});
