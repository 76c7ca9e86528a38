/** Many lists: drawn by fast-check from one seed, and shortened where one fails. */
import fc from 'fast-check';
import type { ModelChunk, ModelFailure, ModelOrder } from '../../scripts/sim/model.ts';
import { eventLists, type Event } from './events.ts';
import { runList, type ListResult } from './run-list.ts';

/**
 * In one list of so many, old copies of a profile are put back as well, where nobody says otherwise. Not in all: the promises are wider
 * where nobody does, and such lists take longer.
 */
const RESTORES_SHARE = 3;

/** One list of so many has to do in calm without direct links: everything must go through the mailbox. */
const LINKLESS_SHARE = 4;

const mixed = fc.oneof(
  { weight: RESTORES_SHARE - 1, arbitrary: eventLists(false) },
  { weight: 1, arbitrary: eventLists(true) },
);
/** Rows of shared/scenarios.md that an event is of; the list itself is row 5's. */
function rowsOf(event: Event): readonly number[] {
  if (event.type === 'crash') return [23];
  if (event.type === 'restore') return [7];
  if (event.type !== 'lie') return [];
  if (event.lie === 'corrupt') return [6];
  return event.lie === 'release' || event.lie === 'quiet' ? [] : [14];
}

type Order = Pick<ModelOrder, 'seed' | 'lists'> & Partial<ModelOrder> & { readonly shortens?: boolean };

/**
 * @param order `shortens`: a list that fails is made as short as it can be
 * @param run how a list is run: tests hand in a world with a defect
 */
export async function checkLists(
  { seed, lists, restores, linkless, path, shortens = true }: Order,
  run: (seed: number, events: readonly Event[]) => Promise<ListResult> = (listSeed, events) =>
    runList(listSeed, events, { linkless: linkless ?? listSeed % LINKLESS_SHARE === 0 }),
): Promise<ModelChunk> {
  const before = process.cpuUsage();
  const injected: Record<number, number> = {};
  const sums = { lists: 0, acknowledged: 0, shown: 0, events: 0, steps: 0, healing: 0 };
  let hasFailed = false;
  const property = fc.asyncProperty(
    fc.noShrink(fc.integer({ min: 0 })),
    restores === undefined ? mixed : eventLists(restores),
    async (listSeed, events) => {
      const { broken, ...result } = await run(listSeed, events);
      if (broken !== undefined) {
        hasFailed = true;
        throw broken;
      }
      if (hasFailed) return;
      sums.lists += 1;
      for (const row of [5, ...events.flatMap(rowsOf)]) injected[row] = (injected[row] ?? 0) + 1;
      sums.acknowledged += result.acknowledged;
      sums.shown += result.shown;
      sums.events += events.length;
      sums.steps += result.steps;
      sums.healing = Math.max(sums.healing, result.exchanges);
    },
  );
  const details = await fc.check(property, {
    seed,
    numRuns: lists,
    endOnFailure: !shortens,
    ...(path === undefined ? {} : { path }),
  });
  const { user, system } = process.cpuUsage(before);
  let failure: ModelFailure | undefined;
  if (details.failed) {
    const [listSeed, events] = details.counterexample ?? [0, []];
    const { errorInstance, counterexamplePath, numShrinks } = details;
    const what = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
    const place = { seed, path: counterexamplePath ?? '', shrinks: numShrinks, after: sums.lists };
    failure = { what, ...place, listSeed, events };
  }
  return { seed, ...sums, injected, cpuMs: (user + system) / 1_000, failure };
}
