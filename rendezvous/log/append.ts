/**
 * Leaves for what changes in the directory, in the transaction that changes it. The row of the log says in each transaction where the log
 * stands, so that one which fails on its way to the disk leaves nothing behind; what is kept in memory only saves reading the tree's edge.
 */
import { u64 } from '../../shared/crypto/layout.ts';
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import { appendBatch, type Appended, type LogState, type LogStep } from '../../shared/transparency/log.ts';
import { headTime } from '../../shared/transparency/tree-head.ts';
import { readTip } from '../../shared/transparency/tree-tiles.ts';
import { LogRow, OldPagesRow } from '../store/generated/rows.js';
import type { StoreTransaction } from '../store/store.ts';
import { drive, LOG_KEY, readLogRow } from './rows.ts';

/**
 * Batches whose former pages of the map are kept: a proof that was begun at a head is made within milliseconds, and 256 batches of a busy
 * server are most of a second. Some 10 KiB each; of 32 registrations at once among 100,000 accounts 120 KiB, which makes 30 MiB on disk while a
 * server is as busy as it can be.
 */
const KEPT_BATCHES = 256n;

/** How long a request waits that came while the log is begun anew. */
const BUSY_RETRY_MS = 1_000;

export const logBusy = (): MiyuError => new MiyuError('busy', { retryAfterMs: BUSY_RETRY_MS });

export class Appender {
  readonly #server: Uint8Array;
  /** As the last transaction left it, on disk or not. */
  #last: { readonly log: Uint8Array; readonly state: LogState } | undefined;

  /** @param server PeerId bytes */
  constructor(server: Uint8Array) {
    this.#server = server;
  }

  /**
   * The caller's transaction holds LOG_LOCK.
   * @param batch statements that their chains took, in order; at least one
   * @param now Unix milliseconds
   * @throws MiyuError 'busy' while the log is begun anew | 'store-damaged'
   */
  async append(tx: StoreTransaction, batch: readonly Appended[], now: number): Promise<void> {
    const row = await readLogRow(tx);
    if (row?.complete !== true) throw logBusy();
    await this.appendTo(tx, row, batch, now, {});
  }

  /** The same to a log that is still being made. */
  async appendTo(
    tx: StoreTransaction,
    row: LogRow,
    batch: readonly Appended[],
    now: number,
    change: Partial<LogRow>,
  ): Promise<void> {
    const step = await drive(appendBatch(this.#server, await this.#state(tx, row), batch), tx);
    await this.put(tx, row, step, now, change);
  }

  async put(tx: StoreTransaction, before: LogRow, step: LogStep, now: number, change: Partial<LogRow>): Promise<void> {
    for (const { table, key, value } of step.rows) {
      // A page is written once; a tile grows.
      if (table === 'map-pages') tx.insert(table, key, value);
      else tx.put(table, key, value);
    }
    const batches = before.batches + 1n;
    if (step.superseded.length > 0) {
      tx.insert('map-old', u64(batches), OldPagesRow.encode({ keys: step.superseded.map(({ key }) => key) }));
    }
    if (batches > KEPT_BATCHES) await dropPages(tx, batches - KEPT_BATCHES);
    const { tip, root, mapRoot } = step.log;
    const time = BigInt(headTime(Number(before.time), now));
    tx.put(
      'log',
      LOG_KEY,
      LogRow.encode({ ...before, size: BigInt(tip.size), root, mapRoot, time, batches, ...change }),
    );
    this.#last = { log: before.log, state: step.log };
  }

  async #state(tx: StoreTransaction, row: LogRow): Promise<LogState> {
    const last = this.#last;
    const size = Number(row.size);
    const isSame =
      last !== undefined &&
      last.state.tip.size === size &&
      equalBytes(last.log, row.log) &&
      equalBytes(last.state.root, row.root);
    if (isSame) return last.state;
    return { tip: await drive(readTip(size), tx), root: row.root, mapRoot: row.mapRoot };
  }
}

async function dropPages(tx: StoreTransaction, batch: bigint): Promise<void> {
  const bytes = await tx.get('map-old', u64(batch));
  if (bytes === undefined) return;
  for (const key of OldPagesRow.decode(bytes).keys) tx.delete('map-pages', key);
  tx.delete('map-old', u64(batch));
}
