/** Rows as far as they can be read: one that is damaged is passed over where it must not stop the others. */
import { isMiyuError } from '../../shared/errors.ts';
import type { PeerRow, PeerStore, PeerTable } from './ports.ts';

/** Behind every place that is in use. */
const LAST = 2n ** 64n - 1n;

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

/** Like `scan`, without the rows that cannot be read; those count towards the limit. */
export function scanReadable(
  store: PeerStore,
  table: PeerTable,
  id: Uint8Array,
  options: Bounds,
): { readonly rows: readonly PeerRow[]; readonly damaged: readonly bigint[] } {
  try {
    return { rows: store.scan(table, id, options), damaged: [] };
  } catch (error) {
    if (!isMiyuError(error, 'store-damaged')) throw error;
  }
  const rows: PeerRow[] = [];
  const damaged: bigint[] = [];
  for (const seq of store.sequences(table, id, options)) {
    const value = readable(store, table, id, seq);
    if (value === undefined) damaged.push(seq);
    else rows.push({ seq, value });
  }
  return { rows, damaged };
}

/** As many readable rows as the limit says, where there are so many: those that cannot be read are passed over. */
export function scanOver(
  store: PeerStore,
  table: PeerTable,
  id: Uint8Array,
  { from = 0n, to = LAST, reverse = false, limit }: Bounds,
): readonly PeerRow[] {
  const found: PeerRow[] = [];
  for (let [low, high] = [from, to]; low <= high;) {
    const { rows, damaged } = scanReadable(store, table, id, {
      ...{ from: low, to: high, reverse, limit: limit - found.length },
    });
    found.push(...rows);
    if (damaged.length === 0 || found.length >= limit) break;
    const seen = [...damaged, ...rows.map(({ seq }) => seq)].sort((a, b) => (a < b ? -1 : 1));
    const [first, last] = [seen[0] ?? 0n, seen.at(-1) ?? LAST];
    if (reverse) high = first - 1n;
    else low = last + 1n;
  }
  return found;
}
