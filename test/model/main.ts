/** A worker of `npm run sim -- model`: an order comes, a chunk goes, until its parent ends it. */
import type { ModelOrder } from '../../scripts/sim/model.ts';
import { checkLists } from './check.ts';

process.on('message', (order) => {
  void checkLists(order as ModelOrder).then((chunk) => process.send?.(chunk));
});
// Whoever asked is gone.
process.on('disconnect', () => process.exit());
// The parent of a terminal hears Ctrl-C as well, and lets the chunk end.
process.on('SIGINT', () => {});
