/** The real engine, with something of a test's own in front of it. */
import { openLevelStore } from '../../../rendezvous/store/level-store.ts';
import type { Store } from '../../../rendezvous/store/store.ts';

export type OpenStore = (folder: string) => Promise<Store>;

/** @param change what takes the place of the real one's functions */
export const engineWith =
  (change: (real: Store) => Partial<Store>): OpenStore =>
  async (folder) => {
    const real = await openLevelStore(folder);
    return { ...real, ...change(real) };
  };

/** An engine whose transactions wait at a gate while it is shut. */
export interface GatedEngine {
  readonly openStore: OpenStore;
  /** Transactions that wait. */
  readonly waiting: number;
  shut(): void;
  open(): void;
}

export function gatedEngine(): GatedEngine {
  let gate: PromiseWithResolvers<void> | undefined;
  let waiting = 0;
  return {
    openStore: engineWith((real) => ({
      transact: async (locks, work) => {
        waiting += 1;
        await gate?.promise;
        waiting -= 1;
        return real.transact(locks, work);
      },
    })),
    get waiting() {
      return waiting;
    },
    shut: () => (gate ??= Promise.withResolvers()),
    open: () => {
      gate?.resolve();
      gate = undefined;
    },
  };
}
