/** The background check: reads every row, and holds count and digest of each table against what the batches recorded. */
import { MiyuError } from '../errors.ts';
import { Ledger } from './ledger.ts';
import type { LevelSnapshot } from './level-handle.ts';
import type { RowHasher } from './multiset.ts';
import type { RowCodec } from './rows.ts';

export interface TableCheck {
  readonly rows: number;
  readonly damagedRows: number;
  /** Rows that were recorded and are not there; 0 also where the record itself is lost. */
  readonly missingRows: number;
  readonly countMatches: boolean;
  readonly digestMatches: boolean;
}

export interface Checked {
  readonly checks: readonly TableCheck[];
  /** What was found, beside what was recorded: of tables all of whose rows can be read. */
  readonly sound: readonly { readonly table: number; readonly found: Ledger; readonly recorded: Ledger }[];
}

/** Rows between two turns of the event loop: about 2 ms of work. */
const PAGE_ROWS = 256;

/**
 * @param tables first bytes of the keys, in the order of the result
 * @param recorded the ledger of the snapshot
 * @throws MiyuError 'aborted'
 */
export async function checkTables(
  snapshot: LevelSnapshot,
  tables: readonly number[],
  recorded: Ledger,
  options: {
    readonly codec: RowCodec;
    readonly hash: RowHasher;
    /** Rows that the ledger does not count: its own. */
    readonly isUncounted: (key: Uint8Array) => boolean;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<Checked> {
  const { codec, hash, isUncounted, signal } = options;
  const found = new Ledger(recorded.tables);
  const checks: TableCheck[] = [];
  const sound: { table: number; found: Ledger; recorded: Ledger }[] = [];
  for (const table of tables) {
    let damagedRows = 0;
    let unreadable = false;
    const rows = snapshot.table(table);
    try {
      for (;;) {
        if (signal?.aborted === true) throw new MiyuError('aborted', { cause: signal.reason });
        const page = await rows.nextv(PAGE_ROWS);
        if (page.length === 0) break;
        for (const [key, stored] of page) {
          if (isUncounted(key)) continue;
          found.add(table, hash.of(key, stored));
          if (codec.decode(key, stored) === undefined) damagedRows += 1;
        }
      }
    } catch (error) {
      if (error instanceof MiyuError) throw error;
      // LevelDB cannot read on: what lies behind is missing from the count, and that is what the report says.
      unreadable = true;
    } finally {
      await rows.close();
    }
    if (!unreadable && damagedRows === 0) sound.push({ table, found, recorded });
    checks.push({
      rows: found.count(table),
      damagedRows,
      missingRows: Math.max(0, recorded.count(table) - found.count(table)),
      // Batches are missing: the record itself is older than what was acknowledged, and vouches for nothing.
      countMatches: !unreadable && recorded.lost === 0n && found.count(table) === recorded.count(table),
      digestMatches: !unreadable && recorded.lost === 0n && found.sameDigest(table, recorded),
    });
  }
  return { checks, sound };
}
