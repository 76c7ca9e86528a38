/**
 * Looks now and then whether everything that was written can still be read, and mends what cannot. LevelDB opens cleanly with
 * records missing: who does not look does not know.
 *
 *   seen      by a look (soon after a start, then daily), or by anybody who could not read a row; then a look follows soon
 *   told      'store-damaged' in the status, until a look finds all in order
 *   mended    rows of conversations by lane-repair.ts and history-repair.ts; what else cannot be read is taken out
 *   noted     on disk, and kept: how many rows of which table, batches that were acknowledged and are gone, contents that are lost
 *   restated  count and digest of the tables, as they are now, behind that note: so a later damage is seen, and this one is not hidden,
 *             for the status says 'store-repaired' for days, and what was noted for good
 */
import { DamageRow } from '../core/generated/account.js';
import { isLately } from '../../shared/clock.ts';
import { utf8 } from '../../shared/crypto/hash.ts';
import { isMiyuError, type ErrorCode } from '../../shared/errors.ts';
import { pause } from './back-off.ts';
import type { FlowContext } from './context.ts';
import type { StoreDamage } from './peer.ts';
import type { Op, PeerTable } from './ports.ts';
import { readable } from './readable-rows.ts';

/** Not while a start has other work, and then once a day. */
const FIRST_CHECK_MS = 2 * 60_000;
const CHECK_EVERY_MS = 24 * 60 * 60_000;
/** After a row that could not be read: soon, with the others of its burst, and not all the time where a disk dies. */
const SUSPECT_MS = 1_000;
const SUSPECT_EVERY_MS = 10 * 60_000;
/** Long enough to be seen. */
const TOLD_FOR_MS = 3 * 24 * 60 * 60_000;

const GROUP = utf8('damage');
const SEQ = 1n;

/** Whose loss means that friends may hold keys which nothing opens any more. */
const PREKEYS = ['prekeys', 'signed-prekeys', 'last-resort', 'profile'] as const;

export interface StoreCheckPorts {
  /** Mends rows of conversations, and asks for what friends have. How many contents are lost, as far as that is known. */
  readonly repair: (signal: AbortSignal) => Promise<number>;
  /** Rows that were taken out so that the profile could be opened; asked for once. */
  readonly takenOutBefore: () => ReadonlyMap<PeerTable, number>;
  /** Rows of our prekeys are gone. */
  readonly prekeysLost: () => Promise<void>;
  /** What the status says may have changed. */
  readonly changed: () => void;
}

interface Damage {
  readonly at: number;
  /** Contents that are lost for good. */
  readonly lost: number;
  readonly rows: ReadonlyMap<PeerTable, number>;
  /** Acknowledged batches that were missing. */
  readonly batches: bigint;
}

/** The note of what was found, added to what was noted before. */
function putNote(before: DamageRow, { at, lost, rows, batches }: Damage): { readonly row: DamageRow; readonly op: Op } {
  const sums = new Map(before.tables.map(({ table, rows: count }) => [table, count]));
  for (const [table, count] of rows) if (count > 0) sums.set(table, (sums.get(table) ?? 0n) + BigInt(count));
  const row: DamageRow = {
    repairedAt: BigInt(at),
    lost: before.lost + BigInt(lost),
    lostBatches: before.lostBatches + batches,
    tables: [...sums].map(([table, count]) => ({ table, rows: count })),
  };
  return { row, op: { op: 'put', table: 'profile', id: GROUP, seq: SEQ, value: DamageRow.encode(row) } };
}

