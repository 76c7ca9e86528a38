/**
 * How the log reads what is stored without doing it: a computation yields the keys of the rows that it needs and gets their values
 * back. Whoever drives it has the store, LevelDB or PostgreSQL, and may answer at once or later, one row at a time or all together.
 */

/** Tables of the log. Keys are in byte order; a row of `log-tiles` only ever grows, one of `map-pages` never changes. */
export type LogTable = 'log-tiles' | 'map-pages';

export interface RowKey {
  readonly table: LogTable;
  readonly key: Uint8Array;
}

export interface LogRow extends RowKey {
  readonly value: Uint8Array;
}

/** Yields what it needs in one go, gets the values in the same order (undefined: no such row), and returns its result. */
export type Reading<T> = Generator<readonly RowKey[], T, readonly (Uint8Array | undefined)[]>;

/** Drives a reading over rows that are at hand. */
export function readNow<T>(reading: Reading<T>, get: (row: RowKey) => Uint8Array | undefined): T {
  let step = reading.next([]);
  while (step.done !== true) step = reading.next(step.value.map(get));
  return step.value;
}
