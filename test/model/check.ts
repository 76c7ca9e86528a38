/** Many lists: drawn by fast-check from one seed, and shortened where one fails. */
import fc from 'fast-check';
import { eventLists, type Event } from './events.ts';
import { runList } from './run-list.ts';

/**
 * Whether the lists of `npm test` also put old copies of a profile back. Off until the flows repair what such a profile has
 * forgotten (numbers that were given twice): then every list has them, and this constant goes.
 */
export const WITH_RESTORES = false;

export interface CheckOptions {
  readonly seed: number;
  readonly lists: number;
  readonly restores?: boolean;
  /** Where fast-check shall begin: that of a failure shows that one list alone. */
  readonly path?: string;
  readonly onList?: () => void;
}

export interface CheckResult {
  readonly seed: number;
  readonly lists: number;
  readonly seconds: number;
  /** Texts whose send was acknowledged, and texts shown. */
  readonly acknowledged: number;
  readonly shown: number;
  readonly steps: number;
  readonly longestHealing: number;
  readonly failure: Failure | undefined;
}

export interface Failure {
  readonly what: string;
  readonly path: string;
  readonly shrinks: number;
  /** The shortest list that fails, and the seed of its latencies and keys. */
  readonly listSeed: number;
  readonly events: readonly Event[];
}

export async function checkLists({
  seed,
  lists,
  restores = WITH_RESTORES,
  path,
  onList,
}: CheckOptions): Promise<CheckResult> {
  const begun = performance.now();
  let [done, acknowledged, shown, steps, longestHealing] = [0, 0, 0, 0, 0];
  const property = fc.asyncProperty(
    fc.noShrink(fc.integer({ min: 0 })),
    eventLists(restores),
    async (listSeed, events) => {
      const result = await runList(listSeed, events);
      if (result.broken !== undefined) throw result.broken;
      done += 1;
      acknowledged += result.acknowledged;
      shown += result.shown;
      steps += result.steps;
      longestHealing = Math.max(longestHealing, result.exchanges);
      onList?.();
    },
  );
  const details = await fc.check(property, { seed, numRuns: lists, ...(path === undefined ? {} : { path }) });
  let failure: Failure | undefined;
  if (details.failed) {
    const [listSeed, events] = details.counterexample ?? [0, []];
    const { errorInstance, counterexamplePath, numShrinks } = details;
    const what = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
    failure = { what, path: counterexamplePath ?? '', shrinks: numShrinks, listSeed, events };
  }
  const seconds = (performance.now() - begun) / 1_000;
  return { seed, lists: done, seconds, acknowledged, shown, steps, longestHealing, failure };
}
