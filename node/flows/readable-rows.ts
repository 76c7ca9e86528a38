/** Rows as far as they can be read: one that is damaged is passed over where it must not stop the others. */
import { isMiyuError } from '../../shared/errors.ts';
import type { PeerRow, PeerStore, PeerTable } from './ports.ts';

interface Bounds {
  readonly from?: bigint;
  readonly to?: bigint;
  readonly reverse?: boolean;
  readonly limit: number;
}

/** The row, or undefined where it is not there or cannot be read. */
export function readable(store: PeerStore, table: PeerTable, id: Uint8Array, seq: bigint): Uint8Array | undefined {
  try {
    return store.get(table, id, seq);
  } catch (error) {
    if (isMiyuError(error, 'store-damaged')) return undefined;
    throw error;
  }
}

/**
 * Like `scan`, without the rows that cannot be read. Where there are such, each sequence between the bounds is looked at by itself, at
 * most `limit` of them: what is found then may end before the bounds do.
 * @param options `from` and `to` are needed where the rows lie close together, as those of a history do
 */
export function scanReadable(
  store: PeerStore,
  table: PeerTable,
  id: Uint8Array,
  options: Bounds & Required<Pick<Bounds, 'from' | 'to'>>,
): { readonly rows: readonly PeerRow[]; readonly damaged: readonly bigint[] } {
  try {
    return { rows: store.scan(table, id, options), damaged: [] };
  } catch (error) {
    if (!isMiyuError(error, 'store-damaged')) throw error;
  }
  const { from, to, reverse = false, limit } = options;
  const rows: PeerRow[] = [];
  const damaged: bigint[] = [];
  for (let i = 0n; i < BigInt(limit) && from + i <= to; i += 1n) {
    const seq = reverse ? to - i : from + i;
    try {
      const value = store.get(table, id, seq);
      if (value !== undefined) rows.push({ seq, value });
    } catch (error) {
      if (!isMiyuError(error, 'store-damaged')) throw error;
      damaged.push(seq);
    }
  }
  return { rows, damaged };
}
