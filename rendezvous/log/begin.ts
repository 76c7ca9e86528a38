/**
 * A log of its own beginning: the first of a store, and another where the one that is there cannot go on. A server that was set back to an
 * older copy of its store has signed heads that this copy knows nothing of; were it to go on with that log, it would contradict itself.
 *
 * The rows of the former log go first, then every account comes in, some at a time, and no head is signed before the last. Where it is
 * interrupted it begins from the beginning.
 */
import type { Random } from '../../shared/crypto/random.ts';
import { isChainFault, openChain, type ChainState } from '../../shared/transparency/chain.ts';
import { beginLog } from '../../shared/transparency/log.ts';
import { AccountRow, LogRow } from '../store/generated/rows.js';
import type { Store, StoreTransaction, TableName } from '../store/store.ts';
import type { Appender } from './append.ts';
import { LOG_KEY, LOG_LOCK, readLogRow } from './rows.ts';

const LOG_ID_BYTES = 16;
/** Rows of a step: a batch of as many accounts writes some thousand rows. */
const DELETE_STEP = 500;
const ACCOUNT_STEP = 200;

export interface BeginParts {
  readonly store: Store;
  readonly appender: Appender;
  readonly random: Random;
  readonly now: () => number;
}

/** Resolves when heads may be signed. @throws MiyuError as the store; 'aborted' by the signal's reason */
export async function beginAnew(
  { store, appender, random, now }: BeginParts,
  place: { readonly place: string; readonly lost: bigint },
  signal: AbortSignal,
): Promise<void> {
  const log = random(LOG_ID_BYTES);
  const empty = { log, size: 0n, root: new Uint8Array(0), mapRoot: new Uint8Array(0), time: 0n, batches: 0n };
  const started: LogRow = { ...empty, complete: false, ...place };
  await store.transact([LOG_LOCK], (tx) => tx.put('log', LOG_KEY, LogRow.encode(started)));
  for (const table of ['log-tiles', 'map-pages', 'map-old'] as const) await clear(store, table, signal);
  await store.transact([LOG_LOCK], (tx) => appender.put(tx, started, beginLog(), now(), {}));
  for (let after: Uint8Array | undefined; ;) {
    signal.throwIfAborted();
    const bounds = after === undefined ? {} : { gt: after };
    const from = after;
    after = await store.transact([LOG_LOCK], async (tx) => takeIn(tx, appender, bounds, now()));
    if (after === undefined || after === from) return;
  }
}

/** @returns the last account that came in; undefined: there is none left, and the log is complete */
async function takeIn(
  tx: StoreTransaction,
  appender: Appender,
  bounds: { readonly gt?: Uint8Array },
  now: number,
): Promise<Uint8Array | undefined> {
  const row = (await readLogRow(tx))!;
  const accounts = await tx.scan('accounts', { ...bounds, limit: ACCOUNT_STEP });
  const complete = accounts.length < ACCOUNT_STEP;
  const batch = accounts.flatMap(({ value }) => {
    const after = chainOf(AccountRow.decode(value));
    return after === undefined ? [] : [{ before: undefined, after }];
  });
  if (batch.length > 0) await appender.appendTo(tx, row, batch, now, { complete });
  else tx.put('log', LOG_KEY, LogRow.encode({ ...row, complete, time: BigInt(now) }));
  return complete ? undefined : accounts.at(-1)?.key;
}

/** Where an account's chain stands; undefined where its row holds none (it was checked when it was written). */
function chainOf(row: AccountRow): ChainState | undefined {
  const state = openChain(row.statements);
  return isChainFault(state) ? undefined : state;
}

async function clear(store: Store, table: TableName, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const rows = await store.scan(table, { limit: DELETE_STEP });
    if (rows.length === 0) return;
    await store.transact([LOG_LOCK], (tx) => {
      for (const { key } of rows) tx.delete(table, key);
    });
  }
}
