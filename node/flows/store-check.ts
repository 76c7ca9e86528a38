/**
 * Looks now and then whether everything that was written can still be read, and remembers what cannot. LevelDB opens cleanly with
 * records missing: who does not look does not know.
 */
import { pause } from './back-off.ts';
import type { FlowContext } from './context.ts';

/** Not while a start has other work, and then once a day. */
const FIRST_CHECK_MS = 2 * 60_000;
const CHECK_EVERY_MS = 24 * 60 * 60_000;

export interface StoreCheckPorts {
  /** Something of the histories is damaged: take it out, and ask for it. */
  readonly repairHistories: (signal: AbortSignal) => Promise<void>;
}

export function createStoreCheck({ store, log }: Pick<FlowContext, 'store' | 'log'>, ports: StoreCheckPorts) {
  let damaged: readonly string[] = [];

  /** Reads every row once, in turns that leave others theirs. */
  async function check(signal: AbortSignal): Promise<void> {
    const reports = await store.check(signal);
    const found = reports.filter((one) => one.damagedRows > 0 || !one.countMatches || !one.digestMatches);
    damaged = found.map(({ table }) => table);
    for (const { table, damagedRows } of found) log.warn('store-damaged', { action: table, count: damagedRows });
    if (damaged.includes('history')) await ports.repairHistories(signal);
  }

  return {
    /** Tables of which something is missing or unreadable, as of the last look. */
    damaged: (): readonly string[] => damaged,
    check,
    /** Looks until the signal ends. */
    async run(signal: AbortSignal): Promise<void> {
      for (let wait = FIRST_CHECK_MS; ; wait = CHECK_EVERY_MS) {
        await pause(wait, signal);
        if (signal.aborted) return;
        await check(signal);
      }
    },
  };
}

export type StoreCheck = ReturnType<typeof createStoreCheck>;