export function createStoreCheck(
  { store, log, clock }: Pick<FlowContext, 'store' | 'log' | 'clock'>,
  ports: StoreCheckPorts,
) {
  /** By the last look, and since. */
  let found: readonly PeerTable[] = [];
  const suspected = new Set<PeerTable>();
  let wake = new AbortController();
  let checking = false;

  const noted = (): DamageRow => DamageRow.decode(readable(store, 'profile', GROUP, SEQ) ?? new Uint8Array(0));
  let known = noted();

  const damaged = (): readonly PeerTable[] => [...new Set([...found, ...suspected])];

  /** Rows that cannot be read or are missing, of each table with which something is wrong. */
  async function look(signal: AbortSignal): Promise<Map<PeerTable, number>> {
    const reports = await store.check(signal);
    const bad = reports.filter((one) => one.damagedRows > 0 || !one.countMatches || !one.digestMatches);
    const rows = new Map(bad.map(({ table, damagedRows, missingRows }) => [table, damagedRows + missingRows]));
    for (const [table, count] of rows) log.warn('store-damaged', { action: table, count });
    return rows;
  }

  /** Reads every row once, in turns that leave others theirs, and mends what cannot be read. */
  async function check(signal: AbortSignal): Promise<void> {
    checking = true;
    try {
      const seen = await look(signal);
      // What was read around, and is mended already, was told of in memory alone.
      found = [...new Set([...seen.keys(), ...suspected])];
      if (found.length > 0) {
        ports.changed();
        await mend(signal, seen);
        found = [...(await look(signal)).keys()];
      }
      suspected.clear();
    } finally {
      checking = false;
      ports.changed();
    }
  }

  async function mend(signal: AbortSignal, seen: ReadonlyMap<PeerTable, number>): Promise<void> {
    const lost = await ports.repair(signal);
    // What no conversation knows, and what can be made again.
    await store.takeOut(found);
    await store.takeOutStrays(found);
    if (PREKEYS.some((table) => found.includes(table))) await ports.prekeysLost();
    const rows = new Map(seen);
    for (const [table, count] of ports.takenOutBefore()) rows.set(table, (rows.get(table) ?? 0) + count);
    const note = putNote(noted(), { at: clock.wall(), lost, rows, batches: store.lostBatches() });
    // First the note: who dies between the two finds it once more, and says it twice.
    await store.commit([note.op]);
    await store.check(signal, { restate: true });
    await store.commit([note.op]);
    known = note.row;
    log.warn('store-repaired', { count: lost });
  }

  function isTold(): boolean {
    const repairedAt = Number(known.repairedAt);
    return repairedAt > 0 && isLately(repairedAt, clock.wall(), TOLD_FOR_MS);
  }

  return {
    /** Tables of which something is missing or unreadable, as far as that is known. */
    damaged,
    /** What the person should hear. */
    faults: (): readonly ErrorCode[] => (damaged().length > 0 ? ['store-damaged'] : isTold() ? ['store-repaired'] : []),
    /** All that this profile has ever lost or had repaired, as far as it is known. */
    history: (): StoreDamage | null =>
      known.repairedAt === 0n
        ? null
        : {
            repairedAt: Number(known.repairedAt),
            lostContents: Number(known.lost),
            lostBatches: Number(known.lostBatches),
            rows: Object.fromEntries(known.tables.map(({ table, rows }) => [table, Number(rows)])),
          },
    /** A row of this table could not be read, or is missing. */
    suspect(table: PeerTable): void {
      if (checking || suspected.has(table)) return;
      suspected.add(table);
      wake.abort();
      queueMicrotask(ports.changed);
    },
    check,
    /** Looks until the signal ends. */
    async run(signal: AbortSignal): Promise<void> {
      for (let wait = FIRST_CHECK_MS, last = -Infinity; ;) {
        await pause(wait, AbortSignal.any([signal, wake.signal]));
        if (suspected.size > 0) {
          const rest = last + SUSPECT_EVERY_MS - clock.monotonic();
          await pause(Math.max(SUSPECT_MS, rest), signal);
        }
        if (signal.aborted) return;
        wake = new AbortController();
        last = clock.monotonic();
        wait = CHECK_EVERY_MS;
        try {
          await check(signal);
        } catch (error) {
          if (signal.aborted) return;
          if (!isMiyuError(error)) throw error;
          log.info('store-check-failed', { code: error.code });
          wait = SUSPECT_EVERY_MS;
        }
      }
    },
  };
}

export type StoreCheck = ReturnType<typeof createStoreCheck>;
