/** Rows of the log, and how a computation over them is driven. */
import { utf8 } from '../../shared/crypto/hash.ts';
import type { Reading } from '../../shared/transparency/reading.ts';
import { LogRow } from '../store/generated/rows.js';
import { isPromise, whenRead, type Maybe, type StoreReader } from '../store/store.ts';

export const LOG_KEY = utf8('log');
/** Whoever appends holds it: one batch follows the other. */
export const LOG_LOCK = 'log';

export const readLogRow = (reader: StoreReader): Maybe<LogRow | undefined> =>
  whenRead(reader.get('log', LOG_KEY), (bytes) => (bytes === undefined ? undefined : LogRow.decode(bytes)));

/** Reads what the computation asks for. Where the engine has its rows at hand, all of it is of one moment. */
export async function drive<T>(reading: Reading<T>, reader: StoreReader): Promise<T> {
  let step = reading.next([]);
  while (step.done !== true) {
    const values = step.value.map(({ table, key }) => reader.get(table, key));
    step = reading.next(
      values.some(isPromise)
        ? await Promise.all(values.map(async (value) => value))
        : (values as (Uint8Array | undefined)[]),
    );
  }
  return step.value;
}
