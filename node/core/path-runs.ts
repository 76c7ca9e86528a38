/**
 * By which path each number went, as runs: a row stands at the first number of a run and holds until the next row. Conversations
 * change their path seldom, so that this is a few rows where a mark on every message would be one each. Pure.
 */

export interface PathRun {
  /** First number. */
  readonly from: bigint;
  /** PATH of rows.ts. */
  readonly path: number;
}

export interface RunChange {
  readonly put: readonly PathRun[];
  readonly remove: readonly bigint[];
}

/** No run says anything of a number: what a number without one went by. */
const NO_PATH = 0;

const pathAt = (runs: readonly PathRun[], number: bigint): number =>
  runs.findLast((run) => run.from <= number)?.path ?? NO_PATH;

/**
 * What makes `first` .. `last` say `path` and leaves every other number as it was.
 * @param runs ascending: the last one below `first`, and every one from `first` to `last` + 1
 * @param ends true where nothing behind `last` has gone by any path yet: then nothing has to be kept of it
 */
export function assignPath(
  runs: readonly PathRun[],
  first: bigint,
  last: bigint,
  path: number,
  ends: boolean,
): RunChange {
  const before = pathAt(runs, first - 1n);
  const after = pathAt(runs, last + 1n);
  const put: PathRun[] = [];
  const remove: bigint[] = [];
  const present = (from: bigint): PathRun | undefined => runs.find((run) => run.from === from);
  for (const { from } of runs) if (from > first && from <= last) remove.push(from);
  if (before === path) {
    if (present(first) !== undefined) remove.push(first);
  } else if (present(first)?.path !== path) {
    put.push({ from: first, path });
  }
  const next = present(last + 1n);
  if (after === path) {
    if (next !== undefined) remove.push(next.from);
  } else if (next === undefined && !ends) {
    put.push({ from: last + 1n, path: after });
  }
  return { put, remove };
}
