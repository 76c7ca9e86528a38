/** Writes that wait for the disk, as reads see them: over what is there already. */
import { containment, nameOf, type KeyRange, type StoredRow, type WriteOp } from './rows.ts';

/** The newest write of a key that is not on disk yet. */
export interface PendingRow {
  readonly key: Buffer;
  readonly name: string;
  /** Undefined: deleted. */
  readonly value: Uint8Array | undefined;
  /** Number of the commit that wrote it. */
  readonly commit: number;
}

export class Overlay {
  /** By table, so that a scan looks at its own table's rows alone. */
  readonly #tables = new Map<number, Map<string, PendingRow>>();

  get(name: string): PendingRow | undefined {
    return this.#tables.get(name.charCodeAt(0))?.get(name);
  }

  set(op: WriteOp, commit: number): void {
    const number = op.name.charCodeAt(0);
    let table = this.#tables.get(number);
    if (table === undefined) this.#tables.set(number, (table = new Map<string, PendingRow>()));
    table.set(op.name, { key: op.key, name: op.name, value: op.value, commit });
  }

  /** These writes are on disk; a later write of the same key still waits. */
  settle(ops: readonly WriteOp[], commit: number): void {
    for (const { name } of ops) {
      const table = this.#tables.get(name.charCodeAt(0));
      const row = table?.get(name);
      if (row !== undefined && row.commit <= commit) table?.delete(name);
    }
  }

  clear(): void {
    this.#tables.clear();
  }

  /** Rows of a range, in no order. */
  within(range: KeyRange): PendingRow[] {
    const table = this.#tables.get(range.lower[0]!);
    if (table === undefined || table.size === 0) return [];
    const contains = containment(range);
    const found: PendingRow[] = [];
    for (const row of table.values()) if (contains(row.name)) found.push(row);
    return found;
  }
}

/**
 * Rows on disk and pending ones as one sequence in the range's order.
 * @param durable rows on disk in the range's order: all of them, or at least `limit + pending.length`
 * @param open turns what is on disk into the row's value
 */
export function mergeRows(
  durable: readonly (readonly [Uint8Array, Uint8Array])[],
  pending: readonly { readonly key: Buffer; readonly name: string; readonly value: Uint8Array | undefined }[],
  range: KeyRange,
  open: (key: Uint8Array, stored: Uint8Array) => Uint8Array,
): StoredRow[] {
  const rows: StoredRow[] = [];
  const sign = range.reverse ? -1 : 1;
  const waiting = pending.length < 2 ? pending : pending.toSorted((a, b) => (a.name < b.name ? -sign : sign));
  let at = 0;
  for (const [key, stored] of durable) {
    if (rows.length >= range.limit) return rows;
    const name = at < waiting.length ? nameOf(key) : '';
    let covered = false;
    for (; at < waiting.length; at += 1) {
      const next = waiting[at]!;
      if (sign * (next.name < name ? -1 : next.name > name ? 1 : 0) > 0) break;
      if (next.name === name) covered = true;
      if (next.value !== undefined) rows.push({ key: next.key, value: next.value });
      if (rows.length >= range.limit) return rows;
    }
    if (!covered) rows.push({ key, value: open(key, stored) });
  }
  for (; at < waiting.length && rows.length < range.limit; at += 1) {
    const { key, value } = waiting[at]!;
    if (value !== undefined) rows.push({ key, value });
  }
  return rows;
}
